"""The command that takes a trained generator to other programs: export."""

import argparse
from pathlib import Path

from ganstudio.cli.opened import CHECKPOINT_HELP, open_generator_of, open_run
from ganstudio.cli.parsing import Commands, number
from ganstudio.cli.targets import require_ending, require_free, writing
from ganstudio.cli.terminal import plain, say
from ganstudio.core.resolution import shape_of
from ganstudio.core.run import Run
from ganstudio.export.kinds import MODELS
from ganstudio.workflows.export_model import export_model


def add_export(commands: Commands) -> None:
    parser = commands.add_parser("export", help="the generator as a file for other programs")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=".safetensors, .pt2 or .onnx")
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument(
        "--blend", type=number("--blend", 0.0, 1.0), default=1.0, metavar="SHARE",
        help="of a run that learned to enlarge: 0 is its first stage, 1 its second (default 1)",
    )  # fmt: skip
    parser.add_argument("--to", choices=("A", "B"), default="B", help="of a translation: the side it leads to (B)")
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=export)


def export(args: argparse.Namespace) -> int:
    require_free(args.out, args.overwrite)
    run = open_run(args.run)
    if run.settings.does == "enlarge":
        return _enlarger(args, run)
    require_ending(args.out, MODELS)
    if run.settings.does == "translate":
        return _translator(args, run)
    with writing(args.out):
        written, generator = export_model(
            run, lambda: open_generator_of(run, args.checkpoint, "cpu"), args.out, overwrite=args.overwrite
        )
    height, width = shape_of(generator.resolution)
    say(f"{plain(written)}: z (N, {generator.latent}) to images (N, {generator.channels}, "
        f"{height}, {width}), {written.stat().st_size / 2**20:.1f} MB")  # fmt: skip
    return 0


def _translator(args: argparse.Namespace, run: Run) -> int:
    from ganstudio.workflows.open_run import open_translator

    with writing(args.out):
        written, translator = export_model(
            run, lambda: open_translator(run, to=args.to, checkpoint=args.checkpoint, device="cpu"), args.out,
            overwrite=args.overwrite,
        )  # fmt: skip
    inputs, outputs = translator.channels
    say(f"{plain(written)}: images (N, {inputs}, H, W) to images of side {args.to} (N, {outputs}, H, W), H and W "
        f"multiples of {translator.tiling.multiple}, {written.stat().st_size / 2**20:.1f} MB")  # fmt: skip
    return 0


def _enlarger(args: argparse.Namespace, run: Run) -> int:
    """Under the names of the published files, for every program that reads those."""
    from ganstudio.workflows.upscale_pictures import export_enlarger

    require_ending(args.out, ("safetensors",))
    with writing(args.out):
        known = {"checkpoint": args.checkpoint, "blend": args.blend, "overwrite": args.overwrite}
        written, network = export_enlarger(run, args.out, **known)
    say(f"{plain(written)}: RGB (N, {network.channels}, H, W) in 0..1 to {network.scale} times as large, "
        f"{written.stat().st_size / 2**20:.1f} MB")  # fmt: skip
    return 0
