"""Features of an image classifier, to compare pictures by (the perceptual distance).

As in LPIPS (Zhang et al. 2018, arXiv 1801.03924) the layers of every resolution are compared place by place, each place
as a direction of unit length; the layers count equally, where LPIPS has weights learned from people's judgements.
"""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.pixels import over

FINEST = 16
"""Places on a side that a layer is averaged to: finer ones say little more and take much memory."""
Triple = tuple[float, float, float]


class PerceptualError(ValueError):
    """This network gives no features."""


def perceptual(
    network: nn.Module, size: int, mean: Triple = (0.0, 0.0, 0.0), deviation: Triple = (1.0, 1.0, 1.0)
) -> Callable[[Tensor], Tensor]:
    """(B, C, H, W) in [-1, 1] -> (B, F), whose mean square difference is the perceptual distance but for a factor.

    Args:
        size: the side in px of the pictures that the network is given.
        mean, deviation: what it expects taken off, and divided by, after bringing the pictures to 0..1.
    """
    network = network.eval().requires_grad_(False)
    device = next(network.parameters()).device
    offset, factor = (torch.tensor(triple, device=device).view(1, 3, 1, 1) for triple in (mean, deviation))
    layers = _last_of_each_size(network, torch.zeros(1, 3, size, size, device=device))

    def features(images: Tensor) -> Tensor:
        seen: dict[nn.Module, Tensor] = {}

        def look(module: nn.Module, _: tuple[Any, ...], output: Tensor) -> None:
            seen[module] = output

        inputs = (over(images).to(device).expand(-1, 3, -1, -1) + 1) / 2
        if inputs.shape[2:] != (size, size):
            inputs = F.interpolate(inputs, (size, size), mode="bicubic", antialias=True, align_corners=False)
        hooks = [layer.register_forward_hook(look) for layer in layers]
        try:
            network((inputs - offset) / factor)
        finally:
            for hook in hooks:
                hook.remove()
        return torch.cat([_directions(seen[layer]) for layer in layers], 1)

    return features


def _directions(activations: Tensor) -> Tensor:
    """(B, C, h, w) -> (B, F): the direction at each place, so that the squares of all places add up to about 1."""
    # LPIPS eq. 1: u = a / |a| over the channels of each place; |u - u'|^2 = 2 - 2 cos of the angle between them.
    units = activations.float() / activations.float().square().sum(1, keepdim=True).add(1e-10).sqrt()
    if units.shape[-1] > FINEST:
        units = F.adaptive_avg_pool2d(units, FINEST)
    rows: Tensor = units.flatten(1) / float(units.shape[2] * units.shape[3]) ** 0.5
    return rows


@torch.no_grad()
def _last_of_each_size(network: nn.Module, picture: Tensor) -> list[nn.Module]:
    """The last module before each change of resolution: there a layer has seen the most."""
    last: dict[int, nn.Module] = {}

    def look(module: nn.Module, inputs: tuple[Any, ...], output: Any) -> None:
        if isinstance(output, Tensor) and output.dim() == 4 and min(output.shape[2:]) > 1:
            last[output.shape[-1]] = module

    hooks = [module.register_forward_hook(look) for module in network.modules()]
    try:
        network(picture)
    finally:
        for hook in hooks:
            hook.remove()
    if not last:
        raise PerceptualError("This network gives no features that could be compared place by place.")
    return list(last.values())
