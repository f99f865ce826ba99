"""Networks that enlarge by repeating pixels: those of note 2 for any size, and a deeper generator from 4 px up."""

from itertools import pairwise
from math import prod

from torch import nn

from ganstudio.core.resolution import Resolution, Shape, doubled_grid, shape_of
from ganstudio.models.adversarial.layers import Critic


def _shapes(resolution: Resolution) -> list[Shape]:
    """From a shorter side of at most 8 px up to `resolution`, each half of the next (rounded up)."""
    shapes = [shape_of(resolution)]
    while min(shapes[0]) > 8:
        shapes.insert(0, Shape(*(-(-side // 2) for side in shapes[0])))
    return shapes


def generator(latent: int, width: int, resolution: Resolution, channels: int) -> nn.Sequential:
    """(B, latent) -> (B, channels, H, W) in [-1, 1]: the note's, 128-128-64 channels at 32 px."""
    first, *others = _shapes(resolution)
    wide = 2 * width
    layers: list[nn.Module] = [nn.Linear(latent, wide * prod(first)), nn.ReLU(), nn.Unflatten(1, (wide, *first))]
    now = wide
    for shape in others:
        after = width if shape == others[-1] else wide
        layers += [nn.Upsample(size=shape), nn.Conv2d(now, after, 3, padding=1)]
        layers += [nn.BatchNorm2d(after, momentum=0.78), nn.ReLU()]
        now = after
    return nn.Sequential(*layers, nn.Conv2d(now, channels, 3, padding=1), nn.Tanh())


def discriminator(
    width: int, resolution: Resolution, channels: int, *, dropout: float, minibatch: str = "none"
) -> Critic:
    """(B, channels, H, W) -> (B,) logits: the note's, 32-64-128-256 channels at 32 px.

    Its second layer is padded by one row and column, which is why 32 px end at 5 x 5 features.
    """
    halvings = len(_shapes(resolution))
    steps = [min(max(1, width // 2) * 2**level, 4 * width) for level in range(halvings)]
    layers: list[nn.Module] = [nn.Conv2d(channels, steps[0], 3, 2, 1), nn.LeakyReLU(0.2), nn.Dropout(dropout)]
    shape = Shape(*(-(-side // 2) for side in shape_of(resolution)))
    for number, (inputs, outputs) in enumerate(pairwise([*steps, 4 * width]), start=1):
        strided = number < halvings
        layers.append(nn.Conv2d(inputs, outputs, 3, 2 if strided else 1, 1))
        shape = Shape(*(-(-side // 2) for side in shape)) if strided else shape
        if number == 1 and strided:
            layers.append(nn.ZeroPad2d((0, 1, 0, 1)))
            shape = Shape(shape.height + 1, shape.width + 1)
        layers += [nn.BatchNorm2d(outputs, momentum=0.82 if strided else 0.8)]
        layers += [nn.LeakyReLU(0.25 if number in {1, halvings} else 0.2), nn.Dropout(dropout)]
    head = nn.Sequential(nn.Flatten(), nn.Linear(4 * width * prod(shape), 1))
    return Critic(nn.Sequential(*layers), head, (4 * width, *shape), minibatch=minibatch)


def deep_generator(latent: int, width: int, resolution: Resolution, channels: int) -> nn.Sequential:
    """(B, latent) -> images, from 4 px up with DCGAN's channels: `width` at the end, at most 8 times as many before."""
    start, doublings = doubled_grid(resolution)
    steps = [min(width * 2**level, 8 * width) for level in reversed(range(doublings))]
    first = nn.Linear(latent, steps[0] * prod(start), bias=False)
    layers: list[nn.Module] = [first, nn.Unflatten(1, (steps[0], *start))]
    layers += [nn.BatchNorm2d(steps[0]), nn.ReLU()]
    for inputs, outputs in pairwise([*steps, steps[-1]]):
        layers += [nn.Upsample(scale_factor=2), nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)]
        layers += [nn.BatchNorm2d(outputs), nn.ReLU()]
    network = nn.Sequential(*layers, nn.Conv2d(steps[-1], channels, 3, padding=1), nn.Tanh())
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            nn.init.normal_(module.weight, std=0.02)
    return network
