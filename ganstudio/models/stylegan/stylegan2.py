"""StyleGAN2: Karras et al. 2020 (arXiv 1912.04958), as in its ADA version (arXiv 2006.06676), in plain PyTorch."""

from itertools import pairwise
from math import prod, sqrt

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.resolution import Resolution, Shape, doubled_grid
from ganstudio.models.adversarial.layers import EqualConv2d, EqualLinear, MinibatchStddev
from ganstudio.models.stylegan.mapping import Blur, Enlarge, Mapping, NoiseInput, StyledGenerator, leaky


def sizes_to(resolution: Resolution) -> list[int]:
    """[4, 8, ... resolution]; of what is no square, the sides of the square that doubles as often."""
    return [4 << level for level in range(doubled_grid(resolution).doublings + 1)]


def shapes_to(resolution: Resolution) -> list[Shape]:
    """What pictures of these sizes measure: 4 x 4, 8 x 8, ... or 4 x 6, 8 x 12, ..."""
    grid = doubled_grid(resolution)
    return [grid.at(size) for size in sizes_to(resolution)]


def channels_at(size: int, base: int, widest: int) -> int:
    return max(1, min(base // size, widest))


# Generator ----------------------------------------------------------------------------------------------------------


class ModulatedConv(nn.Module):
    """A convolution whose input channels are scaled by a style, its output brought back to unit size.

    The scaling is applied to the activations and the demodulation to the result, which equals modulating the weights
    of each sample (their equations 1 to 3) and lets one convolution serve the whole batch.
    """

    def __init__(
        self, inputs: int, outputs: int, kernel: int, w_dim: int, *, up: bool = False, demodulate: bool
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, kernel, kernel))
        self.affine = EqualLinear(w_dim, inputs, bias=1.0)
        self.demodulate = demodulate
        self.scale = 1 / sqrt(inputs * kernel**2)
        self.blur = Blur((1, 1, 1, 1), gain=4.0) if up else None

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        """x (B, I, H, W), w (B, w_dim) -> (B, O, H, W), twice as large with `up`."""
        return self.modulated(x, self.affine(w))

    def modulated(self, x: Tensor, style: Tensor) -> Tensor:
        """The same from the style itself: (B, I) scales."""
        weight = self.weight * self.scale
        x = x * style.to(x.dtype)[:, :, None, None]
        if self.blur is not None:
            x = self.blur(F.conv_transpose2d(x, weight.transpose(0, 1), stride=2))
        else:
            x = F.conv2d(x, weight, padding=weight.shape[2] // 2)
        if self.demodulate:
            power = style.float().square() @ weight.float().square().sum(dim=(2, 3)).T  # (B, O)
            x = x * torch.rsqrt(power + 1e-8).to(x.dtype)[:, :, None, None]
        return x


class StyledLayer(nn.Module):
    """Modulated convolution, noise, bias, leaky ReLU."""

    def __init__(self, inputs: int, outputs: int, shape: Shape, w_dim: int, *, up: bool = False) -> None:
        super().__init__()
        self.conv = ModulatedConv(inputs, outputs, 3, w_dim, up=up, demodulate=True)
        self.noise = NoiseInput(shape)
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x: Tensor, w: Tensor, noise: str) -> Tensor:
        x = self.noise(self.conv(x, w), noise)
        return leaky(x + self.bias.to(x.dtype)[:, None, None])


class ToRGB(nn.Module):
    """A modulated 1 x 1 convolution without demodulation."""

    def __init__(self, inputs: int, outputs: int, w_dim: int) -> None:
        super().__init__()
        self.conv = ModulatedConv(inputs, outputs, 1, w_dim, demodulate=False)
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        x = self.conv(x, w)
        return x + self.bias.to(x.dtype)[:, None, None]


class SynthesisBlock(nn.Module):
    """One resolution: a layer that enlarges (none in the first), one that does not, and what it adds to the image."""

    def __init__(self, inputs: int, outputs: int, shape: Shape, w_dim: int, channels: int, *, up: bool) -> None:
        super().__init__()
        self.enlarging = StyledLayer(inputs, outputs, shape, w_dim, up=True) if up else None
        self.keeping = StyledLayer(outputs, outputs, shape, w_dim)
        self.to_rgb = ToRGB(outputs, channels, w_dim)

    def forward(self, x: Tensor, ws: Tensor, noise: str) -> tuple[Tensor, Tensor]:
        """ws (B, 3 or 2, w_dim): for each layer, the last for the image. Returns the features and the image's part."""
        layer = 0
        if self.enlarging is not None:
            x, layer = self.enlarging(x, ws[:, 0], noise), 1
        x = self.keeping(x, ws[:, layer], noise)
        return x, self.to_rgb(x, ws[:, layer + 1]).float()


class Generator(StyledGenerator):
    """Skip generator: every resolution adds to the image of the one before, enlarged."""

    def __init__(
        self,
        latent: int,
        resolution: Resolution,
        channels: int,
        *,
        base: int = 16384,
        widest: int = 512,
        w_dim: int = 512,
        layers: int = 8,
        classes: int = 0,
    ) -> None:
        shapes = shapes_to(resolution)
        super().__init__(Mapping(latent, w_dim, layers, 2 * len(shapes), classes=classes), w_dim)
        steps = [channels_at(size, base, widest) for size in sizes_to(resolution)]
        self.start = nn.Parameter(torch.randn(1, steps[0], *shapes[0]))
        self.blocks = nn.ModuleList(
            SynthesisBlock(inputs, outputs, shape, w_dim, channels, up=number > 0)
            for number, (shape, (inputs, outputs)) in enumerate(zip(shapes, pairwise([steps[0], *steps]), strict=True))
        )
        self.enlarge = Enlarge()

    def synthesis(self, ws: Tensor, noise: str = "const") -> Tensor:
        x = self.start.expand(ws.shape[0], -1, -1, -1)
        image: Tensor | None = None
        layer = 0
        for block in self.blocks:
            count = 1 if block.enlarging is None else 2
            x, part = block(x, ws[:, layer : layer + count + 1], noise)
            image = part if image is None else self.enlarge(image) + part
            layer += count
        assert image is not None
        return image


# Discriminator ------------------------------------------------------------------------------------------------------


class DiscriminatorBlock(nn.Module):
    """Halves the size; the residual way round is a blurred 1 x 1 convolution, both sides scaled by sqrt(1/2)."""

    def __init__(self, inputs: int, outputs: int, *, residual: bool) -> None:
        super().__init__()
        self.keeping = EqualConv2d(inputs, inputs, 3)
        self.blur = Blur((2, 2, 2, 2))
        self.halving = EqualConv2d(inputs, outputs, 3)
        self.small = Blur((1, 1, 1, 1), stride=2) if residual else None
        self.skip = EqualConv2d(inputs, outputs, 1, bias=False) if residual else None

    def forward(self, x: Tensor) -> Tensor:
        y = self.blur(leaky(self.keeping(x)))
        y = F.conv2d(y, self.halving.weight * self.halving.scale, self.halving.bias, stride=2)
        if self.small is None or self.skip is None:
            return leaky(y)
        skipped: Tensor = self.skip(self.small(x))
        return leaky(y, gain=1.0) + skipped * sqrt(0.5)


class Discriminator(nn.Module):
    """Residual blocks down to 4 px, then the deviation within groups; classes are judged by projection."""

    def __init__(
        self,
        resolution: Resolution,
        channels: int,
        *,
        base: int = 16384,
        widest: int = 512,
        classes: int = 0,
        group: int = 4,
        residual: bool = True,
    ) -> None:
        super().__init__()
        steps = [channels_at(size, base, widest) for size in reversed(sizes_to(resolution))]
        last = steps[-1]
        self.from_rgb = EqualConv2d(channels, steps[0], 1)
        self.blocks = nn.Sequential(*(DiscriminatorBlock(i, o, residual=residual) for i, o in pairwise(steps)))
        self.stddev = MinibatchStddev(group)
        self.conv = EqualConv2d(last + 1, last, 3)
        self.dense = EqualLinear(last * prod(shapes_to(resolution)[0]), last)
        self.judge = EqualLinear(last, last if classes else 1)
        self.mapping = Mapping(0, last, 8, 1, classes=classes) if classes else None

    def features(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        """(B, C, H, W) -> (B, widest)."""
        x = self.blocks(leaky(self.from_rgb(images)))
        x = leaky(self.conv(self.stddev(x)))
        return leaky(self.dense(x.flatten(1)))

    def forward(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        scores: Tensor = self.judge(self.features(images))
        if self.mapping is None:
            return scores.flatten()
        embedded: Tensor = self.mapping(None, labels)[:, 0]
        return (scores * embedded).sum(dim=1) / sqrt(scores.shape[1])
