"""Turning pictures and folders of one side into the other: what `translate` and the Translate page both do."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.core.files import disk_sentence

if TYPE_CHECKING:
    from ganstudio.core.translator import Translator
    from ganstudio.export.translating import TranslationResult


class TakenError(ValueError):
    """A result would have the name of a file that is there; the text is a sentence."""


def translate_pictures(
    open_translator: "Callable[[], Translator]",
    inputs: Sequence[str],
    folder: Path,
    *,
    run: str | None,
    overwrite: bool,
    on_progress: Callable[[float, int], None],
    cancelled: Callable[[], bool],
) -> "tuple[TranslationResult, int]":
    """Translate everything in `inputs` into `folder`; names and subfolders stay.

    Args:
        open_translator: called when all that can be refused without a network has been looked at.
        run: named in each result; None leaves that out.

    Returns:
        What became of it, and how many pictures there were to translate.

    Raises:
        TakenError: a file of the same name is there, and `overwrite` was not said.
        TranslatingError: no picture, a folder in the way, or a disk that is full; a sentence.
    """
    from ganstudio.export.translating import TranslatingError, existing, plan, translate_files

    jobs, left_out = plan(inputs, folder)
    if (there := existing(jobs)) and not overwrite:
        raise TakenError(f"{there[0].name} is in {folder} already: choose another folder, or let it be replaced.")
    translator = open_translator()
    try:
        result = translate_files(
            translator,
            jobs,
            recipe=None if run is None else {"run": run},
            overwrite=overwrite,
            on_progress=on_progress,
            cancelled=cancelled,
        )
    except OSError as error:
        raise TranslatingError(disk_sentence(error, "translating", folder)) from error
    result.left_out[:0] = left_out
    return result, len(jobs)
