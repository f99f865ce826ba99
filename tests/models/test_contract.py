"""One contract for every recipe and preset: shapes, range, who moves, finite numbers, seeds, exact resume.

Of the identities in the project's list of facts (section 4) these are covered, here or in the file named:
1-6 penalties and BatchNorm (core/test_penalties), 9-13 objectives (core/test_objectives), 14-17 clipping, n_critic,
unrolling, feature matching, juries (core/test_adversarial), 18 reals and fakes in batches of their own
(core/test_adversarial), 19 averages (core/test_trainer), 21-23 minibatch statistics, spectral norm, PixelNorm,
equalised learning rate (core/test_layers), 25-29 filters, modulation, noise, mixing, growing, R3GAN at its start
(recipes/test_style, test_growing, test_modern), 30 parameter counts (recipes/test_counts), 31 classes
(recipes/test_classic), 33, 34, 36 truncation, w_avg, path length (recipes/test_style), 37, 38 augmentation
(core/test_augment), 50 exact resume (here), 53 the guard (core/test_trainer).
Not covered: 7 (nothing is compiled), 8 (no approximate R1), 20, 39-41 (translation has tests of its own), 24 (a fact
about transposed convolutions, not about this code), 32, 35 (the latent package), 42-49 (the scores), 51, 52 (images,
session). Adam's correction of 3 is not made, and needs none: a lazy penalty joins the update that there is anyway.
"""

import copy

import pytest
import torch

from ganstudio.core.device import choose
from ganstudio.core.trainer import Trainer
from tests.models.contract import CLASSES, batch_of, every_recipe, image_spec_of

UNBOUNDED = ("progan", "stylegan", "stylegan2", "r3gan")
"""They end in a plain convolution, as published; what lies beyond -1 to 1 is cut when a picture is made of it."""
EVERY = [pytest.param(recipe, id=name) for name, recipe in every_recipe()]


def trainer_of(recipe, seed: int = 0) -> Trainer:
    torch.manual_seed(seed)
    return Trainer(recipe.build(image_spec_of(recipe)), choose("cpu"), seed=seed, ema_kimg=recipe.ema_kimg)


def train(trainer, recipe, steps: int) -> list[dict[str, torch.Tensor]]:
    return [trainer.train(batch_of(recipe, trainer.step)) for _ in range(steps)]


def tensors(value: object, name: str = "") -> dict[str, torch.Tensor]:
    """Every tensor of a nested state by its path."""
    if isinstance(value, torch.Tensor):
        return {name: value}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    return {path: tensor for key, inner in items for path, tensor in tensors(inner, f"{name}/{key}").items()}


def same(state: object, other: object) -> bool:
    mine, theirs = tensors(state), tensors(other)
    return mine.keys() == theirs.keys() and all(torch.equal(mine[name], theirs[name]) for name in mine)


@pytest.mark.parametrize("recipe", EVERY)
def test_that_its_settings_go_together(recipe):
    assert [problem.sentence for problem in recipe.problems() if problem.severity == "error"] == []


@pytest.mark.parametrize("recipe", EVERY)
def test_that_images_have_the_right_shape_and_range_and_logits_are_one_each(recipe):
    trainer = trainer_of(recipe)
    preview = trainer.preview()
    size = recipe.resolution
    assert preview.images.shape[1:] == (3, size, size)
    assert preview.images.shape[0] % preview.columns == 0
    assert torch.isfinite(preview.images).all()
    assert recipe.name in UNBOUNDED or preview.images.abs().max() <= 1.0
    if recipe.conditional:
        assert preview.labels == CLASSES
        assert len(preview.images) == 3 * preview.columns
    batch = batch_of(recipe)
    labels = (batch.labels,) if recipe.conditional else ()
    with torch.no_grad():
        logits = trainer.system.networks["discriminator"](batch.images, *labels)
    assert logits.shape[-1] % recipe.batch == 0


@pytest.mark.parametrize("recipe", EVERY)
def test_that_a_step_moves_what_it_should_and_gives_finite_numbers(recipe):
    trainer = trainer_of(recipe)
    before = copy.deepcopy(
        {name: dict(network.named_parameters()) for name, network in trainer.system.networks.items()}
    )
    steps = recipe.n_critic
    losses = train(trainer, recipe, steps)[-1]
    assert all(torch.isfinite(loss) for loss in losses.values()), losses
    assert {"generator", "discriminator", "D(x)", "D(G(z))"} <= losses.keys()
    assert trainer.skipped == 0
    for name, network in trainer.system.networks.items():
        moved = {key for key, weight in network.named_parameters() if not torch.equal(weight, before[name][key])}
        expected = {key for key, weight in network.named_parameters() if weight.grad is not None}
        assert moved, name
        assert moved <= expected, moved - expected
        still = {key for key in expected - moved if network.get_parameter(key).grad.abs().sum() > 0}
        assert not still, still


@pytest.mark.parametrize("recipe", EVERY)
def test_that_the_same_seed_gives_the_same_weights_and_another_does_not(recipe):
    states = []
    for seed in (0, 0, 1):
        trainer = trainer_of(recipe, seed)
        train(trainer, recipe, recipe.n_critic)
        states.append(copy.deepcopy(trainer.state()))
    assert same(states[0], states[1])
    assert not same(states[0], states[2])


@pytest.mark.parametrize("recipe", EVERY)
def test_that_stopping_and_resuming_changes_not_a_bit(recipe):
    through = trainer_of(recipe)
    train(through, recipe, 5)
    first = trainer_of(recipe)
    train(first, recipe, 3)
    kept = copy.deepcopy(first.state())
    second = trainer_of(recipe, seed=7)
    second.seed = 0
    second.restore(kept)
    train(second, recipe, 2)
    assert same(through.state(), second.state())
