"""Plot: one pyqtgraph plot in the program's look, with a crosshair, a cursor in time and a key beside it.

Pens are one pixel wide, because wider ones take Qt's slow path and cost five times as much; at 200 % they are two wide,
because one is hardly seen there. Curves are handed over reduced to what the screen can show, so that dashes and smooth
edges stay cheap.
"""

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import PALETTE_CHANGES, label, row
from ganstudio.panels.parts.history import Floats

FAINT = 0.3


class Plot(pg.PlotWidget):
    """Curves over a shared axis. Wheel and drag change the stretch that is seen, a double click shows all."""

    hovered = Signal(float)
    """Place under the mouse; nan when it has left."""
    clicked = Signal(float)
    keyed = Signal(int)
    """-1 and 1: a little back or on in time; 0: to the end."""

    def __init__(self, name: str, help: str) -> None:
        super().__init__(background=None)
        self.setAccessibleName(name)
        self.setToolTip(help)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(96)
        self._curves: dict[str, tuple[Any, str, Qt.PenStyle, bool]] = {}
        self._marks: Any = None
        self._pressed: QPointF | None = None
        self.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)  # a kept ground would outlive a change of theme
        self.viewport().setAutoFillBackground(False)
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=True, y=False)
        item.getViewBox().setAutoVisible(y=True)
        item.getAxis("left").setWidth(52)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._level = pg.InfiniteLine(angle=0, movable=False)
        for line in (self._cursor, self._cross, self._level):
            line.hide()
            self.addItem(line, ignoreBounds=line is not self._level)
        self._dress()

    def setCurve(self, key: str, places: Floats, values: Floats, role: str, line: Qt.PenStyle, faint: bool) -> None:
        """Draw or redraw one curve; nan makes a gap."""
        known = self._curves.get(key)
        if known is None or known[1:] != (role, line, faint):
            self.removeCurve(key)
            item = pg.PlotCurveItem(connect="finite", antialias=True)
            self.addItem(item)
            self._curves[key] = known = (item, role, line, faint)
            item.setPen(self._pen(role, line, faint))
        known[0].setData(places, values)

    def setMarks(self, places: Floats, values: Floats, role: str) -> None:
        """A dot at each of these few points, in place of those before."""
        colour = QColor(getattr(look.colours(self), role))
        if self._marks is None:
            self._marks = pg.ScatterPlotItem(size=6, pxMode=True, antialias=True)
            self.addItem(self._marks)
        self._marks.setData(places, values, pen=QPen(colour), brush=colour)

    def settle(self) -> None:
        """Fit the axes to the curves now; left to the painting, a new range would have everything painted twice."""
        self.getPlotItem().getViewBox().updateAutoRange()

    def removeCurve(self, key: str) -> None:
        if key in self._curves:
            self.removeItem(self._curves.pop(key)[0])

    def removeCurves(self) -> None:
        for key in list(self._curves):
            self.removeCurve(key)

    def curveKeys(self) -> set[str]:
        return set(self._curves)

    def curve(self, key: str) -> tuple[Floats, Floats]:
        """Places and values of a curve as they are drawn."""
        places, values = self._curves[key][0].getData()
        return places, values

    def pen(self, key: str) -> QPen:
        """What a curve is drawn with now."""
        pen: QPen = self._curves[key][0].opts["pen"]
        return pen

    def setLogarithmic(self, on: bool) -> None:
        """The left axis shows powers of ten; the values come as logarithms."""
        self.getPlotItem().getAxis("left").setLogMode(False, on)

    def setMoment(self, place: float) -> None:
        """The chosen moment; nan for none."""
        _set_line(self._cursor, place)

    def moment(self) -> float:
        return _place_of(self._cursor)

    def setCross(self, place: float) -> None:
        """What the mouse points at; nan for none."""
        _set_line(self._cross, place)

    def cross(self) -> float:
        return _place_of(self._cross)

    def setLevel(self, value: float) -> None:
        """A level to compare with; nan for none."""
        _set_line(self._level, value)

    def level(self) -> float:
        return _place_of(self._level)

    def showAll(self) -> None:
        """The whole run, and from now on what is added to it."""
        self.getPlotItem().enableAutoRange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in PALETTE_CHANGES and hasattr(self, "_level"):
            self._dress()

    def event(self, event: QEvent) -> bool:
        """On a screen with more device pixels to each, lines take as many more."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and hasattr(self, "_level"):
            self._dress()
        return bool(super().event(event))

    def sizeHint(self) -> QSize:
        return QSize(320, 140)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Closer or farther; where the page around it scrolls, the wheel is the page's, unless Ctrl is held."""
        if self._in_scrolling_page() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)
        if event.angleDelta().y() < 0 and self._shows_more_than_all():
            self.showAll()
            self.settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed is not None and (event.position() - self._pressed).manhattanLength() < 4:
            self.clicked.emit(self._place(event.position()))
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.showAll()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.hovered.emit(self._place(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(math.nan)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            look.focus_ring(painter, self.viewport().rect(), look.colours(self))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_End: 0}
        key = Qt.Key(event.key())
        if key in moves:
            self.keyed.emit(moves[key])
        elif key == Qt.Key.Key_0:
            self.showAll()
        else:
            event.ignore()

    def _in_scrolling_page(self) -> bool:
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QAbstractScrollArea) and around.verticalScrollBar().maximum() > 0:
                return True
            around = around.parentWidget()
        return False

    def _shows_more_than_all(self) -> bool:
        """Whether the wheel has left so far that the curves would be squashed."""
        box = self.getPlotItem().getViewBox()
        bounds = box.childrenBounds()[0]
        low, high = map(float, box.viewRange()[0])
        return bounds is not None and low <= float(bounds[0]) and high >= float(bounds[1])

    def _place(self, position: QPointF) -> float:
        return float(self.getPlotItem().getViewBox().mapSceneToView(self.mapToScene(position.toPoint())).x())

    def _dress(self) -> None:
        known = look.colours(self)
        item = self.getPlotItem()
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setPen(QPen(QColor(known.line), 1))
            axis.setTickPen(QPen(QColor(known.line), 1))
            axis.setTextPen(QColor(known.muted))
            axis.setStyle(tickFont=look.font(look.CAPTION, tabular=True), tickLength=-4)
            axis.setStyle(maxTickLevel=1)  # a third level of lines over the whole plot costs more than all the curves
        item.showGrid(x=False, y=True, alpha=0.12 if not look.is_dark(self.palette()) else 0.2)
        for mark, colour, line in (
            (self._cursor, known.accent, Qt.PenStyle.SolidLine),
            (self._cross, known.edge, Qt.PenStyle.SolidLine),
            (self._level, known.edge, Qt.PenStyle.DashLine),
        ):
            mark.setPen(self._hairline(QColor(colour), line))
        for curve, role, line, faint in self._curves.values():
            curve.setPen(self._pen(role, line, faint))

    def _pen(self, role: str, line: Qt.PenStyle, faint: bool) -> QPen:
        known = look.colours(self)
        colour = getattr(known, role) if hasattr(known, role) else role
        if faint:
            return self._hairline(look.mixed(known.surface, colour, FAINT), Qt.PenStyle.SolidLine)
        return self._hairline(QColor(colour), line)

    def _hairline(self, colour: QColor, line: Qt.PenStyle) -> QPen:
        """As wide at every zoom: one pixel as the desktop counts them, which is two of a screen at 200 %."""
        pen = QPen(colour, max(1, round(self.devicePixelRatioF())), line)
        pen.setCosmetic(True)
        return pen


class Key(QWidget):
    """What one curve is called, how it is drawn, and its value."""

    def __init__(self, title: str, role: str, line: Qt.PenStyle) -> None:
        super().__init__()
        self._sample = _LineSample(role, line)
        self._title = label(title, "muted")
        self._value = label()
        self._value.setFont(look.font(tabular=True))
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance("-0.0000"))
        self.setLayout(row(self._sample, self._title, self._value, gap=6))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def setNumber(self, value: float) -> None:
        self._value.setText(number(value))

    def text(self) -> str:
        return self._value.text()


class _LineSample(QWidget):
    def __init__(self, role: str, line: Qt.PenStyle) -> None:
        super().__init__()
        self._role, self._line = role, line
        self.setFixedSize(QSize(26, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        colour = QColor(getattr(known, self._role) if hasattr(known, self._role) else self._role)
        painter.setPen(QPen(colour, 2, self._line, Qt.PenCapStyle.FlatCap))
        painter.drawLine(0, 6, 26, 6)
        painter.end()


def number(value: float) -> str:
    """Four figures, whatever the size; a dash for none."""
    if not math.isfinite(value):
        return "–"
    if value and (abs(value) >= 1e5 or abs(value) < 1e-3):
        return f"{value:.1e}"
    return f"{value:.{max(0, 3 - len(str(int(abs(value)))) + 1)}f}"


def _set_line(line: Any, place: float) -> None:
    if math.isfinite(place):
        line.setValue(place)
    line.setVisible(math.isfinite(place))


def _place_of(line: Any) -> float:
    """Where a line is; nan while it is hidden."""
    return float(line.value()) if line.isVisible() else math.nan
