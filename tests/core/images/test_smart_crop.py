"""The smart crop keeps what has edges, wherever it lies; plain pictures and squares are cut as ever."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ganstudio.core.images.decode import prepare_image
from ganstudio.core.run import Preparation

SMART = Preparation(fit="smart")


def stored(image: Image.Image, kind: str = "PNG", **known) -> io.BytesIO:
    file = io.BytesIO()
    image.save(file, kind, **known)
    file.seek(0)
    return file


def scene(size: tuple[int, int], at: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """A red ball with stripes on a plain ground."""
    image = Image.new(mode, size, "white" if mode == "RGB" else (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((at[0] - 30, at[1] - 30, at[0] + 30, at[1] + 30), fill="red")
    for line in range(-20, 21, 10):
        draw.line((at[0] + line, at[1] - 20, at[0] + line, at[1] + 20), fill="black", width=3)
    return image


def redness(pixels: np.ndarray) -> int:
    red = (pixels[..., 0] > 150) & (pixels[..., 1] < 100)
    return int(red.sum())


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize(("size", "at"), [((400, 100), (360, 50)), ((400, 100), (40, 50)), ((100, 400), (50, 350))])
def test_that_what_is_in_the_picture_stays(size, at, mode):
    image = scene(size, at, mode)
    assert redness(prepare_image(stored(image), Preparation(), 32)) == 0
    whole = redness(prepare_image(stored(scene((100, 100), (50, 50), mode)), Preparation(), 32))
    assert redness(prepare_image(stored(image), SMART, 32)) > 0.8 * whole


def test_that_a_picture_on_its_side_and_a_large_photograph_are_cut_alike():
    image = scene((400, 100), (360, 50))
    turned = image.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6
    assert redness(prepare_image(stored(turned, "JPEG", exif=exif, quality=95), SMART, 32)) > 100
    large = scene((400, 100), (360, 50)).resize((4000, 1000))
    assert redness(prepare_image(stored(large, "JPEG", quality=95), SMART, 32)) > 100


@pytest.mark.parametrize("image", [Image.new("RGB", (90, 40), "blue"), scene((60, 60), (30, 30))])
def test_that_plain_pictures_and_squares_are_cut_as_ever(image):
    assert (prepare_image(stored(image), SMART, 32) == prepare_image(stored(image), Preparation(), 32)).all()


def test_that_a_shape_of_its_own_is_cut_to_keep_it_too():
    image = scene((400, 400), (200, 360))
    assert redness(prepare_image(stored(image), Preparation(), "64x16")) == 0
    assert redness(prepare_image(stored(image), SMART, "64x16")) > 0
