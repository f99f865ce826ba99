"""The queue in the window: begins the next run when one has ended, and goes on with it after a restart or a kill."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ganstudio.app.runner.current_run import CurrentRun
from ganstudio.core.events import Finished
from ganstudio.core.run import Run, RunError, RunSettings
from ganstudio.core.stay_awake import StayAwake
from ganstudio.workflows.run_names import free_folder, name_for
from ganstudio.workflows.run_queue import Queue, QueueError, RunQueue


class QueueDriver(QObject):
    """Changes the queue of the folder of runs as a person asks, and has the current run train what it holds."""

    changed = Signal(object)
    """Queue: it is otherwise than before."""
    failed = Signal(str)
    """A sentence."""
    added = Signal(str, int, bool)
    """Name of a run that was put into the queue, how many are to train before it, and whether it begins by itself."""
    recalled = Signal(str, int, bool)
    """At a start: the run that comes next, how many follow it, and whether it begins by itself."""

    def __init__(self, current_run: CurrentRun, runs: Callable[[], Path], parent: QObject | None = None) -> None:
        """`runs`: the folder of runs."""
        super().__init__(parent)
        self._current_run, self._runs = current_run, runs
        self._queue = RunQueue(runs())
        self._awake = StayAwake()
        self._closing = False
        current_run.ended.connect(self._ended)
        current_run.began.connect(lambda run: self._tell())

    @property
    def queue(self) -> RunQueue:
        """Of the folder of runs; while one of its runs trains, that queue stays the one at work."""
        if self._queue.runs != self._runs() and not self._current_run.busy:
            self._queue.let_go()
            self._queue = RunQueue(self._runs())
        return self._queue

    def read(self) -> Queue:
        """The queue as it is; empty where it cannot be read, which is said."""
        if not self.queue.path.exists():
            return Queue()
        try:
            return self.queue.read()
        except QueueError as error:
            self.failed.emit(str(error))
            return Queue()

    # What a person asks for ---------------------------------------------------------------------------------------

    def add(self, settings: RunSettings, name: str = "") -> None:
        """A new run at the end. It begins by itself if a run trains now, else when the queue is told to go on."""
        source = settings.sides[0][0] if settings.sides and settings.sides[0] else "pictures"
        folder = free_folder(self.queue.runs, name or name_for(source, settings.recipe))

        def put(queue: RunQueue) -> tuple[str, int]:
            run = Run.create(folder, settings)
            return run.name, queue.add(run.name)

        self._put(put)

    @Slot(object)
    def add_runs(self, folders: Sequence[Path]) -> None:
        """Runs that are to go on where they stopped; those of other folders can only be trained anew."""
        for folder in folders:
            self._put(partial(self._put_back, folder))

    @Slot(object)
    def add_again(self, folders: Sequence[Path]) -> None:
        """New runs with the settings of these."""
        for folder in folders:
            self._put(partial(_again, folder))

    def _put_back(self, folder: Path, queue: RunQueue) -> tuple[str, int]:
        if folder.parent != queue.runs:
            raise QueueError(
                self.tr("{0} lies outside of {1}, whose runs the queue trains. Go on with it now, or train it anew.")
                .format(folder.name, queue.runs)
            )  # fmt: skip
        return folder.name, queue.add(folder.name)

    def _put(self, put: Callable[[RunQueue], tuple[str, int]]) -> None:
        """Have `put` add a run to the queue, and say which and how many are to train before it."""
        queue = self.queue
        try:
            name, before = put(queue)
            if self._current_run.busy:
                self._activate()
            self.added.emit(name, before + self._others(queue), queue.read().active)
        except (RunError, QueueError, OSError) as error:
            self.failed.emit(str(error))
        self._tell()

    @Slot()
    def go_on(self) -> None:
        """Begin with the next run, or when the one that trains has ended."""
        self._try(self._activate)
        self._next()

    @Slot()
    def stop_after_this(self) -> None:
        """Begin no other run after the one that trains."""
        self._try(lambda: self.queue.set_active(False))

    @Slot(str)
    def remove(self, name: str) -> None:
        self._try(lambda: self.queue.remove(name))

    @Slot(str, int)
    def move(self, name: str, places: int) -> None:
        self._try(lambda: self.queue.move(name, places))

    def renamed(self, folder: Path, to: Path | None) -> None:
        """A run was renamed, or deleted (None)."""
        if folder.parent == self.queue.runs and self.queue.path.exists():
            self._try(lambda: self.queue.renamed(folder.name, to.name if to else None))

    # Begin and end of the program ---------------------------------------------------------------------------------

    def recall(self) -> bool:
        """At a start: go on with what a kill or a restart of the computer has cut short.

        Returns:
            Whether a run of the queue begins by itself.
        """
        known = self.read()
        if not known.pending:
            return False
        first = known.running or known.waiting[0]
        rest = len(known.waiting) - (known.running is None)
        self.recalled.emit(first.name, rest, known.active)
        if known.active:
            QTimer.singleShot(0, self, self.go_on)
        return known.active

    def close(self, *, rest: bool) -> None:
        """The window closes: begin no other run. `rest`: a person closes it, and the next start asks first."""
        self._closing = True
        if rest and self.queue.path.exists():
            self._try(lambda: self.queue.set_active(False))

    def end(self) -> None:
        """After the event loop."""
        self._awake.let_go()
        self._queue.let_go()

    # What happens -------------------------------------------------------------------------------------------------

    def _activate(self) -> None:
        self.queue.take_the_wheel()
        self.queue.set_active(True)

    def _next(self) -> None:
        """Begin with the next run if nothing trains and the queue is at work."""
        queue = self.queue
        if self._closing or self._current_run.busy:
            return
        try:
            active = queue.path.exists() and queue.read().active
            run = queue.begin() if active else None
        except QueueError as error:
            self.failed.emit(str(error))
            run = None
        if run:
            self._awake.hold()
            self._current_run.train_next(run)
        else:
            self._awake.let_go()
            queue.let_go()
        self._tell()

    @Slot(object, object)
    def _ended(self, run: Run, finished: Finished | None) -> None:
        if self._closing:  # what the end of the program has stopped goes on at the next start
            return
        queue = self.queue
        if queue.path.exists():
            if run.folder.parent == queue.runs:
                self._try(lambda: queue.ended(run.name, finished))
            QTimer.singleShot(0, self, self._next)

    def _others(self, queue: RunQueue) -> int:
        """1 where a run trains that is none of the queue's."""
        training, running = self._current_run.training, queue.read().running
        return int(training is not None and (running is None or running.name != training.name))

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except QueueError as error:
            self.failed.emit(str(error))
        self._tell()

    def _tell(self) -> None:
        if self.queue.path.exists():
            self.changed.emit(self.read())


def _again(folder: Path, queue: RunQueue) -> tuple[str, int]:
    return queue.add_again(Run.open(folder))
