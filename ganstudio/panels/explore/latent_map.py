"""LatentMap: latent space as a map without end, and in its middle, large and exact, the picture of where one is."""

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.pictures import to_image

Cell = tuple[int, int, int]
"""Level, column, row: the picture at (column, row) / 2**level of the map."""
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
WIDEST, CLOSEST = 4.0, 1 / 64
"""Shorter side of the part of the map on show."""
WHOLE, FALL = 0.25, 0.15
"""Where that is at most `WHOLE`, the picture fills the stage; each doubling takes so much of it away."""
PAN = 60
"""Milliseconds between two times that tiles are asked for while one pans."""
CLICK = 4.0
"""Pixels that a press may move and still be a click."""


def coarsest(cell: Cell) -> Cell:
    """The same place at the first level that has it: what was drawn for a coarse map is not drawn again."""
    level, column, line = cell
    while level and not column % 2 and not line % 2:
        level, column, line = level - 1, column // 2, line // 2
    return level, column, line


class LatentMap(QWidget):
    """Dragging moves through latent space, the wheel changes the scale. Whole numbers are latents of their own."""

    moved = Signal(float, float, bool)
    """x, y in the middle, and whether the movement is over."""
    tilesWanted = Signal(object)
    """list[Cell]: those on show without a picture, coarse ones first, and of those the nearest first."""

    KEPT = 4096
    SIDE = 50
    """About this many pixels to a tile."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(200, 160)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("The picture on show, and the map around it"))
        self.setToolTip(self.tr("Drag moves through latent space, wheel or + and - change the scale, arrow keys walk"))
        self._tiles: dict[Cell, QImage] = {}
        self._stale: set[Cell] = set()
        """Tiles that show what the generator drew before; they stay until it has drawn them anew."""
        self._picture, self._empty = QImage(), ""
        self._x = self._y = 0.0
        self._span = 2.0
        self._trail = [QPointF(0.0, 0.0)]
        self._pressed: QPointF | None = None
        self._dragged = 0.0
        self._canvas = _Canvas()
        self._asked: object = None
        self._asking = QTimer(self, singleShot=True, interval=PAN)
        self._asking.timeout.connect(self._ask)

    # What it shows ------------------------------------------------------------------------------------------------

    def setPicture(self, picture: Any) -> None:
        """The picture of the place in the middle: a QImage, or uint8 (H, W, C)."""
        self._picture = to_image(picture)
        self.update()

    def picture(self) -> QImage:
        return self._picture

    def setEmptyText(self, text: str) -> None:
        """What stands there while there is no picture."""
        self._picture, self._empty = QImage(), text
        self.update()

    def begin(self, x: float = 0.0, y: float = 0.0) -> None:
        """Another map: none of its pictures is known, and nobody has been anywhere on it."""
        self._tiles, self._stale = {}, set()
        self._x, self._y = x, y
        self._trail = [QPointF(x, y)]
        self._show_anew()

    def refresh(self) -> None:
        """The same map, drawn by another state of the generator: what is known stays until it is drawn anew."""
        self._stale = set(self._tiles)
        self._asked = None
        self._ask()

    def place(self) -> tuple[float, float]:
        return self._x, self._y

    def setPlace(self, x: float, y: float) -> None:
        """Move the middle to (x, y) without emitting `moved`."""
        if (x, y) != (self._x, self._y):
            self._x, self._y = x, y
            self._ask_soon()
            self.update()

    def setSpan(self, span: float) -> None:
        """How much of the map is on show, in whole numbers along its shorter side."""
        self._span = max(CLOSEST, min(WIDEST, span))
        self._show_anew()

    def setTile(self, cell: Cell, picture: Any) -> None:
        """A picture that `tilesWanted` asked for."""
        cell = coarsest(cell)
        if len(self._tiles) >= self.KEPT and cell not in self._tiles:
            oldest = next(iter(self._tiles))
            del self._tiles[oldest]
            self._stale.discard(oldest)
        known = to_image(picture)
        largest = 2 * self.SIDE
        if known.width() > largest:
            smooth = Qt.TransformationMode.SmoothTransformation
            known = known.scaled(largest, largest, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        self._tiles[cell] = known.convertToFormat(QImage.Format.Format_RGB32)
        self._stale.discard(cell)
        self._canvas.paint(self._shown_by(cell), self._tiles[cell])
        self.update()

    def _shown_by(self, cell: Cell) -> list[Cell]:
        """The places on show that a tile is for, or stands in for."""
        level, picture = self._level(), self._tiles[cell]
        if cell[0] > level:
            return []
        factor = 2 ** (level - cell[0])
        around = range(-(factor // 2), factor // 2 + 1)
        near = [(level, cell[1] * factor + across, cell[2] * factor + down) for down in around for across in around]
        return [place for place in near if self._standing_in(place) is picture]

    def known(self) -> int:
        """How many tiles are there and are of the generator's present state."""
        return len(self._tiles) - len(self._stale)

    def trail(self) -> list[tuple[float, float]]:
        """The places on this map where movements ended, in order."""
        return [(place.x(), place.y()) for place in self._trail]

    # Geometry -----------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Pixels to the map's unit."""
        return min(self.width(), self.height()) / self._span

    def _level(self) -> int:
        return max(0, round(math.log2(self._scale() / self.SIDE)))

    def at(self, place: QPointF) -> QPointF:
        """Where a place of the map is on the screen."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        return middle + (place - QPointF(self._x, self._y)) * self._scale()

    def pictureArea(self) -> QRectF:
        """Where the large picture is."""
        share = 1.0 - FALL * max(0.0, math.log2(self._span / WHOLE))
        side = max(3 * self.SIDE, min(1.0, share) * min(self.width(), self.height()))
        middle = QPointF(self.width() / 2, self.height() / 2)
        ratio = self._picture.height() / self._picture.width() if self._picture.width() else 1.0
        size = QPointF(side / max(1.0, ratio), side * min(1.0, ratio))
        return QRectF(middle - size / 2, middle + size / 2)

    def _ranges(self, reach: float) -> tuple[range, range]:
        """Columns and lines of the tiles on show, or in `reach` of the middle, in widths and heights of the widget."""
        step = 2 ** self._level()
        half_x, half_y = (reach * side / self._scale() for side in (self.width(), self.height()))
        columns = range(math.floor((self._x - half_x) * step + 0.5), math.floor((self._x + half_x) * step + 0.5) + 1)
        lines = range(math.floor((self._y - half_y) * step + 0.5), math.floor((self._y + half_y) * step + 0.5) + 1)
        return columns, lines

    def _cells(self, reach: float = 0.5) -> list[Cell]:
        """The cells of `_ranges`."""
        level, (columns, lines) = self._level(), self._ranges(reach)
        return [(level, column, line) for line in lines for column in columns]

    def _ask(self) -> None:
        """For what is missing; once as long as the same tiles are on show."""
        shown = self._level(), *self._ranges(0.5)
        if self.isVisible() and shown != self._asked:
            self._asked = shown
            self.tilesWanted.emit(self.missing())

    def _ask_soon(self) -> None:
        """While one pans, not for every step of the mouse."""
        if not self._asking.isActive():
            self._asking.start()

    def missing(self) -> list[Cell]:
        """The tiles on show without a picture of the generator's present state, in the order to draw them."""
        wanted = {coarsest(cell) for cell in self._cells()}
        lacking = [cell for cell in wanted if cell not in self._tiles or cell in self._stale]
        return sorted(lacking, key=self._urgency)

    def _urgency(self, cell: Cell) -> tuple[int, float]:
        step = 2 ** cell[0]
        return cell[0], (cell[1] / step - self._x) ** 2 + (cell[2] / step - self._y) ** 2

    def _standing_in(self, cell: Cell) -> QImage | None:
        """The tile, or where it is not drawn yet the coarser one that is nearest."""
        for up in range(cell[0] + 1):
            factor = 2**up
            near = cell[0] - up, round(cell[1] / factor), round(cell[2] / factor)
            if known := self._tiles.get(coarsest(near)):
                return known
        return None

    # Events -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(known.raised))
        if self._tiles:
            if not self._canvas.covers(self):
                self._canvas.compose(self, self._cells(_Canvas.REACH), self._standing_in, QColor(known.raised))
            painter.drawImage(self._canvas.corner_in(self), self._canvas.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_trail(painter, known)
        self._paint_picture(painter, known)
        painter.end()

    def _paint_trail(self, painter: QPainter, known: look.Colours) -> None:
        ways = QPolygonF([self.at(place) for place in self._trail])
        for colour, width in ((known.surface, 4.0), (known.accent, 2.0)):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(ways)

    def _paint_picture(self, painter: QPainter, known: look.Colours) -> None:
        if self._picture.isNull():
            painter.setPen(QColor(known.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            return
        area = self.pictureArea()
        if area.height() < self.height() - 1:
            frame = QPainterPath()
            frame.addRoundedRect(area.adjusted(-3, -3, 3, 3), 4, 4)
            painter.fillPath(frame, QColor(known.accent if self.hasFocus() else known.surface))
        look.draw_picture(painter, area, self._picture, self.palette())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), 0.0
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            way = event.position() - self._pressed
            self._dragged += way.manhattanLength()
            self._pressed = event.position()
            self._go(self._x - way.x() / self._scale(), self._y - way.y() / self._scale(), done=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag; or a click on the map beside the picture, which goes there."""
        if self._pressed is None:
            return
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        x, y = self._x, self._y
        if self._dragged <= CLICK and not self.pictureArea().contains(event.position()):
            way = (event.position() - QPointF(self.width() / 2, self.height() / 2)) / self._scale()
            x, y = x + way.x(), y + way.y()
        self._go(x, y, done=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(0.9985 ** event.angleDelta().y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy) and not self._picture.isNull():
            QGuiApplication.clipboard().setImage(self._picture)
        elif key in ARROWS:
            right, down = ARROWS[key]
            self._go(self._x + right * self._span / 20, self._y + down * self._span / 20, done=True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1.25 if key == Qt.Key.Key_Minus else 0.8)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_anew()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._show_anew()

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        self._canvas.forget()

    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    def _show_anew(self) -> None:
        self._canvas.forget()
        self._asked = None
        self._ask()
        self.update()

    def _go(self, x: float, y: float, *, done: bool) -> None:
        self._x, self._y = x, y
        if done and self._trail[-1:] != [QPointF(x, y)]:
            self._trail.append(QPointF(x, y))
        self._ask_soon()
        self.update()
        self.moved.emit(x, y, done)

    def _zoom(self, factor: float) -> None:
        self.setSpan(self._span * factor)


class _Canvas:
    """The tiles painted once, with room to all sides: while one pans it is moved, not painted."""

    REACH = 0.75
    """Of the widget's width and height to each side of the middle; half is what is on show."""

    def __init__(self) -> None:
        self.image = QImage()
        self._middle, self._scale = QPointF(), 0.0
        self._whole: set[Cell] = set()
        self._palette = QPalette()

    def forget(self) -> None:
        self.image, self._whole = QImage(), set()

    def covers(self, view: LatentMap) -> bool:
        """Whether it shows all that is to be seen now."""
        if self.image.isNull():
            return False
        way = (QPointF(*view.place()) - self._middle) * self._scale
        spare = self.REACH - 0.5
        return abs(way.x()) < spare * view.width() and abs(way.y()) < spare * view.height()

    def corner_in(self, view: LatentMap) -> QPoint:
        """Where it is to be drawn, on whole pixels: it is copied then, not sampled."""
        size = QPointF(self.image.width(), self.image.height()) / self.image.devicePixelRatio()
        return (view.at(self._middle) - size / 2).toPoint()

    def compose(
        self, view: LatentMap, cells: list[Cell], standing_in: Callable[[Cell], QImage | None], ground: QColor
    ) -> None:
        """Paint every cell that has a picture, or another that stands in for it; what was painted before is moved."""
        middle, before, already = QPointF(*view.place()), self.image, self._whole
        corner = self._corner_of(middle) if not before.isNull() else QPoint()
        self._middle = middle
        self._scale = view.at(middle + QPointF(1, 0)).x() - view.at(middle).x()
        ratio = view.devicePixelRatioF()
        size = QSize(round(2 * self.REACH * view.width() * ratio), round(2 * self.REACH * view.height() * ratio))
        self.image = QImage(size, QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(ratio)
        self.image.fill(ground)
        self._palette = view.palette()
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not before.isNull():
            painter.drawImage(corner, before)
        for cell in cells:
            if cell not in already and (picture := standing_in(cell)):
                self._draw(painter, cell, picture)
        painter.end()
        self._whole = self._inside(cells)

    def _corner_of(self, middle: QPointF) -> QPoint:
        """Where the corner of what is painted lies once the middle is another; the middle is moved to whole pixels."""
        way = ((self._middle - middle) * self._scale).toPoint()
        middle.setX(self._middle.x() - way.x() / self._scale)
        middle.setY(self._middle.y() - way.y() / self._scale)
        return way

    def _inside(self, cells: list[Cell]) -> set[Cell]:
        """Those that are painted to their edges."""
        whole = QRectF(QPointF(), QPointF(self.image.width(), self.image.height()) / self.image.devicePixelRatio())
        return {cell for cell in cells if whole.contains(QRectF(self._area(cell)))}

    def paint(self, cells: list[Cell], picture: QImage) -> None:
        """One more tile is known, and stands in these places."""
        if not self.image.isNull():
            painter = QPainter(self.image)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for cell in cells:
                self._draw(painter, cell, picture)
            painter.end()

    def _draw(self, painter: QPainter, cell: Cell, picture: QImage) -> None:
        look.draw_picture(painter, look.inside(self._area(cell), picture), picture, self._palette)

    def _area(self, cell: Cell) -> Any:
        level, column, line = cell
        side = self._scale / 2**level
        middle = QPointF(self.image.width(), self.image.height()) / self.image.devicePixelRatio() / 2
        at = middle + (QPointF(column, line) / 2**level - self._middle) * self._scale
        return QRectF(at.x() - side / 2, at.y() - side / 2, side, side).toAlignedRect()
