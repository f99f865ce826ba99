"""Finding copies of pictures: the same pixels, and nearly the same (saved again, resized, slightly brighter).

Near copies are found in two stages. Candidates share a band of bits of their difference hash (8 bands of 16 bits: two
hashes that differ in up to 7 of 128 bits share at least one). A candidate is a copy only if its pixels agree too, on
the average and in every part: small sprites and garments on a plain ground have nearly equal hashes and still differ.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Pairs = npt.NDArray[np.int64]
"""(n, 2), positions of two pictures that may show the same, the earlier one first."""
Read = Callable[[npt.NDArray[np.int64]], npt.NDArray[np.uint8]]
"""Pixels (n, H, W, C) of these pictures."""

MOST_BITS = 10
"""Two hashes may differ in this many of their 128 bits."""
REACH = 48
"""Within a band's bucket a picture is compared with so many that follow it; only huge buckets are longer."""
PART_DIFFERENCE = 0.14
"""Near copies differ by at most this share of the picture's contrast (standard deviation) in the mean of each of 8 x 8
parts and each colour, where noise averages out. Measured: pictures saved again as JPEG at quality 75 or at 0.6 of their
size stay below 0.13 in 99 of 100 cases; the same sprite in another colour and different garments start at 0.17."""
PIXEL_DIFFERENCE = 0.2
"""The same for the mean absolute difference of pixels, where noise counts; it tells fine patterns apart."""
_MARGIN = 1.5  # grey levels that count as brighter: keeps noise in flat parts from flipping bits
LEAST_CONTRAST = 16.0
"""Pictures with less contrast than this (grey levels) are judged as if they had this much."""


class Copy(NamedTuple):
    """A picture that is left out because `original`, which comes before it, shows the same."""

    original: int
    exact: bool


def find_copies(digests: Sequence[str], hashes: Sequence[str], read: Read, *, near: bool) -> dict[int, Copy]:
    """Which pictures are copies of an earlier one. An original is never itself a copy."""
    copies = exact_copies(digests)
    if near:
        rest = np.array([index for index in range(len(digests)) if index not in copies], dtype=np.int64)
        pairs = rest[candidates([hashes[path] for path in rest])]
        for first, second in _agreeing(pairs, read).tolist():
            if first not in copies and second not in copies:
                copies[second] = Copy(first, False)
    return copies


def exact_copies(digests: Sequence[str]) -> dict[int, Copy]:
    first: dict[str, int] = {}
    return {
        number: Copy(original, True)
        for number, digest in enumerate(digests)
        if (original := first.setdefault(digest, number)) != number
    }


def candidates(hashes: Sequence[str]) -> Pairs:
    """Pairs (a, b), a < b, ordered by b and then a, whose hashes differ in at most `MOST_BITS` bits."""
    if len(hashes) < 2:
        return np.empty((0, 2), dtype=np.int64)
    raw = np.frombuffer(bytes.fromhex("".join(hashes)), dtype=np.uint8).reshape(-1, 16)
    bands, words = raw.view(np.uint16), raw.view(np.uint64)
    pairs = [bucket for band in range(8) for bucket in _bucket_pairs(bands[:, band], words)]
    if not pairs:
        return np.empty((0, 2), dtype=np.int64)
    second, first = np.divmod(np.unique(np.concatenate(pairs)), len(hashes))
    return np.stack([first, second], axis=1)


def _bucket_pairs(band: npt.NDArray[np.uint16], words: npt.NDArray[np.uint64]) -> Iterator[npt.NDArray[np.int64]]:
    """Close pairs among pictures with the same value of one band, by sorting and comparing with those that follow.

    A pair is written as one number, later * count + earlier: that sorts twenty times faster than rows of two.
    """
    order = np.lexsort((words[:, 1], words[:, 0], band))
    sorted_band, sorted_words = band[order], words[order]
    for step in range(1, min(REACH, len(order) - 1) + 1):
        same = np.flatnonzero(sorted_band[step:] == sorted_band[:-step])
        if not same.size:
            return
        bits = np.bitwise_count(sorted_words[same] ^ sorted_words[same + step]).sum(axis=1, dtype=np.int64)
        near = same[bits <= MOST_BITS]
        here, there = order[near], order[near + step]
        yield np.maximum(here, there) * len(order) + np.minimum(here, there)


def _agreeing(pairs: Pairs, read: Read) -> Pairs:
    """Those pairs whose pictures agree in all their parts, and then in their pixels."""
    if not len(pairs):
        return pairs
    numbers, where = np.unique(pairs, return_inverse=True)
    where = where.reshape(pairs.shape)
    parts, contrast = _outlines(numbers, read)
    allowed = np.maximum(contrast[where].min(axis=1), LEAST_CONTRAST)
    close = np.concatenate(
        [
            np.abs(parts[first] - parts[second]).max(axis=1) <= PART_DIFFERENCE * share
            for first, second, share in _blocks(where[:, 0], where[:, 1], allowed, size=2**14)
        ]
    )
    pairs, allowed = pairs[close], allowed[close]
    same = [
        np.abs(read(first).astype(np.int16) - read(second)).mean(axis=(1, 2, 3)) <= PIXEL_DIFFERENCE * share
        for first, second, share in _blocks(pairs[:, 0], pairs[:, 1], allowed, size=64)
    ]
    return pairs[np.concatenate(same)] if same else pairs


def _outlines(numbers: npt.NDArray[np.int64], read: Read) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """For each picture the means of its 8 x 8 parts, flat, and its contrast."""
    parts, contrast = [], []
    for (some,) in _blocks(numbers, size=256):
        pixels = read(some).astype(np.float32)
        parts.append(part_means(pixels).reshape(len(some), -1))
        contrast.append(pixels.std(axis=(1, 2, 3)))
    return np.concatenate(parts), np.concatenate(contrast)


def difference_hashes(pixels: npt.NDArray[np.uint8]) -> list[str]:
    """128 bits as hex for each picture of (n, H, W, C): of 8 x 8 cells, is the next to the right or below brighter."""
    cells = part_means(pixels.astype(np.float32), 9).mean(axis=3)
    right = cells[:, :8, 1:] > cells[:, :8, :8] + _MARGIN
    below = cells[:, 1:, :8] > cells[:, :8, :8] + _MARGIN
    bits = np.packbits(np.stack([right, below], axis=1).reshape(len(pixels), -1), axis=1)
    return [bit.tobytes().hex() for bit in bits]


def part_means(pixels: npt.NDArray[np.float32], parts: int = 8) -> npt.NDArray[np.float32]:
    """Means over the parts x parts cells of pictures (n, H, W, C), as (n, parts, parts, C)."""
    count, height, width, channels = pixels.shape
    rows = (_shares(parts, height) @ pixels.reshape(count, height, -1)).reshape(count, parts, width, channels)
    means: npt.NDArray[np.float32] = _shares(parts, width) @ rows
    return means


def _shares(parts: int, side: int) -> npt.NDArray[np.float32]:
    """How much each of `side` pixels adds to the mean of each part, (parts, side): parts may end within a pixel."""
    edges = np.linspace(0, side, parts + 1)[:, None]
    covered = np.clip(edges - np.arange(side), 0, 1)  # of each pixel, the share that lies before each edge
    return (np.diff(covered, axis=0) * parts / side).astype(np.float32)


def _blocks(*arrays: npt.NDArray[Any], size: int) -> Iterator[tuple[npt.NDArray[Any], ...]]:
    for start in range(0, len(arrays[0]), size):
        yield tuple(array[start : start + size] for array in arrays)
