"""Opening a run from the disk: its events are read in the background and shown by the code that shows a live run."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common.background import Background
from ganstudio.app.runner.event_batches import thinned
from ganstudio.core.events import Event
from ganstudio.core.run import Run
from ganstudio.workflows.progress import TaskProgress

MOST, NEWEST = 5000, 200
"""Of an old run's Progress so many are shown, each the mean of its neighbours; of the newest events each as it was."""


@dataclass(frozen=True)
class Replayed:
    run: Run
    events: list[Event]


class Replay(QObject):
    """Reads one run at a time; a newer request takes the place of the older one."""

    ready = Signal(object)
    """Replayed."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("replay", self)
        self._background.done.connect(self.ready)
        self._background.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        return self._background.busy

    def open(self, folder: Path) -> None:
        """`ready` or `failed` follows."""
        self._background.start(lambda report: _read(folder, report))

    def close(self) -> bool:
        return self._background.close()

    @Slot()
    def cancel(self) -> None:
        self._background.cancel()


def _read(folder: Path, report: TaskProgress) -> Replayed:
    run = Run.open(folder)
    events: list[Event] = []
    for event in run.events():
        if report.cancelled():
            break
        events.append(event)
    return Replayed(run, [*thinned(events[:-NEWEST], MOST), *events[-NEWEST:]])


def after(events: list[Event], later: list[Event]) -> list[Event]:
    """Those of `later` that `events` does not hold yet: what came in while a live run's file was being read."""
    last = max((event.step for event in events), default=-1)
    known = set(map(repr, events[-NEWEST:]))
    return [event for event in later if event.step >= last and repr(event) not in known]
