"""How long work says how far it is, and learns that nobody wants it any more. No Qt here."""

import threading
import time
from collections.abc import Callable

SAY_EVERY = 0.05
"""Least seconds between two reports of progress: thousands a second would only keep the window busy."""


class TaskProgress:
    """How a piece of work says how far it is, and learns that nobody wants it any more."""

    def __init__(self, say: Callable[[int, int], None]) -> None:
        self._say = say
        self._said = -1.0
        self._cancelled = threading.Event()

    def progress(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._said >= SAY_EVERY or done == total:
            self._said = now
            self._say(done, total)

    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()
