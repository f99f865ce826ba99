"""One current run for all pages, and every run ever opened is found again wherever it lies."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runs.page import RunsPage
from ganstudio.app.shell.window import MainWindow
from ganstudio.core.run import Run
from ganstudio.workflows import known_runs
from ganstudio.workflows.known_runs import MOST, RunPlaces
from tests.app.fits.stage import translation
from tests.app.tiny_runs import tiny_run

MakeWindow = Callable[..., MainWindow]
PATIENCE = 60_000


def opened(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    """As a dropped run folder is."""
    with qtbot.waitSignal(window.current_run.opened, timeout=PATIENCE):
        window.navigation.open_paths([str(folder)])


def explores(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    page = window.navigation.explore
    assert page
    qtbot.waitUntil(lambda: bool(page.exploration and page.exploration.run.folder == folder), timeout=PATIENCE)
    qtbot.waitUntil(lambda: page.last is not None and page.last.step == 3, timeout=PATIENCE)


def listed(qtbot: QtBot, window: MainWindow) -> list[str]:
    page = runs_page(window)
    qtbot.waitUntil(lambda: bool(page.gallery.shown()), timeout=PATIENCE)
    return sorted(folder.name for folder in page.gallery.shown())


def says(page: QWidget, text: str) -> bool:
    return any(text in label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    tiny_run(tmp_path / "elsewhere" / "far")
    return tmp_path / "elsewhere" / "far"


@pytest.fixture
def inside(places: Paths) -> Path:
    tiny_run(places.runs / "near")
    return places.runs / "near"


def test_that_a_run_from_elsewhere_is_the_current_one_on_every_page(
    qtbot: QtBot, window_with: MakeWindow, inside: Path, outside: Path
) -> None:
    window = window_with()
    opened(qtbot, window, outside)
    assert window.train.on_show
    assert window.train.on_show.folder == outside
    window.navigation.show_page("explore")
    explores(qtbot, window, outside)
    assert window.navigation.explore
    assert not says(window.navigation.explore, "Nothing to explore")
    assert listed(qtbot, window) == ["far", "near"]


def test_that_a_run_chosen_on_explore_is_the_current_one_without_leaving_explore(
    qtbot: QtBot, window_with: MakeWindow, inside: Path, outside: Path
) -> None:
    window = window_with()
    opened(qtbot, window, outside)
    window.navigation.show_page("explore")
    explores(qtbot, window, outside)
    assert window.navigation.explore
    window.navigation.explore.open_folder(inside)
    explores(qtbot, window, inside)
    shown = window.train.live
    qtbot.waitUntil(lambda: bool(shown.run and shown.run.folder == inside), timeout=PATIENCE)
    assert window.navigation.name == "explore"
    assert window.current_run.on_show
    assert window.current_run.on_show.folder == inside


def test_that_the_next_start_knows_the_run_from_elsewhere(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, outside: Path
) -> None:
    first = window_with()
    opened(qtbot, first, outside)
    assert Memory(places.preferences).value.recent == (str(outside),)
    window = window_with()
    window.navigation.show_page("explore")
    explores(qtbot, window, outside)
    assert listed(qtbot, window) == ["far"]


def test_that_translate_begins_with_the_translation_that_was_on_show_last(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, inside: Path, tmp_path: Path
) -> None:
    translation(places.runs / "newer")
    first = window_with()
    opened(qtbot, first, translation(tmp_path / "last").folder)
    opened(qtbot, first, inside)
    window = window_with()
    with qtbot.waitSignal(window.current_run.opened, timeout=PATIENCE):
        window.navigation.show_page("translate")
    assert window.title.text() == "last"
    assert window.navigation.name == "translate"


def test_that_a_renamed_run_stays_the_current_one(qtbot: QtBot, window_with: MakeWindow, outside: Path) -> None:
    window = window_with()
    opened(qtbot, window, outside)
    page = runs_page(window)
    with qtbot.waitSignal(window.current_run.opened, timeout=PATIENCE):
        page.gallery.renameRequested.emit(outside, "farther")
    assert window.train.live.run
    assert window.train.live.run.name == "farther"
    assert window.train.live.state.phase == "finished"
    assert window.memory.value.recent == (str(outside.with_name("farther")),)
    assert window.navigation.name == "runs"


def test_that_a_deleted_run_is_gone_everywhere(qtbot: QtBot, window_with: MakeWindow, outside: Path) -> None:
    window = window_with()
    opened(qtbot, window, outside)
    window.navigation.show_page("explore")
    explores(qtbot, window, outside)
    page = runs_page(window)
    qtbot.waitUntil(lambda: page.gallery.shown() == [outside], timeout=PATIENCE)
    page.gallery.deleteRequested.emit([outside])
    qtbot.waitUntil(lambda: says(page, "No runs yet"), timeout=PATIENCE)
    window.navigation.show_page("explore")
    explore = window.navigation.explore
    assert explore
    qtbot.waitUntil(lambda: says(explore, "Nothing to explore yet"), timeout=PATIENCE)
    window.navigation.show_page("train")
    assert window.train.live.state.phase == "gone"
    assert not window.train.live.continue_button.isEnabled()


def test_that_nothing_is_called_empty_before_it_was_looked_at(
    qtbot: QtBot, window_with: MakeWindow, inside: Path
) -> None:
    window = window_with()
    for name, words in (("runs", "No runs yet"), ("explore", "Nothing to explore")):
        window.navigation.show_page(name)
        assert not says(window, words)
    explores(qtbot, window, inside)
    assert not says(window, "Nothing to explore")


def runs_page(window: MainWindow) -> RunsPage:
    window.navigation.show_page("runs")
    assert window.navigation.runs
    return window.navigation.runs


def test_that_the_list_keeps_order_has_an_end_and_leaves_out_what_is_not_there(tmp_path: Path) -> None:
    recent: tuple[str, ...] = ()
    for number in range(MOST + 10):
        recent = known_runs.with_recent(recent, tmp_path / f"run-{number}")
    recent = known_runs.with_recent(recent, tmp_path / "run-100")
    assert len(recent) == MOST
    assert recent[:2] == (str(tmp_path / "run-100"), str(tmp_path / f"run-{MOST + 9}"))
    run = tiny_run(tmp_path / "run-100")
    (tmp_path / "run-50").mkdir()
    (tmp_path / "run-50" / "settings.json").write_text("{")
    places = RunPlaces(tmp_path / "none", tuple(map(Path, recent)))
    assert [known.folder for known in places.runs()] == [run.folder]
    assert RunPlaces(tmp_path, (run.folder,)).runs()[0].folder == run.folder
    assert isinstance(places.runs()[0], Run)
