"""What does not fit: text with less room than it needs, widgets that their parents cut off, siblings that overlap.

Measured, not looked at: sizes come from the widgets' own fonts and style, so that a panel or a whole window can be
walked at any size, in any language and theme.
"""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

SLACK = 1
"""Pixels that rounding may cost."""
STYLE = 3
"""Pixels by which Qt's hint for a tool button or a spin box exceeds what the style sheet has it paint."""
NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def squeezed(panel: QWidget, width: int, height: int) -> QWidget:
    """The panel in a holder that gives it exactly this size, however much more its layout asks for; shown."""
    holder = QWidget()
    panel.setParent(holder)
    holder.resize(width, height)
    panel.setGeometry(0, 0, width, height)
    holder.show()
    for _ in range(3):  # heights that follow from widths are asked for once more after each layout
        QApplication.processEvents()
    return holder


def misfits(root: QWidget, over: Sequence[type[QWidget]] = ()) -> list[str]:
    """A sentence on everything below `root` that does not fit; widgets of the types `over` may lie over others."""
    QApplication.processEvents()
    shown = list(_shown(root))
    return [*_cut_texts(shown), *_too_small(shown), *_cut_off(root, shown), *_overlapping(root, shown, tuple(over))]


def _shown(root: QWidget) -> Iterator[QWidget]:
    """Everything below `root` that can be seen in its window; what views and combo boxes make inside is their own."""
    for child in root.children():
        if not isinstance(child, QWidget) or child.isWindow() or not child.isVisibleTo(root):
            continue
        yield child
        if not isinstance(child, QAbstractItemView | QComboBox):
            yield from _shown(child)


# Text -----------------------------------------------------------------------------------------------------------------


def _cut_texts(shown: Sequence[QWidget]) -> Iterator[str]:
    for widget in shown:
        room, needed, text = widget.contentsRect().size(), QSize(), ""
        match widget:
            case QLabel():
                text, needed = widget.text(), _label_needs(widget)
            case QAbstractButton():
                text, needed, room = widget.text(), _button_needs(widget), widget.size()
            case QLineEdit():
                text, room = widget.displayText() or widget.placeholderText(), _line_room(widget)
                needed = QSize(widget.fontMetrics().horizontalAdvance(text), 0)
            case QComboBox() if not widget.isEditable():
                text, room = widget.currentText(), _combo_room(widget)
                needed = QSize(widget.fontMetrics().horizontalAdvance(text), 0)
        if not text or _told_in_tip(widget, text):
            continue
        if isinstance(widget, QLabel) and _is_elided(widget):
            yield f"{about(widget)} is shortened, and its tooltip does not hold all of it"
        elif needed.width() > room.width() + SLACK:
            yield f"{about(widget)} needs {needed.width()} px across, has {room.width()}"
        elif needed.height() > room.height() + SLACK:
            yield f"{about(widget)} needs {needed.height()} px down, has {room.height()}"


WORD = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]|[^\s\u200b\u2e80-\u9fff\uff00-\uffef]+")
"""What stays in one line: a word, or a single character where lines may end between any two, as in Chinese."""


def _label_needs(label: QLabel) -> QSize:
    """Room for all of its lines; wrapped text needs its longest word across."""
    metrics, text = label.fontMetrics(), QLabel.text(label)  # with the places where it may be broken
    if not label.wordWrap():
        return metrics.size(0, text)
    widest = max((metrics.horizontalAdvance(word) for word in WORD.findall(text)), default=0)
    area = QRect(0, 0, max(label.contentsRect().width(), 1), 100_000)
    return QSize(widest, metrics.boundingRect(area, Qt.TextFlag.TextWordWrap, text).height())


def _button_needs(button: QAbstractButton) -> QSize:
    """What the button itself asks for; one that asks for nothing is painted by hand and needs its text's width."""
    hint = button.sizeHint()
    return hint if hint.isValid() else QSize(button.fontMetrics().horizontalAdvance(button.text()), 0)


def _line_room(line: QLineEdit) -> QSize:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    area = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    margins = line.textMargins()
    return area.size() - QSize(margins.left() + margins.right(), 0)


def _combo_room(combo: QComboBox) -> QSize:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).size()


def _is_elided(label: QLabel) -> bool:
    """It shows the ends of the longer text that is its accessible name."""
    start, ellipsis, end = label.text().partition("…")
    whole = label.accessibleName()
    shorter = bool(ellipsis) and label.text() != whole and len(start + end) < len(whole)
    return shorter and whole.startswith(start) and whole.endswith(end)


def _told_in_tip(widget: QWidget, text: str) -> bool:
    """Its tooltip holds the whole text, for those who rest the mouse on it."""
    whole = widget.accessibleName() if isinstance(widget, QLabel) and _is_elided(widget) else text
    return whole in html.unescape(re.sub("<[^>]*>", "", widget.toolTip()))


def _too_small(shown: Sequence[QWidget]) -> Iterator[str]:
    """What paints itself says by its least size what it needs; texts are read above, and layouts have no say."""
    for widget in shown:
        read = isinstance(widget, QLabel | QLineEdit | QComboBox)
        read |= isinstance(widget, QAbstractButton) and bool(widget.text())
        if read or widget.layout() or isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
            continue
        least = widget.minimumSizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
        if widget.hasHeightForWidth():
            least = least.expandedTo(QSize(0, widget.heightForWidth(widget.width())))
        if widget.width() < least.width() - STYLE or widget.height() < least.height() - STYLE:
            room = f"has {widget.width()} x {widget.height()}"
            yield f"{about(widget)} needs {least.width()} x {least.height()} px at least, {room}"


# Places ---------------------------------------------------------------------------------------------------------------


def _cut_off(root: QWidget, shown: Sequence[QWidget]) -> Iterator[str]:
    for widget in shown:
        parent = widget.parentWidget()
        if parent is None or isinstance(widget.parent(), QAbstractItemView):
            continue
        across, down = _scrollable(parent)
        inside, place = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK), widget.geometry()
        if not across and (place.left() < inside.left() or place.right() > inside.right()):
            yield f"{about(widget)} is cut off at the side: {place.left()} to {place.right()} of {parent.width()} px"
        if not down and (place.top() < inside.top() or place.bottom() > inside.bottom()):
            yield f"{about(widget)} is cut off in height: {place.top()} to {place.bottom()} of {parent.height()} px"


def _scrollable(parent: QWidget) -> tuple[bool, bool]:
    """Whether what lies beyond the parent's edge, across and down, can be scrolled into sight."""
    area = parent.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not parent:
        return False, False
    return area.horizontalScrollBarPolicy() != NEVER, area.verticalScrollBarPolicy() != NEVER


def _overlapping(root: QWidget, shown: Sequence[QWidget], over: tuple[type[QWidget], ...]) -> Iterator[str]:
    families: dict[int, list[QWidget]] = {}
    for widget in shown:
        lies_over = isinstance(widget, over) or widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if not lies_over and not widget.objectName().startswith("qt_"):
            families.setdefault(id(widget.parent()), []).append(widget)
    for siblings in families.values():
        for first, second in combinations(siblings, 2):
            shared = first.geometry().intersected(second.geometry())
            if shared.width() > SLACK and shared.height() > SLACK:
                yield f"{about(first)} and {about(second)} overlap by {shared.width()} x {shared.height()} px"


def about(widget: QWidget) -> str:
    """'Button "Export" in ExportForm', with its place in the window."""
    text = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    parent, place = widget.parentWidget(), widget.mapTo(widget.window(), QPoint())
    within = f" in {type(parent).__name__}" if parent else ""
    return f"{type(widget).__name__} {text[:60]!r}{within} at {place.x()}, {place.y()}"
