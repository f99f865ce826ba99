"""Areas for what may be larger than its place: one that scrolls, and a stack as large as its page on show."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

BAR = 12
"""Width of a scroll bar in the style sheet."""


class Scrolling(QScrollArea):
    """Scrolls `content` up and down and keeps it as wide as itself; what is around it learns how narrow it may be."""

    def __init__(self, content: QWidget, *, sideways: bool = False) -> None:
        super().__init__()
        if not content.property("look"):
            content.setProperty("look", "clear")
        self._sideways = sideways
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        width = 80 if self._sideways or content is None else content.minimumSizeHint().width() + BAR
        return QSize(width, 80)


def scrolling(content: QWidget, *, sideways: bool = False) -> Scrolling:
    """An area without a frame that scrolls `content` and keeps it as wide as itself, unless it may scroll sideways."""
    return Scrolling(content, sideways=sideways)


def bring_into_view(widget: QWidget) -> None:
    """Have the area that it lies in scroll to it, once the layout knows where it is."""
    area = widget.parentWidget()
    while area and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget))


class Stack(QStackedWidget):
    """Asks for the room of the page on show only, not for that of the largest."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        for page in pages:
            self.addWidget(page)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        page = self.currentWidget()
        return bool(page and page.hasHeightForWidth())

    def heightForWidth(self, width: int) -> int:
        page = self.currentWidget()
        return page.heightForWidth(width) if page else -1
