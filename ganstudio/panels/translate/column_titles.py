"""What each column of a grid shows, written above it and kept there while the grid is zoomed and moved."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.language import said


class ColumnTitles(QWidget):
    """A line above a GridView of the same width."""

    def __init__(self, grid: GridView) -> None:
        super().__init__()
        self._grid = grid
        self._titles: tuple[str, ...] = ()
        self.setFixedHeight(20)
        self.setAccessibleName(self.tr("What the columns show"))
        self.hide()
        grid.installEventFilter(self)

    def setTitles(self, titles: Sequence[str]) -> None:
        self._titles = tuple(map(said, titles))
        self.setVisible(bool(titles))
        self.setAccessibleDescription(", ".join(self._titles))
        self.update()

    def titles(self) -> tuple[str, ...]:
        return self._titles

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._grid.image().isNull():
            return
        painter = QPainter(self)
        painter.setFont(look.font(look.CAPTION))
        painter.setPen(QColor(look.colours(self).muted))
        for column, title in enumerate(self._titles):
            tile = self._grid.tileArea(0, column)
            place = QRectF(tile.left(), 0, tile.width(), self.height())
            shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(place.width()) - 4)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()
