"""Contact sheets: many pictures on one."""

import math

import numpy as np

from ganstudio.core.pixels import Pixels, grid_of


def contact_sheet(pictures: Pixels, *, columns: int = 0, gap: int = 0, ground: int = 255) -> Pixels:
    """All pictures in rows, the last row filled up with the ground, which is nothing where there is alpha.

    Args:
        pictures: uint8 (N, H, W, C), at least one.
        columns: 0 takes as many as make the sheet nearly square.
        gap: pixels between pictures, and around them when there is a gap at all.

    Returns:
        uint8 (H', W', C).
    """
    count, height, width, channels = pictures.shape
    ground = 0 if channels == 4 else ground
    columns = columns or math.ceil(math.sqrt(count))
    tiles = np.full((-(-count // columns) * columns, height + gap, width + gap, channels), ground, np.uint8)
    tiles[:count, gap:, gap:] = pictures
    return np.pad(grid_of(tiles, columns), ((0, gap), (0, gap), (0, 0)), constant_values=ground)
