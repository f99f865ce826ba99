"""The score plot: the curve, its best, and that scores which do not compare never share a plot."""

import dataclasses
import math

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Progress, Scored
from ganstudio.panels.training.score_plot import ScorePlot


def scored(step: int, kid: float, *, count: int = 1000) -> Scored:
    scores = {"coverage": 0.5, "KID": kid, "copies held out": 0.1}
    return Scored(step=step, kimg=step / 10, scores=scores, count=count, features="builtin-1")


@pytest.fixture
def plot(qtbot: QtBot) -> ScorePlot:
    made = ScorePlot()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    for step, kid in ((100, 0.4), (200, 0.1), (300, 0.2)):
        seconds = step * 6.0
        made.append(Progress(step=step, kimg=step / 10, seconds=seconds, images_per_second=1, losses={}))
        made.append(scored(step, kid))
    made.redraw()
    return made


def curve(plot: ScorePlot) -> tuple[list[float], list[float]]:
    (key,) = plot.plot.curveKeys()
    places, values = plot.plot.curve(key)
    return list(places), list(values)


def test_that_the_curve_and_the_best_are_drawn_and_said(plot: ScorePlot) -> None:
    assert curve(plot) == ([100, 200, 300], [0.4, 0.1, 0.2])
    assert plot.plot.level() == pytest.approx(0.1)
    assert "N 1,000, builtin-1" in plot.caption()


def test_that_the_dashed_line_is_the_moment_that_is_marked_as_the_best(plot: ScorePlot) -> None:
    assert "lowest 0.100 (dashed)" in plot.caption()
    plot.append(dataclasses.replace(scored(400, 0.15), best=True))
    plot.append(scored(500, 0.12))
    plot.redraw()
    assert plot.plot.level() == pytest.approx(0.15)
    assert "0.120 now, 0.150 at the moment marked as the best (dashed)" in plot.caption()


def test_that_the_main_score_comes_first_and_held_out_ones_do_not_count(plot: ScorePlot) -> None:
    assert plot.keys() == ["KID", "coverage"]
    plot.setKey("coverage")
    assert "higher is better" in plot.caption()


@pytest.mark.parametrize(("axis", "places"), [("kimg", [10, 20, 30]), ("minutes", [10, 20, 30])])
def test_that_it_follows_the_axis(plot: ScorePlot, axis: str, places: list[float]) -> None:
    plot.setAxis(axis)
    assert curve(plot)[0] == places
    plot.setMoment(250)
    assert plot.plot.moment() == pytest.approx(25)


def test_that_scores_of_another_count_are_never_on_one_plot(plot: ScorePlot) -> None:
    plot.append(scored(400, 3.0, count=50))
    plot.redraw()
    assert curve(plot) == ([400], [3.0])


def test_that_a_click_chooses_the_nearest_score(qtbot: QtBot, plot: ScorePlot) -> None:
    with qtbot.waitSignal(plot.momentChanged) as emitted:
        plot.plot.clicked.emit(180.0)
    assert emitted.args == [200]
    with qtbot.waitSignal(plot.momentChanged) as emitted:
        plot.plot.keyed.emit(-1)
    assert emitted.args == [100]
    with qtbot.waitSignal(plot.momentChanged) as emitted:
        plot.plot.clicked.emit(9999.0)
    assert emitted.args == [-1]


def test_that_pointing_tells_and_is_told(qtbot: QtBot, plot: ScorePlot) -> None:
    with qtbot.waitSignal(plot.pointed) as emitted:
        plot.plot.hovered.emit(120.0)
    assert emitted.args == [100]
    plot.point(300)
    assert plot.plot.cross() == 300
    with qtbot.waitSignal(plot.pointed) as emitted:
        plot.plot.hovered.emit(math.nan)
    assert emitted.args == [-1]
    assert math.isnan(plot.plot.cross())


def test_that_another_run_begins_empty(plot: ScorePlot) -> None:
    plot.clear()
    assert not plot.plot.curveKeys()
    assert "first scores" in plot.caption()
