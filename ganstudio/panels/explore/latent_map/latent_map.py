"""LatentMap: latent space as a map without end, and in its middle, large and exact, the picture of where one is."""

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look
from ganstudio.panels.explore.latent_map.canvas import Area, Canvas, Cell
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.pictures import to_image

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
FRAME = 33
"""Milliseconds between two paintings of a movement while a run trains."""
FRAME_WIDTH = 3
"""Of the picture's."""
PIN = 9.0
"""Half of a pin's width on the map."""
CLICK = 4.0
"""Pixels that a press may move and still be a click."""


FINEST = 24
"""A level that no map reaches: places are counted in its steps."""
Place = tuple[int, int]


def place_of(cell: Cell) -> Place:
    """What every level calls the same: what was drawn for a coarse map is not drawn again."""
    level, column, line = cell
    return column << FINEST - level, line << FINEST - level


def coarsest(cell: Cell) -> Cell:
    """The same place at the first level that has it."""
    level, column, line = cell
    both = column | line
    up = min(level, (both & -both).bit_length() - 1) if both else level
    return level - up, column >> up, line >> up


class LatentMap(QWidget):
    """Dragging moves through latent space, the wheel changes the scale. Whole numbers are latents of their own."""

    moved = Signal(float, float, bool)
    """x, y in the middle, and whether the movement is over."""
    tilesWanted = Signal()
    """Others are on show now, or what is known is of another state of the generator; `missing` says which to draw."""

    KEPT = 4096
    SIDE = 50
    """About this many pixels to a tile."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(200, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the card behind is not painted each time
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("The picture on show, and the map around it"))
        self.setToolTip(
            self.tr("Drag moves through latent space, wheel or + and - change the scale, arrow keys walk")
            + "\n"
            + self.tr("With Ctrl the picture is dragged into another program; Ctrl+C copies it")
        )
        Giving(self, lambda _: self._picture, free=lambda: False)
        self._tiles: dict[Place, QImage] = {}
        self._stale: set[Place] = set()
        """Tiles that show what the generator drew before; they stay until it has drawn them anew."""
        self._picture, self._large, self._empty = QImage(), QImage(), ""
        self._x = self._y = 0.0
        self._span = 2.0
        self._trail = [QPointF(0.0, 0.0)]
        self._pins: list[QPointF | None] = []
        self._pressed: QPointF | None = None
        self._dragged = 0.0
        self._canvas = Canvas()
        self._asked: object = None
        self._asking = QTimer(self, singleShot=True, interval=PAN)
        self._asking.timeout.connect(self._ask)
        self._frame = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._next_frame)
        self._late = False
        """It has moved since it was painted."""
        self._told = True
        """`moved` was emitted for where it is."""
        self._pinned = False
        """A pin was on the picture when it was painted."""

    # What it shows ------------------------------------------------------------------------------------------------

    def setPicture(self, picture: Any) -> None:
        """The picture of the place in the middle: a QImage, or uint8 (H, W, C)."""
        self._picture, self._large = to_image(picture), QImage()
        self.update()

    def picture(self) -> QImage:
        return self._picture

    def setEmptyText(self, text: str) -> None:
        """What stands there while there is no picture."""
        self._picture, self._large, self._empty = QImage(), QImage(), text
        self.update()

    def begin(self, x: float = 0.0, y: float = 0.0) -> None:
        """Another map: none of its pictures is known, and nobody has been anywhere on it."""
        self._tiles, self._stale = {}, set()
        self._x, self._y = x, y
        self._trail, self._pins = [QPointF(x, y)], []
        self._show_anew()

    def refresh(self) -> None:
        """The same map, drawn by another state of the generator: what is known stays until it is drawn anew."""
        self._stale = set(self._tiles)
        self._asked = None
        self._ask()

    def setPins(self, places: Sequence[tuple[float, float] | None]) -> None:
        """Where each pin lies on this map; None where it lies elsewhere."""
        self._pins = [QPointF(*place) if place else None for place in places]
        self.update()

    def setSparing(self, on: bool) -> None:
        """Movements are painted no more often than needed: something else has work to do."""
        self._frame.setInterval(FRAME if on else 0)

    def place(self) -> tuple[float, float]:
        return self._x, self._y

    def setPlace(self, x: float, y: float) -> None:
        """Move the middle to (x, y) without emitting `moved`."""
        if (x, y) != (self._x, self._y):
            self._x, self._y, self._told = x, y, True
            self._show_move()

    def setSpan(self, span: float) -> None:
        """How much of the map is on show, in whole numbers along its shorter side."""
        self._span = max(CLOSEST, min(WIDEST, span))
        self._show_anew()

    def setTile(self, cell: Cell, picture: Any) -> None:
        """A picture that `tilesWanted` asked for."""
        cell, place = coarsest(cell), place_of(cell)
        if len(self._tiles) >= self.KEPT and place not in self._tiles:
            oldest = next(iter(self._tiles))
            del self._tiles[oldest]
            self._stale.discard(oldest)
        known = to_image(picture)
        largest = 2 * self.SIDE
        if known.width() > largest:
            smooth = Qt.TransformationMode.SmoothTransformation
            known = known.scaled(largest, largest, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        tile = self._tiles[place] = known.convertToFormat(QImage.Format.Format_RGB32)
        self._stale.discard(place)
        self._canvas.paint(self._level(), self._shown_by(cell, tile), tile)
        self.update()

    def _shown_by(self, cell: Cell, picture: QImage) -> list[tuple[int, int]]:
        """Columns and lines of the places on show that a tile is for, or stands in for."""
        level = self._level()
        if cell[0] > level:
            return []
        factor = 2 ** (level - cell[0])
        around = range(-(factor // 2), factor // 2 + 1)
        near = [(cell[1] * factor + across, cell[2] * factor + down) for down in around for across in around]
        return [place for place in near if self._standing_in((level, *place)) is picture]

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

    def seen(self) -> Area:
        return Area(QPointF(self._x, self._y), self._scale(), self.size(), self.devicePixelRatioF())

    def at(self, place: QPointF) -> QPointF:
        """Where a place of the map is on the screen."""
        return self.seen().at(place)

    def pictureArea(self) -> QRectF:
        """Where the large picture is, whole pixels."""
        share = 1.0 - FALL * max(0.0, math.log2(self._span / WHOLE))
        side = max(3 * self.SIDE, min(1.0, share) * min(self.width(), self.height()))
        middle = QPointF(self.width() / 2, self.height() / 2)
        ratio = self._picture.height() / self._picture.width() if self._picture.width() else 1.0
        size = QPointF(side / max(1.0, ratio), side * min(1.0, ratio))
        return QRectF(QRectF(middle - size / 2, middle + size / 2).toRect())

    def _ranges(self, reach: float) -> tuple[range, range]:
        """Columns and lines of the tiles on show, or in `reach` of the middle, in widths and heights of the widget."""
        step = 2 ** self._level()
        half_x, half_y = (reach * side / self._scale() for side in (self.width(), self.height()))
        columns = range(math.floor((self._x - half_x) * step + 0.5), math.floor((self._x + half_x) * step + 0.5) + 1)
        lines = range(math.floor((self._y - half_y) * step + 0.5), math.floor((self._y + half_y) * step + 0.5) + 1)
        return columns, lines

    def _ask(self) -> None:
        """For what is missing; once as long as the same tiles are on show."""
        shown = self._level(), *self._ranges(0.5)
        if self.isVisible() and shown != self._asked:
            self._asked = shown
            self.tilesWanted.emit()

    def _show_move(self) -> None:
        """Tiles are not asked for at every step of the mouse."""
        if not self._asking.isActive():
            self._asking.start()
        self._late = True
        if not self._frame.isActive():
            self._next_frame()

    def _next_frame(self) -> None:
        if self._late:
            self._late = False
            self._frame.start()
            self.update(self._moving())
            self._tell(done=False)

    def _moving(self) -> QRegion:
        """What changes while one pans: all but the picture, unless a pin lies on it."""
        around, picture = QRegion(self.rect()), self.pictureArea()
        reach = picture.adjusted(-2 * PIN, -2 * PIN, 2 * PIN, 2 * PIN)
        pinned, self._pinned = self._pinned, any(pin and reach.contains(self.at(pin)) for pin in self._pins)
        free = self._picture.isNull() or pinned or self._pinned
        return around if free else around - self._hidden()

    def missing(self) -> list[Cell]:
        """The tiles on show without a picture of the generator's present state, in the order to draw them."""
        level, (columns, lines) = self._level(), self._ranges(0.5)
        fine, known = FINEST - level, self._tiles.keys() - self._stale if self._stale else self._tiles
        across = [(column, column << fine) for column in columns]
        unknown = {
            coarsest((level, column, line))
            for line in lines
            for down in (line << fine,)
            for column, right in across
            if (right, down) not in known  # thousands are asked for while one pans, and nearly all are known
        }
        return sorted(unknown, key=self._urgency)

    def _urgency(self, cell: Cell) -> tuple[int, float]:
        step = 2 ** cell[0]
        return cell[0], (cell[1] / step - self._x) ** 2 + (cell[2] / step - self._y) ** 2

    def _standing_in(self, cell: Cell) -> QImage | None:
        """The tile, or where it is not drawn yet the coarser one that is nearest."""
        level, column, line = cell
        fine = FINEST - level
        if exact := self._tiles.get((column << fine, line << fine)):
            return exact
        for up in range(1, level + 1):
            half, shift = 1 << up - 1, fine + up
            if near := self._tiles.get((column + half >> up << shift, line + half >> up << shift)):
                return near
        return None

    # Events -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._tiles:
            painter.fillRect(self.rect(), QColor(known.raised))
        else:
            self._paint_tiles(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_trail(painter, known)
        if self._picture.isNull() or event.region().intersects(self._hidden()):
            self._paint_picture(painter, known)
        self._paint_pins(painter, known)
        painter.end()

    def _paint_tiles(self, painter: QPainter) -> None:
        seen = self.seen()
        if not self._canvas.covers(seen):
            cells = self._ranges(Canvas.REACH)
            self._canvas.compose(seen, self._level(), cells, self._standing_in, self.palette())
        painter.drawImage(self._canvas.corner_in(seen), self._canvas.image)

    def _hidden(self) -> QRegion:
        """What the picture and its frame cover: neither moves while one pans."""
        frame = self.pictureArea().toRect()
        return QRegion(frame.adjusted(-FRAME_WIDTH, -FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH))

    def _paint_trail(self, painter: QPainter, known: look.Colours) -> None:
        if len(self._trail) < 2:
            return
        seen = self.seen()
        ways = QPolygonF([seen.at(place) for place in self._trail])
        for colour, width in ((known.surface, 4.0), (known.accent, 2.0)):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(ways)

    def _paint_pins(self, painter: QPainter, known: look.Colours) -> None:
        """Over the picture too, which would hide the one that was just set; their numbers are those of the row."""
        if not self._pins:
            return
        seen = self.seen()
        painter.setFont(look.font(look.CAPTION, bold=True))
        for number, place in enumerate(self._pins, 1):
            if place is None:
                continue
            disc = QRectF(-PIN, -PIN, 2 * PIN, 2 * PIN).translated(seen.at(place))
            painter.setPen(QPen(QColor(known.surface), 2))
            painter.setBrush(QColor(known.accent))
            painter.drawEllipse(disc)
            painter.setPen(QColor(known.on_accent))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_picture(self, painter: QPainter, known: look.Colours) -> None:
        if self._picture.isNull():
            painter.setPen(QColor(known.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            return
        area = self.pictureArea()
        if area.height() < self.height() - 1:
            frame = QPainterPath()
            frame.addRoundedRect(area.adjusted(-FRAME_WIDTH, -FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH), 4, 4)
            frame.addRect(area.adjusted(1, 1, -1, -1))  # left out: filling what the picture hides took 1 ms a frame
            painter.fillPath(frame, QColor(known.accent if self.hasFocus() else known.surface))
        painter.drawImage(area.topLeft().toPoint(), self._enlarged(area))

    def _enlarged(self, area: QRectF) -> QImage:
        """The picture in the size it is shown in, made once: while one pans it only moves."""
        ratio = self.devicePixelRatioF()
        size = (area.size() * ratio).toSize()
        if self._large.size() != size:
            self._large = QImage(size, QImage.Format.Format_RGB32)
            self._large.setDevicePixelRatio(ratio)
            with QPainter(self._large) as painter:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                look.draw_picture(painter, QRectF(QPointF(), area.size()), self._picture, self.palette())
        return self._large

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
        if key in ARROWS:
            right, down = ARROWS[key]
            way = self._span / 20
            self._go(self._x + right * way, self._y + down * way, done=not event.isAutoRepeat())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1.25 if key == Qt.Key.Key_Minus else 0.8)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a movement with an arrow key that was held."""
        on_the_way = self._trail[-1] != QPointF(self._x, self._y)
        if Qt.Key(event.key()) in ARROWS and on_the_way and not event.isAutoRepeat():
            self._go(self._x, self._y, done=True)
        else:
            super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_anew()

    def showEvent(self, event: Any) -> None:
        """What is painted is still right: the size and the colours have events of their own."""
        super().showEvent(event)
        self._asked = None
        self._ask()

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        self._canvas.forget()
        self._large = QImage()

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
        self._told = False
        if done:
            self._tell(done=True)
        self._show_move()

    def _tell(self, *, done: bool) -> None:
        """Once for each frame that was painted; where a movement ends at once."""
        if not self._told:
            self._told = True
            self.moved.emit(self._x, self._y, done)

    def _zoom(self, factor: float) -> None:
        self.setSpan(self._span * factor)
