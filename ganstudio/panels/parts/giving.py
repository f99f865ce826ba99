"""Giving: pictures leave the window, dragged into another program or copied (Ctrl+C)."""

import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QKeyEvent, QKeySequence, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

FAR_AWAY = QPointF(-1e5, -1e5)
SIDE = 96
"""Pixels of the picture under the mouse while it is dragged."""
NUMBERS = count(1)

Pictured = Callable[[QPoint | None], QImage]
"""The picture under a point of the widget; of None the one that is chosen or on show. Null: there is none."""


def no_file() -> Path | None:
    """The picture lies in no file yet."""
    return None


class Giving(QObject):
    """Watches over a widget that shows pictures; whoever has one of these gives its pictures away."""

    marks: Callable[[], Mapping[str, str]] = dict
    """What the file of a picture that a model made says of itself, as texts of a PNG; the program sets it."""

    def __init__(
        self,
        widget: QWidget,
        picture: Pictured,
        *,
        surface: QWidget | None = None,
        free: Callable[[], bool] = lambda: True,
        outside: bool = False,
        file: Callable[[], Path | None] = no_file,
        made: bool = True,
    ) -> None:
        """
        Args:
            surface: where the mouse goes; the viewport of a widget that scrolls.
            free: whether dragging means nothing else there now; else it takes Ctrl to drag a picture out.
            outside: dragging means something else until the mouse leaves the widget.
            file: where the picture lies already.
            made: a model has made it, and its file says so.
        """
        super().__init__(widget)
        self._widget, self._surface, self._picture = widget, surface or widget, picture
        self._free, self._outside, self._made = free, outside, made
        self.file = file
        self._pressed: QPoint | None = None
        self._claimed = False
        """The widget hears nothing of this drag."""
        for watched in {self._widget, self._surface}:
            watched.installEventFilter(self)

    def has_picture(self) -> bool:
        return not self._picture(None).isNull()

    def copy(self) -> bool:
        """Put the picture on show into the clipboard; False when there is none."""
        picture = self._picture(None)
        if not picture.isNull():
            QGuiApplication.clipboard().setImage(picture)  # mime data of Python's own there ends the program in a crash
        return not picture.isNull()

    def data(self, picture: QImage) -> QMimeData:
        """What another program gets from a drag: the picture, and a file of it, for some take only those."""
        data = QMimeData()
        data.setImageData(picture)
        data.setUrls([QUrl.fromLocalFile(str(self.file() or self._written(picture)))])
        return data

    def _written(self, picture: QImage) -> Path:
        path = _folder() / f"ganstudio-{next(NUMBERS)}.png"
        marked = picture.copy()
        for key, text in (type(self).marks() if self._made else {}).items():
            marked.setText(key, text)
        marked.save(str(path))
        return path

    # Events -------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._widget:
            return self._key(event)
        if isinstance(event, QMouseEvent) and watched is self._surface:
            return self._mouse(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease or not event.matches(QKeySequence.StandardKey.Copy):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(self.has_picture())
            return event.isAccepted()
        return self.copy()

    def _mouse(self, event: QMouseEvent) -> bool:
        """Whether the widget is to hear nothing of it."""
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._claimed = control and not self._free()
            self._pressed = place if self._free() or control else None
            return self._claimed
        if event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            return self._moved(place, event.buttons()) or self._claimed
        if event.type() == QEvent.Type.MouseButtonRelease:
            claimed, self._pressed, self._claimed = self._claimed, None, False
            return claimed
        return False

    def _moved(self, place: QPoint, buttons: Qt.MouseButton) -> bool:
        assert self._pressed is not None
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        staying = self._outside and not self._claimed and self._surface.rect().contains(place)
        if not buttons & Qt.MouseButton.LeftButton or not far or staying:
            return False
        picture, self._pressed = self._picture(self._pressed), None
        if picture.isNull():
            return False
        if not self._claimed:
            self._let_go()
        self._claimed = False
        self.drag(picture)
        return True

    def _let_go(self) -> None:
        """The widget does not hear of the button's release when the drag takes it: nothing was clicked there."""
        kind, left, none = QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        release = QMouseEvent(kind, FAR_AWAY, FAR_AWAY, left, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._surface, release)

    def drag(self, picture: QImage) -> None:
        """Hand it to the window system; returns when it was dropped somewhere."""
        drag = QDrag(self._surface)
        drag.setMimeData(self.data(picture))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(QPixmap.fromImage(picture.scaled(SIDE, SIDE, keep, smooth)))
        drag.exec(Qt.DropAction.CopyAction)


def giving_of(widget: QWidget | None) -> Giving | None:
    """What gives the pictures of a widget away; None for a widget that shows none."""
    return widget.findChild(Giving, options=Qt.FindChildOption.FindDirectChildrenOnly) if widget else None


@cache
def _scratch() -> "tempfile.TemporaryDirectory[str]":
    """Removed when the program ends: by then whoever was given a file has read it."""
    return tempfile.TemporaryDirectory(prefix="ganstudio-")


def _folder() -> Path:
    return Path(_scratch().name)
