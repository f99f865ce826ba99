"""Pictures of any size through a generator: tiled as if in one piece, in bounded memory."""

import itertools
import math

import numpy as np
import psutil
import pytest
import torch
from torch import nn

from ganstudio.core.image_tiles import Tiling
from ganstudio.core.instance_norm import InstanceNorm, statistics_of
from ganstudio.core.translator import Translator


class Same(nn.Module):
    """The identity, and how large the largest picture was that it was given."""

    largest = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        assert x.shape[2] % 4 == 0
        assert x.shape[3] % 4 == 0
        self.largest = max(self.largest, x.shape[2] * x.shape[3])
        return x


def picture_of(width: int, height: int, channels: int = 3) -> np.ndarray:
    """Smooth, with some noise: every value of a byte occurs."""
    y, x = np.mgrid[0:height, 0:width]
    noise = np.random.default_rng(width).integers(0, 40, (height, width, channels))
    wave = 110 + 100 * np.sin(x / 37 + 1)[..., None] * np.cos(y / 53)[..., None]
    return (wave + noise).clip(0, 255).astype(np.uint8)


def translator_of(network: nn.Module, tile: int = 512, multiple: int = 4) -> Translator:
    return Translator(network, to="B", channels=(3, 3), resolution=128, tile=tile, multiple=multiple)


@pytest.mark.parametrize("size", [(1023, 777), (1, 1), (5, 3), (512, 512), (513, 8), (3000, 40)])
def test_that_the_identity_gives_the_same_picture_tiled_and_untiled(size):
    picture = picture_of(*size)
    assert np.array_equal(translator_of(Same()).picture(picture), picture)
    assert np.array_equal(translator_of(Same(), tile=0).picture(picture), picture)


@pytest.mark.parametrize("multiple", [4, 256])
def test_that_twelve_megapixels_stay_the_same_in_bounded_memory(multiple):
    picture = picture_of(4000, 3000)
    network = Same()
    before = psutil.Process().memory_info().rss
    most = 0

    def on_tile(done: int, total: int) -> None:
        nonlocal most
        most = max(most, psutil.Process().memory_info().rss)

    out = translator_of(network, multiple=multiple).picture(picture, on_tile)
    assert np.array_equal(out, picture)
    assert network.largest <= 512 * 512
    assert most - before < 600 * 2**20


def test_that_tiles_of_a_convolution_meet_without_seams():
    """No norm: away from the picture's borders every tile knows all that a pixel depends on."""
    torch.manual_seed(0)
    network = nn.Sequential(
        nn.Conv2d(3, 3, 3, stride=2, padding=1), nn.ConvTranspose2d(3, 3, 4, stride=2, padding=1), nn.Tanh()
    )
    picture = picture_of(1023, 777)
    tiled, whole = (translator_of(network, tile).picture(picture).astype(int) for tile in (512, 0))
    assert np.abs(tiled - whole).max() <= 1


def test_that_tiles_share_the_statistics_of_the_whole_picture():
    """A picture half dark, half bright: each tile by its own statistics would make both halves grey."""
    picture = np.zeros((600, 1200, 3), np.uint8)
    picture[:, 600:] = 200
    picture += np.random.default_rng(0).integers(0, 50, picture.shape, np.uint8)
    network = nn.Sequential(InstanceNorm(), nn.Hardtanh())
    tiled, whole = (translator_of(network, tile).picture(picture).astype(int) for tile in (512, 0))
    assert np.abs(tiled - whole).mean() < 6
    assert abs(tiled[:, :500].mean() - tiled[:, 700:].mean()) > 150


def test_that_held_statistics_are_let_go_even_after_an_error():
    network = nn.Sequential(InstanceNorm())
    block = statistics_of(network, torch.rand(2, 3, 8, 8))
    block.__enter__()
    assert network[0].statistics is not None
    with pytest.raises(RuntimeError, match="stop"):
        block.gen.throw(RuntimeError("stop"))
    assert network[0].statistics is None


def test_that_measured_together_is_what_one_picture_of_all_parts_would_give():
    network = nn.Sequential(InstanceNorm())
    whole = torch.rand(1, 3, 8, 16)
    with statistics_of(network, torch.cat(whole.chunk(2, 3))):
        assert torch.allclose(network(whole), torch.nn.functional.instance_norm(whole), atol=1e-5)


def test_that_every_pixel_is_covered_and_tiles_start_at_multiples():
    for length in (513, 700, 1023, 4000):
        tiling = Tiling(512, 128, 4)
        total = np.zeros(tiling.padded(length))
        for span in tiling.spans(length):
            assert span.start % 4 == 0
            total[span.start : span.start + span.length] += span.weights
        assert total.min() > 0.5


def test_that_tiles_are_as_few_as_they_must_be_and_no_larger():
    """Of 640 px, the second of two tiles of 576 px would draw nine tenths of the first once more."""
    for length in range(520, 3000, 37):
        tiling = Tiling(512, 40, 4, hard=True)
        spans = tiling.spans(length)
        assert len(spans) == math.ceil((tiling.padded(length) - 40) / (512 - 40))
        assert {span.length for span in spans} == {spans[0].length}
        assert spans[0].length <= 512
        assert len(spans) * spans[0].length < tiling.padded(length) + (len(spans) - 1) * 40 + 4 * len(spans)
        assert all(span.start % 4 == 0 for span in spans)
        total = np.zeros(tiling.padded(length))
        for span in spans:
            total[span.start : span.start + span.length] += span.weights
        assert total.min() == 1


def test_that_a_tile_counts_nothing_near_its_edge_and_all_beyond_the_overlap():
    """Nothing in the outer quarter of the overlap, where it does not know what lies beyond; 1 from the third on."""
    first, middle, last = Tiling(512, 128, 4).spans(1280)
    assert (first.start, middle.start, last.start) == (0, 384, 768)
    assert not middle.weights[:32].any()
    assert (np.diff(middle.weights[32:96]) > 0).all()
    assert (middle.weights[96:416] == 1).all()
    assert np.array_equal(middle.weights, middle.weights[::-1])
    assert (first.weights[:416] == 1).all()
    assert (last.weights[96:] == 1).all()


@pytest.mark.parametrize("multiple", [4, 256])
def test_that_neighbouring_tiles_share_at_least_128_pixels(multiple):
    spans = translator_of(Same(), multiple=multiple).tiling.spans(4000)
    assert len(spans) > 2
    for span, other in itertools.pairwise(spans):
        assert span.start + span.length - other.start >= max(128, multiple)


def test_that_what_is_told_after_each_tile_can_end_the_work():
    class EnoughError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert (done, total) == (1, 6)
        raise EnoughError

    with pytest.raises(EnoughError):
        translator_of(Same()).picture(picture_of(1100, 777), stop)
