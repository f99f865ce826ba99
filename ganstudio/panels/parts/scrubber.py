"""Scrubber: a place in time among the moments of a run, or live at their end."""

from bisect import bisect_right

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Slider, label, row

LIVE = -1


class Scrubber(QWidget):
    momentChanged = Signal(int)
    """The step the person chose; -1: live."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[int] = []
        self._live = True
        self._slider = Slider(self.tr("Moment"), self.tr("Drag to see the samples of an earlier step; the end is live"))
        self._slider.setPageStep(10)
        self._step = label()
        self._step.setFont(look.font(tabular=True))
        self._step.setMinimumWidth(self._step.fontMetrics().horizontalAdvance(self.tr("step {0}").format("8,888,888")))
        self._button = Button(self.tr("Live"), self.tr("Follow the newest samples"), kind="quiet")
        self._button.setCheckable(True)
        self._button.setChecked(True)
        self._slider.valueChanged.connect(self._moved)
        self._button.clicked.connect(self._go_live)
        self.setLayout(row(self._slider, self._step, self._button, gap=12))
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
            self._steps = [one for one in self._steps if one < step] + [step]
        self._place(LIVE if self._live else self.moment())

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
        return self._live

    def _place(self, step: int) -> None:
        last = max(len(self._steps) - 1, 0)
        self._live = step == LIVE or not self._steps
        place = last if self._live else max(bisect_right(self._steps, step) - 1, 0)
        self._slider.blockSignals(True)
        self._slider.setMaximum(last)
        self._slider.setValue(place)
        self._slider.blockSignals(False)
        self._show()

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
        self._step.setText(self.tr("step {0}").format(f"{step:,}") if step >= 0 else "")
        self._button.setChecked(self._live)
        self._button.setEnabled(bool(self._steps))
