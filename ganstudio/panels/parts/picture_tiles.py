"""Tiles: pictures in rows, with captions, to click and to walk through with the arrow keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.pictures import to_image

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Tiles(QWidget):
    """Cells in `columns` columns; a cell without a picture yet is a quiet square."""

    picked = Signal(int)
    """Number of the cell that was clicked or walked to."""
    opened = Signal(int)
    """Double click or Enter."""
    menuWanted = Signal(int, QPoint)
    """A cell and a place on the screen."""
    reordered = Signal(int, int)
    """A cell was dragged to the place of another, or moved there with Ctrl and an arrow key."""
    removed = Signal(int)
    """Delete was pressed on a cell."""

    def __init__(
        self, name: str, help: str, *, columns: int, gap: int = 4, caption: bool = False, largest: int = 128,
        orderable: bool = False,
    ) -> None:  # fmt: skip
        """`orderable`: the person may change the order and take cells out; `reordered` and `removed` ask for it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(help)
        self.setToolTip(help)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._columns, self._gap, self._largest = columns, gap, largest
        self._caption = 16 if caption else 0
        self._pictures: list[QImage] = []
        self._captions: list[str] = []
        self._at = -1
        self._empty = ""
        self._orderable = orderable
        self._carried, self._over = -1, -1
        """The cell that is being dragged, and the place that it would take."""
        Giving(self, self._given, outside=orderable)

    # What it shows ------------------------------------------------------------------------------------------------

    def setCount(self, count: int, captions: Sequence[str] = ()) -> None:
        """So many empty cells."""
        self._pictures = [QImage() for _ in range(count)]
        self._captions = [*captions, *[""] * (count - len(captions))]
        self._at = min(self._at, count - 1)
        self.updateGeometry()
        self.update()

    def setPicture(self, index: int, picture: "QImage | Any") -> None:
        if 0 <= index < len(self._pictures):
            self._pictures[index] = to_image(picture)
            self.update(self._cell(index).adjusted(-4, -4, 4, 4))

    def setEmptyText(self, text: str) -> None:
        """What stands there while there are no cells."""
        self._empty = text
        self.update()

    def setAt(self, index: int) -> None:
        """Mark a cell without telling; -1 for none."""
        if index != self._at:
            self._at = index
            self.update()

    def setColumns(self, columns: int) -> None:
        self._columns = columns
        self.updateGeometry()
        self.update()

    def at(self) -> int:
        return self._at

    def count(self) -> int:
        return len(self._pictures)

    def picture(self, index: int) -> QImage:
        return self._pictures[index]

    def caption(self, index: int) -> str:
        return self._captions[index]

    # Where things lie ---------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._pictures) // self._columns)
        if not rows:
            return 40
        return rows * (self._side(width) + self._caption + self._gap) - self._gap + 4

    def sizeHint(self) -> QSize:
        width = self.width() or 320
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)

    def _side(self, width: int) -> int:
        return max(16, min(self._largest, (width - 4 - (self._columns - 1) * self._gap) // self._columns))

    def _cell(self, index: int) -> QRect:
        side = self._side(self.width())
        row, column = divmod(index, self._columns)
        step = side + self._gap
        return QRect(2 + column * step, 2 + row * (step + self._caption), side, side)

    def indexAt(self, place: QPoint) -> int:
        """The cell under a point, -1 for none."""
        return next((i for i in range(len(self._pictures)) if self._cell(i).contains(place)), -1)

    def _given(self, place: QPoint | None) -> QImage:
        index = self._at if place is None else self.indexAt(place)
        return self._pictures[index] if index >= 0 else QImage()

    # Events -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(look.CAPTION))
        if not self._pictures and self._empty:
            painter.setPen(QColor(known.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._empty)
        for index, picture in enumerate(self._pictures):
            cell = self._cell(index)
            if not event.rect().intersects(cell.adjusted(-3, -3, 3, 3 + self._caption)):
                continue
            self._paint_cell(painter, index, cell, picture, known)
        if self.hasFocus():
            look.focus_ring(painter, self.rect(), known)
        painter.end()

    def _paint_cell(self, painter: QPainter, index: int, cell: QRect, picture: QImage, known: look.Colours) -> None:
        if picture.isNull():
            painter.fillRect(cell, QColor(known.raised))
        else:
            larger = picture.width() < cell.width() * self.devicePixelRatio() / 3
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not larger)
            look.draw_picture(painter, look.inside(cell, picture), picture, self.palette())
            look.outline(painter, look.inside(cell, picture), known)
        if self._caption and self._captions[index]:
            painter.setPen(QColor(known.text if index == self._at else known.muted))
            line = QRect(cell.left(), cell.bottom() + 1, cell.width(), self._caption)
            text = painter.fontMetrics().elidedText(self._captions[index], Qt.TextElideMode.ElideRight, cell.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        if index == self._at:
            painter.setPen(QPen(QColor(known.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(-1, -1, 1, 1), 3, 3)
        if index == self._over != self._carried:
            edge = cell.right() + 2 if self._over > self._carried else cell.left() - 3
            painter.fillRect(QRect(edge, cell.top(), 3, cell.height()), QColor(known.accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._carried = index if self._orderable else -1
            self._pick(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.indexAt(event.position().toPoint()) if self._carried >= 0 else -1
        if over != self._over:
            self._over = over
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, over = self._carried, self._over
        self._carried = self._over = -1
        self.update()
        if over >= 0 and over != carried:
            self.reordered.emit(carried, over)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index >= 0:
            self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self._at
        if index >= 0:
            self.setAt(index)
            self.menuWanted.emit(index, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._orderable and self._at >= 0 and self._arrange(key, event.modifiers()):
            return
        if key in STEPS and self._pictures:
            self._pick(max(0, min(len(self._pictures) - 1, self._at + STEPS[key])))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._pictures:
            step = -self._columns if key == Qt.Key.Key_Up else self._columns
            if 0 <= self._at + step < len(self._pictures):
                self._pick(self._at + step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.opened.emit(self._at)
        else:
            super().keyPressEvent(event)

    def _arrange(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether a key changes the order or takes a cell out."""
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._at)
            return True
        if key not in STEPS or not modifiers & Qt.KeyboardModifier.ControlModifier:
            return False
        if 0 <= self._at + STEPS[key] < len(self._pictures):
            self.reordered.emit(self._at, self._at + STEPS[key])
        return True

    def event(self, event: QEvent) -> bool:
        """A caption that is too long for its cell shows whole as a tooltip."""
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = self._captions[index] if index >= 0 and self._captions[index] else self.accessibleDescription()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _pick(self, index: int) -> None:
        self.setAt(index)
        self.picked.emit(index)
