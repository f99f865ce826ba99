"""Runners: what drives a session and tells the window about it.

Commands go in (start, pause, resume, stop, save, sample); signals come out: events, states, progress of preparing.
`ThreadRunner` trains in this process; `ProcessRunner` (process_runner.py) in a child, for several GPUs.
"""

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common import warmup
from ganstudio.app.common.worker_thread import WorkerThread
from ganstudio.core.ending import LiveSession, end_of
from ganstudio.core.run import Run
from ganstudio.workflows.drive import Command, Controls, drive

STATES = ("idle", "preparing", "running", "paused", "stopping")


class Opener(Protocol):
    """workflows.open_run.open_session_here, or a fake."""

    def __call__(
        self, run: Run, *, on_prepare: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> LiveSession: ...


class Runner(QObject):
    """One run at a time. Every `start` is answered by events that end in exactly one Finished, then by 'idle'."""

    happened = Signal(object)
    preparing = Signal(int, int)
    """Pictures done, of how many (0: not known yet)."""
    state = Signal(str)
    """One of STATES."""
    own_process: bool = False
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

    def save_to(self, folder: Path) -> None:
        """Have the run go on inside another folder, when its own cannot be written; in any state but idle."""

    def ask(self, command: Command) -> None:
        """Do something with the live session between two events; only where sessions are `here`."""

    @property
    def loading(self) -> bool:
        """Whether its thread is loading modules and does nothing else: nothing is lost if that does not end."""
        return False

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
    _begin = Signal()
    _warm_up = Signal()

    def __init__(self, opener: Opener | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._training = _Training(opener or _open_session)
        self._thread = WorkerThread("training", self._training)
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
        self._training.controls.begin()
        self._training.waiting.append(run)
        self._tell("preparing")
        self._begin.emit()

    def pause(self) -> None:
        if self.current == "running":
            self._training.controls.ask("pause")

    def resume(self) -> None:
        if self.current == "paused":
            self._training.controls.ask("resume")

    def stop(self) -> None:
        if self.current == "idle":
            return
        self._tell("stopping")
        self._training.controls.ask("stop")
        if run := self._training.next():  # the thread still loads torch: nothing of it has begun
            self.happened.emit(end_of(run, None, "stopped", ""))
            self._tell("idle")

    def save(self) -> None:
        self.ask(lambda session: session.save())

    def sample(self) -> None:
        self.ask(lambda session: session.sample())

    def save_to(self, folder: Path) -> None:
        self._training.controls.save_to(folder)

    def ask(self, command: Command) -> None:
        """Do something with the live session between two events, in its thread; the event it returns is told."""
        if self.current in {"running", "paused"}:
            self._training.controls.ask(command)

    @property
    def loading(self) -> bool:
        return self.current == "idle" and self._training.loading

    def wait(self, milliseconds: int) -> bool:
        self._training.leaving.set()
        self.stop()
        return self._thread.close(milliseconds)


class _Training(QObject):
    """Lives in the training thread and drives one session after the other."""

    happened = Signal(object)
    preparing = Signal(int, int)
    state = Signal(str)
    warmed = Signal(str, str)
    devices = Signal(object)

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self.leaving = threading.Event()
        """The program ends: what was not begun need not begin."""
        self.loading = False
        self.waiting: deque[Run] = deque()
        """The run that was started and is not begun."""
        self.controls = Controls(self.state.emit)
        self._open = opener

    @Slot()
    def warm_up(self) -> None:
        """Load what the plots and training need. torch._dynamo is what the first optimiser would load at Start."""
        self.loading = True
        try:
            if not self._load() and not self.leaving.is_set():
                self.devices.emit(_devices())
        finally:
            self.loading = False

    def _load(self) -> str:
        """'' or why a module cannot be loaded."""
        problem = ""
        for name, libraries, modules in (
            ("plots", False, ("numpy", "pyqtgraph")),
            ("training", True, ("torch", "torch._dynamo", "ganstudio.workflows.open_run")),
        ):
            if libraries and not self.leaving.is_set():
                warmup.leave_out_triton()
                warmup.load_libraries()
            if self.leaving.is_set():
                break
            problem = warmup.load_modules(modules)
            self.warmed.emit(name, problem)
        return problem

    def next(self) -> Run | None:
        """The run that waits, for the one thread of two that asks first; it sees to the run's end."""
        try:
            return self.waiting.popleft()
        except IndexError:
            return None

    @Slot()
    def train(self) -> None:
        """Drive the run that waits to its Finished, unless it was stopped while it waited."""
        run = self.next()
        if run is None:
            return
        try:
            if not self.leaving.is_set():
                drive(run, lambda: self._opened(run), self.controls, self.happened.emit)
        finally:
            self.state.emit("idle")

    def _opened(self, run: Run) -> LiveSession:
        return self._open(run, on_prepare=self.preparing.emit, cancelled=lambda: self.controls.asked_to_stop)


def _devices() -> list[tuple[str, str]]:
    """Where training can run here, the automatic choice first."""
    import torch

    from ganstudio.core.device import choose

    devices = [("auto", f"Automatic: {choose('auto').title}"), ("cpu", choose("cpu").title)]
    devices += [(f"cuda:{index}", choose(f"cuda:{index}").title) for index in range(torch.cuda.device_count())]
    return [*devices, ("mps", choose("mps").title)] if torch.backends.mps.is_available() else devices


def _open_session(run: Run, *, on_prepare: Callable[[int, int], None], cancelled: Callable[[], bool]) -> LiveSession:
    """Torch is imported here, in the training thread."""
    warmup.leave_out_triton()
    from ganstudio.core.device import yield_to_the_window
    from ganstudio.workflows.open_run import open_session_here

    yield_to_the_window()
    session: LiveSession = open_session_here(run, on_prepare=on_prepare, cancelled=cancelled)
    return session
