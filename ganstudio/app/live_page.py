"""Train, live: what a run shows, while it learns and when it is opened again later."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ganstudio.core.events import Event, Finished, Sampled, Saved, Scored, Started, Warned
from ganstudio.core.run import Run
from ganstudio.panels import look
from ganstudio.panels.export_form import ExportForm
from ganstudio.panels.parts.controls import Button, column, label, row
from ganstudio.panels.sample_view import SampleView

if TYPE_CHECKING:
    from ganstudio.panels.plots import LossPlots


SIDE = 470
"""Least width of the curves beside the pictures."""

REDRAW = 1000
"""Milliseconds between two drawings of the curves: at each of ten events a second they took a quarter of a core, every
500 ms 11 %, every second 7.5 %."""


class LivePage(QWidget):
    """Shows one run from its events, wherever they come from; its buttons only ask."""

    pauseRequested = Signal()
    resumeRequested = Signal()
    stopRequested = Signal()
    saveRequested = Signal()
    sampleRequested = Signal()
    continueRequested = Signal()
    newRequested = Signal()
    revealRequested = Signal(object)
    """Path of a folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None
        self.classes: tuple[str, ...] = ()
        self._state = "idle"
        self._waiting: list[Event] = []
        self.plots: LossPlots | None = None
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW)
        self._redraw.timeout.connect(self._redraw_plots)
        self._make()
        self._connect()

    # What others ask of it ----------------------------------------------------------------------------------------

    def show_run(self, run: Run, events: Iterable[Event]) -> None:
        """Begin with `run`: everything that has happened in it so far."""
        self.run = run
        self.classes = ()
        self._waiting = []
        self.samples.setFolder(run.folder)
        if self.plots:
            self.plots.clear()
        self.detail.setText("")
        self.hide_export()
        self.export.setGrid(False)
        self.export.setPicked(False)
        self.export.setGenerator(run.checkpoints.is_dir() and any(run.checkpoints.iterdir()))
        self.take(events)

    def take(self, events: Iterable[Event]) -> None:
        """What has happened since."""
        for event in events:
            self.samples.append(event)
            self._tell(event)
            if self.plots:
                self.plots.append(event)
            else:
                self._waiting.append(event)
        if not self._redraw.isActive():
            self._redraw.start()

    def setState(self, state: str) -> None:
        """What the runner does with this run: a runner's state, 'idle' for a run that is only looked at."""
        self._state = state
        live = state != "idle"
        self._live_buttons.setVisible(live)
        self._done_buttons.setVisible(not live)
        working = state in {"running", "paused"}
        for button in (self.pause_button, self.save_button, self.sample_button):
            button.setEnabled(working)
        self.stop_button.setEnabled(live and state != "stopping")
        self.pause_button.setText(self.tr("Resume") if state == "paused" else self.tr("Pause"))
        self.pause_button.setIconName("play" if state == "paused" else "pause")
        if state in {"preparing", "stopping"}:
            self.verdict.setText(self.tr("Preparing") if state == "preparing" else self.tr("Saving and stopping"))
        elif live:
            self.verdict.setText(self.tr("Paused") if state == "paused" else self.tr("Learning"))
        look.set_look(self.verdict, "title")

    def setPreparing(self, done: int, total: int) -> None:
        """How far the pictures are, before the first step."""
        if self._state == "preparing":
            known = self.tr("{0:,} of {1:,} pictures prepared.").format(done, total)
            self.detail.setText(known if total else self.tr("Looking through the pictures."))

    def make_plots(self) -> None:
        """Once pyqtgraph is loaded: draw what has waited for it."""
        if self.plots:
            return
        from ganstudio.panels.plots import LossPlots

        self.plots = LossPlots()
        self.plots.momentChanged.connect(self.samples.setMoment)
        self.samples.momentChanged.connect(self.plots.setMoment)
        layout = self._curves.layout()
        assert layout is not None
        layout.replaceWidget(self._plots_wait, self.plots)
        self._plots_wait.deleteLater()
        self.plots.setEvents(self._waiting)
        self.plots.redraw()
        self._waiting = []

    def toggle_pause(self) -> None:
        (self.resumeRequested if self._state == "paused" else self.pauseRequested).emit()

    def show_export(self) -> None:
        self._side.setCurrentWidget(self.export)

    def hide_export(self) -> None:
        self._side.setCurrentWidget(self._curves)

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.samples = SampleView()
        self._plots_wait = label(self.tr("The curves appear here."), "muted")
        self.export = ExportForm()
        self._side = QStackedWidget()
        self._side.setMinimumWidth(SIDE)
        self._curves = QWidget()
        curves = column(self._plots_wait, self._verdict_card(), gap=look.GAP)
        curves.setStretch(0, 1)
        self._curves.setLayout(curves)
        self._side.addWidget(self._curves)
        self._side.addWidget(self.export)
        box = row(self._pictures(), self._side, gap=look.GAP)
        box.setStretch(0, 3)
        box.setStretch(1, 2)
        self.setLayout(box)

    def _pictures(self) -> QWidget:
        card = QFrame()
        card.setProperty("look", "card")
        box = column(self.samples, self._buttons_while_live(), self._buttons_when_done(), gap=look.UNIT)
        box.setContentsMargins(look.PADDING, look.PADDING, look.PADDING, look.PADDING)
        box.setStretch(0, 1)
        card.setLayout(box)
        return card

    def _buttons_while_live(self) -> QWidget:
        self.pause_button = Button(self.tr("Pause"), self.tr("Pause and go on (Space)"), icon="pause")
        self.stop_button = Button(self.tr("Stop"), self.tr("Save and end this run; it can be continued"), icon="stop")
        self.save_button = Button(self.tr("Save now"), self.tr("Write a checkpoint now (Ctrl+S)"), icon="save")
        self.sample_button = Button(self.tr("Sample now"), self.tr("Draw a grid of samples now"), icon="sample")
        self.export_button = Button(self.tr("Export"), self.tr("Take pictures away (Ctrl+E)"), icon="export")
        self._live_buttons = QWidget()
        self._live_buttons.setLayout(
            row(self.pause_button, self.stop_button, self.save_button, self.sample_button, None, self.export_button)
        )
        return self._live_buttons

    def _buttons_when_done(self) -> QWidget:
        self.continue_button = Button(
            self.tr("Continue training"), self.tr("Go on where it stopped, with as much time again"), icon="play"
        )
        self.new_button = Button(self.tr("New run"), self.tr("Choose pictures and a recipe (Ctrl+N)"), icon="add-image")
        self.reveal_button = Button(self.tr("Open folder"), self.tr("Show the run's folder"), icon="folder")
        self.export_done_button = Button(self.tr("Export"), self.tr("Take pictures away (Ctrl+E)"), icon="export")
        self._done_buttons = QWidget()
        self._done_buttons.setLayout(
            row(self.continue_button, self.new_button, self.reveal_button, None, self.export_done_button)
        )
        self._done_buttons.hide()
        return self._done_buttons

    def _verdict_card(self) -> QWidget:
        self.verdict = label(kind="title", wrap=True)
        self.detail = label(kind="muted", wrap=True)
        card = QFrame()
        card.setProperty("look", "card")
        card.setLayout(column(self.verdict, self.detail, gap=look.HALF, margin=look.PADDING))
        return card

    def _connect(self) -> None:
        self.pause_button.clicked.connect(self.toggle_pause)
        self.stop_button.clicked.connect(self.stopRequested)
        self.save_button.clicked.connect(self.saveRequested)
        self.sample_button.clicked.connect(self.sampleRequested)
        self.export_button.clicked.connect(self.show_export)
        self.export_done_button.clicked.connect(self.show_export)
        self.continue_button.clicked.connect(self.continueRequested)
        self.new_button.clicked.connect(self.newRequested)
        self.reveal_button.clicked.connect(self._reveal)
        self.export.closeRequested.connect(self.hide_export)
        self.samples.tilePicked.connect(lambda row, _: self.export.setPicked(row >= 0))

    def _redraw_plots(self) -> None:
        if self.plots and self.isVisible():
            self.plots.redraw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw.start()

    def _reveal(self) -> None:
        if self.run:
            self.revealRequested.emit(self.run.folder)

    # What it says -------------------------------------------------------------------------------------------------

    def _tell(self, event: Event) -> None:
        """The verdict card: the last thing worth knowing in plain words."""
        match event:
            case Started(device=device, precision=precision, parameters=parameters, classes=classes):
                self.classes = classes
                self.export.setClasses(classes)
                weights = ", ".join(f"{name} {count:,}" for name, count in parameters.items())
                self.detail.setText(self.tr("On {0}, {1}. Weights: {2}.").format(device, precision, weights))
            case Sampled():
                self.export.setGrid(True)
            case Saved(step=step):
                self.export.setGenerator(True)
                self.detail.setText(self.tr("Saved at step {0:,}.").format(step))
            case Scored(scores=scores, best=best):
                text = ", ".join(f"{_score_name(name)} {value:.3g}" for name, value in scores.items())
                self.detail.setText(f"{text} ({self.tr('the best so far')})" if best else text)
            case Warned(message=message, advice=advice):
                self.detail.setText(f"{message} {advice}".strip())
            case Finished():
                self._tell_end(event)
            case _:
                pass

    def _tell_end(self, event: Finished) -> None:
        titles = {"completed": self.tr("Done"), "stopped": self.tr("Stopped"), "failed": self.tr("Training failed")}
        self.verdict.setText(titles[event.outcome])
        look.set_look(self.verdict, "bad-title" if event.outcome == "failed" else "title")
        self.detail.setText(event.message or self.outcome(event))

    def outcome(self, event: Finished) -> str:
        minutes, seconds = divmod(round(event.seconds), 60)
        took = self.tr("{0} min {1} s").format(minutes, seconds) if minutes else self.tr("{0} s").format(seconds)
        return self.tr("{0:,} steps, {1:.3g} thousand images, {2} of training; all of it is saved.").format(
            event.step, event.kimg, took
        )

    def grid_path(self) -> Path | None:
        """The file of the grid on show."""
        return self.samples.shownPath()


def _score_name(name: str) -> str:
    """'kid' -> 'KID', 'copies_held_out' -> 'copies held out'."""
    return name.upper() if name in {"fid", "kid", "is", "mind"} else name.replace("_", " ")
