"""Start-up: from the first line of Python to a window on the screen, and from the last event to the end.

Only what the first paint needs is imported here; numpy, pyqtgraph and torch follow in the training thread.
"""

import contextlib
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ganstudio.app.common import warmup
from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runner.runner_switch import RunnerSwitch
from ganstudio.app.shell.theme import Theme
from ganstudio.app.shell.window import MainWindow
from ganstudio.app.start.crash_report import Complaints, crash_log, start_logging
from ganstudio.app.start.language import speak, wanted
from ganstudio.app.start.system_check import window_problem
from ganstudio.core import environment
from ganstudio.panels import look
from ganstudio.panels.parts.giving import Giving

log = logging.getLogger(__name__)

DONE, FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130
END_PATIENCE = 30_000
"""Milliseconds that a step, a save or a picture may take before the program leaves without it."""


def run_window(argv: Sequence[str], places: Paths | None = None) -> int:
    """The window, until it is closed. `argv`: folders and files to open, as if they were dropped."""
    return run_program(
        places or Paths.of_this_computer(), lambda window: window.navigation.open_paths(argv) if argv else None
    )


def run_demo_window(minutes: float, out: Path | None, places: Paths | None = None) -> int:
    """The window, training on the sample set by itself."""
    from ganstudio.app.start.begin_demo import begin_demo

    return run_program(places or Paths.of_this_computer(), lambda window: begin_demo(window, minutes, out))


def run_program(places: Paths, begin: Callable[[MainWindow], object]) -> int:
    """Everything from the first check to the exit code. `begin` is called once with the window when it is on show."""
    prepare_environment()
    if problem := window_problem() or binding_problem():
        sys.stderr.write(f"ganstudio: {problem}\n")
        return REFUSED
    handler = start_logging(places.logs)
    with crash_log(places.logs) as crashed:
        app = make_application()
        memory = Memory(places.preferences)
        speak(app, wanted(memory.value.language))
        theme = Theme(app, memory.value.theme)
        runner = RunnerSwitch()
        with theme.building():
            window = MainWindow(places, memory, runner, theme)
        complaints = Complaints()
        complaints.raised.connect(window.notices.complain)
        complaints.take_hold()
        runner.warmed.connect(complaints.take_hold)
        with interrupts(window):
            window.show()
            gc.enable()
            QTimer.singleShot(0, runner.warm_up)
            QTimer.singleShot(0, window, lambda: begin(window))
            if crashed:
                offer_report(window, crashed)
            code = app.exec()
        window.hide()
        loading = runner.loading
        ended = window.end_threads(0 if loading else END_PATIENCE)
        complaints.give_back()
        if not ended and not loading:
            log.error("a thread did not end; leaving without it")
            leave_at_once(code or FAILED)
    if not ended:  # torch takes up to ten seconds more to load, for nobody
        leave_at_once(window.exit_code or code)
    if handler:
        logging.getLogger().removeHandler(handler)
        handler.close()
    return window.exit_code or code


def prepare_environment() -> None:
    """Set the environment variables that torch and Qt read when they are loaded."""
    environment.prepare()
    os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
    sys.setswitchinterval(warmup.SWITCH_INTERVAL)


def make_application() -> QApplication:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["ganstudio"])
    app.setApplicationName("GAN Studio")
    app.setDesktopFileName("ganstudio")
    app.setWindowIcon(QIcon(str(look.icon_folder() / "ganstudio.svg")))
    Giving.marks = staticmethod(_marks)
    return app


def _marks() -> dict[str, str]:
    """What a picture that is dragged out of the window says of itself: that a model made it."""
    from ganstudio.export.provenance import packet

    return {"XML:com.adobe.xmp": packet(None).decode()}


def binding_problem() -> str:
    """'' unless this PySide6 loses a reference to None with every call, which ends a long run in an abort.

    Seen with PySide6 6.12.0 on Python 3.11.
    """
    probe = QObject()
    before = sys.getrefcount(None)
    for number in range(200):
        probe.setObjectName(str(number))
    if before - sys.getrefcount(None) < 150:
        return ""
    return "This PySide6 and this Python do not work together: use PySide6 below 6.12 on Python 3.11, or Python 3.12."


def offer_report(window: MainWindow, report: Path) -> None:
    window.notices.say(
        window.tr("GAN Studio ended unexpectedly the last time. Runs are saved as far as they were."),
        severity="warn",
        topic="crash",
        log=str(report),
    )


def leave_at_once(code: int) -> None:
    """Leave without a thread that does not end (a step that hangs, modules that load): what is saved is safe."""
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):  # none in a program without a terminal
            stream.flush()
    os._exit(code)


class _Wakeup(QObject):
    """Turns signals of the operating system into Qt's, at once: an idle Qt would not let Python handle them."""

    received = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._inner, self._outer = socket.socketpair()
        for end in (self._inner, self._outer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._inner.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._before = signal.set_wakeup_fd(self._outer.fileno(), warn_on_full_buffer=False)

    @Slot()
    def _read(self) -> None:
        with contextlib.suppress(BlockingIOError):
            for number in self._inner.recv(64):
                self.received.emit(number)

    def close(self) -> None:
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._inner.close()
        self._outer.close()


class _Interrupts(QObject):
    """The first Ctrl+C or SIGTERM saves, stops and closes; the second does not wait."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._asked = False

    @Slot(int)
    def obey(self, number: int) -> None:
        code = INTERRUPTED if number == signal.SIGINT else DONE
        if self._asked:
            leave_at_once(code or FAILED)
        self._asked = True
        self._window.leave(code)


ENDING = [number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]


@contextlib.contextmanager
def interrupts(window: MainWindow) -> Iterator[None]:
    """Inside, SIGINT, SIGTERM and SIGHUP (its terminal is gone) close the window in good order."""
    wakeup, obeying = _Wakeup(), _Interrupts(window)
    wakeup.received.connect(obeying.obey)
    before = {number: signal.signal(number, _noted) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        wakeup.close()


def _noted(number: int, frame: object) -> None:
    """Python wants a handler before it writes to the wake-up socket; the work is done in `_Interrupts`."""
