"""The image transformation network of Johnson, Alahi, Fei-Fei 2016 (arXiv 1603.08155) as it is used today.

Reflected edges, instance norm with weights, and nearest-neighbour resizing before convolutions instead of transposed
ones, which leave a chequered pattern (as in PyTorch's example of it). 1,679,235 weights at 32 filters.
"""

import torch
from torch import Tensor, nn

from ganstudio.core.instance_norm import InstanceNorm

BLOCKS = 5


class _WeightedNorm(InstanceNorm):
    """Instance norm, then a scale and an offset for each channel."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels, 1, 1))
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x) * self.weight + self.bias


def _convolution(inputs: int, outputs: int, size: int, stride: int = 1) -> nn.Module:
    return nn.Conv2d(inputs, outputs, size, stride, padding=size // 2, padding_mode="reflect")


def _layer(inputs: int, outputs: int, size: int, stride: int = 1) -> list[nn.Module]:
    return [_convolution(inputs, outputs, size, stride), _WeightedNorm(outputs), nn.ReLU()]


class _Block(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        second = _convolution(channels, channels, 3), _WeightedNorm(channels)
        self.body = nn.Sequential(*_layer(channels, channels, 3), *second)
        nn.init.zeros_(second[1].weight)  # the block begins as nothing: what is in a picture comes through at once

    def forward(self, x: Tensor) -> Tensor:
        total: Tensor = x + self.body(x)
        return total


class TransformerNet(nn.Module):
    """(B, channels, H, W) in [-1, 1] -> the same, a little beyond at times; H and W are multiples of 4, at least 20."""

    def __init__(self, channels: int = 3, width: int = 32, *, retouches: bool = False) -> None:
        """`retouches`: what it draws is added to the picture, and is nothing at first; else it draws all anew."""
        super().__init__()
        self.retouches = retouches
        down = [*_layer(channels, width, 9), *_layer(width, 2 * width, 3, 2), *_layer(2 * width, 4 * width, 3, 2)]
        blocks = [_Block(4 * width) for _ in range(BLOCKS)]
        up = [nn.Upsample(scale_factor=2), *_layer(4 * width, 2 * width, 3)]
        up += [nn.Upsample(scale_factor=2), *_layer(2 * width, width, 3)]
        last = _convolution(width, channels, 9)
        self.layers = nn.Sequential(*down, *blocks, *up, last)
        if retouches:
            for parameter in last.parameters():
                nn.init.zeros_(parameter)

    def forward(self, images: Tensor) -> Tensor:
        drawn: Tensor = self.layers(images)
        return images + drawn if self.retouches else drawn.tanh()
