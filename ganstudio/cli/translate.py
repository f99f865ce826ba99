"""The command that turns pictures of one side into the other."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.images import require_sources
from ganstudio.cli.opened import open_run, require_device
from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.signals import stopping
from ganstudio.cli.terminal import FailedError, RefusedError, count, note, plain, progress, say
from ganstudio.core.run import RunError
from ganstudio.core.settings import SettingError

if TYPE_CHECKING:
    from ganstudio.export.translating import TranslationResult


def add_translate(commands: Commands) -> None:
    parser = commands.add_parser("translate", help="turn pictures of one side into the other")
    parser.add_argument("run", type=Path, metavar="RUN", help="the folder of a run that learned a translation")
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="pictures, or folders of them")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to; names and subfolders stay")
    parser.add_argument("--to", choices=("A", "B"), default="B", help="the side to lead to (default B)")
    parser.add_argument("--checkpoint", metavar="NAME", help="an older state (default: the newest)")
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument(
        "--tile", type=whole("--tile", 0, 8192), default=512, metavar="PX",
        help="larger pictures go through in tiles of this size (512); 0: never",
    )  # fmt: skip
    there = parser.add_mutually_exclusive_group()
    there.add_argument("--overwrite", action="store_true", help="replace files of the same names")
    there.add_argument("--continue", dest="missing", action="store_true", help="translate only what is not there yet")
    parser.add_argument("--no-recipe", action="store_true", help="leave out which run and state made the picture")
    parser.set_defaults(command=translate)


def translate(args: argparse.Namespace) -> int:
    from ganstudio.export.translating import TranslatingError
    from ganstudio.workflows.open_run import open_translator
    from ganstudio.workflows.translate_pictures import TakenError, translate_pictures
    from ganstudio.workflows.unfinished import UnfinishedError

    require_sources(args.inputs)
    require_device(args.device)
    run = open_run(args.run)
    stop: list[bool] = []
    known = {"to": args.to, "checkpoint": args.checkpoint, "device": args.device, "tile": args.tile}
    try:
        with stopping(lambda: stop.append(True)), progress("Translating", 1.0, counted=False) as bar:
            result, total = translate_pictures(
                lambda: open_translator(run, **known),
                args.inputs,
                args.out,
                run=None if args.no_recipe else run.name,
                overwrite=args.overwrite,
                missing=args.missing,
                on_progress=lambda done, total: bar.to(done / total, f"{int(done):,} of {total:,}"),
                cancelled=lambda: bool(stop),
            )
    except TakenError as error:
        raise RefusedError(f"{plain(error)} Here that is another --out, --overwrite, or --continue.") from None
    except UnfinishedError as error:
        raise FailedError(f"{error} Here that is --continue.") from None
    except (TranslatingError, RunError, SettingError) as error:
        raise RefusedError(str(error)) from None
    return _report(result, total, args.out)


def _report(result: "TranslationResult", total: int, out: Path) -> int:
    """Say what became of it. What could not be read is listed at the end, and does not make it a failure."""
    for left in result.left_out:
        note(f"left out {plain(left.name)}: {plain(left.reason)}")
    say(f"{count(len(result.written), 'picture')} in {plain(out)}")
    if result.stopped:
        note(f"{len(result.written):,} of {total:,} are whole; the rest was not begun.")
        raise KeyboardInterrupt
    if not result.written:
        raise FailedError("none of the pictures could be read.")
    return 0
