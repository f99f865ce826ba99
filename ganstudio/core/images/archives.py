"""Pictures in archives, .zip and .tar in all packings: read in memory, entry by entry, nothing is ever extracted.

What an archive holds is what its tree would be as a folder: the same names are passed over, in the same order.
"""

import contextlib
import functools
import io
import lzma
import os
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Literal

from ganstudio.core.images import webdataset
from ganstudio.core.images.check_report import LeftOut
from ganstudio.core.images.file_kinds import unpacked
from ganstudio.core.images.listing import (
    Container,
    FileSource,
    FoundFile,
    Listed,
    Outer,
    is_litter,
    is_run_file,
    open_regular,
)
from ganstudio.core.printable import printable

MOST_ENTRIES = 1_000_000
MOST_BYTES = 256 * 2**20
"""An entry that unpacks to more is left out."""
MOST_GROWTH = 200
"""So is one above `SMALL_BYTES` that unpacks to more than this many times its packed size."""
SMALL_BYTES = 4 * 2**20
MOST_UNPACKED = 64 * 2**30
"""A packed tar is unpacked to be listed, and refused when it is larger."""
_LEAST_ENTRY = 46
"""Bytes of an entry in a zip's list of contents, without its name."""
_DAMAGED = (
    OSError, EOFError, zipfile.BadZipFile, tarfile.TarError, ValueError, NotImplementedError, zlib.error,
    lzma.LZMAError, struct.error,
)  # fmt: skip


@dataclass(frozen=True)
class _Member:
    """An entry: its name with '/' between folders, where it is, and why it is left out ('' if it is not)."""

    name: str
    item: int
    size: int
    stamp: int
    refusal: str = ""

    @functools.cached_property
    def folders(self) -> tuple[str, ...]:
        return tuple(self.name.split("/")[:-1])

    @property
    def file(self) -> str:
        return self.name.rpartition("/")[2]


Look = Callable[[Container], Listed | None]
"""The pictures of an entry that holds several; None for one that holds one."""


def list_archive(place: FileSource, name: str, kind: Literal["zip", "tar"], look: Look) -> Listed:
    """The entries of the archive `name` in `place`, shown as `archive.zip/inner/name.png`."""
    path = os.path.join(place.path, name)
    shown = printable(place.shown + name)
    try:
        with open_regular(path) as file:
            members = _zip_members(file) if kind == "zip" else _tar_members(file)
    except PermissionError:
        return [], [LeftOut(shown, "unreadable: its permissions forbid opening it")]
    except _TooLargeError as error:
        return [], [LeftOut(shown, f"too large: {error}")]
    except _DAMAGED as error:
        return [], [LeftOut(shown, f"unreadable: a damaged archive ({error})")]
    return _Shelves(path, f"{place.shown}{name}/", place.label, kind, look).sorted_out(members)


class _TooLargeError(Exception):
    """Said in plain words."""


def _zip_members(file: IO[bytes]) -> list[_Member]:
    if (count := announced(file)) > MOST_ENTRIES:
        raise _TooLargeError(f"{count:,} entries")
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
    return [
        _Member(_zip_name(entry), number, entry.file_size, entry.CRC, _zip_refusal(entry))
        for number, entry in enumerate(entries)
    ]


def announced(file: IO[bytes]) -> int:
    """How many entries a zip has at most, from its last bytes: by their number, and by the length of their list.

    A list of three million entries takes a minute and gigabytes to read, so it is counted before it is read. 0 where
    there is no end that tells: then it is no zip, or damaged, and is refused when it is opened.
    """
    end = file.seek(0, os.SEEK_END)
    tail = _tail(file, end, 22 + 2**16)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) < at + 22:
        return 0
    number, length = struct.unpack("<HL", tail[at + 10 : at + 16])
    wide = tail.rfind(b"PK\6\6", 0, at)  # zip64: the real numbers stand in a record before it
    if wide >= 0 and len(tail) >= wide + 48:
        number, length = struct.unpack("<QQ", tail[wide + 32 : wide + 48])
    return max(int(number), min(int(length), end) // _LEAST_ENTRY if length > MOST_ENTRIES * _LONGEST_ENTRY else 0)


_LONGEST_ENTRY = 4096
"""Bytes that an entry of an honest archive takes in the list at most, its name included."""


def _tail(file: IO[bytes], end: int, size: int) -> bytes:
    file.seek(max(0, end - size))
    return file.read(size)


def _zip_name(entry: zipfile.ZipInfo) -> str:
    """The entry's name: UTF-8 where it is that without saying so, and folders that Windows parted by backslashes."""
    name = entry.filename
    if not entry.flag_bits & 0x800 and not name.isascii():
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name if entry.create_system == 3 and "/" in name else name.replace("\\", "/")


def _zip_refusal(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & 1:
        return "unreadable: locked with a password"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "not an image: a link"
    if entry.file_size > max(SMALL_BYTES, MOST_GROWTH * entry.compress_size):
        return f"too large: unpacks to {entry.file_size / max(1, entry.compress_size):,.0f} times its size"
    return ""


def _tar_members(file: IO[bytes]) -> list[_Member]:
    """Every file of a tar; `item` is where its bytes begin in the unpacked archive.

    Its entries say nothing of what they hold (many are dated 1970 and all of one size): they are as old as the archive.
    """
    members: list[_Member] = []
    stamp = os.fstat(file.fileno()).st_mtime_ns
    with tarfile.open(fileobj=unpacked(file), mode="r:") as archive:
        for entry in archive:
            if entry.isdir():
                continue
            if len(members) >= MOST_ENTRIES:
                raise _TooLargeError(f"over {MOST_ENTRIES:,} entries")
            if entry.offset_data + entry.size > MOST_UNPACKED:
                raise _TooLargeError(f"unpacks to over {MOST_UNPACKED / 2**30:.0f} GB")
            members.append(_Member(entry.name, entry.offset_data, entry.size, stamp, _tar_refusal(entry)))
            archive.members = []  # type: ignore[attr-defined] # a million of them would be kept otherwise
    return members


def _tar_refusal(entry: tarfile.TarInfo) -> str:
    if entry.issym() or entry.islnk():
        return "not an image: a link"
    return "" if entry.isreg() and not entry.issparse() else "not an image: a pipe, a socket or a device"


@dataclass(frozen=True)
class _Shelves:
    """An archive whose entries are sorted into files, and into what holds several pictures."""

    path: str
    shown: str
    label: str | None
    kind: Literal["zip", "tar"]
    look: Look

    def sorted_out(self, members: list[_Member]) -> Listed:
        """As a scan would have met the files of a folder: hidden folders and litter passed over, runs named."""
        members = [_plain(member) for member in members]
        members = [member for member in members if _belongs(member)]
        runs = _runs(members)
        below = _common_folder(members)
        inside = [member for member in members if not any(member.folders[: len(run)] == run for run in runs)]
        files: list[FoundFile] = []
        left_out = [LeftOut(printable(self.shown + "/".join(run)), RUN) for run in sorted(runs)]
        by_name = {member.name: member for member in inside}
        labels, texts = self._labels(inside)
        places: dict[tuple[tuple[str, ...], str], FileSource] = {}
        for member in sorted(inside, key=lambda member: (member.folders, member.file, member.item)):
            if member.name in texts:
                continue
            if reason := _refusal(member) or member.refusal:
                left_out.append(LeftOut(printable(self.shown + member.name), reason))
                continue
            label = labels.get(member.name, "")
            key = member.folders, label
            place = places.get(key) or places.setdefault(key, self._place(member.folders, below, label))
            file = FoundFile(place, member.file, member.size, member.stamp, member.item)
            listed = self.look(self._container(file, member, by_name))
            files += [file] if listed is None else listed[0]
            left_out += [] if listed is None else listed[1]
        return files, left_out

    def _labels(self, members: list[_Member]) -> tuple[dict[str, str], set[str]]:
        """What a WebDataset says of its pictures: see `webdataset.labels`."""
        if self.kind != "tar":
            return {}, set()
        try:
            with open_regular(self.path) as file:
                return webdataset.labels([(member.name, member.item, member.size) for member in members], file)
        except _DAMAGED:
            return {}, set()

    def _place(self, folders: tuple[str, ...], below: int, label: str) -> FileSource:
        inner = label or (folders[below] if len(folders) > below else self.label)
        return FileSource(self.path, self.shown + "".join(f"{folder}/" for folder in folders), inner, self.kind)

    def _container(self, file: FoundFile, member: _Member, by_name: dict[str, _Member]) -> Container:
        def content(which: _Member) -> IO[bytes]:
            return entry_stream(self.path, self._outer(which))

        def neighbour(name: str) -> IO[bytes] | None:
            other = by_name.get("/".join([*member.folders, name]))
            return content(other) if other and not (other.refusal or _refusal(other)) else None

        return Container(file, lambda: content(member), neighbour, self._outer(member))

    def _outer(self, member: _Member) -> Outer:
        return self.kind, member.item, member.size


RUN = "a training run: the pictures in it are its own"


def entry_stream(path: str, outer: Outer) -> IO[bytes]:
    """The bytes of one entry of an archive, in memory.

    Raises:
        Exception: of a dozen types, where the archive is damaged.
    """
    kind, item, size = outer
    with open_regular(path) as file:
        if kind == "tar":
            stream = unpacked(file)
            stream.seek(item)
            return io.BytesIO(stream.read(min(size, MOST_BYTES)))
        with zipfile.ZipFile(file) as archive, archive.open(archive.infolist()[item]) as entry:
            return io.BytesIO(entry.read(min(size, MOST_BYTES)))


def _plain(member: _Member) -> _Member:
    """With a name that begins with no './' or '/'."""
    parts = [part for part in member.name.split("/")[:-1] if part not in {"", "."}]
    return _Member("/".join([*parts, member.file]), member.item, member.size, member.stamp, member.refusal)


def _belongs(member: _Member) -> bool:
    """False for folders, for what is hidden, and for what file managers leave behind."""
    hidden = any((folder.startswith(".") and folder != "..") or is_litter(folder) for folder in member.folders)
    return bool(member.file) and not hidden and not is_litter(member.file)


def _runs(members: list[_Member]) -> set[tuple[str, ...]]:
    """The folders that are runs."""
    inside: dict[tuple[str, ...], set[str]] = {}
    for member in members:
        if is_run_file(member.file):
            inside.setdefault(member.folders, set()).add(member.file)
    return {folders for folders, names in inside.items() if len(names) > 1}


def _common_folder(members: list[_Member]) -> int:
    """1 where one folder holds everything, as in most archives, and has folders of its own; else 0."""
    top = {member.folders[:1] for member in members}
    return int(len(top) == 1 and top != {()} and any(len(member.folders) >= 2 for member in members))


def _refusal(member: _Member) -> str:
    if member.size > MOST_BYTES:
        stack = member.name.lower().endswith((".npy", ".tif", ".tiff", ".parquet"))
        way_out = ": unpack the archive first, beside it there is no limit" if stack else ""
        return f"too large: unpacks to {member.size / 2**20:,.0f} MB{way_out}"
    if member.name.lower().endswith((".zip", ".npz", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")):
        return "not an image: an archive inside an archive"
    return ""
