"""CompareView: two or more runs beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ganstudio.core.events import Event, Progress
from ganstudio.core.settings import Value
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Elided, IconButton, Segmented, column, holding, label, row
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.pictures import PictureCache

if TYPE_CHECKING:
    from ganstudio.panels.parts.history import History
    from ganstudio.panels.parts.plot import Key

LINES = (
    Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)  # fmt: skip
ROLES = ("accent", "good", "bad", "warn", "text")
"""Here lines tell runs apart, not networks: neither of the networks' two colours is used."""


@dataclass(frozen=True, kw_only=True)
class ComparedRun:
    name: str
    recipe: str
    """Its title."""
    values: Mapping[str, Value]
    events: Sequence[Event]
    last_sample: Path | None = None


class CompareView(QWidget):
    """Last samples side by side, one number of all runs over time, and the settings in which they differ."""

    closeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        # pyqtgraph takes a second to import: it waits until runs are compared
        from ganstudio.panels.parts.plot import Plot

        super().__init__(parent)
        self._runs: list[ComparedRun] = []
        self._histories: list[History] = []
        self._key = "generator"
        self._axis = "kimg"
        self._cache = PictureCache(64, self)
        self._cache.ready.connect(self._show_pictures)
        self._grids: list[GridView] = []
        self._legend: list[Key] = []
        self.plot = Plot(
            self.tr("One number of all runs over time"), self.tr("Wheel and drag look closer, double-click shows all")
        )
        self.plot.setMinimumHeight(220)
        self._keys = Flow(gap=12)
        self._pictures = row(gap=look.GAP)
        self._table = self._made_table()
        self._same = label(kind="muted")
        self._choice_row = row(gap=look.UNIT)
        self.setLayout(self._arranged())

    def setRuns(self, runs: Sequence[ComparedRun]) -> None:
        """Show these."""
        from ganstudio.panels.parts.history import History

        self._runs = list(runs)
        self._histories = [History(4000) for _ in runs]
        for run, history in zip(runs, self._histories, strict=True):
            for event in run.events:
                if isinstance(event, Progress):
                    history.append(event)
        self._fill_pictures()
        self._fill_choices()
        self._fill_table()
        self._draw()

    def differing(self) -> list[str]:
        """Settings whose values are not the same in all runs, 'recipe' first if that differs."""
        names = list(dict.fromkeys(name for run in self._runs for name in run.values))
        different = [name for name in names if len({run.values.get(name) for run in self._runs}) > 1]
        return (["recipe"] if len({run.recipe for run in self._runs}) > 1 else []) + different

    def setNumber(self, key: str) -> None:
        """Which of Progress.losses is drawn."""
        self._key = key
        self._draw()

    def setAxis(self, axis: str) -> None:
        """'step', 'kimg' or 'minutes'."""
        self._axis = axis
        self._draw()

    def _arranged(self) -> QVBoxLayout:
        close = IconButton("close", self.tr("Back to all runs"))
        close.clicked.connect(self.closeRequested)
        inner = column(gap=look.GAP)
        inner.addLayout(self._pictures)
        inner.addLayout(self._choice_row)
        inner.addWidget(holding(self._keys))
        inner.addWidget(self.plot)
        inner.addWidget(label(self.tr("Settings that differ"), "title"))
        inner.addWidget(self._same)
        inner.addWidget(self._table)
        inner.addStretch(1)
        inside = holding(inner)
        inside.setProperty("look", "clear")
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = column(gap=look.UNIT)
        box.addLayout(row(label(self.tr("Compare runs"), "page"), None, close))
        box.addWidget(area, 1)
        return box

    def _made_table(self) -> QTableWidget:
        table = QTableWidget()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        table.setAcceptDrops(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.setAccessibleName(self.tr("Settings that differ"))
        table.setToolTip(self.tr("The settings whose values are not the same in all of these runs"))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        return table

    def _fill_pictures(self) -> None:
        while item := self._pictures.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._grids = []
        for run in self._runs:
            grid = GridView(self.tr("Last samples of {0}").format(run.name), self.tr("Wheel zooms, drag moves"))
            grid.setFixedHeight(280)
            grid.setEmptyText(self.tr("No samples"))
            self._grids.append(grid)
            name = Elided(run.name, "strong")
            self._pictures.addWidget(holding(column(name, label(run.recipe, "caption"), grid, gap=look.HALF)), 1)
        self._show_pictures()

    def _show_pictures(self) -> None:
        for run, grid in zip(self._runs, self._grids, strict=True):
            image = self._cache.get(run.last_sample, 1024) if run.last_sample else QImage()
            if image is not None and grid.image().isNull():
                grid.setImage(image)

    def _fill_choices(self) -> None:
        while item := self._choice_row.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        keys = list(dict.fromkeys(key for history in self._histories for key in history.keys))[:6]
        if self._key not in keys and keys:
            self._key = keys[0]
        named = [(key[:1].upper() + key[1:].replace("_", " "), key, self.tr("Draw this number")) for key in keys]
        choice = Segmented(self.tr("Number"), named)
        choice.setData(self._key)
        choice.chosen.connect(self.setNumber)
        axes = Segmented(
            self.tr("Axis"),
            [
                (self.tr("steps"), "step", self.tr("Steps along the axis")),
                (self.tr("kimg"), "kimg", self.tr("Thousands of images seen along the axis")),
                (self.tr("min"), "minutes", self.tr("Minutes of training along the axis")),
            ],
        )
        axes.setData(self._axis)
        axes.chosen.connect(self.setAxis)
        for one in (choice, axes):
            self._choice_row.addWidget(one)
        self._choice_row.addStretch(1)

    def _fill_table(self) -> None:
        names = self.differing()
        self._same.setText("" if names else self.tr("All settings are the same."))
        self._same.setVisible(not names)
        self._table.setVisible(bool(names))
        self._table.setRowCount(len(names))
        self._table.setColumnCount(1 + len(self._runs))
        self._table.setHorizontalHeaderLabels([self.tr("Setting"), *(run.name for run in self._runs)])
        for place, name in enumerate(names):
            words = [name.replace("_", " ").capitalize()]
            words += [run.recipe if name == "recipe" else _value_text(run.values.get(name)) for run in self._runs]
            for column_, text in enumerate(words):
                self._table.setItem(place, column_, QTableWidgetItem(text))
        height = self._table.horizontalHeader().sizeHint().height() + 4
        self._table.setFixedHeight(height + sum(self._table.rowHeight(one) for one in range(len(names))))

    def _draw(self) -> None:
        from ganstudio.panels.parts.history import reduced, smoothed
        from ganstudio.panels.parts.plot import Key

        self.plot.removeCurves()
        for old in self._legend:
            old.setParent(None)
            old.deleteLater()
        self._legend = []
        for place, (run, history) in enumerate(zip(self._runs, self._histories, strict=True)):
            if self._key not in history.keys:
                continue
            role, line = ROLES[place % len(ROLES)], LINES[place % len(LINES)]
            values = smoothed(history.values(self._key), 0.9)
            drawn = reduced(history.place(self._axis), values, 1000)
            self.plot.setCurve(f"{place} {run.name}", *drawn, role, line, faint=False)
            key = Key(run.name, role, line)
            key.setNumber(float(values[-1]))
            self._legend.append(key)
            self._keys.addWidget(key)
        self.plot.showAll()


def _value_text(value: Value | None) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
