"""Variety: are the samples of a grid as different from each other as training images are?"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

THUMB = 8
ALL_THE_SAME = 0.01
"""Mean distance between thumbnails, of a range of 1, below which a data set is one picture many times."""


def thumbnails(images: Tensor) -> Tensor:
    """(N, C, H, W) in [-1, 1] -> (N, C * 64) in [0, 1] on the CPU: what is left of a picture from far away."""
    small = F.adaptive_avg_pool2d(images.float(), THUMB).flatten(1)
    return torch.nan_to_num(small).clamp(-1, 1).cpu() / 2 + 0.5


def solitude(thumbs: Tensor) -> float:
    """The mean distance (root mean square over pixels) from each thumbnail to the one most like it.

    It is zero if every picture has a twin, however many kinds there are: four pictures sixteen times each have a mean
    distance like that of many, but no solitude.
    """
    distances = torch.cdist(thumbs, thumbs, compute_mode="donot_use_mm_for_euclid_dist")
    distances.fill_diagonal_(torch.inf)
    return float(distances.min(1).values.mean() / math.sqrt(thumbs.shape[1]))


def likeness(thumbs: Tensor) -> float:
    """The mean distance between any two thumbnails (root mean square over pixels)."""
    distances = torch.pdist(thumbs)
    return float(distances.mean() / math.sqrt(thumbs.shape[1]))
