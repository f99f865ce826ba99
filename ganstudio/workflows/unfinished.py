"""What a person is told when the machine ends a long work: what happened, what exists so far, and how it goes on."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from ganstudio.core.files import disk_sentence
from ganstudio.core.memory import ran_out

NO_MEMORY = "There is not enough memory left to go on. Stop the training, or choose the CPU in the settings."


class UnfinishedError(ValueError):
    """A long work that a disk, a folder or the memory ended; the text is a sentence with what exists so far."""


@contextlib.contextmanager
def telling(doing: str, folder: Path, so_far: Callable[[], str]) -> Iterator[None]:
    """Inside, what the machine refuses is raised as an UnfinishedError, its cause kept.

    Args:
        doing: what the work does, as in "while exporting".
        so_far: a sentence about what is there, asked when it is wanted.
    """
    try:
        yield
    except (OSError, MemoryError, RuntimeError) as error:
        if ran_out(error):
            raise UnfinishedError(f"{NO_MEMORY} {so_far()}".strip()) from error
        if not isinstance(error, OSError):
            raise
        raise UnfinishedError(f"{disk_sentence(error, doing, folder)} {so_far()}".strip()) from error


def share_sentence(done: int, wanted: int, folder: Path) -> str:
    """'256 of 1,000 are in FOLDER; the same again goes on with the rest.'"""
    if not done:
        return "Nothing was written."
    verb = "is" if done == 1 else "are"
    return f"{done:,} of {wanted:,} {verb} in {folder}; the same again goes on with the rest."
