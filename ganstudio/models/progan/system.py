"""Progressive growing (Karras et al. 2018, section 2): how large images are when, and how reals are shown."""

from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.core.resolution import SQUARE, Shape
from ganstudio.core.system import Batch
from ganstudio.models.adversarial.system import AdversarialSystem


@dataclass(frozen=True)
class Growth:
    """The schedule: `stable` thousand images at each size, `fade` more to fade in the next."""

    stages: int
    """How often the networks double."""
    fade: float
    stable: float
    start: Shape = SQUARE
    """What they begin with."""

    def level(self, kimg: float) -> float:
        """0 at 4 px; 1.25: a quarter of the way from 8 to 16 px; at most `stages`."""
        passed = max(0.0, kimg - self.stable)
        number, within = divmod(passed, self.fade + self.stable)
        return min(number + min(1.0, within / self.fade if self.fade else 1.0), float(self.stages))


def seen_at(images: Tensor, level: float, start: Shape = SQUARE) -> Tensor:
    """Reals as the networks see them at a level: averaged down, and between two sizes a mixture of both."""
    stage = -int(-level // 1)
    shape = start.times(2**stage)
    images = F.adaptive_avg_pool2d(images, shape) if images.shape[3] > shape.width else images
    share = level - (stage - 1)
    if stage == 0 or share >= 1.0:
        return images
    coarse = F.interpolate(F.avg_pool2d(images, 2), scale_factor=2.0, mode="nearest")
    return torch.lerp(coarse, images, share)


class Grows(AdversarialSystem):
    """A System whose two networks grow: sets their level before each step, and shows them reals of that level."""

    def __init__(self, *known: Any, growth: Growth, **more: Any) -> None:
        super().__init__(*known, **more)
        self.growth = growth

    def prepare(self, step: int) -> None:
        self.level = self.growth.level(self.kimg(step))
        networks: list[Any] = [self.generator, self.discriminator]
        for network in networks:
            network.grow_to(self.level)

    def reals(self, batch: Batch) -> Tensor:
        return seen_at(batch.images, self.level, self.growth.start)

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        losses = super().step(batch, step)
        stage = -int(-self.level // 1)
        fade = self.level - (stage - 1) if stage else 1.0
        sizes = {"stage": torch.tensor(4.0 * 2**stage), "fade": torch.tensor(fade)}
        return losses | {name: number.to(batch.images.device) for name, number in sizes.items()}


class ProgressiveSystem(Grows):
    """The adversarial System with networks that grow: the step of ProGAN."""
