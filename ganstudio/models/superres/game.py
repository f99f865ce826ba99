"""The values that the super-resolution System plays by, named as the settings that they come from. No torch here."""

from dataclasses import dataclass

HALVED_AT = (0.125, 0.25, 0.5, 0.75)
"""Shares of the second stage after which its rates are halved: 50, 100, 200 and 300 of 400 thousand steps."""


@dataclass(frozen=True, kw_only=True)
class SuperResGame:
    """See the recipe's settings."""

    resolution: int
    batch: int
    scale: int
    sharpen: bool
    fidelity_kimg: float
    gan_kimg: float
    ema_kimg: float
    fidelity_lr: float
    generator_lr: float
    discriminator_lr: float
    beta1: float
    beta2: float
    fidelity_weight: float
    perceptual_weight: float
    adversarial_weight: float
    relativistic: bool

    @property
    def fidelity_steps(self) -> int:
        """Steps of the first stage."""
        return round(1000 * self.fidelity_kimg / self.batch)


@dataclass(frozen=True)
class TwoStages:
    """The rates of the settings are those of the second stage; the first has one of its own."""

    game: SuperResGame

    def factor(self, step: int) -> float:
        game = self.game
        if step < game.fidelity_steps:
            return game.fidelity_lr / game.generator_lr
        done = (step - game.fidelity_steps) * game.batch / 1000 / game.gan_kimg if game.gan_kimg else 0.0
        return float(0.5 ** sum(done >= share for share in HALVED_AT))
