"""How well pictures are enlarged: small ones brought back, beside bicubic and Lanczos, against the originals."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from ganstudio.core.pixels import to_pixels
from ganstudio.scores.fidelity import luma, psnr, ssim
from ganstudio.scores.perceptual_taps import PerceptualTaps

PLAIN = {"bicubic": Image.Resampling.BICUBIC, "Lanczos": Image.Resampling.LANCZOS}
"""The ways that every picture viewer knows."""


class Pair(NamedTuple):
    """(1, C, h, w) and (1, C, scale h, scale w) in [0, 1]."""

    small: Tensor
    large: Tensor
    name: str = ""


@dataclass(frozen=True)
class Quality:
    """Of one picture, or the mean over several. RGB and Y leave out a border as wide as the scale."""

    psnr: float
    ssim: float
    psnr_y: float
    ssim_y: float
    perceptual: float
    """nan without a network to see with."""
    colour_shift: float
    """By how much the mean of the channel that is furthest off differs, of 255."""
    pattern: float
    """How unevenly errors lie within squares of scale x scale pixels, of 255: a chequered pattern shows here."""
    brightness: float
    """Mean of the picture, 0 to 1."""


def mean_quality(each: Sequence[Quality]) -> Quality:
    names = [field.name for field in fields(Quality)]
    return Quality(**{name: sum(getattr(quality, name) for quality in each) / len(each) for name in names})


@torch.no_grad()
def quality_of(ours: Tensor, pair: Pair, eyes: PerceptualTaps | None = None) -> Quality:
    """`ours`: (1, C, H, W) in [0, 1]; what lies outside is cut."""
    ours, large = ours.float().clamp(0, 1).cpu(), pair.large.float().cpu()
    scale = large.shape[-1] // pair.small.shape[-1]
    seen = math.nan
    if eyes is not None:
        weight = next(eyes.layers.parameters())
        seen = float(eyes.distance(ours.to(weight.device), large.to(weight.device)))
    return Quality(
        psnr=float(psnr(ours, large, scale)),
        ssim=float(ssim(ours, large, scale)),
        psnr_y=float(psnr(luma(ours), luma(large), scale)),
        ssim_y=float(ssim(luma(ours), luma(large), scale)),
        perceptual=seen,
        colour_shift=float((ours - large).mean((0, 2, 3)).abs().max()) * 255,
        pattern=_pattern(luma(ours) - luma(large), scale),
        brightness=float(ours.mean()),
    )


def _pattern(errors: Tensor, scale: int) -> float:
    """The deviation of the mean error at each place of a square: 0 where errors do not know the grid."""
    height, width = (side // scale * scale for side in errors.shape[2:])
    squares = errors[..., :height, :width].reshape(-1, height // scale, scale, width // scale, scale)
    return float(squares.mean((0, 1, 3)).std(correction=0)) * 255


def enlarged_plainly(small: Tensor, scale: int, way: str) -> Tensor:
    """(1, C, h, w) in [0, 1] -> (1, C, scale h, scale w), by Pillow, in 8 bits."""
    pixels = to_pixels(small * 2 - 1)[0]
    size = pixels.shape[1] * scale, pixels.shape[0] * scale
    large = Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels).resize(size, PLAIN[way])
    numbers = np.array(large).reshape(size[1], size[0], -1)
    return torch.from_numpy(numbers).permute(2, 0, 1)[None].float() / 255


class Enlargements:
    """The same pairs every time, and how the plain ways do on them."""

    def __init__(self, pairs: Sequence[Pair], eyes: PerceptualTaps | None = None) -> None:
        self.pairs, self.eyes = list(pairs), eyes
        self.scale = self.pairs[0].large.shape[-1] // self.pairs[0].small.shape[-1]
        self.plain: dict[str, Quality] = {
            way: mean_quality(self.each(lambda small, way=way: enlarged_plainly(small, self.scale, way)))  # type: ignore[misc]
            for way in PLAIN
        }

    def each(self, enlarge: Callable[[Tensor], Tensor]) -> list[Quality]:
        """One for each pair."""
        return [quality_of(enlarge(pair.small), pair, self.eyes) for pair in self.pairs]

    def worst_first(self, each: Sequence[Quality]) -> list[int]:
        """Places of the pairs, those that are seen to be furthest off first; without a network by PSNR."""
        by_eye = self.eyes is not None
        return sorted(range(len(each)), key=lambda at: -each[at].perceptual if by_eye else each[at].psnr)
