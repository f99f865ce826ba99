"""Train: before a run what to learn and with what, then the run itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganstudio.app.common.page import Deed, Page
from ganstudio.app.training.first_pictures import FirstPictures
from ganstudio.app.training.setup_page import SetupPage
from ganstudio.core.events import Event
from ganstudio.core.run import Run

if TYPE_CHECKING:
    from ganstudio.app.training.live_page import LivePage
    from ganstudio.panels.training.look_through import LookThrough


class TrainPage(QStackedWidget, Page):
    """Two layouts, one shown at a time. The second is made when the first run is shown: the first paint is sooner."""

    liveMade = Signal(object)
    """LivePage."""

    def __init__(self, samples: Path, runs: Callable[[], Path], parent: QWidget | None = None) -> None:
        """`samples`: where built-in pictures are drawn. `runs`: the folder that runs are made in."""
        super().__init__(parent)
        self.setup = SetupPage(samples, runs)
        self.first = FirstPictures(self)
        self.first.arrived.connect(self._arrived)
        self.made: LivePage | None = None
        """The page of a run, if one was shown already."""
        self.addWidget(self.setup)

    @property
    def live(self) -> "LivePage":
        if self.made is None:
            from ganstudio.app.training.live_page import LivePage

            self.made = LivePage()
            self.addWidget(self.made)
            self.liveMade.emit(self.made)
        return self.made

    @property
    def on_show(self) -> Run | None:
        """The run that is shown; None while the choices before one are."""
        return self.made.run if self.made and self.currentWidget() is self.made else None

    @Slot()
    def show_setup(self) -> None:
        self.setCurrentWidget(self.setup)

    @Slot()
    def show_live(self) -> None:
        self.setCurrentWidget(self.live)
        self.live.samples.setFocus()

    def open(self, run: Run, events: list[Event], state: str) -> None:
        own = state == "preparing" and tuple(self.setup.sources()) in run.settings.sides
        known = self.setup.thumbnails() if own else []
        self.live.samples.setMeanwhile(known)
        self.first.stop()
        if state == "preparing" and not known and run.settings.sides:
            self.first.show(run.settings.sides[0], run.settings.preparation)
        self.live.show_run(run, events, state)
        self.show_live()

    def _arrived(self, pictures: list[QImage]) -> None:
        """Of a run that did not begin on this page: one of the queue, or one that goes on."""
        self.live.samples.setMeanwhile(pictures)

    def undoing(self) -> Deed | None:
        folder = self._looked_through()
        return folder.model.undo if folder and folder.model.can_undo() else None

    def redoing(self) -> Deed | None:
        folder = self._looked_through()
        return folder.model.redo if folder and folder.model.can_redo() else None

    def _looked_through(self) -> "LookThrough | None":
        panel = self.setup.stage.panel if self.setup.stage else None
        return panel if panel and panel.isVisible() else None

    def set_training(self, run: Run | None) -> None:
        self.setup.setOccupied(run.name if run else "")

    def make_plots(self) -> None:
        if self.made:
            self.made.make_plots()

    def begin(self) -> None:
        if self.on_show is None:
            self.setup.start()

    def close_threads(self) -> bool:
        return all([self.setup.close_threads(), self.first.close()])

    takes_drops = True

    def receive(self, paths: Sequence[str]) -> None:
        self.show_setup()
        self.setup.setSources(paths)
