"""Uncaught errors: they go to the log and the message bar, and the window goes on."""

import contextlib
import faulthandler
import logging
import logging.handlers
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from ganstudio.core.files import private, private_folder

log = logging.getLogger(__name__)

Sink = Callable[[str], None]


class Complaints(QObject):
    """Takes over every hook through which Python and Qt report what nobody caught, until `give_back`."""

    raised = Signal(str)
    """A sentence for the message bar; may be emitted from any thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._qt_before: object = None
        self._held = False

    def take_hold(self) -> None:
        """Install the hooks. Safe to call again, for pyqtgraph puts its own in their place."""
        sys.excepthook = self._python
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable
        if not self._held:
            self._qt_before = qInstallMessageHandler(self._qt)
        self._held = True

    def give_back(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._held:
            qInstallMessageHandler(self._qt_before)  # type: ignore[arg-type]
        self._held = False

    def _python(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("uncaught\n%s", "".join(traceback.format_exception(kind, error, trace)))
        if not issubclass(kind, KeyboardInterrupt | SystemExit):
            self.raised.emit(f"Something inside the program went wrong ({kind.__name__}: {_short(error)}).")

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._python(args.exc_type, args.exc_value, args.exc_traceback)

    def _unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        log.error("unraisable in %r: %s", args.object, args.exc_value)

    def _qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            log.critical("Qt: %s", text)
        elif kind == QtMsgType.QtWarningMsg:
            log.warning("Qt: %s", text)
        else:
            log.debug("Qt: %s", text)


def _short(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [""]
    return lines[0][:160]


class _PrivateLog(logging.handlers.RotatingFileHandler):
    """Files that only this person can read, the new ones too."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=private)


def start_logging(folder: Path) -> logging.Handler | None:
    """Write the log to `folder`/ganstudio.log, five files of a megabyte at most. None if it cannot be written."""
    with contextlib.suppress(OSError):
        private_folder(folder)
        handler = _PrivateLog(
            folder / "ganstudio.log", maxBytes=2**20, backupCount=4, encoding="utf-8", errors="replace"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
        root = logging.getLogger()
        root.addHandler(handler)
        root.setLevel(min(root.level, logging.INFO) if root.level else logging.INFO)
        return handler
    return None


@contextlib.contextmanager
def crash_log(folder: Path) -> Iterator[Path | None]:
    """Inside, a crash of the process itself writes the Python stacks to crash.log in `folder`.

    Yields:
        The report that the last start left behind by crashing, if it did.
    """
    try:
        file = _opened(folder)
    except OSError:
        yield None
        return
    previous = folder / "crash-before.log"
    with file:
        faulthandler.enable(file, all_threads=True)
        try:
            yield previous if previous.exists() else None
        finally:
            faulthandler.disable()
    previous.unlink(missing_ok=True)  # it was offered


def _opened(folder: Path) -> IO[bytes]:
    """A new crash.log that only this person can read; one with something in it is set aside."""
    private_folder(folder)
    path = folder / "crash.log"
    if path.exists() and path.stat().st_size:
        os.replace(path, folder / "crash-before.log")
    return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
