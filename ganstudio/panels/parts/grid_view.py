"""GridView: a grid of tiles, as large as fits, to zoom, to pan and to pick from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMarginsF, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
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
from ganstudio.panels.parts.giving import Giving

TileText = Callable[[int, int], str]
"""What is said of the tile in a row and a column."""
WIDEST_TITLE = 96
"""Pixels that the title of a row takes at most."""
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
        self._meanwhile: list[QImage] = []
        self._hovered: tuple[int, int] | None = None
        self._row_titles: tuple[str, ...] = ()
        self._tile_text: TileText | None = None
        Giving(self, self._given, free=self.isFitted)

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

    def setMeanwhile(self, pictures: Sequence[QImage]) -> None:
        """What is shown, with the empty text below it, until there is a picture."""
        self._meanwhile = list(pictures)
        self.update()

    def meanwhile(self) -> int:
        """How many pictures stand there instead."""
        return len(self._meanwhile) if self._image.isNull() else 0

    def emptyText(self) -> str:
        return self._empty

    def setRowTitles(self, titles: Sequence[str]) -> None:
        """What each row shows, written at its left."""
        if tuple(titles) != self._row_titles:
            self._row_titles = tuple(titles)
            self._shrunk = QImage()
            self.update()

    def rowTitles(self) -> tuple[str, ...]:
        return self._row_titles

    def setTileText(self, text: TileText | None) -> None:
        """What is said of a tile while the mouse is on it or it is picked."""
        self._tile_text = text
        self.update()

    def room(self) -> QRectF:
        """Where there is place for the picture: all but what the titles of the rows take."""
        return QRectF(self.rect()).adjusted(self._gutter(), 0, 0, 0)

    def _gutter(self) -> float:
        if not self._row_titles:
            return 0.0
        metrics = QFontMetrics(look.font(look.CAPTION))
        widest = max(map(metrics.horizontalAdvance, self._row_titles))
        return min(widest, WIDEST_TITLE) + look.UNIT

    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    # Picking ------------------------------------------------------------------------------------------------------

    def pick(self) -> tuple[int, int] | None:
        return self._pick

    def setPick(self, pick: tuple[int, int] | None) -> None:
        """Mark a tile and tell."""
        if pick != self._pick:
            self._pick = pick
            self.setAccessibleDescription(self.tileText(pick) or self.toolTip())
            self.update()
            self.picked.emit(*(pick or (-1, -1)))

    def tileText(self, tile: tuple[int, int] | None) -> str:
        """What is said of a tile, '' where there is nothing to say."""
        return self._tile_text(*tile) if tile and self._tile_text and not self._image.isNull() else ""

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
        room = self.room()
        about = about or room.center()
        area = self.area()
        under = QPointF((about.x() - area.left()) / self.scale(), (about.y() - area.top()) / self.scale())
        zoom = min(self.scale() * factor, CLOSEST)
        if zoom <= self._fitting() * 1.001:
            self.fit()
            return
        self._zoom = zoom
        self._centre = QPointF(
            under.x() - (about.x() - room.center().x()) / zoom, under.y() - (about.y() - room.center().y()) / zoom
        )
        self._keep_inside()
        self.update()

    def area(self) -> QRectF:
        """Where the whole picture lies in the widget."""
        scale = self.scale()
        width, height = self._image.width() * scale, self._image.height() * scale
        centre = self.room().center()
        if self.isFitted():
            return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        return QRectF(centre.x() - self._centre.x() * scale, centre.y() - self._centre.y() * scale, width, height)

    def _fitting(self) -> float:
        if self._image.isNull():
            return 1.0
        room = self.room()
        fitting = min(room.width() / self._image.width(), room.height() / self._image.height())
        return min(fitting, CLOSEST)

    def _keep_inside(self) -> None:
        room = self.room()
        half = QPointF(room.width() / 2 / self._zoom, room.height() / 2 / self._zoom)
        self._centre = QPointF(
            _between(self._centre.x(), half.x(), self._image.width() - half.x()),
            _between(self._centre.y(), half.y(), self._image.height() - half.y()),
        )

    def _given(self, place: QPoint | None) -> QImage:
        """A tile; the whole where none is picked."""
        tile = self._pick if place is None else self.tileAt(QPointF(place))
        return self.tile(*tile) if tile else self._image

    # Events -------------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoomBy(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._moved = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.tileAt(event.position()))
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

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, tile: tuple[int, int] | None) -> None:
        if tile != self._hovered:
            self._hovered = tile
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
            self._paint_meanwhile(painter, known)
        else:
            self._paint_row_titles(painter, known)
            painter.setClipRect(self.room())
            self._paint_image(painter)
            look.outline(painter, self.area(), known)
            self._paint_pick(painter, known)
            painter.setClipping(False)
            self._paint_tile_text(painter, known)
        if self._ringed:
            painter.setPen(QPen(QColor(known.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_meanwhile(self, painter: QPainter, known: look.Colours) -> None:
        """The empty text; below a wall of pictures where there are some."""
        area = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        columns = max(1, round(len(self._meanwhile) ** 0.5))
        rows = len(self._meanwhile) // columns
        if rows:
            text = QRectF(area.left(), area.bottom() - 40, area.width(), 64)
            side = min(area.width() / columns, (area.height() - 56) / rows)
            left, top = area.center().x() - side * columns / 2, area.top() - 24
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for place in range(rows * columns):
                down, right = divmod(place, columns)
                cell = QRect(round(left + right * side), round(top + down * side), round(side), round(side))
                picture = self._meanwhile[place]
                look.draw_picture(painter, look.inside(cell, picture), picture, self.palette())
            area = text
        painter.setPen(QColor(known.muted))
        painter.drawText(area, flags, self._empty)

    def _paint_image(self, painter: QPainter) -> None:
        """Averaged where it is made smaller, smooth up to twice its size, honest squares beyond that."""
        ratio = self.devicePixelRatioF()
        scale = self.scale() * ratio
        if self._image.hasAlphaChannel():
            look.lay_checks(painter, self.area(), self.palette())
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

    def _paint_row_titles(self, painter: QPainter, known: look.Colours) -> None:
        """At the left of their rows, next to the picture."""
        painter.setFont(look.font(look.CAPTION))
        painter.setPen(QColor(known.muted))
        gutter, left = self._gutter(), max(self.area().left(), self.room().left())
        for row, title in enumerate(self._row_titles[: self._rows]):
            tile = self.tileArea(row, 0)
            place = QRectF(left - gutter, tile.top(), gutter - look.UNIT, tile.height())
            shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, round(place.width()) + 1)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_tile_text(self, painter: QPainter, known: look.Colours) -> None:
        """Below the tile under the mouse, or the one that is picked; above it where there is no room below."""
        tile = self._hovered if self._pressed is None and self._hovered else self._pick
        text = self.tileText(tile)
        if tile is None or not text:
            return
        painter.setFont(look.font(look.CAPTION, tabular=True))
        size = painter.fontMetrics().size(0, text).toSizeF().grownBy(QMarginsF(6, 3, 6, 3))
        around, gap = self.tileArea(*tile), 4.0
        below = around.bottom() + gap + size.height() <= self.height()
        top = around.bottom() + gap if below else around.top() - gap - size.height()
        left = _between(around.center().x() - size.width() / 2, 0.0, self.width() - size.width())
        chip = QRectF(QPointF(left, max(top, 0.0)), size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(known.line), 1))
        painter.setBrush(QColor(known.raised))
        painter.drawRoundedRect(chip, look.HALF, look.HALF)
        painter.setPen(QColor(known.text))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)


def _between(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else min(max(value, low), high)


def _clamped(number: int, count: int) -> int:
    return min(max(number, 0), count - 1)
