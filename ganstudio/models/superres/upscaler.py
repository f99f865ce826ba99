"""Upscaler: a network that enlarges, for pictures of any size in bounded memory."""

from collections.abc import Callable, Iterator
from functools import partial
from math import ceil, sqrt
from typing import Any

import numpy as np
import psutil
import torch
from PIL import Image
from torch import Tensor, nn

from ganstudio.core.image_tiles import Span, Tiling, mirrored, shares
from ganstudio.core.memory import ran_out
from ganstudio.core.pixels import Pixels
from ganstudio.models.superres.networks import Enlarger

OnTile = Callable[[int, int], None]

SMALLEST_TILE, LARGEST_TILE = 32, 1024
FEATHER = 24
"""Pixels that tiles share where the network sees further than a quarter of one."""
MOST_FOR_A_TILE = 512 * 2**20
"""Bytes for what a network computes of one tile; a quarter of what is free at most."""
ALIVE = 3
"""Times the largest layer's input and output: what a network holds besides, and what convolutions need to work."""
_SAMPLE = 32


class Upscaler:
    """Pictures in, larger ones out. The network is its own; for one thread at a time."""

    def __init__(
        self,
        network: Enlarger,
        *,
        title: str,
        scale: int = 0,
        device: torch.device | str = "cpu",
        tile: int | None = None,
        facts: dict[str, Any] | None = None,
    ) -> None:
        """Of a network in eval mode.

        Args:
            title: what it is called to a person.
            scale: how many times larger a picture becomes; 0: as the network enlarges. Below the network's, what it
                draws is made smaller.
            tile: pixels of a tile's side; 0: whole pictures, whatever memory that takes; None: what memory allows.
            facts: what is written into a picture beside the scale.

        Raises:
            ValueError: `scale` is more than the network's; a sentence.
        """
        if scale > network.scale:
            raise ValueError(
                f"{title} enlarges {network.scale} times, not {scale}: choose at most {network.scale}, "
                "or enlarge the results once more."
            )
        self.network = network.to(device).to(memory_format=torch.channels_last).eval().requires_grad_(False)
        self.title = title
        self.scale = scale or network.scale
        self.levels = (0.0, 0.0)  # a picture of more than eight bits is enlarged as bright as it is by itself
        self.facts = {"scale": self.scale} | (facts or {})
        self._tile = self._affordable() if tile is None else tile and max(tile, SMALLEST_TILE)

    @property
    def device(self) -> torch.device:
        return next(self.network.parameters()).device

    @property
    def keeps_profile(self) -> bool:
        """True: what it adds is of the same colours."""
        return True

    @property
    def tiling(self) -> Tiling:
        """Hard tiles, equal to the whole picture, where the network's reach leaves half of each; else feathered."""
        multiple, reach = self.network.multiple, self.network.reach
        tile = self._tile // multiple * multiple
        hard = 4 * reach <= tile
        overlap = 2 * reach if hard else min(FEATHER, tile // 4)
        return Tiling(tile, ceil(overlap / multiple) * multiple, multiple, multiple, hard)

    def image(self, image: Image.Image, on_tile: OnTile | None = None) -> Pixels:
        """(H, W) of L, LA, RGB or RGBA -> (scale H, scale W, C) uint8 with as many channels.

        `on_tile` is told (done, total) after each tile; what it raises ends the work.
        """
        pixels = np.array(image)
        drawn = self.picture(pixels.reshape(*pixels.shape[:2], -1), on_tile)
        if self.scale == self.network.scale:
            return drawn
        size = image.width * self.scale, image.height * self.scale
        plain = Image.fromarray(drawn[:, :, 0] if drawn.shape[2] == 1 else drawn)
        smaller = np.asarray(plain.resize(size, Image.Resampling.LANCZOS))
        return smaller.reshape(*smaller.shape[:2], -1)

    @torch.inference_mode()
    def picture(self, pixels: Pixels, on_tile: OnTile | None = None) -> Pixels:
        """(H, W, 1 to 4) -> (N H, N W, as many) uint8, N the network's scale. Halves the tiles when memory runs out."""
        while True:
            try:
                return self._rounded(pixels, on_tile)
            except (RuntimeError, MemoryError) as error:
                smaller = min(self._tile or LARGEST_TILE * 2, *pixels.shape[:2]) // 2
                if not ran_out(error) or smaller < SMALLEST_TILE:
                    raise
            self._tile = smaller  # the error is gone, and with it the frames that held the tensors
            if self.device.type == "cuda":
                torch.cuda.empty_cache()

    def _rounded(self, pixels: Pixels, on_tile: OnTile | None) -> Pixels:
        """What is no number becomes black."""
        height, width, channels = pixels.shape
        factor = self.network.scale
        out = np.empty((height * factor, width * factor, channels), np.uint8)
        top = 0
        for strip in self.strips(pixels, on_tile):
            rounded = torch.nan_to_num(strip).clamp(0, 1).mul_(255).round_().to(torch.uint8)
            out[top : top + len(strip)] = rounded.numpy()
            top += len(strip)
        return out

    # Tiles ------------------------------------------------------------------------------------------------------------

    def strips(self, pixels: Pixels, on_tile: OnTile | None = None) -> Iterator[Tensor]:
        """The enlarged picture from top to bottom, (rows, N W, C) about 0 to 1 each, not clamped.

        The numbers of no more than two rows of tiles are in memory at once.
        """
        height, width, _ = pixels.shape
        tiling, factor = self.tiling, self.network.scale
        rows, columns = tiling.spans(height), tiling.spans(width)
        whole = mirrored(pixels, tiling.padded(height), tiling.padded(width))
        left_over = torch.zeros(0, whole.shape[1] * factor, whole.shape[2])
        for number, (row, share) in enumerate(zip(rows, shares(rows, factor), strict=True)):
            tell = partial(_tell, on_tile, len(rows) * len(columns), number * len(columns))
            strip = self._strip(whole, row, columns, tell)
            if len(rows) > 1:
                strip *= torch.from_numpy(share)[:, None, None]
                strip[: len(left_over)] += left_over
            end = rows[number + 1].start if number + 1 < len(rows) else height
            settled = (end - row.start) * factor
            yield strip[:settled, : width * factor]
            left_over = strip[settled:]

    def _strip(self, whole: Pixels, row: Span, columns: list[Span], on_tile: Callable[[int], None]) -> Tensor:
        """A row of tiles, blended: (N h, N W, C)."""
        factor, lines = self.network.scale, whole[row.start : row.start + row.length]
        if len(columns) == 1:
            drawn = self._drawn(lines)
            on_tile(1)
            return drawn
        strip = torch.zeros(row.length * factor, whole.shape[1] * factor, whole.shape[2])
        for number, (column, share) in enumerate(zip(columns, shares(columns, factor), strict=True), 1):
            tile = self._drawn(lines[:, column.start : column.start + column.length])
            place = strip[:, column.start * factor : (column.start + column.length) * factor]
            place += tile * torch.from_numpy(share)[None, :, None]
            on_tile(number)
        return strip

    # Colours ----------------------------------------------------------------------------------------------------------

    def _drawn(self, pixels: Pixels) -> Tensor:
        """(h, w, 1 to 4) uint8 -> (scale h, scale w, as many) about 0 to 1, on the CPU."""
        images = torch.from_numpy(np.ascontiguousarray(pixels)).to(self.device).permute(2, 0, 1)[None].float().div_(255)
        if images.shape[1] % 2 == 0:
            drawn = self._with_alpha(images[:, :-1], images[:, -1:])
        else:
            drawn = self._in_colour(images)
        return drawn[0].permute(1, 2, 0).cpu()

    def _with_alpha(self, colour: Tensor, alpha: Tensor) -> Tensor:
        """Through a black and a white ground: a pixel that comes out equal on both is opaque, and the rest follows."""
        if bool((alpha == 1).all()):
            enlarged = self._in_colour(colour)
            return torch.cat([enlarged, torch.ones_like(enlarged[:, :1])], 1)
        black = self._in_colour(colour * alpha).clamp(0, 1)  # c a
        white = self._in_colour(colour * alpha + 1 - alpha).clamp(0, 1)  # c a + 1 - a
        opacity = (1 - (white - black).mean(1, keepdim=True)).clamp(0, 1)
        return torch.cat([(black / opacity.clamp_min(1 / 255)).clamp(0, 1), opacity], 1)

    def _in_colour(self, images: Tensor) -> Tensor:
        """(1, 1 or 3, h, w) through a network of one or three channels, with as many channels back."""
        if images.shape[1] == self.network.channels:
            return self._enlarged(images)
        if self.network.channels == 1:
            return self._enlarged(images.transpose(0, 1)).transpose(0, 1)
        luma = images.new_tensor((0.299, 0.587, 0.114)).view(1, 3, 1, 1)  # ITU-R BT.601
        return (self._enlarged(images.expand(-1, 3, -1, -1)) * luma).sum(1, keepdim=True)

    def _enlarged(self, images: Tensor) -> Tensor:
        enlarged: Tensor = self.network(images.contiguous(memory_format=torch.channels_last)).float()
        return enlarged

    # Memory -----------------------------------------------------------------------------------------------------------

    def _affordable(self) -> int:
        """The side of the largest tile that a quarter of the free memory holds."""
        room = min(MOST_FOR_A_TILE, self._free() // 4)
        side = int(sqrt(room / (ALIVE * bytes_per_pixel(self.network)))) // 16 * 16
        return max(SMALLEST_TILE, min(LARGEST_TILE, side))

    def _free(self) -> int:
        if self.device.type == "cuda":
            return int(torch.cuda.mem_get_info(self.device)[0])
        return int(psutil.virtual_memory().available)


def bytes_per_pixel(network: Enlarger) -> float:
    """What the layer with the most numbers takes in and gives out, for each pixel of the small picture."""
    most = [0]

    def look(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        most[0] = max(most[0], 4 * (output.numel() + sum(tensor.numel() for tensor in inputs)))

    hooks = [module.register_forward_hook(look) for module in network.modules() if not list(module.children())]
    try:
        with torch.inference_mode():
            side = _SAMPLE - _SAMPLE % network.multiple
            network(torch.zeros(1, network.channels, side, side, device=next(network.parameters()).device))
    finally:
        for hook in hooks:
            hook.remove()
    return most[0] / side**2


def _tell(on_tile: OnTile | None, total: int, before: int, done: int) -> None:
    if on_tile:
        on_tile(before + done, total)
