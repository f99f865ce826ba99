"""The generator in training, copied between two steps."""

import copy

from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.trainer import Trainer
from ganstudio.models.adversarial.system import AdversarialSystem


class NotLiveError(ValueError):
    """What trains draws no pictures from noise; the text is a sentence."""


def snapshot(trainer: Trainer) -> TrainedGenerator:
    """A copy of the averaged generator: what a checkpoint written now would give. No random number is drawn.

    Only between two steps, in the thread that trains.

    Raises:
        NotLiveError: it turns images into images.
    """
    system = trainer.system
    if not isinstance(system, AdversarialSystem):
        raise NotLiveError("What trains now turns images into images; there is no noise to explore.")
    return TrainedGenerator(
        copy.deepcopy(trainer.averages["generator"]),
        latent=system.game.latent,
        prior=system.game.prior,
        resolution=system.game.resolution,
        channels=system.image_spec.channels,
        classes=tuple(system.image_spec.classes) if system.conditional else (),
        step=trainer.step,
    )


class Pace:
    """When to look again, so that looking takes at most a share of the training's time."""

    def __init__(self, share: float = 0.03, least: float = 0.25) -> None:
        """`least`: seconds between two looks even when they cost nothing."""
        self.share = share
        self.least = least
        self._cost = 0.0

    def cost(self, seconds: float) -> None:
        """Take into the running mean what a look (copying and drawing) has cost, in seconds."""
        self._cost = seconds if not self._cost else 0.7 * self._cost + 0.3 * seconds

    @property
    def pause(self) -> float:
        """Seconds until the next look may begin."""
        return max(self.least, self._cost * (1 / self.share - 1))
