"""RunnerSwitch: runs in this process as a rule, and in one of their own when they need it or a person wants it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.runner.thread_runner import Runner, ThreadRunner
from ganstudio.core.run import Run
from ganstudio.workflows.drive import ALL_GPUS, Command


class RunnerSwitch(Runner):
    """Passes everything on to the one of two runners that has the run.

    A run on all GPUs always trains in processes of its own. A crash of a driver there leaves the window standing.
    """

    warmed = Signal(str, str)
    devices = Signal(object)

    def __init__(
        self, thread: ThreadRunner | None = None, process: Runner | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._thread = thread or ThreadRunner()
        self._process = process
        self._active: Runner = self._thread
        for runner in self._made():
            self._listen(runner)
        self._thread.warmed.connect(self.warmed)
        self._thread.devices.connect(self._found)

    @property
    def here(self) -> bool:  # type: ignore[override]
        return self._active.here

    def warm_up(self) -> None:
        self._thread.warm_up()

    def start(self, run: Run) -> None:
        elsewhere = self.own_process or run.settings.device == ALL_GPUS
        self._active = self._in_process() if elsewhere else self._thread
        self._active.start(run)

    def pause(self) -> None:
        self._active.pause()

    def resume(self) -> None:
        self._active.resume()

    def stop(self) -> None:
        self._active.stop()

    def save(self) -> None:
        self._active.save()

    def sample(self) -> None:
        self._active.sample()

    def save_to(self, folder: Path) -> None:
        self._active.save_to(folder)

    def ask(self, command: Command) -> None:
        self._active.ask(command)

    @property
    def loading(self) -> bool:
        return self.current == "idle" and self._thread.loading

    def wait(self, milliseconds: int) -> bool:
        ended = [runner.wait(milliseconds) for runner in self._made()]
        return all(ended)

    def _made(self) -> list[Runner]:
        return [self._thread, *([self._process] if self._process else [])]

    def _listen(self, runner: Runner) -> None:
        runner.happened.connect(self.happened)
        runner.preparing.connect(self.preparing)
        runner.state.connect(self._tell)

    def _in_process(self) -> Runner:
        """Made when the first run needs it."""
        if self._process is None:
            from ganstudio.app.runner.process_runner import ProcessRunner

            self._process = ProcessRunner(parent=self)
            self._listen(self._process)
        return self._process

    @Slot(object)
    def _found(self, devices: list[tuple[str, str]]) -> None:
        """The thread knows the devices; all GPUs at once is one more when there are several."""
        gpus = sum(name.startswith("cuda:") for name, _ in devices)
        every = [(ALL_GPUS, self.tr("All {0} GPUs").format(gpus))] if gpus > 1 else []
        self.devices.emit([*devices, *every])
