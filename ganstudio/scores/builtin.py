"""Features that need no download: where which colour is, which way edges run, and how much detail there is.

How far they can be trusted: they see blur, noise, wrong colours, missing kinds of images and collapse, and put them in
the right order on photographs and on small grey pictures (resources/docs/scores.md has the table). They do not know
what things are: a face with three eyes looks fine to them. Good for watching one run and for choosing its best
checkpoint; for a number to publish take Inception v3.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

SIDE = 32
ORIENTATIONS = 8


class Builtin(nn.Module):
    """(B, 3, 32, 32) in 0..1 -> 348 numbers, all of them fixed by this file; there are no weights and no classes."""

    luminance: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("luminance", torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1))

    def forward(self, images: Tensor) -> tuple[Tensor, None]:
        features = [F.adaptive_avg_pool2d(images, 4).flatten(1)]  # 48: where which colour is
        level = (images * self.luminance).sum(1, keepdim=True)  # (B, 1, 32, 32), then half of that, twice
        for cells in (4, 4, 2):
            smaller = F.avg_pool2d(_smoothed(level), 2)
            detail = level - F.interpolate(smaller, scale_factor=2, mode="bilinear", align_corners=False)
            features.append(0.5 * _pooled(_edges(level), cells))  # 8 orientations in each cell
            features.append(_pooled(detail.abs(), 2))
            level = smaller
        return torch.cat(features, 1), None


def _edges(level: Tensor) -> Tensor:
    """(B, 1, H, W) -> (B, 8, H, W): how strong the edge is that faces each way."""
    wide, tall = F.pad(level, (1, 1, 0, 0), mode="replicate"), F.pad(level, (0, 0, 1, 1), mode="replicate")
    across, down = wide[..., 2:] - wide[..., :-2], tall[..., 2:, :] - tall[..., :-2, :]
    strength, angle = (across.square() + down.square()).sqrt(), torch.atan2(down, across)
    ways = torch.arange(ORIENTATIONS, device=level.device).view(1, -1, 1, 1) * (2 * math.pi / ORIENTATIONS)
    return strength * torch.cos(angle - ways).clamp_min(0).pow(4)


def _smoothed(level: Tensor) -> Tensor:
    """A Gaussian of one pixel, in both directions."""
    weights = torch.exp(-torch.arange(-2.0, 3.0, device=level.device).square() / 2)
    weights = weights / weights.sum()
    padded = F.pad(level, (2, 2, 2, 2), mode="reflect")
    return F.conv2d(F.conv2d(padded, weights.view(1, 1, 5, 1)), weights.view(1, 1, 1, 5))


def _pooled(maps: Tensor, cells: int) -> Tensor:
    """Means over a grid of cells; the root makes weak and strong textures comparable."""
    return F.adaptive_avg_pool2d(maps, cells).clamp_min(0).sqrt().flatten(1)
