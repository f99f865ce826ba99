"""The parts of the style-based generators against their published definitions."""

import math

import pytest
import torch
import torch.nn.functional as F

from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.recipe import ImageSpec
from ganstudio.models.stylegan.mapping import Blur, Enlarge, Mapping
from ganstudio.models.stylegan.recipe import StyleGAN2
from ganstudio.models.stylegan.stylegan2 import DiscriminatorBlock, Generator, ModulatedConv
from tests.models.contract import batch_of


def generator(size: int = 16) -> Generator:
    torch.manual_seed(0)
    return Generator(8, size, 3, base=128, widest=16, w_dim=8, layers=2)


def system(**values):
    torch.manual_seed(0)
    small = {"resolution": 16, "batch": 4, "latent": 8, "style_size": 8, "channel_base": 128, "widest": 16}
    return StyleGAN2(**(small | values)).build(ImageSpec(3))


def test_that_modulating_activations_equals_modulating_each_samples_weights():
    torch.manual_seed(0)
    conv = ModulatedConv(6, 5, 3, 4, demodulate=True)
    x, style = torch.randn(3, 6, 8, 8), torch.randn(3, 6) + 1
    for sample in range(3):
        weight = conv.weight * conv.scale * style[sample][None, :, None, None]
        weight = weight * torch.rsqrt(weight.square().sum(dim=(1, 2, 3), keepdim=True) + 1e-8)
        alone = F.conv2d(x[sample : sample + 1], weight, padding=1)
        torch.testing.assert_close(conv.modulated(x, style)[sample : sample + 1], alone, atol=1e-5, rtol=1e-5)


def test_that_a_style_times_a_number_changes_nothing_after_demodulation():
    conv = ModulatedConv(6, 5, 3, 4, demodulate=True)
    x, style = torch.randn(2, 6, 8, 8), torch.rand(2, 6) + 0.5
    torch.testing.assert_close(conv.modulated(x, style), conv.modulated(x, 7 * style), atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("up", [False, True])
def test_that_modulated_convolutions_keep_unit_size(up):
    torch.manual_seed(0)
    conv = ModulatedConv(64, 64, 3, 4, up=up, demodulate=True)
    smooth = F.interpolate(torch.randn(4, 64, 8, 8), scale_factor=4.0) if up else torch.randn(4, 64, 32, 32)
    result = conv.modulated(smooth, torch.rand(4, 64) + 0.5)
    assert result.shape[2] == (64 if up else 32)
    if not up:
        assert result[:, :, 1:-1, 1:-1].std().item() == pytest.approx(1.0, abs=0.05)


def test_that_filters_keep_a_constant():
    flat = torch.ones(1, 2, 16, 16)
    for made in (Blur((1, 1, 1, 1), stride=2)(flat), Enlarge()(flat), Blur((2, 2, 2, 2))(flat)):
        torch.testing.assert_close(made[:, :, 3:-3, 3:-3], torch.ones_like(made[:, :, 3:-3, 3:-3]))


def test_that_the_mapping_does_not_care_for_the_length_of_z():
    mapping, z = Mapping(8, 8, 2, 3), torch.randn(4, 8)
    torch.testing.assert_close(mapping(z), mapping(5 * z), atol=1e-5, rtol=1e-4)
    assert mapping(z).shape == (4, 3, 8)


def test_that_noise_does_nothing_before_it_is_learned():
    drawing = generator()
    ws = drawing.mapping(torch.randn(2, 8))
    images = [drawing.synthesis(ws, noise) for noise in ("none", "const", "random")]
    assert torch.equal(images[0], images[1])
    assert torch.equal(images[0], images[2])
    torch.nn.init.ones_(drawing.blocks[1].keeping.noise.strength)
    assert not torch.equal(drawing.synthesis(ws, "random"), drawing.synthesis(ws, "random"))
    assert torch.equal(drawing.synthesis(ws, "const"), drawing.synthesis(ws, "const"))


def test_that_truncation_is_linear_and_its_ends_are_the_mean_and_the_picture_itself():
    drawing = generator()
    drawing.w_avg.copy_(torch.randn(8))
    ws = drawing.mapping(torch.randn(3, 8))
    assert torch.equal(drawing.truncate(ws, 1.0), ws)
    torch.testing.assert_close(drawing.truncate(ws, 0.0), drawing.w_avg.expand_as(ws))
    torch.testing.assert_close(drawing.truncate(ws, 0.5), (ws + drawing.w_avg) / 2)
    cut = drawing.truncate(ws, 0.0, cutoff=2)
    assert torch.equal(cut[:, 2:], ws[:, 2:])
    torch.testing.assert_close(cut[:, :2], drawing.w_avg.expand_as(cut[:, :2]))


def test_that_psi_0_draws_the_same_picture_from_every_seed():
    drawn = TrainedGenerator(generator(), latent=8, prior="normal", resolution=16, channels=3)
    flat, full = drawn.images(drawn.latents([1, 2]), psi=0.0), drawn.images(drawn.latents([1, 2]))
    assert (flat[0] == flat[1]).all()
    assert (full[0] != full[1]).any()
    assert (drawn.images(drawn.latents([1, 2]), psi=1.0) == full).all()


def test_that_the_mean_of_w_comes_near_by_half_a_percent_a_step():
    drawing, ws = generator(), torch.randn(1, 8).expand(5, 8)[:, None].expand(-1, 6, -1)
    for _ in range(10):
        drawing.track(ws)
    torch.testing.assert_close(drawing.w_avg, ws[0, 0] * (1 - 0.995**10))


def test_that_mixing_keeps_a_style_up_to_a_layer_and_takes_another_from_there():
    playing = system(style_mixing=1.0)
    ws = torch.zeros(4, playing.generator.num_ws, 8)
    mixed = playing.mixed(ws, ())
    kept = (mixed == 0).all(dim=2).all(dim=0)
    assert kept[0]
    assert not kept[-1]
    assert kept.tolist() == sorted(kept.tolist(), reverse=True)
    assert system(style_mixing=0.0).mixed(ws, ()) is ws


def test_that_the_path_of_a_linear_generator_is_as_long_as_its_matrix():
    playing = system()
    matrix = torch.randn(12, 8)
    ws = torch.randn(4096, 1, 8, requires_grad=True)
    images = (ws[:, 0] @ matrix.T).reshape(4096, 3, 2, 2)
    noise = torch.randn_like(images)
    (gradient,) = torch.autograd.grad((images * noise).sum(), ws, create_graph=True)
    squared = gradient.square().sum(dim=(1, 2)).mean().item()
    assert squared == pytest.approx(matrix.square().sum().item(), rel=0.1)
    penalty = playing.path_penalty(ws, images)
    # y is divided by sqrt(H W) = 2, and the mean has come 1 % of the way.
    assert playing.path_mean.item() == pytest.approx(0.01 * math.sqrt(squared) / 2, rel=0.1)
    assert torch.isfinite(penalty)


def test_that_path_length_is_taken_every_fourth_step_and_moves_the_generator():
    playing = system(path_length=2.0)
    taken = ["path length" in playing.step(batch_of(playing.game, step), step) for step in range(5)]
    assert taken == [True, False, False, False, True]


def test_that_the_path_length_counts_four_times_because_it_is_taken_every_fourth_step():
    playing, counted = system(path_length=2.0, style_mixing=0.0), []
    for weight in (None, 8.0):
        torch.manual_seed(5)
        playing.path_mean = torch.zeros(())
        if weight is None:
            counted.append(float(playing.generator_extra((), 4, torch.device("cpu"), 0)["path length"].detach()))
        else:
            ws = playing.styled.mapping(playing.latents(2, torch.device("cpu")))
            counted.append(weight * float(playing.path_penalty(ws, playing.styled.synthesis(ws, "random")).detach()))
    assert counted[0] == pytest.approx(counted[1])


def test_that_a_share_of_the_batches_is_mixed():
    playing = system(style_mixing=0.2)
    ws = torch.zeros(1, playing.generator.num_ws, 8)
    mixed = sum(playing.mixed(ws, ()) is not ws for _ in range(400)) / 400
    assert mixed == pytest.approx(0.2, abs=0.08)
    assert StyleGAN2().style_mixing == 0.9


def test_that_training_moves_the_mean_of_w_and_the_mapping_learns_a_hundred_times_slower():
    playing = system()
    assert not playing.generator.w_avg.any()
    playing.step(batch_of(playing.game, 0), 0)
    assert playing.generator.w_avg.any()
    assert {layer.lr for layer in playing.generator.mapping.layers} == {0.01}


def test_that_stylegan2_begins_with_styles_of_one_and_blocks_of_unit_size():
    torch.manual_seed(0)
    conv = ModulatedConv(6, 5, 3, 4, demodulate=True)
    torch.testing.assert_close(conv.affine(torch.zeros(2, 4)), torch.ones(2, 6))
    up = ModulatedConv(1, 1, 1, 4, up=True, demodulate=False)
    torch.nn.init.ones_(up.weight)
    flat = up.modulated(torch.ones(1, 1, 8, 8), torch.ones(1, 1))
    assert float(flat.mean().detach()) == pytest.approx(1.0, abs=0.15)


def test_that_both_ways_of_a_discriminator_block_are_scaled_by_the_root_of_a_half():
    torch.manual_seed(0)
    block, plain = DiscriminatorBlock(4, 4, residual=True), DiscriminatorBlock(4, 4, residual=False)
    plain.load_state_dict(block.state_dict(), strict=False)
    x = torch.randn(2, 4, 8, 8)
    with torch.no_grad():
        expected = (plain(x) + block.skip(block.small(x))) * math.sqrt(0.5)
        torch.testing.assert_close(block(x), expected)


def test_that_stylegan2_is_set_up_as_published():
    plain = StyleGAN2()
    assert (plain.penalty, plain.penalty_interval, plain.beta1, plain.beta2) == ("r1", 16, 0.0, 0.99)
    assert (plain.generator_lr, plain.discriminator_lr, plain.stddev_group) == (2.5e-3, 2.5e-3, 4)
    assert StyleGAN2(stddev_group=8, resolution=16, widest=8).critic(ImageSpec(3)).stddev.group == 8
