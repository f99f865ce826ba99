"""What the explorer does beside the window and takes longer than a frame. Every function runs in a worker thread."""

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.core.film import FilmRequest
from ganstudio.core.moments import checkpoint_names
from ganstudio.core.run import Run, RunError, runs_in
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.image_recipe import ImageRecipe, image_recipe_in, recipe_for
from ganstudio.latent.interpolation import film, leg_lengths
from ganstudio.latent.journey import Journey
from ganstudio.latent.point import Mode, Numbers, Point, Seed
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.latent.nearest import Index
    from ganstudio.latent.projection import ProjectionResult

Borrow = Callable[[], "TrainedGenerator"]
"""A copy of the generator on show; see `Renderer.borrow`."""
Beside = Callable[[Callable[[], Any]], Any]
"""Does what it is given between two steps of whatever trains; see `beside.between_steps`."""

log = logging.getLogger(__name__)

OVERVIEW = 144
COLUMNS = 16
SAMPLES = 10_000


@dataclass(frozen=True)
class Loaded:
    """What a run remembers of its exploring."""

    run: Run
    journey: Journey
    direction_set: DirectionSet
    sentences: tuple[str, ...]


def load(run: Run, start: Point, report: TaskProgress) -> Loaded:
    journey, first = Journey.load(run.folder, start)
    direction_set, second = DirectionSet.load(run.folder)
    return Loaded(run, journey, direction_set, tuple(one for one in (first, second) if one))


def explorable(folder: Path, report: TaskProgress) -> list[Run]:
    """The runs in `folder` that have a checkpoint and draw from noise, newest first."""
    return [run for run in runs_in(folder) if checkpoint_names(run) and len(run.settings.sides) == 1]


# Directions ---------------------------------------------------------------------------------------------------------


def find(kind: str, borrow: Borrow, report: TaskProgress) -> list[Direction]:
    """Principal components or the first layer's directions."""
    from ganstudio.latent.directions import closed_form, principal

    if kind == "layer":
        return closed_form(borrow())
    return principal(borrow(), samples=SAMPLES, on_progress=report.progress, cancelled=report.cancelled)


def learn(
    name: str,
    having: Sequence[Point],
    lacking: Sequence[Point],
    direction_set: DirectionSet,
    borrow: Borrow,
    report: TaskProgress,
) -> list[Direction]:
    from ganstudio.latent.directions import learned

    return [learned(borrow(), name or "attribute", having, lacking, direction_set)]


# Overview and nearest -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Overview:
    seeds: tuple[int, ...]
    pictures: tuple[Any, ...]


def overview(point: Point, direction_set: DirectionSet, borrow: Borrow, report: TaskProgress) -> Overview:
    """Random seeds under the settings of `point`, like beside like."""
    import dataclasses

    import numpy as np

    from ganstudio.latent.map import arranged, tiny
    from ganstudio.latent.resolve import draw

    generator = borrow()
    seeds = random.SystemRandom().sample(range(100_000), OVERVIEW)
    pictures = []
    for number, seed in enumerate(seeds):
        if report.cancelled():
            return Overview((), ())
        pictures.append(draw(generator, dataclasses.replace(point, latent=Seed(seed)), direction_set))
        report.progress(number + 1, OVERVIEW)
    order = [one for one in arranged(tiny(np.stack(pictures)), COLUMNS) if one >= 0]
    return Overview(tuple(seeds[one] for one in order), tuple(pictures[one] for one in order))


@dataclass(frozen=True)
class Nearest:
    network: Path | None
    """What they were compared by; None for pixels."""
    pictures: tuple[Any, ...]
    distances: tuple[float, ...]
    sentence: str
    index: "Index"
    pixels: Any
    """The training images, to ask again without preparing them again."""


def nearest(run: Run, picture: Any, known: Nearest | None, network: Path | None, report: TaskProgress) -> Nearest:
    """The training images nearest to a picture, by pixels or by a network, and whether that looks like a copy.

    Raises:
        ImagesError: the training images are not there any more.
        FeaturesError: the network's file cannot be used.
    """
    from ganstudio.core.images.cache import prepare
    from ganstudio.latent.nearest import Index

    if known and known.network == network:
        index, pixels = known.index, known.pixels
    else:
        prepared = prepare(
            run.settings.sides[0], run.settings.preparation, picture.shape[0],
            on_progress=report.progress, cancelled=report.cancelled,
        )  # fmt: skip
        pixels = prepared.pixels
        features = rows_of(network) if network else None
        index = Index(pixels, features=features, on_progress=report.progress, cancelled=report.cancelled)
    found = index.nearest(picture)
    pictures = [pixels[one.index][:, ::-1] if one.mirrored else pixels[one.index] for one in found]
    sentence = copying_sentence(found[0].distance, _usual(index, pixels), "" if network else " of 255")
    return Nearest(network, tuple(pictures), tuple(one.distance for one in found), sentence, index, pixels)


def rows_of(network: Path) -> Callable[[Any], Any]:
    """Features of whole pictures, a row for each."""
    from ganstudio.scores.features import open_extractor

    seen = open_extractor(network)
    return lambda pixels: seen(pixels).values.numpy()


def _usual(index: "Index", pixels: Any, count: int = 40) -> float:
    """How far training images are from their own nearest neighbour, in the middle of the field."""
    some = random.Random(0).sample(range(len(pixels)), min(count, len(pixels)))
    second = sorted(index.nearest(pixels[one], 2)[-1].distance for one in some)
    return second[len(second) // 2]


def copying_sentence(distance: float, usual: float, unit: str = " of 255") -> str:
    facts = (
        f"The nearest differs by {distance:.3g}{unit}; training images differ from their own nearest by {usual:.3g}."
    )
    if distance < 0.4 * usual:
        return f"This looks like a copy. {facts}"
    return f"Nearer than usual: compare by eye. {facts}" if distance < 0.8 * usual else f"No copy. {facts}"


# Projection ---------------------------------------------------------------------------------------------------------


def read_photograph(path: Path, run: Run, resolution: int) -> Any:
    """A photograph as the run's images were prepared.

    Raises:
        RunError: it cannot be used; a sentence.
    """
    from ganstudio.core.images.decode import Unusable, prepare_image

    try:
        return prepare_image(path, run.settings.preparation, resolution)
    except Unusable as error:
        raise RunError(f"{path.name} cannot be used: {error}.") from None


@dataclass(frozen=True)
class Search:
    """What to look for, and how."""

    photograph: Any
    run: Run
    checkpoint: str
    attempt: int
    """Each further one looks longer and from other beginnings."""
    label: int
    network: Path | None = None
    """Weights of a network to compare by, instead of the run's own discriminator."""


def project_onto(
    search: Search, borrow: Borrow, beside: Beside, tell: "Callable[[ProjectionResult], None]", report: TaskProgress
) -> "ProjectionResult":
    """The nearest picture, by pixels and by what a network sees: one that the person has, or the run's discriminator.

    Raises:
        ValueError: the network's file cannot be used; a sentence.
    """
    from ganstudio.latent.projection import project

    def told(done: int, total: int, found: "ProjectionResult") -> None:
        report.progress(done, total)
        tell(found)

    generator = borrow()
    label = search.label if generator.classes else -1
    if search.network:
        features = sight_of(search.network, generator.device)
    else:
        features = opinion_of(search, label, generator.device, beside)
    return project(
        generator, search.photograph, label=max(label, 0), steps=100 * 2 ** min(search.attempt, 4),
        restarts=4 + 2 * search.attempt, seed=search.attempt, features=features,
        on_progress=told, cancelled=report.cancelled,
    )  # fmt: skip


def sight_of(weights: Path, device: Any) -> Any:
    """Features of the network whose weights these are, layer by layer.

    Raises:
        FeaturesError, PerceptualError: it cannot be used; a sentence.
    """
    from ganstudio.latent.perceptual import perceptual
    from ganstudio.scores.features import open_extractor

    seen = open_extractor(weights, device=device)
    return perceptual(seen.network, seen.size, seen.mean, seen.deviation)


def opinion_of(search: Search, label: int, device: Any, beside: Beside) -> Any:
    """Features of the run's discriminator; None where there are none to be had, and pixels alone must do."""
    from ganstudio.latent.discriminator_features import features_of

    try:
        discriminator = beside(lambda: open_discriminator(search.run, search.checkpoint))
        return features_of(discriminator.to(device), label)
    except ValueError as error:
        log.info("projecting by pixels alone: %s", error)
        return None


def open_discriminator(run: Run, name: str) -> Any:
    """The discriminator of a checkpoint ('' for the newest). Building it draws from torch's random state.

    Raises:
        ValueError: there is none that can be used; a sentence.
    """
    from ganstudio.core import checkpoint
    from ganstudio.core.recipe import ImageSpec
    from ganstudio.core.trainer import check_fit
    from ganstudio.models.adversarial.recipe import AdversarialRecipe
    from ganstudio.workflows.open_run import recipe_of

    recipe = recipe_of(run.settings)
    if not isinstance(recipe, AdversarialRecipe):
        raise RunError(f"{run.name} has no discriminator of this kind.")
    found = {one.name: one for one in checkpoint.checkpoints_in(run.checkpoints)}
    state = checkpoint.load(found[name]) if name in found else checkpoint.load_newest(run.checkpoints)[0]
    _, discriminator = recipe.networks(ImageSpec(run.settings.preparation.channels, tuple(state["classes"])))
    check_fit(discriminator, state["networks"]["discriminator"])
    discriminator.load_state_dict(state["networks"]["discriminator"])
    return discriminator.eval()


def latent_of(found: "ProjectionResult") -> Numbers:
    return Numbers(found.values, found.space)


# Files --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dropped:
    """A picture that was dropped: one of ours with the way back to it, or a photograph."""

    path: Path
    image_recipe: ImageRecipe | None
    run: Run | None
    """The run that it came from, where it can be found."""


def look_into(path: Path, here: Run | None, runs: Path, report: TaskProgress) -> Dropped:
    """Whether a picture tells where it came from.

    Raises:
        RunError, PointError: it cannot be read, or it tells of something that is not there.
    """
    from ganstudio.export.provenance import read_recipe

    try:
        recipe = read_recipe(path)
    except OSError:  # no PNG, JPEG or WebP: perhaps a photograph all the same
        return Dropped(path, None, None)
    image_recipe = image_recipe_in(recipe) if recipe else None
    if image_recipe is None:
        return Dropped(path, None, None)
    if here and here.name == image_recipe.run:
        return Dropped(path, image_recipe, here)
    run = next((one for one in runs_in(runs) if one.name == image_recipe.run), None)
    if run is None:
        raise RunError(f"{path.name} was drawn by the run {image_recipe.run}, which is not in {runs}.")
    return Dropped(path, image_recipe, run)


def write_picture(
    pixels: Any,
    path: Path,
    point: Point,
    direction_set: DirectionSet,
    run: Run,
    step: int,
    recipe: bool,
    borrow: Borrow,
    report: TaskProgress,
) -> Path:
    """One picture with its mark and, if wanted, its recipe; under another name if that is taken."""
    from ganstudio.export.image_file import write_image
    from ganstudio.latent.resolve import condensed

    path.parent.mkdir(parents=True, exist_ok=True)
    kind = path.suffix.lower().lstrip(".") or "png"
    known = recipe_for(condensed(borrow(), point, direction_set), run.name, step) if recipe else None
    return write_image(pixels, path.with_suffix(f".{kind}"), kind, recipe=known)


def render_film(
    request: FilmRequest, keyframes: Sequence[Point], mode: Mode, direction_set: DirectionSet, path: Path, run: Run,
    recipe: bool, borrow: Borrow, report: TaskProgress,
) -> Path:  # fmt: skip
    """An animation through the keyframes.

    Raises:
        ValueError: no keyframes, too few frames, or a library that is missing; a sentence.
        OSError: it cannot be written.
    """
    import numpy as np

    from ganstudio.export.animation import require_video, write_animation
    from ganstudio.latent.directions import CancelledError
    from ganstudio.latent.resolve import condensed, draw

    if path.suffix.lower() == ".mp4":
        require_video()
    generator = borrow()
    lengths = leg_lengths(keyframes, lambda a, b: apart(generator, a, b, mode, direction_set), loop=request.loop)
    points = film(keyframes, request.frames, lengths=lengths, loop=request.loop, easing=request.easing, mode=mode)  # type: ignore[arg-type]
    frames = []
    for number, point in enumerate(points):
        if report.cancelled():
            raise CancelledError
        frames.append(resized(draw(generator, point, direction_set), request.size))
        report.progress(number + 1, len(points))
    path.parent.mkdir(parents=True, exist_ok=True)
    known = recipe_for(condensed(generator, keyframes[0], direction_set), run.name, generator.step) if recipe else None
    return write_animation(np.stack(frames), path, fps=request.fps, loop=request.loop, recipe=known)


def apart(generator: "TrainedGenerator", first: Point, second: Point, mode: Mode, direction_set: DirectionSet) -> float:
    """How far it is from one Point to another: an angle on the sphere, else a distance; never quite 0."""
    import numpy as np

    from ganstudio.latent.resolve import resolve
    from ganstudio.latent.walk import angle_between

    a, b = (resolve(generator, one, direction_set) for one in (first, second))
    if a.z is None or b.z is None:
        return 1.0
    x, y = (np.asarray(one.z[0].numpy()) - generator.center for one in (a, b))  # type: ignore[index]
    return max(1e-3, angle_between(x, y) if mode == "slerp" else float(np.linalg.norm(x - y)))


def resized(pixels: Any, size: int) -> Any:
    """(H, W, C) at `size` pixels each side; 0 leaves it as it is."""
    import numpy as np
    from PIL import Image

    from ganstudio.core.pixels import as_image

    if not size or size == pixels.shape[0]:
        return pixels
    enlarged = np.asarray(as_image(pixels).resize((size, size), Image.Resampling.BICUBIC))
    return enlarged if enlarged.ndim == 3 else enlarged[:, :, None]
