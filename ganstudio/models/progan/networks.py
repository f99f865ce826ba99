"""Networks that begin at 4 x 4 pixels and grow, one doubling after the other: Karras et al. 2018 (arXiv 1710.10196)."""

from collections.abc import Callable
from itertools import pairwise
from math import ceil, prod
from typing import Self

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.resolution import Resolution, Shape
from ganstudio.models.adversarial.layers import EqualConv2d, EqualLinear, MinibatchStddev, PixelNorm
from ganstudio.models.stylegan.mapping import GAIN, Blur, leaky
from ganstudio.models.stylegan.stylegan2 import channels_at, shapes_to, sizes_to


class Growing(nn.Module):
    """How far a network has grown: a level of 2.3 is the third doubling (from 4 px up), faded in by 30 %."""

    grown: Tensor
    """The level in millionths: a whole number, which averages copy instead of averaging. It stays on the CPU, where
    it can be read without waiting for the device."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("grown", torch.zeros((), dtype=torch.int64))
        self._level = 0.0
        self._settled = False

    def grow_to(self, level: float) -> None:
        self._level = level
        self.grown.fill_(round(level * 1e6))

    def settle(self) -> None:
        """Stay at this level without another look at the buffer, which no exported graph can branch on."""
        self._level, self._settled = self.level, True

    def _apply(self, fn: Callable[[Tensor], Tensor], recurse: bool = True) -> Self:
        grown = self.grown
        super()._apply(fn, recurse)  # type: ignore[no-untyped-call]
        self.grown = grown
        return self

    @property
    def level(self) -> float:
        """While training the number last set; otherwise what was saved or copied."""
        return self._level if self.training or self._settled else int(self.grown) / 1e6

    @property
    def stage(self) -> tuple[int, float]:
        """The newest doubling that takes part, and its share, above 0 and up to 1."""
        level = self.level
        stage = ceil(level - 1e-9)
        return stage, 1.0 if stage == 0 else level - (stage - 1)


def doubled(images: Tensor) -> Tensor:
    return F.interpolate(images, scale_factor=2.0, mode="nearest")


def enlarged_to(images: Tensor, shape: Shape) -> Tensor:
    return images if images.shape[3] == shape.width else F.interpolate(images, size=shape, mode="nearest")


class ProgressiveGenerator(Growing):
    """Convolutions with PixelNorm; each stage has a layer of its own that turns features into an image."""

    def __init__(self, latent: int, resolution: Resolution, channels: int, *, base: int, widest: int) -> None:
        super().__init__()
        self.start_shape, *_, self.shape = shapes_to(resolution)
        steps = [channels_at(size, base, widest) for size in sizes_to(resolution)]
        self.norm = PixelNorm()
        self.start = EqualLinear(latent, steps[0] * prod(self.start_shape))
        self.first = EqualConv2d(steps[0], steps[0], 3)
        self.blocks = nn.ModuleList(
            nn.Sequential(EqualConv2d(i, o, 3), EqualConv2d(o, o, 3)) for i, o in pairwise(steps)
        )
        self.to_rgb = nn.ModuleList(EqualConv2d(step, channels, 1) for step in steps)

    def forward(self, z: Tensor) -> Tensor:
        """z (B, latent) -> (B, C, H, W): of the size grown to while training, the full one otherwise."""
        stage, share = self.stage
        x = self.start(self.norm(z)) * (GAIN / 4)  # as in the paper's code: the first layer has fan-in / 16
        x = self.norm(leaky(x.unflatten(1, (-1, *self.start_shape))))
        x = self.norm(leaky(self.first(x)))
        before = x
        for block in self.blocks[:stage]:
            before, x = x, doubled(x)
            for layer in block.children():
                x = self.norm(leaky(layer(x)))
        image: Tensor = self.to_rgb[stage](x)
        if share < 1.0:
            image = torch.lerp(doubled(self.to_rgb[stage - 1](before)), image, share)
        return image if self.training else enlarged_to(image, self.shape)


class ProgressiveDiscriminator(Growing):
    """The mirror image: the newest stage looks at the image first, the others see what it makes of it."""

    def __init__(
        self, resolution: Resolution, channels: int, *, base: int, widest: int, group: int = 4, blurred: bool = False
    ) -> None:
        super().__init__()
        self.start_shape = shapes_to(resolution)[0]
        steps = [channels_at(size, base, widest) for size in sizes_to(resolution)]
        self.from_rgb = nn.ModuleList(EqualConv2d(channels, step, 1) for step in steps)
        self.blocks = nn.ModuleList(
            nn.Sequential(EqualConv2d(o, o, 3), EqualConv2d(o, i, 3)) for i, o in pairwise(steps)
        )
        self.blur = Blur((1, 1, 1, 1), taps=(1, 2, 1)) if blurred else nn.Identity()
        self.stddev = MinibatchStddev(group)
        self.conv = EqualConv2d(steps[0] + 1, steps[0], 3)
        self.dense = EqualLinear(steps[0] * prod(self.start_shape), steps[0])
        self.judge = EqualLinear(steps[0], 1)

    def features(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        """Images larger than the stage are averaged down first."""
        stage, share = self.stage
        shape = self.start_shape.times(2**stage)
        images = F.adaptive_avg_pool2d(images, shape) if images.shape[3] > shape.width else images
        x = leaky(self.from_rgb[stage](images))
        for number in reversed(range(stage)):
            keeping, halving = self.blocks[number].children()
            x = leaky(keeping(x))
            x = leaky(F.avg_pool2d(halving(self.blur(x)), 2))
            if number == stage - 1 and share < 1.0:
                x = torch.lerp(leaky(self.from_rgb[number](F.avg_pool2d(images, 2))), x, share)
        x = leaky(self.conv(self.stddev(x)))
        return leaky(self.dense(x.flatten(1)))

    def forward(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        logits: Tensor = self.judge(self.features(images))
        return logits.flatten()
