"""The command that takes a trained generator to other programs: export."""

import argparse
from pathlib import Path

from ganstudio.cli.opened import CHECKPOINT_HELP, open_generator_of, open_run
from ganstudio.cli.parsing import Commands
from ganstudio.cli.targets import require_ending, require_free, writing
from ganstudio.cli.terminal import plain, say
from ganstudio.export.kinds import MODELS
from ganstudio.workflows.export_model import export_model


def add_export(commands: Commands) -> None:
    parser = commands.add_parser("export", help="the generator as a file for other programs")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=".safetensors, .pt2 or .onnx")
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=export)


def export(args: argparse.Namespace) -> int:
    require_free(args.out, args.overwrite)
    run = open_run(args.run)
    require_ending(args.out, MODELS)
    with writing(args.out):
        written, generator = export_model(
            run, lambda: open_generator_of(run, args.checkpoint, "cpu"), args.out, overwrite=args.overwrite
        )
    say(f"{plain(written)}: z (N, {generator.latent}) to images (N, {generator.channels}, "
        f"{generator.resolution}, {generator.resolution}), {written.stat().st_size / 2**20:.1f} MB")  # fmt: skip
    return 0
