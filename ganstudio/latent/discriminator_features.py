"""Features of a discriminator to compare pictures by: what goes into its last layer."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

WEIGHTED = (nn.Linear, nn.Conv2d)


class NoFeaturesError(ValueError):
    """This discriminator gives no features."""


def features_of(discriminator: nn.Module, label: int = -1) -> Callable[[Tensor], Tensor]:
    """(B, C, H, W) in [-1, 1] -> (B, F): what goes into the discriminator's last layer.

    Distances between these features are used for reconstruction by Larsen et al. 2016 (VAE/GAN, arXiv 1512.09300). A
    GAN's own discriminator needs no weights from elsewhere, and knows what matters in these images.

    Args:
        label: the class that pictures are seen as; -1 without classes.
    """
    network = discriminator.eval().requires_grad_(False)
    last = _last_read(network)

    def features(images: Tensor) -> Tensor:
        seen: list[Tensor] = []

        def look(module: nn.Module, inputs: tuple[Any, ...]) -> None:
            seen.append(inputs[0])

        labels = () if label < 0 else (torch.full((len(images),), label, dtype=torch.long, device=images.device),)
        hook = last.register_forward_pre_hook(look)
        try:
            network(images, *labels)
        finally:
            hook.remove()
        if not seen or len(seen[-1]) != len(images):
            raise NoFeaturesError("The discriminator of this run gives no features.")
        return seen[-1].float().flatten(1)

    return features


def _last_read(network: nn.Module) -> nn.Module:
    """The last layer with weights, by the order in which the network was put together."""
    layers = [module for module in network.modules() if isinstance(module, WEIGHTED) or _is_equal_layer(module)]
    if not layers:
        raise NoFeaturesError("The discriminator of this run has no layers to read from.")
    return layers[-1]


def _is_equal_layer(module: nn.Module) -> bool:
    """Layers of the program's own with a weight and no layers inside (equalised learning rates)."""
    weight = getattr(module, "weight", None)
    return (
        isinstance(weight, Tensor)
        and weight.dim() in (2, 4)
        and not list(module.children())
        and not isinstance(module, nn.Embedding)
    )
