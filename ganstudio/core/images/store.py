"""The cache on disk: for each question (sources, preparation, size) a folder with an index and the pixels it speaks of.

    index.json        every file with its size, its time of change and what became of it; the name of the pixels
    pixels-1f3a.npy   uint8 (M, H, W, C): the images in the order of their names, then the copies that are left out

A set of pixels never changes once it is written; a new index takes the old one's place in one rename. So a crash leaves
the old state, and of two programs that prepare the same folder at once the later one wins without harm to the other.
"""

import contextlib
import hashlib
import json
import math
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ganstudio.core import schema
from ganstudio.core.environment import CACHE_ELSEWHERE
from ganstudio.core.files import private, private_folder, write_atomically
from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.images.listing import FoundFile
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation

FORMAT = 3
"""Raised when the same file would give other pixels or facts than before; older caches are then made anew."""
KEPT_DAYS = 60
"""A cache that nobody opened for so long is removed when another one is written."""
_BLOCK = 2**24  # bytes copied at a time
_DAY = 86400.0
_PIXEL_SETTINGS = ("fit", "colour", "background", "smallest")

Pixels = npt.NDArray[np.uint8]


class Entry(NamedTuple):
    """What became of one file."""

    identity: str
    size: int
    stamp: int
    row: int
    """Where its pixels are; -1 without."""
    reason: str
    """Why it could not be decoded; '' if it was."""
    passing: bool
    """That reason says nothing of the file itself: it is tried again the next time."""
    width: int
    height: int
    colours: str
    """What its colours were called before they became sRGB; '' where they were sRGB already."""
    note: str
    """What of the file is not seen; see `check_report.about_reading`."""
    depth: list[Any] | None
    """The fields of a `levels.Depth`, for a picture of more than eight bits."""
    grey: int
    digest: str
    hash: str
    copy: str
    """Why it is left out as a copy; '' if it is not."""


@dataclass(frozen=True)
class Stored:
    """A cache that was read or written."""

    path: Path
    shape: tuple[int, int, int, int]
    duplicates: str
    entries: list[Entry]

    def is_of(self, files: Sequence[FoundFile], duplicates: str) -> bool:
        """True if nothing has changed since: the same files, and copies treated the same."""
        return (
            duplicates == self.duplicates
            and len(files) == len(self.entries)
            and all(
                entry[:3] == (file.identity, file.size, file.stamp) and not entry.passing
                for file, entry in zip(files, self.entries, strict=True)
            )
        )

    def known(self) -> dict[str, Entry]:
        return {entry.identity: entry for entry in self.entries}

    def pixels(self) -> Pixels:
        """All rows as a read-only memory map; none of them is read until it is asked for."""
        if not math.prod(self.shape):
            return np.empty(self.shape, dtype=np.uint8)
        pixels: Pixels = np.load(self.path, mmap_mode="r", allow_pickle=False)
        return pixels


def folder_for(
    root: Path, sources: Sequence[str | os.PathLike[str]], preparation: Preparation, resolution: Resolution
) -> Path:
    """Where the answer to this question is kept."""
    question = [sorted({os.path.abspath(os.fspath(source)) for source in sources}), resolution, FORMAT]
    question += [getattr(preparation, name) for name in _PIXEL_SETTINGS]
    return root / "images" / hashlib.blake2b(json.dumps(question).encode(), digest_size=10).hexdigest()


def read(folder: Path) -> Stored | None:
    """The cache in `folder`; None if there is none, or it is damaged and has to be made anew."""
    try:
        fields = json.loads(schema.read(folder / "index.json", most=2**30))
        entries = [Entry(*entry) for entry in fields["entries"]]
        count, height, width, channels = map(int, fields["shape"])
        stored = Stored(
            folder / Path(fields["pixels"]).name, (count, height, width, channels), str(fields["duplicates"]), entries
        )
        if stored.path.stat().st_size != _file_size(stored.shape) or any(entry.row >= count for entry in entries):
            return None
        os.utime(folder / "index.json")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return stored


def make_room(folder: Path, needed: int) -> None:
    """Create the folder, and refuse at once if its disk has not `needed` bytes left.

    Raises:
        ImagesError: the sentence says how much is needed.
    """
    private_folder(folder.parent)
    private_folder(folder)
    free = shutil.disk_usage(folder).free
    if free < needed + 2**26:
        raise ImagesError(
            f"The prepared images need {needed / 2**20:,.0f} MB and {folder.parent} has {free / 2**20:,.0f} MB free. "
            f"Free some space or choose a lower resolution. {CACHE_ELSEWHERE}"
        )


@contextlib.contextmanager
def scratch(folder: Path, shape: tuple[int, ...]) -> Iterator[tuple[Path, int]]:
    """A file for the pixels of files being decoded, and where in it row 0 starts. It is gone afterwards."""
    path = folder / f"{secrets.token_hex(6)}.tmp"
    try:
        yield path, _allocate(path, shape)
    finally:
        path.unlink(missing_ok=True)


def _allocate(path: Path, shape: tuple[int, ...]) -> int:
    """Write the header of a .npy file of this shape; returns where its content starts."""
    header = {"descr": "|u1", "fortran_order": False, "shape": shape}
    with open(path, "xb", opener=private) as file:
        np.lib.format.write_array_header_1_0(file, header)
        offset = file.tell()
        file.truncate(offset + math.prod(shape))
    return offset


def _file_size(shape: tuple[int, ...]) -> int:
    return 128 + math.prod(shape)


class Rows:
    """Reads the pixels of entries by their number, from where they are: freshly decoded, or in the cache as it was."""

    def __init__(
        self, stored: Stored | None, scratch: Path | None, fresh: Mapping[int, int], entries: Sequence[Entry]
    ) -> None:
        self._scratch = scratch
        self._fresh = fresh
        self._entries = entries
        self._new: Pixels | None = np.asarray(np.load(scratch, mmap_mode="r")) if scratch else None
        self._old: Pixels | None = np.asarray(stored.pixels()) if stored else None

    def read(self, numbers: Sequence[int]) -> Pixels:
        """Pixels (n, H, W, C)."""
        return np.stack([self._one(number) for number in numbers])

    def move(self, order: Sequence[int], path: Path) -> bool:
        """If the scratch file holds just these rows in this order, let it become `path`: nothing is read after that."""
        if (
            self._scratch is None
            or self._new is None
            or not len(order) == len(self._fresh) == len(self._new)
            or any(self._fresh.get(number) != row for row, number in enumerate(order))
        ):
            return False
        self._new = None  # some systems do not rename what is mapped
        os.replace(self._scratch, path)
        return True

    def _one(self, number: int) -> Pixels:
        pixels = self._new if number in self._fresh else self._old
        row = self._fresh.get(number, self._entries[number].row)
        assert pixels is not None
        picture: Pixels = pixels[row]
        return picture


def write(folder: Path, entries: Sequence[Entry], rows: Rows, duplicates: str, shape: tuple[int, ...]) -> Stored:
    """Put a new cache in the place of what is in `folder`: the pixels first, then the index that speaks of them."""
    usable = [number for number, entry in enumerate(entries) if not entry.reason]
    order = sorted(usable, key=lambda number: bool(entries[number].copy))
    placed = list(entries)
    for row, number in enumerate(order):
        placed[number] = placed[number]._replace(row=row)
    path = folder / f"pixels-{secrets.token_hex(6)}.npy"
    full = (len(order), *shape)
    try:
        if not rows.move(order, path):
            _write_pixels(path, full, order, rows)
        flush_file(path)
        stored = Stored(path, (full[0], full[1], full[2], full[3]), duplicates, placed)
        before = read(folder)
        _write_index(folder, stored)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    if before:
        with contextlib.suppress(OSError):  # still mapped by another program, where the system minds
            before.path.unlink()
    _sweep(folder, keep=path)
    return stored


def _write_pixels(path: Path, shape: tuple[int, ...], order: Sequence[int], rows: Rows) -> None:
    _allocate(path, shape)
    step = max(1, _BLOCK // math.prod(shape[1:]))
    with open(path, "r+b") as file:
        file.seek(_file_size(()) - 1)
        for start in range(0, len(order), step):
            file.write(rows.read(order[start : start + step]).data)


def flush_file(path: Path) -> None:
    """Put the file's content on the disk before an index speaks of it."""
    with open(path, "r+b") as file:
        os.fsync(file.fileno())


def _write_index(folder: Path, stored: Stored) -> None:
    fields = {
        "format": FORMAT,
        "pixels": stored.path.name,
        "shape": stored.shape,
        "duplicates": stored.duplicates,
        "entries": stored.entries,
    }
    write_atomically(folder / "index.json", json.dumps(fields, separators=(",", ":")), opener=private)


def _sweep(folder: Path, keep: Path) -> None:
    """Remove what no index speaks of any more, and caches nobody has opened for long.

    Only what is old: young pixels may be those that another program is just about to publish.
    """
    now = time.time()
    for path in [*folder.glob("*.npy"), *folder.parent.glob("*/*.tmp")]:
        with contextlib.suppress(OSError):
            if path != keep and now - path.lstat().st_mtime > _DAY / 24:
                path.unlink()
    for other in folder.parent.iterdir():
        with contextlib.suppress(OSError):
            known = other / "index.json"
            if now - (known if known.exists() else other).stat().st_mtime > KEPT_DAYS * _DAY:
                shutil.rmtree(other)
