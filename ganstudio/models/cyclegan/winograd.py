"""3 x 3 convolutions with a quarter of the multiplications (Lavin and Gray 2015, arXiv 1509.09308), for the CPU.

F(4 x 4, 3 x 3): tiles of 6 x 6 pixels are turned by `B`, filters by `G`; there a convolution is one product of
matrices for each of 36 places, and `A` turns the result back into 4 x 4 pixels. The gradients are the same three steps
backwards. What comes out differs from the usual convolution by rounding (about 1e-5 of the largest value).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

OUT, IN = 4, 6
"""Pixels of a tile's result, and of what it is made from, along each side."""
FEWEST = 192
"""Channels from which on it is faster."""

_B = ((4, 0, -5, 0, 1, 0), (0, -4, -4, 1, 1, 0), (0, 4, -4, -1, 1, 0),
      (0, -2, -1, 2, 1, 0), (0, 2, -1, -2, 1, 0), (0, 4, 0, -5, 0, 1))  # fmt: skip
_G = ((1 / 4, 0, 0), (-1 / 6, -1 / 6, -1 / 6), (-1 / 6, 1 / 6, -1 / 6),
      (1 / 24, 1 / 12, 1 / 6), (1 / 24, -1 / 12, 1 / 6), (0, 0, 1))  # fmt: skip
_A = ((1, 1, 1, 1, 1, 0), (0, 1, -1, 2, -2, 0), (0, 1, 1, 4, 4, 0), (0, 1, -1, 8, -8, 1))


class MirroredConv(nn.Conv2d):
    """A 3 x 3 convolution with mirrored borders: Winograd's way where that is faster, else torch's."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs, 3, padding=1, padding_mode="reflect")
        self.keeping = False
        """True while the weights do not change and turned filters are kept for the next call."""
        self._kept: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        if not self.worth_it(x):
            return super().forward(x)
        bordered = F.pad(x, (1, 1, 1, 1), mode="reflect")
        out: Tensor = Winograd.apply(bordered, self.weight, self.bias, self._turned())
        return out

    def worth_it(self, x: Tensor) -> bool:
        """Whether Winograd's way is taken for `x` (N, C, H, W): it must fit, and must be faster.

        Few channels gain less in the products than turning tiles costs: 128 channels lost 4 %, 256 gained 35 %.
        """
        whole = x.shape[2] % OUT == 0 and x.shape[3] % OUT == 0
        plain = x.device.type == "cpu" and x.dtype == torch.float32 and not torch.compiler.is_exporting()
        return whole and plain and min(self.in_channels, self.out_channels) >= FEWEST

    def _turned(self) -> Tensor:
        if not self.keeping:
            return turned_filters(self.weight.detach())
        if self._kept is None:
            self._kept = turned_filters(self.weight.detach())
        return self._kept

    def keep(self, on: bool) -> None:
        self.keeping, self._kept = on, None


@contextmanager
def kept_filters(*networks: nn.Module) -> Iterator[None]:
    """Inside the block several calls share what filters are turned into: their weights may change at its very end only.

    (An optimiser's fused step changes weights without a trace that could be looked at.)
    """
    convolutions = [module for network in networks for module in network.modules() if isinstance(module, MirroredConv)]
    for convolution in convolutions:
        convolution.keep(True)
    try:
        yield
    finally:
        for convolution in convolutions:
            convolution.keep(False)


class Winograd(torch.autograd.Function):
    """x (N, I, H + 2, W + 2), weight (O, I, 3, 3), bias (O,), and what `turned_filters` makes of the weight.

    Returns (N, O, H, W); H and W are multiples of 4.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, filters: Tensor) -> Tensor:
        ctx.save_for_backward(x, filters)
        rows, columns = (x.shape[2] - 2) // OUT, (x.shape[3] - 2) // OUT
        products = torch.bmm(_turned_tiles(x), filters.mT)  # (36, P, O)
        tiles = (_square(_A) @ products.flatten(1)).view(OUT, OUT, len(x), rows, columns, -1)
        joined = tiles.permute(2, 3, 0, 4, 1, 5).reshape(len(x), rows * OUT, columns * OUT, -1)
        return joined.add_(bias).permute(0, 3, 1, 2)

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        x, filters = ctx.saved_tensors
        for_x = for_weight = for_bias = None
        turned = _turned_gradient(gradients[0])  # (36, P, O)
        if ctx.needs_input_grad[0]:
            for_x = _overlapping(_square(_B).T @ torch.bmm(turned, filters).flatten(1), x)
        if ctx.needs_input_grad[1]:
            products = torch.bmm(turned.mT, _turned_tiles(x)).flatten(1)
            for_weight = (_square(_G).T @ products).view(3, 3, *filters.shape[1:]).permute(2, 3, 0, 1)
        if ctx.needs_input_grad[2]:
            for_bias = gradients[0].sum((0, 2, 3))
        return for_x, for_weight, for_bias, None


def turned_filters(weight: Tensor) -> Tensor:
    """(O, I, 3, 3) -> (36, O, I)."""
    return (_square(_G) @ weight.permute(2, 3, 0, 1).reshape(9, -1)).view(IN * IN, *weight.shape[:2])


def _square(matrix: tuple[tuple[float, ...], ...]) -> Tensor:
    """What turns both sides of a tile at once."""
    factor = torch.tensor(matrix, dtype=torch.float32)
    return torch.kron(factor, factor)


def _turned_tiles(x: Tensor) -> Tensor:
    """(N, I, H, W) -> (36, P, I): every tile of 6 x 6, overlapping by 2."""
    pixels = x.permute(0, 2, 3, 1)
    tiles = pixels.unfold(1, IN, OUT).unfold(2, IN, OUT).permute(4, 5, 0, 1, 2, 3).reshape(IN * IN, -1)
    return (_square(_B) @ tiles).view(IN * IN, -1, x.shape[1])


def _turned_gradient(gradient: Tensor) -> Tensor:
    """(N, O, H, W) -> (36, P, O)."""
    count, channels, height, width = gradient.shape
    pixels = gradient.permute(0, 2, 3, 1).reshape(count, height // OUT, OUT, width // OUT, OUT, channels)
    tiles = pixels.permute(2, 4, 0, 1, 3, 5).reshape(OUT * OUT, -1)
    return (_square(_A).T @ tiles).view(IN * IN, -1, channels)


def _overlapping(tiles: Tensor, like: Tensor) -> Tensor:
    """(36, P * I) tiles of 6 x 6, added up where they overlap: as `like` (N, I, H, W)."""
    count, channels, height, width = like.shape
    rows, columns = (height - 2) // OUT, (width - 2) // OUT
    parts = tiles.view(IN, IN, count, rows, columns, channels)
    whole = tiles.new_zeros(count, height, width, channels)
    for top in range(IN):
        for left in range(IN):
            whole[:, top : top + rows * OUT : OUT, left : left + columns * OUT : OUT] += parts[top, left]
    return whole.permute(0, 3, 1, 2)
