"""The page of a run: its verdict, one point in time everywhere, and what a branch is asked with."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from ganstudio.app.training.live_page import LivePage
from ganstudio.core.checkpoint_names import Moment
from ganstudio.core.events import Event, Finished, Progress, Sampled, Saved, Scored, Started, Warned
from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.linear.recipe import Linear
from tests.panels.using import control

VALUES = values_of(Linear())


def started(images: int = 5000) -> Started:
    return Started(run="run", recipe="linear", device="CPU", precision="fp32", images=images, resolution=28, channels=1,
                   batch=64, step=0, kimg=0.0)  # fmt: skip


def story(*, images: int = 5000, variety: float = 0.8, until: int = 200) -> list[Event]:
    """Grids and losses of a run of 100 images a step."""
    events: list[Event] = [started(images)]
    for step in range(1, until + 1):
        losses = {"generator": 1.0 + 0.1 * (step % 7), "discriminator": 1.0 + 0.1 * (step % 5), "D(x)": 0.6,
                  "D(G(z))": 0.4}  # fmt: skip
        kimg = step / 10
        events.append(Progress(step=step, kimg=kimg, seconds=step, images_per_second=100, losses=losses))
        if step % 20 == 0:
            events.append(Sampled(step=step, kimg=kimg, path=f"{step}.png", rows=1, columns=1, variety=variety))
    return events


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run.create(tmp_path / "run", RunSettings(recipe="linear", sides=(("x",),), values=VALUES))


@pytest.fixture
def page(qtbot: QtBot, run: Run) -> LivePage:
    made = LivePage()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.make_plots()
    return made


def test_that_a_run_in_order_is_learning(page: LivePage, run: Run) -> None:
    page.show_run(run, story())
    page.setState("running")
    assert page.verdict.text() == "Learning"
    assert page.judge.panel.warned() == []


def test_that_a_run_whose_rates_have_fallen_can_go_on_with_them_low(
    qtbot: QtBot, page: LivePage, tmp_path: Path
) -> None:
    def finished(decay_epochs: int) -> None:
        values = values_of(CycleGAN(decay_epochs=decay_epochs))
        settings = RunSettings(recipe="cyclegan", sides=(("a",), ("b",)), values=values, budget=Budget(steps=200))
        run = Run.create(tmp_path / f"falls over {decay_epochs}", settings)
        page.show_run(run, [*story(), Finished(outcome="completed", step=200, kimg=20.0, seconds=200.0)])

    finished(decay_epochs=0)
    assert not page.continue_low_button.isVisible()
    finished(decay_epochs=5)
    assert page.continue_low_button.isVisible()
    with qtbot.waitSignal(page.continueLowRequested):
        qtbot.mouseClick(page.continue_low_button, Qt.MouseButton.LeftButton)


def test_that_a_run_that_goes_on_no_longer_says_how_it_ended(page: LivePage, run: Run) -> None:
    page.show_run(run, story(), "running")
    assert "without a word" not in page.detail.text()
    page.show_run(run, story())
    assert "without a word" in page.detail.text()
    page.setState("preparing")
    assert page.detail.text() == ""


def test_that_a_run_that_has_ended_begins_with_its_film_and_the_ways_on(qtbot: QtBot, page: LivePage, run: Run) -> None:
    for step in range(20, 220, 20):
        shade = QImage(8, 8, QImage.Format.Format_RGB888)
        shade.fill(QColor(step, 0, 0))
        shade.save(str(run.folder / f"{step}.png"))
    page.show_run(run, story(), "running")
    assert not page.loop.isVisible()
    page.take([Finished(outcome="completed", step=200, kimg=20, seconds=100)])
    page.setState("idle")
    assert page.loop.isVisible()
    qtbot.waitUntil(lambda: page.loop.moments() == 10, timeout=10_000)
    assert page.loop.area(QSize(80, 40)).getRect() == (0, 36, 144, 72)
    assert page.curve.isVisible()
    assert 20 <= page.loop.moment() <= 200
    page.loop.momentShown.emit(100.0)
    assert page.curve.title()
    assert [page.loop.place(seconds) for seconds in (0.0, 3.0, 6.0, 7.0, 7.5)] == [0.0, 0.5, 1.0, 1.0, 0.0]
    qtbot.keyClick(page.loop, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().image().pixelColor(0, 0).red() == 200
    with qtbot.waitSignal(page.samples.exploreRequested) as emitted:
        page.explore_button.click()
    assert emitted.args == [0, ""]
    page.setFilmProgress(3, 10)
    assert not page.film_button.isEnabled()
    page.setFilmDone("run-growth.gif written to here.", run.folder)
    assert page.film_button.isEnabled()
    assert page.filmSentence() == "run-growth.gif written to here."


def test_that_a_days_events_are_taken_in_slices_between_two_frames(
    qtbot: QtBot, page: LivePage, run: Run, tmp_path: Path
) -> None:
    """Taken in one go they stopped the window for half a second."""
    long, later = story(until=5_000), story(until=30)[1:]
    taken: list[list[Event]] = []
    page.received.connect(taken.append)
    page.show_run(run, [*long, Finished(outcome="stopped", step=5_000, kimg=500.0, seconds=86_400.0)])
    assert page.verdict.text() == "Stopped"  # what the run does is known at once
    page.take(later)
    qtbot.waitUntil(lambda: sum(map(len, taken)) == len(long) + 1 + len(later), timeout=30_000)
    assert max(map(len, taken)) <= 250
    assert [event for events in taken for event in events][: len(long)] == long
    assert [event for events in taken for event in events][-len(later) :] == later

    taken.clear()
    page.show_run(run, long)
    other = Run.create(tmp_path / "other", run.settings)
    page.show_run(other, later)
    qtbot.wait(50)
    assert [event for events in taken[1:] for event in events] == later


def test_that_few_images_ask_for_attention(page: LivePage, run: Run) -> None:
    page.show_run(run, story(images=20))
    page.setState("running")
    assert page.verdict.text() == "Watch out"
    assert "20 training images" in page.sentence.text()


def test_that_a_remedy_is_told_in_the_words_of_the_form(page: LivePage, run: Run) -> None:
    page.show_run(run, [Warned(step=1, topic="few", message="Few.", remedy={"augment": "ada", "ema_kimg": 9.0})])
    (button,) = page.judge.panel.remedies()
    assert button.text().startswith("Go on with augmentation ADA (now none), EMA half-life 9 ")


def test_that_samples_that_are_all_the_same_are_stuck(page: LivePage, run: Run) -> None:
    page.show_run(run, story(variety=0.001))
    page.setState("running")
    assert page.verdict.text() == "Stuck"
    page.take([Finished(outcome="stopped", step=200, kimg=20.0, seconds=200.0)])
    page.setState("idle")
    assert page.verdict.text() == "Stopped"
    assert "At the end" in page.sentence.text()


def test_that_a_moment_chosen_anywhere_is_chosen_everywhere(qtbot: QtBot, page: LivePage, run: Run) -> None:
    page.show_run(run, story())
    page.take([Scored(step=100, kimg=10.0, scores={"KID": 0.2}, count=1000, features="x")])
    page.time.setMoments([Moment(step, step / 10, f"step-{step}") for step in (0, 100, 200)], ["latent 1"])
    plots, scores = page.plots, page.judge.scores
    assert plots
    assert scores
    plots.redraw()
    scores.redraw()
    page.show_time(True)
    matrix = page.time.matrix
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=matrix.cell(0, 1).center())
    for place in (plots.losses, plots.outputs, scores.plot):
        assert place.moment() == pytest.approx(100)
    assert page.samples.scrubber.shownStep() == 100
    plots.losses.clicked.emit(20.0)
    assert page.time.moment() == 0
    assert page.samples.scrubber.shownStep() == 20
    qtbot.mouseMove(matrix.viewport(), matrix.cell(0, 1).center())
    assert plots.losses.cross() == pytest.approx(100)
    plots.losses.hovered.emit(199.0)
    assert matrix.over() == 1
    assert scores.plot.cross() == pytest.approx(199)


def test_that_export_offers_the_best_checkpoint_of_the_run_on_show(page: LivePage, run: Run) -> None:
    (run.checkpoints / "best.json").write_text('{"checkpoint": "step-000000120", "score": {}}')
    page.show_run(run, story())
    assert page.export.checkpoint() == "best"
    page.take([Scored(step=200, kimg=20.0, scores={"KID": 0.1}, count=1000, features="x", best=True)])
    assert control(page.export, "Drawn by: Best").text() == "Best (step 200)"


def test_that_a_new_run_from_a_moment_is_asked_with_what_is_to_be_different(
    qtbot: QtBot, page: LivePage, run: Run
) -> None:
    page.show_run(run, story())
    moment = Moment(100, 10.0, "step-000000100")
    page.time.branchRequested.emit(moment)
    assert page.branch.isVisible()
    assert page.branch.changes() == {}
    page.branch.form.setValue({"generator_lr": 1e-4})
    with qtbot.waitSignal(page.branch.startRequested) as wish:
        page.branch.start.click()
    assert wish.args == [moment, {"generator_lr": 1e-4}]
    page.branch.closeRequested.emit()
    assert not page.branch.isVisible()


def test_that_the_time_machine_takes_the_place_of_the_samples(qtbot: QtBot, page: LivePage, run: Run) -> None:
    page.show_run(run, story())
    button = next(time_button for time_button in page.time_buttons if time_button.isVisible())
    with qtbot.waitSignal(page.timeShown) as switch:
        button.click()
    assert switch.args == [True]
    assert page.time.isVisible()
    assert not page.samples.isVisible()
    with qtbot.waitSignal(page.timeShown) as switch:
        page.hide()
    assert switch.args == [False]
    with qtbot.waitSignal(page.timeShown) as switch:
        page.show()
    assert switch.args == [True]
    button.click()
    assert page.samples.isVisible()


def test_that_only_what_draws_from_noise_can_be_explored(page: LivePage, run: Run, tmp_path: Path) -> None:
    page.show_run(run, story())
    assert page.samples.explore_button.isVisible()
    enlarging = Run.create(tmp_path / "larger", RunSettings(recipe="superres", sides=(("x",),), task="enlarge"))
    page.show_run(enlarging, [])
    assert not page.samples.explore_button.isVisible()


@pytest.mark.parametrize(("task", "offered"), [("", True), ("enlarge", False)])
def test_that_new_pictures_are_offered_only_of_what_draws_from_noise(
    page: LivePage, tmp_path: Path, task: str, *, offered: bool
) -> None:
    run = Run.create(tmp_path / "new", RunSettings(recipe="superres", sides=(("x",),), task=task))
    page.show_run(run, [started(), Sampled(step=1, kimg=0.1, path="none.png", rows=1, columns=1)])
    page.take([Saved(step=1, kimg=0.1, path="checkpoints/1", bytes=9)])
    assert control(page.export, "What: New pictures").isEnabled() == offered
    assert control(page.export, "What: This grid").isEnabled()


@pytest.mark.parametrize("task", ["", "enlarge"])
def test_that_what_was_learned_is_used_where_that_can_be_done(page: LivePage, tmp_path: Path, task: str) -> None:
    run = Run.create(tmp_path / "new", RunSettings(recipe="superres", sides=(("x",),), task=task))
    page.show_run(run, [started(), Finished(outcome="completed", step=1, kimg=0.1, seconds=1.0)])
    assert page.explore_button.isHidden() == (task == "enlarge")
    assert page.enlarge_button.isHidden() == (task == "")


def test_that_a_run_that_enlarges_is_judged_beside_bicubic(page: LivePage, tmp_path: Path) -> None:
    enlarging = Run.create(tmp_path / "larger", RunSettings(recipe="superres", sides=(("x",),), task="enlarge"))
    scores = {"PSNR": 25.0, "PSNR bicubic": 23.0, "brightness": 0.5, "brightness bicubic": 0.5, "colour shift": 0.0,
              "pattern": 0.1, "pattern bicubic": 0.1}  # fmt: skip
    scored = Scored(step=9, kimg=0.9, scores=scores, count=20, features="pixels", level=1.0)
    page.show_run(enlarging, [started(), scored])
    page.setState("running")
    assert page.sentence.text() == "Its pictures are 2.0 dB above bicubic."
