"""What the pages share: the current run, preferences and folders, exports, branches, speeds, notices."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory, Preferences, remembered
from ganstudio.app.export.data_set_task import DataSetTask
from ganstudio.app.export.export_task import ExportTask
from ganstudio.app.export.model_export import ModelExport
from ganstudio.app.runner.between_steps import openers_between_steps, saving_opener
from ganstudio.app.runner.current_run import CurrentRun
from ganstudio.app.runner.runner_switch import RunnerSwitch
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.runs.queue_driver import QueueDriver
from ganstudio.app.shell.desktop import DesktopNotes
from ganstudio.app.shell.notices import Notices
from ganstudio.app.training.branch_starter import BranchStarter
from ganstudio.core.environment import keep_cache_in
from ganstudio.core.events import LAST_SAVE, Event, Finished, Progress, Saved, Warned
from ganstudio.core.printable import printable
from ganstudio.core.run import Run, RunSettings, is_run
from ganstudio.panels.parts.language import figure, said
from ganstudio.workflows import known_runs
from ganstudio.workflows.continue_run import keep_rates_low
from ganstudio.workflows.known_runs import RunPlaces
from ganstudio.workflows.own_presets import OwnPresets

RECENT = 12
"""Runs in the menu of those that were opened last."""
MOST_STARS = 1000
UNSAVED = (LAST_SAVE, "disk")
"""Topics of what is said of a run that cannot be saved where it is."""


class Services(QObject):
    """One of each for the whole window. Pages are given what they need of it and know nothing of the rest."""

    deviceChosen = Signal(str)
    """Where the next run trains."""
    starred = Signal(object)
    """list[Path]: the runs that have a star now."""
    queueWanted = Signal()
    """A message's button asks for the queue."""
    verdictWanted = Signal()
    """A warning's button asks for the numbers behind it."""

    def __init__(
        self, paths: Paths, memory: Memory, runner: ThreadRunner | RunnerSwitch, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.paths, self.memory, self.runner, self.notices = paths, memory, runner, notices
        self.folders = LastFolders(memory)
        self.presets = OwnPresets(paths.presets)
        self._stars_gone: set[Path] = set()
        """Runs that had a star when they were deleted."""
        self.current_run = CurrentRun(runner, self)
        self.branching = BranchStarter(self.current_run, self)
        self.openers = openers_between_steps(runner)
        self.exporting = ExportTask(saving_opener(runner, lambda: self.current_run.training), self)
        self.desktop = DesktopNotes(self)
        self.queue = QueueDriver(self.current_run, self.runs_folder, self)
        self.queue.failed.connect(notices.complain)
        self.queue.added.connect(self._queued)
        self.queue.recalled.connect(self._queue_recalled)
        self.making_sets = DataSetTask(saving_opener(runner, lambda: self.current_run.training), self)
        self.exporting_model = ModelExport(self)
        self.exporting_model.done.connect(self._model_exported)
        self.exporting_model.failed.connect(notices.complain)
        self.desktop.watch(self)
        self.current_run.failed.connect(notices.complain)
        self.branching.failed.connect(notices.complain)
        self.branching.remarked.connect(self._branch_remarked)
        self.current_run.opened.connect(lambda run: self._opened(run))
        self.current_run.began.connect(self._began)
        self.current_run.heard.connect(self._heard)
        self.current_run.ended.connect(self._ended)

    # Folders ------------------------------------------------------------------------------------------------------

    def runs_folder(self) -> Path:
        return Path(self.memory.value.runs_folder or self.paths.runs)

    def places(self) -> RunPlaces:
        """Where runs are looked for: the folder of runs, and every run that was opened or made elsewhere."""
        return RunPlaces(self.runs_folder(), tuple(map(Path, self.memory.value.recent)))

    def recent_runs(self) -> list[Path]:
        """The runs that were opened last and are still there, the last one first."""
        folders = (Path(path) for path in self.memory.value.recent)
        return list(islice((folder for folder in folders if is_run(folder)), RECENT))

    def export_target(self) -> Path:
        return Path(self.memory.value.export_folder or self.runs_folder() / "exported")

    @Slot(str)
    def keep_export_target(self, folder: str) -> None:
        self.memory.change(export_folder=folder)

    @Slot(object)
    def keep_sources(self, sources: list[str]) -> None:
        """Where the pictures came from is where the next ones are looked for."""
        if len(sources) == 1:
            self.folders.keep("pictures", sources[0])

    @Slot(object)
    def reveal(self, path: Path | str) -> None:
        """Show a file or folder in the desktop's own browser."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.notices.complain(self.tr("This desktop has nothing to open {0} with.").format(path))

    # Runs ---------------------------------------------------------------------------------------------------------

    @Slot(object, str)
    def start(self, settings: RunSettings, name: str = "") -> None:
        """Train; the settings are the form's next time."""
        self.memory.change(**remembered(settings, self.presets))
        self.start_translation(settings, name)

    @Slot(object, str)
    def start_translation(self, settings: RunSettings, name: str = "") -> None:
        self.current_run.start(settings, self.runs_folder(), name=name)

    @Slot()
    def continue_shown(self) -> None:
        if self.current_run.on_show:
            self.current_run.resume(self.current_run.on_show.folder)

    @Slot()
    def continue_shown_low(self) -> None:
        """At the learning rates that the run on show had come down to."""
        run = self.current_run.on_show
        if run is None or self.current_run.busy:
            return
        try:
            keep_rates_low(run)
        except OSError as error:
            self.current_run.failed.emit(str(error))
            return
        self.continue_shown()

    @Slot()
    def reveal_shown(self) -> None:
        self.reveal(self.current_run.on_show.folder if self.current_run.on_show else self.runs_folder())

    @Slot(object)
    def add_included(self, run: Run) -> None:
        """The run that comes with the program is the last of all, once and for good."""
        if not self.memory.value.flowers:
            self.memory.change(flowers=True, recent=(*self.memory.value.recent, str(run.folder.absolute())))

    @Slot(object)
    def follow(self, run: Run) -> None:
        """What is explored is the run on show everywhere; the one that comes with the program only where it is opened,
        so that Train still asks for pictures."""
        if run.folder.parent != self.paths.included:
            self.current_run.follow(run)

    def is_new(self) -> bool:
        """Whether no run of the person's own was ever opened or made here."""
        own = (folder for folder in self.memory.value.recent if Path(folder).parent != self.paths.included)
        return next(own, None) is None

    @Slot(object)
    def run_moved(self, folder: Path, to: Path | None) -> None:
        """A run was renamed, or deleted (None): its star goes with it, and comes back with it."""
        if str(folder.absolute()) in self.memory.value.starred:
            self.memory.change(starred=known_runs.moved(self.memory.value.starred, folder, to))
            self.starred.emit(self.stars())
            if to is None:
                self._stars_gone.add(folder)
        self.memory.change(recent=known_runs.moved(self.memory.value.recent, folder, to))
        self.queue.renamed(folder, to)
        self.current_run.moved(folder, to)

    @Slot(object, bool)
    def star(self, folders: Sequence[Path], on: bool) -> None:
        """Runs are marked, or their marks are taken away."""
        paths = [str(folder.absolute()) for folder in folders]
        others = tuple(path for path in self.memory.value.starred if path not in paths)
        self.memory.change(starred=((*paths, *others) if on else others)[:MOST_STARS])
        self.starred.emit(self.stars())

    def stars(self) -> list[Path]:
        return [Path(path) for path in self.memory.value.starred]

    @Slot(object, object)
    def run_is_back(self, was: Path, folder: Path) -> None:
        """A run that was deleted is back in `folder`; it is on show again if it was, and has its star if it had one."""
        if was in self._stars_gone:
            self._stars_gone.discard(was)
            self.star([folder], True)
        self.memory.change(recent=known_runs.with_recent(self.memory.value.recent, folder))
        self.current_run.is_back(was, folder)

    @Slot(object)
    def _opened(self, run: Run) -> None:
        self.memory.change(recent=known_runs.with_recent(self.memory.value.recent, run.folder))

    @Slot(object)
    def _began(self, run: Run) -> None:
        self.memory.change(unfinished=str(run.folder))
        for topic in ("run", "unfinished"):
            self.notices.take_back(topic)

    @Slot(object)
    def _heard(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, Progress):
                self.desktop.progress(event.fraction)
            elif isinstance(event, Warned):
                self._say_warning(event)
            elif isinstance(event, Saved):
                for topic in UNSAVED:
                    self.notices.take_back(topic)

    def _say_warning(self, warned: Warned) -> None:
        action, answer = ("", None)
        if warned.remedy:
            action, answer = self.tr("What to do"), self.verdictWanted.emit
        elif warned.topic in UNSAVED:
            action, answer = self.tr("Save elsewhere…"), self._choose_other_folder
        text = f"{said(warned.message)} {said(warned.advice)}".strip()
        run = self.current_run.training or self.current_run.trained
        if warned.topic == LAST_SAVE and run:  # training waits for an answer, wherever the person is
            text, run = f"{run.name}: {text}", None
        place = run.folder if run else None
        self.notices.say(text, severity="warn", topic=warned.topic, action=action, answer=answer, run=place)

    @Slot()
    def _choose_other_folder(self) -> None:
        """The run cannot be saved where it is."""
        window = self.parent()
        title = self.tr("A folder to save the run in")
        parent = window if isinstance(window, QWidget) else None
        file_dialogs.choose_folder(parent, title, Path.home(), self._save_to)

    @Slot(str)
    def _save_to(self, folder: str) -> None:
        self.runner.save_to(Path(folder))

    @Slot(object, object)
    def _ended(self, run: Run, finished: Finished | None) -> None:
        self.desktop.progress(None)
        if finished:
            words = {"completed": self.tr("Finished"), "stopped": self.tr("Stopped"), "failed": self.tr("Failed")}
            after = self.tr("after {0} min of training").format(figure(finished.seconds / 60, ",.0f"))
            words_of_end = f"{words[finished.outcome]} {after}. {said(finished.message)}"
            self.desktop.tell(printable(run.name), words_of_end.strip())
        if finished and finished.outcome == "failed":
            log = run.folder / "log.txt"
            text = self.tr("{0} ended: {1}").format(run.name, said(finished.message))
            self.notices.say(text, severity="bad", topic="run", log=str(log) if log.exists() else "")

    # Preferences --------------------------------------------------------------------------------------------------

    def recall(self) -> None:
        """What the last time left behind."""
        known = self.memory.value
        keep_cache_in(known.cache_folder)
        self.runner.own_process = known.own_process
        if self.memory.damage:
            self.notices.say(self.memory.damage, severity="warn", topic="preferences")
        goes_on = self.queue.recall()
        if not goes_on and known.unfinished and is_run(folder := Path(known.unfinished)):
            self.notices.say(
                self.tr("{0} was training when GAN Studio closed.").format(folder.name),
                topic="unfinished",
                action=self.tr("Go on"),
                answer=lambda: self.current_run.resume(folder),
            )
        self.memory.change(unfinished="")

    @Slot(object)
    def keep(self, value: Preferences) -> None:
        """What the settings page says."""
        self.memory.change(
            theme=value.theme,
            language=value.language,
            runs_folder=value.runs_folder,
            cache_folder=value.cache_folder,
            stop_on_close=value.stop_on_close,
            own_process=value.own_process,
            changelog=value.changelog,
        )
        self.runner.own_process = value.own_process
        keep_cache_in(value.cache_folder)

    @Slot(str)
    def choose_device(self, name: str) -> None:
        self.memory.change(device=name)
        self.deviceChosen.emit(name)

    # Sentences ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _model_exported(self, file: Path) -> None:
        sentence = self.tr("{0} is written ({1} MB).").format(file.name, figure(file.stat().st_size / 2**20, ".1f"))
        action, answer = self.tr("Show folder"), lambda: self.reveal(file.parent)
        self.notices.say(sentence, topic="export model", action=action, answer=answer)

    @Slot(str)
    def _branch_remarked(self, sentence: str) -> None:
        self.notices.say(sentence, topic="branch")

    @Slot(str)
    def say_of_exploring(self, sentence: str) -> None:
        self.notices.say(sentence, topic="explore", page="explore")

    @Slot(str, int, bool)
    def _queued(self, name: str, before: int, by_itself: bool) -> None:
        sentence = self.tr("{0} is number {1} in the queue.").format(name, before + 1)
        action, answer = (self.tr("Show"), self.queueWanted.emit) if by_itself else (
            self.tr("Start the queue"), self.queue.go_on,
        )  # fmt: skip
        self.notices.say(sentence, topic="queue", action=action, answer=answer)

    @Slot(str, int, bool)
    def _queue_recalled(self, name: str, rest: int, by_itself: bool) -> None:
        if by_itself:
            sentence = self.tr("The queue goes on with {0}, {1} to follow.").format(name, rest)
            action, answer = self.tr("Stop after this one"), self.queue.stop_after_this
        else:
            sentence = self.tr("{0} waits in the queue, {1} to follow.").format(name, rest)
            action, answer = self.tr("Start the queue"), self.queue.go_on
        self.notices.say(sentence, topic="queue", action=action, answer=answer)

    def close_threads(self) -> bool:
        self.queue.end()
        return all(
            [
                self.exporting.close(),
                self.making_sets.close(),
                self.exporting_model.close(),
                self.current_run.close(),
                self.branching.close(),
            ]
        )
