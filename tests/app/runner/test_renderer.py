"""The renderer: latest wins, the large picture first, errors as sentences, training left alone."""

import math
import threading
from pathlib import Path

import numpy as np
import pytest
import torch

from ganstudio.app.runner.between_steps import between_steps, opener_between_steps, saving_opener
from ganstudio.app.runner.renderer import Following, Renderer
from ganstudio.core import checkpoint
from ganstudio.core.events import Saved
from ganstudio.core.run import Run, RunError
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.point import Numbers, Point, Seed, variation
from ganstudio.workflows.open_run import open_generator
from tests.app.tiny_runs import session, settings, tiny_run

torch.set_num_threads(1)


def at(seed: int) -> Point:
    return Point(latent=Seed(seed))


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Run:
    return tiny_run(tmp_path_factory.mktemp("runs") / "tiny")


@pytest.fixture
def renderer_with(qtbot):
    made = []

    def make(opener):
        made.append(Renderer(opener))
        return made[-1]

    yield make
    assert all(renderer.close() for renderer in made)


def real(run: Run, name: str):
    return open_generator(run, checkpoint=name, device="cpu")


def test_that_a_picture_is_the_one_that_generate_makes(qtbot, renderer_with, run):
    renderer, drawn = renderer_with(real), []
    renderer.drawn.connect(drawn.append)
    renderer.open(run)
    number = renderer.draw("picture", [at(5)], DirectionSet())
    qtbot.waitUntil(lambda: bool(drawn), timeout=20_000)
    generator = real(run, "")
    assert np.array_equal(drawn[0].pixels, generator.images(generator.latents([5]))[0])
    assert (drawn[0].number, drawn[0].step, drawn[0].point) == (number, 3, at(5))


def test_that_requests_never_queue_up(qtbot, renderer_with, run):
    """While the worker is held up, a thousand requests are made; it draws the first it had begun and the last."""
    gate = threading.Event()

    def slow(run, name):
        gate.wait(10)
        return real(run, name)

    renderer, drawn = renderer_with(slow), []
    renderer.drawn.connect(drawn.append)
    renderer.open(run)
    for seed in range(1000):
        renderer.draw("picture", [at(seed)], DirectionSet())
    gate.set()
    qtbot.waitUntil(lambda: bool(drawn) and drawn[-1].point == at(999), timeout=20_000)
    assert len(drawn) == 1


def test_that_the_large_picture_goes_before_a_long_strip(qtbot, renderer_with, run):
    begun, release, generators = threading.Event(), threading.Event(), []

    def opener(run, name):
        generators.append(real(run, name))
        return generators[-1]

    def hold_up(*_):
        begun.set()
        release.wait(10)

    renderer, order = renderer_with(opener), []
    renderer.drawn.connect(lambda image: order.append((image.lane, image.index)))
    with qtbot.waitSignal(renderer.opened, timeout=20_000):
        renderer.open(run)
    generators[0].network.register_forward_pre_hook(hold_up)
    renderer.draw("strip", [at(seed) for seed in range(6)], DirectionSet())
    assert begun.wait(10)
    renderer.draw("picture", [at(99)], DirectionSet())
    release.set()
    qtbot.waitUntil(lambda: len(order) == 7, timeout=20_000)
    assert order.index(("picture", 0)) == 1


@pytest.mark.parametrize("strength", [0.0, 1.5])
def test_that_a_deeply_nested_place_comes_back_as_numbers(qtbot, renderer_with, run, strength):
    """Those of the latent alone: what it is pushed by stays with the Point."""
    direction_set = DirectionSet((Direction("hue", "attribute", "z", (0.6, 0.8, 0, 0, 0, 0), 1.0),))
    latent = Seed(0)
    for seed in range(20):
        latent = variation(latent, seed, 0.3)
    renderer, drawn = renderer_with(real), []
    renderer.drawn.connect(drawn.append)
    renderer.open(run)
    renderer.draw("picture", [Point(latent=latent).with_push("hue", strength)], direction_set)
    qtbot.waitUntil(lambda: bool(drawn), timeout=20_000)
    assert isinstance(drawn[0].latent, Numbers)
    renderer.draw("picture", [Point(latent=drawn[0].latent).with_push("hue", strength)], direction_set)
    qtbot.waitUntil(lambda: len(drawn) == 2, timeout=20_000)
    assert np.array_equal(drawn[0].pixels, drawn[1].pixels)


def test_that_what_cannot_be_drawn_is_said_and_the_renderer_goes_on(qtbot, renderer_with, run, tmp_path):
    renderer, drawn, said = renderer_with(real), [], []
    renderer.drawn.connect(drawn.append)
    renderer.failed.connect(lambda lane, sentence: said.append((lane, sentence)))
    renderer.open(Run.create(tmp_path / "empty", settings()))
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0][0] == "open"
    assert "no checkpoint" in said[0][1]
    renderer.open(run)
    renderer.draw("picture", [Point(latent=Numbers((1.0,)))], DirectionSet())
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    assert said[1] == ("picture", "The point has 1 numbers, this generator takes 6.")
    renderer.draw("picture", [at(1)], DirectionSet())
    qtbot.waitUntil(lambda: bool(drawn), timeout=20_000)


def test_that_out_of_memory_is_a_sentence(qtbot, renderer_with, run):
    def full(run, name):
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate")

    renderer = renderer_with(full)
    with qtbot.waitSignal(renderer.failed, timeout=20_000) as failed:
        renderer.open(run)
    assert "not enough memory" in failed.args[1]


def test_that_a_closed_renderer_stays_closed(renderer_with, run, qtbot):
    opened = []
    renderer = renderer_with(lambda run, name: opened.append(run) or open_generator(run, device="cpu"))
    with qtbot.waitSignal(renderer.opened, timeout=60_000):
        renderer.open(run)
    assert renderer.close()
    with qtbot.assertNotEmitted(renderer.opened, wait=500):
        renderer.open(run)
    assert len(opened) == 1


# Beside a run that trains ---------------------------------------------------------------------------------------------


@pytest.fixture
def training(qtbot, runner_with, tmp_path):
    """A runner that trains a tiny run without end and saves when it is asked only, and the run."""
    made = []

    def opener(run, *, on_prepare, cancelled):
        made.append(session(run, tick=0.2))
        made[-1].cadence.next["checkpoint"] = math.inf
        return made[-1]

    runner = runner_with(opener)
    run = Run.create(tmp_path / "live", settings())
    runner.start(run)
    qtbot.waitUntil(lambda: runner.current == "running", timeout=60_000)
    return runner, run, made


def test_that_the_live_picture_is_that_of_the_checkpoint_written_afterwards(qtbot, training):
    runner, run, _ = training
    taken, saved = [], []
    following = Following(runner)
    following.copied.connect(taken.append)
    runner.pause()
    qtbot.waitUntil(lambda: runner.current == "paused", timeout=60_000)
    following.start()
    qtbot.waitUntil(lambda: bool(taken), timeout=60_000)
    following.stop()
    runner.happened.connect(lambda event: saved.append(event) if isinstance(event, Saved) else None)
    runner.save()
    qtbot.waitUntil(lambda: bool(saved), timeout=60_000)
    name = Path(saved[-1].path).stem
    assert saved[-1].step == taken[-1].step
    runner.stop()
    qtbot.waitUntil(lambda: runner.current == "idle", timeout=60_000)
    afterwards = open_generator(run, checkpoint=name, device="cpu")
    for seed in range(5):
        z = afterwards.latents([seed])
        assert np.array_equal(taken[-1].images(z), afterwards.images(z))


def test_that_generators_are_opened_between_two_steps_while_something_trains(qtbot, training):
    runner, _, _ = training
    where = []
    asking = threading.Thread(target=lambda: where.append(between_steps(runner, threading.current_thread)))
    asking.start()
    qtbot.waitUntil(lambda: not asking.is_alive(), timeout=60_000)
    assert where[0] is not asking
    runner.stop()
    qtbot.waitUntil(lambda: runner.current == "idle", timeout=60_000)
    assert between_steps(runner, threading.current_thread) is threading.current_thread()


def test_that_the_newest_checkpoint_of_the_run_that_trains_is_written_first(qtbot, training):
    runner, run, made = training
    steps, opener = [], saving_opener(runner, lambda: run)
    for after in (1, 3):
        qtbot.waitUntil(lambda after=after: made[0].trainer.step >= after, timeout=60_000)
        asking = threading.Thread(target=lambda: steps.append(opener(run, "latest").step))
        asking.start()
        qtbot.waitUntil(lambda asking=asking: not asking.is_alive(), timeout=60_000)
    assert steps[0] >= 1
    assert steps[1] >= 3


def test_that_what_goes_wrong_between_two_steps_is_told_to_who_asked(qtbot, training):
    runner, run, _ = training
    messages = []

    def ask():
        try:
            opener_between_steps(runner)(run, "step-999999")
        except RunError as error:
            messages.append(str(error))

    asking = threading.Thread(target=ask)
    asking.start()
    qtbot.waitUntil(lambda: not asking.is_alive(), timeout=60_000)
    assert "step-999999" in messages[0]
    assert runner.current == "running"


def test_that_following_does_not_change_what_is_learned(qtbot, runner_with, tmp_path):
    """The same run, followed and not followed, ends in the same bytes."""
    states = []
    for followed in (False, True):
        run = Run.create(tmp_path / f"run-{followed}", settings(steps=40))
        runner = runner_with(lambda run, *, on_prepare, cancelled: session(run, tick=0.05))
        following = Following(runner)
        if followed:
            following.start()
            assert following.pace
            following.pace.least = 0.0
            following.copied.connect(lambda _, following=following: following.drew(0.0))
        runner.start(run)
        qtbot.waitUntil(lambda: runner.current == "idle", timeout=60_000)  # noqa: B023
        following.stop()
        states.append(checkpoint.load_newest(run.checkpoints)[0])
    first, second = (state["averages"]["generator"] for state in states)
    assert states[0]["step"] == states[1]["step"] == 40
    assert all(torch.equal(first[name], second[name]) for name in first)
