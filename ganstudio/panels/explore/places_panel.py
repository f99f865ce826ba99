"""PlacesPanel: favourites, and the journey as a tree with undo and redo."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QInputDialog, QMenu, QScrollArea, QToolTip, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, IconButton, column, label, row
from ganstudio.panels.parts.picture_tiles import Tiles

STEP, LANE, DOT = 14, 14, 4


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
    keepWanted = Signal()
    favouriteOpened = Signal(str)
    favouriteRenamed = Signal(str, str)
    favouriteForgotten = Signal(str)
    favouriteToWalk = Signal(str)
    """Name of a favourite that is to be a stop of the walk."""
    undoWanted = Signal()
    redoWanted = Signal()
    jumped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep = Button(self.tr("Keep"), self.tr("Add the picture on show to the favourites (Ctrl+D)"), icon="star")
        self.keep.clicked.connect(self.keepWanted)
        self.undo = IconButton("undo", self.tr("Undo the last move (Ctrl+Z)"))
        self.undo.clicked.connect(self.undoWanted)
        self.redo = IconButton("redo", self.tr("Redo (Ctrl+Shift+Z)"))
        self.redo.clicked.connect(self.redoWanted)
        self.favourites = Tiles(
            self.tr("Favourites"), self.tr("Click goes there; the menu renames, forgets, adds to the walk"), columns=6,
            caption=True, largest=64,
        )  # fmt: skip
        self.favourites.setEmptyText(self.tr("Places that you keep stay here."))
        self.favourites.picked.connect(lambda index: self.favouriteOpened.emit(self.favourites.caption(index)))
        self.favourites.menuWanted.connect(self._show_menu)
        self.journey = JourneyView()
        self.journey.setProperty("look", "clear")
        self.journey.jumped.connect(self.jumped)
        self.moves = label("", "caption")
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.journey)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFixedHeight(3 * LANE + 8)
        box = column(gap=look.HALF)
        box.addLayout(row(label(self.tr("Favourites"), "strong"), None, self.keep))
        box.addWidget(self.favourites)
        box.addLayout(row(label(self.tr("Journey"), "strong"), self.moves, None, self.undo, self.redo))
        box.addWidget(self._scroll)
        self.setLayout(box)

    def setFavourites(self, names: Sequence[str]) -> None:
        """Their pictures follow in `setFavouritePicture`."""
        self.favourites.setCount(len(names), names)
        self.favourites.setAt(-1)

    def setFavouritePicture(self, index: int, picture: Any) -> None:
        self.favourites.setPicture(index, picture)

    def setJourney(self, parents: Sequence[int], words: Sequence[str], at: int, *, undo: bool, redo: bool) -> None:
        self.journey.setJourney(parents, words, at)
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        self.moves.setText(self.tr("1 place") if len(parents) == 1 else self.tr("{0:,} places").format(len(parents)))
        place = self.journey.place(at)
        self._scroll.ensureVisible(round(place.x()), round(place.y()), 2 * STEP, LANE)

    def _show_menu(self, index: int, place: QPoint) -> None:
        name = self.favourites.caption(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go there"), lambda: self.favouriteOpened.emit(name))
        menu.addAction(self.tr("Add to the walk"), lambda: self.favouriteToWalk.emit(name))
        menu.addAction(self.tr("Rename…"), lambda: self._rename(name))
        menu.addAction(self.tr("Forget"), lambda: self.favouriteForgotten.emit(name))
        menu.popup(place)

    def _rename(self, name: str) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Name of this place"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(lambda text: self.favouriteRenamed.emit(name, text.strip()))
        dialog.open()
