"""CompareView: two or more runs beside each other."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ganstudio.core.comparison import ComparedRun, ScorePoint
from ganstudio.core.events import Progress
from ganstudio.core.settings import Value
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import (
    Button,
    Elided,
    IconButton,
    Segmented,
    column,
    holding,
    label,
    row,
    tip,
)
from ganstudio.panels.parts.fields import choice_text
from ganstudio.panels.parts.findings import best_point, lower_is_better, main_first, score_points
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.language import figure, said
from ganstudio.panels.parts.pictures import PictureCache

if TYPE_CHECKING:
    from ganstudio.panels.parts.history import Floats, History
    from ganstudio.panels.parts.plot import Key

LINES = (
    Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)  # fmt: skip
ROLES = ("accent", "good", "bad", "warn", "text")
"""Here lines tell runs apart, not networks: neither of the networks' two colours is used."""


class CompareView(QWidget):
    """Last samples side by side, one number of all runs over time, scores, and the settings in which they differ."""

    closeRequested = Signal()
    exportRequested = Signal(str)
    """'html' or 'csv': a report of these runs."""
    revealRequested = Signal(object)
    """Path of the folder that a report was written to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # pyqtgraph takes a second to import: it waits until runs are compared
        from ganstudio.panels.parts.plot import Plot

        super().__init__(parent)
        self._runs: list[ComparedRun] = []
        self._histories: list[History] = []
        self._key = ""
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
        differ = self.tr("The settings whose values are not the same in all of these runs")
        self._table = ReadTable(self.tr("Settings that differ"), differ)
        rest = self.tr("Compare only what rests on the same number of images N and the same features")
        self._scores = ReadTable(self.tr("Scores"), rest)
        self._no_scores = label(self.tr("None of these runs has scores."), "muted")
        self._points: list[list[ScorePoint]] = []
        self._same = label(kind="muted")
        self._says = label(kind="caption", wrap=True)
        self._told = label(kind="good", wrap=True)
        self._reveal = Button(self.tr("Show folder"), self.tr("Open the folder in the file manager"), kind="link")
        self._reveal.clicked.connect(lambda: self.revealRequested.emit(self._written))
        self._written: Path | None = None
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
        self._points = [score_points(run.events) for run in runs]
        self._fill_pictures()
        self._fill_choices()
        self._fill_scores()
        self._fill_table()
        self._draw()

    def tell(self, sentence: str, folder: Path) -> None:
        """A report was written."""
        self._written = folder
        self._told.setText(sentence)
        self._ending.show()

    def differing(self) -> list[str]:
        """Settings whose values are not the same in all runs, 'recipe' first if that differs."""
        names = list(dict.fromkeys(name for run in self._runs for name in run.values))
        different = [name for name in names if len({run.values.get(name) for run in self._runs}) > 1]
        return (["recipe"] if len({run.recipe for run in self._runs}) > 1 else []) + different

    def setNumber(self, key: str) -> None:
        """Which of Progress.losses, or which score, is drawn."""
        self._key = key
        self._draw()

    def setAxis(self, axis: str) -> None:
        """'step', 'kimg' or 'minutes'."""
        self._axis = axis
        self._draw()

    def _arranged(self) -> QVBoxLayout:
        close = IconButton("close", self.tr("Back to all runs (Escape)"))
        close.clicked.connect(self.closeRequested)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closeRequested)
        html = Button(
            self.tr("Report (HTML)…"), self.tr("One page with the pictures and plots in it, for any browser"),
            icon="export",
        )  # fmt: skip
        table = Button(self.tr("Numbers (CSV)…"), self.tr("Every number of these runs, for a spreadsheet"))
        html.clicked.connect(lambda: self.exportRequested.emit("html"))
        table.clicked.connect(lambda: self.exportRequested.emit("csv"))
        inner = column(gap=look.GAP)
        inner.addLayout(self._pictures)
        inner.addLayout(self._choice_row)
        inner.addWidget(holding(self._keys))
        inner.addWidget(self.plot)
        inner.addWidget(self._says)
        inner.addWidget(label(self.tr("Scores"), "title"))
        inner.addWidget(self._no_scores)
        inner.addWidget(self._scores)
        inner.addWidget(label(self.tr("Settings that differ"), "title"))
        inner.addWidget(self._same)
        inner.addWidget(self._table)
        inner.addStretch(1)
        box = column(gap=look.UNIT)
        box.addLayout(row(label(self.tr("Compare runs"), "page"), None, table, html, close))
        ending = row(self._told, self._reveal)
        ending.setStretch(0, 1)
        self._ending = holding(ending)
        self._ending.hide()
        box.addWidget(self._ending)
        box.addWidget(scrolling(holding(inner), sideways=True), 1)
        return box

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
            self._pictures.addWidget(holding(column(name, label(said(run.recipe), "caption"), grid, gap=look.HALF)), 1)
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
        keys = list(dict.fromkeys(key for history in self._histories for key in history.keys))[:5]
        keys += [name for name in self._score_names() if name not in keys][:4]
        if self._key not in keys and keys:
            preferred = [*self._score_names(), "generator", keys[0]]  # quality first, where it was measured
            self._key = next(key for key in preferred if key in keys)
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
        for choices in (choice, axes):
            self._choice_row.addWidget(choices)
        self._choice_row.addStretch(1)

    def _fill_table(self) -> None:
        names = self.differing()
        self._same.setText("" if names else self.tr("All settings are the same."))
        self._same.setVisible(not names)
        self._table.setVisible(bool(names))
        rows = []
        for name in names:
            values = [said(run.recipe) if name == "recipe" else _value_text(run.values.get(name)) for run in self._runs]
            titles = [run.titles[name] for run in self._runs if name in run.titles]
            rows.append([said(titles[0]) if titles else name.replace("_", " ").capitalize(), *values])
        self._table.fill([self.tr("Setting"), *(run.name for run in self._runs)], rows)

    def _score_names(self) -> list[str]:
        return main_first(name for points in self._points for point in points for name in point.scores)

    def _fill_scores(self) -> None:
        """Rows that can be compared stand together: those of one N and one kind of features."""
        lines: list[tuple[str, str, ScorePoint]] = []
        for run, points in zip(self._runs, self._points, strict=True):
            if best := best_point(points):
                lines.append((run.name, self.tr("best while training"), best))
            lines += [(run.name, self.tr("evaluated"), point) for point in run.measured]
        names = main_first(name for *_, point in lines for name in point.scores)
        titles = (self.tr("N"), self.tr("Features"), self.tr("Run"), self.tr("When"), self.tr("Step"))
        rows = [
            [figure(point.count), point.features, run, when, figure(point.step),
             *(_score(point.scores.get(name)) for name in names)]
            for run, when, point in sorted(lines, key=lambda line: (line[2].features, -line[2].count))
        ]  # fmt: skip
        self._scores.fill([*titles, *(name[:1].upper() + name[1:] for name in names)], rows)
        self._scores.setVisible(bool(rows))
        self._no_scores.setVisible(not rows)

    def _draw(self) -> None:
        from ganstudio.panels.parts.history import reduced, smoothed
        from ganstudio.panels.parts.plot import Key

        self.plot.removeCurves()
        for old in self._legend:
            old.setParent(None)
            old.deleteLater()
        self._legend = []
        for place, (run, history) in enumerate(zip(self._runs, self._histories, strict=True)):
            role, line = ROLES[place % len(ROLES)], LINES[place % len(LINES)]
            if self._key in history.keys:
                values = smoothed(history.values(self._key), 0.9)
                drawn = reduced(history.place(self._axis), values, 1000)
            else:
                drawn = self._scored(self._points[place])
                values = drawn[1]
            if not len(values):
                continue
            self.plot.setCurve(f"{place} {run.name}", *drawn, role, line, faint=False)
            key = Key(run.name, role, line)
            key.setNumber(float(values[-1]))
            self._legend.append(key)
            self._keys.addWidget(key)
        self._says.setText(self._on_what())
        self._says.setVisible(bool(self._says.text()))
        self.plot.showAll()

    def _on_what(self) -> str:
        """What the score that is drawn rests on."""
        if any(self._key in history.keys for history in self._histories) or self._key not in self._score_names():
            return ""
        way = self.tr("lower is better") if lower_is_better(self._key) else self.tr("higher is better")
        count, features = self._ground()
        return self.tr("N {0}, {1}; {2}. Scores with other N or features are left out.").format(
            figure(count), features, way
        )

    def _scored(self, points: Sequence[ScorePoint]) -> "tuple[Floats, Floats]":
        """One score over time, of as many images and the same features in all runs: others do not compare."""
        import numpy as np

        ground = self._ground()
        known = [point for point in points if self._key in point.scores and (point.count, point.features) == ground]
        places, scores = [point.place(self._axis) for point in known], [point.scores[self._key] for point in known]
        return np.array(places), np.array(scores)

    def _ground(self) -> tuple[int, str]:
        """N and features of the score that is drawn: what most of the runs have."""
        grounds = [(points[-1].count, points[-1].features) for points in self._points if points]
        return max(dict.fromkeys(grounds), key=grounds.count, default=(0, ""))


def _score(value: float | None) -> str:
    return "–" if value is None else figure(value, ".4g")


def _value_text(value: Value | None) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return choice_text(value)
    return figure(value, "g") if isinstance(value, float) else str(value)


class ReadTable(QTableWidget):
    """A table that is only read: as high as its rows, nothing to edit, nothing to drop."""

    def __init__(self, name: str, help: str) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAcceptDrops(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
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
        return [[item.text() if item else "" for item in line] for line in items]
