"""Small stand-ins that behave like the real thing: images made of noise, a clock that is told the time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.core.session import Session
from ganstudio.core.settings import values_of
from ganstudio.core.system import Batch
from ganstudio.core.trainer import Trainer


@dataclass
class NoiseImages:
    """Batches that are a pure function of (seed, step), as real Images are."""

    batch_size: int
    resolution: int
    channels: int = 1
    seed: int = 0
    count: int = 64
    classes: tuple[str, ...] = ()

    def batch(self, step: int) -> Batch:
        generator = torch.Generator().manual_seed(self.seed * 7919 + step)
        shape = (self.batch_size, self.channels, self.resolution, self.resolution)
        images = torch.rand(shape, generator=generator) * 2 - 1
        return Batch(images, torch.zeros(self.batch_size, dtype=torch.long))


class FakeClock:
    """A clock on which every reading is `tick` seconds after the one before."""

    def __init__(self, tick: float = 0.01) -> None:
        self.now = 0.0
        self.tick = tick

    def __call__(self) -> float:
        self.now += self.tick
        return self.now


def make_trainer(recipe: Recipe, *, seed: int = 0, channels: int = 1) -> Trainer:
    torch.manual_seed(seed)
    return Trainer(recipe.build(ImageSpec(channels)), choose("cpu"), seed=seed, ema_kimg=recipe.ema_kimg)


def make_session(
    folder: Path, recipe: Recipe, *, steps: int = 0, clock: Callable[[], float] | None = None, seed: int = 0
) -> Session:
    settings = RunSettings(
        recipe=recipe.name, sides=(("nowhere",),), values=values_of(recipe), budget=Budget(steps=steps), seed=seed
    )
    run = Run.open(folder) if folder.exists() else Run.create(folder, settings)
    images = NoiseImages(recipe.batch, recipe.resolution, seed=seed)
    return Session(run, make_trainer(recipe, seed=seed), images, clock=clock or FakeClock())
