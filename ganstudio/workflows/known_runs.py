"""Every run that the program knows of: those in the folder of runs, and those ever opened or made elsewhere."""

import queue
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from ganstudio.core.run import Run, Summary, is_run
from ganstudio.core.run_list import opened, run_folders, unreadable
from ganstudio.core.threads import BackgroundThread, start_thread

T = TypeVar("T")
U = TypeVar("U")
ANSWER = 2.0
"""Seconds within which a folder has to answer: a network drive that is gone may keep whoever asks for ever."""
NEIGHBOUR = 0.1
"""The same for one beside a folder that did not answer."""
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


class Listing(Generic[T]):
    """Asks the runs in some places one by one, whatever becomes of a drive among them.

    A folder that does not answer is left to a thread that nobody waits for, and is not asked again until that has come
    back: however often one looks, there is one such thread for each folder at most.
    """

    def __init__(self, ask: Callable[[Path], T], seconds: float = ANSWER) -> None:
        self._ask, self._seconds = ask, seconds
        self._asked: dict[Path, BackgroundThread] = {}

    def answers(self, places: RunPlaces) -> Iterator[tuple[Path, T | None]]:
        """What `ask` says of every run, those in the folder of runs first; None for what does not answer."""
        silent: set[Path] = set()
        inside: list[Path] = []
        try:
            inside = self._answered(places.folder, lambda: run_folders(places.folder), silent)
        except TimeoutError:
            yield places.folder, None
        for folder in dict.fromkeys((*inside, *places.recent)):
            try:
                answer = self._answered(folder, partial(self._of_run, folder), silent)
            except TimeoutError:
                yield folder, None
            else:
                yield from ((folder, known) for known in answer)

    def _of_run(self, folder: Path) -> list[T]:
        return [self._ask(folder)] if is_run(folder) else []

    def _answered(self, folder: Path, ask: Callable[[], list[U]], silent: set[Path]) -> list[U]:
        """What `ask` returns.

        Raises:
            TimeoutError: that takes too long; the folder that it lies in is one of the `silent` then.
        """
        answers: queue.SimpleQueue[list[U]] = queue.SimpleQueue()
        if folder not in self._asked or not self._asked[folder].is_alive():
            self._asked[folder] = start_thread(lambda: answers.put(ask()), "listing")
        try:
            answer = answers.get(timeout=NEIGHBOUR if folder.parent in silent else self._seconds)
        except queue.Empty:
            silent.add(folder.parent)
            raise TimeoutError from None
        del self._asked[folder]
        return answer


def summarised(folder: Path, summary: Summary | None) -> Summary:
    """The summary of a run, also of one that does not answer."""
    return summary or unreadable(
        folder, f"{folder} does not answer: its drive may be asleep or gone. Wake it, and open this page again."
    )
