"""A run's past: which moments it has kept, and films of them. For the time machine and for `film`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.core.checkpoint_names import Moment, best_name, checkpoint_names, step_of
from ganstudio.core.events import Event, Sampled, Saved
from ganstudio.core.film_requests import LapseRequest
from ganstudio.core.run import Run, RunError
from ganstudio.core.run_files import RunFileError, read_grid
from ganstudio.core.snapshots import snapshots_in
from ganstudio.latent.point import Point, Seed
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.translated_past import (
    TranslatorOpener,
    cut_out,
    drawer_of_translations,
    result_column,
    ways_in,
)

if TYPE_CHECKING:
    import numpy as np

    from ganstudio.core.generator import TrainedGenerator

    Pictures = np.ndarray[Any, Any]
    """uint8 (rows, H, W, C)."""

ROWS = 8
"""Latents that are followed, unless somebody wants fewer."""
FEW = 3
"""A run has so many checkpoints in any case: with no more moments than that the grids tell more."""
MOST_GRIDS = 48
"""Columns made of grids; of more, as many are chosen evenly."""
SIDE = 512
"""About how wide a film is made, by whole factors, where its pictures are smaller."""


def kept_moments(run: Run, kimg: Mapping[int, float]) -> list[Moment]:
    """Snapshots and checkpoints, oldest first. `kimg`: of the steps that are known from events."""
    best = best_name(run)
    batch = run.settings.batch
    moments = {
        snapshot.name: Moment(snapshot.step, snapshot.kimg, snapshot.name, snapshot.name == best)
        for snapshot in snapshots_in(run.folder)
    }
    for name in checkpoint_names(run):
        step = step_of(name)
        seen = kimg.get(step, moments[name].kimg if name in moments else step * batch / 1000)
        moments[name] = Moment(step, seen, name, name == best)
    return sorted(moments.values(), key=lambda moment: moment.step)


def sources_of(run: Run, kept: Sequence[Moment], grids: Sequence[Sampled]) -> list[str]:
    """What pictures of a run's past can come from, the better one first: 'snapshots' are drawn anew, 'grids' cut out.

    A generator that draws from noise shows the same latents again, one that translates the same pictures, which are
    those of its grids.
    """
    again = run.settings.does == "generate" or (run.settings.does == "translate" and ways_in(grids))
    drawn = kept if again else ()
    sources = [name for name, moments in (("snapshots", drawn), ("grids", grids)) if moments]
    return sources if len(drawn) > FEW else sources[::-1]


def grid_moments(samples: Sequence[Sampled]) -> list[Moment]:
    """A moment for each grid, or for evenly chosen ones with the first and the last among them."""
    last = len(samples) - 1
    chosen = range(len(samples))
    if len(samples) > MOST_GRIDS:
        chosen = sorted({round(at * last / (MOST_GRIDS - 1)) for at in range(MOST_GRIDS)})  # type: ignore[assignment]
    return [Moment(samples[at].step, samples[at].kimg, samples[at].path) for at in chosen]


def tile_places(sampled: Sampled, rows: int, to: str = "") -> list[tuple[int, int]]:
    """Row and column in a grid of the tiles that the time machine follows.

    A translation's grid has images and what became of them in each row: there it is the result that leads to the side
    `to`, or else the first.
    """
    if len(sampled.labels) == sampled.columns > 1:
        column = result_column(sampled.labels, to)
        return [(row, column) for row in range(min(rows, sampled.rows))]
    return [divmod(at, sampled.columns) for at in range(min(rows, sampled.rows * sampled.columns))]


def seed_points(rows: int, classes: Sequence[str], checkpoint: str) -> list[Point]:
    """The same latents for every moment; of a generator with classes each row shows the next class."""
    return [
        Point(
            latent=Seed(at), classes=((classes[at % len(classes)], 1.0),) if classes else (), checkpoint=checkpoint
        )
        for at in range(rows)
    ]  # fmt: skip


# Films ----------------------------------------------------------------------------------------------------------------

Drawer = Callable[[Moment], "Pictures"]


def drawer_of_snapshots(run: Run, rows: int, opener: "Callable[[Run, str], TrainedGenerator]") -> Drawer:
    """Draws every row anew."""

    def drawn(moment: Moment) -> "Pictures":
        import numpy as np

        from ganstudio.latent.direction_file import DirectionSet
        from ganstudio.latent.point_to_picture import draw

        generator = opener(run, moment.name)
        points = seed_points(rows, generator.classes, moment.name)
        return np.stack([draw(generator, point, DirectionSet()) for point in points])

    return drawn


def drawer_of_grids(run: Run, rows: int, samples: Sequence[Sampled], to: str = "") -> Drawer:
    """Cuts the rows out of the grids on the disk. `to`: see `tile_places`."""
    by_path = {sample.path: sample for sample in samples}

    def cut(moment: Moment) -> "Pictures":
        sampled = by_path[moment.name]
        return cut_out(read_grid(run.folder / moment.name), sampled, tile_places(sampled, rows, to))

    return cut


def film_of(
    run: Run,
    request: LapseRequest,
    path: Path,
    report: TaskProgress,
    *,
    source: str = "",
    rows: int = ROWS,
    opener: "Callable[[Run, str], TrainedGenerator]",
    translator: TranslatorOpener,
    to: str = "",
    overwrite: bool = False,
) -> Path | None:
    """Write a film of all that a run on the disk has kept of its past, as the time machine would.

    Args:
        source: 'snapshots' or 'grids'; '' for the better one.
        to: of a translation: the side that its pictures are led to; '' for the first that it knows.

    Raises:
        RunError: nothing of that kind was kept. For more see `film`.
    """
    samples, kimg = _seen_in(run.events())
    grids = list(samples.values())
    kept = kept_moments(run, kimg)
    sources = sources_of(run, kept, grids)
    if not sources or source not in {"", *sources}:
        raise RunError(f"{run.folder} has kept no {source or 'moments'} to make a film of.")
    ways = ways_in(grids)
    if to and to not in ways:
        raise RunError(f"{run.folder} leads no pictures to {to}.")
    to = to or next(iter(ways), "")
    moments, draw = kept, drawer_of_snapshots(run, rows, opener)
    if (source or sources[0]) == "grids":
        moments, draw = grid_moments(grids), drawer_of_grids(run, rows, grids, to)
    elif to:
        draw = drawer_of_translations(run, grids, to, rows, translator)
    return film(moments, draw, request, path, report, overwrite=overwrite)


def _seen_in(events: Iterable[Event]) -> tuple[dict[int, Sampled], dict[int, float]]:
    """The grids by their steps, and how many thousand images were seen at which step; a resumed run repeats some."""
    samples: dict[int, Sampled] = {}
    kimg: dict[int, float] = {}
    for event in events:
        if isinstance(event, Sampled):
            samples = {step: sample for step, sample in samples.items() if step < event.step} | {event.step: event}
        if isinstance(event, Sampled | Saved):
            kimg[event.step] = event.kimg
    return samples, kimg


def film(
    moments: Sequence[Moment],
    draw: Drawer,
    request: LapseRequest,
    path: Path,
    report: TaskProgress,
    *,
    overwrite: bool = False,
) -> Path | None:
    """Write the film; None when it was cancelled.

    Raises:
        MissingExtraError: .mp4 without PyAV.
        RunError: nothing of the run is left to show.
        OSError: it cannot be written.
    """
    import numpy as np

    from ganstudio.export.animation import write_animation
    from ganstudio.export.kinds import require_video

    if request.format == "mp4":
        require_video()
    frames = []
    for number, moment in enumerate(moments):
        if report.cancelled():
            return None
        try:
            frames.append(_frame(draw(moment), request.row))
        except (RunError, RunFileError, FileNotFoundError):  # thinned out meanwhile, or no picture of a run's
            continue
        report.progress(number + 1, len(moments))
    if not frames:
        raise RunError("None of these moments is there any more: the run's folder has changed.")
    path.parent.mkdir(parents=True, exist_ok=True)
    still = max(1, round(1.0 / request.seconds))  # the end stays for a second
    frames += [frames[-1]] * still
    return write_animation(np.stack(frames), path, fps=1.0 / request.seconds, overwrite=overwrite)


def _frame(pictures: "Pictures", row: int) -> "Pictures":
    """All rows as a sheet, or one row; small pictures enlarged by a whole factor, which keeps them honest."""
    from ganstudio.export.sheet import contact_sheet

    chosen = pictures[row] if 0 <= row < len(pictures) else contact_sheet(pictures)
    factor = max(1, SIDE // chosen.shape[1])
    enlarged: Pictures = chosen.repeat(factor, 0).repeat(factor, 1)
    return enlarged
