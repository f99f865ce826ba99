"""MessageBar: what went wrong or is worth knowing, without stopping anybody."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QBasicTimer, QEvent, QRect, QRectF, Qt, QTimerEvent, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
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
    page: str = ""
    """The page that it concerns, and is seen on; '' for all."""
    run: str = ""
    """The folder of the run that it concerns: it is seen while that run is on show; '' for all."""


WEIGHT = {"info": 0, "warn": 1, "bad": 2}
ROLE = {"info": "accent", "warn": "warn", "bad": "bad"}


MARGIN_ABOVE = look.UNIT
"""Pixels between the upper edge of the window and the bar."""
WIDEST = 760
BRIEF = 12_000
"""Milliseconds after which a message goes by itself that only informs and offers nothing."""


class MessageBar(QFrame):
    """Shows one message at a time, the worst first and of equal ones the newest; hidden when there is none.

    It lies over the window's head, so that nothing below it moves when it comes and goes.
    """

    actionRequested = Signal(object)
    """The Message whose button was pressed; it is closed."""
    logRequested = Signal(str)
    closed = Signal(object)
    """The Message that was closed by the person."""

    MOST = 50

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Message] = []
        self._room = QRect()
        self._page = self._run = ""
        self._brief = QBasicTimer()
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
        self._close.clicked.connect(self.dismiss)
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

    @property
    def page(self) -> str:
        """The page on show."""
        return self._page

    def setPlace(self, page: str, run: str) -> None:
        """The page on show, and the folder of the run on it ('' without): what concerns another waits there."""
        self._page, self._run = page, run
        self._show()

    def lieOver(self, room: QRect) -> None:
        """Where in its parent there is room for it, in the middle and at the upper edge."""
        self._room = room
        self._place()

    def current(self) -> Message | None:
        """The message on screen."""
        shown = self._concerning()
        return shown[-1] if shown else None

    def count(self) -> int:
        """How many there are for what is on show."""
        return len(self._concerning())

    def _concerning(self) -> list[Message]:
        return [
            waiting for waiting in self._waiting if waiting.page in ("", self._page) and waiting.run in ("", self._run)
        ]

    def _show(self) -> None:
        message = self.current()
        if message is None or message.severity != "info" or message.action or message.log:
            self._brief.stop()
        elif self.isHidden() or message.text != self._text.text():
            self._brief.start(BRIEF, self)
        self.setVisible(message is not None)
        if message is None:
            return
        self._picture.setIcon("info" if message.severity == "info" else "warning", ROLE[message.severity])
        self._text.setText(message.text)
        self._text.setAccessibleName(message.text)
        self.setAccessibleName(message.text)
        others = self.count() - 1
        self._count.setText(self.tr("{0} more").format(others) if others else "")
        self._action.setText(message.action)
        self._action.setAccessibleName(message.action)
        self._action.setVisible(bool(message.action))
        self._log.setVisible(bool(message.log))
        self._place()
        self.update()

    def _place(self) -> None:
        """As high as its text needs at this width."""
        if self._room.isNull() or self.isHidden():
            return
        width = min(self._room.width(), WIDEST)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = max(self.heightForWidth(width), layout.minimumSize().height())
        left = self._room.left() + (self._room.width() - width) // 2
        self.setGeometry(left, self._room.top() + MARGIN_ABOVE, width, height)
        self.raise_()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        """What only informs has been there for a while; not while the mouse rests on it."""
        if not self.underMouse():
            self._brief.stop()
            self.dismiss()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._brief.stop()

    def _acted(self) -> None:
        if message := self.current():
            self._waiting.remove(message)
            self._show()
            self.actionRequested.emit(message)

    def _asked_for_log(self) -> None:
        if message := self.current():
            self.logRequested.emit(message.log)

    @Slot()
    def dismiss(self) -> None:
        """Close the message on screen."""
        if message := self.current():
            self._waiting.remove(message)
            self._show()
            self.closed.emit(message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground tinted by how bad it is, an edge that tells it from the page, and a bar of the full colour."""
        message = self.current()
        if message is None:
            return
        known = look.colours(self)
        colour = getattr(known, ROLE[message.severity])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.mixed(known.surface, colour, 0.55), 1))
        painter.setBrush(look.mixed(known.surface, colour, 0.12))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.RADIUS, look.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(0, 0, 4, self.height()), 2, 2)
        painter.end()
