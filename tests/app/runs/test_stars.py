"""Stars of runs: kept by the program, not in the runs, which may be strangers'."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from ganstudio.app.common.preferences import Memory
from tests.app.tiny_runs import tiny_run


def test_that_a_star_outlives_the_window_a_new_name_and_a_deletion_that_is_undone(qtbot: QtBot, window_with) -> None:
    window = window_with()
    folder = tiny_run(window.services.runs_folder() / "roses").folder
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    window.navigation.show_page("runs")
    page = window.navigation.runs
    qtbot.waitUntil(lambda: folder in page.gallery.shown())
    page.gallery.starsChanged.emit([folder], True)
    page.gallery.setSorting("star")
    assert window.services.stars() == [folder]
    assert files == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}, "the run is as it was"
    page.gallery.renameRequested.emit(folder, "tulips")
    renamed = folder.with_name("tulips")
    qtbot.waitUntil(lambda: page.gallery.shown() == [renamed])
    assert window.services.stars() == [renamed]
    page.gallery.deleteRequested.emit([renamed])
    qtbot.waitUntil(lambda: page.gallery.shown() == [])
    page.deleting.undo()
    qtbot.waitUntil(lambda: page.gallery.shown() == [renamed])
    assert Memory(window.services.paths.preferences).value.starred == (str(renamed),)
    page.gallery.starsChanged.emit([renamed], False)
    assert window.services.stars() == []


def test_that_a_new_run_in_the_place_of_a_deleted_one_has_no_star(qtbot: QtBot, window_with) -> None:
    window = window_with()
    folder = tiny_run(window.services.runs_folder() / "roses").folder
    window.navigation.show_page("runs")
    page = window.navigation.runs
    window.services.star([folder], True)
    page.gallery.deleteRequested.emit([folder])
    assert window.services.stars() == []
    tiny_run(folder)
    page.refresh()
    qtbot.waitUntil(lambda: page.gallery.shown() == [folder])
    assert window.services.stars() == [], "another run of that name"
    page.deleting.undo()
    back = folder.with_name("roses-2")
    qtbot.waitUntil(lambda: set(page.gallery.shown()) == {folder, back})
    assert window.services.stars() == [back], "its name was taken meanwhile"
    page.gallery.deleteRequested.emit([back])
    page.deleting.forget()
    qtbot.waitUntil(lambda: not list((folder.parent / ".trash").iterdir()))
    assert Memory(window.services.paths.preferences).value.starred == (), "deleted for good"


def test_that_the_star_of_a_run_elsewhere_stays_when_others_come(tmp_path: Path, window_with) -> None:
    window = window_with()
    for name in ("a", "b", "a"):
        window.services.star([tmp_path / name], True)
    assert window.services.stars() == [tmp_path / "a", tmp_path / "b"]
