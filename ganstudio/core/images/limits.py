"""What reading one file may take, whoever reads it: one limit for every process that decodes.

A child counts its own seconds of the processor and is ended by the system when they are over; its memory ends at an
allocation that fails. The clock ends only a child that does nothing at all: on a busy machine a slow one is not hung.
"""

import contextlib
import os
import signal
from collections.abc import Sequence
from typing import NamedTuple

MOST_SECONDS = 5
"""Seconds of the processor that reading one file, or one frame of a video after the other, may take."""
SEEKING = 4
"""A frame that is looked for in a video may take so many times as long: all since the last whole one come before it."""
MOST_MEMORY = 2**30
"""Bytes of address space that a decoding process may take beyond what it starts with."""
MOST_WAIT = 30.0
"""Seconds by the clock after which a child that has done nothing meanwhile hangs: on a drive, or in a library."""
MEMORY_TO_GO = 384 * 2**20
"""A process that holds more than this when its work is done ends: another one begins small again."""
_AT_WORK = 0.01
"""The share of the clock's time that a process takes of the processor, at the least, when it is not hung."""

TOO_SLOW = f"too slow: reading it takes more than {MOST_SECONDS} seconds of the processor"
TOO_LARGE = f"too large: reading it takes more than {MOST_MEMORY // 2**30} GB of memory"
HUNG = f"unreadable: reading it took longer than {MOST_WAIT:.0f} seconds"
CRASHED = "unreadable: reading it crashed the decoder"


class Limits(NamedTuple):
    """What a parent tells its child, on the command line that starts it."""

    seconds: float
    memory: int


def as_words() -> tuple[str, str]:
    """The limits as words of a command line."""
    return str(MOST_SECONDS), str(MOST_MEMORY)


def told(words: Sequence[str]) -> Limits:
    """The limits that `as_words` has said; the usual ones where nothing was said."""
    seconds, memory = words if len(words) == 2 else as_words()
    return Limits(float(seconds), int(memory))


def limit_memory(most: int = MOST_MEMORY) -> None:
    """Let a file that asks for too much fail with a MemoryError here rather than take the machine down.

    `most`: bytes beyond what it has now. A limit that the process was started under stays: the smaller one holds.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):  # no such limit on Windows; macOS refuses it
        import resource

        wanted = _pages(0) + most
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def limit_time(seconds: float = MOST_SECONDS) -> None:
    """Let what comes next take so many seconds of the processor; then the system ends the process. 0: no limit.

    The timer of profilers is exact; the system's own limit of processor time knows whole seconds only.
    """
    with contextlib.suppress(AttributeError, OSError, ValueError):  # no such timer on Windows
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def was_too_slow(status: int | None) -> bool:
    """Whether a process that ended with this status was ended by `limit_time`, or by the system's own limit."""
    return status in {-getattr(signal, name, 0) for name in ("SIGPROF", "SIGXCPU")} - {0}


def why_it_ended(status: int | None) -> str:
    """What a child that gave no answer says of the file that it was reading."""
    return TOO_SLOW if was_too_slow(status) else CRASHED


class Watch:
    """The parent's eye on a child: has it done anything since it was last asked?"""

    def __init__(self, process: int) -> None:
        self._process = process
        self._seconds = self._used()

    def is_at_work(self, since: float) -> bool:
        """Whether it took any of the processor in the last `since` seconds. True only where it can be ended by
        `limit_time`: else the clock decides alone."""
        before, self._seconds = self._seconds, self._used()
        return hasattr(signal, "setitimer") and self._seconds - before >= _AT_WORK * since

    def _used(self) -> float:
        import psutil  # not needed in the child

        try:
            used = psutil.Process(self._process).cpu_times()
        except psutil.Error:
            return 0.0
        return float(used.user + used.system)


def has_grown() -> bool:
    """Whether this process holds so much memory that another one should go on in its place."""
    try:
        return _pages(1) > MEMORY_TO_GO
    except OSError:
        return False


def _pages(which: int) -> int:
    """Bytes of address space (0) or of memory held (1). Raises OSError where there is no /proc."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[which]) * os.sysconf("SC_PAGE_SIZE")
