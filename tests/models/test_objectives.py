"""The objectives against their closed forms and their published equations."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.models.adversarial.losses import losses_of
from ganstudio.models.adversarial.objectives import OBJECTIVES

LOGITS = st.lists(st.floats(-20, 20, width=32), min_size=4, max_size=4).map(torch.tensor)


def losses(name: str, real: float, fake: float, smoothing: float = 0.0) -> tuple[float, float]:
    objective = losses_of(name)
    real_logits, fake_logits = torch.full((4,), real), torch.full((4,), fake)
    discriminator = objective.discriminator(real_logits, fake_logits, smoothing)
    return float(discriminator), float(objective.generator(fake_logits, real_logits))


def test_that_every_objective_on_offer_exists() -> None:
    assert all(callable(losses_of(name).discriminator) and callable(losses_of(name).generator) for name in OBJECTIVES)


@pytest.mark.parametrize(
    ("name", "logit", "discriminator", "generator"),
    [
        ("nonsaturating", 0.0, 2 * math.log(2), math.log(2)),
        ("nonsaturating", 1.0, 1.626523, 0.313262),
        ("hinge", 1.0, 2.0, -1.0),
        ("wasserstein", 1.0, 0.0, -1.0),
        ("least-squares", 0.5, 0.25, 0.125),
        ("relativistic", 3.0, math.log(2), math.log(2)),
    ],
)
def test_that_losses_at_equal_logits_are_the_published_numbers(
    name: str, logit: float, discriminator: float, generator: float
) -> None:
    assert losses(name, logit, logit) == pytest.approx((discriminator, generator), abs=1e-5)


def test_that_minimax_loses_its_gradient_where_nonsaturating_keeps_it() -> None:
    logit = torch.tensor([-30.0], requires_grad=True)
    (minimax,) = torch.autograd.grad(losses_of("minimax").generator(logit, logit), logit)
    (nonsaturating,) = torch.autograd.grad(losses_of("nonsaturating").generator(logit, logit), logit)
    assert abs(float(minimax)) < 1e-6
    assert float(nonsaturating) == pytest.approx(-1.0)


def test_that_smoothing_moves_the_best_logit_of_reals_only() -> None:
    best = math.log(9.0)
    real = torch.tensor([best], requires_grad=True)
    fake = torch.tensor([-40.0], requires_grad=True)
    loss = losses_of("nonsaturating").discriminator(real, fake, 0.1)
    real_gradient, fake_gradient = torch.autograd.grad(loss, (real, fake))
    assert loss.item() == pytest.approx(0.325083, abs=1e-5)
    assert abs(float(real_gradient)) < 1e-6
    assert abs(float(fake_gradient)) < 1e-6  # the target of fakes stays 0: sure is right


@given(LOGITS, LOGITS, st.floats(-5, 5, width=32))
def test_that_relativistic_losses_see_only_differences(real: torch.Tensor, fake: torch.Tensor, shift: float) -> None:
    for name in ("relativistic", "relativistic-average"):
        objective = losses_of(name)
        plain = objective.discriminator(real, fake, 0.0)
        moved = objective.discriminator(real + shift, fake + shift, 0.0)
        torch.testing.assert_close(plain, moved, atol=1e-4, rtol=1e-4)
        torch.testing.assert_close(objective.generator(fake, real), objective.discriminator(fake, real, 0.0))


def test_that_hinge_is_at_rest_beyond_its_margins() -> None:
    real = torch.tensor([1.5, 2.0], requires_grad=True)
    fake = torch.tensor([-1.5, -3.0], requires_grad=True)
    loss = losses_of("hinge").discriminator(real, fake, 0.0)
    assert loss.item() == 0.0
    assert all(not gradient.any() for gradient in torch.autograd.grad(loss, (real, fake)))


@given(LOGITS, LOGITS)
def test_that_cross_entropy_from_logits_equals_the_textbook_formula(real: torch.Tensor, fake: torch.Tensor) -> None:
    d_real, d_fake = torch.sigmoid(real.double()), torch.sigmoid(fake.double())
    textbook = -(d_real.log().mean() + (1 - d_fake).clamp_min(1e-300).log().mean())
    ours = losses_of("nonsaturating").discriminator(real.double(), fake.double(), 0.0)
    torch.testing.assert_close(ours, textbook, atol=1e-6, rtol=1e-6)
