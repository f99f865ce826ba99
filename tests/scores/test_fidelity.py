"""PSNR, SSIM and the perceptual distance: known values, identities, and gradients."""

import math

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from ganstudio.scores.extractor_networks import VGG19, ResNet20, SqueezeNet
from ganstudio.scores.features import Extractor, FeaturesError, open_extractor
from ganstudio.scores.fidelity import luma, psnr, ssim
from ganstudio.scores.perceptual_taps import SQUEEZENET_TAPS, taps_of

IMAGENET = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def pictures(count: int = 2, size: int = 32) -> torch.Tensor:
    return (torch.rand(count, 3, size, size, generator=torch.Generator().manual_seed(0)) * 255).round() / 255


def squeezenet() -> Extractor:
    torch.manual_seed(0)
    return Extractor("squeezenet-test", "SqueezeNet 1.1", SqueezeNet().eval().requires_grad_(False), 128)


def test_that_psnr_is_that_of_the_mean_square_error_without_the_border():
    wanted = torch.full((1, 3, 16, 16), 100 / 255)
    ours = wanted + 10 / 255
    ours[..., :2, :] = 1
    assert psnr(ours, wanted, border=2).item() == pytest.approx(20 * math.log10(25.5))
    assert psnr(ours, wanted).item() < 20
    assert psnr(wanted, wanted).item() == 100


def test_that_ssim_is_one_for_equal_pictures_and_the_formula_for_flat_ones():
    assert ssim(pictures(), pictures()).tolist() == pytest.approx([1, 1])
    a, b = 100.0, 150.0
    c1 = (0.01 * 255) ** 2
    flat = [torch.full((1, 1, 20, 20), value / 255) for value in (a, b)]
    assert ssim(*flat).item() == pytest.approx((2 * a * b + c1) / (a * a + b * b + c1))
    assert ssim(pictures(1), pictures(2)[1:]).item() < 0.1


def test_that_luma_spans_sixteen_to_235():
    colours = torch.tensor([[0.0, 0, 0], [1, 1, 1], [0, 1, 0]]).view(3, 3, 1, 1)
    assert (luma(colours).flatten() * 255).tolist() == pytest.approx([16, 235, 144.553], abs=1e-3)


@pytest.mark.parametrize("network", ["squeezenet", "vgg19", "vgg19 deepest"])
def test_that_the_perceptual_distance_is_zero_for_equal_pictures_and_has_the_gradient_of_its_differences(network):
    torch.manual_seed(0)
    if network == "squeezenet":
        extractor = squeezenet()
    else:
        extractor = Extractor("vgg19-test", "VGG19", VGG19().eval().requires_grad_(False), 224, 16, *IMAGENET)
    extractor.network.double()
    taps = taps_of(extractor, deepest="deepest" in network)
    real = pictures(1).double()
    assert taps.distance(real, real).item() == pytest.approx(0, abs=1e-12)
    fake = torch.rand(1, 3, 32, 32, generator=torch.Generator().manual_seed(1)).double().requires_grad_()
    taps.distance(fake, real).backward()
    way = torch.rand(fake.shape, generator=torch.Generator().manual_seed(2)).double() - 0.5
    step = 1e-7
    with torch.no_grad():
        slope = (taps.distance(fake + step * way, real) - taps.distance(fake - step * way, real)) / (2 * step)
    assert (fake.grad * way).sum().item() == pytest.approx(slope.item(), rel=1e-2)


def test_that_small_pictures_are_compared_as_deep_as_they_reach():
    taps = taps_of(squeezenet())
    assert len(taps.taps) == len(SQUEEZENET_TAPS)
    for size in (16, 24, 48):
        assert torch.isfinite(taps.distance(pictures(2, size), pictures(2, size).flip(3)))


def test_that_another_network_is_refused_with_what_is_needed():
    with pytest.raises(FeaturesError, match=r"SqueezeNet 1\.1 or VGG"):
        taps_of(Extractor("resnet20-x", "CIFAR-10 ResNet-20", ResNet20(), 32))


def test_that_vgg_as_adain_hands_it_on_sees_as_its_parts_do(tmp_path):
    places = [2, 5, 9, 12, 16, 19, 22, 25, 29, 32, 35, 38, 42, 45, 48, 51]
    torch.manual_seed(0)
    plain = [layer for layer in VGG19().features if isinstance(layer, nn.Conv2d)]
    colours = nn.Conv2d(3, 3, 1)
    layers = dict(zip([0, *places], [colours, *plain], strict=True))
    tensors = {f"{number}.{name}": value.detach().clone()
               for number, layer in layers.items() for name, value in layer.named_parameters()}  # fmt: skip
    save_file(tensors, tmp_path / "vgg_normalised.safetensors")
    extractor = open_extractor(tmp_path / "vgg_normalised.safetensors")
    picture = torch.rand(1, 3, 20, 20)
    with torch.no_grad():
        ours, theirs = extractor.network.features[0](picture), plain[0](colours(picture))
    assert torch.allclose(ours[:, :, 1:-1, 1:-1], theirs[:, :, 1:-1, 1:-1], atol=1e-5)
    assert extractor.name.startswith("vgg19-")
    del tensors["51.bias"]
    save_file(tensors, tmp_path / "part.safetensors")
    with pytest.raises(FeaturesError, match="not known here"):
        open_extractor(tmp_path / "part.safetensors")
