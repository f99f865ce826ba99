"""Tensors as pictures: bytes, grids, PNG files."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import Tensor

from ganstudio.core.run_files import replacing

Pixels = npt.NDArray[np.uint8]


def to_pixels(images: Tensor) -> Pixels:
    """(N, C, H, W) in [-1, 1] -> (N, H, W, C) uint8. Values outside the range are cut off; nan becomes black."""
    scaled = torch.nan_to_num(images.float() * 127.5 + 127.5, nan=0.0).round().clamp(0, 255)
    pixels: Pixels = scaled.to(torch.uint8).permute(0, 2, 3, 1).contiguous().cpu().numpy()
    return pixels


def grid_of(pixels: Pixels, columns: int) -> Pixels:
    """(N, H, W, C) -> one picture (rows * H, columns * W, C), tiles without gaps; black where none is left."""
    count, height, width, channels = pixels.shape
    rows = -(-count // columns)
    padded = np.zeros((rows * columns, height, width, channels), np.uint8)
    padded[:count] = pixels
    tiles = padded.reshape(rows, columns, height, width, channels).transpose(0, 2, 1, 3, 4)
    return tiles.reshape(rows * height, columns * width, channels)


def as_image(pixels: Pixels) -> Image.Image:
    """(H, W, C) uint8 with one or three channels -> a Pillow image, L or RGB."""
    return Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels)


def write_grid(path: Path, pixels: Pixels, columns: int) -> None:
    """Write a grid into a run as PNG; compressed lightly, because training waits for it."""
    with replacing(path) as file:
        as_image(grid_of(pixels, columns)).save(file, "PNG", compress_level=1)
