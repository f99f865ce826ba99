"""The networks of the recipes. These files import torch; the recipes import them when training starts."""
