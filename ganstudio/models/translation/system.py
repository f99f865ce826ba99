"""What the Systems that turn pictures into pictures share: the losses on patches, and the pool of earlier fakes."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.optim import Adam, Optimizer

from ganstudio.core.learning_rates import Schedule
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.system import Batch, System, mean_of
from ganstudio.models.translation.game import TranslationGame

Judgement = Callable[[Tensor, float], Tensor]
"""(logits, target) -> scalar: 0 when every patch is judged as `target` says, 1 real, 0 fake."""


def least_squares(logits: Tensor, target: float) -> Tensor:
    """Mean of (D - target)^2, Mao et al. 2017."""
    return (logits - target).square().mean()


def cross_entropy(logits: Tensor, target: float) -> Tensor:
    """-log D for reals, -log(1 - D) for fakes, with D = sigmoid(logit), Goodfellow et al. 2014."""
    return F.softplus(-logits if target else logits).mean()


JUDGEMENTS: Mapping[str, Judgement] = {"least-squares": least_squares, "cross-entropy": cross_entropy}


class Pool:
    """The last fakes, to show the discriminator some of the past too (Shrivastava et al. 2017, section 2.3).

    The first `size` pictures are kept and returned; from then on, half of the time an old one is returned and the new
    one takes its place. Size 0 passes pictures through. Random numbers come from torch's global state on the CPU.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._count = 0
        self._kept: Tensor | None = None  # (size, C, H, W), allocated with the first pictures

    @torch.no_grad()
    def exchange(self, fakes: Tensor) -> Tensor:
        """(B, C, H, W) -> (B, C, H, W) without gradients."""
        fakes = fakes.detach().float()
        return torch.stack([self._exchanged(fake) for fake in fakes]) if self.size else fakes

    def _exchanged(self, fake: Tensor) -> Tensor:
        if self._kept is None:
            self._kept = fake.new_zeros((self.size, *fake.shape))
        if self._count < self.size:
            self._kept[self._count] = fake
            self._count += 1
            return fake
        if torch.rand(()) < 0.5:
            return fake
        place = int(torch.randint(self.size, ()))
        old = self._kept[place].clone()
        self._kept[place] = fake
        return old

    def state(self) -> dict[str, Any]:
        return {"kept": self._kept[: self._count]} if self._kept is not None else {}

    def restore(self, state: Mapping[str, Any], device: torch.device) -> None:
        """Raises ValueError: `state` holds more pictures than fit."""
        self._count, self._kept = 0, None
        if (kept := state.get("kept")) is not None:
            if len(kept) > self.size:
                raise ValueError(f"it keeps {len(kept)} old pictures, here are {self.size}")
            self._kept = kept.new_zeros((self.size, *kept.shape[1:]), device=device)
            self._kept[: len(kept)] = kept
            self._count = len(kept)


def adam(networks: Sequence[nn.Module], lr: float, beta1: float, beta2: float) -> Adam:
    """One Adam for several networks; fused, which on the CPU takes a fifth of the time of the plain one."""
    weights = [weight for network in networks for weight in network.parameters()]
    return Adam(weights, lr=lr, betas=(beta1, beta2), fused=True)


def error_map(pictures: Tensor, again: Tensor) -> Tensor:
    """Where a picture comes back changed: black not at all, then red, yellow, white from a third of the range on.

    Two (B, C, H, W) in [-1, 1] -> (B, 3, H, W) in [-1, 1]; (B, 4, H, W), seen all over, of pictures with alpha.
    """
    distance = (pictures - again).abs().mean(1, keepdim=True) / 2  # (B, 1, H, W) in [0, 1]
    heat = distance * 3  # a third of the range is as wrong as it looks
    seen = [torch.ones_like(heat)] if pictures.shape[1] == 4 else []
    return torch.cat([*((heat * 3 - band).clamp(0, 1) for band in range(3)), *seen], 1) * 2 - 1


def in_colour(pictures: Tensor) -> Tensor:
    """(B, 1 or 3, H, W) -> (B, 3, H, W); with alpha as they are."""
    return pictures.float().expand(-1, max(3, pictures.shape[1]), -1, -1)


def pack(pictures: Tensor) -> Tensor:
    """[-1, 1] -> uint8 on the CPU; exact for pictures that came from uint8."""
    return (pictures * 127.5 + 127.5).round().clamp(0, 255).to("cpu", torch.uint8)


def unpack(packed: Tensor) -> Tensor:
    return packed.to(torch.float32).div(127.5).sub(1)


class TwoSidedSystem(System):
    """Two sides, A in `Batch.images` and B in `Batch.other`, and pictures of both that are shown again and again."""

    averaged: tuple[str, ...] = ("generator_ab",)

    def __init__(
        self,
        networks: Mapping[str, nn.Module],
        optimizers: Mapping[str, Optimizer],
        *,
        resolution: Resolution,
        channels: tuple[int, int],
    ) -> None:
        super().__init__(networks, optimizers)
        black = (torch.zeros(2, count, *shape_of(resolution), dtype=torch.uint8) for count in channels)
        self._shown: tuple[Tensor, ...] = tuple(black)

    def set_schedule(self, schedule: Schedule) -> None:
        """Set how the learning rates fall; called by what knows how long the run will be."""
        self.schedule = schedule

    def show(self, batch: Batch) -> None:
        """The pictures of both sides that previews are made from, as many of each."""
        assert batch.other is not None
        self._shown = pack(batch.images), pack(batch.other)

    @property
    def shown(self) -> tuple[Tensor, Tensor]:
        """(N, C, H, W) in [-1, 1] of each side, on the CPU."""
        a, b = self._shown
        return unpack(a), unpack(b)

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        assert batch.other is not None, "translation learns from two sides"
        return self.learn(batch.images, batch.other)

    @abstractmethod
    def learn(self, a: Tensor, b: Tensor) -> dict[str, Tensor]:
        """Update every network once, from (B, C, H, W) of each side."""

    def state(self) -> dict[str, Any]:
        a, b = self._shown
        return {"shown_a": a, "shown_b": b}

    def restore(self, state: Mapping[str, Any]) -> None:
        self._shown = state["shown_a"], state["shown_b"]


class TranslationSystem(TwoSidedSystem):
    """Generators that play against discriminators of patches."""

    def __init__(
        self,
        networks: Mapping[str, nn.Module],
        optimizers: Mapping[str, Optimizer],
        *,
        game: TranslationGame,
        channels: tuple[int, int],
    ) -> None:
        super().__init__(networks, optimizers, resolution=game.resolution, channels=channels)
        self.judge = JUDGEMENTS[game.objective]
        self._probability = game.objective == "cross-entropy"

    def discriminator_losses(
        self, discriminator: nn.Module, real: Tensor, fake: Tensor, losses: dict[str, list[Tensor]]
    ) -> Iterator[Tensor]:
        """`discriminator_loss` of each part of the batch."""
        for reals, fakes in zip(real.chunk(self.parts), fake.chunk(self.parts), strict=True):
            yield self.discriminator_loss(discriminator, reals, fakes, losses) / self.parts

    def discriminator_loss(
        self, discriminator: nn.Module, real: Tensor, fake: Tensor, losses: dict[str, list[Tensor]]
    ) -> Tensor:
        """Half the two judgements, as published: the discriminator learns half as fast as the generator."""
        logits = discriminator(torch.cat([real, fake])).float()  # one call: no picture depends on its batch
        reals, fakes = logits.split(len(real))
        loss = 0.5 * (self.judge(reals, 1.0) + self.judge(fakes, 0.0))
        parts = {"discriminator": loss, "D(x)": self._mean_output(reals), "D(G(z))": self._mean_output(fakes)}
        for name, value in parts.items():
            losses.setdefault(name, []).append(value.detach())
        return loss

    def _mean_output(self, logits: Tensor) -> Tensor:
        """The mean answer: a probability where the objective has them, else a plain score."""
        return (logits.detach().sigmoid() if self._probability else logits.detach()).mean()


def means(losses: Mapping[str, list[Tensor]]) -> dict[str, Tensor]:
    """The mean of the values under each name, on their device: scalars."""
    return {name: mean_of(values) for name, values in losses.items()}
