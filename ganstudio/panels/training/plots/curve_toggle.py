"""CurveToggle: what one curve is called, how it is drawn, its value, and a click that hides or shows it."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ganstudio.panels import look
from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.plot import number

SAMPLE, GAP = 26, 6
WIDEST = "-0.0000"


class CurveToggle(QAbstractButton):
    """Checked: the curve is drawn. Unchecked it stands there muted and without a value, so that it can be found."""

    def __init__(self, title: str, role: str, line: Qt.PenStyle, *, on: bool = True) -> None:
        super().__init__()
        self._role, self._line = role, line
        self._value = math.nan
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(title)
        self.setToolTip(tip(self.tr("Show or hide {0}").format(title)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self.updateGeometry())

    def setNumber(self, value: float) -> None:
        self._value = value
        self.update()

    def number(self) -> str:
        """Its value as it stands there."""
        return number(self._value)

    def sizeHint(self) -> QSize:
        width = SAMPLE + GAP + self.fontMetrics().horizontalAdvance(self.text()) + 2
        if self.isChecked():
            width += GAP + self.fontMetrics().horizontalAdvance(WIDEST)
        return QSize(width, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        on = self.isChecked()
        colour = QColor(getattr(known, self._role)) if on else QColor(known.line)
        painter.setPen(QPen(colour, 2, self._line, Qt.PenCapStyle.FlatCap))
        painter.drawLine(0, self.height() // 2, SAMPLE, self.height() // 2)
        painter.setPen(QColor(known.muted))
        painter.setFont(look.font(tabular=True))
        place = QRectF(SAMPLE + GAP, 0, self.width(), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        if on:
            painter.setPen(QColor(known.text))
            left = place.left() + painter.fontMetrics().horizontalAdvance(self.text()) + GAP
            painter.drawText(QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.number())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(known.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
