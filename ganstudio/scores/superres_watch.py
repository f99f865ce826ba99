"""What goes wrong when a network learns to enlarge, in plain words, from events alone. No torch here."""

import itertools
import math
from collections.abc import Callable, Mapping

from ganstudio.core.events import Event, Progress, Scored, Started, Warned
from ganstudio.scores.watchdog import Finding, Verdict

BLACK = 0.02
"""Mean brightness, 0 to 1, below which pictures are black."""
SHIFT = 6.0
"""Of 255: a mean colour that is further off is seen."""
PATTERN, TIMES = 1.5, 3.0
"""Of 255: a chequered pattern that is stronger, and so many times stronger than bicubic's, is seen."""
USUAL_LOSS = 2.0
"""What the second stage costs in dB, as published (30.25 to 28.02 on Set5)."""
MUCH_LOSS = 5.0
"""Of dB below the end of the first stage: more than the look of detail is worth."""
FALLING = 3
"""Scores in a row that must be worse, by both measures, before artefacts are spoken of."""
STAGE = "stage"
"""The topic of what is said when the second stage begins."""


class SuperResWatch:
    """Folds the events of one run."""

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        self._values = values or {}
        self._current: dict[str, Finding] = {}
        self._scores: list[Scored] = []
        self._best_first = math.nan
        self._step, self._kimg, self._second = 0, 0.0, False

    def hear(self, event: Event) -> list[Warned]:
        """Take in the next event; returns the warnings it gives rise to, each once until its cause has gone."""
        before = set(self._current)
        said: list[Warned] = []
        match event:
            case Started():
                self._step, self._kimg = event.step, event.kimg
                self._second = event.step > 0 and self._is_second(event.kimg)
            case Progress():
                self._step, self._kimg = event.step, event.kimg
                self._judge(lambda: self._invalid(event.losses))
                said = self._turned(event.losses)
            case Scored():
                self._score(event)
            case _:
                pass
        fresh = [finding for topic, finding in self._current.items() if topic not in before]
        return said + [
            Warned(step=self._step, topic=finding.topic, message=finding.message, advice=finding.advice)
            for finding in fresh
        ]

    @property
    def topics(self) -> frozenset[str]:
        """What is wrong now."""
        return frozenset(self._current)

    @property
    def verdict(self) -> Verdict:
        """The gravest thing that is wrong now, or how well it goes, beside bicubic."""
        if self._current:
            worst = min(self._current.values(), key=lambda finding: finding.mood != "bad")
            return Verdict(worst.mood, worst.message)
        if not self._scores:
            return Verdict("waiting", "It has only just begun: it is measured on pictures that it does not learn from.")
        return Verdict("good", self._beside_bicubic(self._scores[-1].scores))

    @staticmethod
    def _beside_bicubic(scores: Mapping[str, float]) -> str:
        gain = scores["PSNR"] - scores["PSNR bicubic"]
        words = f"{abs(gain):.1f} dB {'above' if gain >= 0 else 'below'} bicubic"
        seen, plain = (scores.get(name, math.nan) for name in ("perceptual", "perceptual bicubic"))
        if math.isfinite(seen) and plain:
            nearer = 1 - seen / plain
            words += f", and to the eye of a network {abs(nearer):.0%} {'nearer' if nearer >= 0 else 'further off'}"
        return f"Its pictures are {words}."

    # What comes in ------------------------------------------------------------------------------------------------

    def _is_second(self, kimg: float) -> bool:
        first = self._values.get("fidelity_kimg", math.inf)
        return isinstance(first, int | float) and kimg > first

    def _turned(self, losses: Mapping[str, float]) -> list[Warned]:
        """Once, when the second stage begins."""
        if self._second or "adversarial" not in losses:
            return []
        self._second = True
        return [
            Warned(
                step=self._step,
                topic=STAGE,
                message="The second stage has begun: pictures become sharper, and PSNR falls by about "
                f"{USUAL_LOSS:.0f} dB, as published. That is no fault.",
                advice="Afterwards one slider blends the two stages, on the page Enhance.",
            )
        ]

    def _score(self, event: Scored) -> None:
        if event.level < 2:
            best = self._best_first if math.isfinite(self._best_first) else -math.inf
            self._best_first = max(best, event.scores["PSNR"])
        self._scores = [known for known in self._scores if known.step < event.step] + [event]
        for rule in (self._black, self._shifted, self._chequered, self._artefacts):
            self._judge(rule)

    def _judge(self, rule: Callable[[], Finding | str]) -> None:
        """A rule gives a Finding, or the topic that is in order."""
        outcome = rule()
        if isinstance(outcome, Finding):
            self._current.setdefault(outcome.topic, outcome)
        else:
            self._current.pop(outcome, None)

    # The rules ----------------------------------------------------------------------------------------------------

    def _invalid(self, losses: Mapping[str, float]) -> Finding | str:
        if all(map(math.isfinite, losses.values())):
            return "invalid"
        return Finding(
            "invalid", "The losses are no longer numbers (NaN or infinite).",
            "Go back to the last checkpoint with half the learning rates.", mood="bad",
        )  # fmt: skip

    def _black(self) -> Finding | str:
        scores = self._scores[-1].scores
        if scores["brightness"] > BLACK or scores["brightness"] > scores["brightness bicubic"] / 4:
            return "black"
        return Finding(
            "black", "The enlarged pictures are black.",
            "Go back to the end of the first stage; halve the adversarial weight or the generator's learning rate.",
            mood="bad",
        )  # fmt: skip

    def _shifted(self) -> Finding | str:
        shift = self._scores[-1].scores["colour shift"]
        if shift < SHIFT or "black" in self._current:
            return "colours"
        return Finding(
            "colours", f"The colours have shifted: they are off by {shift:.0f} of 255 on average.",
            "Raise the fidelity weight, which holds the colours.",
        )  # fmt: skip

    def _chequered(self) -> Finding | str:
        scores = self._scores[-1].scores
        if scores["pattern"] < max(PATTERN, TIMES * scores["pattern bicubic"]):
            return "checkerboard"
        return Finding(
            "checkerboard", "There is a chequered pattern in the enlarged pictures.",
            "It mostly goes when it trains for longer; else halve the learning rates, or take the rrdb generator.",
        )  # fmt: skip

    def _artefacts(self) -> Finding | str:
        second = [known.scores for known in self._scores if known.level >= 2]
        if second and self._best_first - second[-1]["PSNR"] > MUCH_LOSS:
            lost = self._best_first - second[-1]["PSNR"]
            return self._grow(f"The second stage has cost {lost:.1f} dB, and the usual price is {USUAL_LOSS:.0f}.")
        last = second[-FALLING - 1 :]
        worse = [a["PSNR"] > b["PSNR"] and a.get("perceptual", 0.0) < b.get("perceptual", 1.0)
                 for a, b in itertools.pairwise(last)]  # fmt: skip
        if len(worse) == FALLING and all(worse):
            return self._grow("Artefacts grow: it gets worse by both measures, score after score.")
        return "artefacts"

    @staticmethod
    def _grow(message: str) -> Finding:
        return Finding(
            "artefacts", message,
            "Stop here: the best checkpoint is kept. A smaller adversarial weight helps, or a blend of both stages.",
        )  # fmt: skip
