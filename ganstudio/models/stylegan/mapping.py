"""What the style-based generators share: the mapping from z to w, its mean, truncation, and filters."""

from abc import ABC, abstractmethod
from itertools import pairwise
from math import sqrt

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.models.adversarial.layers import EqualLinear, PixelNorm

GAIN = sqrt(2.0)
"""What a leaky ReLU of slope 0.2 takes from a normal signal's size, given back."""
KEEP = 0.995
"""How much of the mean of w a step keeps."""


def leaky(x: Tensor, gain: float = GAIN) -> Tensor:
    return F.leaky_relu(x, 0.2) * gain


class Mapping(nn.Module):
    """z (B, latent), and labels (B,) with classes, -> w (B, num_ws, width), the same for every layer.

    Eight fully connected layers in the papers, learning a hundred times slower than the rest.
    """

    def __init__(
        self, latent: int, width: int, layers: int, num_ws: int, *, classes: int = 0, lr: float = 0.01
    ) -> None:
        super().__init__()
        self.num_ws = num_ws
        self.norm = PixelNorm()
        self.embed = EqualLinear(classes, width) if classes else None
        inputs = latent + (width if classes else 0)
        sizes = [inputs, *[width] * layers]
        self.layers = nn.ModuleList(EqualLinear(i, o, lr=lr) for i, o in pairwise(sizes))

    def forward(self, z: Tensor | None, labels: Tensor | None = None) -> Tensor:
        parts = [] if z is None else [self.norm(z.float())]
        if self.embed is not None:
            assert labels is not None, "a conditional generator needs labels"
            one_hot = F.one_hot(labels, self.embed.weight.shape[1]).float()
            parts.append(self.norm(self.embed(one_hot)))
        w = torch.cat(parts, dim=1)
        for layer in self.layers:
            w = leaky(layer(w))
        return w[:, None].expand(-1, self.num_ws, -1)


class StyledGenerator(nn.Module, ABC):
    """z -> mapping -> w -> synthesis -> images. Every style-based generator can be used through these."""

    w_avg: Tensor
    """(w_dim,): the mean of w over what training has drawn."""

    def __init__(self, mapping: Mapping, w_dim: int) -> None:
        super().__init__()
        self.mapping = mapping
        self.num_ws = mapping.num_ws
        self.register_buffer("w_avg", torch.zeros(w_dim))

    @abstractmethod
    def synthesis(self, ws: Tensor, noise: str = "const") -> Tensor:
        """ws (B, num_ws, w_dim) -> (B, C, H, W). noise: 'const' (the same always), 'random', 'none'."""

    def forward(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        """z (B, latent) -> (B, C, H, W) in about [-1, 1]; with fresh noise only while training."""
        return self.synthesis(self.mapping(z, labels), "random" if self.training else "const")

    @torch.no_grad()
    def track(self, ws: Tensor) -> None:
        """Move the mean of w towards this batch's."""
        self.w_avg.copy_(torch.lerp(ws[:, 0].float().mean(dim=0), self.w_avg, KEEP))

    def truncate(self, ws: Tensor, psi: float, cutoff: int | None = None) -> Tensor:
        """w' = w_avg + psi (w - w_avg) in the first `cutoff` layers (all for None): Karras et al. 2019, appendix B."""
        near = torch.lerp(self.w_avg.to(ws.dtype).expand_as(ws), ws, psi)
        return near if cutoff is None else torch.cat([near[:, :cutoff], ws[:, cutoff:]], dim=1)


# Filters ------------------------------------------------------------------------------------------------------------


class Blur(nn.Module):
    """The low-pass `taps` in both directions, with borders of `pad` and a stride; keeps a constant as it is."""

    def __init__(
        self, pad: tuple[int, int, int, int], stride: int = 1, gain: float = 1.0, taps: tuple[int, ...] = (1, 3, 3, 1)
    ) -> None:
        super().__init__()
        self.pad, self.stride = pad, stride
        self.register_buffer("kernel", separable(taps) * gain, persistent=False)
        self.kernel: Tensor

    def forward(self, x: Tensor) -> Tensor:
        weight = self.kernel.to(x.dtype).expand(x.shape[1], 1, -1, -1)
        return F.conv2d(F.pad(x, self.pad), weight, stride=self.stride, groups=x.shape[1])


class Enlarge(nn.Module):
    """Twice the size by [1, 3, 3, 1]: (B, C, H, W) -> (B, C, 2H, 2W)."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("kernel", separable((1, 3, 3, 1)) * 4, persistent=False)
        self.kernel: Tensor

    def forward(self, x: Tensor) -> Tensor:
        weight = self.kernel.to(x.dtype).expand(x.shape[1], 1, -1, -1)
        return F.conv_transpose2d(x, weight, stride=2, padding=1, groups=x.shape[1])


def separable(taps: tuple[int, ...]) -> Tensor:
    """`taps` times themselves, summing to 1: (n, n)."""
    line = torch.tensor(taps, dtype=torch.float32) / sum(taps)
    return torch.outer(line, line)


class NoiseInput(nn.Module):
    """Noise of one number for each pixel, times a learned strength that starts at 0."""

    def __init__(self, shape: tuple[int, int], channels: int = 1) -> None:
        """`channels`: strengths, one for all channels (StyleGAN2) or one for each (StyleGAN)."""
        super().__init__()
        self.strength = nn.Parameter(torch.zeros(channels) if channels > 1 else torch.zeros([]))
        self.register_buffer("const", torch.randn(*shape))
        self.const: Tensor

    def forward(self, x: Tensor, noise: str) -> Tensor:
        if noise == "none":
            return x
        fresh = noise == "random"
        drawn = (
            torch.randn(len(x), 1, *x.shape[2:], device=x.device, dtype=x.dtype) if fresh else self.const.to(x.dtype)
        )
        return x + drawn * self.strength.to(x.dtype).reshape(-1, 1, 1)
