"""LatentMap: dragging, scale, the order of tiles, and what stands in while they are drawn."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.panels import look
from ganstudio.panels.explore.latent_map import Cell, LatentMap, coarsest


def flat(name: str) -> QImage:
    picture = QImage(16, 16, QImage.Format.Format_RGB888)
    picture.fill(QColor(name))
    return picture


RED, GREEN, BLUE = "#cc2222", "#22aa22", "#2222cc"


@pytest.fixture
def stage(qtbot: QtBot) -> LatentMap:
    made = LatentMap()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.setPicture(flat(GREEN))
    made.setSpan(1.0)
    made.show()
    return made


def colour(stage: LatentMap, x: float, y: float) -> str:
    return stage.grab().toImage().pixelColor(round(x), round(y)).name()


def fill(stage: LatentMap, name: str) -> None:
    for cell in stage.missing():
        stage.setTile(cell, flat(name))


def drag(qtbot: QtBot, stage: LatentMap, *, by: QPoint) -> None:
    start = stage.rect().center()
    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(stage, start + by / 2)
    qtbot.mouseMove(stage, start + by)
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=start + by)


def test_that_dragging_the_picture_moves_through_the_map(qtbot: QtBot, stage: LatentMap) -> None:
    moves: list[tuple[float, float, bool]] = []
    stage.moved.connect(lambda x, y, done: moves.append((x, y, done)))
    drag(qtbot, stage, by=QPoint(-200, 100))  # 400 pixels are one whole of the map
    assert moves[-1] == (pytest.approx(0.5), pytest.approx(-0.25), True)
    assert [done for _, _, done in moves[:-1]] == [False] * (len(moves) - 1)
    assert stage.place() == pytest.approx((0.5, -0.25))
    assert stage.trail() == [(0.0, 0.0), pytest.approx((0.5, -0.25))]


def test_that_a_click_beside_the_picture_goes_there_and_one_on_it_does_not(qtbot: QtBot, stage: LatentMap) -> None:
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    assert stage.place() == pytest.approx((0.5, 0.0))
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(320, 210))
    assert stage.place() == pytest.approx((0.5, 0.0))


def wheel(stage: LatentMap, notches: int) -> None:
    at = QPointF(stage.rect().center())
    turned = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stage, turned)


def test_that_the_wheel_changes_the_scale_from_the_picture_alone_to_the_map(stage: LatentMap) -> None:
    before = stage.pictureArea().height()
    wheel(stage, 12)
    assert stage.pictureArea().height() == 400
    fine = stage.missing()[-1][0]
    wheel(stage, -30)
    assert stage.pictureArea().height() < before
    assert stage.missing()[-1][0] < fine
    assert stage.place() == (0.0, 0.0)


def test_that_tiles_are_asked_for_from_coarse_to_fine_and_the_nearest_first(stage: LatentMap) -> None:
    cells = stage.missing()
    levels = [cell[0] for cell in cells]
    assert levels == sorted(levels)
    assert len(set(levels)) > 2
    assert cells[0] == (0, 0, 0)
    finest = [cell for cell in cells if cell[0] == levels[-1]]
    away = [(cell[1] ** 2 + cell[2] ** 2) for cell in finest]
    assert away == sorted(away)
    assert len(set(cells)) == len(cells)


def test_that_what_was_drawn_is_not_asked_for_again(qtbot: QtBot, stage: LatentMap) -> None:
    fill(stage, RED)
    asked: list[list[Cell]] = []
    stage.tilesWanted.connect(lambda: asked.append(stage.missing()))
    stage.setPlace(0.01, 0.0)
    assert stage.missing() == []
    wheel(stage, 4)  # closer: every place that both scales have is known
    assert all(cell == coarsest(cell) for cell in asked[-1])
    known = {cell for cell in asked[-1] if cell[0] <= 3}
    assert not known


def test_that_a_coarse_tile_stands_in_until_the_fine_ones_are_drawn(stage: LatentMap) -> None:
    stage.grab()
    stage.setTile((0, 1, 0), flat(RED))
    coarse = stage.at(QPointF(0.68, 0.1))
    assert colour(stage, coarse.x(), coarse.y()) == RED
    for cell in stage.missing():
        if cell[0] == stage.missing()[-1][0]:
            stage.setTile(cell, flat(BLUE))
    near = stage.at(QPointF(0.625, 0.125))
    assert colour(stage, near.x(), near.y()) == BLUE


def test_that_a_generator_that_has_learned_on_sharpens_the_map_without_emptying_it(stage: LatentMap) -> None:
    fill(stage, RED)
    corner = stage.at(QPointF(-0.5, -0.25))
    assert colour(stage, corner.x(), corner.y()) == RED
    stage.refresh()
    assert colour(stage, corner.x(), corner.y()) == RED
    assert stage.known() == 0
    wanted = stage.missing()
    assert wanted
    for cell in wanted:
        stage.setTile(cell, flat(BLUE))
    assert colour(stage, corner.x(), corner.y()) == BLUE
    assert stage.missing() == []


def test_that_panning_far_shows_what_is_there(qtbot: QtBot, stage: LatentMap) -> None:
    for steps in range(12):
        fill(stage, RED)
        stage.setPlace(0.3 * steps, 0.0)
        stage.grab()
    fill(stage, RED)
    assert {colour(stage, x, y) for x in range(5, 600, 35) for y in (20, 380)} == {RED}


def test_that_pins_are_marked_where_they_lie_and_forgotten_with_the_map(stage: LatentMap) -> None:
    at = stage.at(QPointF(0.6, 0.3)) - QPointF(6, 0)  # left of its number
    accent = look.colours(stage).accent
    stage.setPins([None, (0.6, 0.3)])
    assert colour(stage, at.x(), at.y()) == accent
    stage.begin()
    assert colour(stage, at.x(), at.y()) != accent


def test_that_another_map_begins_empty(stage: LatentMap) -> None:
    fill(stage, RED)
    stage.begin()
    assert stage.known() == 0
    assert colour(stage, 10, 10) != RED
    assert stage.trail() == [(0.0, 0.0)]


def test_that_memory_has_an_end(stage: LatentMap) -> None:
    for number in range(LatentMap.KEPT + 50):
        stage.setTile((5, 2 * number + 1, 1), flat(RED))
    assert stage.known() == LatentMap.KEPT


def test_that_the_picture_is_copied(qtbot: QtBot, stage: LatentMap) -> None:
    qtbot.keyClick(stage, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().image().pixelColor(3, 3).name() == GREEN


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_that_a_movement_is_painted_more_seldom_while_something_else_works(qtbot: QtBot, stage: LatentMap) -> None:
    fill(stage, RED)
    counts = []
    for sparing in (False, True):
        stage.setSparing(sparing)
        QApplication.processEvents()
        painted = Painted(stage)
        for step in range(40):
            stage.setPlace(step / 1000, 0.0)
            qtbot.wait(2)
        qtbot.wait(60)
        counts.append(painted.count)
        stage.removeEventFilter(painted)
    assert counts[1] < counts[0] / 2
    known = stage.at(QPointF(0.5, 0.25))
    assert colour(stage, known.x(), known.y()) == RED


def test_that_an_arrow_key_that_is_held_is_one_movement(stage: LatentMap) -> None:
    moves: list[bool] = []
    stage.moved.connect(lambda x, y, done: moves.append(done))
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for kind, again in ((press, False), (press, True), (release, True), (press, True), (release, False)):
        QApplication.sendEvent(stage, QKeyEvent(kind, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", again))
    assert (moves[0], any(moves[1:-1]), moves[-1]) == (True, False, True)  # those between: once a frame at most
    assert stage.trail()[-1] == stage.place()


def test_that_tiles_stay_where_they_belong_after_panning_back_and_forth(stage: LatentMap) -> None:
    """What is moved on the canvas and what is painted anew meet without a seam."""
    for cell in stage.missing():
        stage.setTile(cell, flat(RED if cell[1] % 2 else BLUE))
    first = stage.grab().toImage()
    for x in (0.1, 0.2, 0.33, 0.5, 0.1, 0.0):
        stage.setPlace(x, 0.0)
        stage.grab()
    stage.setPlace(0.0, 0.0)
    again = stage.grab().toImage()
    unlike = sum(first.pixel(x, y) != again.pixel(x, y) for x in range(0, 600, 7) for y in range(0, 400, 7))
    assert unlike < 60


@pytest.mark.parametrize("pins", [[], [(0.1, 0.0)], [(0.5, 0.3), None]], ids=["none", "on the picture", "beside it"])
@pytest.mark.parametrize("sparing", [False, True], ids=["nothing trains", "a run trains"])
def test_that_the_screen_shows_after_a_drag_what_painting_all_of_it_shows(
    qtbot: QtBot, stage: LatentMap, pins: list[tuple[float, float] | None], sparing: bool
) -> None:
    """While one pans the picture in the middle is not painted again; all that has moved is."""
    colours = (RED, BLUE, "#dddd22", "#22dddd")
    for number, cell in enumerate(stage.missing()):
        stage.setTile(cell, flat(colours[number % 4]))
    stage.setPins(pins)
    stage.setSparing(sparing)
    start, reached = stage.rect().center(), QPoint()
    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=start)
    for number in range(1, 25):
        reached = start + QPoint(-9 * number, 4 * number)
        qtbot.mouseMove(stage, reached)
        qtbot.wait(5)
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=reached)
    qtbot.wait(80)
    screen = stage.screen().grabWindow(stage.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    whole = stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    other = [
        (x, y)
        for y in range(whole.height()) for x in range(whole.width())
        if screen.pixel(x, y) != whole.pixel(x, y)
    ]  # fmt: skip
    assert len(other) <= 4 * 9, other[:20]  # the map behind the frame's rounded corners
