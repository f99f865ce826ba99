"""ExploreState: where the person is in a run, and which Points their controls speak of. No torch here."""

import dataclasses
import random
from collections.abc import Callable, Mapping

from ganstudio.app.runner.renderer import Drawn
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.journey import Journey
from ganstudio.latent.point import (
    Between,
    Latent,
    Mix,
    Mode,
    Point,
    Seed,
    between,
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
        self.stops: list[Latent] = []
        self.chosen = 0
        self.place = 0.0
        self.corners: tuple[Latent, Latent, Latent, Latent] = (Seed(0), Seed(1), Seed(2), Seed(3))
        self.having: list[Point] = []
        self.lacking: list[Point] = []
        self.keyframes: list[Point] = []
        self.variations: list[Point] = []
        self.overview: tuple[int, ...] = ()
        self.seeds = seeds
        self._by_chance = False
        """The last stop was only put there so that there is a way at all."""
        self._take_stops()
        self.throw_corners()

    def _take_stops(self) -> None:
        """The walk that the Point on show is on, or one from it to somewhere else."""
        latent = self.now.latent
        if isinstance(latent, Between):
            self.stops, self.place, self.mode = [latent.first, latent.second], latent.share, latent.mode
        else:
            self.stops, self.place, self._by_chance = [latent, Seed(self.seeds())], 0.0, True

    # The walk -----------------------------------------------------------------------------------------------------

    @property
    def legs(self) -> int:
        return len(self.stops) if self.loop else len(self.stops) - 1

    def on_way(self, place: float) -> Point:
        """The Point at a place of the walk (1.5: halfway from the second stop to the third), all else as now."""
        leg = min(int(place), self.legs - 1)
        first, second = self.stops[leg], self.stops[(leg + 1) % len(self.stops)]
        return self.with_latent(between(first, second, place - leg, self.mode))

    def strip(self) -> list[Point]:
        return [self.on_way(self.legs * index / (STRIP - 1)) for index in range(STRIP)]

    def stop_points(self) -> list[Point]:
        return [self.with_latent(stop) for stop in self.stops]

    def set_stop(self, index: int, latent: Latent) -> None:
        """Change a stop, or add one at the end for -1."""
        if index < 0:
            self.stops.append(latent)
            index = len(self.stops) - 1
        else:
            self._by_chance = self._by_chance and index < len(self.stops) - 1
            self.stops[index] = latent
        self.chosen = index
        self.place = float(min(index, self.legs))

    def lead_to(self, latent: Latent) -> None:
        """The way ends here: at one more stop, or instead of one that is there only by chance."""
        self.set_stop(len(self.stops) - 1 if self._by_chance else -1, latent)
        self._by_chance = False

    def remove_stop(self, index: int) -> None:
        if len(self.stops) > 2:
            del self.stops[index]
            self.chosen = min(self.chosen, len(self.stops) - 1)
            self.place = float(min(self.chosen, self.legs))

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

    # Marks and keyframes ------------------------------------------------------------------------------------------

    def mark(self, having: bool) -> None:
        """Mark the Point on show as an example; marking it the other way moves it to the other list."""
        for side in (self.having, self.lacking):
            if self.now in side:
                side.remove(self.now)
        (self.having if having else self.lacking).append(self.now)

    def move_keyframe(self, first: int, second: int) -> None:
        self.keyframes.insert(second, self.keyframes.pop(first))


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
