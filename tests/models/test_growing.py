"""Progressive growing: the schedule, and that a fade begins at what was there before."""

import pytest
import torch
import torch.nn.functional as F

from ganstudio.core.recipe import ImageSpec
from ganstudio.models.progan.recipe import ProGAN
from ganstudio.models.progan.system import Growth, seen_at
from ganstudio.models.stylegan.recipe_2019 import StyleGAN
from ganstudio.models.stylegan.stylegan1 import AdaIN
from tests.models.contract import batch_of, small

NETWORKS = {"resolution": 16, "latent": 8, "widest": 8, "channel_base": 64}


def grown(kind, level: float):
    torch.manual_seed(0)
    generator, critic = kind(**NETWORKS).networks(ImageSpec(3))
    for network in (generator, critic):
        network.grow_to(level)
    return generator, critic


def test_that_each_size_is_held_and_each_doubling_faded_in():
    growth = Growth(3, fade=10, stable=20)
    levels = [growth.level(kimg) for kimg in (0, 20, 25, 30, 49, 50, 55, 60, 1000)]
    assert levels == pytest.approx([0, 0, 0.5, 1, 1, 1, 1.5, 2, 3])


@pytest.mark.parametrize("kind", [ProGAN, StyleGAN])
def test_that_a_fade_begins_with_the_stage_before_enlarged(kind):
    generator, critic = grown(kind, 1.0)
    z, images = torch.randn(4, 8), torch.rand(4, 3, 16, 16)
    generator.eval()
    before, verdict = generator(z), critic(images)
    for network in (generator, critic):
        network.grow_to(1.000001)
    torch.testing.assert_close(generator(z), before, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(critic(seen_at(images, 1.000001)), verdict, atol=1e-4, rtol=1e-4)
    generator.grow_to(2.0)
    assert not torch.allclose(generator(z), before, atol=1e-2)


@pytest.mark.parametrize("kind", [ProGAN, StyleGAN])
def test_that_a_faded_in_stage_stands_alone(kind):
    generator, _ = grown(kind, 2.0)
    generator.eval()
    z = torch.randn(4, 8)
    before = generator(z)
    torch.nn.init.ones_(generator.to_rgb[1].weight)
    assert torch.equal(generator(z), before)


def test_that_reals_are_seen_at_the_size_of_the_stage():
    images = torch.rand(2, 3, 16, 16)
    assert torch.equal(seen_at(images, 2.0), images)
    torch.testing.assert_close(seen_at(images, 0.0), F.avg_pool2d(images, 4))
    half = seen_at(images, 1.5)
    coarse = F.interpolate(F.avg_pool2d(images, 2), scale_factor=2.0)
    torch.testing.assert_close(half, (images + coarse) / 2)


def test_that_styles_are_mixed_between_layers_that_take_part():
    recipe = small(StyleGAN(style_mixing=1.0)).with_values({"resolution": 64, "fade_kimg": 10.0, "stable_kimg": 10.0})
    system = recipe.build(ImageSpec(3))
    for level, layers in ((0.0, 2), (0.5, 4), (1.0, 4), (3.2, 10)):
        system.level = level
        assert system.layers == layers
    system.level = 0.0
    ws = torch.zeros(4, system.styled.num_ws, 8)
    for _ in range(8):
        mixed = system.mixed(ws, ())
        assert torch.equal(mixed[:, 0], ws[:, 0])
        assert not torch.equal(mixed[:, 1], ws[:, 1])


def test_that_a_saved_generator_knows_how_far_it_has_grown():
    generator, _ = grown(ProGAN, 1.5)
    other, _ = grown(ProGAN, 0.0)
    other.load_state_dict(generator.state_dict())
    z = torch.randn(2, 8)
    assert torch.equal(generator.eval()(z), other.eval()(z))
    assert other(z).shape == (2, 3, 16, 16)


def test_that_the_stage_and_the_fade_are_told_and_old_layers_keep_their_weights():
    recipe = small(ProGAN()).with_values({"resolution": 16})
    torch.manual_seed(0)
    system = recipe.build(ImageSpec(3))
    losses = [system.step(batch_of(recipe, step), step) for step in range(8)]
    assert [int(step_losses["stage"]) for step_losses in losses] == [4, 4, 8, 8, 8, 16, 16, 16]
    assert [round(float(step_losses["fade"]), 2) for step_losses in losses] == [1, 1, 0.5, 1, 1, 0.5, 1, 1]
    kept = system.generator.to_rgb[0].weight.clone()
    system.step(batch_of(recipe, 8), 8)
    assert torch.equal(system.generator.to_rgb[0].weight, kept)


def test_that_the_recipes_that_grow_have_the_papers_losses_and_rates():
    first, second = ProGAN(), StyleGAN()
    assert (first.objective, first.penalty, first.penalty_weight, first.drift) == ("wasserstein", "wgan-gp", 10.0, 1e-3)
    assert (second.penalty, second.penalty_weight) == ("r1", 10.0)
    for recipe in (first, second):
        assert (recipe.generator_lr, recipe.discriminator_lr, recipe.beta1, recipe.beta2) == (1e-3, 1e-3, 0.0, 0.99)
        without = recipe.with_values({"fade_kimg": 0.0, "stable_kimg": 0.0})
        assert [problem.severity for problem in without.problems()] == ["error"]
        assert recipe.with_values({"fade_kimg": 0.0}).problems() == []


def test_that_the_networks_of_progan_see_reals_at_the_size_they_have_grown_to():
    recipe = small(ProGAN()).with_values({"resolution": 16})
    system = recipe.build(ImageSpec(3))
    batch = batch_of(recipe)
    assert [(system.prepare(step), system.reals(batch).shape[3])[1] for step in (0, 2, 5)] == [4, 8, 16]


def test_that_progan_does_not_care_for_the_length_of_z_nor_of_its_features():
    generator, _ = grown(ProGAN, 2.0)
    generator.eval()
    z = torch.randn(4, 8)
    before = generator(z)
    torch.testing.assert_close(generator(3 * z), before, atol=1e-4, rtol=1e-4)
    with torch.no_grad():
        for block in generator.blocks:
            for layer in block.children():
                layer.weight *= 3
    torch.testing.assert_close(generator(z), before, atol=1e-4, rtol=1e-4)


def test_that_a_style_sets_mean_and_deviation_and_begins_by_leaving_them():
    adain = AdaIN(3, 4)
    x, w = 5 * torch.randn(2, 3, 8, 8) + 2, torch.randn(2, 4)
    with torch.no_grad():
        adain.style.weight.zero_()
        begun = adain(x, w)
        adain.style.bias.copy_(torch.tensor([1.0, 1.0, 1.0, 7.0, 7.0, 7.0]))
        styled = adain(x, w)
    flat, ones = torch.zeros(2, 3), torch.ones(2, 3)
    torch.testing.assert_close(begun.mean(dim=(2, 3)), flat, atol=1e-5, rtol=0)
    torch.testing.assert_close(begun.std(dim=(2, 3), correction=0), ones, atol=1e-4, rtol=0)
    torch.testing.assert_close(styled.mean(dim=(2, 3)), 7 * ones, atol=1e-4, rtol=0)
    torch.testing.assert_close(styled.std(dim=(2, 3), correction=0), 2 * ones, atol=1e-4, rtol=0)


def test_that_each_layer_of_stylegan_takes_its_own_style():
    generator, _ = grown(StyleGAN, 2.0)
    ws = generator.mapping(torch.randn(2, 8))
    with torch.no_grad():
        before = generator.eval().synthesis(ws)
        for layer in range(generator.num_ws):
            other = ws.clone()
            other[:, layer] += 1
            assert not torch.equal(generator.synthesis(other), before), layer
