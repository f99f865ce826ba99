"""Flow: widgets beside each other, going on in the next line where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Line = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    def __init__(self, *widgets: QWidget, gap: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arranged(area, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arranged(self, area: QRect, *, move: bool) -> int:
        """The height in pixels of the items that are not hidden, in `area`; with `move` they are put there."""
        y = area.y()
        for line in self._balanced(area.width()):
            x = area.x()
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self._gap
            y += max(size.height() for _, size in line) + self._gap
        return max(0, y - self._gap - area.y())

    def _balanced(self, width: int) -> list[Line]:
        """As few lines as there must be, the longest as short as it can be: nothing stands alone that need not."""
        lines = self._lines(width, width)
        while len(lines) > 1:
            longest = max(sum(size.width() + self._gap for _, size in line) - self._gap for line in lines)
            shorter = self._lines(width, longest - 1)
            if len(shorter) > len(lines) or shorter == lines:
                break
            lines = shorter
        return lines

    def _lines(self, width: int, most: int) -> list[Line]:
        """Items no wider than `width` if they can be, in lines of `most` pixels."""
        lines: list[Line] = []
        left = 0
        for item in (item for item in self._items if not item.isEmpty()):
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(width, item.minimumSize().width())), hint.height())
            if not lines or size.width() > left:
                lines.append([])
                left = most
            lines[-1].append((item, size))
            left -= size.width() + self._gap
        return lines
