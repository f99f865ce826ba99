"""The images of a run that learns from two folders: prepared each in its colours, compared, and put side by side."""

from collections.abc import Callable
from dataclasses import replace

import torch

from ganstudio.core.events import Warned
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.check_report import CheckReport
from ganstudio.core.images.side_contrast import compare_sides
from ganstudio.core.images.sides import TwoSides
from ganstudio.core.learning_rates import Capped, LinearDecay
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.resolution import shape_of
from ganstudio.core.run import Preparation, Run, RunError, RunSettings
from ganstudio.core.system import System
from ganstudio.core.trainer import Trainer
from ganstudio.models.adain.system import AdaptiveSystem
from ganstudio.models.faststyle.system import FastStyleSystem
from ganstudio.models.translation.recipe import TranslationRecipe
from ganstudio.models.translation.system import TwoSidedSystem
from ganstudio.workflows.stylise import open_taps

SHOWN = 6
"""Fixed pictures of each side in the live view; fewer where they are large."""


def open_sides(
    settings: RunSettings,
    recipe: TranslationRecipe,
    device: torch.device,
    *,
    on_prepare: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[TwoSides, tuple[CheckReport, CheckReport]]:
    """Both sides' batches, and what was seen when they were prepared.

    Raises:
        ImagesError: a side is empty or cannot be prepared.
        RunError: there are not two sides.
        Cancelled: `cancelled` returned True.
    """
    if len(settings.sides) != 2:
        raise RunError(
            f"{recipe.title} learns from two folders, not from {len(settings.sides)}: give side A and side B."
        )
    a, b = (
        prepare(sources, preparation, recipe.prepared_resolution, on_progress=on_prepare, cancelled=cancelled)
        for sources, preparation in zip(settings.sides, preparations(recipe, settings.preparation), strict=True)
    )
    images = TwoSides(
        a,
        b,
        resolution=recipe.resolution,
        batch=recipe.batch,
        seed=settings.seed,
        flip=recipe.flip or settings.preparation.flip,
        device=device,
    )
    return images, (a.report, b.report)


def about_rates(run: Run, trainer: Trainer) -> tuple[Warned, ...]:
    """How the learning rates go on, where that is no matter of course; they are kept low where that is wished."""
    budget, schedule = run.settings.budget, trainer.system.schedule
    left, now = trainer.left_at, schedule.factor(trainer.step)
    if trainer.step and left and now > JUMP * left:
        sentence = (
            f"The run is to be longer than its learning rates were to fall: they go up from {left:.2g} of their full "
            f"size to {now:.2g} and fall again. To keep them low instead, continue it with --rates low."
        )
        if budget.rates == "low":
            trainer.system.schedule = Capped(schedule, left)
            trainer.rates.set(trainer.system.schedule.factor(trainer.step))
            sentence = f"The learning rates stay at {left:.2g} of their full size, as it was wished (--rates low)."
        return (Warned(step=trainer.step, topic="rates", message=sentence),)
    if isinstance(schedule, LinearDecay) and schedule.steps and schedule.decay and not (budget.steps or budget.kimg):
        when = "fell" if trainer.step >= schedule.steps else "fall"
        sentence = (
            f"Without a number of steps or images to come, the learning rates {when} until step {schedule.steps:,} and "
            f"stay at {schedule.factor(schedule.steps):.2g} of their full size from there on."
        )
        return (Warned(step=trainer.step, topic="rates", message=sentence),)
    return ()


JUMP = 2.0
"""How many times the rates may grow when a run is resumed before a word is said."""


def about_sides(settings: RunSettings, reports: tuple[CheckReport, CheckReport]) -> tuple[Warned, ...]:
    """What a person should know about the pair."""
    advice = compare_sides(*reports, (settings.sides[0], settings.sides[1]))
    return tuple(Warned(step=0, topic="sides", message=sentence) for sentence in advice)


def preparations(recipe: TranslationRecipe, preparation: Preparation) -> tuple[Preparation, Preparation]:
    """How the pictures of each side are prepared: in its colours, and without classes."""
    a, b = (
        replace(preparation, colour={1: "grey", 3: "rgb", 4: "rgba"}[channels], labels=False)
        for channels in recipe.channels(ImageSpec(preparation.channels))
    )
    return a, b


def make_ready(system: TwoSidedSystem, images: TwoSides, settings: RunSettings, recipe: TranslationRecipe) -> None:
    """Give the System what it cannot know: how long the run will be, the pictures to show, what it sees with.

    Raises:
        FeaturesError: the weights of the network that it sees with are not here.
    """
    give_eyes(system)
    budget = settings.budget
    system.set_schedule(recipe.schedule(budget.steps, budget.kimg, images.counts))
    system.show(images.fixed(shown_count(recipe)))


def give_eyes(system: System) -> None:
    """Give a System that compares pictures as a network sees them the network; to others nothing is done.

    Raises:
        FeaturesError: its weights are not here.
    """
    if isinstance(system, FastStyleSystem | AdaptiveSystem):
        taps = open_taps()
        try:
            system.see_with(taps)
        except ValueError as error:
            raise RunError(f"{error} Choose the other encoder, or give a file with the weights of it.") from None


def shown_count(recipe: TranslationRecipe) -> int:
    """Rows of the live view."""
    return max(2, min(SHOWN, 512 // max(shape_of(recipe.resolution))))
