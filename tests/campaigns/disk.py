"""The n-th open, rename, removal, write or allocation of a short run fails, for every n; memory ends at each page.

In the manner of SQLite's fault loops: whatever fails, something is said about it, and the run that goes on afterwards
is bit for bit the one in which nothing failed.
"""

import contextlib
import ctypes
import errno
import itertools
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from ganstudio.core.checkpoint import checkpoints_in
from ganstudio.core.events import LAST_SAVE, Event, Finished, Progress, Warned
from ganstudio.core.memory import ran_out

try:
    import _testcapi as test_hooks
except ImportError:  # an interpreter without its own test hooks
    test_hooks = None
from tests.campaigns.small_runs import (
    Pictures,
    Result,
    busy_session,
    differing,
    fingerprint,
    in_child,
    say_now_and_then,
    status_of,
    train,
)

STEPS = 8
ALLOCATION = "allocation that fails"
ALLOCATIONS = 60_000
"""About as many as the interpreter makes in a short run."""
TOLD = (Warned, Finished)
IN_PARTS = "each step learns from them in"
"""Said when a step found no memory: sums in parts differ in their last bits, and an update that was made stays made."""
CALLS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.listdir", "os.truncate"})
"""What the interpreter tells of before it is done, so that it can be refused."""
M_MMAP_THRESHOLD, M_TRIM_THRESHOLD, M_ARENA_MAX = -3, -1, -8
"""Of the C library's `mallopt`."""
PAGES = 256
"""Of 4,096 bytes: more than a short run takes beyond what it has when it begins."""
GRAIN = 997
"""Bytes between two sizes that files may not exceed."""


def disk(count: int, seed: int) -> Result:
    """`count` faults of each kind at most, spread over all that there are."""
    done: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        trial = Trial(Pictures.drawn(Path(name)), Path(name), done, wrong)
        for kind, most, fault in (
            ("call that fails once", trial.calls, lambda n: fails_at(n, once=True)),
            ("call that fails from then on", trial.calls, lambda n: fails_at(n, once=False)),
            ("writes that fail from one call to the next", trial.calls, writes_fail_after),
            ("file that cannot grow", trial.largest // GRAIN, lambda n: file_size(n * GRAIN)),
            (ALLOCATION, ALLOCATIONS if test_hooks else 0, allocation),
            ("page of memory that is missing", PAGES, memory),
        ):
            for number in spread(most, count, seed):
                trial.fault(kind, lambda fault=fault, number=number: fault(number))
                say_now_and_then(done | wrong)
    return done, +wrong


def spread(most: int, count: int, seed: int) -> list[int]:
    """At most `count` of the numbers from 1 to `most`, evenly."""
    step = max(1, most // max(1, count))
    return list(range(1 + seed % step, most + 1, step))


class Trial:
    """One short run after the other, each with a fault, and the one without."""

    def __init__(self, pictures: Pictures, folder: Path, done: Counter[str], wrong: Counter[str]) -> None:
        self.pictures, self.folder, self.done, self.wrong = pictures, folder, done, wrong
        run = pictures.new_run(folder / "straight", "linear", STEPS)
        status, self.usual = attempted(run.folder, lambda: None)
        assert status == 0
        """What is said of a run without a fault."""
        self.known = fingerprint(run.folder)
        self.largest = max(path.stat().st_size for path in run.folder.rglob("*") if path.is_file())
        counted = pictures.new_run(folder / "counted", "linear", STEPS)
        with calls_counted() as calls:
            train(counted.folder)
        self.calls = calls[0]

    def fault(self, kind: str, begin: Callable[[], object]) -> None:
        """Train with a fault, see what was said, and go on without."""
        run = self.pictures.new_run(self.folder / "run", "linear", STEPS)
        status, said = attempted(run.folder, begin)
        self.done[kind] += 1
        whole = checkpoints_in(run.checkpoints)[:1]
        ended = whole and whole[0].step == STEPS
        by_a_library = status == -signal.SIGABRT or (kind == ALLOCATION and status == -signal.SIGSEGV)
        if status and not by_a_library:
            self.wrong[f"{kind}: no end ({status})"] += 1
        self.done[f"{kind}: process ended by a library"] += by_a_library
        told_of_it = said - self.usual
        self.wrong[f"{kind}: nothing said"] += not status and not ended and not told_of_it
        self.done[f"{kind}: said"] += bool(told_of_it)
        if status_of(in_child(lambda: train(run.folder))):
            self.wrong[f"{kind}: cannot be resumed"] += 1
        elif differing(self.known, fingerprint(run.folder)):
            in_parts = any(IN_PARTS in sentence for sentence in told_of_it) and is_whole(run.folder)
            self.done[f"{kind}: went on in smaller parts, which it said"] += in_parts
            self.wrong[f"{kind}: differs"] += not in_parts
        if list(run.folder.rglob(".*.tmp")):
            self.wrong[f"{kind}: leftovers"] += 1
        shutil.rmtree(run.folder)


def is_whole(folder: Path) -> bool:
    """Whether a run is at its end and has learned no number that is none."""
    tensors = fingerprint(folder)
    return int(tensors["step"]) == STEPS and all(bool(torch.isfinite(each).all()) for each in tensors.values())


def attempted(folder: Path, begin: Callable[[], object]) -> tuple[int, set[str]]:
    """Train in a child with a fault that `begin` starts: how the child ended, and what was said.

    That comes through a pipe, which no full disk stops.
    """
    reading, writing = os.pipe()
    status = status_of(in_child(lambda: attempt(folder, lambda text: os.write(writing, f"{text}\n".encode()), begin)))
    os.close(writing)
    with open(reading) as said:
        return status, set(said.read().splitlines())


def attempt(folder: Path, say: Callable[[str], object], begin: Callable[[], object]) -> None:
    """Train with a fault that `begin` starts, and say what the person is told."""

    def tell(event: Event) -> None:
        if isinstance(event, TOLD) and event.message:
            say(event.message)
        if isinstance(event, Warned) and event.topic == LAST_SAVE:
            FAULTS.end()  # the person has made room

    session = busy_session(folder)
    events = session.events()
    begin()
    for event in events:
        try:
            tell(event)
        except MemoryError:  # the one fault met the campaign itself
            tell(event)
        if isinstance(event, Progress):
            try:
                session.save()
            except Exception as error:  # a wish: `drive` tells what became of it
                if not ran_out(error) and not isinstance(error, OSError):
                    raise
                say(f"not saved: {error}")
    FAULTS.end()


class Faults:
    """What fails now. One for the process: a hook of the interpreter cannot be taken off."""

    def __init__(self) -> None:
        self.refuse: Callable[[], None] | None = None
        self.hooked = False

    def begin(self, refuse: Callable[[], None]) -> None:
        self.refuse = refuse
        if not self.hooked:
            sys.addaudithook(self._hook)
            self.hooked = True

    def end(self) -> None:
        self.refuse = None
        for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_AS):
            resource.setrlimit(limit, (resource.getrlimit(limit)[1],) * 2)

    def _hook(self, name: str, _: tuple[object, ...]) -> None:
        if self.refuse and name in CALLS:
            self.refuse()


FAULTS = Faults()


@contextlib.contextmanager
def calls_counted() -> Iterator[list[int]]:
    """Inside, the first number is how many calls were made that can be refused."""
    calls = [0]

    def count() -> None:
        calls[0] += 1

    FAULTS.begin(count)
    yield calls
    FAULTS.refuse = None


def fails_at(number: int, *, once: bool) -> None:
    """The `number`-th call fails, or all from it on."""
    calls = itertools.count(1)

    def refuse() -> None:
        call = next(calls)
        if call == number or (call > number and not once):
            raise OSError(errno.ENOSPC, "No space left on device")

    FAULTS.begin(refuse)


def writes_fail_after(number: int) -> None:
    """Nothing can be written between the `number`-th call and the next: each write of a run lies between two calls."""
    calls = itertools.count(1)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def limit() -> None:
        most = 0 if next(calls) == number else resource.RLIM_INFINITY
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    FAULTS.begin(limit)


def allocation(number: int) -> None:
    """The interpreter's `number`-th allocation from now on fails, and no other."""
    assert test_hooks
    test_hooks.set_nomemory(number, number + 1)


def file_size(most: int) -> None:
    """No file can grow beyond so many bytes: what a full disk does in the middle of a write."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def memory(pages: int) -> None:
    """The process may take so many pages more than it has; what has more than one comes from the system by itself."""
    import psutil

    torch.zeros(1)
    libc = ctypes.CDLL(None)
    for option, value in ((M_MMAP_THRESHOLD, 4096), (M_TRIM_THRESHOLD, 0), (M_ARENA_MAX, 1)):
        libc.mallopt(option, value)
    libc.malloc_trim(0)
    used = psutil.Process().memory_info().vms
    resource.setrlimit(resource.RLIMIT_AS, (used + pages * 4096, resource.RLIM_INFINITY))
