"""What commands that draw with a generator share: its options, and opening it or refusing with a sentence."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.parsing import number, whole
from ganstudio.cli.terminal import RefusedError, plain
from ganstudio.core.run import Run, RunError
from ganstudio.core.settings import SettingError
from ganstudio.workflows.export_pictures import Studio

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.models.superres.upscaler import Upscaler

CHECKPOINT_HELP = "best, latest, or one by its name (default: the best if scores have marked one, else the latest)"


def add_generator_options(parser: argparse.ArgumentParser) -> None:
    """What every command that renders images takes."""
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument(
        "--label", metavar="NAME", help="a class, if it learned some (else all in turn; in a walk the first)"
    )
    parser.add_argument(
        "--truncation",
        type=number("--truncation", 0.0, 2.0),
        default=1.0,
        metavar="PSI",
        help="below 1: more typical, less varied images (default 1)",
    )
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument(
        "--no-recipe",
        action="store_true",
        help="leave out what makes the image again; the mark that a model made it stays",
    )
    parser.add_argument(
        "--larger", type=Path, metavar="RUN|WEIGHTS",
        help="enlarge what is drawn, by a run that learned to or by somebody's network (.safetensors, .pth)",
    )  # fmt: skip
    parser.add_argument(
        "--scale", type=whole("--scale", 1, 16), metavar="N",
        help="with --larger: how many times (default: as the network enlarges)",
    )  # fmt: skip


def open_studio(args: argparse.Namespace) -> Studio:
    """The generator of a run, or a refusal that says what is wrong with the run, the device, the label or --larger."""
    run = open_run(args.run)
    generator = open_generator_of(run, args.checkpoint, args.device)
    _require_label(args, generator)
    larger = _open_larger(args)
    return Studio(generator, run.name, args.label or "", args.truncation, not args.no_recipe, larger)


def _open_larger(args: argparse.Namespace) -> "Upscaler | None":
    from ganstudio.core.weights_file import WeightsError
    from ganstudio.workflows.upscale_pictures import open_upscaler

    if args.larger is None:
        if args.scale is not None:
            raise RefusedError(f"--scale {args.scale} needs --larger, the network that enlarges.")
        return None
    if not args.larger.exists():
        raise RefusedError(
            f"--larger: {plain(args.larger)} does not exist; give the folder of a run or a file of weights."
        )
    try:
        return open_upscaler(args.larger, scale=args.scale or 0, device=args.device)
    except (RunError, SettingError, WeightsError) as error:
        raise RefusedError(f"--larger: {error}") from None


def open_run(folder: Path) -> Run:
    try:
        return Run.open(folder)
    except RunError as error:
        raise RefusedError(str(error)) from None


def open_generator_of(run: Run, checkpoint: str | None, device: str) -> "TrainedGenerator":
    """The trained generator of a run, or a refusal that says what is wrong with the run or the device."""
    from ganstudio.workflows.open_run import open_generator

    require_device(device)
    try:
        return open_generator(run, checkpoint=checkpoint, device=device)
    except (RunError, SettingError) as error:
        raise RefusedError(str(error)) from None


def require_device(name: str) -> None:
    """Refuse a device that is not there."""
    from ganstudio.core.device import choose

    try:
        choose(name)
    except (ValueError, RuntimeError) as error:
        raise RefusedError(f"--device: {error}") from None


def _require_label(args: argparse.Namespace, generator: "TrainedGenerator") -> None:
    if args.label and args.label not in generator.classes:
        if not generator.classes:
            raise RefusedError(f"--label {args.label}: {plain(args.run)} learned without classes; leave --label out.")
        names = ", ".join(plain(class_name) for class_name in generator.classes)
        raise RefusedError(f"--label {args.label} is not a class of {plain(args.run)}; it has {names}.")
