"""What is said of a run that learns to turn pictures into others, and when."""

import math

import pytest
import torch

from ganstudio.core.events import Event, Progress, Sampled, Started, Warned
from ganstudio.core.system import Preview
from ganstudio.models.cut.system import COLUMNS as CUT_COLUMNS
from ganstudio.models.cyclegan.system import COLUMNS
from ganstudio.scores.translation_monitor import TranslationMonitor
from ganstudio.scores.translation_watch import TranslationWatch
from tests.app.tiny_runs import RECIPE
from tests.core.fakes import make_trainer

VALUES = {"generator_lr": 2e-4, "discriminator_lr": 4e-4, "identity": 0.5, "cycle": 10.0}
HEALTHY = {"generator": 0.4, "cycle": 0.2, "identity": 0.1, "discriminator": 0.2, "D(x)": 0.6, "D(G(z))": 0.4}


def progress(kimg: float, **losses: float) -> Progress:
    named = {{"real": "D(x)", "fake": "D(G(z))"}.get(name, name): value for name, value in losses.items()}
    return Progress(
        step=int(kimg * 250), kimg=kimg, seconds=60 * kimg, images_per_second=16.0, losses=HEALTHY | named,
    )  # fmt: skip


def heard(watch: TranslationWatch, *events: Event) -> list[Warned]:
    return [warned for event in events for warned in watch.hear(event)]


def run_of(until: float = 2.0, **losses: float) -> list[Event]:
    return [progress(0.05 * at, **losses) for at in range(1, int(until / 0.05) + 1)]


def grid(variety: float | None, step: int = 100) -> Sampled:
    return Sampled(step=step, kimg=1.0, path="samples/1.png", rows=6, columns=8, labels=COLUMNS, variety=variety)


def test_that_a_run_that_goes_well_is_called_so_with_how_far_off_the_way_back_is():
    watch = TranslationWatch(VALUES)
    assert watch.verdict.mood == "waiting"
    assert not heard(watch, *(progress(0.05 * at, cycle=0.4 / at**0.5, change=0.1) for at in range(1, 41)))
    assert watch.verdict.mood == "good"
    assert watch.verdict.sentence == "Learning well. Pictures that go there and back come back 3% off, less and less."


def test_that_a_way_back_that_is_far_off_is_no_learning_well():
    watch = TranslationWatch(VALUES)
    heard(watch, *run_of(cycle=0.38))
    assert watch.verdict.sentence == "It learns, but slowly. Pictures that go there and back come back 19% off."


@pytest.mark.parametrize(
    ("losses", "topic", "remedy"),
    [
        ({"real": 0.95, "fake": 0.05}, "discriminator", {"discriminator_lr": 2e-4}),
        ({"change": 0.01}, "unchanged", {"identity": 0.0}),
        ({"generator": math.nan}, "invalid", {"generator_lr": 1e-4, "discriminator_lr": 2e-4}),
    ],
)
def test_that_each_trouble_is_warned_of_once_with_what_can_be_done(losses, topic, remedy):
    watch = TranslationWatch(VALUES)
    (warned,) = heard(watch, *run_of(**losses))
    assert (warned.topic, warned.remedy) == (topic, remedy)
    assert watch.topics == {topic}
    heard(watch, *(progress(2.0 + 0.05 * at, change=0.1) for at in range(1, 60)))
    assert not watch.topics


def test_that_a_way_back_that_was_better_before_is_lost():
    watch = TranslationWatch(VALUES)
    assert not heard(watch, *run_of(cycle=0.2))
    said = heard(watch, *(progress(2.0 + 0.05 * at, cycle=0.5) for at in range(1, 40)))
    assert [warned.topic for warned in said] == ["cycle"]
    assert "was 10%" in said[0].message


def test_that_results_that_are_all_alike_are_a_collapse_when_three_grids_agree():
    watch = TranslationWatch(VALUES)
    heard(watch, *run_of())
    assert not heard(watch, grid(0.05), grid(0.5), grid(0.05), grid(0.05))
    assert [warned.topic for warned in heard(watch, grid(0.04))] == ["collapse"]
    assert watch.verdict.mood == "bad"


def test_that_places_that_are_not_found_again_are_told_of_a_contrastive_run():
    watch = TranslationWatch({"patches": 64, "generator_lr": 2e-4})
    (warned,) = heard(watch, *run_of(correspondence=math.log(64)))
    assert (warned.topic, warned.remedy) == ("correspondence", {"generator_lr": 1e-4})


def test_that_a_run_that_goes_on_is_not_judged_by_its_first_step():
    watch = TranslationWatch(VALUES)
    begun = Started(
        run="x", recipe="cyclegan", device="CPU", precision="fp32", images=10, resolution=32, channels=3, batch=1,
        step=500, kimg=2.0, parameters={}, classes=(), reason="",
    )  # fmt: skip
    assert not heard(watch, begun)
    assert watch.verdict.mood == "waiting"
    assert not heard(watch, progress(2.05))
    assert watch.verdict.mood == "good"


def preview(columns: tuple[str, ...], tiles: list[list[float]]) -> Preview:
    """Each number is a tile of that grey."""
    flat = [tile for row in tiles for tile in row]
    images = torch.stack([torch.full((3, 16, 16), value) for value in flat])
    return Preview(images, columns=len(columns), labels=columns)


def test_that_change_and_variety_are_those_of_the_direction_that_fares_worse():
    monitor = TranslationMonitor({})
    rows = [[0.0, 0.5, 0, 0, -0.5, -0.4, 0, 0], [0.4, 0.9, 0, 0, 0.1, 0.2, 0, 0], [0.8, 1.0, 0, 0, 0.7, 0.3, 0, 0]]
    variety = monitor.variety(preview(COLUMNS, rows))
    changes = monitor.extra_losses(make_trainer(RECIPE))
    assert variety == pytest.approx((0.4 + 0.1 + 0.1) / (0.6 + 0.6 + 0.6), rel=0.01)  # A to B beside B
    assert changes["change"] == pytest.approx((0.1 + 0.1 + 0.4) / 6, abs=1e-6)


def test_that_one_direction_is_enough_and_none_measures_nothing():
    monitor = TranslationMonitor({})
    assert monitor.variety(preview(CUT_COLUMNS, [[0, 0.5, 0, 0], [0, 0.5, 0, 0]])) is None  # real ones are all alike
    assert monitor.extra_losses(make_trainer(RECIPE))["change"] == pytest.approx(0.25)
    assert monitor.variety(preview((), [[0.0], [1.0]])) is None
    assert not monitor.extra_losses(make_trainer(RECIPE))
