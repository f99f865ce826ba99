"""ClassTable: the folders that are classes, with their counts, to merge, rename and leave out by hand."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ganstudio.core.classes_by_hand import read_classes, write_classes
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, column, holding, label, tip
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.left_out import shown_name

Index = QModelIndex | QPersistentModelIndex
FOLDER, COUNT, CLASS = range(3)
LINE = 28
MOST_LINES = 8
"""Lines that are shown before the table scrolls."""


class ClassModel(QAbstractTableModel):
    """A row for each folder: whether it is learned, how many pictures it has, and the class that they are."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: dict[str, int] = {}
        self._classes: dict[str, str] = {}
        self._before: dict[str, str] = {}
        """The class of a folder before it was left out."""

    def setFolders(self, folders: Mapping[str, int], text: str) -> None:
        """`text`: as `core.classes_by_hand.read_classes` reads it."""
        self.beginResetModel()
        known = read_classes(text)
        self._folders = dict(folders)
        self._classes = {folder: known.get(folder, folder) for folder in folders}
        self.endResetModel()
        self.changed.emit()

    def text(self) -> str:
        return write_classes(self._classes)

    def counts(self) -> dict[str, int]:
        """Pictures in each class."""
        counts: dict[str, int] = {}
        for folder, name in self._classes.items():
            if name:
                counts[name] = counts.get(name, 0) + self._folders[folder]
        return counts

    def merge(self, rows: list[int]) -> None:
        """Make one class of these folders, under the name of the first."""
        folders = [list(self._folders)[row] for row in rows]
        name = next((self._classes[folder] for folder in folders if self._classes[folder]), "")
        for folder in folders if name else ():
            self._classes[folder] = name
        self._tell()

    def reset(self) -> None:
        """Each folder is a class of its own name again."""
        self._classes = {folder: folder for folder in self._folders}
        self._tell()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._folders)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        folder = list(self._folders)[index.row()]
        texts = (shown_name(folder), figure(self._folders[folder]), shown_name(self._classes[folder]))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.tr("left out") if index.column() == CLASS and not texts[CLASS] else texts[index.column()]
            case Qt.ItemDataRole.EditRole:
                return self._classes[folder] if index.column() == CLASS else None
            case Qt.ItemDataRole.ToolTipRole:
                return tip(texts[index.column()])
            case Qt.ItemDataRole.CheckStateRole if index.column() == FOLDER:
                return Qt.CheckState.Checked if self._classes[folder] else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == COUNT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        folder = list(self._folders)[index.row()]
        if index.column() == CLASS and role == Qt.ItemDataRole.EditRole and str(value).strip():
            self._classes[folder] = str(value).strip()
        elif index.column() == FOLDER and role == Qt.ItemDataRole.CheckStateRole:
            learned = Qt.CheckState(value) == Qt.CheckState.Checked
            if not learned:
                self._before[folder] = self._classes[folder]
            self._classes[folder] = (self._before.get(folder) or folder) if learned else ""
        else:
            return False
        self._tell()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Folder"), self.tr("Pictures"), self.tr("Class"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == FOLDER:
            return usual | Qt.ItemFlag.ItemIsUserCheckable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == CLASS else usual

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.IgnoreAction

    def dropMimeData(self, *ignored: object) -> bool:
        return False

    def _tell(self) -> None:
        if self._folders:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._folders) - 1, CLASS))
        self.changed.emit()


class ClassTable(QWidget):
    """Nothing changes outside before the button is pressed: each change of classes prepares the pictures anew."""

    chosen = Signal(str)
    """The classes, as `core.classes_by_hand` writes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ClassModel(self)
        self.table = _Table(self.model)
        self._shown: tuple[dict[str, int], str] = {}, ""
        self._count = label(kind="muted", wrap=True)
        help = self.tr("Make one class of the chosen folders; to rename a class, type in its column")
        self.merge_button = Button(self.tr("Make one class"), help)
        self.reset_button = Button(self.tr("As the folders are"), self.tr("Each folder is a class again"), kind="quiet")
        self.use_button = Button(self.tr("Use these classes"), self.tr("Prepare the pictures with them"), icon="check")
        buttons = holding(Flow(self.merge_button, self.reset_button, self.use_button))
        self.setLayout(column(self.table, self._count, buttons, gap=look.UNIT))
        self.merge_button.clicked.connect(lambda: self.model.merge(self.rows()))
        self.reset_button.clicked.connect(self.model.reset)
        self.use_button.clicked.connect(lambda: self.chosen.emit(self.model.text()))
        self.model.changed.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self._show()

    def setFolders(self, folders: Mapping[str, int], text: str) -> None:
        """The folders with their counts, and what is made of them now."""
        if (dict(folders), text) == self._shown:
            return  # what the person has begun to change stays
        self._shown = dict(folders), text
        self.model.setFolders(folders, text)
        self.table.setFixedHeight((min(len(folders), MOST_LINES) + 1) * LINE + 4)

    def rows(self) -> list[int]:
        """Those that are chosen."""
        return sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})

    def _show(self) -> None:
        counts = self.model.counts()
        words = self.tr("{0} classes: {1}")
        named = ", ".join(f"{shown_name(name)} {figure(count)}" for name, count in sorted(counts.items()))
        self._count.setText(words.format(figure(len(counts)), named) if counts else self.tr("No class is left."))
        self.merge_button.setEnabled(len(self.rows()) > 1)
        self.use_button.setEnabled(bool(counts) and self.model.text() != write_classes(read_classes(self._shown[1])))


class _Table(QTableView):
    def __init__(self, model: ClassModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(LINE)
        header = self.horizontalHeader()
        header.setFixedHeight(LINE)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        for section, mode in ((FOLDER, QHeaderView.ResizeMode.Stretch), (CLASS, QHeaderView.ResizeMode.Stretch)):
            header.setSectionResizeMode(section, mode)
        self.setColumnWidth(COUNT, 76)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAcceptDrops(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Classes"))
        self.setToolTip(self.tr("Space leaves a folder out, F2 renames a class"))
