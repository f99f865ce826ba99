"""The command that puts runs beside each other, as a page or as a table: compare."""

import argparse
from pathlib import Path

from ganstudio.cli.parsing import Commands
from ganstudio.cli.targets import require_ending, require_free, writing
from ganstudio.cli.terminal import count, plain, say


def add_compare(commands: Commands) -> None:
    parser = commands.add_parser("compare", help="runs side by side, as a page or as a table")
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN", help="folders of training runs")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=".html (one page) or .csv")
    parser.add_argument("--axis", choices=("kimg", "minutes"), default="kimg", help="along the plots (kimg)")
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=compare)


def compare(args: argparse.Namespace) -> int:
    from ganstudio.workflows.compare_runs import REPORTS, write_report

    require_ending(args.out, REPORTS)
    require_free(args.out, args.overwrite)
    with writing(args.out):
        written = write_report(args.runs, args.out, axis=args.axis, overwrite=args.overwrite)
    say(f"{plain(written)}: {count(len(args.runs), 'run')}, {written.stat().st_size / 2**20:.1f} MB")
    return 0
