"""The run that trains and the run on show: often the same, sometimes the run on show is an older one."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.runner.event_batches import EventBatches
from ganstudio.app.runner.replay import Replay, Replayed, after
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.core.events import Event, Finished, Started
from ganstudio.core.run import Run, RunError, RunSettings
from ganstudio.models.auto import Auto
from ganstudio.workflows.continue_run import extended
from ganstudio.workflows.run_names import free_folder, name_for


class CurrentRun(QObject):
    """Starts, continues and shows runs. One run trains at a time; any run can be on show meanwhile."""

    failed = Signal(str)
    """A sentence: what was asked for cannot be done."""

    trainedDeleted = Signal()
    """The last run that trained was renamed or deleted: what was said of it is over."""
    opened = Signal(object, object, str)
    """A run is on show: Run, list[Event] of what has happened in it so far, and its state (a runner's; 'idle')."""
    arrived = Signal(object)
    """list[Event]: what happened since in the run on show."""
    stateOnShow = Signal(str)
    """Of the run on show."""
    preparing = Signal(int, int)
    """Pictures done, of how many, in the run on show."""
    exportAsked = Signal()
    """The run that was opened is to be exported."""

    began = Signal(object)
    """Run: training is about to begin."""
    state = Signal(str)
    """Of the run that trains."""
    heard = Signal(object)
    """list[Event] of the run that trains."""
    ended = Signal(object, object)
    """Run and Finished; the runner is idle again."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.training: Run | None = None
        self.on_show: Run | None = None
        self.trained: Run | None = None
        """The last that trained, or trains now."""
        self._gone: Path | None = None
        """The folder of the run that was on show when it was deleted."""
        self.is_choosing: Callable[[], bool] = lambda: False
        """Whether the person is choosing what to train, on the page on show."""
        self.stays = False
        """The run that was opened last is to be shown without leaving the page on show."""
        self._finished: Finished | None = None
        self._missed: list[Event] = []
        self._ending = False
        """The run is over, and what happened in it has not all been told yet."""
        self._then: Literal["", "export", "resume"] = ""
        """What follows when the run that is being read is on show."""
        self.event_batches = EventBatches(self)
        self.replay = Replay(self)
        runner.happened.connect(self.event_batches.take)
        runner.state.connect(self._state)
        runner.preparing.connect(self._preparing)
        self.event_batches.arrived.connect(self._arrived)
        self.event_batches.drained.connect(self._drained)
        self.replay.ready.connect(self._replayed)
        self.replay.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        return self.training is not None or self.runner.current != "idle"

    def start(self, settings: RunSettings, runs: Path, *, folder: Path | None = None, name: str = "") -> None:
        """A new run in `folder`, or inside `runs` under a name, which is made of its pictures and its recipe if ''."""
        if self.busy:
            self.failed.emit(self.tr("A run is training. Stop it before the next one starts."))
            return
        try:
            run = Run.create(folder or free_folder(runs, name or name_for(_first(settings), settings.recipe)), settings)
        except (RunError, OSError) as error:
            self.failed.emit(str(error))
            return
        self._train(run, [])

    @Slot(object)
    def resume(self, folder: Path) -> None:
        """Go on with a run where it stopped; a budget that is used up is granted once more."""
        if self.busy:
            self.failed.emit(self.tr("A run is training. Stop it before another one goes on."))
            return
        self.open(folder)
        self._then = "resume"

    @Slot(object)
    def follow(self, run: Run) -> None:
        """Another page shows this run now: it is the one on show everywhere, without leaving that page."""
        if self.on_show is None or self.on_show.folder != run.folder:
            self.open(run.folder)
            self.stays = True

    def train_next(self, run: Run) -> None:
        """Train a run whose turn has come; whoever looks at another, or chooses what comes next, is left alone."""
        assert not self.busy
        shown, before = self.on_show, self.trained
        followed = shown is None or (before is not None and shown.folder == before.folder)
        self.training = self.trained = run
        self._finished = None
        self.began.emit(run)
        self.runner.start(run)
        if followed and not self.is_choosing():
            self.open(run.folder)
            self.stays = True

    def moved(self, folder: Path, to: Path | None) -> None:
        """A run was renamed, or deleted (None)."""
        if self.trained and self.trained.folder == folder:
            self.trained = None
            self.trainedDeleted.emit()
        if self.on_show and self.on_show.folder == folder:
            self.on_show, self._gone = None, folder
            if to:
                self.open(to)
                self.stays = True

    def is_back(self, was: Path, folder: Path) -> None:
        """A run that was deleted was put back, from where it `was`."""
        if self.on_show is None and self._gone == was:
            self.open(folder)
            self.stays = True

    @Slot(object)
    def open(self, folder: Path) -> None:
        """Put a run on show."""
        self._then, self.stays = "", False
        self._missed = []
        self.replay.open(folder)

    @Slot(object)
    def open_to_export(self, folder: Path) -> None:
        """Put a run on show, and its export form."""
        self.open(folder)
        self._then = "export"

    def close(self) -> bool:
        return self.replay.close()

    def shows_training(self) -> bool:
        """Whether the run on show is the one that trains."""
        return bool(self.training and self.on_show and self.training.folder == self.on_show.folder)

    def _go_on(self, replayed: Replayed) -> None:
        try:
            replayed.run.change(budget=extended(replayed.run))
        except OSError as error:
            self.failed.emit(str(error))
            return
        self._train(replayed.run, replayed.events)

    def _train(self, run: Run, before: list[Event]) -> None:
        self.replay.cancel()
        self.training = self.on_show = self.trained = run
        self.stays = False
        self._finished = None
        self.opened.emit(run, before, "preparing")
        self.began.emit(run)
        self.runner.start(run)

    @Slot(object)
    def _arrived(self, events: list[Event]) -> None:
        self._finished = next((event for event in reversed(events) if isinstance(event, Finished)), self._finished)
        self._learn_settings(events)
        if self.replay.busy:
            self._missed += events
        if self.shows_training():
            self.arrived.emit(events)
        self.heard.emit(events)

    def _learn_settings(self, events: list[Event]) -> None:
        """A run that was left to auto has its settings since it began; where it trains elsewhere, only on the disk."""
        run = self.training
        if run and run.settings.recipe == Auto.name and any(isinstance(event, Started) for event in events):
            with contextlib.suppress(RunError):
                run.settings = Run.open(run.folder).settings

    @Slot(str)
    def _state(self, state: str) -> None:
        if state == "idle":
            self.event_batches.flush()
            if self.event_batches.waiting:  # it ends when all is told that was still to be told
                self._ending = True
                return
        if self.shows_training():
            self.stateOnShow.emit(state)
        self.state.emit(state)
        if state == "idle" and self.training:
            run, self.training = self.training, None
            self.ended.emit(run, self._finished)

    @Slot()
    def _drained(self) -> None:
        if self._ending:
            self._ending = False
            self._state("idle")

    @Slot(int, int)
    def _preparing(self, done: int, total: int) -> None:
        if self.shows_training():
            self.preparing.emit(done, total)

    @Slot(object)
    def _replayed(self, replayed: Replayed) -> None:
        """A live run has gone on while its file was read: what was missed follows what was read."""
        if self._then == "resume":
            self._go_on(replayed)
            return
        self.on_show = replayed.run
        live = self.shows_training()
        missed = after(replayed.events, self._missed) if live else []
        self._missed = []
        self.opened.emit(replayed.run, replayed.events + missed, self.runner.current if live else "idle")
        if self._then == "export":
            self.exportAsked.emit()


def _first(settings: RunSettings) -> str:
    return settings.sides[0][0] if settings.sides and settings.sides[0] else "pictures"
