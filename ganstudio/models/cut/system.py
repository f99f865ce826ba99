"""CUT's step: one direction, held together by what corresponds (Park et al. 2020, arXiv 2007.15651)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.system import Preview, frozen
from ganstudio.models.cyclegan.winograd import kept_filters
from ganstudio.models.translation.game import ContrastGame
from ganstudio.models.translation.system import TranslationSystem, adam, in_colour, means

if TYPE_CHECKING:
    from ganstudio.models.cut.networks import Projections
    from ganstudio.models.cyclegan.networks import ResNetGenerator

COLUMNS = ("A", "A → B", "B", "B → B")


def patch_nce(queries: Tensor, keys: Tensor, temperature: float) -> Tensor:
    """Cross-entropy of finding each place of a picture among the others of the same picture (equation 3).

    Unit vectors (B, N, D): place i of `queries` belongs to place i of `keys`; the other N - 1 keys are wrong. ln N when
    all are the same. No gradient reaches the keys.
    """
    alike = queries.float() @ keys.detach().float().mT / temperature  # (B, N, N)
    right = torch.arange(alike.shape[1], device=alike.device).expand(len(alike), -1)
    return F.cross_entropy(alike.flatten(0, 1), right.flatten())


class ContrastiveSystem(TranslationSystem):
    """A generator from A to B, a discriminator of B, and projections for comparing places."""

    averaged = ("generator_ab",)

    def __init__(
        self,
        game: ContrastGame,
        generator: "ResNetGenerator",
        projections: "Projections",
        discriminator: nn.Module,
        channels: tuple[int, int],
    ) -> None:
        self.game = game
        self.generator = generator
        self.projections = projections
        self.discriminator = discriminator
        betas = game.beta1, game.beta2
        super().__init__(
            {"generator_ab": generator, "projections": projections, "discriminator_b": discriminator},
            {
                "generators": adam([generator, projections], game.generator_lr, *betas),
                "discriminators": adam([discriminator], game.discriminator_lr, *betas),
            },
            game=game,
            channels=channels,
        )

    def learn(self, a: Tensor, b: Tensor) -> dict[str, Tensor]:
        if self.game.flip_equivariant and torch.rand(()) < 0.5:
            a, b = a.flip(3), b.flip(3)
        count = self.game.accumulate * self.parts
        parts = list(zip(a.chunk(count), b.chunk(count), strict=True))
        losses: dict[str, list[Tensor]] = {}
        fakes: list[Tensor] = []
        with frozen(self.discriminator), kept_filters(self.generator):
            self.update("generators", self._generator_losses(parts, fakes, losses))
        self.update("discriminators", self.discriminator_losses(self.discriminator, b, torch.cat(fakes), losses))
        return means(losses)

    def _generator_losses(
        self, parts: Sequence[tuple[Tensor, Tensor]], fakes: list[Tensor], losses: dict[str, list[Tensor]]
    ) -> Iterator[Tensor]:
        for a, b in parts:
            sources = torch.cat([a, b]) if self.game.identity else a
            features, last = self.generator.features(sources)
            made = self.generator.finish(last)
            fakes.append(made[: len(a)].detach())
            terms = {"generator": self.judge(self.discriminator(made[: len(a)]).float(), 1.0)}
            terms["correspondence"] = self._correspondence(features, made)
            for name, value in terms.items():
                losses.setdefault(name, []).append(value.detach())
            yield (terms["generator"] + self.game.correspondence * terms["correspondence"]) / len(parts)

    def _correspondence(self, features: list[Tensor], made: Tensor) -> Tensor:
        """PatchNCE over all depths and, with the identity, over A to B and B to B: the mean of each.

        `features`: those of the pictures that `made` (N, C, H, W) was made from, from the same call.
        """
        places = [torch.randperm(feature[0, 0].numel())[: self.game.patches].to(feature.device) for feature in features]
        keys = self.projections([feature.detach() for feature in features], places)
        queries = self.projections(self.generator.features(made)[0], places)
        each = [patch_nce(ours, theirs, self.game.temperature) for ours, theirs in zip(queries, keys, strict=True)]
        return torch.stack(each).mean()

    def preview(self, networks: Mapping[str, nn.Module]) -> Preview:
        """A row for each pair of fixed pictures, with the columns named in `COLUMNS`."""
        generator = networks["generator_ab"]
        device = next(generator.parameters()).device
        tiles: list[Tensor] = []
        for a, b in zip(*(side.to(device).split(1) for side in self.shown), strict=True):
            tiles += [a, generator(a), b] + ([generator(b)] if a.shape == b.shape else [torch.full_like(b, -1.0)])
        return Preview(torch.cat([in_colour(tile) for tile in tiles]), columns=len(COLUMNS), labels=COLUMNS)
