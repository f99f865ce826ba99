"""Runners: what drives a session and tells the window about it.

Commands go in (start, pause, resume, stop, save, sample), facts come out: events, states, and how far preparing is.
`ThreadRunner` trains in this process; `ProcessRunner` (process_runner.py) in a child, for several GPUs.
"""

import contextlib
import logging
import queue
import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot

from ganstudio.app.common import warmup
from ganstudio.app.common.background import sentence_for
from ganstudio.core.events import Event, Finished, Progress, Sampled, Saved, TrainingOutcome, Warned
from ganstudio.core.files import disk_sentence, to_bytes
from ganstudio.core.run import Run, RunError

log = logging.getLogger(__name__)

STATES = ("idle", "preparing", "running", "paused", "stopping")


class LiveSession(Protocol):
    """What a runner needs of core.session.Session."""

    def events(self) -> Iterator[Event]: ...
    def stop(self) -> None: ...
    def save(self) -> Saved: ...
    def sample(self) -> Sampled: ...


class Opener(Protocol):
    """recipes.opening.open_session_here, or a fake."""

    def __call__(
        self, run: Run, *, on_prepare: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> LiveSession: ...


Command = Callable[[LiveSession], Event | None]
"""Something to do with the session between two events."""


class Runner(QObject):
    """One run at a time. Every `start` is answered by events that end in exactly one Finished, then by 'idle'."""

    happened = Signal(object)
    preparing = Signal(int, int)
    """Pictures done, of how many (0: not known yet)."""
    state = Signal(str)
    """One of STATES."""
    apart: bool = False
    """The person wants runs in a process of their own; a runner that has none takes no notice."""
    here: bool = False
    """Whether sessions live in this process, so that `ask` reaches them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = "idle"
        """The last state that was told."""

    def start(self, run: Run) -> None:
        """Train `run` from its newest checkpoint, or from nothing."""
        raise AssertionError("a runner starts runs")

    def pause(self) -> None:
        """Stay after the current step, until `resume`. `save` and `sample` go on working."""

    def resume(self) -> None:
        """Go on after `pause`."""

    def stop(self) -> None:
        """Save and end after the current step."""

    def save(self) -> None:
        """Write a checkpoint now."""

    def sample(self) -> None:
        """Write a grid of samples now."""

    def ask(self, command: Command) -> None:
        """Do something with the live session between two events; only where sessions are `here`."""

    def wait(self, milliseconds: int) -> bool:
        """Let the runner's thread or process end; only for the program's own end. True when it has."""
        return True

    @Slot(str)
    def _tell(self, state: str) -> None:
        late = self.current == "stopping" and state != "idle"  # said before it knew that it is to stop
        if state != self.current and not late:
            self.current = state
            self.state.emit(state)


class ThreadRunner(Runner):
    """Trains in one thread of this process that lives as long as the program."""

    here = True

    warmed = Signal(str, str)
    """'plots' or 'training' can be used without a wait, and '' or why it cannot."""
    devices = Signal(object)
    """list[tuple[str, str]]: name and title of each place to train on, once torch is loaded."""
    _begin = Signal(object)
    _warm_up = Signal()

    def __init__(self, opener: Opener | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        self._thread = QThread()
        self._thread.setObjectName("training")
        self._training = _Training(opener or _open_session, self._commands)
        self._training.moveToThread(self._thread)
        self._begin.connect(self._training.train)
        self._warm_up.connect(self._training.warm_up)
        self._training.happened.connect(self.happened)
        self._training.preparing.connect(self.preparing)
        self._training.state.connect(self._tell)
        self._training.warmed.connect(self.warmed)
        self._training.devices.connect(self.devices)
        self._thread.start()

    def warm_up(self) -> None:
        """Load numpy, pyqtgraph and torch in the training thread; a run that is started meanwhile follows."""
        self._warm_up.emit()

    def start(self, run: Run) -> None:
        assert self.current == "idle", f"a run is {self.current}"
        self._training.stopping.clear()
        self._tell("preparing")
        self._begin.emit(run)

    def pause(self) -> None:
        if self.current == "running":
            self._commands.put(self._training.pause)

    def resume(self) -> None:
        if self.current == "paused":
            self._commands.put(self._training.resume)

    def stop(self) -> None:
        if self.current == "idle":
            return
        self._tell("stopping")
        self._training.stopping.set()
        self._commands.put(None)  # wakes a paused session

    def save(self) -> None:
        self.ask(lambda session: session.save())

    def sample(self) -> None:
        self.ask(lambda session: session.sample())

    def ask(self, command: Command) -> None:
        """Do something with the live session between two events, in its thread; the event it returns is told."""
        if self.current in {"running", "paused"}:
            self._commands.put(command)

    def wait(self, milliseconds: int) -> bool:
        self._training.leaving.set()
        self.stop()
        self._thread.quit()
        return self._thread.wait(milliseconds)


class _Training(QObject):
    """Lives in the training thread and drives one session after the other."""

    happened = Signal(object)
    preparing = Signal(int, int)
    state = Signal(str)
    warmed = Signal(str, str)
    devices = Signal(object)

    def __init__(self, opener: Opener, commands: "queue.SimpleQueue[Command | None]") -> None:
        super().__init__()
        self.stopping = threading.Event()
        self.leaving = threading.Event()
        """The program ends: what was not begun need not begin."""
        self._open = opener
        self._commands = commands
        self._paused = False
        self._last: Event | None = None

    @Slot()
    def warm_up(self) -> None:
        """Load what the plots and training need. torch._dynamo is what the first optimiser would load at Start."""
        for name, libraries, modules in (
            ("plots", False, ("numpy", "pyqtgraph")),
            ("training", True, ("torch", "torch._dynamo", "ganstudio.workflows.open_run")),
        ):
            if self.leaving.is_set():
                return
            if libraries:
                warmup.leave_out_triton()
                warmup.load_libraries()
            if self.leaving.is_set():
                return
            problem = warmup.load_modules(modules)
            self.warmed.emit(name, problem)
        if not problem:
            self.devices.emit(_devices())

    @Slot(object)
    def train(self, run: Run) -> None:
        """The one boundary where a crash becomes Finished(failed)."""
        self._paused, self._last = False, None
        try:
            if not self.leaving.is_set():
                self._drive(run)
        except BaseException as error:  # noqa: BLE001 - an exception that left a slot would leave the thread mute
            self._fail(run, error)
        finally:
            self._forget_commands()
            self.state.emit("idle")

    def pause(self, session: LiveSession) -> None:
        """A command: stay here."""
        self._paused = True
        self.state.emit("paused")

    def resume(self, session: LiveSession) -> None:
        """A command: go on."""
        self._paused = False
        self.state.emit("running")

    def _drive(self, run: Run) -> None:
        session = self._open(run, on_prepare=self.preparing.emit, cancelled=self.stopping.is_set)
        if not self.stopping.is_set():
            self.state.emit("running")
        for event in session.events():
            self._say(event)
            self._obey(session, run)
        if not isinstance(self._last, Finished):
            raise RuntimeError("the session ended without a word")

    def _say(self, event: Event) -> None:
        self._last = event
        self.happened.emit(event)

    def _obey(self, session: LiveSession, run: Run) -> None:
        """Do what was asked since the last event; while paused, wait here for more."""
        while not isinstance(self._last, Finished):
            if self.stopping.is_set():
                session.stop()
                return
            try:
                command = self._commands.get(block=self._paused)
            except queue.Empty:
                return
            if command is not None:
                self._do(command, session, run)

    def _do(self, command: Command, session: LiveSession, run: Run) -> None:
        try:
            event = command(session)
        except OSError as error:  # a full disk: what is trained stays in memory, and training goes on
            event = _warned(error, run, self._last)
        if event is not None:
            run.record(event)
            self.happened.emit(event)

    def _fail(self, run: Run, error: BaseException) -> None:
        """Tell that training ended: by the person's wish, or with a sentence and the whole story in the run's log."""
        if isinstance(self._last, Finished):
            log.error("after the run had ended", exc_info=error)
            return
        stopped = self.stopping.is_set() and type(error).__name__ == "Cancelled"
        sentence = "" if stopped else sentence_for(error)
        if not stopped:
            log.error("training of %s failed", run.folder, exc_info=error)
            with contextlib.suppress(OSError):
                (run.folder / "log.txt").write_bytes(to_bytes("".join(traceback.format_exception(error))))
        step, kimg, seconds = reached(self._last, run)
        outcome: TrainingOutcome = "stopped" if stopped else "failed"
        finished = Finished(outcome=outcome, step=step, kimg=kimg, seconds=seconds, message=sentence)
        with contextlib.suppress(OSError, RunError):
            run.start_writing()
            run.record(finished)
            run.stop_writing()
        self._say(finished)

    def _forget_commands(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                self._commands.get_nowait()


def _warned(error: OSError, run: Run, last: Event | None) -> Warned:
    step = reached(last, run)[0]
    return Warned(step=step, topic="disk", message=disk_sentence(error, "saving", run.folder))


def reached(last: Event | None, run: Run) -> tuple[int, float, float]:
    """Step, kimg and seconds of the last event, or of what the run has written where the event does not say."""
    known = last if isinstance(last, Progress | Finished) else run.summary()
    return known.step, known.kimg, known.seconds


def _devices() -> list[tuple[str, str]]:
    """Where training can run here, the automatic choice first."""
    import torch

    from ganstudio.core.device import choose

    found = [("auto", f"Automatic: {choose('auto').title}"), ("cpu", choose("cpu").title)]
    found += [(f"cuda:{index}", choose(f"cuda:{index}").title) for index in range(torch.cuda.device_count())]
    return [*found, ("mps", choose("mps").title)] if torch.backends.mps.is_available() else found


def _open_session(run: Run, *, on_prepare: Callable[[int, int], None], cancelled: Callable[[], bool]) -> LiveSession:
    """Torch is imported here, in the training thread."""
    warmup.leave_out_triton()
    from ganstudio.core.device import yield_to_the_window
    from ganstudio.workflows.open_run import open_session_here

    yield_to_the_window()
    session: LiveSession = open_session_here(run, on_prepare=on_prepare, cancelled=cancelled)
    return session
