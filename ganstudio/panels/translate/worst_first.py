"""The rows of a grid of translations by how badly the pictures come back, so that the worst are seen first."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QImage

from ganstudio.panels.parts.pictures import to_image, to_pixels

ERROR = "cycle error"
"""What the column is called whose brightness says how badly a picture comes back."""


def can_be_ordered(labels: Sequence[str]) -> bool:
    return ERROR in labels


def worst_first(image: QImage, rows: int, labels: Sequence[str]) -> QImage:
    """Each side's columns, up to and with its error map, sorted by the mean brightness of that map.

    The sides are sorted apart: what stands beside each other in a row are two pictures that have nothing in common.
    """
    if rows < 2 or not can_be_ordered(labels):
        return image
    pixels = to_pixels(image)
    height, width = pixels.shape[0] // rows, pixels.shape[1] // len(labels)
    first = 0
    for column, label in enumerate(labels):
        if label == ERROR:
            side = pixels[: rows * height, first * width : (column + 1) * width].copy()
            parts = side.reshape(rows, height, side.shape[1], -1)
            order = np.argsort(-parts[:, :, -width:].mean((1, 2, 3)), kind="stable")
            pixels[: rows * height, first * width : (column + 1) * width] = parts[order].reshape(side.shape)
            first = column + 1
    return to_image(pixels)
