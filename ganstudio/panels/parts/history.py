"""History: every number of a run over time, in bounded memory; and what a curve needs before it can be drawn."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ganstudio.core.events import Progress

Floats = NDArray[np.float64]

MOST = 20_000
"""Points kept per curve. When they are full, neighbours are averaged in pairs and half the room is free again."""

AXES = ("step", "kimg", "minutes")


@dataclass
class _Sum:
    """Progress events on their way to one point: sums and counts of what was finite."""

    events: int = 0
    places: tuple[float, float, float] = (0.0, 0.0, 0.0)
    sums: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, event: Progress) -> None:
        self.events += 1
        self.places = (float(event.step), event.kimg, event.seconds / 60)
        for key, value in event.losses.items():
            if np.isfinite(value):
                self.sums[key] = self.sums.get(key, 0.0) + value
                self.counts[key] = self.counts.get(key, 0) + 1


class History:
    """Points of equal weight: once pairs are averaged, as many events go into each new point too."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self.clear()

    def clear(self) -> None:
        self._count = 0
        self._stride = 1
        self._places: Floats = np.empty((3, self._most))
        self._values: dict[str, Floats] = {}
        self._sum = _Sum()

    def __len__(self) -> int:
        return self._count

    @property
    def keys(self) -> tuple[str, ...]:
        """In the order in which they first came."""
        return tuple(self._values)

    def append(self, event: Progress) -> None:
        """Take one event. A run that goes back (resumed from an earlier checkpoint) loses what lay beyond."""
        if self._count and event.step <= self._places[0, self._count - 1]:
            self._count = int(np.searchsorted(self._places[0, : self._count], event.step))
            self._sum = _Sum()
        for key in event.losses:
            if key not in self._values:
                self._values[key] = np.full(self._most, np.nan)
        self._sum.add(event)
        if self._sum.events >= self._stride:
            self._put()

    def place(self, axis: str) -> Floats:
        """Steps, thousands of images or minutes, one for each point."""
        return self._places[AXES.index(axis), : self._count]

    def values(self, key: str) -> Floats:
        """One number for each point, nan where there was none."""
        return self._values[key][: self._count]

    def nearest(self, axis: str, place: float) -> int:
        """The index of the point nearest to `place`; -1 when there is none."""
        if not self._count:
            return -1
        places = self.place(axis)
        right = min(int(np.searchsorted(places, place)), self._count - 1)
        left = max(right - 1, 0)
        return left if abs(places[left] - place) <= abs(places[right] - place) else right

    def _put(self) -> None:
        if self._count == self._most:
            self._halve()
            if self._sum.events < self._stride:
                return
        self._places[:, self._count] = self._sum.places
        for key, values in self._values.items():
            count = self._sum.counts.get(key, 0)
            values[self._count] = self._sum.sums[key] / count if count else np.nan
        self._count += 1
        self._sum = _Sum()

    def _halve(self) -> None:
        half = self._most // 2
        self._places[:, :half] = self._places[:, 1 : 2 * half : 2]
        for values in self._values.values():
            values[:half] = mean_of(values[: 2 * half], 2)
            values[half:] = np.nan
        self._count = half
        self._stride *= 2


def mean_of(values: Floats, size: int) -> Floats:
    """The mean of each `size` neighbours (their number divides by it); gaps count for nothing."""
    groups = values.reshape(-1, size)
    good = np.isfinite(groups)
    count = good.sum(axis=1)
    total = np.where(good, groups, 0.0).sum(axis=1)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def thinned(places: Floats, values: Floats, most: int) -> tuple[Floats, Floats, int]:
    """At most about `most` points, each the mean of its neighbours at the last one's place; and how many of them.

    Smoothing comes after this: a mean of means says the same, and costs as much less as there are fewer points.
    """
    size = -(-len(values) // most)
    if size <= 1:
        return places, values, 1
    whole = len(values) // size * size
    rest = values[whole:]
    means = [mean_of(values[:whole], size), *([mean_of(rest, len(rest))] if len(rest) else [])]
    return np.append(places[size - 1 : whole : size], places[-1:] if len(rest) else []), np.concatenate(means), size


def smoothed(values: Floats, share: float, block: int = 1000) -> Floats:
    """Running mean that forgets: each point keeps `share` (0 to 1) of the one before, without a bias at the start.

    Gaps stay gaps and count for nothing. Whole blocks at a time: y_t = share y_(t-1) + x_t, unrolled; `share` to the
    power of -`block` has to stay a finite number.
    """
    if share <= 0 or not len(values):
        return values
    good = np.isfinite(values)
    both = np.stack([np.where(good, values, 0.0), good.astype(float)])
    out = np.empty_like(both)
    carry = np.zeros(2)
    for start in range(0, len(values), block):
        part = both[:, start : start + block]
        powers = share ** np.arange(1, part.shape[1] + 1)
        sums = np.cumsum(part / powers, axis=1)
        out[:, start : start + block] = (sums + carry[:, None]) * powers
        carry = out[:, start + part.shape[1] - 1]
    mean: Floats = out[0] / np.maximum(out[1], 1e-300)
    return np.where(good, mean, np.nan)


def reduced(places: Floats, values: Floats, most: int) -> tuple[Floats, Floats]:
    """At most about `most` points that draw the same curve: the least and the greatest of each stretch.

    Drawing costs by the point, dashes above all, and a plot has no more columns than pixels.
    """
    count = len(values)
    stretch = count // (most // 2)
    if stretch < 3:
        return places, values
    whole = count // stretch * stretch
    parts = values[:whole].reshape(-1, stretch)
    good = np.isfinite(parts)
    empty = ~good.any(axis=1)
    least = np.where(empty, np.nan, np.where(good, parts, np.inf).min(axis=1))
    greatest = np.where(empty, np.nan, np.where(good, parts, -np.inf).max(axis=1))
    rising = np.where(good[:, -1], parts[:, -1], 0) >= np.where(good[:, 0], parts[:, 0], 0)
    pairs = np.where(rising[:, None], np.stack([least, greatest], 1), np.stack([greatest, least], 1))
    where = places[:whole].reshape(-1, stretch)[:, [0, -1]]
    return np.concatenate([where.ravel(), places[whole:]]), np.concatenate([pairs.ravel(), values[whole:]])


def logarithms(values: Floats) -> Floats:
    """Base 10; nan where there is none."""
    positive = values > 0
    return np.where(positive, np.log10(np.where(positive, values, 1.0)), np.nan)
