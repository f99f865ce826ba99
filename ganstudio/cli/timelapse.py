"""The command that shows how a run learned, as a film: timelapse."""

import argparse
from pathlib import Path

from ganstudio.cli.opened import open_run, require_device
from ganstudio.cli.parsing import Commands, number, whole
from ganstudio.cli.targets import make_folder, require_ending, require_free, writing
from ganstudio.cli.terminal import RefusedError, plain, progress, say
from ganstudio.core.film_requests import FORMATS, LapseRequest


def add_timelapse(commands: Commands) -> None:
    parser = commands.add_parser("timelapse", help="how a run learned: the same pictures at every moment that it kept")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=".gif, .webp (every pixel kept) or .mp4"
    )
    parser.add_argument(
        "--of", dest="source", choices=("snapshots", "grids"), default="",
        help="drawn anew by the generators that were kept, or cut out of the samples (what tells more)",
    )  # fmt: skip
    parser.add_argument("--to", choices=("A", "B"), default="", help="of a translation: the side it leads to (B)")
    parser.add_argument("--rows", type=whole("--rows", 1, 64), default=8, metavar="N", help="how many pictures (8)")
    parser.add_argument("--row", type=whole("--row", 1, 64), metavar="N", help="only the Nth of them, large")
    parser.add_argument(
        "--seconds", type=number("--seconds", 0.02, 10), default=0.25, metavar="S", help="each moment stays (0.25)"
    )
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=timelapse)


def timelapse(args: argparse.Namespace) -> int:
    if args.row and args.row > args.rows:
        raise RefusedError(f"--row {args.row} is more than the {args.rows} rows there are; choose {args.rows} or less.")
    kind = require_ending(args.out, FORMATS)
    require_free(args.out, args.overwrite)
    require_device(args.device)
    run = open_run(args.run)
    from ganstudio.workflows.open_run import open_generator, open_translator
    from ganstudio.workflows.progress import TaskProgress
    from ganstudio.workflows.timeline import film_of

    request = LapseRequest(kind, args.seconds, args.row - 1 if args.row else -1)
    make_folder(args.out.parent)
    with writing(args.out), progress("Drawing", 1.0, counted=False) as bar:
        written = film_of(
            run, request, args.out,
            TaskProgress(lambda done, total: bar.to(done / total, f"{done:,} of {total:,} moments")),
            source=args.source, rows=args.rows, to=args.to, overwrite=args.overwrite,
            opener=lambda run, name: open_generator(run, checkpoint=name, device=args.device),
            translator=lambda run, name, to: open_translator(run, to=to, checkpoint=name, device=args.device),
        )  # fmt: skip
    say(f"{plain(written)}")
    return 0
