"""Folders of small pictures, each different from the others in a way that no copy detector can mistake."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

Draw = Callable[..., Path]


def distinct(seed: int, size: tuple[int, int] = (40, 32)) -> Image.Image:
    """Coarse coloured noise: no two seeds look alike, even at 8 x 8."""
    cells = np.random.default_rng(seed).integers(0, 256, (5, 5, 3), dtype=np.uint8)
    return Image.fromarray(cells).resize(size, Image.Resampling.BICUBIC)


@pytest.fixture
def draw() -> Draw:
    """Writes a picture that is unlike any other; the name's suffix says in which format."""

    def write(path: Path, seed: int = 0, size: tuple[int, int] = (40, 32)) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        distinct(seed, size).save(path)
        return path

    return write


@pytest.fixture
def pictures(tmp_path: Path, draw: Draw) -> Path:
    """A folder with twelve pictures: a-00.png to a-11.png."""
    folder = tmp_path / "pictures"
    for number in range(12):
        draw(folder / f"a-{number:02d}.png", number)
    return folder
