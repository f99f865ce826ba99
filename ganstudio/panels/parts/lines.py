"""Line: widgets beside each other, of which some can give way where the width ends."""

from abc import abstractmethod
from enum import Enum
from typing import cast

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QWidget


class Room(Enum):
    """How much of the width that it asks for a widget has to be given."""

    FREE = "free"
    """As little as it can do with."""
    FIRM = "firm"
    """All of it."""
    ICON = "icon"
    """That of its icon alone."""


class Yielding:
    """Mixed into a widget that can do with less width than it asks for."""

    _room = Room.FREE

    @property
    def room(self) -> Room:
        return self._room

    def setRoom(self, room: Room) -> None:
        """The line that it stands in says so at each layout."""
        if room is not self._room:
            self._room = room
            cast(QWidget, self).updateGeometry()

    @abstractmethod
    def fullWidth(self) -> int:
        """Pixels that show all of it."""

    @abstractmethod
    def iconWidth(self) -> int:
        """Pixels of its icon alone; 0 where there is none, or where it must not stand alone."""

    @abstractmethod
    def leastWidth(self) -> int:
        """Pixels below which it is of no use."""

    def minimumWidthHint(self) -> int:
        return self.fullWidth() if self._room is Room.FIRM else self.leastWidth()


class Line(QHBoxLayout):
    """Where there is too little room, buttons become icons, the longest first; then texts are shortened."""

    def setGeometry(self, area: QRect) -> None:
        if self._lies():
            self._share(area.width())
        super().setGeometry(area)

    def minimumSize(self) -> QSize:
        size = super().minimumSize()
        return QSize(self._width(least=True), size.height()) if self._lies() else size

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(self._width(least=False), size.height()) if self._lies() else size

    def _lies(self) -> bool:
        return self.direction() in (self.Direction.LeftToRight, self.Direction.RightToLeft)

    def _items(self) -> list[QLayoutItem]:
        items = [self.itemAt(index) for index in range(self.count())]
        return [item for item in items if item and not item.isEmpty()]

    def _width(self, *, least: bool) -> int:
        widths = []
        for item in self._items():
            if widget := _yielding(item):
                widths.append(widget.leastWidth() if least else widget.fullWidth())
            else:
                widths.append((item.minimumSize() if least else item.sizeHint()).width())
        return sum(widths) + self._between(len(widths))

    def _between(self, count: int) -> int:
        margins = self.contentsMargins()
        return self.spacing() * max(0, count - 1) + margins.left() + margins.right()

    def _share(self, width: int) -> None:
        """Say to each widget that can give way how much room it has in `width` pixels."""
        items = self._items()
        yielding = [widget for item in items if (widget := _yielding(item))]
        fixed = sum(item.minimumSize().width() for item in items if not _yielding(item))
        over = fixed + sum(widget.fullWidth() for widget in yielding) + self._between(len(items)) - width
        before = [widget.room for widget in yielding]
        for widget in sorted(yielding, key=_gain, reverse=True):
            if over > 0 and widget.iconWidth():
                widget.setRoom(Room.ICON)
                over -= _gain(widget)
            else:
                widget.setRoom(Room.FREE if over > 0 else Room.FIRM)
        if [widget.room for widget in yielding] != before:  # it asks for a new layout: always would be for ever
            self.invalidate()


def _yielding(item: QLayoutItem) -> Yielding | None:
    widget: object = item.widget()
    return widget if isinstance(widget, Yielding) else None


def _gain(widget: Yielding) -> int:
    """Pixels that are won when it is an icon alone; 0 for one that has to keep its text."""
    return widget.fullWidth() - widget.iconWidth() if widget.iconWidth() else 0
