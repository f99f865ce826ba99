"""ProcessRunner: the same as ThreadRunner, with the training in a child process that says its events as lines."""

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Slot

from ganstudio.app.common.child_process import start_child
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.core.ending import end_of
from ganstudio.core.events import Event, Finished, Started, TrainingOutcome, from_json
from ganstudio.core.processes import python
from ganstudio.core.run import Run
from ganstudio.workflows.drive import ALL_GPUS, SAVE_TO

log = logging.getLogger(__name__)

TAIL = 4000
"""Bytes of what the child says to stderr that are kept for the sentence about its end."""


class ProcessRunner(Runner):
    """Drives `ganstudio train --resume --json --commands`: events from its stdout, commands to its stdin.

    A crash of the child, of the driver or of the graphics card leaves the window standing.
    """

    def __init__(self, program: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        """`program`: what comes before `train` in the command; this Python and this package by default."""
        super().__init__(parent)
        self._program = list(program or python("ganstudio"))
        self._run: Run | None = None
        self._last: Event | None = None
        self._said = b""
        self._begun = self._given_up = False
        """The child trains, and saves before it ends; it was ended because it did not yet."""
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed_to_start)

    def start(self, run: Run) -> None:
        assert self.current == "idle", f"a run is {self.current}"
        self._run, self._last, self._said = run, None, b""
        self._begun = self._given_up = False
        self._tell("preparing")
        wanted = ["train", "--resume", "--out", str(run.folder.resolve()), "--json", "--commands"]
        wanted += ["--device", ALL_GPUS] if run.settings.device == ALL_GPUS else []
        start_child(self._process, [*self._program, *wanted])

    def pause(self) -> None:
        if self.current == "running":
            self._command("pause")
            self._tell("paused")

    def resume(self) -> None:
        if self.current == "paused":
            self._command("resume")
            self._tell("running")

    def stop(self) -> None:
        if self.current != "idle":
            self._tell("stopping")
            self._command("stop")
            self._end_unless_begun()

    def save(self) -> None:
        if self.current in {"running", "paused"}:
            self._command("save")

    def sample(self) -> None:
        if self.current in {"running", "paused"}:
            self._command("sample")

    def save_to(self, folder: Path) -> None:
        self._command(f"{SAVE_TO}{folder}")

    def wait(self, milliseconds: int) -> bool:
        """The end of its stdin asks the child to stop and save."""
        self._process.closeWriteChannel()
        self._end_unless_begun()
        return self._process.state() == QProcess.ProcessState.NotRunning or self._process.waitForFinished(milliseconds)

    def _end_unless_begun(self) -> None:
        """A child that still loads torch or decodes pictures has nothing to save, and hears of it late."""
        self._process.waitForReadyRead(0)
        self._read()
        if self._begun or self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._given_up = True
        if self._run and self._run.settings.device == ALL_GPUS:
            self._process.terminate()  # what torchrun started would outlive it
        else:
            self._process.kill()

    def _command(self, word: str) -> None:
        self._process.write(f"{word}\n".encode())

    @Slot()
    def _read(self) -> None:
        while self._process.canReadLine():
            self._take(bytes(self._process.readLine().data()))

    def _take(self, line: bytes) -> None:
        try:
            event = from_json(line)
        except ValueError:
            log.warning("the training process said: %s", line[:200])
            return
        self._last = event
        if isinstance(event, Started):
            self._begun = True
            self._tell("running")
        self.happened.emit(event)

    @Slot()
    def _read_errors(self) -> None:
        self._said = (self._said + bytes(self._process.readAllStandardError().data()))[-TAIL:]

    @Slot()
    def _ended(self) -> None:
        """Whatever the child did, there is one Finished, and then idle."""
        self._read()
        self._read_errors()
        if not isinstance(self._last, Finished):
            self._say_failed(self._sentence())
        self._tell("idle")

    @Slot(QProcess.ProcessError)
    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._say_failed(f"{self._program[0]} cannot be started: {self._process.errorString()}.")
            self._tell("idle")

    def _say_failed(self, sentence: str) -> None:
        assert self._run
        stopped = self._given_up or (self.current == "stopping" and self._last is None)
        outcome: TrainingOutcome = "stopped" if stopped else "failed"
        finished = end_of(self._run, self._last, outcome, "" if stopped else sentence)
        self._last = finished
        self.happened.emit(finished)

    def _sentence(self) -> str:
        """The last line that the child said, or how it ended."""
        lines = self._said.decode(errors="replace").strip().splitlines()
        if lines and lines[-1].startswith("ganstudio: "):
            return lines[-1].removeprefix("ganstudio: ")
        code = self._process.exitCode()
        return f"The training process ended unexpectedly (status {code}). What was saved before can be resumed."
