"""Nothing of a step waits for the device or stays behind on the CPU; shown without one, on torch's meta device.

A tensor of the meta device has a shape and no numbers: to read one back raises, and so does mixing it with a tensor of
the CPU. What passes here never stops a GPU in the middle of a step. Drawing on the CPU what the CPU decides (coins,
crossovers) is allowed.
"""

from collections.abc import Iterator

import pytest
import torch

from ganstudio.core.device import DeviceSpec
from ganstudio.core.recipe import Recipe
from ganstudio.core.settings import Setting, settings_of
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.gallery import RECIPES
from tests.models.contract import batch_of, every_recipe, image_spec_of, small

NOWHERE = DeviceSpec(torch.device("meta"), "fp32", "no device")
ON = {"penalty": "r1", "augment": "ada"}
"""What other settings need to mean anything."""


@pytest.fixture(autouse=True)
def parameters_change_in_place():
    """So that an optimiser holds on to the parameters when a network is moved to the meta device."""
    before = torch.__future__.get_swap_module_params_on_conversion()
    torch.__future__.set_swap_module_params_on_conversion(True)
    yield
    torch.__future__.set_swap_module_params_on_conversion(before)


def trainer_of(recipe: Recipe) -> Trainer:
    torch.manual_seed(0)
    system = recipe.build(image_spec_of(recipe))
    trainer = Trainer(system, NOWHERE, ema_kimg=recipe.ema_kimg)
    for optimizer in system.optimizers.values():
        for group in optimizer.param_groups:
            group["fused"] = group["foreach"] = False  # kernels that the meta device does not have
    return trainer


def batch_nowhere(recipe: Recipe, step: int) -> Batch:
    batch = batch_of(recipe, step)
    images = batch.images.to("meta")
    if recipe.sides == 1:
        return Batch(images, batch.labels.to("meta"))
    here, there = recipe.channels(image_spec_of(recipe))
    return Batch(images[:, :here], batch.labels.to("meta"), images[:, :there])


def train(recipe: Recipe, steps: int = 1) -> None:
    """A few steps and a preview; whatever is read from the device raises."""
    trainer = trainer_of(recipe)
    for step in range(steps):
        losses = trainer.train(batch_nowhere(recipe, step))
        assert {loss.device.type for loss in losses.values()} == {"meta"}
    if recipe.sides == 1:
        assert trainer.preview().images.device.type == "meta"


def others(setting: Setting, recipe: Recipe) -> Iterator[object]:
    """Further values of a setting that change what a step computes: the other answer, the other choices, not zero."""
    now = getattr(recipe, setting.name)
    if setting.type is bool:
        yield not now
    elif setting.choices:
        yield from (choice for choice in setting.choices if choice != now)
    elif setting.type is float and now == 0 and setting.low == 0:
        yield min(0.5, setting.high or 0.5)


def variants(recipe: Recipe, names: set[str]) -> Iterator[Recipe]:
    """The recipe with one of these settings changed at a time, where the result can be trained."""
    known = {setting.name for setting in settings_of(type(recipe))}
    needed = recipe.with_values({name: value for name, value in ON.items() if name in known})
    for setting in settings_of(type(recipe)):
        for base in (recipe, needed) if setting.name in names else ():
            for value in others(setting, base):
                changed = base.with_values({setting.name: value})
                if not any(problem.severity == "error" for problem in changed.problems()):
                    yield changed


@pytest.mark.parametrize("recipe", [pytest.param(recipe, id=name) for name, recipe in every_recipe()])
def test_that_a_step_of_every_preset_runs_without_reading_from_the_device(recipe):
    train(recipe, steps=2)


def first_names() -> dict[type[Recipe], set[str]]:
    """The settings that a recipe is the first to have: what they share need not be tried in each."""
    names: dict[type[Recipe], set[str]] = {}
    for kind in RECIPES:
        names[kind] = {setting.name for setting in settings_of(kind)}.difference(*names.values())
    return names


@pytest.mark.parametrize("kind", [kind for kind, names in first_names().items() if names], ids=lambda kind: kind.name)
def test_that_no_remedy_reads_from_the_device(kind):
    for recipe in variants(small(kind()), first_names()[kind]):
        train(recipe)


def test_that_there_are_many_remedies():
    assert sum(len(list(variants(small(kind()), names))) for kind, names in first_names().items()) > 60


def test_that_a_number_read_in_a_step_and_a_tensor_left_behind_are_noticed():
    images = torch.zeros(2, 3, device="meta")
    with pytest.raises(RuntimeError):
        float(images.sum())
    with pytest.raises(RuntimeError):
        images + torch.ones(2, 3)
