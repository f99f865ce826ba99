"""DirectionsPanel: named directions with sliders, found in three ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QVBoxLayout, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import (
    Button,
    Fold,
    IconButton,
    LineField,
    Slider,
    column,
    holding,
    label,
    row,
)
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.pictures import to_image

REACH = 6.0
"""Largest strength on a slider, in standard deviations."""
END = 3.0
"""The strength that is shown at both ends of a slider."""
TICKS = 100


@dataclass(frozen=True)
class Shown:
    """A direction as the panel shows it."""

    name: str
    title: str
    detail: str
    """What kind it is, and how much of the variety lies along it."""


class _End(QAbstractButton):
    """What one end of a direction makes of the picture on show; a click goes there."""

    SIDE = 36

    def __init__(self, name: str, help: str) -> None:
        super().__init__()
        self._picture = QImage()
        self.setAccessibleName(name)
        self.setToolTip(help)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        Giving(self, lambda _: self._picture)

    def setPicture(self, picture: Any) -> None:
        self._picture = to_image(picture)
        self.update()

    def picture(self) -> QImage:
        return self._picture

    def sizeHint(self) -> QSize:
        return QSize(self.SIDE, self.SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(known.raised))
        if not self._picture.isNull():
            painter.drawImage(self.rect(), self._picture)
        if self.hasFocus():
            painter.setPen(QColor(known.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Row(QWidget):
    """One direction: its name to edit, its slider between the pictures of its two ends, a way back to 0."""

    moved = Signal(str, float, bool)
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.name = shown.name
        self._title = shown.title
        help = self.tr("{0}. Type another name for what it changes.").format(shown.detail)
        self.title = LineField(self.tr("Name of {0}").format(shown.title), help)
        self.title.setText(shown.title)
        self.title.setMaxLength(60)
        self.title.editingFinished.connect(self._rename)
        self.slider = Slider(shown.title, self.tr("How far along this direction; double-click the number for 0"))
        self.slider.setRange(round(-REACH * TICKS), round(REACH * TICKS))
        self.slider.setSingleStep(TICKS // 10)
        self.slider.setPageStep(TICKS)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self._released)
        self.number = label("0.0", "muted")
        self.number.setFixedWidth(32)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.zero = IconButton("reset", self.tr("{0}: back to 0, which is the original").format(shown.title))
        self.zero.clicked.connect(lambda: self.moved.emit(self.name, 0.0, True))
        self.remove = IconButton("close", self.tr("Take {0} off the list").format(shown.title))
        self.remove.clicked.connect(lambda: self.removed.emit(self.name))
        self.ends = tuple(self._end(strength) for strength in (-END, END))
        box = column(gap=look.HALF)
        box.addLayout(row(self.title, self.number, self.zero, self.remove, gap=look.HALF))
        box.addLayout(row(self.ends[0], self.slider, self.ends[1], gap=look.UNIT))
        box.setContentsMargins(0, 0, 0, look.UNIT)
        self.setLayout(box)

    def _end(self, strength: float) -> _End:
        name = self.tr("{0} at {1}").format(self._title, figure(strength, "+.0f"))
        end = _End(name, self.tr("{0}; a click goes there").format(name))
        end.clicked.connect(lambda: self.moved.emit(self.name, strength, True))
        return end

    def setStrength(self, strength: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(strength * TICKS))
        self.number.setText(figure(strength, ".1f"))

    def _slid(self, value: int) -> None:
        self.number.setText(figure(value / TICKS, ".1f"))
        self.moved.emit(self.name, value / TICKS, not self.slider.isSliderDown())

    def _released(self) -> None:
        self.moved.emit(self.name, self.slider.value() / TICKS, True)

    def _rename(self) -> None:
        wanted = self.title.text().strip()
        if wanted and wanted != self._title:
            self._title = wanted
            self.renamed.emit(self.name, wanted)


class DirectionsPanel(QWidget):
    moved = Signal(str, float, bool)
    """Direction, strength in standard deviations, and whether the movement is over."""
    findWanted = Signal(str)
    """'component' or 'layer'."""
    cancelWanted = Signal()
    marked = Signal(bool)
    """The picture on show has it (True) or has it not."""
    marksForgotten = Signal()
    learnWanted = Signal(str)
    """The name of what the marked pictures have."""
    renamed = Signal(str, str)
    removed = Signal(str)
    endsWanted = Signal()
    """The panel is seen: what the directions make of the picture on show is to be drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self.components = Button(
            self.tr("Find directions"), self.tr("Those in which pictures differ most (principal components)")
        )
        self.components.clicked.connect(lambda: self.findWanted.emit("component"))
        self.layers = Button(
            self.tr("Take from the weights"),
            self.tr("What the first layer amplifies most (SeFa); at once, without samples"),
        )
        self.layers.clicked.connect(lambda: self.findWanted.emit("layer"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = IconButton("close", self.tr("Stop looking"))
        self.cancel.clicked.connect(self.cancelWanted)
        self._list: QVBoxLayout = column(gap=look.HALF)
        self._empty = label(
            self.tr("Directions change one thing at a time: find some, then drag their sliders."), "muted", wrap=True
        )
        self.setLayout(self._arranged())
        self.setProgress(0, 0)
        self.setMarks(0, 0)

    def setDirections(self, directions: Sequence[Shown]) -> None:
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._rows = {}
        for direction in directions:
            made = _Row(direction)
            made.moved.connect(self.moved)
            made.renamed.connect(self.renamed)
            made.removed.connect(self.removed)
            self._rows[direction.name] = made
            self._list.addWidget(made)
        self._list.addStretch(1)
        self._empty.setVisible(not directions)

    def setEnd(self, name: str, high: bool, picture: Any) -> None:
        """What a direction makes of the picture on show at the one end (False) or the other."""
        if line := self._rows.get(name):
            line.ends[high].setPicture(picture)

    def setOrder(self, names: Sequence[str]) -> None:
        """Sort the list; those that are not named stay behind the others."""
        for place, name in enumerate(name for name in names if name in self._rows):
            self._list.insertWidget(place, self._rows[name])

    def order(self) -> list[str]:
        """The names of the directions as they are listed."""
        return sorted(self._rows, key=lambda name: self._list.indexOf(self._rows[name]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.endsWanted.emit()

    def setStrengths(self, strengths: dict[str, float]) -> None:
        """Show strengths without emitting `moved`; directions that are not named are at 0."""
        for name, line in self._rows.items():
            if not line.slider.isSliderDown():
                line.setStrength(strengths.get(name, 0.0))

    def setProgress(self, done: int, total: int) -> None:
        """Progress of the search for directions; 0 of 0 hides it."""
        for widget in (self.progress, self.cancel):
            widget.setVisible(total > 0)
        for button in (self.components, self.layers):
            button.setEnabled(total == 0)
        self.progress.setRange(0, total or 1)
        self.progress.setValue(done)

    def setMarks(self, having: int, lacking: int) -> None:
        self.has.setText(self.tr("Has it ({0})").format(having))
        self.lacks.setText(self.tr("Has it not ({0})").format(lacking))
        self.learn.setEnabled(having > 0 and lacking > 0)
        self.forget.setEnabled(having + lacking > 0)

    def rows(self) -> dict[str, Any]:
        return dict(self._rows)

    def _arranged(self) -> Any:
        area = scrolling(holding(self._list))
        box = column(gap=look.UNIT)
        box.addLayout(row(self.components, self.layers, None))
        box.addLayout(row(self.progress, self.cancel))
        box.addWidget(self._empty)
        box.addWidget(area, 1)
        box.addWidget(self._teaching())
        return box

    def _teaching(self) -> QWidget:
        self.has = Button("", self.tr("The picture on show is an example that has it"))
        self.has.clicked.connect(lambda: self.marked.emit(True))
        self.lacks = Button("", self.tr("The picture on show is an example that has it not"))
        self.lacks.clicked.connect(lambda: self.marked.emit(False))
        self.forget = IconButton("reset", self.tr("Forget all examples"))
        self.forget.clicked.connect(self.marksForgotten)
        self.what = LineField(self.tr("Name of the attribute"), self.tr("A word for what the examples have"))
        self.what.setPlaceholderText(self.tr("What they have: red, round ..."))
        self.what.setMaxLength(60)
        self.learn = Button(self.tr("Teach"), self.tr("Find the direction that leads from those without to those with"))
        self.learn.clicked.connect(lambda: self.learnWanted.emit(self.what.text().strip()))
        inner = column(gap=look.UNIT)
        inner.addWidget(label(self.tr("Walk to pictures that have something and to some that do not, and say which."),
                              "muted", wrap=True))  # fmt: skip
        inner.addLayout(row(self.has, self.lacks, self.forget, None))
        inner.addLayout(row(self.what, self.learn))
        self.fold = Fold(self.tr("Teach it a direction"), self.tr("Learn a direction from examples"), holding(inner))
        return self.fold
