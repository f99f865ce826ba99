"""Ctrl+C, SIGTERM, SIGHUP: the first asks to stop and save, the second does not wait."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

ENDING = tuple(
    number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)
"""Ctrl+C, a polite kill, and the end of the terminal (which Windows has not)."""


@contextlib.contextmanager
def stopping(ask: Callable[[], None]) -> Iterator[None]:
    """Inside the block the first signal calls `ask`, and each one after it raises KeyboardInterrupt.

    `ask` runs in a signal handler: it may set a flag or put to a SimpleQueue, and must not take a lock.
    """
    asked = False

    def handle(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        ask()

    with _handling(handle):
        yield


@contextlib.contextmanager
def interrupting() -> Iterator[None]:
    """Inside the block each of them raises KeyboardInterrupt, as Ctrl+C does, so that open files are cleaned up."""

    def handle(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _handling(handle):
        yield


@contextlib.contextmanager
def _handling(handle: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # Python takes signal handlers from the main thread only
        return
    before = {number: signal.signal(number, handle) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
