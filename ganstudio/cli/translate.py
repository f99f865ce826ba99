"""The command that turns pictures of one side into the other."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.data import require_sources
from ganstudio.cli.parsing import Commands, whole
from ganstudio.cli.pictures import open_run, require_device
from ganstudio.cli.signals import stopping
from ganstudio.cli.terminal import FailedError, RefusedError, count, note, plain, progress, say
from ganstudio.core.files import disk_sentence
from ganstudio.core.run import RunError
from ganstudio.core.settings import SettingError

if TYPE_CHECKING:
    from ganstudio.core.translator import Translator
    from ganstudio.export.translating import TranslationJob, TranslationResult


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
    parser.add_argument("--overwrite", action="store_true", help="replace files of the same names")
    parser.add_argument("--no-recipe", action="store_true", help="leave out which run and state made the picture")
    parser.set_defaults(command=translate)


def translate(args: argparse.Namespace) -> int:
    from ganstudio.export.translating import TranslatingError, existing, plan

    require_sources(args.inputs)
    require_device(args.device)
    run = open_run(args.run)
    try:
        jobs, left_out = plan(args.inputs, args.out)
    except TranslatingError as error:
        raise RefusedError(str(error)) from None
    if (there := existing(jobs)) and not args.overwrite:
        raise RefusedError(f"{plain(there[0])} exists already; choose another --out, or say --overwrite.")
    from ganstudio.workflows.open_run import open_translator

    try:
        translator = open_translator(run, to=args.to, checkpoint=args.checkpoint, device=args.device, tile=args.tile)
    except (RunError, SettingError) as error:
        raise RefusedError(str(error)) from None
    outcome = _carried_out(translator, jobs, args, None if args.no_recipe else run.name)
    outcome.left_out[:0] = left_out
    return _told(outcome, len(jobs), args.out)


def _carried_out(
    translator: "Translator", jobs: "list[TranslationJob]", args: argparse.Namespace, run: str | None
) -> "TranslationResult":
    from ganstudio.export.translating import translate_files

    stop: list[bool] = []
    try:
        with stopping(lambda: stop.append(True)), progress("Translating", len(jobs)) as bar:
            return translate_files(
                translator,
                jobs,
                recipe=None if run is None else {"run": run},
                overwrite=args.overwrite,
                on_progress=lambda done, total: bar.to(done, f"{int(done):,} of {total:,}"),
                cancelled=lambda: bool(stop),
            )
    except OSError as error:
        raise FailedError(disk_sentence(error, "writing pictures", args.out)) from None


def _told(outcome: "TranslationResult", total: int, out: Path) -> int:
    """Say what became of it. What could not be read is listed at the end, and does not make it a failure."""
    for left in outcome.left_out:
        note(f"left out {plain(left.name)}: {plain(left.reason)}")
    say(f"{count(len(outcome.written), 'picture')} in {plain(out)}")
    if outcome.stopped:
        note(f"{len(outcome.written):,} of {total:,} are whole; the rest was not begun.")
        raise KeyboardInterrupt
    if not outcome.written:
        raise FailedError("none of the pictures could be read.")
    return 0
