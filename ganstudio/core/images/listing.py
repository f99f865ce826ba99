"""What a scan finds: places, the files in them, and the names they are shown by; and how to open a file safely."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Literal, NamedTuple

from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.core.images.check_report import LeftOut
from ganstudio.core.printable import printable

_RUN = frozenset({"settings.json", "events.jsonl", "run.lock"})
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx", "@eadir"})


Kind = Literal["folder", "zip", "tar", "tiff", "idx", "emnist", "npy", "cifar", "parquet", "video"]
Outer = tuple[Literal["zip", "tar"], int, int]
"""An entry of an archive: the kind of archive, the position (of its bytes, in a tar), and how many bytes it has."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """Where files were found: a folder, or an archive. Shared by its files, so that a million of them stay small."""

    path: str
    """The folder, or the archive itself; may hold lone surrogates where the name is not UTF-8."""
    shown: str
    """What stands before a file's name when it is shown: '' or ends in '/'."""
    label: str | None
    """The class: the first folder below the one that was dropped, or below its train, test ...; None without one."""
    kind: Kind = "folder"
    """What `path` is: pictures lie in it by their position. EMNIST is IDX whose pictures lie on their side."""
    outer: Outer | None = None
    """Where in the archive `path` the file of this kind is; None where it is `path` itself."""


class FoundFile(NamedTuple):
    """One file that may be a picture."""

    place: FileSource
    file: str
    size: int
    """Bytes."""
    stamp: int
    """Changes when the content does: the time of change in nanoseconds, or the checksum of a zip's entry."""
    item: int = -1
    """Position within an archive; -1 for a file."""
    fit: FitByHand | None = None
    """How a person fits it, where not as the others are."""

    @property
    def name(self) -> str:
        """The name to show: relative to what was dropped, always printable."""
        return printable(self.place.shown + self.file)

    @property
    def path(self) -> str:
        """The file to open: the picture, or the archive that holds it."""
        return self.place.path if self.place.kind != "folder" else os.path.join(self.place.path, self.file)

    @property
    def identity(self) -> str:
        """What tells this picture from all others on this machine."""
        outer = f"\0{self.place.outer[1]}" if self.place.outer else ""
        return self.path if self.item < 0 else f"{self.place.path}{outer}\0{self.item}"


@dataclass(frozen=True)
class Container:
    """A file that may hold several pictures: where it lies, and how it and the files beside it are opened."""

    file: FoundFile
    """The file itself; its name ends the name of the folder that its pictures are shown in."""
    open: Callable[[], IO[bytes]]
    neighbour: Callable[[str], IO[bytes] | None]
    """The file of another name in the same folder; None without."""
    outer: Outer | None = None

    def place(self, kind: Kind, label: str | None) -> FileSource:
        """The place of its pictures."""
        return FileSource(self.file.path, f"{self.file.place.shown}{self.file.file}/", label, kind, self.outer)

    def refused(self, reason: str) -> "Listed":
        return [], [LeftOut(self.file.name, reason)]


Listed = tuple[list[FoundFile], list[LeftOut]]


@dataclass(frozen=True)
class Listing:
    """Everything below the sources, in the order of their names, and what could not even be looked at."""

    files: list[FoundFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    parts: tuple[str, ...] = ()
    """Folders that only part the images (train, test ...), in the order to name them in; see `splits`."""


def is_litter(name: str) -> bool:
    """True for what file managers leave behind; such files are passed over in silence."""
    return name.lower() in _LITTER or name.startswith("._")


def is_run_file(name: str) -> bool:
    """True for the names of which two in one folder say that it is a training run."""
    return name in _RUN


def open_regular(path: str) -> IO[bytes]:
    """Open a file for reading, but never wait for a pipe or read a device that lies under its name.

    Raises:
        OSError: it cannot be opened, or is not a regular file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError("not a regular file")
    return os.fdopen(handle, "rb")
