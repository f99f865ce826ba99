"""Enlarging pictures of any size and kind: tiles that equal the whole, alpha, grey, and memory that runs out."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PIL import Image

from ganstudio.models.superres.networks import Compact, Enlarger, MSRResNet, rrdb
from ganstudio.models.superres.upscaler import Upscaler, bytes_per_pixel


def pixels(height: int, width: int, channels: int = 3) -> np.ndarray:
    return np.random.default_rng(height * width).integers(0, 256, (height, width, channels), dtype=np.uint8)


class Nearest(Enlarger):
    """Every pixel becomes scale x scale of it; it can be short of memory for what is wider than `widest`."""

    reach = 0

    def __init__(self, channels: int = 3, scale: int = 2, widest: int = 10**6) -> None:
        super().__init__()
        self.scale, self.channels, self.widest = scale, channels, widest
        self.weight = torch.nn.Parameter(torch.ones(1))
        self.widths: list[int] = []

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.widths.append(x.shape[-1])
        if x.shape[-1] > self.widest:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return F.interpolate(x * self.weight, scale_factor=self.scale, mode="nearest")


def upscaler(network: Enlarger, **known) -> Upscaler:
    return Upscaler(network, title="test", **known)


@pytest.mark.parametrize(
    ("network", "tile"),
    [
        (Compact(3, 8, 4, 4), 32), (Compact(3, 8, 16, 2), 80), (MSRResNet(3, 8, 2, 2), 40),
        (rrdb(4, width=8, growth=4, blocks=1), 96),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", [(100, 131), (33, 200), (5, 7)])
def test_that_tiles_equal_the_whole_where_the_reach_allows_it(network, tile, size):
    torch.manual_seed(0)
    with torch.no_grad():
        for weight in network.parameters():
            weight.add_(torch.randn_like(weight) * 0.05)
    tiled, whole = upscaler(network, tile=tile), upscaler(network, tile=0)
    assert tiled.tiling.hard
    picture = torch.from_numpy(pixels(*size)).permute(2, 0, 1)[None].float() / 255
    strips = torch.cat([strip.clone() for strip in tiled.strips(pixels(*size))])
    assert (strips - network(picture)[0].permute(1, 2, 0)).abs().max() < 1e-5
    assert np.abs(tiled.picture(pixels(*size)).astype(int) - whole.picture(pixels(*size))).max() <= 1


def test_that_tiles_of_a_network_that_sees_further_are_feathered():
    torch.manual_seed(0)
    network = rrdb(2, width=8, growth=4, blocks=4)
    tiled = upscaler(network, tile=48)
    assert not tiled.tiling.hard
    difference = np.abs(tiled.picture(pixels(70, 101)).astype(int) - upscaler(network, tile=0).picture(pixels(70, 101)))
    assert tiled.picture(pixels(70, 101)).shape == (140, 202, 3)
    assert difference.mean() < 1


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("of_network", [1, 3])
def test_that_grey_and_alpha_come_through(channels, of_network):
    picture = pixels(9, 7, channels)
    drawn = upscaler(Nearest(of_network)).picture(picture).astype(int)
    expected = picture.repeat(2, 0).repeat(2, 1).astype(int)
    if channels % 2 == 0:
        assert np.abs(drawn[..., -1] - expected[..., -1]).max() <= 1
        visible = expected[..., -1] > 128
        assert np.abs(drawn - expected)[visible].max() <= 3
    else:
        assert np.abs(drawn - expected).max() <= 1


def test_that_an_opaque_picture_stays_opaque_and_goes_through_once():
    network = Nearest()
    picture = np.dstack([pixels(8, 8), np.full((8, 8, 1), 255, np.uint8)])
    assert (upscaler(network, tile=0).picture(picture)[..., 3] == 255).all()
    assert len(network.widths) == 1


def test_that_tiles_are_halved_until_memory_is_enough():
    network = Nearest(widest=70)
    made = upscaler(network, tile=256)
    picture = pixels(120, 300)
    assert np.array_equal(made.picture(picture), picture.repeat(2, 0).repeat(2, 1))
    assert max(width for width in network.widths if width <= 70) == network.widths[-1]


def test_that_no_memory_for_the_smallest_tile_is_an_error():
    with pytest.raises(torch.OutOfMemoryError):
        upscaler(Nearest(widest=8), tile=64).picture(pixels(200, 200))


def test_that_a_smaller_scale_shrinks_and_a_larger_one_is_refused():
    network = Compact(3, 8, 1, 4)
    drawn = upscaler(network, scale=2).image(Image.fromarray(pixels(10, 15)))
    assert drawn.shape == (20, 30, 3)
    with pytest.raises(ValueError, match="enlarges 4 times, not 8: choose at most 4"):
        upscaler(network, scale=8)


def test_that_invalid_numbers_become_black_and_nothing_breaks():
    network = Nearest()
    network.weight.data.fill_(float("nan"))
    assert not upscaler(network).picture(pixels(4, 4)).any()


def test_that_a_pixel_of_a_large_network_is_known_to_need_more():
    small, large = bytes_per_pixel(Compact(width=8).eval()), bytes_per_pixel(rrdb(4, blocks=1).eval())
    assert large == 4 * 16 * 128  # the last but one convolution: 64 channels in and out at 4 x 4 pixels
    assert small < large


def test_that_progress_counts_tiles():
    tiles: list[tuple[int, int]] = []
    upscaler(Compact(3, 8, 2, 2), tile=32).picture(pixels(60, 60), lambda *now: tiles.append(now))
    assert tiles == [(number, tiles[0][1]) for number in range(1, tiles[0][1] + 1)]
    assert tiles[0][1] == 9
