"""The layers of a network that sees, from which content and style are read."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

SQUEEZENET_TAPS = (1, 4, 7, 9, 12)
"""After which of SqueezeNet's modules style is read: the first convolution, and the last block of each size."""
STYLE_TAPS = {"squeezenet": SQUEEZENET_TAPS, "vgg16": (1, 6, 11, 18, 25), "vgg19": (1, 6, 11, 20, 29)}
"""By the network that sees; of VGG the first ReLU of each size, as Gatys et al. took."""
CONTENT_TAP = 1
"""Of the taps, the one that content is read at: its place in `SQUEEZENET_TAPS`, after module 4."""
SMALLEST = 32
"""Pixels on a side, below which nothing is left at the last tap."""
MARGIN = 8
"""Pixels mirrored at the edges, which else hardly any place would see, and which would be left as they fall."""

Triple = tuple[float, float, float]


class Taps(nn.Module):
    """(B, 1 or 3, H, W) in [0, 1] -> the activations after some modules of a network, (B, C, h, w) each."""

    def __init__(
        self,
        modules: Sequence[nn.Module],
        taps: Sequence[int] = SQUEEZENET_TAPS,
        *,
        mean: Triple = (0.0, 0.0, 0.0),
        deviation: Triple = (1.0, 1.0, 1.0),
        name: str = "",
    ) -> None:
        """`modules` follow one another. `mean`, `deviation`: what the network expects taken off and divided by.

        `name`: says which network with which weights this is; styles of two are not the same numbers.
        """
        super().__init__()
        self.mean: Tensor
        self.deviation: Tensor
        self.layers = nn.Sequential(*modules[: max(taps) + 1]).eval().requires_grad_(False)
        self.taps = frozenset(taps)
        self.name = name
        self.register_buffer("mean", torch.tensor(mean).view(1, 3, 1, 1))
        self.register_buffer("deviation", torch.tensor(deviation).view(1, 3, 1, 1))

    def forward(self, images: Tensor) -> list[Tensor]:
        x = (images.expand(-1, 3, -1, -1) - self.mean) / self.deviation
        x = F.pad(x, (MARGIN,) * 4, mode="reflect")
        seen = []
        for number, layer in enumerate(self.layers):
            x = layer(x)
            if number in self.taps:
                seen.append(x)
        return seen
