"""StatusStrip: the live run in one line, on every page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.core.events import Event


class StatusStrip(QFrame):
    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def setRun(self, name: str) -> None:
        """'' when there is none."""

    def setState(self, state: str) -> None:
        """'preparing', 'running', 'paused', 'stopping', 'idle' as the runners say, or 'completed', 'failed'."""

    def append(self, event: Event) -> None:
        """Started, Progress and Finished change what is shown."""
