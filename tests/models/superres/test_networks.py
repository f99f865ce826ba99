"""Networks that enlarge: the published sizes, beginnings, shapes, and how far a pixel sees."""

import pytest
import torch
import torch.nn.functional as F

from ganstudio.core.system import count_parameters
from ganstudio.models.superres.networks import (
    Compact,
    MSRResNet,
    SRResNet,
    UNetDiscriminator,
    VGGDiscriminator,
    rrdb,
)
from ganstudio.models.superres.recipe import SuperRes


@pytest.mark.parametrize(
    ("make", "parameters"),
    [
        (lambda: rrdb(4), 16_697_987),
        (lambda: rrdb(2), 16_703_171),
        (lambda: rrdb(1), 16_723_907),
        (lambda: rrdb(4, blocks=6), 4_467_779),
        (lambda: rrdb(4, blocks=4), 3_028_931),
        (lambda: MSRResNet(scale=2), 1_369_859),
        (lambda: MSRResNet(scale=3), 1_554_499),
        (lambda: MSRResNet(scale=4), 1_517_571),
        (lambda: SRResNet(scale=4), 1_549_462),
        (lambda: SRResNet(scale=2), 1_401_749),
        (lambda: Compact(), 621_424),
        (lambda: Compact(convolutions=32), 1_213_296),
        (lambda: UNetDiscriminator(), 4_376_897),
        (lambda: VGGDiscriminator(128), 14_499_401),
        (lambda: VGGDiscriminator(256), 21_055_049),
    ],
)
def test_that_networks_have_the_published_number_of_weights(make, parameters):
    with torch.device("meta"):
        assert count_parameters(make()) == parameters


SMALL = [
    (lambda scale: Compact(3, 8, 3, scale), (2, 3, 4)),
    (lambda scale: MSRResNet(3, 8, 2, scale), (2, 3, 4)),
    (lambda scale: SRResNet(3, 8, 2, scale), (2, 3, 4)),
    (lambda scale: rrdb(scale, width=8, growth=4, blocks=1), (1, 2, 4, 8)),
]


@pytest.mark.parametrize(("make", "scales"), SMALL)
def test_that_pictures_grow_by_the_scale(make, scales):
    for scale in scales:
        network = make(scale)
        assert network.scale == scale
        assert network(torch.rand(1, 3, 8, 12)).shape == (1, 3, 8 * scale, 12 * scale)


@pytest.mark.parametrize(("make", "scales"), SMALL)
def test_that_no_pixel_depends_on_what_lies_beyond_its_reach(make, scales):
    for scale in scales:
        torch.manual_seed(0)
        network = make(scale).eval()
        size = 2 * network.reach + 2 * network.multiple
        size += -size % network.multiple
        picture = torch.rand(1, 3, size, size, requires_grad=True)
        middle = size * scale // 2
        network(picture)[0, :, middle, middle].sum().backward()
        seen = picture.grad.abs().sum((0, 1, 2)).nonzero().flatten()
        assert size // 2 - network.reach - network.multiple <= seen.min() < seen.max()
        assert seen.max() <= size // 2 + network.reach + network.multiple


def test_that_residual_branches_begin_at_a_tenth_of_he():
    torch.manual_seed(0)
    network = rrdb(4, blocks=1)
    for block in (network.body[0].rdb1, network.body[0].rdb3):
        expected = 0.1 * (2 / (64 * 9)) ** 0.5
        assert block.conv1.weight.std().item() == pytest.approx(expected, rel=0.05)
        assert not block.conv1.bias.any()
    plain = MSRResNet(blocks=1)
    assert plain.upconv1.weight.std().item() == pytest.approx(0.1 * (2 / (64 * 9)) ** 0.5, rel=0.05)
    assert Compact().body[1].weight.unique().tolist() == [0.25]


def test_that_a_compact_network_to_train_begins_with_the_pixels_and_lets_them_through_every_layer():
    torch.manual_seed(0)
    network = SuperRes.preset("quick").enlarger(3)
    pictures = torch.rand(2, 3, 8, 8)
    assert torch.equal(network(pictures), F.interpolate(pictures, scale_factor=4, mode="nearest"))
    inner = network.body[:-1](pictures).std().item()
    assert 0.1 < inner < 3


def test_that_shuffling_and_unshuffling_pixels_undo_each_other():
    pixels = torch.rand(2, 3, 24, 12)
    for factor in (2, 3, 4):
        assert torch.equal(F.pixel_shuffle(F.pixel_unshuffle(pixels, factor), factor), pixels)


@pytest.mark.parametrize("size", [16, 32, 64, 128])
def test_that_discriminators_judge_whole_pictures_or_each_pixel_and_show_what_they_see(size):
    pictures = torch.rand(2, 3, size, size)
    whole, each = VGGDiscriminator(size, width=4), UNetDiscriminator(width=4)
    assert whole(pictures).shape == (2, 1)
    assert each(pictures).shape == (2, 1, size, size)
    assert [tap.shape[-1] for tap in whole.taps(pictures)] == [size >> n for n in range(1, size.bit_length() - 2)]
    assert [tap.shape[-1] for tap in each.taps(pictures)] == [size // 2, size // 4, size // 8]
