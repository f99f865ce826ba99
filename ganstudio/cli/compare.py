"""The command that puts runs beside each other, as a page or as a table: compare."""

import argparse
from pathlib import Path

from ganstudio.cli.parsing import Commands
from ganstudio.cli.terminal import FailedError, RefusedError, plain, say
from ganstudio.core.files import disk_sentence
from ganstudio.core.run import RunError


def add_compare(commands: Commands) -> None:
    parser = commands.add_parser("compare", help="runs side by side, as a page or as a table")
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="folders of training runs")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=".html (one page) or .csv")
    parser.add_argument("--axis", choices=("kimg", "minutes"), default="kimg", help="along the plots (kimg)")
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=compare)


def compare(args: argparse.Namespace) -> int:
    from ganstudio.workflows.compare_runs import KINDS, write_report

    if args.out.suffix.lower() not in KINDS:
        raise RefusedError(f"--out {plain(args.out)}: the name must end in {' or '.join(KINDS)}.")
    if args.out.exists() and not args.overwrite:
        raise RefusedError(f"{plain(args.out)} exists already; choose another --out, or say --overwrite.")
    try:
        written = write_report(args.runs, args.out, axis=args.axis, overwrite=args.overwrite)
    except RunError as error:
        raise RefusedError(str(error)) from None
    except OSError as error:
        raise FailedError(disk_sentence(error, "writing", args.out)) from None
    say(f"{plain(written)}: {len(args.runs)} runs, {written.stat().st_size / 2**20:.1f} MB")
    return 0
