"""Super-resolution's step: fidelity first, then the GAN with fidelity, perceptual and adversarial losses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.optim import Adam

from ganstudio.core.system import Batch, Preview, System, frozen, mean_of
from ganstudio.models.superres.degradation import in_8_bits, reduced, sharpened
from ganstudio.models.superres.game import SuperResGame, TwoStages
from ganstudio.models.superres.networks import Enlarger

COLUMNS = ("small", "bicubic", "ours", "original")
SHARPEST = 51
"""Pixels of the kernel that targets are sharpened with; less where patches are small."""


class Perceptual(Protocol):
    """A network that sees; what it makes of two pictures is compared."""

    @property
    def name(self) -> str:
        """Says which network with which weights."""

    def distance(self, fake: Tensor, real: Tensor) -> Tensor:
        """Two (B, C, H, W) in [0, 1] -> scalar; gradients reach `fake` only."""


class DiscriminatorFeatures:
    """What the discriminator sees in both: the mean absolute difference over its depths."""

    name = "discriminator"

    def __init__(self, discriminator: nn.Module) -> None:
        self._discriminator: Any = discriminator

    def distance(self, fake: Tensor, real: Tensor) -> Tensor:
        with torch.no_grad():
            wanted = self._discriminator.taps(real)
        return mean_of(
            [F.l1_loss(ours, theirs) for ours, theirs in zip(self._discriminator.taps(fake), wanted, strict=True)]
        )


class Pair(NamedTuple):
    """Patches in [0, 1]: (B, C, H / scale, W / scale) and (B, C, H, W)."""

    small: Tensor
    large: Tensor


def plain_losses(reals: Tensor, fakes: Tensor) -> tuple[Tensor, Tensor]:
    """Cross-entropy, Goodfellow et al. 2014: what the generator and what the discriminator loses."""
    return F.softplus(-fakes).mean(), F.softplus(-reals).mean() + F.softplus(fakes).mean()


def relativistic_losses(reals: Tensor, fakes: Tensor) -> tuple[Tensor, Tensor]:
    """Relativistic average (Jolicoeur-Martineau 2018): each side against the mean of the other; means of both halves.

    ESRGAN equations 1 and 2.
    """
    above, below = reals - fakes.mean(), fakes - reals.mean()
    generator = (F.softplus(above).mean() + F.softplus(-below).mean()) / 2
    discriminator = (F.softplus(-above).mean() + F.softplus(below).mean()) / 2
    return generator, discriminator


class SuperResSystem(System):
    """A generator that enlarges, a copy of it as the first stage left it, and a discriminator."""

    def __init__(self, game: SuperResGame, generator: Enlarger, fidelity: Enlarger, discriminator: nn.Module) -> None:
        super().__init__(
            {"generator": generator, "fidelity": fidelity, "discriminator": discriminator},
            {"generator": self._adam(game, generator, game.generator_lr),
             "discriminator": self._adam(game, discriminator, game.discriminator_lr)},
        )  # fmt: skip
        self.game = game
        self.generator, self.discriminator = generator, discriminator
        self.fidelity = fidelity.requires_grad_(False)
        self.fidelity.load_state_dict(generator.state_dict())
        self.schedule = TwoStages(game)
        self.eyes: Perceptual = DiscriminatorFeatures(discriminator)
        self._losses = relativistic_losses if game.relativistic else plain_losses
        size = game.resolution // game.scale
        self._shown = (
            torch.zeros(2, generator.channels, size, size, dtype=torch.uint8),
            torch.zeros(2, generator.channels, game.resolution, game.resolution, dtype=torch.uint8),
        )

    @staticmethod
    def _adam(game: SuperResGame, network: nn.Module, rate: float) -> Adam:
        return Adam(network.parameters(), lr=rate, betas=(game.beta1, game.beta2), fused=True)

    # Learning -----------------------------------------------------------------------------------------------------

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        pairs = self._pairs(batch)
        if step < self.game.fidelity_steps:
            return self._learn_fidelity(pairs, step)
        return self._learn_game(pairs)

    def _pairs(self, batch: Batch) -> list[Pair]:
        """The parts of the batch: small ones are those of the batch, or cleanly reduced here."""
        large = (batch.images + 1) / 2
        small = in_8_bits(reduced(large, self.game.scale)) if batch.other is None else (batch.other + 1) / 2
        return [Pair(*part) for part in zip(small.chunk(self.parts), large.chunk(self.parts), strict=True)]

    def _learn_fidelity(self, pairs: Sequence[Pair], step: int) -> dict[str, Tensor]:
        losses: dict[str, list[Tensor]] = {}
        self.update("generator", self._fidelity_losses(pairs, losses))
        self._keep_mean(step, sum(len(pair.large) for pair in pairs))
        fidelity = mean_of(losses["fidelity"])
        return {"generator": fidelity, "fidelity": fidelity}

    def _fidelity_losses(self, pairs: Sequence[Pair], losses: dict[str, list[Tensor]]) -> Iterator[Tensor]:
        for small, large in pairs:
            loss = F.l1_loss(self.generator(small).float(), self._target(large))
            losses.setdefault("fidelity", []).append(loss.detach())
            yield loss / len(pairs)

    def _target(self, large: Tensor) -> Tensor:
        if not self.game.sharpen:
            return large
        return sharpened(large, min(SHARPEST, large.shape[-1] // 4 * 2 - 1))

    @torch.no_grad()
    def _keep_mean(self, step: int, batch: int) -> None:
        """The running mean of the first stage, as the Trainer has one of the whole run."""
        half_life = min(1000 * self.game.ema_kimg, 0.05 * (step + 1) * batch)
        keep = 0.5 ** (batch / half_life) if half_life else 0.0
        ours, theirs = self.fidelity.state_dict(), self.generator.state_dict()
        for name, mean in ours.items():
            if mean.is_floating_point():
                mean.lerp_(theirs[name], 1 - keep)
            else:
                mean.copy_(theirs[name])

    def _learn_game(self, pairs: Sequence[Pair]) -> dict[str, Tensor]:
        losses: dict[str, list[Tensor]] = {}
        fakes: list[Tensor] = []
        with frozen(self.discriminator):
            self.update("generator", self._generator_losses(pairs, fakes, losses))
        self.update("discriminator", self._discriminator_losses(pairs, fakes, losses))
        return {name: mean_of(values) for name, values in losses.items()}

    def _generator_losses(
        self, pairs: Sequence[Pair], fakes: list[Tensor], losses: dict[str, list[Tensor]]
    ) -> Iterator[Tensor]:
        """One for each part of the batch; what it made is added to `fakes` and `losses`."""
        game = self.game
        for small, large in pairs:
            fake = self.generator(small).float()
            fakes.append(fake.detach())
            target = self._target(large)
            terms = {
                "fidelity": (game.fidelity_weight, F.l1_loss(fake, target)),
                "perceptual": (game.perceptual_weight, self.eyes.distance(fake, target)),
                "adversarial": (game.adversarial_weight, self._adversarial(fake, large)),
            }
            loss = sum((weight * term for weight, term in terms.values()), start=fake.new_zeros(()))
            for name, (_, term) in (terms | {"generator": (1.0, loss)}).items():
                losses.setdefault(name, []).append(term.detach())
            yield loss / len(pairs)

    def _adversarial(self, fake: Tensor, real: Tensor) -> Tensor:
        fakes = self.discriminator(fake).float()
        if not self.game.relativistic:
            return F.softplus(-fakes).mean()
        with torch.no_grad():
            reals = self.discriminator(real).float()
        return relativistic_losses(reals, fakes)[0]

    def _discriminator_losses(
        self, pairs: Sequence[Pair], fakes: Sequence[Tensor], losses: dict[str, list[Tensor]]
    ) -> Iterator[Tensor]:
        for (_, large), fake in zip(pairs, fakes, strict=True):
            reals, judged = self.discriminator(large).float(), self.discriminator(fake).float()
            loss = self._losses(reals, judged)[1]
            for name, value in (("discriminator", loss), ("D(x)", _chance(reals)), ("D(G(z))", _chance(judged))):
                losses.setdefault(name, []).append(value.detach())
            yield loss / len(pairs)

    # Looking ------------------------------------------------------------------------------------------------------

    def show(self, small: Tensor, large: Tensor) -> None:
        """The pictures that previews are made from: uint8 (N, C, h, w) and (N, C, scale h, scale w) on the CPU."""
        self._shown = small, large

    def preview(self, networks: Mapping[str, nn.Module]) -> Preview:
        """A row for each fixed picture, with the columns named in `COLUMNS`."""
        network = networks["generator"]
        device = next(network.parameters()).device
        tiles: list[Tensor] = []
        for small, large in zip(*(side.split(1) for side in self._shown), strict=True):
            picture = small.to(device).float() / 255
            nearest = F.interpolate(picture, scale_factor=self.game.scale, mode="nearest")
            bicubic = F.interpolate(picture, scale_factor=self.game.scale, mode="bicubic", align_corners=False)
            tiles += [nearest, bicubic, network(picture).float(), large.to(device).float() / 255]
        return Preview(torch.cat(tiles).clamp(0, 1) * 2 - 1, columns=len(COLUMNS), labels=COLUMNS)

    # State --------------------------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        small, large = self._shown
        return {"shown_small": small, "shown_large": large, "sees": self.eyes.name}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Raises ValueError: it learned with the eyes of another network than the one that is here."""
        if state["sees"] != self.eyes.name:
            raise ValueError(
                f"it learned with what {str(state['sees'])[:40]} sees, and here is {self.eyes.name}: "
                "give the same weights again"
            )
        self._shown = state["shown_small"], state["shown_large"]


def _chance(logits: Tensor) -> Tensor:
    return logits.detach().sigmoid().mean()
