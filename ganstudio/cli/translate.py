"""The command that turns pictures of one side into the other."""

import argparse
from pathlib import Path

from ganstudio.cli.images import require_sources
from ganstudio.cli.opened import open_run, require_device
from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.picture_batch import add_batch, send


def add_translate(commands: Commands) -> None:
    parser = commands.add_parser("translate", help="turn pictures of one side into the other")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a run that learned a translation")
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="pictures, or folders of them")
    parser.add_argument("--to", choices=("A", "B"), default="B", help="the side to lead to (default B)")
    parser.add_argument("--checkpoint", metavar="NAME", help="an older state (default: the newest)")
    parser.add_argument(
        "--tile", type=whole("--tile", 0, 8192), default=512, metavar="PX",
        help="larger pictures go through in tiles of this size (512); 0: never",
    )  # fmt: skip
    add_batch(parser, "translate")
    parser.set_defaults(command=translate)


def translate(args: argparse.Namespace) -> int:
    from ganstudio.workflows.open_run import open_translator

    require_sources(args.inputs)
    require_device(args.device)
    run = open_run(args.run)
    known = {"to": args.to, "checkpoint": args.checkpoint, "device": args.device, "tile": args.tile}
    return send(args, lambda: open_translator(run, **known), run.name, "Translating")
