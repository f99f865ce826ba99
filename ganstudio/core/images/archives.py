"""Pictures in .zip archives. They are read in memory, entry by entry: nothing is ever extracted to the disk."""

import os
import stat
import zipfile

from ganstudio.core.images.check_report import LeftOut
from ganstudio.core.images.listing import FileSource, FoundFile, is_litter, open_regular, printable

MOST_ENTRIES = 1_000_000
MOST_BYTES = 512 * 2**20
"""An entry that unpacks to more is left out."""
MOST_GROWTH = 200
"""So is one above `SMALL_BYTES` that unpacks to more than this many times its packed size."""
SMALL_BYTES = 16 * 2**20


def list_archive(place: FileSource, name: str) -> tuple[list[FoundFile], list[LeftOut]]:
    """The entries of the archive `name` in `place`, shown as `archive.zip/inner/name.png`."""
    path, shown = os.path.join(place.path, name), f"{place.shown}{name}/"
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except PermissionError:
        return [], [LeftOut(printable(place.shown + name), "unreadable: its permissions forbid opening it")]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        return [], [LeftOut(printable(place.shown + name), f"unreadable: a damaged archive ({error})")]
    if len(entries) > MOST_ENTRIES:
        return [], [LeftOut(printable(place.shown + name), f"too large: more than {MOST_ENTRIES:,} entries")]
    return _sorted_out(entries, path, shown, place.label)


def _sorted_out(
    entries: list[zipfile.ZipInfo], path: str, shown: str, label: str | None
) -> tuple[list[FoundFile], list[LeftOut]]:
    found, left_out = [], []
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
        found.append(FoundFile(places[folder], file, entry.file_size, entry.CRC, number))
    found.sort(key=lambda one: (one.place.shown, one.file, one.item))
    return found, left_out


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
