"""The time machine: pictures by latent and moment, choosing a moment, and the form for a film."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ganstudio.core.checkpoint_names import Moment
from ganstudio.core.film_requests import LapseRequest
from ganstudio.panels import look
from ganstudio.panels.training.time_machine import TimeMachine
from tests.panels.using import control, press

MOMENTS = [Moment(step, step / 10, f"step-{step}", best=step == 200) for step in (0, 100, 200, 300)]
NAMES = ["latent 1", "latent 2"]


def colour(name: str) -> QImage:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor(name))
    return image


@pytest.fixture
def panel(qtbot: QtBot) -> TimeMachine:
    made = TimeMachine()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.setMoments(MOMENTS, NAMES)
    made.setBranchable(True)
    return made


def middle(panel: TimeMachine, row: int, at: int) -> QPoint:
    return panel.matrix.cell(row, at).center()


def test_that_pictures_lie_by_latent_and_moment(panel: TimeMachine, themed: look.Colours) -> None:
    panel.setPicture(1, "step-200", colour("#00ff00"))
    drawn = panel.matrix.viewport().grab().toImage()
    assert drawn.pixelColor(middle(panel, 1, 2)).name() == "#00ff00"
    assert drawn.pixelColor(middle(panel, 0, 2)).name() == themed.raised


def test_that_a_picture_of_a_moment_that_is_gone_is_dropped(panel: TimeMachine) -> None:
    panel.setPicture(0, "step-77", colour("#ff0000"))
    panel.setPicture(9, "step-0", colour("#ff0000"))


def test_that_new_moments_keep_the_pictures_and_the_choice_of_the_old(panel: TimeMachine) -> None:
    panel.setPicture(0, "step-200", colour("#00ff00"))
    panel.setMoment(200)
    panel.setMoments([*MOMENTS[1:], Moment(400, 40, "step-400")], NAMES)
    assert panel.moment() == 200
    assert panel.matrix.picture(0, 1).pixelColor(0, 0).name() == "#00ff00"


def test_that_a_click_chooses_a_moment(qtbot: QtBot, panel: TimeMachine) -> None:
    with qtbot.waitSignal(panel.momentChanged) as emitted:
        qtbot.mouseClick(panel.matrix.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, 1, 1))
    assert emitted.args == [100]
    assert panel.matrix.row() == 1
    with qtbot.waitSignal(panel.momentChanged) as emitted:
        qtbot.keyClick(panel.matrix, Qt.Key.Key_End)
    assert emitted.args == [-1]


def test_that_pointing_tells_the_step(qtbot: QtBot, panel: TimeMachine) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    where = QPointF(middle(panel, 0, 2))
    moved = QMouseEvent(
        QEvent.Type.MouseMove, where, where, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(panel.pointed) as emitted:
        panel.matrix.mouseMoveEvent(moved)
    assert emitted.args == [200]


@pytest.mark.parametrize(("step", "column"), [(0, 0), (150, 1), (9999, 3), (-1, -1)])
def test_that_any_step_finds_the_column_before_it(panel: TimeMachine, step: int, column: int) -> None:
    panel.setMoment(step)
    assert panel.matrix.column() == column


def test_that_a_run_starts_only_from_a_chosen_moment(qtbot: QtBot, panel: TimeMachine) -> None:
    assert not panel.branch.isEnabled()
    panel.setMoment(100)
    with qtbot.waitSignal(panel.branchRequested) as emitted:
        panel.branch.click()
    assert emitted.args == [MOMENTS[1]]
    panel.setBranchable(False)
    assert not panel.branch.isEnabled()


def test_that_few_moments_are_as_large_as_the_height_allows_and_many_scroll(panel: TimeMachine) -> None:
    high = (panel.matrix.viewport().height() - 22) // 2
    wide = (panel.matrix.viewport().width() - 26) // 4
    assert panel.matrix.side() == min(high, wide)
    assert panel.matrix.horizontalScrollBar().maximum() == 0
    panel.setMoments([Moment(step, step, f"step-{step}") for step in range(40)], NAMES)
    assert panel.matrix.side() == (panel.matrix.viewport().height() - 22) // 2
    bar = panel.matrix.horizontalScrollBar()
    panel.setMoment(0)
    assert bar.value() == 0
    panel.setMoment(39)
    assert bar.value() == bar.maximum() > 0


def test_that_a_film_is_asked_for_and_tells_how_far_it_is(qtbot: QtBot, panel: TimeMachine) -> None:
    panel.lapse.click()
    qtbot.mouseClick(panel.matrix.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, 1, 2))
    press(panel, "Of: Chosen row")
    press(panel, "Format: WebP")
    with qtbot.waitSignal(panel.lapseRequested) as emitted:
        press(panel, "Save film…")
    assert emitted.args == [LapseRequest("webp", 0.25, 1)]
    panel.setLapseProgress(3, 16)
    assert panel.message() == "3 of 16"
    with qtbot.waitSignal(panel.cancelRequested):
        press(panel, "Cancel")
    panel.setLapseDone("folder", "written")
    with qtbot.waitSignal(panel.revealRequested) as emitted:
        press(panel, "Show folder")
    assert emitted.args == ["folder"]
    assert control(panel, "Save film…").isVisible()


def test_that_without_moments_nothing_can_be_done(panel: TimeMachine) -> None:
    panel.setMoments([], [])
    assert not panel.lapse.isEnabled()
    panel.matrix.viewport().grab()
    panel.setMoment(100)
    assert panel.chosen() is None
