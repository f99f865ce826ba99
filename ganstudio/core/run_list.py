"""The runs in a folder, and what is said of one that cannot be read. No torch here."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from ganstudio.core.run import Run, RunError, RunSettings, Summary, is_run, modified_at


def run_folders(folder: Path) -> list[Path]:
    """The folders of runs directly inside `folder`, newest first; whether they can be opened is not known yet."""
    try:
        inner = [path for path in folder.iterdir() if is_run(path)]
    except OSError:
        return []
    return sorted(inner, key=modified_at, reverse=True)


def opened(folders: Iterable[Path]) -> list[Run]:
    """The runs in `folders`, without those that cannot be opened."""
    runs = []
    for folder in folders:
        with contextlib.suppress(RunError):
            runs.append(Run.open(folder))
    return runs


def summary_of(folder: Path) -> Summary:
    """The summary of a run, which says why if it cannot be read."""
    try:
        return Run.open(folder).summary()
    except RunError as error:
        trouble = str(error)
    except OSError as error:
        trouble = f"{folder} cannot be read: {error.strerror or error}."
    return unreadable(folder, trouble, modified_at(folder))


def unreadable(folder: Path, trouble: str, modified: float = 0.0) -> Summary:
    """The summary of a run of which nothing is known but why, in a sentence."""
    return Summary(folder.name, RunSettings(recipe="", sides=()), trouble=trouble, modified=modified)
