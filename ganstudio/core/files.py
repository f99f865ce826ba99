"""Writing files so that a crash, a full disk or a second program never leaves half a file behind."""

import contextlib
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

LEFTOVER = re.compile(r"\.[0-9a-f]{12}\.tmp")
"""What a file is called while it is written beside the one whose place it takes."""
DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?", re.IGNORECASE)
PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between two times that Windows is asked."""
OLD = 3600.0
"""Seconds after which nobody writes to such a file any more."""


def private_folder(path: Path) -> Path:
    """Make a folder that only this person can look into, or make it so.

    Raises:
        OSError: it cannot be made.
    """
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    with contextlib.suppress(OSError):  # somebody else's, or a file system without permissions
        path.chmod(0o700)
    return path


def private(path: str, flags: int) -> int:
    """In `open(..., opener=private)`: a new file that only this person can read."""
    return os.open(path, flags, 0o600)


@contextlib.contextmanager
def replacing(path: Path, *, opener: Callable[[str, int], int] | None = None) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` all at once when the block ends well, and vanishes if it does not.

    Written beside the target under a short name of its own, flushed to the disk, then renamed; the folder is flushed
    too, so that the new name survives a power cut. What a killed program left there is swept away.
    """
    target = path.resolve() if path.is_symlink() else path
    temporary = target.parent / f".{os.urandom(6).hex()}.tmp"
    remove_leftovers(target.parent)
    try:
        with open(temporary, "xb", opener=opener) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _put(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)


def _put(temporary: Path, target: Path) -> None:
    """Rename over what is there. Windows refuses while anybody, a virus scanner say, has that open: it is asked again.

    Raises:
        OSError: it cannot be done, or somebody keeps it open.
    """
    for pause in PAUSES if sys.platform == "win32" else ():
        try:
            os.replace(temporary, target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(temporary, target)


def names_device(name: str) -> bool:
    """Whether Windows means a device by this name of a file or folder, whatever ending it has."""
    return bool(DEVICE.fullmatch(name))


def write_atomically(path: Path, content: bytes | str, *, opener: Callable[[str, int], int] | None = None) -> None:
    """Put `content` at `path`, either wholly or not at all."""
    with replacing(path, opener=opener) as file:
        file.write(to_bytes(content) if isinstance(content, str) else content)


def to_bytes(text: str) -> bytes:
    """`text` in UTF-8; what a file's name has that is not UTF-8 (a surrogate) is escaped as JSON does, and reads."""
    return text.encode(errors="backslashreplace")


def flush_folder(folder: Path) -> None:
    """Make the folder's entries durable where the system can (POSIX); elsewhere there is nothing to do."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_leftovers(folder: Path) -> None:
    """Remove what `replacing` and `publish` left in `folder` when a program was killed inside them, once it is old.

    Looked at once for each folder while the program runs. A run's folder is looked after by `core.run_files`.
    """
    if folder in _swept:
        return
    _swept.add(folder)
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if LEFTOVER.fullmatch(entry.name) and time.time() - entry.stat(follow_symlinks=False).st_mtime > OLD:
                os.unlink(entry)


_swept: set[Path] = set()
"""Folders that were swept since the program began: pictures are exported by the thousand."""


def publish(path: Path, write: Callable[[BinaryIO], None], *, overwrite: bool = False) -> Path:
    """Write a file that people see; never over one that is there unless told so: `name-2.png` is taken instead.

    Returns:
        The path that was really written.
    """
    if overwrite:
        with replacing(path) as file:
            write(file)
        return path
    remove_leftovers(path.parent)
    temporary = path.parent / f".{os.urandom(6).hex()}.tmp"
    try:
        with open(temporary, "xb") as file:
            write(file)
            file.flush()
        return _under_a_free_name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _under_a_free_name(temporary: Path, path: Path) -> Path:
    number = 1
    while True:
        free = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        try:
            os.link(temporary, free)
            return free
        except FileExistsError:
            number += 1
        except OSError:  # a file system without hard links: reserve the name, then replace the empty file
            try:
                open(free, "xb").close()
            except FileExistsError:
                number += 1
                continue
            os.replace(temporary, free)
            return free


def disk_sentence(error: OSError, doing: str, path: Path | None, needed: int = 0) -> str:
    """One sentence for an OSError met while writing, with the folder, if it is known, and the way out.

    `needed`: bytes, where they are known.
    """
    import errno

    place = f" in {path}" if path else ""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return f"The disk is full{_free_near(path, needed)} while {doing}{place}. Free some space."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        what = str(path or "A folder")
        return f"{what} may not be written to while {doing}. Choose another folder or change its permissions."
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ESTALE}:
        return f"{path or 'A folder'} is gone, or its disk is, while {doing}. Bring it back, or choose another."
    return f"{path or 'A file'} could not be written while {doing}: {error.strerror or error}."


def _free_near(path: Path | None, needed: int) -> str:
    """' (3 MB free, 12 MB needed)' where that can be found out."""
    import shutil

    facts = []
    with contextlib.suppress(OSError):
        if path:
            free = shutil.disk_usage(path if path.is_dir() else path.parent).free
            facts.append(f"{free / 2**20:.0f} MB free")
    if needed:
        facts.append(f"{max(1, round(needed / 2**20))} MB needed")
    return f" ({', '.join(facts)})" if facts else ""
