"""The convolutional networks of DCGAN (Radford et al. 2015): kernels of 4, strides of 2, from 4 x 4 pixels up."""

from itertools import pairwise
from typing import Literal

from torch import nn

from ganstudio.core.resolution import Resolution, doubled_grid
from ganstudio.models.adversarial.layers import Critic, norm_layer


def _channels(width: int, resolution: Resolution) -> list[int]:
    """Channels at 4, 8, ... resolution / 2 pixels: halved each time, `width` last, at most 8 times as many."""
    levels = doubled_grid(resolution).doublings
    return [min(width * 2**level, width * 8) for level in reversed(range(levels))]


def generator(
    latent: int, width: int, resolution: Resolution, channels: int, *, style: str = "radford"
) -> nn.Sequential:
    """(B, latent) -> (B, channels, H, W) in [-1, 1].

    style "radford": BatchNorm and ReLU throughout. style "notes": LeakyReLU, and no BatchNorm on the first layer.
    """
    notes = style == "notes"
    steps = _channels(width, resolution)
    first = nn.ConvTranspose2d(latent, steps[0], doubled_grid(resolution).start, bias=False)
    layers: list[nn.Module] = [nn.Unflatten(1, (latent, 1, 1)), first]
    layers += [nn.LeakyReLU(0.2)] if notes else [nn.BatchNorm2d(steps[0]), nn.ReLU()]
    for inputs, outputs in pairwise(steps):
        layers += [
            nn.ConvTranspose2d(inputs, outputs, 4, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.LeakyReLU(0.2) if notes else nn.ReLU(),
        ]
    layers += [nn.ConvTranspose2d(steps[-1], channels, 4, stride=2, padding=1, bias=False), nn.Tanh()]
    network = nn.Sequential(*layers)
    _initialised(network, norms=not notes)
    return network


def discriminator(
    width: int,
    resolution: Resolution,
    channels: int,
    *,
    style: str = "radford",
    norm: str = "batch",
    minibatch: str = "none",
    classes: int = 0,
) -> Critic:
    """(B, channels, H, W) -> (B,) logits; `classes`: judged by projection as well.

    style "notes": replicated borders, and Dropout2d and a norm on the first layer, where the paper has neither.
    """
    notes = style == "notes"
    padding_mode: Literal["replicate", "zeros"] = "replicate" if notes else "zeros"
    normed = norm_layer(norm)
    steps = _channels(width, resolution)[::-1]
    layers: list[nn.Module] = [nn.Conv2d(channels, steps[0], 4, 2, 1, bias=False, padding_mode=padding_mode)]
    layers += [nn.Dropout2d(0.3), *([normed(steps[0])] if normed else [])] if notes else []
    layers.append(nn.LeakyReLU(0.2))
    for inputs, outputs in pairwise(steps):
        layers.append(nn.Conv2d(inputs, outputs, 4, 2, 1, bias=normed is None, padding_mode=padding_mode))
        layers += [normed(outputs)] if normed else []
        layers.append(nn.LeakyReLU(0.2))
    start = doubled_grid(resolution).start
    head = nn.Conv2d(steps[-1], 1, start, bias=False)
    critic = Critic(nn.Sequential(*layers), head, (steps[-1], *start), minibatch=minibatch, classes=classes)
    _initialised(critic, norms=not notes)
    return critic


def _initialised(network: nn.Module, *, norms: bool) -> None:
    """Convolutions from N(0, 0.02) and, as in the paper's code, norms' weights from N(1, 0.02)."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            nn.init.normal_(module.weight, std=0.02)
        elif isinstance(module, nn.BatchNorm2d | nn.GroupNorm) and norms:
            nn.init.normal_(module.weight, 1.0, 0.02)
