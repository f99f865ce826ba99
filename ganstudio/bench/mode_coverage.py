"""Mode collapse where it can be counted: Gaussians in the plane, on a ring or a grid.

A sample is good if it lies within three deviations of a centre; a mode is covered if at least 20 of 2,500 samples
are good ones of its own (Srivastava et al. 2017, Lin et al. 2018 count alike).
"""

from dataclasses import dataclass
from math import cos, pi, sin

import torch
from torch import Tensor

SAMPLES = 2500
LEAST = 20


@dataclass(frozen=True)
class Gaussians:
    """Equally likely Gaussians of one deviation around centres in the plane."""

    name: str
    centres: tuple[tuple[float, float], ...]
    deviation: float

    def sample(self, count: int) -> Tensor:
        """(count, 2), from torch's global random state."""
        centres = torch.tensor(self.centres)
        return centres[torch.randint(len(centres), (count,))] + self.deviation * torch.randn(count, 2)


RING = Gaussians("ring of 8", tuple((cos(pi * n / 4), sin(pi * n / 4)) for n in range(8)), 0.01)
"""Metz et al. 2017, appendix A (radius 2, deviation 0.02), halved, so that points lie within -1 to 1 as images do."""
GRID = Gaussians("grid of 25", tuple((x / 2, y / 2) for x in range(-2, 3) for y in range(-2, 3)), 0.025)
"""Gulrajani et al. 2017, section 3 (1 apart, deviation 0.05), halved likewise."""
TARGETS = (RING, GRID)


@dataclass(frozen=True)
class Coverage:
    """What a generator covers."""

    modes: int
    good: float
    """Share of the samples that are good, 0 to 1."""


def coverage(points: Tensor, target: Gaussians) -> Coverage:
    """points: (N, 2). The least number that covers a mode goes with N."""
    distance, nearest = torch.cdist(points.float(), torch.tensor(target.centres)).min(dim=1)
    good = distance <= 3 * target.deviation
    counts = torch.bincount(nearest[good], minlength=len(target.centres))
    least = max(1, round(LEAST * len(points) / SAMPLES))
    return Coverage(int((counts >= least).sum()), float(good.float().mean()))
