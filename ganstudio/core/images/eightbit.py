"""From Pillow's modes of eight bits to the size that is wanted, without a second large copy in memory."""

import math
from collections.abc import Callable

from PIL import Image

from ganstudio.core.images.colour_profiles import Conversion

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
_Converter = Callable[[Image.Image], Image.Image]

STRIP_PIXELS = 4 * 10**6
"""Larger pictures are converted in strips of this many pixels, so that no second copy of them is held."""


def resized(image: Image.Image, box: Box, size: tuple[int, int], *, colours: Conversion | None = None) -> Image.Image:
    """The part in `box` at `size`, as L, LA, RGB or RGBA (or CMYK and LAB, which are resized as they are).

    colours: what the picture's colours are turned into sRGB by, before they are mixed.
    """
    if image.mode in {"L", "RGB", "CMYK", "LAB"} and "transparency" not in image.info and not colours:
        return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
    image.load()
    eight_bits = converter(image, colours)
    if image.width * image.height <= STRIP_PIXELS:
        return eight_bits(image).resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
    factor = max(1, int(min((box[2] - box[0]) / size[0], (box[3] - box[1]) / size[1]) / 2))
    shrunk = _shrunk(image, eight_bits, factor)
    left, top, right, bottom = (edge / factor for edge in box)
    box = left, top, min(right, shrunk.width), min(bottom, shrunk.height)
    return shrunk.resize(size, Image.Resampling.LANCZOS, box=box)


def _shrunk(image: Image.Image, eight_bits: _Converter, factor: int) -> Image.Image:
    """A large picture converted and shrunk strip by strip, so that no second copy of it is ever in memory."""
    rows = max(1, STRIP_PIXELS // (4 * image.width * factor)) * factor
    shrunk: Image.Image | None = None
    for top in range(0, image.height, rows):
        strip = eight_bits(image.crop((0, top, image.width, min(image.height, top + rows)))).reduce(factor)
        if shrunk is None:
            shrunk = Image.new(strip.mode, (strip.width, math.ceil(image.height / factor)))
        shrunk.paste(strip, (0, top // factor))
    assert shrunk is not None
    return shrunk


def converter(image: Image.Image, colours: Conversion | None = None) -> _Converter:
    """What turns this picture, or a strip of it, into L, LA, RGB or RGBA in sRGB."""
    if colours is None:
        return _eight_bits(image)
    plain = (lambda part: part) if image.mode == "CMYK" else _eight_bits(image)
    return lambda part: colours(plain(part))


def _eight_bits(image: Image.Image) -> _Converter:
    mode = image.mode
    transparent = "transparency" in image.info or mode in {"PA", "RGBA", "RGBa", "LA", "La"}
    plain = mode in {"1", "L", "LA", "La"}
    target = ("LA" if transparent else "L") if plain else ("RGBA" if transparent else "RGB")
    return lambda part: part.convert(target)
