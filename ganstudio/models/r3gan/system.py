"""R3GAN's first phase (Huang et al. 2024, appendix): large steps and strong penalties that ease off along a cosine."""

from torch import nn

from ganstudio.core.learning_rates import CosineDecay, eased
from ganstudio.core.recipe import ImageSpec
from ganstudio.models.adversarial.game import Game
from ganstudio.models.adversarial.system import AdversarialSystem

LR_LEFT, PENALTY_LEFT = 0.25, 0.1
"""Shares of the first learning rate and penalty weight that are left after the burst."""
BETA2_LEFT = 0.99


class BurstSystem(AdversarialSystem):
    """An adversarial System whose learning rates, betas and penalty follow the number of images seen."""

    def __init__(
        self, game: Game, generator: nn.Module, discriminator: nn.Module, image_spec: ImageSpec, *, burst_kimg: float
    ) -> None:
        super().__init__(game, generator, discriminator, image_spec)
        self.burst = self.schedule = CosineDecay(burst_kimg, game.batch, LR_LEFT)

    def prepare(self, step: int) -> None:
        if not self.burst.kimg:
            return
        done = self.burst.done(step)
        self.penalty.weight = self.game.penalty_weight * eased(1.0, PENALTY_LEFT, done)
        beta2 = eased(self.game.beta2, BETA2_LEFT, done)
        for optimizer in self.optimizers.values():
            for group in optimizer.param_groups:
                group["betas"] = (self.game.beta1, beta2)
