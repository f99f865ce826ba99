"""The perceptual distance: places are compared as directions, and a network without places is refused."""

import pytest
import torch
from torch import nn

from ganstudio.latent.perceptual import PerceptualError, perceptual
from tests.latent.fakes import tiny_network


def test_that_a_network_compares_places_as_directions():
    features = perceptual(tiny_network(), 8)
    pictures = torch.rand(2, 3, 8, 8, generator=torch.Generator().manual_seed(0)) * 2 - 1
    seen = features(pictures)
    assert seen.shape == (2, 4 * 64 + 6 * 16)
    assert all(0.5 < square < 1.001 for square in seen[:, :256].square().sum(1).tolist())
    assert features(pictures[:, :1, :4, :4]).shape == seen.shape
    assert torch.allclose(seen[1:], features(pictures[1:]), atol=1e-6)


def test_that_a_network_without_places_is_refused():
    with pytest.raises(PerceptualError):
        perceptual(nn.Sequential(nn.Flatten(), nn.Linear(192, 4)), 8)
