"""GrowthLoop: how the pictures of a run came about, as a film of a few seconds that plays by itself."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBasicTimer, QPoint, QRectF, QSize, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QStyle, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.pictures import GridFile, PictureCache

SIDE = 144
SECONDS, REST = 6.0, 1.5
"""How long it takes from the first picture to the last, and how long the last one stays."""
MOST = 24
"""Moments that it is made of; of more, so many spread evenly."""
TILES = 4
"""Rows and columns of a grid that are shown: more would be too small to see anything in."""
TICK = 50


class GrowthLoop(QWidget):
    """Plays while it is seen, unless the desktop wants no motion. Can be dragged out and copied (Ctrl+C)."""

    momentShown = Signal(float)
    """The step that is shown; between two pictures as they fade into each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("How the pictures came about"))
        self.setToolTip(tip(self.tr("From noise to the last pictures; drag it into another program, or copy it")))
        self._grids: list[GridFile] = []
        self._frames: dict[Path, QImage] = {}
        self._cache = PictureCache(48, self)
        self._cache.ready.connect(self._read)
        self._ticking = QBasicTimer()
        self._began = 0.0
        Giving(self, self._last, file=lambda: self._grids[-1].path)

    def setGrids(self, grids: Sequence[GridFile]) -> None:
        """What it plays, from the first to the last."""
        chosen = [grids[at * (len(grids) - 1) // (MOST - 1)] for at in range(MOST)] if len(grids) > MOST else grids
        if list(chosen) != self._grids:
            self._grids = list(chosen)
            self._frames = {}
            self._began = time.monotonic()
            if self.isVisible():
                self._read()

    def moments(self) -> int:
        """How many pictures it has to play."""
        return len(self._frames)

    def place(self, seconds: float) -> float:
        """Which picture is shown so long after the beginning, as a share between the first and the last."""
        return min((seconds % (SECONDS + REST)) / SECONDS, 1.0)

    def moment(self) -> float:
        """The step that is shown now."""
        steps = [grid.step for grid in self._grids if not self._frames.get(grid.path, QImage()).isNull()]
        if len(steps) < 2:
            return float(steps[0]) if steps else 0.0
        at, share = divmod(self._now() * (len(steps) - 1), 1)
        first, second = steps[int(at)], steps[min(int(at) + 1, len(steps) - 1)]
        return first + share * (second - first)

    def _now(self) -> float:
        return self.place(time.monotonic() - self._began) if self._ticking.isActive() else 1.0

    def area(self, size: QSize) -> QRectF:
        """Where pictures of this size lie in the widget: as large as fits, in the middle."""
        fitted = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - fitted.width()) / 2, (self.height() - fitted.height()) / 2,
                      fitted.width(), fitted.height())  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    # Reading ------------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Ask for what is not there yet; what comes is cut to a few tiles and kept at the size of the widget."""
        for grid in self._grids:
            if grid.path not in self._frames and (image := self._cache.get(grid.path)) is not None:
                self._frames[grid.path] = self._cut(image, grid)
        self.update()

    def _cut(self, image: QImage, grid: GridFile) -> QImage:
        columns, rows = min(TILES, grid.columns), min(TILES, grid.rows)
        part = image.copy(0, 0, image.width() * columns // grid.columns, image.height() * rows // grid.rows)
        side = round(SIDE * self.devicePixelRatioF())
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return part if part.isNull() else part.scaled(side, side, keep, smooth)

    def _shown(self) -> list[QImage]:
        frames = (self._frames.get(grid.path, QImage()) for grid in self._grids)
        return [frame for frame in frames if not frame.isNull()]

    # Events -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._began = time.monotonic()
        self._read()
        if self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0:
            self._ticking.start(TICK, self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticking.stop()

    def timerEvent(self, event: QTimerEvent) -> None:
        self.update()
        self.momentShown.emit(self.moment())

    def _last(self, place: QPoint | None) -> QImage:
        """The whole of the last grid; what is shown of it until that is read."""
        if not self._grids:
            return QImage()
        whole = self._cache.get(self._grids[-1].path)
        shown = self._shown()
        return whole if whole is not None and not whole.isNull() else shown[-1] if shown else QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        frames = self._shown()
        if not frames:
            return
        at, share = divmod(self._now() * (len(frames) - 1), 1)
        painter = QPainter(self)
        area = self.area(frames[-1].size())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, frames[int(at)])
        if share:
            painter.setOpacity(share)
            painter.drawImage(area, frames[int(at) + 1])
            painter.setOpacity(1.0)
        known = look.colours(self)
        look.outline(painter, area, known)
        if self.hasFocus():
            painter.setPen(QPen(QColor(known.accent), 3))
            painter.drawRect(area.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.end()
