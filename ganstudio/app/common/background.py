"""One piece of work at a time in a thread of its own: preparing pictures, drawing the sample set, exporting.

The newest request wins: starting while something runs cancels that, and its results are thrown away.
"""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common.worker_thread import WorkerThread
from ganstudio.core.files import disk_sentence
from ganstudio.core.memory import ran_out
from ganstudio.core.printable import printable
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import NO_MEMORY

log = logging.getLogger(__name__)

Work = Callable[[TaskProgress], object]
"""What a worker thread runs. It calls `report.progress`, looks at `report.cancelled`, and returns its result."""


class _Worker(QObject):
    """Lives in the thread. Every piece of work ends in exactly one `ended`."""

    progressed = Signal(int, int, int)
    """Number of the work, done, total."""
    ended = Signal(int, object, str)
    """Number of the work, its result, and a sentence if it failed."""

    @Slot(int, object, object)
    def work(self, number: int, work: Work, report: TaskProgress) -> None:
        result: object = None
        sentence = ""
        try:
            if not report.cancelled():
                result = work(report)
        except BaseException as error:  # noqa: BLE001 - an exception that left a slot would leave the thread mute
            if not report.cancelled():
                sentence = sentence_for(error)
        self.ended.emit(number, result, sentence)


class Background(QObject):
    """A worker thread for one kind of work. The thread starts with the first work and lives until `close`."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(str)
    """A sentence for the user."""
    cancelled = Signal(object)
    """What the work returned all the same, or None."""
    _begin = Signal(int, object, object)

    def __init__(self, name: str, parent: QObject | None = None, *, lasting: str = "") -> None:
        """`lasting`: what a person calls this work where it may last: the desktop is told how far it is and when it
        ends."""
        super().__init__(parent)
        self.lasting = lasting
        self._worker = _Worker()
        self._thread = WorkerThread(name, self._worker)
        self._begin.connect(self._worker.work)
        self._worker.progressed.connect(self._progressed)
        self._worker.ended.connect(self._ended)
        self._number = 0
        self._report: TaskProgress | None = None

    @property
    def busy(self) -> bool:
        return self._report is not None

    def start(self, work: Work) -> None:
        """Run `work` in the thread; what runs now is cancelled and forgotten."""
        if self._report:
            self._report.cancel()
        self._number += 1
        number, worker = self._number, self._worker
        self._report = TaskProgress(lambda done, total: worker.progressed.emit(number, done, total))
        self._thread.start()
        self._begin.emit(number, work, self._report)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to end; `cancelled` follows when it has."""
        if self._report:
            self._report.cancel()

    def close(self, milliseconds: int = 10_000) -> bool:
        """Cancel, and wait for the thread to end. True when it has."""
        self.cancel()
        return self._thread.close(milliseconds)

    @Slot(int, int, int)
    def _progressed(self, number: int, done: int, total: int) -> None:
        if number == self._number and self._report and not self._report.cancelled():
            self.progress.emit(done, total)

    @Slot(int, object, str)
    def _ended(self, number: int, result: object, sentence: str) -> None:
        if number != self._number or self._report is None:
            return
        was_cancelled = self._report.cancelled()
        self._report = None
        if was_cancelled:
            self.cancelled.emit(result)
        elif sentence:
            self.failed.emit(sentence)
        else:
            self.done.emit(result)


def sentence_for(error: BaseException) -> str:
    """What a person is told about `error`: its own sentence where it has one, else that the log knows more.

    What a stranger's file has put into it and cannot be shown safely is escaped: Qt takes no half of a surrogate.
    """
    if isinstance(error, ValueError) and str(error):
        return printable(str(error))
    log.error("work in the background failed", exc_info=error)
    if ran_out(error):
        return NO_MEMORY
    if isinstance(error, OSError):
        from pathlib import Path

        return disk_sentence(error, "working", Path(str(error.filename)) if error.filename else None)
    return f"An error inside the program stopped this ({type(error).__name__}: {error}). The log tells more."
