"""BestPictures: some of the pictures of a run's best moment, in a row."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.pictures import GridFile, PictureCache

HEIGHT = 60
"""Of a picture, in pixels."""
MOST = 8


class BestPictures(QWidget):
    """As many as there is room for. Each can be dragged out; Ctrl+C copies the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The best pictures"))
        self.setToolTip(tip(self.tr("Drag one into another program, or copy the row")))
        self._grid: GridFile | None = None
        self._column: int | None = None
        self._tiles: list[QImage] = []
        self._cache = PictureCache(16, self)
        self._cache.ready.connect(self._read)
        Giving(self, self._picture)

    def setGrid(self, grid: GridFile | None, *, column: int | None = None) -> None:
        """Take them from this grid: row by row, or from one of its columns."""
        if (grid, column) != (self._grid, self._column):
            self._grid, self._column, self._tiles = grid, column, []
            self._read()

    def shown(self) -> list[QImage]:
        """Those that there is room for."""
        return self._tiles[: max(1, (self.width() + look.HALF) // (self._width() + look.HALF))]

    def sizeHint(self) -> QSize:
        return QSize(4 * HEIGHT, HEIGHT)

    def _read(self) -> None:
        """Cut the grid into its pictures, once it has been read."""
        image = self._cache.get(self._grid.path) if self._grid else None
        if self._grid and image is not None and not image.isNull() and not self._tiles:
            self._tiles = _cut(image, self._grid, self._column)
        self.update()

    def _width(self) -> int:
        """Of each picture on the screen."""
        size = self._tiles[0].size() if self._tiles else QSize(1, 1)
        return min(size.scaled(self.width(), HEIGHT, Qt.AspectRatioMode.KeepAspectRatio).width(), max(1, self.width()))

    def _place(self, number: int) -> QRect:
        return QRect(number * (self._width() + look.HALF), 0, self._width(), HEIGHT)

    def _picture(self, place: QPoint | None) -> QImage:
        """The one under a point; of None all of them beside each other, at their own size."""
        tiles = self.shown()
        if place is not None:
            under = (tile for number, tile in enumerate(tiles) if self._place(number).contains(place))
            return next(under, QImage())
        if not tiles:
            return QImage()
        size = tiles[0].size()
        whole = QImage(size.width() * len(tiles), size.height(), QImage.Format.Format_ARGB32)
        whole.fill(Qt.GlobalColor.transparent)
        with QPainter(whole) as painter:
            for number, tile in enumerate(tiles):
                painter.drawImage(number * size.width(), 0, tile)
        return whole

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tiles = self.shown()
        for number, tile in enumerate(tiles):
            area = QRectF(self._place(number))
            painter.drawImage(area, tile)
            look.outline(painter, area, known)
        if self.hasFocus() and tiles:
            painter.setPen(QPen(QColor(known.accent), 3))
            whole = QRectF(self._place(0)).united(QRectF(self._place(len(tiles) - 1)))
            painter.drawRect(whole.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.end()


def _cut(image: QImage, grid: GridFile, column: int | None) -> list[QImage]:
    """The first pictures of a grid, or of one of its columns."""
    wide, high = image.width() // grid.columns, image.height() // grid.rows
    places = [(row, at) for row in range(grid.rows) for at in range(grid.columns) if column in (None, at)]
    return [image.copy(at * wide, row * high, wide, high) for row, at in places[:MOST]] if wide and high else []
