"""The full measurement of a generator: every score that was asked for, with what it rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ganstudio.scores.copies import find_copies
from ganstudio.scores.distances import (
    frechet_distance,
    inception_score,
    kernel_distance,
    sliced_distance,
    statistics,
)
from ganstudio.scores.features import Features
from ganstudio.scores.neighbours import density_coverage, precision_recall

KINDS = ("fid", "kid", "mind", "is", "pr", "dc", "copies")
"""What can be asked for: `pr` is precision and recall, `dc` density and coverage."""
ENOUGH = {"fid": 10_000, "mind": 2_000, "is": 5_000, "pr": 1_000, "dc": 1_000}
"""Images on each side below which a score is noticeably biased."""


@dataclass(frozen=True)
class Line:
    """One number."""

    name: str
    value: float
    better: str
    """'lower', 'higher' or ''."""
    deviation: float | None = None


@dataclass(frozen=True)
class Measured:
    lines: tuple[Line, ...]
    real: int
    """Real images it rests on."""
    generated: int
    features: str
    """The extractor's name: numbers with another one are not comparable."""
    remarks: tuple[str, ...] = field(default_factory=tuple)

    @property
    def scores(self) -> dict[str, float]:
        return {line.name: line.value for line in self.lines}


def measure(
    real: Features,
    fake: Features,
    kinds: Sequence[str] = KINDS,
    *,
    features: str,
    on_kind: Callable[[str], None] | None = None,
) -> Measured:
    """Every score in `kinds` between real and generated images; those that cannot be had are named in the remarks.

    Args:
        on_kind: told the name of each kind before it is computed.
    """
    lines: list[Line] = []
    remarks: list[str] = []
    for kind in kinds:
        if on_kind:
            on_kind(kind)
        try:
            lines += MEASURES[kind](real, fake)
        except ValueError as error:
            remarks.append(f"{kind}: {error}")
    count = min(len(real), len(fake))
    biased = [kind for kind in kinds if count < ENOUGH.get(kind, 0)]
    if biased:
        names = ", ".join(f"{kind} ({ENOUGH[kind]:,})" for kind in biased)
        remarks.append(f"N is {count:,}, which biases {names}: compare only with scores of the same N and features.")
    if features.startswith("builtin") and {"pr", "dc"} & set(kinds):
        remarks.append("With built-in features noise can pass for precision and density: go by coverage and recall.")
    return Measured(tuple(lines), len(real), len(fake), features, tuple(remarks))


def _frechet(real: Features, fake: Features) -> list[Line]:
    lines = [Line("FID", frechet_distance(statistics(real.values), statistics(fake.values)), "lower")]
    if len(real) >= 4:
        halves = (statistics(real.values[::2]), statistics(real.values[1::2]))
        lines.append(Line("FID of real against real, half N", frechet_distance(*halves), ""))
    return lines


def _kernel(real: Features, fake: Features) -> list[Line]:
    mean, deviation = kernel_distance(real.values, fake.values)
    return [Line("KID", mean, "lower", deviation or None)]


def _sliced(real: Features, fake: Features) -> list[Line]:
    return [Line("MIND", sliced_distance(real.values, fake.values), "lower")]


def _inception(real: Features, fake: Features) -> list[Line]:
    if fake.logits is None or real.logits is None:
        raise ValueError("these features come without classes; take Inception v3 (--features inception).")
    mean, deviation = inception_score(fake.logits)
    return [Line("IS", mean, "higher", deviation), Line("IS of the real images", inception_score(real.logits)[0], "")]


def _precision(real: Features, fake: Features) -> list[Line]:
    scores = precision_recall(real.values, fake.values)
    return [Line("precision", scores.precision, "higher"), Line("recall", scores.recall, "higher")]


def _density(real: Features, fake: Features) -> list[Line]:
    scores = density_coverage(real.values, fake.values)
    return [Line("density", scores.density, "higher"), Line("coverage", scores.coverage, "higher")]


def _copies(real: Features, fake: Features) -> list[Line]:
    copies = find_copies(real.values, fake.values)
    return [Line("copies", copies.rate, "lower"), Line("copies held out", copies.held_out, "")]


MEASURES: dict[str, Callable[[Features, Features], list[Line]]] = {
    "fid": _frechet,
    "kid": _kernel,
    "mind": _sliced,
    "is": _inception,
    "pr": _precision,
    "dc": _density,
    "copies": _copies,
}
