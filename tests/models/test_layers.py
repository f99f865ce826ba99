"""Layers against their published definitions."""

import pytest
import torch
from torch import nn

from ganstudio.models.adversarial.layers import (
    Critic,
    EqualConv2d,
    EqualLinear,
    MinibatchDiscrimination,
    MinibatchStddev,
    PixelNorm,
    group_deviation,
    with_spectral_norm,
)


def test_that_identical_samples_deviate_by_nothing_but_the_epsilon():
    same = torch.randn(1, 3, 4, 4).expand(8, -1, -1, -1)
    torch.testing.assert_close(group_deviation(same, 4), torch.full((8,), 1e-4))


@pytest.mark.parametrize("batch", [5, 7, 25])
def test_that_minibatch_stddev_compares_something_whatever_the_batch(batch):
    assert (group_deviation(torch.randn(batch, 2000), 4) > 0.5).all()


@pytest.mark.parametrize(("group", "expected"), [(4, 0.798), (256, 1.0)])
def test_that_normal_samples_deviate_by_the_known_amount(group, expected):
    torch.manual_seed(0)
    assert group_deviation(torch.randn(256, 2000), group).mean().item() == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("batch", [1, 3, 5, 6, 8])
def test_that_a_batch_that_the_group_does_not_divide_works_too(batch):
    x = torch.randn(batch, 3, 4, 4)
    result = MinibatchStddev(4)(x)
    assert result.shape == (batch, 4, 4, 4)
    assert torch.equal(result[:, :3], x)


def test_that_minibatch_discrimination_counts_the_others_when_all_are_alike():
    layer = MinibatchDiscrimination(12, kernels=5, dimensions=3)
    same = torch.randn(1, 12).expand(7, -1)
    torch.testing.assert_close(layer(same), torch.full((7, 5), 6.0))
    assert (layer(100 * torch.randn(7, 12)) < 1.0).all()


def test_that_spectral_norm_brings_the_largest_singular_value_to_one_and_rests_in_eval():
    torch.manual_seed(0)
    network = with_spectral_norm(nn.Sequential(nn.Linear(20, 30), nn.Conv2d(3, 8, 3)))
    linear = network[0]
    for _ in range(50):
        linear(torch.randn(2, 20))
    assert torch.linalg.svdvals(linear.weight.detach())[0].item() == pytest.approx(1.0, abs=1e-2)
    network.eval()
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    linear(torch.randn(2, 20))
    assert all(torch.equal(tensor, before[name]) for name, tensor in network.state_dict().items())


def test_that_pixelnorm_gives_a_mean_square_of_one():
    result = PixelNorm()(torch.randn(4, 16, 8, 8) * 7)
    torch.testing.assert_close(result.square().mean(dim=1), torch.ones(4, 8, 8), atol=1e-4, rtol=1e-4)


def test_that_equalised_weights_have_he_size_when_used_and_unit_size_when_stored():
    torch.manual_seed(0)
    linear, conv = EqualLinear(400, 300), EqualConv2d(32, 64, 3)
    for layer, inputs in ((linear, 400), (conv, 32 * 9)):
        used = (layer.weight * layer.scale).detach()
        assert layer.weight.detach().std().item() == pytest.approx(1.0, rel=0.02)
        assert used.std().item() == pytest.approx(inputs**-0.5, rel=0.02)
    slow = EqualLinear(400, 300, lr=0.01)
    assert (slow.weight * slow.scale).detach().std().item() == pytest.approx(400**-0.5, rel=0.02)


@pytest.mark.parametrize("lr", [1.0, 0.01])
def test_that_a_bias_is_what_was_asked_for_and_learns_as_slowly_as_the_weights(lr):
    layer = EqualLinear(3, 5, bias=1.0, lr=lr)
    out = layer(torch.zeros(2, 3))
    torch.testing.assert_close(out, torch.ones(2, 5))
    out.sum().backward()
    torch.testing.assert_close(layer.bias.grad, torch.full((5,), 2 * lr))


def test_that_the_class_alone_decides_little_at_the_start():
    torch.manual_seed(0)
    critic = Critic(nn.Flatten(), nn.Linear(48, 1), (48,), classes=100)
    images = torch.ones(100, 3, 4, 4)
    logits = critic(images, torch.arange(100)).detach()
    assert float(logits.std()) == pytest.approx(0.02 * 48**0.5, rel=0.2)
