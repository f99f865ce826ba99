"""Whatever happens in a run, its page, strip, verdict, scrubber, buttons and gallery tell the same of it."""

import re
import shutil
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.app.training.live_page import LivePage
from ganstudio.app.translate.page import TranslateLive
from ganstudio.core.events import Event, Finished, Progress, Sampled, Saved, Scored, Started, TrainingOutcome
from ganstudio.core.run import Run, RunSettings
from ganstudio.core.run_state import ENDED, Phase
from ganstudio.core.settings import values_of
from ganstudio.models.auto import Auto
from ganstudio.models.gallery import RECIPES
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.state_words import state_word
from ganstudio.panels.runs.runs_gallery import RunsGallery
from ganstudio.panels.shell.status_strip import StatusStrip
from ganstudio.panels.training.time_machine import TimeMachine
from tests.panels.using import texts

PROMISE = re.compile(
    r"\byet\b|\bsoon\b|appears? here|\bcome\b.*\b(after|into)\b|just begun|\bso far\b|first samples", re.I
)
"""What may be said only while something is still to come."""


def started(step: int = 0) -> Started:
    return Started(run="run", recipe="linear", device="CPU", precision="fp32", images=5000, resolution=28, channels=1,
                   batch=64, step=step, kimg=step / 10)  # fmt: skip


def training(first: int, last: int) -> list[Event]:
    """100 images a step; a grid every 20 steps, a checkpoint every 50, a score every 100."""
    events: list[Event] = []
    for step in range(first, last + 1):
        losses = {"generator": 1.0 + 0.1 * (step % 7), "discriminator": 1.0 + 0.1 * (step % 5), "D(x)": 0.6,
                  "D(G(z))": 0.4}  # fmt: skip
        kimg = step / 10
        events.append(Progress(step=step, kimg=kimg, seconds=step, images_per_second=100, losses=losses, fraction=0.1,
                               seconds_left=900.0))  # fmt: skip
        if step % 20 == 0:
            events.append(Sampled(step=step, kimg=kimg, path=f"samples/{step}.png", rows=1, columns=1, variety=0.8))
        if step % 50 == 0:
            events.append(Saved(step=step, kimg=kimg, path=f"checkpoints/{step}", bytes=1))
        if step % 100 == 0:
            events.append(Scored(step=step, kimg=kimg, scores={"KID": 1.0}, count=1000, features="builtin", best=True))
    return events


def finished(outcome: TrainingOutcome, step: int = 0) -> Finished:
    message = "The disk is full." if outcome == "failed" else ""
    return Finished(outcome=outcome, step=step, kimg=step / 10, seconds=step, message=message)


BEGINNINGS: dict[str, list[Event]] = {
    "nothing": [],
    "started": [started()],
    "a first grid": [started(), Sampled(step=0, kimg=0, path="samples/0.png", rows=1, columns=1, variety=0.1)],
    "a few steps": [started(), *training(1, 5)],
    "a whole training": [started(), *training(1, 120)],
}
ENDINGS: dict[str, tuple[list[Event], str, Phase]] = {
    "stopped": ([finished("stopped", 220)], "idle", "stopped"),
    "finished": ([finished("completed", 220)], "idle", "finished"),
    "failed": ([finished("failed", 220)], "idle", "failed"),
    "a crash": ([], "idle", "interrupted"),
    "none, it trains": ([], "running", "live"),
    "none, it is paused": ([], "paused", "paused"),
    "none, it stops": ([], "stopping", "stopping"),
    "continued after a stop": ([finished("stopped", 220)], "preparing", "preparing"),
    "the last event, before the runner is idle": ([finished("completed", 220)], "running", "finished"),
    "continued and training": ([finished("failed", 220), started(220), *training(221, 230)], "running", "live"),
    "continued and stopped": (
        [finished("failed", 220), started(220), *training(221, 230), finished("stopped", 230)], "idle", "stopped",
    ),
    "continued and crashed": ([finished("completed", 220), started(220), *training(221, 230)], "idle", "interrupted"),
    "deleted from the disk": ([finished("completed", 220)], "idle", "gone"),
    "crashed and deleted": ([], "idle", "gone"),
}  # fmt: skip


@dataclass
class Views:
    """Everything that speaks of one run."""

    page: LivePage
    strip: StatusStrip
    gallery: RunsGallery
    whole: QWidget

    def replay(self, run: Run, events: list[Event], driver: str) -> None:
        self.page.show_run(run, events, driver)
        self.strip.setRun(run.name)
        self.strip.take(events)
        self.strip.setState(driver)
        self.gallery.setLive(run.folder if driver != "idle" else None)
        self.gallery.setDriver(driver)

    def words(self) -> list[str]:
        """What is written on the page, in its labels and where pictures will be."""
        empty = [view.emptyText() for view in self.page.findChildren(GridView)]
        empty += [machine.matrix.emptyText() for machine in self.page.findChildren(TimeMachine)]
        shown = []
        for side in (self.page.judge.page, None):  # the curves, and the numbers behind the verdict
            self.page.show_verdict() if side else self.page.hide_export()
            shown += texts(self.page)
        return [*empty, *shown, *texts(self.strip)]


def recorded(folder: Path, recipe: str, events: list[Event]) -> Run:
    kind = next((kind for kind in (Auto, *RECIPES) if kind.name == recipe), Auto)
    sides = (("x",), ("y",))[: kind.sides]
    run = Run.create(folder, RunSettings(recipe=recipe, sides=sides, values=values_of(kind())))
    run.start_writing()
    for event in events:
        run.record(event)
    run.stop_writing()
    return run


@pytest.fixture(params=["noise", "translation"])
def views(request: pytest.FixtureRequest, qtbot: QtBot) -> Views:
    """One page for all stories of a test, as in the window: nothing may be left of the run before."""
    live = TranslateLive() if request.param == "translation" else None
    page = live.page if live else LivePage()
    made = Views(page, StatusStrip(), RunsGallery(), live or page)
    for widget in (made.whole, made.strip, made.gallery):
        qtbot.addWidget(widget)
        widget.show()
    made.page.make_plots()
    return made


def recipes_for(views: Views) -> list[str]:
    sides = 2 if isinstance(views.whole, TranslateLive) else 1
    return [kind.name for kind in (Auto, *RECIPES) if kind.sides == sides]


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_that_every_story_is_told_alike_everywhere(views: Views, tmp_path: Path, beginning: str) -> None:
    """The recipes take turns: what is said does not depend on them."""
    for recipe, (ending, (last, driver, phase)) in zip(cycle(recipes_for(views)), ENDINGS.items(), strict=False):
        events = [*BEGINNINGS[beginning], *last]
        run = recorded(tmp_path / ending, recipe, events)
        if phase == "gone":
            shutil.rmtree(run.folder)
        views.gallery.setRuns([(run.folder, run.summary())])
        views.replay(run, events, driver)
        expected: Phase = "waiting" if phase == "interrupted" and not events else phase
        assert views.page.state.phase == expected, ending
        assert_one_story(views, expected, listed=not (driver == "running" and phase == "finished"))


def assert_one_story(views: Views, phase: Phase, *, listed: bool) -> None:
    """`listed`: the gallery knows it; it lists runs anew when the runner is idle, some milliseconds later."""
    page, word = views.page, state_word(phase)
    assert not listed or gallery_word(views.gallery) == word
    assert phase == "gone" or views.strip.texts()["state"] == ("" if phase == "waiting" else word)
    if phase == "live":
        assert page.verdict.text() in {"Learning", "Watch out", "Stuck"}
    else:
        assert page.verdict.text() == word
        assert page.judge.word == word
    live = next(button for button in page.samples.scrubber.findChildren(QPushButton))
    assert (live.text() == "Live") == (phase not in ENDED)
    assert not (live.isChecked() and phase in ENDED)
    assert page.pause_button.isEnabled() == page.save_button.isEnabled() == (phase in {"live", "paused"})
    assert page.stop_button.isEnabled() == (phase in {"preparing", "live", "paused"})
    assert page.continue_button.isEnabled() == (phase != "gone")
    if phase in ENDED:
        assert [said for said in views.words() if PROMISE.search(said)] == []
        assert views.strip.texts()["left"] == ""


def gallery_word(gallery: RunsGallery) -> str:
    model = gallery.findChildren(QWidget) and next(
        view.model() for view in gallery.findChildren(QWidget) if hasattr(view, "model") and view.model()
    )
    return str(model.index(0, 4).data())


def test_that_a_run_that_another_program_trains_is_told_as_that(views: Views, tmp_path: Path) -> None:
    run = recorded(tmp_path / "run", recipes_for(views)[0], [started(), *training(1, 5)])
    writer = Run.open(run.folder)
    writer.start_writing()
    views.gallery.setRuns([(run.folder, run.summary())])
    views.page.show_run(run, [*run.events()])
    assert views.page.state.phase == "elsewhere"
    assert views.page.verdict.text() == gallery_word(views.gallery) == "Training elsewhere"
    assert not views.page.continue_button.isEnabled()
    writer.stop_writing()
    views.page.look_at_disk()
    assert views.page.verdict.text() == "Ended unexpectedly"


def test_that_nobody_who_only_looks_keeps_a_run_from_its_writer(tmp_path: Path) -> None:
    run = recorded(tmp_path / "run", "linear", [started()])
    for _ in range(50):
        assert not run.summary().state.in_use
        run.start_writing()
        assert run.summary().state.in_use
        run.stop_writing()
