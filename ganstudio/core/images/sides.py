"""Two folders at once: batches of A and B that have nothing to do with each other, cut out at random and mirrored."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ganstudio.core.images.batches import Images
from ganstudio.core.images.cache import Prepared
from ganstudio.core.pixels import to_numbers
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.system import Batch

_B = 0x5DEECE66D
"""Added to the seed for side B, so that pictures at the same place in two folders do not meet step after step."""


class TwoSides:
    """Both sides' prepared pictures, larger than what a step sees by the room for cutting.

    What step `step` sees is a pure function of it and the seed. The sides may have different counts: each is shuffled
    anew whenever all its pictures have been seen.
    """

    classes: tuple[str, ...] = ()

    def __init__(
        self,
        a: Prepared,
        b: Prepared,
        *,
        resolution: Resolution,
        batch: int,
        seed: int,
        flip: bool = True,
        device: torch.device | str = "cpu",
    ) -> None:
        self.resolution = resolution
        self._sides = tuple(
            _Side(prepared, resolution, batch, salt, flip, torch.device(device))
            for prepared, salt in ((a, seed), (b, seed + _B))
        )
        self._labels = torch.zeros(batch, dtype=torch.int64, device=device)

    @property
    def counts(self) -> tuple[int, ...]:
        """Pictures on each side."""
        return tuple(side.images.count for side in self._sides)

    @property
    def count(self) -> int:
        return sum(self.counts)

    @property
    def channels(self) -> int:
        """Of the side that has more."""
        return max(int(side.images.channels) for side in self._sides)

    def batch(self, step: int) -> Batch:
        a, b = (side.batch(step) for side in self._sides)
        return Batch(a, self._labels, b)

    def fixed(self, count: int) -> Batch:
        """The middle of `count` pictures of each side that lie evenly in the folder; repeated if there are too few."""
        a, b = (side.fixed(count) for side in self._sides)
        return Batch(a, torch.zeros(count, dtype=torch.int64), b)


class _Cut(NamedTuple):
    """Where one picture is cut, and whether it is mirrored."""

    top: int
    left: int
    mirrored: bool


class _Side:
    def __init__(
        self, prepared: Prepared, resolution: Resolution, batch: int, seed: int, flip: bool, device: torch.device
    ) -> None:
        self.images = Images(prepared, batch=batch, seed=seed, device=device)
        self._pixels: npt.NDArray[np.uint8] = prepared.pixels
        self._shape = shape_of(resolution)
        self._room = tuple(
            had - wanted for had, wanted in zip(prepared.pixels.shape[1:3], self._shape, strict=True)
        )  # down and across
        self._seed = seed % 2**64
        self._flip = flip
        assert min(self._room) >= 0, "pictures are prepared at least as large as they are shown"

    def batch(self, step: int) -> Tensor:
        """(B, C, H, W) in [-1, 1], on the device."""
        pictures = self.images.batch(step).images
        cuts = self._cuts(step, len(pictures))
        return torch.stack([self._cut(picture, cut) for picture, cut in zip(pictures, cuts, strict=True)])

    def _cuts(self, step: int, length: int) -> list[_Cut]:
        draw = np.random.Generator(np.random.Philox(key=[self._seed, 2 * step + 1]))
        down, across = self._room  # equal for squares, whose draws stay what they were
        ends = down + 1 if down == across else np.array([down + 1, across + 1])
        places, coins = draw.integers(0, ends, (length, 2)), draw.random(length) < 0.5
        return [
            _Cut(int(top), int(left), bool(coin) and self._flip)
            for (top, left), coin in zip(places, coins, strict=True)
        ]

    def _cut(self, picture: Tensor, cut: _Cut) -> Tensor:
        height, width = self._shape
        part = picture[:, cut.top : cut.top + height, cut.left : cut.left + width]
        return part.flip(2) if cut.mirrored else part

    def fixed(self, count: int) -> Tensor:
        """(count, C, H, W) in [-1, 1], on the CPU."""
        rows = [index * len(self._pixels) // count for index in range(count)]
        top, left = (room // 2 for room in self._room)
        middle = self._pixels[rows, top : top + self._shape.height, left : left + self._shape.width]
        return to_numbers(torch.from_numpy(middle).permute(0, 3, 1, 2)).contiguous()
