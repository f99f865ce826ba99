"""LossPlots with its parts: which curves there are, and the key that shows and hides each."""

from ganstudio.panels.training.plots.loss_plots import DRAWN, LossPlots

__all__ = ["DRAWN", "LossPlots"]
