"""Finding copies of pictures: the same pixels, and nearly the same (saved again, resized, slightly brighter).

Near copies are found in two stages. Candidates share a band of bits of their difference hash (8 bands of 16 bits: two
hashes that differ in up to 7 of 128 bits share at least one). A candidate is a copy only if its pixels agree too, on
the average and in every part: small sprites and garments on a plain ground have nearly equal hashes and still differ.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Read = Callable[[Sequence[int]], npt.NDArray[np.uint8]]
"""Pixels (n, H, W, C) of these pictures."""

MOST_BITS = 10
"""Two hashes may differ in this many of their 128 bits."""
REACH = 48
"""Within a band's bucket a picture is compared with so many that follow it; only huge buckets are longer."""
MEAN_DIFFERENCE = 0.06
"""Mean absolute difference that near copies may have, as a share of the picture's own contrast (standard deviation)."""
PART_DIFFERENCE = 0.2
"""The same for each of 8 x 8 parts."""
LEAST_CONTRAST = 16.0
"""Pictures with less contrast than this (grey levels) are judged as if they had this much."""
_BLOCK = 4096


class Copy(NamedTuple):
    """A picture that is left out because `original`, which comes before it, shows the same."""

    original: int
    exact: bool


def find_copies(digests: Sequence[str], hashes: Sequence[str], read: Read, *, near: bool) -> dict[int, Copy]:
    """Which pictures are copies of an earlier one. An original is never itself a copy."""
    copies = exact_copies(digests)
    if near:
        rest = [one for one in range(len(digests)) if one not in copies]
        pairs = candidates([hashes[one] for one in rest])
        copies |= _near_copies([(rest[a], rest[b]) for a, b in pairs.tolist()], read)
    return copies


def exact_copies(digests: Sequence[str]) -> dict[int, Copy]:
    first: dict[str, int] = {}
    return {
        number: Copy(original, True)
        for number, digest in enumerate(digests)
        if (original := first.setdefault(digest, number)) != number
    }


def candidates(hashes: Sequence[str]) -> npt.NDArray[np.int64]:
    """Pairs (a, b), a < b, ordered by b and then a, whose hashes differ in at most `MOST_BITS` bits."""
    if len(hashes) < 2:
        return np.empty((0, 2), dtype=np.int64)
    raw = np.frombuffer(bytes.fromhex("".join(hashes)), dtype=np.uint8).reshape(-1, 16)
    bands, words = raw.view(np.uint16), raw.view(np.uint64)
    found = [pairs for band in range(8) for pairs in _bucket_pairs(bands[:, band], words)]
    if not found:
        return np.empty((0, 2), dtype=np.int64)
    pairs = np.unique(np.concatenate(found)[:, ::-1], axis=0)
    return pairs[:, ::-1]


def _bucket_pairs(band: npt.NDArray[np.uint16], words: npt.NDArray[np.uint64]) -> Iterator[npt.NDArray[np.int64]]:
    """Close pairs among pictures with the same value of one band, by sorting and comparing with those that follow."""
    order = np.lexsort((words[:, 1], words[:, 0], band))
    sorted_band, sorted_words = band[order], words[order]
    for step in range(1, min(REACH, len(order) - 1) + 1):
        same = np.flatnonzero(sorted_band[step:] == sorted_band[:-step])
        if not same.size:
            return
        bits = np.bitwise_count(sorted_words[same] ^ sorted_words[same + step]).sum(axis=1, dtype=np.int64)
        near = same[bits <= MOST_BITS]
        yield np.sort(np.stack([order[near], order[near + step]], axis=1), axis=1)


def _near_copies(pairs: list[tuple[int, int]], read: Read) -> dict[int, Copy]:
    """Those pairs whose pixels agree, each picture with its first original that is not itself a copy."""
    copies: dict[int, Copy] = {}
    for start in range(0, len(pairs), _BLOCK):
        block = pairs[start : start + _BLOCK]
        for (first, second), close in zip(block, _agree(block, read), strict=True):
            if close and first not in copies and second not in copies:
                copies[second] = Copy(first, False)
    return copies


def _agree(pairs: list[tuple[int, int]], read: Read) -> list[bool]:
    agreed: list[bool] = []
    for start in range(0, len(pairs), 64):
        part = pairs[start : start + 64]
        a = read([one for one, _ in part]).astype(np.float32)
        b = read([other for _, other in part]).astype(np.float32)
        agreed += nearly_equal(a, b).tolist()
    return agreed


def nearly_equal(a: npt.NDArray[np.float32], b: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    """Which of the pairs of pictures, (n, H, W, C) each, show the same to within noise."""
    contrast = np.maximum(np.minimum(a.std(axis=(1, 2, 3)), b.std(axis=(1, 2, 3))), LEAST_CONTRAST)
    difference = np.abs(a - b).mean(axis=3)  # (n, H, W)
    mean = difference.mean(axis=(1, 2))
    worst = _parts(difference).max(axis=(1, 2))
    close: npt.NDArray[np.bool_] = (mean <= MEAN_DIFFERENCE * contrast) & (worst <= PART_DIFFERENCE * contrast)
    return close


def _parts(difference: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Means over 8 x 8 parts (fewer for smaller pictures), (n, 8, 8)."""
    side = difference.shape[1]
    edges = np.unique(np.linspace(0, side, min(8, side) + 1).astype(int)[:-1])
    sums = np.add.reduceat(np.add.reduceat(difference, edges, axis=1), edges, axis=2)
    sizes = np.diff(np.append(edges, side))
    means: npt.NDArray[np.float32] = sums / np.outer(sizes, sizes)
    return means
