"""Augmentation: identity at nothing, gradients through it, and ADA's controller."""

import pytest
import torch

from ganstudio.models.adversarial import ada
from ganstudio.models.adversarial.ada import AdaptiveAugment
from ganstudio.models.adversarial.augment import CHANGES, DiffAugment, View, shifted
from ganstudio.models.adversarial.recipe import POLICIES

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


def test_that_diffaugment_changes_colours_by_the_published_amounts():
    """Zhao et al. 2020: brightness from -0.5 to 0.5, saturation times 0 to 2, contrast times 0.5 to 1.5."""
    torch.manual_seed(0)
    brightness = CHANGES["colour"](torch.zeros(4000, 3, 2, 2))[:, 0, 0, 0]
    columns = torch.tensor([1.0, -1.0]).expand(4000, 3, 2, 2)
    contrast = CHANGES["colour"](columns).diff(dim=3)[:, 0, 0, 0] / -2
    red_blue = torch.tensor([1.0, 0.0, -1.0])[None, :, None, None].expand(4000, 3, 2, 2)
    both = CHANGES["colour"](red_blue).diff(dim=1)[:, 0, 0, 0] / -1  # saturation times contrast
    for factor, low, high in ((brightness, -0.5, 0.5), (contrast, 0.5, 1.5)):
        assert float(factor.min()) == pytest.approx(low, abs=0.01)
        assert float(factor.max()) == pytest.approx(high, abs=0.01)
        assert float(factor.mean()) == pytest.approx((low + high) / 2, abs=0.03)
    assert float(both.min()) == pytest.approx(0, abs=0.01)
    assert 2.8 < float(both.max()) <= 3.0
    assert float(both.mean()) == pytest.approx(1.0, abs=0.03)


@pytest.mark.parametrize("change", [CHANGES["translation"], lambda images: ada.blitted(images, torch.ones(()))])
def test_that_pictures_are_moved_by_an_eighth_of_their_size_at_most(change):
    """Mirroring and turning by quarters leave four pixels in the middle where they are."""
    torch.manual_seed(0)
    images = torch.zeros(2000, 1, 16, 16)
    images[:, :, 7:9, 7:9] = 1
    moved = change(images)[:, 0]
    down, right = (moved.amax(dim).argmax(1) - 7 for dim in (2, 1))
    assert set(zip(down.tolist(), right.tolist(), strict=True)) == {(y, x) for y in range(-2, 3) for x in range(-2, 3)}


def test_that_adas_geometry_is_spread_as_published():
    """Karras et al. 2020, appendix B: 2^N(0, 0.2) for scale and stretch, turns, moves by N(0, 0.125) of the size."""
    torch.manual_seed(0)
    matrix, struck = ada.geometry(20_000, torch.ones(()))
    turned, moved = matrix[:, :2, :2].double(), matrix[:, :2, 2:].double()
    sizes = torch.linalg.svdvals(turned).log2()  # scale and stretch, whatever the turns
    assert struck.all()
    assert float(sizes.mean(dim=1).std()) == pytest.approx(0.2, rel=0.03)
    assert float((sizes.diff(dim=1) / 2).square().mean().sqrt()) == pytest.approx(0.2, rel=0.03)
    assert float(torch.linalg.solve(turned, moved).std()) == pytest.approx(0.25, rel=0.03)  # of half the size
    assert torch.linalg.det(turned).min() > 0


def test_that_two_turns_together_strike_as_often_as_one_other_change():
    torch.manual_seed(0)
    matrix, _ = ada.geometry(20_000, torch.tensor(0.5))
    straight = (matrix[:, 0, 1] == 0) & (matrix[:, 1, 0] == 0)
    assert float(straight.float().mean()) == pytest.approx(0.5, abs=0.02)


def test_that_adas_colours_are_spread_as_published():
    """Karras et al. 2020, appendix B: N(0, 0.2), 2^N(0, 0.5), luma turned over, any hue, saturation 2^N(0, 1).

    What it makes of black, red, green and blue says which matrix it is, and what is added before."""
    torch.manual_seed(0)
    black_and_primaries = torch.cat([torch.zeros(3, 1), torch.eye(3)], dim=1)  # (channels, 4 pixels)
    changed = ada.recoloured(black_and_primaries.expand(20_000, 1, 3, 4).transpose(1, 2), torch.ones(())).double()
    black = changed[:, :, 0, 0]
    matrix = changed[:, :, 0, 1:] - black[:, :, None]  # (B, 3, 3)
    luma = matrix.sum(dim=(1, 2)) / 3  # what it makes of grey: contrast, turned over or not
    contrast, chroma = luma.abs(), (torch.linalg.det(matrix) / luma).sqrt()
    cosine = (matrix.diagonal(dim1=1, dim2=2).sum(dim=1) - luma) / (2 * chroma)
    assert float((black.mean(dim=1) / luma).std()) == pytest.approx(0.2, rel=0.03)
    assert float(contrast.log2().std()) == pytest.approx(0.5, rel=0.03)
    assert float((luma < 0).double().mean()) == pytest.approx(0.5, abs=0.02)
    assert float((chroma / contrast).log2().std()) == pytest.approx(1.0, rel=0.03)
    assert float(cosine.mean()) == pytest.approx(0, abs=0.02)
    assert float(cosine.square().mean()) == pytest.approx(0.5, abs=0.02)
    torch.testing.assert_close(matrix.square().sum(dim=(1, 2)), contrast**2 + 2 * chroma**2, rtol=1e-3, atol=1e-3)


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
    there_and_back = ada.downsampled(ada.upsampled(IMAGES))
    torch.testing.assert_close(there_and_back[:, :, 3:-3, 3:-3], IMAGES[:, :, 3:-3, 3:-3], atol=1e-5, rtol=1e-5)


def test_that_p_rises_by_the_published_amount_while_the_discriminator_is_sure():
    augment = AdaptiveAugment(16, kimg=500)
    for step in range(8):
        augment.learn(torch.ones(16), step)
    assert float(augment.p) == pytest.approx(2 * 1.28e-4)


@pytest.mark.parametrize(("sure", "way"), [(0.55, -1), (0.65, 1)])
def test_that_p_moves_towards_the_published_target(sure, way):
    """r_t is 0.6: a mean sign of 0.55 is not sure enough, one of 0.65 is too sure."""
    augment = AdaptiveAugment(16, kimg=500)
    augment.p = torch.tensor(0.4)
    positive = round(200 * (1 + sure))
    for step in range(4):
        augment.learn(torch.cat([torch.ones(positive), -torch.ones(400 - positive)]), step)
    assert float(augment.p) == pytest.approx(0.4 + way * 1.28e-4)


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
