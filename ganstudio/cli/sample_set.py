"""The command that writes the built-in pictures: sample-set."""

import argparse
from pathlib import Path

from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.terminal import FailedError, RefusedError, count, plain, progress, say
from ganstudio.core.files import disk_sentence

KINDS = ("blossoms", "sketches")


def add_sample_set(commands: Commands) -> None:
    parser = commands.add_parser("sample-set", help="write the built-in sample images")
    parser.add_argument("folder", metavar="DIR", type=Path, help="where to; new, or without images of these names")
    parser.add_argument(
        "--count", type=whole("--count", 1, 10**6), default=2000, metavar="N", help="how many (default 2000)"
    )
    parser.add_argument(
        "--size", type=whole("--size", 8, 2048), default=64, metavar="S", help="width and height in px (default 64)"
    )
    parser.add_argument("--kind", choices=KINDS, default="blossoms", help="colour flowers, or line drawings of some")
    parser.add_argument("--seed", type=whole("--seed", 0, 2**32 - 1), default=0, metavar="N", help="other flowers")
    parser.set_defaults(command=sample_set)


def sample_set(args: argparse.Namespace) -> int:
    from ganstudio.samples.blossoms import write_sample_set

    if args.folder.exists() and not args.folder.is_dir():
        raise RefusedError(f"{plain(args.folder)} is a file; choose a folder for the images.")
    drawn = 0
    with progress("Drawing", args.count) as bar:

        def advance(done: int, total: int) -> None:
            nonlocal drawn
            drawn = done
            bar.to(done, f"{done:,} of {total:,}")

        try:
            write_sample_set(args.folder, args.count, args.size, args.kind, args.seed, on_progress=advance)
        except OSError as error:
            there = f"{drawn:,} of {args.count:,} are there; the same again draws them anew."
            raise FailedError(f"{disk_sentence(error, 'drawing', args.folder)} {there}") from None
    say(f"{count(args.count, 'image')} of {args.size} x {args.size} px in {plain(args.folder)}")
    return 0
