"""MessageBar: what went wrong or is worth knowing, without stopping anybody."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, IconButton, Picture, label, row


@dataclass(frozen=True, kw_only=True)
class Message:
    text: str
    severity: Literal["info", "warn", "bad"] = "info"
    action: str = ""
    """Text of the one button; '' for none."""
    log: str = ""
    """Path of a log file to offer; '' for none."""
    topic: str = ""
    """A newer message with the same topic takes the place of the older one."""


WEIGHT = {"info": 0, "warn": 1, "bad": 2}
ROLE = {"info": "accent", "warn": "warn", "bad": "bad"}


class MessageBar(QFrame):
    """Shows one message at a time, the worst first and of equal ones the newest; hidden when there is none."""

    actionRequested = Signal(object)
    """The Message whose button was pressed; it is closed."""
    logRequested = Signal(str)
    closed = Signal(object)
    """The Message that was closed by the person."""

    MOST = 50

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Message] = []
        self._picture = Picture("info", "accent", 20)
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._count = label(kind="caption")
        self._action = Button("", self.tr("Do what the message offers"))
        self._log = Button(self.tr("Show log"), self.tr("Open the file with the details"), kind="link")
        self._close = IconButton("close", self.tr("Close this message (Escape)"))
        line = row(self._picture, self._text, self._count, self._log, self._action, self._close, gap=12)
        line.setContentsMargins(look.GAP, look.UNIT, look.UNIT, look.UNIT)
        line.setStretch(1, 1)
        self.setLayout(line)
        self._action.clicked.connect(self._acted)
        self._log.clicked.connect(self._asked_for_log)
        self._close.clicked.connect(self._dismiss)
        self._show()

    def add(self, message: Message) -> None:
        """Show it now, or after what is worse. The same message twice is one."""
        self._waiting = [
            other for other in self._waiting if other != message and (not message.topic or other.topic != message.topic)
        ]
        self._waiting.append(message)
        self._waiting.sort(key=lambda waiting: WEIGHT[waiting.severity])
        del self._waiting[: max(0, len(self._waiting) - self.MOST)]
        self._show()

    def remove(self, topic: str) -> None:
        """Take back what is no longer true."""
        self._waiting = [waiting for waiting in self._waiting if waiting.topic != topic]
        self._show()

    def clear(self) -> None:
        """Take back everything."""
        self._waiting = []
        self._show()

    def current(self) -> Message | None:
        """The message on screen."""
        return self._waiting[-1] if self._waiting else None

    def count(self) -> int:
        return len(self._waiting)

    def _show(self) -> None:
        message = self.current()
        self.setVisible(message is not None)
        if message is None:
            return
        self._picture.setIcon("info" if message.severity == "info" else "warning", ROLE[message.severity])
        self._text.setText(message.text)
        self._text.setAccessibleName(message.text)
        self.setAccessibleName(message.text)
        others = len(self._waiting) - 1
        self._count.setText(self.tr("{0} more").format(others) if others else "")
        self._action.setText(message.action)
        self._action.setAccessibleName(message.action)
        self._action.setVisible(bool(message.action))
        self._log.setVisible(bool(message.log))
        self.update()

    def _acted(self) -> None:
        if message := self.current():
            self._waiting.pop()
            self._show()
            self.actionRequested.emit(message)

    def _asked_for_log(self) -> None:
        if message := self.current():
            self.logRequested.emit(message.log)

    def _dismiss(self) -> None:
        if message := self.current():
            self._waiting.pop()
            self._show()
            self.closed.emit(message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground tinted by how bad it is, and a bar of the full colour at its left edge."""
        message = self.current()
        if message is None:
            return
        known = look.colours(self)
        colour = getattr(known, ROLE[message.severity])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.mixed(known.surface, colour, 0.12))
        painter.drawRoundedRect(QRectF(self.rect()), look.RADIUS, look.RADIUS)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(0, 0, 4, self.height()), 2, 2)
        painter.end()
