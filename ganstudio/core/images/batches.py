"""Batches of images as tensors. What a step sees follows from (seed, step) alone, so that resuming needs no cursor."""

import weakref
from functools import lru_cache
from typing import Protocol

import numpy as np
import numpy.typing as npt
import psutil
import torch
from torch import Tensor

from ganstudio.core.images.cache import Prepared
from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.memory import GPU_SHARE, RAM_SHARE
from ganstudio.core.pixels import to_numbers
from ganstudio.core.resolution import Shape
from ganstudio.core.system import Batch

Pixels = npt.NDArray[np.uint8]

_HEADER = 128  # bytes before the first row of a .npy file
_BLOCK = 2**26


class Images:
    """The prepared images, where they can be reached fastest: on the GPU, in memory, or in the cache file."""

    def __init__(
        self,
        prepared: Prepared,
        *,
        batch: int,
        seed: int,
        flip: bool = False,
        device: torch.device | str = "cpu",
        rows: npt.NDArray[np.int64] | None = None,
        balance: bool = False,
    ) -> None:
        """`rows`: which of the prepared images there are batches of; all of them by default. `balance`: each class as
        often as any other."""
        every, height, width, self.channels = prepared.pixels.shape
        self.resolution = Shape(height, width).resolution
        self._rows = rows
        self.count = every if rows is None else len(rows)
        self.classes = prepared.classes
        self.batch_size = batch
        self.device = torch.device(device)
        labels = prepared.labels if rows is None else prepared.labels[rows]
        self._order = BalancedOrder(labels, seed) if balance else Order(self.count, seed)
        self._flip = flip
        self._labels = torch.from_numpy(prepared.labels.copy()).to(self.device)
        self._storage = _storage(prepared.pixels, self.device)

    def batch(self, step: int) -> Batch:
        """The images of step `step` (from 0): a pure function of it and the seed.

        Raises:
            ImagesError: the images did not fit into memory and the cache file has been cut short since.
        """
        numbers = self._order.numbers(step * self.batch_size, self.batch_size)
        numbers = numbers if self._rows is None else self._rows[numbers]
        index = torch.from_numpy(numbers).to(self.device)
        images = self._storage.rows(numbers, index)
        if self._flip:
            coins = self._order.coins(step, self.batch_size)
            mirrored = torch.from_numpy(np.flatnonzero(coins)).to(self.device)
            images[mirrored] = images[mirrored].flip(3)  # as bytes: four times less to move than as numbers
        return Batch(to_numbers(images), self._labels[index])


class Order:
    """Epochs without replacement: every image once, shuffled anew each time, from a counter-based generator."""

    def __init__(self, count: int, seed: int) -> None:
        self._count = count
        self._seed = seed % 2**64
        self._permutation = lru_cache(maxsize=2)(self._shuffled)  # saves time, changes nothing

    def numbers(self, position: int, length: int) -> npt.NDArray[np.int64]:
        """The images at `length` positions of the endless sequence of epochs, from `position` on."""
        parts = []
        while length:
            epoch, start = divmod(position, self._count)
            part = self._permutation(epoch)[start : start + length]
            parts.append(part)
            position, length = position + len(part), length - len(part)
        return np.concatenate(parts)

    def coins(self, step: int, length: int) -> npt.NDArray[np.bool_]:
        """A fair coin for each image of a step."""
        return self._generator(2 * step + 1).random(length) < 0.5

    def _shuffled(self, epoch: int) -> npt.NDArray[np.int64]:
        return self._generator(2 * epoch).permutation(self._count)

    def _generator(self, stream: int) -> np.random.Generator:
        return np.random.Generator(np.random.Philox(key=[self._seed, stream]))


class BalancedOrder(Order):
    """Rounds in which each class comes once, in an order drawn anew; within a class, epochs without replacement."""

    def __init__(self, labels: npt.NDArray[np.int64], seed: int) -> None:
        classes = np.unique(labels)
        super().__init__(len(classes), seed)
        self._members = [np.flatnonzero(labels == label) for label in classes]
        self._within = [Order(len(members), seed + number + 1) for number, members in enumerate(self._members)]

    def numbers(self, position: int, length: int) -> npt.NDArray[np.int64]:
        rounds = np.arange(position, position + length) // len(self._members)
        return np.array(
            [
                self._members[kind][self._within[kind].numbers(turn, 1)[0]]
                for kind, turn in zip(super().numbers(position, length).tolist(), rounds.tolist(), strict=True)
            ],
            dtype=np.int64,
        )


class _Storage(Protocol):
    def rows(self, numbers: npt.NDArray[np.int64], index: Tensor) -> Tensor:
        """uint8 (B, C, H, W) on the device; `numbers` and `index` say the same."""


class _Held:
    """All images in one uint8 tensor (N, C, H, W): in memory or on the GPU."""

    def __init__(self, pixels: Pixels, home: torch.device, device: torch.device) -> None:
        count, height, width, channels = pixels.shape
        self._device = device
        self._index_is_here = home == device
        self._all = torch.empty((count, channels, height, width), dtype=torch.uint8, device=home)
        reader = _Filed(pixels, home) if isinstance(pixels, np.memmap) else None
        step = max(1, _BLOCK // (height * width * channels))
        for start in range(0, count, step):
            part = np.arange(start, min(count, start + step))
            read = reader.read(part) if reader else pixels[part]
            self._all[start : start + len(part)] = torch.from_numpy(read).permute(0, 3, 1, 2)
        if reader:
            reader.close()

    def rows(self, numbers: npt.NDArray[np.int64], index: Tensor) -> Tensor:
        where = index if self._index_is_here else torch.from_numpy(numbers)
        return self._all.index_select(0, where).to(self._device)


class _Filed:
    """Images read from the cache file when they are needed.

    With read calls, not through the memory map: a file cut short under a memory map kills the process (SIGBUS), a read
    comes back short and can be told.
    """

    def __init__(self, pixels: "np.memmap", device: torch.device) -> None:
        self._shape = pixels.shape[1:]
        self._device = device
        self._path = str(pixels.filename)
        self._file = open(self._path, "rb", buffering=0)  # noqa: SIM115 - open as long as this is in use
        weakref.finalize(self, self._file.close)

    def read(self, numbers: npt.NDArray[np.int64]) -> Pixels:
        rows = np.empty((len(numbers), *self._shape), dtype=np.uint8)
        size = rows[0].nbytes
        for row, number in zip(rows, numbers.tolist(), strict=True):
            self._file.seek(_HEADER + number * size)
            if self._file.readinto(row.data) != size:
                raise ImagesError(
                    f"The prepared images in {self._path} were cut short. Start again to prepare them anew."
                )
        return rows

    def close(self) -> None:
        self._file.close()

    def rows(self, numbers: npt.NDArray[np.int64], index: Tensor) -> Tensor:
        return torch.from_numpy(self.read(numbers)).permute(0, 3, 1, 2).contiguous().to(self._device)


def _storage(pixels: Pixels, device: torch.device) -> _Storage:
    if device.type == "cuda" and pixels.nbytes <= GPU_SHARE * torch.cuda.mem_get_info(device)[0]:
        return _Held(pixels, device, device)
    if pixels.nbytes <= RAM_SHARE * psutil.virtual_memory().available or not isinstance(pixels, np.memmap):
        return _Held(pixels, torch.device("cpu"), device)
    return _Filed(pixels, device)
