"""The list of what was left out: names and reasons, a hundred thousand of them as readily as ten."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.language import said

Index = QModelIndex | QPersistentModelIndex


class LeftOutEntry(Protocol):
    """A file and why it is not used, as core.images reports it."""

    @property
    def name(self) -> str: ...
    @property
    def reason(self) -> str: ...


class LeftOutModel(QAbstractTableModel):
    """Reads the list where it is; nothing is made per row. Nothing can be dropped on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list: Sequence[LeftOutEntry] = ()

    def setList(self, entries: Sequence[LeftOutEntry]) -> None:
        self.beginResetModel()
        self._list = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._list)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        entry = self._list[index.row()]
        text = shown_name(entry.name) if index.column() == 0 else said(entry.reason)
        return tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("File"), self.tr("Reason"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.IgnoreAction

    def dropMimeData(self, *ignored: object) -> bool:
        return False

    def text(self, rows: Sequence[int] | None = None) -> str:
        """Name and reason per line, of some rows or of all."""
        chosen = self._list if rows is None else [self._list[row] for row in rows]
        return "\n".join(f"{shown_name(entry.name)}\t{said(entry.reason)}" for entry in chosen)


class LeftOutView(QTableView):
    """The list on screen; Ctrl+C copies the chosen rows. A table: a tree view asks the model about every row first."""

    def __init__(self, model: LeftOutModel) -> None:
        super().__init__()
        self._list = model
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leads on; else the keyboard would never leave the list
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(26)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAcceptDrops(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setColumnWidth(0, 220)
        self.setAccessibleName(self.tr("Files left out"))
        self.setToolTip(self.tr("What was left out and why; Ctrl+C copies the chosen lines"))
        self.setFixedHeight(168)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            QGuiApplication.clipboard().setText(self._list.text(rows))
        else:
            super().keyPressEvent(event)


def shown_name(name: str) -> str:
    """A file name that can be drawn: bytes that are no text become replacement signs, line breaks spaces."""
    return name.encode("utf-8", "replace").decode().replace("\n", " ").replace("\r", " ")
