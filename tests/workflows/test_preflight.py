"""What opening would refuse is known before: what was not said opens and steps, what is refused was said."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from ganstudio.core.checkpoint import packed_state
from ganstudio.core.device import choose
from ganstudio.core.images.cache import prepare
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.session import Session
from ganstudio.core.settings import Setting, SettingError, Value, settings_of, values_of
from ganstudio.core.trainer import Trainer
from ganstudio.models.cgan.recipe import CGAN
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.gallery import RECIPES, by_name
from ganstudio.models.stylegan.recipe import StyleGAN2
from ganstudio.scores.extractor_networks import SqueezeNet
from ganstudio.scores.perceptual_place import perceptual_file, weights_folder
from ganstudio.workflows.measure_speed import measured_here, size_of
from ganstudio.workflows.open_run import open_session
from ganstudio.workflows.preflight import (
    OTHER_PICTURES,
    Need,
    PictureFacts,
    Room,
    can_learn_classes,
    preflight,
)
from tests.benchmarks import forecasts
from tests.models.contract import SMALL, batch_of

torch.set_num_threads(1)

SMALLER = {"blocks": 1, "widest": 8, "channel_base": 64}
SETS: Mapping[str, tuple[int, int]] = {
    "1 picture": (1, 0), "3 pictures": (3, 0), "no classes": (12, 0), "one class": (12, 1), "10 classes": (20, 10),
}  # fmt: skip
"""Pictures and class folders of each."""
SITUATIONS: tuple[tuple[str, dict[str, Value]], ...] = (
    *((name, {}) for name in SETS),
    *(("no classes", {"batch": batch}) for batch in (1, 2, 12, 13, 40)),
    *(("10 classes", {"batch": batch}) for batch in (1, 2)),
    *(("1 picture", {"batch": batch}) for batch in (1, 2)),
    *(("10 classes", {"resolution": size}) for size in (8, 9, 12, 20, 28, 31, 48)),
)
CHOICES = [pytest.param(kind, preset, id=f"{kind.name}/{preset or 'defaults'}")
           for kind in RECIPES for preset in ("", *kind.presets)]  # fmt: skip


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders of pictures of odd and differing sizes."""
    made = {}
    for name, (count, classes) in SETS.items():
        made[name] = tmp_path_factory.mktemp(name.replace(" ", "-"))
        for number in range(count):
            folder = made[name] / f"class {number % classes}" if classes else made[name]
            folder.mkdir(exist_ok=True)
            noise = np.random.default_rng(number).integers(0, 256, (19 + number % 3, 23, 3), dtype=np.uint8)
            Image.fromarray(noise).save(folder / f"{number}.png")
    return made


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """With weights of the network that some recipes see with; where there are none has a test in test_faststyle."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    if perceptual_file() is None:
        weights_folder().mkdir(parents=True)
        save_file(SqueezeNet().state_dict(), weights_folder() / "own-squeezenet.safetensors")


def tiny(recipe: Recipe) -> Recipe:
    """The same with small networks, at the smallest size that it can do."""
    known = {setting.name for setting in settings_of(type(recipe))}
    small = recipe.with_values({name: value for name, value in (SMALL | SMALLER).items() if name in known})
    (resolution,) = [setting for setting in settings_of(type(recipe)) if setting.name == "resolution"]
    least = int(resolution.low or 0)
    sizes = (small.with_values({"resolution": size}) for size in (8, 16, 32, 64) if size >= least)
    return next(sized for sized in sizes if not any("resolution" in problem.settings for problem in sized.problems()))


def said(recipe: Recipe, folder: Path, preparation: Preparation) -> list[str]:
    """The findings for the pictures in a folder."""
    prepared = prepare([str(folder)], preparation, recipe.prepared_resolution)
    facts = PictureFacts.of(prepared.report, prepared.classes)
    return [finding.sentence for finding in preflight(recipe, (facts,) * recipe.sides)]


def opened(recipe: Recipe, folder: Path, preparation: Preparation, place: Path) -> Session:
    settings = RunSettings(
        recipe=recipe.name, sides=((str(folder),),) * recipe.sides, values=values_of(recipe),
        preparation=preparation, budget=Budget(steps=1), device="cpu",
    )  # fmt: skip
    return open_session(Run.create(place, settings))


def refused(recipe: Recipe, folder: Path, preparation: Preparation, place: Path) -> str:
    """Opens a run and takes a step, with previews as at its start; returns why that cannot be."""
    try:
        session = opened(recipe, folder, preparation, place)
        session.trainer.train(session.images.batch(0))
        session.trainer.preview()
    except SettingError as error:
        return str(error)
    finally:
        shutil.rmtree(place)
    return ""


def _labels(kind: type[Recipe], name: str) -> tuple[bool, ...]:
    """With labels on and off, where there are folders that could be classes to a recipe."""
    return (False, True) if "class" in name and kind.sides == 1 else (False,)


@pytest.mark.parametrize(("kind", "preset"), CHOICES)
def test_that_what_opening_refuses_was_said_and_what_was_not_said_opens_and_steps(
    kind: type[Recipe], preset: str, sets: dict[str, Path], tmp_path: Path
) -> None:
    base, refusals = tiny(kind.preset(preset)), 0
    least = int(next(setting.low or 0 for setting in settings_of(kind) if setting.name == "resolution"))
    possible = [(name, values) for name, values in SITUATIONS if values.get("resolution", least) >= least]
    situations = [(name, values, labels) for name, values in possible for labels in _labels(kind, name)]
    for name, values, labels in situations:
        recipe, preparation = base.with_values(values), Preparation(labels=labels)
        if any("resolution" in problem.settings for problem in recipe.problems()):
            findings = [finding.sentence for finding in preflight(recipe)]  # never prepared: the window waits likewise
        else:
            findings = said(recipe, sets[name], preparation)
        reason = refused(recipe, sets[name], preparation, tmp_path / "run")
        assert bool(reason) == bool(findings), (name, values, labels, findings, reason)
        assert not reason or reason in findings
        refusals += bool(reason)
    assert refusals or kind.sides == 2  # the walk meets what cannot be


def of_each_setting(recipe: Recipe, setting: Setting) -> Iterator[Value]:
    """The values at the ends of a range, every choice, and texts that people type."""
    if setting.name in {"resolution", "batch"}:
        return  # walked above
    if setting.type is str and not setting.choices:
        yield from ("", "16", "16,,16", "a", "colour,,cutout", "-3", "0")
    yield from setting.choices
    yield from (False, True) if setting.type is bool else ()
    for end in (setting.low, setting.high):
        if end is not None:
            yield setting.type(min(end, {"latent": 64, "width": 32, "widest": 64}.get(setting.name, 4 * 10**4)))


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in RECIPES])
def test_that_every_setting_at_its_ends_is_refused_at_once_or_trains(kind: type[Recipe]) -> None:
    base = tiny(kind())
    spec = ImageSpec(3, ("boots", "coats", "hats") if kind.needs_classes else ())
    for setting in settings_of(kind):
        for value in of_each_setting(base, setting):
            try:
                recipe = base.with_values({setting.name: value})
            except SettingError:
                continue
            if preflight(recipe):
                continue
            trainer = Trainer(recipe.build(spec), choose("cpu"), ema_kimg=recipe.ema_kimg)
            if kind.sides == 1:
                assert trainer.train(batch_of(recipe)), (setting.name, value)


# What puts it right ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "preset"), CHOICES)
def test_that_each_button_puts_right_what_it_stands_beside(kind: type[Recipe], preset: str) -> None:
    base = tiny(kind.preset(preset))
    facts = PictureFacts(used=12, classes=2 if kind.needs_classes else 0)
    for values in ({"batch": 1}, {"batch": 13}, {"resolution": 31}, {"resolution": 100}):
        recipe = base.with_values(values)
        for finding in preflight(recipe, (facts,) * kind.sides):
            assert finding.remedy, finding
            changed = recipe.with_values(finding.remedy.values)
            assert finding.sentence not in {other.sentence for other in preflight(changed, (facts,) * kind.sides)}


def test_that_folders_become_classes_by_one_button() -> None:
    folders = {f"class {number}": 30 for number in range(10)}
    (finding,) = preflight(CGAN(), (PictureFacts(used=300, folders=folders),))
    assert finding.remedy
    assert (finding.remedy.title, dict(finding.remedy.preparation)) == ("Learn the 10 classes", {"labels": True})
    assert preflight(CGAN(), (PictureFacts(used=300, classes=10, folders=folders),)) == []


@pytest.mark.parametrize(
    ("recipe", "folders", "offered"),
    [(StyleGAN2(), 10, True), (StyleGAN2(), 1, False), (DCGAN(), 10, False), (None, 10, True)],
)
def test_that_classes_are_offered_where_they_can_be_learned(recipe: Recipe | None, folders: int, offered: bool) -> None:
    facts = PictureFacts(used=300, folders={str(number): 30 for number in range(folders)})
    assert bool(can_learn_classes(recipe, facts)) is offered


def test_that_one_picture_is_told_with_its_reason_and_other_pictures_are_offered() -> None:
    (finding,) = preflight(DCGAN(), (PictureFacts(used=1),))
    assert finding.sentence == "There is only 1 picture: BatchNorm needs at least 2 images per step."
    assert finding.remedy is OTHER_PICTURES


def test_that_a_translation_needs_two_sides_and_a_team_an_even_share() -> None:
    assert "2 folders, not from 1" in preflight(CycleGAN(), (PictureFacts(used=5),))[0].sentence
    (finding,) = preflight(DCGAN(batch=7), processes=2)
    assert finding.remedy
    assert dict(finding.remedy.values) == {"batch": 8}


@pytest.mark.parametrize("gigabytes", [1.0, 2.5, 7.9])
def test_that_too_little_memory_is_told_with_a_batch_that_fits(gigabytes: float) -> None:
    each = 2**28
    need = Need(memory=32 * each, batch=32, each=each - 2**20)
    room = Room(memory=int(gigabytes * 2**30), device="NVIDIA T4")
    (finding,) = preflight(StyleGAN2(batch=32), need=need, room=room)
    assert "8.0 GB of memory" in finding.sentence
    assert "NVIDIA T4" in finding.sentence
    assert finding.remedy
    batch = int(finding.remedy.values["batch"])
    assert need.memory - (32 - batch) * need.each <= room.memory < need.memory - (31 - batch) * need.each
    assert preflight(StyleGAN2(batch=32), need=need, room=Room(memory=32 * each)) == []


def test_that_where_no_batch_fits_a_resolution_is_named_and_where_both_do_both_are() -> None:
    need = Need(memory=2**31, batch=2, each=2**29, resolution=256)
    (finding,) = preflight(CycleGAN(resolution=256, batch=2), need=need, room=Room(memory=2**30 + 2**29))
    assert finding.sentence.endswith("It fits with batch 1 or resolution 128.")
    (finding,) = preflight(CycleGAN(resolution=256, batch=1), need=need, room=Room(memory=2**30 + 2**28))
    assert finding.sentence.endswith("It fits with resolution 128.")
    assert finding.remedy
    assert dict(finding.remedy.values) == {"resolution": 128}
    (finding,) = preflight(CycleGAN(resolution=256, batch=1), need=need, room=Room(memory=2**28))
    assert finding.sentence.endswith("Choose a smaller recipe.")
    assert finding.remedy is None


def test_that_pictures_that_are_kept_in_memory_count_and_those_that_stay_in_their_file_do_not() -> None:
    recipe, need = DCGAN(resolution=64), Need(memory=2**30, batch=64)
    few, many = PictureFacts(used=2**30 // (4 * 64 * 64 * 3)), PictureFacts(used=2**31 // (64 * 64 * 3))
    (finding,) = preflight(recipe, (few,), need=need, room=Room(memory=2**30 + 2**27))
    assert "1.2 GB of memory" in finding.sentence
    assert preflight(recipe, (many,), need=need, room=Room(memory=2**30 + 2**27)) == []


def test_that_with_a_gpu_the_computers_own_memory_is_looked_at_as_well() -> None:
    need = Need(memory=2**30, batch=64, host=3 * 2**30)
    (finding,) = preflight(DCGAN(), need=need, room=Room(memory=2**34, host=2**31))
    assert "3.0 GB of the computer's own memory" in finding.sentence
    assert preflight(DCGAN(), need=need, room=Room(memory=2**34, host=2**32)) == []


@pytest.mark.parametrize(("kind", "preset"), CHOICES)
def test_that_what_a_save_takes_is_known_of_every_recipe_and_what_a_step_takes_is_measured(
    kind: type[Recipe], preset: str, sets: dict[str, Path], tmp_path: Path
) -> None:
    """How near the peaks of real runs are: `python -m tests.benchmarks.forecasts`, and for some the test below."""
    recipe = tiny(kind.preset(preset))
    recipe = recipe.with_values({"fidelity_kimg": 0.0} if recipe.task == "enlarge" else {})
    recipe = recipe.with_values({"encoder": "squeezenet"} if hasattr(recipe, "encoder") else {})  # as is at hand
    measured = measured_here(recipe, "cpu", seconds=0.0)
    assert measured.memory > 2**26
    assert measured.each >= 0
    assert size_of(recipe) == Need(state=measured.state, snapshot=measured.snapshot)
    session = opened(recipe, sets["10 classes"], Preparation(labels=recipe.needs_classes), tmp_path / "run")
    for step in range(int(getattr(recipe, "n_critic", 1))):
        session.trainer.train(session.images.batch(step))
    _, packed = packed_state(session.trainer.state())
    assert len(packed) == pytest.approx(session.trainer.size, rel=0.1, abs=2**16), "names take some kilobytes"
    if not recipe.needs_classes:
        assert session.trainer.size == measured.state


SAVING, SEEING = "linear", "superres quick"
"""What takes the most in each: the save, the network that sees. `tests.benchmarks.forecasts` measures all."""


@pytest.mark.parametrize(("name", "steps"), [(SAVING, 2), (SEEING, 3)])
def test_that_memory_and_disk_are_within_a_tenth_of_what_a_run_then_takes(
    name: str, steps: int, tmp_path: Path
) -> None:
    kind, _, preset = name.partition(" ")
    recipe = forecasts.sized(by_name(kind).preset(preset), 64, 16)
    assert recipe is not None
    forecasts.drawn(tmp_path)
    comparison = forecasts.compared(name, recipe, tmp_path, steps)
    for what in ("memory", "state", "snapshot"):
        assert comparison.ratio(what) == pytest.approx(1.0, abs=0.1), comparison.line()


def test_that_a_full_disk_is_told_with_the_folder(tmp_path: Path) -> None:
    (finding,) = preflight(DCGAN(), need=Need(state=2**28), room=Room(disk=2**30, folder="/runs"))
    assert "1.3 GB" in finding.sentence
    assert "/runs has 1.0 GB free" in finding.sentence
    (finding,) = preflight(DCGAN(), need=Need(snapshot=2**28), room=Room(disk=2**30, folder="/runs"))
    assert "4.3 GB on the disk" in finding.sentence, "17 snapshots are kept or written at once"
    assert preflight(DCGAN(), need=Need(state=2**20), room=Room.on_disk(tmp_path / "not" / "made yet")) == []
