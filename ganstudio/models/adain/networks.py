"""Adaptive instance normalisation (Huang and Belongie 2017, arXiv 1703.06868): a frozen encoder and a trained decoder.

AdaIN(x, y) = sd(y) (x - mean(x)) / sd(x) + mean(y), channel by channel over the places of a layer (their equation 8):
the style is no more than two numbers for each channel, so that styles mix as numbers do.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.instance_norm import EPSILON, InstanceNorm
from ganstudio.core.vision_networks import VGG19, SqueezeNet
from ganstudio.models.style.taps import Taps

MULTIPLE = 8
"""How much smaller the last layer of an encoder is."""


class Moments(NamedTuple):
    """Of each channel of a layer: (B, C, 1, 1) each."""

    mean: Tensor
    deviation: Tensor


class Encoding(NamedTuple):
    """What differs between the networks that see."""

    taps: tuple[int, ...]
    """After which of its modules style is compared; the last is what is drawn from."""
    widths: tuple[tuple[int, ...], ...]
    """Channels of the decoder's convolutions at an eighth, a quarter, half and the whole of a picture's size."""


ENCODINGS = {
    "squeezenet": Encoding((1, 4, 7), ((256, 96), (96, 96, 48), (48, 48, 24), (24,))),
    "vgg19": Encoding((1, 6, 11, 20), ((512, 256), (256, 256, 256, 256, 128), (128, 128, 64), (64, 64))),
}
"""VGG19 up to relu4_1 and its mirror image, as published; of SqueezeNet the module before its third pool, which has
seen less, and a decoder a sixth as wide."""


def moments_of(layer: Tensor) -> Moments:
    """The mean and the standard deviation over the places of (B, C, H, W)."""
    variance, mean = torch.var_mean(layer, (2, 3), keepdim=True, correction=0)
    return Moments(mean, (variance + EPSILON).sqrt())


def mixed_moments(styles: Sequence[Moments], weights: Sequence[float]) -> Moments:
    """Several styles as one, sum_s w_s AdaIN(x, y_s) with sum_s w_s = 1 (Huang and Belongie, equation 15)."""
    total = sum(weights)
    assert total > 0, "at least one style has a weight"
    parts = [[part * (weight / total) for part in style] for style, weight in zip(styles, weights, strict=True)]
    return Moments(*(torch.stack(each).sum(0) for each in zip(*parts, strict=True)))


class _Encoder(nn.Module):
    """(B, 3, H, W) in [0, 1] -> the layers after its taps; H and W are multiples of 8. Its weights are never moved."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.taps = ENCODINGS[kind].taps
        whole = SqueezeNet(pools_up=True) if kind == "squeezenet" else VGG19()
        self.layers = whole.features[: max(self.taps) + 1].requires_grad_(False)
        for layer in self.layers:
            if isinstance(layer, nn.Conv2d):
                layer.padding = (0, 0)  # edges are reflected in `forward`, which makes whole cells of strides too
        self.mean: Tensor
        self.deviation: Tensor
        for name, value in (("mean", 0.0), ("deviation", 1.0)):
            self.register_buffer(name, torch.full((1, 3, 1, 1), value))

    def forward(self, images: Tensor) -> list[Tensor]:
        x = (images.expand(-1, 3, -1, -1) - self.mean) / self.deviation
        seen = []
        for number, layer in enumerate(self.layers):
            x = layer(F.pad(x, (1,) * 4, mode="reflect") if isinstance(layer, nn.Conv2d) else x)
            if number in self.taps:
                seen.append(x)
        return seen


def _decoder(kind: str, channels: int) -> nn.Sequential:
    """The encoder backwards: nearest neighbours for pools, reflected edges, and no norm, which would undo the style."""
    layers: list[nn.Module] = []
    for number, widths in enumerate(ENCODINGS[kind].widths):
        if number:
            layers.append(nn.Upsample(scale_factor=2))
        for inputs, outputs in pairwise(widths):
            layers += [nn.Conv2d(inputs, outputs, 3, padding=1, padding_mode="reflect"), nn.ReLU()]
    layers.append(nn.Conv2d(widths[-1], channels, 3, padding=1, padding_mode="reflect"))
    return nn.Sequential(*layers)


class AdaptiveNet(nn.Module):
    """(B, channels, H, W) in [-1, 1] and a style -> the same drawn in it; H and W are multiples of 8, at least 16."""

    def __init__(self, kind: str, channels: int = 3) -> None:
        """`kind`: a name in `ENCODINGS`."""
        super().__init__()
        self.kind = kind
        self.encoder = _Encoder(kind)
        self.norm = InstanceNorm()
        self.decoder = _decoder(kind, channels)

    def see_as(self, taps: Taps) -> None:
        """Take the weights of a network that sees.

        Raises:
            ValueError: it is of another kind; a sentence.
        """
        if not taps.name.startswith(self.kind):
            raise ValueError(f"It is to see by {self.kind}, and the weights at hand are of {taps.name}.")
        known = taps.layers.state_dict()
        self.encoder.layers.load_state_dict({name: known[name] for name in self.encoder.layers.state_dict()})
        self.encoder.mean.copy_(taps.mean)
        self.encoder.deviation.copy_(taps.deviation)

    def seen(self, images: Tensor) -> list[Tensor]:
        """The layers of pictures in [-1, 1]."""
        layers: list[Tensor] = self.encoder(images / 2 + 0.5)
        return layers

    def style_of(self, images: Tensor) -> Moments:
        return moments_of(self.seen(images)[-1])

    def adapted(self, layer: Tensor, style: Moments, strength: float = 1.0) -> Tensor:
        """A last layer with the style's moments in place of its own; of both by `strength` (equation 14)."""
        adapted = self.norm(layer) * style.deviation + style.mean
        return torch.lerp(layer, adapted, strength)

    def forward(self, images: Tensor, style: Moments, strength: float = 1.0) -> Tensor:
        drawn: Tensor = self.decoder(self.adapted(self.seen(images)[-1], style, strength))
        return drawn


class InStyle(nn.Module):
    """An `AdaptiveNet` in a style that was chosen: pictures in, pictures out."""

    def __init__(self, network: AdaptiveNet, style: Moments) -> None:
        super().__init__()
        self.network = network
        self.strength = 1.0
        self.mean: Tensor
        self.deviation: Tensor
        self.register_buffer("mean", style.mean)
        self.register_buffer("deviation", style.deviation)

    @torch.no_grad()
    def take(self, pictures: Sequence[Tensor], weights: Sequence[float], strength: float) -> None:
        """Draw in these styles from now on: (1, channels, H, W) in [-1, 1] each, of any size from 16 px on."""
        device = self.mean.device
        styles = [self.network.style_of(_whole_cells(picture.to(device))) for picture in pictures]
        self.mean, self.deviation = mixed_moments(styles, weights)
        self.strength = strength

    def forward(self, images: Tensor) -> Tensor:
        drawn: Tensor = self.network(images, Moments(self.mean, self.deviation), self.strength)
        return drawn


def _whole_cells(picture: Tensor) -> Tensor:
    """Cut to multiples of 8."""
    height, width = (side // MULTIPLE * MULTIPLE for side in picture.shape[2:])
    return picture[:, :, :height, :width]
