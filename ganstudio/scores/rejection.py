"""Discriminator rejection sampling: keep samples as often as the data has them (Azadi et al. 2019, arXiv 1810.06758).

The discriminator's outputs mean nothing by themselves: under which objective, how far overfitted. So they are first
turned into log-odds by a logistic regression on real images that it was never shown, and samples (section 3.2).
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

GAMMA = 0.8
"""The percentile that is kept half of the time (the paper's choice for ImageNet)."""
_EPSILON = 1e-6
FEWEST = 50
"""Held-out images below which outputs are not calibrated."""


@dataclass(frozen=True)
class Calibration:
    """Outputs of a discriminator as log-odds of being real: scale * output + offset."""

    scale: float
    offset: float

    def odds(self, outputs: Tensor) -> Tensor:
        return self.scale * outputs.double() + self.offset


@dataclass(frozen=True)
class Rejection:
    """How likely a sample is kept by its log-odds, against other samples of the same kind."""

    largest: float
    """The log-odds of the likeliest sample."""
    gamma: float
    """What is taken off, so that not nearly all are rejected."""

    @classmethod
    def among(cls, odds: Tensor, percentile: float = GAMMA) -> "Rejection":
        """From the log-odds of some samples (N,)."""
        largest = float(odds.max())
        return cls(largest, float(_margins(odds.double(), largest).quantile(percentile)))

    def chances(self, odds: Tensor) -> Tensor:
        """(N,) -> (N,) in 0..1. Equation 8 of the paper."""
        return torch.sigmoid(_margins(odds.double(), self.largest) - self.gamma)


def calibrate(held_out: Tensor, samples: Tensor) -> Calibration:
    """From what the discriminator gives for held-out real images and for samples, (N,) and (M,).

    A discriminator that ranks samples above real images is not turned around: its outputs then say nothing.

    Raises:
        ValueError: too few of either.
    """
    if min(len(held_out), len(samples)) < FEWEST:
        raise ValueError(f"the discriminator is calibrated on {FEWEST} held-out pictures or more")
    return Calibration(*_logistic(held_out.double(), samples.double()))


def _margins(odds: Tensor, largest: float) -> Tensor:
    below = (odds - largest).clamp_max(0.0)
    return below - torch.log1p(-torch.exp(below - _EPSILON))


def _logistic(real: Tensor, fake: Tensor) -> tuple[float, float]:
    """Logistic regression on one number, both kinds weighing as much: scale (0 or more) and offset."""
    every = torch.cat([real, fake])
    middle, spread = every.mean(), every.std().clamp_min(1e-12)
    x = (every - middle) / spread
    wanted = torch.cat([torch.ones_like(real), torch.zeros_like(fake)])
    weights = torch.cat([torch.full_like(real, 0.5 / len(real)), torch.full_like(fake, 0.5 / len(fake))])
    line = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([line], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        value = F.binary_cross_entropy_with_logits(line[0] * x + line[1], wanted, weights, reduction="sum")
        value = value + 1e-3 * line[0] ** 2  # two kinds that never overlap would have no finite scale
        value.backward()
        return value

    optimizer.step(loss)
    slope, offset = (float(number) for number in line.detach())
    slope = max(0.0, slope)
    return slope / float(spread), offset - slope * float(middle / spread)
