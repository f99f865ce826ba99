"""Driving a run: the only loop in the program that asks a session for events, and the queue of wishes that steers it.

Threads, a child process and the command line call it. Wishes are put into a queue from anywhere, signal handlers too,
and are obeyed in their order between two events.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TextIO

from ganstudio.core.ending import LiveSession, reached, to_the_end
from ganstudio.core.events import Event, Finished, Warned
from ganstudio.core.files import disk_sentence
from ganstudio.core.memory import ran_out
from ganstudio.core.run import Run
from ganstudio.workflows.run_names import free_folder

WORDS = ("pause", "resume", "stop", "save", "sample")
ALL_GPUS = "cuda:all"
"""The device that stands for every GPU of this machine, and needs a process for each."""
SAVE_TO = "save-to "
"""A word that is followed by the path of a folder."""
NO_ROOM = "There was no memory for what was asked for just now. Training goes on; ask again, or close other programs."
Command = Callable[[LiveSession], Event | None]
"""Something to do with the session between two events; the event that it returns is told."""


class Controls:
    """The wishes that have come in. A SimpleQueue, because signal handlers may put to it at any moment."""

    def __init__(self, tell_state: Callable[[str], None] = lambda state: None) -> None:
        """`tell_state`: told 'running' and 'paused', in the thread that drives."""
        self.tell_state = tell_state
        self.interrupted = False
        """True when it was a signal that asked to stop."""
        self._stopping = threading.Event()
        self._wishes: SimpleQueue[Command | None] = SimpleQueue()
        self._paused = False

    # From any thread ----------------------------------------------------------------------------------------------

    def ask(self, wish: str | Command) -> None:
        """One of WORDS, or something to do with the session."""
        if wish == "stop":
            self._stopping.set()
            self._wishes.put(None)
        else:
            self._wishes.put(self._commands()[wish] if isinstance(wish, str) else wish)

    def save_to(self, folder: Path) -> None:
        """Have the run go on inside `folder`, which is chosen when its own cannot be written."""
        self.ask(lambda session: session.move_to(free_folder(folder, session.run.name)))

    def interrupt(self) -> None:
        """Stop after the current step: what the first Ctrl+C means."""
        self.interrupted = True
        self.ask("stop")

    @property
    def asked_to_stop(self) -> bool:
        return self._stopping.is_set()

    def read(self, lines: TextIO) -> None:
        """Pass on each known word, a line each. The end of the lines means that the window is gone: stop."""
        for line in lines:
            self.hear(line)
        self.ask("stop")

    def hear(self, line: str) -> None:
        """Ask for what a line says; one that says nothing that is known is passed over."""
        if line.startswith(SAVE_TO):
            self.save_to(Path(line.removeprefix(SAVE_TO).strip()).expanduser())
        elif (word := line.strip().lower()) in WORDS:
            self.ask(word)

    # In the thread that drives ------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Forget what was asked of the run before."""
        self._stopping.clear()
        self._paused = False
        while self._next(wait=False) is not _NOTHING:
            pass

    def obey(self, session: LiveSession, run: Run, tell: Callable[[Event], None], last: Event) -> None:
        """Do everything that was asked for; after "pause", stay here until "resume" or "stop"."""
        while not isinstance(last, Finished):
            wish = self._next(wait=self._paused)
            if wish is None:
                self._paused = False
                session.stop()
                return
            if wish is not _NOTHING:
                _do(wish, session, run, tell, last)  # type: ignore[arg-type]
            elif not self._paused:
                return

    def _next(self, *, wait: bool) -> object:
        """The next wish; waiting is cut up so that signals are noticed everywhere."""
        try:
            return self._wishes.get(timeout=0.2) if wait else self._wishes.get_nowait()
        except Empty:
            return _NOTHING

    def _commands(self) -> dict[str, Command]:
        return {
            "pause": lambda session: self._pause(True),
            "resume": lambda session: self._pause(False),
            "save": lambda session: session.save(),
            "sample": lambda session: session.sample(),
        }

    def _pause(self, paused: bool) -> None:
        self._paused = paused
        self.tell_state("paused" if paused else "running")


_NOTHING = object()


def drive(
    run: Run, open_session: Callable[[], LiveSession], controls: Controls, tell: Callable[[Event], None]
) -> Finished:
    """Train `run` to its end, telling each event, and doing between two of them what `controls` asks for.

    Returns:
        The Finished that was told last, and once, whatever happened.

    Raises:
        KeyboardInterrupt: after the Finished.
        Exception: `tell` raised it; what was learned is kept, and the run has its Finished.
    """
    opened: list[LiveSession] = []

    def open_it() -> LiveSession:
        opened.append(open_session())
        if not controls.asked_to_stop:
            controls.tell_state("running")
        return opened[0]

    finished = None
    for event in to_the_end(run, open_it):
        tell(event)
        if isinstance(event, Finished):
            finished = event
        elif opened:
            controls.obey(opened[0], run, tell, event)
    assert finished is not None
    return finished


def _do(command: Command, session: LiveSession, run: Run, tell: Callable[[Event], None], last: Event) -> None:
    """Carry out a wish and yield its event; a full disk or no memory gives a warning, and training goes on."""
    try:
        event = command(session)
    except (MemoryError, RuntimeError, SystemError) as error:
        if not ran_out(error):
            raise
        event = Warned(step=reached(last, run)[0], topic="memory", message=NO_ROOM)
    except OSError as error:
        step = reached(last, run)[0]
        event = Warned(step=step, topic="disk", message=disk_sentence(error, "saving", run.folder))
    if event is not None:
        run.record(event)
        tell(event)
