"""Tells the page of a run what happens in the run on show, as long as that is its run."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ganstudio.app.runner.current_run import CurrentRun
from ganstudio.app.training.live_page import LivePage
from ganstudio.core.events import Event


class RunListener(QObject):
    def __init__(
        self, current_run: CurrentRun, page: LivePage, take: Callable[[list[Event]], None], parent: QObject
    ) -> None:
        """`take`: what is told the events; the page itself, or what surrounds it."""
        super().__init__(parent)
        self._current_run, self._page, self._tell = current_run, page, take
        current_run.arrived.connect(self._arrived)
        current_run.stateOnShow.connect(self._state)
        current_run.preparing.connect(self._preparing)

    def _its_own(self) -> bool:
        return self._page.run is not None and self._page.run is self._current_run.on_show

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
