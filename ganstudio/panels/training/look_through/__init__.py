"""LookThrough with the wall of all pictures that it shows."""

from ganstudio.panels.training.look_through.model import Chosen
from ganstudio.panels.training.look_through.panel import LookThrough

__all__ = ["Chosen", "LookThrough"]
