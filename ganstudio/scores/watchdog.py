"""Watchdog: from events alone, what goes wrong in a training, in plain words. No torch here: the window uses it too.

It is a fold: `hear` every event in order, ask for the `verdict` at any time. What it measures with is counted in images
seen, not in seconds, so that a fast machine gets the same verdict as a slow one. Losses are averaged over bins of
250 images or 1 % of the run so far, whichever is more; a rule looks at the last eight bins.
"""

import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from ganstudio.core.events import Event, Progress, Sampled, Scored, Started, Warned

BIN_KIMG, BIN_SHARE, BINS = 0.25, 0.01, 8
WARM_UP_KIMG = 3.0
"""Nothing is said about the two networks before: every training starts out of balance."""
FEW_IMAGES = 100
"""Below this a GAN learns its images by heart."""
COLLAPSED, VARIED = 0.15, 0.4
"""Variety (1: as varied as the training images) below which samples are nearly the same; above which they were not."""
FROZEN, FROZEN_KIMG = 0.02, 5.0
"""Variety below which samples are one picture or a few, whatever was before; and from when on that is no beginning."""
LOOKS = 3
"""Grids in a row that must agree before variety is spoken of."""
CERTAIN, CERTAIN_KIMG = 0.94, 8.0
"""D(x) - D(G(z)) above which the discriminator is never wrong, and from when on that counts. Large pictures begin like
this (0.98 was seen at 64 px in a run that went well), so it is bad only where nothing gets better either."""
SURE, LOPSIDED = 0.7, 5.0
"""Where one learning rate is this many times the other, a smaller difference is enough. Healthy runs of small pictures
were seen at 0.03 to 0.45, one with ten times the discriminator's learning rate at 0.65 to 0.95."""
COIN = 2 * math.log(2)
"""The discriminator's loss if it answers everything with 1/2; above it a coin would do better."""
TOLD_APART = 0.05
"""D(G(z)) below which hardly a picture of the generator passes for real."""
FOOLED = 0.12
"""D(G(z)) above D(x) by this: fakes pass for more real than the real ones."""
RISE = 1.15
"""Variety that has grown by this factor since three quarters of the images ago is rising."""
TELLING = 0.1
"""D(x) - D(G(z)) below which where held-out reals lie between the two says nothing."""
SWING = 0.35
"""Range of D(G(z)) over the bins that counts as swinging, if it goes to and fro."""
STILL, BARELY, ALIKE = 1e-4, 0.03, 0.03
"""Relative change of both losses below which nothing is learned; and where D(x) and D(G(z)) differ by less than the
third, and samples have little variety, below the second (one batch differs from the next by that much)."""
MEMORY = 0.6
"""Share of the way from reals to fakes at which held-out reals lie (ADA's r_v, Karras et al. 2020, equation 1)."""
SHARES = 8
"""Looks at held-out reals that this is the mean of: one batch differs from the next."""
WORSE, WORSE_IN_A_ROW = 1.5, 3
"""A score this many times the lowest, so many times in a row, is a run past its best,"""
BEYOND_CHANCE = 4.0
"""if each time it lies this many standard errors above the lowest before it: a lowest of many looks is low by luck."""

PROBABLE = ("nonsaturating", "minimax")
"""Objectives whose discriminator answers with probabilities; the numbers of the others have no fixed range."""

Mood = Literal["waiting", "good", "warn", "bad"]


@dataclass(frozen=True)
class Verdict:
    """What a person wants to know at a glance."""

    mood: Mood
    sentence: str


@dataclass(frozen=True)
class Finding:
    """One rule's alarm."""

    topic: str
    message: str
    advice: str
    remedy: dict[str, Any] = field(default_factory=dict)
    mood: Mood = "warn"


@dataclass
class _Bin:
    """Means of the losses over one stretch of images."""

    until: float
    losses: dict[str, list[float]] = field(default_factory=dict)

    def add(self, losses: Mapping[str, float]) -> None:
        for name, value in losses.items():
            self.losses.setdefault(name, []).append(value)

    def mean(self, name: str) -> float:
        values = self.losses.get(name, [])
        return sum(values) / len(values) if values else math.nan


class Watchdog:
    """Folds the events of one run."""

    def __init__(
        self, values: Mapping[str, Any] | None = None, allowed: Callable[[Mapping[str, Any]], bool] | None = None
    ) -> None:
        """`values`: the recipe's settings, from which remedies are made. `allowed`: whether the recipe can take some
        changes; a remedy that it cannot take is left out, and the advice stays."""
        self._values = values or {}
        self._allowed = allowed or (lambda changes: True)
        self._bins: deque[_Bin] = deque(maxlen=BINS)
        self._open: _Bin | None = None
        self._kimg = 0.0
        self._step = 0
        self._varieties: deque[float] = deque(maxlen=200)
        self._looked_at: deque[float] = deque(maxlen=200)
        self._shares: deque[float] = deque(maxlen=SHARES)
        self._scores: list[float] = []
        self._behind: deque[float] = deque(maxlen=WORSE_IN_A_ROW)
        self._last_score: Scored | None = None
        self._scored_by: tuple[str, int, float] | None = None
        self._probable = self._values.get("objective", PROBABLE[0]) in PROBABLE
        self._current: dict[str, Finding] = {}

    def hear(self, event: Event) -> list[Warned]:
        """Take in the next event; returns the warnings it gives rise to, each once until its cause has gone."""
        before = set(self._current)
        match event:
            case Started():
                self._restart(event)
            case Progress():
                self._progress(event)
            case Sampled(variety=float(variety)):
                self._varieties.append(variety)
                self._looked_at.append(self._kimg)
                self._judge(self._collapse)
            case Scored():
                self._score(event)
            case Warned(topic="diverged", message=message, advice=advice):
                self._current["diverged"] = Finding("diverged", message, advice, mood="bad")
                return []
            case _:
                pass
        fresh = [self._current[topic] for topic in self._current if topic not in before]
        return [Warned(step=self._step, topic=finding.topic, message=finding.message, advice=finding.advice,
                       remedy=self._applicable(finding.remedy)) for finding in fresh]  # fmt: skip

    @property
    def verdict(self) -> Verdict:
        """The gravest thing that is wrong now, or how well it goes."""
        if self._current:
            worst = min(self._current.values(), key=lambda finding: finding.mood != "bad")
            return Verdict(worst.mood, worst.message)
        if self._kimg < WARM_UP_KIMG or not self._bins:
            return Verdict("waiting", "It has only just begun: the first shapes come after some thousand images.")
        if reservations := " and ".join(self._reservations()):
            return Verdict("good", f"It learns, but {reservations}. {self._progress_words()}".strip())
        tendency = self._progress_words() or "The two networks keep each other busy."
        return Verdict("good", f"Learning well. {tendency}")

    @property
    def topics(self) -> frozenset[str]:
        """What is wrong now: the topics whose cause has not gone."""
        return frozenset(self._current)

    def _reservations(self) -> list[str]:
        """What speaks against a good verdict although no rule gives an alarm: the numbers beside it show the same."""
        fakes = [mean for mean in self._means("D(G(z))") if math.isfinite(mean)]
        known = self._probable and bool(fakes) and sum(fakes) / len(fakes) < TOLD_APART
        alike = bool(self._varieties) and self._varieties[-1] < COLLAPSED
        return [
            words
            for words, holds in (
                ("the discriminator tells nearly all of its pictures from real ones", known),
                ("its pictures are still much alike", alike),
                ("its pictures score worse than blurred training images", self._worse_than_blurred()),
            )
            if holds
        ]

    def _worse_than_blurred(self) -> bool:
        """Whether blurred training images score better than the samples."""
        return self._last_score is not None and bool(self._scores) and 0 < self._last_score.spoilt < self._scores[-1]

    def _progress_words(self) -> str:
        """What gets better, if anything does."""
        if len(self._scores) > 1 and min(self._scores) == self._scores[-1]:
            return "The last score is the lowest of all."
        if len(self._varieties) >= 2 * LOOKS:
            recent = list(self._varieties)
            now, then = sum(recent[-LOOKS:]) / LOOKS, sum(recent[-2 * LOOKS : -LOOKS]) / LOOKS
            if now > 1.1 * then:
                return "Variety is rising."
        return ""

    # What comes in ------------------------------------------------------------------------------------------------

    def _restart(self, event: Started) -> None:
        self._kimg, self._step = event.kimg, event.step
        self._bins.clear()
        self._open = None
        self._judge(lambda: self._too_few(event.images))

    def _progress(self, event: Progress) -> None:
        self._kimg, self._step = event.kimg, event.step
        if not all(map(math.isfinite, event.losses.values())):
            self._current["invalid"] = Finding(
                "invalid", "The losses are no longer numbers (NaN or infinite).",
                "Go back to the last checkpoint with half the learning rates.", self._slower("both", 0.5), "bad",
            )  # fmt: skip
            return
        self._current.pop("invalid", None)
        outputs = [event.losses.get(name, 0.5) for name in ("D(x)", "D(G(z))")]
        self._probable &= all(0.0 <= output <= 1.0 for output in outputs)
        if self._open is None:
            self._open = _Bin(event.kimg + max(BIN_KIMG, BIN_SHARE * event.kimg))
        self._open.add(event.losses)
        self._compare_with_unseen(event.losses)
        if event.kimg >= self._open.until:
            self._bins.append(self._open)
            self._open = None
            self._current.pop("diverged", None)
            if len(self._bins) == BINS and event.kimg >= WARM_UP_KIMG:
                for rule in (self._overpowered, self._fooled, self._swinging, self._still, self._by_heart):
                    self._judge(rule)

    def _compare_with_unseen(self, losses: Mapping[str, float]) -> None:
        real, fake, unseen = (losses.get(name, math.nan) for name in ("D(x)", "D(G(z))", "D(held out)"))
        if real - fake > TELLING and math.isfinite(unseen):
            self._shares.append((real - unseen) / (real - fake))

    def _score(self, event: Scored) -> None:
        made_by = (event.features, event.count, event.level)
        if made_by != self._scored_by:  # other features, another number of images, a larger network: not comparable
            self._scores, self._scored_by = [], made_by
            self._behind.clear()
        value = next((event.scores[name] for name in ("KID", "MIND", "FID") if name in event.scores), math.nan)
        if math.isfinite(value):
            self._scores.append(value)
            self._behind.append(event.behind)
            self._last_score = event
            self._judge(self._past_its_best)
        self._judge(lambda: self._copying(event.scores))

    def _judge(self, rule: Callable[[], Finding | str]) -> None:
        """A rule gives a Finding, or the topic that is in order."""
        outcome = rule()
        if isinstance(outcome, Finding):
            self._current.setdefault(outcome.topic, outcome)
        else:
            self._current.pop(outcome, None)

    # The rules ----------------------------------------------------------------------------------------------------

    def _collapse(self) -> Finding | str:
        """Nearly the same picture from every noise: always so, or after more variety than that."""
        recent = list(self._varieties)[-LOOKS:]
        ripe = len(recent) == LOOKS and self._kimg >= WARM_UP_KIMG
        fallen = max(self._varieties) >= VARIED and max(recent) < COLLAPSED
        never = self._kimg >= FROZEN_KIMG and max(recent) < FROZEN
        if not ripe or not (fallen or never):
            return "collapse"
        return Finding(
            "collapse",
            f"Mode collapse: the samples vary {recent[-1]:.0%} as much as the training images.",
            "Go on from an earlier checkpoint with a slower generator, or choose a Wasserstein loss (WGAN-GP).",
            self._slower("generator", 0.5), "bad",
        )  # fmt: skip

    def _overpowered(self) -> Finding | str:
        sure = self._lopsided("discriminator", "generator") and self._gap() > SURE
        certain = self._kimg >= CERTAIN_KIMG and self._gap() > CERTAIN and not self._rising()
        if not self._probable or not (sure or certain) or self._varied() or self._improving():
            return "discriminator"
        return Finding(
            "discriminator",
            "The discriminator is too strong: it is hardly ever wrong, and the generator learns little from it.",
            "Halve the discriminator's learning rate, or smooth its labels.",
            self._slower("discriminator", 0.5) | self._raised("label_smoothing", 0.1),
        )

    def _fooled(self) -> Finding | str:
        losses = self._means("discriminator")
        useless = self._gap() < 0 and sum(losses) / len(losses) > COIN and self._still() == "still"
        if not self._probable or not (self._gap() < -FOOLED or useless):
            return "generator"
        return Finding(
            "generator",
            "The generator is too strong: the discriminator takes its images for more real than the real ones, "
            "and what it teaches is chance.",
            "Halve the generator's learning rate.",
            self._slower("generator", 0.5),
        )

    def _swinging(self) -> Finding | str:
        values = self._means("D(G(z))")
        reach = max(values) - min(values)
        path = sum(abs(b - a) for a, b in pairwise(values))
        if not self._probable or not (reach > SWING and path > 2.5 * reach):
            return "oscillation"
        return Finding(
            "oscillation",
            "The two networks chase each other: now one wins, now the other, and neither settles.",
            "Halve both learning rates.",
            self._slower("both", 0.5),
        )

    def _still(self) -> Finding | str:
        names = ("generator", "discriminator")
        changes = [_relative_range(self._means(name)) for name in names if name in self._bins[-1].losses]
        alike = self._probable and abs(self._gap()) < ALIKE and not self._varied()
        if not changes or max(changes) > (BARELY if alike else STILL):
            return "still"
        return Finding(
            "still",
            "Nothing is being learned: the losses have not moved.",
            "Raise the learning rates; the usual ones are 0.0002.",
            self._raised("generator_lr", 2e-4) | self._raised("discriminator_lr", 2e-4),
        )

    def _by_heart(self) -> Finding | str:
        if len(self._shares) < SHARES or not sum(self._shares) / SHARES > MEMORY:
            return "memory"
        return Finding(
            "memory",
            "The discriminator knows its images by heart: it takes real images it has not seen for generated ones.",
            f"Add images{self._or_turn_them()}; more training will not help.",
            self._augmented(),
        )

    def _past_its_best(self) -> Finding | str:
        recent = self._scores[-WORSE_IN_A_ROW:]
        best = min(self._scores)
        gone = len(self._scores) > WORSE_IN_A_ROW and min(recent) > WORSE * best
        if not gone or min(self._behind) < BEYOND_CHANCE:
            return "past"
        return Finding(
            "past",
            f"It is past its best: the score has risen{_times(recent[-1], best)}, more than chance explains.",
            "The best checkpoint is kept: stop, or go on from it with half the learning rates.",
            self._slower("both", 0.5),
        )

    def _too_few(self, images: int) -> Finding | str:
        if images >= FEW_IMAGES:
            return "few"
        return Finding(
            "few",
            f"There are only {images} training images: a GAN learns so few by heart.",
            f"Add images if there are more (some hundred are the least){self._or_turn_them()}.",
            self._augmented(),
        )

    def _copying(self, scores: Mapping[str, float]) -> Finding | str:
        copies, usual = scores.get("copies", 0.0), scores.get("copies held out", 0.0)
        if not copies > usual + 0.2:
            return "copies"
        return Finding(
            "copies",
            f"It copies: {copies:.0%} of the samples are training images, against {usual:.0%} of new real ones.",
            f"Use an earlier checkpoint, add images{self._or_turn_them()}.",
            self._augmented(), "bad",
        )  # fmt: skip

    # What rules are made of ---------------------------------------------------------------------------------------

    def _means(self, name: str) -> list[float]:
        return [stretch.mean(name) for stretch in self._bins]

    def _gap(self) -> float:
        """The mean of D(x) - D(G(z)); nan, which is never above or below anything, where there are no such numbers."""
        gaps = [real - fake for real, fake in zip(self._means("D(x)"), self._means("D(G(z))"), strict=True)]
        return sum(gaps) / len(gaps)

    def _varied(self) -> bool:
        return bool(self._varieties) and self._varieties[-1] >= VARIED

    def _rising(self) -> bool:
        """True while variety grows: something is being learned, whatever the losses look like."""
        if len(self._varieties) < 2 * LOOKS:
            return False
        seen = list(zip(self._looked_at, self._varieties, strict=True))
        before = [value for at, value in seen if at <= 0.75 * self._kimg][-LOOKS:]
        now = [value for _, value in seen[-LOOKS:]]
        return not before or sum(now) / len(now) > RISE * sum(before) / len(before)

    def _lopsided(self, fast: str, slow: str) -> bool:
        """True where one network's learning rate is many times the other's."""
        first, second = (float(self._values.get(f"{network}_lr", math.nan)) for network in (fast, slow))
        return first >= LOPSIDED * second

    def _improving(self) -> bool:
        """True while the best score is among the last two: whatever the losses look like, it gets better."""
        return len(self._scores) > 1 and min(self._scores) in self._scores[-2:]

    def _applicable(self, remedy: Mapping[str, Any]) -> dict[str, Any]:
        """The changes of a remedy that this recipe accepts."""
        taken: dict[str, Any] = {}
        for name, value in remedy.items():
            if name in self._values and self._allowed(taken | {name: value}):
                taken[name] = value
        return taken

    def _slower(self, which: Literal["generator", "discriminator", "both"], factor: float) -> dict[str, Any]:
        names = [f"{network}_lr" for network in ("generator", "discriminator") if which in {network, "both"}]
        return {name: factor * self._values[name] for name in names if isinstance(self._values.get(name), float)}

    def _augmented(self) -> dict[str, Any]:
        return {"augment": "diffaugment"} if self._values.get("augment") == "none" else {}

    def _or_turn_them(self) -> str:
        """Other answers to few images; augmentation only where it is off and the recipe has it."""
        return ", mirror them, or switch augmentation on" if self._augmented() else " or mirror them"

    def _raised(self, name: str, value: float) -> dict[str, Any]:
        return {name: value} if self._values.get(name, value) < value else {}


def _times(now: float, lowest: float) -> str:
    """' to 2.0 times its lowest'; '' where the lowest is about zero, as KID's may be, and the ratio says nothing."""
    return f" to {now / lowest:.1f} times its lowest" if lowest > now / 100 else ""


def _relative_range(values: list[float]) -> float:
    return (max(values) - min(values)) / max(1e-12, max(map(abs, values)))
