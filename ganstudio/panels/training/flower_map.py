"""FlowerMap: what stands where pictures will be on the first start, a map of flowers and one that follows the mouse."""

from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.pictures import to_image

TILE = 64
"""Pixels of a flower of the stored map."""
KNOT = 4
"""Flowers from one whole number of the map to the next."""
LENS = 3
"""Side of the flower under the mouse, in flowers of the map."""
ARROWS = {
    Qt.Key.Key_Left: QPointF(-0.5, 0),
    Qt.Key.Key_Right: QPointF(0.5, 0),
    Qt.Key.Key_Up: QPointF(0, -0.5),
    Qt.Key.Key_Down: QPointF(0, 0.5),
}


class FlowerMap(QWidget):
    """The map is a stored picture; the large flower is cut out of it until somebody draws it exactly."""

    touched = Signal(float, float)
    """x, y on the map, in whole numbers from flower to flower of its own; somebody is to draw what lies there."""
    chosen = Signal(float, float)
    """A click there, or Return."""

    def __init__(self, stored: Path, parent: QWidget | None = None) -> None:
        """`stored`: the picture of the map, flowers of `TILE` px without gaps."""
        super().__init__(parent)
        self._size = QImageReader(str(stored)).size()
        self._decoded = QImage()
        self._decoding = Thread(target=self._decode, args=(str(stored),), name="flowers", daemon=True)
        """Beside the making of the window, of which decoding would be a thirtieth."""
        self._decoding.start()
        self._drawn: QImage | None = None
        self._at = QPointF(self._size.width() / TILE / 2, self._size.height() / TILE / 2)
        """Where the large flower is, in flowers from the left and the top of the map."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Flowers that a generator draws"))
        self.setToolTip(self.tr("Move over the flowers; a click goes on from there in Explore"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 96)
        Giving(self, lambda _: self._drawn or self._stored.copy(self._nearest().toRect()), free=lambda: False)

    def _decode(self, stored: str) -> None:
        self._decoded = QImage(stored)

    @property
    def _stored(self) -> QImage:
        self._decoding.join()
        return self._decoded

    def place(self) -> tuple[float, float]:
        """Where the large flower is on the map."""
        return self._at.x() / KNOT, self._at.y() / KNOT

    def setFlower(self, picture: Any) -> None:
        """The flower of the place that was touched last, uint8 (H, W, 3)."""
        self._drawn = to_image(picture)
        self.update()

    def _scale(self) -> float:
        """Pixels of the screen to a flower of the map: the map covers the whole area."""
        width, height = self._size.width() / TILE, self._size.height() / TILE
        return max(TILE, self.width() / width, self.height() / height) if width else TILE

    def _corner(self) -> QPointF:
        """Where the map begins, in pixels: its middle is the area's."""
        scale = self._scale() / TILE
        return QPointF(
            (self.width() - scale * self._size.width()) / 2, (self.height() - scale * self._size.height()) / 2
        )

    def _go(self, place: QPointF) -> None:
        """`place`: in flowers of the map."""
        width, height = self._size.width() / TILE, self._size.height() / TILE
        self._at = QPointF(min(max(place.x(), 0.0), width), min(max(place.y(), 0.0), height))
        self.touched.emit(*self.place())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go((event.position() - self._corner()) / self._scale())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go((event.position() - self._corner()) / self._scale())
            self.chosen.emit(*self.place())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := ARROWS.get(Qt.Key(event.key())):
            self._go(self._at + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(*self.place())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), look.RADIUS, look.RADIUS)
        painter.setClipPath(whole)
        scale = self._scale()
        size = QPointF(self._size.width(), self._size.height()) * scale / TILE
        painter.drawImage(QRectF(self._corner(), self._corner() + size), self._stored)
        self._paint_flower(painter, known, scale)
        painter.end()

    def _paint_flower(self, painter: QPainter, known: look.Colours, scale: float) -> None:
        side = min(LENS * scale, 0.8 * self.height())
        centre = self._corner() + self._at * scale
        area = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        frame = QPainterPath()
        frame.addRoundedRect(area.adjusted(-3, -3, 3, 3), look.RADIUS + 3, look.RADIUS + 3)
        painter.fillPath(frame, QColor(known.surface))
        inside = QPainterPath()
        inside.addRoundedRect(area, look.RADIUS, look.RADIUS)
        painter.setClipPath(inside, Qt.ClipOperation.IntersectClip)
        if self._drawn:
            painter.drawImage(area, self._drawn)
        else:
            painter.drawImage(area, self._stored, self._nearest())
        if self.hasFocus():
            painter.setPen(QColor(known.accent))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), look.RADIUS, look.RADIUS)

    def _nearest(self) -> QRectF:
        """The flower of the stored map that lies nearest."""
        column = min(int(self._at.x()), self._size.width() // TILE - 1)
        line = min(int(self._at.y()), self._size.height() // TILE - 1)
        return QRectF(TILE * column, TILE * line, TILE, TILE)
