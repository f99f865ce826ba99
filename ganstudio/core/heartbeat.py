"""Who writes to a run where the file system has no locks (Lustre, some NFS and FUSE): a beat in its run.lock.

The writer's host and process number and a count stand there, a new count every few seconds. Whoever wants to write
looks whether it changes: clocks of two computers need not agree. The host is named only while somebody writes.
"""

import contextlib
import os
import threading
import time
from typing import IO

from ganstudio.core.environment import this_computer
from ganstudio.core.threads import start_thread

BEAT = 3.0
"""Seconds between two beats."""
PATIENCE = 3.5 * BEAT
"""Seconds without one after which nobody writes any more."""
_MARK = b"beat"


class Heartbeat:
    """Beats until `stop`; with the process, however that ends."""

    def __init__(self, lock: IO[bytes]) -> None:
        self._lock = lock
        self._over = threading.Event()
        self._count = 0
        self._beat()
        self._thread = start_thread(self._go_on, "heartbeat")

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        _write(self._lock, b"process " + str(os.getpid()).encode())

    def _go_on(self) -> None:
        while not self._over.wait(BEAT):
            self._beat()

    def _beat(self) -> None:
        self._count += 1
        _write(self._lock, _line(self._count))


def is_beating(lock: IO[bytes], *, patience: float = PATIENCE) -> bool:
    """Whether another process beats in this file: waits for a beat where one has been, as long as it may take."""
    before = _read(lock)
    if _MARK not in before:
        return False
    if _is_here(before) and not _runs(before):
        return False
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if _read(lock) != before:
            return True
        time.sleep(0.1)
    return False


def _line(count: int) -> bytes:
    return f"process {os.getpid()} on {this_computer()} beat {count}".encode()


def _is_here(line: bytes) -> bool:
    return f" on {this_computer()} beat ".encode() in line


def _runs(line: bytes) -> bool:
    """Whether its process, which is one of this computer's, runs."""
    import psutil

    try:
        return bool(psutil.pid_exists(int(line.split()[1])))
    except (ValueError, IndexError):
        return True


def _read(lock: IO[bytes]) -> bytes:
    lock.seek(0)
    return lock.read(300)


def _write(lock: IO[bytes], line: bytes) -> None:
    with contextlib.suppress(OSError, ValueError):
        lock.seek(0)
        lock.write(line)
        lock.truncate()
        lock.flush()
