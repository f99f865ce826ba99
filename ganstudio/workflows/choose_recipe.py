"""Auto for real images on this computer: survey the images, measure speed, choose the recipe."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence

from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.run import Preparation, Run
from ganstudio.core.settings import SettingError, Value
from ganstudio.models.auto import Choice, ImageFacts, choose_recipe
from ganstudio.workflows.measure_speed import speed_here

SECONDS = 3.0
"""How long each size is measured."""


def facts_of(
    sources: Sequence[str], preparation: Preparation, *, cancelled: Callable[[], bool] | None = None
) -> ImageFacts:
    """What a first look tells, before anything is decoded.

    Raises:
        ImagesError: a source does not exist.
        Cancelled: `cancelled` said so.
    """
    from ganstudio.core.images.survey import survey_images

    seen = survey_images(sources, preparation, cancelled=cancelled)
    return ImageFacts(count=seen.count, side=seen.side, classes=seen.classes)


def decide(
    sources: Sequence[str],
    preparation: Preparation,
    *,
    device: str = "auto",
    minutes: float = 0.0,
    fixed: Mapping[str, Value] | None = None,
    on_prepare: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Choice:
    """What to train on these images here, its speed measured. The images are prepared at the largest size tried.

    For the arguments see `choose_recipe`.

    Raises:
        ImagesError, SettingError: what was asked for cannot be done; a sentence for the user.
        Cancelled: `cancelled` said so.
    """
    from ganstudio.core.device import choose
    from ganstudio.core.images.cache import prepare
    from ganstudio.core.images.check_report import Cancelled

    kind = choose(device).device.type
    facts = facts_of(sources, preparation, cancelled=cancelled)
    largest = choose_recipe(facts, kind, minutes=minutes, fixed=fixed).made
    require_sound(largest)
    prepared = prepare(sources, preparation, largest.prepared_resolution, on_progress=on_prepare, cancelled=cancelled)
    if on_prepare:
        on_prepare(prepared.report.used, prepared.report.used)  # also where nothing had to be decoded
    facts = dataclasses.replace(facts, count=prepared.report.used, classes=len(prepared.classes))
    measure = speed_here(
        device, ImageSpec(preparation.channels, tuple(prepared.classes)), seconds=SECONDS, cancelled=cancelled
    )

    def speed_of(recipe: Recipe) -> float:
        speed = measure(recipe)
        if cancelled and cancelled():
            raise Cancelled
        return speed

    return choose_recipe(facts, kind, minutes=minutes, fixed=fixed, speed_of=speed_of)


def settle(
    run: Run,
    *,
    on_prepare: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write into the settings of a run that was left to auto what it trains. The run's budget stays as it is.

    Raises: as `decide`.
    """
    settings = run.settings
    choice = decide(
        settings.sides[0],
        settings.preparation,
        device=settings.device,
        minutes=settings.budget.minutes,
        fixed=settings.values,
        on_prepare=on_prepare,
        cancelled=cancelled,
    )
    run.change(recipe=choice.recipe, values=choice.values, reason=choice.sentence)


def require_sound(recipe: Recipe) -> None:
    """Refuse what cannot be trained.

    Raises:
        SettingError: with the sentence of the first error.
    """
    for problem in recipe.problems():
        if problem.severity == "error":
            raise SettingError(problem.settings[0], problem.sentence)
