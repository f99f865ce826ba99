"""Fast style's step: content as the network sees it, style as its statistics (Johnson et al. 2016, section 3.2)."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.device import mixed_precision
from ganstudio.core.system import Batch, Preview
from ganstudio.models.faststyle.game import FastStyleGame
from ganstudio.models.style.gatys import content_weight
from ganstudio.models.style.statistics import MEASURES, Statistic, content_difference, difference, start_of
from ganstudio.models.style.taps import CONTENT_TAP, Taps
from ganstudio.models.translation.system import TwoSidedSystem, adam, in_colour, means

COLUMNS = ("A", "A → B", "B")


class _Aim(NamedTuple):
    """The style to come near, and how far the pictures were from it before, at each tap."""

    wanted: list[Statistic]
    start: list[Tensor]


class FastStyleSystem(TwoSidedSystem):
    """One generator; the network that sees is not trained, and not part of what is saved."""

    def __init__(self, game: FastStyleGame, generator: nn.Module, channels: tuple[int, int]) -> None:
        self.game = game
        self.generator = generator
        self.measure = MEASURES[game.measure]
        self.taps = Taps([nn.Identity()] * (CONTENT_TAP + 1), range(CONTENT_TAP + 1), name="pixels")
        self._aim: _Aim | None = None
        optimizer = adam([generator], game.generator_lr, game.beta1, game.beta2)
        super().__init__(
            {"generator_ab": generator}, {"generators": optimizer}, resolution=game.resolution, channels=channels
        )

    def see_with(self, taps: Taps) -> None:
        """The network by whose features pictures are compared; before, it is the pixels themselves."""
        self.taps, self._aim = taps, None

    def show(self, batch: Batch) -> None:
        super().show(batch)
        self._aim = None

    # Learning -----------------------------------------------------------------------------------------------------

    def learn(self, a: Tensor, b: Tensor) -> dict[str, Tensor]:
        losses: dict[str, list[Tensor]] = {}
        self.update("generators", self._losses(a, self.aim(a.device), losses))
        return means(losses)

    def _losses(self, a: Tensor, aim: _Aim, losses: dict[str, list[Tensor]]) -> Iterator[Tensor]:
        parts = a.chunk(self.game.accumulate * self.parts)
        for part in parts:
            terms = self.terms(part, self.generator(part), aim)
            total = terms["style"] + content_weight(self.game.strength) * terms["content"]
            total = total + self.game.smoothness * terms["smoothness"]
            for name, value in ({"generator": total} | terms).items():
                losses.setdefault(name, []).append(value.detach())
            yield total / len(parts)

    def terms(self, images: Tensor, drawn: Tensor, aim: _Aim) -> dict[str, Tensor]:
        """What is to become small: how far from the style and the content, how rough. Two (B, C, H, W) in [-1, 1]."""
        with mixed_precision(images.device):  # sums over thousands of places need more than bfloat16
            seen = self.taps(_lit(drawn.float()))
            with torch.no_grad():
                content = self.taps(_lit(images.float()))[CONTENT_TAP]
            return {
                "style": torch.stack(_shares(self._errors(seen, aim.wanted), aim.start)).mean(),
                "content": content_difference(seen[CONTENT_TAP], content),
                "smoothness": _roughness(drawn.float()),
            }

    def _errors(self, seen: list[Tensor], wanted: list[Statistic]) -> list[Tensor]:
        return [difference(self.measure(layer), style) for layer, style in zip(seen, wanted, strict=True)]

    def aim(self, device: torch.device) -> _Aim:
        """From the pictures that are shown, so that a run that is resumed has the same."""
        if self._aim is None:
            self.taps = self.taps.to(device)
            a, b = (_lit(side.to(device)) for side in self.shown)
            size = max(32, round(self.game.resolution * self.game.brush))
            if b.shape[-1] != size:
                b = F.interpolate(b, (size, size), mode="bicubic", antialias=True).clamp(0, 1)
            with torch.no_grad(), mixed_precision(device):
                wanted = [_averaged(self.measure(layer)) for layer in self.taps(b)]
                start = start_of(self._errors(self.taps(a), wanted), wanted)
            self._aim = _Aim(wanted, start)
        return self._aim

    # Looking and keeping ------------------------------------------------------------------------------------------

    def preview(self, networks: Mapping[str, nn.Module]) -> Preview:
        """A row for each of the fixed pictures: it, how it is drawn, the style."""
        generator = networks["generator_ab"]
        device = next(generator.parameters()).device
        tiles: list[Tensor] = []
        for a, b in zip(*(side.to(device).split(1) for side in self.shown), strict=True):
            tiles += [a, generator(a), b]
        return Preview(torch.cat([in_colour(tile) for tile in tiles]), columns=len(COLUMNS), labels=COLUMNS)

    def state(self) -> dict[str, Any]:
        return super().state() | {"sees": self.taps.name}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Raises ValueError: it learned by another network than the one at hand."""
        if state["sees"] != self.taps.name:
            raise ValueError(f"it learned by {state['sees']}, and {self.taps.name} is at hand")
        super().restore(state)
        self._aim = None


def _lit(images: Tensor) -> Tensor:
    """[-1, 1] -> [0, 1]."""
    return images / 2 + 0.5


def _averaged(statistic: Statistic) -> Statistic:
    """Of several style pictures, their mean: (1, ...)."""
    return tuple(part.mean(0, keepdim=True) for part in statistic)


def _shares(errors: list[Tensor], start: list[Tensor]) -> list[Tensor]:
    return [error / before for error, before in zip(errors, start, strict=True)]


def _roughness(images: Tensor) -> Tensor:
    """Total variation: the mean square difference of neighbours."""
    across, down = images.diff(dim=3), images.diff(dim=2)
    return across.square().mean() + down.square().mean()
