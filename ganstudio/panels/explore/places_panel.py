"""PlacesPanel: the pins in a row, and the journey as a tree with undo and redo."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QInputDialog, QMenu, QScrollArea, QSpinBox, QToolTip, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import IconButton, column, label, row, tip
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.picture_tiles import Tiles

STEP, LANE, DOT = 14, 14, 4
LAST_SEED = 2**31 - 1


def lanes_of(parents: Sequence[int]) -> list[int]:
    """A lane for each visit: the first way on stays in its lane, every other one takes a lane that is free.

    parents: of each visit the one it was made from; -1 for the first. Visits are in the order they were made.
    """
    follower: dict[int, int] = {}
    for number, parent in enumerate(parents):
        follower.setdefault(parent, number)
    ends = list(range(len(parents)))  # where the way that goes straight on from each visit ends
    for number in reversed(range(len(parents))):
        ends[number] = ends[follower[number]] if number in follower else number
    lanes: list[int] = []
    busy: list[int] = []  # until which visit each lane is taken
    for number, parent in enumerate(parents):
        straight = parent >= 0 and follower[parent] == number
        free = next((lane for lane, until in enumerate(busy) if until <= parent), len(busy))
        lane = lanes[parent] if straight else free
        busy[lane : lane + 1] = [ends[number]]
        lanes.append(lane)
    return lanes


class JourneyView(QWidget):
    """Every visit as a dot, in the order they were made; a fork where a new way began."""

    jumped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Journey"))
        self._parents: list[int] = []
        self._lanes: list[int] = []
        self._words: list[str] = []
        self._at = 0

    def setJourney(self, parents: Sequence[int], words: Sequence[str], at: int) -> None:
        """For each visit the one that it was made from (-1: none) and what a tooltip says; and where the person is."""
        if list(parents) != self._parents:
            self._parents, self._lanes = list(parents), lanes_of(parents)
            self.setFixedSize(self.sizeHint())
        self._words, self._at = list(words), at
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(STEP * (len(self._parents) + 1), LANE * (max(self._lanes, default=0) + 2))

    def place(self, number: int) -> QPointF:
        return QPointF(STEP * (number + 1), LANE * (self._lanes[number] + 1))

    def numberAt(self, place: QPointF) -> int:
        """The visit under a point; -1 for none."""
        number = round(place.x() / STEP) - 1
        near = 0 <= number < len(self._parents) and abs(self.place(number).y() - place.y()) <= LANE / 2
        return number if near else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(known.edge), 1.5))
        first = max(0, event.rect().left() // STEP - 2)
        last = min(len(self._parents), event.rect().right() // STEP + 2)
        for number, parent in enumerate(self._parents):
            if parent >= 0 and number >= first and parent <= last:
                painter.drawPath(self._line(parent, number))
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(first, last):
            painter.setBrush(QColor(known.accent if number == self._at else known.edge))
            radius = DOT + 2 if number == self._at else DOT - 0.5
            painter.drawEllipse(self.place(number), radius, radius)
        if self.hasFocus():
            look.focus_ring(painter, self.rect(), known)
        painter.end()

    def _line(self, parent: int, number: int) -> QPainterPath:
        start, end = self.place(parent), self.place(number)
        path = QPainterPath(start)
        if start.y() == end.y():
            path.lineTo(end)
        else:
            bend = QPointF(start.x() + STEP, end.y())
            path.cubicTo(QPointF(start.x() + STEP / 2, start.y()), QPointF(start.x() + STEP / 2, end.y()), bend)
            path.lineTo(end)
        return path

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.numberAt(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self.jumped.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.numberAt(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._at + step < len(self._parents):
            self.jumped.emit(self._at + step)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self.numberAt(QPointF(event.pos()))
            text = self._words[number] if number >= 0 else self.tr("Every place you have been to; click one to return")
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)


class PlacesPanel(QWidget):
    pinOpened = Signal(int)
    pinRenamed = Signal(int, str)
    pinRemoved = Signal(int)
    pinMoved = Signal(int, int)
    """From one place in the row to another."""
    seedChosen = Signal(int, int)
    """A pin and its new seed; -1: one more pin."""
    dieThrown = Signal()
    """One more pin of a random seed."""
    hereWanted = Signal(int)
    """This pin is to be the picture on show."""
    undoWanted = Signal()
    redoWanted = Signal()
    jumped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seeds: list[int] = []
        self._make_pins()
        self._make_journey()
        box = column(gap=look.HALF)
        box.addLayout(row(label(self.tr("Pins"), "strong"), None, self.seed, self.die, self.here, self.remove))
        box.addWidget(self.pins)
        box.addLayout(row(label(self.tr("Journey"), "strong"), self.moves, None, self.undo, self.redo))
        box.addWidget(self._scroll)
        self.setLayout(box)
        self.setPins([], [])

    def setPins(self, names: Sequence[str], seeds: Sequence[int]) -> None:
        """Their names, and the seed of each (-1: none). Their pictures follow in `setPinPicture`."""
        self._seeds = list(seeds)
        self.pins.setCount(len(names), names)
        self._show_chosen()

    def setPinPicture(self, index: int, picture: Any) -> None:
        self.pins.setPicture(index, picture)

    def setJourney(self, parents: Sequence[int], words: Sequence[str], at: int, *, undo: bool, redo: bool) -> None:
        self.journey.setJourney(parents, words, at)
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        self.moves.setText(
            self.tr("1 place") if len(parents) == 1 else self.tr("{0} places").format(figure(len(parents)))
        )
        place = self.journey.place(at)
        self._scroll.ensureVisible(round(place.x()), round(place.y()), 2 * STEP, LANE)

    def choose(self, index: int) -> None:
        """Mark a pin without telling."""
        self.pins.setAt(index)
        self._show_chosen()

    # How it is made -----------------------------------------------------------------------------------------------

    def _make_pins(self) -> None:
        self.pins = Tiles(
            self.tr("Pins"),
            self.tr("Click goes there; drag, or Ctrl and an arrow key, changes the order; Delete takes one out"),
            columns=6, caption=True, largest=64, orderable=True,
        )  # fmt: skip
        self.pins.setEmptyText(self.tr("Pin places that you like: in a row they are the walk and the film."))
        self.pins.picked.connect(self._picked)
        self.pins.menuWanted.connect(self._show_menu)
        self.pins.reordered.connect(self.pinMoved)
        self.pins.removed.connect(self.pinRemoved)
        self.seed = QSpinBox()
        self.seed.lineEdit().setAcceptDrops(False)
        self.seed.setRange(-1, LAST_SEED)
        self.seed.setSpecialValueText(self.tr("seed"))
        self.seed.setKeyboardTracking(False)
        self.seed.lineEdit().setTextMargins(6, 0, 0, 0)  # a style sheet's padding does not reach in there
        self.seed.setAccessibleName(self.tr("Seed of the chosen pin"))
        self.seed.setToolTip(
            tip(self.tr("The number that the chosen pin's noise is drawn from; without one, a new pin"))
        )
        self.seed.valueChanged.connect(self._seed_changed)
        self.die = IconButton("dice", self.tr("One more pin, of a random seed"))
        self.die.clicked.connect(self.dieThrown)
        self.here = IconButton("pin", self.tr("The chosen pin becomes the picture on show"))
        self.here.clicked.connect(lambda: self.hereWanted.emit(self.pins.at()))
        self.remove = IconButton("trash", self.tr("Take the chosen pin out (Delete)"))
        self.remove.clicked.connect(lambda: self.pinRemoved.emit(self.pins.at()))

    def _make_journey(self) -> None:
        self.undo = IconButton("undo", self.tr("Undo (Ctrl+Z)"))
        self.undo.clicked.connect(self.undoWanted)
        self.redo = IconButton("redo", self.tr("Redo (Ctrl+Shift+Z)"))
        self.redo.clicked.connect(self.redoWanted)
        self.journey = JourneyView()
        self.journey.setProperty("look", "clear")
        self.journey.jumped.connect(self.jumped)
        self.moves = label("", "caption")
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.journey)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFixedHeight(3 * LANE + 8)

    # What the person does -----------------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        at = self.pins.at()
        with QSignalBlocker(self.seed):
            self.seed.setValue(self._seeds[at] if 0 <= at < len(self._seeds) else -1)
        for button in (self.here, self.remove):
            button.setEnabled(at >= 0)

    def _picked(self, index: int) -> None:
        self._show_chosen()
        self.pinOpened.emit(index)

    def _seed_changed(self, seed: int) -> None:
        if seed >= 0:
            self.seedChosen.emit(self.pins.at(), seed)

    def _show_menu(self, index: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go there"), lambda: self.pinOpened.emit(index))
        menu.addAction(self.tr("Rename…"), lambda: self._rename(index))
        menu.addAction(self.tr("Take out"), lambda: self.pinRemoved.emit(index))
        menu.popup(place)

    def _rename(self, index: int) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Name of this pin"))
        dialog.setTextValue(self.pins.caption(index))
        dialog.textValueSelected.connect(lambda text: self.pinRenamed.emit(index, text.strip()))
        dialog.open()
