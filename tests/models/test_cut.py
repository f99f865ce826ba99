"""CUT: the contrast between places, who moves, presets, exact resume."""

import math

import pytest
import torch

from ganstudio.core import checkpoint
from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.cut.recipe import CUT
from ganstudio.models.cut.system import COLUMNS, patch_nce
from ganstudio.models.gallery import RECIPES

SMALL = {"resolution": 16, "width": 4, "blocks": 5, "patches": 8, "projection": 8}


def trainer_of(recipe: CUT) -> Trainer:
    torch.manual_seed(1)
    return Trainer(recipe.build(ImageSpec(3)), choose("cpu"), seed=4, ema_kimg=recipe.ema_kimg)


def batch_of(step: int, count: int = 1) -> Batch:
    generator = torch.Generator().manual_seed(step)
    a, b = (torch.rand(count, 3, 16, 16, generator=generator) * 2 - 1 for _ in range(2))
    return Batch(a, torch.zeros(count, dtype=torch.long), b)


def test_that_places_which_are_all_alike_cost_the_logarithm_of_their_number():
    same = torch.nn.functional.normalize(torch.ones(2, 256, 8), dim=2)
    assert float(patch_nce(same, same, 0.07)) == pytest.approx(math.log(256), abs=1e-4)


def test_that_places_which_are_all_different_cost_what_the_softmax_says():
    features = torch.eye(8).unsqueeze(0)
    expected = -math.log(math.exp(1 / 0.07) / (math.exp(1 / 0.07) + 7))
    assert float(patch_nce(features, features, 0.07)) == pytest.approx(expected, abs=1e-5)


def test_that_no_gradient_reaches_the_keys():
    queries, keys = (torch.rand(1, 4, 3, requires_grad=True) for _ in range(2))
    patch_nce(queries, keys, 0.07).backward()
    assert queries.grad is not None
    assert keys.grad is None


@pytest.mark.parametrize("preset", [None, *CUT.presets])
def test_that_a_step_moves_every_network(preset):
    recipe = CUT.preset(preset).with_values(SMALL)
    assert not recipe.problems()
    trainer = trainer_of(recipe)
    before = {name: next(network.parameters()).detach().clone() for name, network in trainer.system.networks.items()}
    losses = trainer.train(batch_of(0))
    assert set(losses) == {"generator", "correspondence", "discriminator", "D(x)", "D(G(z))"}
    assert all(torch.isfinite(loss) for loss in losses.values())
    for name, network in trainer.system.networks.items():
        assert not torch.equal(next(network.parameters()), before[name]), name


@pytest.mark.parametrize("weight", [1.0, 10.0])
def test_that_the_generator_pays_for_the_game_and_for_the_correspondence_by_its_weight(weight):
    system = CUT(**SMALL, correspondence=weight).build(ImageSpec(3))
    totals = {}

    def update(name, losses):
        totals[name] = sum(float(loss.detach()) for loss in ([losses] if torch.is_tensor(losses) else losses))

    system.updated_by(update)
    means = {name: float(value) for name, value in system.step(batch_of(0), 0).items()}
    assert totals["generators"] == pytest.approx(means["generator"] + weight * means["correspondence"])
    assert totals["discriminators"] == pytest.approx(means["discriminator"])


def test_that_the_presets_are_the_published_ones():
    fast = CUT.preset("fastcut")
    assert (fast.correspondence, fast.identity, fast.flip_equivariant) == (10.0, False, True)
    assert (fast.constant_epochs, fast.decay_epochs) == (150, 50)
    assert (CUT.preset("cut").constant_epochs, CUT.preset("cut").decay_epochs) == (200, 200)
    plain = CUT()
    assert (plain.patches, plain.projection, plain.temperature, plain.correspondence) == (256, 256, 0.07, 1.0)
    assert plain.build(ImageSpec(3)).generator.taps() == (3, 128, 256, 256, 256)


def test_that_the_preview_names_its_columns():
    preview = trainer_of(CUT(**SMALL)).preview()
    assert preview.labels == COLUMNS
    assert preview.images.shape == (8, 3, 16, 16)


def test_that_resuming_is_exact(tmp_path):
    recipe = CUT(**SMALL, batch=2, accumulate=2)
    whole, first = trainer_of(recipe), trainer_of(recipe)
    for step in range(5):
        whole.train(batch_of(step, 2))
    for step in range(3):
        first.train(batch_of(step, 2))
    checkpoint.save(tmp_path, first.state() | {"seconds": 1.0, "classes": []})
    second = trainer_of(recipe)
    second.restore(checkpoint.load_newest(tmp_path)[0])
    for step in range(3, 5):
        second.train(batch_of(step, 2))
    for name, network in whole.system.networks.items():
        for ours, theirs in zip(network.parameters(), second.system.networks[name].parameters(), strict=True):
            assert torch.equal(ours, theirs), name


def test_that_the_program_knows_it():
    assert CUT in RECIPES
