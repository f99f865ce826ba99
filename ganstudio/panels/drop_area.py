"""DropArea: where pictures are dropped, before there are any."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Picture, column, label, row
from ganstudio.panels.parts.dragged import local_paths

ROOMY = 340
"""Width of the area from which on its two buttons stand beside each other."""


class DropArea(QWidget):
    """What stands in the place of a data set while there is none: a dashed frame, a hint, and buttons to choose."""

    dropped = Signal(object)
    """list[str]: local files and folders."""
    expected = Signal()
    """A drag is over the area."""
    chooseRequested = Signal()
    sampleRequested = Signal()

    def __init__(self, title: str = "", hint: str = "", *, sample: str = "", parent: QWidget | None = None) -> None:
        """`sample` is the text of the sample set's button; without it there is no such button."""
        super().__init__(parent)
        self._hovered = False
        self.setAcceptDrops(True)
        self.setAccessibleName(title or self.tr("Drop a folder of images"))
        self._picture = Picture("add-image", "muted", 40)
        self._heading = label(title or self.tr("Drop a folder of images"), "title", wrap=True)
        self._hint = label(
            hint or self.tr("Folders, single pictures or archives, from your file manager"), "muted", wrap=True
        )
        self.choose = Button(self.tr("Choose…"), self.tr("Choose a folder of images (Ctrl+O)"), icon="folder")
        self.choose.clicked.connect(self.chooseRequested)
        self._buttons = row(self.choose)
        if sample:
            self.sample = Button(sample, self.tr("Learn from flowers that the program draws itself"), kind="quiet")
            self.sample.clicked.connect(self.sampleRequested)
            self._buttons.addWidget(self.sample)
        self._arrange()

    def setLine(self, line: str) -> None:
        """Shrink to one line and the buttons: something else takes the room."""
        self._heading.setText(line)
        self.setAccessibleName(line)
        for widget in (self._picture, self._hint):
            widget.hide()
        self.setMinimumHeight(120)

    def setHovered(self, hovered: bool) -> None:
        """Light up, because a drag is over the window and would land here."""
        if hovered != self._hovered:
            self._hovered = hovered
            self._picture.setIcon("add-image", "accent" if hovered else "muted")
            self.update()
            if hovered:
                self.expected.emit()

    def isHovered(self) -> bool:
        return self._hovered

    def _arrange(self) -> None:
        box = column(None, self._picture, self._heading, self._hint, margin=look.MARGIN)
        for words in (self._heading, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setAlignment(self._picture, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(look.UNIT)
        centred = row(None)
        centred.addLayout(self._buttons)
        centred.addStretch(1)
        box.addLayout(centred)
        box.addStretch(1)
        self.setLayout(box)
        self.setMinimumHeight(200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below each other where there is no room beside each other."""
        super().resizeEvent(event)
        across = self.width() >= ROOMY
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            self.setHovered(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.setHovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.setHovered(False)
        paths = local_paths(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(known.accent if self._hovered else known.edge), 2 if self._hovered else 1.5)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(look.mixed(known.surface, known.accent, 0.12) if self._hovered else QColor(known.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.RADIUS, look.RADIUS)
        painter.end()
