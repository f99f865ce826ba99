"""LossPlots: the losses of the two networks, and what the discriminator says, over time."""

import math
from collections.abc import Iterable
from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ganstudio.core.events import Event, Progress
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Segmented, column, holding, label
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.history import MOST, Floats, History, logarithms, reduced, smoothed, thinned
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.plot import Plot
from ganstudio.panels.training.plots.curve_toggle import CurveToggle
from ganstudio.panels.training.plots.curves import Curve, curve_for

LIVE = -1
SMOOTHED = 4000
"""Points that are smoothed per curve: more are averaged in groups first."""
DRAWN = 1000
"""Points that are drawn per curve: about as many as a plot has pixels across."""
SHOWN = ("cycle", "identity", "correspondence")
"""Losses beside the two networks' that are drawn from the start; what else there is waits for a click."""


SPARSE = 0.5
"""A curve with a smaller share of points than this is measured now and then; gaps in others are gaps."""


class LossPlots(QWidget):
    """Two linked plots. `append` collects, `redraw` draws: events may come by the thousand."""

    momentChanged = Signal(int)
    """Step under the click; -1: live."""
    pointed = Signal(int)
    """Step under the mouse; -1: none."""
    axisChanged = Signal(object)
    """'step', 'kimg' or 'minutes', when the person chose it."""

    def __init__(self, parent: QWidget | None = None, *, most: int = MOST) -> None:
        super().__init__(parent)
        self._history = History(most)
        self._curves: dict[str, Curve] = {}
        self._keys: dict[str, CurveToggle] = {}
        self._lines: dict[str, tuple[Floats, Floats]] = {}
        """Places and values of each line as it is drawn: what its key says is read off it."""
        self._stale = False
        self._axis = "step"
        self._smoothing = 0.9
        self._log = False
        self._moment = LIVE
        self._hover = math.nan
        help = self.tr("Click goes to that moment, wheel and drag look closer, double-click shows all")
        self.losses = Plot(self.tr("Losses over time"), help)
        self.outputs = Plot(self.tr("What the discriminator says over time"), help)
        self.outputs.setXLink(self.losses)
        self._loss_keys, self._output_keys = Flow(gap=12), Flow(gap=12)
        self._where = label(kind="caption")
        self._where.setFont(look.font(look.CAPTION, tabular=True))
        self._where.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._losses_hint, self._outputs_hint = label(kind="caption", wrap=True), label(kind="caption", wrap=True)
        self.setAccessibleName(self.tr("Losses, and what the discriminator says, over time"))
        self.setLayout(self._arranged())
        for plot in (self.losses, self.outputs):
            plot.hovered.connect(self._hovered)
            plot.clicked.connect(self._clicked)
            plot.keyed.connect(self._keyed)
        self._hint()

    # Events -------------------------------------------------------------------------------------------------------

    def append(self, event: Event) -> None:
        """Collect a Progress (others are passed over); nothing is drawn."""
        if isinstance(event, Progress):
            self._history.append(event)
            self._stale = True

    def redraw(self) -> None:
        """Draw what came in since the last call: the app's 33 ms timer calls this. Each curve is set once."""
        if not self._stale:
            return
        self._stale = False
        for key in self._history.keys:
            if key not in self._curves:
                self._learn(key)
        places = self._history.place(self._axis)
        for curve in self._curves.values():
            if self._keys[curve.key].isChecked():
                self._draw(curve, places)
        for plot in (self.losses, self.outputs):
            plot.settle()
        self._show_numbers()
        self._show_moment()

    def setEvents(self, events: Iterable[Event]) -> None:
        """Replay a run from its beginning."""
        self.clear()
        for event in events:
            self.append(event)
        self.redraw()

    def clear(self) -> None:
        """Forget every point."""
        self._history.clear()
        for plot in (self.losses, self.outputs):
            plot.removeCurves()
            plot.showAll()
        for key in self._keys.values():
            key.setParent(None)
            key.deleteLater()
        self._curves, self._keys, self._lines = {}, {}, {}
        self._moment, self._hover = LIVE, math.nan
        self._hint()
        self._show_numbers()
        self._show_moment()

    def setMoment(self, step: int) -> None:
        """Put the cursor line there; -1: none. Does not emit."""
        self._moment = step
        self._show_moment()
        self._show_numbers()

    def point(self, step: int) -> None:
        """What is pointed at elsewhere; -1: nothing. Does not emit."""
        index = self._history.nearest("step", step) if step != LIVE else -1
        self._cross(float(self._history.place(self._axis)[index]) if index >= 0 else math.nan)

    def setAxis(self, axis: str) -> None:
        """'step', 'kimg' or 'minutes'."""
        self._axis = axis
        self._axes.setData(axis)
        self._again()

    def setSmoothing(self, share: float) -> None:
        """0: none; towards 1: ever smoother. The unsmoothed curve stays, faint."""
        self._smoothing = share
        self._smooth.setData(share)
        for plot in (self.losses, self.outputs):
            plot.removeCurves()
        self._again()

    def setLogarithmic(self, on: bool) -> None:
        """Losses on a logarithmic scale; what is not above 0 is not seen then."""
        self._log = on
        self._logarithmic.setChecked(on)
        self.losses.setLogarithmic(on)
        self._again()

    def history(self) -> History:
        return self._history

    def values(self) -> dict[str, str]:
        """What the keys say now, by key of Progress.losses."""
        return {name: key.number() for name, key in self._keys.items() if key.isChecked()}

    # Making -------------------------------------------------------------------------------------------------------

    def _arranged(self) -> QVBoxLayout:
        box = column(gap=look.HALF)
        box.addWidget(holding(self._toolbar()))
        box.addWidget(holding(self._loss_keys))
        box.addWidget(self.losses, 3)
        within = self._within = column(margin=look.HALF)
        within.addWidget(self._where, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.losses.setLayout(within)
        box.addWidget(self._losses_hint)
        box.addSpacing(look.UNIT)
        box.addWidget(holding(self._output_keys))
        box.addWidget(self.outputs, 2)
        box.addWidget(self._outputs_hint)
        return box

    def _toolbar(self) -> Flow:
        self._axes = Segmented(
            self.tr("Axis"),
            [
                (self.tr("steps"), "step", self.tr("Steps along the axis")),
                (self.tr("kimg"), "kimg", self.tr("Thousands of images seen along the axis")),
                (self.tr("min"), "minutes", self.tr("Minutes of training along the axis")),
            ],
        )
        self._smooth = Segmented(
            self.tr("Smoothing"),
            [
                (self.tr("raw"), 0.0, self.tr("Curves as they are")),
                (self.tr("smooth"), 0.9, self.tr("Curves smoothed over about ten points")),
                (self.tr("more"), 0.98, self.tr("Curves smoothed over about fifty points")),
            ],
        )
        self._logarithmic = Button(self.tr("log"), self.tr("Losses on a logarithmic scale"), kind="quiet")
        self._logarithmic.setCheckable(True)
        for choice, data in ((self._axes, "step"), (self._smooth, 0.9)):
            choice.setData(data)
        self._axes.chosen.connect(self.setAxis)
        self._axes.chosen.connect(self.axisChanged)
        self._smooth.chosen.connect(self.setSmoothing)
        self._logarithmic.toggled.connect(self.setLogarithmic)
        return Flow(self._axes, self._smooth, self._logarithmic)

    def _learn(self, key: str) -> None:
        """Give a new key of Progress.losses its plot, its line and its legend."""
        more = sum(curve.group == "more" for curve in self._curves.values())
        curve = self._curves[key] = curve_for(key, more)
        on = curve.group != "more" or key in SHOWN
        made = self._keys[key] = CurveToggle(curve.title, curve.role, curve.line, on=on)
        made.toggled.connect(partial(self._toggled, key))
        (self._output_keys if curve.group == "outputs" else self._loss_keys).addWidget(made)
        self._hint()

    def curve_toggle(self, key: str) -> CurveToggle:
        """What shows and hides the curve of a key of Progress.losses."""
        return self._keys[key]

    def _toggled(self, key: str, on: bool) -> None:
        if not on:
            plot = self.outputs if self._curves[key].group == "outputs" else self.losses
            plot.removeCurve(key)
            plot.removeCurve(key + " raw")
            self._lines.pop(key, None)
        self._again()

    # Drawing ------------------------------------------------------------------------------------------------------

    def _again(self) -> None:
        self._stale = True
        self.redraw()

    def _draw(self, curve: Curve, places: Floats) -> None:
        plot = self.outputs if curve.group == "outputs" else self.losses
        values = self._history.values(curve.key)
        known = np.isfinite(values)
        if known.mean() < SPARSE:  # measured now and then: its points are joined, or nothing of it would be seen
            places, values = places[known], values[known]
        if self._smoothing:
            self._hand_over(plot, curve, places, values, faint=True)
            places, values, size = thinned(places, values, SMOOTHED)
            values = smoothed(values, self._smoothing**size)
        self._lines[curve.key] = places, values
        self._hand_over(plot, curve, places, values, faint=False)

    def _hand_over(self, plot: Plot, curve: Curve, places: Floats, values: Floats, *, faint: bool) -> None:
        if self._log and plot is self.losses:
            values = logarithms(values)
        key = curve.key + " raw" if faint else curve.key
        plot.setCurve(key, *reduced(places, values, DRAWN), curve.role, curve.line, faint)

    def _hint(self) -> None:
        """What good looks like, under each plot; outputs of D that leave 0 to 1 are scores, others probabilities."""
        scores = False
        for key in self._history.keys:
            if curve_for(key).group == "outputs":
                values = self._history.values(key)
                scores |= bool(((values < 0) | (values > 1)).any())
        self.outputs.setLevel(math.nan if scores else 0.5)
        losses = self.tr("Neither should run away.")
        if not scores:
            losses += " " + self.tr("A discriminator loss that stays near 0 teaches the generator little.")
        self._losses_hint.setText(losses)
        if scores:
            text = self.tr("Scores, not probabilities: the gap between the two is what can be told apart; it shrinks.")
        else:
            text = self.tr(
                "Both around 0.5: balanced. D(G(z)) near 0, and pictures that get no better: the discriminator has won."
            )
        self._outputs_hint.setText(text)

    def _index(self) -> int:
        """The point that the keys speak of: under the mouse, else at the moment, else the last."""
        if math.isfinite(self._hover):
            return self._history.nearest(self._axis, self._hover)
        if self._moment != LIVE:
            return self._history.nearest("step", self._moment)
        return len(self._history) - 1

    def _show_numbers(self) -> None:
        index = self._index()
        for name, key in self._keys.items():
            key.setNumber(self._number(name, index))
        if index < 0:
            self._where.setText("")
            return
        step, kimg = (self._history.place(axis)[index] for axis in ("step", "kimg"))
        self._where.setText(self.tr("step {0} · {1} kimg").format(figure(step, ",.0f"), figure(kimg, ",.1f")))
        self._within.activate()  # a graphics view takes no notice of what its layout asks for

    def _number(self, name: str, index: int) -> float:
        """Where the line stands at a point of the history; of a curve that is not drawn, what was measured there."""
        if name not in self._lines or index < 0:
            return last_number(self._history.values(name)[: index + 1])
        places, values = self._lines[name]
        place = self._history.place(self._axis)[index]
        return last_number(values[: max(int(np.searchsorted(places, place, side="right")), 1)])

    def _show_moment(self) -> None:
        index = self._history.nearest("step", self._moment) if self._moment != LIVE else -1
        place = float(self._history.place(self._axis)[index]) if index >= 0 else math.nan
        for plot in (self.losses, self.outputs):
            plot.setMoment(place)

    def _hovered(self, place: float) -> None:
        self._cross(place if len(self._history) else math.nan)
        over = math.isfinite(self._hover)
        self.pointed.emit(int(self._history.place("step")[self._index()]) if over else LIVE)

    def _cross(self, place: float) -> None:
        """The thin line and the numbers there; nan: none."""
        self._hover = place
        there = float(self._history.place(self._axis)[self._index()]) if math.isfinite(place) else math.nan
        for plot in (self.losses, self.outputs):
            plot.setCross(there)
        self._show_numbers()

    def _clicked(self, place: float) -> None:
        if len(self._history):
            self._go(self._history.nearest(self._axis, place))

    def _keyed(self, way: int) -> None:
        if not len(self._history):
            return
        last = len(self._history) - 1
        at = last if self._moment == LIVE else self._history.nearest("step", self._moment)
        self._go(last if way == 0 else min(max(at + way * max(1, last // 50), 0), last))

    def _go(self, index: int) -> None:
        last = index >= len(self._history) - 1
        step = LIVE if last else int(self._history.place("step")[index])
        self.setMoment(step)
        self.momentChanged.emit(step)


def last_number(values: Floats) -> float:
    """The last value that is finite (some curves are measured now and then only); nan if none is."""
    measured = values[np.isfinite(values)]
    return float(measured[-1]) if len(measured) else math.nan
