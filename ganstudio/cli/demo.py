"""The command that trains on the sample set, in the window or without one: demo."""

import argparse
from pathlib import Path

from ganstudio.app.common.paths import Paths
from ganstudio.app.start.system_check import import_problem, window_problem
from ganstudio.cli.parsing import Commands, Parser, number
from ganstudio.cli.targets import writing
from ganstudio.cli.terminal import note, progress
from ganstudio.cli.train import add_train, train
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.sample_images import COUNT, SIZE, draw_missing, samples_folder


def add_demo(commands: Commands) -> None:
    parser = commands.add_parser("demo", help="train on the built-in sample images, in the window or without one")
    parser.add_argument(
        "--minutes", type=number("--minutes", 0.01, 1e6), default=5.0, metavar="M", help="how long (default 5)"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="the run's folder (default: a free one)")
    parser.set_defaults(command=demo)


def demo(args: argparse.Namespace) -> int:
    """The window training on the sample set; the same training without a window where none can be shown."""
    problem = window_problem()
    if not problem:
        try:
            from ganstudio.app.start.launch import run_demo_window
        except ImportError as error:
            problem = import_problem(error)
        else:
            return run_demo_window(args.minutes, args.out)
    note(f"{problem} The demo trains without a window instead.")
    return train_demo(args.minutes, args.out)


def train_demo(minutes: float, out: Path | None) -> int:
    """What `ganstudio sample-set` and `ganstudio train` would do with these arguments."""
    samples = samples_folder(Paths.of_this_computer().samples, count=COUNT)
    with writing(samples, "drawing"), progress("Drawing", COUNT) as bar:
        draw_missing(
            samples, "blossoms", COUNT, TaskProgress(lambda done, total: bar.to(done, f"{done:,} of {total:,}"))
        )
    wanted = ["train", str(samples), "--recipe", "dcgan", "--resolution", str(SIZE)]
    wanted += ["--minutes", str(minutes)] + (["--out", str(out)] if out else [])
    note("ganstudio " + " ".join(wanted))
    parser = Parser(prog="ganstudio")
    add_train(parser.add_subparsers(parser_class=Parser))
    return train(parser.parse_args(wanted))
