"""PictureSlot: a place for one picture, which is dropped on it, chosen, taken away, or dragged out of it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.dragged import local_paths
from ganstudio.panels.parts.giving import Giving

HEAD = 20
"""Height of the line above the picture that says what it is."""
LONGEST = 1.5
"""An empty place is at most so many times as high as wide."""


class PictureSlot(QWidget):
    dropped = Signal(object)
    """list[str]: local files and folders."""
    chooseRequested = Signal()
    removeRequested = Signal()

    def __init__(self, title: str, hint: str, *, takes: bool = True, gives: bool = False) -> None:
        """`hint` stands where there is no picture yet. `takes`: pictures go in; `gives`: the picture goes out."""
        super().__init__()
        self._title, self._hint, self._takes, self._gives = title, hint, takes, gives
        self._image = QImage()
        self._hovered = False
        self._pressed: QPointF | None = None
        self.giving = Giving(self, lambda _: self._image, free=self.isFree, made=gives)
        self.setAcceptDrops(takes)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)
        self.setMinimumSize(72, 72 + HEAD)
        self._retip()

    # What it shows ------------------------------------------------------------------------------------------------

    def setPicture(self, image: QImage) -> None:
        """Null takes it away."""
        self._image = image
        self._retip()
        self.update()

    def picture(self) -> QImage:
        return self._image

    def setTitle(self, title: str) -> None:
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def setHint(self, hint: str) -> None:
        self._hint = hint
        self._retip()
        self.update()

    def isFree(self) -> bool:
        """Whether dragging on it takes the picture out."""
        return True

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def area(self) -> QRectF:
        """Where the picture lies, as large as fits, below its title."""
        room = QRectF(self.rect()).adjusted(0, HEAD, 0, 0)
        if self._image.isNull():
            return room.adjusted(0, 0, 0, min(0.0, LONGEST * room.width() - room.height()) if self._takes else 0)
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(room.left(), room.top(), size.width(), size.height())

    def _retip(self) -> None:
        if self._image.isNull():
            words = self._hint
        elif self._gives:
            words = self.tr("Drag it to another program or a folder")
        else:
            words = self.tr("Drop another picture here, or click to choose one; Del takes it away")
        self.setToolTip(tip(words))
        self.setAccessibleDescription(words)

    # Events -------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            self._hover(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(False)
        if paths := local_paths(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self._takes and self.rect().contains(event.position().toPoint()):
            self.chooseRequested.emit()
        self._pressed = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._takes and not self._image.isNull():
            self.removeRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._takes and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chooseRequested.emit()
        elif self._takes and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._image.isNull():
            self.removeRequested.emit()
        else:
            super().keyPressEvent(event)

    def _hover(self, on: bool) -> None:
        self._hovered = on
        self.update()

    # Painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(look.CAPTION))
        painter.setPen(QColor(known.muted))
        room = self.width() - 2
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, 0, room, HEAD), Qt.AlignmentFlag.AlignVCenter, title)
        if self._image.isNull() or self._hovered:
            self._paint_empty(painter, known)
        if not self._image.isNull():
            painter.setOpacity(0.5 if self._hovered else 1.0)
            look.draw_picture(painter, self.area(), self._image, self.palette())
            painter.setOpacity(1.0)
            look.outline(painter, self.area(), known)
        if self.hasFocus():
            painter.setPen(QPen(QColor(known.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.area().adjusted(1, 1, -1, -1), look.CONTROL_RADIUS, look.CONTROL_RADIUS)
        painter.end()

    def _paint_empty(self, painter: QPainter, known: look.Colours) -> None:
        room = (QRectF(self.rect()).adjusted(0, HEAD, 0, 0) if self._hovered else self.area()).adjusted(1, 1, -1, -1)
        if self._takes:
            pen = QPen(QColor(known.accent if self._hovered else known.edge), 1.5)
            pen.setDashPattern([4, 4])
            painter.setPen(pen)
            painter.setBrush(look.mixed(known.surface, known.accent, 0.12) if self._hovered else QColor(known.surface))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(known.raised))
        painter.drawRoundedRect(room, look.RADIUS, look.RADIUS)
        painter.setFont(look.font(look.BODY))
        painter.setPen(QColor(known.muted))
        words = self._hint if room.width() > 120 else "+"
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        if self._image.isNull():
            painter.drawText(room.adjusted(look.UNIT, look.UNIT, -look.UNIT, -look.UNIT), flags, words)
