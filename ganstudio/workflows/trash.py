"""The program's own trash: a folder inside that of the runs, from which a deleted run comes back with one key."""

import contextlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from ganstudio.core.run_files import listed
from ganstudio.core.run_files import remove as remove_file
from ganstudio.workflows.run_names import free_folder

NAME = ".trash"
LEFT_BEHIND = 3600.0
"""Seconds after which what lies in the trash belongs to no open window, for such has ended without emptying it."""


@dataclass(frozen=True)
class Deleted:
    folder: Path
    """Where the run was."""
    kept: Path
    """Where it is now."""


def put_away(folder: Path) -> Deleted:
    """Move a run into the trash beside it: its folder is renamed, whatever is in it.

    Raises:
        OSError: the folder cannot be moved.
    """
    place = free_folder(folder.parent / NAME, f"{time.time_ns()}-{os.getpid()}")
    place.mkdir(parents=True)
    kept = place / folder.name
    try:
        folder.rename(kept)
    except OSError:
        place.rmdir()
        raise
    return Deleted(folder, kept)


def put_back(deleted: Deleted) -> Path:
    """Where the run is again: in its place, or under a new name where that is taken by now.

    Raises:
        OSError: it cannot be moved back.
    """
    folder = free_folder(deleted.folder.parent, deleted.folder.name)
    deleted.kept.rename(folder)
    deleted.kept.parent.rmdir()
    return folder


def remove(deleted: Deleted) -> None:
    """Delete it for good; what cannot be deleted now is tried again at the next sweep."""
    shutil.rmtree(deleted.kept.parent, ignore_errors=True)


def sweep(runs: Path) -> None:
    """Delete for good what windows that are no longer open have left in the trash of a folder of runs."""
    try:
        places = list((runs / NAME).iterdir())
    except OSError:
        return
    for place in places:
        if time.time() - place.lstat().st_mtime > LEFT_BEHIND:
            shutil.rmtree(place, ignore_errors=True)


def forget_unbegun(folder: Path) -> None:
    """Remove the folder of a run that never began; rmdir leaves it if something is in it after all."""
    if os.path.lexists(folder / "events.jsonl"):
        return
    with contextlib.suppress(OSError):
        for path in (folder / "settings.json", folder / "places.json", *listed(folder / "checkpoints", "*")):
            remove_file(path)  # the last are what a branch brought along
        for inner in (folder / "samples", folder / "checkpoints", folder):
            inner.rmdir()
