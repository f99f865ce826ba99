"""Tensors as pictures: bytes, grids, PNG files.

Pictures with transparency have one form each: as bytes their colours are plain, as files have them; in a tensor they
are weighted by alpha. So what cannot be seen counts nothing in a loss, and mixing pixels bleeds no colour.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import Tensor

from ganstudio.core.run_files import replacing

Pixels = npt.NDArray[np.uint8]


def to_pixels(images: Tensor) -> Pixels:
    """(N, C, H, W) in [-1, 1] -> (N, H, W, C) uint8. Values outside the range are cut off; nan becomes black.

    Of four channels the last is alpha, by which the colours are weighted; as bytes they are not.
    """
    images = plain(images) if images.shape[1] == 4 else images
    scaled = torch.nan_to_num(images.float() * 127.5 + 127.5, nan=0.0).round().clamp(0, 255)
    pixels: Pixels = scaled.to(torch.uint8).permute(0, 2, 3, 1).contiguous().cpu().numpy()
    return pixels


def to_numbers(images: Tensor) -> Tensor:
    """uint8 (N, C, H, W) -> [-1, 1]; the colours of four channels weighted by the last."""
    numbers = images.to(torch.float32).div_(127.5).sub_(1)
    return weighted(numbers) if images.shape[1] == 4 else numbers


def weighted(images: Tensor) -> Tensor:
    """(N, 4, H, W) in [-1, 1] with plain colours -> the same with colours weighted by alpha: c a, black is -1."""
    alpha = (images[:, 3:] + 1) / 2
    return torch.cat([(images[:, :3] + 1) * alpha - 1, images[:, 3:]], 1)


def plain(images: Tensor) -> Tensor:
    """The reverse of `weighted`; where alpha rounds to nothing the colour is black."""
    images = torch.nan_to_num(images.float(), nan=-1.0).clamp(-1, 1)
    alpha = (images[:, 3:] + 1) / 2
    colours = torch.where(alpha * 255 < 0.5, 0.0, (images[:, :3] + 1) / alpha.clamp_min(1e-6))
    return torch.cat([colours.clamp(0, 2) - 1, images[:, 3:]], 1)


def over(images: Tensor, ground: float = 0.0) -> Tensor:
    """Weighted (N, 4, H, W) laid over a grey (of -1 to 1) -> (N, 3, H, W); any other number of channels as it is.

    For networks that know colours alone: middle grey hides neither dark nor light things.
    """
    if images.shape[1] != 4:
        return images
    return images[:, :3] + (1 - images[:, 3:]) / 2 * (ground + 1)


def without_alpha(pixels: Pixels, ground: int = 255) -> Pixels:
    """uint8 (..., 4) laid over a grey, for what knows no transparency; any other number of channels as it is."""
    if pixels.shape[-1] != 4:
        return pixels
    alpha = pixels[..., 3:].astype(np.uint16)
    laid: Pixels = ((pixels[..., :3] * alpha + (255 - alpha) * ground + 127) // 255).astype(np.uint8)
    return laid


def grid_of(pixels: Pixels, columns: int) -> Pixels:
    """(N, H, W, C) -> one picture (rows * H, columns * W, C), tiles without gaps; black or clear where none is left."""
    count, height, width, channels = pixels.shape
    rows = -(-count // columns)
    padded = np.zeros((rows * columns, height, width, channels), np.uint8)
    padded[:count] = pixels
    tiles = padded.reshape(rows, columns, height, width, channels).transpose(0, 2, 1, 3, 4)
    return tiles.reshape(rows * height, columns * width, channels)


def as_image(pixels: Pixels) -> Image.Image:
    """(H, W, C) uint8 with one, three or four channels -> a Pillow image, L, RGB or RGBA."""
    return Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels)


def write_grid(path: Path, pixels: Pixels, columns: int) -> None:
    """Write a grid into a run as PNG; compressed lightly, because training waits for it."""
    with replacing(path) as file:
        as_image(grid_of(pixels, columns)).save(file, "PNG", compress_level=1)
