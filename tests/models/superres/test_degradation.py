"""How pictures are made small for training: kernels, noise and compression as published, equal for equal steps."""

from math import pi

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ganstudio.models.superres import degradation
from ganstudio.models.superres.degradation import (
    FIRST,
    KINDS,
    SECOND,
    compressed,
    degrade,
    draws_of,
    filtered,
    random_kernel,
    random_sinc,
    reduced,
    sharpened,
    sinc,
)


def smooth(count: int = 2, size: int = 64, channels: int = 3) -> torch.Tensor:
    generator = torch.Generator().manual_seed(0)
    coarse = torch.rand(count, channels, 8, 8, generator=generator)
    return torch.nn.functional.interpolate(coarse, size, mode="bicubic").clamp(0, 1)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**31), st.sampled_from([FIRST.sigma, SECOND.sigma]))
def test_that_kernels_are_odd_and_sum_to_one(seed, sigma):
    for kernel in (random_kernel(draws_of(seed, 0), sigma), random_sinc(draws_of(seed, 1), pi / 3)):
        assert kernel.shape[0] == kernel.shape[1]
        assert kernel.shape[0] in range(7, 22, 2)
        assert kernel.sum().item() == pytest.approx(1, abs=1e-12)
        assert torch.isfinite(kernel).all()


def test_that_kinds_of_kernels_come_as_often_as_tabulated():
    draw, shapes = draws_of(0, 0), degradation.SHAPES
    assert sum(shapes.values()) == pytest.approx(1)
    drawn = [degradation.chosen(shapes, draw) for _ in range(4000)]
    for shape, share in shapes.items():
        assert drawn.count(shape) / 4000 == pytest.approx(share, abs=0.02)


def test_that_a_sinc_passes_low_frequencies_and_no_high_ones():
    kernel = sinc(21, pi / 3)
    response = torch.fft.fft2(kernel, (64, 64)).abs()
    assert response[0, 0].item() == pytest.approx(1)
    assert response[0, 32] < 0.05
    assert (kernel < 0).any()  # it rings


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [2, 4])
@pytest.mark.parametrize("channels", [1, 3])
def test_that_small_pictures_follow_from_seed_and_step_alone(kind, scale, channels):
    large = smooth(channels=channels)
    first, again = (degrade(large, kind, scale, draws_of(5, 9)) for _ in range(2))
    assert torch.equal(first, again)
    assert first.shape == (2, channels, 64 // scale, 64 // scale)
    levels = first * 255
    assert torch.equal(levels.round() / 255, first)
    assert first.min() >= 0
    assert first.max() <= 1
    if kind != "clean":
        assert not torch.equal(first, degrade(large, kind, scale, draws_of(5, 10)))
        assert not torch.equal(first, degrade(large, kind, scale, draws_of(6, 9)))


def test_that_hard_pictures_lose_more_than_photographs_and_those_more_than_clean_ones():
    large = smooth(8)
    clean = degrade(large, "clean", 4, draws_of(0, 0))
    losses = [
        float(np.mean([(degrade(large, kind, 4, draws_of(0, step)) - clean).abs().mean() for step in range(6)]))
        for kind in KINDS
    ]
    assert losses[0] == 0 < losses[1] < losses[2]


def test_that_clean_is_what_pillow_makes():
    large = smooth(1)
    pixels = (large[0] * 255).round().byte().permute(1, 2, 0).numpy()
    small = np.asarray(Image.fromarray(pixels).resize((16, 16), Image.Resampling.BICUBIC)) / 255
    ours = (
        reduced(torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None] / 255, 4)[0].permute(1, 2, 0).clamp(0, 1).numpy()
    )
    assert np.abs(ours - small).max() < 1.5 / 255


def test_that_compression_costs_more_at_lower_quality():
    picture = smooth(1)
    errors = [(compressed(picture, quality) - picture).abs().mean().item() for quality in (95, 60, 30)]
    assert errors[0] < errors[1] < errors[2] < 0.05
    assert compressed(smooth(1, channels=1), 90).shape == (1, 1, 64, 64)


def test_that_filtering_keeps_flat_pictures_and_takes_pictures_smaller_than_the_kernel():
    flat = torch.full((1, 3, 5, 40), 0.4)
    assert (filtered(flat, sinc(21, pi / 3)) - flat).abs().max() < 1e-6


def test_that_sharpening_raises_edges_and_leaves_flat_parts():
    edge = torch.zeros(1, 3, 128, 128) + 0.3
    edge[..., 64:] = 0.7
    sharp = sharpened(edge)
    assert sharp[..., 64:72].max() > 0.75
    assert (sharp[..., :16] - 0.3).abs().max() < 1e-3
    assert (sharpened(torch.full((1, 3, 64, 64), 0.5)) - 0.5).abs().max() < 1e-6
