"""What steers a training run from outside: signals, and lines on stdin for a window that trains in a child process.

Both only put words into a queue; the loop that asks for events takes them out between two events.
"""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TextIO

from ganstudio.core.events import Event, Warned
from ganstudio.core.files import disk_sentence

if TYPE_CHECKING:
    from ganstudio.core.session import Session

WORDS = ("pause", "resume", "stop", "save", "sample")


class Steering:
    """The wishes that have come in. A SimpleQueue, because signal handlers may put to it at any moment."""

    def __init__(self) -> None:
        self._words: SimpleQueue[str] = SimpleQueue()
        self.asked_to_stop = False
        self.interrupted = False
        """True when it was a signal that asked to stop."""

    def interrupt(self) -> None:
        """Stop after the current step: what the first Ctrl+C means."""
        self.interrupted = True
        self.ask("stop")

    def ask(self, word: str) -> None:
        if word == "stop":
            self.asked_to_stop = True
        self._words.put(word)

    def obey(self, session: "Session") -> Iterator[Event]:
        """Do everything that was asked for; after "pause", stay here until "resume" or "stop".

        Yields:
            What was saved and sampled.
        """
        paused = False
        while (word := self._next(wait=paused)) or paused:
            match word:
                case "pause":
                    paused = True
                case "resume":
                    paused = False
                case "stop":
                    paused = False
                    session.stop()
                case "save":
                    yield _recorded(session, session.save)
                case "sample":
                    yield _recorded(session, session.sample)

    def _next(self, *, wait: bool) -> str:
        """The next word, or '' when there is none; waiting is cut up so that signals are noticed everywhere."""
        try:
            return self._words.get(timeout=0.2) if wait else self._words.get_nowait()
        except Empty:
            return ""


def _recorded(session: "Session", make: Callable[[], Event]) -> Event:
    """What `make` gives, written into the run; a full disk is a warning, and training goes on."""
    try:
        event = make()
    except OSError as error:
        sentence = disk_sentence(error, "saving", session.run.folder)
        event = Warned(step=session.trainer.step, topic="disk", message=sentence)
    session.run.record(event)
    return event


@contextmanager
def steered(by_stdin: bool) -> Iterator[Steering]:
    """Steering by signals, and by the lines of stdin if `by_stdin`."""
    steering = Steering()
    if by_stdin:
        threading.Thread(target=read_words, args=(sys.stdin, steering), daemon=True, name="commands").start()
    yield steering


def read_words(lines: TextIO, steering: Steering) -> None:
    """Pass on each known word. The end of the lines means that the window is gone: stop, and keep what was learned."""
    for line in lines:
        word = line.strip().lower()
        if word in WORDS:
            steering.ask(word)
    steering.ask("stop")
