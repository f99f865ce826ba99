"""AdaIN's step: the decoder learns to draw layers that were given a style (Huang and Belongie 2017, section 6)."""

from collections.abc import Iterator, Mapping
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.device import mixed_precision
from ganstudio.core.system import Preview
from ganstudio.models.adain.game import AdaptiveGame
from ganstudio.models.adain.networks import AdaptiveNet, Moments, moments_of
from ganstudio.models.style.statistics import content_difference
from ganstudio.models.style.taps import Taps
from ganstudio.models.translation.system import TwoSidedSystem, adam, in_colour, means

COLUMNS = ("A", "A → B", "B")


class AdaptiveSystem(TwoSidedSystem):
    """One generator, of which the encoder stays as it was given and is saved with it: its runs draw by themselves."""

    def __init__(self, game: AdaptiveGame, generator: AdaptiveNet, channels: tuple[int, int]) -> None:
        self.game = game
        self.generator = generator
        self.sees = ""
        optimizer = adam([generator.decoder], game.generator_lr, game.beta1, game.beta2)
        super().__init__(
            {"generator_ab": generator}, {"generators": optimizer}, resolution=game.resolution, channels=channels
        )

    def see_with(self, taps: Taps) -> None:
        """The network that it sees by, before a Trainer has it; raises ValueError, see `AdaptiveNet.see_as`."""
        self.generator.see_as(taps)
        self.sees = taps.name

    # Learning -----------------------------------------------------------------------------------------------------

    def learn(self, a: Tensor, b: Tensor) -> dict[str, Tensor]:
        losses: dict[str, list[Tensor]] = {}
        self.update("generators", self._losses(a, b, losses))
        return means(losses)

    def _losses(self, a: Tensor, b: Tensor, losses: dict[str, list[Tensor]]) -> Iterator[Tensor]:
        count = self.game.accumulate * self.parts
        for content, style in zip(a.chunk(count), b.chunk(count), strict=True):
            terms = self.terms(content, style)
            weights = {"style": self.game.style_weight, "identity": self.game.identity_weight}
            total = torch.stack([weights.get(name, 1.0) * term for name, term in terms.items()]).sum()
            for name, value in ({"generator": total} | terms).items():
                losses.setdefault(name, []).append(value.detach())
            yield total / count

    def terms(self, content: Tensor, style: Tensor) -> dict[str, Tensor]:
        """What is to become small: how far what is drawn is from the layer it was drawn from, and from the style.

        Two (B, C, H, W) in [-1, 1]. Equations 12 and 13, each over the size of what is wanted: those of the paper
        suit one network alone, whose layers were brought to a mean of 1. The first quarter of the pictures is drawn in
        its own style, and so should come back: "identity".
        """
        network = self.generator
        own = len(content) // 4 if self.game.identity_weight else 0
        style = torch.cat([content[:own], style[own:]])
        with torch.no_grad(), mixed_precision(content.device):  # sums over many places need more than bfloat16
            wanted = [moments_of(layer) for layer in network.seen(style.float())]
            layer = network.adapted(network.seen(content.float())[network.depth], wanted[network.depth])
            colours = moments_of(style.float())
        drawn = network.painted(layer, colours).float()
        with mixed_precision(content.device):
            seen = network.seen(drawn)
            distances = [_distance(moments_of(ours), theirs) for ours, theirs in zip(seen, wanted, strict=True)]
            terms = {"content": content_difference(seen[network.depth], layer), "style": torch.stack(distances).mean()}
        return terms | ({"identity": F.l1_loss(drawn[:own], content[:own].float())} if own else {})

    # Looking and keeping ------------------------------------------------------------------------------------------

    def preview(self, networks: Mapping[str, nn.Module]) -> Preview:
        """A row for each of the fixed pictures: it, how it is drawn, the style."""
        network: Any = networks["generator_ab"]
        device = next(network.parameters()).device
        tiles: list[Tensor] = []
        for a, b in zip(*(side.to(device).split(1) for side in self.shown), strict=True):
            tiles += [a, network(a, network.style_of(b)).clamp(-1, 1), b]
        return Preview(torch.cat([in_colour(tile) for tile in tiles]), columns=len(COLUMNS), labels=COLUMNS)

    def state(self) -> dict[str, Any]:
        return super().state() | {"sees": self.sees}

    def restore(self, state: Mapping[str, Any]) -> None:
        super().restore(state)
        self.sees = str(state["sees"])


def _distance(ours: Moments, wanted: Moments) -> Tensor:
    """Squared differences of the two over their own squares: a scalar, the mean over the pictures of a batch."""
    pairs = zip(ours, wanted, strict=True)
    return torch.stack([(a - b).square().mean() / b.square().mean().clamp_min(1e-12) for a, b in pairs]).sum()
