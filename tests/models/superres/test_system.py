"""The contract of super-resolution: shapes, who moves in which stage, losses, exact resume."""

import copy

import pytest
import torch

from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer
from ganstudio.models.superres.game import TwoStages
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.models.superres.system import DiscriminatorFeatures, plain_losses, relativistic_losses
from tests.models.test_contract import same

TINY = {"resolution": 16, "batch": 4, "width": 8, "blocks": 1, "discriminator_width": 4, "fidelity_kimg": 0.008,
        "gan_kimg": 0.016}  # fmt: skip
"""Two steps of the first stage, four of the second."""
CASES = {
    "defaults": {},
    **{name: dict(preset.values) for name, preset in SuperRes.presets.items()},
    **{f"{generator} x2": {"generator": generator, "scale": 2} for generator in ("compact", "srresnet", "rrdb")},
}
EVERY = [pytest.param(SuperRes().with_values(values | TINY), id=name) for name, values in CASES.items()]


def trainer_of(recipe, seed: int = 0) -> Trainer:
    torch.manual_seed(seed)
    return Trainer(recipe.build(ImageSpec(3)), choose("cpu"), seed=seed, ema_kimg=recipe.ema_kimg)


def batch_of(recipe, step: int = 0, *, pairs: bool = False) -> Batch:
    generator = torch.Generator().manual_seed(step)
    images = torch.rand(recipe.batch, 3, recipe.resolution, recipe.resolution, generator=generator) * 2 - 1
    small = torch.nn.functional.avg_pool2d(images, recipe.scale) if pairs else None
    return Batch(images, torch.zeros(recipe.batch, dtype=torch.int64), small)


def train(trainer, recipe, steps: int) -> list[dict[str, torch.Tensor]]:
    return [trainer.train(batch_of(recipe, trainer.step)) for _ in range(steps)]


@pytest.mark.parametrize("recipe", EVERY)
def test_that_its_settings_go_together(recipe):
    assert recipe.problems() == []


@pytest.mark.parametrize("preset", [None, *SuperRes.presets])
def test_that_presets_go_together_as_they_are(preset):
    assert SuperRes.preset(preset).problems() == []


@pytest.mark.parametrize("recipe", EVERY)
def test_that_previews_show_small_bicubic_ours_and_original(recipe):
    trainer = trainer_of(recipe)
    large = torch.randint(0, 256, (2, 3, 16, 16), dtype=torch.uint8)
    trainer.system.show(large[..., :: recipe.scale, :: recipe.scale], large)
    preview = trainer.preview()
    assert preview.images.shape == (8, 3, 16, 16)
    assert preview.labels == ("small", "bicubic", "ours", "original")
    assert preview.columns == 4
    assert preview.images.abs().max() <= 1
    assert torch.equal(((preview.images[3::4] + 1) * 127.5).round().to(torch.uint8), large)


@pytest.mark.parametrize("recipe", EVERY)
def test_that_each_stage_moves_its_networks_and_gives_finite_numbers(recipe):
    trainer = trainer_of(recipe)
    networks = trainer.system.networks

    def moved(steps: int) -> tuple[set[str], dict[str, torch.Tensor]]:
        before = copy.deepcopy({name: list(network.parameters()) for name, network in networks.items()})
        losses = train(trainer, recipe, steps)[-1]
        assert all(torch.isfinite(loss) for loss in losses.values()), losses
        pairs = {name: zip(network.parameters(), before[name], strict=True) for name, network in networks.items()}
        return {name for name, weights in pairs.items() if not all(torch.equal(a, b) for a, b in weights)}, losses

    names, losses = moved(2)
    assert names == {"generator", "fidelity"}
    assert losses.keys() == {"generator", "fidelity"}
    names, losses = moved(1)
    assert names == {"generator", "discriminator"}
    assert losses.keys() == {
        "generator", "fidelity", "perceptual", "adversarial", "discriminator", "D(x)", "D(G(z))",
    }  # fmt: skip
    total = sum(losses[name] * weight for name, weight in (
        ("fidelity", recipe.fidelity_weight), ("perceptual", recipe.perceptual_weight),
        ("adversarial", recipe.adversarial_weight),
    ))  # fmt: skip
    assert losses["generator"].item() == pytest.approx(total.item(), rel=1e-5)
    assert trainer.skipped == 0


@pytest.mark.parametrize("recipe", EVERY)
@pytest.mark.parametrize("stopped_at", [1, 3])
def test_that_stopping_and_resuming_changes_not_a_bit(recipe, stopped_at):
    through = trainer_of(recipe)
    train(through, recipe, 5)
    first = trainer_of(recipe)
    train(first, recipe, stopped_at)
    kept = copy.deepcopy(first.state())
    second = trainer_of(recipe, seed=7)
    second.seed = 0
    second.restore(kept)
    train(second, recipe, 5 - stopped_at)
    assert same(through.state(), second.state())


def test_that_a_batch_in_parts_gives_the_same_gradients_of_the_first_stage():
    recipe = SuperRes().with_values(dict(TINY) | {"generator": "compact"})
    states = []
    for parts in (1, 2):
        trainer = trainer_of(recipe)
        trainer.system.parts = parts
        train(trainer, recipe, 1)
        states.append([weight.grad.clone() for weight in trainer.system.networks["generator"].parameters()])
    assert all(torch.allclose(whole, split, atol=1e-6) for whole, split in zip(*states, strict=True))


def test_that_small_partners_of_the_batch_are_taken_as_they_are():
    recipe = SuperRes().with_values(dict(TINY) | {"generator": "compact"})
    with_pairs, without = trainer_of(recipe), trainer_of(recipe)
    losses = [trainer.train(batch_of(recipe, pairs=pairs)) for trainer, pairs in ((with_pairs, True), (without, False))]
    assert losses[0]["fidelity"] != losses[1]["fidelity"]


def test_that_the_rates_are_those_of_the_stages_and_halved_four_times():
    recipe = SuperRes()
    schedule, first = TwoStages(recipe.build(ImageSpec(1)).game), 1_000_000
    assert schedule.game.fidelity_steps == first
    assert [schedule.factor(step) for step in (0, first - 1)] == [2.0, 2.0]
    marks = [0, 49_999, 50_000, 100_000, 200_000, 300_000, 400_000, 10**6]
    assert [schedule.factor(first + step) for step in marks] == [1, 1, 0.5, 0.25, 0.125, 0.0625, 0.0625, 0.0625]


@pytest.mark.parametrize("losses", [plain_losses, relativistic_losses])
@pytest.mark.parametrize("side", [0, 1])
def test_that_adversarial_losses_have_the_gradient_of_their_differences(losses, side):
    generator = torch.Generator().manual_seed(0)
    reals, fakes = (torch.randn(5, dtype=torch.float64, generator=generator).requires_grad_() for _ in range(2))
    assert torch.autograd.gradcheck(lambda a, b: losses(a, b)[side], (reals, fakes))


def test_that_a_relativistic_game_is_even_where_reals_and_fakes_are_alike():
    logits = torch.randn(1000)
    generator, discriminator = relativistic_losses(logits, logits.clone())
    assert generator.item() == pytest.approx(discriminator.item(), rel=1e-5)


@pytest.mark.parametrize("kind", ["vgg", "unet"])
def test_that_what_the_discriminator_sees_is_a_distance_with_the_gradient_of_its_differences(kind):
    torch.manual_seed(0)
    network = SuperRes().with_values(dict(TINY) | {"discriminator": kind}).judge(3).double().eval()
    eyes = DiscriminatorFeatures(network)
    real, fake = torch.rand(2, 1, 3, 16, 16, dtype=torch.float64)
    assert eyes.distance(real, real).item() == 0
    fake.requires_grad_()
    eyes.distance(fake, real).backward()
    way, step = torch.rand_like(fake) - 0.5, 1e-6
    with torch.no_grad():
        slope = (eyes.distance(fake + step * way, real) - eyes.distance(fake - step * way, real)) / (2 * step)
    assert (fake.grad * way).sum().item() == pytest.approx(slope.item(), rel=1e-4)


def test_that_a_run_goes_on_only_with_the_network_that_it_saw_with():
    recipe = SuperRes().with_values(dict(TINY) | {"generator": "compact"})
    trainer = trainer_of(recipe)
    kept = copy.deepcopy(trainer.state())
    kept["system"]["sees"] = "squeezenet-1234"
    with pytest.raises(ValueError, match="squeezenet-1234"):
        trainer.restore(kept)


def test_that_what_cannot_go_together_is_said():
    assert "halves down to 4 px" in SuperRes(resolution=96).problems()[0].sentence
    assert SuperRes(resolution=96, discriminator="unet").problems() == []
    assert "at least 2" in SuperRes(batch=1).problems()[0].sentence
    assert "black or noise" in SuperRes(fidelity_kimg=0.0).problems()[0].sentence
