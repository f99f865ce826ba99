"""The one door to what lies inside a run's folder, which may be a stranger's. No torch here.

The folder itself may be reached by any path, by a link too. Inside it nothing is followed: a file is opened relative to
its folder with O_NOFOLLOW, is a regular file, and has no more bytes than its kind may have; nothing is cut short or
replaced before it is known what it is. Whatever else stands there (a link, a pipe, a device, a folder where a file
belongs) is refused with a RunFileError, which names it and the way out.

    run/settings.json, places.json, events.jsonl, run.lock, log.txt, scores.json, explore.json, directions.json
    run/samples/*.png  run/checkpoints/*  run/snapshots/*  run/tensorboard/*
"""

import contextlib
import io
import os
import stat
import time
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Self

from ganstudio.core.files import LEFTOVER, to_bytes
from ganstudio.core.schema import SchemaError

if TYPE_CHECKING:
    import numpy as np

FOLDERS = ("samples", "checkpoints", "snapshots", "tensorboard")
"""The folders of a run; a folder of one of these names is never reached by a link."""
MOST = {
    "settings.json": 2**20,
    "places.json": 2**24,
    "run.lock": 2**12,
    "reserve": 2**33,
    "log.txt": 2**24,
    "scores.json": 2**24,
    "events.jsonl": 2**31,
    "directions.json": 2**26,
    "explore.json": 2**28,
    "*.json": 2**24,
    "*.png": 2**28,
    "*.safetensors": 2**33,
}
"""Bytes that a file may have, by its name; the first pattern that fits."""
MOST_PIXELS = 2**27
"""Of a grid of samples."""
PNG = b"\x89PNG\r\n\x1a\n"

_RELATIVE = {os.open, os.stat, os.unlink, os.rename, os.mkdir} <= os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
"""Whether the system can name a file relative to an open folder. Windows cannot: it is asked what a path is instead."""
_SAFE = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class RunFileError(SchemaError, OSError):
    """What stands in a run's folder is not what belongs there; the text is the rest of a sentence."""


def open_file(path: Path) -> IO[bytes]:
    """A file of a run, open for reading.

    Raises:
        OSError: it is not there or cannot be read; a RunFileError if it is no plain file, or too large.
    """
    with _Folder(path.parent) as folder:
        return os.fdopen(folder.open(path.name, os.O_RDONLY), "rb")


def read(path: Path) -> bytes:
    """The content of a file of a run. Raises as `open_file` does."""
    most = most_bytes(path.name)
    with open_file(path) as file:
        content = file.read(min(most, os.fstat(file.fileno()).st_size) + 1)  # room is made for all that is asked for
    if len(content) > most:  # it grows while it is read
        raise RunFileError(_too_large(path, most))
    return content


def read_png(path: Path) -> bytes:
    """The content of a picture that a run has drawn.

    Raises:
        OSError: as `open_file`; a RunFileError if its first bytes are not those of a PNG.
    """
    content = read(path)
    if not content.startswith(PNG):
        raise RunFileError(f"{_shown(path)} is no picture that this program has drawn")
    return content


def read_grid(path: Path) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    """A grid of samples, (H, W, C) with one, three or four channels.

    Raises:
        OSError: as `open_file`; a RunFileError if it is no whole PNG of a size that a grid may have.
    """
    import numpy as np
    from PIL import Image

    packed = read_png(path)
    try:
        with Image.open(io.BytesIO(packed), formats=("PNG",)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise RunFileError(f"{_shown(path)} has {image.width:,} x {image.height:,} pixels, which is too large")
            pixels = np.asarray(image if image.mode in {"L", "RGB", "RGBA"} else image.convert("RGB"))
    except RunFileError:
        raise
    except Exception:  # noqa: BLE001 - a stranger's picture: its reader raises what it likes
        raise RunFileError(f"{_shown(path)} is damaged") from None
    return pixels if pixels.ndim == 3 else pixels[:, :, None]


def open_to_change(path: Path, *, at_end: bool = False) -> IO[bytes]:
    """A file of a run, open for reading and writing as it is; made if it is not there. `at_end`: only appended to.

    Raises:
        OSError: as `open_file`, or it may not be written.
    """
    with _Folder(path.parent) as folder:
        handle = folder.open(path.name, os.O_RDWR | os.O_CREAT | (os.O_APPEND if at_end else 0))
        return os.fdopen(handle, "ab+" if at_end else "rb+")


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` all at once when the block ends well, as `files.replacing`.

    Raises:
        OSError: it cannot be written; a RunFileError if something else than a plain file stands there.
    """
    with _Folder(path.parent) as folder:
        folder.require_plain(path.name)
        temporary = f".{os.urandom(6).hex()}.tmp"
        try:
            with os.fdopen(folder.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            folder.rename(temporary, path.name)
        except BaseException:
            with contextlib.suppress(OSError):
                folder.remove(temporary)
            raise
        folder.flush()


def write(path: Path, content: bytes | str) -> None:
    """Put `content` at `path`, either wholly or not at all. Raises as `replacing`."""
    with replacing(path) as file:
        file.write(to_bytes(content) if isinstance(content, str) else content)


def allocate(path: Path, size: int) -> None:
    """A new file of so many bytes that really takes them on the disk; nothing stays where that fails.

    Raises:
        OSError: as `open_to_change`, or there is no room.
    """
    try:
        with open_to_change(path) as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, max(1, size))
                return
            for at in range(0, size, 2**20):
                file.write(bytes(min(2**20, size - at)))
    except OSError:
        remove(path)
        raise


def make_folder(path: Path) -> None:
    """A folder of a run, unless it is there.

    Raises:
        OSError: it cannot be made; a RunFileError if something else than a folder stands there.
    """
    with _Folder(path.parent) as folder, contextlib.suppress(FileExistsError):
        folder.make(path.name)
    with _Folder(path):
        pass


def remove(path: Path) -> None:
    """Remove a file (a link itself, not what it leads to), if it is there."""
    with contextlib.suppress(FileNotFoundError), _Folder(path.parent) as folder:
        folder.remove(path.name)


def rename(path: Path, name: str) -> Path:
    """Give a file another name in its folder; what had it is replaced."""
    with _Folder(path.parent) as folder:
        folder.rename(path.name, name)
    return path.with_name(name)


def is_file(path: Path) -> bool:
    """Whether a plain file stands there."""
    try:
        with _Folder(path.parent) as folder:
            return stat.S_ISREG(folder.stat(path.name).st_mode)
    except OSError:
        return False


def listed(folder: Path, pattern: str) -> list[Path]:
    """The plain files in a folder of a run whose names fit, in the order of their names; none if it is not there.

    Raises:
        RunFileError: the folder is a link, or no folder.
    """
    try:
        with _Folder(folder) as opened:
            names = sorted(name for name in opened.names() if fnmatchcase(name, pattern))
            return [folder / name for name in names if stat.S_ISREG(opened.stat(name).st_mode)]
    except FileNotFoundError:
        return []


def remove_run_leftovers(folder: Path, seconds: float = 0.0) -> None:
    """Remove what `replacing` left in a folder when a program was killed inside it, if it is at least so old."""
    for leftover in listed(folder, ".*.tmp"):
        with contextlib.suppress(OSError):
            if LEFTOVER.fullmatch(leftover.name) and time.time() - leftover.lstat().st_mtime >= seconds:
                remove(leftover)


def require_plain(run: Path, *, inside: bool = False) -> None:
    """Refuse a run in which a link, a pipe or a device has the name of something that this program opens.

    Args:
        inside: look into its folders too, where no such thing is allowed under any name: before one writes there.

    Raises:
        OSError: the folder cannot be read; a RunFileError names what has no place in it.
    """
    with _Folder(run) as opened:
        for name in opened.names():
            if name in FOLDERS:
                _refuse(run / name, opened.stat(name).st_mode, stat.S_ISDIR)
            elif name in MOST:
                opened.require_plain(name)
    for folder in (run / name for name in FOLDERS if inside and (run / name).is_dir()):
        with _Folder(folder) as opened:
            for name in opened.names():
                _refuse(folder / name, opened.stat(name).st_mode, lambda mode: stat.S_ISREG(mode) or stat.S_ISDIR(mode))


class _Folder:
    """An open folder: what is in it is named relative to it, so that nobody can put a link in between."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def __enter__(self) -> Self:
        if self.path.name in FOLDERS:
            _refuse(self.path, self.path.lstat().st_mode, stat.S_ISDIR)
        if _RELATIVE:
            self._handle = _open_folder(self.path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._handle is not None:
            os.close(self._handle)

    def _at(self, name: str) -> str:
        return name if self._handle is not None else str(self.path / name)

    def names(self) -> list[str]:
        return os.listdir(self.path if self._handle is None else self._handle)

    def stat(self, name: str) -> os.stat_result:
        """Of what stands there itself, be it a link."""
        return os.stat(self._at(name), dir_fd=self._handle, follow_symlinks=False)

    def require_plain(self, name: str) -> None:
        """Raises RunFileError if something else than a plain file stands there, or one that is too large."""
        with contextlib.suppress(FileNotFoundError):
            self._judge(name, self.stat(name))

    def open(self, name: str, flags: int) -> int:
        self.require_plain(name)  # a device does things when it is opened
        handle = os.open(self._at(name), flags | _SAFE, 0o666, dir_fd=self._handle)
        try:
            self._judge(name, os.fstat(handle))
        except RunFileError:
            os.close(handle)
            raise
        return handle

    def _judge(self, name: str, known: os.stat_result) -> None:
        _refuse(self.path / name, known.st_mode, stat.S_ISREG)
        if known.st_size > most_bytes(name):
            raise RunFileError(_too_large(self.path / name, most_bytes(name)))

    def rename(self, name: str, other: str) -> None:
        os.replace(self._at(name), self._at(other), src_dir_fd=self._handle, dst_dir_fd=self._handle)

    def remove(self, name: str) -> None:
        os.unlink(self._at(name), dir_fd=self._handle)

    def make(self, name: str) -> None:
        os.mkdir(self._at(name), dir_fd=self._handle)

    def flush(self) -> None:
        """Make the names durable where the system can."""
        if self._handle is not None:
            os.fsync(self._handle)


def _open_folder(path: Path) -> int:
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
    if path.name not in FOLDERS:
        return os.open(path, flags)
    outer = os.open(path.parent, flags)
    try:
        return os.open(path.name, flags | os.O_NOFOLLOW, dir_fd=outer)
    finally:
        os.close(outer)


_WORDS = (
    (stat.S_ISLNK, "a link"), (stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"), (stat.S_ISREG, "a file"),
)  # fmt: skip


def _refuse(path: Path, mode: int, allowed: Callable[[int], bool]) -> None:
    if allowed(mode):
        return
    what = next((word for test, word in _WORDS if test(mode)), "no file")
    raise RunFileError(f"{_shown(path)} is {what}, which has no place there; move it out of the run's folder")


def _too_large(path: Path, most: int) -> str:
    return f"{_shown(path)} has more than {most / 2**20:,.6g} MB, which no run has; move it out of the run's folder"


def most_bytes(name: str) -> int:
    return next((most for pattern, most in MOST.items() if fnmatchcase(name, pattern)), 2**24)


def _shown(path: Path) -> str:
    name = f"{path.parent.name}/{path.name}" if path.parent.name in FOLDERS else path.name
    return name if name.isprintable() else ascii(name)
