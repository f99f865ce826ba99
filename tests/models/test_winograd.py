"""The fast 3 x 3 convolution: the values and gradients of torch's own, and filters that are turned only when needed."""

import pytest
import torch
from torch import Tensor, nn

from ganstudio.models.cyclegan import winograd
from ganstudio.models.cyclegan.winograd import FEWEST, MirroredConv, kept_filters


@pytest.fixture
def convolution() -> MirroredConv:
    torch.manual_seed(0)
    made = MirroredConv(FEWEST, FEWEST + 8)
    nn.init.normal_(made.weight, std=0.02)
    return made.to(memory_format=torch.channels_last)


def both(made: MirroredConv, x: Tensor) -> tuple[list[Tensor], list[Tensor]]:
    """The picture and the gradients of input, weight and bias: by torch's convolution, and by ours."""
    results = []
    for forward in (nn.Conv2d.forward, MirroredConv.forward):
        x = x.detach().requires_grad_()
        y = forward(made, x)
        gradient = torch.linspace(-1, 1, y.numel()).sin().view_as(y)
        results.append([y.detach(), *torch.autograd.grad(y, [x, made.weight, made.bias], gradient)])
    return results[0], results[1]


@pytest.mark.parametrize("shape", [(1, 4, 4), (2, 8, 12), (3, 16, 8)])
@pytest.mark.parametrize("layout", [torch.channels_last, torch.contiguous_format])
def test_that_it_is_the_convolution_that_torch_makes(convolution, shape, layout):
    count, height, width = shape
    x = torch.randn(count, FEWEST, height, width).to(memory_format=layout)
    assert convolution.worth_it(x)
    for right, ours in zip(*both(convolution, x), strict=True):
        assert ours.shape == right.shape
        assert (ours - right).abs().max() < 3e-5 * right.abs().max()
    assert convolution(x).is_contiguous(memory_format=torch.channels_last)


def test_that_other_sizes_few_channels_and_exact_numbers_go_torchs_way(convolution):
    assert not convolution.worth_it(torch.zeros(1, FEWEST, 6, 8))
    assert not convolution.worth_it(torch.zeros(1, FEWEST, 8, 8, dtype=torch.float64))
    assert not MirroredConv(FEWEST - 1, FEWEST).worth_it(torch.zeros(1, FEWEST - 1, 8, 8))
    for right, ours in zip(*both(convolution, torch.randn(1, FEWEST, 6, 8)), strict=True):
        assert torch.equal(ours, right)


@pytest.mark.parametrize("fused", [True, False])
def test_that_kept_filters_never_outlive_the_weights(convolution, fused):
    x = torch.randn(1, FEWEST, 8, 8)
    optimizer = torch.optim.Adam(convolution.parameters(), lr=0.1, fused=fused)
    for _ in range(2):
        optimizer.zero_grad()
        with kept_filters(nn.Sequential(convolution)):
            convolution(x).square().mean().backward()
            optimizer.step()
    torch.testing.assert_close(convolution(x), nn.Conv2d.forward(convolution, x), rtol=1e-4, atol=1e-3)


def test_that_filters_are_turned_once_for_all_calls_of_a_block(convolution, monkeypatch):
    turned, right = [], winograd.turned_filters
    monkeypatch.setattr(winograd, "turned_filters", lambda weight: turned.append(1) or right(weight))
    x = torch.randn(1, FEWEST, 8, 8)
    with kept_filters(convolution):
        assert torch.equal(convolution(x), convolution(x))
    assert turned == [1]
    assert not convolution.keeping
    with kept_filters(convolution):
        convolution(x)
    assert turned == [1, 1]


def test_that_gradients_are_those_of_the_weights_at_the_time_of_the_call(convolution):
    x = torch.randn(1, FEWEST, 8, 8)
    first = torch.autograd.grad(convolution(x).square().sum(), convolution.weight)[0]
    with kept_filters(convolution):
        y = convolution(x)
    convolution(2 * x)  # another call in between
    assert torch.equal(torch.autograd.grad(y.square().sum(), convolution.weight)[0], first)
