"""What nearest neighbours say: improved precision and recall, density and coverage, and how near a copy is.

Features (N, d), distances in float64 and in blocks of rows: the matrix of all distances never exists at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

ROWS = 512
"""Rows of the distance matrix that exist at a time."""


@dataclass(frozen=True)
class PrecisionRecall:
    precision: float
    """Share of the samples that lie where real images are: quality."""
    recall: float
    """Share of the real images that lie where samples are: variety."""


@dataclass(frozen=True)
class DensityCoverage:
    density: float
    """Around how many real images a sample lies, against what is expected; may be above 1."""
    coverage: float
    """Share of the real images that have a sample nearby."""


def precision_recall(real: Tensor, fake: Tensor, k: int = 3) -> PrecisionRecall:
    """Kynkäänniemi et al. 2019 (arXiv 1904.06991): inside the balls that reach to each row's k-th neighbour."""
    return PrecisionRecall(_share_inside(fake, real, k), _share_inside(real, fake, k))


def _share_inside(rows: Tensor, support: Tensor, k: int) -> float:
    """The share of `rows` that lie in at least one ball around a row of `support`."""
    radii = radii_to_neighbour(support, k)
    inside = sum(int((part <= radii).any(1).sum()) for part in squared_distances(rows, support))
    return inside / len(rows)


def density_coverage(real: Tensor, fake: Tensor, k: int = 5) -> DensityCoverage:
    """Naeem et al. 2020 (arXiv 2002.09797): balls around real images only, so that odd samples do no harm."""
    radii = radii_to_neighbour(real, k)
    hits = 0
    covered = torch.zeros(len(real), dtype=torch.bool, device=real.device)
    for part in squared_distances(fake, real):
        inside = part < radii
        hits += int(inside.sum())
        covered |= inside.any(0)
    return DensityCoverage(hits / (k * len(fake)), float(covered.double().mean()))


def radii_to_neighbour(features: Tensor, k: int) -> Tensor:
    """The squared distance of each row to its k-th nearest other row: (N,).

    Raises:
        ValueError: there are not more than k rows.
    """
    if len(features) <= k:
        raise ValueError(f"These scores look at {k} neighbours, so they need more than {k} images.")
    radii = []
    for start, part in zip(range(0, len(features), ROWS), squared_distances(features, features), strict=True):
        own = torch.arange(start, start + len(part), device=part.device)
        part[own - start, own] = torch.inf  # a row is not its own neighbour, whatever rounding says
        radii.append(part.topk(k, dim=1, largest=False).values[:, -1])  # eight times as fast as kthvalue
    return torch.cat(radii)


def nearest(rows: Tensor, among: Tensor) -> tuple[Tensor, Tensor]:
    """For each row the distance to the nearest row of `among`, and which one that is: (N,) and (N,)."""
    pairs = [part.min(1) for part in squared_distances(rows, among)]
    return torch.cat([pair.values for pair in pairs]).sqrt(), torch.cat([pair.indices for pair in pairs])


def squared_distances(rows: Tensor, columns: Tensor) -> Iterator[Tensor]:
    """The matrix of squared distances (N, M), `ROWS` rows at a time."""
    middle = columns.mean(0, dtype=torch.float64)  # distances near the origin lose fewer digits
    against = columns.double() - middle
    lengths = against.square().sum(1)
    for part in rows.split(ROWS):
        block = part.double() - middle
        yield (block.square().sum(1, keepdim=True) + lengths - 2 * block @ against.T).clamp_min(0)
