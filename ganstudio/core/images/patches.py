"""Patches for enlarging: cut out of prepared pictures, and the same parts of their small partners if there are any."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ganstudio.core.images.batches import Images
from ganstudio.core.images.cache import Prepared
from ganstudio.core.resolution import shape_of
from ganstudio.core.system import Batch

Rows = npt.NDArray[np.int64]
Shrink = Callable[[Tensor, int], Tensor]
"""(B, C, H, W) in [0, 1] and a step -> (B, C, H / scale, W / scale)."""


@dataclass(frozen=True)
class Partners:
    """Prepared pictures, and the same ones small: row i of the one belongs to row i of the other."""

    large: Prepared
    rows: Rows
    """Of `large`."""
    small: Prepared | None = None
    small_rows: Rows | None = None

    def chosen(self, places: Rows) -> "Partners":
        """Some of them, by their places among the rows."""
        small = None if self.small_rows is None else self.small_rows[places]
        return Partners(self.large, self.rows[places], self.small, small)

    @property
    def names(self) -> list[str]:
        return [self.large.names[row] for row in self.rows]


class Patches:
    """Batches of patches; what step `step` sees is a pure function of it and the seed."""

    classes: tuple[str, ...] = ()

    def __init__(
        self,
        partners: Partners,
        *,
        resolution: int,
        scale: int,
        batch: int,
        seed: int,
        turn: bool = True,
        shrink: Shrink | None = None,
        device: torch.device | str = "cpu",
    ) -> None:
        """Of large patches with `resolution` px.

        Args:
            turn: mirror them and turn them by quarters at random.
            shrink: what makes small ones of the patches of a step, on the CPU, where there are no partners.
        """
        self.resolution, self._scale, self._turn = resolution, scale, turn
        self._seed = seed % 2**64
        self._shrink = shrink
        self._large = Images(partners.large, batch=batch, seed=seed, device=device, rows=partners.rows)
        self._small = None
        if partners.small is not None:
            self._small = Images(partners.small, batch=batch, seed=seed, device=device, rows=partners.small_rows)
        self._labels = torch.zeros(batch, dtype=torch.int64, device=device)
        self._places = (shape_of(self._large.resolution).height - resolution) // scale + 1
        assert self._places > 0, "pictures are prepared at least as large as patches"

    @property
    def count(self) -> int:
        return int(self._large.count)

    @property
    def channels(self) -> int:
        return int(self._large.channels)

    def batch(self, step: int) -> Batch:
        """`images`: (B, C, size, size) in [-1, 1]; `other`: the same parts of the small partners, or shrunk ones."""
        draw = np.random.Generator(np.random.Philox(key=[self._seed, 2 * step + 1]))
        large = self._large.batch(step).images
        places = draw.integers(0, self._places, (len(large), 2))
        turns = draw.integers(0, 2, (len(large), 3)) if self._turn else np.zeros((len(large), 3), np.int64)
        images = self._cut(large, places * self._scale, self.resolution, turns)
        if self._small is None:
            small = self._shrink((images.cpu() + 1) / 2, step) * 2 - 1 if self._shrink else None
            return Batch(images, self._labels, None if small is None else small.to(images.device))
        small = self._small.batch(step).images
        return Batch(images, self._labels, self._cut(small, places, self.resolution // self._scale, turns))

    @staticmethod
    def _cut(pictures: Tensor, places: Rows, size: int, turns: Rows) -> Tensor:
        parts = []
        for picture, (top, left), (mirrored, upturned, lying) in zip(pictures, places, turns, strict=True):
            part = picture[:, top : top + size, left : left + size]
            part = part.flip([axis for axis, asked in ((2, mirrored), (1, upturned)) if asked])
            parts.append(part.transpose(1, 2) if lying else part)
        return torch.stack(parts).contiguous()
