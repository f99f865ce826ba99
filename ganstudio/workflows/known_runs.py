"""Every run that the program knows of: those in the folder of runs, and those ever opened or made elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ganstudio.core.run import Run, is_run, opened, run_folders

MOST = 200
"""Runs outside the folder that are remembered; the one that was opened longest ago is forgotten first."""


@dataclass(frozen=True)
class RunPlaces:
    """Where runs are looked for."""

    folder: Path
    recent: tuple[Path, ...] = ()
    """Runs that were opened or made, the last one first, inside the folder or not."""

    def folders(self) -> list[Path]:
        """Those in the folder, the newest first, then the others; whether they can be opened is not known yet.

        A drive that is not connected takes its runs with it until it comes back.
        """
        inside = run_folders(self.folder)
        known = set(inside)
        return [*inside, *(folder for folder in self.recent if folder not in known and is_run(folder))]

    def runs(self) -> list[Run]:
        """Those of them that can be opened."""
        return opened(self.folders())

    def latest(self, sides: int) -> Run | None:
        """The run with so many sides that was opened last; else the newest in the folder."""
        known = dict.fromkeys((*(folder for folder in self.recent if is_run(folder)), *run_folders(self.folder)))
        runs = (run for folder in known for run in opened([folder]))
        return next((run for run in runs if len(run.settings.sides) == sides), None)


def with_recent(recent: Iterable[str], folder: Path) -> tuple[str, ...]:
    """The list after one more run was opened or made."""
    opened = str(folder.absolute())
    return (opened, *(path for path in recent if path != opened))[:MOST]


def moved(recent: Iterable[str], folder: Path, to: Path | None) -> tuple[str, ...]:
    """The list after a run was renamed, or deleted (None)."""
    gone = str(folder.absolute())
    renamed = [str(to.absolute()) if path == gone and to else path for path in recent]
    return tuple(path for path in renamed if path != gone)
