"""Where a drop belongs: the same files mean different things on different pages."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ganstudio.core.run import Run, RunError, is_run

Page = Literal["train", "explore", "translate", "enhance", "runs"]

PICTURES = frozenset(
    """.jpg .jpeg .jpe .jfif .png .apng .webp .gif .bmp .dib .tif .tiff .avif .jp2 .ppm .pgm .tga .ico .heic
    .heif""".split()  # noqa: SIM905 - a list of forty strings says less
)


SENT = ".ganrun"
FEW = 200
"""Files that are looked at while a drag is over the window; the others are looked at in the background later."""
BEGINNING = 512
"""Bytes of a file that tell whether it is text."""


@dataclass(frozen=True)
class Destination:
    """What to do with dropped files."""

    page: Page
    paths: tuple[str, ...]
    run: bool = False
    """The one path is a run folder: open it on `page`."""
    sent: bool = False
    """The one path is a run that somebody sent as one file."""


def destination(paths: Sequence[str], shown: str, *, translates: bool) -> Destination | None:
    """Where `paths` go when they are dropped on the page `shown`; None if there is nothing to be done with them.

    translates: a recipe that learns from two folders is there.
    """
    kept = tuple(path for path in paths if path and "\0" not in path)
    if not kept:
        return None
    folders = [Path(path).is_dir() for path in kept]
    if len(kept) == 1 and not folders[0] and Path(kept[0]).suffix.lower() == SENT:
        return Destination("runs", kept, sent=True)
    if len(kept) == 1 and folders[0] and is_run(Path(kept[0])):
        return Destination(_page_of_run(Path(kept[0]), shown), kept, run=True)
    if translates and (shown == "translate" or (len(kept) == 2 and all(folders))):
        return Destination("translate", kept)
    if shown == "enhance":
        return Destination("enhance", kept)
    pictures = all(Path(path).suffix.lower() in PICTURES for path in kept) and not any(folders)
    if shown == "explore" and pictures and len(kept) == 1:
        return Destination("explore", kept)
    return Destination("train", kept)


def _page_of_run(folder: Path, shown: str) -> Page:
    """Where it is of use now, else where it is shown as it was trained."""
    if shown == "explore":
        return "explore"
    return "enhance" if shown == "enhance" and enhances(folder) else "train"


def enhances(folder: Path) -> str:
    """What the run in a folder does on the page Enhance: 'larger', 'style', or '' for nothing."""
    try:
        settings = Run.open(folder).settings
    except RunError:
        return ""
    return "larger" if settings.does == "enlarge" else "style" if settings.recipe in {"faststyle", "adain"} else ""


def refusal(paths: Sequence[str]) -> str:
    """Why nothing can be done with what was dropped, as a sentence; '' where something can, or only a search can tell.

    Looks at names and a few beginnings of files only, so that a drop is refused before anything gives way to it.
    """
    kept = [Path(path) for path in paths if path and "\0" not in path]
    if not kept:
        return "Drop folders or image files of this computer."
    problems = [_problem(path) for path in kept]
    return "" if "" in problems else problems[0]


def _problem(path: Path) -> str:
    name = path.name if path.name.isprintable() else ascii(path.name)
    try:
        if not path.exists():
            return f"{name} is no longer there."
        if not path.is_dir() and path.suffix.lower() == SENT:
            return ""  # opening it tells
        if not path.is_dir():
            return f"{name} is no picture: drop pictures, a folder of them, or an archive." if _is_text(path) else ""
        if is_run(path):
            Run.open(path)
            return ""
        return _problem_inside(path, name)
    except RunError as error:
        return str(error)
    except OSError as error:
        return f"{name} cannot be read: {error.strerror or error}."


def _problem_inside(folder: Path, name: str) -> str:
    os.scandir(folder).close()  # a folder that may not be opened is no empty one
    files = _first_files(folder)
    if not files:
        return f"{name} is empty: drop a folder with pictures in it."
    return f"{name} holds no pictures." if len(files) < FEW and all(map(_is_text, files)) else ""


def _first_files(folder: Path) -> list[Path]:
    """The files in a folder and in its subfolders, FEW at most, without hidden ones."""
    files: list[Path] = []
    for path in _walked(folder):
        files.append(path)
        if len(files) == FEW:
            break
    return files


def _walked(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place) / name for name in names if not name.startswith("."))


def _is_text(path: Path) -> bool:
    """Whether a file is surely no picture: it has no bytes, or its beginning is text. A pipe is not opened."""
    if not path.is_file() or path.suffix.lower() in {*PICTURES, ".zip"}:
        return False
    with open(path, "rb") as file:
        beginning = file.read(BEGINNING)
    try:
        return "\0" not in beginning.decode()
    except UnicodeDecodeError as error:
        return error.start >= len(beginning) - 3 > 0 and b"\0" not in beginning  # a sign that was cut in two
