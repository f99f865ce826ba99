"""ADA, adaptive discriminator augmentation: Karras et al. 2020 (arXiv 2006.06676), the pipe called 'bgc' there.

Each change strikes an image with probability p, and p follows how sure the discriminator is of the reals it sees:
too sure means that it knows them by heart, and p rises. At p = 0 every image comes through bit for bit.
"""

from collections.abc import Mapping
from math import pi, sqrt
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.models.adversarial.augment import shifted

INTERVAL = 4
"""Steps between two corrections of p."""
MOST = 0.8
"""Above it the generator begins to draw the changes."""
SYM6 = (
    0.015404109327027373, 0.0034907120842174702, -0.11799011114819057, -0.048311742585633, 0.4910559419267466,
    0.787641141030194, 0.3379294217276218, -0.07263752278646252, -0.021060292512300564, 0.04472490177066578,
    0.0017677118642428036, -0.007800708325034148,
)  # fmt: skip
"""Daubechies' symlet of 12 taps, the low-pass filter around the geometric changes."""


class AdaptiveAugment:
    """The pipe of changes, and the controller of their probability p."""

    def __init__(self, batch: int, *, target: float = 0.6, kimg: float = 500.0, colour: bool = True) -> None:
        """`target`: the mean sign of D(x) to hold. `kimg`: thousand images in which p could go from 0 to 1. `colour`:
        with changes of colour, which many images can do without."""
        self.target = target
        self.colour = colour
        self.change = batch * INTERVAL / (kimg * 1000.0)
        self.p = torch.zeros(())
        self._signs = torch.zeros(())

    def __call__(self, images: Tensor) -> Tensor:
        self.p = self.p.to(images.device)
        moved = warped(blitted(images, self.p), self.p)
        return recoloured(moved, self.p) if self.colour else moved

    def learn(self, real_logits: Tensor, step: int) -> dict[str, Tensor]:
        """Collect the signs, and move p by `change` every fourth step (their section 3.2, r_t)."""
        self._signs = self._signs.to(real_logits.device) + real_logits.sign().float().mean()
        values = {"ADA p": self.p.to(real_logits.device)}
        if (step + 1) % INTERVAL == 0:
            sure = self._signs / INTERVAL
            self.p = (values["ADA p"] + (sure - self.target).sign() * self.change).clamp(0.0, MOST)
            self._signs = torch.zeros_like(sure)
        return values

    def state(self) -> dict[str, Any]:
        return {"p": self.p, "signs": self._signs}

    def restore(self, state: Mapping[str, Any]) -> None:
        self.p, self._signs = state["p"].clone(), state["signs"].clone()


def _struck(count: int, p: Tensor) -> Tensor:
    """True with probability p, for each image: (B,)."""
    return torch.rand(count, device=p.device) < p


def _where(struck: Tensor, changed: Tensor, images: Tensor) -> Tensor:
    return torch.where(struck[:, None, None, None], changed, images)


# Pixels moved, none computed ----------------------------------------------------------------------------------------


def blitted(images: Tensor, p: Tensor) -> Tensor:
    """Mirrored, turned by quarters, moved by whole pixels: exact permutations (but for the borders)."""
    count, (height, width) = len(images), images.shape[2:]
    images = _where(_struck(count, p) & (torch.rand(count, device=p.device) < 0.5), images.flip(3), images)
    quarters = torch.randint(0, 4, (count,), device=p.device) * _struck(count, p)
    for turns in (1, 2, 3) if height == width else (2,):  # what is no square fits itself turned by a half alone
        images = _where(quarters == turns, images.rot90(turns, (2, 3)), images)
    most = max(1, round(min(height, width) / 8))
    shift = torch.randint(-most, most + 1, (2, count), device=p.device) * _struck(count, p)
    return shifted(images, shift, most, "reflect")


# Geometry -----------------------------------------------------------------------------------------------------------


def warped(images: Tensor, p: Tensor) -> Tensor:
    """Scaled, turned, stretched and moved by fractions, between a twofold upsampling and its reverse."""
    matrix, struck = geometry(len(images), p)
    if images.shape[2] != images.shape[3]:  # coordinates from -1 to 1 are longer along one side: turns keep angles
        long = images.shape[3] / images.shape[2]
        matrix = _scaled(1 / long, matrix) @ _scaled(long, torch.eye(3, device=p.device)[None])
    large = upsampled(images)
    grid = F.affine_grid(matrix[:, :2], list(large.shape), align_corners=False).to(large.dtype)
    moved = F.grid_sample(large, grid, mode="bilinear", padding_mode="reflection", align_corners=False)
    return _where(struck, downsampled(moved), images)


def _scaled(factor: float, matrix: Tensor) -> Tensor:
    """What comes out across times `factor`: (B, 3, 3)."""
    return torch.tensor([factor, 1.0, 1.0], device=matrix.device)[:, None] * matrix


def geometry(count: int, p: Tensor) -> tuple[Tensor, Tensor]:
    """Where each pixel of the result comes from, in coordinates from -1 to 1: (B, 3, 3), and whom it strikes."""
    # Two turns, one on either side of the stretching, together strike with probability p.
    p_turn = 1 - (1 - p).clamp_min(0).sqrt()
    strikes = [_struck(count, probability) for probability in (p, p_turn, p, p_turn, p)]
    scale = _log_normal(count, 0.2, strikes[0])
    stretch = _log_normal(count, 0.2, strikes[2])
    across, down = (0.25 * torch.randn(count, device=p.device) * strikes[4] for _ in range(2))  # 0.125 of the size
    ones, zeros = torch.ones_like(scale), torch.zeros_like(scale)
    matrix = _matrix([[1 / scale, zeros, zeros], [zeros, 1 / scale, zeros], [zeros, zeros, ones]])
    matrix = matrix @ _turn(count, strikes[1])
    matrix = matrix @ _matrix([[1 / stretch, zeros, zeros], [zeros, stretch, zeros], [zeros, zeros, ones]])
    matrix = matrix @ _turn(count, strikes[3])
    matrix = matrix @ _matrix([[ones, zeros, across], [zeros, ones, down], [zeros, zeros, ones]])
    return matrix, torch.stack(strikes).any(dim=0)


def _log_normal(count: int, deviation: float, struck: Tensor) -> Tensor:
    """2 to the power of N(0, deviation) where struck, else 1."""
    return torch.exp2(deviation * torch.randn(count, device=struck.device) * struck)


def _turn(count: int, struck: Tensor) -> Tensor:
    angle = (torch.rand(count, device=struck.device) * 2 - 1) * pi * struck
    cos, sin, zero = angle.cos(), angle.sin(), torch.zeros_like(angle)
    return _matrix([[cos, -sin, zero], [sin, cos, zero], [zero, zero, torch.ones_like(angle)]])


def _matrix(rows: list[list[Tensor]]) -> Tensor:
    return torch.stack([torch.stack(row, dim=1) for row in rows], dim=1)


def _filter(images: Tensor) -> Tensor:
    """The low-pass as a convolution's weight for each channel: (C, 1, 1, 12), summing to 1."""
    taps = torch.tensor(SYM6, device=images.device, dtype=images.dtype)
    return (taps / taps.sum()).expand(images.shape[1], 1, 1, -1)


def upsampled(images: Tensor) -> Tensor:
    """Twice the size. With `downsampled` behind it the identity: a symlet is orthogonal to its even shifts."""
    taps, channels = _filter(images) * 2, images.shape[1]
    large = F.pad(images, [3, 3, 3, 3], mode="reflect")
    large = F.conv_transpose2d(large, taps, stride=(1, 2), groups=channels)[..., 11:-11]
    return F.conv_transpose2d(large, taps.mT, stride=(2, 1), groups=channels)[:, :, 11:-11]


def downsampled(images: Tensor) -> Tensor:
    taps, channels = _filter(images), images.shape[1]
    images = F.pad(images, [5, 5, 5, 5], mode="reflect")
    images = F.conv2d(images, taps, stride=(1, 2), groups=channels)
    return F.conv2d(images, taps.mT, stride=(2, 1), groups=channels)


# Colour -------------------------------------------------------------------------------------------------------------


def recoloured(images: Tensor, p: Tensor) -> Tensor:
    """Brighter, with more contrast, luma turned over, hue turned, more saturated; grey images take the first three."""
    count, channels = images.shape[:2]
    strikes = [_struck(count, p) for _ in range(5)]
    brightness = 0.2 * torch.randn(count, device=p.device) * strikes[0]
    contrast = _log_normal(count, 0.5, strikes[1])
    flipped = (torch.rand(count, device=p.device) < 0.5) & strikes[2]
    hue = (torch.rand(count, device=p.device) * 2 - 1) * pi * strikes[3]
    saturation = _log_normal(count, 1.0, strikes[4])
    if channels == 1:
        sign = (contrast * torch.where(flipped, -1.0, 1.0))[:, None, None, None]
        changed, strikes = (images + brightness[:, None, None, None]) * sign, strikes[:3]
    else:
        turn = _colour_turn(flipped, hue, saturation) * contrast[:, None, None]  # (B, 3, 3)
        changed = _turned(images, turn.to(images.dtype), brightness[:, None, None, None])
    return _where(torch.stack(strikes).any(dim=0), changed.to(images.dtype), images)


def _turned(images: Tensor, turn: Tensor, brightness: Tensor) -> Tensor:
    """turn (c + brightness) for each colour c; of colours weighted by alpha a the same of (c + 1) a, alpha stays."""
    if images.shape[1] == 3:
        return torch.einsum("bij,bjhw->bihw", turn, images + brightness)
    alpha = (images[:, 3:] + 1) / 2
    lit = images[:, :3] + 1 + alpha * (brightness - 1)
    return torch.cat([torch.einsum("bij,bjhw->bihw", turn, lit) + alpha - 1, images[:, 3:]], 1)


def _colour_turn(flipped: Tensor, hue: Tensor, saturation: Tensor) -> Tensor:
    """In RGB around the grey axis v: luma sign, rotation by the hue, chroma times the saturation: (B, 3, 3)."""
    v = torch.full((3,), 1 / sqrt(3), device=hue.device)
    grey = torch.outer(v, v)
    cross = torch.tensor([[0.0, -1.0, 1.0], [1.0, 0.0, -1.0], [-1.0, 1.0, 0.0]], device=hue.device) / sqrt(3)
    chroma = torch.eye(3, device=hue.device) - grey
    turned = hue.cos()[:, None, None] * chroma + hue.sin()[:, None, None] * cross  # Rodrigues, off the axis
    return torch.where(flipped, -1.0, 1.0)[:, None, None] * grey + saturation[:, None, None] * turned
