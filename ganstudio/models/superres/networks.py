"""Networks that enlarge pictures: (B, C, h, w) in [0, 1] -> (B, C, scale h, scale w), near [0, 1] and not clamped.

Parameter names are those of the published files, so that those load without a change.
"""

from collections.abc import Iterable
from math import log2

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Enlarger(nn.Module):
    """What all of them tell about themselves."""

    scale: int
    """How many times wider and higher the result is."""
    channels: int
    multiple: int = 1
    """Width and height of what it is given must be multiples of it."""
    reach: int
    """How many pixels of what it is given, to each side, one pixel of the result depends on."""


def scaled_normal(layers: Iterable[nn.Module], scale: float = 0.1) -> None:
    """He initialisation times `scale`, biases 0: residual branches begin small (Wang et al. 2018, section 3.1)."""
    for module in layers:
        for layer in module.modules():
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight)
                with torch.no_grad():
                    layer.weight.mul_(scale)
                if layer.bias is not None:
                    nn.init.zeros_(layer.bias)


def _conv(inputs: int, outputs: int, kernel: int = 3) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2)


def shuffle_factors(scale: int) -> list[int]:
    """The steps in which a scale is reached: 4 = 2 x 2, 8 = 2 x 2 x 2, 2 and 3 at once, 1 not at all."""
    return [2] * int(log2(scale)) if scale & (scale - 1) == 0 else [scale]


# SRResNet ------------------------------------------------------------------------------------------------------------


class _NormedBlock(nn.Module):
    """Convolution, BatchNorm, PReLU, convolution, BatchNorm, added to the input (Ledig et al. 2017, figure 4)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv1, self.bn1, self.act = _conv(width, width), nn.BatchNorm2d(width), nn.PReLU()
        self.conv2, self.bn2 = _conv(width, width), nn.BatchNorm2d(width)

    def forward(self, x: Tensor) -> Tensor:
        inner: Tensor = self.bn2(self.conv2(self.act(self.bn1(self.conv1(x)))))
        return x + inner


class SRResNet(Enlarger):
    """SRGAN's generator with BatchNorm: Ledig et al. 2017 (arXiv 1609.04802), figure 4; weights as torch begins."""

    def __init__(self, channels: int = 3, width: int = 64, blocks: int = 16, scale: int = 4) -> None:
        super().__init__()
        factors = shuffle_factors(scale)
        self.scale, self.channels = scale, channels
        self.reach = 4 + 2 * blocks + 1 + 6  # the convolutions behind the first shuffle reach less than 6 px
        self.conv_first, self.act = _conv(channels, width, 9), nn.PReLU()
        self.body = nn.Sequential(*(_NormedBlock(width) for _ in range(blocks)))
        self.conv_body, self.bn_body = _conv(width, width), nn.BatchNorm2d(width)
        ups = ((_conv(width, width * factor**2), nn.PixelShuffle(factor), nn.PReLU()) for factor in factors)
        self.ups = nn.Sequential(*(layer for up in ups for layer in up))
        self.conv_last = _conv(width, channels, 9)

    def forward(self, x: Tensor) -> Tensor:
        first = self.act(self.conv_first(x))
        out: Tensor = self.conv_last(self.ups(first + self.bn_body(self.conv_body(self.body(first)))))
        return out


class _PlainBlock(nn.Module):
    """Convolution, ReLU, convolution, added to the input."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv1, self.conv2 = _conv(width, width), _conv(width, width)
        scaled_normal([self])

    def forward(self, x: Tensor) -> Tensor:
        inner: Tensor = self.conv2(self.conv1(x).relu())
        return x + inner


class MSRResNet(Enlarger):
    """SRResNet without BatchNorm, added to what bilinear enlargement gives (Wang et al. 2018, section 4.2)."""

    def __init__(self, channels: int = 3, width: int = 64, blocks: int = 16, scale: int = 4) -> None:
        super().__init__()
        self.scale, self.channels, self.reach = scale, channels, 1 + 2 * blocks + 4
        self.conv_first = _conv(channels, width)
        self.body = nn.Sequential(*(_PlainBlock(width) for _ in range(blocks)))
        self.factors = shuffle_factors(scale)
        for number, factor in enumerate(self.factors, 1):
            setattr(self, f"upconv{number}", _conv(width, width * factor**2))
        self.conv_hr, self.conv_last = _conv(width, width), _conv(width, channels)
        scaled_normal([self.conv_first, self.conv_hr, self.conv_last, *self._ups()])

    def _ups(self) -> list[nn.Module]:
        return [self.get_submodule(f"upconv{number}") for number in range(1, len(self.factors) + 1)]

    def forward(self, x: Tensor) -> Tensor:
        out = self.body(F.leaky_relu(self.conv_first(x), 0.1))
        for factor, up in zip(self.factors, self._ups(), strict=True):
            out = F.leaky_relu(F.pixel_shuffle(up(out), factor), 0.1)
        out = self.conv_last(F.leaky_relu(self.conv_hr(out), 0.1))
        large: Tensor = F.interpolate(x, scale_factor=self.scale, mode="bilinear", align_corners=False) + out
        return large


# RRDB ----------------------------------------------------------------------------------------------------------------


class _DenseBlock(nn.Module):
    """Five convolutions, each of which sees what all before it made; added to the input times 0.2."""

    def __init__(self, width: int, growth: int) -> None:
        super().__init__()
        for number in range(1, 6):
            setattr(self, f"conv{number}", _conv(width + (number - 1) * growth, width if number == 5 else growth))
        scaled_normal([self])

    def forward(self, x: Tensor) -> Tensor:
        seen = x
        for number in range(1, 5):
            seen = torch.cat([seen, F.leaky_relu(self.get_submodule(f"conv{number}")(seen), 0.2)], 1)
        last: Tensor = self.get_submodule("conv5")(seen)
        return x + 0.2 * last


class _RRDB(nn.Module):
    """Residual in residual dense block: three dense blocks, added to the input times 0.2."""

    def __init__(self, width: int, growth: int) -> None:
        super().__init__()
        self.rdb1, self.rdb2, self.rdb3 = (_DenseBlock(width, growth) for _ in range(3))

    def forward(self, x: Tensor) -> Tensor:
        inner: Tensor = self.rdb3(self.rdb2(self.rdb1(x)))
        return x + 0.2 * inner


class RRDBNet(Enlarger):
    """ESRGAN's generator: Wang et al. 2018 (arXiv 1809.00219). It enlarges `doublings` times by 2.

    With `unshuffle` above 1 the picture is first folded into channels (Real-ESRGAN's x2 and x1), so that most of the
    work is done at a half or a quarter of the size.
    """

    def __init__(
        self,
        channels: int = 3,
        width: int = 64,
        growth: int = 32,
        blocks: int = 23,
        *,
        doublings: int = 2,
        unshuffle: int = 1,
    ) -> None:
        super().__init__()
        self.scale, self.channels, self.multiple = 2**doublings // unshuffle, channels, unshuffle
        self.doublings = doublings
        self.reach = unshuffle * (15 * blocks + 2 + 4)
        self.conv_first = _conv(channels * unshuffle**2, width)
        self.body = nn.Sequential(*(_RRDB(width, growth) for _ in range(blocks)))
        self.conv_body = _conv(width, width)
        for number in range(1, doublings + 1):
            setattr(self, f"conv_up{number}", _conv(width, width))
        self.conv_hr, self.conv_last = _conv(width, width), _conv(width, channels)

    def forward(self, x: Tensor) -> Tensor:
        first = self.conv_first(F.pixel_unshuffle(x, self.multiple) if self.multiple > 1 else x)
        out = first + self.conv_body(self.body(first))
        for number in range(1, self.doublings + 1):
            larger = F.interpolate(out, scale_factor=2, mode="nearest")
            out = F.leaky_relu(self.get_submodule(f"conv_up{number}")(larger), 0.2)
        last: Tensor = self.conv_last(F.leaky_relu(self.conv_hr(out), 0.2))
        return last


def rrdb(scale: int, *, channels: int = 3, width: int = 64, growth: int = 32, blocks: int = 23) -> RRDBNet:
    """The published ways to a scale: 4 and 8 by doubling, 2 and 1 with pixels folded away before two doublings."""
    doublings = max(2, int(log2(scale)))
    return RRDBNet(channels, width, growth, blocks, doublings=doublings, unshuffle=2**doublings // scale)


# Compact -------------------------------------------------------------------------------------------------------------


class Compact(Enlarger):
    """SRVGG of Real-ESRGAN: plain 3 x 3 convolutions at the small size, one shuffle, added to the nearest pixels."""

    def __init__(self, channels: int = 3, width: int = 64, convolutions: int = 16, scale: int = 4) -> None:
        super().__init__()
        self.scale, self.channels, self.reach = scale, channels, convolutions + 2
        layers: list[nn.Module] = [_conv(channels, width), nn.PReLU(width)]
        for _ in range(convolutions):
            layers += [_conv(width, width), nn.PReLU(width)]
        self.body = nn.Sequential(*layers, _conv(width, channels * scale**2))

    def begin_with_pixels(self) -> None:
        """Weights from which it learns fast: what goes in comes through every layer, and the result is the pixels.

        From torch's own start, which the published code takes, hardly anything reaches the tenth layer: after 3,400
        steps it was 1.4 dB below bicubic, and from here 1.4 dB above after 300.
        """
        scaled_normal([self], 1.0)
        last = self.body[-1]
        assert isinstance(last, nn.Conv2d)
        nn.init.zeros_(last.weight)

    def forward(self, x: Tensor) -> Tensor:
        return F.pixel_shuffle(self.body(x), self.scale) + F.interpolate(x, scale_factor=self.scale, mode="nearest")


# Discriminators ------------------------------------------------------------------------------------------------------


class VGGDiscriminator(nn.Module):
    """Halves the picture down to 4 x 4, then two layers: (B, C, size, size) -> (B, 1) logits.

    SRGAN's and ESRGAN's (Ledig et al. 2017, figure 4) at 128 and 256 px; smaller pictures are halved fewer times.
    """

    def __init__(self, size: int, channels: int = 3, width: int = 64) -> None:
        super().__init__()
        halvings = int(log2(size)) - 2
        widths = [min(8, 2**number) * width for number in range(halvings)]
        layers: list[nn.Module] = [_conv(channels, width), nn.LeakyReLU(0.2)]
        for number, wide in enumerate(widths):
            if number:
                layers += self._normed(widths[number - 1], wide, 3, 1)
            layers += self._normed(wide, wide, 4, 2)
        self.features = nn.Sequential(*layers)
        self.linear1 = nn.Linear(widths[-1] * 16, 100)
        self.linear2 = nn.Linear(100, 1)

    @staticmethod
    def _normed(inputs: int, outputs: int, kernel: int, stride: int) -> list[nn.Module]:
        conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=1, bias=False)
        return [conv, nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2)]

    def forward(self, images: Tensor) -> Tensor:
        logits: Tensor = self.linear2(F.leaky_relu(self.linear1(self.features(images).flatten(1)), 0.2))
        return logits

    def taps(self, images: Tensor) -> list[Tensor]:
        """What it sees after each halving, finest first."""
        seen = images
        taps: list[Tensor] = []
        for layer in self.features:
            seen = layer(seen)
            last = taps[-1] if taps else images
            if isinstance(layer, nn.LeakyReLU) and seen.shape[-1] < last.shape[-1]:
                taps.append(seen)
        return taps


class UNetDiscriminator(nn.Module):
    """A judgement of each pixel: (B, C, H, W) -> (B, 1, H, W) logits, H and W multiples of 8.

    Real-ESRGAN's (Wang et al. 2021, arXiv 2107.10833, section 3.3): spectral norm on all but the first and the last.
    """

    def __init__(self, channels: int = 3, width: int = 64) -> None:
        super().__init__()

        def normed(inputs: int, outputs: int, kernel: int, stride: int = 1) -> nn.Module:
            conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=1, bias=False)
            return nn.utils.parametrizations.spectral_norm(conv)

        self.conv0 = _conv(channels, width)
        self.conv1 = normed(width, 2 * width, 4, 2)
        self.conv2 = normed(2 * width, 4 * width, 4, 2)
        self.conv3 = normed(4 * width, 8 * width, 4, 2)
        self.conv4 = normed(8 * width, 4 * width, 3)
        self.conv5 = normed(4 * width, 2 * width, 3)
        self.conv6 = normed(2 * width, width, 3)
        self.conv7, self.conv8 = normed(width, width, 3), normed(width, width, 3)
        self.conv9 = _conv(width, 1)

    def forward(self, images: Tensor) -> Tensor:
        x0, x1, x2, x3 = self._down(images)
        x = _act(self.conv4(_doubled(x3))) + x2
        x = _act(self.conv5(_doubled(x))) + x1
        x = _act(self.conv6(_doubled(x))) + x0
        logits: Tensor = self.conv9(_act(self.conv8(_act(self.conv7(x)))))
        return logits

    def _down(self, images: Tensor) -> list[Tensor]:
        seen = [_act(self.conv0(images))]
        for conv in (self.conv1, self.conv2, self.conv3):
            seen.append(_act(conv(seen[-1])))
        return seen

    def taps(self, images: Tensor) -> list[Tensor]:
        """What it sees after each halving, finest first."""
        return self._down(images)[1:]


def _act(x: Tensor) -> Tensor:
    return F.leaky_relu(x, 0.2)


def _doubled(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
