"""TranslationWatch: from events alone, what goes wrong while a network learns to turn pictures into others.

No torch here: the window uses it too. Numbers that were seen on two cores, 32 to 64 px: a run that goes well has
D(x) - D(G(z)) of 0.1 to 0.5, gives pictures back that are 5 to 15 % off, and changes them by more than 3 % of the
range.
"""

import math
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from ganstudio.core.events import Event, Progress, Sampled, Started, Warned
from ganstudio.scores.watchdog import Finding, Verdict

WARM_UP_KIMG = 0.3
"""Nothing is said before: the first pictures come out grey or as they went in."""
MEMORY_KIMG, MEMORY_SHARE = 0.05, 0.03
"""Losses are running means over so many thousand images, or that share of the run so far, whichever is more."""
LOOKS = 3
"""Grids in a row that must agree."""
UNCHANGED = 0.02
"""Mean change of a picture, of a range of 1, below which one sees none."""
ALIKE = 0.15
"""Variety of the results, 1 that of real pictures of their side, below which they are one picture."""
CERTAIN = 0.8
"""D(x) - D(G(z)) above which the discriminators are hardly ever wrong; 0.19 was seen in a run that went well, 0.83 in
one whose discriminators learn 160 times as fast as its generators."""
WORSE, LOST = 1.5, 0.15
"""The way back is lost when it is off by this many times its least, and by that much (mean, of a range of 2)."""
UNRECOGNISED = 0.9
"""Share of the cross-entropy of blind guessing above which places are not found again (CUT)."""
FALLEN = 0.95
"""Of what it was at its beginning: below, a loss has fallen."""


class _Means:
    """Running means of the losses, what they were at first, and the least each has been."""

    def __init__(self) -> None:
        self.now: dict[str, float] = {}
        self.first: dict[str, float] = {}
        self.least: dict[str, float] = {}

    def add(self, losses: Mapping[str, float], share: float, *, settled: bool) -> None:
        """`share`: of the newest value. `settled`: whether enough was seen for the least to count."""
        for name, value in losses.items():
            before = self.now.get(name, value)
            mean = self.now[name] = before + share * (value - before)
            if settled:
                self.first.setdefault(name, mean)
                self.least[name] = min(mean, self.least.get(name, mean))


class TranslationWatch:
    """Folds the events of one run."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        """`values`: the recipe's settings, from which remedies are made."""
        self._values = values or {}
        self._current: dict[str, Finding] = {}
        self._step, self._kimg = 0, 0.0
        self._means = _Means()
        self._changes: deque[float] = deque(maxlen=LOOKS)
        self._varieties: deque[float] = deque(maxlen=LOOKS)

    def hear(self, event: Event) -> list[Warned]:
        """Take in the next event; returns the warnings it gives rise to, each once until its cause has gone."""
        before = set(self._current)
        match event:
            case Started():
                self._step, self._kimg = event.step, event.kimg
            case Progress():
                self._progress(event)
            case Sampled(variety=float(variety)):
                self._varieties.append(variety)
                self._judge(self._alike)
            case Warned(topic="diverged", message=message, advice=advice):
                self._current["diverged"] = Finding("diverged", message, advice, mood="bad")
                return []
            case _:
                pass
        fresh = [finding for topic, finding in self._current.items() if topic not in before]
        return [Warned(step=self._step, topic=finding.topic, message=finding.message, advice=finding.advice,
                       remedy=finding.remedy) for finding in fresh]  # fmt: skip

    @property
    def topics(self) -> frozenset[str]:
        """What is wrong now."""
        return frozenset(self._current)

    @property
    def verdict(self) -> Verdict:
        """The gravest thing that is wrong now, or how well it goes."""
        if self._current:
            worst = min(self._current.values(), key=lambda finding: finding.mood != "bad")
            return Verdict(worst.mood, worst.message)
        if self._kimg < WARM_UP_KIMG or not self._means.now:
            return Verdict("waiting", "It has only just begun: pictures change after some hundred steps.")
        begun = "It learns, but slowly." if self._means.now.get("cycle", 0.0) > 2 * LOST else "Learning well."
        return Verdict("good", f"{begun} {self._tendency()}".strip())

    def _tendency(self) -> str:
        """What gets better, if anything does."""
        now = self._means.now
        if "cycle" in now:
            off = f"Pictures that go there and back come back {now['cycle'] / 2:.0%} off"
            return f"{off}, less and less." if self._fell("cycle") else f"{off}."
        if "correspondence" in now and self._fell("correspondence"):
            return "Places are found again better and better."
        if "style" in now and self._fell("style"):
            return "The style comes nearer."
        return "The networks keep each other busy." if "discriminator" in now else ""

    def _fell(self, name: str) -> bool:
        now, first = self._means.now[name], self._means.first.get(name, math.nan)
        return now < FALLEN * first

    # What comes in ------------------------------------------------------------------------------------------------

    def _progress(self, event: Progress) -> None:
        passed = max(0.0, event.kimg - self._kimg)
        self._step, self._kimg = event.step, event.kimg
        if not all(map(math.isfinite, event.losses.values())):
            self._current["invalid"] = Finding(
                "invalid", "The losses are no longer numbers (NaN or infinite).",
                "Go back to the last checkpoint with half the learning rates.", self._slower(), "bad",
            )  # fmt: skip
            return
        self._current.pop("invalid", None)
        if passed:
            self._current.pop("diverged", None)
        memory = max(MEMORY_KIMG, MEMORY_SHARE * event.kimg)
        self._means.add(event.losses, 1 - math.exp(-passed / memory), settled=event.kimg >= WARM_UP_KIMG)
        if "change" in event.losses:
            self._changes.append(event.losses["change"])
            self._judge(self._unchanged)
        if event.kimg >= WARM_UP_KIMG:
            for rule in (self._overpowered, self._lost, self._unrecognised):
                self._judge(rule)

    def _judge(self, rule: Callable[[], Finding | str]) -> None:
        """A rule gives a Finding, or the topic that is in order."""
        outcome = rule()
        if isinstance(outcome, Finding):
            self._current.setdefault(outcome.topic, outcome)
        else:
            self._current.pop(outcome, None)

    # The rules ----------------------------------------------------------------------------------------------------

    def _unchanged(self) -> Finding | str:
        ripe = len(self._changes) == LOOKS and self._kimg >= WARM_UP_KIMG
        if not ripe or max(self._changes) > UNCHANGED:
            return "unchanged"
        return Finding(
            "unchanged", f"Pictures come out as they went in: they change by {self._changes[-1]:.1%} of the range.",
            "Lower the identity weight, or choose two folders that differ more.", self._without_identity(),
        )  # fmt: skip

    def _alike(self) -> Finding | str:
        ripe = len(self._varieties) == LOOKS and self._kimg >= WARM_UP_KIMG
        if not ripe or max(self._varieties) > ALIKE:
            return "collapse"
        return Finding(
            "collapse", f"Mode collapse: what comes out varies {self._varieties[-1]:.0%} as much as real pictures do.",
            "Go on from an earlier checkpoint with half the learning rates.", self._slower(), "bad",
        )  # fmt: skip

    def _overpowered(self) -> Finding | str:
        now = self._means.now
        if now.get("D(x)", 0.0) - now.get("D(G(z))", 0.0) < CERTAIN:
            return "discriminator"
        return Finding(
            "discriminator",
            "The discriminators are hardly ever wrong: the generators learn little from them.",
            "Halve the discriminators' learning rate.", self._halved("discriminator_lr"),
        )  # fmt: skip

    def _lost(self) -> Finding | str:
        now, least = self._means.now.get("cycle", 0.0), self._means.least.get("cycle", math.inf)
        if now < LOST * 2 or now < WORSE * least:
            return "cycle"
        return Finding(
            "cycle", f"The way back is lost: pictures come back {now / 2:.0%} off, and it was {least / 2:.0%}.",
            "Go on from an earlier checkpoint with half the learning rates.", self._slower(),
        )  # fmt: skip

    def _unrecognised(self) -> Finding | str:
        patches = self._values.get("patches", 0)
        blind = math.log(patches) if isinstance(patches, int) and patches > 1 else math.inf
        if self._means.now.get("correspondence", 0.0) < UNRECOGNISED * blind:
            return "correspondence"
        return Finding(
            "correspondence", "Places of a picture are not found again in what became of it.",
            "Raise the weight of what corresponds, or halve the generator's learning rate.",
            self._halved("generator_lr"),
        )  # fmt: skip

    # Remedies -----------------------------------------------------------------------------------------------------

    def _halved(self, name: str) -> dict[str, Any]:
        value = self._values.get(name)
        return {name: value / 2} if isinstance(value, float) else {}

    def _slower(self) -> dict[str, Any]:
        return self._halved("generator_lr") | self._halved("discriminator_lr")

    def _without_identity(self) -> dict[str, Any]:
        known = self._values.get("identity")
        return {"identity": type(known)(0)} if known else {}
