"""What commands that send pictures and folders through a network have in common: where to, what is there, the end."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.cli.signals import stopping
from ganstudio.cli.terminal import FailedError, RefusedError, count, note, plain, progress, say
from ganstudio.core.run import RunError
from ganstudio.core.settings import SettingError

if TYPE_CHECKING:
    from ganstudio.export.translating import ImageMaker, TranslationResult


def add_batch(parser: argparse.ArgumentParser, doing: str) -> None:
    """`doing`: as in 'translate only what is not there yet'."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to; names and subfolders stay")
    parser.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda, cuda:1, mps")
    there = parser.add_mutually_exclusive_group()
    there.add_argument("--overwrite", action="store_true", help="replace files of the same names")
    there.add_argument(
        "--continue", dest="missing", action="store_true", help=f"{doing} only what is not there yet"
    )  # fmt: skip
    parser.add_argument("--no-recipe", action="store_true", help="leave out which run and state made the picture")


def send(args: argparse.Namespace, open_maker: "Callable[[], ImageMaker]", run: str, title: str) -> int:
    """Every picture of `args.inputs` through what `open_maker` gives; `title` as in 'Translating'."""
    from ganstudio.core.weights_file import WeightsError
    from ganstudio.export.translating import TranslatingError
    from ganstudio.workflows.stylise import StyliseError
    from ganstudio.workflows.translate_pictures import TakenError, translate_pictures
    from ganstudio.workflows.unfinished import UnfinishedError

    stop: list[bool] = []
    try:
        with stopping(lambda: stop.append(True)), progress(title, 1.0, counted=False) as bar:
            result, total = translate_pictures(
                open_maker,
                args.inputs,
                args.out,
                run=None if args.no_recipe else run,
                overwrite=args.overwrite,
                missing=args.missing,
                doing=title.lower(),
                on_progress=lambda done, total: bar.to(done / total, f"{int(done):,} of {total:,}"),
                cancelled=lambda: bool(stop),
            )
    except TakenError as error:
        raise RefusedError(f"{plain(error)} Here that is another --out, --overwrite, or --continue.") from None
    except UnfinishedError as error:
        raise FailedError(f"{error} Here that is --continue.") from None
    except (TranslatingError, StyliseError, WeightsError, RunError, SettingError) as error:
        raise RefusedError(str(error)) from None
    return _report(result, total, args.out)


def _report(result: "TranslationResult", total: int, out: Path) -> int:
    """Say what became of it. What could not be read is listed at the end, and does not make it a failure."""
    for remark in result.remarks:
        note(f"{plain(remark.name)}: {plain(remark.reason)}")
    for left in result.left_out:
        note(f"left out {plain(left.name)}: {plain(left.reason)}")
    say(f"{count(len(result.written), 'picture')} in {plain(out)}")
    if result.stopped:
        note(f"{len(result.written):,} of {total:,} are whole; the rest was not begun.")
        raise KeyboardInterrupt
    if not result.written:
        raise FailedError("none of the pictures could be read.")
    return 0
