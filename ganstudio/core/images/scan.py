"""Finding pictures: folders within folders, single files, archives. Only names and sizes; only archives are opened.

A walker of its own, because the ready-made ones follow links in circles, hand non-UTF-8 names to a decoder that
loses them, or take four times as long.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ganstudio.core.images.archives import list_archive
from ganstudio.core.images.check_report import Cancelled, ImagesError, LeftOut
from ganstudio.core.images.idx import list_idx
from ganstudio.core.images.listing import FileSource, FoundFile, Listing, is_litter, printable
from ganstudio.core.images.splits import parts_among, seen_through

Source = str | os.PathLike[str]


def scan(sources: Sequence[Source], *, cancelled: Callable[[], bool] | None = None) -> Listing:
    """List the files in `sources`, each once, however many links lead to it.

    Hidden litter of file managers (.DS_Store, Thumbs.db, ._*) and folders whose name starts with a dot are passed
    over in silence; all else is either in `files` or in `left_out`.

    Raises:
        ImagesError: a source does not exist.
        Cancelled: `cancelled` said so.
    """
    walk = _Walk(cancelled or (lambda: False))
    roots = list(_roots(sources))
    parts = parts_among(label for _, _, label in roots if label is not None)
    for path, prefix, label in roots:
        walk.root(path, prefix, None if parts else label)
    return replace(walk.listing, parts=parts) if parts else seen_through(walk.listing)


def _roots(sources: Sequence[Source]) -> Iterator[tuple[str, str, str | None]]:
    """Each source with what stands before its files' names and the class of files that lie directly in it."""
    paths = list(dict.fromkeys(os.path.abspath(os.fspath(source)) for source in sources))
    if not paths:
        raise ImagesError("There are no folders to look into. Drop a folder of images.")
    taken: set[str] = set()
    for path in paths:
        _check_source(path)
        base = os.path.basename(path) or path
        if len(paths) == 1:
            yield path, "", None
        else:
            yield path, f"{_free(base, taken)}/", base if os.path.isdir(path) else None


def _check_source(path: str) -> None:
    name = printable(path)
    try:
        if os.path.isdir(path):
            os.scandir(path).close()
        else:
            os.lstat(path)
    except PermissionError:
        raise ImagesError(f"{name} may not be opened. Change its permissions or choose another folder.") from None
    except (OSError, ValueError):
        raise ImagesError(f"{name} does not exist. Choose the folder again.") from None


def _free(base: str, taken: set[str]) -> str:
    name, number = base, 2
    while name in taken:
        name, number = f"{base} ({number})", number + 1
    taken.add(name)
    return name


class _Walk:
    """The state of one scan: what was found, and the devices' inodes that were met."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self.listing = Listing()
        self._cancelled = cancelled
        self._met: set[int] = set()

    def root(self, path: str, prefix: str, label: str | None) -> None:
        if os.path.isdir(path):
            self._folder(path, prefix, label)
            return
        folder, name = os.path.split(path)
        shown = "" if label is None else prefix
        try:
            self._file(FileSource(folder, shown, label), name, os.stat(path))
        except OSError as error:
            self._leave_out(shown + name, _access(error))

    def _folder(self, path: str, prefix: str, label: str | None) -> None:
        # A folder waiting to be read: (path, what stands before its names, its class, how deep below the root).
        waiting: list[tuple[str, str, str | None, int]] = [(path, prefix, label, 0)]
        while waiting:
            path, prefix, label, depth = waiting.pop()
            try:
                if self._seen(os.stat(path)):
                    continue
                entries = self._entries(path)
            except OSError as error:
                self._leave_out(prefix or path, _access(error, "the folder "))
                continue
            below = self._read(FileSource(path, prefix, label), entries)
            for name in reversed(below):
                inner = name if depth == 0 else label
                waiting.append((os.path.join(path, name), f"{prefix}{name}/", inner, depth + 1))

    def _entries(self, path: str) -> "list[os.DirEntry[str]]":
        entries = []
        with os.scandir(path) as listed:
            for number, entry in enumerate(listed):
                if not number & 0xFFF:
                    self._check()
                entries.append(entry)
        entries.sort(key=lambda entry: entry.name)
        return entries

    def _read(self, place: FileSource, entries: "list[os.DirEntry[str]]") -> list[str]:
        """Take the files of one folder in; returns the names of its subfolders."""
        below = []
        for number, entry in enumerate(entries):
            if not number & 0xFFF:
                self._check()
            name = entry.name
            try:
                if entry.is_dir():
                    if name[0] != "." and not is_litter(name):
                        below.append(name)
                else:
                    self._file(place, name, entry.stat())
            except OSError as error:
                self._leave_out(place.shown + name, _access(error))
        return below

    def _file(self, place: FileSource, name: str, info: os.stat_result) -> None:
        """Take one file in. Called a million times for a million files, so the common case comes first and is short."""
        if not stat.S_ISREG(info.st_mode):
            self._leave_out(place.shown + name, "not an image: a pipe, a socket or a device")
        elif self._seen(info) or (name[0] in ".tTdD" and is_litter(name)):
            return
        elif name[-1] not in "pPez":  # no .zip, no ...-ubyte, no ...-ubyte.gz
            self.listing.files.append(FoundFile(place, name, info.st_size, info.st_mtime_ns))
        elif name[-4:].lower() == ".zip":
            self._take(list_archive(place, name))
        elif "ubyte" in name[-8:]:
            self._take(list_idx(place, name, info))
        else:
            self.listing.files.append(FoundFile(place, name, info.st_size, info.st_mtime_ns))

    def _take(self, listed: tuple[list[FoundFile], list[LeftOut]]) -> None:
        self.listing.files.extend(listed[0])
        self.listing.left_out.extend(listed[1])

    def _seen(self, info: os.stat_result) -> bool:
        """True the second time a folder or file is met. Where the system gives no inode (0), nothing is known."""
        if not info.st_ino:
            return False
        key = info.st_dev << 64 | info.st_ino
        if key in self._met:
            return True
        self._met.add(key)
        return False

    def _leave_out(self, name: str, reason: str) -> None:
        self.listing.left_out.append(LeftOut(printable(name), reason))

    def _check(self) -> None:
        if self._cancelled():
            raise Cancelled


def _access(error: OSError, what: str = "") -> str:
    """Why something could not be looked at, in plain words."""
    if isinstance(error, PermissionError):
        return f"unreadable: {what or 'it '}may not be opened, its permissions forbid it"
    if isinstance(error, FileNotFoundError):
        return "unreadable: a link that leads nowhere"
    return f"unreadable: {error.strerror or error}"


def describe_sources(sources: Sequence[Source]) -> str:
    """The sources as they are named in a sentence."""
    names = [printable(str(Path(source))) for source in sources]
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
