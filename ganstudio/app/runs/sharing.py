"""Sending a run as one file, and opening one that was sent, both beside the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common.background import Background
from ganstudio.core.run import Run
from ganstudio.workflows.progress import TaskProgress


class Sharing(QObject):
    """Packs and unpacks in threads; one of each at a time."""

    sent = Signal(object)
    """Path of the file."""
    received = Signal(object)
    """Path of the run's new folder."""
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sending = Background("send", self, lasting=self.tr("Run to send"))
        self._receiving = Background("receive", self, lasting=self.tr("Run that was sent"))
        self._sending.done.connect(self.sent)
        self._receiving.done.connect(self._unpacked)
        for background in (self._sending, self._receiving):
            background.failed.connect(self.failed)

    def send(self, folder: Path, target: Path, *, to_continue: bool) -> None:
        """Pack the run in `folder`; `to_continue`: with what training goes on from."""

        def work(report: TaskProgress) -> Path:
            from ganstudio.workflows.share_run import pack_run

            return pack_run(Run.open(folder), target, report, to_continue=to_continue)

        self._sending.start(work)

    def receive(self, file: Path, runs: Path) -> None:
        """Unpack a file into a new folder in `runs`."""

        def work(report: TaskProgress) -> Run:
            from ganstudio.workflows.share_run import unpack_run

            return unpack_run(file, runs, report)

        self._receiving.start(work)

    def close(self) -> bool:
        return all([self._sending.close(), self._receiving.close()])

    @Slot(object)
    def _unpacked(self, run: Run) -> None:
        self.received.emit(run.folder)
