"""TimeMachine with the matrix of pictures, latents by moments, that it shows."""

from ganstudio.panels.training.time_machine.panel import TimeMachine

__all__ = ["TimeMachine"]
