"""Every run that the program knows of: those in the folder of runs, and those ever opened or made elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ganstudio.core.run import Run, RunError, is_run, runs_in

MOST = 200
"""Runs outside the folder that are remembered; the one that was opened longest ago is forgotten first."""


@dataclass(frozen=True)
class RunPlaces:
    """Where runs are looked for."""

    folder: Path
    recent: tuple[Path, ...] = ()
    """Runs that were opened or made, the last one first, inside the folder or not."""

    def runs(self) -> list[Run]:
        """Those in the folder, the newest first, then the others. What is not there now or cannot be read is left out.

        A drive that is not connected takes its runs with it until it comes back.
        """
        inside = runs_in(self.folder)
        known = {run.folder for run in inside}
        return [*inside, *_opened(folder for folder in self.recent if folder not in known)]


def with_recent(recent: Iterable[str], folder: Path) -> tuple[str, ...]:
    """The list after one more run was opened or made."""
    opened = str(folder.absolute())
    return (opened, *(path for path in recent if path != opened))[:MOST]


def moved(recent: Iterable[str], folder: Path, to: Path | None) -> tuple[str, ...]:
    """The list after a run was renamed, or deleted (None)."""
    gone = str(folder.absolute())
    renamed = [str(to.absolute()) if path == gone and to else path for path in recent]
    return tuple(path for path in renamed if path != gone)


def _opened(folders: Iterable[Path]) -> list[Run]:
    runs = []
    for folder in folders:
        try:
            if is_run(folder):
                runs.append(Run.open(folder))
        except RunError:
            continue
    return runs
