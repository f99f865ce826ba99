"""GridView: a grid of tiles, as large as fits, to zoom, to pan and to pick from."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ganstudio.panels import look

CLOSEST = 64.0
"""Largest magnification, in device pixels per pixel."""

KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class GridView(QWidget):
    picked = Signal(int, int)
    """Row and column; -1, -1 when the pick is taken back."""
    menuWanted = Signal(int, int, QPoint)
    """A tile, and a place on the screen; the tile is picked."""

    def __init__(self, name: str, help: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(help)
        self.setToolTip(help)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 160)
        self._image = QImage()
        self._shrunk = QImage()
        self._rows = self._columns = 1
        self._pick: tuple[int, int] | None = None
        self._zoom = 0.0
        self._centre = QPointF()
        self._pressed: QPoint | None = None
        self._moved = False
        self._ringed = False
        self._empty = ""

    # What it shows ------------------------------------------------------------------------------------------------

    def setImage(self, image: QImage, rows: int = 1, columns: int = 1) -> None:
        """Another grid; zoom, place and pick stay when it has the same shape."""
        same = image.size() == self._image.size() and (rows, columns) == (self._rows, self._columns)
        self._image, self._shrunk = image, QImage()
        self._rows, self._columns = max(rows, 1), max(columns, 1)
        if not same:
            self.fit()
            if self._pick and (self._pick[0] >= self._rows or self._pick[1] >= self._columns):
                self.setPick(None)
        self.update()

    def image(self) -> QImage:
        return self._image

    def setEmptyText(self, text: str) -> None:
        """What stands there while there is no picture."""
        self._empty = text
        self.update()

    def emptyText(self) -> str:
        return self._empty

    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    # Picking ------------------------------------------------------------------------------------------------------

    def pick(self) -> tuple[int, int] | None:
        return self._pick

    def setPick(self, pick: tuple[int, int] | None) -> None:
        """Mark a tile and tell."""
        if pick != self._pick:
            self._pick = pick
            self.update()
            self.picked.emit(*(pick or (-1, -1)))

    def tile(self, row: int, column: int) -> QImage:
        """One tile at its own size."""
        width, height = self._image.width() // self._columns, self._image.height() // self._rows
        return self._image.copy(column * width, row * height, width, height)

    def tileAt(self, position: QPointF) -> tuple[int, int] | None:
        """Row and column under a point of the widget."""
        area = self.area()
        if self._image.isNull() or not area.contains(position):
            return None
        row = int((position.y() - area.top()) / area.height() * self._rows)
        column = int((position.x() - area.left()) / area.width() * self._columns)
        return min(row, self._rows - 1), min(column, self._columns - 1)

    def tileArea(self, row: int, column: int) -> QRectF:
        """Where a tile lies in the widget."""
        area = self.area()
        width, height = area.width() / self._columns, area.height() / self._rows
        return QRectF(area.left() + column * width, area.top() + row * height, width, height)

    # Zoom ---------------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """As large as the widget."""
        self._zoom = 0.0
        self.update()

    def isFitted(self) -> bool:
        return self._zoom == 0.0

    def scale(self) -> float:
        """Widget pixels per picture pixel."""
        return self._zoom or self._fitting()

    def zoomBy(self, factor: float, about: QPointF | None = None) -> None:
        """Larger or smaller about a point of the widget, which stays where it is; never smaller than what fits."""
        if self._image.isNull():
            return
        about = about or QPointF(self.rect().center())
        area = self.area()
        under = QPointF((about.x() - area.left()) / self.scale(), (about.y() - area.top()) / self.scale())
        zoom = min(self.scale() * factor, CLOSEST)
        if zoom <= self._fitting() * 1.001:
            self.fit()
            return
        self._zoom = zoom
        self._centre = QPointF(
            under.x() - (about.x() - self.width() / 2) / zoom, under.y() - (about.y() - self.height() / 2) / zoom
        )
        self._keep_inside()
        self.update()

    def area(self) -> QRectF:
        """Where the whole picture lies in the widget."""
        scale = self.scale()
        width, height = self._image.width() * scale, self._image.height() * scale
        if self.isFitted():
            return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        left = self.width() / 2 - self._centre.x() * scale
        return QRectF(left, self.height() / 2 - self._centre.y() * scale, width, height)

    def _fitting(self) -> float:
        if self._image.isNull():
            return 1.0
        fitting = min(self.width() / self._image.width(), self.height() / self._image.height())
        return min(fitting, CLOSEST)

    def _keep_inside(self) -> None:
        half = QPointF(self.width() / 2 / self._zoom, self.height() / 2 / self._zoom)
        self._centre = QPointF(
            _between(self._centre.x(), half.x(), self._image.width() - half.x()),
            _between(self._centre.y(), half.y(), self._image.height() - half.y()),
        )

    # Events -------------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoomBy(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._moved = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        here = event.position().toPoint()
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self.isFitted() and (far or self._moved):
            self._moved = True
            self._centre -= QPointF(here - self._pressed) / self._zoom
            self._pressed = here
            self._keep_inside()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        if self._pressed is not None and not self._moved:
            under = self.tileAt(event.position())
            self.setPick(None if under == self._pick else under)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse for the tile under it, by the keyboard for the one that is picked."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        pick = self.tileAt(QPointF(event.pos())) if by_mouse else self._pick
        if pick is None or self._image.isNull():
            return
        self.setPick(pick)
        place = event.pos() if by_mouse else self.tileArea(*pick).center().toPoint()
        self.menuWanted.emit(*pick, self.mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEYS and not self._image.isNull():
            down, right = KEYS[key]
            row, column = self._pick or (0, 0)
            if self._pick is not None:
                row, column = row + down, column + right
            self.setPick((_clamped(row, self._rows), _clamped(column, self._columns)))
        elif key == Qt.Key.Key_Escape and self._pick is not None:
            self.setPick(None)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoomBy(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoomBy(0.8)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring shows where the keyboard is; a click needs none."""
        super().focusInEvent(event)
        self._ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shrunk = QImage()
        if not self.isFitted():
            self._zoom = max(self._zoom, self._fitting())
            self._keep_inside()

    # Painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        known = look.colours(self)
        if self._image.isNull():
            painter.setPen(QColor(known.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), flags, self._empty)
        else:
            self._paint_image(painter)
            look.outline(painter, self.area(), known)
            self._paint_pick(painter, known)
        if self._ringed:
            painter.setPen(QPen(QColor(known.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_image(self, painter: QPainter) -> None:
        """Averaged where it is made smaller, smooth up to twice its size, honest squares beyond that."""
        ratio = self.devicePixelRatioF()
        scale = self.scale() * ratio
        if scale < 0.75 and self.isFitted():
            painter.drawImage(self.area().topLeft(), self._averaged(ratio))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale <= 2.0 and scale != 1.0)
        painter.drawImage(self.area(), self._image)

    def _averaged(self, ratio: float) -> QImage:
        size = (self.area().size() * ratio).toSize()
        if self._shrunk.size() != size:
            self._shrunk = self._image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._shrunk.setDevicePixelRatio(ratio)
        return self._shrunk

    def _paint_pick(self, painter: QPainter, known: look.Colours) -> None:
        """Two lines, one dark and one in the accent, seen on every picture."""
        if self._pick is None:
            return
        around = self.tileArea(*self._pick)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#000000" if look.is_dark(self.palette()) else "#ffffff"), 5))
        painter.drawRect(around)
        painter.setPen(QPen(QColor(known.accent), 3))
        painter.drawRect(around)


def _between(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else min(max(value, low), high)


def _clamped(number: int, count: int) -> int:
    return min(max(number, 0), count - 1)
