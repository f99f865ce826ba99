"""The window: composes and connects, and decides nothing that another part could."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ganstudio.app.common import drops, placement
from ganstudio.app.common.device_box import DeviceBox
from ganstudio.app.common.page_stack import Pages
from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory, Preferences, remembered
from ganstudio.app.runner.between_steps import opener_between_steps, saving_opener
from ganstudio.app.runner.current_run import CurrentRun
from ganstudio.app.runner.runner_switch import RunnerSwitch
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.shell.actions import make_actions
from ganstudio.app.shell.closing import ClosingQuestion
from ganstudio.app.shell.notices import Notices
from ganstudio.app.shell.rail import Rail
from ganstudio.app.shell.theme import Theme
from ganstudio.app.training.branch_dialog import BranchDialog
from ganstudio.app.training.export_task import ExportTask
from ganstudio.app.training.setup_page import ONE_FOLDER
from ganstudio.app.training.speeds import Speeds
from ganstudio.app.training.train_page import TrainPage
from ganstudio.core.events import Event, Finished, Warned
from ganstudio.core.run import Run, RunSettings, is_run
from ganstudio.models import RECIPES
from ganstudio.panels import look
from ganstudio.panels.drop_area import local_paths
from ganstudio.panels.parts.controls import column, label, row
from ganstudio.panels.shell.message_bar import MessageBar
from ganstudio.panels.shell.status_strip import StatusStrip

if TYPE_CHECKING:
    from ganstudio.app.explore.page import ExplorePage
    from ganstudio.app.runs.page import RunsPage
    from ganstudio.app.training.live_page import LivePage
    from ganstudio.app.training.run_menu import RunMenu
    from ganstudio.app.training.setup_page import SetupPage
    from ganstudio.app.translate.page import TranslatePage
    from ganstudio.app.translate.setup import TranslateSetup

LEAST = (960, 640)


class MainWindow(QMainWindow):
    """The frame: rail, title, messages, pages, the live run in one line."""

    def __init__(
        self, places: Paths, memory: Memory, runner: ThreadRunner | RunnerSwitch, theme: Theme | None = None
    ) -> None:
        super().__init__()
        self.places = places
        self.memory = memory
        self.runner = runner
        self.exit_code = 0
        self._theme = theme
        self._leaving = False
        self._warm: set[str] = set()
        self.runs: RunsPage | None = None
        self.explore: ExplorePage | None = None
        self.translate: TranslatePage | None = None
        self._make()
        self._connect()
        self._connect_actions()
        self._recall(memory.value)
        self.show_page("train")

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.setWindowTitle("GAN Studio")
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self.commands = make_actions(self)
        self.rail = Rail()
        self.title = label(kind="page")
        self.device = DeviceBox(self.memory.value.device)
        self.messages = MessageBar()
        self.notices = Notices(self.messages, self)
        self.train = TrainPage(self.places.samples)
        setup = self.train.setup
        self.speeds = Speeds(self.memory, setup.recipes, ONE_FOLDER, setup.is_busy, self)
        self.pages = Pages(
            {
                "train": lambda: self.train,
                "explore": self._explore_page,
                "translate": self._translate_page,
                "runs": self._new_runs_page,
                "help": self._help_page,
                "settings": self._settings_page,
            }
        )
        self.strip = StatusStrip()
        self.strip.hide()
        self.closing = ClosingQuestion(self)
        self.current_run = CurrentRun(self.runner, self)
        self.branching = BranchDialog(self.current_run, self)
        self.controllers: list[RunMenu] = []
        self.exporting = ExportTask(saving_opener(self.runner, lambda: self.current_run.training), self)
        self.setCentralWidget(self._frame())

    def _frame(self) -> QWidget:
        inner = column(gap=look.GAP)
        inner.setContentsMargins(look.MARGIN, look.GAP, look.MARGIN, look.GAP)
        inner.addLayout(row(self.title, None, self.device, gap=look.GAP))
        inner.addWidget(self.messages)
        inner.addWidget(self.pages, 1)
        right = column(gap=0)
        right.addLayout(inner, 1)
        right.addWidget(self.strip)
        whole = row(self.rail, gap=0)
        whole.addLayout(right, 1)
        frame = QWidget()
        frame.setLayout(whole)
        return frame

    # Every connection ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        setup, current_run = self.train.setup, self.current_run
        self.rail.chosen.connect(self.show_page)
        self.strip.clicked.connect(self.show_live)
        self.device.deviceChanged.connect(self._device_chosen)
        self.messages.logRequested.connect(self.reveal)

        setup.startRequested.connect(self.start)
        setup.sourcesChanged.connect(self._sources_changed)
        self.train.liveMade.connect(self._live_made)

        current_run.failed.connect(self.notices.complain)
        self.branching.failed.connect(self.notices.complain)
        self.branching.told.connect(self._branch_told)
        current_run.opened.connect(self._opened)
        current_run.exportAsked.connect(self.export_shown)
        current_run.began.connect(self._began)
        current_run.state.connect(self._state)
        current_run.heard.connect(self._heard)
        current_run.ended.connect(self._ended)
        self.runner.warmed.connect(self._warmed)
        self.runner.devices.connect(self.device.setDevices)
        self.runner.devices.connect(setup.setDevices)
        self.runner.devices.connect(self.speeds.setDevices)
        current_run.began.connect(self.speeds.stop)
        self.closing.stop.connect(self._stop_and_close)

    @Slot(object)
    def _live_made(self, live: "LivePage") -> None:
        self._connect_live(live, live.take)
        live.newRequested.connect(self.show_setup)
        live.export.revealRequested.connect(self.reveal)
        live.samples.setExplorable(True)
        live.samples.exploreRequested.connect(self._explore_seed)
        from ganstudio.app.training.export_menu import ExportMenu

        controller = ExportMenu(live, self.exporting, self._export_target(), self)
        controller.targetChanged.connect(self._export_target_changed)

    def _connect_live(self, live: "LivePage", take: Callable[[list[Event]], None]) -> None:
        """What holds for the page of every run."""
        from ganstudio.app.training.run_listener import RunListener
        from ganstudio.app.training.run_menu import RunMenu

        live.pauseRequested.connect(self.runner.pause)
        live.resumeRequested.connect(self.runner.resume)
        live.stopRequested.connect(self.runner.stop)
        live.saveRequested.connect(self.runner.save)
        live.sampleRequested.connect(self.runner.sample)
        live.continueRequested.connect(self.continue_shown)
        live.revealRequested.connect(self.reveal)
        RunListener(self.current_run, live, take, self)
        controller = RunMenu(live, self.branching, opener_between_steps(self.runner), self._export_target, self)
        controller.failed.connect(self.notices.complain)
        controller.targetChanged.connect(self._export_target_changed)
        self.controllers.append(controller)
        if "plots" in self._warm:
            live.make_plots()

    def _connect_actions(self) -> None:
        commands = self.commands
        for name in ("train", "explore", "translate", "runs", "settings", "help"):
            getattr(commands, name).triggered.connect(lambda _=False, page=name: self.show_page(page))
        commands.open_folder.triggered.connect(self.choose_folder)
        commands.sample_set.triggered.connect(self.use_sample_set)
        commands.new_run.triggered.connect(self.show_setup)
        commands.export.triggered.connect(self.export_shown)
        commands.reveal.triggered.connect(self.reveal_shown)
        commands.quit.triggered.connect(self.close)
        commands.start.triggered.connect(self._start_key)
        commands.pause.triggered.connect(self._pause_key)
        commands.stop.triggered.connect(self.runner.stop)
        commands.save.triggered.connect(self.runner.save)
        commands.sample.triggered.connect(self.runner.sample)
        commands.full_screen.triggered.connect(self._toggle_full_screen)

    # The pages that the first paint need not wait for, each connected where it is made

    def _explore_page(self) -> QWidget:
        from ganstudio.app.explore.page import ExplorePage

        self.explore = page = ExplorePage(self.runner, self.runs_folder, self._export_target)
        page.failed.connect(self.notices.complain)
        page.told.connect(self._explore_told)
        page.runsWanted.connect(self._show_runs)
        page.targetChanged.connect(self._export_target_changed)
        page.set_training(self.current_run.training)
        return page

    def _translate_page(self) -> QWidget:
        from ganstudio.app.translate.page import TranslatePage

        self.translate = page = TranslatePage(self.runner, self.places.samples, self._export_target)
        page.failed.connect(self.notices.complain)
        page.setup.startRequested.connect(self._start_translation)
        page.currentChanged.connect(self._retitle)
        page.setup.device = self.memory.value.device
        page.setup.setOccupied(self.current_run.training.name if self.current_run.training else "")
        self._connect_live(page.live.page, page.live.take)
        return page

    def _help_page(self) -> QWidget:
        from ganstudio.app.common.placeholder_pages import HelpPage

        return HelpPage(self.commands.keys())

    def _settings_page(self) -> QWidget:
        from ganstudio.app.shell.settings_page import SettingsPage

        page = SettingsPage(self.places.runs)
        page.setValue(self.memory.value)
        page.valueChanged.connect(self._preferences_changed)
        return page

    def _new_runs_page(self) -> QWidget:
        from ganstudio.app.runs.page import RunsPage

        self.runs = page = RunsPage(self.runs_folder())
        page.openRequested.connect(self.open_run)
        page.resumeRequested.connect(self.current_run.resume)
        page.exportRequested.connect(self.current_run.open_to_export)
        page.exploreRequested.connect(self._explore_run)
        page.revealRequested.connect(self.reveal)
        page.failed.connect(self.notices.complain)
        page.setLive(self.current_run.training.folder if self.current_run.training else None)
        return page

    # Pages --------------------------------------------------------------------------------------------------------

    @Slot(str)
    def show_page(self, name: str) -> None:
        self.pages.show_page(name)
        self.rail.setPage(name)
        if self.runs:
            self.runs.refresh()
        self._retitle()
        self._enable_commands()

    @Slot()
    def _retitle(self) -> None:
        """The name of the run on show, or of the page."""
        name = self.pages.name
        if not name:
            return
        page = {"train": self.train, "translate": self.translate}.get(name)
        run = page.on_show if page else None
        self.title.setText(run.name if run else self.rail.buttons[name].text())
        self.device.setVisible(page is not None and not run)

    @Slot()
    def show_setup(self) -> None:
        self.train.show_setup()
        self.show_page("train")

    @Slot()
    def show_live(self) -> None:
        """The run that trains, or else the one that was on show."""
        if self.current_run.training and not self.current_run.shows_training():
            self.current_run.open(self.current_run.training.folder)
        elif self.current_run.on_show and not self._is_translation(self.current_run.on_show):
            self.train.show_live()
            self.show_page("train")
        elif self.current_run.on_show and self.translate:
            self.translate.setCurrentWidget(self.translate.live)
            self.show_page("translate")

    @Slot()
    def _show_verdict(self) -> None:
        self.show_live()
        if self.current_run.on_show and self.pages.name == "train":
            self.train.live.show_verdict()

    @Slot(int, str)
    def _explore_seed(self, seed: int, name: str) -> None:
        """A picture of the samples on show. `name`: its class, '' without classes."""
        self.show_page("explore")
        if self.explore and self.train.live.run:
            self.explore.show_seed(self.train.live.run, seed, name)

    @Slot(object)
    def _explore_run(self, folder: Path) -> None:
        self.show_page("explore")
        if self.explore:
            self.explore.open_folder(folder)

    @Slot()
    def _show_runs(self) -> None:
        self.show_page("runs")

    @Slot()
    def choose_folder(self) -> None:
        self.train.setup.choose_folder()

    @Slot()
    def use_sample_set(self) -> None:
        self.show_setup()
        self.train.setup.use_sample_set()

    def open_paths(self, paths: Sequence[str]) -> None:
        """What was dropped, or named when the program was started."""
        translates = any(recipe.sides == 2 for recipe in RECIPES)
        goal = drops.destination(paths, self.pages.name, translates=translates)
        if goal is None:
            self.notices.complain(self.tr("Drop folders or image files of this computer."))
        elif goal.run and goal.page == "explore" and self.explore:
            self.explore.open_folder(Path(goal.paths[0]))
        elif goal.run:
            self.open_run(Path(goal.paths[0]))
        else:
            page = self.pages.page(goal.page)
            takes = hasattr(page, "receive")
            self.show_page(goal.page if takes else "train")
            (page if takes else self.train).receive(list(goal.paths))  # type: ignore[attr-defined]
            self.show_page(self.pages.name)

    # Runs ---------------------------------------------------------------------------------------------------------

    @Slot(object)
    def start(self, settings: RunSettings) -> None:
        """Train."""
        self.memory.change(**remembered(settings))
        self.current_run.start(settings, self.runs_folder())

    @Slot(object)
    def open_run(self, folder: Path) -> None:
        """Put a run on show."""
        self.current_run.open(folder)

    @Slot()
    def continue_shown(self) -> None:
        if self.current_run.on_show:
            self.current_run.resume(self.current_run.on_show.folder)

    @Slot()
    def export_shown(self) -> None:
        if self.current_run.on_show and self._is_translation(self.current_run.on_show):
            self.show_live()
        elif self.current_run.on_show:
            self.train.show_live()
            self.show_page("train")
            self.train.live.show_export()
        else:
            self.notices.say(self.tr("There is nothing to export yet: train or open a run first."), topic="export")

    @Slot()
    def reveal_shown(self) -> None:
        self.reveal(self.current_run.on_show.folder if self.current_run.on_show else self.runs_folder())

    @Slot(object)
    def reveal(self, path: Path | str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.notices.say(self.tr("This desktop has nothing to open {0} with.").format(path), topic="reveal")

    def _export_target(self) -> Path:
        return Path(self.memory.value.export_folder or self.runs_folder() / "exported")

    @Slot(str)
    def _branch_told(self, sentence: str) -> None:
        self.notices.say(sentence, topic="branch")

    @Slot(str)
    def _explore_told(self, sentence: str) -> None:
        self.notices.say(sentence, topic="explore")

    def runs_folder(self) -> Path:
        return Path(self.memory.value.runs_folder or self.places.runs)

    @Slot(object)
    def _start_translation(self, settings: RunSettings) -> None:
        self.current_run.start(settings, self.runs_folder())

    def _is_translation(self, run: Run) -> bool:
        return len(run.settings.sides) == 2

    @Slot(object, object, str)
    def _opened(self, run: Run, events: list[Event], state: str) -> None:
        """A run is on show, on the page for its kind."""
        name = "translate" if self._is_translation(run) else "train"
        page = self.pages.page(name)
        page.open(run, events, state)  # type: ignore[attr-defined]
        self.show_page(name)

    @Slot(object)
    def _began(self, run: Run) -> None:
        self.strip.setRun(run.name)
        self.strip.show()
        self.rail.setLive(True)
        for setup in self._setups():
            setup.setOccupied(run.name)
        self.memory.change(unfinished=str(run.folder))
        for topic in ("run", "unfinished"):
            self.notices.take_back(topic)
        if self.runs:
            self.runs.setLive(run.folder)
        if self.explore:
            self.explore.set_training(run)

    @Slot(str)
    def _state(self, state: str) -> None:
        self.strip.setState(state)
        self._enable_commands()

    @Slot(object)
    def _heard(self, events: list[Event]) -> None:
        for event in events:
            self.strip.append(event)
            if isinstance(event, Warned):
                self.notices.say(
                    f"{event.message} {event.advice}".strip(),
                    severity="warn",
                    topic=event.topic,
                    action=self.tr("What to do") if event.remedy else "",
                    answer=self._show_verdict if event.remedy else None,
                )

    @Slot(object, object)
    def _ended(self, run: Run, finished: Finished | None) -> None:
        self.rail.setLive(False)
        for setup in self._setups():
            setup.setOccupied("")
        self.closing.dismiss()
        if finished and finished.outcome != "stopped":
            self.strip.setState(finished.outcome)
        if finished and finished.outcome == "failed":
            log = run.folder / "log.txt"
            self.notices.say(finished.message, severity="bad", topic="run", log=str(log) if log.exists() else "")
        if self.runs:
            self.runs.setLive(None)
        if self.explore:
            self.explore.set_training(None)
        if self._leaving:
            self.close()
        else:
            self.memory.change(unfinished="")

    def _setups(self) -> "list[SetupPage | TranslateSetup]":
        return [self.train.setup, *([self.translate.setup] if self.translate else [])]

    def _enable_commands(self) -> None:
        working = self.runner.current in {"running", "paused"}
        for command in (self.commands.pause, self.commands.save, self.commands.sample):
            command.setEnabled(working)
        self.commands.stop.setEnabled(self.runner.current not in {"idle", "stopping"})

    @Slot(str, str)
    def _warmed(self, what: str, problem: str) -> None:
        if problem:
            self.notices.complain(problem)
            return
        self._warm.add(what)
        lives = [self.train.made, self.translate.live.page if self.translate else None]
        for live in lives if what == "plots" else []:
            if live:
                live.make_plots()

    # Preferences --------------------------------------------------------------------------------------------------

    def _recall(self, known: Preferences) -> None:
        self.train.setup.device = known.device
        self.speeds.setDevice(known.device)
        self.train.setup.recall(known)
        self.runner.apart = known.apart
        placement.put_back(self, known)
        if self.memory.damage:
            self.notices.say(self.memory.damage, severity="warn", topic="preferences")
        if known.unfinished and is_run(folder := Path(known.unfinished)):
            self.notices.say(
                self.tr("{0} was training when GAN Studio closed.").format(folder.name),
                topic="unfinished",
                action=self.tr("Go on"),
                answer=lambda: self.current_run.resume(folder),
            )
        self.memory.change(unfinished="")

    @Slot(object)
    def _preferences_changed(self, value: Preferences) -> None:
        self.memory.change(
            theme=value.theme, runs_folder=value.runs_folder, stop_on_close=value.stop_on_close, apart=value.apart
        )
        self.runner.apart = value.apart
        if self._theme:
            self._theme.choose(value.theme)
        if self.runs:
            self.runs.setFolder(self.runs_folder())

    @Slot(object)
    def _sources_changed(self, sources: list[str]) -> None:
        if len(sources) == 1:
            self.memory.change(picture_folder=str(Path(sources[0]).parent))

    @Slot(str)
    def _device_chosen(self, name: str) -> None:
        for setup in self._setups():
            setup.device = name
        self.speeds.setDevice(name)
        self.memory.change(device=name)

    @Slot(str)
    def _export_target_changed(self, folder: str) -> None:
        self.memory.change(export_folder=folder)

    # Keys and drops -----------------------------------------------------------------------------------------------

    @Slot()
    def _start_key(self) -> None:
        page = {"train": self.train, "translate": self.translate}.get(self.pages.name)
        if page and page.on_show is None:
            page.setup.start()

    @Slot()
    def _pause_key(self) -> None:
        (self.runner.resume if self.runner.current == "paused" else self.runner.pause)()

    @Slot()
    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, where no control wants it for itself: as a shortcut it would take it from every button."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pause_key()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.train.setup.drop.setHovered(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.train.setup.drop.setHovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.train.setup.drop.setHovered(False)
        event.acceptProposedAction()
        self.open_paths(local_paths(event.mimeData()))

    # Closing ------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once when nothing trains; else save first, and ask first unless told not to."""
        if self.current_run.busy:
            event.ignore()
            self._close_later()
            return
        place = placement.place_of(self, self.memory.value.geometry)
        self.memory.change(geometry=place, maximised=self.isMaximized())
        self.closing.dismiss()
        event.accept()

    def _close_later(self) -> None:
        if self._leaving:
            return
        if self.memory.value.stop_on_close:
            self.leave()
        else:
            self.closing.ask(self.current_run.training.name if self.current_run.training else "")

    def leave(self, exit_code: int = 0) -> None:
        """Stop and save what trains, then close; without a question."""
        self.exit_code = exit_code
        self._leaving = True
        if not self.current_run.busy:
            self.close()
            return
        self.notices.say(
            self.tr("Saving and stopping. The window closes when that is done."),
            topic="leaving",
            action=self.tr("Quit without saving"),
            answer=lambda: QApplication.exit(1),
        )
        self.runner.stop()

    @Slot(bool)
    def _stop_and_close(self, always: bool) -> None:
        if always:
            self.memory.change(stop_on_close=True)
        self.leave()

    def end_threads(self, milliseconds: int = 30_000) -> bool:
        """After the event loop: let every thread end. False if one did not in time."""
        ended = [
            self.train.setup.preparing.close(),
            self.exporting.close(),
            self.current_run.close(),
            self.speeds.close(),
        ]
        ended += [self.branching.close(), *(controller.close() for controller in self.controllers)]
        if self.runs:
            ended.append(self.runs.close_threads())
        if self.explore:
            ended.append(self.explore.close_threads())
        if self.translate:
            ended.append(self.translate.close_threads())
        return all(ended) and self.runner.wait(milliseconds)
