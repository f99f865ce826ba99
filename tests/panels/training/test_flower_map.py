"""FlowerMap: a picture that answers the mouse, without anything that draws."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ganstudio.panels.training.flower_map import KNOT, TILE, FlowerMap

RED, BLUE, GREEN = QColor("#cc2222"), QColor("#2222cc"), QColor("#22aa22")


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> FlowerMap:
    """A map of 8 x 4 flowers, the left half red, the right half blue, shown at 640 x 320."""
    stored = QImage(8 * TILE, 4 * TILE, QImage.Format.Format_RGB888)
    stored.fill(RED)
    for x in range(4 * TILE, 8 * TILE):
        for y in range(4 * TILE):
            stored.setPixelColor(x, y, BLUE)
    stored.save(str(tmp_path / "map.png"))
    flowers = FlowerMap(tmp_path / "map.png")
    flowers.resize(640, 320)  # 80 pixels to a flower
    qtbot.addWidget(flowers)
    flowers.show()
    return flowers


def colour(flowers: FlowerMap, x: int, y: int) -> str:
    return flowers.grab().toImage().pixelColor(x, y).name()


def test_that_the_flower_follows_the_mouse(qtbot: QtBot, shown: FlowerMap) -> None:
    with qtbot.waitSignal(shown.touched) as touched:
        qtbot.mouseMove(shown, QPoint(200, 160))
    assert touched.args == pytest.approx([2.5 / KNOT, 2.0 / KNOT])
    assert colour(shown, 200, 160) == RED.name()
    assert colour(shown, 310, 160) == RED.name(), "the large flower reaches here, though the map is blue from 320 on"
    qtbot.mouseMove(shown, QPoint(350, 160))
    assert colour(shown, 290, 160) == BLUE.name()


def test_that_a_drawn_flower_takes_the_place_of_the_stored_one(qtbot: QtBot, shown: FlowerMap) -> None:
    drawn = QImage(8, 8, QImage.Format.Format_RGB888)
    drawn.fill(GREEN)
    shown.setFlower(drawn)
    assert colour(shown, 320, 160) == GREEN.name()
    assert colour(shown, 20, 160) == RED.name()


def test_that_a_click_and_return_choose_what_is_under_the_flower(qtbot: QtBot, shown: FlowerMap) -> None:
    with qtbot.waitSignal(shown.chosen) as chosen:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(80, 240))
    assert chosen.args == pytest.approx([1 / KNOT, 3 / KNOT])
    with qtbot.waitSignal(shown.chosen) as chosen:
        qtbot.keyClick(shown, Qt.Key.Key_Right)
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == pytest.approx([1.5 / KNOT, 3 / KNOT])


@pytest.mark.parametrize("size", [(160, 100), (640, 320), (2000, 300), (300, 2000)])
def test_that_it_covers_its_area(shown: FlowerMap, size: tuple[int, int]) -> None:
    shown.resize(*size)
    for x in (size[0] // 10, size[0] - size[0] // 10):
        assert colour(shown, x, 5) in {RED.name(), BLUE.name()}


def test_that_it_stays_on_the_map(qtbot: QtBot, shown: FlowerMap) -> None:
    for _ in range(40):
        qtbot.keyClick(shown, Qt.Key.Key_Left)
        qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.place() == (0.0, 0.0)
