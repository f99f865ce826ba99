"""The monitor in a real session: variety, quick scores on their schedule, the best checkpoint."""

import dataclasses
import itertools
import json
import math
import types
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from ganstudio.core import cadence, checkpoint
from ganstudio.core.cadence import SCORE_FIRST, SCORE_SHARE
from ganstudio.core.device import choose
from ganstudio.core.events import Event, Progress, Sampled, Saved, Scored, Warned
from ganstudio.core.images.batches import Images
from ganstudio.core.images.cache import Prepared
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.core.session import Session
from ganstudio.core.settings import values_of
from ganstudio.core.system import Preview
from ganstudio.core.trainer import Trainer
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.scores.training_monitor import MOST_BATCHES, TrainingMonitor
from ganstudio.workflows.open_run import open_generator

RECIPE = DCGAN(resolution=16, batch=16, width=4, latent=8, ema_kimg=0.0)


@pytest.fixture(autouse=True, scope="module")
def _one_thread() -> None:
    torch.set_num_threads(1)


def shapes(count: int = 200, seed: int = 0) -> np.ndarray:
    """Grey discs of all sizes and places, 16 px."""
    numbers = np.random.default_rng(seed)
    y, x = np.mgrid[:16, :16]
    discs = [(x - cx) ** 2 + (y - cy) ** 2 < r * r for cx, cy, r in numbers.uniform(3, 12, (count, 3))]
    tones = numbers.integers(80, 256, count)
    return (np.stack(discs) * tones[:, None, None])[..., None].astype(np.uint8)


class Clock:
    """Each reading is half a second after the one before, or `tick`; whoever works may let more time pass."""

    def __init__(self, tick: float = 0.5) -> None:
        self.now, self._tick = 0.0, tick

    def __call__(self) -> float:
        self.now += self._tick
        return self.now


def make_session(
    folder: Path, monitor: Any = None, *, steps: int = 400, pixels: np.ndarray | None = None, clock: Clock | None = None
) -> Session:
    pixels = shapes() if pixels is None else pixels
    settings = RunSettings(recipe="dcgan", sides=(("nowhere",),), values=values_of(RECIPE), budget=Budget(steps=steps))
    settings = dataclasses.replace(settings, preparation=dataclasses.replace(settings.preparation, colour="grey"))
    run = Run.open(folder) if folder.exists() else Run.create(folder, settings)
    torch.manual_seed(0)
    trainer = Trainer(RECIPE.build(ImageSpec(1)), choose("cpu"), ema_kimg=0.0)
    images = Images(prepared(pixels), batch=16, seed=0)
    return Session(run, trainer, images, monitor=monitor, clock=clock or Clock())


def prepared(pixels: np.ndarray) -> Prepared:
    report: Any = None
    return Prepared(pixels, [], np.zeros(len(pixels), np.int64), (), report)


def make_judge(pixels: np.ndarray | None = None, **known: Any) -> TrainingMonitor:
    pixels = shapes() if pixels is None else pixels
    return TrainingMonitor(pixels, np.zeros(len(pixels), np.int64), values_of(RECIPE), **known)


class Scripted(TrainingMonitor):
    """Gives the scores it was told to, each of which costs some seconds of the clock."""

    def __init__(self, values: Sequence[float], clock: Clock, *, cost: float = 1.0) -> None:
        pixels = shapes()
        super().__init__(pixels, np.zeros(len(pixels), np.int64), {})
        self._script: Iterator[float] = iter(values)
        self._lowest = math.inf
        self._clock, self._cost = clock, cost

    def score(self, trainer: Trainer) -> Scored | None:
        self._clock.now += self._cost
        value = next(self._script, 99.0)
        best, self._lowest = value < self._lowest, min(value, self._lowest)
        return Scored(step=trainer.step, kimg=trainer.images / 1000, scores={"KID": value}, count=200,
                      features="builtin-1", best=best)  # fmt: skip


def preview(pixels: np.ndarray) -> Preview:
    return Preview(torch.from_numpy(pixels).permute(0, 3, 1, 2) / 127.5 - 1, 8)


def test_that_variety_tells_real_images_from_one_and_from_four_repeated():
    monitor = make_judge()
    assert monitor.variety(preview(shapes(64, seed=5))) == pytest.approx(1, abs=0.3)
    assert monitor.variety(preview(shapes(1).repeat(64, 0))) == 0
    assert monitor.variety(preview(shapes(4).repeat(16, 0))) == 0


def test_that_a_session_scores_saves_and_marks_the_best(tmp_path):
    clock = Clock()
    monitor = Scripted([5, 3, 1, 4, 6, 7, 8], clock)
    events = list(make_session(tmp_path / "run", monitor, steps=100, clock=clock).events())
    scored = [event for event in events if isinstance(event, Scored)]
    assert [event.scores["KID"] for event in scored][:4] == [5, 3, 1, 4]
    assert [event.best for event in scored][:4] == [True, True, True, False]
    best = checkpoint.best_in(tmp_path / "run" / "checkpoints")
    assert best is not None
    assert best[0].step == scored[2].step
    assert best[1]["scores"] == {"KID": 1}
    last = max(event.step for event in events if isinstance(event, Saved))
    assert last > best[0].step


def test_that_the_best_is_opened_and_not_the_last_though_newer_ones_pushed_out_its_neighbours(tmp_path):
    clock = Clock()
    live = make_session(tmp_path / "run", Scripted([5, 1, 2, 3, 4, 5, 6], clock), steps=150, clock=clock)
    at_best: dict[str, torch.Tensor] = {}
    for event in live.events():
        if isinstance(event, Scored) and event.best:
            at_best = {name: tensor.clone() for name, tensor in live.trainer.averages["generator"].state_dict().items()}
        if isinstance(event, Scored):
            live.save()
    folder = tmp_path / "run" / "checkpoints"
    steps = [entry.step for entry in checkpoint.checkpoints_in(folder)]
    assert len(steps) == checkpoint.KEEP + 1
    run = Run.open(tmp_path / "run")
    best, last = (open_generator(run, checkpoint=name, device="cpu") for name in ("best", "latest"))
    assert best.step == steps[-1] < last.step == steps[0]
    for name, tensor in best.network.state_dict().items():
        assert torch.equal(tensor, at_best[name])


def test_that_scores_cost_no_more_than_their_share(tmp_path):
    clock = Clock()
    monitor = Scripted([float(index) for index in range(50, 0, -1)], clock)
    events = list(make_session(tmp_path / "run", monitor, steps=100, clock=clock).events())
    scored = [event for event in events if isinstance(event, Scored)]
    assert len(scored) >= 3
    assert len(scored) * 1.0 <= SCORE_SHARE * clock.now + 1.0


def pauses(folder: Path, cost: float, steps: int, tick: float = 0.5) -> list[float]:
    """Seconds of training from the end of each score to the next; after the first, which is saved as the best."""
    clock = Clock(tick)
    monitor = Scripted(range(1, 30), clock, cost=cost)
    at, begun = 0.0, []
    for event in make_session(folder, monitor, steps=steps, clock=clock).events():
        if isinstance(event, Progress):
            at = event.seconds
        if isinstance(event, Scored):
            begun.append(at)
    return [after - before - cost for before, after in pairwise(begun[1:-1])]


def test_that_the_pause_after_a_dear_score_makes_its_cost_a_twentieth_of_the_time(tmp_path):
    waits = pauses(tmp_path / "run", 4.0, 400)
    assert len(waits) >= 2
    assert all(4.0 / SCORE_SHARE < wait < 7.0 / SCORE_SHARE for wait in waits)


def test_that_cheap_scores_are_twenty_seconds_apart_all_the_same(tmp_path):
    waits = pauses(tmp_path / "run", 0.0, 400, tick=0.1)
    assert len(waits) >= 2
    assert min(waits) > SCORE_FIRST


def test_that_a_judge_without_a_score_is_asked_once(tmp_path):
    asked = []

    class Silent(TrainingMonitor):
        def score(self, trainer: Trainer) -> None:
            asked.append(trainer.step)

    pixels = shapes()
    monitor = Silent(pixels, np.zeros(len(pixels), np.int64), {})
    list(make_session(tmp_path / "run", monitor, steps=100).events())
    assert len(asked) == 1


def test_that_what_is_learned_does_not_depend_on_being_judged(tmp_path, monkeypatch):
    monkeypatch.setattr(cadence, "SCORE_FIRST", 0.05)
    states = []
    for name, monitor in (("judged", make_judge()), ("alone", None)):
        live = make_session(tmp_path / name, monitor, steps=12)
        events: list[Event] = list(live.events())
        assert any(isinstance(event, Scored) for event in events) == (monitor is not None)
        states.append(live.trainer.system.networks["generator"].state_dict())
    for name in states[0]:
        assert torch.equal(states[0][name], states[1][name])


def test_that_a_real_score_has_its_numbers_and_says_what_it_rests_on(tmp_path):
    live = make_session(tmp_path / "run")
    monitor = make_judge()
    first = monitor.score(live.trainer)
    assert first is not None
    assert first.best
    assert (first.count, first.features) == (200, "builtin-1")
    assert first.scores.keys() == {"KID", "MIND", "coverage", "copies", "copies held out"}
    again = monitor.score(live.trainer)
    assert again is not None
    assert again.scores == first.scores
    assert again.best
    assert again.behind == 0


def test_that_a_run_that_goes_on_remembers_its_best_score(tmp_path):
    live = make_session(tmp_path / "run")
    score = make_judge().score(live.trainer)
    assert score is not None
    marked = json.loads(json.dumps(dataclasses.asdict(score)))
    marked["scores"]["KID"] -= 10.0
    again = make_judge(best=marked).score(live.trainer)
    assert again is not None
    assert not again.best
    other = make_judge(best=marked | {"features": "other"}).score(live.trainer)
    assert other is not None
    assert other.best


def worse(live: Session) -> None:
    """From now on the averaged generator draws one grey picture."""
    average = live.trainer.averages["generator"]
    average.forward = types.MethodType(lambda self, z: torch.zeros(len(z), 1, 16, 16), average)


def test_that_small_images_that_came_nearer_are_not_the_best_of_a_network_that_has_grown(tmp_path):
    live = make_session(tmp_path / "run")
    system: Any = live.trainer.system
    monitor = make_judge()
    assert monitor.score(live.trainer)
    worse(live)
    after = monitor.score(live.trainer)
    assert after is not None
    assert not after.best
    assert after.behind > 10
    system.level = 1.5
    grown = monitor.score(live.trainer)
    assert grown is not None
    assert grown.best
    again = make_judge(best=json.loads(json.dumps(dataclasses.asdict(grown)))).score(live.trainer)
    assert again is not None
    assert again.best


def drawing(live: Session, pictures: np.ndarray) -> None:
    """From now on the averaged generator draws these, whatever the noise, one after the other."""
    images = torch.from_numpy(pictures).permute(0, 3, 1, 2) / 127.5 - 1
    parts = itertools.cycle(images.split(50))
    average = live.trainer.averages["generator"]
    average.forward = types.MethodType(lambda self, z: next(parts), average)


def test_that_a_moment_that_is_worse_by_chance_alone_is_preferred_to_the_one_before(tmp_path):
    """Other draws of what the training images are drawn from: their scores go up and down, and none is worse."""
    live = make_session(tmp_path / "run")
    monitor = make_judge()
    values = []
    for seed in range(3, 9):
        drawing(live, shapes(200, seed=seed))
        scored = monitor.score(live.trainer)
        assert scored is not None
        assert scored.best
        values.append(scored.scores["KID"])
    assert values != sorted(values, reverse=True)


def test_that_blurred_training_images_are_the_measure_of_what_is_bad(tmp_path):
    live = make_session(tmp_path / "run")
    noise = np.random.default_rng(0).integers(0, 256, (200, 16, 16, 1), dtype=np.uint8)
    for pictures, better in ((shapes(200, seed=3), True), (noise, False)):
        drawing(live, pictures)
        scored = make_judge().score(live.trainer)
        assert scored is not None
        assert (scored.scores["KID"] < scored.spoilt) is better


def test_that_a_generator_frozen_to_one_image_is_named_by_a_real_session(tmp_path, monkeypatch):
    monkeypatch.setattr("ganstudio.scores.watchdog.WARM_UP_KIMG", 0.3)
    monkeypatch.setattr("ganstudio.scores.watchdog.FROZEN_KIMG", 0.9)
    live = make_session(tmp_path / "run", make_judge(), steps=150)
    for network in (live.trainer.system.networks["generator"], live.trainer.averages["generator"]):
        forward = network.forward
        network.forward = types.MethodType(lambda self, z, f=forward: f(torch.zeros_like(z)), network)
    warned = [event for event in live.events() if isinstance(event, Warned)]
    assert [warning.topic for warning in warned] == ["collapse"]
    assert 16 * warned[0].step <= 2400


def test_that_a_generator_that_knows_eight_images_by_heart_is_caught_copying(tmp_path):
    pixels = shapes(8)
    live = make_session(tmp_path / "run")
    monitor = make_judge(pixels)
    faithful = torch.from_numpy(pixels).permute(0, 3, 1, 2) / 127.5 - 1
    average = live.trainer.averages["generator"]
    average.forward = types.MethodType(lambda self, z: faithful[torch.arange(len(z)) % 8] * 0.98, average)
    scored = monitor.score(live.trainer)
    assert scored is not None
    assert scored.scores["copies"] > 0.9
    assert scored.scores.keys() == {"copies", "copies held out"}
    assert [warning.topic for warning in monitor.hear(scored)] == ["copies"]


def test_that_images_all_alike_are_named_at_the_start(tmp_path):
    pixels = shapes(1).repeat(120, 0)
    events = list(make_session(tmp_path / "run", make_judge(pixels), steps=1, pixels=pixels).events())
    assert "same" in {event.topic for event in events if isinstance(event, Warned)}
    assert all(event.variety is None for event in events if isinstance(event, Sampled))


# Held-out images ----------------------------------------------------------------------------------------------------


def test_that_the_discriminator_is_asked_about_held_out_images_and_left_as_it_was(tmp_path):
    live = make_session(tmp_path / "run", make_judge(held_out=np.arange(0, 200, 4)), steps=40)
    losses = [event.losses for event in live.events() if isinstance(event, Progress)]
    asked = [values for values in losses if "D(held out)" in values]
    assert asked
    assert len(asked) < len(losses)
    assert all(0 < values["D(held out)"] < 1 for values in asked)
    written = [event for event in Run.open(tmp_path / "run").events() if isinstance(event, Progress)]
    assert sum("D(held out)" in event.losses for event in written) == len(asked)
    alone = make_session(tmp_path / "alone", steps=40)
    list(alone.events())
    ours, theirs = (session.trainer.system.networks["discriminator"].state_dict() for session in (live, alone))
    assert all(torch.equal(ours[name], theirs[name]) for name in ours)


def test_that_a_discriminator_that_knows_its_images_by_heart_is_named():
    pixels = shapes()
    watchdog = make_judge(pixels, held_out=np.arange(0, 200, 4))
    known = {"D(x)": 0.9, "D(G(z))": 0.1, "D(held out)": 0.2, "generator": 1.0, "discriminator": 0.5}
    said = []
    for step in range(1, 60):
        losses = known | {"generator": 1.0 + 0.01 * step}
        event = Progress(step=step, kimg=step / 4, seconds=step, images_per_second=1.0, losses=losses)
        said += watchdog.hear(event)
    assert [warning.topic for warning in said] == ["memory"]
    assert said[0].remedy == {"augment": "diffaugment"}


def test_that_scores_and_copies_rest_on_training_images_and_held_out_ones_apart(tmp_path):
    pixels = shapes(300)
    held_out = np.arange(0, 300, 4)
    live = make_session(tmp_path / "run")
    monitor = make_judge(pixels, held_out=held_out)
    average = live.trainer.averages["generator"]
    unseen = torch.from_numpy(pixels[held_out]).permute(0, 3, 1, 2) / 127.5 - 1
    turns = itertools.cycle(unseen)
    average.forward = types.MethodType(lambda self, z: torch.stack([next(turns) for _ in z]), average)
    scored = monitor.score(live.trainer)
    assert scored is not None
    assert scored.count == 225
    assert scored.scores["copies"] == pytest.approx(scored.scores["copies held out"], abs=0.01)


class Watched:
    """Pictures that remember which of them were looked at."""

    def __init__(self, pixels):
        self.pixels, self.rows, self.shape = pixels, set(), pixels.shape

    def __len__(self):
        return len(self.pixels)

    def __getitem__(self, rows):
        self.rows |= set(np.atleast_1d(rows).tolist())
        return self.pixels[rows]


def test_that_no_score_looks_at_the_test_part(tmp_path):
    watched, test = Watched(shapes(120)), np.arange(0, 120, 3)
    monitor = make_judge(watched, held_out=np.arange(1, 120, 6), test=test)
    live = make_session(tmp_path / "run", monitor, steps=4)
    list(live.events())
    monitor.score(live.trainer)
    assert len(watched.rows) > 60
    assert not watched.rows & set(test.tolist())


def test_that_held_out_images_are_asked_about_from_the_whole_folder(tmp_path):
    """The first ones by name were taken, in a folder of classes all of the first; and a batch was of one class."""
    pixels = np.concatenate([np.full((200, 16, 16, 1), level, np.uint8) for level in (20, 220)])
    live = make_session(tmp_path / "run", pixels=pixels)
    monitor = make_judge(pixels, held_out=np.arange(0, 400, 2))
    seen: list[torch.Tensor] = []
    system = live.trainer.system
    system.reals = lambda batch: seen.append(batch.images) or batch.images
    monitor.extra_losses(live.trainer)
    assert len(seen) == MOST_BATCHES
    for images in seen:
        assert (images > 0).float().mean() == 0.5
