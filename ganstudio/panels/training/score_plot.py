"""ScorePlot: one score over time, with the value that it had at the moment marked as the best."""

import math

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.core.comparison import ScorePoint
from ganstudio.core.events import Event, Progress, Scored
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Segmented, column, holding, label, row
from ganstudio.panels.parts.findings import best_point, lower_is_better, main_first, score_point
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.plot import Plot, number

LIVE = -1
SHOWN = 4
"""Scores that can be chosen among."""


class ScorePlot(QWidget):
    """Only scores of one N and one kind of features share the plot: when those change, the plot begins anew."""

    momentChanged = Signal(int)
    """Step under the click; -1: live."""
    pointed = Signal(int)
    """Step under the mouse; -1: none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: list[ScorePoint] = []
        self._made_by: tuple[int, str] = (0, "")
        self._minutes = 0.0
        self._axis = "step"
        self._key = ""
        self._stale = True
        self.plot = Plot(self.tr("Scores over time"), self.tr("Click goes to that moment, double-click shows all"))
        self.plot.setMinimumHeight(120)
        self.setAccessibleName(self.tr("Scores over time"))
        self._caption = label(kind="caption", wrap=True)
        self._keys = row(gap=look.UNIT)
        self._choice: Segmented | None = None
        box = column(gap=look.HALF)
        box.addWidget(holding(self._keys))
        box.addWidget(self.plot, 1)
        box.addWidget(self._caption)
        self.setLayout(box)
        self.plot.clicked.connect(self._clicked)
        self.plot.hovered.connect(self._hovered)
        self.plot.keyed.connect(self._keyed)
        self._moment = LIVE
        self._ended = False
        self.redraw()

    def setEnded(self, ended: bool) -> None:
        """Whether no more scores come."""
        if ended != self._ended:
            self._ended = ended
            self._stale = True
            self.redraw()

    def clear(self) -> None:
        """Another run."""
        self._points, self._made_by, self._minutes = [], (0, ""), 0.0
        self._moment = LIVE
        self._stale = True
        self.redraw()

    def append(self, event: Event) -> None:
        """Collect a Scored; of a Progress only the time. Nothing is drawn."""
        if isinstance(event, Progress):
            self._minutes = event.seconds / 60
        if isinstance(event, Scored):
            if (event.count, event.features) != self._made_by:
                self._points, self._made_by = [], (event.count, event.features)
            self._points = [point for point in self._points if point.step < event.step]  # a run that went back
            self._points.append(score_point(event, self._minutes))
            self._stale = True

    def redraw(self) -> None:
        """Draw what came in."""
        if not self._stale:
            return
        self._stale = False
        self._fill_choice()
        self.plot.removeCurves()
        if self._points and self._key:
            places = np.array([point.place(self._axis) for point in self._points])
            values = np.array([point.scores.get(self._key, math.nan) for point in self._points])
            self.plot.setCurve(self._key, places, values, "accent", Qt.PenStyle.SolidLine, faint=False)
            self.plot.setMarks(places, values, "accent")
            level, words = self._best(values)
            self.plot.setLevel(level)
            self._say(float(values[-1]), level, words)
        else:
            self.plot.setMarks(np.array([]), np.array([]), "accent")
            self.plot.setLevel(math.nan)
            coming = self.tr("The first scores come some time into the training.")
            self._caption.setText(self.tr("This run was not scored.") if self._ended else coming)
        self.setMoment(self._moment)

    def setAxis(self, axis: str) -> None:
        """'step', 'kimg' or 'minutes'."""
        self._axis = axis
        self._stale = True
        self.redraw()

    def setKey(self, key: str) -> None:
        """Which score is drawn."""
        self._key = key
        self._stale = True
        self.redraw()

    def keys(self) -> list[str]:
        """The scores that can be drawn."""
        return main_first(name for point in self._points for name in point.scores)[:SHOWN]

    def setMoment(self, step: int) -> None:
        """The chosen moment; -1: none. Does not emit."""
        self._moment = step
        self.plot.setMoment(self._place_of(step))

    def point(self, step: int) -> None:
        """What is pointed at elsewhere; -1: nothing. Does not emit."""
        self.plot.setCross(self._place_of(step))

    def caption(self) -> str:
        return self._caption.text()

    def _fill_choice(self) -> None:
        names = self.keys()
        if self._key not in names:
            self._key = names[0] if names else ""
        while item := self._keys.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        named = [(name[:1].upper() + name[1:], name, self.tr("Draw this score")) for name in names]
        if named:
            choice = Segmented(self.tr("Score"), named)
            choice.setData(self._key)
            choice.chosen.connect(self.setKey)
            self._keys.addWidget(choice)
        self._keys.addStretch(1)

    def _best(self, values: np.ndarray) -> tuple[float, str]:
        """The value of the dashed line, and what it is: that of the marked moment, else the lowest or the highest."""
        best = best_point(self._points)
        if best and best.marked:
            return best.scores.get(self._key, math.nan), self.tr("{0} at the moment marked as the best (dashed)")
        finite = [value for value in values.tolist() if math.isfinite(value)]
        if lower_is_better(self._key):
            return min(finite, default=math.nan), self.tr("lowest {0} (dashed)")
        return max(finite, default=math.nan), self.tr("highest {0} (dashed)")

    def _say(self, last: float, level: float, words: str) -> None:
        count, features = self._made_by
        way = self.tr("lower is better") if lower_is_better(self._key) else self.tr("higher is better")
        self._caption.setText(
            self.tr("{0} now, {1}; {2}; N {3}, {4}").format(
                number(last), words.format(number(level)), way, figure(count), features
            )
        )

    def _place_of(self, step: int) -> float:
        """Where a step lies on the axis, between the scores around it."""
        if step == LIVE or not self._points:
            return math.nan
        if self._axis == "step":
            return float(step)
        steps = [point.step for point in self._points]
        return float(np.interp(step, [0, *steps], [0.0, *(point.place(self._axis) for point in self._points)]))

    def _nearest(self, place: float) -> int:
        return min(range(len(self._points)), key=lambda at: abs(self._points[at].place(self._axis) - place))

    def _clicked(self, place: float) -> None:
        if self._points:
            self._go(self._nearest(place))

    def _hovered(self, place: float) -> None:
        step = self._points[self._nearest(place)].step if self._points and math.isfinite(place) else LIVE
        self.point(step)
        self.pointed.emit(step)

    def _keyed(self, way: int) -> None:
        if not self._points:
            return
        last = len(self._points) - 1
        steps = [point.step for point in self._points]
        at = last if self._moment == LIVE else max(0, int(np.searchsorted(steps, self._moment, "right")) - 1)
        self._go(last if way == 0 else min(max(at + way, 0), last))

    def _go(self, at: int) -> None:
        step = LIVE if at == len(self._points) - 1 else self._points[at].step
        self.setMoment(step)
        self.momentChanged.emit(step)
