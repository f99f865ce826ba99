"""Films through pins of latent space."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.core.film_requests import FilmRequest
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.image_recipe import recipe_for
from ganstudio.latent.interpolation import film, leg_lengths
from ganstudio.latent.point import Mode, Point
from ganstudio.workflows.explore_run import Borrow
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import telling

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.core.pixels import Pixels


@dataclass(frozen=True)
class Way:
    """What a film leads through, and how it goes from one pin to the next."""

    pins: Sequence[Point]
    direction_set: DirectionSet
    mode: Mode = "slerp"


def render_film(
    request: FilmRequest, way: Way, path: Path, run: Run, recipe: bool, borrow: Borrow, report: TaskProgress,
    *, overwrite: bool = False,
) -> Path:  # fmt: skip
    """An animation through the pins, at one speed on all legs; returns where it was written.

    Args:
        recipe: the file is to carry what makes its first picture again.

    Raises:
        ValueError: no pins, too few frames, or a library that is missing; a sentence.
        UnfinishedError: the disk or the memory ended it.
        CancelledError: `report.cancelled` said so.
    """
    import numpy as np

    from ganstudio.export.animation import write_animation
    from ganstudio.export.kinds import require_video
    from ganstudio.latent.point_to_picture import condensed

    if path.suffix.lower() == ".mp4":
        require_video()
    with telling("writing the film", path.parent, lambda: "Nothing was written; the same film again renders it anew."):
        path.parent.mkdir(parents=True, exist_ok=True)  # before minutes of rendering
        generator = borrow()
        frames = np.stack(_frames(generator, request, way, report))
        first = condensed(generator, way.pins[0], way.direction_set)
        fields = recipe_for(first, run.name, generator.step) if recipe else None
        return write_animation(frames, path, fps=request.fps, loop=request.loop, recipe=fields, overwrite=overwrite)


def _frames(generator: "TrainedGenerator", request: FilmRequest, way: Way, report: TaskProgress) -> "list[Pixels]":
    from ganstudio.latent.find_directions import CancelledError
    from ganstudio.latent.point_to_picture import draw

    lengths = leg_lengths(way.pins, lambda a, b: _distance(generator, a, b, way), loop=request.loop)
    points = film(
        way.pins, request.frames, lengths=lengths, loop=request.loop, easing=request.easing, mode=way.mode
    )  # fmt: skip
    frames = []
    for number, point in enumerate(points):
        if report.cancelled():
            raise CancelledError
        frames.append(resized(draw(generator, point, way.direction_set), request.size))
        report.progress(number + 1, len(points))
    return frames


def _distance(generator: "TrainedGenerator", first: Point, second: Point, way: Way) -> float:
    """How far it is from one Point to another: an angle on the sphere, else a distance; never quite 0."""
    import numpy as np

    from ganstudio.latent.point_to_picture import resolve
    from ganstudio.latent.walk import angle_between

    a, b = (resolve(generator, point, way.direction_set).z for point in (first, second))
    if a is None or b is None:
        return 1.0
    x, y = (z[0].numpy() - np.float32(generator.center) for z in (a, b))
    return max(1e-3, angle_between(x, y) if way.mode == "slerp" else float(np.linalg.norm(x - y)))


def resized(pixels: "Pixels", size: int) -> "Pixels":
    """(H, W, C) at `size` pixels each side; 0 leaves it as it is."""
    import numpy as np
    from PIL import Image

    from ganstudio.core.pixels import as_image

    if not size or size == pixels.shape[0]:
        return pixels
    enlarged = np.asarray(as_image(pixels).resize((size, size), Image.Resampling.BICUBIC))
    return enlarged if enlarged.ndim == 3 else enlarged[:, :, None]
