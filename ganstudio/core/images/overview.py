"""All pictures of a folder at a glance: how large and bright each is, what it nearly copies, and what became of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.core.images.by_hand import HAND
from ganstudio.core.images.cache import look_at
from ganstudio.core.images.check_report import Cancelled
from ganstudio.core.images.listing import FoundFile
from ganstudio.core.images.scan import Source
from ganstudio.core.images.store import Entry
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.run import Preparation

UNLIKE = 128
"""Bits that differ where nothing is known of what a picture may copy."""
MOST_COMPARED = 30_000
"""Pictures that are each compared with all others, in some seconds; of more, none is."""
_AT_ONCE = 256

Pixels = npt.NDArray[np.uint8]


class OverviewPicture(NamedTuple):
    """One file of the folder."""

    file: FoundFile
    name: str
    width: int
    height: int
    """Of the original as it is seen; 0 where it cannot be read."""
    row: int
    """Where its pixels are among those of the overview; -1 without."""
    brightness: float
    """The mean of its pixels, 0 to 255."""
    distance: int
    """Bits of 128 in which its hash differs from that of the picture that is nearest to it."""
    pair: int
    """The same number for two pictures that are nearest to each other."""
    reason: str
    """Why it is not learned from, whatever a person leaves out; '' if it is."""
    by_hand: bool
    """A person leaves it out."""
    fit: FitByHand | None
    """How a person fits it, where not as the others are."""


@dataclass(frozen=True)
class Overview:
    pictures: list[OverviewPicture]
    pixels: Pixels
    """(N, H, W, C), a read-only memory map; see `OverviewPicture.row`."""
    preparation: Preparation
    resolution: Resolution

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height of what is learned."""
        height, width = shape_of(self.resolution)
        return width, height


def overview(
    sources: Sequence[Source],
    preparation: Preparation,
    resolution: Resolution,
    *,
    cache_dir: Path | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Overview:
    """Everything that `cache.prepare` looks at, from its cache.

    Raises:
        ImagesError: a source does not exist or holds no pictures.
        Cancelled: `cancelled` said so.
    """
    files, entries, pixels = look_at(sources, preparation, resolution, cache_dir=cache_dir, cancelled=cancelled)
    brightness = _brightness(pixels, cancelled)
    distances, pairs = _nearest(entries, cancelled)
    pictures = [
        _picture(file, entry, brightness, int(distance), int(pair))
        for file, entry, distance, pair in zip(files, entries, distances, pairs, strict=True)
    ]
    return Overview(pictures, pixels, preparation, resolution)


def _picture(
    file: FoundFile, entry: Entry, brightness: npt.NDArray[np.float64], distance: int, pair: int
) -> OverviewPicture:
    by_hand = not entry.reason and entry.copy.startswith(HAND)
    return OverviewPicture(
        file, file.name, entry.width, entry.height, entry.row, float(brightness[entry.row]) if entry.row >= 0 else 0.0,
        distance, pair, entry.reason or (entry.copy if entry.copy != HAND else ""), by_hand and entry.copy == HAND,
        file.fit,
    )  # fmt: skip


def _brightness(pixels: Pixels, cancelled: Callable[[], bool]) -> npt.NDArray[np.float64]:
    """Of each row; alpha does not count."""
    means = np.zeros(len(pixels))
    for start in range(0, len(pixels), _AT_ONCE):
        if cancelled():
            raise Cancelled
        some = pixels[start : start + _AT_ONCE, :, :, :3]
        means[start : start + _AT_ONCE] = some.mean(axis=(1, 2, 3))
    return means


def _nearest(entries: Sequence[Entry], cancelled: Callable[[], bool]) -> tuple[npt.NDArray[np.int64], Sequence[int]]:
    """How far the nearest other picture is from each, and a number that both of a pair share."""
    distances = np.full(len(entries), UNLIKE, dtype=np.int64)
    nearest = np.arange(len(entries))
    known = np.array(
        [number for number, entry in enumerate(entries) if not entry.reason and len(entry.hash) == 32], dtype=np.int64
    )
    if 2 <= len(known) <= MOST_COMPARED:
        words = np.frombuffer(bytes.fromhex("".join(entries[number].hash for number in known)), np.uint64).reshape(
            -1, 2
        )
        for start in range(0, len(known), _AT_ONCE):
            if cancelled():
                raise Cancelled
            some = words[start : start + _AT_ONCE]
            bits = np.zeros((len(some), len(words)), dtype=np.uint8)
            for half in range(2):
                bits += np.bitwise_count(some[:, half, None] ^ words[None, :, half])
            bits[np.arange(len(some)), start + np.arange(len(some))] = 255
            closest = bits.argmin(axis=1)
            rows = known[start : start + _AT_ONCE]
            distances[rows], nearest[rows] = bits[np.arange(len(some)), closest], known[closest]
    return distances, np.minimum(nearest, np.arange(len(entries))).tolist()
