"""The command that measures: bench."""

import argparse
import dataclasses

from ganstudio.bench import SUITES, measure
from ganstudio.cli.parsing import Commands, number
from ganstudio.cli.pictures import require_device
from ganstudio.cli.terminal import note, say, say_json


def add_bench(commands: Commands) -> None:
    parser = commands.add_parser("bench", help="how fast this computer trains and decodes")
    parser.add_argument("--suite", choices=SUITES, help="only this one: " + ", ".join(SUITES))
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument(
        "--seconds", type=number("--seconds", 0.1, 600), default=3.0, metavar="S", help="per measurement (3)"
    )
    parser.add_argument("--json", action="store_true", help="a JSON object for each figure, one per line")
    parser.set_defaults(command=bench)


def bench(args: argparse.Namespace) -> int:
    require_device(args.device)
    if not args.json:
        note("Measuring; other programs that run now make the numbers worse, the ratios less so.")
    for suite in (args.suite,) if args.suite else SUITES:
        for figure in measure(suite, args.device, seconds=args.seconds):
            if args.json:
                say_json(dataclasses.asdict(figure) | {"ratio": figure.ratio})
            else:
                speeds = f"{figure.images_per_second:9,.0f} images/s, plain {figure.plain:9,.0f}"
                say(f"{figure.suite:9} {figure.name:34} {speeds}, ratio {figure.ratio:.2f}")
    return 0
