"""Gradient penalties: what keeps a discriminator from growing too steep.

Each is a function of a critic and the images it sees, taken in single precision even inside autocast (a squared
gradient leaves the range of half precision). The norm is over every number of an image, not over its channels only.
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from ganstudio.core.device import mixed_precision
from ganstudio.models.adversarial.game import PENALTIES

Judge = Callable[[Tensor], Tensor]
"""(B, C, H, W) -> (B,) logits, each from its own image alone: BatchNorm would mix the samples' gradients."""


def input_gradient(judge: Judge, images: Tensor) -> Tensor:
    """d logit / d image for every image: (B, C * H * W) float32, differentiable once more."""
    images = images.detach().float().requires_grad_(True)
    with mixed_precision(images.device):
        logits = judge(images)
    (gradient,) = torch.autograd.grad(logits.sum(), images, create_graph=True)
    return gradient.flatten(1)


def interpolate(real: Tensor, fake: Tensor) -> Tensor:
    """A random point between each real and its fake: one epsilon for each sample."""
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1), device=real.device)
    return torch.lerp(fake.detach().float(), real.detach().float(), epsilon)


def wgan_gp(judge: Judge, real: Tensor, fake: Tensor, target: float) -> Tensor:
    """E (|grad D| - k)^2 on interpolates: Gulrajani et al. 2017, equation 3, with k = `target`."""
    lengths: Tensor = input_gradient(judge, interpolate(real, fake)).norm(dim=1)
    return (lengths - target).square().mean()


def zero_centred(judge: Judge, real: Tensor, fake: Tensor, target: float) -> Tensor:
    """E |grad D|^2 on interpolates: Thanh-Tung et al. 2019."""
    return _squared(input_gradient(judge, interpolate(real, fake)))


def r1(judge: Judge, real: Tensor, fake: Tensor, target: float) -> Tensor:
    """E |grad D|^2 / 2 on reals: Mescheder et al. 2018, equation 9; the weight is their gamma."""
    return 0.5 * _squared(input_gradient(judge, real))


def r2(judge: Judge, real: Tensor, fake: Tensor, target: float) -> Tensor:
    """E |grad D|^2 / 2 on fakes."""
    return 0.5 * _squared(input_gradient(judge, fake))


def r1_and_r2(judge: Judge, real: Tensor, fake: Tensor, target: float) -> Tensor:
    """Both, as R3GAN needs them (Huang et al. 2024)."""
    return r1(judge, real, fake, target) + r2(judge, real, fake, target)


def _squared(gradient: Tensor) -> Tensor:
    return gradient.square().sum(dim=1).mean()


@dataclass
class Penalty:
    """One row of the table with its numbers; `weight` may be moved by a schedule while training."""

    name: str
    weight: float
    target: float = 1.0
    interval: int = 1

    def due(self, step: int) -> bool:
        return self.name != "none" and self.weight > 0 and step % self.interval == 0

    def __call__(self, judge: Judge, real: Tensor, fake: Tensor) -> Tensor:
        """The weighted penalty. Taken every `interval` steps only, it counts `interval` times (Karras et al. 2020, B).

        It is meant to be added to the loss of the same update. Karras et al. give it an update of its own and shrink
        Adam's learning rate and betas by interval / (interval + 1) to make up for the extra one; here there is none.
        """
        penalty: Tensor = globals()[PENALTIES[self.name]](judge, real, fake, self.target)
        return self.weight * self.interval * penalty
