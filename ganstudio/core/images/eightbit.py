"""From any of Pillow's modes to eight bits, and to the size that is wanted, without a second large copy in memory.

Numbers of more than eight bits become eight so:

    I;16    divided by 257 (65535 becomes 255); a TIFF that says it has fewer bits is scaled by those
    I, F    as they are if they lie within 0..255; from 0..1 times 255 (F); from 0..65535 divided by 257; otherwise
            their smallest becomes 0 and their largest 255. NaN becomes 0.
"""

import math
from collections.abc import Callable

import numpy as np
from PIL import Image

from ganstudio.core.images.colours import Conversion

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
_Converter = Callable[[Image.Image], Image.Image]

STRIP_PIXELS = 4 * 10**6
"""Larger pictures are converted in strips of this many pixels, so that no second copy of them is held."""
_BITS_PER_SAMPLE = 258


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
    if mode.startswith("I;16"):
        scale = 255 / (2 ** _bits(image) - 1)
        return lambda part: _scaled(part, 0, scale)
    if mode in {"I", "F"}:
        low, scale = _range(image)
        return lambda part: _scaled(part, low, scale)
    transparent = "transparency" in image.info or mode in {"PA", "RGBA", "RGBa", "LA", "La"}
    plain = mode in {"1", "L", "LA", "La"}
    target = ("LA" if transparent else "L") if plain else ("RGBA" if transparent else "RGB")
    return lambda part: part.convert(target)


def _bits(image: Image.Image) -> int:
    """How many bits of 16 are in use, for a TIFF that says so."""
    tag = getattr(image, "tag_v2", {}).get(_BITS_PER_SAMPLE, (16,))
    bits = tag[0] if isinstance(tag, tuple) else tag
    return bits if isinstance(bits, int) and 8 < bits < 16 else 16


def _range(image: Image.Image) -> tuple[float, float]:
    """What becomes 0, and the factor after that, for whole numbers of 32 bits and for floating point."""
    low, high = _extremes(image)
    if image.mode == "F" and low >= 0 and high <= 1:
        return 0, 255
    if low >= 0 and high <= 255:
        return 0, 1
    if low >= 0 and high <= 65535:
        return 0, 1 / 257
    return low, 255 / (high - low) if high > low else 1


def _extremes(image: Image.Image) -> tuple[float, float]:
    low, high = np.inf, -np.inf
    rows = max(1, STRIP_PIXELS // image.width)
    for top in range(0, image.height, rows):
        part = np.asarray(image.crop((0, top, image.width, min(image.height, top + rows))), dtype=np.float64)
        finite = part[np.isfinite(part)]
        if finite.size:
            low, high = min(low, float(finite.min())), max(high, float(finite.max()))
    return (low, high) if low <= high else (0, 0)


def _scaled(part: Image.Image, low: float, scale: float) -> Image.Image:
    values = np.nan_to_num((np.asarray(part, dtype=np.float64) - low) * scale, nan=0, posinf=255, neginf=0)
    return Image.fromarray(np.clip(np.rint(values), 0, 255).astype(np.uint8))
