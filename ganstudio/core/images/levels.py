"""Which number is black and which is white in pictures of more than eight bits: one rule for all, decided by the set.

What a file declares holds. Otherwise whole numbers go from 0 to one less than a power of two, and fractions from 0 to
1 or a power of two: the smallest that all but one in two hundred numbers of the set fit under, so that neither a hot
pixel nor a highlight that was sharpened above 1 decides. Sets with numbers below 0 or above 16 bits are spread between
the darkest and the brightest half per cent of their pictures, but for one in twenty pictures at either end.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ganstudio.core.run import Preparation

Numbers = npt.NDArray[Any]

LITTLE = 0.005
"""The share of a set's numbers that may lie outside the range."""
_MOST_BITS = 16
_LEAST_BITS = 8
_LOOKED_AT = 2**20
"""Numbers of a picture that are looked at, spread evenly."""


class Range(NamedTuple):
    black: float
    white: float


AUTO = Range(0, 0)
"""Decided by the set."""


class Depth(NamedTuple):
    """What is known of the numbers in one picture of more than eight bits."""

    fractions: bool
    declared: float
    """The number that the file says is white; 0 without."""
    above: list[float]
    """The share of numbers above 2^0, 2^1, ... 2^16 (whole numbers: that need more than so many bits)."""
    below: float
    """The share of numbers below 0."""
    low: float
    high: float
    """The darkest and the brightest half per cent lie outside."""
    black: float = 0
    white: float = 0
    """The range that it was read with."""

    @property
    def range(self) -> Range:
        return Range(self.black, self.white)


def levels_of(preparation: Preparation) -> Range:
    """What is black and white in pictures of more than eight bits, as it was asked for."""
    return Range(preparation.black, preparation.white)


def depth_of(numbers: Numbers, declared: float = 0) -> Depth:
    """Look at the numbers of a picture, (H, W) or (H, W, bands)."""
    step = max(1, int((numbers.size / _LOOKED_AT) ** 0.5))
    some = numbers[::step, ::step].ravel()
    fractions = some.dtype.kind == "f"
    values = some.astype(np.float64)
    values = values[np.isfinite(values)] if fractions else values
    values = values if values.size else np.zeros(1)
    limits = [2.0**bits - (not fractions) for bits in range(_MOST_BITS + 1)]
    above = [round(float((values > limit).mean()), 6) for limit in limits]
    low, high = (float(np.quantile(values, share)) for share in (LITTLE, 1 - LITTLE))
    return Depth(fractions, declared, above, round(float((values < 0).mean()), 6), low, high)


def range_of(depth: Depth, depths: Iterable[Depth], chosen: Range = AUTO) -> Range:
    """The range of one picture in a set. `depths`: those of the whole set; `chosen`: what the person asked for."""
    if chosen.white > chosen.black:
        return chosen
    if depth.declared:
        return Range(0, depth.declared)
    return _of_set([other for other in depths if other.fractions == depth.fractions and not other.declared] or [depth])


def ranges_of(depths: Sequence[Depth | None], chosen: Range = AUTO) -> list[Range | None]:
    """The range of each picture of a set; None for those of eight bits."""
    deep = [depth for depth in depths if depth]
    shared = {
        kind: range_of(some[0], some, chosen)
        for kind in (False, True)
        if (some := [depth for depth in deep if depth.fractions == kind and not depth.declared])
    }
    return [
        None if depth is None else range_of(depth, [], chosen) if depth.declared else shared[depth.fractions]
        for depth in depths
    ]


def _of_set(depths: Sequence[Depth]) -> Range:
    if np.mean([depth.below for depth in depths]) > LITTLE:
        return _between(depths)
    for bits in range(0 if depths[0].fractions else _LEAST_BITS, _MOST_BITS + 1):
        if np.mean([depth.above[bits] for depth in depths]) <= LITTLE:
            return Range(0, float(2**bits) if bits < _LEAST_BITS else float(2**bits - 1))
    return _between(depths)


def _between(depths: Sequence[Depth]) -> Range:
    low = float(np.quantile([depth.low for depth in depths], 0.05, method="lower"))
    high = float(np.quantile([depth.high for depth in depths], 0.95, method="higher"))
    return Range(low, high if high > low else low + 1)


def in_eight_bits(numbers: Numbers, scale: Range) -> npt.NDArray[np.uint8]:
    """(H, W) or (H, W, bands) as bytes: black becomes 0, white 255; what is no number is 0."""
    drawn = np.empty(numbers.shape, dtype=np.uint8)
    factor = 255 / (scale.white - scale.black)
    rows = max(1, 2**20 // max(1, numbers[:1].size))
    for top in range(0, len(numbers), rows):
        part = (numbers[top : top + rows].astype(np.float64) - scale.black) * factor
        np.nan_to_num(part, copy=False, nan=0, posinf=255, neginf=0)
        drawn[top : top + rows] = np.clip(np.rint(part), 0, 255)
    return drawn
