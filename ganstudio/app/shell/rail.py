"""The rail on the left: the pages, and below them help and settings."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import PALETTE_CHANGES, column, tip

WIDTH, NARROW = 88, 56
"""Of the rail with names below the icons, and of icons alone."""
ICON = 22


class RailButton(QToolButton):
    """A page: an icon above a word, with a dot while a run trains there."""

    def __init__(self, name: str, icon: str, text: str, help: str) -> None:
        super().__init__()
        self.name = name
        self._icon = icon
        self._help = help
        self._live = False
        self._tint = ""
        self.setProperty("look", "rail")
        self.setText(text)
        self.setToolTip(tip(help))
        self.setAccessibleName(text)
        self.setAccessibleDescription(help)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(ICON, ICON))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(56)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._retint)
        self._retint()

    def setLive(self, live: bool) -> None:
        if live != self._live:
            self._live = live
            self.update()

    def isLive(self) -> bool:
        return self._live

    def setCompact(self, on: bool) -> None:
        """The icon alone, its name in the tooltip."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if on else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        self.setToolButtonStyle(style)
        self.setFixedHeight(44 if on else 56)
        self.setToolTip(tip(f"{self.text()}: {self._help}" if on else self._help))

    def widestText(self) -> int:
        """Pixels that its name takes while it is chosen, which is when it is bold."""
        return QFontMetrics(look.font(look.CAPTION, bold=True)).horizontalAdvance(self.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in PALETTE_CHANGES:
            self._retint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._live:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.colours(self).good))
            painter.drawEllipse(self.width() // 2 + 12, 8, 8, 8)
            painter.end()

    def _retint(self) -> None:
        known = look.colours(self)
        tint = known.accent if self.isChecked() else known.muted
        if tint != self._tint:
            self._tint = tint
            self.setIcon(look.icon(self._icon, tint, ICON))


class Rail(QFrame):
    """Chooses a page by its name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        self._group = QButtonGroup(self)
        above = [
            RailButton("train", "train", self.tr("Train"), self.tr("Train a GAN on your pictures (Ctrl+1)")),
            RailButton("explore", "explore", self.tr("Explore"), self.tr("Wander through what it learnt (Ctrl+2)")),
            RailButton("translate", "translate", self.tr("Translate"), self.tr("Turn one kind into another (Ctrl+3)")),
            RailButton("enhance", "enhance", self.tr("Enhance"), self.tr("Larger, or in another style (Ctrl+4)")),
            RailButton("runs", "runs", self.tr("Runs"), self.tr("Every run so far (Ctrl+5)")),
        ]
        below = [
            RailButton("help", "help", self.tr("Help"), self.tr("Keys and first steps (F1)")),
            RailButton("settings", "settings", self.tr("Settings"), self.tr("Look, folders, closing (Ctrl+,)")),
        ]
        self.buttons = {button.name: button for button in above + below}
        for button in self.buttons.values():
            self._group.addButton(button)
            button.clicked.connect(self._clicked)
        box = column(*above, None, *below, gap=look.HALF)
        box.setContentsMargins(look.UNIT, look.GAP, look.UNIT, look.UNIT)
        self.setLayout(box)
        self.setCompact(False)

    def setPage(self, name: str) -> None:
        """Mark without emitting. The keyboard reaches the rail at this page, and is there if it was on the rail."""
        chosen = self.buttons[name]
        chosen.setChecked(True)
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button is chosen else Qt.FocusPolicy.NoFocus)
        if self.window().focusWidget() in self.buttons.values():
            chosen.setFocus()

    def setLive(self, page: str) -> None:
        """The page on which a run is training now; '' for none."""
        for name, button in self.buttons.items():
            button.setLive(name == page)

    def setCompact(self, on: bool) -> None:
        """Icons alone: the window is narrow, or a name is too long in this language."""
        on = on or any(button.widestText() > WIDTH - 2 * look.UNIT - 2 for button in self.buttons.values())
        for button in self.buttons.values():
            button.setCompact(on)
        self.setFixedWidth(NARROW if on else WIDTH)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.name)
