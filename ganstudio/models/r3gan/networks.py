"""R3GAN: Huang et al. 2024 (arXiv 2501.05441). Residual blocks of grouped convolutions and nothing else: no norm."""

from itertools import pairwise
from math import prod, sqrt

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.resolution import Resolution
from ganstudio.models.stylegan.stylegan2 import shapes_to, sizes_to

GAIN = sqrt(2 / 1.04)
"""He's, for a leaky ReLU of slope 0.2."""
GROUP = 16
"""Channels of a group."""


def widths(resolution: Resolution, width: int) -> list[int]:
    """Channels at 4, 8, ... px: `width` up to 32 px, then halved with each doubling."""
    return [max(8, min(width, width * 32 // size)) for size in sizes_to(resolution)]


def convolution(inputs: int, outputs: int, kernel: int, gain: float = 1.0, groups: int = 1) -> nn.Conv2d:
    layer = nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=False, groups=groups)
    nn.init.normal_(layer.weight, std=gain / sqrt(inputs // groups * kernel**2))
    return layer


class Residual(nn.Module):
    """1 x 1 to twice the channels, 3 x 3 in groups, 1 x 1 back; the last begins at 0: the block does nothing yet."""

    def __init__(self, width: int, scale: float) -> None:
        super().__init__()
        wide = 2 * width
        self.expand = convolution(width, wide, 1, GAIN * scale)
        self.mix = convolution(wide, wide, 3, GAIN * scale, groups=max(1, wide // GROUP))
        self.contract = convolution(wide, width, 1, 0.0)
        self.biases = nn.Parameter(torch.zeros(2, wide))

    def forward(self, x: Tensor) -> Tensor:
        first, second = self.biases.to(x.dtype)[:, :, None, None]
        y = F.leaky_relu(self.expand(x) + first, 0.2)
        y = F.leaky_relu(self.mix(y) + second, 0.2)
        changed: Tensor = self.contract(y)
        return x + changed


class Resample(nn.Module):
    """Twice or half the size by [1, 2, 1], and a 1 x 1 convolution on the smaller side where the widths differ."""

    def __init__(self, inputs: int, outputs: int, *, up: bool) -> None:
        super().__init__()
        taps = torch.tensor([1.0, 2.0, 1.0])
        self.register_buffer("kernel", torch.outer(taps, taps) / (4 if up else 16), persistent=False)
        self.kernel: Tensor
        self.up = up
        self.change = convolution(inputs, outputs, 1) if inputs != outputs else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        if self.up:
            x = self.change(x)
        weight = self.kernel.to(x.dtype).expand(x.shape[1], 1, -1, -1)
        if self.up:
            return F.conv_transpose2d(x, weight, stride=2, padding=1, output_padding=1, groups=x.shape[1])
        small: Tensor = self.change(F.conv2d(x, weight, stride=2, padding=1, groups=x.shape[1]))
        return small


def _stage(width: int, blocks: int, scale: float) -> list[nn.Module]:
    return [Residual(width, scale) for _ in range(blocks)]


class Generator(nn.Module):
    """(B, latent), and labels (B,) with classes, -> (B, C, H, W)."""

    def __init__(
        self, latent: int, resolution: Resolution, channels: int, *, width: int, blocks: int = 2, classes: int = 0
    ) -> None:
        super().__init__()
        steps = widths(resolution, width)
        scale = (blocks * len(steps)) ** -0.25  # Fix-up for branches of three layers (Zhang et al. 2019)
        self.embedding = nn.Embedding(classes, latent) if classes else None
        self.linear = nn.Linear(2 * latent if classes else latent, steps[0], bias=False)
        self.basis = nn.Parameter(torch.randn(steps[0], *shapes_to(resolution)[0]))
        layers = _stage(steps[0], blocks, scale)
        for inputs, outputs in pairwise(steps):
            layers += [Resample(inputs, outputs, up=True), *_stage(outputs, blocks, scale)]
        self.body = nn.Sequential(*layers, convolution(steps[-1], channels, 1))
        nn.init.normal_(self.linear.weight, std=1 / sqrt(self.linear.in_features))

    def forward(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        if self.embedding is not None:
            z = torch.cat([z, self.embedding(labels)], dim=1)
        images: Tensor = self.body(self.linear(z)[:, :, None, None] * self.basis)
        return images


class Discriminator(nn.Module):
    """The mirror image; classes are judged by projection."""

    def __init__(self, resolution: Resolution, channels: int, *, width: int, blocks: int = 2, classes: int = 0) -> None:
        super().__init__()
        steps = widths(resolution, width)[::-1]
        scale, last = (blocks * len(steps)) ** -0.25, steps[-1]
        layers: list[nn.Module] = [convolution(channels, steps[0], 1), *_stage(steps[0], blocks, scale)]
        for inputs, outputs in pairwise(steps):
            layers += [Resample(inputs, outputs, up=False), *_stage(outputs, blocks, scale)]
        self.body = nn.Sequential(*layers)
        start = shapes_to(resolution)[0]
        self.basis = nn.Conv2d(last, last, start, groups=last, bias=False)
        self.judge = nn.Linear(last, last if classes else 1, bias=False)
        self.embedding = nn.Embedding(classes, last) if classes else None
        nn.init.normal_(self.basis.weight, std=1 / sqrt(prod(start)))
        nn.init.normal_(self.judge.weight, std=1 / sqrt(last))

    def features(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        """(B, C, H, W) -> (B, width)."""
        features: Tensor = self.basis(self.body(images))
        return features.flatten(1)

    def forward(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        scores: Tensor = self.judge(self.features(images))
        if self.embedding is None:
            return scores.flatten()
        embedded: Tensor = self.embedding(labels)
        return (scores * embedded).sum(dim=1)
