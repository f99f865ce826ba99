"""TimeMachine: what the same latents gave at every kept moment of a run."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDoubleSpinBox, QProgressBar, QScrollArea, QWidget

from ganstudio.core.checkpoint_names import Moment
from ganstudio.core.film_requests import LapseRequest
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Elided, Segmented, column, holding, label, row, tip
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.language import figure
from ganstudio.panels.training.time_machine.matrix import Matrix

LIVE = -1
ROWS = (4, 8, 16)
ROOMY = 560
"""Width from which on there is room for every text."""


class TimeMachine(QWidget):
    """Shows pictures that others draw: `setMoments`, then `setPicture` for each as it comes."""

    momentChanged = Signal(int)
    """The step that the person chose; -1: the last."""
    pointed = Signal(int)
    """The step under the mouse; -1: none."""
    branchRequested = Signal(object)
    """Moment to start a new run from."""
    rowsChosen = Signal(object)
    """int."""
    sourceChosen = Signal(object)
    """'snapshots' or 'grids'."""
    wayChosen = Signal(object)
    """'B' or 'A': the side that pictures are led to."""
    lapseRequested = Signal(object)
    """LapseRequest."""
    cancelRequested = Signal()
    revealRequested = Signal(object)
    """What was given to `setLapseDone`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments: list[Moment] = []
        self._written: object = None
        self._branchable = False
        self._busy = False
        help = self.tr(
            "Rows are latents, or pictures that go in; columns are moments. Click or arrow keys choose one, the wheel "
            "scrolls"
        )
        self.matrix = Matrix(self.tr("Pictures over time"), help)
        self.matrix.picked.connect(self._picked)
        self.matrix.pointed.connect(lambda at: self.pointed.emit(self._moments[at].step if at >= 0 else LIVE))
        self._says = label(kind="caption", wrap=True)
        box = column(gap=look.UNIT)
        box.addLayout(self._top())
        box.addWidget(self.matrix, 1)
        box.addWidget(self._says)
        box.addLayout(self._bottom())
        box.addWidget(self._lapse())
        self.setLayout(box)
        self.setEnded(False)
        self._refresh()

    # What others ask of it ----------------------------------------------------------------------------------------

    def setEnded(self, ended: bool) -> None:
        """Whether no more moments come."""
        coming = self.tr("The first moments appear here some time after the start.")
        self.matrix.setEmptyText(self.tr("Nothing is kept of this run's moments.") if ended else coming)

    def setMoments(self, moments: Sequence[Moment], names: Sequence[str]) -> None:
        """Columns in the order of time, and what each row is called; pictures of columns that stay are kept."""
        kept = (
            {moment.name: at for at, moment in enumerate(self._moments)} if len(names) == self.matrix.rowCount() else {}
        )
        old = {name: [self.matrix.picture(r, at) for r in range(len(names))] for name, at in kept.items()}
        step = self.moment()
        self._moments = list(moments)
        titles = [self._title(moment) for moment in moments]
        starred = next((at for at, moment in enumerate(moments) if moment.best), -1)
        self.matrix.setShape(names, titles, starred)
        for at, moment in enumerate(moments):
            for place, picture in enumerate(old.get(moment.name, ())):
                self.matrix.setPicture(place, at, picture)
        self.setMoment(step)
        self._refresh()

    def setPicture(self, row: int, name: str, picture: Any) -> None:
        """The picture of one latent (`row`) at the moment with this name."""
        at = next((at for at, moment in enumerate(self._moments) if moment.name == name), -1)
        if at >= 0:
            self.matrix.setPicture(row, at, picture)

    def setSource(self, source: str, available: Sequence[str], says: str) -> None:
        """What the columns are made of ('snapshots' or 'grids'), what they could be made of, and a sentence on it."""
        self._source.setData(source)
        for kind in ("snapshots", "grids"):
            self._source.button(kind).setEnabled(kind in available)
        self._says.setText(says)
        self._says.setVisible(bool(says))

    def setWays(self, ways: Sequence[str], to: str) -> None:
        """The sides that a translation leads its pictures to, and which of them is shown; () where nothing goes in."""
        self._way.setVisible(len(ways) > 1)
        if to:
            self._way.setData(to)

    def setInputs(self, pictures: Sequence[Any]) -> None:
        """What each row was made from; empty where that cannot be shown."""
        self.matrix.setInputs(pictures)

    def sourceSentence(self) -> str:
        return self._says.text()

    def setRows(self, count: int, *, choice: bool = True) -> None:
        """Show how many rows there are; `choice`: whether that can be chosen."""
        self._rows.setData(count)
        self._rows.setEnabled(choice)

    def setMoment(self, step: int) -> None:
        """Mark the last moment at or before `step`; -1: none. Does not emit."""
        self.matrix.setColumn(self._column_of(step))
        self._refresh()

    def point(self, step: int) -> None:
        """What is pointed at elsewhere; -1: nothing. Does not emit."""
        self.matrix.setOver(self._column_of(step))

    def moment(self) -> int:
        """The step that is chosen; -1: none."""
        at = self.matrix.column()
        return self._moments[at].step if 0 <= at < len(self._moments) else LIVE

    def chosen(self) -> Moment | None:
        at = self.matrix.column()
        return self._moments[at] if 0 <= at < len(self._moments) else None

    def setBranchable(self, on: bool) -> None:
        """Whether a new run can start from the moments (grids hold pictures only)."""
        self._branchable = on
        self._refresh()

    def setLapseProgress(self, done: int, total: int) -> None:
        """How many pictures of the film are written; 0 of 0: none is being made."""
        self._busy = total > 0
        self._bar.setRange(0, 0 if total and done >= total else total or 1)
        self._bar.setValue(done)
        self._bar.setVisible(self._busy)
        focused = self._make.hasFocus() or self._cancel.hasFocus()
        self._cancel.setVisible(self._busy)
        self._make.setVisible(not self._busy)
        if focused:  # else the keyboard would go on to whatever button comes next
            (self._cancel if self._busy else self._make).setFocus()
        if self._busy:
            self._say(self.tr("{0} of {1}").format(done, total), "muted")

    def setLapseDone(self, written: object, sentence: str) -> None:
        self.setLapseProgress(0, 0)
        self._written = written
        self._say(sentence, "good")
        self._reveal.setVisible(written is not None)
        self._come_into_sight()

    def setLapseFailed(self, sentence: str) -> None:
        self.setLapseProgress(0, 0)
        self._say(sentence, "bad")
        self._come_into_sight()

    def _come_into_sight(self) -> None:
        """The form for a film lies below pictures that may take all the room."""
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport else None
        if isinstance(area, QScrollArea) and self._film.isVisible():
            QTimer.singleShot(0, self, lambda: area.ensureWidgetVisible(self._film, 0, 0))

    def message(self) -> str:
        return self._message.text()

    # Making -------------------------------------------------------------------------------------------------------

    def _top(self) -> Any:
        self._source = Segmented(
            self.tr("Time axis"),
            [
                (self.tr("Snapshots"), "snapshots", self.tr("Drawn anew by each kept state of the generator")),
                (self.tr("Grids"), "grids", self.tr("Cut out of the grids of samples that were written on the way")),
            ],
        )
        self._source.setData("snapshots")
        self._source.chosen.connect(self.sourceChosen)
        counts = [(str(rows), rows, self.tr("{0} rows; fewer are shown larger").format(rows)) for rows in ROWS]
        self._rows = Segmented(self.tr("Rows"), counts)
        self._rows.setData(8)
        self._rows.chosen.connect(self.rowsChosen)
        self._rows_title = label(self.tr("Rows"), "muted")
        self._way = Segmented(
            self.tr("Direction"),
            [
                (self.tr("A → B"), "B", self.tr("Pictures of side A, and what became of them")),
                (self.tr("B → A"), "A", self.tr("Pictures of side B, and what became of them")),
            ],
        )
        self._way.hide()
        self._way.chosen.connect(self.wayChosen)
        return row(self._source, self._way, None, self._rows_title, self._rows)

    def _bottom(self) -> Any:
        self._where = Elided(mode=Qt.TextElideMode.ElideRight)
        self._where.setFont(look.font(tabular=True))
        self.branch = Button(
            self.tr("Start a new run from here…"),
            self.tr("Another run begins with the networks of this moment; this one stays as it is"),
            icon="play",
        )
        self.lapse = Button(self.tr("Time-lapse…"), self.tr("Make a film of these pictures over time"), icon="film")
        self.lapse.setCheckable(True)
        self.branch.clicked.connect(self._branch)
        self.lapse.toggled.connect(self._show_film)
        line = row(self._where, self.branch, self.lapse)
        line.setStretch(0, 1)
        return line

    def _lapse(self) -> QWidget:
        self._format = Segmented(
            self.tr("Format"),
            [
                ("GIF", "gif", self.tr("Plays everywhere; at most 256 colours")),
                ("WebP", "webp", self.tr("Exact; plays in browsers")),
                ("MP4", "mp4", self.tr("A video")),
            ],
        )
        self._format.setData("gif")
        self._what = Segmented(
            self.tr("Of"),
            [
                (self.tr("All rows"), "all", self.tr("All latents as one sheet")),
                (self.tr("Chosen row"), "row", self.tr("The row that was clicked, alone and larger")),
            ],
        )
        self._what.setData("all")
        self._seconds = QDoubleSpinBox()
        self._seconds.setRange(0.02, 10.0)
        self._seconds.setSingleStep(0.05)
        self._seconds.setValue(0.25)
        self._seconds.setSuffix(self.tr(" s each"))
        self._seconds.lineEdit().setTextMargins(6, 0, 0, 0)  # a style sheet's padding does not reach in there
        self._seconds.setAccessibleName(self.tr("Seconds for each picture"))
        self._seconds.setToolTip(tip(self.tr("How long each picture stays")))
        self._make = Button(self.tr("Save film…"), self.tr("Choose a file, then write the film"), kind="main")
        self._make.clicked.connect(lambda: self.lapseRequested.emit(self.lapseRequest()))
        self._cancel = Button(self.tr("Cancel"), self.tr("Stop; nothing is written"))
        self._cancel.clicked.connect(self.cancelRequested)
        self._reveal = Button(self.tr("Show folder"), self.tr("Open the folder in the file manager"), kind="link")
        self._reveal.clicked.connect(lambda: self.revealRequested.emit(self._written))
        self._message = label(kind="muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Making the film"))
        box = column(gap=look.HALF)
        first = row(holding(Flow(self._what, self._format, self._seconds)), self._cancel, self._make)
        first.setStretch(0, 1)
        box.addLayout(first)
        box.addWidget(self._bar)
        last = row(self._message, self._reveal)
        last.setStretch(0, 1)
        box.addLayout(last)
        self._film = holding(box)
        for hidden in (self._film, self._bar, self._cancel, self._reveal, self._message):
            hidden.hide()
        return self._film

    def lapseRequest(self) -> LapseRequest:
        row = max(0, self.matrix.row()) if self._what.data() == "row" else -1
        return LapseRequest(str(self._format.data()), self._seconds.value(), row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room, the rows go without their title."""
        super().resizeEvent(event)
        self._rows_title.setVisible(self.width() >= ROOMY)

    def _show_film(self, on: bool) -> None:
        self._film.setVisible(on)
        self._come_into_sight()

    # Inside -------------------------------------------------------------------------------------------------------

    def _picked(self, _: int, at: int) -> None:
        self._refresh()
        self.momentChanged.emit(LIVE if at == len(self._moments) - 1 else self._moments[at].step)

    def _branch(self) -> None:
        if moment := self.chosen():
            self.branchRequested.emit(moment)

    def _column_of(self, step: int) -> int:
        """The last column at or before a step."""
        if step == LIVE:
            return -1
        before = [at for at, moment in enumerate(self._moments) if moment.step <= step]
        return before[-1] if before else (0 if self._moments else -1)

    def _refresh(self) -> None:
        moment = self.chosen()
        self._where.setText(self._title(moment) if moment else self.tr("Choose a moment") if self._moments else "")
        self.branch.setEnabled(moment is not None and self._branchable)
        self.lapse.setEnabled(len(self._moments) > 1)

    def _title(self, moment: Moment) -> str:
        """'12.8 kimg, step 200'."""
        best = self.tr(", the best") if moment.best else ""
        return self.tr("{0} kimg, step {1}").format(figure(moment.kimg, ",.1f"), figure(moment.step)) + best

    def _say(self, text: str, kind: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._reveal.hide()
        look.set_look(self._message, kind)
