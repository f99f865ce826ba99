"""Monitor: what measures and warns during a training. The session calls it; `scores` implements it."""

from typing import Protocol

from ganstudio.core.events import Event, Scored, Warned
from ganstudio.core.system import Preview
from ganstudio.core.trainer import Trainer


class Monitor(Protocol):
    """Measures and warns. It changes nothing that training depends on: neither weights nor the order of the data."""

    def variety(self, preview: Preview) -> float | None:
        """How varied samples are, 1 as much as the training images; None where that makes no sense."""

    def extra_losses(self, trainer: Trainer) -> dict[str, float]:
        """Numbers to add to the losses of the next Progress; called with every grid of samples."""

    def score(self, trainer: Trainer) -> Scored | None:
        """A quick measurement of the averaged networks, `best` if it is the moment to take; None: there is none."""

    def hear(self, event: Event) -> list[Warned]:
        """The warnings that an event gives rise to; called with every event, in order."""


class NoMonitor:
    """For runs that nothing is measured of: no score, no variety, no warning."""

    def variety(self, preview: Preview) -> float | None:
        return None

    def extra_losses(self, trainer: Trainer) -> dict[str, float]:
        return {}

    def score(self, trainer: Trainer) -> Scored | None:
        return None

    def hear(self, event: Event) -> list[Warned]:
        return []
