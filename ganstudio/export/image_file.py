"""Pictures as files: PNG, JPEG and WebP, each with its mark and recipe."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from PIL.PngImagePlugin import PngInfo

from ganstudio.core.files import publish
from ganstudio.core.pixels import Pixels, as_image, without_alpha
from ganstudio.export.provenance import KEYWORD, packet, recipe_text

FORMATS = ("png", "jpg", "webp")


def write_image(
    array: Pixels,
    path: Path,
    format: str = "png",
    *,
    recipe: Mapping[str, Any] | None = None,
    overwrite: bool = False,
) -> Path:
    """Write a picture, and never over one that is there unless told so.

    Args:
        array: uint8 (H, W, C) with one, three or four channels.
        recipe: what makes the picture again; None leaves it out. The mark that a model made it always stays.

    Returns:
        The path that was really written, `name-2.png` if the name was taken.
    """
    encoded = encode(array, format, recipe)

    def write(file: BinaryIO) -> None:
        file.write(encoded)

    return publish(path, write, overwrite=overwrite)


def encode(array: Pixels, format: str, recipe: Mapping[str, Any] | None = None, profile: bytes = b"") -> bytes:
    """The bytes of a picture file. PNG and WebP keep every pixel as it is, JPEG does not, and lays it on white.

    `profile`: the ICC colour profile that the numbers are meant in; empty: none.
    """
    image = as_image(without_alpha(array) if format in {"jpg", "jpeg"} else array)
    buffer = io.BytesIO()
    known: dict[str, Any] = {"icc_profile": profile} if profile else {}
    match format:
        case "png":
            image.save(buffer, "PNG", pnginfo=_png_text(recipe), **known)
        case "jpg" | "jpeg":
            image.save(buffer, "JPEG", quality=95, subsampling=0, xmp=packet(recipe), **known)
        case "webp":
            image.save(buffer, "WEBP", lossless=True, method=4, xmp=packet(recipe), **known)
        case _:
            raise ValueError(f"pictures are written as {', '.join(FORMATS)}, not as {format}")
    return buffer.getvalue()


def _png_text(recipe: Mapping[str, Any] | None) -> PngInfo:
    text = PngInfo()
    text.add_itxt("XML:com.adobe.xmp", packet(recipe).decode())
    if recipe is not None:
        text.add_itxt(KEYWORD, recipe_text(recipe))
    return text
