"""Deleting runs: nothing is asked, and Undo brings them back until the next ones go or the message is closed."""

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common.background import Background
from ganstudio.panels.parts.language import figure
from ganstudio.workflows import trash
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.trash import Deleted


class Deleting(QObject):
    gone = Signal(object)
    """Path of a run that was put into the trash."""
    back = Signal(object, object)
    """Path of a run that was put back, before and now: its name may have been taken meanwhile."""
    said = Signal(str)
    """What was deleted; Undo brings it back while this sentence is seen."""
    unsaid = Signal()
    """There is nothing to be undone any more."""
    failed = Signal(str)
    """A sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deleted: list[Deleted] = []
        self._due: tuple[Deleted, ...] = ()
        """What is to be deleted for good; all of it each time, for newer work takes the place of older."""
        self._removing = Background("delete runs", self)
        self._removing.failed.connect(self.failed)

    def sweep(self, runs: Path) -> None:
        """Delete what an earlier window has left in the trash."""
        self._removing.start(lambda report: trash.sweep(runs))

    def delete(self, folders: Sequence[Path]) -> None:
        """Put runs into the trash; those that lay in it are deleted for good."""
        self.forget()
        for folder in folders:
            try:
                self._deleted.append(trash.put_away(folder))
            except OSError as error:
                self.failed.emit(self.tr("{0} cannot be deleted: {1}.").format(folder.name, error.strerror or error))
            else:
                self.gone.emit(folder)
        if self._deleted:
            self.said.emit(self._sentence())

    def _sentence(self) -> str:
        if len(self._deleted) == 1:
            return self.tr("{0} was deleted.").format(self._deleted[0].folder.name)
        return self.tr("{0} runs were deleted.").format(figure(len(self._deleted)))

    def can_undo(self) -> bool:
        """Whether something can still be put back."""
        return bool(self._deleted)

    @Slot()
    def undo(self) -> None:
        """Put back what was deleted last."""
        deleted, self._deleted = self._deleted, []
        for run in deleted:
            try:
                self.back.emit(run.folder, trash.put_back(run))
            except OSError as error:
                self.failed.emit(
                    self.tr("{0} cannot be put back: {1}. It lies in {2}.").format(
                        run.folder.name, error.strerror or error, run.kept.parent
                    )
                )
        self.unsaid.emit()

    @Slot()
    def forget(self) -> None:
        """Delete for good what could still be put back."""
        deleted, self._deleted = self._deleted, []
        if deleted:
            self._due = (*self._due, *deleted)
            self._removing.start(functools.partial(_remove, self._due))

    def close(self) -> bool:
        return self._removing.close()


def _remove(deleted: Sequence[Deleted], report: TaskProgress) -> None:
    for run in deleted:
        trash.remove(run)
