"""Where threads that do something beside are started, `start_thread`, without the word that they have begun.

`threading.Thread.start` waits until the new thread says that it runs. Where memory ends in the first lines of that
thread the word never comes, and whoever started it waits for ever. Qt's threads say no such word.
"""

import _thread
import logging
import time
import weakref
from collections.abc import Callable

log = logging.getLogger(__name__)

_LOOK = 0.001
"""Seconds between two looks whether a thread is over."""


class BackgroundThread:
    """One that runs, or has run. It ends with the process, whatever it is doing."""

    def __init__(self, job: Callable[[], object], name: str) -> None:
        """Starts it.

        Raises:
            MemoryError: no thread can be started.
        """
        life = _Life()
        self._life = weakref.ref(life)
        try:
            _thread.start_new_thread(_run, (job, name, life))
        except RuntimeError as error:
            raise MemoryError(f"no thread can be started for {name}: {error}") from error

    def is_alive(self) -> bool:
        return self._life() is not None

    def join(self) -> None:
        """Wait until it is over, also where it could not even begin."""
        while self.is_alive():
            time.sleep(_LOOK)


class _Life:
    """Held by a thread alone: gone with it, however it ends."""


def start_thread(job: Callable[[], object], name: str) -> BackgroundThread:
    """Have `job` run beside.

    Raises:
        MemoryError: no thread can be started.
    """
    return BackgroundThread(job, name)


def _run(job: Callable[[], object], name: str, life: _Life) -> None:
    try:
        job()
    except Exception:
        log.exception("the thread %s ended with an error", name)
    finally:
        del life  # what holds the error holds this frame
