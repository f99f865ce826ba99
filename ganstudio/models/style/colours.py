"""Keeping the colours: brightness and colour told apart, as in JPEG (ITU-R BT.601, full range)."""

import torch
from torch import Tensor

_LUMA = (0.299, 0.587, 0.114)


def luma(images: Tensor) -> Tensor:
    """(B, 3, H, W) -> brightness (B, 1, H, W) on the same scale: Y = 0.299 R + 0.587 G + 0.114 B."""
    red, green, blue = _LUMA
    return red * images[:, :1] + green * images[:, 1:2] + blue * images[:, 2:3]


def chroma(images: Tensor) -> Tensor:
    """(B, 3, H, W) -> colour (B, 2, H, W): Cb = (B - Y) / 1.772 and Cr = (R - Y) / 1.402."""
    brightness = luma(images)
    return torch.cat([(images[:, 2:3] - brightness) / 1.772, (images[:, :1] - brightness) / 1.402], 1)


def recoloured(brightness: Tensor, colours: Tensor) -> Tensor:
    """`brightness` (B, 1, H, W) in the colours of `colours` (B, 3, H, W), both in [0, 1].

    Where a brightness cannot be shown in a colour (a bright, deep blue) it gives way; the colour stays.
    """
    offsets = colours - luma(colours)  # R, G, B = Y + offset, whatever Y is
    low, high = -offsets.amin(1, keepdim=True), 1 - offsets.amax(1, keepdim=True)
    return brightness.clamp(low, high) + offsets


def matched(brightness: Tensor, to: Tensor) -> Tensor:
    """`brightness` with mean and deviation of `to`, cut to [0, 1] (Gatys et al. 2016, arXiv 1606.05897, eq. 2)."""
    spread = to.std(correction=0) / brightness.std(correction=0).clamp_min(1e-3)
    return ((brightness - brightness.mean()) * spread + to.mean()).clamp(0, 1)
