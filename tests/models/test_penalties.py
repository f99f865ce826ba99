"""Gradient penalties against closed forms."""

import pytest
import torch

from ganstudio.models.adversarial import penalties
from ganstudio.models.adversarial.game import PENALTIES
from ganstudio.models.adversarial.penalties import Penalty, input_gradient, interpolate

DIRECTION = torch.randn(3, 4, 4, generator=torch.Generator().manual_seed(1))
REAL = torch.randn(8, 3, 4, 4, generator=torch.Generator().manual_seed(2))
FAKE = torch.randn(8, 3, 4, 4, generator=torch.Generator().manual_seed(3))


def penalty_called(name: str):
    """The bare function, without weight and interval."""
    return getattr(penalties, PENALTIES[name])


def linear(images: torch.Tensor) -> torch.Tensor:
    """D(x) = a . x, whose gradient is a everywhere."""
    return (images * DIRECTION).sum(dim=(1, 2, 3))


def bowl(images: torch.Tensor) -> torch.Tensor:
    """D(x) = 3/2 |x|^2, whose gradient is 3 x."""
    return 1.5 * images.square().sum(dim=(1, 2, 3))


def test_that_every_penalty_on_offer_exists():
    assert all(callable(penalty_called(name)) for name in PENALTIES if name != "none")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("r1", 0.5), ("r2", 0.5), ("r1+r2", 1.0), ("zero-centred", 1.0)],
)
def test_that_a_linear_critic_is_charged_the_square_of_its_slope(name, expected):
    charge = penalty_called(name)(linear, REAL, FAKE, 0.0)
    torch.testing.assert_close(charge, expected * DIRECTION.square().sum())


@pytest.mark.parametrize("target", [0.0, 1.0, 5.0])
def test_that_wgan_gp_charges_the_distance_of_the_slope_from_its_target(target):
    # Over all numbers of an image: a norm over channels only would give another value.
    charge = penalty_called("wgan-gp")(linear, REAL, FAKE, target)
    torch.testing.assert_close(charge, (DIRECTION.norm() - target).square())


@pytest.mark.parametrize(("name", "where"), [("r1", REAL), ("r2", FAKE)])
def test_that_r1_looks_at_reals_and_r2_at_fakes(name, where):
    charge = penalty_called(name)(bowl, REAL, FAKE, 0.0)
    torch.testing.assert_close(charge, 0.5 * 9 * where.square().sum(dim=(1, 2, 3)).mean())


def test_that_interpolates_lie_between_each_real_and_its_fake_with_one_epsilon_for_each():
    share = (interpolate(REAL, FAKE) - FAKE) / (REAL - FAKE)
    spread = share.flatten(1).std(dim=1)
    assert spread.max() < 1e-3
    assert share.flatten(1).mean(dim=1).std() > 0.05
    assert 0 <= share.min() <= share.max() <= 1


def test_that_sixteen_steps_with_an_interval_of_sixteen_charge_sixteen_penalties():
    lazy = Penalty("r1", 2.0, interval=16)
    total = sum(float(lazy(linear, REAL, FAKE)) for step in range(16) if lazy.due(step))
    assert total == pytest.approx(16 * float(Penalty("r1", 2.0)(linear, REAL, FAKE)))
    assert [step for step in range(48) if lazy.due(step)] == [0, 16, 32]


def test_that_a_penalty_is_taken_in_single_precision_inside_autocast():
    layer = torch.nn.Conv2d(3, 1, 4)
    judge = lambda images: layer(images).flatten()  # noqa: E731
    plain = penalty_called("r1")(judge, REAL, FAKE, 0.0)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        mixed = penalty_called("r1")(judge, REAL.bfloat16(), FAKE.bfloat16(), 0.0)
    assert mixed.dtype == torch.float32
    torch.testing.assert_close(mixed, plain)


def test_that_a_penalty_reaches_the_weights():
    layer = torch.nn.Conv2d(3, 1, 4)
    penalty_called("wgan-gp")(lambda images: layer(images).flatten(), REAL, FAKE, 1.0).backward()
    assert layer.weight.grad is not None
    assert layer.weight.grad.abs().sum() > 0


def test_that_batchnorm_mixes_the_gradients_of_samples_and_layer_norm_does_not():
    for norm, mixes in ((torch.nn.BatchNorm2d(3), True), (torch.nn.GroupNorm(1, 3), False)):
        images = REAL.clone().requires_grad_(True)
        (gradient,) = torch.autograd.grad((norm(images) ** 3)[0].sum(), images)
        assert bool(gradient[1:].abs().max() > 1e-6) is mixes


def test_that_a_flat_critic_gives_no_invalid_numbers():
    weight = torch.zeros(1, requires_grad=True)
    penalty_called("wgan-gp")(lambda images: (images * weight).sum(dim=(1, 2, 3)), REAL, FAKE, 1.0).backward()
    assert torch.isfinite(weight.grad).all()
    assert input_gradient(linear, REAL).shape == (8, 48)
