"""How long work reports its progress, and how it learns that it was cancelled."""

import threading
import time
from collections.abc import Callable

SAY_EVERY = 0.05
"""Least seconds between two reports of progress: thousands a second would only keep the window busy."""


class TaskProgress:
    """Given to the work by whoever wants it done; the work reports to it, and looks at it from time to time."""

    def __init__(self, say: Callable[[int, int], None], clock: Callable[[], float] = time.monotonic) -> None:
        """`say` is called with how much is done, of how much, in the thread that works."""
        self._say = say
        self._clock = clock
        self._next = -1.0
        self._cancelled = threading.Event()

    def progress(self, done: int, total: int) -> None:
        """Report `done` of `total`; left out where the last report was a moment ago, except when all is done."""
        now = self._clock()
        if now >= self._next or done == total:
            self._next = now + SAY_EVERY
            self._say(done, total)

    def cancelled(self) -> bool:
        """Whether the work should end as soon as it can."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to end. May be called from any thread."""
        self._cancelled.set()


class TimeLeft:
    """How long work of equal parts still takes, from the parts that were done while one watched."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._first: tuple[int, float] | None = None

    def after(self, done: int, total: int) -> float | None:
        """Seconds until all of `total` are done; None before a part has been."""
        now = self._clock()
        if self._first is None or done < self._first[0]:
            self._first = done, now
        start, began = self._first
        return (now - began) / (done - start) * (total - done) if done > start else None
