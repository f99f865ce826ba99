"""Weights of feature extractors from files: read without running anything that is in them."""

from pathlib import Path

from ganstudio.core import weights_file
from ganstudio.core.weights_file import Weights, WeightsError, without_prefixes

__all__ = ["FeaturesError", "Weights", "read_weights"]


class FeaturesError(ValueError):
    """An extractor that cannot be used; the text is a sentence for the user."""


def read_weights(path: Path) -> Weights:
    """The state dict in a .safetensors, .pt or .pth file. Names lose a leading 'module.' or 'model.'.

    Raises:
        FeaturesError: not there, not weights alone (a TorchScript program, a pickled object), or damaged.
    """
    try:
        weights = weights_file.read_weights(path)
    except WeightsError as error:
        raise FeaturesError(str(error)) from None
    return Weights(without_prefixes(weights.tensors, ("module.", "model.")), weights.digest)
