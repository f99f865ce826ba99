"""Matrix: pictures in rows (latents) and columns (time), as large as the height allows; wide ones scroll."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from ganstudio.panels import look
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.pictures import to_image

TITLES, NUMBERS = 22, 26
"""Height of the line above the pictures, width of the one beside them, in pixels."""
APART = 12
"""Between what goes in and what has become of it, in pixels."""
LEAST = 56
"""Narrower than this no picture is made so that more columns fit: then it scrolls."""


class Matrix(QAbstractScrollArea):
    picked = Signal(int, int)
    """Row and column that the person chose."""
    pointed = Signal(int)
    """Column under the mouse; -1: none."""

    def __init__(self, name: str, help: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(help)
        self.setToolTip(help)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(200, 160)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._titles: list[str] = []
        self._names: list[str] = []
        self._starred = -1
        self._pictures: list[list[QImage]] = []
        self._inputs: list[QImage] = []
        self._row = self._column = self._over = -1
        self._empty = ""
        Giving(self, self._given, surface=self.viewport())

    # What it shows ------------------------------------------------------------------------------------------------

    def setShape(self, names: Sequence[str], titles: Sequence[str], starred: int = -1) -> None:
        """Rows by their names and columns by their titles, all pictures still to come; `starred` is the best."""
        self._names, self._titles, self._starred = list(names), list(titles), starred
        self._pictures = [[QImage() for _ in names] for _ in titles]
        self._row = min(self._row, len(names) - 1)
        self._column = min(self._column, len(titles) - 1)
        self._over = -1
        self._lay()

    def setPicture(self, row: int, column: int, picture: Any) -> None:
        """A QImage or an array."""
        if column < len(self._pictures) and row < len(self._names):
            self._pictures[column][row] = to_image(picture)
            self.viewport().update(self.cell(row, column))

    def setInputs(self, pictures: Sequence[Any]) -> None:
        """What the pictures of each row were made from, QImages or arrays: it stands before them, and does not scroll.
        Empty: they were made from nothing that could be shown."""
        self._inputs = [to_image(picture) for picture in pictures]
        self._lay()

    def inputs(self) -> list[QImage]:
        return list(self._inputs)

    def picture(self, row: int, column: int) -> QImage:
        return self._pictures[column][row]

    def setEmptyText(self, text: str) -> None:
        self._empty = text
        self.viewport().update()

    def emptyText(self) -> str:
        return self._empty

    def setColumn(self, column: int, *, show: bool = True) -> None:
        """Mark a column and scroll to it; -1: none. Does not emit."""
        if column != self._column:
            self._column = column
            self.viewport().update()
        if show and column >= 0:
            self._show_column(column)

    def setOver(self, column: int) -> None:
        """What is pointed at elsewhere; -1: nothing. Does not emit."""
        if column != self._over:
            self._over = column
            self.viewport().update()

    def over(self) -> int:
        return self._over

    def column(self) -> int:
        return self._column

    def row(self) -> int:
        return self._row

    def columnCount(self) -> int:
        return len(self._titles)

    def rowCount(self) -> int:
        return len(self._names)

    def title(self, column: int) -> str:
        return self._titles[column]

    def _given(self, place: QPoint | None) -> QImage:
        row, column = (self._row, self._column) if place is None else self.cellAt(place)
        if place is None and column < 0:
            column = len(self._titles) - 1
        return self._pictures[column][max(row, 0)] if column >= 0 and self._names else QImage()

    # Where things lie ---------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(640, 520)

    def side(self) -> int:
        """The side of one picture in pixels: all of the height, or less where that lets every column be seen."""
        if not self._names or not self._titles:
            return LEAST
        high = (self.viewport().height() - TITLES) // len(self._names)
        before = bool(self._inputs)
        wide = (self.viewport().width() - NUMBERS - before * APART) // (len(self._titles) + before)
        return max(16, min(high, wide) if wide >= min(LEAST, high) else high)

    def cell(self, row: int, column: int) -> QRect:
        """Where a picture lies in the viewport."""
        side = self.side()
        return QRect(self._left() + column * side, TITLES + row * side, side, side)

    def _beside(self) -> int:
        """Width of all that stands before the moments: the numbers, and what goes in."""
        return NUMBERS + (self.side() + APART if self._inputs and self._titles else 0)

    def _left(self) -> int:
        return self._beside() - self.horizontalScrollBar().value()

    def cellAt(self, place: QPoint) -> tuple[int, int]:
        """Row and column under a point of the viewport; -1 where there is none."""
        side = self.side()
        row, column = (place.y() - TITLES) // side, (place.x() - self._left()) // side
        inside = place.x() >= self._beside() and 0 <= column < len(self._titles)
        return (row if inside and 0 <= row < len(self._names) else -1), (column if inside else -1)

    def _lay(self) -> None:
        bar = self.horizontalScrollBar()
        page = self.viewport().width() - self._beside()
        at_end = bar.value() == bar.maximum()
        bar.setPageStep(page)
        bar.setSingleStep(self.side())
        bar.setRange(0, max(0, len(self._titles) * self.side() - page))
        if at_end and self._column < 0:
            bar.setValue(bar.maximum())
        self.viewport().update()

    def _show_column(self, column: int) -> None:
        side, bar = self.side(), self.horizontalScrollBar()
        left, page = column * side, self.viewport().width() - self._beside()
        if left < bar.value():
            bar.setValue(left)
        elif left + side > bar.value() + page:
            bar.setValue(left + side - page)

    # Events -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Both wheels go through time."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, column = self.cellAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and column >= 0:
            self._pick(row if row >= 0 else self._row, column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.cellAt(event.position().toPoint())[1])

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._titles) - 1
        at = last if self._column < 0 else self._column
        columns = {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        rows = {Qt.Key.Key_Up: self._row - 1, Qt.Key.Key_Down: self._row + 1}
        key = Qt.Key(event.key())
        if last < 0 or (key not in columns and key not in rows):
            super().keyPressEvent(event)
            return
        row = min(max(rows.get(key, self._row), 0 if key in rows else -1), len(self._names) - 1)
        self._pick(row, min(max(columns.get(key, at), 0), last))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row, column = self.cellAt(event.pos())
            text = self._titles[column] if column >= 0 else self.accessibleDescription()
            QToolTip.showText(event.globalPos(), f"{text}, {self._names[row]}" if row >= 0 else text, self)
            return True
        return super().viewportEvent(event)

    def _pick(self, row: int, column: int) -> None:
        self._row = row
        self.setColumn(column)
        self.viewport().update()
        self.picked.emit(row, column)

    def _point(self, column: int) -> None:
        if column != self._over:
            self.setOver(column)
            self.pointed.emit(column)

    # Painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self.viewport())
        if not self._titles:
            painter.setPen(QColor(known.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(24, 24, -24, -24), flags, self._empty)
            if self.hasFocus():
                look.focus_ring(painter, self.viewport().rect(), known)
            painter.end()
            return
        side = self.side()
        painter.setClipRect(self._beside() - 2, 0, self.viewport().width(), self.viewport().height())
        first = max(0, (self._beside() - self._left()) // side)
        seen = range(first, min(len(self._titles), first + self.viewport().width() // side + 2))
        for column in seen:
            self._paint_column(painter, column, known)
        for column, colour, width in ((self._over, known.edge, 1), (self._column, known.accent, 2)):
            if column in seen:
                self._paint_frame(painter, column, QColor(colour), width)
        self._paint_titles(painter, seen, known)
        painter.setClipping(False)
        self._paint_inputs(painter, known)
        self._paint_names(painter, known)
        if self.hasFocus():
            look.focus_ring(painter, self.viewport().rect(), known)
        painter.end()

    def _paint_column(self, painter: QPainter, column: int, known: look.Colours) -> None:
        for row, picture in enumerate(self._pictures[column]):
            self._paint_picture(painter, self.cell(row, column), picture, known)

    def _paint_inputs(self, painter: QPainter, known: look.Colours) -> None:
        side = self.side()
        for row, picture in enumerate(self._inputs[: len(self._names)]):
            self._paint_picture(painter, QRect(NUMBERS, TITLES + row * side, side, side), picture, known)

    def _paint_picture(self, painter: QPainter, cell: QRect, picture: QImage, known: look.Colours) -> None:
        cell = cell.adjusted(1, 1, -1, -1)
        if picture.isNull():
            painter.fillRect(cell, QColor(known.raised))
            return
        scale = cell.width() * self.devicePixelRatioF() / picture.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 3)
        cell = look.inside(cell, picture)
        look.draw_picture(painter, cell, picture, self.palette())
        look.outline(painter, cell, known)

    def _paint_frame(self, painter: QPainter, column: int, colour: QColor, width: int) -> None:
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.cell(0, column).united(self.cell(len(self._names) - 1, column)))
        if column == self._column and 0 <= self._row < len(self._names):
            painter.setPen(QPen(colour, width + 1))
            painter.drawRect(self.cell(self._row, column).adjusted(1, 1, -1, -1))

    def _paint_titles(self, painter: QPainter, seen: range, known: look.Colours) -> None:
        """As many titles as have room; those of the chosen, the pointed at and the best column come first."""
        side = self.side()
        placed: list[QRect] = []
        wanted = [column for column in (self._over, self._column, self._starred) if column in seen]
        for column in dict.fromkeys([*wanted, *reversed(seen)]):
            marked = column in (self._column, self._over)
            painter.setFont(look.font(look.CAPTION, bold=column == self._column, tabular=True))
            text = ("★ " if column == self._starred else "") + self._titles[column].partition(",")[0]
            width = painter.fontMetrics().horizontalAdvance(text) + 10
            middle = self._left() + column * side + side // 2
            left = min(max(middle - width // 2, self._beside() - 2), self.viewport().width() - width)
            area = QRect(left, 0, width, TITLES)
            if any(area.intersects(other) for other in placed):
                continue
            placed.append(area)
            painter.setPen(QColor(known.accent if column == self._column else known.text if marked else known.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_names(self, painter: QPainter, known: look.Colours) -> None:
        painter.setFont(look.font(look.CAPTION, tabular=True))
        for row in range(len(self._names)):
            cell = self.cell(row, 0)  # as high as it lies
            painter.setPen(QColor(known.accent if row == self._row and self.hasFocus() else known.muted))
            area = QRect(0, cell.top(), NUMBERS - 6, cell.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row + 1))
