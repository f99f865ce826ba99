"""GrowthCurve: which curve stands beside the film, and that the dot is where the film is."""

import math
import time

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Progress, Scored
from ganstudio.panels import look
from ganstudio.panels.training.growth_curve import GrowthCurve


def progress(step: int, loss: float) -> Progress:
    return Progress(step=step, kimg=1, seconds=1, images_per_second=1, losses={"generator": loss, "D(x)": 0.5})


def scored(step: int, kid: float) -> Scored:
    return Scored(step=step, kimg=1, count=256, features="pixels", scores={"recall": 0.1, "KID": kid})


@pytest.fixture
def curve(qtbot: QtBot) -> GrowthCurve:
    made = GrowthCurve()
    qtbot.addWidget(made)
    made.resize(240, made.height())
    made.show()
    return made


def test_that_scores_are_drawn_rather_than_losses(curve: GrowthCurve) -> None:
    assert curve.title() == ""
    for step in (10, 20, 30):
        curve.append(progress(step, 1.0))
    assert curve.title() == "Generator's loss"
    curve.append(scored(15, 30.0))
    assert curve.title() == "Generator's loss"  # one score is no curve
    curve.append(scored(30, 10.0))
    assert curve.title() == "KID"
    assert curve.points() == [QPointF(15, 30.0), QPointF(30, 10.0)]
    curve.clear()
    assert curve.title() == ""


def test_that_numbers_that_are_none_and_steps_that_were_taken_back_are_left_out(curve: GrowthCurve) -> None:
    for step, loss in ((1, 1.0), (2, math.nan), (3, 3.0), (4, 4.0), (3, 2.0)):
        curve.append(progress(step, loss))
    assert curve.points() == [QPointF(1, 1.0), QPointF(3, 2.0)]


def test_that_the_dot_is_on_the_curve_where_the_film_is(curve: GrowthCurve) -> None:
    for step, kid in ((10, 30.0), (20, 10.0), (40, 20.0)):
        curve.append(scored(step, kid))
    assert [curve.value(step) for step in (0, 10, 15, 20, 30, 99)] == [30.0, 30.0, 20.0, 10.0, 15.0, 20.0]
    accent = look.colours(curve).accent
    curve.setMoment(15)
    at = curve.place(QPointF(15, 20.0)).toPoint()
    elsewhere = curve.place(QPointF(30, 15.0)).toPoint()
    for moment, coloured in ((15, True), (30, False)):
        curve.setMoment(moment)
        picture = curve.grab().toImage()
        around = [picture.pixelColor(at.x(), at.y() + away).name() for away in (-2, 0, 2)]
        assert (around == [accent] * 3) == coloured
    assert picture.pixelColor(elsewhere).name() == accent


def test_that_the_curve_of_a_long_run_is_drawn_in_no_time(curve: GrowthCurve) -> None:
    """It is drawn for each picture of the film; looking for its span at every point took seconds each time."""
    for step in range(1, 5_000):
        curve.append(progress(step, step % 7))
    before = time.process_time()
    curve.grab()
    assert time.process_time() - before < 1.0
