"""Small controls in the program's look. Each takes its tooltip when it is made, so that none goes without."""

import html
import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ganstudio.panels import look
from ganstudio.panels.parts.lines import Line, Room, Yielding

PALETTE_CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def tip(text: str) -> str:
    """`text` as a tooltip that wraps and shows every sign as it is: file names may look like markup."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """A label that never reads markup into its text; `kind` is one of the style sheet's looks."""
    made = Wrapped() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if kind:
        made.setProperty("look", kind)
    return made


def rule() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("look", "rule")
    return made


def row(*widgets: QWidget | None, gap: int = look.UNIT) -> QHBoxLayout:
    """Widgets beside each other; None is stretch. Those that can give way do so where there is no room for all."""
    made = Line() if any(isinstance(widget, Yielding) for widget in widgets) else QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for widget in widgets:
        made.addStretch(1) if widget is None else made.addWidget(widget)
    return made


def column(*widgets: QWidget | None, gap: int = look.UNIT, margin: int = 0) -> QVBoxLayout:
    """Widgets below each other; None is stretch."""
    made = QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(gap)
    for widget in widgets:
        made.addStretch(1) if widget is None else made.addWidget(widget)
    return made


def holding(layout: QLayout) -> QWidget:
    """A widget that holds a layout, so that it can be shown and hidden as one."""
    made = QWidget()
    made.setLayout(layout)
    return made


class Wrapped(QLabel):
    """Text in as many lines as it needs; a path or another long word is broken too, which Qt alone does not do."""

    LONGEST = 20
    """Letters of a word that is never broken."""
    BREAK = "\u200b"
    """Seen by the line breaking only; Ctrl+C takes the text without it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        self._whole = text
        super().setText(" ".join(map(self._broken, text.split(" "))))

    def text(self) -> str:
        return self._whole

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText().replace(self.BREAK, ""))
        else:
            super().keyPressEvent(event)

    def _broken(self, word: str) -> str:
        """With places to break it: after signs that part it, and in what is still too long."""
        if len(word) <= self.LONGEST:
            return word
        return re.sub(rf"([/\\_.\-]+|\w{{{self.LONGEST}}})(?=.)", rf"\1{self.BREAK}", word)


class Elided(QLabel):
    """One line of plain text, shortened in the middle when there is no room; the tooltip has all of it."""

    def __init__(
        self, text: str = "", kind: str = "", *, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute  # Arabic names too begin where others do
        self.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        self._mode = mode
        self._whole = ""
        if kind:
            self.setProperty("look", kind)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = " ".join(text.split("\n"))
        self.setAccessibleName(self._whole)
        self._fit()

    def wholeText(self) -> str:
        return self._whole

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, max(self.width(), 24))
        if shown != self.text():
            super().setText(shown)
            self.setToolTip(tip(self._whole) if shown != self._whole else "")
            self.updateGeometry()


class Button(Yielding, QPushButton):
    """A push button: plain, 'main' (one per page), 'quiet' or 'link'.

    Where there is no room for its text it shows the icon alone, or the beginning of the text; then its tooltip has all
    of it. A main button always has its text.
    """

    LEAST = 64
    """Pixels for the beginning of a text."""
    NAMED = ("main", "fold", "chip", "segment")
    """Kinds that are never an icon alone."""

    def __init__(self, text: str, help: str, *, icon: str = "", kind: str = "") -> None:
        super().__init__(text)
        self._help = help
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text or help)
        if text:
            self.setAccessibleDescription(help)
        self._icon = icon
        self._tint = ""
        if kind:
            self.setProperty("look", kind)
        self.setIconSize(QSize(look.ICON, look.ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._retint()
        self._retip()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._retip()

    def setHelp(self, help: str) -> None:
        """What it does; read by screen readers too."""
        self._help = help
        self.setAccessibleDescription(help)
        self._retip()

    def fullWidth(self) -> int:
        return super().sizeHint().width()

    def iconWidth(self) -> int:
        if not self._icon or not self.text() or self.property("look") in self.NAMED:
            return 0
        return self.fullWidth() - self.fontMetrics().horizontalAdvance(self.text()) - look.HALF

    def leastWidth(self) -> int:
        kind = self.property("look")
        beginning = self.LEAST // 2 if kind == "segment" else self.LEAST
        least = self.fullWidth() if kind == "main" else self.iconWidth() or min(self.fullWidth(), beginning)
        return max(least, self.minimumWidth())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.iconWidth(), hint.height()) if self._room is Room.ICON else hint

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidthHint(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._retip()

    def setIconName(self, name: str) -> None:
        self._icon, self._tint = name, ""
        self._retint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in PALETTE_CHANGES:
            self._retint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.fullWidth():
            super().paintEvent(event)
            return
        _paint_shortened(
            self, QStyle.ControlElement.CE_PushButton, QStyle.SubElement.SE_PushButtonContents, self.LEAST // 2
        )

    def _retip(self) -> None:
        whole = not self.text() or self.width() >= self.fullWidth()
        self.setToolTip(tip(self._help if whole else f"{self.text()}: {self._help}"))

    def _retint(self) -> None:
        known = look.colours(self)
        tint = {"main": known.on_accent, "link": known.accent}.get(self.property("look") or "", known.text)
        if self._icon and tint != self._tint:
            self._tint = tint
            self.setIcon(look.icon(self._icon, tint))


class IconButton(QToolButton):
    """A square button with an icon alone; its tooltip is its name."""

    def __init__(self, icon: str, help: str, *, kind: str = "quiet", checkable: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._tint = ""
        self.setProperty("look", kind)
        self.setCheckable(checkable)
        self.setIconSize(QSize(look.ICON, look.ICON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setHelp(help)
        self._retint()

    def setHelp(self, help: str) -> None:
        self.setToolTip(tip(help))
        self.setAccessibleName(help)

    def setIconName(self, name: str) -> None:
        self._icon, self._tint = name, ""
        self._retint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in PALETTE_CHANGES:
            self._retint()

    def _retint(self) -> None:
        tint = look.colours(self).text
        if tint != self._tint:
            self._tint = tint
            self.setIcon(look.icon(self._icon, tint))


class Picture(QLabel):
    """An icon that is only looked at, in the colour of a role that follows the palette."""

    def __init__(self, icon: str, role: str = "muted", side: int = 24) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icon, self._role, self._side = icon, role, side
        self.setFixedSize(side, side)
        self._draw()

    def setIcon(self, icon: str, role: str) -> None:
        self._icon, self._role = icon, role
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in PALETTE_CHANGES:
            self._draw()

    def _draw(self) -> None:
        tinted = look.icon(self._icon, getattr(look.colours(self), self._role), self._side)
        self.setPixmap(tinted.pixmap(QSize(self._side, self._side), self.devicePixelRatio()))


class Combo(QComboBox):
    """A combo box that leaves the wheel to the page it lies on; a long choice is shortened, whole in the tooltip."""

    WIDEST, LEAST = 260, 96
    """Pixels that it asks for at most, and those that it can do with."""

    def __init__(self, name: str, help: str) -> None:
        super().__init__()
        self._help = help
        self.setAccessibleName(name)
        self.setToolTip(tip(help))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentTextChanged.connect(self._retip)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), self.WIDEST), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.LEAST), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._retip()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _retip(self) -> None:
        text = self.currentText()
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        whole = self.fontMetrics().horizontalAdvance(text) <= room
        self.setToolTip(tip(self._help if whole or not text else f"{text}. {self._help}"))


class Check(Yielding, QCheckBox):
    """A box to tick; a text for which there is no room is shortened, and whole in the tooltip."""

    LEAST = 88
    """Pixels for the box and the beginning of a text."""

    def __init__(self, text: str = "", help: str = "") -> None:
        super().__init__(text)
        self._help = help
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self._retip()

    def fullWidth(self) -> int:
        return super().sizeHint().width()

    def iconWidth(self) -> int:
        return 0

    def leastWidth(self) -> int:
        return min(self.fullWidth(), self.LEAST)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidthHint(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._retip()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.fullWidth():
            super().paintEvent(event)
            return
        _paint_shortened(self, QStyle.ControlElement.CE_CheckBox, QStyle.SubElement.SE_CheckBoxContents)

    def _retip(self) -> None:
        if self.text():
            whole = self.width() >= self.fullWidth()
            self.setToolTip(tip(self._help if whole else f"{self.text()}. {self._help}"))


class LineField(QLineEdit):
    """A line of text to type; what is longer than the line is whole in its tooltip."""

    def __init__(self, name: str, help: str) -> None:
        super().__init__()
        self.setAcceptDrops(False)  # a dropped file is for the page, not its address for the text
        self._help = help
        self.setAccessibleName(name)
        self.textChanged.connect(self._retip)
        self._retip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._retip()

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self._retip()

    def _retip(self) -> None:
        text = self.text() or self.placeholderText()
        room = self.width() - 2 * look.GAP - (look.MARGIN if self.isClearButtonEnabled() else 0)
        whole = self.fontMetrics().horizontalAdvance(text) <= room
        self.setToolTip(tip(self._help if whole else f"{text}. {self._help}"))


class Slider(QSlider):
    """A horizontal slider that leaves the wheel to the page it lies on."""

    def __init__(self, name: str, help: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setToolTip(tip(help))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Segmented(Yielding, QFrame):
    """A few choices beside each other, one of them chosen; arrow keys move."""

    chosen = Signal(object)
    """The data of the choice, when the person chose it."""

    def __init__(self, name: str, choices: Sequence[tuple[str, object, str]]) -> None:
        """`choices`: text, data, help for each."""
        super().__init__()
        self.setProperty("look", "segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._data = [data for _, data, _ in choices]
        line = Line()
        line.setSpacing(2)
        line.setContentsMargins(2, 2, 2, 2)
        for number, (text, _, help) in enumerate(choices):
            button = Button(text, help, kind="segment")
            button.setAccessibleName(f"{name}: {text}")
            button.setCheckable(True)
            self._group.addButton(button, number)
            line.addWidget(button)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self._clicked)

    def fullWidth(self) -> int:
        return self.sizeHint().width()

    def iconWidth(self) -> int:
        return 0

    def leastWidth(self) -> int:
        return super().minimumSizeHint().width()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidthHint(), super().minimumSizeHint().height())

    def data(self) -> object:
        number = self._group.checkedId()
        return self._data[number] if number >= 0 else None

    def setData(self, data: object) -> None:
        """Show the choice without emitting; nothing when it is not among them."""
        if data in self._data:
            self._group.button(self._data.index(data)).setChecked(True)

    def button(self, data: object) -> QPushButton:
        button = self._group.button(self._data.index(data))
        assert isinstance(button, QPushButton)
        return button

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._data[number])


class Fold(QWidget):
    """A heading that folds what is below it away."""

    toggled = Signal(bool)

    def __init__(self, title: str, help: str, content: QWidget, *, opened: bool = False) -> None:
        super().__init__()
        self.heading = Button(title, help, kind="fold", icon="chevron-right")
        self.heading.setCheckable(True)
        self.content = content
        self.line = row(self.heading, None)
        box = column(gap=look.HALF)
        box.addLayout(self.line)
        box.addWidget(content)
        self.setLayout(box)
        self.heading.toggled.connect(self._show)
        self.heading.setChecked(opened)
        content.setVisible(opened)

    def setTitle(self, title: str) -> None:
        self.heading.setText(title)
        self.heading.setAccessibleName(title)

    def setOpened(self, opened: bool) -> None:
        self.heading.setChecked(opened)

    def _show(self, opened: bool) -> None:
        self.content.setVisible(opened)
        self.heading.setIconName("chevron-down" if opened else "chevron-right")
        self.toggled.emit(opened)


def _paint_shortened(
    button: QPushButton | QCheckBox, control: QStyle.ControlElement, contents: QStyle.SubElement, least: int = 0
) -> None:
    """Paint a button with as much of its text as there is room for; beside an icon, none in less than `least` px."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = button.style().subElementRect(contents, option, button).width()
    if not option.icon.isNull():
        room -= option.iconSize.width() + look.HALF
    bare = not option.icon.isNull() and room < least
    option.text = "" if bare else button.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
    painter = QStylePainter(button)
    painter.drawControl(control, option)
    painter.end()
