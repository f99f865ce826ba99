"""Finding pictures: folders within folders, single files, archives. Only names and sizes; only archives are opened.

A walker of its own, because the ready-made ones follow links in circles, hand non-UTF-8 names to a decoder that
loses them, or take four times as long.
"""

import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from ganstudio.core.images import file_kinds
from ganstudio.core.images.archives import RUN, list_archive
from ganstudio.core.images.check_report import Cancelled, ImagesError, LeftOut
from ganstudio.core.images.containers import ending_of, look_into
from ganstudio.core.images.listing import (
    Container,
    FileSource,
    FoundFile,
    Listed,
    Listing,
    is_litter,
    is_run_file,
    open_regular,
)
from ganstudio.core.images.splits import parts_among, seen_through
from ganstudio.core.images.video_frames import Sampling, list_video
from ganstudio.core.printable import printable

Source = str | os.PathLike[str]


def scan(
    sources: Sequence[Source],
    *,
    cancelled: Callable[[], bool] | None = None,
    every_link: bool = False,
    sampling: Sampling | None = None,
) -> Listing:
    """List the files in `sources`, each once however many links lead to it, or `every_link` as a file of its own.

    Hidden litter of file managers (.DS_Store, Thumbs.db, ._*) and folders whose name starts with a dot are passed
    over in silence; all else is either in `files` or in `left_out`, links to what was met before as well.

    A video gives the frames that `sampling` says; but one that lies in a folder beside pictures is left out. Without
    `sampling` it is a file like any other.

    Raises:
        ImagesError: a source does not exist.
        Cancelled: `cancelled` said so.
    """
    walk = _Walk(cancelled or (lambda: False), every_link, sampling)
    roots = list(_roots(sources))
    parts = parts_among(label for _, _, label in roots if label is not None)
    for path, prefix, label in roots:
        walk.root(path, prefix, None if parts else label)
    walk.take_videos()
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

    def __init__(self, cancelled: Callable[[], bool], every_link: bool, sampling: Sampling | None) -> None:
        self.listing = Listing()
        self._cancelled = cancelled
        self._every_link = every_link
        self._sampling = sampling
        self._met: dict[int, str] = {}
        self._visits: Counter[int] = Counter()
        self._videos: list[tuple[Container, bool]] = []
        """Each with whether it was named itself."""
        self._is_named = False

    def root(self, path: str, prefix: str, label: str | None) -> None:
        if os.path.isdir(path):
            self._folder(path, prefix, label)
            return
        folder, name = os.path.split(path)
        shown = "" if label is None else prefix
        try:
            info = os.stat(path)
            if not self._is_link(os.lstat(path)) and _key(info) in self._met:
                return  # lies in a folder that was dropped with it
            self._is_named = True
            self._file(FileSource(folder, shown, label), name, info, linked=True)
        except OSError as error:
            self._leave_out(shown + name, _access(error))
        finally:
            self._is_named = False

    def _folder(self, path: str, prefix: str, label: str | None) -> None:
        waiting = [_Waiting(path, prefix, label, 0, ())]
        while waiting:
            here = waiting.pop()
            try:
                key = _key(os.stat(here.path))
                if not self._enters(here, key):
                    continue
                entries = self._entries(here.path)
            except OSError as error:
                self._leave_out(here.shown or here.path, _access(error, "the folder "))
                continue
            for name in reversed(self._read(FileSource(here.path, here.shown, here.label), entries)):
                waiting.append(here.below(name, key))

    def _enters(self, here: "_Waiting", key: int) -> bool:
        """Whether a folder is read: not one that holds itself, and one that was met before only with `every_link`."""
        self._visits[key] += bool(key)
        if not key or self._visits[key] == 1:
            self._met[key] = here.shown
            return True
        again = self._every_link and key not in here.above and self._visits[key] <= _MOST_VISITS
        if not again and here.above and os.path.islink(here.path):
            other = self._met[key].rstrip("/") or "the one dropped"
            self._leave_out(here.shown.rstrip("/"), f"a link: the same folder as {other}")
        return again

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
        below: list[str] = []
        if sum(is_run_file(entry.name) for entry in entries) > 1:
            self._leave_out(place.shown.rstrip("/") or os.path.basename(place.path), RUN)
            return below
        for number, entry in enumerate(entries):
            if not number & 0xFFF:
                self._check()
            name = entry.name
            try:
                if entry.is_dir():
                    if name[0] != "." and not is_litter(name):
                        below.append(name)
                else:
                    self._file(place, name, entry.stat(), linked=entry.is_symlink())
            except OSError as error:
                self._leave_out(place.shown + name, _access(error))
        return below

    def _file(self, place: FileSource, name: str, info: os.stat_result, *, linked: bool) -> None:
        """Take one file in. Called a million times for a million files, so the common case comes first and is short."""
        if not stat.S_ISREG(info.st_mode):
            self._leave_out(place.shown + name, "not an image: a pipe, a socket or a device")
        elif name[0] in ".tTdD" and is_litter(name):
            return
        elif self._seen(info, place.shown + name):
            if linked or info.st_nlink > 1:
                self._leave_out(place.shown + name, f"a link: the same file as {self._met[_key(info)]}")
        elif _ELSEWHERE and _is_elsewhere(info):
            self._leave_out(place.shown + name, file_kinds.PLACEHOLDER)
        elif (ending := ending_of(name)) in file_kinds.PICTURES:
            self.listing.files.append(FoundFile(place, name, info.st_size, info.st_mtime_ns))
        else:
            self._odd_file(FoundFile(place, name, info.st_size, info.st_mtime_ns), ending)

    def _odd_file(self, file: FoundFile, ending: str) -> None:
        """One whose name does not say that it is a picture: its bytes may say that it holds many."""
        try:
            with open_regular(file.path) as stream:
                kind = file_kinds.container(stream, ending)
        except OSError:
            kind = ""
        if kind in ("zip", "tar"):
            self._take(list_archive(file.place, file.file, "zip" if kind == "zip" else "tar", self._look))
            return
        container = Container(file, lambda: open_regular(file.path), lambda name: _beside(file, name))
        listed = self._look(container)
        if listed is None:
            self.listing.files.append(file)
        else:
            self._take(listed)

    def _look(self, container: Container) -> Listed | None:
        """As `look_into`; videos wait until it is known whether there are pictures."""
        keep = None if self._sampling is None else self._on_video
        return look_into(container, keep)

    def _on_video(self, container: Container) -> None:
        self._videos.append((container, self._is_named))

    def take_videos(self) -> None:
        """Read which frames each video has, once all else is listed."""
        has_pictures = bool(self.listing.files)
        for container, is_named in self._videos:
            self._check()
            left = has_pictures and not is_named
            assert self._sampling
            self._take(container.refused(_BESIDE) if left else list_video(container, self._sampling))

    def _take(self, listed: Listed) -> None:
        self.listing.files.extend(listed[0])
        self.listing.left_out.extend(listed[1])

    def _seen(self, info: os.stat_result, shown: str) -> bool:
        """True the second time a file is met. Where the system gives no inode, nothing is known."""
        key = _key(info)
        if self._every_link or not key:
            return False
        return self._met.setdefault(key, shown) != shown

    def _is_link(self, info: os.stat_result) -> bool:
        return stat.S_ISLNK(info.st_mode)

    def _leave_out(self, name: str, reason: str) -> None:
        self.listing.left_out.append(LeftOut(printable(name), reason))

    def _check(self) -> None:
        if self._cancelled():
            raise Cancelled


@dataclass(frozen=True)
class _Waiting:
    """A folder that is still to be read."""

    path: str
    shown: str
    """What stands before its names."""
    label: str | None
    depth: int
    above: tuple[int, ...]
    """The keys of the folders that hold it."""

    def below(self, name: str, key: int) -> "_Waiting":
        """The folder `name` in this one, whose key is `key`."""
        inner = name if self.depth == 0 else self.label
        path = os.path.join(self.path, name)
        return _Waiting(path, f"{self.shown}{name}/", inner, self.depth + 1, (*self.above, key))


_BESIDE = "a video beside pictures: drop it alone to learn from its frames"
_MOST_VISITS = 64
"""How often a folder is read that many links lead to."""
_ELSEWHERE = sys.platform in {"win32", "darwin"}


def _is_elsewhere(info: os.stat_result) -> bool:
    """True for the place of a file that a cloud folder keeps elsewhere: reading it would download it, or fail."""
    recalled = getattr(info, "st_file_attributes", 0) & 0x00401000  # RECALL_ON_DATA_ACCESS, OFFLINE
    return bool(recalled or getattr(info, "st_flags", 0) & 0x40000000)  # SF_DATALESS


def _key(info: os.stat_result) -> int:
    """What tells a file from all others; 0 where the system gives no inode."""
    return info.st_dev << 64 | info.st_ino if info.st_ino else 0


def _beside(file: FoundFile, name: str) -> IO[bytes] | None:
    """The file `name` in the same folder, if it is there."""
    try:
        return open_regular(os.path.join(file.place.path, name))
    except OSError:
        return None


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
