"""Going on with a run where it stopped: what becomes of its budget."""

import dataclasses

from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.core.settings import SettingError, from_mapping


def extended(run: Run) -> Budget:
    """The run's budget if some of it is left, else as much again from where the run is."""
    summary, budget = run.summary(), run.settings.budget
    done = budget.fraction(summary.step, summary.kimg, summary.seconds)
    if done is None or done < 1.0:
        return budget
    return dataclasses.replace(
        budget,
        steps=summary.step + budget.steps if budget.steps else 0,
        kimg=summary.kimg + budget.kimg if budget.kimg else 0.0,
        minutes=summary.seconds / 60 + budget.minutes if budget.minutes else 0.0,
    )


def rates_would_jump(settings: RunSettings, step: int) -> bool:
    """Whether the learning rates have fallen with a budget that is used up at `step`: granted once more, they begin
    again. Nothing is read for it."""
    from ganstudio.models.gallery import by_name  # the window stands without all recipes
    from ganstudio.models.translation.recipe import TranslationRecipe

    try:
        recipe = from_mapping(by_name(settings.recipe), settings.values)
    except SettingError:
        return False
    if not isinstance(recipe, TranslationRecipe) or not recipe.decay_epochs or settings.budget.rates == "low":
        return False
    steps, kimg = settings.budget.steps, settings.budget.kimg
    return bool(steps and step >= steps) or bool(kimg and step * recipe.batch >= 1000 * kimg)


def keep_rates_low(run: Run) -> None:
    """Have the run go on, from now on, at the rates that it had come down to.

    Raises:
        OSError: the run's settings cannot be written.
    """
    run.change(budget=dataclasses.replace(run.settings.budget, rates="low"))
