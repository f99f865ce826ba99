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
    temporary = target.parent / f".{secrets.token_hex(6)}.tmp"
    try:
        with open(temporary, "xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
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
    temporary = path.parent / f".{secrets.token_hex(6)}.tmp"
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


def disk_sentence(error: OSError, doing: str, path: Path) -> str:
    """One sentence for an OSError met while writing, with the folder and the way out."""
    import errno
    import shutil

    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        with contextlib.suppress(OSError):
            free = shutil.disk_usage(path if path.is_dir() else path.parent).free / 2**20
            return f"The disk is full ({free:.0f} MB free) while {doing} in {path}. Free some space and resume."
        return f"The disk is full while {doing} in {path}. Free some space and resume."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return f"{path} may not be written to while {doing}. Choose another folder or change its permissions."
    return f"{path} could not be written while {doing}: {error.strerror or error}."
