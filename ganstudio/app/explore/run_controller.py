"""RunController: which run is explored, and from which of its checkpoints."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ganstudio.app.explore.state import ExploreState
from ganstudio.core.checkpoint_names import best_name, drawable_names, step_of
from ganstudio.core.run import Run
from ganstudio.panels.parts.controls import Combo
from ganstudio.panels.parts.language import figure


class RunController(QObject):
    runChosen = Signal(object)
    """A Run other than the one on show."""
    checkpointChosen = Signal(str)
    """Its name, '' for the newest; the one on show as well: another may be the newest by now."""

    def __init__(self, state: ExploreState, runs: Combo, checkpoints: Combo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._runs, self._checkpoints = state, runs, checkpoints
        runs.activated.connect(self._run_chosen)
        checkpoints.activated.connect(lambda: self.checkpointChosen.emit(str(checkpoints.currentData())))

    def list_runs(self, runs: list[Run]) -> None:
        """These, and the one on show even where it has been moved away."""
        here = self._state.exploration
        folders = [run.folder for run in runs]
        if here and here.run.folder not in folders:
            runs, folders = [*runs, here.run], [*folders, here.run.folder]
        self._runs.clear()
        for run in runs:
            self._runs.addItem(run.name, run)
        if here:
            self._runs.setCurrentIndex(folders.index(here.run.folder))
            self.list_checkpoints(drawable_names(here.run), here.now.checkpoint)

    def list_checkpoints(self, names: Sequence[str], chosen: str) -> None:
        """`names`: of the run on show, newest first. `chosen`: '' for the usual one, the best where one was scored."""
        combo, best = self._checkpoints, best_name(self._state.here.run)
        combo.clear()
        if best in names:  # it is what an empty name means, as on the command line
            combo.addItem(self.tr("best, step {0}").format(figure(step_of(best))), "")
        combo.addItem(self.tr("latest"), "latest" if best in names else "")
        for name in names:
            if name != best:
                combo.addItem(self.tr("step {0}").format(figure(step_of(name))), name)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def _run_chosen(self, index: int) -> None:
        run, here = self._runs.itemData(index), self._state.exploration
        if here is None or run.folder != here.run.folder:
            self.runChosen.emit(run)
