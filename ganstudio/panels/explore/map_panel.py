"""MapPanel: a plane to drag, an overview of many seeds, and variations around a place."""

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, IconButton, Segmented, Slider, column, label, row
from ganstudio.panels.parts.picture_tiles import Tiles
from ganstudio.panels.parts.pictures import to_image

Cell = tuple[int, int, int]
"""Level, column, row: the tile at (column, row) / 2**level of the plane."""
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
WIDEST, CLOSEST = 3.0, 1 / 64
"""Side of the part of the plane on show."""


class PlaneView(QWidget):
    """The plane under a cross: dragging moves it, the wheel comes closer. Corners of the plane are at 0 and 1."""

    moved = Signal(float, float, bool)
    """x, y under the cross, and whether the movement is over."""
    tilesWanted = Signal(object)
    """list[Cell]: those on show without a picture, nearest to the cross first."""

    KEPT = 600
    SIDE = 50
    """About this many pixels to a tile."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(220, 220)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Plane through latent space"))
        self.setToolTip(self.tr("Drag moves, wheel or + and - come closer, arrow keys walk"))
        self._tiles: dict[Cell, QImage] = {}
        self._x = self._y = 0.5
        self._span = 1.4
        self._pressed: QPointF | None = None

    def clear(self) -> None:
        """Another plane: its pictures are not known yet."""
        self._tiles = {}
        self._ask()
        self.update()

    def setPlace(self, x: float, y: float) -> None:
        """Move the cross to (x, y) without emitting `moved`."""
        if (x, y) != (self._x, self._y):
            self._x, self._y = x, y
            self._ask()
            self.update()

    def place(self) -> tuple[float, float]:
        return self._x, self._y

    def setTile(self, cell: Cell, picture: Any) -> None:
        if len(self._tiles) >= self.KEPT:
            del self._tiles[next(iter(self._tiles))]
        self._tiles[cell] = to_image(picture)
        self.update()

    # Geometry -----------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Pixels to the plane's unit."""
        return min(self.width(), self.height()) / self._span

    def _level(self) -> int:
        return max(0, round(math.log2(self._scale() / self.SIDE)))

    def _area(self, cell: Cell) -> QRectF:
        level, column, line = cell
        step = self._scale() / 2**level
        left = self.width() / 2 + (column / 2**level - self._x) * self._scale() - step / 2
        top = self.height() / 2 + (line / 2**level - self._y) * self._scale() - step / 2
        return QRectF(left, top, step, step)

    def _cells(self) -> list[Cell]:
        """Those on show, nearest to the cross first."""
        level = self._level()
        half_x = self.width() / self._scale() / 2
        half_y = self.height() / self._scale() / 2
        step = 2**level
        columns = range(math.floor((self._x - half_x) * step + 0.5), math.floor((self._x + half_x) * step + 0.5) + 1)
        lines = range(math.floor((self._y - half_y) * step + 0.5), math.floor((self._y + half_y) * step + 0.5) + 1)
        cells = [(level, c, r) for r in lines for c in columns]
        return sorted(cells, key=lambda cell: (cell[1] / step - self._x) ** 2 + (cell[2] / step - self._y) ** 2)

    def _ask(self) -> None:
        if self.isVisible():
            self.tilesWanted.emit([cell for cell in self._cells() if cell not in self._tiles])

    # Events -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(known.raised))
        for cell in self._cells():
            if picture := self._tiles.get(cell):
                painter.drawImage(self._area(cell).toAlignedRect(), picture)
        corners = [self._area((0, x, y)).center() for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(known.accent), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(corners)
        centre = QPointF(self.width() / 2, self.height() / 2)
        for colour, width in ((known.surface, 4.0), (known.accent, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(centre, 9, 9)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            step = (event.position() - self._pressed) / self._scale()
            self._pressed = event.position()
            self._go(self._x - step.x(), self._y - step.y(), done=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.moved.emit(self._x, self._y, True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to what is under the mouse."""
        step = (event.position() - QPointF(self.width() / 2, self.height() / 2)) / self._scale()
        self._go(self._x + step.x(), self._y + step.y(), done=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(0.9985 ** event.angleDelta().y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            right, down = ARROWS[key]
            self._go(self._x + right * self._span / 20, self._y + down * self._span / 20, done=True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1.25 if key == Qt.Key.Key_Minus else 0.8)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._ask()

    def _go(self, x: float, y: float, *, done: bool) -> None:
        self._x, self._y = max(-1.0, min(2.0, x)), max(-1.0, min(2.0, y))
        self._ask()
        self.update()
        self.moved.emit(self._x, self._y, done)

    def _zoom(self, factor: float) -> None:
        self._span = max(CLOSEST, min(WIDEST, self._span * factor))
        self._ask()
        self.update()


class MapPanel(QWidget):
    """Three ways to look around."""

    cornersThrown = Signal()
    cornersHere = Signal()
    """The plane is to begin where the person is."""
    overviewWanted = Signal()
    cancelWanted = Signal()
    overviewPicked = Signal(int)
    variationsWanted = Signal(float)
    """How far from here, 0 to 1."""
    variationPicked = Signal(int)
    viewChanged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = Segmented(
            self.tr("View"),
            [
                (self.tr("Plane"), "plane", self.tr("A plane through four latents, to drag")),
                (self.tr("Overview"), "overview", self.tr("Many seeds at once, like beside like")),
                (self.tr("Around this"), "around", self.tr("64 variations of the picture on show")),
            ],
        )
        self.view.setData("plane")
        self.view.chosen.connect(self._show)
        self._stack = QStackedWidget()
        for page in (self._plane_page(), self._overview_page(), self._around_page()):
            self._stack.addWidget(page)
        box = column(self.view, self._stack, gap=look.GAP)
        box.setStretch(1, 1)
        self.setLayout(box)

    def setVariations(self, count: int) -> None:
        """Make room for `count` pictures, which follow in `around`."""
        self.around.setCount(count)
        self.around.setAt(-1)

    def setOverview(self, pictures: Sequence[Any], columns: int) -> None:
        self.overview.setColumns(columns)
        self.overview.setCount(len(pictures))
        for index, picture in enumerate(pictures):
            self.overview.setPicture(index, picture)
        self.setProgress(0, 0)

    def setProgress(self, done: int, total: int) -> None:
        """Progress of the overview; 0 of 0 hides it."""
        self.progress.setVisible(total > 0)
        self.cancel.setVisible(total > 0)
        self.make.setEnabled(total == 0)
        self.progress.setRange(0, total or 1)
        self.progress.setValue(done)

    def _show(self, name: object) -> None:
        self._stack.setCurrentIndex(["plane", "overview", "around"].index(str(name)))
        self.viewChanged.emit(str(name))

    def _plane_page(self) -> QWidget:
        self.plane = PlaneView()
        self.die = Button(self.tr("New corners"), self.tr("A plane through four random latents"), icon="dice")
        self.die.clicked.connect(self.cornersThrown)
        self.here = Button(self.tr("From here"), self.tr("A plane that begins at the picture on show"))
        self.here.clicked.connect(self.cornersHere)
        box = column(self.plane)
        box.setStretch(0, 1)
        box.addLayout(row(self.die, self.here, None))
        page = QWidget()
        page.setLayout(box)
        return page

    def _overview_page(self) -> QWidget:
        self.overview = Tiles(
            self.tr("Overview"), self.tr("Click a picture to go there"), columns=16, gap=1, largest=64
        )
        self.overview.setEmptyText(self.tr("Draws 144 seeds and lays them out so that neighbours look alike."))
        self.overview.picked.connect(self.overviewPicked)
        self.make = Button(self.tr("Make overview"), self.tr("Draw 144 other seeds and arrange them"), icon="sample")
        self.make.clicked.connect(self.overviewWanted)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = IconButton("close", self.tr("Leave the overview unfinished"))
        self.cancel.clicked.connect(self.cancelWanted)
        box = column(self.overview)
        box.addLayout(row(self.make, self.progress, self.cancel, None))
        box.addStretch(1)
        page = QWidget()
        page.setLayout(box)
        self.setProgress(0, 0)
        return page

    def _around_page(self) -> QWidget:
        self.around = Tiles(
            self.tr("Variations"), self.tr("Click the one to go on from"), columns=11, gap=2, largest=64
        )
        self.around.setEmptyText(self.tr("Shows 64 pictures near the one on show. Pick one, and look again."))
        self.around.picked.connect(self.variationPicked)
        self.amount = Slider(self.tr("How far"), self.tr("How different the variations are"))
        self.amount.setRange(5, 100)
        self.amount.setValue(30)
        self.amount_text = label("30 %", "muted")
        self.amount.valueChanged.connect(lambda value: self.amount_text.setText(f"{value} %"))
        self.look = Button(
            self.tr("64 around this"), self.tr("Draw 64 variations of the picture on show"), icon="sample"
        )
        self.look.clicked.connect(lambda: self.variationsWanted.emit(self.amount.value() / 100))
        box = column(self.around)
        box.addLayout(row(self.look, label(self.tr("how far"), "muted"), self.amount, self.amount_text))
        box.addStretch(1)
        page = QWidget()
        page.setLayout(box)
        return page
