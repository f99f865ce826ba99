"""Projection: a picture of the generator is found again, and nothing is changed by looking for it."""

import numpy as np
import pytest
import torch

from ganstudio.core.recipe import ImageSpec
from ganstudio.latent.discriminator_features import features_of
from ganstudio.latent.find_directions import CancelledError
from ganstudio.latent.perceptual import perceptual
from ganstudio.latent.point import Numbers, Point
from ganstudio.latent.point_to_picture import draw
from ganstudio.latent.projection import project
from ganstudio.models.linear.recipe import Linear
from tests.latent.fakes import plain, styled, tiny_network, with_classes


@pytest.mark.parametrize(("make", "near"), [(plain, 0.02), (with_classes, 0.02), (styled, 0.1)])
def test_that_a_picture_of_its_own_is_found_again(make, near):
    generator = make()
    target = generator.images(generator.latents([7]))[0]
    reports = []
    result = project(
        generator, target, steps=150, on_progress=lambda done, total, best: reports.append((done, best.unlike))
    )
    assert result.ratio < near
    assert reports[-1] == (270, result.unlike)
    assert [unlike for _, unlike in reports] == sorted((unlike for _, unlike in reports), reverse=True)
    assert np.array_equal(draw(generator, Point(latent=Numbers(result.values, result.space))), result.pixels)


def test_that_beginning_at_the_answer_begins_at_no_distance():
    generator = plain()
    z = generator.latents([7])
    result = project(generator, generator.images(z)[0], start=z, steps=0)
    assert result.error == 0.0
    assert result.values == tuple(z[0].tolist())


def test_that_latents_of_a_uniform_prior_stay_inside_it():
    generator = plain(prior="uniform")
    result = project(generator, np.zeros((8, 8, 3), np.uint8), steps=40, restarts=2)
    assert 0.0 <= min(result.values) <= max(result.values) <= 1.0


def test_that_projection_can_be_left_and_refuses_another_shape():
    generator = plain()
    with pytest.raises(CancelledError):
        project(generator, np.zeros((8, 8, 3), np.uint8), cancelled=lambda: True)
    with pytest.raises(ValueError, match="this generator draws"):
        project(generator, np.zeros((9, 8, 3), np.uint8))


def test_that_projection_touches_neither_weights_nor_random_state():
    generator = plain()
    before, weights = torch.random.get_rng_state(), [p.clone() for p in generator.network.parameters()]
    project(generator, np.zeros((8, 8, 3), np.uint8), steps=3)
    assert torch.equal(before, torch.random.get_rng_state())
    assert all(
        torch.equal(a, b) and b.grad is None for a, b in zip(weights, generator.network.parameters(), strict=True)
    )


def test_that_features_of_a_discriminator_join_the_comparison():
    recipe = Linear(resolution=8, batch=4, latent=6, generator_widths="16", discriminator_widths="16")
    _, critic = recipe.networks(ImageSpec(3))
    features = features_of(critic)
    generator = plain()
    target = generator.images(generator.latents([7]))[0]
    seen = features(torch.zeros(2, 3, 8, 8))
    assert seen.shape == (2, 16)
    assert project(generator, target, steps=100, features=features).ratio < 0.2
    assert all(not module._forward_pre_hooks for module in critic.modules())


def test_that_a_picture_is_found_again_by_a_network_too():
    generator = plain()
    target = generator.images(generator.latents([7]))[0]
    reports = []
    features = perceptual(tiny_network(), 8)
    result = project(
        generator, target, steps=60, features=features, on_progress=lambda done, total, _: reports.append(done)
    )
    assert result.ratio < 0.05
    assert reports[-1] == 60 + 10 * 18
