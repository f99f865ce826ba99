"""The operating system's lock on an open file: it goes with the process, however that ends. No torch here."""

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO


@contextlib.contextmanager
def held(path: Path, seconds: float) -> Iterator[bool]:
    """Inside, this process alone has the lock of the file at `path`, which is made; False: not within so many seconds.

    Raises:
        OSError: the file cannot be made.
    """
    with open(path, "ab") as file:
        end = time.monotonic() + seconds
        while not (free := locked(file)) and time.monotonic() < end:
            time.sleep(0.02)
        yield free


def locked(file: IO[bytes], *, shared: bool = False) -> bool:
    """Take the operating system's lock on an open file; it goes with the process, however that ends.

    True as well where the file system knows no locks (ENOSYS, ENOLCK, EOPNOTSUPP): only EWOULDBLOCK is somebody's.

    shared: only see whether it could be had, beside others who look; on Windows nobody else can look meanwhile.
    """
    try:
        if os.name == "posix":
            import fcntl

            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        else:
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        return os.name == "posix" and error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN)
    return True


def has_locks(file: IO[bytes]) -> bool:
    """Whether the file system knows locks: asked of a file that this process could lock."""
    try:
        if os.name == "posix":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.EWOULDBLOCK, errno.EAGAIN)
    return True
