"""The networks of CUT (Park et al. 2020, arXiv 2007.15651) beside CycleGAN's: projections of single places."""

from collections.abc import Sequence

import torch.nn.functional as F
from torch import Tensor, nn


class Projections(nn.Module):
    """For each depth that features are taken from, two layers that turn those of one place into a unit vector."""

    def __init__(self, channels: Sequence[int], width: int = 256) -> None:
        super().__init__()
        self.each = nn.ModuleList(
            nn.Sequential(nn.Linear(inputs, width), nn.ReLU(), nn.Linear(width, width)) for inputs in channels
        )
        for layer in self.modules():
            if isinstance(layer, nn.Linear):
                nn.init.normal_(layer.weight, std=0.02)
                nn.init.zeros_(layer.bias)

    def forward(self, features: Sequence[Tensor], places: Sequence[Tensor]) -> list[Tensor]:
        """Features (B, C, H, W) by depth, and which of the H * W places to look at -> (B, places, width) by depth."""
        sampled = [
            feature.flatten(2).index_select(2, where).mT for feature, where in zip(features, places, strict=True)
        ]
        return [F.normalize(project(samples), dim=2) for project, samples in zip(self.each, sampled, strict=True)]
