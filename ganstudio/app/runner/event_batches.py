"""Events come in as they like; the window draws them thirty times a second at most."""

import dataclasses
import math
import time
from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ganstudio.core.events import Event, Progress

INTERVAL = 33
"""Milliseconds. Drawing once per event stalled a window for seconds at 10,000 events a second; batched it does not."""


SLICE, SHOWN = 1000, 20
"""Of so many events at once, so many Progress are handed over: each the mean of its neighbours."""
FRAME = 0.006
"""Seconds of handing over events after which the window is drawn before the rest follows."""


class EventBatches(QObject):
    """Collects events and hands them over in order, a list at a time; none is lost, none makes the window wait."""

    arrived = Signal(object)
    """list[Event], never empty."""
    drained = Signal()
    """Nothing waits any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Event] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @Slot(object)
    def take(self, event: Event) -> None:
        self._waiting.append(event)
        if not self._timer.isActive():
            self._timer.start(INTERVAL)

    @property
    def waiting(self) -> bool:
        return bool(self._waiting)

    @Slot()
    def flush(self) -> None:
        """Hand over what has come in, as much of it as fits into a frame."""
        self._timer.stop()
        begun = time.perf_counter()
        while self._waiting and time.perf_counter() - begun < FRAME:
            events = [self._waiting.popleft() for _ in range(min(SLICE, len(self._waiting)))]
            self.arrived.emit(thinned(events, SHOWN))
        if self._waiting:
            self._timer.start(1)
        else:
            self.drained.emit()


def thinned(events: Sequence[Event], most: int) -> list[Event]:
    """The events, with neighbouring Progress put together where there are more than `most` of them.

    A Progress is a mean since the one before, so the mean of several says the same of a longer time. All others stay.
    """
    group = -(-sum(isinstance(event, Progress) for event in events) // most)
    kept: list[Event] = []
    run: list[Progress] = []
    for event in events:
        if isinstance(event, Progress):
            run.append(event)
            if len(run) < group:
                continue
        if run:
            kept.append(_together(run))
            run = []
        if not isinstance(event, Progress):
            kept.append(event)
    return [*kept, *([_together(run)] if run else [])]


def _together(events: Sequence[Progress]) -> Progress:
    """The last of them, with the mean of each loss that is a number."""
    if len(events) == 1:
        return events[0]
    losses = {}
    for name in events[-1].losses.keys() | events[0].losses.keys():
        values = [value for event in events if math.isfinite(value := event.losses.get(name, math.nan))]
        losses[name] = sum(values) / len(values) if values else math.nan
    return dataclasses.replace(events[-1], losses=losses)
