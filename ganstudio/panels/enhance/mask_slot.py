"""MaskSlot: a place for a picture on which one paints where each style goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen

from ganstudio.panels import look
from ganstudio.panels.parts.picture_slot import PictureSlot
from ganstudio.panels.parts.pictures import to_pixels

if TYPE_CHECKING:
    import numpy as np

NOTHING = -1
FINEST = 512
"""Pixels on the longer side of what is painted on, however small the picture is."""
BRUSH = 0.1
"""Width of what is painted, of the picture's longer side."""


class MaskSlot(PictureSlot):
    """While a style is chosen (`paint`), the left button paints where it goes and the right one takes away."""

    def __init__(self, title: str, hint: str, styles: int) -> None:
        super().__init__(title, hint)
        self._styles = styles
        self._masks: dict[int, QImage] = {}
        self._painted = NOTHING
        self._last: QPointF | None = None

    def paint(self, style: int) -> None:
        """The number of the style that is painted from now on; -1: the picture is a place like others again."""
        self._painted = style
        self.setCursor(Qt.CursorShape.ArrowCursor if style == NOTHING else Qt.CursorShape.CrossCursor)
        self.update()

    def isFree(self) -> bool:
        return self._painted == NOTHING

    def setPicture(self, image: QImage) -> None:
        """Another picture has nothing painted on it."""
        self.clearMasks()
        super().setPicture(image)

    def clearMasks(self) -> None:
        self._masks = {}
        self.update()

    def placed(self, style: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]] | None":
        """(H, W), 255 where it goes; None: it was painted nowhere."""
        mask = self._masks.get(style)
        pixels = None if mask is None else to_pixels(mask)[:, :, 0]
        return pixels if pixels is not None and pixels.any() else None

    # Painting by hand ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._painted == NOTHING or self.picture().isNull():
            super().mousePressEvent(event)
        else:
            self._last = None
            self._stroke(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._painted == NOTHING or self.picture().isNull():
            super().mouseMoveEvent(event)
        else:
            self._stroke(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._painted == NOTHING or self.picture().isNull():
            super().mouseReleaseEvent(event)

    def _stroke(self, event: QMouseEvent) -> None:
        """What one style takes is taken from the others."""
        erases = bool(event.buttons() & Qt.MouseButton.RightButton)
        area, size = self.area(), self._size()
        place = event.position() - area.topLeft()
        here = QPointF(place.x() * size.width() / area.width(), place.y() * size.height() / area.height())
        before = here if self._last is None else self._last
        for style in range(self._styles):
            takes = style == self._painted and not erases
            if takes or style in self._masks:
                width = BRUSH * max(size.width(), size.height()) + 4 * (not takes)  # no rim is left
                line = QPen(QColor("white" if takes else "black"), width)
                line.setCapStyle(Qt.PenCapStyle.RoundCap)
                self._draw_line(self._mask_of(style), line, before, here)
        self._last = here
        self.update()

    def _size(self) -> QSize:
        size = self.picture().size()
        longest = max(FINEST, size.width(), size.height())
        return size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)

    def _mask_of(self, style: int) -> QImage:
        if style not in self._masks:
            self._masks[style] = QImage(self._size(), QImage.Format.Format_Grayscale8)
            self._masks[style].fill(0)
        return self._masks[style]

    @staticmethod
    def _draw_line(mask: QImage, line: QPen, start: QPointF, end: QPointF) -> None:
        painter = QPainter(mask)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line)
        painter.drawLine(start, end + QPointF(0.01, 0))  # a line without length is not drawn
        painter.end()

    def contextMenuEvent(self, event: object) -> None:
        if self._painted == NOTHING:
            super().contextMenuEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._masks:
            return
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(0.5)
        for style, mask in self._masks.items():
            tint = QImage(mask.size(), QImage.Format.Format_ARGB32)
            tint.fill(QColor((known.accent, known.good, known.warn)[style % 3]))
            tint.setAlphaChannel(mask)
            painter.drawImage(self.area(), tint)
        painter.end()
