"""Scrubber: a place in time among the moments of a run, with what happened when marked above it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QBoxLayout, QStyle, QStyleOptionSlider, QToolTip, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Slider, column, holding, label, row, tip
from ganstudio.panels.parts.language import figure

LIVE = -1
"""In place of a step: the newest, and every newer one when it comes."""

Kind = Literal["best", "warning", "branch"]
SIGN = 12
"""Height of the signs above the slider, in pixels."""
REACH = 7
"""Pixels beside a sign that still mean it."""
LONGEST = 6
"""Marks that a screen reader is told."""


class Mark(NamedTuple):
    """Something that happened in a run."""

    step: int
    kind: Kind
    text: str


class MarkedSlider(Slider):
    """A slider with signs above it: a star, a triangle or a fork; a click on one goes there."""

    def __init__(self, name: str, help: str) -> None:
        super().__init__(name, help)
        self._marks: list[tuple[float, Mark]] = []
        self.setMinimumWidth(48)
        self.setMouseTracking(True)

    def setMarks(self, marks: list[tuple[float, Mark]]) -> None:
        """Each with its place, in values of the slider."""
        self._marks = marks
        self.setAccessibleDescription("; ".join(mark.text for _, mark in marks[:LONGEST]))
        self.updateGeometry()
        self.update()

    def marks(self) -> list[tuple[float, Mark]]:
        return list(self._marks)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, SIGN - look.HALF)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height() + SIGN - look.HALF)

    def across(self, place: float) -> float:
        """Where a place lies, in pixels from the left."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        parts, control = QStyle.SubControl, QStyle.ComplexControl.CC_Slider
        groove = self.style().subControlRect(control, option, parts.SC_SliderGroove, self)
        handle = self.style().subControlRect(control, option, parts.SC_SliderHandle, self).width()
        room = groove.width() - handle
        return groove.left() + handle / 2 + room * (place / self.maximum() if self.maximum() else 0.5)

    def signs(self) -> list[tuple[float, Mark]]:
        """Where each sign lies, in pixels from the left: one that would cover the next one gives way to the left."""
        free, signs = float(self.width()), []
        for place, mark in reversed(self._marks):
            free = min(self.across(place), free - SIGN - 2)
            signs.append((free, mark))
        return signs[::-1]

    def markAt(self, position: QPointF) -> Mark | None:
        """The one whose sign is under a point."""
        near = [(abs(across - position.x()), number) for number, (across, _) in enumerate(self.signs())]
        if position.y() > SIGN + 2 or not near:
            return None
        distance, number = min(near)
        return self._marks[number][1] if distance <= REACH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self.markAt(event.position())
        if mark is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        place = next(place for place, known in self._marks if known is mark)
        self.setValue(int(place))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and (mark := self.markAt(QPointF(event.pos()))):
            QToolTip.showText(event.globalPos(), tip(mark.text), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for across, mark in self.signs():
            _paint_sign(painter, QPointF(across, SIGN / 2), mark.kind, known)
        painter.end()


def _paint_sign(painter: QPainter, at: QPointF, kind: Kind, known: look.Colours) -> None:
    x, y = at.x(), at.y()
    colour = QColor({"best": known.good, "warning": known.warn, "branch": known.accent}[kind])
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour)
    if kind == "best":
        look.icon("star", colour.name(), SIGN + 2).paint(painter, QRect(round(x) - 7, 0, 14, 14))
    elif kind == "warning":
        painter.drawPolygon(QPolygonF([QPointF(x, y - 5), QPointF(x + 5, y + 4), QPointF(x - 5, y + 4)]))
    else:
        painter.drawLine(QPointF(x, y + 6), QPointF(x, y - 1))
        painter.drawLine(QPointF(x, y - 1), QPointF(x - 4, y - 5))
        painter.drawLine(QPointF(x, y - 1), QPointF(x + 4, y - 5))


class Scrubber(QWidget):
    """A place in time among the moments of a run, or live at their end."""

    momentChanged = Signal(int)
    """The step the person chose; -1: live."""

    def __init__(self, *tools: QWidget) -> None:
        """`tools`: what stands below the slider, at the right."""
        super().__init__()
        self._steps: list[int] = []
        self._marks: list[Mark] = []
        self._live = True
        self._ended = False
        self._slider = MarkedSlider(
            self.tr("Moment"), self.tr("Drag to see the samples of an earlier step; the end is live")
        )
        self._slider.setPageStep(10)
        self._step = label()
        self._step.setFont(look.font(tabular=True))
        self._step.setMinimumWidth(self._step.fontMetrics().horizontalAdvance(self.tr("step {0}").format("8,888,888")))
        self._button = Button(self.tr("Live"), self.tr("Follow the newest samples"), kind="quiet")
        self._button.setCheckable(True)
        self._button.setChecked(True)
        self._slider.valueChanged.connect(self._moved)
        self._button.clicked.connect(self._go_live)
        below = row(self._step, self._button, None, *tools, gap=look.HALF)
        self._box = column(self._slider, holding(below), gap=look.HALF)
        self.setLayout(self._box)
        self._show()

    def setSteps(self, steps: list[int]) -> None:
        """All moments, in order."""
        moment = self.moment()
        self._steps = steps
        self._place(moment)

    def add(self, step: int) -> None:
        """One more moment at the end (or again the last one)."""
        if not self._steps or step > self._steps[-1]:
            self._steps.append(step)
        elif step < self._steps[-1]:
            self._steps = [earlier for earlier in self._steps if earlier < step] + [step]
        self._place(LIVE if self._live else self.moment())

    def setLow(self, low: bool) -> None:
        """Whether there is so little height that all has to stand on one line."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if low else down)
        self._box.setStretch(0, int(low))

    def setMarks(self, marks: Sequence[Mark]) -> None:
        """What happened at which step: the best moment, warnings, branches."""
        self._marks = sorted(marks, key=lambda mark: mark.step)
        self._show_marks()

    def marks(self) -> list[Mark]:
        return list(self._marks)

    def slider(self) -> "MarkedSlider":
        return self._slider

    def setEnded(self, ended: bool) -> None:
        """Whether the end is only the last moment, which nothing newer follows."""
        self._ended = ended
        self._button.setText(self.tr("Last") if ended else self.tr("Live"))
        self._button.setToolTip(
            tip(self.tr("Show the last samples") if ended else self.tr("Follow the newest samples"))
        )
        self._show()

    def setMoment(self, step: int) -> None:
        """The last moment at or before `step`; -1: live. Does not emit."""
        self._place(step)

    def moment(self) -> int:
        """The step that was chosen; -1 when live."""
        return LIVE if self._live or not self._steps else self._steps[self._slider.value()]

    def shownStep(self) -> int:
        """The step that is to be seen; -1 when there is none yet."""
        return self._steps[self._slider.value()] if self._steps else LIVE

    def isLive(self) -> bool:
        """Whether the newest moment is shown, and every newer one when it comes."""
        return self._live and not self._ended

    def _place(self, step: int) -> None:
        last = max(len(self._steps) - 1, 0)
        self._live = step == LIVE or not self._steps
        place = last if self._live else max(bisect_right(self._steps, step) - 1, 0)
        with QSignalBlocker(self._slider):
            self._slider.setMaximum(last)
            self._slider.setValue(place)
        self._show()
        self._show_marks()

    def _show_marks(self) -> None:
        self._slider.setMarks([(self._place_of(mark.step), mark) for mark in self._marks] if self._steps else [])

    def _place_of(self, step: int) -> float:
        """Between two moments, as far as its step is between theirs."""
        after = bisect_right(self._steps, step)
        if after == 0 or after == len(self._steps):
            return float(min(after, len(self._steps) - 1))
        before, next_ = self._steps[after - 1], self._steps[after]
        return after - 1 + (step - before) / (next_ - before)

    def _moved(self, place: int) -> None:
        self._live = place == self._slider.maximum()
        self._show()
        self.momentChanged.emit(self.moment())

    def _go_live(self) -> None:
        self._place(LIVE)
        self.momentChanged.emit(LIVE)

    def _show(self) -> None:
        step = self.shownStep()
        self._slider.setEnabled(len(self._steps) > 1)
        self._step.setText(self.tr("step {0}").format(figure(step)) if step >= 0 else "")
        self._button.setChecked(self.isLive())
        self._button.setEnabled(bool(self._steps) and not (self._ended and self._live))
