"""Frames as a moving picture: GIF, WebP (every pixel kept) and MP4, or as a strip side by side (PNG)."""

import io
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

from ganstudio.core.files import publish
from ganstudio.core.pixels import Pixels, as_image, without_alpha
from ganstudio.export import timing
from ganstudio.export.image_file import encode
from ganstudio.export.kinds import ANIMATIONS, require_video
from ganstudio.export.provenance import packet
from ganstudio.export.sheet import contact_sheet
from ganstudio.export.video import write_mp4


def write_animation(
    frames: Pixels,
    path: Path,
    *,
    fps: float = 30.0,
    loop: bool = True,
    recipe: Mapping[str, Any] | None = None,
    overwrite: bool = False,
) -> Path:
    """Write frames, uint8 (N, H, W, C), in the form that the ending of `path` names; see `ANIMATIONS`.

    Args:
        loop: the animation starts again at its end (GIF and WebP; players decide for MP4).

    Returns:
        The path that was really written.

    Raises:
        MissingExtraError: .mp4 without PyAV.
    """
    kind = path.suffix.lower().lstrip(".")
    match kind:
        case "png":
            content = encode(contact_sheet(frames, columns=len(frames)), "png", recipe)
        case "gif" | "webp":
            content = _moving(frames if kind == "webp" else without_alpha(frames), kind, fps, loop, recipe)
        case "mp4":
            content = _mp4(frames, fps)
        case _:
            raise ValueError(f"animations are written as {', '.join(ANIMATIONS)}, not as {path.suffix or path.name}")

    def write(file: BinaryIO) -> None:
        file.write(content)

    return publish(path, write, overwrite=overwrite)


def _moving(frames: Pixels, kind: str, fps: float, loop: bool, recipe: Mapping[str, Any] | None) -> bytes:
    first, *others = (as_image(frame) for frame in frames)
    buffer = io.BytesIO()
    known: dict[str, Any] = {"save_all": True, "append_images": others}
    durations = timing.evenly(len(frames), fps)
    if kind == "webp":
        known |= {"format": "WEBP", "lossless": True, "loop": 0 if loop else 1, "xmp": packet(recipe)}
        known["duration"] = timing.thousandths(durations)
    else:
        known |= {"format": "GIF", "comment": packet(recipe), "duration": timing.hundredths(durations)}
        if loop:
            known["loop"] = 0
    first.save(buffer, **known)
    return buffer.getvalue()


def _mp4(frames: Pixels, fps: float) -> bytes:
    require_video()
    buffer = io.BytesIO()
    write_mp4(buffer, frames, Fraction(fps))
    return buffer.getvalue()
