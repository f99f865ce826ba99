"""Joins the page of a run with what is behind it: its events (`RunListener`), its time machine, and its branches."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common.background import Background
from ganstudio.app.runner.between_steps import Openers
from ganstudio.app.runner.current_run import CurrentRun
from ganstudio.app.training.branch_starter import BranchStarter
from ganstudio.app.training.live_page import LivePage
from ganstudio.app.training.time_machine_page import TimeTravel
from ganstudio.core.checkpoint_names import Moment
from ganstudio.core.events import Event, Warned
from ganstudio.core.run import Run
from ganstudio.core.settings import Value
from ganstudio.workflows.branches import branches_of


class RunPageController(QObject):
    """Has the time machine drawn while it is seen, and starts a branch when the page or a remedy asks for one."""

    failed = Signal(str)
    """A sentence."""
    targetChanged = Signal(str)
    """The folder that a film was saved to."""

    def __init__(
        self, page: LivePage, branching: BranchStarter, openers: Openers, target: Callable[[], Path], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._branching = page, branching
        self.travel = TimeTravel(page.time, openers, target, self)
        self.travel.failed.connect(self.failed)
        self.travel.targetChanged.connect(self.targetChanged)
        self.travel.filmed.connect(page.setFilmDone)
        self.travel.filming.connect(page.setFilmProgress)
        page.filmRequested.connect(self.travel.save_growth)
        page.runShown.connect(self.travel.show_run)
        self._looking = Background("branches", self)
        self._looking.done.connect(self._seen)
        page.runShown.connect(self._look_for_branches)
        page.received.connect(self.travel.take)
        page.timeShown.connect(self.travel.setAwake)
        page.branch.startRequested.connect(self._branch)
        page.judge.panel.remedyRequested.connect(self._remedy)

    def close(self) -> bool:
        return all([self.travel.close(), self._looking.close()])

    @Slot(object)
    def _look_for_branches(self, run: Run) -> None:
        """In the background: a folder may hold a thousand runs."""
        self._looking.start(lambda _: (run, branches_of(run)))

    @Slot(object)
    def _seen(self, result: tuple[Run, list[tuple[int, str]]]) -> None:
        run, branches = result
        if run is self._page.run:
            self._page.samples.setBranches(branches)

    @Slot(object, object)
    def _branch(self, moment: Moment, changes: dict[str, Value]) -> None:
        run, start = self._page.run, self.travel.checkpoint_for(moment)
        if run and start:
            self._branching.start(run, start.name, changes)

    @Slot(object)
    def _remedy(self, warned: Warned) -> None:
        if run := self._page.run:
            self._branching.answer(run, warned)


class RunListener(QObject):
    """Tells the page of a run what happens in the run on show, as long as that is its run."""

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
