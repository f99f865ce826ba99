"""Canvas: the map's tiles painted once, with room to all sides. While one pans it is moved, not painted."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from ganstudio.panels import look

Cell = tuple[int, int, int]
"""Level, column, row: the picture at (column, row) / 2**level of the map."""
NONE = range(0)
MOST = 8192
"""Pictures that are kept in the size of a cell."""


@dataclass(frozen=True)
class Area:
    """What is seen of the map."""

    middle: QPointF
    scale: float
    """Pixels to the map's unit."""
    size: QSize
    ratio: float
    """Of the screen's pixels to Qt's."""

    def at(self, place: QPointF) -> QPointF:
        """Where a place of the map is on the screen."""
        return QPointF(self.size.width() / 2, self.size.height() / 2) + (place - self.middle) * self.scale


class Canvas:
    REACH = 0.625
    """Of the widget's width and height to each side of the middle; half is what is on show."""

    def __init__(self) -> None:
        self.image = QImage()
        self._middle, self._scale = QPointF(), 0.0
        self._columns, self._lines = NONE, NONE
        """Of the cells that are painted to their edges."""
        self._palette = QPalette()
        self._fitted: dict[int, QImage] = {}
        """Pictures in the size of a cell, by their cacheKey."""

    def forget(self) -> None:
        self.image, self._columns, self._lines = QImage(), NONE, NONE
        self._fitted = {}

    def covers(self, seen: Area) -> bool:
        """Whether it shows all that is to be seen now."""
        if self.image.isNull():
            return False
        way = (seen.middle - self._middle) * self._scale
        spare = self.REACH - 0.5
        return abs(way.x()) < spare * seen.size.width() and abs(way.y()) < spare * seen.size.height()

    def corner_in(self, seen: Area) -> QPoint:
        """Where it is to be drawn, on whole pixels: it is copied then, not sampled."""
        return (seen.at(self._middle) - self._half()).toPoint()

    def compose(
        self, seen: Area, level: int, cells: tuple[range, range], standing_in: Callable[[Cell], QImage | None],
        palette: QPalette,
    ) -> None:  # fmt: skip
        """Paint every cell that has a picture, or another that stands in for it; what was painted before is moved.

        `cells`: columns and lines of the cells in reach.
        """
        before, already_columns, already_lines = self.image, self._columns, self._lines
        middle = QPointF(seen.middle)
        corner = self._corner_of(middle) if not before.isNull() else QPoint()
        self._middle, self._scale, self._palette = middle, seen.scale, palette
        self.image = QImage(seen.size * (2 * self.REACH * seen.ratio), QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(seen.ratio)
        self.image.fill(QColor(look.colours_of(palette).raised))
        painter = QPainter(self.image)
        if not before.isNull():
            painter.drawImage(corner, before)
        columns, lines = cells
        fresh = [column for column in columns if column not in already_columns]
        self._draw(painter, level, (
            (column, line, picture)
            for line in lines for column in (fresh if line in already_lines else columns)
            if (picture := standing_in((level, column, line)))
        ))  # fmt: skip
        painter.end()
        self._columns, self._lines = columns[1:-1], lines[1:-1]  # those at the rim may be cut

    def paint(self, level: int, cells: Iterable[tuple[int, int]], picture: QImage) -> None:
        """One more tile is known, and stands in these columns and lines."""
        if not self.image.isNull():
            painter = QPainter(self.image)
            self._draw(painter, level, ((column, line, picture) for column, line in cells))
            painter.end()

    def _half(self) -> QPointF:
        return QPointF(self.image.width(), self.image.height()) / self.image.devicePixelRatio() / 2

    def _corner_of(self, middle: QPointF) -> QPoint:
        """Where the corner of what is painted lies once the middle is another; the middle is moved to whole pixels."""
        way = ((self._middle - middle) * self._scale).toPoint()
        middle.setX(self._middle.x() - way.x() / self._scale)
        middle.setY(self._middle.y() - way.y() / self._scale)
        return way

    def _draw(self, painter: QPainter, level: int, pictures: Iterable[tuple[int, int, QImage]]) -> None:
        """`pictures`: with their columns and lines. Thousands: nothing is sampled or asked twice here."""
        side = self._scale / 2**level
        corner = self._half() - self._middle * self._scale - QPointF(side, side) / 2
        left, top = corner.x(), corner.y()
        for column, line, picture in pictures:
            fitted = self._fitted.get(picture.cacheKey()) or self._fit(picture, side)
            painter.drawImage(math.floor(left + column * side), math.floor(top + line * side), fitted)

    def _fit(self, picture: QImage, side: float) -> QImage:
        """The picture in the middle of a cell."""
        ratio, whole = self.image.devicePixelRatio(), math.ceil(side)
        cell = QRect(0, 0, whole, whole)
        fitted = QImage(cell.size() * ratio, QImage.Format.Format_RGB32)
        fitted.setDevicePixelRatio(ratio)
        fitted.fill(QColor(look.colours_of(self._palette).raised))
        with QPainter(fitted) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            look.draw_picture(painter, look.inside(cell, picture), picture, self._palette)
        if len(self._fitted) >= MOST:
            self._fitted = {}
        self._fitted[picture.cacheKey()] = fitted
        return fitted
