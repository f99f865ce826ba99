"""The work of exploring a run that takes longer than a frame: its journey, directions, overviews, pictures. No Qt."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.core.checkpoint_names import checkpoint_names
from ganstudio.core.run import Run, RunError
from ganstudio.core.run_list import opened
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.image_recipe import ImageRecipe, image_recipe_in, recipe_for
from ganstudio.latent.journey import Journey
from ganstudio.latent.point import Point, Seed
from ganstudio.workflows.known_runs import RunPlaces
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.core.pixels import Pixels

Borrow = Callable[[], "TrainedGenerator"]
"""A generator that nobody else draws with meanwhile; the window gives a copy of the one on show."""

OVERVIEW = 144
COLUMNS = 16
SAMPLES = 10_000
"""Random latents from which principal components are taken."""


@dataclass(frozen=True)
class Loaded:
    """What is kept in a run's folder about exploring it: its journey and its directions."""

    run: Run
    journey: Journey
    direction_set: DirectionSet
    sentences: tuple[str, ...]
    """What was damaged and begins anew."""


def load(run: Run, start: Point, report: TaskProgress) -> Loaded:
    """`start`: where a journey begins if the run has none."""
    journey, journey_sentence = Journey.load(run.folder, start)
    direction_set, directions_sentence = DirectionSet.load(run.folder)
    return Loaded(run, journey, direction_set, tuple(filter(None, (journey_sentence, directions_sentence))))


def explorable(folder: Path) -> Run | None:
    """The run in a folder, if it has a checkpoint and draws from noise."""
    runs = (run for run in opened([folder]) if checkpoint_names(run) and run.settings.does == "generate")
    return next(runs, None)


# Directions and overview --------------------------------------------------------------------------------------------


def find_directions(kind: str, borrow: Borrow, report: TaskProgress) -> list[Direction]:
    """Principal components ('component') or the first layer's directions ('layer').

    Raises:
        DirectionsError: the network has none; a sentence.
        CancelledError: `report.cancelled` said so.
    """
    from ganstudio.latent.find_directions import closed_form, principal

    if kind == "layer":
        return closed_form(borrow())
    return principal(borrow(), samples=SAMPLES, on_progress=report.progress, cancelled=report.cancelled)


def learn_direction(
    name: str,
    having: Sequence[Point],
    lacking: Sequence[Point],
    direction_set: DirectionSet,
    borrow: Borrow,
    report: TaskProgress,
) -> list[Direction]:
    """The direction from Points that lack something to those that have it; raises as `find_directions`."""
    from ganstudio.latent.find_directions import learned

    return [learned(borrow(), name or "attribute", having, lacking, direction_set)]


@dataclass(frozen=True)
class Overview:
    """Pictures of random seeds in the order of a grid of `COLUMNS` columns."""

    seeds: tuple[int, ...]
    pictures: "tuple[Pixels, ...]"


def overview(point: Point, direction_set: DirectionSet, borrow: Borrow, report: TaskProgress) -> Overview:
    """Random seeds under the settings of `point`, arranged so that neighbours look alike."""
    import numpy as np

    from ganstudio.latent.map import arranged, tiny
    from ganstudio.latent.point_to_picture import draw

    generator = borrow()
    seeds = random.SystemRandom().sample(range(100_000), OVERVIEW)
    pictures = []
    for number, seed in enumerate(seeds):
        if report.cancelled():
            return Overview((), ())
        pictures.append(draw(generator, replace(point, latent=Seed(seed)), direction_set))
        report.progress(number + 1, OVERVIEW)
    order = [number for number in arranged(tiny(np.stack(pictures)), COLUMNS) if number >= 0]
    return Overview(tuple(seeds[number] for number in order), tuple(pictures[number] for number in order))


# Files --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dropped:
    """A picture that was dropped: one of ours with the way back to it, or a photograph."""

    path: Path
    image_recipe: ImageRecipe | None = None
    run: Run | None = None
    """The run that it came from, where it can be found."""


def look_into(path: Path, here: Run | None, places: RunPlaces, report: TaskProgress) -> Dropped:
    """Whether a picture tells where it came from.

    Raises:
        RunError, PointError: it cannot be read, or it tells of something that is not there.
    """
    from ganstudio.export.provenance import read_recipe

    try:
        recipe = read_recipe(path)
    except OSError:  # no PNG, JPEG or WebP: perhaps a photograph all the same
        return Dropped(path)
    image_recipe = image_recipe_in(recipe) if recipe else None
    if image_recipe is None:
        return Dropped(path)
    if here and here.name == image_recipe.run:
        return Dropped(path, image_recipe, here)
    run = next((run for run in places.runs() if run.name == image_recipe.run), None)
    if run is None:
        raise RunError(f"{path.name} was drawn by the run {image_recipe.run}, which is not among the runs known here.")
    return Dropped(path, image_recipe, run)


@dataclass(frozen=True)
class Picture:
    """A picture, and what it was drawn from."""

    pixels: "Pixels"
    point: Point
    direction_set: DirectionSet
    run: Run
    step: int


def write_picture(
    picture: Picture,
    path: Path,
    recipe: bool,
    borrow: Borrow,
    report: TaskProgress,
    *,
    larger: Path | None = None,
    overwrite: bool = False,
) -> Path:
    """One picture with its mark and, if wanted, its recipe; under another name if that is taken.

    `larger`: a run or weights that enlarge it first.

    Raises:
        WeightsError, RunError: nothing enlarges by them; a sentence.
        OSError: it cannot be written.
    """
    from ganstudio.core.pixels import as_image
    from ganstudio.export.image_file import write_image
    from ganstudio.latent.point_to_picture import condensed
    from ganstudio.workflows.export_pictures import enlarged_by
    from ganstudio.workflows.upscale_pictures import open_upscaler

    path.parent.mkdir(parents=True, exist_ok=True)
    kind = path.suffix.lower().lstrip(".") or "png"
    fields = None
    if recipe:
        point = condensed(borrow(), picture.point, picture.direction_set)
        fields = recipe_for(point, picture.run.name, picture.step)
    pixels = picture.pixels
    if larger:
        upscaler = open_upscaler(larger)
        pixels = upscaler.image(as_image(pixels))
        fields = fields | {"larger": enlarged_by(upscaler)} if fields is not None else None
    return write_image(pixels, path.with_suffix(f".{kind}"), kind, recipe=fields, overwrite=overwrite)
