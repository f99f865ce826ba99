"""ExploreState: where the person is in a run, and which Points their controls speak of. No torch here."""

import dataclasses
import random
from collections.abc import Callable, Mapping
from itertools import pairwise

from ganstudio.app.runner.renderer import Drawn
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.journey import Journey, Pin
from ganstudio.latent.point import (
    Between,
    Latent,
    Mix,
    Mode,
    Point,
    Seed,
    blend,
    knot,
    on_map,
    variation,
)

STRIP = 9
VARIATIONS = 64
Cell = tuple[int, int, int]
"""Level, column, row of a tile of the map."""


def random_seed() -> int:
    """A seed from the system's randomness, short enough to be read out."""
    return random.SystemRandom().randrange(100_000)


class Exploration:
    """One run being explored. `now` is the Point on show; the journey gets it when the control is let go."""

    def __init__(
        self, run: Run, journey: Journey, direction_set: DirectionSet, seeds: Callable[[], int] = random_seed
    ) -> None:
        self.run = run
        self.journey = journey
        self.direction_set = direction_set
        self.now: Point = journey.point
        self.settled: Point = journey.point
        """Where the last movement ended."""
        self.mode: Mode = "slerp"
        self.loop = False
        self.place = 0.0
        """On the way; see `on_way`."""
        self.corners: tuple[Latent, Latent, Latent, Latent] = (Seed(0), Seed(1), Seed(2), Seed(3))
        self.having: list[Point] = []
        self.lacking: list[Point] = []
        self.variations: list[Point] = []
        self.overview: tuple[int, ...] = ()
        self.seeds = seeds
        self._ends: tuple[Latent, ...] = (self.now.latent, Seed(seeds()))
        """Where there are too few pins for a way, it leads between these."""
        self._find_place()
        self.throw_corners()

    def _find_place(self) -> None:
        """Where on the way the Point on show is."""
        latent = self.now.latent
        if isinstance(latent, Between):
            self.mode = latent.mode
            if not self.pins:
                self._ends = (latent.first, latent.second)
            ways = [(first.latent, second.latent) for first, second in pairwise(self.way)]
            if (latent.first, latent.second) in ways:
                self.place = ways.index((latent.first, latent.second)) + latent.share

    # The walk -----------------------------------------------------------------------------------------------------

    @property
    def pins(self) -> tuple[Pin, ...]:
        return self.journey.pins

    @property
    def way(self) -> list[Point]:
        """What the walk leads through: the pins; as long as there are not two, also somewhere by chance."""
        ends = [self.with_latent(latent) for latent in self._ends]
        return [*(pin.point for pin in self.pins), *ends[min(2, len(self.pins)) :]]

    @property
    def legs(self) -> int:
        return len(self.way) if self.loop else len(self.way) - 1

    def on_way(self, place: float) -> Point:
        """The Point at a place of the walk (1.5: halfway from the second pin to the third), by the generator here."""
        way = self.way
        leg = min(int(place), self.legs - 1)
        point = blend(way[leg], way[(leg + 1) % len(way)], place - leg, self.mode)
        return dataclasses.replace(point, checkpoint=self.now.checkpoint)

    def strip(self) -> list[Point]:
        return [self.on_way(self.legs * index / (STRIP - 1)) for index in range(STRIP)]

    def new_seed(self) -> Seed:
        return Seed(self.seeds())

    # Elsewhere ----------------------------------------------------------------------------------------------------

    def with_latent(self, latent: Latent) -> Point:
        return dataclasses.replace(self.now, latent=latent)

    def throw_corners(self, first: Latent | None = None) -> None:
        """A new plane, through `first` if given."""
        a, b, c, d = (self.new_seed() for _ in range(4))
        self.corners = (first or a, b, c, d)

    def anchor(self, latent: Latent) -> None:
        """The map that begins at this latent, the same whenever one comes back to it."""
        around = (knot(latent, column, line) for column, line in ((1, 0), (0, 1), (1, 1)))
        self.corners = (latent, *around)  # type: ignore[assignment]

    def on_map(self, x: float, y: float) -> Point:
        return self.with_latent(on_map(self.corners, x, y, "lerp" if self.mode == "lerp" else "slerp"))

    def map_points(self, cells: list[Cell]) -> list[Point]:
        return [self.on_map(column / 2**level, row / 2**level) for level, column, row in cells]

    def throw_variations(self, around: Latent, amount: float) -> None:
        self.variations = [self.with_latent(variation(around, self.seeds(), amount)) for _ in range(VARIATIONS)]

    # Style --------------------------------------------------------------------------------------------------------

    def with_classes(self, weights: Mapping[str, float]) -> Point:
        return dataclasses.replace(self.now, classes=tuple(weights.items()))

    def with_mix(self, layers: tuple[int, ...], latent: Latent | None = None) -> Point:
        other = latent or (self.now.mix.latent if self.now.mix else self.new_seed())
        return dataclasses.replace(self.now, mix=Mix(other, layers) if layers else None)

    def mixed_with(self, latent: Latent) -> Point:
        return self.with_mix(self.now.mix.layers if self.now.mix else (), latent)

    def mix_points(self) -> list[Point]:
        """The picture whose style is taken, if one is."""
        return [dataclasses.replace(self.now, latent=self.now.mix.latent, mix=None)] if self.now.mix else []

    def with_noise(self, noise: int) -> Point:
        """-2: the trained constants; -1: none; else a seed."""
        return dataclasses.replace(self.now, noise=None if noise == -2 else noise)

    # Marks --------------------------------------------------------------------------------------------------------

    def mark(self, having: bool) -> None:
        """Mark the Point on show as an example; marking it the other way moves it to the other list."""
        for side in (self.having, self.lacking):
            if self.now in side:
                side.remove(self.now)
        (self.having if having else self.lacking).append(self.now)


class ExploreState:
    """What the page and its controllers share: the run being explored and the picture on show, once there are any."""

    def __init__(self) -> None:
        self.exploration: Exploration | None = None
        self.last: Drawn | None = None
        """The large picture."""
        self.classes: tuple[str, ...] = ()
        """What the generator on show has learned to tell apart."""

    @property
    def here(self) -> Exploration:
        assert self.exploration is not None, "the panels are hidden until a run is open"
        return self.exploration

    def latent_here(self) -> Latent:
        """The latent of the Point on show; as numbers where the renderer has condensed a deeply nested one."""
        return self.last.latent if self.last and self.last.point == self.here.now else self.here.now.latent
