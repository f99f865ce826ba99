"""The menu Edit in the real window: undo, redo and copy do what is meant where one is, and are lit only then."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.explore.page import ExplorePage
from ganstudio.app.shell.window import MainWindow
from ganstudio.latent.point import Seed
from tests.app.tiny_runs import tiny_run

MakeWindow = Callable[..., MainWindow]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def lit(window: MainWindow) -> tuple[bool, bool, bool]:
    """Of undo, redo and copy, as the opened menu shows them."""
    commands = window.commands
    commands.edit.aboutToShow.emit()
    shown = commands.undo.isEnabled(), commands.redo.isEnabled(), commands.copy.isEnabled()
    commands.edit.aboutToHide.emit()
    return shown


def exploring(qtbot: QtBot, window: MainWindow, places: Paths) -> ExplorePage:
    tiny_run(places.runs / "tiny")
    window.activateWindow()
    window.navigation.show_page("explore")
    page = window.navigation.page
    assert isinstance(page, ExplorePage)
    page.open_folder(places.runs / "tiny")
    qtbot.waitUntil(lambda: page.last is not None and window.isActiveWindow(), timeout=60_000)
    return page


def test_that_moves_and_pins_are_undone_from_the_menu_and_by_keys(
    qtbot: QtBot, window_with: MakeWindow, places: Paths
) -> None:
    window = window_with()
    page = exploring(qtbot, window, places)
    page.view.stage.setFocus()
    assert lit(window) == (False, False, True)
    page.view.pin.click()
    page.show_point(page.here.with_latent(Seed(5)))
    assert lit(window) == (True, False, True)
    window.commands.undo.trigger()
    assert page.here.now.latent == Seed(42)
    qtbot.keyClick(page.view.stage, Qt.Key.Key_Z, CONTROL)
    assert page.view.places.pins.count() == 0
    assert lit(window) == (False, True, True)
    for _ in range(2):
        qtbot.keyClick(page.view.stage, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert (page.view.places.pins.count(), page.here.now.latent) == (1, Seed(5))


def test_that_the_picture_in_focus_is_copied_from_the_menu_and_by_key(
    qtbot: QtBot, window_with: MakeWindow, places: Paths
) -> None:
    window = window_with()
    page = exploring(qtbot, window, places)
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("#cc2222"))
    page.view.stage.setPicture(picture)
    for copy in (
        window.commands.copy.trigger, lambda: qtbot.keyClick(page.view.stage, Qt.Key.Key_C, CONTROL),
    ):  # fmt: skip
        page.view.stage.setFocus()
        QGuiApplication.clipboard().clear()
        copy()
        assert QGuiApplication.clipboard().image().pixelColor(1, 1).name() == "#cc2222"
    page.view.save.setFocus()
    assert not lit(window)[2]


def test_that_a_field_of_text_is_edited_first(qtbot: QtBot, window_with: MakeWindow, places: Paths) -> None:
    window = window_with()
    page = exploring(qtbot, window, places)
    page.show_point(page.here.with_latent(Seed(5)))
    field = page.view.places.seed.lineEdit()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    field.selectAll()
    qtbot.keyClicks(field, "7")
    field.selectAll()
    assert lit(window) == (True, False, True)
    window.commands.copy.trigger()
    assert QGuiApplication.clipboard().text() == "7"
    window.commands.undo.trigger()
    assert page.here.now.latent == Seed(5)
    assert field.text() != "7"


def test_that_deleted_runs_are_brought_back(qtbot: QtBot, window_with: MakeWindow, places: Paths) -> None:
    tiny_run(places.runs / "tiny")
    window = window_with()
    window.navigation.show_page("runs")
    runs = window.navigation.runs
    assert runs is not None
    qtbot.waitUntil(lambda: len(runs.gallery.shown()) == 1, timeout=10_000)
    assert not lit(window)[0]
    runs.gallery.deleteRequested.emit([places.runs / "tiny"])
    assert lit(window)[0]
    window.commands.undo.trigger()
    assert (places.runs / "tiny").is_dir()
    assert not lit(window)[0]


def test_that_pictures_left_out_are_brought_back_from_the_menu_and_by_keys(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    window.activateWindow()
    setup = window.train.setup
    setup.setRecipe("dcgan", "", {})
    setup.setSources([str(pictures)])
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=60_000)
    setup.look_through()
    panel = setup.stage.panel
    qtbot.waitUntil(lambda: panel.model.rowCount() > 8 and window.isActiveWindow(), timeout=30_000)
    assert lit(window)[:2] == (False, False)
    panel.wall.setFocus()
    panel.model.exclude([0], True)
    assert panel.model.excluded()
    assert lit(window)[:2] == (True, False)
    window.commands.undo.trigger()
    assert not panel.model.excluded()
    assert lit(window)[:2] == (False, True)
    window.commands.redo.trigger()
    qtbot.keyClick(panel.wall, Qt.Key.Key_Z, CONTROL)
    assert not panel.model.excluded()
    panel.model.redo()
    out = panel.model.excluded()
    panel.close_up()
    assert lit(window)[:2] == (False, False), "the page before has nothing to take back"
    assert set(setup.preparation().excluded) == out
    qtbot.waitUntil(lambda: "63 images" in setup.readiness.text(), timeout=60_000)
