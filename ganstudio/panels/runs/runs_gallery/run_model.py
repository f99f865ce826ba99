"""Runs as a model for Qt's views, and the card that is painted for each."""

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ganstudio.core.run import Summary
from ganstudio.core.run_state import Phase, RunState
from ganstudio.panels import look
from ganstudio.panels.parts.controls import tip
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.left_out import shown_name
from ganstudio.panels.parts.pictures import PictureCache
from ganstudio.panels.parts.state_words import state_role, state_word

Index = QModelIndex | QPersistentModelIndex
Entry = tuple[Path, Summary]
Role = Qt.ItemDataRole

PICTURE = 192
STAR = 28
"""Side of the star in the corner of a card."""
CARD = QSize(PICTURE + 16, PICTURE + 96)


class RunListModel(QAbstractTableModel):
    """Columns: name, recipe, images, progress, state, date, best score. Nothing can be dropped on it."""

    def __init__(self, titles: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._entries: list[Entry] = []
        self.starred: frozenset[Path] = frozenset()
        """Those that the person has marked."""
        self.live: Path | None = None
        self.driver = "running"
        """What the runner does with the live run."""

    def setEntries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entries(self) -> Sequence[Entry]:
        return self._entries

    def entry(self, row: int) -> Entry:
        return self._entries[row]

    def rowOf(self, path: Path) -> int:
        """-1 if it is not there."""
        return next((row for row, (folder, _) in enumerate(self._entries) if folder == path), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 7

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        path, summary = self._entries[index.row()]
        if role == Role.DisplayRole:
            text = self.texts(path, summary)[index.column()]
            return f"★ {text}" if index.column() == 0 and path in self.starred else text
        if role == Role.ToolTipRole:
            return tip(" · ".join(filter(None, (shown_name(summary.trouble or str(path)), self._from(summary)))))
        if role == Role.AccessibleTextRole:
            star = self.tr("starred") if path in self.starred else ""
            return ", ".join(filter(None, (*self.texts(path, summary), star, self._from(summary))))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            titles = ("Name", "Recipe", "Images", "Progress", "State", "Date", "Best score")
            return self.tr(titles[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.IgnoreAction

    def dropMimeData(self, *ignored: object) -> bool:
        return False

    def texts(self, path: Path, summary: Summary) -> tuple[str, str, str, str, str, str, str]:
        """What the columns say of one run."""
        progress = self.tr("step {0} · {1} kimg").format(figure(summary.step), figure(summary.kimg, ",.1f"))
        if summary.trouble:
            progress = shown_name(summary.trouble.removeprefix(f"{path} "))
            progress = progress[:1].upper() + progress[1:]
        recipe = shown_name(self._titles.get(summary.settings.recipe, summary.settings.recipe))
        when = QDateTime.fromSecsSinceEpoch(int(summary.modified))
        date = QLocale().toString(when, self.tr("d MMM yyyy, HH:mm")) if summary.modified else ""
        state = self.tr("Cannot be read") if summary.trouble else state_word(self.phase(path, summary))
        best = self._best_text(summary)
        return shown_name(summary.name), recipe, self._data_name(summary), progress, state, date, best

    def _from(self, summary: Summary) -> str:
        """'Begun from roses at step 4,000.'; '' where it was begun from nothing."""
        origin = summary.settings.origin
        step = origin.get("step")
        if not origin.get("run") or not isinstance(step, int):
            return ""
        return self.tr("Begun from {0} at step {1}.").format(shown_name(str(origin["run"])), figure(step))

    def _best_text(self, summary: Summary) -> str:
        """'KID 0.0124 · N 500' of the moment that is marked best, '' where none is."""
        value = kid_of(summary)
        if summary.best is None or not math.isfinite(value):
            return ""
        return self.tr("KID {0} · N {1}").format(figure(value, ".3g"), figure(summary.best.count))

    def phase(self, path: Path, summary: Summary) -> Phase:
        live = path == self.live and self.driver != "idle"
        return RunState(driver=self.driver).phase if live else summary.state.phase

    def stateRole(self, path: Path, summary: Summary) -> str:
        """The colour of the state's word."""
        return "bad" if summary.trouble else state_role(self.phase(path, summary))

    def _data_name(self, summary: Summary) -> str:
        """'blossoms', 'blossoms + 2', 'photos → sketches'."""
        sides = []
        for side in summary.settings.sides:
            first = shown_name(Path(side[0]).name or side[0]) if side else ""
            sides.append(first if len(side) <= 1 else f"{first} + {len(side) - 1}")
        return " → ".join(sides) if any(sides) else ""


def kid_of(summary: Summary) -> float:
    """The KID of the moment that is marked best; infinite where there is none. Lower is better."""
    value = summary.best.scores.get("KID", math.inf) if summary.best else math.inf
    return value if math.isfinite(value) else math.inf


class RunCard(QStyledItemDelegate):
    """Paints a run as a card: its last picture, large, and what matters about it below."""

    def __init__(self, model: RunListModel, cache: PictureCache, parent: QWidget) -> None:
        super().__init__(parent)
        self._runs = model
        self._cache = cache
        self.playing: Callable[[Path], Path | None] = lambda folder: None
        """What the card of a run shows instead of its last picture."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return CARD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget: QWidget = option.widget
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        known = look.colours(widget)
        path, summary = self._runs.entry(index.row())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_frame(painter, QRectF(area).adjusted(1, 1, -1, -1), state, known)
        place = QRectF(area.left() + 8, area.top() + 8, PICTURE, PICTURE)
        if summary.trouble:
            _paint_trouble(painter, place, self._runs.texts(path, summary)[3], known)
        else:
            shown = self.playing(path) or summary.last_sample
            image = self._cache.get(shown, 2 * PICTURE) if shown else QImage()
            self._paint_picture(painter, place, image, known)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if path in self._runs.starred or hovered:
            _paint_star(painter, star_place(area), known, on=path in self._runs.starred)
        text = area.adjusted(12, PICTURE + 14, -12, -8)
        self._paint_texts(painter, text, path, summary, known)
        painter.restore()

    def picture(self, index: Index) -> QImage:
        """What a card shows; null where that is not known yet."""
        if not index.isValid():
            return QImage()
        shown = self._runs.entry(index.row())[1].last_sample
        return (self._cache.get(shown, 2 * PICTURE) if shown else None) or QImage()

    def _paint_frame(self, painter: QPainter, frame: QRectF, state: QStyle.StateFlag, known: look.Colours) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        fill = look.mixed(known.surface, known.accent, 0.12) if chosen else QColor(known.surface)
        painter.setBrush(look.mixed(known.surface, known.text, 0.04) if hovered and not chosen else fill)
        edge = QPen(QColor(known.accent if chosen else known.edge), 2 if chosen else 1)
        painter.setPen(edge if chosen or focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(frame, look.RADIUS, look.RADIUS)

    def _paint_picture(self, painter: QPainter, place: QRectF, image: QImage | None, known: look.Colours) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(place, look.HALF, look.HALF)
        if image is None or image.isNull():
            painter.fillPath(shape, QColor(known.raised))
            if image is not None:
                side = 32
                where = QRect(int(place.center().x()) - side // 2, int(place.center().y()) - side // 2, side, side)
                look.icon("image", known.edge).paint(painter, where)
            return
        painter.save()
        painter.setClipPath(shape)
        short = min(image.width(), image.height())
        middle = QRectF((image.width() - short) / 2, (image.height() - short) / 2, short, short)
        painter.drawImage(place, image, middle)
        painter.restore()
        look.outline(painter, place, known, look.HALF)

    def _paint_texts(self, painter: QPainter, area: QRect, path: Path, summary: Summary, known: look.Colours) -> None:
        name, recipe, data, progress, state, date, best = self._runs.texts(path, summary)
        lines = [(look.font(look.BODY, bold=True), known.text, name)]
        if not summary.trouble:
            lines.append((look.font(look.BODY), known.muted, " · ".join(filter(None, (recipe, data)))))
            lines.append((look.font(look.CAPTION, tabular=True), known.muted, best or progress))
        top = area.top()
        for font, colour, text in lines:
            top = _line(painter, area, top, font, colour, text)
        colour = getattr(known, self._runs.stateRole(path, summary))
        _line(painter, area, top, look.font(look.CAPTION), colour, state)
        rest = area.adjusted(painter.fontMetrics().horizontalAdvance(state + "  "), 0, 0, 0)
        _line(painter, rest, top, look.font(look.CAPTION), known.muted, date.partition(",")[0])


def star_place(card: QRect) -> QRect:
    """Where the star of a card lies; a click there sets or takes it."""
    return QRect(card.left() + PICTURE - STAR, card.top() + 16, STAR, STAR)


def _paint_star(painter: QPainter, place: QRect, known: look.Colours, *, on: bool) -> None:
    """On a disc of its own: it is seen on every picture."""
    painter.setPen(QPen(QColor(known.edge), 1))
    painter.setBrush(QColor(known.surface))
    painter.drawEllipse(place)
    icon = look.icon("star-filled", known.accent) if on else look.icon("star", known.text)
    icon.paint(painter, place.adjusted(5, 5, -5, -5))


def _paint_trouble(painter: QPainter, place: QRectF, sentence: str, known: look.Colours) -> None:
    """In place of the picture of a run that cannot be read: why."""
    shape, side = QPainterPath(), 24
    shape.addRoundedRect(place, look.HALF, look.HALF)
    painter.fillPath(shape, QColor(known.raised))
    look.icon("warning", known.bad).paint(painter, QRect(int(place.left()) + 12, int(place.top()) + 12, side, side))
    painter.setFont(look.font(look.CAPTION))
    painter.setPen(QColor(known.text))
    area = place.adjusted(12, 12 + side + 8, -12, -8)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, sentence)


def _line(painter: QPainter, area: QRect, top: int, font: Any, colour: str, text: str) -> int:
    """One shortened line of text; gives the top of the next."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QRect(area.left(), top, area.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, shown)
    return top + metrics.height() + 3
