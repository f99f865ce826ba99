"""Looking through a folder: every picture, in any order, left out and brought back by mouse and by keys alone."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.training.look_through import Chosen, LookThrough
from ganstudio.panels.training.look_through.wall import cut_frame, whole_frame


def picture(name: str, width: int = 64, height: int = 32, **known: object) -> SimpleNamespace:
    usual = {"row": 0, "brightness": 100.0, "distance": 64, "pair": 0, "reason": "", "by_hand": False, "fit": None}
    return SimpleNamespace(name=name, width=width, height=height, **(usual | known))


def red(_: int = 0) -> QImage:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    return image


FEW = [
    picture("a", 10, 10, brightness=9.0, distance=3, pair=0),
    picture("b", 30, 20, brightness=5.0, distance=40, pair=1),
    picture("c", 20, 20, brightness=7.0, distance=3, pair=0),
    picture("d", 0, 0, row=-1, reason="unreadable: it is damaged"),
]


def opened(qtbot: QtBot, pictures: list[SimpleNamespace], fit: str = "crop") -> LookThrough:
    panel = LookThrough()
    qtbot.addWidget(panel)
    panel.resize(800, 600)
    panel.show()
    panel.setPictures(pictures, red, (16, 16), fit)
    qtbot.waitExposed(panel)
    return panel


def names(panel: LookThrough) -> list[str]:
    return [panel.model.picture(panel.model.index(row)).name for row in range(panel.model.rowCount())]


@pytest.mark.parametrize(
    ("order", "expected"), [("name", "abcd"), ("size", "acbd"), ("brightness", "bcad"), ("copies", "acbd")]
)
def test_that_pictures_are_sorted_and_what_is_chosen_stays(qtbot: QtBot, order: str, expected: str) -> None:
    panel = opened(qtbot, FEW)
    panel.wall.setCurrentIndex(panel.model.index(1))
    panel.order.setCurrentIndex(panel.order.findData(order))
    assert "".join(names(panel)) == expected
    assert panel.model.picture(panel.wall.currentIndex()).name == "b"


def test_that_keys_alone_leave_out_bring_back_undo_and_end(qtbot: QtBot) -> None:
    panel = opened(qtbot, FEW)
    left: list[Chosen] = []
    panel.closed.connect(left.append)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Right)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Delete)
    assert panel.model.excluded() == {"b"}
    qtbot.keyClick(panel.wall, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Space)
    assert panel.model.excluded() == {"b", "c"}
    qtbot.keyClick(panel.wall, Qt.Key.Key_Delete)  # all that are chosen are out: they come back
    assert panel.model.excluded() == set()
    for _ in range(2):
        qtbot.keyClick(panel.wall, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.model.excluded() == {"b"}
    qtbot.keyClick(panel.wall, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert panel.model.excluded() == {"b", "c"}
    qtbot.keyClick(panel.wall, Qt.Key.Key_Escape)
    assert left == [Chosen(frozenset({"b", "c"}))]


def test_that_a_click_on_the_mark_turns_that_picture_alone(qtbot: QtBot) -> None:
    panel = opened(qtbot, FEW)
    panel.wall.selectAll()
    place = panel.wall.mark(panel.wall.visualRect(panel.model.index(2))).center()
    for expected in ({"c"}, set()):
        qtbot.mouseClick(panel.wall.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
        assert panel.model.excluded() == expected


def test_that_what_cannot_be_read_is_neither_left_out_nor_counted(qtbot: QtBot) -> None:
    panel = opened(qtbot, FEW)
    panel.model.exclude([3], True)
    assert not panel.model.can_undo()
    assert panel.model.learned_count() == 3
    assert "damaged" in panel.model.words(panel.model.index(3))


def test_that_what_was_left_out_before_is_shown_so(qtbot: QtBot) -> None:
    panel = opened(qtbot, [picture("a", by_hand=True), picture("b")])
    assert panel.model.excluded() == {"a"}
    assert "left out by hand" in panel.model.words(panel.model.index(0))


@pytest.mark.parametrize(
    ("size", "fit", "part"),
    [
        ((64, 32), "crop", QRectF(0.25, 0, 0.5, 1)), ((32, 64), "crop", QRectF(0, 0.25, 1, 0.5)),
        ((64, 32), "pad", QRectF(0, 0, 1, 1)), ((64, 32), "stretch", QRectF(0, 0, 1, 1)),
    ],
)  # fmt: skip
def test_that_the_crop_is_the_one_of_the_preparation(
    qtbot: QtBot, size: tuple[int, int], fit: str, part: QRectF
) -> None:
    panel = opened(qtbot, [picture("a", *size)], fit)
    assert panel.model.learned(panel.model.index(0)) == part
    cell = panel.wall.visualRect(panel.model.index(0))
    assert panel.wall.grab().toImage().pixelColor(cell.center().x(), cell.top() + 72).red() > 200


def test_that_ten_thousand_pictures_are_asked_for_as_they_are_seen(qtbot: QtBot) -> None:
    panel = opened(qtbot, [picture(f"{number:05d}") for number in range(10_000)])
    asked: list[list[int]] = []
    panel.wanted.connect(asked.append)
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    assert 0 in asked[-1]
    assert len(asked[-1]) < 80
    panel.wall.scrollToBottom()
    qtbot.waitUntil(lambda: 9_999 in asked[-1], timeout=5000)
    assert len(asked[-1]) < 80
    for number in asked[-1]:
        panel.setSmall(number, red())
    assert panel.model.lacking(panel.wall.shown()) == []


# Fitting by hand ------------------------------------------------------------------------------------------------------

WIDE = [picture("a"), picture("b"), picture("c", 16, 16)]
"""Of a and b the middle half is learned; c is square."""


def frame(panel: LookThrough, row: int) -> QRectF:
    """Where on the wall the part that is learned lies."""
    index = panel.model.index(row)
    return cut_frame(panel.model, index, whole_frame(panel.model, index, panel.wall.visualRect(index)))


def dragged(qtbot: QtBot, panel: LookThrough, row: int, way: QPoint) -> None:
    ground, start = panel.wall.viewport(), frame(panel, row).center().toPoint()
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.5, 1.0):
        place = QPointF(start + way * share)
        QApplication.sendEvent(
            ground,
            QMouseEvent(
                QEvent.Type.MouseMove, place, ground.mapToGlobal(place), Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
            ),
        )  # fmt: skip
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=start + way)


def fits(panel: LookThrough) -> dict[str, tuple[str, float, float]]:
    return {fit.name: (fit.fit, round(fit.x, 2), fit.y) for fit in panel.model.chosen().fits}


def test_that_the_frame_of_a_chosen_picture_is_dragged_and_taken_back_as_one(qtbot: QtBot) -> None:
    panel = opened(qtbot, WIDE)
    before = frame(panel, 0)
    dragged(qtbot, panel, 0, QPoint(16, 9))  # of 32 pixels of room on either side
    assert fits(panel) == {"a": ("crop", 0.75, 0.5)}
    assert frame(panel, 0) == before.translated(16, 0)
    assert panel.wall.chosen() == [0]
    dragged(qtbot, panel, 0, QPoint(500, 0))
    assert fits(panel) == {"a": ("crop", 1.0, 0.5)}
    for expected in ({"a": ("crop", 0.75, 0.5)}, {}):
        qtbot.keyClick(panel.wall, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert fits(panel) == expected


def test_that_a_picture_that_is_not_chosen_and_one_without_room_are_not_dragged(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[QImage] = []
    monkeypatch.setattr(Giving, "drag", lambda _, picture: given.append(picture))
    panel = opened(qtbot, WIDE)
    dragged(qtbot, panel, 1, QPoint(16, 0))
    dragged(qtbot, panel, 2, QPoint(16, 0))
    assert fits(panel) == {}
    assert len(given) == 2, "they leave the window as before"


def test_that_a_click_on_the_frame_chooses_that_picture_alone(qtbot: QtBot) -> None:
    panel = opened(qtbot, WIDE)
    panel.wall.selectAll()
    qtbot.mouseClick(panel.wall.viewport(), Qt.MouseButton.LeftButton, pos=frame(panel, 1).center().toPoint())
    assert panel.wall.chosen() == [1]
    assert fits(panel) == {}


def test_that_keys_move_the_frames_of_all_chosen_pictures(qtbot: QtBot) -> None:
    panel = opened(qtbot, WIDE)
    panel.wall.selectAll()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(panel.wall, key, Qt.KeyboardModifier.AltModifier)
    assert fits(panel) == {"a": ("crop", 0.4, 0.5), "b": ("crop", 0.4, 0.5)}
    assert "fitted by hand: Crop" in panel.model.words(panel.model.index(0))
    assert panel.wall.chosen() == [0, 1, 2]
    panel.model.undo()
    panel.model.undo()
    assert fits(panel) == {}
    assert not panel.model.can_undo()


def test_that_another_fit_is_chosen_shown_and_put_back(qtbot: QtBot) -> None:
    panel = opened(qtbot, WIDE)
    asked: list[list[int]] = []
    panel.wanted.connect(asked.append)
    panel.setSmall(0, red())
    panel.wall.setCurrentIndex(panel.model.index(0))
    panel.fit.setCurrentIndex(panel.fit.findText("Pad"))
    panel.fit.activated.emit(panel.fit.currentIndex())
    assert fits(panel) == {"a": ("pad", 0.5, 0.5)}
    assert panel.model.learned(panel.model.index(0)) == QRectF(0, 0, 1, 1)
    wish = panel.model.wish(0)
    assert wish == FitByHand("a", "pad")
    qtbot.waitUntil(lambda: bool(asked) and 0 in asked[-1], timeout=5000)
    blue = red()
    blue.fill(QColor("#0000ff"))
    panel.setFitted(0, wish, blue)
    assert panel.model.lacking([0]) == []
    seen = panel.wall.grab().toImage().pixelColor(panel.wall.visualRect(panel.model.index(0)).center())
    assert (seen.red(), seen.blue()) == (0, 255)
    panel.wall.setCurrentIndex(panel.model.index(1))
    assert panel.fit.currentIndex() == 0
    panel.wall.setCurrentIndex(panel.model.index(0))
    assert panel.fit.currentText() == "Pad"
    panel.fit.setCurrentIndex(0)
    panel.fit.activated.emit(0)
    assert fits(panel) == {}
    panel.close_up()


def test_that_what_was_fitted_before_is_shown_so(qtbot: QtBot) -> None:
    fitted = FitByHand("a", "crop", 0.25)
    panel = opened(qtbot, [picture("a", fit=fitted), picture("b")])
    assert panel.model.chosen() == Chosen(frozenset(), (fitted,))
    assert panel.model.learned(panel.model.index(0)) == QRectF(0.125, 0, 0.5, 1)
    assert not panel.model.can_undo()
