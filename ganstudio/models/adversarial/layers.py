"""Layers that more than one kind of GAN is made of."""

from collections.abc import Callable
from math import sqrt

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm


class PixelNorm(nn.Module):
    """Every pixel's feature vector (dimension 1) scaled to a mean square of 1: Karras et al. 2018, section 4.2."""

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.rsqrt(x.square().mean(dim=1, keepdim=True) + 1e-8)


class EqualLinear(nn.Module):
    """Fully connected, with weights from N(0, 1) scaled by 1 / sqrt(fan_in) when used: equalised learning rate.

    `lr` below 1 makes it learn that much slower (Karras et al. 2019, appendix C).
    """

    def __init__(self, inputs: int, outputs: int, *, bias: float = 0.0, lr: float = 1.0) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs) / lr)
        self.bias = nn.Parameter(torch.full((outputs,), bias / lr))
        self.scale = lr / sqrt(inputs)
        self.lr = lr

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight * self.scale, self.bias * self.lr)


class EqualConv2d(nn.Module):
    """Convolution with equalised learning rate; size kept where `padding` is kernel // 2."""

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int,
        *,
        bias: bool = True,
        padding: int | None = None,
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None
        self.scale = 1 / sqrt(inputs * kernel**2)
        self.padding = kernel // 2 if padding is None else padding

    def forward(self, x: Tensor) -> Tensor:
        return F.conv2d(x, self.weight * self.scale, self.bias, padding=self.padding)


def group_deviation(x: Tensor, group: int) -> Tensor:
    """How much the samples of a group differ, on average over their numbers: (B, ...) -> (B,).

    Karras et al. 2018, section 3. A batch that the group does not divide uses the largest smaller size that does, or if
    that would compare nothing the smallest larger one.
    """
    batch = len(x)
    smaller, larger = range(min(group, batch), 1, -1), range(min(group, batch) + 1, batch + 1)
    size = next((divisor for divisor in (*smaller, *larger) if group > 1 and batch % divisor == 0), 1)
    groups = x.flatten(1).float().reshape(size, batch // size, -1)  # the samples of a group lie batch / size apart
    deviation = (groups.var(dim=0, correction=0) + 1e-8).sqrt().mean(dim=1)  # (B / size,)
    return deviation.repeat(size)


class MinibatchStddev(nn.Module):
    """The deviation within groups as one more feature map: (B, C, H, W) -> (B, C + 1, H, W)."""

    def __init__(self, group: int = 4) -> None:
        super().__init__()
        self.group = group

    def forward(self, x: Tensor) -> Tensor:
        deviation = group_deviation(x, self.group).to(x.dtype)
        return torch.cat([x, deviation[:, None, None, None].expand(-1, 1, *x.shape[2:])], dim=1)


class GroupDeviation(nn.Module):
    """The deviation within groups as one number for each sample: (B, ...) -> (B, 1)."""

    outputs = 1

    def __init__(self, group: int = 4) -> None:
        super().__init__()
        self.group = group

    def forward(self, x: Tensor) -> Tensor:
        return group_deviation(x, self.group)[:, None].to(x.dtype)


class MinibatchDiscrimination(nn.Module):
    """How near each sample lies to the others of its batch: Salimans et al. 2016, section 3.2.

    (B, ...) -> (B, kernels): sum over the others of exp(-|M_i - M_j|_1), which is B - 1 when all are the same.
    """

    def __init__(self, features: int, kernels: int = 16, dimensions: int = 8) -> None:
        super().__init__()
        self.outputs = kernels
        self.tensor = nn.Parameter(torch.randn(features, kernels, dimensions) / sqrt(features))

    def forward(self, x: Tensor) -> Tensor:
        matrices = x.flatten(1).float() @ self.tensor.flatten(1)
        # One dimension after the other: all differences at once, (dimensions, kernels, B, B), leave the cache.
        distance = torch.zeros(self.outputs, len(x), len(x), device=x.device)
        for contiguou in matrices.reshape(len(x), *self.tensor.shape[1:]).permute(2, 1, 0).contiguous():  # (kernels, B)
            distance = distance + (contiguou[:, :, None] - contiguou[:, None]).abs()
        return ((-distance).exp().sum(dim=2).T - 1.0).to(x.dtype)


class Critic(nn.Module):
    """A discriminator in two parts: a body that finds features, and a linear head that judges them.

    What a remedy adds goes into the same linear judgement: the statistics of the batch (`minibatch`), which is what
    appending them to the head's input amounts to, and the projection of the class (Miyato and Koyama 2018).
    """

    def __init__(
        self,
        body: nn.Module,
        head: nn.Module,
        shape: tuple[int, ...],
        *,
        minibatch: str = "none",
        classes: int = 0,
        reads: nn.Module | None = None,
    ) -> None:
        """`shape`: of the features of one sample, channels first. `reads`: an embedding of labels given to the body."""
        super().__init__()
        self.body = body
        self.head = head
        self.reads = reads
        self.across = _across(minibatch, torch.Size(shape).numel())
        self.weigh = nn.Linear(self.across.outputs, 1, bias=False) if self.across is not None else None
        self.projection = nn.Embedding(classes, shape[0]) if classes else None
        if self.projection is not None:
            # As small as DCGAN's weights. From N(0, 1) the class alone would decide, by logits of 50, from the start.
            nn.init.normal_(self.projection.weight, std=0.02)

    def features(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        """(B, C, H, W) -> the features that are judged, (B, *shape)."""
        if self.reads is not None:
            images = torch.cat([images.flatten(1), self.reads(labels)], dim=1)
        features: Tensor = self.body(images)
        return features

    def forward(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        """(B, C, H, W) -> (B,) logits."""
        features = self.features(images, labels)
        logits: Tensor = self.head(features).flatten()
        if self.across is not None and self.weigh is not None:
            logits = logits + self.weigh(self.across(features)).flatten()
        if self.projection is not None:
            pooled = features.flatten(1).unflatten(1, (features.shape[1], -1)).sum(dim=2)  # (B, channels)
            logits = logits + (self.projection(labels) * pooled).sum(dim=1)
        return logits


def _across(minibatch: str, features: int) -> "MinibatchDiscrimination | GroupDeviation | None":
    if minibatch == "discrimination":
        return MinibatchDiscrimination(features)
    return GroupDeviation() if minibatch == "stddev" else None


class Jury(nn.Module):
    """Several discriminators of different beginnings (Durugkar et al. 2017); (B, C, H, W) -> (K, B) logits."""

    def __init__(self, critics: list[nn.Module]) -> None:
        super().__init__()
        self.critics = nn.ModuleList(critics)

    def forward(self, images: Tensor, labels: Tensor | None = None) -> Tensor:
        return torch.stack([critic(images, labels) for critic in self.critics])


def critics_of(discriminator: nn.Module) -> list[nn.Module]:
    """The discriminators within: one, or a jury's."""
    return list(discriminator.critics) if isinstance(discriminator, Jury) else [discriminator]


def with_spectral_norm(network: nn.Module) -> nn.Module:
    """Divide every convolution's and linear layer's weights by their largest singular value (Miyato et al. 2018)."""
    for module in list(network.modules()):
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
            spectral_norm(module)
    return network


def norm_layer(kind: str) -> Callable[[int], nn.Module] | None:
    """'batch', 'layer' (over channels and pixels, each image by itself), or None for 'none'."""
    makers: dict[str, Callable[[int], nn.Module] | None] = {
        "batch": nn.BatchNorm2d,
        "layer": lambda channels: nn.GroupNorm(1, channels),
        "none": None,
    }
    return makers[kind]
