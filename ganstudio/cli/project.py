"""The command that looks for a photograph in what a generator can draw."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.opened import CHECKPOINT_HELP, open_generator_of, open_run
from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.targets import require_free
from ganstudio.cli.terminal import FailedError, RefusedError, note, plain, progress, say, say_json
from ganstudio.core.files import disk_sentence
from ganstudio.core.run import Run, RunError
from ganstudio.workflows.project_photograph import RESTARTS, STEPS

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.latent.projection import ProjectionResult
    from ganstudio.workflows.project_photograph import Search

ENDINGS = (".png", ".jpg", ".jpeg", ".webp")


def add_project(commands: Commands) -> None:
    parser = commands.add_parser("project", help="find the picture of a generator that is nearest to a photograph")
    add_comparing_options(
        parser, "the photograph", "weights of a network to compare by, instead of the run's own discriminator"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write what was found: .png, .jpg or .webp")
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument("--label", metavar="NAME", help="a class, if the run learned with --labels")
    parser.add_argument(
        "--steps", type=whole("--steps", 1, 100_000), default=STEPS, metavar="N", help=f"how long ({STEPS})"
    )
    parser.add_argument(
        "--restarts", type=whole("--restarts", 1, 64), default=RESTARTS, metavar="N", help=f"beginnings ({RESTARTS})"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=project)


def add_comparing_options(parser: argparse.ArgumentParser, picture: str, features: str) -> None:
    """What every command takes that compares a picture with others."""
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("picture", type=Path, metavar="PICTURE", help=picture)
    parser.add_argument("--features", type=Path, metavar="FILE", help=f"{features} (see `ganstudio evaluate --help`)")
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument("--json", action="store_true", help="one JSON object per line on stdout")


def project(args: argparse.Namespace) -> int:
    from ganstudio.workflows.project_photograph import Search, distance_sentence, read_photograph

    _require_target(args)
    run = open_run(args.run)
    generator = open_generator_of(run, args.checkpoint, args.device)
    label = _label(args, generator)
    try:
        photograph = read_photograph(args.picture, run, generator.resolution)
    except RunError as error:
        raise RefusedError(str(error)) from None
    checkpoint = args.checkpoint or "best"
    search = Search(photograph, run, checkpoint, label, args.features, args.steps, args.restarts)
    result = _searched(search, generator, args)
    if args.out:
        _write(result, generator, run, args)
    if args.json:
        say_json(_facts(result) | {"run": run.name, "step": generator.step})
        return 0
    say(distance_sentence(result.error, result.usual, result.by_chance))
    if args.out:
        say(f"Written to {plain(args.out)}.")
    return 0


def _facts(result: "ProjectionResult") -> dict[str, object]:
    facts = {"error": result.error, "two_random": result.usual, "by_chance": result.by_chance, "ratio": result.ratio}
    return facts | {"space": result.space, "latent": result.values}


def _require_target(args: argparse.Namespace) -> None:
    if args.out and args.out.suffix.lower() not in ENDINGS:
        raise RefusedError(f"--out {plain(args.out)}: the name must end in .png, .jpg or .webp.")
    if args.out:
        require_free(args.out, args.overwrite)


def _label(args: argparse.Namespace, generator: "TrainedGenerator") -> int:
    if not args.label:
        return 0
    if args.label not in generator.classes:
        known = ", ".join(plain(class_name) for class_name in generator.classes) or "none"
        raise RefusedError(f"--label {args.label} is not a class of {plain(args.run)}; it has {known}.")
    return generator.classes.index(args.label)


def _searched(search: "Search", generator: "TrainedGenerator", args: argparse.Namespace) -> "ProjectionResult":
    from ganstudio.latent.perceptual import PerceptualError
    from ganstudio.scores.features import FeaturesError
    from ganstudio.workflows.progress import TaskProgress
    from ganstudio.workflows.project_photograph import project_photograph

    nearest = ""
    with progress("Looking", 1.0, quiet=args.json, counted=False) as bar:

        def remember(result: "ProjectionResult") -> None:
            nonlocal nearest
            nearest = f"pixels differ by {result.error:.1f} of 255"

        report = TaskProgress(lambda done, total: bar.to(done / total, nearest))
        try:
            return project_photograph(search, lambda: generator, report, on_result=remember, on_remark=note)
        except (FeaturesError, PerceptualError) as error:
            raise RefusedError(f"--features {plain(args.features)}: {error}") from None


def _write(result: "ProjectionResult", generator: "TrainedGenerator", run: Run, args: argparse.Namespace) -> None:
    from ganstudio.latent.direction_file import DirectionSet
    from ganstudio.latent.point import Point
    from ganstudio.workflows.explore_run import Picture, write_picture
    from ganstudio.workflows.progress import TaskProgress

    point = Point(latent=result.latent, classes=((args.label, 1.0),) if args.label else ())
    picture = Picture(result.pixels, point, DirectionSet(), run, generator.step)
    silent = TaskProgress(lambda done, total: None)
    try:
        write_picture(picture, args.out, True, lambda: generator, silent, overwrite=args.overwrite)
    except OSError as error:
        raise FailedError(disk_sentence(error, "writing", args.out)) from None
