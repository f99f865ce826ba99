"""The queue in the window: what is added trains in its turn, and a kill or a restart costs nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Finished
from ganstudio.core.run import Run, RunSettings
from ganstudio.panels.parts.controls import IconButton
from ganstudio.workflows.run_queue import RunQueue
from tests.app.fakes import FakeOpener, new_run

NAMES = ("one", "two", "three", "four")
SETTINGS = RunSettings(recipe="dcgan", sides=(("pictures",),), values={"resolution": 16})


def states(runs: Path) -> dict[str, str]:
    return {entry.name: entry.state for entry in RunQueue(runs).read().entries}


def waiting_runs(runs: Path, *, active: bool) -> RunQueue:
    queue = RunQueue(runs)
    for name in NAMES:
        new_run(runs / name)
        queue.add(name)
    queue.set_active(active)
    return queue


def test_that_runs_added_while_one_trains_follow_it_one_after_another(qtbot: QtBot, window_with, places) -> None:
    opener = FakeOpener(last=20)
    window = window_with(opener)
    services = window.services
    services.start_translation(SETTINGS, "first")
    for name in NAMES:
        services.queue.add(SETTINGS, name)
    qtbot.waitUntil(lambda: list(states(places.runs).values()) == ["completed"] * 4, timeout=20_000)
    qtbot.waitUntil(lambda: not window.current_run.busy)
    assert [session.run.name for session in opener.sessions] == ["first", *NAMES]
    qtbot.waitUntil(lambda: not RunQueue(places.runs).read().active)
    assert window.current_run.on_show.name == "four", "who looked at the first has followed it"
    assert window.navigation.name == "train"


def test_that_what_is_added_while_nothing_trains_waits_until_it_is_told(qtbot: QtBot, window_with, places) -> None:
    window = window_with(FakeOpener(last=10))
    window.services.queue.add(SETTINGS, "alone")
    qtbot.wait(100)
    assert states(places.runs) == {"alone": "waiting"}
    window.navigation.show_page("runs")
    panel = window.navigation.runs.queue_panel
    assert panel.isVisible()
    qtbot.mouseClick(panel.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: states(places.runs) == {"alone": "completed"}, timeout=20_000)
    qtbot.waitUntil(lambda: not window.current_run.busy)
    assert window.navigation.name == "runs", "the page on show stays"


def test_that_a_queue_at_work_when_the_program_was_killed_goes_on_by_itself(qtbot: QtBot, window_with, places) -> None:
    queue = waiting_runs(places.runs, active=True)
    queue.begin()
    queue.ended("one", None)
    queue.begin()  # and here it was killed
    opener = FakeOpener(last=10)
    window = window_with(opener)
    qtbot.waitUntil(lambda: list(states(places.runs).values())[1:] == ["completed"] * 3, timeout=20_000)
    qtbot.waitUntil(lambda: not window.current_run.busy)
    assert [session.run.name for session in opener.sessions] == ["two", "three", "four"]


def test_that_a_queue_that_rested_asks_first(qtbot: QtBot, window_with, places) -> None:
    waiting_runs(places.runs, active=False)
    window = window_with(FakeOpener(last=10))
    qtbot.wait(100)
    assert not window.current_run.busy
    window.services.queue.go_on()
    qtbot.waitUntil(lambda: list(states(places.runs).values()) == ["completed"] * 4, timeout=20_000)
    qtbot.waitUntil(lambda: not window.current_run.busy)


def test_that_no_other_run_begins_after_stop_after_this_one(qtbot: QtBot, window_with, places) -> None:
    waiting_runs(places.runs, active=True)
    opener = FakeOpener()
    window = window_with(opener)
    qtbot.waitUntil(lambda: window.runner.current == "running")
    window.navigation.show_page("runs")
    panel = window.navigation.runs.queue_panel
    qtbot.mouseClick(panel.stop, Qt.MouseButton.LeftButton)
    window.runner.stop()
    qtbot.waitUntil(lambda: not window.current_run.busy)
    qtbot.wait(100)
    assert states(places.runs) == {"one": "stopped", "two": "waiting", "three": "waiting", "four": "waiting"}
    assert panel.go_on.isVisible()


@pytest.mark.parametrize("rest", [True, False], ids=["closed by a person", "ended by the system"])
def test_that_closing_begins_no_other_and_the_run_goes_on_next_time(qtbot: QtBot, window_with, places, rest) -> None:
    waiting_runs(places.runs, active=True)
    window = window_with(FakeOpener())
    qtbot.waitUntil(lambda: window.runner.current == "running")
    window.leave(rest=rest)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert states(places.runs)["one"] == "running"
    assert Run.open(places.runs / "one").summary().outcome == "stopped"
    assert RunQueue(places.runs).read().active is not rest
    assert RunQueue(places.runs).begin().name == "one"


def test_that_a_person_who_chooses_what_comes_next_is_left_alone(qtbot: QtBot, window_with, places, pictures) -> None:
    opener = FakeOpener()
    window = window_with(opener)
    window.services.start_translation(SETTINGS, "first")
    window.services.queue.add(SETTINGS, "second")
    qtbot.waitUntil(lambda: window.runner.current == "running")
    window.navigation.show_setup()
    window.train.setup.setSources([str(pictures)])
    window.runner.stop()
    qtbot.waitUntil(lambda: len(opener.sessions) == 2 and window.runner.current == "running")
    assert window.train.setup.isVisible()
    assert window.train.on_show is None
    window.runner.stop()
    qtbot.waitUntil(lambda: not window.current_run.busy)


def test_that_the_rows_are_moved_and_removed_by_their_buttons(qtbot: QtBot, window_with, places) -> None:
    waiting_runs(places.runs, active=False)
    window = window_with(FakeOpener())
    window.navigation.show_page("runs")
    panel = window.navigation.runs.queue_panel

    def button(what: str) -> IconButton | None:
        buttons = (
            other for other in panel.findChildren(IconButton) if other.isVisible() and other.objectName() == what
        )
        return next(buttons, None)

    def press(what: str) -> None:
        qtbot.waitUntil(lambda: button(what) is not None)
        qtbot.mouseClick(button(what), Qt.MouseButton.LeftButton)

    press("up two")
    press("down three")
    press("out one")
    assert list(states(places.runs)) == ["two", "four", "three"]
    assert not (places.runs / "one").exists()


def test_that_a_renamed_run_keeps_its_place(qtbot: QtBot, window_with, places) -> None:
    waiting_runs(places.runs, active=False)
    window = window_with(FakeOpener())
    window.navigation.show_page("runs")
    window.navigation.runs.gallery.renameRequested.emit(places.runs / "two", "zwei")
    assert list(states(places.runs)) == ["one", "zwei", "three", "four"]


def test_that_a_run_can_be_named_before_it_starts(qtbot: QtBot, window_with, places, pictures) -> None:
    window = window_with(FakeOpener(last=5))
    setup = window.train.setup
    setup.setRecipe("dcgan", "", {})
    setup.setSources([str(pictures)])
    qtbot.waitUntil(lambda: setup.finding() is None, timeout=30_000)
    setup.column.name.setText("bad/name")
    assert "cannot be called" in setup.obstacle()
    setup.column.name.setText("my flowers")
    setup.start()
    qtbot.waitUntil(lambda: (places.runs / "my flowers" / "settings.json").exists())
    qtbot.waitUntil(lambda: not window.current_run.busy)
    assert setup.column.name.text() == ""


def test_that_runs_of_the_gallery_go_on_and_are_trained_anew_in_their_turn(qtbot: QtBot, window_with, places) -> None:
    done = new_run(places.runs / "roses")
    done.start_writing()
    done.record(Finished(outcome="stopped", step=3, kimg=0.1, seconds=1.0, message=""))
    done.stop_writing()
    opener = FakeOpener(last=10)
    window = window_with(opener)
    window.navigation.show_page("runs")
    gallery = window.navigation.runs.gallery
    qtbot.waitUntil(lambda: gallery.shown() == [done.folder])
    gallery.select([done.folder])
    gallery.queueRequested.emit(gallery.selected())
    gallery.queueAgainRequested.emit(gallery.selected())
    assert states(places.runs) == {"roses": "waiting", "roses-2": "waiting"}
    assert Run.open(places.runs / "roses-2").settings == done.settings
    qtbot.mouseClick(window.navigation.runs.queue_panel.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(states(places.runs).values()) == ["completed"] * 2, timeout=20_000)
    qtbot.waitUntil(lambda: not window.current_run.busy)
    assert [session.run.name for session in opener.sessions] == ["roses", "roses-2"]


def test_that_a_run_of_another_folder_can_only_be_trained_anew(tmp_path: Path, window_with, places) -> None:
    elsewhere = new_run(tmp_path / "stick" / "roses")
    window = window_with(FakeOpener())
    said: list[str] = []
    window.services.queue.failed.connect(said.append)
    window.services.queue.add_runs([elsewhere.folder])
    assert "roses lies outside of" in said[0]
    assert not RunQueue(places.runs).path.exists()
    window.services.queue.add_again([elsewhere.folder])
    assert states(places.runs) == {"roses": "waiting"}
