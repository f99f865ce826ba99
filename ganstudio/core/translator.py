"""Translator: a trained generator of one direction, for pictures of any size."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import Tensor, nn

from ganstudio.core.image_tiles import Span, Tiling, grid, mirrored
from ganstudio.core.instance_norm import statistics_of
from ganstudio.core.pixels import Pixels, to_numbers, to_pixels
from ganstudio.core.resolution import Resolution

SAMPLED = 3
"""A large picture's statistics are those of 3 x 3 pieces of it."""
PIECE = 256


class Translator:
    """Pictures in, pictures of the other side out, of the same size. The network is its own.

    For one thread at a time: while a large picture is translated, its statistics are set in the network's norms.
    """

    def __init__(
        self,
        network: nn.Module,
        *,
        to: str,
        channels: tuple[int, int],
        resolution: Resolution,
        multiple: int = 4,
        step: int = 0,
        tile: int = 512,
        levels: tuple[float, float] = (0, 0),
    ) -> None:
        """`network`: (B, channels[0], H, W) -> (B, channels[1], H, W) in [-1, 1], H and W multiples of `multiple`.

        `tile`: pictures larger than this are translated in tiles of this size; 0: never, whatever memory that takes.
        `levels`: black and white of pictures of more than eight bits, as in training; equal: each as it needs.
        """
        self.network = network.eval().requires_grad_(False)
        self.to = to
        self.channels = channels
        self.resolution = resolution
        self.step = step
        self.levels = levels
        self.wished: Mapping[str, Any] = {}
        """What a person chose of how it draws, to be written into its pictures."""
        overlap = max(128, multiple)
        self.tiling = Tiling(max(tile, 2 * overlap) if tile else 0, overlap, multiple)

    @property
    def device(self) -> torch.device:
        weight = next(self.network.parameters(), None)
        return weight.device if weight is not None else torch.device("cpu")

    @property
    def scale(self) -> int:
        """How many times larger its pictures are than what they are made from."""
        return 1

    @property
    def keeps_profile(self) -> bool:
        """False: it has learned from pictures in sRGB."""
        return False

    @property
    def facts(self) -> dict[str, Any]:
        """What is written into its pictures."""
        return {"to": self.to, "step": self.step, **self.wished}

    def image(self, image: Image.Image, on_tile: Callable[[int, int], None] | None = None) -> Pixels:
        """(H, W, C) uint8 of the same size; its alpha is what the network learned, else that of the picture."""
        alpha = np.asarray(image.getchannel("A"))[:, :, None] if "A" in image.getbands() else None
        plain = np.asarray(image.convert({1: "L", 3: "RGB", 4: "RGBA"}[self.channels[0]]))
        drawn = self.picture(plain.reshape(*plain.shape[:2], self.channels[0]), on_tile)
        learned = self.channels[1] == 4
        return drawn if alpha is None or learned else np.concatenate([drawn, alpha], 2)

    @torch.inference_mode()
    def picture(self, pixels: Pixels, on_tile: Callable[[int, int], None] | None = None) -> Pixels:
        """(H, W, channels[0]) -> (H, W, channels[1]) uint8, any size; the same picture always gives the same pixels.

        `on_tile` is told (done, total) after each tile; what it raises ends the work.
        """
        height, width, _ = pixels.shape
        rows, columns = self.tiling.spans(height), self.tiling.spans(width)
        whole = mirrored(pixels, self.tiling.padded(height), self.tiling.padded(width))
        if len(rows) == len(columns) == 1:
            return _rounded(self._drawn(whole))[:height, :width]
        with statistics_of(self.network, self._pieces(whole)):
            return self._joined(whole, rows, columns, on_tile)[:height, :width]

    def _joined(
        self, whole: Pixels, rows: list[Span], columns: list[Span], on_tile: Callable[[int, int], None] | None
    ) -> Pixels:
        """All tiles, blended where they overlap."""
        height, width, _ = whole.shape
        out = np.empty((height, width, self.channels[1]), np.uint8)
        total, weight = np.zeros((height, width, self.channels[1]), np.float32), np.zeros((height, width), np.float32)
        done = 0
        for row in rows:
            for column in columns:
                place = np.s_[row.start : row.start + row.length, column.start : column.start + column.length]
                share = row.weights[:, None] * column.weights[None, :]
                total[place] += self._drawn(whole[place]) * share[:, :, None]
                weight[place] += share
                done += 1
                if on_tile:
                    on_tile(done, len(rows) * len(columns))
        for start in range(0, height, PIECE):  # in strips: the mean of all at once would need as much memory again
            strip = np.s_[start : start + PIECE]
            out[strip] = _rounded(total[strip] / weight[strip, :, None])
        return out

    def _drawn(self, pixels: Pixels) -> npt.NDArray[np.float32]:
        """(H, W, channels[0]) uint8 -> (H, W, channels[1]) from 0 to 255, colours weighted by alpha."""
        drawn = self.network(self._tensor(pixels[None])).float()[0]
        numbers: npt.NDArray[np.float32] = (drawn * 127.5 + 127.5).permute(1, 2, 0).cpu().numpy()
        return numbers

    def _pieces(self, whole: Pixels) -> Tensor:
        """Pieces of a picture, spread evenly over it: (N, channels[0], h, w)."""
        size = max(PIECE, self.tiling.multiple)
        height, width = min(size, whole.shape[0]), min(size, whole.shape[1])
        pieces = [
            whole[top : top + height, left : left + width]
            for top in grid(whole.shape[0], height, SAMPLED)
            for left in grid(whole.shape[1], width, SAMPLED)
        ]
        return self._tensor(np.stack(pieces))

    def _tensor(self, pixels: Pixels) -> Tensor:
        images = torch.from_numpy(np.array(pixels)).permute(0, 3, 1, 2).to(self.device)
        return to_numbers(images)


def _rounded(numbers: npt.NDArray[np.float32]) -> Pixels:
    """Bytes, with plain colours."""
    pixels: Pixels
    if numbers.shape[2] == 4:
        pixels = to_pixels(torch.from_numpy(numbers).permute(2, 0, 1)[None] / 127.5 - 1)[0]
        return pixels
    pixels = np.nan_to_num(numbers).round().clip(0, 255).astype(np.uint8)
    return pixels
