"""The command that says what is in folders of images, and what is wrong with it: check."""

import argparse

from ganstudio.cli.images import add_preparation, as_fields, describe, preparation_from, prepare_images, require_sources
from ganstudio.cli.parsing import Commands, pixels
from ganstudio.cli.terminal import plain, progress, say, say_json


def add_check(commands: Commands) -> None:
    parser = commands.add_parser("check", help="what is in these folders, and what is wrong with it")
    parser.add_argument("sources", nargs="+", metavar="FOLDER", help="folders, image files or archives")
    parser.add_argument(
        "--resolution",
        type=pixels("--resolution", 8, 1024),
        default=64,
        metavar="N|WxH",
        help="as for training (64 px)",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout, every file named")
    add_preparation(parser)
    parser.set_defaults(command=check)


def check(args: argparse.Namespace) -> int:
    preparation = preparation_from(args)
    require_sources(args.sources)
    with progress("Reading", quiet=args.json) as bar:
        prepared = prepare_images(args.sources, preparation, args.resolution, bar)
    if args.json:
        say_json({"sources": [plain(source) for source in args.sources]} | as_fields(prepared))
    else:
        for line in describe(prepared, every=True):
            say(line)
    return 0
