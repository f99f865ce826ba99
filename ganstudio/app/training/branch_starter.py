"""Starting a new run from a moment of another: stops that one if it trains, makes the branch, starts it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common.background import Background
from ganstudio.app.runner.current_run import CurrentRun
from ganstudio.core.events import Finished, Warned
from ganstudio.core.run import Run
from ganstudio.core.settings import Value
from ganstudio.panels.parts.language import figure
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.run_names import branch_name, free_folder

FROM_BEST = frozenset({"collapse", "past", "copies", "invalid", "diverged"})
"""What has gone wrong gradually, or for good: the best checkpoint is a better beginning than the last."""


@dataclass(frozen=True)
class Asked:
    run: Run
    checkpoint: str
    """A name; '' for the newest, 'best' for the best."""
    changes: Mapping[str, Value]


class BranchStarter(QObject):
    """One branch at a time. Nothing is asked: what happens is told, and the old run stays as it was."""

    remarked = Signal(str)
    failed = Signal(str)
    """Sentences."""

    def __init__(self, current_run: CurrentRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current_run = current_run
        self._waiting: Asked | None = None
        self._making = Background("branch", self)
        self._making.done.connect(self._made)
        self._making.failed.connect(self.failed)
        current_run.ended.connect(self._ended)

    def start(self, run: Run, checkpoint: str, changes: Mapping[str, Value]) -> None:
        """Begin a new run where `run` was at `checkpoint`; if `run` is training it is saved and stopped first."""
        asked = Asked(run, checkpoint, dict(changes))
        training = self._current_run.training
        if training is None and not self._current_run.busy:
            self._make(asked)
        elif training is not None and training.folder == run.folder:
            self._waiting = asked
            self.remarked.emit(self.tr("Saving and stopping {0}; a new run goes on from it.").format(run.name))
            self._current_run.runner.stop()
        else:
            name = training.name if training else ""
            self.failed.emit(self.tr("{0} is training. Stop it before a branch of another run starts.").format(name))

    def answer(self, run: Run, warned: Warned) -> None:
        """Apply the remedy of a warning."""
        from ganstudio.core.checkpoint_names import best_name

        best = warned.topic in FROM_BEST and best_name(run)
        self.start(run, "best" if best else "", warned.remedy)

    def close(self) -> bool:
        self._waiting = None
        return self._making.close()

    @Slot(object, object)
    def _ended(self, run: Run, finished: Finished | None) -> None:
        asked, self._waiting = self._waiting, None
        if asked and asked.run.folder == run.folder:
            self._make(asked)

    def _make(self, asked: Asked) -> None:
        self._making.start(lambda report: made_branch(asked, report))

    @Slot(object)
    def _made(self, made: Run) -> None:
        if self._current_run.busy:
            self.remarked.emit(self.tr("{0} is ready; resume it on the Runs page.").format(made.name))
            return
        origin = made.settings.origin
        self.remarked.emit(
            self.tr("{0} goes on from step {1} of {2}, which stays as it is.").format(
                made.name, figure(int(origin.get("step", 0))), str(origin.get("run", ""))
            )
        )
        self._current_run.resume(made.folder)


def made_branch(asked: Asked, report: TaskProgress) -> Run:
    """In the worker thread: torch is imported here.

    Raises:
        SettingError, RunError: a change that a branch cannot have, or no such checkpoint; a sentence.
    """
    from ganstudio.workflows.branch_run import branch

    run = asked.run
    out = free_folder(run.folder.parent, branch_name(run.name))
    return branch(run, checkpoint=asked.checkpoint or None, changes=asked.changes, out=out)
