"""A run leaves the window as one file and comes back by being dropped, with a word about each."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from ganstudio.app.shell.window import MainWindow
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.share_run import is_shared_run, pack_run
from tests.app.tiny_runs import tiny_run

ALONE = TaskProgress(lambda done, total: None)


@pytest.fixture
def window(window_with):
    return window_with()


def texts(window: MainWindow) -> str:
    current = window.messages.current()
    return current.text if current else ""


def test_that_a_run_that_is_dropped_as_one_file_is_on_show_and_in_the_list(window, qtbot, tmp_path, monkeypatch):
    sent = pack_run(tiny_run(tmp_path / "elsewhere" / "flowers"), tmp_path / "flowers", ALONE)
    window.navigation.open_paths([str(sent)])
    current_run = window.services.current_run
    notes: list[tuple[str, str]] = []
    monkeypatch.setattr(window.services.desktop, "tell", lambda title, text: notes.append((title, text)))
    qtbot.waitUntil(lambda: current_run.on_show is not None, timeout=30_000)
    assert current_run.on_show.folder == window.services.places().folder / "flowers"
    assert notes == [("Run that was sent", "flowers is ready.")]


def test_that_a_file_that_is_no_run_is_refused_and_leaves_what_was_on_show(window, qtbot, tmp_path):
    (tmp_path / "strange.ganrun").write_bytes(b"PK\3\4 nothing")
    window.navigation.open_paths([str(tmp_path / "strange.ganrun")])
    qtbot.waitUntil(lambda: texts(window) != "", timeout=30_000)
    assert window.services.current_run.on_show is None
    assert "strange.ganrun" in texts(window)


@pytest.mark.parametrize("action", ["Send as one file…", "Send to train on…"])
def test_that_the_menu_of_a_run_asks_where_and_writes_the_file(window, qtbot, tmp_path, monkeypatch, action):
    run = tiny_run(window.services.places().folder / "flowers")
    window.navigation.show_page("runs")
    page = window.navigation.runs
    qtbot.waitUntil(lambda: bool(page.gallery.shown()), timeout=30_000)
    page.gallery.select([run.folder])
    wanted: list[tuple[Path, bool]] = []
    page.sendRequested.connect(lambda folder, to_continue: wanted.append((folder, to_continue)))
    page.sendRequested.disconnect(window.navigation.ask_where_to_send)
    next(known for known in page.gallery.findChildren(QAction) if known.text() == action).trigger()
    assert wanted == [(run.folder, "train" in action)]
    notes: list[tuple[str, str]] = []
    monkeypatch.setattr(window.services.desktop, "tell", lambda title, text: notes.append((title, text)))
    with qtbot.waitSignal(window.navigation.sharing.sent, timeout=30_000):
        window.navigation.sharing.send(*wanted[0][:1], tmp_path / "sent", to_continue=wanted[0][1])
    assert is_shared_run(tmp_path / "sent.ganrun")
    assert "sent.ganrun is ready to be sent" in texts(window)
    assert notes == [("Run to send", "sent.ganrun is written.")]
