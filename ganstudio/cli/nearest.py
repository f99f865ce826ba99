"""The command that shows what a run has learned from that is nearest to a picture."""

import argparse
from typing import TYPE_CHECKING

from ganstudio.cli.opened import open_run, require_device
from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.project import add_comparing_options
from ganstudio.cli.terminal import RefusedError, plain, progress, say, say_json
from ganstudio.core.run import Run, RunError
from ganstudio.workflows.nearest_images import COUNT

if TYPE_CHECKING:
    from ganstudio.core.pixels import Pixels
    from ganstudio.workflows.nearest_images import NearestImages


def add_nearest(commands: Commands) -> None:
    parser = commands.add_parser("nearest", help="the training images that are nearest to a picture")
    add_comparing_options(parser, "the picture", "weights of a network to compare by, instead of pixels")
    parser.add_argument(
        "--count", type=whole("--count", 1, 100), default=COUNT, metavar="N", help=f"how many ({COUNT})"
    )
    parser.set_defaults(command=nearest)


def nearest(args: argparse.Namespace) -> int:
    from ganstudio.workflows.project_photograph import read_photograph

    run = open_run(args.run)
    require_device(args.device)
    try:
        picture = read_photograph(args.picture, run, run.settings.resolution)
        result = _compared(run, picture, args)
    except RunError as error:
        raise RefusedError(str(error)) from None
    (_say_json if args.json else _say)(result)
    return 0


def _say_json(result: "NearestImages") -> None:
    for near in result.neighbours:
        facts = {"name": result.images.names[near.index], "distance": near.distance, "mirrored": near.mirrored}
        say_json(facts | {"usual": result.images.usual})


def _say(result: "NearestImages") -> None:
    for near in result.neighbours:
        name = plain(result.images.names[near.index])
        say(f"{near.distance:8.3f}  {name}{'  (mirrored)' if near.mirrored else ''}")
    say(result.sentence)


def _compared(run: Run, picture: "Pixels", args: argparse.Namespace) -> "NearestImages":
    from ganstudio.core.images.cache import ImagesError
    from ganstudio.scores.features import FeaturesError
    from ganstudio.workflows.nearest_images import nearest_images
    from ganstudio.workflows.progress import TaskProgress

    with progress("Reading and comparing", quiet=args.json) as bar:
        report = TaskProgress(lambda done, total: bar.to(done, f"{done:,} of {total:,}"))
        try:
            return nearest_images(run, picture, report, count=args.count, network=args.features, device=args.device)
        except ImagesError as error:
            raise RefusedError(str(error)) from None
        except FeaturesError as error:
            raise RefusedError(f"--features {plain(args.features)}: {error}") from None
