"""The loss plots: curves, their keys, the moment and the pointer, smoothing and axes, drawn only on request."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Progress, Saved
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Segmented
from ganstudio.panels.parts.history import History, logarithms, mean_of, reduced, smoothed, thinned
from ganstudio.panels.training.plots import DRAWN, LossPlots
from tests.panels.using import texts


def progress(step: int, **losses: float) -> Progress:
    return Progress(step=step, kimg=step / 10, seconds=step * 6.0, images_per_second=1, losses=losses)


def usual(count: int, every: int = 10) -> Iterator[Progress]:
    for number in range(1, count + 1):
        losses = {"generator": 2.0, "discriminator": 0.5, "D(x)": 0.7, "D(G(z))": 0.3}
        yield progress(number * every, **losses)


@pytest.fixture
def plots(qtbot: QtBot) -> LossPlots:
    made = LossPlots()
    qtbot.addWidget(made)
    made.resize(520, 640)
    made.show()
    return made


def test_that_the_toolbar_stands_on_one_line_in_a_window_of_1200_pixels(qtbot: QtBot, plots: LossPlots) -> None:
    """The column of the plots is 419 pixels wide then."""
    plots.resize(419, 640)
    parts = [*plots.findChildren(Segmented), *(part for part in plots.findChildren(Button) if part.text() == "log")]
    assert len(parts) == 3
    qtbot.waitUntil(lambda: plots.width() == 419)
    assert len({part.mapTo(plots, QPoint()).y() for part in parts}) == 1


def test_that_appending_draws_nothing_until_redraw(plots: LossPlots) -> None:
    plots.append(next(usual(1)))
    assert plots.losses.curveKeys() == set()
    plots.redraw()
    assert {"generator", "discriminator"} <= plots.losses.curveKeys()
    assert {"D(x)", "D(G(z))"} <= plots.outputs.curveKeys()


@pytest.mark.parametrize("share", [0.0, 0.9, 0.98])
@pytest.mark.parametrize("count", [1, 50, 9000])
def test_that_a_key_says_where_its_line_stands(plots: LossPlots, share: float, count: int) -> None:
    plots.setSmoothing(share)
    plots.setEvents(progress(step, generator=7.0 + 6.65 * (-1) ** step) for step in range(1, count + 1))
    line = plots.losses.curve("generator")
    assert float(plots.values()["generator"].replace(",", "")) == pytest.approx(line[1][-1], abs=6e-3)


def test_that_the_keys_show_the_last_values_and_the_values_of_a_moment(plots: LossPlots) -> None:
    plots.setSmoothing(0.0)
    plots.setEvents([progress(10, generator=1.0), progress(20, generator=3.25)])
    assert plots.values() == {"generator": "3.250"}
    plots.setMoment(10)
    assert plots.values() == {"generator": "1.000"}
    assert plots.losses.moment() == 10
    plots.setMoment(-1)
    assert plots.values() == {"generator": "3.250"}
    assert math.isnan(plots.losses.moment())


def test_that_hovering_shows_values_and_step_in_both_plots(plots: LossPlots) -> None:
    plots.setEvents([progress(10, generator=1.0), progress(20, generator=3.0)])
    plots.losses.hovered.emit(11.0)
    assert plots.values()["generator"] == "1.000"
    assert "step 10 · 1.0 kimg" in texts(plots)
    assert plots.outputs.cross() == 10
    plots.losses.hovered.emit(math.nan)
    assert "step 20 · 2.0 kimg" in texts(plots)
    assert math.isnan(plots.outputs.cross())


def test_that_a_click_tells_the_moment_and_the_end_is_live(qtbot: QtBot, plots: LossPlots) -> None:
    plots.setEvents(usual(100))
    plots.grab()
    emitted: list[int] = []
    plots.momentChanged.connect(emitted.append)
    middle = plots.losses.viewport().rect().center()
    qtbot.mouseClick(plots.losses.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    right = QPoint(plots.losses.viewport().width() - 2, middle.y())
    qtbot.mouseClick(plots.losses.viewport(), Qt.MouseButton.LeftButton, pos=right)
    assert 300 < emitted[0] < 700
    assert emitted[1] == -1


def test_that_arrow_keys_move_the_moment(qtbot: QtBot, plots: LossPlots) -> None:
    plots.setEvents(usual(100))
    emitted: list[int] = []
    plots.momentChanged.connect(emitted.append)
    qtbot.keyClick(plots.losses, Qt.Key.Key_Left)
    qtbot.keyClick(plots.outputs, Qt.Key.Key_Left)
    qtbot.keyClick(plots.losses, Qt.Key.Key_End)
    assert emitted == [990, 980, -1]


def test_that_the_moment_can_be_set_without_being_told(qtbot: QtBot, plots: LossPlots) -> None:
    plots.setEvents(usual(10))
    with qtbot.assertNotEmitted(plots.momentChanged):
        plots.setMoment(50)


@pytest.mark.parametrize(("axis", "last"), [("step", 1000.0), ("kimg", 100.0), ("minutes", 100.0)])
def test_that_each_axis_goes_to_its_own_end(plots: LossPlots, axis: str, last: float) -> None:
    plots.setEvents(usual(100))
    plots.setAxis(axis)
    assert plots.losses.curve("generator")[0][-1] == pytest.approx(last)


def test_that_the_networks_have_their_colours_and_lines_in_both_themes(plots: LossPlots, themed: look.Colours) -> None:
    plots.setEvents(usual(10))
    pens = {key: plots.losses.pen(key) for key in plots.losses.curveKeys()}
    assert pens["generator"].color() == QColor(themed.generator)
    assert pens["generator"].style() == Qt.PenStyle.SolidLine
    assert pens["discriminator"].color() == QColor(themed.discriminator)
    assert pens["discriminator"].style() == Qt.PenStyle.DashLine
    assert all(pen.width() == 1 for pen in pens.values())


def test_that_a_change_of_theme_recolours_what_is_drawn(plots: LossPlots, qapp: object) -> None:
    plots.setEvents(usual(10))
    look.apply(qapp, dark=True)  # type: ignore[arg-type]
    try:
        assert plots.losses.pen("generator").color() == QColor(look.DARK.generator)
        image = plots.grab().toImage()
        assert image.pixelColor(image.width() - 3, image.height() - 3) == QColor(look.DARK.window)
    finally:
        look.apply(qapp, dark=False)  # type: ignore[arg-type]


def test_that_the_line_of_the_generator_is_on_the_screen(plots: LossPlots) -> None:
    plots.setSmoothing(0.0)
    plots.setEvents(usual(200))
    image = plots.losses.grab().toImage()
    column = [image.pixelColor(image.width() // 2, y) for y in range(image.height())]
    assert any(pixel.blue() - pixel.red() > 60 for pixel in column)


def test_that_gaps_and_infinities_break_nothing(plots: LossPlots) -> None:
    odd = [math.nan, 1.0, math.inf, 2.0, -math.inf, math.nan, 3.0]
    for smoothing in (0.0, 0.9):
        plots.setSmoothing(smoothing)
        plots.setEvents(progress(step, generator=value) for step, value in enumerate(odd, 1))
        plots.setLogarithmic(True)
        plots.grab()
        plots.setLogarithmic(False)
        plots.grab()
    plots.setEvents(progress(step, generator=math.nan) for step in range(1, 50))
    plots.grab()
    assert plots.values() == {"generator": "–"}


def test_that_negative_losses_leave_a_gap_on_a_logarithmic_scale() -> None:
    values = logarithms(np.array([100.0, -1.0, 0.0, 0.1]))
    assert values[[0, 3]].tolist() == [2.0, -1.0]
    assert np.isnan(values[[1, 2]]).all()


def test_that_a_critics_scores_get_no_level_and_another_sentence(plots: LossPlots) -> None:
    plots.setEvents(usual(5))
    assert plots.outputs.level() == 0.5
    assert any("Both around 0.5" in text for text in texts(plots))
    plots.setEvents(progress(step, **{"D(x)": 4.0, "D(G(z))": -3.0}) for step in range(1, 5))
    assert math.isnan(plots.outputs.level())
    assert any(text.startswith("Scores") for text in texts(plots))


def test_that_other_numbers_can_be_added_and_taken_away(plots: LossPlots) -> None:
    plots.setEvents(progress(step, generator=1.0, gradient_penalty=0.1) for step in range(1, 5))
    assert "gradient_penalty" not in plots.losses.curveKeys()
    assert "gradient_penalty" not in plots.values()
    toggle = plots.curve_toggle("gradient_penalty")
    assert toggle.text() == "Gradient penalty"
    narrow = toggle.sizeHint().width()
    toggle.click()
    assert toggle.sizeHint().width() > narrow
    assert "gradient_penalty" in plots.losses.curveKeys()
    assert plots.values()["gradient_penalty"] == "0.100"
    toggle.click()
    assert not any(key.startswith("gradient_penalty") for key in plots.losses.curveKeys())


def test_that_the_losses_of_a_translation_are_drawn_at_once_and_each_can_be_hidden(plots: LossPlots) -> None:
    names = ("generator", "cycle", "identity", "discriminator")
    plots.setEvents(progress(step, **dict.fromkeys(names, 1.0)) for step in range(1, 5))
    assert set(names) <= plots.losses.curveKeys()
    for name in names:
        plots.curve_toggle(name).click()
        assert not any(key.startswith(name) for key in plots.losses.curveKeys())
    plots.append(progress(5, **dict.fromkeys(names, 1.0)))
    plots.redraw()
    assert not plots.losses.curveKeys() & set(names)


def test_that_clearing_forgets_everything(plots: LossPlots) -> None:
    plots.setEvents(usual(20))
    plots.clear()
    plots.redraw()
    assert plots.values() == {}
    assert plots.losses.curveKeys() == set()
    assert len(plots.history()) == 0


def test_that_other_events_are_passed_over(plots: LossPlots) -> None:
    plots.append(Saved(step=1, kimg=0.1, path="x", bytes=1))
    assert len(plots.history()) == 0


def test_that_a_hundred_thousand_events_stay_bounded_and_keep_their_mean(plots: LossPlots) -> None:
    for step in range(1, 100_001):
        late = {"late": 1.0} if step > 50_000 else {}
        plots.append(progress(step, generator=float(step % 2), **late))
    plots.redraw()
    history = plots.history()
    assert 10_000 <= len(history) <= 20_000
    assert history.place("step")[-1] >= 99_990
    assert history.values("generator") == pytest.approx(0.5)
    assert np.isnan(history.values("late")[0])
    assert len(plots.losses.curve("generator")[0]) <= DRAWN + 50


def test_that_points_weigh_alike_however_long_the_run() -> None:
    history = History(64)
    for step in range(1, 1001):
        history.append(progress(step, x=1.0))
    gaps = np.diff(history.place("step"))
    assert set(gaps.tolist()) == {16.0}


def test_that_a_run_that_goes_back_loses_what_lay_beyond() -> None:
    history = History(64)
    for step in (10, 20, 30, 20, 25):
        history.append(progress(step, x=float(step)))
    assert history.place("step").tolist() == [10, 20, 25]


def test_that_pairs_average_numbers_and_pass_over_gaps() -> None:
    values = mean_of(np.array([1.0, 3.0, np.nan, 5.0, np.nan, np.nan]), 2)
    assert values[:2].tolist() == [2.0, 5.0]
    assert np.isnan(values[2])


@pytest.mark.parametrize("share", [0.5, 0.9, 0.98])
def test_that_smoothing_in_blocks_is_the_plain_recursion(share: float) -> None:
    values = np.random.default_rng(3).standard_normal(3500)
    values[100:140] = np.nan
    total = weight = 0.0
    plain = []
    for value in values:
        good = np.isfinite(value)
        total, weight = share * total + (value if good else 0.0), share * weight + good
        plain.append(total / weight if good else np.nan)
    np.testing.assert_allclose(smoothed(values, share), plain, rtol=1e-9, atol=1e-12)


def test_that_thinning_before_smoothing_shows_the_same_curve() -> None:
    places = np.arange(20_003.0)
    values = 2.0 + np.sin(places / 2000)
    where, means, size = thinned(places, values, 4000)
    assert (size, len(where), len(means)) == (6, 3334, 3334)
    assert where[-1] == places[-1]
    plain = smoothed(values, 0.98)[where.astype(int)]
    assert np.abs(smoothed(means, 0.98**size) - plain).max() < 0.005


def test_that_reducing_keeps_the_extremes_and_the_ends() -> None:
    places = np.arange(20_000.0)
    values = np.zeros(20_000)
    values[7777], values[12_345] = 5.0, -4.0
    values[500:900] = np.nan
    where, kept = reduced(places, values, 1000)
    assert len(kept) <= 1050
    assert (np.nanmax(kept), np.nanmin(kept)) == (5.0, -4.0)
    assert (where[0], where[-1]) == (0.0, 19_999.0)
    assert np.isnan(kept).any()
    assert (np.diff(where) >= 0).all()


def test_that_what_is_measured_now_and_then_is_drawn_all_the_same(qtbot: QtBot) -> None:
    plots = LossPlots()
    qtbot.addWidget(plots)
    held_out = {10: 0.7, 20: 0.5, 30: 0.4}
    for step in range(1, 41):
        extra = {"D(held out)": held_out[step]} if step in held_out else {}
        losses = {"generator": 1.0, "D(x)": 0.8, "D(G(z))": 0.2} | extra
        plots.append(Progress(step=step, kimg=step, seconds=step, images_per_second=1, losses=losses))
    plots.setSmoothing(0.0)
    plots.redraw()
    places, values = plots.outputs.curve("D(held out)")
    assert (list(places), list(values)) == ([10, 20, 30], [0.7, 0.5, 0.4])
    assert plots.values()["D(held out)"] == "0.400"
    plots.setMoment(25)
    assert plots.values()["D(held out)"] == "0.500"
