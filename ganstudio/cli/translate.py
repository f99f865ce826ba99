"""The command that turns pictures of one side into the other."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.images import require_sources
from ganstudio.cli.opened import open_run, require_device
from ganstudio.cli.parsing import Commands, number, whole
from ganstudio.cli.picture_batch import add_batch, send
from ganstudio.cli.style import style_pictures

if TYPE_CHECKING:
    from ganstudio.core.translator import Translator


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
    parser.add_argument(
        "--style", type=Path, nargs="+", default=[], metavar="PICTURE",
        help="for a run that draws in any style (adain): one to three pictures to take after, mixed",
    )  # fmt: skip
    parser.add_argument(
        "--weight", type=number("--weight", 0, 1000), nargs="+", metavar="W", help="how much of each style (all alike)"
    )
    parser.add_argument(
        "--strength", type=number("--strength", 0, 1), default=1.0, metavar="X", help="how much style (default 1)"
    )
    add_batch(parser, "translate")
    parser.set_defaults(command=translate)


def translate(args: argparse.Namespace) -> int:
    from ganstudio.models.style.style_settings import StyleSettings
    from ganstudio.workflows.fast_style import take_styles
    from ganstudio.workflows.open_run import open_translator

    require_sources(args.inputs)
    require_device(args.device)
    run = open_run(args.run)
    known = {"to": args.to, "checkpoint": args.checkpoint, "device": args.device, "tile": args.tile}
    require_sources([str(path) for path in args.style])
    styles = style_pictures(args)

    def opened() -> "Translator":
        translator = open_translator(run, **known)
        if styles:
            take_styles(translator, styles, StyleSettings(strength=args.strength), run.name)
        return translator

    return send(args, opened, run.name, "Translating")
