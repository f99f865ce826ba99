"""Tables that are only read: as high as their rows, nothing to edit, nothing to drop."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ganstudio.panels.parts.controls import tip


class ReadTable(QTableWidget):
    def __init__(self, name: str, help: str) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAcceptDrops(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.setAccessibleName(name)
        self.setToolTip(tip(help))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def fill(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these texts."""
        self.setRowCount(len(rows))
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        for place, texts in enumerate(rows):
            for at, text in enumerate(texts):
                self.setItem(place, at, QTableWidgetItem(text))
        height = self.horizontalHeader().sizeHint().height() + 4
        self.setFixedHeight(height + sum(self.rowHeight(index) for index in range(len(rows))))

    def texts(self) -> list[list[str]]:
        """What it shows, row by row."""
        items = [[self.item(row, at) for at in range(self.columnCount())] for row in range(self.rowCount())]
        return [[one.text() if one else "" for one in line] for line in items]
