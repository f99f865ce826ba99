"""GrowthCurve: what a run has reached over its steps, small, beside its film; a dot is where the film is."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganstudio.core.events import Event, Progress, Scored
from ganstudio.panels import look
from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.findings import main_first
from ganstudio.panels.parts.language import figure

HEIGHT, HEAD, RIM = 72, 16, 5
"""Of the widget; of its words; and what is free around the curve for the dot."""
NOWHERE = -1.0


class GrowthCurve(QWidget):
    """The main score, or the generator's loss where fewer than two scores were measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: dict[str, list[QPointF]] = {}
        self._losses: list[QPointF] = []
        self._moment = NOWHERE
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Curve beside the film"))
        self.setToolTip(tip(self.tr("The dot is the moment that the film shows")))

    def clear(self) -> None:
        """Another run."""
        self._scores, self._losses, self._moment = {}, [], NOWHERE
        self.update()

    def append(self, event: Event) -> None:
        """Collect a Progress or a Scored. Nothing is drawn."""
        if isinstance(event, Progress):
            _collect(self._losses, event.step, event.losses.get("generator", math.nan))
        elif isinstance(event, Scored):
            for name, value in event.scores.items():
                _collect(self._scores.setdefault(name, []), event.step, value)

    def title(self) -> str:
        """What is drawn; '' where nothing is."""
        named = next((name for name in main_first(self._scores) if len(self._scores[name]) > 1), "")
        return named or (self.tr("Generator's loss") if len(self._losses) > 1 else "")

    def points(self) -> list[QPointF]:
        """Steps and values that are drawn."""
        return self._scores.get(self.title(), self._losses)

    def setMoment(self, step: float) -> None:
        """Where the film is."""
        self._moment = step
        self.update()

    def value(self, step: float) -> float:
        """Of the curve at a step, between two points on the line."""
        points = self.points()
        after = next((at for at, point in enumerate(points) if point.x() >= step), len(points) - 1)
        first, second = points[max(after - 1, 0)], points[after]
        wide = second.x() - first.x()
        share = min(max((step - first.x()) / wide, 0.0), 1.0) if wide else 1.0
        return first.y() + share * (second.y() - first.y())

    def place(self, point: QPointF) -> QPointF:
        """Where a step and a value lie in the widget."""
        return self._places([point])[0]

    def _places(self, points: Sequence[QPointF]) -> list[QPointF]:
        """Where steps and values lie in the widget; what all of the curve spans is looked for once."""
        curve = self.points()
        area = QRectF(self.rect()).adjusted(RIM, HEAD + RIM, -RIM, -RIM)
        left, right = curve[0].x(), curve[-1].x()
        values = [known.y() for known in curve]
        low, high = min(values), max(values)

        def placed(point: QPointF) -> QPointF:
            across = (point.x() - left) / (right - left) if right > left else 0.5
            up = (point.y() - low) / (high - low) if high > low else 0.5
            return QPointF(area.left() + min(max(across, 0.0), 1.0) * area.width(), area.bottom() - up * area.height())

        return [placed(point) for point in points]

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        title, points = self.title(), self.points()
        if not title:
            return
        known = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(look.CAPTION, tabular=True))
        painter.setPen(QColor(known.muted))
        step = points[-1].x() if self._moment == NOWHERE else self._moment
        here = QPointF(step, self.value(step))
        words = self.tr("{0} {1} at step {2}").format(title, figure(here.y(), ".3g"), figure(round(step)))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 0, self.width(), HEAD), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(QColor(known.accent), 1.5))
        painter.drawPolyline(QPolygonF(self._places(points)))
        painter.setPen(QPen(QColor(known.surface), 2))
        painter.setBrush(QColor(known.accent))
        painter.drawEllipse(self.place(here), 4.5, 4.5)
        painter.end()


def _collect(points: list[QPointF], step: int, value: float) -> None:
    """What a run that went back to an earlier step had measured after it is forgotten."""
    while points and points[-1].x() >= step:
        points.pop()
    if math.isfinite(value):
        points.append(QPointF(step, value))
