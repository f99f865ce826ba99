"""Branches: a new run begins just where the old one was, and what is changed takes effect."""

import dataclasses
import shutil
from pathlib import Path

import pytest
import torch

from ganstudio.core import checkpoint
from ganstudio.core.checkpoint import checkpoints_in, load_newest, load_snapshot
from ganstudio.core.events import Finished, Progress, Started, Warned
from ganstudio.core.run import Budget, Preparation, Run, RunError, RunSettings
from ganstudio.core.settings import SettingError, values_of
from ganstudio.core.snapshots import snapshots_in
from ganstudio.models.gallery import DCGAN, CycleGAN, Linear
from ganstudio.workflows.branch_run import branch
from ganstudio.workflows.open_run import open_generator, open_session
from tests.core.test_trainer import tensors
from tests.workflows.test_two_image_sets import TINY as TINY_SIDES
from tests.workflows.test_two_image_sets import folder_of, run_of

TINY = Linear(resolution=16, batch=4, latent=8, generator_widths="16,16", discriminator_widths="16")


@pytest.fixture(autouse=True, scope="module")
def cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def make_run(folder: Path, recipe=TINY, steps: int = 6) -> Run:
    pictures = folder.parent / "pictures"
    if not pictures.exists():
        folder_of(pictures, 12)
    settings = RunSettings(
        recipe=recipe.name,
        sides=((str(pictures),),),
        values=values_of(recipe),
        budget=Budget(steps=steps),
        preparation=Preparation(duplicates="keep"),
        device="cpu",
    )
    return Run.create(folder, settings)


def train(run: Run) -> list:
    events = list(open_session(run).events())
    assert isinstance(events[-1], Finished)
    assert events[-1].outcome == "completed", events[-1].message
    return events


@pytest.fixture(scope="module")
def finished(tmp_path_factory) -> Run:
    run = make_run(tmp_path_factory.mktemp("runs") / "old")
    train(run)
    return run


@pytest.fixture
def trained(tmp_path, finished) -> Run:
    """A run of each test's own."""
    return Run.open(shutil.copytree(finished.folder, tmp_path / "old"))


def test_that_a_branch_without_changes_is_the_run_going_on(tmp_path, trained):
    made = branch(trained, checkpoint=None, changes={}, out=tmp_path / "new", budget=Budget(steps=10))
    events = train(made)
    assert isinstance(events[0], Started)
    assert events[0].step == 6
    trained.change(budget=Budget(steps=10))
    train(trained)
    ours, theirs = (tensors(load_newest(run.checkpoints)[0]) for run in (made, trained))
    assert [name for name in theirs if not torch.equal(ours[name], theirs[name])] == []


def test_that_a_branch_remembers_where_it_came_from(tmp_path, trained):
    branch(trained, checkpoint="latest", changes={"generator_lr": 1e-4}, out=tmp_path / "new")
    settings = Run.open(tmp_path / "new").settings
    assert settings.origin == {"run": trained.name, "checkpoint": "step-000000006", "step": 6, "kimg": 0.024,
                               "remark": ""}  # fmt: skip
    assert settings.values["generator_lr"] == 1e-4
    assert settings.sides == trained.settings.sides
    assert settings.budget.steps == 12  # used up: as much again


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Budget(minutes=10.0), Budget(minutes=20.0)),
        (Budget(minutes=4.0), Budget(minutes=14.0)),
        (Budget(minutes=10.5), Budget(minutes=10.5)),
        (Budget(kimg=0.02), Budget(kimg=0.044)),
        (Budget(kimg=0.03), Budget(kimg=0.03)),
        (Budget(steps=6, kimg=1.0, minutes=30.0), Budget(steps=12, kimg=1.024, minutes=40.0)),
        (Budget(), Budget()),
    ],
)
def test_that_a_branch_has_what_is_left_of_the_budget_or_as_much_again(tmp_path, trained, before, after):
    state, _, _ = load_newest(trained.checkpoints)
    checkpoint.save(trained.checkpoints, state | {"seconds": 600.0})
    trained.change(budget=before)
    made = branch(trained, checkpoint=None, changes={}, out=tmp_path / "new")
    assert values_of(made.settings.budget) == pytest.approx(values_of(after))


def test_that_optimiser_settings_take_effect_and_the_others_stay_as_they_were(tmp_path, trained):
    state, _, _ = load_newest(trained.checkpoints)
    state["halvings"] = {"generator": 1, "discriminator": 1}  # halved after a failure
    checkpoint.save(trained.checkpoints, state)
    made = branch(trained, checkpoint=None, changes={"generator_lr": 5e-5, "beta1": 0.3}, out=tmp_path / "new")
    optimizers = open_session(made).trainer.system.optimizers
    group, other = (optimizers[name].param_groups[0] for name in ("generator", "discriminator"))
    assert (group["lr"], other["lr"]) == (5e-5, 1e-4)
    assert (tuple(group["betas"]), tuple(other["betas"])) == ((0.3, 0.999), (0.3, 0.999))
    assert float(next(iter(optimizers["generator"].state.values()))["step"]) == 6


def test_that_another_kind_of_optimiser_begins_anew_and_the_run_says_so(tmp_path, trained):
    made = branch(trained, checkpoint=None, changes={"optimizer": "rmsprop"}, out=tmp_path / "new")
    (warned,) = (event for event in train(made) if isinstance(event, Warned) and event.topic == "branch")
    assert "begins anew" in warned.message
    kept = branch(trained, checkpoint=None, changes={"optimizer": "adamw"}, out=tmp_path / "third")
    assert kept.settings.origin["remark"] == ""
    (group,) = open_session(kept).trainer.system.optimizers["generator"].param_groups
    assert group["weight_decay"] > 0


@pytest.mark.parametrize(
    ("changes", "named"),
    [({"latent": 9}, "latent"), ({"generator_lr": 1e-3, "minibatch": "stddev"}, "minibatch"),
     ({"colour": "grey"}, "colour"), ({"colour": "grey", "resolution": 32}, "colour")],
)  # fmt: skip
def test_that_what_would_make_other_networks_is_refused_by_name(tmp_path, trained, changes, named):
    with pytest.raises(
        SettingError, match=rf"^{named}[^,]*start a new run\.$|^{named} .*start a new run\.$"
    ) as refusal:
        branch(trained, checkpoint=None, changes=changes, out=tmp_path / "new")
    assert refusal.value.name == named
    assert "generator_lr" not in str(refusal.value)
    assert not (tmp_path / "new").exists()


def test_that_unknown_settings_and_values_out_of_range_are_refused(tmp_path, trained):
    for changes in ({"depth": 3}, {"generator_lr": -1.0}, {"held_back": 1}):
        with pytest.raises(SettingError):
            branch(trained, checkpoint=None, changes=changes, out=tmp_path / "new")
    with pytest.raises(RunError, match="no checkpoint called nothing"):
        branch(trained, checkpoint="nothing", changes={}, out=tmp_path / "new")
    with pytest.raises(RunError, match="not empty"):
        branch(trained, checkpoint=None, changes={}, out=trained.folder)


def test_that_augmentation_and_mirroring_can_be_switched_on_and_off(tmp_path, trained):
    made = branch(trained, checkpoint=None, changes={"augment": "ada", "flip": True}, out=tmp_path / "new")
    assert made.settings.preparation.flip
    train(made)
    assert "augmentation" in load_newest(made.checkpoints)[0]["system"]
    again = branch(made, checkpoint=None, changes={"augment": "none"}, out=tmp_path / "third")
    train(again)
    assert load_newest(again.checkpoints)[0]["system"] == {}


def test_that_another_batch_goes_on_at_the_same_image(tmp_path, trained):
    made = branch(trained, checkpoint=None, changes={"batch": 8}, out=tmp_path / "new", budget=Budget(kimg=0.04))
    events = train(made)
    assert (events[0].step, events[0].kimg) == (3, 0.024)
    last = [event for event in events if isinstance(event, Progress)][-1]
    assert (last.step, last.kimg) == (5, 0.04)


def test_that_a_branch_can_begin_with_a_snapshot_and_says_what_is_missing(tmp_path, trained):
    (snapshot,) = snapshots_in(trained.folder)
    dropped = [entry for entry in checkpoints_in(trained.checkpoints) if entry.step == snapshot.step]
    assert (snapshot.step, dropped) == (0, [])
    made = branch(trained, checkpoint=snapshot.name, changes={}, out=tmp_path / "new")
    session = open_session(made)
    (remark,) = session.remarks
    assert "step 0" in remark.message
    assert "step 6" in remark.message
    assert session.trainer.step == 0
    kept = load_snapshot(snapshot)["averages"]["generator"]
    assert all(
        torch.equal(tensor, kept[name]) for name, tensor in session.trainer.averages["generator"].state_dict().items()
    )
    assert not session.trainer.system.optimizers["generator"].state
    assert session.trainer.system.optimizers["discriminator"].state
    train(made)


def test_that_a_generator_can_be_opened_from_a_snapshot_by_its_name(trained):
    (snapshot,) = snapshots_in(trained.folder)
    generator = open_generator(trained, checkpoint=snapshot.name, device="cpu")
    assert generator.step == 0
    latest = open_generator(trained, checkpoint="latest", device="cpu")
    assert latest.step == open_generator(trained, device="cpu").step == 6
    z = generator.latents([1])
    assert (generator.images(z) != latest.images(z)).any()


def test_that_batch_norm_and_an_unfinished_budget_are_carried_over(tmp_path):
    run = make_run(tmp_path / "old", DCGAN(resolution=16, batch=4, latent=8, width=4))
    train(run)
    run.change(budget=Budget(steps=9))
    made = branch(run, checkpoint=None, changes={"label_smoothing": 0.1}, out=tmp_path / "new")
    assert made.settings.budget == Budget(steps=9)
    assert train(made)[-1].step == 9


def test_that_a_translation_branches_too_with_a_smaller_pool(tmp_path):
    run = run_of(tmp_path, folder_of(tmp_path / "a", 3), folder_of(tmp_path / "b", 5), CycleGAN(**TINY_SIDES))
    train(run)
    made = branch(run, checkpoint=None, changes={"pool": 1, "generator_lr": 1e-5}, out=tmp_path / "new")
    assert train(made)[-1].step == 4
    snapshot = snapshots_in(run.folder)[0]
    assert train(branch(run, checkpoint=snapshot.name, changes={}, out=tmp_path / "third"))[-1].step == 2


def test_that_settings_of_older_runs_have_no_origin(trained):
    text = trained.settings.to_json().replace('"origin": {}', '"later": {}')
    assert RunSettings.from_json(text, trained.settings.places_to_json()) == dataclasses.replace(trained.settings)


@pytest.mark.parametrize("odd", ["text", -7, None, torch.zeros(2, 3), torch.tensor(1.0), [], {}, [[{}]]], ids=repr)
@pytest.mark.parametrize("door", ["branch", "draw", "resume"])
def test_that_a_sealed_state_with_anything_odd_in_it_is_refused_in_a_sentence(tmp_path, trained, door, odd):
    """Whatever part of it is odd, each door refuses it by a RunError, or can do without that part."""
    state, _, _ = load_newest(trained.checkpoints)
    doors = {
        "branch": lambda run, name: branch(run, checkpoint=None, changes={}, out=tmp_path / f"{name}-branch"),
        "draw": lambda run, name: open_generator(run),
        "resume": lambda run, name: open_session(run),
    }
    for name in state:
        if name != "step":  # which names the file
            run = Run.create(tmp_path / name, trained.settings)
            checkpoint.save(run.checkpoints, state | {name: odd})
            said = "."
            try:
                doors[door](run, name)
            except RunError as error:
                said = str(error)
            assert (said[-1], len(said) < 400) == (".", True)
