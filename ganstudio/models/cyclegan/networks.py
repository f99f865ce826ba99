"""The networks of CycleGAN (Zhu et al. 2017, arXiv 1703.10593): picture in, picture out, and a judge of patches."""

from collections.abc import Iterator

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

from ganstudio.core.instance_norm import InstanceNorm
from ganstudio.models.cyclegan.winograd import MirroredConv


class Residual(nn.Module):
    """x + two 3 x 3 convolutions of x, with mirrored borders."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            MirroredConv(width, width),
            InstanceNorm(),
            nn.ReLU(inplace=True),
            MirroredConv(width, width),
            InstanceNorm(),
        )

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = x + self.body(x)
        return out


class ResNetGenerator(nn.Module):
    """Down by 4, residual blocks, up by 4 (Johnson et al. 2016): (B, inputs, H, W) -> (B, outputs, H, W) in [-1, 1].

    H and W are multiples of 4, at least 8. 11,378,179 weights with 64 channels and 9 blocks, 7,837,699 with 6.
    """

    def __init__(
        self, inputs: int, outputs: int, width: int, blocks: int, *, nearest: bool = False, checkpointing: bool = False
    ) -> None:
        """`nearest`: enlarge, then convolve, instead of transposed convolutions, which can leave a chequered pattern.

        `checkpointing`: keep only what lies between the stages and compute the rest again for the gradients.
        """
        super().__init__()
        self.checkpointing = checkpointing
        self.stem = _stage(nn.Conv2d(inputs, width, 7, padding=3, padding_mode="reflect"))
        self.down = nn.ModuleList(
            _stage(nn.Conv2d(width * factor, width * factor * 2, 3, stride=2, padding=1)) for factor in (1, 2)
        )
        self.blocks = nn.ModuleList(Residual(4 * width) for _ in range(blocks))
        self.up = nn.ModuleList(_enlarging(width * factor, width * factor // 2, nearest) for factor in (4, 2))
        self.head = nn.Sequential(nn.Conv2d(width, outputs, 7, padding=3, padding_mode="reflect"), nn.Tanh())
        _initialise(self)

    def forward(self, x: Tensor) -> Tensor:
        for stage in self._stages():
            x = self._kept(stage, x)
        return x

    def _stages(self) -> Iterator[nn.Module]:
        yield self.stem
        yield from self.down
        yield from self.blocks
        yield from self.up
        yield self.head

    def taps(self) -> tuple[int, ...]:
        """The channels of what `features` gives."""
        stem, first, second = (stage[0] for stage in (self.stem, *self.down))
        return (stem.in_channels, first.out_channels, second.out_channels, *[second.out_channels] * len(self._tapped()))

    def features(self, x: Tensor) -> tuple[list[Tensor], Tensor]:
        """What the first half makes of a picture at five depths, and the last of it, for `finish`.

        The picture itself, both shrinking convolutions, the first and the fifth residual block: layers 0, 4, 8, 12 and
        16 of Park et al. 2020 (CUT).
        """
        features, x = [x], self.stem(x)
        for stage in self.down:
            shrink, *rest = stage.children()
            x = shrink(x)
            features.append(x)
            for layer in rest:
                x = layer(x) if not isinstance(layer, nn.ReLU) else F.relu(x)  # what was found is not overwritten
        for number in range(self._tapped()[-1] + 1):
            x = self._kept(self.blocks[number], x)
            if number in self._tapped():
                features.append(x)
        return features, x

    def finish(self, x: Tensor) -> Tensor:
        """The picture, from the last of the features."""
        for stage in (*self.blocks[self._tapped()[-1] + 1 :], *self.up, self.head):
            x = self._kept(stage, x)
        return x

    def _kept(self, stage: nn.Module, x: Tensor) -> Tensor:
        if self.checkpointing and torch.is_grad_enabled():
            x = checkpoint(stage, x, use_reentrant=False, preserve_rng_state=False)
        else:
            x = stage(x)
        return x

    def _tapped(self) -> tuple[int, ...]:
        """The residual blocks that `features` looks at; fewer in a shallow network."""
        return tuple(sorted({0, min(4, len(self.blocks) - 1)}))


class UNetGenerator(nn.Module):
    """Halved `depth` times and up again, each level joined to its mirror image (Isola et al. 2017).

    (B, inputs, H, W) -> (B, outputs, H, W) in [-1, 1]; H and W are multiples of 2 ** depth, which leads to one pixel.
    """

    def __init__(self, inputs: int, outputs: int, width: int, depth: int, *, nearest: bool = False) -> None:
        super().__init__()
        widths = [min(width * 2**level, width * 8) for level in range(depth)]
        shrink, enlarge = [], []
        for level, (before, after) in enumerate(zip([inputs, *widths], widths, strict=False)):
            shrink.append(_shrinking(before, after, first=level == 0, last=level == depth - 1))
            below = after if level == depth - 1 else 2 * after
            enlarge.append(_mirroring(below, before if level else outputs, nearest, last=level == 0))
        self.shrink, self.enlarge = nn.ModuleList(shrink), nn.ModuleList(enlarge)
        _initialise(self)

    def forward(self, x: Tensor) -> Tensor:
        levels = []
        for stage in self.shrink:
            x = stage(x)
            levels.append(x)
        for number in reversed(range(len(self.enlarge))):
            if number < len(self.enlarge) - 1:
                x = torch.cat([x, levels[number]], 1)
            x = self.enlarge[number](x)
        return x


def patch_discriminator(inputs: int, width: int, layers: int = 3) -> nn.Sequential:
    """(B, inputs, H, W) -> (B, 1, h, w) logits, one for each patch; with 3 layers patches of 70 px, 256 px to 30 x 30.

    2,764,737 weights with 64 channels and 3 layers.
    """
    parts: list[nn.Module] = [nn.Conv2d(inputs, width, 4, stride=2, padding=1), nn.LeakyReLU(0.2, inplace=True)]
    before = width
    for level in range(1, layers + 1):
        after = min(width * 2**level, width * 8)
        stride = 2 if level < layers else 1
        parts += [nn.Conv2d(before, after, 4, stride=stride, padding=1), InstanceNorm(), nn.LeakyReLU(0.2, True)]
        before = after
    network = nn.Sequential(*parts, nn.Conv2d(before, 1, 4, padding=1))
    _initialise(network)
    return network


def receptive_field(discriminator: nn.Sequential) -> int:
    """Width in pixels of what one logit sees."""
    size = 1
    for layer in reversed(list(discriminator)):
        if isinstance(layer, nn.Conv2d):
            size = (size - 1) * layer.stride[0] + layer.kernel_size[0]
    return size


def _stage(convolution: nn.Module) -> nn.Sequential:
    return nn.Sequential(convolution, InstanceNorm(), nn.ReLU(inplace=True))


def _enlarging(inputs: int, outputs: int, nearest: bool) -> nn.Sequential:
    if not nearest:
        return _stage(nn.ConvTranspose2d(inputs, outputs, 3, stride=2, padding=1, output_padding=1))
    convolution = nn.Conv2d(inputs, outputs, 3, padding=1, padding_mode="reflect")
    return nn.Sequential(nn.Upsample(scale_factor=2), convolution, InstanceNorm(), nn.ReLU(inplace=True))


def _shrinking(inputs: int, outputs: int, *, first: bool, last: bool) -> nn.Sequential:
    """A level on the way down. The first sees the picture as it is; the last has one pixel, which no norm suits."""
    layers: list[nn.Module] = [] if first else [nn.LeakyReLU(0.2)]
    layers.append(nn.Conv2d(inputs, outputs, 4, stride=2, padding=1))
    return nn.Sequential(*layers, *([] if first or last else [InstanceNorm()]))


def _mirroring(inputs: int, outputs: int, nearest: bool, *, last: bool) -> nn.Sequential:
    if nearest:
        up: list[nn.Module] = [nn.Upsample(scale_factor=2), nn.Conv2d(inputs, outputs, 3, padding=1)]
    else:
        up = [nn.ConvTranspose2d(inputs, outputs, 4, stride=2, padding=1)]
    return nn.Sequential(nn.ReLU(), *up, nn.Tanh() if last else InstanceNorm())


def _initialise(network: nn.Module) -> None:
    """Weights from N(0, 0.02), biases 0."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            nn.init.normal_(module.weight, std=0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
