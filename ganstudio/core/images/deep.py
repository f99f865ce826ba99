"""Pictures of more than eight bits, and bands that Pillow does not read: their numbers, and eight bits made of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

import numpy as np
import numpy.typing as npt
from PIL import Image

from ganstudio.core.images import tiff
from ganstudio.core.images.levels import Depth, Numbers, Range, depth_of, in_eight_bits

Opened = Image.Image | tiff.Page
"""A picture whose head was read: by Pillow, or a page of a TIFF that is read here."""

BANDS = "bands"
"""The note on a picture of more bands than colours."""
_PROFILE, _XMP, _TURN = 34675, 700, 274
_SCALED = {"PPM", "JPEG2000"}
"""Formats whose numbers Pillow has stretched to 16 bits as the file declares them."""
_PNG_HALVES = {"RGB;16B": ("RGB;16L", 3), "RGBA;16B": ("RGBA;16L", 4)}


@dataclass(frozen=True)
class Read:
    """The numbers of a deep picture, and what is needed to make a picture of them."""

    numbers: Numbers
    """(H, W) or (H, W, 3)."""
    alpha: npt.NDArray[np.uint8] | None
    depth: Depth | None
    """None where the numbers have eight bits."""
    info: dict[str, object]
    inverted: bool = False
    note: str = ""

    def picture(self, scale: Range) -> Image.Image:
        """L, LA, RGB or RGBA in eight bits."""
        drawn = in_eight_bits(self.numbers, scale)
        image = Image.fromarray(255 - drawn if self.inverted else drawn)
        if self.alpha is not None:
            image.putalpha(Image.fromarray(self.alpha))
        image.info.update(self.info)
        return image


def is_deep(opened: Opened) -> bool:
    """True for what has to go through `read_deep`."""
    if isinstance(opened, tiff.Page):
        return True
    return opened.mode in {"I", "F"} or opened.mode.startswith("I;16") or _png_mode(opened) != ""


def read_deep(opened: Opened, file: IO[bytes], reopen: Callable[[], Image.Image]) -> Read:
    """The numbers of a picture for which `is_deep` is true. `reopen`: gives the same picture, not loaded yet.

    Raises:
        ValueError, EOFError: it cannot be read; in plain words.
    """
    if isinstance(opened, tiff.Page):
        return _of_page(opened, file)
    key = opened.info.get("transparency")
    if mode := _png_mode(opened):
        numbers = _png_numbers(opened, mode, reopen)
    else:
        numbers = np.asarray(opened)
    # asked when it is loaded: how it is turned may stand behind the pixels
    info: dict[str, object] = {str(name): value for name, value in opened.info.items() if name != "transparency"}
    numbers, alpha = _alpha_apart(numbers, key)
    declared = 65535 if opened.format in _SCALED and opened.mode != "F" else 0
    return Read(numbers, alpha, depth_of(numbers, declared), info)


def _png_mode(image: Image.Image) -> str:
    """How the numbers of a PNG of 16 bits and several bands lie in its file; '' for all other pictures."""
    tiles = getattr(image, "tile", []) if image.format == "PNG" else []
    mode = tiles[0][3] if tiles else ""
    return mode if mode in {*_PNG_HALVES, "LA;16B"} else ""


def _png_numbers(image: Image.Image, mode: str, reopen: Callable[[], Image.Image]) -> Numbers:
    """All 16 bits of each number: Pillow keeps the upper eight, and the lower when the order is said to be another."""
    if mode == "LA;16B":
        image.tile = [image.tile[0]._replace(args="RGBA")]  # type: ignore[attr-defined]
        pairs: Numbers = np.asarray(image).astype(np.uint16)
        return pairs[:, :, 0::2] * 256 + pairs[:, :, 1::2]
    upper: Numbers = np.asarray(image).astype(np.uint16)
    again = reopen()
    again.tile = [again.tile[0]._replace(args=_PNG_HALVES[mode][0])]  # type: ignore[attr-defined]
    whole: Numbers = upper * 256 + np.asarray(again)
    return whole


def _alpha_apart(numbers: Numbers, key: object) -> tuple[Numbers, npt.NDArray[np.uint8] | None]:
    """The colours, and the alpha of 16 bits in eight; `key`: the colour that a PNG says is transparent."""
    if numbers.ndim == 3 and numbers.shape[2] in {2, 4}:
        colours = numbers[:, :, :-1]
        return (colours[:, :, 0] if colours.shape[2] == 1 else colours), (numbers[:, :, -1] >> 8).astype(np.uint8)
    if isinstance(key, int | tuple):
        same = numbers == np.asarray(key)
        return numbers, np.where(same if numbers.ndim == 2 else same.all(axis=2), 0, 255).astype(np.uint8)
    return numbers, None


def _of_page(page: tiff.Page, file: IO[bytes]) -> Read:
    numbers = tiff.numbers(page, file)
    samples, extra = page.samples, page.tag(tiff.EXTRA, 0)
    colours = 3 if samples >= 3 else 1
    alpha = None
    if samples == colours + 1 and extra in {1, 2}:
        alpha = in_eight_bits(numbers[:, :, colours], _full(page, numbers))
    known = numbers[:, :, 0] if colours == 1 else numbers[:, :, :3]
    odd = samples > colours and alpha is None
    depth = depth_of(known, tiff.declared_white(page)) if page.bits > 8 else None
    return Read(known, alpha, depth, _page_info(page), page.tag(tiff.PHOTOMETRIC, 1) == 0, BANDS if odd else "")


def _full(page: tiff.Page, numbers: Numbers) -> Range:
    return Range(0, 1.0 if numbers.dtype.kind == "f" else float(2**page.bits - 1))


def shallow_range(opened: Opened) -> Range:
    """The range of a page of eight bits or less."""
    return Range(0, float(2**opened.bits - 1) if isinstance(opened, tiff.Page) else 255)


def _page_info(page: tiff.Page) -> dict[str, object]:
    """What Pillow would put into `info`: the profile, and how the page is turned."""
    info: dict[str, object] = {}
    for name, tag in (("icc_profile", _PROFILE), ("xmp", _XMP)):
        values = page.tags.get(tag)
        if values:
            info[name] = values if isinstance(values, bytes) else bytes(value % 256 for value in values)
    if turn := page.tag(_TURN, 0):
        exif = Image.Exif()
        exif[_TURN] = turn
        info["exif"] = exif.tobytes()
    return info
