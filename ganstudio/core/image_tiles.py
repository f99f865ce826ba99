"""Large pictures in overlapping tiles: where they lie, and how much each counts where two of them meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Span:
    """One tile along one axis."""

    start: int
    length: int
    weights: Floats
    """How much each of its pixels counts, 0 to 1."""


@dataclass(frozen=True)
class Tiling:
    """How an axis is cut: as few tiles as it takes of at most `tile` px, of one size, that share at least `overlap` px.

    All are multiples of `multiple`.
    """

    tile: int = 512
    overlap: int = 128
    multiple: int = 4
    smallest: int = 8
    hard: bool = False
    """Each pixel is taken from one tile, where none of it is nearer than half the overlap to a cut edge.

    For networks whose pixels see no further than that: then the tiles are equal to the whole.
    """

    def padded(self, length: int) -> int:
        """The next multiple, and at least `smallest`; mirrored borders fill it up."""
        return -(-max(length, self.smallest) // self.multiple) * self.multiple

    def spans(self, length: int) -> list[Span]:
        """The tiles that cover `padded(length)` px; one, however long, if `tile` is 0."""
        length = self.padded(length)
        if not self.tile or length <= self.tile:
            return [Span(0, length, np.ones(length, np.float32))]
        tile = self._smallest_for(length)
        starts = [*range(0, length - tile, tile - self.overlap), length - tile]
        return [Span(start, tile, self._weights(tile, start > 0, start + tile < length)) for start in starts]

    def _smallest_for(self, length: int) -> int:
        """The least side with which no more tiles are needed than with the largest."""
        count = -(-(length - self.overlap) // (self.tile - self.overlap))
        least = -(-(length + (count - 1) * self.overlap) // count)
        return -(-least // self.multiple) * self.multiple

    def _weights(self, tile: int, before: bool, after: bool) -> Floats:
        """1 in the middle; towards a neighbour down to 0, which it reaches a quarter of the overlap before the edge.

        There the tile does not know what lies beyond, and its neighbour does.
        """
        inside = np.arange(tile, dtype=np.float32) + 0.5
        if self.hard:
            rise = (inside > self.overlap / 2).astype(np.float32)
        else:
            rise = np.clip((inside - self.overlap / 4) / (self.overlap / 2), 0, 1)
        weights = np.ones(tile, np.float32)
        if before:
            weights *= rise
        if after:
            weights *= rise[::-1]
        return weights


def shares(spans: Sequence[Span], factor: int = 1) -> list[Floats]:
    """What each tile counts at each of its pixels, enlarged `factor` times: those of all tiles add up to 1."""
    total = np.zeros(max(span.start + span.length for span in spans), np.float32)
    for span in spans:
        total[span.start : span.start + span.length] += span.weights
    return [np.repeat(span.weights / total[span.start : span.start + span.length], factor) for span in spans]


def mirrored(pixels: npt.NDArray[np.uint8], height: int, width: int) -> npt.NDArray[np.uint8]:
    """(H, W, C) grown to the right and below by its own mirror image."""
    room = ((0, height - pixels.shape[0]), (0, width - pixels.shape[1]), (0, 0))
    return np.pad(pixels, room, mode="reflect") if any(after for _, after in room) else pixels


def grid(length: int, size: int, count: int) -> Iterator[int]:
    """Up to `count` starts of pieces of `size` px that lie evenly along `length` px."""
    last = max(0, length - size)
    yield from sorted({round(number * last / max(1, count - 1)) for number in range(count)})
