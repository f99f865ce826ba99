"""The commands that send a run as one file, and open one that was sent: pack and unpack."""

import argparse
from pathlib import Path

from ganstudio.cli.opened import open_run
from ganstudio.cli.parsing import Commands
from ganstudio.cli.targets import require_ending, require_free, writing
from ganstudio.cli.terminal import RefusedError, plain, progress, say
from ganstudio.workflows.progress import TaskProgress


def add_pack(commands: Commands) -> None:
    parser = commands.add_parser("pack", help="a run as one file, to send it to somebody")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="ends in .ganrun")
    parser.add_argument("--to-continue", action="store_true", help="with all that training goes on from; larger")
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=pack)


def add_unpack(commands: Commands) -> None:
    parser = commands.add_parser("unpack", help="a run that somebody sent, as a folder")
    parser.add_argument("file", type=Path, metavar="FILE", help="a .ganrun file")
    parser.add_argument("--out", type=Path, required=True, metavar="RUN", help="a new folder for the run")
    parser.set_defaults(command=unpack)


def pack(args: argparse.Namespace) -> int:
    from ganstudio.workflows.share_run import SharedRunError, pack_run

    require_ending(args.out, ("ganrun",))
    require_free(args.out, args.overwrite)
    run = open_run(args.run)
    try:
        with writing(args.out), progress("Packing", 100, counted=False) as bar:
            report = TaskProgress(lambda done, total: bar.to(100 * done / max(1, total)))
            written = pack_run(run, args.out, report, to_continue=args.to_continue, overwrite=args.overwrite)
    except SharedRunError as error:
        raise RefusedError(str(error)) from None
    say(f"{plain(written)}, {written.stat().st_size / 2**20:.1f} MB")
    return 0


def unpack(args: argparse.Namespace) -> int:
    from ganstudio.workflows.share_run import SharedRunError, unpack_run

    if args.out.exists():
        raise RefusedError(f"{plain(args.out)} is there already: give --out a new folder.")
    if not args.file.is_file():
        raise RefusedError(f"There is no file {plain(args.file)}.")
    try:
        with writing(args.out):
            run = unpack_run(args.file, args.out.parent, TaskProgress(lambda done, total: None), folder=args.out)
    except SharedRunError as error:
        raise RefusedError(str(error)) from None
    say(f"{plain(run.folder)}")
    return 0
