"""The command that measures: bench."""

import argparse
import dataclasses
from pathlib import Path

from ganstudio.bench.plane_game import ModeCoverage
from ganstudio.bench.suites import SPEEDS, SUITES, Figure, cures, measure, modes, picture
from ganstudio.cli.images import require_sources
from ganstudio.cli.opened import require_device
from ganstudio.cli.parsing import Commands, number, whole
from ganstudio.cli.terminal import FailedError, RefusedError, note, plain, say, say_json
from ganstudio.core.settings import SettingError, parse_pairs


def add_bench(commands: Commands) -> None:
    parser = commands.add_parser("bench", help="how fast this computer trains and decodes, and which cures cure")
    parser.add_argument("--suite", choices=SUITES, help="step, decoding (without it both), or modes: takes long")
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument(
        "--seconds", type=number("--seconds", 0.1, 600), default=3.0, metavar="S", help="per measurement (3)"
    )
    parser.add_argument("--json", action="store_true", help="a JSON object for each figure, one per line")
    suite = parser.add_argument_group("--suite modes, always on the CPU")
    suite.add_argument("--cure", action="append", metavar="NAME", help="only this cure; may be given again")
    suite.add_argument("--seeds", type=whole("--seeds", 1, 1000), default=5, metavar="N", help="trainings of each (5)")
    suite.add_argument("--steps", type=whole("--steps", 1, 10**7), metavar="N", help="updates of each generator")
    suite.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting of all of them")
    suite.add_argument("--picture", type=Path, metavar="FILE", help="draw the samples of the first seeds")
    suite.add_argument(
        "--data", metavar="FOLDER", help="instead of points: images in classes, three stacked as colours"
    )
    suite.add_argument("--kimg", type=number("--kimg", 0.001, 10**6), metavar="X", help="thousand images, with --data")
    parser.set_defaults(command=bench)


def bench(args: argparse.Namespace) -> int:
    require_device(args.device)
    if args.suite == "modes":
        return count_modes(args)
    if not args.json:
        note("Measuring; other programs that run now make the numbers worse, the ratios less so.")
    for suite in (args.suite,) if args.suite else SPEEDS:
        for figure in measure(suite, args.device, seconds=args.seconds):
            if args.json:
                say_json(dataclasses.asdict(figure) | {"ratio": figure.ratio})
            else:
                say(speed_line(figure))
    return 0


def speed_line(figure: Figure) -> str:
    speeds = f"{figure.images_per_second:9,.0f} images/s, plain {figure.plain:9,.0f}"
    return f"{figure.suite:9} {figure.name:34} {speeds}, ratio {figure.ratio:.2f}"


def count_modes(args: argparse.Namespace) -> int:
    known, kind = cures(args.data)
    for name in args.cure or ():
        if name not in known:
            raise RefusedError(f"--cure: there is none called {name!r}. There are: {', '.join(known)}.")
    if args.data:
        require_sources([args.data])
    chosen = {name: known[name] for name in args.cure or known}
    try:
        base = parse_pairs(kind, args.set)
    except SettingError as error:
        raise RefusedError(f"--set: {error}") from None
    coverages: list[ModeCoverage] = []
    try:
        for coverage in modes(chosen, data=args.data, base=base, seeds=args.seeds, steps=args.steps, kimg=args.kimg):
            coverages.append(coverage)
            if args.json:
                say_json({name: value for name, value in dataclasses.asdict(coverage).items() if name != "points"})
            else:
                say(coverage_line(coverage))
    except ValueError as error:
        raise RefusedError(f"--data: {error}") from None
    if args.picture:
        write_pictures(coverages, args.picture)
    return 0


def coverage_line(coverage: ModeCoverage) -> str:
    modes = f"{coverage.modes:6.1f} ± {coverage.modes_spread:.1f} of {coverage.of}"
    good = f"{100 * coverage.good:5.1f} ± {100 * coverage.good_spread:.1f} %"
    return f"{coverage.target:22} {coverage.cure:24} modes {modes}, good samples {good}, {coverage.seeds} seeds"


def write_pictures(coverages: list[ModeCoverage], path: Path) -> None:
    """One file for all targets, one below the other."""
    drawn = picture(coverages)
    if drawn is None:
        raise RefusedError("--picture draws points in the plane; leave it out with --data.")
    try:
        drawn.save(path)
    except (OSError, ValueError) as error:
        raise FailedError(f"--picture {plain(path)} cannot be written: {error}") from None
