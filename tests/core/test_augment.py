"""Augmentation (facts 37 and 38): identity at nothing, gradients through it, and ADA's controller."""

import pytest
import torch

from ganstudio.core import ada
from ganstudio.core.ada import AdaptiveAugment
from ganstudio.core.augment import CHANGES, DiffAugment, View, shifted
from ganstudio.recipes.adversarial import POLICIES

IMAGES = torch.rand(16, 3, 16, 16, generator=torch.Generator().manual_seed(0)) * 2 - 1


def test_that_every_policy_on_offer_exists():
    assert set(POLICIES) == set(CHANGES)


def test_that_an_empty_policy_and_ada_at_nothing_change_not_a_bit():
    assert DiffAugment("")(IMAGES) is IMAGES
    assert torch.equal(AdaptiveAugment(16)(IMAGES), IMAGES)
    assert View(None)(IMAGES, 0.0) is IMAGES


@pytest.mark.parametrize("policy", [*POLICIES, "colour,translation,cutout"])
@pytest.mark.parametrize("channels", [1, 3])
def test_that_changes_differ_from_image_to_image_and_let_gradients_through(policy, channels):
    torch.manual_seed(0)
    image = IMAGES[:1, :channels].repeat(16, 1, 1, 1).requires_grad_(True)
    changed = DiffAugment(policy)(image)
    assert changed.shape == image.shape
    assert not torch.equal(changed[0], changed[1])
    (gradient,) = torch.autograd.grad(changed.square().sum(), image)
    assert gradient.abs().sum() > 0


def test_that_translation_only_moves_pixels():
    moved = shifted(IMAGES, torch.tensor([[2] * 16, [-1] * 16]), 2, "constant")
    assert torch.equal(moved[:, :, 2:, :-1], IMAGES[:, :, :-2, 1:])
    assert not moved[:, :, :2].any()


def test_that_cutout_takes_at_most_a_quarter_of_the_pixels():
    torch.manual_seed(0)
    share = (CHANGES["cutout"](torch.ones(256, 1, 16, 16)) == 0).float().mean(dim=(1, 2, 3))
    assert share.max() == 0.25
    assert share.min() < 0.25


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [8, 16])
def test_that_ada_keeps_shapes_and_lets_gradients_through(channels, size):
    torch.manual_seed(0)
    augment = AdaptiveAugment(16)
    augment.p = torch.tensor(0.8)
    images = (torch.rand(16, channels, size, size) * 2 - 1).requires_grad_(True)
    changed = augment(images)
    assert changed.shape == images.shape
    assert torch.isfinite(changed).all()
    (gradient,) = torch.autograd.grad(changed.square().sum(), images)
    assert gradient.abs().sum() > 0


def test_that_ada_without_colour_moves_pixels_only():
    flat = torch.full((8, 3, 16, 16), 0.3)
    for colour, kept in ((False, True), (True, False)):
        augment = AdaptiveAugment(8, colour=colour)
        augment.p = torch.ones(())
        assert torch.allclose(augment(flat), flat, atol=1e-3) == kept


def test_that_ada_strikes_the_share_of_images_that_p_says():
    torch.manual_seed(0)
    struck = ada.recoloured(IMAGES.repeat(64, 1, 1, 1), torch.tensor(0.1)) != IMAGES.repeat(64, 1, 1, 1)
    share = struck.flatten(1).any(dim=1).float().mean()
    assert float(share) == pytest.approx(1 - 0.9**4 * 0.95, abs=0.03)  # turning the luma over: half of those struck


def test_that_the_filters_around_the_geometry_undo_each_other():
    there_and_back = ada._downsampled(ada._upsampled(IMAGES))
    torch.testing.assert_close(there_and_back[:, :, 3:-3, 3:-3], IMAGES[:, :, 3:-3, 3:-3], atol=1e-5, rtol=1e-5)


def test_that_p_rises_by_the_published_amount_while_the_discriminator_is_sure():
    augment = AdaptiveAugment(16, kimg=500)
    for step in range(8):
        augment.learn(torch.ones(16), step)
    assert float(augment.p) == pytest.approx(2 * 1.28e-4)


def test_that_p_stays_between_nothing_and_the_leak_guard():
    augment = AdaptiveAugment(16, kimg=0.1)
    for step in range(8):
        augment.learn(-torch.ones(16), step)
    assert float(augment.p) == 0.0
    for step in range(400):
        augment.learn(torch.ones(16), step)
    assert float(augment.p) == pytest.approx(0.8)


def test_that_ada_comes_back_as_it_was():
    augment, other = AdaptiveAugment(16, kimg=1), AdaptiveAugment(16, kimg=1)
    for step in range(6):
        augment.learn(torch.ones(16), step)
    other.restore(augment.state())
    for step in range(6, 12):
        augment.learn(torch.ones(16), step)
        other.learn(torch.ones(16), step)
    assert torch.equal(augment.p, other.p)


def test_that_instance_noise_falls_evenly_to_nothing():
    view = View(None, noise=0.4, noise_kimg=10)
    assert [view.noise_at(kimg) for kimg in (0, 5, 10, 20)] == pytest.approx([0.4, 0.2, 0.0, 0.0])
    assert View(None, noise=0.4).noise_at(1e6) == 0.4
    assert view(IMAGES, 20.0) is IMAGES
    torch.manual_seed(0)
    assert float((view(IMAGES, 0.0) - IMAGES).std()) == pytest.approx(0.4, abs=0.02)
