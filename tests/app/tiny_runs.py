"""Finished runs of a tiny generator, made within a second."""

import dataclasses
from pathlib import Path
from typing import Any

from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.session import Session
from ganstudio.core.settings import values_of
from ganstudio.models.linear.recipe import Linear
from tests.core.fakes import FakeClock, NoiseImages, make_trainer

RECIPE = Linear(resolution=8, batch=4, latent=6, generator_widths="16", discriminator_widths="16")


def settings(steps: int = 0, sources: tuple[str, ...] = ("nowhere",), recipe: Linear = RECIPE) -> RunSettings:
    return RunSettings(
        recipe="linear", sides=(sources,), values=values_of(recipe), budget=Budget(steps=steps),
        preparation=Preparation(colour="grey"),
    )  # fmt: skip


def session(run: Run, tick: float = 0.01, recipe: Linear = RECIPE) -> Session:
    return Session(run, make_trainer(recipe, seed=3), NoiseImages(4, 8), clock=FakeClock(tick))


def tiny_run(folder: Path, steps: int = 3, **changes: Any) -> Run:
    """A run with one checkpoint, at step `steps`."""
    recipe = dataclasses.replace(RECIPE, **changes)
    run = Run.create(folder, settings(steps, recipe=recipe))
    for _ in session(run, recipe=recipe).events():
        pass
    return run
