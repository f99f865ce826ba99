"""The grid of samples and its scrubber: the newest grid, old ones, picking a tile, and what a tile says."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QSlider, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Progress, Sampled
from ganstudio.panels import look
from ganstudio.panels.parts.pictures import PictureCache, read_picture, to_image
from ganstudio.panels.training.sample_view import SampleView, seed_of
from tests.panels.using import control, press, texts

Write = Callable[[str, str], Path]
COLOURS = {100: "#ff0000", 200: "#00ff00", 300: "#0000ff"}


def sampled(step: int, name: str = "") -> Sampled:
    return Sampled(step=step, kimg=step / 10, path=name or f"{step}.png", rows=2, columns=2)


@pytest.fixture
def view(qtbot: QtBot, grid_file: Write, tmp_path: Path, settle: Callable[[], None]) -> SampleView:
    """Three grids, red, green and blue, the last one shown live; the area of the grid is 320 x 320."""
    made = SampleView()
    qtbot.addWidget(made)
    made.view.setFixedSize(320, 320)
    made.show()
    made.setFolder(tmp_path)
    for step, colour in COLOURS.items():
        grid_file(f"{step}.png", colour)
        made.append(sampled(step))
    settle()
    return made


def colour_at(view: SampleView, x: int, y: int) -> str:
    return view.view.grab().toImage().pixelColor(x, y).name()


def test_that_the_newest_grid_fills_the_room(view: SampleView) -> None:
    assert colour_at(view, 2, 2) == "#0000ff"
    assert colour_at(view, 317, 317) == "#000000"
    assert view.isLive()


def test_that_scrubbing_back_shows_the_old_grid_and_tells_its_step(
    qtbot: QtBot, view: SampleView, settle: Callable[[], None]
) -> None:
    with qtbot.waitSignal(view.momentChanged) as emitted:
        qtbot.keyClick(control(view, "Moment", QSlider), Qt.Key.Key_Home)
    settle()
    assert emitted.args == [100]
    assert colour_at(view, 2, 2) == "#ff0000"
    assert texts(view.scrubber) == ["step 100"]
    assert not view.isLive()


def test_that_an_old_grid_stays_while_new_ones_come(
    view: SampleView, grid_file: Write, settle: Callable[[], None]
) -> None:
    view.setMoment(150)
    settle()
    grid_file("400.png", "#ffff00")
    view.append(sampled(400))
    settle()
    assert colour_at(view, 2, 2) == "#ff0000"
    assert view.shownPath() is not None
    press(view, "Live")
    settle()
    assert colour_at(view, 2, 2) == "#ffff00"


def test_that_the_rows_of_classes_have_their_names_beside_them_and_a_tile_says_what_it_is(
    qtbot: QtBot, view: SampleView, grid_file: Write, settle: Callable[[], None]
) -> None:
    view.setExplorable(True)
    assert view.view.rowTitles() == ()
    plain = view.view.area()
    grid_file("400.png", "#ffff00")
    view.append(dataclasses.replace(sampled(400), labels=("rose", "a lily with a very long name that is cut")))
    settle()
    grid = view.view
    assert grid.rowTitles()[0] == "rose"
    assert grid.room().left() <= grid.area().left()
    assert grid.area().width() < plain.width()
    shown = grid.grab().toImage()
    gutter = {shown.pixelColor(x, y).name() for x in range(int(grid.room().left()) - 8) for y in range(320)}
    assert len(gutter) > 1  # something is written there
    assert "#ffff00" not in gutter
    assert grid.tileAt(QPointF(grid.tileArea(1, 1).center())) == (1, 1)
    assert grid.tileText((1, 1)).endswith("is cut, seed 1")
    before = grid.grab().toImage()
    qtbot.mouseMove(grid, grid.tileArea(0, 0).center().toPoint())
    assert grid.grab().toImage() != before
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleDescription() == "rose, seed 0"


def test_that_a_tile_without_classes_says_its_seed_and_one_of_a_translation_its_column(
    view: SampleView, grid_file: Write, settle: Callable[[], None]
) -> None:
    assert view.view.tileText((0, 0)) == ""
    view.setExplorable(True)
    assert view.view.tileText((1, 1)) == "seed 3"
    view.setExplorable(False)
    grid_file("400.png", "#ffff00")
    view.append(dataclasses.replace(sampled(400), labels=("A", "A to B")))
    settle()
    assert view.view.tileText((1, 1)) == "A to B"
    assert view.view.rowTitles() == ()


def test_that_live_follows_the_newest(view: SampleView, grid_file: Write, settle: Callable[[], None]) -> None:
    grid_file("400.png", "#ffff00")
    view.append(sampled(400))
    settle()
    assert colour_at(view, 2, 2) == "#ffff00"


def test_that_the_end_of_the_slider_is_live_again(qtbot: QtBot, view: SampleView) -> None:
    view.setMoment(100)
    with qtbot.waitSignal(view.momentChanged) as emitted:
        qtbot.keyClick(control(view, "Moment", QSlider), Qt.Key.Key_End)
    assert emitted.args == [-1]


def test_that_a_moment_that_is_set_is_not_told(qtbot: QtBot, view: SampleView) -> None:
    with qtbot.assertNotEmitted(view.momentChanged):
        view.setMoment(250)
    assert view.scrubber.shownStep() == 200


def test_that_a_click_picks_a_tile_and_another_takes_it_back(qtbot: QtBot, view: SampleView) -> None:
    emitted: list[tuple[int, int]] = []
    view.tilePicked.connect(lambda row, column: emitted.append((row, column)))
    for _ in range(2):
        qtbot.mouseClick(view.view, Qt.MouseButton.LeftButton, pos=QPoint(200, 40))
    assert emitted == [(0, 1), (-1, -1)]


def test_that_the_picked_tile_is_outlined_and_can_be_had(qtbot: QtBot, view: SampleView, themed: look.Colours) -> None:
    qtbot.mouseClick(view.view, Qt.MouseButton.LeftButton, pos=QPoint(200, 240))
    assert view.picked() == (1, 1)
    assert colour_at(view, 160, 240) == themed.accent
    tile = view.pickedImage()
    assert (tile.width(), tile.height(), tile.pixelColor(0, 0).name()) == (8, 8, "#000000")


def test_that_arrow_keys_move_the_pick_and_stop_at_the_edge(qtbot: QtBot, view: SampleView) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(view.view, key)
    assert view.picked() == (1, 0)
    qtbot.keyClick(view.view, Qt.Key.Key_Escape)
    assert view.picked() is None
    assert view.pickedImage().isNull()


def turn(view: SampleView, at: QPointF, notches: int) -> None:
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120 * notches), Qt.MouseButton(0), Qt.KeyboardModifier(0),
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.view, wheel)


def test_that_the_wheel_zooms_about_the_cursor(view: SampleView) -> None:
    at = QPointF(200, 40)

    def under() -> tuple[float, float]:
        area = view.view.area()
        return (at.x() - area.left()) / area.width(), (at.y() - area.top()) / area.height()

    before = under()
    turn(view, at, 6)
    assert view.view.scale() > 20
    assert under() == pytest.approx(before, abs=0.02)
    turn(view, at, -60)
    assert view.view.isFitted()


def test_that_dragging_pans_within_the_picture_and_picks_nothing(qtbot: QtBot, view: SampleView) -> None:
    turn(view, QPointF(160, 160), 8)
    left = view.view.area().left()
    qtbot.mousePress(view.view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view.view, QPoint(180, 100))
    qtbot.mouseRelease(view.view, Qt.MouseButton.LeftButton, pos=QPoint(180, 100))
    assert view.view.area().left() == pytest.approx(left + 80)
    assert view.picked() is None
    qtbot.mousePress(view.view, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.mouseMove(view.view, QPoint(5000, 5000))
    qtbot.mouseRelease(view.view, Qt.MouseButton.LeftButton, pos=QPoint(5000, 5000))
    assert view.view.area().left() == pytest.approx(0, abs=1)
    qtbot.mouseDClick(view.view, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert view.view.isFitted()


def test_that_magnified_pixels_stay_squares(view: SampleView) -> None:
    """16 px on 320: between two tiles there is no blend of their colours."""
    shown = view.view.grab().toImage()
    across = {shown.pixelColor(x, 240).name() for x in range(150, 170)}
    assert across == {"#0000ff", "#000000"}


def test_that_the_empty_state_says_what_will_be_there(qtbot: QtBot, themed: look.Colours) -> None:
    view = SampleView()
    qtbot.addWidget(view)
    view.resize(400, 400)
    image = view.view.grab().toImage()
    middle = range(image.height() // 2 - 20, image.height() // 2 + 20)
    assert any(image.pixelColor(x, y) == QColor(themed.muted) for x in range(image.width()) for y in middle)
    assert view.shownPath() is None


def test_that_a_broken_picture_is_said_and_harms_nothing(
    view: SampleView, tmp_path: Path, settle: Callable[[], None]
) -> None:
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\nnope")
    view.append(sampled(500, "bad.png"))
    view.append(sampled(600, "missing.png"))
    settle()
    assert view.view.image().isNull()
    assert "step 600 cannot be read" in view.view.emptyText()
    view.setMoment(300)
    settle()
    assert colour_at(view, 2, 2) == "#0000ff"


def test_that_another_run_forgets_the_old_one(view: SampleView, tmp_path: Path) -> None:
    view.setFolder(tmp_path / "other")
    assert view.view.image().isNull()
    assert view.shown() is None
    assert view.isLive()


def test_that_other_events_are_passed_over(view: SampleView) -> None:
    view.append(Progress(step=1, kimg=0, seconds=0, images_per_second=0, losses={}))
    assert view.scrubber.shownStep() == 300


def test_that_the_cache_stays_within_its_size(qtbot: QtBot, tmp_path: Path, settle: Callable[[], None]) -> None:
    cache = PictureCache(1)
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    for number in range(12):
        image.fill(QColor.fromHsv(number * 20, 255, 255))
        image.save(str(tmp_path / f"{number}.png"))
        cache.get(tmp_path / f"{number}.png")
        settle()
    assert cache.size() <= 2**20
    assert cache.get(tmp_path / "11.png") is not None
    assert cache.get(tmp_path / "0.png") is None
    settle()


def test_that_large_files_are_read_small_and_broken_ones_are_null(tmp_path: Path) -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(tmp_path / "a.png"))
    small = read_picture(tmp_path / "a.png", 100)
    assert (small.width(), small.height()) == (100, 50)
    assert read_picture(tmp_path / "none.png").isNull()
    assert to_image(image) is image


def test_that_a_picked_tile_can_be_explored_by_its_seed(qtbot: QtBot, view: SampleView) -> None:
    qtbot.mouseClick(view.view, Qt.MouseButton.LeftButton, pos=QPoint(40, 200))
    assert not view.explore_button.isVisible()  # nobody has said that there is somewhere to explore it
    view.setExplorable(True)
    assert view.explore_button.isEnabled()
    with qtbot.waitSignal(view.exploreRequested) as asked:
        view.explore_button.click()
    assert asked.args == [2, ""]
    view.view.setPick(None)
    assert not view.explore_button.isEnabled()


def test_that_picking_a_tile_moves_nothing(qtbot: QtBot, view: SampleView) -> None:
    view.setExplorable(True)
    view.grab()
    before = [widget.geometry() for widget in view.findChildren(QWidget)]
    view.view.setPick((0, 0))
    view.grab()
    assert [widget.geometry() for widget in view.findChildren(QWidget)] == before


def test_that_with_classes_a_row_is_a_class_and_a_column_a_seed() -> None:
    grid = Sampled(step=1, kimg=0.1, path="x", rows=2, columns=8, labels=("hat", "shoe"))
    assert seed_of(grid, 1, 3) == (3, "shoe")


def test_that_the_menu_of_a_tile_offers_to_explore_it(
    qtbot: QtBot, view: SampleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: shown.append(menu))  # no screen here to grab the keys of
    view.setExplorable(True)
    place = QPoint(200, 40)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.view.mapToGlobal(place))
    QApplication.sendEvent(view.view, event)
    with qtbot.waitSignal(view.exploreRequested) as asked:
        shown[0].actions()[0].trigger()
    assert asked.args == [1, ""]
    shown[0].close()
