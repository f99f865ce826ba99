"""The controller of the Explore page that follows the generator in training."""

from PySide6.QtCore import Slot

from ganstudio.app.explore.controllers import Controller
from ganstudio.app.explore.state import STRIP
from ganstudio.app.runner.renderer import Drawn
from ganstudio.core.run import Run


class LiveController(Controller):
    def connect_all(self) -> None:
        self.training: Run | None = None
        """The run that trains now, if any."""
        self._cost = 0.0
        self.view.live.toggled.connect(self._toggled)

    @property
    def here_too(self) -> bool:
        """Whether the run on show is the one that trains."""
        shown = self.page.exploration
        return bool(self.training and shown and self.training.folder == shown.run.folder)

    def show(self) -> None:
        """Live can be chosen for the run that trains; where that has ended, what it has left is shown."""
        followed = self.view.live.isChecked()
        if not self.here_too:
            self.leave()
        self.view.live.setVisible(self.here_too)
        if followed and not self.here_too and self.page.exploration:
            self.page.open_generator()

    def follow(self) -> None:
        self.view.live.setChecked(True)

    def leave(self) -> None:
        """For something else, not to keep a copy."""
        self.page.following.stop()
        self.view.live.setChecked(False)

    def wake(self) -> None:
        """The page is seen again."""
        if self.view.live.isChecked() and not self.page.following.on:
            self.page.following.start()

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        """On: follow. Off: the last copy stays as it is."""
        if on and self.page.isVisible():
            self.page.following.start()
        elif self.page.following.on:
            self.page.following.stop()
            self.page.told.emit(self.tr("Frozen: choose a checkpoint to leave this copy."))

    def drawn(self, drawn: Drawn) -> None:
        """Counts what a look at the live generator costs, so that the next one comes late enough."""
        if not self.page.following.on or drawn.lane not in {"picture", "strip"}:
            return
        self._cost += drawn.seconds
        if drawn.lane == "strip" and drawn.index == STRIP - 1:
            self.page.following.drew(self._cost)
            self._cost = 0.0
