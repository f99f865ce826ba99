"""Going on with a run whose images have changed since: classes by their names, fewer images than a batch."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from ganstudio.core.events import Warned
from ganstudio.core.run import Budget, Preparation, Run, RunError, RunSettings
from ganstudio.core.session import Session
from ganstudio.core.settings import values_of
from ganstudio.models.cgan.recipe import CGAN
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.linear.recipe import Linear
from ganstudio.workflows.open_run import open_session


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


BRIGHTNESS = {"cats": 40, "dogs": 120, "elks": 210}


def filled(folder: Path, brightness: int, count: int = 8) -> Path:
    """Pictures whose brightness tells the class."""
    folder.mkdir(parents=True)
    for number in range(count):
        noise = np.random.default_rng(brightness + number).integers(0, 20, (16, 16, 3), np.uint8)
        Image.fromarray(noise + np.uint8(brightness)).save(folder / f"{number}.png")
    return folder


def trained(tmp_path: Path, recipe, folder: Path, **preparation) -> Run:
    settings = RunSettings(
        recipe=recipe.name, sides=((str(folder),),), values=values_of(recipe), budget=Budget(steps=2),
        preparation=Preparation(duplicates="keep", **preparation), device="cpu",
    )  # fmt: skip
    run = Run.create(tmp_path / "run", settings)
    list(open_session(run).events())
    run.change(budget=Budget(steps=4))
    return run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A run that has learned cats, dogs and elks."""
    for name, brightness in BRIGHTNESS.items():
        filled(tmp_path / "images" / name, brightness)
    recipe = CGAN(resolution=16, batch=4, latent=8, width=4)
    return trained(tmp_path, recipe, tmp_path / "images", labels=True)


def labelled(run: Run) -> list[tuple[int, int]]:
    """The brightness of each image that is learned (roughly), and its label."""
    batch = open_session(run).images.batch(0)
    means = ((batch.images.mean(dim=(1, 2, 3)) + 1) * 127.5).round().to(torch.int64).tolist()
    known = list(BRIGHTNESS.values())
    nearest = [min(known, key=lambda value: abs(value + 10 - mean)) for mean in means]
    return list(zip(nearest, batch.labels.tolist(), strict=True))


def test_that_a_renamed_class_is_refused_by_its_name(run, tmp_path):
    """The order of the folders turns: cats had been 0, and would have become 2."""
    (tmp_path / "images" / "cats").rename(tmp_path / "images" / "tigers")
    with pytest.raises(RunError, match="has learned the classes cats, dogs, elks, and tigers is none of them"):
        open_session(run)


def test_that_one_more_class_is_refused_by_its_name(run, tmp_path):
    filled(tmp_path / "images" / "apes", 170)
    with pytest.raises(RunError, match="and apes is none of them"):
        open_session(run)


def test_that_a_class_that_is_gone_leaves_the_others_their_numbers(run, tmp_path):
    numbers = {brightness: number for number, brightness in enumerate(BRIGHTNESS.values())}
    assert all(numbers[brightness] == label for brightness, label in labelled(run))
    shutil.rmtree(tmp_path / "images" / "cats")
    assert all(numbers[brightness] == label for brightness, label in labelled(run))
    assert list(open_session(run).events())[-1].outcome == "completed"


def test_that_images_without_their_folders_are_refused(run, tmp_path):
    for name in BRIGHTNESS:
        for path in (tmp_path / "images" / name).iterdir():
            path.rename(tmp_path / "images" / f"{name}-{path.name}")
        (tmp_path / "images" / name).rmdir()
    with pytest.raises(RunError, match="its images need their folders"):
        open_session(run)


def test_that_a_run_goes_on_with_fewer_images_than_its_batch(tmp_path):
    folder = filled(tmp_path / "images", 90)
    recipe = Linear(resolution=8, batch=6, latent=8, generator_widths="16,16", discriminator_widths="16")
    run = trained(tmp_path, recipe, folder)
    for number in range(5):
        (folder / f"{number}.png").unlink()
    events = list(open_session(run).events())
    assert events[-1].outcome == "completed"
    assert any(isinstance(event, Warned) and "3 images now for a batch of 6" in event.message for event in events)


# The learning rates --------------------------------------------------------------------------------------------------


def translating(tmp_path: Path, budget: Budget) -> Run:
    sides = tuple((str(filled(tmp_path / name, brightness)),) for name, brightness in (("a", 40), ("b", 160)))
    recipe = CycleGAN(resolution=16, width=4, blocks=1, constant_epochs=2, decay_epochs=98)
    settings = RunSettings(
        recipe=recipe.name, sides=sides, values=values_of(recipe), budget=budget,
        preparation=Preparation(duplicates="keep"), device="cpu",
    )  # fmt: skip
    return Run.create(tmp_path / "run", settings)


def rates(session: Session) -> float:
    """Of the first optimiser, as a share of what the settings say."""
    optimizer = next(iter(session.trainer.system.optimizers.values()))
    return optimizer.param_groups[0]["lr"] / CycleGAN().generator_lr


def said(session: Session) -> list[str]:
    return [remark.message for remark in session.remarks if remark.topic == "rates"]


@pytest.fixture
def ended(tmp_path: Path) -> Run:
    """A CycleGAN whose rates have fallen over its four steps."""
    run = translating(tmp_path, Budget(steps=4))
    session = open_session(run)
    list(session.events())
    assert said(session) == []
    assert rates(session) < 0.3
    return run


def test_that_a_jump_of_the_rates_is_said(ended):
    ended.change(budget=Budget(steps=400))
    session = open_session(ended)
    assert rates(session) > 0.9
    (sentence,) = said(session)
    assert "go up from" in sentence
    assert "--rates low" in sentence


def test_that_the_rates_stay_low_where_that_is_wished_however_often_it_is_resumed(ended):
    session = open_session(ended)
    low = session.trainer.left_at
    for steps in (400, 800):
        ended.change(budget=Budget(steps=steps, rates="low"))
        session = open_session(ended)
        assert rates(session) <= low * 1.001
        assert "stay at" in said(session)[0]


def test_that_a_run_without_a_budget_says_where_its_rates_end(tmp_path):
    session = open_session(translating(tmp_path, Budget(minutes=1)))
    (sentence,) = said(session)
    assert "fall until step 800 and stay at 0.01" in sentence


def test_that_going_on_before_the_end_is_no_jump(tmp_path):
    run = translating(tmp_path, Budget(steps=400))
    session = open_session(run)
    stopped = iter(session.events())
    next(stopped)
    session.stop()
    list(stopped)
    assert said(open_session(run)) == []
