"""Events come in as they like; the window draws them thirty times a second at most."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ganstudio.core.events import Event

INTERVAL = 33
"""Milliseconds. Drawing once per event stalled a window for seconds at 10,000 events a second; batched it does not."""


class EventBatches(QObject):
    """Collects events and hands them over in order, a list at a time."""

    arrived = Signal(object)
    """list[Event], never empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Event] = []
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @Slot(object)
    def take(self, event: Event) -> None:
        self._waiting.append(event)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Hand over what has come in."""
        self._timer.stop()
        events, self._waiting = self._waiting, []
        if events:
            self.arrived.emit(events)
