"""CycleGAN's step: two generators that undo each other, two discriminators (Zhu et al. 2017, arXiv 1703.10593)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.system import Preview, frozen
from ganstudio.models.cyclegan.winograd import kept_filters
from ganstudio.models.translation.game import CycleGame
from ganstudio.models.translation.system import Pool, TranslationSystem, adam, error_map, in_colour, means

COLUMNS = ("A", "A → B", "A → B → A", "cycle error", "B", "B → A", "B → A → B", "cycle error")


@dataclass(frozen=True)
class CycleNetworks:
    """The four networks: each generator by the side it leads to, each discriminator by the side it judges."""

    to_b: nn.Module
    to_a: nn.Module
    judge_a: nn.Module
    judge_b: nn.Module


class Translated(NamedTuple):
    """What becomes of a picture of each side."""

    fake_a: Tensor
    fake_b: Tensor
    again_a: Tensor
    """A -> B -> A."""
    again_b: Tensor
    same_a: Tensor
    """An A through the generator that leads to A; empty when the identity loss is off."""
    same_b: Tensor


class CycleSystem(TranslationSystem):
    averaged = ("generator_ab", "generator_ba")

    def __init__(self, game: CycleGame, networks: CycleNetworks, channels: tuple[int, int]) -> None:
        self.game = game
        self.nets = networks
        self._judges = nn.ModuleList([networks.judge_a, networks.judge_b])
        self.pool_a, self.pool_b = Pool(game.pool), Pool(game.pool)
        betas = game.beta1, game.beta2
        super().__init__(
            {
                "generator_ab": networks.to_b,
                "generator_ba": networks.to_a,
                "discriminator_a": networks.judge_a,
                "discriminator_b": networks.judge_b,
            },
            {
                "generators": adam([networks.to_b, networks.to_a], game.generator_lr, *betas),
                "discriminators": adam([networks.judge_a, networks.judge_b], game.discriminator_lr, *betas),
            },
            game=game,
            channels=channels,
        )

    # Learning -----------------------------------------------------------------------------------------------------

    def learn(self, a: Tensor, b: Tensor) -> dict[str, Tensor]:
        count = self.game.accumulate * self.parts
        parts = list(zip(a.chunk(count), b.chunk(count), strict=True))
        losses: dict[str, list[Tensor]] = {}
        fakes: list[tuple[Tensor, Tensor]] = []
        with frozen(self._judges), kept_filters(self.nets.to_b, self.nets.to_a):
            self.update("generators", self._generator_losses(parts, fakes, losses))
        old_a = self.pool_a.exchange(torch.cat([fake for fake, _ in fakes]))
        old_b = self.pool_b.exchange(torch.cat([fake for _, fake in fakes]))
        self.update("discriminators", self._discriminator_losses(a, b, old_a, old_b, losses))
        return means(losses)

    def _generator_losses(
        self,
        parts: Sequence[tuple[Tensor, Tensor]],
        fakes: list[tuple[Tensor, Tensor]],
        losses: dict[str, list[Tensor]],
    ) -> Iterator[Tensor]:
        """One loss for each part of the batch; what each made is added to `fakes` and `losses`."""
        for a, b in parts:
            made = self.translate(a, b)
            fakes.append((made.fake_a.detach(), made.fake_b.detach()))
            terms = self.generator_losses(a, b, made)
            for name, value in terms.items():
                losses.setdefault(name, []).append(value.detach() / 2)  # the mean of both directions
            weights = {
                "generator": 1.0,
                "cycle": self.game.cycle,
                "identity": self.game.cycle * self.game.identity,
            }
            yield sum((weights[name] * value for name, value in terms.items()), start=a.new_zeros(())) / len(parts)

    def translate(self, a: Tensor, b: Tensor) -> Translated:
        """Everything the generators' loss looks at, (B, C, H, W) each.

        Instance norm makes a picture independent of its batch, so three calls do the work of six.
        """
        to_a, to_b = self.nets.to_a, self.nets.to_b
        if not self.game.identity:
            fake_b = to_b(a)
            fake_a, again_a = to_a(torch.cat([b, fake_b])).split(len(a))
            return Translated(fake_a, fake_b, again_a, to_b(fake_a), a[:0], b[:0])
        fake_b, same_b = to_b(torch.cat([a, b])).split(len(a))
        fake_a, same_a, again_a = to_a(torch.cat([b, a, fake_b])).split(len(a))
        return Translated(fake_a, fake_b, again_a, to_b(fake_a), same_a, same_b)

    def generator_losses(self, a: Tensor, b: Tensor, made: Translated) -> dict[str, Tensor]:
        """The sums over both directions, not yet weighted."""
        logits = self.nets.judge_a(made.fake_a).float(), self.nets.judge_b(made.fake_b).float()
        losses = {
            "generator": self.judge(logits[0], 1.0) + self.judge(logits[1], 1.0),
            "cycle": F.l1_loss(made.again_a, a) + F.l1_loss(made.again_b, b),
        }
        if self.game.identity:
            losses["identity"] = F.l1_loss(made.same_a, a) + F.l1_loss(made.same_b, b)
        return losses

    def _discriminator_losses(
        self, a: Tensor, b: Tensor, old_a: Tensor, old_b: Tensor, losses: dict[str, list[Tensor]]
    ) -> Iterator[Tensor]:
        yield from self.discriminator_losses(self.nets.judge_a, a, old_a, losses)
        yield from self.discriminator_losses(self.nets.judge_b, b, old_b, losses)

    # Looking ------------------------------------------------------------------------------------------------------

    def preview(self, networks: Mapping[str, nn.Module]) -> Preview:
        """A row for each pair of fixed pictures, with the columns named in `COLUMNS`."""
        to_b, to_a = networks["generator_ab"], networks["generator_ba"]
        tiles: list[Tensor] = []
        for a, b in zip(*(side.to(self._device).split(1) for side in self.shown), strict=True):
            for there, picture, back in ((to_b, a, to_a), (to_a, b, to_b)):
                fake = there(picture)
                again = back(fake)
                tiles += [in_colour(image) for image in (picture, fake, again)] + [error_map(picture, again.float())]
        return Preview(torch.cat(tiles), columns=len(COLUMNS), labels=COLUMNS)

    @property
    def _device(self) -> torch.device:
        return next(self.nets.to_a.parameters()).device

    # State --------------------------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        return super().state() | {"pool_a": self.pool_a.state(), "pool_b": self.pool_b.state()}

    def restore(self, state: Mapping[str, Any]) -> None:
        super().restore(state)
        self.pool_a.restore(state["pool_a"], self._device)
        self.pool_b.restore(state["pool_b"], self._device)
