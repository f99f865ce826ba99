"""The first start: a flower under the mouse, drawn by the generator that comes with the program."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.shell.window import MainWindow
from ganstudio.core.run import Run
from ganstudio.panels.parts.pictures import to_pixels
from ganstudio.panels.training.flower_map import FlowerMap
from tests.app.tiny_runs import tiny_run

MakeWindow = Callable[..., MainWindow]
PATIENCE = 60_000


def woken(qtbot: QtBot, window: MainWindow) -> Run:
    """As when torch has been loaded behind the window."""
    with qtbot.waitSignal(window.first_touch.installed, timeout=PATIENCE) as installed:
        window.runner.warmed.emit("training", "")
    (run,) = installed.args
    assert isinstance(run, Run)
    return run


def flowers(window: MainWindow) -> FlowerMap:
    assert window.first_touch.map
    return window.first_touch.map


def test_that_the_first_window_answers_the_mouse(qtbot: QtBot, window_with: MakeWindow) -> None:
    window = window_with()
    assert flowers(window).isVisible()
    assert "drop a folder" in window.train.setup.drop.accessibleName()
    before = to_pixels(flowers(window).grab().toImage())
    woken(qtbot, window)
    drawn: list[object] = []
    renderer = window.first_touch.renderer
    assert renderer
    renderer.drawn.connect(drawn.append)
    qtbot.waitUntil(lambda: bool(drawn), timeout=PATIENCE)
    drawn.clear()
    qtbot.mouseMove(flowers(window), QPoint(60, 60))
    qtbot.waitUntil(lambda: bool(drawn), timeout=PATIENCE)
    after = to_pixels(flowers(window).grab().toImage())
    assert np.abs(before.astype(int) - after.astype(int)).mean() > 1


def test_that_its_run_is_known_from_then_on_and_train_still_asks_for_pictures(
    qtbot: QtBot, window_with: MakeWindow, places: Paths
) -> None:
    window = window_with()
    run = woken(qtbot, window)
    assert window.services.places().runs()[-1].folder == run.folder
    x, y = flowers(window).place()
    flowers(window).chosen.emit(x, y)
    assert window.navigation.name == "explore"
    page = window.navigation.explore
    assert page
    qtbot.waitUntil(lambda: page.last is not None, timeout=PATIENCE)
    assert page.here.run.folder == run.folder
    window.navigation.show_page("train")
    assert flowers(window).isVisible()
    assert Memory(places.preferences).value.flowers


def test_that_somebody_who_waits_on_explore_sees_it_arrive(qtbot: QtBot, window_with: MakeWindow) -> None:
    window = window_with()
    window.navigation.show_page("explore")
    page = window.navigation.explore
    assert page
    qtbot.waitUntil(page.empty.isVisible, timeout=PATIENCE)
    run = woken(qtbot, window)
    qtbot.waitUntil(lambda: page.last is not None, timeout=PATIENCE)
    assert page.here.run.folder == run.folder


def test_that_a_flower_chosen_before_it_can_be_drawn_is_explored_when_it_can(
    qtbot: QtBot, window_with: MakeWindow
) -> None:
    window = window_with()
    flowers(window).chosen.emit(1.0, 1.0)
    assert window.navigation.name == "train"
    woken(qtbot, window)
    assert window.navigation.name == "explore"


def test_that_somebody_with_runs_of_their_own_is_asked_for_pictures(
    qtbot: QtBot, window_with: MakeWindow, places: Paths
) -> None:
    tiny_run(places.runs / "near")
    Memory(places.preferences).change(recent=(str(places.runs / "near"),), flowers=True)
    window = window_with()
    assert window.first_touch.map is None
    assert window.train.setup.drop.isVisible()


def test_that_a_deleted_one_does_not_come_back(qtbot: QtBot, window_with: MakeWindow, places: Paths) -> None:
    window = window_with()
    run = woken(qtbot, window)
    window.services.run_moved(run.folder, None)
    window.services.add_included(run)
    assert not window.services.places().runs()
