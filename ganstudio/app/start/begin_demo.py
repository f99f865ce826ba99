"""The demo: the sample set is drawn and a small DCGAN learns it, without a click."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from ganstudio.app.common.image_preparation import PreparedCard
from ganstudio.app.shell.window import MainWindow
from ganstudio.core.run import Budget, RunSettings


class Demo(QObject):
    """Presses the buttons: sample set, light DCGAN, Start as soon as the pictures are ready."""

    def __init__(self, window: MainWindow, minutes: float, out: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._out = out
        setup = window.train.setup
        setup.setRecipe("dcgan", "", {})
        setup.recipes.setBudget(Budget(minutes=minutes))
        setup.preparing.ready.connect(self._ready)
        setup.startRequested.disconnect(window.services.start)
        setup.startRequested.connect(self._start)
        window.navigation.use_sample_set()

    @Slot(object)
    def _ready(self, _: PreparedCard) -> None:
        self._window.train.setup.preparing.ready.disconnect(self._ready)
        self._window.train.setup.start()

    @Slot(object, str)
    def _start(self, settings: RunSettings, name: str = "") -> None:
        """The first run goes where it was asked for; those that follow go where runs go."""
        setup = self._window.train.setup
        setup.startRequested.disconnect(self._start)
        setup.startRequested.connect(self._window.services.start)
        self._window.current_run.start(settings, self._window.services.runs_folder(), folder=self._out)


def begin_demo(window: MainWindow, minutes: float, out: Path | None) -> Demo:
    return Demo(window, minutes, out)
