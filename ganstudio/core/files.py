"""Writing files so that a crash, a full disk or a second program never leaves half a file behind."""

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` all at once when the block ends well, and vanishes if it does not.

    Written beside the target under a short name of its own, flushed to the disk, then renamed; the folder is flushed
    too, so that the new name survives a power cut.
    """
    target = path.resolve() if path.is_symlink() else path
    beside = target.parent / f".{secrets.token_hex(6)}.tmp"
    try:
        with open(beside, "xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)


def write_atomically(path: Path, content: bytes | str) -> None:
    """Put `content` at `path`, either wholly or not at all."""
    with replacing(path) as file:
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


def publish(path: Path, write: Callable[[BinaryIO], None], *, overwrite: bool = False) -> Path:
    """Write a file that people see; never over one that is there unless told so: `name-2.png` is taken instead.

    Returns:
        The path that was really written.
    """
    if overwrite:
        with replacing(path) as file:
            write(file)
        return path
    beside = path.parent / f".{secrets.token_hex(6)}.tmp"
    try:
        with open(beside, "xb") as file:
            write(file)
            file.flush()
        return _under_a_free_name(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _under_a_free_name(beside: Path, path: Path) -> Path:
    number = 1
    while True:
        free = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        try:
            os.link(beside, free)
            return free
        except FileExistsError:
            number += 1
        except OSError:  # a file system without hard links: reserve the name, then replace the empty file
            try:
                open(free, "xb").close()
            except FileExistsError:
                number += 1
                continue
            os.replace(beside, free)
            return free


def disk_sentence(error: OSError, doing: str, path: Path | None) -> str:
    """One sentence for an OSError met while writing, with the folder, if it is known, and the way out."""
    import errno

    place = f" in {path}" if path else ""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return f"The disk is full{_free_near(path)} while {doing}{place}. Free some space and resume."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        what = str(path or "A folder")
        return f"{what} may not be written to while {doing}. Choose another folder or change its permissions."
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ESTALE}:
        return f"{path or 'A folder'} is gone, or its disk is, while {doing}. Bring it back, or choose another."
    return f"{path or 'A file'} could not be written while {doing}: {error.strerror or error}."


def _free_near(path: Path | None) -> str:
    """' (3 MB free)' where that can be found out."""
    import shutil

    with contextlib.suppress(OSError):
        if path:
            return f" ({shutil.disk_usage(path if path.is_dir() else path.parent).free / 2**20:.0f} MB free)"
    return ""
