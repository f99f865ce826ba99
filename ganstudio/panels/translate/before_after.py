"""BeforeAfter: a picture and what became of it, with a divider to drag, side by side, or blinking."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.giving import Giving

BLINK = 700
"""Milliseconds that each of the two is shown."""
STEP = 0.02


class BeforeAfter(QWidget):
    dividerMoved = Signal(float)
    """Share of the width that shows the picture before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._after = QImage(), QImage()
        self._mode = "divider"
        self._divider = 0.5
        self._shows_after = True
        self._text = ""
        self._blinking = QTimer(self, interval=BLINK)
        self._blinking.timeout.connect(self._blink)
        help = self.tr("Drag the divider, or move it with the arrow keys: before on the left, after on the right")
        self.setAccessibleName(self.tr("Before and after"))
        self.setAccessibleDescription(help)
        self.setToolTip(help)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)
        Giving(
            self, lambda _: self._before if self._after.isNull() else self._after, free=lambda: self._mode != "divider"
        )

    def setPictures(self, before: QImage, after: QImage) -> None:
        """Either may be null; without an `after` the picture before is shown alone."""
        self._before, self._after = before, after
        self.update()

    def setText(self, text: str) -> None:
        """What stands there while there is no picture."""
        self._text = text
        self.update()

    def setMode(self, mode: str) -> None:
        """'divider', 'beside' or 'blink'."""
        self._mode = mode
        self._shows_after = True
        if mode == "blink":
            self._blinking.start()
        else:
            self._blinking.stop()
        self.update()

    def mode(self) -> str:
        return self._mode

    def divider(self) -> float:
        return self._divider

    def setDivider(self, share: float) -> None:
        """0: all after; 1: all before."""
        share = min(max(share, 0.0), 1.0)
        if share != self._divider:
            self._divider = share
            self.update()
            self.dividerMoved.emit(share)

    def before(self) -> QImage:
        return self._before

    def after(self) -> QImage:
        return self._after

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def area(self) -> QRectF:
        """Where the picture lies, as large as fits; the left of the two when they are beside each other."""
        room = QRectF(self.rect())
        if self._mode == "beside" and not self._after.isNull():
            room.setWidth((room.width() - look.UNIT) / 2)
        if self._before.isNull():
            return room
        size = self._before.size()
        scale = min(room.width() / size.width(), room.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        return QRectF(room.left() + (room.width() - width) / 2, (room.height() - height) / 2, width, height)

    # Events -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        if event.key() in moves:
            self.setDivider(self._divider + moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _drag(self, position: QPointF) -> None:
        area = self.area()
        if self._mode == "divider" and area.width() > 0:
            self.setDivider((position.x() - area.left()) / area.width())

    def _blink(self) -> None:
        self._shows_after = not self._shows_after
        self.update()

    # Painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        known = look.colours(self)
        if self._before.isNull():
            painter.setPen(QColor(known.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), flags, self._text)
        elif self._after.isNull():
            painter.drawImage(self.area(), self._before)
        elif self._mode == "beside":
            area = self.area()
            painter.drawImage(area, self._before)
            painter.drawImage(area.translated((self.width() + look.UNIT) / 2, 0), self._after)
        elif self._mode == "blink":
            painter.drawImage(self.area(), self._after if self._shows_after else self._before)
        else:
            self._paint_divided(painter, known)
        if not self._before.isNull():
            look.outline(painter, self.area(), known)
        if self.hasFocus():
            look.focus_ring(painter, self.rect(), known)
        painter.end()

    def _paint_divided(self, painter: QPainter, known: look.Colours) -> None:
        area = self.area()
        painter.drawImage(area, self._before)
        x = area.left() + area.width() * self._divider
        painter.save()
        painter.setClipRect(QRectF(x, area.top(), area.right() - x, area.height()))
        painter.drawImage(area, self._after)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((known.surface, 4.0), (known.accent, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(QColor(known.surface), 2))
        painter.setBrush(QColor(known.accent))
        painter.drawEllipse(QPointF(x, area.center().y()), 8, 8)
