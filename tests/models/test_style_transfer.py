"""Style transfer: statistics, losses and their gradients, colours, coarse to fine, regions, how far it comes."""

import pytest
import torch
from torch import nn

from ganstudio.models.style.colours import chroma, luma, matched, recoloured
from ganstudio.models.style.gatys import StyleSource, at_full_size, drawn, sizes
from ganstudio.models.style.statistics import content_difference, difference, gram, mixed, moments
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.models.style.taps import SQUEEZENET_TAPS, Taps
from ganstudio.scores.extractor_networks import SqueezeNet


@pytest.fixture(autouse=True, scope="module")
def _one_thread():
    torch.set_num_threads(1)


def eyes() -> Taps:
    """SqueezeNet with random weights: it sees less than a trained one, and its numbers are as good for these tests."""
    torch.manual_seed(0)
    network = SqueezeNet()
    for layer in network.modules():
        if isinstance(layer, nn.Conv2d):
            nn.init.kaiming_normal_(layer.weight)
    return Taps(list(network.features.children()))


def noise(height: int = 40, width: int = 40, seed: int = 0, channels: int = 3) -> torch.Tensor:
    return torch.rand(1, channels, height, width, generator=torch.Generator().manual_seed(seed))


def smooth(height: int = 40, width: int = 40) -> torch.Tensor:
    return nn.functional.interpolate(noise(5, 5), (height, width), mode="bicubic").clamp(0, 1)


def stripes(height: int = 128, width: int = 128) -> torch.Tensor:
    wave = (torch.arange(width) // 4 % 2).float().expand(1, 1, height, width)
    return torch.cat([wave, 1 - wave, 0.3 * wave], 1)


# Statistics -----------------------------------------------------------------------------------------------------------


def test_that_a_gram_matrix_is_the_mean_of_products_over_all_places():
    features = noise(3, 5, channels=4).double()
    expected = torch.einsum("bchw,bdhw->bcd", features, features) / 15
    assert torch.allclose(gram(features)[0], expected)


def test_that_moments_are_the_mean_and_the_covariance():
    features = noise(6, 7, channels=4).double()
    mean, covariance = moments(features)
    assert torch.allclose(mean[0, :, 0], features[0].mean((1, 2)))
    assert torch.allclose(covariance[0], torch.cov(features[0].flatten(1), correction=0))


@pytest.mark.parametrize("measure", [gram, moments])
def test_that_a_style_does_not_depend_on_where_things_are(measure):
    features = noise(6, 6, channels=5).double()
    moved = features.flatten(2)[:, :, torch.randperm(36)].reshape(features.shape)
    assert difference(measure(features), measure(moved)) == pytest.approx(0, abs=1e-20)


@pytest.mark.parametrize("measure", [gram, moments])
def test_that_a_mask_counts_its_places_only(measure):
    features = noise(6, 8, channels=5).double()
    mask = torch.zeros(1, 1, 6, 8).double()
    mask[..., :3] = 1
    assert difference(measure(features, mask), measure(features[..., :3])) == pytest.approx(0, abs=1e-15)


@pytest.mark.parametrize("measure", [gram, moments])
def test_that_a_mixture_is_as_far_away_as_its_styles_together_but_for_a_constant(measure):
    styles = [[measure(noise(5, 5, seed, 3).double())] for seed in (1, 2)]
    blend = mixed(styles, [3.0, 1.0])

    def gap(seed: int) -> float:
        ours = measure(noise(5, 5, seed, 3).double())
        each = sum(share * difference(ours, style[0]) for share, style in zip((0.75, 0.25), styles, strict=True))
        return float(each - difference(ours, blend[0]))

    assert gap(3) == pytest.approx(gap(4), rel=1e-6)


@pytest.mark.parametrize("measure", [gram, moments])
def test_that_the_gradient_of_the_style_loss_is_that_of_finite_differences(measure):
    wanted = measure(noise(4, 4, 1, 3).double())
    mask = noise(4, 4, 2, 1).double()
    features = noise(4, 4, 3, 3).double().requires_grad_()
    assert torch.autograd.gradcheck(lambda x: difference(measure(x), wanted), features)
    assert torch.autograd.gradcheck(lambda x: difference(measure(x, mask), wanted), features)


def test_that_the_gradient_of_the_content_loss_is_that_of_finite_differences():
    wanted = noise(4, 4, 1).double()
    assert torch.autograd.gradcheck(lambda x: content_difference(x, wanted), noise(4, 4, 3).double().requires_grad_())


def test_that_content_is_measured_by_its_own_variance():
    wanted = torch.randn(1, 4, 50, 50)
    assert content_difference(wanted, wanted) == 0
    assert content_difference(torch.randn(1, 4, 50, 50), wanted) == pytest.approx(2, abs=0.1)
    assert content_difference(7 * wanted + 1, 7 * wanted) == pytest.approx(1 / 49, rel=0.05)


# Taps -----------------------------------------------------------------------------------------------------------------


def test_that_taps_are_what_the_network_gives_after_those_modules():
    network = SqueezeNet()
    seen = Taps(list(network.features.children()))(noise(64, 48))
    assert [layer.shape[1] for layer in seen] == [64, 128, 256, 384, 512]
    padded = nn.functional.pad(noise(64, 48), (8, 8, 8, 8), mode="reflect")
    for tap, layer in zip(SQUEEZENET_TAPS, seen, strict=True):
        assert torch.equal(layer, network.features[: tap + 1](padded))


def test_that_grey_is_seen_as_three_like_channels_and_in_the_networks_range():
    network = nn.Sequential(nn.Identity())
    taps = Taps(list(network), (0,), mean=(0.5, 0.25, 0.0), deviation=(0.5, 0.25, 2.0))
    seen = taps(torch.full((1, 1, 16, 16), 0.5))[0]
    assert seen[0, :, 12, 12].tolist() == [0.0, 1.0, 0.25]


# Colours --------------------------------------------------------------------------------------------------------------


def test_that_colours_are_kept_to_less_than_one_of_255_after_rounding():
    content, brightness = noise(60, 60, 1), noise(60, 60, 2, 1)
    shown = (recoloured(brightness, content) * 255).round() / 255
    assert shown.min() >= 0
    assert shown.max() <= 1
    assert (chroma(shown) - chroma(content)).abs().max() < 1 / 255


def test_that_brightness_is_what_was_asked_for_where_the_colour_allows_it():
    grey = torch.full((1, 3, 4, 4), 0.5)
    assert torch.allclose(luma(recoloured(noise(4, 4, 1, 1), grey)), noise(4, 4, 1, 1), atol=1e-6)


def test_that_brightness_and_colour_are_those_of_jpeg():
    red = torch.tensor([1.0, 0.0, 0.0]).view(1, 3, 1, 1)
    assert float(luma(red)) == pytest.approx(0.299)
    assert chroma(red).flatten().tolist() == pytest.approx([-0.299 / 1.772, 0.5], abs=1e-3)


def test_that_a_style_is_given_the_brightness_of_the_content():
    bright, dark = 0.6 + 0.1 * noise(50, 50, 1, 1), 0.2 + 0.3 * noise(50, 50, 2, 1)
    fitted = matched(bright, dark)
    assert float(fitted.mean()) == pytest.approx(float(dark.mean()), abs=1e-3)
    assert float(fitted.std()) == pytest.approx(float(dark.std()), abs=1e-3)


# Drawing --------------------------------------------------------------------------------------------------------------


def test_that_it_begins_at_128_px_and_goes_up_by_the_root_of_two():
    assert sizes(256) == [128, 181, 256]
    assert sizes(512) == [128, 181, 256, 362, 512]
    assert sizes(130) == [130]
    assert sizes(64) == [64]


@pytest.mark.parametrize("known", [{}, {"keep_colours": True}, {"measure": "moments"}])
def test_that_the_style_comes_near_and_the_last_picture_has_the_size(known):
    settings = StyleSettings(size=64, steps=40, **known)
    content = smooth(30, 40)
    stages = list(drawn(eyes(), content, [StyleSource(stripes())], settings))
    assert [stage.step for stage in stages] == list(range(1, 41))
    if settings.keep_colours:  # else it begins in the style's colours
        assert stages[0].style_error == pytest.approx(1, abs=1e-4)
    assert stages[-1].style_error < 0.7
    assert at_full_size(stages[-1].image, content, settings).shape == (1, 3, 48, 64)


def test_that_strength_is_how_far_it_goes():
    errors = []
    for strength in (0.0, 0.2, 0.4):
        settings = StyleSettings(size=64, steps=30, strength=strength)
        errors.append(list(drawn(eyes(), smooth(), [StyleSource(stripes())], settings))[-1].style_error)
    assert errors[0] > errors[1] > errors[2]


def test_that_the_same_wish_gives_the_same_picture():
    settings = StyleSettings(size=64, steps=3)
    first, second = (list(drawn(eyes(), smooth(), [StyleSource(stripes())], settings))[-1] for _ in "ab")
    assert torch.equal(first.image, second.image)


def test_that_a_mask_says_where_a_style_goes():
    """Black goes left and white right, over grey; a network that sees pixels knows styles by their colours."""
    taps = Taps([nn.Identity(), nn.Identity()], (0, 1))
    left = torch.zeros(1, 1, 64, 64)
    left[..., :32] = 1
    styles = [StyleSource(torch.zeros(1, 3, 64, 64), mask=left), StyleSource(torch.ones(1, 3, 64, 64))]
    grey = 0.4 + 0.2 * noise(64, 64)
    *_, last = drawn(taps, grey, styles, StyleSettings(size=64, steps=60, strength=1.0))
    assert float(last.image[..., 2:30].mean()) < 0.2
    assert float(last.image[..., 34:62].mean()) > 0.8


def test_that_two_styles_mix_by_their_weights():
    taps = Taps([nn.Identity(), nn.Identity()], (0, 1))
    black, white, grey = torch.zeros(1, 3, 64, 64), torch.ones(1, 3, 64, 64), 0.2 + 0.2 * noise(64, 64)
    means = []
    for weight in (1.0, 4.0):
        settings = StyleSettings(size=64, steps=60, strength=1.0, measure="moments")
        *_, last = drawn(taps, grey, [StyleSource(black), StyleSource(white, weight)], settings)
        means.append(float(last.image.mean()))
    assert means == pytest.approx([0.5, 0.8], abs=0.03)


def test_that_the_brush_is_the_size_of_the_strokes():
    seen: list[tuple[int, ...]] = []

    class Watching(nn.Identity):
        def forward(self, x):
            seen.append(tuple(x.shape[2:]))
            return x

    taps = Taps([Watching(), nn.Identity()], (0, 1))
    next(drawn(taps, noise(), [StyleSource(stripes())], StyleSettings(size=64, steps=1, brush=2.0)))
    assert (128 + 16, 128 + 16) in seen


def test_that_a_dark_picture_begins_in_the_colours_of_a_bright_style():
    taps, night, bright = eyes(), 0.02 * noise(128, 128), 0.8 + 0.2 * stripes()
    errors = {
        strength: next(
            drawn(taps, night, [StyleSource(bright)], StyleSettings(size=128, strength=strength))
        ).style_error
        for strength in (0.0, 0.5)
    }
    assert errors[0.0] == pytest.approx(1, abs=0.01)
    assert errors[0.5] < 0.3


def test_that_each_style_has_its_share_of_the_colours_at_first():
    red, blue = torch.zeros(1, 3, 64, 64), torch.zeros(1, 3, 64, 64)
    red[:, 0], blue[:, 2] = 0.8, 0.8
    sources = [StyleSource(red, 1.0), StyleSource(blue, 3.0)]
    first = next(drawn(eyes(), noise(128, 128), sources, StyleSettings(size=128, steps=1)))
    assert first.image.mean((0, 2, 3)).tolist() == pytest.approx([0.2, 0.0, 0.6], abs=0.06)
