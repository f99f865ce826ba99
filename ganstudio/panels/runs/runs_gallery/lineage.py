"""LineageView: the cards of runs, with a line from each run to those that were begun from it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QListView

from ganstudio.core.run import Summary
from ganstudio.panels import look
from ganstudio.panels.runs.runs_gallery.run_model import RunListModel

GAP = look.HALF
"""From a card to the middle of the gap beside it."""
LANES = (0.0, 2.5, -2.5)
"""Places of lines beside each other in a gap."""
DOT = 4.0
"""Radius of a line's ends, in pixels."""
FAINT = 0.55


class LineageView(QListView):
    """The lines of what is chosen are strong, the others faint."""

    def __init__(self, model: RunListModel) -> None:
        super().__init__()
        self._runs = model

    def lines(self) -> list[tuple[int, int]]:
        """Rows of a run and of one that was begun from it."""
        return lineage(self._runs.entries())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (lines := self.lines()):
            return
        known = look.colours(self)
        chosen = {index.row() for index in self.selectionModel().selectedIndexes()}
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for parent, child in sorted(lines, key=lambda line: bool(chosen & set(line))):
            strong = bool(chosen & {parent, child})
            shift = LANES[parent % len(LANES)]  # families that share a gap run beside each other
            self._paint_line(painter, self._card(parent), self._card(child), known, shift, strong=strong)
        painter.end()

    def _card(self, row: int) -> QRect:
        return self.visualRect(self._runs.index(row, 0))

    def _paint_line(
        self, painter: QPainter, parent: QRect, child: QRect, known: look.Colours, shift: float, *, strong: bool
    ) -> None:
        """Through the gaps between the cards: from a ring on the parent to a dot on the child."""
        begin, end = (QPointF(card.center().x(), card.bottom() - 1) for card in (parent, child))
        below, column, lane = (edge + GAP + shift for edge in (parent.bottom(), child.left() - 2 * GAP, child.bottom()))
        around = [QPointF(column, below), QPointF(column, lane)] if below != lane else []
        places = [begin, QPointF(begin.x(), below), *around, QPointF(end.x(), lane), end]
        path = QPolygonF(places)
        if not path.boundingRect().adjusted(-DOT, -DOT, DOT, DOT).intersects(QRectF(self.viewport().rect())):
            return
        painter.setOpacity(1.0 if strong else FAINT)
        painter.setPen(QPen(QColor(known.accent), 3 if strong else 1.5, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(path)
        painter.setOpacity(1.0)
        painter.setPen(QPen(QColor(known.accent), 2))
        for place, fill in ((begin, known.surface), (end, known.accent)):
            painter.setBrush(QColor(fill))
            painter.drawEllipse(place, DOT, DOT)


def lineage(entries: Sequence[tuple[Path, Summary]]) -> list[tuple[int, int]]:
    """Places of a run and of one that was begun from it. The run beside it comes before one of its name elsewhere."""
    by_name: dict[str, list[int]] = {}
    for place, (folder, _) in enumerate(entries):
        by_name.setdefault(folder.name, []).append(place)
    lines = []
    for place, (folder, summary) in enumerate(entries):
        candidates = [at for at in by_name.get(str(summary.settings.origin.get("run", "")), []) if at != place]
        if candidates:
            lines.append((min(candidates, key=lambda at: entries[at][0].parent != folder.parent), place))
    return lines
