"""Turning pictures and folders into others: what `translate`, `upscale` and their pages all do."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.workflows.unfinished import share_sentence, telling

if TYPE_CHECKING:
    from ganstudio.export.translating import ImageMaker, TranslationResult


class TakenError(ValueError):
    """A result would have the name of a file that is there; the text is a sentence."""


def translate_pictures(
    open_translator: "Callable[[], ImageMaker]",
    inputs: Sequence[str],
    folder: Path,
    *,
    run: str | None,
    overwrite: bool,
    missing: bool = False,
    doing: str = "translating",
    on_progress: Callable[[float, int], None],
    cancelled: Callable[[], bool],
) -> "tuple[TranslationResult, int]":
    """Translate everything in `inputs` into `folder`; names and subfolders stay.

    Args:
        open_translator: called when all that can be refused without a network has been looked at.
        run: named in each result; "": there is none; None: nothing is said of how it was made.
        missing: what is there already stays, and only the rest is translated.
        doing: what a person calls it when it cannot go on.

    Returns:
        What became of it, and how many pictures there were to translate.

    Raises:
        TakenError: a file of the same name is there, and `overwrite` was not said.
        TranslatingError: no picture, or a folder in the way; a sentence.
        UnfinishedError: the disk or the memory ended it; the sentence says how many are whole.
    """
    from ganstudio.export.translating import TranslationResult, existing, plan, translate_files

    jobs, left_out = plan(inputs, folder)
    there = existing(jobs)
    if there and not (overwrite or missing):
        raise TakenError(f"{there[0].name} is in {folder} already: choose another folder, or let it be replaced.")
    absent = [job for job in jobs if not (missing and job.target in there)]
    result = TranslationResult(left_out=left_out)

    def so_far() -> str:
        return share_sentence(len(jobs) - len(absent) + len(result.written), len(jobs), folder)

    with telling(doing, folder, so_far):
        translator = open_translator()
        recipe = None if run is None else {"run": run} if run else {}
        translate_files(
            translator, absent, result, recipe=recipe, overwrite=overwrite, on_progress=on_progress, cancelled=cancelled
        )
    return result, len(jobs)
