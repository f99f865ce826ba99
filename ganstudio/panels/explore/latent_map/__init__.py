"""LatentMap with the canvas that keeps its tiles painted."""

from ganstudio.panels.explore.latent_map.canvas import Cell
from ganstudio.panels.explore.latent_map.latent_map import LatentMap, coarsest

__all__ = ["Cell", "LatentMap", "coarsest"]
