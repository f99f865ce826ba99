"""The whole window, offscreen, with a session that trains nothing."""

import inspect
import os
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.placement import fitted
from ganstudio.app.common.preferences import Memory, Preferences, save
from ganstudio.app.shell.settings_page import SettingsPage
from ganstudio.app.shell.window import MainWindow
from ganstudio.core.environment import cache_folder
from ganstudio.core.events import LAST_SAVE, Event, Saved, Warned
from ganstudio.core.run import Run
from ganstudio.workflows import trash
from tests.app.fakes import FakeOpener, new_run
from tests.panels.using import texts

MakeWindow = Callable[..., MainWindow]


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)


def prepared(qtbot: QtBot, window: MainWindow, pictures: Path) -> None:
    """Drop small pictures and wait until Start can be pressed."""
    window.train.setup.setRecipe("linear", "", {"resolution": 16, "batch": 16})
    drop(window, pictures)
    qtbot.waitUntil(window.train.setup.start_button.isEnabled, timeout=30_000)


def started(qtbot: QtBot, window: MainWindow, pictures: Path) -> None:
    prepared(qtbot, window, pictures)
    window.train.setup.start_button.click()
    qtbot.waitUntil(lambda: window.runner.current == "running", timeout=10_000)


def finished(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.current_run.busy, timeout=10_000)


def run_through(qtbot: QtBot, window: MainWindow, pictures: Path) -> None:
    prepared(qtbot, window, pictures)
    with qtbot.waitSignal(window.current_run.ended, timeout=10_000):
        window.train.setup.start_button.click()


def test_that_dropped_pictures_are_prepared_and_trained(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, pictures: Path
) -> None:
    window = window_with()
    assert not window.train.setup.start_button.isEnabled()
    started(qtbot, window, pictures)
    assert window.current_run.training
    assert window.current_run.training.folder == places.runs / "pictures-linear"
    assert Run.open(places.runs / "pictures-linear").settings.sides == ((str(pictures),),)
    live = window.train.live
    assert window.train.on_show
    assert window.strip.isVisible()
    assert window.rail.buttons["train"].isLive()
    qtbot.waitUntil(lambda: live.grid_path() is not None, timeout=5_000)
    live.pause_button.click()
    qtbot.waitUntil(lambda: window.runner.current == "paused", timeout=5_000)
    live.save_button.click()
    live.pause_button.click()
    qtbot.waitUntil(lambda: window.runner.current == "running", timeout=5_000)
    live.stop_button.click()
    finished(qtbot, window)
    assert live.continue_button.isVisible()
    assert live.verdict.text() == "Stopped"
    assert not window.rail.buttons["train"].isLive()


def test_that_a_run_that_stopped_can_go_on(qtbot: QtBot, window_with: MakeWindow, pictures: Path) -> None:
    window = window_with(FakeOpener(last=4))
    run_through(qtbot, window, pictures)
    assert window.train.live.verdict.text() == "Finished"
    with qtbot.waitSignal(window.current_run.ended, timeout=10_000):
        window.train.live.continue_button.click()
    assert window.current_run.on_show
    events = list(window.current_run.on_show.events())
    assert sum(type(event).__name__ == "Finished" for event in events) == 2


def test_that_what_a_run_has_said_is_read_beside_the_window_before_it_goes_on(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, window = new_run(places.runs / "old"), window_with()
    events, in_window = Run.events, []

    def heard(self: Run) -> Iterator[Event]:
        in_window.append(threading.current_thread() is threading.main_thread())
        yield from events(self)

    monkeypatch.setattr(Run, "events", heard)
    window.current_run.resume(run.folder)
    qtbot.waitUntil(lambda: window.runner.current == "running", timeout=10_000)
    assert in_window == [False]
    with qtbot.waitSignal(window.current_run.failed):
        window.current_run.resume(run.folder)


@pytest.mark.parametrize("topic", [LAST_SAVE, "disk"])
def test_that_a_save_that_fails_offers_another_folder_until_it_is_saved(
    qtbot: QtBot, window_with: MakeWindow, topic: str
) -> None:
    window = window_with()
    bar = window.messages
    waiting = Warned(step=3, topic=topic, message="The disk is full.", advice="It is kept in memory.")
    window.current_run.heard.emit([waiting])
    assert bar.current().action == "Save elsewhere…"
    bar.actionRequested.emit(bar.current())
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()
    window.current_run.heard.emit([waiting, Saved(step=3, kimg=1.0, path="checkpoints/a", bytes=1)])
    assert bar.current() is None


def test_that_the_persons_own_pictures_stand_there_until_the_first_samples_come(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    opener = FakeOpener()
    opener.gate.clear()
    window = window_with(opener)
    prepared(qtbot, window, pictures)
    window.train.setup.start_button.click()
    view = window.train.live.samples.view
    qtbot.waitUntil(lambda: view.meanwhile() == 32, timeout=10_000)
    assert view.emptyText().startswith("These it learns from.")
    opener.gate.set()
    qtbot.waitUntil(lambda: view.meanwhile() == 0, timeout=10_000)
    window.runner.stop()
    finished(qtbot, window)


def test_that_more_batch_than_images_is_a_sentence_before_the_start(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    prepared(qtbot, window, pictures)
    window.train.setup.setRecipe("linear", "", {"resolution": 16, "batch": 65})
    assert not window.train.setup.start_button.isEnabled()
    assert "64" in window.train.setup.readiness.text()


def test_that_a_batch_left_alone_shrinks_to_the_images_there_are(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    prepared(qtbot, window, pictures)
    setup = window.train.setup
    setup.setRecipe("r3gan", "cifar", {"resolution": 16})
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=20_000)
    assert setup.form.value()["batch"] > 64
    assert "64 a step instead of" in setup.readiness.text()
    assert setup.settings().values["batch"] == 64


def test_that_an_empty_folder_is_a_sentence(qtbot: QtBot, window_with: MakeWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window = window_with()
    drop(window, tmp_path / "empty")
    message = window.messages.current()
    assert message
    assert message.text.startswith("empty is empty")
    assert window.train.setup.sources() == []
    assert not window.train.setup.start_button.isEnabled()


def test_that_a_failed_run_is_told_and_the_window_goes_on(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with(FakeOpener(fails_at=2, error=RuntimeError("boom")))
    run_through(qtbot, window, pictures)
    assert window.train.live.verdict.text() == "Failed"
    assert window.messages.isVisible()
    window.navigation.show_setup()
    assert window.train.setup.start_button.isEnabled()


def test_that_an_old_run_can_be_looked_at_while_another_trains(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, pictures: Path
) -> None:
    old = new_run(places.runs / "old")
    window = window_with()
    started(qtbot, window, pictures)
    live = window.train.live
    with qtbot.waitSignal(window.current_run.opened, timeout=10_000):
        drop(window, old.folder)
    assert live.run
    assert live.run.name == "old"
    assert live.continue_button.isVisible()
    with qtbot.waitSignal(window.current_run.opened, timeout=10_000):
        window.strip.clicked.emit()
    assert live.run.name == "pictures-linear"
    assert live.pause_button.isVisible()
    qtbot.waitUntil(lambda: live.grid_path() is not None, timeout=5_000)


def test_that_the_runs_page_renames_and_deletes(qtbot: QtBot, window_with: MakeWindow, places: Paths) -> None:
    run = new_run(places.runs / "old")
    window = window_with()
    window.navigation.show_page("runs")
    assert window.navigation.runs
    window.navigation.runs.gallery.renameRequested.emit(run.folder, "new")
    assert (places.runs / "new" / "settings.json").exists()
    window.navigation.runs.gallery.renameRequested.emit(places.runs / "new", "../out")
    assert window.messages.isVisible()
    window.navigation.runs.gallery.deleteRequested.emit([places.runs / "new"])
    assert not (places.runs / "new").exists()


def offer(window: MainWindow, name: str) -> QPushButton:
    """The button of the message on screen."""
    return next(button for button in window.messages.findChildren(QPushButton) if button.text() == name)


def test_that_deleted_runs_come_back_by_undo_and_are_on_show_again(
    qtbot: QtBot, window_with: MakeWindow, places: Paths
) -> None:
    folders = [new_run(places.runs / name).folder for name in ("old", "older")]
    window = window_with()
    with qtbot.waitSignal(window.current_run.opened, timeout=10_000):
        window.navigation.open_paths([str(folders[0])])
    window.navigation.show_page("runs")
    assert window.navigation.runs
    window.navigation.runs.gallery.deleteRequested.emit(folders)
    assert not any(folder.exists() for folder in folders)
    assert window.messages.current().text == "2 runs were deleted."
    assert window.current_run.on_show is None
    with qtbot.waitSignal(window.current_run.opened, timeout=10_000):
        offer(window, "Undo").click()
    assert [Run.open(folder).name for folder in folders] == ["old", "older"]
    assert list((places.runs / ".trash").iterdir()) == []
    assert not window.messages.isVisible()
    assert window.current_run.on_show
    assert window.current_run.on_show.folder == folders[0]
    assert window.navigation.name == "runs"


def test_that_what_can_no_longer_be_undone_is_deleted_for_good(
    qtbot: QtBot, window_with: MakeWindow, places: Paths
) -> None:
    folders = [new_run(places.runs / name).folder for name in ("old", "older", "oldest")]
    left = trash.put_away(folders[2])
    os.utime(left.kept.parent, (0, 0))
    window = window_with()
    window.navigation.show_page("runs")
    assert window.navigation.runs
    kept = places.runs / ".trash"
    qtbot.waitUntil(lambda: list(kept.iterdir()) == [], timeout=10_000)
    gallery = window.navigation.runs.gallery
    gallery.deleteRequested.emit(folders[:1])
    gallery.deleteRequested.emit(folders[1:2])
    assert window.messages.current().text == "older was deleted."
    qtbot.waitUntil(lambda: len(list(kept.iterdir())) == 1, timeout=10_000)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: list(kept.iterdir()) == [], timeout=10_000)


def test_that_two_runs_are_compared(qtbot: QtBot, window_with: MakeWindow, places: Paths) -> None:
    folders = [new_run(places.runs / name).folder for name in ("one", "two")]
    window = window_with()
    window.navigation.show_page("runs")
    runs = window.navigation.runs
    assert runs
    runs.gallery.compareRequested.emit(folders)
    qtbot.waitUntil(lambda: runs.compare is not None, timeout=10_000)
    for kind in ("html", "csv"):
        runs.write_report(places.runs.parent / f"comparison.{kind}")
        qtbot.waitUntil(lambda: any(f"comparison.{kind} written" in text for text in texts(runs)), timeout=10_000)  # noqa: B023
    assert "one" in (places.runs.parent / "comparison.html").read_text()
    assert (places.runs.parent / "comparison.csv").read_text().startswith("run,step")


@pytest.mark.parametrize("page", ["train", "explore", "translate", "enhance", "runs", "help", "settings"])
def test_that_every_page_can_be_shown_and_every_key_control_has_a_name(
    qtbot: QtBot, window_with: MakeWindow, page: str
) -> None:
    window = window_with()
    window.rail.buttons[page].click()
    assert window.navigation.name == page
    from PySide6.QtWidgets import QAbstractButton

    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
            assert button.toolTip(), button.text()


def test_that_space_pauses_whatever_has_the_focus_and_return_presses_it(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    started(qtbot, window, pictures)
    stop, step = window.train.live.stop_button, window.train.live.samples.scrubber.slider()
    for state, control in (("paused", stop), ("running", step), ("paused", window.rail.buttons["train"])):
        control.setFocus()
        qtbot.keyClick(control, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda state=state: window.runner.current == state, timeout=5_000)
    stop.setFocus()
    qtbot.keyClick(stop, Qt.Key.Key_Return)
    finished(qtbot, window)


class Shown(QObject):
    """The windows that are shown while it listens, by the names of their classes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_that_no_part_of_a_page_flashes_as_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, window_with: MakeWindow, pictures: Path
) -> None:
    """A part that is shown before it has its place is a window for a moment, and takes the keyboard with it."""
    shown = Shown()
    qapp.installEventFilter(shown)
    try:
        window = window_with()
        started(qtbot, window, pictures)
        for name in window.rail.buttons.keys() - {"explore"}:  # there is no network to draw with
            window.navigation.show_page(name)
            qtbot.wait(1)
        window.runner.stop()
        finished(qtbot, window)
    finally:
        qapp.removeEventFilter(shown)
    assert set(shown.names) == {"MainWindow"}


def test_that_what_is_typed_into_has_its_space_while_a_run_trains(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    started(qtbot, window, pictures)
    window.navigation.show_page("runs")
    assert window.navigation.runs
    page = window.navigation.runs
    qtbot.waitUntil(lambda: bool(page.gallery.shown()), timeout=10_000)
    views = [view for view in page.findChildren(QAbstractItemView) if view.isVisible()]
    assert views
    field = page.findChild(QLineEdit)
    for control in (field, *views):
        control.setFocus()
        qtbot.keyClick(control, Qt.Key.Key_Space)
    assert field.text() == " "
    assert window.runner.current == "running"
    window.runner.stop()
    finished(qtbot, window)


def test_that_space_presses_the_focused_button_while_nothing_trains(qtbot: QtBot, window_with: MakeWindow) -> None:
    window = window_with()
    button = window.rail.buttons["settings"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.navigation.name == "settings"


# Messages ---------------------------------------------------------------------------------------------------------


def test_that_a_message_moves_nothing_on_the_page(qtbot: QtBot, window_with: MakeWindow) -> None:
    window = window_with()
    places = [(widget, widget.geometry()) for widget in window.train.findChildren(QWidget) if widget.isVisible()]
    window.notices.say("Something went wrong. " * 12, severity="bad")
    qtbot.waitUntil(lambda: window.messages.height() > 52, timeout=5_000)
    assert [(widget, widget.geometry()) for widget, _ in places] == places
    assert window.centralWidget().rect().contains(window.messages.geometry())
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.messages.isVisible()


def test_that_a_message_stays_with_the_page_and_the_run_that_it_concerns(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, pictures: Path
) -> None:
    old = new_run(places.runs / "old")
    window = window_with()
    started(qtbot, window, pictures)
    window.current_run.heard.emit([Warned(step=3, topic="collapse", message="All alike.")])
    window.notices.complain("Not saved.", "runs")
    seen = {}
    for page in ("train", "explore", "runs"):
        window.navigation.show_page(page)
        seen[page] = window.messages.current().text if window.messages.isVisible() else ""
    assert seen == {"train": "All alike.", "explore": "", "runs": "Not saved."}
    with qtbot.waitSignal(window.current_run.opened, timeout=10_000):
        drop(window, old.folder)
    assert window.navigation.name == "train"
    assert not window.messages.isVisible()
    with qtbot.waitSignal(window.current_run.opened, timeout=10_000):
        window.strip.clicked.emit()
    assert window.messages.isVisible()
    window.runner.stop()
    finished(qtbot, window)


# Closing ----------------------------------------------------------------------------------------------------------


def test_that_closing_while_training_asks_and_keeping_keeps_training(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    started(qtbot, window, pictures)
    assert not window.close()
    assert window.closing.box
    window.closing.keep_button.click()
    assert window.runner.current == "running"
    assert window.isVisible()


def test_that_closing_can_stop_and_save_from_then_on(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, pictures: Path
) -> None:
    window = window_with()
    started(qtbot, window, pictures)
    folder = places.runs / "pictures-linear"
    window.close()
    window.closing.always.setChecked(True)
    window.closing.stop_button.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    kept = Memory(places.preferences).value
    assert kept.stop_on_close
    assert kept.unfinished == str(folder)
    assert Run.open(folder).summary().outcome == "stopped"


def test_that_the_next_start_offers_to_go_on(qtbot: QtBot, window_with: MakeWindow, places: Paths) -> None:
    run = new_run(places.runs / "left")
    save(places.preferences, Preferences(unfinished=str(run.folder)))
    window = window_with()
    assert window.messages.isVisible()
    assert not Memory(places.preferences).value.unfinished  # it is offered once
    offer(window, "Go on").click()
    qtbot.waitUntil(lambda: window.runner.current == "running", timeout=10_000)
    assert window.current_run.training
    assert window.current_run.training.folder == run.folder


@pytest.mark.parametrize("phase", ["idle", "bringing in", "opening", "running", "paused", "replaying", "listing"])
def test_that_closing_at_every_phase_leaves_no_thread_behind(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, pictures: Path, phase: str
) -> None:
    opener = FakeOpener()
    window = window_with(opener)
    if phase == "bringing in":
        drop(window, pictures)
    if phase == "opening":
        opener.gate.clear()
        prepared(qtbot, window, pictures)
        window.train.setup.start_button.click()
    if phase in {"running", "paused"}:
        started(qtbot, window, pictures)
    if phase == "paused":
        window.runner.pause()
        qtbot.waitUntil(lambda: window.runner.current == "paused", timeout=5_000)
    if phase == "replaying":
        window.current_run.open(new_run(places.runs / "old").folder)
    if phase == "listing":
        window.navigation.show_page("runs")
    window.leave()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert window.end_threads(10_000)


def test_that_the_window_comes_back_on_a_screen_wherever_it_was(
    qtbot: QtBot, window_with: MakeWindow, places: Paths
) -> None:
    save(places.preferences, Preferences(geometry=(30_000, 30_000, 1000, 700)))
    window = window_with()
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry().topLeft() + QPoint(10, 10))


def test_that_a_window_that_is_put_back_fits_the_screen(places: Paths, window_with: MakeWindow) -> None:
    screen = QApplication.primaryScreen().availableGeometry()
    save(places.preferences, Preferences(geometry=(screen.right() - 200, screen.bottom() - 200, 3000, 2000)))
    window = window_with()
    wanted = fitted(QRect(screen.right() - 200, screen.bottom() - 200, 3000, 2000), screen)
    assert window.geometry().topLeft() == wanted.topLeft()
    assert window.size() == wanted.size().expandedTo(window.minimumSize())


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [((10, 30, 900, 500), (10, 30, 900, 500)), ((700, 400, 900, 500), (60, 40, 900, 500)),
     ((-50, -50, 3000, 2000), (0, 20, 960, 520)), ((-400, 100, 500, 400), (0, 100, 500, 400))],
)  # fmt: skip
def test_that_a_place_is_moved_and_shrunk_onto_a_screen_of_960_x_540(
    wanted: tuple[int, int, int, int], fits: tuple[int, int, int, int]
) -> None:
    assert fitted(QRect(*wanted), QRect(0, 0, 960, 540)) == QRect(*fits)


def test_that_titles_stand_at_one_height_on_every_page(window_with: MakeWindow) -> None:
    window = window_with()
    tops = set()
    for page in window.rail.buttons:
        window.navigation.show_page(page)
        window.grab()
        tops.add((window.title.y(), window.title.height(), window.navigation.stack.y()))
    assert len(tops) == 1


def test_that_the_place_of_the_cache_is_a_setting_that_holds_at_once_and_the_next_time(
    qtbot: QtBot, window_with: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GANSTUDIO_CACHE", "")
    window = window_with()
    window.navigation.show_page("settings")
    page = window.findChild(SettingsPage)
    elsewhere = str(tmp_path / "elsewhere")
    page.setValue(replace(page.value(), cache_folder=elsewhere))
    page.valueChanged.emit(page.value())
    assert page.cache.wholeText() == elsewhere
    assert str(cache_folder()) == elsewhere
    assert window.memory.value.cache_folder == elsewhere
    monkeypatch.setenv("GANSTUDIO_CACHE", "")
    window.services.recall()
    assert str(cache_folder()) == elsewhere


def test_that_whatever_the_settings_page_changes_is_kept(
    window_with: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each setting that the page changes anywhere, found in its own text."""
    monkeypatch.setenv("GANSTUDIO_CACHE", "")
    window = window_with()
    window.navigation.show_page("settings")
    page = window.findChild(SettingsPage)
    others = {"theme": "dark", "language": "de", "stop_on_close": True, "own_process": True,
              "changelog": "CHANGELOG.md",
              "runs_folder": str(tmp_path / "runs"), "cache_folder": str(tmp_path / "cache")}  # fmt: skip
    changed = set(re.findall(r"_change\((\w+)=", inspect.getsource(SettingsPage)))
    assert changed == set(others)
    for name, other in others.items():
        assert getattr(window.memory.value, name) != other
        page.setValue(replace(page.value(), **{name: other}))
        page.valueChanged.emit(page.value())
        assert getattr(window.memory.value, name) == other
    kept = Memory(window.services.paths.preferences).value
    assert {name: getattr(kept, name) for name in others} == others


def test_that_a_click_chooses_the_language(qtbot: QtBot, window_with: MakeWindow) -> None:
    window = window_with()
    window.navigation.show_page("settings")
    page = window.findChild(SettingsPage)
    german = next(button for button in page.language.findChildren(QPushButton) if button.text() == "Deutsch")
    german.click()
    assert window.memory.value.language == "de"
