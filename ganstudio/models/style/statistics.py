"""What a style is: how often features occur and together, wherever in the picture that is.

Gatys et al. 2015 (arXiv 1508.06576) compare Gram matrices, G = F F^T / n over the n places of a layer; mean and
covariance (Li et al. 2017, arXiv 1701.01036) tell the average of a feature from its variation.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor

Statistic = tuple[Tensor, ...]
"""The numbers that stand for the style at one tap, (B, ...) each."""


class Measure(Protocol):
    """The statistic of features (B, C, h, w), each place counted as `weight` (B or 1, 1, h, w) says; None: alike."""

    def __call__(self, features: Tensor, weight: Tensor | None = None) -> Statistic: ...


def gram(features: Tensor, weight: Tensor | None = None) -> Statistic:
    """G = sum_p w_p f_p f_p^T / sum_p w_p, (B, C, C)."""
    flat, share = _flat(features, weight)
    return ((flat * share) @ flat.mT,)


def moments(features: Tensor, weight: Tensor | None = None) -> Statistic:
    """Mean m = sum_p w_p f_p, (B, C, 1), and covariance sum_p w_p (f_p - m)(f_p - m)^T, (B, C, C); sum_p w_p = 1."""
    flat, share = _flat(features, weight)
    mean = (flat * share).sum(2, keepdim=True)
    centred = flat - mean
    return mean, (centred * share) @ centred.mT


MEASURES: Mapping[str, Measure] = {"gram": gram, "moments": moments}


def _flat(features: Tensor, weight: Tensor | None) -> tuple[Tensor, Tensor]:
    """(B, C, n), and the share of each place, (B or 1, 1, n), which add up to 1."""
    flat = features.flatten(2)
    if weight is None:
        return flat, flat.new_full((1, 1, flat.shape[2]), 1 / flat.shape[2])
    rows = weight.flatten(2)
    return flat, rows / rows.sum(2, keepdim=True).clamp_min(1e-6)


def difference(ours: Statistic, wanted: Statistic) -> Tensor:
    """The squares of all differences, added up: a scalar, the mean over the pictures of a batch."""
    parts = [(mine - theirs).square().flatten(1).sum(1).mean() for mine, theirs in zip(ours, wanted, strict=True)]
    return torch.stack(parts).sum()


def start_of(errors: Sequence[Tensor], wanted: Sequence[Statistic]) -> list[Tensor]:
    """What errors are divided by: their first values, but not next to nothing where a picture has the style already."""
    sizes = [torch.stack([part.square().sum() for part in statistic]).sum() for statistic in wanted]
    return [torch.maximum(error, 1e-6 * size) for error, size in zip(errors, sizes, strict=True)]


def mixed(statistics: Sequence[Sequence[Statistic]], shares: Sequence[float]) -> list[Statistic]:
    """Several styles (each a statistic at every tap) as one: sum_s w_s T_s with sum_s w_s = 1.

    For squares, sum_s w_s |G - T_s|^2 = |G - sum_s w_s T_s|^2 + constant: to come near the mixture is to come near all
    of them, and the error can become 0.
    """
    total = sum(shares)
    blended = []
    for each in zip(*statistics, strict=True):  # the styles at one tap
        parts = zip(*each, strict=True)
        blended.append(tuple(sum(part * (w / total) for part, w in zip(ps, shares, strict=True)) for ps in parts))
    return blended


def content_difference(ours: Tensor, wanted: Tensor) -> Tensor:
    """Mean square difference of two layers' features over the variance of the wanted ones: 0 alike, 2 unrelated."""
    return F.mse_loss(ours, wanted) / wanted.var(correction=0).clamp_min(1e-12)
