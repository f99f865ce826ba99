"""Instance norm, and how the tiles of one large picture share its statistics."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
import torch.nn.functional as F
from torch import Tensor, nn

EPSILON = 1e-5


class InstanceNorm(nn.Module):
    """Each channel of each picture to mean 0 and variance 1 (Ulyanov et al. 2016), the same in training and after.

    No weights and no running statistics: a picture never depends on its neighbours in the batch, which is what lets
    several passes of a step share one call.
    """

    def __init__(self) -> None:
        super().__init__()
        self.measuring = False
        """True while all pictures of a batch are taken for parts of one, and its statistics are kept."""
        self.statistics: tuple[Tensor, Tensor] | None = None
        """Mean and 1 / standard deviation, (1, C, 1, 1) each, to use in place of a picture's own."""

    def forward(self, x: Tensor) -> Tensor:  # (B, C, H, W), H * W > 1
        if self.measuring:
            variance, mean = torch.var_mean(x.float(), (0, 2, 3), keepdim=True, correction=0)
            self.statistics = mean, torch.rsqrt(variance + EPSILON)
        if self.statistics is not None:
            mean, scale = self.statistics
            return ((x - mean) * scale).to(x.dtype)
        if x.device.type != "cpu" or torch.compiler.is_exporting():  # split would fix how many pictures there are
            return F.instance_norm(x, eps=EPSILON)
        # On the CPU instance_norm copies channels_last tensors back and forth; batch_norm of one picture does not, and
        # takes a third of the time.
        each = [F.batch_norm(part, None, None, training=True, eps=EPSILON) for part in x.split(1)]
        return each[0] if len(each) == 1 else torch.cat(each)


@contextmanager
def statistics_of(network: nn.Module, parts: Tensor) -> Iterator[None]:
    """Inside the block every picture is normalised by the statistics of `parts` (N, C, H, W) taken together.

    Each tile of a large picture by its own statistics would make a bright sky and a dark wood alike, and show seams
    where they meet.
    """
    norms = [module for module in network.modules() if isinstance(module, InstanceNorm)]
    try:
        if norms:
            for norm in norms:
                norm.measuring = True
            network(parts)
            for norm in norms:
                norm.measuring = False
        yield
    finally:
        for norm in norms:
            norm.measuring, norm.statistics = False, None
