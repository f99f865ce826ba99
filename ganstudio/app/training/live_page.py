"""Train, live: what a run shows, while it learns and when it is opened again later."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ganstudio.app.training.branch_panel import BranchSide
from ganstudio.app.training.live_verdict import LiveVerdict
from ganstudio.core.checkpoint_names import Moment, best_name, checkpoint_names, step_of
from ganstudio.core.events import Event, Progress, Sampled, Saved, Scored, Started, Warned
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Run
from ganstudio.core.run_state import RunState
from ganstudio.models.auto import Auto
from ganstudio.panels import look
from ganstudio.panels.parts.areas import Stack, scrolling
from ganstudio.panels.parts.controls import Button, IconButton, column, holding, label, row, tip
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.growth import growth_text
from ganstudio.panels.parts.language import figure, said
from ganstudio.panels.parts.pictures import GridFile
from ganstudio.panels.parts.state_words import state_word
from ganstudio.panels.training.best_pictures import BestPictures
from ganstudio.panels.training.data_set_form import DataSetForm
from ganstudio.panels.training.export_form import ExportForm
from ganstudio.panels.training.growth_curve import GrowthCurve
from ganstudio.panels.training.growth_loop import GrowthLoop
from ganstudio.panels.training.sample_view import SampleView
from ganstudio.panels.training.time_machine import TimeMachine
from ganstudio.workflows.continue_run import rates_would_jump

if TYPE_CHECKING:
    from ganstudio.panels.training.plots import LossPlots
    from ganstudio.panels.training.score_plot import ScorePlot


SIDE = 368
"""Least width of the curves beside the pictures."""

REDRAW = 1000
"""Milliseconds between two drawings of the curves: at each of ten events a second they took a quarter of a core, every
500 ms 11 %, every second 7.5 %."""

SLICE = 250
"""Events that are taken in one go, 10 to 20 ms of a processor; all 5,700 of a run of a day took 0.4 s."""


class LivePage(QWidget):
    """Shows one run from its events, wherever they come from; its buttons only ask."""

    pauseRequested = Signal()
    resumeRequested = Signal()
    stopRequested = Signal()
    saveRequested = Signal()
    sampleRequested = Signal()
    continueRequested = Signal()
    continueLowRequested = Signal()
    newRequested = Signal()
    revealRequested = Signal(object)
    """Path of a folder."""
    filmRequested = Signal()
    """A film of how the pictures came about is to be saved."""
    enlargeRequested = Signal(object)
    """Path of the run on show, which is to make pictures larger."""
    networkRequested = Signal()
    """The network of the run on show is to be taken away."""
    runShown = Signal(object)
    """Run: its events follow."""
    received = Signal(object)
    """list[Event] that it has taken in."""
    timeShown = Signal(bool)
    """Whether the time machine can be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None
        self.classes: tuple[str, ...] = ()
        self.state = RunState()
        self._takes_pictures = True
        self._film_folder: Path | None = None
        self._says_end = False
        """The line under the verdict says how the run ended."""
        self._waiting: list[Event] = []
        self._untaken: deque[Event] = deque()
        self._next_slice = QTimer(self, singleShot=True, interval=1)
        self._next_slice.timeout.connect(self._take_slice)
        self._resolution: Resolution = 0
        self.plots: LossPlots | None = None
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW)
        self._redraw.timeout.connect(self._redraw_plots)
        self._make()
        self._connect()

    # What others ask of it ----------------------------------------------------------------------------------------

    def show_run(self, run: Run, events: Iterable[Event], driver: str = "idle") -> None:
        """Begin with `run`: everything that has happened in it so far.

        driver: what the runner does with it: one of its states, 'idle' for a run that is only looked at.
        """
        self.run = run
        self.state = RunState()
        self.classes = ()
        self._waiting = []
        self._untaken.clear()
        self.samples.setExplorable(run.settings.does == "generate")
        self.explore_button.setVisible(run.settings.does == "generate")
        self.enlarge_button.setVisible(run.settings.does == "enlarge")
        self.samples.setFolder(run.folder)
        self.curve.clear()
        if self.plots:
            self.plots.clear()
        self.detail.setText("")
        self.setFilmDone("", None)
        self._resolution = 0
        self._show_growth("")
        self.verdict.setToolTip(tip(run.settings.reason))
        self.judge.show_run(run)
        self.runShown.emit(run)
        self.hide_export()
        self.export.setGrid(False)
        self.export.setPicked(False)
        self.export.forgetChoice()
        self.export.setBest(step_of(best_name(run)))
        self.export.setGenerator(run.settings.does == "generate" and bool(checkpoint_names(run)))
        self.take(events)
        self.setState(driver)
        self.look_at_disk()

    def take(self, events: Iterable[Event]) -> None:
        """What has happened since: what the run does is known at once, the rest in slices between two frames."""
        events = list(events)
        self.state = self.state.hear_all(events)
        self._settled(events)
        self._untaken.extend(events)
        self._take_slice()

    def _take_slice(self) -> None:
        events = [self._untaken.popleft() for _ in range(min(SLICE, len(self._untaken)))]
        self.judge.take(events)
        for event in events:
            self.samples.append(event)
            self.curve.append(event)
            self._tell(event)
            if self.plots:
                self.plots.append(event)
            else:
                self._waiting.append(event)
        self.received.emit(events)
        if self._untaken:
            self._next_slice.start()
        else:
            self._show_state()
        if not self._redraw.isActive():
            self._redraw.start()

    def setState(self, state: str) -> None:
        """What the runner does with this run: a runner's state, 'idle' for a run that is only looked at."""
        self.state = self.state.driven_by(state)
        self._show_state()

    def look_at_disk(self) -> None:
        """The run may have been deleted, or be trained by another process."""
        if self.run:
            self.state = self.run.look_at_disk(self.state)
            self._show_state()

    def _show_state(self) -> None:
        """All that depends on what the run does."""
        phase, ended = self.state.phase, self.state.ended
        driven = self.state.driver != "idle"
        self._live_buttons.setVisible(driven)
        self._done_buttons.setVisible(not driven)
        for button in (self.pause_button, self.save_button, self.sample_button):
            button.setEnabled(phase in {"live", "paused"})
        self.stop_button.setEnabled(phase in {"preparing", "live", "paused"})
        self.pause_button.setText(self.tr("Resume") if phase == "paused" else self.tr("Pause"))
        self.pause_button.setIconName("play" if phase == "paused" else "pause")
        for button in (self.continue_button, self.longer_button):
            button.setEnabled(phase not in {"gone", "elsewhere"})
        self.continue_low_button.setVisible(
            phase in {"finished", "stopped"}
            and self.run is not None
            and rates_would_jump(self.run.settings, self.state.step)
        )
        for way_on in (self.export_done_button, self.reveal_button, *self.time_buttons):
            way_on.setEnabled(phase != "gone")
        self._show_end(ended and phase != "gone")
        self.samples.setEnded(ended)
        self.time.setEnded(ended)
        self.judge.setState(self.state)
        self._show_verdict()
        self._tell_state()

    def setExportsPictures(self, on: bool) -> None:
        """Whether Export takes pictures away; else it asks for the network, as of a translation, whose pictures are
        those that somebody brings."""
        self._takes_pictures = on
        help = self.tr("Take pictures away (Ctrl+E)") if on else self.tr("Take the network to other programs (Ctrl+E)")
        for button in (self.export_button, self.export_done_button, self.take_button):
            button.setHelp(help)

    def _show_end(self, ended: bool) -> None:
        """A run that has ended shows its film and the ways on with what came of it."""
        grids = self.samples.grids() if ended else []
        shown = len(grids) > 1
        if shown:
            self.loop.setGrids(grids)
            self._show_best(grids[-1])
        self._end_ways.setVisible(shown)
        self.loop.setVisible(shown)
        self.curve.setVisible(shown and bool(self.curve.title()))

    def _show_best(self, last: GridFile) -> None:
        """Pictures of the moment that is marked as the best, else of the last; of a translation what it made of A."""
        best, does = self.samples.bestGrid(), self.run.settings.does if self.run else ""
        grid = best or last
        words = self.tr("The best pictures, step {0}") if best else self.tr("The last pictures, step {0}")
        self._best_title.setText(words.format(f"{grid.step:,}"))
        self.best.setGrid(grid, column=None if does == "generate" else 1)
        for part in (self._best_title, self.best):
            part.setVisible(does != "enlarge")

    def setFilmProgress(self, done: int, total: int) -> None:
        """How many pictures of the film are written; 0 of 0: none is being made."""
        self._film_bar.setRange(0, 0 if total and done >= total else total or 1)
        self._film_bar.setValue(done)
        self._film_bar.setVisible(total > 0)
        focused = self.film_button.hasFocus()
        self.film_button.setEnabled(total == 0)
        if focused and total:  # else the keyboard would go on to the next button
            self.loop.setFocus()
        elif self.loop.hasFocus() and not total:
            self.film_button.setFocus()
        if total:
            self._tell_film("", None)

    def setFilmDone(self, sentence: str, folder: Path | None) -> None:
        """`folder`: where it lies; None where it was not written."""
        self.setFilmProgress(0, 0)
        self._tell_film(sentence, folder)

    def filmSentence(self) -> str:
        return self._film_said.text()

    def _tell_film(self, sentence: str, folder: Path | None) -> None:
        self._film_said.setText(sentence)
        self._film_said.setVisible(bool(sentence))
        self._film_folder = folder
        self._film_reveal.setVisible(folder is not None)

    def setPreparing(self, done: int, total: int) -> None:
        """How far the pictures are, before the first step."""
        if self.state.phase == "preparing":
            known = self.tr("{0} of {1} pictures prepared.").format(figure(done), figure(total))
            if total == done and self.run and self.run.settings.recipe == Auto.name:
                known = self.tr("The pictures are ready; measuring how fast this computer is.")
            self.detail.setText(known if total else self.tr("Looking through the pictures."))

    def make_plots(self) -> None:
        """Once pyqtgraph is loaded: draw what has waited for it."""
        if self.plots:
            return
        from ganstudio.panels.training.plots import LossPlots

        self.plots = LossPlots()
        self._link(self.plots, self.judge.make_scores())
        layout = self._curves_box.layout()
        assert layout is not None
        layout.replaceWidget(self._plots_wait, self.plots)
        self._plots_wait.hide()
        self._plots_wait.deleteLater()
        self.plots.setEvents(self._waiting)
        self.plots.redraw()
        self._waiting = []

    def _link(self, plots: "LossPlots", scores: "ScorePlot") -> None:
        """Keep one moment for all: what is chosen or pointed at in one part is chosen or pointed at in every part."""
        everywhere = (self.samples, plots, scores, self.time)
        for sender in everywhere:
            for receiver in everywhere:
                if receiver is not sender:
                    sender.momentChanged.connect(receiver.setMoment)
        for sender in everywhere[1:]:
            for receiver in everywhere[1:]:
                if receiver is not sender:
                    sender.pointed.connect(receiver.point)
        plots.axisChanged.connect(scores.setAxis)

    def toggle_pause(self) -> None:
        (self.resumeRequested if self.state.phase == "paused" else self.pauseRequested).emit()

    def show_export(self) -> None:
        if not self._takes_pictures:
            self.networkRequested.emit()
            return
        self._side.setCurrentWidget(self._export)

    def show_data_set(self) -> None:
        self.data_set.setCheckpoint(self.export.checkpoint())
        self._side.setCurrentWidget(self._set)

    def hide_export(self) -> None:
        self._side.setCurrentWidget(self._curves)

    def show_verdict(self) -> None:
        self._side.setCurrentWidget(self.judge.page)
        self.judge.redraw()

    def show_branch(self, moment: Moment) -> None:
        """Ask what is to be different in a new run from there."""
        if self.run:
            self.branch.show_for(self.run, moment)
            self._side.setCurrentWidget(self.branch)

    def show_time(self, on: bool) -> None:
        """The time machine in place of the samples, or the samples again."""
        self._left.setCurrentWidget(self._time_area if on else self.samples)
        for button in self.time_buttons:
            button.setChecked(on)
        self.timeShown.emit(on)

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.samples = SampleView()
        self.time = TimeMachine()
        self.judge = LiveVerdict(self)
        self._time_area = scrolling(self.time)
        self._left = Stack(self.samples, self._time_area)
        self.time_buttons: list[Button] = []
        self._plots_wait = label(self.tr("The curves appear here."), "muted")
        self.export, self.data_set = ExportForm(), DataSetForm()
        curves = column(self._verdict_card(), self._plots_wait, gap=look.GAP)
        curves.setStretch(1, 1)
        self._curves_box = holding(curves)
        self.branch = BranchSide()
        self._curves, self._export = scrolling(self._curves_box), scrolling(self.export)
        self._set = scrolling(self.data_set)
        self._side = Stack(self._curves, self.judge.page, self.branch, self._export, self._set)
        self._side.setMinimumWidth(SIDE)
        box = row(self._pictures(), self._side, gap=look.GAP)
        box.setStretch(0, 3)
        box.setStretch(1, 2)
        self.setLayout(box)

    def _pictures(self) -> QWidget:
        card = QFrame()
        card.setProperty("look", "card")
        box = column(self._left, self._buttons_while_live(), self._buttons_when_done(), gap=look.UNIT)
        box.setContentsMargins(look.PADDING, look.PADDING, look.PADDING, look.PADDING)
        box.setStretch(0, 1)
        card.setLayout(box)
        return card

    def _buttons_while_live(self) -> QWidget:
        self.pause_button = Button(self.tr("Pause"), self.tr("Pause and go on (Space)"), icon="pause")
        self.stop_button = Button(self.tr("Stop"), self.tr("Save and end this run; it can be continued"), icon="stop")
        self.save_button = IconButton("save", self.tr("Save now: write a checkpoint (Ctrl+S)"), kind="square")
        self.sample_button = IconButton("sample", self.tr("Sample now: draw a grid of samples"), kind="square")
        self.export_button = Button(self.tr("Export"), self.tr("Take pictures away (Ctrl+E)"), icon="export")
        self._live_buttons = QWidget()
        self._live_buttons.setLayout(
            row(
                self.pause_button, self.stop_button, self.save_button, self.sample_button, None,
                self._time_button(), self.export_button,
            )
        )  # fmt: skip
        return self._live_buttons

    def _buttons_when_done(self) -> QWidget:
        self.continue_button = Button(
            self.tr("Continue training"), self.tr("Go on where it stopped, with as much time again"), icon="play"
        )
        self.continue_low_button = Button(
            self.tr("Continue, rates low"),
            self.tr("The learning rates have fallen. Continue training lifts them to their full size; this does not."),
            icon="falling", kind="quiet",
        )  # fmt: skip
        self.new_button = Button(self.tr("New run"), self.tr("Choose pictures and a recipe (Ctrl+N)"), icon="add-image")
        self.reveal_button = IconButton("folder", self.tr("Show the run's folder"), kind="square")
        self.export_done_button = Button(self.tr("Export"), self.tr("Take pictures away (Ctrl+E)"), icon="export")
        self._done_buttons = QWidget()
        self._done_buttons.setLayout(
            row(
                self.continue_button, self.continue_low_button, self.new_button, self.reveal_button, None,
                self._time_button(), self.export_done_button,
            )
        )  # fmt: skip
        self._done_buttons.hide()
        return self._done_buttons

    def _time_button(self) -> Button:
        button = Button(
            self.tr("Time machine"), self.tr("The same latents at every kept moment of this run"), icon="clock",
            kind="quiet",
        )  # fmt: skip
        button.setCheckable(True)
        button.clicked.connect(self.show_time)
        self.time_buttons.append(button)
        return button

    def _verdict_card(self) -> QWidget:
        self.verdict = label(kind="title", wrap=True)
        self.sentence = label(wrap=True)
        self.growth = label(kind="strong", wrap=True)
        self.detail = label(kind="muted", wrap=True)
        self.more_button = Button(
            self.tr("Scores"), self.tr("The numbers behind the verdict, and what can be done"), kind="link"
        )
        card = QFrame()
        card.setProperty("look", "card")
        head = row(self.verdict, self.more_button)
        head.setStretch(0, 1)
        self.loop = GrowthLoop()
        self.curve = GrowthCurve()
        self.loop.momentShown.connect(self.curve.setMoment)
        for hidden in (self.loop, self.curve):
            hidden.hide()
        texts = column(gap=look.HALF)
        texts.addWidget(self.curve)
        for line in (self.growth, self.sentence, self.detail):
            texts.addWidget(line)
        texts.addStretch(1)
        film_line = row(self.loop, gap=look.GAP)
        film_line.setAlignment(self.loop, Qt.AlignmentFlag.AlignTop)
        film_line.addLayout(texts, 1)
        box = column(gap=look.UNIT, margin=look.PADDING)
        box.addLayout(head)
        box.addLayout(film_line)
        self._end_ways = self._make_end_ways()
        box.addWidget(self._end_ways)
        card.setLayout(box)
        return card

    def _make_end_ways(self) -> QWidget:
        """Save the film, or use what was learned; how the writing goes."""
        self.film_button = Button(
            self.tr("Save film…"), self.tr("How the pictures came about, as a film of six seconds"), icon="film",
            kind="main",
        )  # fmt: skip
        self.explore_button = Button(
            self.tr("Explore"), self.tr("Wander through what it learnt (Ctrl+2)"), icon="explore"
        )
        self.enlarge_button = Button(
            self.tr("Enlarge pictures"), self.tr("Make pictures larger with what it learnt"), icon="enhance"
        )
        self.take_button = Button(self.tr("Export"), self.tr("Take pictures away (Ctrl+E)"), icon="export")
        self.longer_button = Button(
            self.tr("Train longer"), self.tr("Go on where it stopped, with as much time again"), icon="play"
        )
        self._best_title = label(kind="caption")
        self.best = BestPictures()
        self._film_bar = QProgressBar()
        self._film_bar.setTextVisible(False)
        self._film_bar.setAccessibleName(self.tr("Making the film"))
        self._film_said = label(kind="muted", wrap=True)
        self._film_reveal = Button(self.tr("Show folder"), self.tr("Open the folder in the file manager"), kind="link")
        below = row(self._film_said, self._film_reveal)
        below.setStretch(0, 1)
        ways_on = self.film_button, self.explore_button, self.enlarge_button, self.take_button, self.longer_button
        box = column(self._best_title, self.best, gap=look.HALF)
        box.addSpacing(look.HALF)
        box.addWidget(holding(Flow(*ways_on)))
        box.addWidget(self._film_bar)
        box.addLayout(below)
        self.film_button.clicked.connect(self.filmRequested)
        self.explore_button.clicked.connect(self.samples.explore)
        self.enlarge_button.clicked.connect(self._enlarge)
        self.take_button.clicked.connect(self.show_export)
        self.longer_button.clicked.connect(self.continueRequested)
        self._film_reveal.clicked.connect(lambda: self.revealRequested.emit(self._film_folder))
        ways = holding(box)
        for hidden in (ways, self._film_bar, self._film_said, self._film_reveal):
            hidden.hide()
        return ways

    def _enlarge(self) -> None:
        if self.run:
            self.enlargeRequested.emit(self.run.folder)

    def _connect(self) -> None:
        self.pause_button.clicked.connect(self.toggle_pause)
        self.stop_button.clicked.connect(self.stopRequested)
        self.save_button.clicked.connect(self.saveRequested)
        self.sample_button.clicked.connect(self.sampleRequested)
        self.export_button.clicked.connect(self.show_export)
        self.export_done_button.clicked.connect(self.show_export)
        self.continue_button.clicked.connect(self.continueRequested)
        self.continue_low_button.clicked.connect(self.continueLowRequested)
        self.new_button.clicked.connect(self.newRequested)
        self.reveal_button.clicked.connect(self._reveal)
        self.export.closeRequested.connect(self.hide_export)
        self.export.dataSetRequested.connect(self.show_data_set)
        self.data_set.closeRequested.connect(self.hide_export)
        self.more_button.clicked.connect(self.show_verdict)
        self.judge.closeRequested.connect(self.hide_export)
        self.branch.closeRequested.connect(self.hide_export)
        self.time.branchRequested.connect(self.show_branch)
        self.judge.changed.connect(self._show_verdict)
        self.time.revealRequested.connect(self.revealRequested)
        self.samples.tilePicked.connect(lambda row, _: self.export.setPicked(row >= 0))

    def _redraw_plots(self) -> None:
        if self.isVisible():
            self.judge.redraw()
            if self.plots:
                self.plots.redraw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw.start()
        self.look_at_disk()
        self.timeShown.emit(self._left.currentWidget() is self._time_area)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is on show: nothing is drawn for this one."""
        super().hideEvent(event)
        self.timeShown.emit(False)

    def _reveal(self) -> None:
        if self.run:
            self.revealRequested.emit(self.run.folder)

    # What it says -------------------------------------------------------------------------------------------------

    def _show_verdict(self) -> None:
        """How it goes while it learns, else what it does or how it ended; and the sentence."""
        judged = self.state.phase == "live"
        learning = self.tr("Learning") if self.state.phase == "live" else state_word(self.state.phase)
        self.verdict.setText(self.judge.word if judged else learning)
        looks = {"warn": "warn-title", "bad": "bad-title"} if judged else {}
        dead = self.state.phase in {"failed", "gone"}
        look.set_look(self.verdict, "bad-title" if dead else looks.get(self.judge.mood, "title"))
        self.sentence.setText(self.judge.sentence)
        self.sentence.setVisible(self.state.phase not in {"waiting", "preparing", "gone"})

    def _tell_state(self) -> None:
        """Under the verdict, where the run does nothing any more: how that came, and how to go on."""
        state = self.state
        spoke, self._says_end = self._says_end, True
        match state.phase:
            case "stopped" | "finished" | "failed":
                self.detail.setText(said(state.message) or self.outcome(state))
            case "gone":
                self.detail.setText(self.tr("{0} was deleted or moved.").format(self.run.folder if self.run else ""))
            case "interrupted":
                self.detail.setText(
                    self.tr("It ended at step {0} without a word; it can go on from its last checkpoint.")
                    .format(figure(state.step))
                )  # fmt: skip
            case "elsewhere":
                self.detail.setText(self.tr("Another program trains it. Open it again to see how far it has come."))
            case "waiting":
                self.detail.setText(self.tr("Nothing has been trained. Continue training begins it."))
            case _:
                self._says_end = False
                if spoke:  # it goes on: what was said of its end is over
                    self.detail.setText("")

    def _settled(self, events: list[Event]) -> None:
        """A run that was left to auto has its settings only when it begins: judge it by those."""
        first = next((event for event in events if isinstance(event, Started)), None)
        if self.run and first and first.reason and not first.step:
            self.judge.show_run(self.run)

    def _show_growth(self, text: str | None) -> None:
        if text is not None:
            self.growth.setText(self.tr("Growing: {0}").format(text) if text else "")
            self.growth.setVisible(bool(text))

    def _tell(self, event: Event) -> None:
        """Under the verdict: the last thing worth knowing."""
        match event:
            case Started(device=device, precision=precision, parameters=parameters, classes=classes):
                self.classes = classes
                self._resolution = event.resolution
                self.verdict.setToolTip(tip(said(event.reason)))
                self.export.setClasses(classes)
                weights = ", ".join(f"{said(name)} {figure(count)}" for name, count in parameters.items())
                place = self.tr("On {0}, {1}. Weights: {2}.").format(device, precision, weights)
                self.detail.setText(said(event.reason) or place)
            case Progress(losses=losses):
                self._show_growth(growth_text(losses, self._resolution, self.tr))
            case Sampled():
                self.export.setGrid(True)
            case Saved(step=step):
                self.export.setGenerator(self.run is not None and self.run.settings.does == "generate")
                self.detail.setText(self.tr("Saved at step {0}.").format(figure(step)))
            case Scored(step=step, best=best):
                if best:
                    self.export.setBest(step)
                self.detail.setText(self._score_text(event))
            case Warned(advice=advice) if advice:
                self.detail.setText(said(advice))
            case _:
                pass

    def _score_text(self, event: Scored) -> str:
        """'KID 0.658, MIND 252 (marked as the best), N 1,000, builtin'; the others stand in the verdict."""
        known = [name for name in event.scores if name in {"KID", "FID", "MIND"}] or [*event.scores]
        text = ", ".join(f"{name} {figure(event.scores[name], '.3g')}" for name in known[:2])
        best = self.tr(" (marked as the best)") if event.best else ""
        return self.tr("{0}{1}, N {2}, {3}").format(text, best, figure(event.count), event.features)

    def outcome(self, state: RunState) -> str:
        minutes, seconds = divmod(round(state.seconds), 60)
        took = self.tr("{0} min {1} s").format(minutes, seconds) if minutes else self.tr("{0} s").format(seconds)
        if not state.step:
            return self.tr("It ended before its first step.")
        return self.tr("{0} steps, {1} thousand images, {2} of training; all of it is saved.").format(
            figure(state.step), figure(state.kimg, ".3g"), took
        )

    def grid_path(self) -> Path | None:
        """The file of the grid on show."""
        return self.samples.shownPath()
