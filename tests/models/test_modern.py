"""R3GAN and FastGAN against their papers."""

import copy
import math
from typing import Any

import pytest
import torch

from ganstudio.core.device import choose
from ganstudio.core.learning_rates import eased
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.settings import SettingError
from ganstudio.core.trainer import Trainer
from ganstudio.models.fastgan.networks import Down, quarter
from ganstudio.models.fastgan.system import soft_hinge
from ganstudio.models.gallery import R3GAN, FastGAN
from ganstudio.models.r3gan.networks import Resample, Residual
from tests.models.contract import batch_of, small


def test_that_every_residual_block_of_r3gan_begins_as_the_identity():
    x = torch.randn(2, 16, 8, 8)
    assert torch.equal(Residual(16, 0.5)(x), x)


def test_that_resampling_keeps_a_constant():
    flat = torch.ones(1, 4, 8, 8)
    up, down = Resample(4, 4, up=True)(flat), Resample(4, 4, up=False)(flat)
    assert up.shape[2:] == (16, 16)
    assert down.shape[2:] == (4, 4)
    torch.testing.assert_close(up[:, :, :-1, :-1], torch.ones(1, 4, 15, 15))
    torch.testing.assert_close(down[:, :, 1:, 1:], torch.ones(1, 4, 3, 3))


def test_that_the_burst_eases_off_along_a_cosine_and_stays_there():
    assert [eased(2.0, 0.5, done) for done in (0.0, 0.5, 1.0)] == pytest.approx([2.0, 1.25, 0.5])
    recipe = small(R3GAN()).with_values({"burst_kimg": 0.016, "penalty_weight": 2.0})
    trainer = Trainer(recipe.build(ImageSpec(3)), choose("cpu"))
    system: Any = trainer.system
    for step in range(8):
        trainer.train(batch_of(recipe, step))
    (group,) = system.optimizers["generator"].param_groups
    assert group["lr"] == pytest.approx(recipe.generator_lr / 4)
    assert group["betas"] == pytest.approx((0.0, 0.99))
    assert system.penalty.weight == pytest.approx(0.2)


def test_that_a_rate_lowered_after_invalid_numbers_stays_lowered():
    recipe = small(R3GAN()).with_values({"burst_kimg": 1.0})
    trainer = Trainer(recipe.build(ImageSpec(3)), choose("cpu"))
    trainer.train(batch_of(recipe, 0))
    trainer.go_back_to(copy.deepcopy(trainer.state()))
    trainer.train(batch_of(recipe, 1))
    (group,) = trainer.system.optimizers["generator"].param_groups
    assert group["lr"] == pytest.approx(recipe.generator_lr / 2, rel=1e-3)


def test_that_widths_that_leave_no_whole_groups_are_refused():
    with pytest.raises(SettingError, match="multiple of 8"):
        R3GAN(width=12)


def test_that_the_soft_hinge_lies_between_its_margins_where_nothing_is_known():
    torch.manual_seed(0)
    loss = soft_hinge(torch.zeros(1000), torch.zeros(1000))
    assert 1.6 <= loss.item() <= 2.0
    assert soft_hinge(torch.ones(10), -torch.ones(10)).item() == 0.0


def test_that_fastgan_redraws_reals_and_judges_patches():
    torch.manual_seed(0)
    recipe = FastGAN(resolution=128, width=8)
    generator, critic = recipe.networks(ImageSpec(3))
    images = generator(torch.randn(2, 256))
    assert images.shape == (2, 3, 128, 128)
    assert images.abs().max() <= 1
    assert critic(images).shape == (2 * (25 + 25),)
    maps = critic.maps(images)
    assert [features.shape[3] for features in maps[-2:]] == [16, 8]
    critic.redraw_error(images, maps).backward()
    for layers in (critic.from_rgb, critic.decoder.layers, critic.part_decoder.layers):
        first = next(module for module in layers.modules() if isinstance(module, torch.nn.Conv2d))
        assert first.parametrizations.weight.original.grad.abs().sum() > 0


def test_that_the_redrawn_quarter_is_one_place_of_picture_and_features():
    images = torch.arange(64.0).reshape(1, 1, 8, 8)
    assert torch.equal(quarter(images, 1, 0), images[:, :, 4:, :4])
    parts = [quarter(images, down, right) for down in (0, 1) for right in (0, 1)]
    assert sum(float(part.sum()) for part in parts) == float(images.sum())


def test_that_fastgan_refuses_what_its_networks_cannot_bear():
    assert any(
        problem.severity == "error" and "BatchNorm" in problem.sentence for problem in FastGAN(penalty="r1").problems()
    )
    assert any(problem.severity == "error" for problem in FastGAN(discriminators=2).problems())


def test_that_r3gan_and_fastgan_are_set_up_as_published():
    modern, light = R3GAN(), FastGAN()
    assert (modern.objective, modern.penalty, modern.beta1, modern.beta2) == ("relativistic", "r1+r2", 0.0, 0.9)
    assert (light.objective, light.augment, light.augment_policy) == ("hinge", "diffaugment", "colour,translation")


def test_that_the_first_weights_of_r3gan_keep_the_size_of_a_signal_by_fix_up():
    torch.manual_seed(0)
    generator, critic = R3GAN(resolution=32, width=64, blocks=2).networks(ImageSpec(3))
    for network in (generator, critic):
        blocks = [module for module in network.modules() if isinstance(module, Residual)]
        assert len(blocks) == 8
        expected = math.sqrt(2 / 1.04) * 8**-0.25 / math.sqrt(64)  # He's, divided by the fourth root of the branches
        for block in blocks:
            assert float(block.expand.weight.detach().std()) == pytest.approx(expected, rel=0.05)
    assert float(critic.basis.weight.detach().std()) == pytest.approx(1 / 4, rel=0.1)


def test_that_fastgan_halves_by_the_mean_of_two_ways():
    down = Down(4, 4)
    x = torch.randn(2, 4, 8, 8)
    torch.testing.assert_close(down(x), (down.main(x) + down.direct(x)) / 2)


def test_that_coarse_features_gate_the_fine_ones_in_fastgan():
    torch.manual_seed(0)
    generator, critic = FastGAN(resolution=64, width=8).networks(ImageSpec(3))
    z, images = torch.randn(2, 256), torch.rand(2, 3, 64, 64)
    shut = {"64": generator, "3": critic}
    assert generator.gates.keys() == {"64"}
    assert critic.gates.keys() == {"3"}
    with torch.no_grad():
        opened = generator.eval()(z), critic.eval().features(images)
        for name, network in shut.items():
            network.gates[name].register_forward_hook(lambda gate, given, made: torch.zeros_like(made))
        closed = generator(z), critic.features(images)
    assert all(gate.any() for gate in opened)
    assert not any(gate.any() for gate in closed)


def test_that_fastgans_discriminator_pays_for_redrawing():
    torch.manual_seed(0)
    recipe = small(FastGAN())
    system = recipe.build(ImageSpec(3))
    before = system.discriminator.decoder.layers[1].parametrizations.weight.original.detach().clone()
    system.step(batch_of(recipe), 0)
    assert not torch.equal(system.discriminator.decoder.layers[1].parametrizations.weight.original, before)
