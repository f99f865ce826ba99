"""Pictures in .zip archives. They are read in memory, entry by entry: nothing is ever extracted to the disk."""

import os
import stat
import struct
import zipfile
from typing import IO

from ganstudio.core.images.check_report import LeftOut
from ganstudio.core.images.listing import FileSource, FoundFile, is_litter, open_regular, printable

MOST_ENTRIES = 1_000_000
MOST_BYTES = 256 * 2**20
"""An entry that unpacks to more is left out."""
MOST_GROWTH = 200
"""So is one above `SMALL_BYTES` that unpacks to more than this many times its packed size."""
SMALL_BYTES = 4 * 2**20
_LEAST_ENTRY = 46
"""Bytes of an entry in a zip's list of contents, without its name."""


def list_archive(place: FileSource, name: str) -> tuple[list[FoundFile], list[LeftOut]]:
    """The entries of the archive `name` in `place`, shown as `archive.zip/inner/name.png`."""
    path, shown = os.path.join(place.path, name), f"{place.shown}{name}/"
    try:
        with open_regular(path) as file:
            if (count := announced(file)) > MOST_ENTRIES:
                return [], [LeftOut(printable(place.shown + name), f"too large: {count:,} entries")]
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
    except PermissionError:
        return [], [LeftOut(printable(place.shown + name), "unreadable: its permissions forbid opening it")]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        return [], [LeftOut(printable(place.shown + name), f"unreadable: a damaged archive ({error})")]
    return _sorted_out(entries, path, shown, place.label)


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


def _sorted_out(
    entries: list[zipfile.ZipInfo], path: str, shown: str, label: str | None
) -> tuple[list[FoundFile], list[LeftOut]]:
    files, left_out = [], []
    places: dict[str, FileSource] = {}
    below = _common_folder(entries)
    for number, entry in enumerate(entries):
        folder, _, file = entry.filename.rpartition("/")
        if entry.is_dir() or not file or is_litter(file) or folder.startswith("__MACOSX"):
            continue
        if reason := _refusal(entry):
            left_out.append(LeftOut(printable(shown + entry.filename), reason))
            continue
        if folder not in places:
            inner = folder[below:].split("/")[0] or label
            places[folder] = FileSource(path, f"{shown}{folder}/" if folder else shown, inner, "zip")
        files.append(FoundFile(places[folder], file, entry.file_size, entry.CRC, number))
    files.sort(key=lambda file: (file.place.shown, file.file, file.item))
    return files, left_out


def _common_folder(entries: list[zipfile.ZipInfo]) -> int:
    """Length of the folder that holds everything, as most archives have one, its slash included; 0 without."""
    names = [entry.filename for entry in entries if not entry.is_dir() and "__MACOSX" not in entry.filename]
    top = {name.split("/", 1)[0] for name in names}
    wrapped = len(top) == 1 and all(name.count("/") >= 1 for name in names) and any(n.count("/") >= 2 for n in names)
    return len(top.pop()) + 1 if wrapped else 0


def _refusal(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & 1:
        return "unreadable: locked with a password"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "not an image: a link"
    if entry.file_size > MOST_BYTES:
        return f"too large: unpacks to {entry.file_size / 2**20:,.0f} MB"
    if entry.file_size > max(SMALL_BYTES, MOST_GROWTH * entry.compress_size):
        return f"too large: unpacks to {entry.file_size / max(1, entry.compress_size):,.0f} times its size"
    if entry.filename.lower().endswith(".zip"):
        return "not an image: an archive inside an archive"
    return ""
