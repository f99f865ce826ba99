"""Patience: the stop rule 'until the score has not improved for 20 minutes'."""

from ganstudio.core.events import Scored

LEAST_LOOKS = 2
"""Scores without an improvement before a run is ended, however short the patience is: one may be bad luck."""


class Patience:
    """Hears the scores of a session and says when it is over. A run that goes on later is given as much once more."""

    def __init__(self, since: float) -> None:
        """`since`: the second of training at which the session begins."""
        self.improved_at = since
        """The second of training at which the score was last lower than ever before."""
        self.best_step: int | None = None
        """Step of that score; None before the first."""
        self._looks = 0

    def hear(self, scored: Scored, seconds: float) -> None:
        """A score that was made at this second of training."""
        if self.best_step is None or scored.behind <= 0:
            self.improved_at, self.best_step, self._looks = seconds, scored.step, 0
        else:
            self._looks += 1

    def over(self, seconds: float, minutes: float) -> bool:
        """Whether a patience of `minutes` (0: endless) is over at this second of training. Never without scores."""
        return minutes > 0 and self._looks >= LEAST_LOOKS and seconds - self.improved_at >= 60 * minutes
