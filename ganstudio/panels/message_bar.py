"""MessageBar: what went wrong or is worth knowing, without stopping anybody."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget


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


class MessageBar(QFrame):
    """Shows one message at a time, the newest and worst first; hidden when there is none."""

    actionRequested = Signal(object)
    """The Message whose button was pressed; it is closed."""
    logRequested = Signal(str)
    closed = Signal(object)
    """The Message that was closed by the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def add(self, message: Message) -> None:
        """Show it now or after those before it."""

    def remove(self, topic: str) -> None:
        """Take back what is no longer true."""

    def clear(self) -> None:
        """Take back everything."""
