"""CycleGAN: counts, shapes, the identities of its losses, who moves, exact resume with pools."""

import copy
import math

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from ganstudio.core import checkpoint
from ganstudio.core.device import choose
from ganstudio.core.learning_rates import LinearDecay
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.state_check import StateError
from ganstudio.core.system import Batch, count_parameters
from ganstudio.core.trainer import Trainer
from ganstudio.models.cyclegan.networks import (
    ResNetGenerator,
    UNetGenerator,
    patch_discriminator,
    receptive_field,
)
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.cyclegan.system import COLUMNS, CycleNetworks, CycleSystem
from ganstudio.models.gallery import RECIPES
from ganstudio.models.translation.game import CycleGame

SMALL = {"resolution": 16, "width": 4, "blocks": 1, "pool": 3}


def small(**changes) -> CycleGAN:
    return CycleGAN(**SMALL | changes)


def trainer_of(recipe: CycleGAN, channels: int = 3, steps: int = 0) -> Trainer:
    torch.manual_seed(1)
    system = recipe.build(ImageSpec(channels))
    system.set_schedule(LinearDecay(steps, 1, 1))
    return Trainer(system, choose("cpu"), seed=4, ema_kimg=recipe.ema_kimg)


def batch_of(step: int, size: int = 16, channels: tuple[int, int] = (3, 3), count: int = 1) -> Batch:
    generator = torch.Generator().manual_seed(step)
    a, b = (torch.rand(count, channel, size, size, generator=generator) * 2 - 1 for channel in channels)
    return Batch(a, torch.zeros(count, dtype=torch.long), b)


def weights(network: nn.Module) -> torch.Tensor:
    return torch.cat([parameter.detach().flatten() for parameter in network.parameters()]).clone()


# Networks -----------------------------------------------------------------------------------------------------------


def test_that_the_networks_have_the_published_numbers_of_weights():
    assert count_parameters(ResNetGenerator(3, 3, 64, 9)) == 11_378_179
    assert count_parameters(ResNetGenerator(3, 3, 64, 6)) == 7_837_699
    assert count_parameters(patch_discriminator(3, 64)) == 2_764_737
    assert count_parameters(CycleGAN(resolution=256).generator(3, 3)) == 11_378_179
    assert count_parameters(CycleGAN(resolution=128).generator(3, 3)) == 7_837_699


def test_that_the_discriminator_judges_30_x_30_patches_of_70_px():
    network = patch_discriminator(3, 64)
    assert network(torch.zeros(1, 3, 256, 256)).shape == (1, 1, 30, 30)
    assert receptive_field(network) == 70
    assert receptive_field(patch_discriminator(3, 64, 1)) == 16


@pytest.mark.parametrize("nearest", [False, True])
@pytest.mark.parametrize("checkpointing", [False, True])
def test_that_the_residual_generator_keeps_any_size_that_is_a_multiple_of_four(nearest, checkpointing):
    network = ResNetGenerator(3, 1, 4, 2, nearest=nearest, checkpointing=checkpointing)
    out = network(torch.rand(2, 3, 8, 20))
    assert out.shape == (2, 1, 8, 20)
    assert out.abs().max() <= 1


@pytest.mark.parametrize("nearest", [False, True])
def test_that_the_u_net_goes_down_to_one_pixel(nearest):
    network = UNetGenerator(1, 3, 4, 4, nearest=nearest)
    assert network(torch.rand(2, 1, 16, 16)).shape == (2, 3, 16, 16)
    assert network(torch.rand(1, 1, 32, 16)).shape == (1, 3, 32, 16)


def test_that_training_and_evaluation_give_the_same_and_nothing_but_weights_is_kept():
    for network in (ResNetGenerator(3, 3, 4, 2), UNetGenerator(3, 3, 4, 4), patch_discriminator(3, 4)):
        picture = torch.rand(2, 3, 16 if isinstance(network, UNetGenerator) else 32, 16 * 2)[:, :, :, :32]
        assert torch.equal(network.train()(picture), network.eval()(picture))
        assert not list(network.buffers())


def test_that_a_picture_does_not_depend_on_its_batch():
    network = ResNetGenerator(3, 3, 4, 2).double()
    pictures = torch.rand(3, 3, 16, 16, dtype=torch.double)
    alone = torch.cat([network(part) for part in pictures.split(1)])
    assert torch.allclose(network(pictures), alone, atol=1e-12)


def test_that_the_first_weights_are_as_published():
    network = ResNetGenerator(3, 3, 64, 6)
    convolutions = [module for module in network.modules() if isinstance(module, nn.Conv2d | nn.ConvTranspose2d)]
    spread = torch.cat([convolution.weight.detach().flatten() for convolution in convolutions]).std()
    assert float(spread) == pytest.approx(0.02, rel=0.01)
    assert all(not convolution.bias.any() for convolution in convolutions)


def test_that_nearest_and_convolution_leave_no_chequered_pattern():
    ones = torch.ones(1, 1, 8, 8)
    kernel = torch.ones(1, 1, 3, 3)
    counts = F.conv_transpose2d(ones, kernel, stride=2)[0, 0, 3:-3, 3:-3].unique()
    assert counts.tolist() == [1.0, 2.0, 4.0]  # what the choice is there to avoid
    smooth = F.conv2d(F.interpolate(ones, scale_factor=2.0), kernel)[0, 0].unique()
    assert smooth.tolist() == [9.0]


# Losses -------------------------------------------------------------------------------------------------------------


def test_that_identity_generators_give_no_cycle_and_no_identity_loss():
    judge = patch_discriminator(3, 4, 2)
    weightless = nn.ModuleList([nn.Identity(), nn.Identity()])
    for network in weightless:
        network.register_parameter("unused", nn.Parameter(torch.zeros(1)))
    system = CycleSystem(
        small().values_for(CycleGame), CycleNetworks(weightless[0], weightless[1], judge, copy.deepcopy(judge)), (3, 3)
    )
    batch = batch_of(0)
    made = system.translate(batch.images, batch.other)
    losses = system.generator_losses(batch.images, batch.other, made)
    assert losses["cycle"] == 0
    assert losses["identity"] == 0
    assert losses["generator"] > 0


def test_that_shared_calls_give_what_six_separate_ones_do():
    system = small().build(ImageSpec(3))
    a, b = batch_of(0).images, batch_of(0).other
    made = system.translate(a, b)
    to_a, to_b = system.nets.to_a, system.nets.to_b
    assert torch.allclose(made.fake_b, to_b(a), atol=1e-6)
    assert torch.allclose(made.fake_a, to_a(b), atol=1e-6)
    assert torch.allclose(made.again_a, to_a(to_b(a)), atol=1e-5)
    assert torch.allclose(made.again_b, to_b(to_a(b)), atol=1e-5)
    assert torch.allclose(made.same_a, to_a(a), atol=1e-6)
    assert torch.allclose(made.same_b, to_b(b), atol=1e-6)


@pytest.mark.parametrize(("identity", "weights"), [(0.5, (1.0, 10.0, 5.0)), (0.0, (1.0, 10.0))])
def test_that_the_cycle_counts_ten_times_and_the_identity_half_of_that(identity, weights):
    assert (CycleGAN().cycle, CycleGAN().identity, CycleGAN().pool) == (10.0, 0.5, 50)
    system = small(identity=identity).build(ImageSpec(3))
    totals = {}

    def update(name, losses):
        totals[name] = sum(float(loss.detach()) for loss in losses)

    system.updated_by(update)
    means = system.step(batch_of(0), 0)
    parts = [float(means[name]) for name in ("generator", "cycle", "identity") if name in means]
    # What is told is the mean of both directions, what is minimised their sum.
    assert totals["generators"] == pytest.approx(2 * sum(w * part for w, part in zip(weights, parts, strict=True)))


def test_that_each_discriminator_judges_its_own_side():
    system = small().build(ImageSpec(3))
    a, b = batch_of(0).images, batch_of(0).other
    made = system.translate(a, b)
    losses = system.generator_losses(a, b, made)
    with torch.no_grad():
        judged = [system.nets.judge_a(made.fake_a), system.nets.judge_b(made.fake_b)]
    expected = sum(float((scores - 1).square().mean()) for scores in judged)
    assert float(losses["generator"].detach()) == pytest.approx(expected)
    means = system.step(Batch(a, torch.zeros(1, dtype=torch.long), b), 0)
    assert float(means["generator"]) == pytest.approx(float(losses["generator"].detach()) / 2)


def test_that_a_step_late_in_the_schedule_moves_the_networks_by_the_falling_rate():
    moved = []
    for step in (0, 3):
        trainer = trainer_of(small(pool=0), steps=4)
        trainer.step, system = step, trainer.system
        before = weights(system.nets.to_b)
        trainer.train(batch_of(0))
        moved.append(float((weights(system.nets.to_b) - before).abs().max()))
    assert moved == pytest.approx([2e-4, 1e-4], rel=0.02)  # Adam's first step is as long as the rate


def test_that_cross_entropy_tells_probabilities_and_least_squares_the_scores_themselves():
    scorer = nn.Conv2d(3, 1, 1)
    nn.init.zeros_(scorer.weight)
    nn.init.constant_(scorer.bias, 3.0)
    for objective, expected in (("least-squares", 3.0), ("cross-entropy", 1 / (1 + math.exp(-3.0)))):
        record: dict[str, list[torch.Tensor]] = {}
        system = small(objective=objective).build(ImageSpec(3))
        system.discriminator_loss(scorer, batch_of(0).images, batch_of(1).images, record)
        assert float(record["D(x)"][0]) == pytest.approx(expected)

    system = small().build(ImageSpec(3))
    constant = nn.Conv2d(3, 1, 1)
    nn.init.zeros_(constant.weight)
    nn.init.zeros_(constant.bias)
    record: dict[str, list[torch.Tensor]] = {}
    loss = system.discriminator_loss(constant, batch_of(0).images, batch_of(1).images, record)
    assert float(loss.detach()) == 0.5  # (0 - 1)^2 / 2 for reals, 0 for fakes
    assert [float(value) for value in record["discriminator"]] == [0.5]


def test_that_one_step_moves_all_four_networks_and_says_what_it_saw():
    trainer = trainer_of(small())
    before = {name: weights(network) for name, network in trainer.system.networks.items()}
    losses = trainer.train(batch_of(0))
    assert set(losses) == {"generator", "cycle", "identity", "discriminator", "D(x)", "D(G(z))"}
    assert all(loss.dim() == 0 and torch.isfinite(loss) and not loss.requires_grad for loss in losses.values())
    for name, network in trainer.system.networks.items():
        assert not torch.equal(weights(network), before[name]), name
    assert all(parameter.requires_grad for parameter in trainer.system.networks["discriminator_a"].parameters())


def test_that_the_generators_step_leaves_the_discriminators_without_gradients():
    recipe = small(discriminator_lr=1e-7)
    system = recipe.build(ImageSpec(3))
    seen = {}

    def update(name, loss):
        for part in (loss,) if isinstance(loss, torch.Tensor) else loss:
            part.backward()
        seen[name] = [parameter.grad is not None for parameter in system.nets.judge_a.parameters()]

    system.updated_by(update)
    system.step(batch_of(0), 0)
    assert not any(seen["generators"])
    assert all(seen["discriminators"])


@pytest.mark.parametrize(
    "changes", [{"accumulate": 2}, {"checkpointing": True}, {"accumulate": 4, "checkpointing": True}]
)
def test_that_saving_memory_makes_the_same_step(changes):
    plain, thrifty = (trainer_of(small(batch=4, **values)) for values in ({}, changes))
    for step in range(2):
        ours, theirs = (trainer.train(batch_of(step, count=4)) for trainer in (plain, thrifty))
        for name in ours:
            assert torch.allclose(ours[name], theirs[name], atol=1e-4), name


@pytest.mark.parametrize(
    ("colours", "channels"), [("grey to colour", (1, 3)), ("colour to grey", (3, 1)), ("same", (1, 1))]
)
def test_that_grey_and_colour_sides_go_together(colours, channels):
    recipe = small(colours=colours, identity=0.5 if colours == "same" else 0.0)
    assert not [problem for problem in recipe.problems() if problem.severity == "error"]
    trainer = trainer_of(recipe, channels=1)
    trainer.train(batch_of(0, channels=channels))
    assert trainer.preview().images.shape[1:] == (3, 16, 16)


def test_that_settings_which_cannot_work_are_refused_with_a_sentence():
    assert "identity" in small(colours="grey to colour").problems()[0].settings
    assert "accumulate" in small(batch=3, accumulate=2).problems()[0].settings


@pytest.mark.parametrize("preset", [None, *CycleGAN.presets])
def test_that_every_preset_trains_small(preset):
    recipe = CycleGAN.preset(preset).with_values({"resolution": 16, "width": 4, "blocks": 1})
    assert not recipe.problems()
    trainer_of(recipe).train(batch_of(0))


def test_that_the_u_net_trains():
    recipe = small(architecture="unet")
    assert recipe.multiple == 16
    trainer_of(recipe).train(batch_of(0))


# The run ------------------------------------------------------------------------------------------------------------


def test_that_the_preview_has_eight_named_columns_and_a_row_for_each_pair():
    trainer = trainer_of(small())
    trainer.system.show(batch_of(7, count=3))
    preview = trainer.preview()
    assert preview.labels == COLUMNS
    assert preview.columns == 8
    assert preview.images.shape == (24, 3, 16, 16)
    assert torch.equal(preview.images[8], trainer.system.shown[0][1])
    assert (preview.images[8] - batch_of(7, count=3).images[1]).abs().max() < 1 / 127


def test_that_a_resumed_run_is_bit_for_bit_the_one_that_never_stopped(tmp_path):
    whole, first = (trainer_of(small(ema_kimg=1.0), steps=12) for _ in range(2))
    for trainer in (whole, first):
        trainer.system.show(batch_of(99, count=2))
    for step in range(12):
        whole.train(batch_of(step))
    for step in range(7):  # past the pool's size, and past the start of the fall
        first.train(batch_of(step))
    checkpoint.save(tmp_path, first.state() | {"seconds": 1.0, "classes": []})
    second = trainer_of(small(ema_kimg=1.0), steps=12)
    second.restore(checkpoint.load_newest(tmp_path)[0])
    for step in range(7, 12):
        second.train(batch_of(step))
    flat = [_flat(trainer.state()) for trainer in (whole, second)]
    assert flat[0].keys() == flat[1].keys()
    assert any("pool_a" in name for name in flat[0])
    for name, value in flat[0].items():
        assert torch.equal(value, flat[1][name]), name
    assert torch.equal(whole.preview().images, second.preview().images)


def test_that_a_state_with_another_pool_is_refused_or_fits():
    trainer = trainer_of(small())
    for step in range(5):
        trainer.train(batch_of(step))
    state = copy.deepcopy(trainer.state())
    with pytest.raises((StateError, ValueError)):
        trainer_of(small(pool=1)).restore(state)


def _flat(value, name: str = "") -> dict[str, torch.Tensor]:
    if isinstance(value, torch.Tensor):
        return {name: value}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    return {path: tensor for key, inner in items for path, tensor in _flat(inner, f"{name}/{key}").items()}


def test_that_the_rate_falls_over_the_budget_or_else_over_epochs_of_the_larger_side():
    recipe = CycleGAN(batch=2)
    assert recipe.schedule(1000, 0.0, (10, 30)).steps == 1000
    assert recipe.schedule(0, 4.0, (10, 30)).steps == 2000
    assert recipe.schedule(0, 0.0, (10, 30)).steps == 200 * 30 // 2
    assert recipe.schedule(1000, 4.0, (10, 30)).steps == 1000  # whichever comes first ends the run
    uneven = CycleGAN(constant_epochs=3, decay_epochs=7).schedule(10, 0.0, (1, 1))
    assert [uneven.factor(step) for step in (2, 3, 9)] == pytest.approx([1.0, 1 - 1 / 8, 1 - 7 / 8])


def test_that_the_program_knows_it():
    assert CycleGAN in RECIPES
    assert CycleGAN.sides == 2
    assert CycleGAN(resolution=256).prepared_resolution == 286
