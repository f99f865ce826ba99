"""Losses: what the generator and the discriminator minimise. The table of them is in `objectives`.

Each is a pair of pure functions of logits, returning scalars to be minimised; none calls backward. Logits go in
unsquashed: cross-entropies are computed from them directly, which stays finite where sigmoid and log would not.
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.models.adversarial.objectives import OBJECTIVES


@dataclass(frozen=True)
class Losses:
    """An objective of the table in `objectives`, with its functions."""

    discriminator: Callable[[Tensor, Tensor, float], Tensor]
    """(logits of reals (B,), logits of fakes (B,), one-sided label smoothing) -> scalar."""
    generator: Callable[[Tensor, Tensor], Tensor]
    """(logits of fakes (B,), logits of reals (B,)) -> scalar."""
    relativistic: bool
    probability: bool


def losses_of(name: str) -> Losses:
    """The two losses of the objective that a person calls `name`."""
    row = OBJECTIVES[name]
    return Losses(globals()[row.discriminator], globals()[row.generator], row.relativistic, row.probability)


def cross_entropy(real: Tensor, fake: Tensor, smoothing: float) -> Tensor:
    """-log D(x) - log(1 - D(G(z))), Goodfellow et al. 2014, with D = sigmoid(logit).

    Smoothing s moves the target of reals to 1 - s and leaves the fakes' at 0 (Salimans et al. 2016, section 3.4).
    """
    target = torch.full_like(real, 1.0 - smoothing)
    return F.binary_cross_entropy_with_logits(real, target) + F.softplus(fake).mean()


def nonsaturating(fake: Tensor, real: Tensor) -> Tensor:
    """-log D(G(z)): the generator's loss that still has a gradient when the discriminator is sure."""
    return F.softplus(-fake).mean()


def minimax(fake: Tensor, real: Tensor) -> Tensor:
    """log(1 - D(G(z))): the game as first written; its gradient vanishes as D(G(z)) goes to 0."""
    return -F.softplus(fake).mean()


def least_squares_discriminator(real: Tensor, fake: Tensor, smoothing: float) -> Tensor:
    """Mao et al. 2017 with a = 0, b = 1: ((D(x) - 1)^2 + D(G(z))^2) / 2."""
    return 0.5 * ((real - (1.0 - smoothing)).square().mean() + fake.square().mean())


def least_squares_generator(fake: Tensor, real: Tensor) -> Tensor:
    """Mao et al. 2017 with c = 1: (D(G(z)) - 1)^2 / 2."""
    return 0.5 * (fake - 1.0).square().mean()


def hinge_discriminator(real: Tensor, fake: Tensor, smoothing: float) -> Tensor:
    """max(0, 1 - D(x)) + max(0, 1 + D(G(z))): zero once both are on the right side of the margin."""
    return F.relu(1.0 - real).mean() + F.relu(1.0 + fake).mean()


def score_generator(fake: Tensor, real: Tensor) -> Tensor:
    """-D(G(z)), the generator's side of both hinge and Wasserstein."""
    return -fake.mean()


def wasserstein_critic(real: Tensor, fake: Tensor, smoothing: float) -> Tensor:
    """D(G(z)) - D(x), Arjovsky et al. 2017: minus the estimate of the Wasserstein distance."""
    return fake.mean() - real.mean()


def relativistic_discriminator(real: Tensor, fake: Tensor, smoothing: float) -> Tensor:
    """softplus(-(D(x) - D(G(z)))) over pairs, Jolicoeur-Martineau 2018; the game of R3GAN."""
    return F.softplus(fake - real).mean()


def relativistic_generator(fake: Tensor, real: Tensor) -> Tensor:
    """The discriminator's loss with its arguments swapped."""
    return F.softplus(real - fake).mean()


def relativistic_average(real: Tensor, fake: Tensor, smoothing: float) -> Tensor:
    """Each real against the mean fake and each fake against the mean real, both halves averaged."""
    return 0.5 * (F.softplus(fake.mean() - real).mean() + F.softplus(fake - real.mean()).mean())


def relativistic_average_generator(fake: Tensor, real: Tensor) -> Tensor:
    return relativistic_average(fake, real, 0.0)
