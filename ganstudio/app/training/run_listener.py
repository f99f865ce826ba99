"""Tells the page of a run what happens in the run on show, as long as that is its run."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ganstudio.app.runner.current_run import Desk
from ganstudio.app.training.live_page import LivePage
from ganstudio.core.events import Event


class Listening(QObject):
    def __init__(self, desk: Desk, page: LivePage, take: Callable[[list[Event]], None], parent: QObject) -> None:
        """`take`: what is told the events; the page itself, or what surrounds it."""
        super().__init__(parent)
        self._desk, self._page, self._tell = desk, page, take
        desk.arrived.connect(self._arrived)
        desk.stateOnShow.connect(self._state)
        desk.preparing.connect(self._preparing)

    def _its_own(self) -> bool:
        return self._page.run is not None and self._page.run is self._desk.on_show

    @Slot(object)
    def _arrived(self, events: list[Event]) -> None:
        if self._its_own():
            self._tell(events)

    @Slot(str)
    def _state(self, state: str) -> None:
        if self._its_own():
            self._page.setState(state)

    @Slot(int, int)
    def _preparing(self, done: int, total: int) -> None:
        if self._its_own():
            self._page.setPreparing(done, total)
