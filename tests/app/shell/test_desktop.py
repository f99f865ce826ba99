"""What the desktop is told, by the programs and on the bus that it listens to."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ganstudio.app.common.background import Background
from ganstudio.app.shell import desktop
from ganstudio.app.shell.about import about_lines
from ganstudio.app.shell.desktop import DesktopNotes, note_command
from ganstudio.core.processes import environment
from ganstudio.core.run import RunSettings
from tests.app.fakes import FakeOpener, new_run

SETTINGS = RunSettings(recipe="dcgan", sides=(("pictures",),), values={"resolution": 16})
linux = pytest.mark.skipif(sys.platform != "linux", reason="the desktops of Linux")
TELL = """
import sys
from PySide6.QtWidgets import QApplication
from ganstudio.app.shell.desktop import DesktopNotes
app = QApplication(["ganstudio", "-platform", "offscreen"])
app.setDesktopFileName("ganstudio")
notes = DesktopNotes()
notes.progress(0.5)
notes.progress(0.6)
notes.progress(None)
notes.progress(None)
"""


@pytest.fixture
def notify_send(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only program there is; the file that it writes its words to."""
    noted, program = tmp_path / "noted", tmp_path / "notify-send"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {noted}.part && /bin/mv {noted}.part {noted}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return noted


@linux
def test_that_the_end_of_a_run_is_told_to_who_looks_elsewhere(
    qtbot: QtBot, window_with, notify_send, monkeypatch
) -> None:
    inactive = Qt.ApplicationState.ApplicationInactive
    monkeypatch.setattr(QGuiApplication, "applicationState", staticmethod(lambda: inactive))
    window = window_with(FakeOpener(last=5))
    window.services.start_translation(SETTINGS, "flowers")
    qtbot.waitUntil(notify_send.exists, timeout=20_000)
    assert notify_send.read_text().splitlines()[-2:] == ["flowers", "Finished after 0 min of training."]
    qtbot.waitUntil(lambda: not window.current_run.busy)


@linux
def test_that_who_looks_at_the_window_is_told_nothing(qtbot: QtBot, notify_send: Path, monkeypatch) -> None:
    active = Qt.ApplicationState.ApplicationActive
    monkeypatch.setattr(QGuiApplication, "applicationState", staticmethod(lambda: active))
    DesktopNotes().tell("flowers", "Finished.")
    qtbot.wait(300)
    assert not notify_send.exists()


@linux
def test_that_a_name_is_a_text_whatever_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gdbus").write_text("#!/bin/sh\n")
    (tmp_path / "gdbus").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    _, words = note_command("--help", "it's\n<b>")
    assert words[words.index("--") + 4 :][:2] == ["'--help'", r"'it\'s\n<b>'"]
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert note_command("a", "b") == ("", [])


@linux
@pytest.mark.skipif(not shutil.which("dbus-run-session") or not shutil.which("dbus-monitor"), reason="no D-Bus here")
def test_that_the_task_bar_hears_how_far_a_run_is(tmp_path: Path) -> None:
    script = tmp_path / "tell.py"
    script.write_text(TELL)
    rule = "interface='com.canonical.Unity.LauncherEntry'"
    shell = f'dbus-monitor "{rule}" > {tmp_path}/heard & sleep 2; {sys.executable} {script}; sleep 1; kill $!'
    subprocess.run(["dbus-run-session", "--", "sh", "-c", shell], env=environment(), timeout=120, check=False)
    heard = (tmp_path / "heard").read_text().replace("\n", " ")
    assert heard.count("member=Update") == 2, "once for each second at most, and once for the end"
    assert "application://ganstudio.desktop" in heard
    assert "double 0.5" in heard
    assert heard.rstrip().count("boolean false") == 1


@linux
def test_that_every_work_that_lasts_is_told_of_by_one_door(qtbot: QtBot, window_with, notify_send, monkeypatch) -> None:
    """Its end; how far it is, while nothing trains; nothing where a person has ended it."""
    inactive = Qt.ApplicationState.ApplicationInactive
    monkeypatch.setattr(QGuiApplication, "applicationState", staticmethod(lambda: inactive))
    window = window_with(FakeOpener())
    for page in ("explore", "translate", "enhance"):
        window.navigation.show_page(page)
    window.train.live  # noqa: B018 - made when it is first asked for
    lasting = [work for work in window.findChildren(Background) if work.lasting]
    assert {work.lasting for work in lasting} >= {"Translation", "Film", "Export", "Enlarging", "Style", "Search"}
    shares: list[float | None] = []
    monkeypatch.setattr(desktop, "_tell_launcher", shares.append)
    monkeypatch.setattr(desktop, "EVERY", 0.0)
    for work in lasting:
        notify_send.unlink(missing_ok=True)
        work.progress.emit(1, 4)
        work.failed.emit("The disk is full.")
        assert shares == [0.25, None]
        shares.clear()
        qtbot.waitUntil(notify_send.exists, timeout=20_000)
        assert notify_send.read_text().splitlines()[-2:] == [work.lasting, "The disk is full."]
    notify_send.unlink()
    next(work for work in lasting if work.lasting == "Film").cancelled.emit(None)
    qtbot.wait(300)
    assert not notify_send.exists()


def test_that_the_run_that_trains_comes_before_a_film(monkeypatch: pytest.MonkeyPatch) -> None:
    shares: list[float | None] = []
    monkeypatch.setattr(desktop, "_tell_launcher", shares.append)
    monkeypatch.setattr(desktop, "EVERY", 0.0)
    notes = DesktopNotes()
    notes.progress(0.1, of="Film")
    notes.progress(0.5)
    notes.progress(0.9, of="Export")  # begun later than the training
    notes.progress(None, of="Export")
    notes.progress(0.2, of="Film")
    notes.progress(None)
    notes.progress(None, of="Film")
    assert shares == [0.1, 0.5, 0.5, 0.5, 0.5, 0.2, None]


def test_that_the_runs_opened_last_are_in_the_menu(qtbot: QtBot, window_with, tmp_path: Path) -> None:
    window = window_with(FakeOpener())
    first, second = new_run(tmp_path / "first & best"), new_run(tmp_path / "second")
    window.memory.change(recent=(str(first.folder), str(tmp_path / "gone"), str(second.folder)))
    menu = window.commands.recent
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["first && best", "second"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: window.current_run.on_show is not None)
    assert window.current_run.on_show.name == "second"


def test_that_about_names_version_and_device(qtbot: QtBot, window_with) -> None:
    window = window_with(FakeOpener())
    window.commands.about.trigger()
    (box,) = [child for child in window.children() if type(child).__name__ == "QMessageBox"]
    assert "GAN Studio" in box.text()
    assert any("Trains on" in line for line in about_lines("CPU"))
    box.close()
