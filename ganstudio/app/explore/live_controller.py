"""LiveController: follows the generator while it learns."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton

from ganstudio.app.explore.state import STRIP, ExploreState
from ganstudio.app.runner.renderer import Drawn, Following
from ganstudio.core.run import Run


class LiveController(QObject):
    """Has each copy that `Following` (app/runner) makes of the training generator put on show; draws nothing itself."""

    remarked = Signal(str)
    """A sentence."""
    checkpointWanted = Signal()
    """What was followed has ended: what it has left on the disk is to be shown."""

    def __init__(
        self, state: ExploreState, button: QAbstractButton, following: Following, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.training: Run | None = None
        """The run that trains now, if any."""
        self._state, self._button, self._following = state, button, following
        self._awake = False
        self._cost = 0.0
        button.toggled.connect(self._toggled)

    @property
    def here_too(self) -> bool:
        """Whether the run on show is the one that trains."""
        shown = self._state.exploration
        return bool(self.training and shown and self.training.folder == shown.run.folder)

    def show(self) -> None:
        """Live can be chosen for the run that trains; where that has ended, what it has left is shown."""
        followed = self._button.isChecked()
        if not self.here_too:
            self.leave()
        self._button.setVisible(self.here_too)
        if followed and not self.here_too and self._state.exploration:
            self.checkpointWanted.emit()

    def follow(self) -> None:
        self._button.setChecked(True)

    def leave(self) -> None:
        """Stop following because something else is to be shown."""
        self._following.stop()
        self._button.setChecked(False)

    def wake(self) -> None:
        """The page is seen again."""
        self._awake = True
        if self._button.isChecked() and not self._following.on:
            self._following.start()

    def sleep(self) -> None:
        """The page is hidden: nothing is copied for it."""
        self._awake = False
        self._following.stop()

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        """On: follow. Off: the last copy stays as it is."""
        if on and self._awake:
            self._following.start()
        elif self._following.on:
            self._following.stop()
            self.remarked.emit(self.tr("Frozen: choose a checkpoint to leave this copy."))

    def drawn(self, drawn: Drawn) -> None:
        """Counts what a look at the live generator costs, so that the next one comes late enough."""
        if not self._following.on or drawn.lane not in {"picture", "strip"}:
            return
        self._cost += drawn.seconds
        if drawn.lane == "strip" and drawn.index == STRIP - 1:
            self._following.drew(self._cost)
            self._cost = 0.0
