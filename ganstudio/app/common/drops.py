"""Where a drop belongs: the same files mean different things on different pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ganstudio.core.run import is_run

Page = Literal["train", "explore", "translate", "runs"]

PICTURES = frozenset(
    """.jpg .jpeg .jpe .jfif .png .apng .webp .gif .bmp .dib .tif .tiff .avif .jp2 .ppm .pgm .tga .ico .heic
    .heif""".split()  # noqa: SIM905 - a list of forty strings says less
)


@dataclass(frozen=True)
class Destination:
    """What to do with dropped files."""

    page: Page
    paths: tuple[str, ...]
    run: bool = False
    """The one path is a run folder: open it on `page`."""


def destination(paths: Sequence[str], shown: str, *, translates: bool) -> Destination | None:
    """Where `paths` go when they are dropped on the page `shown`; None if there is nothing to be done with them.

    translates: a recipe that learns from two folders is there.
    """
    kept = tuple(path for path in paths if path and "\0" not in path)
    if not kept:
        return None
    folders = [Path(path).is_dir() for path in kept]
    if len(kept) == 1 and folders[0] and is_run(Path(kept[0])):
        return Destination("explore" if shown == "explore" else "train", kept, run=True)
    if translates and (shown == "translate" or (len(kept) == 2 and all(folders))):
        return Destination("translate", kept)
    pictures = all(Path(path).suffix.lower() in PICTURES for path in kept) and not any(folders)
    if shown == "explore" and pictures and len(kept) == 1:
        return Destination("explore", kept)
    return Destination("train", kept)
