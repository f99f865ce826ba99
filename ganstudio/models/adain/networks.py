"""Adaptive instance normalisation (Huang and Belongie 2017, arXiv 1703.06868): a frozen encoder and a trained decoder.

AdaIN(x, y) = sd(y) (x - mean(x)) / sd(x) + mean(y), channel by channel over the places of a layer (their equation 8):
the style is no more than two numbers for each channel, so that styles mix as numbers do.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.instance_norm import EPSILON, InstanceNorm
from ganstudio.core.vision_networks import VGG19, SqueezeNet
from ganstudio.models.style.taps import Taps

MULTIPLE = 8
"""How much smaller the smallest layer of an encoder is."""


class Moments(NamedTuple):
    """Of each channel of a layer: (B, C, 1, 1) each."""

    mean: Tensor
    deviation: Tensor


class Style(NamedTuple):
    """What a picture is drawn after."""

    layer: Moments
    """Of the layer that is drawn from."""
    pixels: Moments
    """Of the picture itself: its colours."""


class Encoding(NamedTuple):
    """What differs between the networks that see."""

    taps: tuple[int, ...]
    """After which of its modules style is compared."""
    depth: int
    """The place in `taps` of the layer that is drawn from."""
    widths: tuple[tuple[int, ...], ...]
    """Channels of the decoder's convolutions, from the size of that layer up to that of the picture."""


ENCODINGS = {
    "squeezenet": Encoding((1, 4, 7), 1, ((128, 64), (64, 48, 24), (24,))),
    "vgg19": Encoding((1, 6, 11, 20), 3, ((512, 256), (256, 256, 256, 256, 128), (128, 128, 64), (64, 64))),
}
"""VGG19 up to relu4_1 and its mirror image, as published; of SqueezeNet a layer at a quarter of the size, and a
decoder that minutes are enough for."""


def moments_of(layer: Tensor) -> Moments:
    """The mean and the standard deviation over the places of (B, C, H, W)."""
    variance, mean = torch.var_mean(layer, (2, 3), keepdim=True, correction=0)
    return Moments(mean, (variance + EPSILON).sqrt())


def mixed(styles: Sequence[Style], weights: Sequence[float]) -> Style:
    """Several styles as one, sum_s w_s AdaIN(x, y_s) with sum_s w_s = 1 (Huang and Belongie, equation 15)."""
    total = sum(weights)
    assert total > 0, "at least one style has a weight"
    shares = [weight / total for weight in weights]

    def mean(each: Iterable[Moments]) -> Moments:
        parts = zip(*each, strict=True)
        return Moments(*(torch.stack([x * w for x, w in zip(p, shares, strict=True)]).sum(0) for p in parts))

    return Style(mean(style.layer for style in styles), mean(style.pixels for style in styles))


def between(first: Moments, second: Moments, share: float) -> Moments:
    return Moments(*(torch.lerp(a, b, share) for a, b in zip(first, second, strict=True)))


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


class _Measured(InstanceNorm):
    """A norm that is asked for the moments that it takes away: of the whole picture where that comes in tiles."""

    def moments(self, images: Tensor) -> Moments:
        self(images)
        if self.statistics is None:
            return moments_of(images)
        mean, scale = self.statistics
        return Moments(mean, 1 / scale)


class AdaptiveNet(nn.Module):
    """(B, channels, H, W) in [-1, 1] and a style -> the same drawn in it; H and W are multiples of 8, at least 16."""

    def __init__(self, kind: str, channels: int = 3, *, colours: bool = True) -> None:
        """`kind`: a name in `ENCODINGS`. `colours`: what is drawn is given the style's mean and deviation of each
        colour, which else the decoder has to learn.
        """
        super().__init__()
        self.kind = kind
        self.colours = colours
        self.depth = ENCODINGS[kind].depth
        self.encoder = _Encoder(kind)
        self.norm, self.pixels, self.drawn = InstanceNorm(), _Measured(), InstanceNorm()
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

    def style_of(self, images: Tensor) -> Style:
        return Style(moments_of(self.seen(images)[self.depth]), moments_of(images))

    def adapted(self, layer: Tensor, style: Moments, strength: float = 1.0) -> Tensor:
        """A layer with the style's moments in place of its own; of both by `strength` (equation 14)."""
        adapted = self.norm(layer) * style.deviation + style.mean
        return torch.lerp(layer, adapted, strength)

    def painted(self, layer: Tensor, colours: Moments) -> Tensor:
        """What the decoder makes of a layer, in these colours."""
        drawn: Tensor = self.decoder(layer)
        return self.drawn(drawn) * colours.deviation + colours.mean if self.colours else drawn

    def forward(self, images: Tensor, style: Style, strength: float = 1.0) -> Tensor:
        layer = self.adapted(self.seen(images)[self.depth], style.layer, strength)
        return self.painted(layer, between(self.pixels.moments(images), style.pixels, strength))


class InStyle(nn.Module):
    """An `AdaptiveNet` in a style that was chosen: pictures in, pictures out."""

    def __init__(self, network: AdaptiveNet, style: Style) -> None:
        super().__init__()
        self.network = network
        self.strength = 1.0
        self.style = style

    @torch.no_grad()
    def take(self, pictures: Sequence[Tensor], weights: Sequence[float], strength: float) -> None:
        """Draw in these styles from now on: (1, channels, H, W) in [-1, 1] each, of any size from 16 px on."""
        device = next(self.network.parameters()).device
        styles = [self.network.style_of(_whole_cells(picture.to(device))) for picture in pictures]
        self.style, self.strength = mixed(styles, weights), strength

    def forward(self, images: Tensor) -> Tensor:
        style = Style(*(Moments(*(part.to(images.device) for part in each)) for each in self.style))
        drawn: Tensor = self.network(images, style, self.strength)
        return drawn


def _whole_cells(picture: Tensor) -> Tensor:
    """Cut to multiples of 8."""
    height, width = (side // MULTIPLE * MULTIPLE for side in picture.shape[2:])
    return picture[:, :, :height, :width]
