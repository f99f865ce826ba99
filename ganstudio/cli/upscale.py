"""The command that makes pictures larger."""

import argparse
from pathlib import Path

from ganstudio.cli.images import require_sources
from ganstudio.cli.opened import CHECKPOINT_HELP, require_device
from ganstudio.cli.parsing import Commands, number, whole
from ganstudio.cli.picture_batch import add_batch, send
from ganstudio.cli.terminal import RefusedError, plain


def add_upscale(commands: Commands) -> None:
    parser = commands.add_parser("upscale", help="make pictures larger")
    parser.add_argument(
        "source", type=Path, metavar="RUN|WEIGHTS",
        help="the folder of a run that learned to enlarge, or somebody's network (.safetensors, .pth)",
    )  # fmt: skip
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="pictures, animations, videos, or folders of them")
    parser.add_argument(
        "--scale", type=whole("--scale", 1, 16), default=0, metavar="N",
        help="how many times larger (default: as the network enlarges; smaller numbers shrink what it draws)",
    )  # fmt: skip
    parser.add_argument(
        "--tile", type=whole("--tile", 0, 8192), metavar="PX",
        help="larger pictures go through in tiles of this size (default: what memory allows); 0: never",
    )  # fmt: skip
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument(
        "--blend", type=number("--blend", 0.0, 1.0), default=1.0, metavar="SHARE",
        help="of a run: 0 is the first stage, which is right but soft, 1 the second, which is sharp (default 1)",
    )  # fmt: skip
    add_batch(parser, "enlarge")
    parser.set_defaults(command=upscale)


def upscale(args: argparse.Namespace) -> int:
    from ganstudio.workflows.upscale_pictures import open_upscaler

    if not args.source.exists():
        raise RefusedError(f"{plain(args.source)} does not exist; give the folder of a run or a file of weights.")
    require_sources(args.inputs)
    require_device(args.device)
    known = {"scale": args.scale, "device": args.device, "tile": args.tile, "checkpoint": args.checkpoint}
    run = args.source.resolve().name if args.source.is_dir() else ""
    return send(args, lambda: open_upscaler(args.source, blend=args.blend, **known), run, "Enlarging")
