"""What the desktop is told: that something long has ended, and how far it is. Silent where nobody listens."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths
from PySide6.QtGui import QGuiApplication

from ganstudio.app.common.background import Background
from ganstudio.core.printable import printable
from ganstudio.core.run import Run

LAUNCHER = "com.canonical.Unity.LauncherEntry"
"""The signal that docks and task bars of Linux draw progress from (Plasma, Ubuntu's dock, Plank)."""
TRAINING = "training"
"""The work that comes before all others."""
EVERY = 1.0
"""Least seconds between two words on progress."""
SHOWN = 10_000
"""Milliseconds that a note is seen."""


class DesktopNotes(QObject):
    """Notes are sent only while no window of the program has the person's attention."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = -1e9
        self._shown = False
        self._shares: dict[str, float] = {}
        """How far each work is."""

    def tell(self, title: str, text: str) -> None:
        """A note, unless the person is looking at the program."""
        if QGuiApplication.applicationState().name == "ApplicationActive":
            return
        if sys.platform == "linux":
            program, words = note_command(title, text)
            if program:
                QProcess.startDetached(program, words)
        else:
            self._tell_by_tray(title, text)

    def watch(self, root: QObject) -> None:
        """Tell of every work below `root` that may last: how far it is, and its end unless a person has ended it."""
        for background in root.findChildren(Background):
            if background.lasting:
                self._follow(background, background.lasting)

    def _follow(self, background: Background, title: str) -> None:
        def ended(text: str) -> None:
            self.progress(None, of=title)
            if text:
                self.tell(title, text)

        background.progress.connect(lambda done, total: self.progress(done / total if total else None, of=title))
        background.done.connect(lambda result: ended(self._words(result)))
        background.failed.connect(ended)
        background.cancelled.connect(lambda _: ended(""))

    def _words(self, result: object) -> str:
        """What has come of a work."""
        if isinstance(result, Path):
            return self.tr("{0} is written.").format(printable(result.name))
        if isinstance(result, Run):
            return self.tr("{0} is ready.").format(printable(result.name))
        if callable(sentence := getattr(result, "sentence", None)):
            return f"{sentence()} {getattr(result, 'folder', '')}".strip()
        if isinstance(written := getattr(result, "written", None), list):
            return self.tr("%n picture(s) written.", "", len(written))
        return self.tr("Finished.")

    def progress(self, share: float | None, of: str = TRAINING) -> None:
        """How far a work is, 0 to 1; None: it is over, or it has no end. The run that trains comes first."""
        if share is None:
            self._shares.pop(of, None)
        else:
            self._shares[of] = share
        self._show(self._shares.get(TRAINING, next(reversed(self._shares.values()), None)))

    def _show(self, share: float | None) -> None:
        now = time.monotonic()
        if (share is None and not self._shown) or (share is not None and now - self._told < EVERY):
            return
        self._told, self._shown = now, share is not None
        if sys.platform == "linux":
            _tell_launcher(share)

    def _tell_by_tray(self, title: str, text: str) -> None:
        """Windows and macOS: the note of an icon that is there as long as the note."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QSystemTrayIcon

        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            tray = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
            tray.show()
            tray.showMessage(title, text, tray.icon(), SHOWN)
            QTimer.singleShot(SHOWN, tray.deleteLater)


def note_command(title: str, text: str) -> tuple[str, list[str]]:
    """The program that sends a note on Linux, and its words; '' where there is none.

    Qt's own D-Bus cannot say that a number has no sign, which the service insists on.
    """
    if notify := QStandardPaths.findExecutable("notify-send"):
        return notify, ["--app-name=GAN Studio", "--icon=ganstudio", "--", title, text]
    if gdbus := QStandardPaths.findExecutable("gdbus"):
        service, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
        words = ["call", "--session", "--dest", service, "--object-path", path, "--method", f"{service}.Notify"]
        return gdbus, [*words, "--", "GAN Studio", "0", "ganstudio", _quoted(title), _quoted(text), "[]", "{}", "-1"]
    return "", []


def _quoted(text: str) -> str:
    """A text as gdbus reads it, whatever is in it."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return f"'{escaped}'"


def _tell_launcher(share: float | None) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    message = QDBusMessage.createSignal("/ganstudio", LAUNCHER, "Update")
    state = {"progress": share or 0.0, "progress-visible": share is not None}
    message.setArguments([f"application://{QGuiApplication.desktopFileName()}.desktop", state])
    bus.send(message)
