"""A clock that stands still while the process does: a laptop's lid, Ctrl+Z, a queue that suspends it."""

import threading
import time
from collections.abc import Callable

from ganstudio.core.threads import BackgroundThread, start_thread

TICK = 1.0
"""Seconds between two looks at the clock by a thread that does nothing else."""
GAP = 10.0
"""A longer time without a look means that no thread of this process ran."""


class AwakeClock:
    """Seconds that go on only while this process is run. Once `start` was called somebody looks every second.

    A step may take as long as it likes: while it does, the other thread looks. What nobody sees is time asleep.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._lock = threading.RLock()  # a session may be collected, and ask once more, while it is asked
        self._seen: float | None = None
        """When somebody last looked, between `start` and `stop`."""
        self._asleep = 0.0
        self._over = threading.Event()
        self._thread: BackgroundThread | None = None

    def __call__(self) -> float:
        with self._lock:
            now = self._clock()
            if self._seen is not None:
                if now - self._seen > GAP:
                    self._asleep += now - self._seen - TICK
                self._seen = now
            return now - self._asleep

    @property
    def asleep(self) -> float:
        """Seconds that nobody saw so far."""
        with self._lock:
            return self._asleep

    def start(self) -> None:
        """Have a thread look every second."""
        self.stop()
        self._over.clear()
        self._seen = self._clock()
        self._thread = start_thread(self._look, "awake")

    def stop(self) -> None:
        """Safe to call twice."""
        self._over.set()
        if self._thread:
            self._thread.join()
        self._thread, self._seen = None, None

    def _look(self) -> None:
        while not self._over.wait(TICK):
            self()
