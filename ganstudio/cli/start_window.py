"""The demo: the window training by itself, or the same training without one."""

import argparse
from pathlib import Path

from ganstudio.app.start.system_check import import_problem, window_problem
from ganstudio.cli.parsing import Commands, number
from ganstudio.cli.terminal import note


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
    from ganstudio.cli.demo import train_demo

    return train_demo(args.minutes, args.out)
