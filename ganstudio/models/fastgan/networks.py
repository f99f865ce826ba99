"""FastGAN: Liu et al. 2021 (arXiv 2101.04775), built from the paper: gates from coarse to fine, and a discriminator
that also has to redraw the reals from its features."""

from itertools import pairwise
from math import log2

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.resolution import Resolution, Shape, doubled_grid
from ganstudio.models.adversarial.layers import with_spectral_norm
from ganstudio.models.stylegan.mapping import NoiseInput
from ganstudio.models.stylegan.stylegan2 import shapes_to, sizes_to

SHARES = {4: 16.0, 8: 8.0, 16: 4.0, 32: 2.0, 64: 2.0, 128: 1.0, 256: 0.5, 512: 0.25, 1024: 0.125}
"""Channels at a size, in multiples of the width."""
GATES = {64: 4, 128: 8, 256: 16, 512: 32}
"""Which size's features gate which."""


def channels_at(size: int, width: int) -> int:
    return max(2, int(SHARES[size] * width))


def conv(inputs: int, outputs: int, kernel: int, stride: int = 1, padding: int | None = None) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2 if padding is None else padding, bias=False)


class Noise(nn.Module):
    """Noise of one learned strength."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.noise = NoiseInput(shape)

    def forward(self, x: Tensor) -> Tensor:
        noised: Tensor = self.noise(x, "random" if self.training else "const")
        return noised


def up(inputs: int, outputs: int, size: int, shape: Shape) -> nn.Sequential:
    """Twice the size, to `shape`: one convolution at 16, 64, 256, 1024 px, two with noise at the others.

    `size`: the side of the square that doubles as often.
    """
    first = [nn.Upsample(scale_factor=2), conv(inputs, 2 * outputs, 3)]
    if round(log2(size)) % 2 == 0:
        return nn.Sequential(*first, nn.BatchNorm2d(2 * outputs), nn.GLU(dim=1))
    layers = [*first, Noise(shape), nn.BatchNorm2d(2 * outputs), nn.GLU(dim=1)]
    return nn.Sequential(
        *layers, conv(outputs, 2 * outputs, 3), Noise(shape), nn.BatchNorm2d(2 * outputs), nn.GLU(dim=1)
    )


def gate(inputs: int, outputs: int) -> nn.Sequential:
    """Skip-layer excitation: coarse features to a factor for each fine channel."""
    return nn.Sequential(
        nn.AdaptiveAvgPool2d(4), conv(inputs, outputs, 4, padding=0), nn.SiLU(), conv(outputs, outputs, 1), nn.Sigmoid()
    )


class Generator(nn.Module):
    """(B, latent) -> (B, C, H, W) in [-1, 1]."""

    def __init__(self, latent: int, resolution: Resolution, channels: int, *, width: int) -> None:
        super().__init__()
        sizes, shapes = sizes_to(resolution), shapes_to(resolution)
        steps = {size: channels_at(size, width) for size in sizes}
        first = nn.ConvTranspose2d(latent, 2 * steps[4], shapes[0], bias=False)
        self.start = nn.Sequential(first, nn.BatchNorm2d(2 * steps[4]), nn.GLU(dim=1))
        self.ups = nn.ModuleDict(
            {
                str(size): up(steps[size // 2], steps[size], size, shape)
                for size, shape in zip(sizes[1:], shapes[1:], strict=True)
            }
        )
        self.gates = nn.ModuleDict(
            {str(fine): gate(steps[coarse], steps[fine]) for fine, coarse in GATES.items() if fine <= sizes[-1]}
        )
        self.to_rgb = conv(steps[sizes[-1]], channels, 3)
        _initialise(self)
        with_spectral_norm(self)

    def forward(self, z: Tensor) -> Tensor:
        features: dict[int, Tensor] = {4: self.start(z[:, :, None, None])}
        size = 4
        for name, enlarge in self.ups.items():
            x = enlarge(features[size])
            size = int(name)
            if name in self.gates:
                x = x * self.gates[name](features[GATES[size]])
            features[size] = x
        return torch.tanh(self.to_rgb(features[size]))


class Down(nn.Module):
    """Half the size: the mean of two ways, convolutions and plain averaging."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            conv(inputs, outputs, 4, 2, 1), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2),
            conv(outputs, outputs, 3), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2),
        )  # fmt: skip
        self.direct = nn.Sequential(
            nn.AvgPool2d(2), conv(inputs, outputs, 1), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2)
        )

    def forward(self, x: Tensor) -> Tensor:
        mean: Tensor = (self.main(x) + self.direct(x)) / 2
        return mean


class Decoder(nn.Module):
    """Features of 8 px -> a picture of 64 px (or of `size`)."""

    def __init__(self, inputs: int, channels: int, size: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        now = inputs
        for after in (64, 32, 16)[: round(log2(size)) - 3]:
            layers += [nn.Upsample(scale_factor=2), conv(now, 2 * after, 3), nn.BatchNorm2d(2 * after), nn.GLU(dim=1)]
            now = after
        self.layers = nn.Sequential(*layers, conv(now, channels, 3), nn.Tanh())

    def forward(self, x: Tensor) -> Tensor:
        picture: Tensor = self.layers(x)
        return picture


class Discriminator(nn.Module):
    """(B, C, H, W) -> (B * patches,) logits: patches of the picture and, from 128 px on, of a smaller copy of it."""

    def __init__(self, resolution: Resolution, channels: int, *, width: int) -> None:
        super().__init__()
        grid = doubled_grid(resolution)
        sizes = [size for size in reversed(sizes_to(resolution)) if size >= 8]  # the last ... 8
        steps = [channels_at(max(8, min(1024, size * 2)), width) for size in sizes]
        self.from_rgb = nn.Sequential(conv(channels, steps[0], 3), nn.LeakyReLU(0.2))
        self.downs = nn.ModuleList(Down(i, o) for i, o in pairwise(steps))
        reach = range(3, len(steps))
        self.gates = nn.ModuleDict({str(number): gate(steps[number - 3], steps[number]) for number in reach})
        last = steps[-1]
        self.judge = nn.Sequential(
            conv(last, last, 1), nn.BatchNorm2d(last), nn.LeakyReLU(0.2), conv(last, 1, 4, padding=0)
        )
        self.small = _small_judge(channels, width) if grid.nominal >= 128 else None
        self.small_shape = grid.at(64)
        decoded = min(64, grid.nominal // 2)
        self.decoded = grid.at(decoded)
        self.decoder = Decoder(last, channels, decoded)
        self.part_decoder = Decoder(steps[-2], channels, decoded)
        _initialise(self)
        with_spectral_norm(self)

    def features(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        """(B, last, 8, 8), or 8 x 12 ..."""
        return self.maps(images)[-1]

    def maps(self, images: Tensor) -> list[Tensor]:
        """The features at every size, down to 8 px."""
        kept = [self.from_rgb(images)]
        for number, down in enumerate(self.downs, start=1):
            x = down(kept[-1])
            if str(number) in self.gates:
                x = x * self.gates[str(number)](kept[number - 3])
            kept.append(x)
        return kept

    def forward(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        return self.judged(images, self.features(images))

    def judged(self, images: Tensor, features: Tensor) -> Tensor:
        """Logits from features that are there already, and from the smaller copy of their images."""
        logits = [self.judge(features).flatten()]
        if self.small is not None:
            logits.append(self.small(F.interpolate(images, size=self.small_shape, mode="area")).flatten())
        return torch.cat(logits)

    def redraw_error(self, images: Tensor, maps: list[Tensor]) -> Tensor:
        """Mean absolute difference between what the decoders redraw and what was there: the whole picture made small,
        from the features of 8 px, and one quarter of it, drawn by lot, from those of 16 px."""
        down, right = torch.randint(0, 2, (2,)).tolist()
        whole = F.l1_loss(self.decoder(maps[-1]), shrunk(images, self.decoded))
        part = F.l1_loss(
            self.part_decoder(quarter(maps[-2], down, right)), shrunk(quarter(images, down, right), self.decoded)
        )
        return whole + part


def quarter(images: Tensor, down: int, right: int) -> Tensor:
    """(B, C, H, W) -> (B, C, H / 2, W / 2): the upper or lower (0 or 1), left or right quarter."""
    high, wide = images.shape[2] // 2, images.shape[3] // 2
    return images[:, :, down * high : (down + 1) * high, right * wide : (right + 1) * wide]


def shrunk(images: Tensor, shape: Shape) -> Tensor:
    """Averaged down, or enlarged where they are smaller."""
    return F.interpolate(images, size=shape, mode="area")


def _small_judge(channels: int, width: int) -> nn.Sequential:
    """Patches of a copy of 64 px."""
    steps = [channels_at(128, width), channels_at(64, width), channels_at(32, width), channels_at(16, width)]
    layers: list[nn.Module] = [conv(channels, steps[0], 3), nn.LeakyReLU(0.2)]
    for inputs, outputs in pairwise(steps):
        layers.append(Down(inputs, outputs))
    return nn.Sequential(*layers, conv(steps[-1], 1, 4, padding=0))


def _initialise(network: nn.Module) -> None:
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            nn.init.normal_(module.weight, std=0.02)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1.0, 0.02)
