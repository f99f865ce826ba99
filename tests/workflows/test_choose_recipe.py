"""Auto on real files: what is measured, what a run that was left to it becomes, and that it can be called off."""

import itertools

import numpy as np
import pytest
import torch
from PIL import Image

from ganstudio.core.events import Started
from ganstudio.core.images.check_report import Cancelled
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import SettingError
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.progan.recipe import ProGAN
from ganstudio.models.upsample.recipe import Upsample
from ganstudio.workflows import choose_recipe
from ganstudio.workflows.measure_speed import measured_here, speed_here
from ganstudio.workflows.open_run import open_generator, open_session

SMALL = {"resolution": 16, "width": 4}


@pytest.fixture(autouse=True)
def hasty(monkeypatch, tmp_path):
    monkeypatch.setattr(choose_recipe, "SECONDS", 0.0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(10):
        noise = np.random.default_rng(number).integers(0, 256, (18, 18, 3), dtype=np.uint8)
        Image.fromarray(noise).save(folder / f"{number}.png")
    (folder / "broken.png").write_bytes(b"no picture")
    return folder


def left_to_auto(pictures, folder, **known):
    settings = RunSettings(recipe="auto", sides=((str(pictures),),), values=SMALL, device="cpu", **known)
    return Run.create(folder, settings)


def test_that_a_run_left_to_auto_is_given_its_recipe_when_it_begins(pictures, tmp_path):
    run = left_to_auto(pictures, tmp_path / "run", budget=Budget(steps=1))
    with pytest.raises(SettingError, match="has not chosen"):
        open_generator(run)
    session = open_session(run)
    written = Run.open(run.folder).settings
    assert (written.recipe, written.values["resolution"], written.values["width"]) == ("upsample", 16, 4)
    assert written.budget == Budget(steps=1)
    assert "10 pictures" in written.reason  # those that can be used, not all eleven files
    started = next(event for event in session.events() if isinstance(event, Started))
    assert (started.recipe, started.reason) == ("upsample", written.reason)
    assert open_generator(run).resolution == 16


def test_that_measuring_leaves_no_trace_in_what_is_trained(pictures, tmp_path):
    run = left_to_auto(pictures, tmp_path / "auto", budget=Budget(steps=2))
    list(open_session(run).events())
    again = Run.create(tmp_path / "named", RunSettings(**vars(run.settings)))
    list(open_session(again).events())
    images, other = (open_generator(each).images(torch.ones(1, 100)) for each in (run, again))
    assert (images == other).all()


def test_that_what_cannot_be_trained_is_refused_before_pictures_are_decoded(pictures):
    with pytest.raises(SettingError, match="halves down"):
        choose_recipe.decide([str(pictures)], Preparation(), device="cpu", fixed={"resolution": 48})


def test_that_deciding_can_be_called_off_at_every_moment(pictures):
    for moment in range(1, 4):
        asked = itertools.count()
        with pytest.raises(Cancelled):
            choose_recipe.decide(
                [str(pictures)], Preparation(), device="cpu", fixed=SMALL,
                cancelled=lambda asked=asked, moment=moment: next(asked) >= moment,
            )  # fmt: skip


def test_that_speed_is_measured_with_whole_batches_where_they_are_quick():
    sizes = []

    class Watched(Upsample):
        def build(self, image_spec):
            system = super().build(image_spec)
            step = system.step
            system.step = lambda batch, number: sizes.append(len(batch.images)) or step(batch, number)
            return system

    recipe = Watched(**SMALL, batch=8)
    assert speed_here("cpu", ImageSpec(1), seconds=0.5)(recipe) > 0
    assert (sizes[0], sizes[-1]) == (2, 8)
    sizes.clear()
    assert speed_here("cpu", seconds=0.0)(recipe) > 0
    assert set(sizes) == {2, 4}


def test_that_networks_that_grow_are_measured_at_their_full_size():
    levels = []

    class Watched(ProGAN):
        def build(self, image_spec):
            system = super().build(image_spec)
            prepare = system.prepare
            system.prepare = lambda step: (prepare(step), levels.append(system.level))[0]
            return system

    speed_here("cpu", seconds=0.0)(Watched(resolution=16, widest=8, channel_base=64, latent=8))
    assert set(levels) == {2.0}


def test_that_a_recipe_that_needs_classes_is_measured_with_some():
    from ganstudio.models.cgan.recipe import CGAN

    assert measured_here(CGAN(), "cpu", seconds=0.0).images_per_second > 0


def test_that_a_translation_is_measured_with_what_it_needs_on_the_disk():
    measured = measured_here(CycleGAN(resolution=32, width=4, blocks=1), "cpu", seconds=0.0)
    assert measured.images_per_second > 0
    assert measured.memory > 0
    assert measured.state > 3 * measured.snapshot > 0
