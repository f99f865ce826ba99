"""NumberEdit: a number typed or stepped, in steps that suit its scale."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox

from ganstudio.core.settings import Setting, Value
from ganstudio.panels.parts.language import figure, typed

StepFlag = QAbstractSpinBox.StepEnabledFlag


class NumberEdit(QAbstractSpinBox):
    """Holds text, so that a number outside the range can be typed and answered with a sentence instead of swallowed."""

    edited = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToPreviousValue)
        self.setRaw(setting.default)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.lineEdit().textChanged.connect(self.edited)

    def raw(self) -> str:
        return typed(self.lineEdit().text())

    def setRaw(self, value: Value) -> None:
        self.lineEdit().setText(number_text(value))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text, position

    def stepEnabled(self) -> StepFlag:
        try:
            now = float(self.raw())
        except ValueError:
            return StepFlag.StepNone
        flags = StepFlag.StepNone
        if self._setting.high is None or now < self._setting.high:
            flags |= StepFlag.StepUpEnabled
        if self._setting.low is None or now > self._setting.low:
            flags |= StepFlag.StepDownEnabled
        return flags

    def stepBy(self, steps: int) -> None:
        try:
            now = float(self.raw())
        except ValueError:
            return
        for _ in range(abs(steps)):
            now = stepped(self._setting, now, up=steps > 0)
        self.setRaw(int(now) if self._setting.type is int else now)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page is scrolled over many of these: none takes the wheel."""
        event.ignore()


def number_text(value: Value) -> str:
    """12000 -> '12000', 2e-4 -> '0.0002', 1e-7 -> '1e-07': never more digits than were meant."""
    return figure(value, ".10g") if isinstance(value, float) else str(value)


def stepped(setting: Setting, now: float, *, up: bool) -> float:
    """The next value: doubling or 1-2-5 on a logarithmic scale, a round part of the range on a linear one."""
    if setting.scale == "log" and now > 0:
        ladder = _doubled if setting.type is int else _one_two_five
        value = ladder(now, up)
    else:
        step = 1.0 if setting.type is int else _linear_step(setting, now)
        value = round(now / step + (1 if up else -1)) * step
        value = float(f"{value:.10g}")
    low = -math.inf if setting.low is None else setting.low
    high = math.inf if setting.high is None else setting.high
    return min(max(value, low), high)


def _doubled(now: float, up: bool) -> float:
    exponent = math.log2(now)
    return float(2 ** (math.floor(exponent + 1e-9) + 1 if up else math.ceil(exponent - 1e-9) - 1))


def _one_two_five(now: float, up: bool) -> float:
    decade = math.floor(math.log10(now))
    rungs = [digit * 10.0**power for power in (decade - 1, decade, decade + 1) for digit in (1, 2, 5)]
    beyond = [rung for rung in rungs if (rung > now * 1.0001 if up else rung < now * 0.9999)]
    return float(f"{(min(beyond) if up else max(beyond)):.10g}")


def _linear_step(setting: Setting, now: float) -> float:
    """0.01 of a small range; of an open or a huge one, a tenth of the value's own size."""
    span = (setting.high - setting.low) if setting.high is not None and setting.low is not None else math.inf
    size = span / 20 if span <= 100 else max(abs(now), 1.0) / 10
    decade = 10.0 ** math.floor(math.log10(size))
    return float(f"{next(digit for digit in (5, 2, 1) if digit * decade <= size * 1.0001) * decade:.10g}")
