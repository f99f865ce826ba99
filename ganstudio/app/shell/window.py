"""The window: it builds its parts, connects them, and closes in good order; it decides nothing that a part could."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMainWindow, QWidget

from ganstudio.app.common import placement
from ganstudio.app.common.device_box import DeviceBox
from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory, Preferences
from ganstudio.app.runner.runner_switch import RunnerSwitch
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.shell.about import show_about
from ganstudio.app.shell.actions import list_runs, make_actions
from ganstudio.app.shell.closing import ClosingQuestion
from ganstudio.app.shell.editing import Editing
from ganstudio.app.shell.navigation import Navigation, page_for
from ganstudio.app.shell.notices import Notices
from ganstudio.app.shell.rail import Rail
from ganstudio.app.shell.services import Services
from ganstudio.app.shell.theme import Theme
from ganstudio.app.start.first_touch import FirstTouch
from ganstudio.app.training.speeds import Speeds
from ganstudio.core.events import Event, Finished
from ganstudio.core.run import Run
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Elided, column, row
from ganstudio.panels.parts.dragged import local_paths
from ganstudio.panels.shell.drop_hint import DropHint
from ganstudio.panels.shell.message_bar import MessageBar
from ganstudio.panels.shell.status_strip import StatusStrip

if TYPE_CHECKING:
    from ganstudio.app.training.setup_page import SetupPage
    from ganstudio.app.translate.setup import TranslateSetup

LEAST = (960, 520)
"""The smallest window, in pixels: a screen of 1920 x 1080 at 200 % has 960 x 540."""
HEAD = 32
"""Height of the line with the title, whether or not the device stands in it: titles do not jump."""
ROOMY = 1100
"""Width from which on the rail has names."""


class MainWindow(QMainWindow):
    """The frame: rail, title, messages, pages, the live run in one line."""

    def __init__(
        self, paths: Paths, memory: Memory, runner: ThreadRunner | RunnerSwitch, theme: Theme | None = None
    ) -> None:
        super().__init__()
        self.memory, self.runner, self._theme = memory, runner, theme
        self.exit_code = 0
        self._leaving = False
        self.setWindowTitle("GAN Studio")
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self._make(paths)
        self._connect()
        self._connect_actions()
        self._recall(memory.value)
        self.navigation.show_page("train")

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self, paths: Paths) -> None:
        self.commands = make_actions(self)
        self.rail = Rail()
        self.title = Elided(kind="page", mode=Qt.TextElideMode.ElideRight)
        self.title.setFixedHeight(HEAD)
        self.device = DeviceBox(self.memory.value.device)
        self.messages = MessageBar()
        self.notices = Notices(self.messages, self)
        self.services = Services(paths, self.memory, self.runner, self.notices, self)
        self.current_run = self.services.current_run
        self.first_touch = FirstTouch(paths.included, self.runner, self)
        greeting = self.first_touch.make_map() if self.services.is_new() else None
        self.navigation = Navigation(self.services, self.commands.keys, self)
        Editing(self.commands, lambda: self.navigation.page, self)
        self.train = self.navigation.train
        if greeting:
            self.train.setup.greet(greeting)
        self.speeds = Speeds(
            self.memory, self.train.setup.recipes, self.train.setup.measurable, self.train.setup.is_busy, self
        )
        self.strip = StatusStrip()
        self.strip.hide()
        self.drop_hint = DropHint(self)
        self.closing = ClosingQuestion(self)
        self.setCentralWidget(self._frame())

    def _frame(self) -> QWidget:
        self._inner = inner = column(gap=look.GAP)
        inner.addLayout(row(self.title, self.device, gap=look.GAP))
        inner.addWidget(self.navigation.stack, 1)
        right = column(gap=0)
        right.addLayout(inner, 1)
        right.addWidget(self.strip)
        whole = row(self.rail, gap=0)
        whole.addLayout(right, 1)
        frame = QWidget()
        frame.setLayout(whole)
        self.messages.setParent(frame)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives its pages what the rail and the margins can spare."""
        super().resizeEvent(event)
        narrow = self.width() < ROOMY
        self.rail.setCompact(narrow)
        side = look.GAP if narrow else look.MARGIN
        self._inner.setContentsMargins(side, look.GAP, side, look.GAP)
        left = self.rail.maximumWidth() + side
        self.messages.lieOver(QRect(left, 0, self.width() - left - side, self.height()))

    # Every connection; those of the pages are in `navigation`, those of what they share in `services` ---------------

    def _connect(self) -> None:
        setup, current_run, runner = self.train.setup, self.current_run, self.runner
        self.rail.chosen.connect(self.navigation.show_page)
        self.navigation.changed.connect(self._page_changed)
        self.navigation.settingsMade.connect(lambda page: page.valueChanged.connect(self._settings_changed))
        self.strip.clicked.connect(self.navigation.show_live)
        self.messages.logRequested.connect(self.services.reveal)

        setup.startRequested.connect(self.services.start)
        setup.queueRequested.connect(self.services.queue.add)
        setup.sourcesChanged.connect(self.services.keep_sources)
        setup.failed.connect(self.notices.complain)
        self.device.deviceChanged.connect(self.services.choose_device)
        self.services.deviceChosen.connect(self._device_chosen)
        runner.devices.connect(self.device.setDevices)
        runner.devices.connect(setup.setDevices)
        runner.devices.connect(self.speeds.setDevices)
        runner.warmed.connect(self._warmed)

        current_run.began.connect(self._began)
        self._measure_in(setup)
        self.navigation.translateMade.connect(self._measure_in)
        current_run.began.connect(self.speeds.stop)
        current_run.state.connect(self._state)
        current_run.heard.connect(self._heard)
        current_run.ended.connect(self._ended)
        current_run.trainedDeleted.connect(self.strip.hide)
        self.closing.stop.connect(self._stop_and_close)
        self.first_touch.installed.connect(self.services.add_included)
        self.first_touch.installed.connect(self.navigation.refresh_runs)
        self.first_touch.chosen.connect(self.navigation.explore_place)

    def _connect_actions(self) -> None:
        commands, navigation, services = self.commands, self.navigation, self.services
        for name in ("train", "explore", "translate", "enhance", "runs", "settings", "help"):
            getattr(commands, name).triggered.connect(lambda _=False, page=name: navigation.show_page(page))
        commands.open_folder.triggered.connect(navigation.choose_folder)
        commands.sample_set.triggered.connect(navigation.use_sample_set)
        commands.new_run.triggered.connect(navigation.show_setup)
        commands.export.triggered.connect(navigation.export_shown)
        commands.export_model.triggered.connect(navigation.export_model)
        commands.film.triggered.connect(navigation.save_film)
        commands.reveal.triggered.connect(services.reveal_shown)
        commands.recent.aboutToShow.connect(
            lambda: list_runs(commands.recent, services.recent_runs(), self.current_run.open)
        )
        commands.about.triggered.connect(lambda: show_about(self, self.device.currentText()))
        commands.quit.triggered.connect(self.close)
        commands.start.triggered.connect(lambda: navigation.page.begin())
        commands.pause.triggered.connect(self._pause_key)
        commands.stop.triggered.connect(self.runner.stop)
        commands.save.triggered.connect(self.runner.save)
        commands.sample.triggered.connect(self.runner.sample)
        commands.full_screen.triggered.connect(
            lambda: self.showNormal() if self.isFullScreen() else self.showFullScreen()
        )

    # What the frame shows of pages and of the run that trains -------------------------------------------------------

    @Slot(str, object)
    def _page_changed(self, name: str, run: Run | None) -> None:
        """The title is the name of the run on show, or of the page."""
        self.rail.setPage(name)
        self.title.setText(run.name if run else self.rail.buttons[name].text())
        self.messages.setPlace(name, str(run.folder) if run else "")
        self.device.setVisible(name in {"train", "translate"} and not run)
        self._measure_for(name)
        self._enable_commands()

    @Slot(object)
    def _measure_in(self, setup: "SetupPage | TranslateSetup") -> None:
        setup.measure_with(self.speeds.need)
        setup.column.changed.connect(self.speeds.choose)
        self.speeds.learned.connect(setup.refresh)

    def _measure_for(self, page: str) -> None:
        """The speed and size of what is chosen there."""
        translate = self.navigation.translate
        setup = translate.setup if page == "translate" and translate else self.train.setup
        if page in {"train", "translate"}:
            self.speeds.watch(setup.recipes, setup.measurable, setup.is_busy)

    @Slot(object)
    def _began(self, run: Run) -> None:
        self.strip.setRun(run.name)
        self.strip.show()
        self.rail.setLive(page_for(run))
        self.navigation.set_training(run)

    @Slot(str)
    def _state(self, state: str) -> None:
        self.strip.setState(state)
        self._enable_commands()

    @Slot(object)
    def _heard(self, events: list[Event]) -> None:
        self.strip.take(events)

    @Slot(object, object)
    def _ended(self, run: Run, finished: Finished | None) -> None:
        self.rail.setLive("")
        self.navigation.set_training(None)
        self.closing.dismiss()
        if self._leaving:
            self.close()
        else:
            self.memory.change(unfinished="")

    def _enable_commands(self) -> None:
        working = self.runner.current in {"running", "paused"}
        for command in (self.commands.pause, self.commands.save, self.commands.sample):
            command.setEnabled(working)
        self.commands.stop.setEnabled(self.runner.current not in {"idle", "stopping"})

    @Slot(str, str)
    def _warmed(self, what: str, problem: str) -> None:
        if problem:
            self.notices.complain(problem)
        elif what == "plots":
            self.navigation.make_plots()
        elif not self.memory.value.flowers or self.first_touch.map:
            self.first_touch.wake()

    # Preferences --------------------------------------------------------------------------------------------------

    def _recall(self, known: Preferences) -> None:
        self._device_chosen(known.device)
        self.train.setup.recall(known)
        placement.put_back(self, known)
        self.services.recall()

    @Slot(str)
    def _device_chosen(self, name: str) -> None:
        self.navigation.set_device(name)
        self.speeds.setDevice(name)

    @Slot(object)
    def _settings_changed(self, value: Preferences) -> None:
        if self._theme:
            self._theme.choose(value.theme)
        if self.navigation.runs:
            self.navigation.runs.refresh()

    # Keys and drops -----------------------------------------------------------------------------------------------

    @Slot()
    def _pause_key(self) -> None:
        (self.runner.resume if self.runner.current == "paused" else self.runner.pause)()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control wanted for itself: Return presses a button, Escape closes the message on screen."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        elif event.key() == Qt.Key.Key_Escape and self.messages.isVisible():
            self.messages.dismiss()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Space pauses the run that trains; a list needs it to choose with. Fields of text claim it by themselves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            claimed = event.key() == Qt.Key.Key_Space and isinstance(self.focusWidget(), QAbstractItemView)
            event.setAccepted(claimed)
            return claimed
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """What can be used and what cannot are both let in, so that either can be said."""
        words, welcome = self.navigation.drop_words(local_paths(event.mimeData()))
        self.drop_hint.show_over(self.navigation.stack, words, welcome=welcome)
        event.setDropAction(Qt.DropAction.CopyAction if welcome else Qt.DropAction.IgnoreAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_hint.hide()
        event.acceptProposedAction()
        self.navigation.open_paths(local_paths(event.mimeData()))

    # Closing ------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once when nothing trains; else save first, and ask first unless told not to."""
        if self.current_run.busy:
            self._close_later()
        if self.current_run.busy:  # one that had not begun ends at once
            event.ignore()
            return
        place = placement.place_of(self, self.memory.value.geometry)
        self.memory.change(geometry=place, maximised=self.isMaximized())
        self.closing.dismiss()
        event.accept()

    def _close_later(self) -> None:
        if self._leaving:
            return
        if self.memory.value.stop_on_close:
            self.leave(rest=True)
        else:
            self.closing.ask(self.current_run.training.name if self.current_run.training else "")

    def leave(self, exit_code: int = 0, *, rest: bool = False) -> None:
        """Stop and save what trains, then close; without a question. `rest`: a person closes, and the queue rests."""
        self.exit_code = exit_code
        self._leaving = True
        self.services.queue.close(rest=rest)
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
        self.leave(rest=True)

    def end_threads(self, milliseconds: int = 30_000) -> bool:
        """After the event loop: let every thread end. False if one did not in time."""
        ended = [
            self.first_touch.close(),
            self.speeds.close(),
            self.services.close_threads(),
            self.navigation.close_threads(),
        ]
        return all(ended) and self.runner.wait(milliseconds)
