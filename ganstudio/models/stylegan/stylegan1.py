"""The first StyleGAN's generator: Karras et al. 2019 (arXiv 1812.04948). Its discriminator is the progressive one."""

from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.resolution import Resolution, Shape
from ganstudio.models.adversarial.layers import EqualConv2d, EqualLinear
from ganstudio.models.progan.networks import Growing, doubled, enlarged_to
from ganstudio.models.stylegan.mapping import Blur, Mapping, NoiseInput, StyledGenerator, leaky
from ganstudio.models.stylegan.stylegan2 import channels_at, shapes_to, sizes_to


class AdaIN(nn.Module):
    """Each feature map brought to mean 0 and deviation 1, then scaled and shifted by the style (their equation 1)."""

    def __init__(self, channels: int, w_dim: int) -> None:
        super().__init__()
        self.style = EqualLinear(w_dim, 2 * channels)

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        scale, shift = self.style(w).to(x.dtype)[:, :, None, None].chunk(2, dim=1)
        styled: Tensor = F.instance_norm(x) * (scale + 1) + shift
        return styled


class Epilogue(nn.Module):
    """What follows every convolution: noise, bias, leaky ReLU, AdaIN."""

    def __init__(self, channels: int, shape: Shape, w_dim: int) -> None:
        super().__init__()
        self.noise = NoiseInput(shape, channels)
        self.bias = nn.Parameter(torch.zeros(channels))
        self.adain = AdaIN(channels, w_dim)

    def forward(self, x: Tensor, w: Tensor, noise: str) -> Tensor:
        x = leaky(self.noise(x, noise) + self.bias.to(x.dtype)[:, None, None])
        normed: Tensor = self.adain(x, w)
        return normed


class StyleBlock(nn.Module):
    """One resolution: the first from a constant, else from the one before, doubled and blurred."""

    def __init__(self, inputs: int, outputs: int, shape: Shape, w_dim: int, *, up: bool) -> None:
        super().__init__()
        self.start = None if up else nn.Parameter(torch.ones(1, outputs, *shape))
        self.enlarging = EqualConv2d(inputs, outputs, 3, bias=False) if up else None
        self.blur = Blur((1, 1, 1, 1), taps=(1, 2, 1))
        self.keeping = EqualConv2d(outputs, outputs, 3, bias=False)
        self.after = nn.ModuleList([Epilogue(outputs, shape, w_dim) for _ in range(2)])

    def forward(self, x: Tensor, ws: Tensor, noise: str) -> Tensor:
        """ws: (B, 2, w_dim)."""
        if self.start is not None:
            x = self.start.expand(ws.shape[0], -1, -1, -1)
        elif self.enlarging is not None:
            x = self.blur(self.enlarging(doubled(x)))
        x = self.keeping(self.after[0](x, ws[:, 0], noise))
        output: Tensor = self.after[1](x, ws[:, 1], noise)
        return output


class Generator(StyledGenerator, Growing):
    """A constant, and a style and noise for each of the two layers of every resolution; grows as ProGAN does."""

    def __init__(
        self, latent: int, resolution: Resolution, channels: int, *, base: int, widest: int, w_dim: int, layers: int
    ) -> None:
        shapes = shapes_to(resolution)
        Growing.__init__(self)
        self.shape = shapes[-1]
        self.mapping = Mapping(latent, w_dim, layers, 2 * len(shapes))
        self.num_ws = 2 * len(shapes)
        self.register_buffer("w_avg", torch.zeros(w_dim))
        steps = [channels_at(size, base, widest) for size in sizes_to(resolution)]
        self.blocks = nn.ModuleList(
            StyleBlock(inputs, outputs, shape, w_dim, up=number > 0)
            for number, (shape, (inputs, outputs)) in enumerate(zip(shapes, pairwise([steps[0], *steps]), strict=True))
        )
        self.to_rgb = nn.ModuleList(EqualConv2d(step, channels, 1) for step in steps)

    def synthesis(self, ws: Tensor, noise: str = "const") -> Tensor:
        stage, share = self.stage
        x = before = ws.new_zeros(0)
        for number, block in enumerate(self.blocks[: stage + 1]):
            before, x = x, block(x, ws[:, 2 * number : 2 * number + 2], noise)
        image: Tensor = self.to_rgb[stage](x)
        if share < 1.0:
            image = torch.lerp(doubled(self.to_rgb[stage - 1](before)), image, share)
        return image if self.training else enlarged_to(image, self.shape)
