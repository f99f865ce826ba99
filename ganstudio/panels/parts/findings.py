"""What was measured and what was warned of, folded from a run's events; plain values for the verdict to show."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ganstudio.core.comparison import ScorePoint
from ganstudio.core.events import Event, Progress, Sampled, Scored, Started, Warned

FORGETS = 0.95
"""Share that the running means of D(x), D(G(z)) and D(held out) keep with each Progress: about twenty of them."""

LOWER = ("FID", "KID", "MIND", "copies", "perceptual", "colour", "pattern")
"""Scores that are better when lower; the others are better when higher."""

WAYS = ("bicubic", "Lanczos")
"""What enlarged pictures are measured beside: 'PSNR bicubic' is what the PSNR of the run stands beside."""
SIGNS = frozenset({"colour shift", "pattern", "brightness"})
"""What the watch looks at, and speaks of where it is wrong."""

BIASED_BELOW = {"FID": 10_000, "MIND": 2_000, "IS": 5_000, "precision": 1_000, "recall": 1_000,
                "density": 1_000, "coverage": 1_000}  # fmt: skip
"""With fewer images than this a score says less than it seems to."""


@dataclass(frozen=True)
class ScoreSummary:
    """One score: its last value, and its best among those that can be compared with it (same N, same features)."""

    name: str
    last: float
    best: float
    """Its value at the moment that is marked as the best of the run; while none is, the best that it had."""
    best_kimg: float
    marked: bool
    """Whether `best` is that of the marked moment."""
    count: int
    features: str
    references: Mapping[str, float] = field(default_factory=dict)
    """The same of pictures that were enlarged as usual, by how."""

    @property
    def lower_is_better(self) -> bool:
        return lower_is_better(self.name)

    @property
    def doubtful(self) -> bool:
        """Too few images for this score to be taken at its word."""
        return self.count < BIASED_BELOW.get(base_name(self.name), 0)


@dataclass
class Findings:
    """Everything that the verdict shows, as of the last event."""

    step: int = 0
    measured: dict[str, ScoreSummary] = field(default_factory=dict)
    held_out: dict[str, float] = field(default_factory=dict)
    """By score: the same measured between two halves of the real images."""
    worst: dict[str, float] = field(default_factory=dict)
    """By score: the worst of the run on the same features."""
    blurred: float = 0.0
    """KID of the run's own pictures, blurred; 0 where it is not known."""
    kimg: float = math.nan
    variety: float = math.nan
    outputs: dict[str, float] = field(default_factory=dict)
    """Running means of D(x), D(G(z)) and, where it is known, D(held out)."""
    warnings: dict[str, Warned] = field(default_factory=dict)
    """The last of each topic, newest last."""

    def hear(self, event: Event) -> bool:
        """Take in the next event; True if something that is shown has changed."""
        match event:
            case Started(step=step):
                self.step = step
            case Progress(step=step, losses=losses):
                self.step, self.kimg = step, event.kimg
                self._listen(losses)
                return False
            case Sampled(variety=float(variety)):
                self.variety = variety
            case Scored():
                self._score(event)
            case Warned(topic=topic):
                self.warnings.pop(topic, None)
                self.warnings[topic] = event
            case _:
                return False
        return True

    def _listen(self, losses: Mapping[str, float]) -> None:
        for name in ("D(x)", "D(G(z))", "D(held out)"):
            value = losses.get(name, math.nan)
            if math.isfinite(value):
                before = self.outputs.get(name, value)
                self.outputs[name] = FORGETS * before + (1 - FORGETS) * value

    def _score(self, event: Scored) -> None:
        self.blurred = event.spoilt or self.blurred
        for name, value in event.scores.items():
            if name.endswith(" held out"):
                self.held_out[name.removesuffix(" held out")] = value
            elif math.isfinite(value) and is_own(name):
                self.measured[name] = self._summary(name, value, event)

    def _summary(self, name: str, value: float, event: Scored) -> ScoreSummary:
        known = self.measured.get(name)
        best, at, marked = value, event.kimg, event.best
        worst = max if lower_is_better(name) else min
        same = known is not None and (known.count, known.features) == (event.count, event.features)
        self.worst[name] = worst(value, self.worst.get(name, value)) if same else value
        if known and (known.count, known.features) == (event.count, event.features) and not event.best:
            better = value < known.best if lower_is_better(name) else value > known.best
            if known.marked or not better:
                best, at, marked = known.best, known.best_kimg, known.marked
        references = {way: event.scores[f"{name} {way}"] for way in WAYS if f"{name} {way}" in event.scores}
        return ScoreSummary(name, value, best, at, marked, event.count, event.features, references)


def is_own(name: str) -> bool:
    """Whether it says how good the run is, rather than what that is compared with or watched by."""
    return not name.endswith((*WAYS, "held out")) and base_name(name) not in {base_name(sign) for sign in SIGNS}


def base_name(name: str) -> str:
    """'FID A to B' -> 'FID': translations have each score once per direction."""
    return name.split(" ")[0]


def lower_is_better(name: str) -> bool:
    return base_name(name) in LOWER


def score_points(events: Iterable[Event]) -> list[ScorePoint]:
    """Every measurement of a run, in order."""
    points: list[ScorePoint] = []
    minutes = 0.0
    for event in events:
        if isinstance(event, Progress):
            minutes = event.seconds / 60
        if isinstance(event, Scored):
            points = [point for point in points if point.step < event.step]  # a run that went back
            points.append(score_point(event, minutes))
    return points


def score_point(event: Scored, minutes: float) -> ScorePoint:
    """`minutes`: how long the run had trained."""
    return ScorePoint(event.step, event.kimg, minutes, event.scores, event.count, event.features, event.best)


def best_point(points: Iterable[ScorePoint]) -> ScorePoint | None:
    """The moment that is marked as the best; while none is, the lowest KID, FID or MIND (what there is) of those
    comparable with the last."""
    known = list(points)
    if not known:
        return None
    alike = [point for point in known if (point.count, point.features) == (known[-1].count, known[-1].features)]
    marked = [point for point in alike if point.marked]
    if marked:
        return marked[-1]
    name = next((name for name in ("KID", "FID", "MIND") if name in alike[-1].scores), "")
    return min(alike, key=lambda point: point.scores.get(name, math.inf)) if name else alike[-1]


def main_first(names: Iterable[str]) -> list[str]:
    """The scores of a run, KID, FID and MIND first; what they are compared with is no score of it."""
    order = ("KID", "FID", "MIND", "PSNR", "perceptual", "SSIM")
    known = [name for name in dict.fromkeys(names) if is_own(name)]
    return sorted(known, key=lambda name: order.index(name) if name in order else len(order))
