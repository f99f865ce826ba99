"""How near a picture is to the one that it should be: PSNR and SSIM, in colour and of the luma alone.

(B, C, H, W) in [0, 1], rounded to 8 bits, with a border left out, as papers on super-resolution measure.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

WINDOW, SIGMA = 11, 1.5
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""Constants of SSIM (Wang et al. 2004, section III.B)."""


def prepared(pictures: Tensor, border: int) -> Tensor:
    """0 to 255, rounded, in double precision, without `border` pixels on each side."""
    whole = pictures.double().clamp(0, 1).mul(255).round()
    return whole[..., border : whole.shape[-2] - border, border : whole.shape[-1] - border]


def luma(pictures: Tensor) -> Tensor:
    """(B, 3, H, W) in [0, 1] -> (B, 1, H, W): Y of ITU-R BT.601, 16 to 235 of 255; grey stays as it is."""
    if pictures.shape[1] == 1:
        return pictures
    weights = pictures.new_tensor((65.481, 128.553, 24.966)).view(1, 3, 1, 1)
    return ((pictures * weights).sum(1, keepdim=True) + 16) / 255


def psnr(ours: Tensor, wanted: Tensor, border: int = 0) -> Tensor:
    """(B,) in dB, 10 log10(255^2 / MSE); 100 for equal pictures."""
    errors = (prepared(ours, border) - prepared(wanted, border)).square().mean((1, 2, 3))
    return (10 * torch.log10(255**2 / errors.clamp_min(1e-12))).clamp_max(100)


def ssim(ours: Tensor, wanted: Tensor, border: int = 0) -> Tensor:
    """(B,), 1 for equal pictures: the mean over places and channels, windows that lie inside alone."""
    a, b = prepared(ours, border), prepared(wanted, border)
    places = torch.arange(WINDOW, dtype=a.dtype, device=a.device) - WINDOW // 2
    line = torch.exp(-places.square() / (2 * SIGMA**2))
    line = line / line.sum()

    def mean(pictures: Tensor) -> Tensor:
        """Across and then down, each channel by itself: a tenth of the time of one kernel of 11 x 11."""
        each = F.conv2d(pictures.flatten(0, 1)[:, None], line.view(1, 1, 1, -1))
        down: Tensor = F.conv2d(each, line.view(1, 1, -1, 1))
        return down.view(*pictures.shape[:2], *down.shape[2:])

    mean_a, mean_b = mean(a), mean(b)
    variances = mean(a * a) - mean_a**2 + mean(b * b) - mean_b**2
    covariance = mean(a * b) - mean_a * mean_b
    places_alike = (2 * mean_a * mean_b + C1) * (2 * covariance + C2)
    alike: Tensor = places_alike / ((mean_a**2 + mean_b**2 + C1) * (variances + C2))
    return alike.mean((1, 2, 3))
