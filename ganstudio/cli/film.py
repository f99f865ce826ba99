"""The command that makes a film through pins that were set in Explore."""

import argparse
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from ganstudio.cli.opened import CHECKPOINT_HELP, open_generator_of, open_run
from ganstudio.cli.parsing import Commands, number, whole
from ganstudio.cli.targets import require_ending, require_free
from ganstudio.cli.terminal import FailedError, RefusedError, count, plain, progress, say
from ganstudio.core.film_requests import EASINGS, FORMATS, FilmRequest
from ganstudio.latent.journey import Journey
from ganstudio.latent.point import MODES, Point

USUAL = {field.name: field.default for field in fields(FilmRequest)}


def add_film(commands: Commands) -> None:
    parser = commands.add_parser("film", help="a film through the pins that were set in Explore")
    add = parser.add_argument
    add("run", type=Path, metavar="RUN", help="the folder of a training run")
    add("--out", type=Path, required=True, metavar="FILE", help=".webp (every pixel kept), .gif or .mp4")
    add("--through", type=lambda text: text.split(","), metavar="A,B[,C...]", help="pins by name (all, in order)")
    add("--seconds", type=number("--seconds", 0.2, 600.0), default=USUAL["seconds"], metavar="S", help="length (4)")
    add("--fps", type=whole("--fps", 1, 60), default=USUAL["fps"], metavar="N", help="frames per second (25)")
    add("--size", type=whole("--size", 0, 4096), default=USUAL["size"], metavar="PX", help="side (512); 0: as drawn")
    add("--easing", choices=EASINGS, default=USUAL["easing"], help="one speed, slow or still at each pin (even)")
    add("--mode", choices=MODES, default="slerp", help="great circle (default), line, or line in w")
    add("--once", action="store_true", help="end at the last pin instead of returning to the first")
    add("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    add("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    add("--no-recipe", action="store_true", help="leave out what makes the first picture again; the mark stays")
    add("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=film)


def film(args: argparse.Namespace) -> int:
    kind = require_ending(args.out, FORMATS)
    require_free(args.out, args.overwrite)
    request = FilmRequest(args.seconds, args.fps, args.size, args.easing, not args.once, kind)
    _render(request, args)
    say(f"{count(request.frames, 'frame')} in {plain(args.out)}")
    return 0


def _render(request: FilmRequest, args: argparse.Namespace) -> None:
    from ganstudio.latent.direction_file import DirectionSet
    from ganstudio.workflows.progress import TaskProgress
    from ganstudio.workflows.render_film import Way, render_film
    from ganstudio.workflows.unfinished import UnfinishedError

    run = open_run(args.run)
    way = Way(_places(args.run, args.through), DirectionSet.load(run.folder)[0], args.mode)
    generator = open_generator_of(run, args.checkpoint, args.device)
    with progress("Rendering", request.frames) as bar:
        report = TaskProgress(lambda done, total: bar.to(done, f"{done:,} of {total:,}"))
        known = {"overwrite": args.overwrite}
        try:
            render_film(request, way, args.out, run, not args.no_recipe, lambda: generator, report, **known)
        except UnfinishedError as error:
            raise FailedError(str(error)) from None
        except ValueError as error:  # a library that is missing, too few frames, a place that does not fit
            raise RefusedError(str(error)) from None


def _places(folder: Path, names: Sequence[str] | None) -> list[Point]:
    """The pins of a run that are named, or all."""
    journey, _ = Journey.load(folder, Point())
    pins = {pin.name: pin.point for pin in journey.pins}
    if not pins:
        raise RefusedError(f"{plain(folder)} has no pins: set some in Explore first, or use interpolate.")
    for name in names or ():
        if name not in pins:
            known = ", ".join(plain(known) for known in pins)
            raise RefusedError(f"--through {plain(name)}: there is no such pin; there are {known}.")
    return [pins[name] for name in names or pins]
