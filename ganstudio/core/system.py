"""System: the networks and optimisers of one kind of GAN, and one update of everything."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from ganstudio.core.learning_rates import Constant, Schedule


@dataclass(frozen=True)
class Batch:
    """What a step learns from."""

    images: Tensor
    """(B, C, H, W) in [-1, 1]."""
    labels: Tensor
    """(B,) class numbers, zeros when there are no classes."""
    other: Tensor | None = None
    """(B, C, H, W): the second side's images, for translation."""

    def share(self, number: int, of: int) -> "Batch":
        """Every `of`-th image from `number` on: what one of several processes learns from."""
        part = slice(number, None, of)
        return Batch(self.images[part], self.labels[part], None if self.other is None else self.other[part])


@dataclass(frozen=True)
class Preview:
    """Pictures to look at while training, row by row."""

    images: Tensor
    """(rows * columns, C, H, W) in [-1, 1]."""
    columns: int
    labels: tuple[str, ...] = ()


Loss = Tensor | Iterable[Tensor]
"""A scalar, or scalars whose gradients add up. Each is asked for when the one before is done with, so that only one
graph is in memory at a time."""


Update = Callable[[str, Loss], None]
"""Moves the weights of the optimiser of that name by the gradient of the loss."""


def backward(loss: Loss) -> None:
    """Add the gradients of a loss to those that are there."""
    for part in (loss,) if isinstance(loss, Tensor) else loss:
        part.backward()


def mean_of(values: Sequence[Tensor]) -> Tensor:
    """The mean of scalars, still on the device."""
    return values[0] if len(values) == 1 else torch.stack(list(values)).mean()


class System(ABC):
    """Networks and optimisers by name, and the step that trains them.

    A System works by itself: `update` is plain backward and step. The Trainer gives it one that also guards against
    invalid numbers and sums gradients over processes (`updated_by`). Nor does it touch its learning rates: it says by
    its schedule how they go, and the Trainer applies that.
    """

    networks: Mapping[str, nn.Module]
    optimizers: Mapping[str, Optimizer]
    averaged: tuple[str, ...] = ("generator",)
    """The networks whose running means (EMA) are shown and exported."""
    schedule: Schedule = Constant()
    """How the learning rates go from step to step."""
    parts: int = 1
    """Micro-batches that a step is split into, where a whole batch finds no memory; their gradients are averaged."""

    def __init__(self, networks: Mapping[str, nn.Module], optimizers: Mapping[str, Optimizer]) -> None:
        self.networks = networks
        self.optimizers = optimizers
        self._by: Update = self._plain_update

    def updated_by(self, update: Update) -> None:
        """From now on every update is made by `update`."""
        self._by = update

    def update(self, name: str, loss: Loss) -> None:
        """Move the weights of one optimiser by the gradient of a loss."""
        self._by(name, loss)

    def _plain_update(self, name: str, loss: Loss) -> None:
        optimizer = self.optimizers[name]
        optimizer.zero_grad(set_to_none=True)
        backward(loss)
        optimizer.step()

    @abstractmethod
    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        """Update every network once. Random numbers come from torch's global state, which the Trainer seeds.

        No more than a part of the batch (see `parts`) is computed with at once.

        Returns:
            Scalars still on the device. "generator" and "discriminator" are the losses; "D(x)" and "D(G(z))" what the
            discriminator makes of reals and fakes.
        """

    @abstractmethod
    def preview(self, networks: Mapping[str, nn.Module]) -> Preview:
        """Pictures from fixed inputs, drawn with `networks` (the averaged ones) in eval mode and without gradients."""

    def state(self) -> dict[str, Any]:
        """What else a step depends on: augmentation strength, image pools, stages. Tensors, numbers, texts, dicts."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take back what `state` gave."""
        assert not state, "a System that has a state overrides restore"


@contextmanager
def frozen(network: nn.Module) -> Iterator[None]:
    """No gradients for the weights of `network` inside the block; they still flow through it to its input."""
    network.requires_grad_(False)
    try:
        yield
    finally:
        network.requires_grad_(True)


def count_parameters(network: nn.Module) -> int:
    return sum(parameter.numel() for parameter in network.parameters())


def latents_from_seeds(seeds: list[int] | range, size: int, prior: str = "normal") -> Tensor:
    """One latent for each seed, each a function of its seed alone: (N, size) on the CPU."""
    draw = {"normal": torch.randn, "uniform": torch.rand}[prior]
    rows = [draw(size, generator=torch.Generator().manual_seed(seed)) for seed in seeds]
    return torch.stack(rows) if rows else torch.empty(0, size)
