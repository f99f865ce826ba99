"""FileStrip: the pictures of some files in one line, to look at them one after the other; read when they are seen."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.left_out import shown_name

Index = QModelIndex | QPersistentModelIndex
SIDE = 72
"""Of the square that a picture lies in, in pixels."""
CELL = QSize(SIDE + look.UNIT, SIDE + look.UNIT)
SETTLE = 40
"""Milliseconds without scrolling before pictures are asked for."""
KEPT = 3000
"""Small pictures that are kept, some ten kilobytes each."""


class FileModel(QAbstractListModel):
    """A row for each file. Nothing can be dropped on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: Sequence[Path] = ()
        self._smalls: OrderedDict[int, QImage] = OrderedDict()

    def setFiles(self, files: Sequence[Path]) -> None:
        self.beginResetModel()
        self._files = files
        self._smalls.clear()
        self.endResetModel()

    def setSmall(self, row: int, image: QImage) -> None:
        """What a file shows; null where it cannot be read."""
        self._smalls[row] = image
        while len(self._smalls) > KEPT:
            self._smalls.popitem(last=False)
        self.dataChanged.emit(self.index(row), self.index(row))

    def small(self, row: int) -> QImage | None:
        """None until it is read."""
        return self._smalls.get(row)

    def lacking(self, rows: Iterable[int]) -> list[int]:
        return [row for row in rows if row not in self._smalls]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name = shown_name(self._files[index.row()].name)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return name
        return tip(name) if role == Qt.ItemDataRole.ToolTipRole else None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.IgnoreAction

    def dropMimeData(self, *ignored: object) -> bool:
        return False


class FileStrip(QListView):
    chosen = Signal(int)
    """The row of the picture that is to be seen large."""
    wanted = Signal(object)
    """list[int]: rows that can be seen and are not read yet."""

    def __init__(self, name: str, help: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = FileModel(self)
        self.setModel(self.files)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setToolTip(tip(help))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFixedHeight(CELL.height() + 16)
        self.horizontalScrollBar().setSingleStep(CELL.width() // 2)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._ask)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self._settle.start())
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(index.row()))

    def setFiles(self, files: Sequence[Path]) -> None:
        """Other files; the first is marked, without telling."""
        self.selectionModel().blockSignals(True)
        self.files.setFiles(files)
        self.setCurrentIndex(self.files.index(0))
        self.selectionModel().blockSignals(False)
        self.scrollToTop()
        self._settle.start()

    def setSmall(self, row: int, image: QImage) -> None:
        self.files.setSmall(row, image)

    def shown(self) -> range:
        """Rows that can be seen."""
        first = self.horizontalScrollBar().value() // CELL.width()
        return range(first, min(self.files.rowCount(), first + self.viewport().width() // CELL.width() + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Both wheels go through the files."""
        turned, bar = event.angleDelta(), self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def _ask(self) -> None:
        if self.isVisible() and (rows := self.files.lacking(self.shown())):
            self.wanted.emit(rows)


class _Painter(QStyledItemDelegate):
    def __init__(self, strip: FileStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        known, area, state = look.colours(self._strip), QRect(option.rect), option.state
        area = area.adjusted(4, 4, -4, -4)
        image = self._strip.files.small(index.row())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if image is None or image.isNull():
            painter.fillRect(area, QColor(known.raised))
            if image is not None:  # it cannot be read
                sign = QRect(area.center().x() - 12, area.center().y() - 12, 24, 24)
                look.icon("warning", known.text).paint(painter, sign)
        else:
            place = look.inside(area, image)
            look.draw_picture(painter, place, image, self._strip.palette())
            look.outline(painter, place, known)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(known.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), look.HALF, look.HALF)
        painter.restore()
