"""LossPlots: the losses of the two networks, and what the discriminator says, over time."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganstudio.core.events import Event


class LossPlots(QWidget):
    """Two linked plots."""

    momentChanged = Signal(int)
    """Step under the click; -1: live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def append(self, event: Event) -> None:
        """Collect a Progress (others are passed over); nothing is drawn."""

    def redraw(self) -> None:
        """Draw what came in since the last call: the app's 33 ms timer calls this."""

    def setEvents(self, events: Iterable[Event]) -> None:
        """Replay a run from its beginning."""

    def clear(self) -> None:
        """Forget every point."""

    def setMoment(self, step: int) -> None:
        """Put the cursor line there; -1: none. Does not emit."""
