"""The command that takes a trained generator to other programs: export."""

import argparse
from pathlib import Path

from ganstudio.cli.opened import CHECKPOINT_HELP, open_generator_of, open_run
from ganstudio.cli.parsing import Commands
from ganstudio.cli.terminal import FailedError, RefusedError, plain, say
from ganstudio.core.files import disk_sentence


def add_export(commands: Commands) -> None:
    parser = commands.add_parser("export", help="the generator as a file for other programs")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a training run")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=".safetensors, .pt2 or .onnx")
    parser.add_argument("--checkpoint", metavar="NAME", help=CHECKPOINT_HELP)
    parser.add_argument("--overwrite", action="store_true", help="replace a file of the same name")
    parser.set_defaults(command=export)


def export(args: argparse.Namespace) -> int:
    if args.out.exists() and not args.overwrite:
        raise RefusedError(f"{plain(args.out)} exists already; choose another --out, or say --overwrite.")
    run = open_run(args.run)
    from ganstudio.export.animation import MissingExtraError
    from ganstudio.export.model import KINDS, kind_of, metadata, require_onnx, write_model

    kind = kind_of(args.out)
    if not kind:
        raise RefusedError(f"--out {plain(args.out)}: the name must end in {', '.join('.' + one for one in KINDS)}.")
    try:
        if kind == "onnx":
            require_onnx()
        generator = open_generator_of(run, args.checkpoint, "cpu")
        known = metadata(generator, run.name, run.settings.recipe, run.settings.values)
        args.out.parent.mkdir(parents=True, exist_ok=True)
        written = write_model(generator, args.out, known, overwrite=args.overwrite)
    except MissingExtraError as error:
        raise RefusedError(str(error)) from None
    except OSError as error:
        raise FailedError(disk_sentence(error, "writing", args.out)) from None
    say(f"{plain(written)}: z (N, {generator.latent}) to images (N, {generator.channels}, "
        f"{generator.resolution}, {generator.resolution}), {written.stat().st_size / 2**20:.1f} MB")  # fmt: skip
    return 0
