"""R3GAN's first phase (Huang et al. 2024, appendix): large steps and strong penalties that ease off along a cosine."""

from math import cos, pi
from typing import TYPE_CHECKING

from torch import nn

from ganstudio.core.recipe import ImageSpec
from ganstudio.models.adversarial.system import AdversarialSystem

if TYPE_CHECKING:
    from ganstudio.models.r3gan.recipe import R3GAN

LR_LEFT, PENALTY_LEFT = 0.25, 0.1
"""Shares of the first learning rate and penalty weight that are left after the burst."""
BETA2_LEFT = 0.99


class BurstSystem(AdversarialSystem):
    """An adversarial System whose learning rates, betas and penalty follow the number of images seen."""

    def __init__(self, recipe: "R3GAN", generator: nn.Module, discriminator: nn.Module, image_spec: ImageSpec) -> None:
        super().__init__(recipe, generator, discriminator, image_spec)
        self.burst_kimg = recipe.burst_kimg

    def prepare(self, step: int) -> None:
        if not self.burst_kimg:
            return
        self.penalty.weight = self.recipe.penalty_weight * eased(1.0, PENALTY_LEFT, self._done(step))
        beta2 = eased(self.recipe.beta2, BETA2_LEFT, self._done(step))
        # By a factor, so that a rate that was lowered after invalid numbers stays lowered.
        factor = eased(1.0, LR_LEFT, self._done(step)) / eased(1.0, LR_LEFT, self._done(max(0, step - 1)))
        for optimizer in self.optimizers.values():
            for group in optimizer.param_groups:
                group["lr"] *= factor
                group["betas"] = (self.recipe.beta1, beta2)

    def _done(self, step: int) -> float:
        return min(1.0, self.kimg(step) / self.burst_kimg)


def eased(start: float, end: float, done: float) -> float:
    """From `start` to `end` along half a cosine."""
    return end + (start - end) * 0.5 * (1 + cos(pi * done))
