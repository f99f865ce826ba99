"""FilmStrip: a video from its beginning to its end, of which a stretch is chosen by two handles."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganstudio.panels import look

HEIGHT = 56
_HANDLE = 8
_REACH = 16
_STEPS = 50
"""A key moves a handle by so small a part of the video."""
_LEAST = 0.02
"""Of the video, that lies between the handles at least."""


@dataclass(frozen=True)
class FilmLook:
    """What is shown of videos; without frames where there are several."""

    seconds: float = 0.0
    frames: Sequence[QImage] = field(default_factory=list)
    """Spread evenly from beginning to end."""


class FilmStrip(QWidget):
    stretchChosen = Signal(float, float)
    """Seconds from the beginning; the second is 0 at the end of the video."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._film = FilmLook()
        self._stretch = (0.0, 1.0)
        """Where the handles stand, as shares of the video."""
        self._held = 0
        self._moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def setFilm(self, film: FilmLook) -> None:
        self._film = film
        self.update()

    def setStretch(self, start: float, end: float) -> None:
        """Seconds; an end of 0 is that of the video. Does not emit."""
        whole = self._film.seconds or 1.0
        last = min(end / whole, 1.0) if end else 1.0
        self._stretch = (min(start / whole, 1.0), last)
        self._name()
        self.update()

    def stretch(self) -> tuple[float, float]:
        """Start and end in seconds; 0 where the end is that of the video."""
        start, end = (round(share * self._film.seconds, 1) for share in self._stretch)
        return start, 0.0 if self._stretch[1] >= 1.0 else end

    def sizeHint(self) -> QSize:
        return QSize(8 * HEIGHT, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * HEIGHT, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            at = event.position().toPoint().x()
            self._held = int(abs(at - self._edge(1)) < abs(at - self._edge(0)))
            self._move(at / max(1, self.width()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        near = min(abs(at.x() - self._edge(handle)) for handle in (0, 1)) < _REACH
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(at.x() / max(1, self.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the start, with Shift the end."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        self._held = int(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._move(self._stretch[self._held] + step / _STEPS)
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        count = len(self._film.frames)
        for place, frame in enumerate(self._film.frames):
            left, right = (number * self.width() // count for number in (place, place + 1))
            _fill(painter, QRect(left, 0, right - left, self.height()), frame)
        self._veil(painter)
        known = look.colours(self)
        kept = QRectF(self._edge(0), 1, self._edge(1) - self._edge(0), self.height() - 2)
        painter.setPen(QColor(known.accent))
        painter.drawRect(kept)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(known.accent))
        for handle in (0, 1):
            painter.drawRoundedRect(self._handle(handle), look.HALF, look.HALF)
        if self.hasFocus():
            look.outline(painter, self.rect(), known, look.HALF)
        painter.end()

    def _veil(self, painter: QPainter) -> None:
        """Over what is not taken."""
        ground = QColor(look.colours(self).surface)
        ground.setAlpha(190)
        painter.fillRect(QRect(0, 0, self._edge(0), self.height()), ground)
        painter.fillRect(QRect(self._edge(1), 0, self.width() - self._edge(1), self.height()), ground)

    def _edge(self, handle: int) -> int:
        return round(self._stretch[handle] * self.width())

    def _handle(self, handle: int) -> QRectF:
        left = max(0, min(self._edge(handle) - _HANDLE // 2, self.width() - _HANDLE))
        return QRectF(QPoint(left, 0), QSize(_HANDLE, self.height()))

    def _move(self, share: float) -> None:
        start, end = self._stretch
        if self._held:
            end = min(1.0, max(share, start + _LEAST))
        else:
            start = max(0.0, min(share, end - _LEAST))
        self._moved |= (start, end) != self._stretch
        self._stretch = (start, end)
        self._name()
        self.update()

    def _say(self) -> None:
        if self._moved:
            self._moved = False
            self.stretchChosen.emit(*self.stretch())

    def _name(self) -> None:
        start, end = (_clock(share * self._film.seconds) for share in self._stretch)
        said = self.tr("From {0} to {1} of {2}").format(start, end, _clock(self._film.seconds))
        self.setAccessibleName(said)
        self.setToolTip(
            self.tr("{0}. Drag the ends; or arrow keys for the start, with Shift for the end.").format(said)
        )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _fill(painter: QPainter, area: QRect, frame: QImage) -> None:
    """The middle of the frame over the whole area."""
    wide = frame.height() * area.width() / max(1, area.height())
    part = QRectF(max(0.0, (frame.width() - wide) / 2), 0, min(wide, frame.width()), frame.height())
    painter.drawImage(QRectF(area), frame, part)
