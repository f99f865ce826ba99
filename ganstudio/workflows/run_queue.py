"""The queue: runs that train one after another on one device, kept in a file of its own in the folder of runs.

Whatever ends the program, a kill too, leaves the file whole: a run that was training then goes on where it was last
saved. No torch here.
"""

import contextlib
import dataclasses
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Annotated, Literal

from ganstudio.core.events import Finished
from ganstudio.core.file_lock import held, locked
from ganstudio.core.files import write_atomically
from ganstudio.core.run import Run, RunError, is_run
from ganstudio.core.schema import Range, SchemaError, build, parse, read
from ganstudio.workflows.continue_run import extended
from ganstudio.workflows.run_names import free_folder, problem_with

FILE = "queue.json"
EDITING, DRIVING = ".queue-editing.lock", ".queue-driving.lock"
LARGEST = 2**20
"""Bytes of a queue that are read."""
FORMAT = 1
MOST_TRIES = 3
"""Times that a run is begun without coming to its end; what ended the program may be that very run."""
EDIT_WAIT = 5.0
"""Seconds that somebody who changes the queue is waited for."""

QueueState = Literal["waiting", "running", "completed", "stopped", "failed"]
WORDS: dict[QueueState, str] = {
    "waiting": "waits", "running": "trains", "completed": "finished", "stopped": "stopped", "failed": "failed",
}  # fmt: skip


class QueueError(ValueError):
    """The queue cannot be used as asked; the text is a sentence for the user."""


@dataclass(frozen=True, kw_only=True)
class QueueEntry:
    name: str
    """Of the run's folder, which lies beside the queue."""
    state: QueueState = "waiting"
    tries: Annotated[int, Range(0, 1000)] = 0
    """Times that it was begun, or gone on with."""
    written: Annotated[int, Range(0, 2**62)] = 0
    """Bytes of events that the run had when it was begun last: what was written since tells how that ended."""
    remark: str = ""
    """Why it failed."""


@dataclass(frozen=True, kw_only=True)
class Queue:
    """What the file holds."""

    format: Annotated[int, Range(1, FORMAT)] = FORMAT
    active: bool = False
    """Whether the next run begins when there is none that trains."""
    entries: tuple[QueueEntry, ...] = ()
    """In their order, also those that have ended."""

    @property
    def running(self) -> QueueEntry | None:
        return next((entry for entry in self.entries if entry.state == "running"), None)

    @property
    def waiting(self) -> list[QueueEntry]:
        return [entry for entry in self.entries if entry.state == "waiting"]

    @property
    def pending(self) -> bool:
        """Whether there is something to do."""
        return bool(self.running or self.waiting)


class RunQueue:
    """Reads and changes the queue in a folder of runs; several processes may, one of them drives it."""

    def __init__(self, runs: Path) -> None:
        self.runs = runs
        self._driving: IO[bytes] | None = None

    @property
    def path(self) -> Path:
        return self.runs / FILE

    def folder(self, entry: QueueEntry) -> Path:
        return self.runs / entry.name

    def read(self) -> Queue:
        """The queue as it is now; an empty one where there is none.

        Raises:
            QueueError: the file is damaged, or of a newer version.
        """
        try:
            queue: Queue = build(Queue, parse(read(self.path, most=LARGEST)), FILE)
            if strange := next((entry.name for entry in queue.entries if problem_with(entry.name)), None):
                raise SchemaError(f"no run is called {strange!r}")
        except FileNotFoundError:
            return Queue()
        except OSError as error:
            raise QueueError(f"{self.path} cannot be read: {error.strerror or error}.") from None
        except SchemaError as error:
            raise QueueError(f"{self.path} is damaged ({error}). Move it away; the runs in it are kept.") from None
        return queue

    # Changing -----------------------------------------------------------------------------------------------------

    def add(self, name: str) -> int:
        """Put a run of this folder at the end; what had ended before is listed no longer once all has ended.

        Returns:
            How many are to train before it.

        Raises:
            QueueError: it is in the queue, or is no run.
        """
        if not is_run(self.runs / name):
            raise QueueError(f"{self.runs / name} is not a run.")
        with self._changing() as change:
            queue = change.queue
            pending = [entry for entry in queue.entries if entry.state in ("waiting", "running")]
            if name in (entry.name for entry in pending):
                raise QueueError(f"{name} is in the queue already.")
            others = [entry for entry in queue.entries if entry.name != name] if pending else []
            change.to([*others, QueueEntry(name=name)])
        return len(pending)

    def add_again(self, origin: Run) -> tuple[str, int]:
        """Put a new run with the settings of `origin` at the end: from nothing, also where that began as a branch.

        Returns:
            Its name, and how many are to train before it.

        Raises:
            QueueError: `origin` does not say where its pictures are, or the folder may not be written to.
        """
        if not origin.settings.sides or not all(origin.settings.sides):
            raise QueueError(f"{origin.name} does not say where its pictures are, so it cannot be trained anew.")
        folder = free_folder(self.runs, _unnumbered(origin))
        with self._writing():
            run = Run.create(folder, dataclasses.replace(origin.settings, origin={}))
        return run.name, self.add(run.name)

    def remove(self, name: str) -> None:
        """Take one out that does not train; the folder of a run that never began goes with it.

        Raises:
            QueueError: it trains, or is not in the queue.
        """
        with self._changing() as change:
            entry = _named(change.queue, name)
            if entry.state == "running":
                raise QueueError(f"{name} is training. Stop it first.")
            change.to([other for other in change.queue.entries if other.name != name])
        if entry.state == "waiting":
            from ganstudio.workflows.trash import forget_unbegun

            forget_unbegun(self.runs / name)

    def move(self, name: str, places: int) -> None:
        """Have one that waits train so many places later (earlier where negative) among those that wait.

        Raises:
            QueueError: it does not wait, or is not in the queue.
        """
        with self._changing() as change:
            entry, waiting = _named(change.queue, name), change.queue.waiting
            if entry.state != "waiting":
                raise QueueError(f"{name} {WORDS[entry.state]} and cannot be moved.")
            at = waiting.index(entry)
            waiting.remove(entry)
            waiting.insert(max(0, at + places), entry)
            change.to([*(other for other in change.queue.entries if other.state != "waiting"), *waiting])

    def renamed(self, name: str, to: str | None) -> None:
        """The folder of a run has another name now, or is gone (None)."""
        with self._changing() as change:
            renamed = [
                dataclasses.replace(entry, name=to) if to and entry.name == name else entry
                for entry in change.queue.entries
                if to or entry.name != name
            ]
            if renamed != list(change.queue.entries):
                change.to(renamed)

    def set_active(self, active: bool) -> None:
        """Whether the next run begins by itself."""
        with self._changing() as change:
            change.to(change.queue.entries, active=active)

    # Driving ------------------------------------------------------------------------------------------------------

    def take_the_wheel(self) -> None:
        """Be the one process that begins runs of this queue, until `let_go` or its end.

        Raises:
            QueueError: another process is, or the folder may not be written to.
        """
        if self._driving:
            return
        with self._writing():
            file = open(self.runs / DRIVING, "ab")  # noqa: SIM115 - held until this process lets go
        if not locked(file):
            file.close()
            raise QueueError(f"Another GAN Studio works on the queue in {self.runs}. Stop it there first.")
        self._driving = file

    def let_go(self) -> None:
        """Others may drive. Safe to call twice."""
        if self._driving:
            self._driving.close()
            self._driving = None

    def begin(self) -> Run | None:
        """The run to train now, noted as such: the one that a crash or a kill has cut short, or the first that waits.

        A run that cannot be opened, or was begun `MOST_TRIES` times in vain, is noted as failed and passed over.

        Returns:
            None when nothing waits.
        """
        while True:
            with self._changing() as change:
                entries = [self._settled(entry) for entry in change.queue.entries]
                entry = next((entry for entry in entries if entry.state == "running"), None) or next(
                    (entry for entry in entries if entry.state == "waiting"), None
                )
                if entry is None:
                    change.to(entries, active=False)
                    return None
                try:
                    run = self._opened(entry)
                    begun = dataclasses.replace(
                        entry, state="running", tries=entry.tries + 1, written=_written(self.folder(entry))
                    )
                except (RunError, OSError) as error:
                    run, begun = None, dataclasses.replace(entry, state="failed", remark=str(error))
                change.to([begun if other is entry else other for other in entries])
            if run:
                return run

    def ended(self, name: str, finished: Finished | None) -> None:
        """The run that trained has come to its end."""
        outcome: QueueState = finished.outcome if finished else "failed"
        remark = finished.message if finished else ""
        with self._changing() as change:
            change.to(
                dataclasses.replace(entry, state=outcome, remark=remark)
                if entry.name == name and entry.state == "running"
                else entry
                for entry in change.queue.entries
            )

    def _opened(self, entry: QueueEntry) -> Run:
        run = Run.open(self.folder(entry))
        if entry.tries >= MOST_TRIES:
            raise RunError(f"It was begun {entry.tries} times and never came to its end.")
        if _written(run.folder):
            run.change(budget=extended(run))
        return run

    def _settled(self, entry: QueueEntry) -> QueueEntry:
        """An entry that was training when the program ended: done if its run has come to its end since it was begun.

        One that was stopped then goes on: what stopped it was the end of the program.
        """
        folder = self.folder(entry)
        if entry.state != "running" or _written(folder) <= entry.written:
            return entry
        with contextlib.suppress(RunError, OSError):
            state = Run.open(folder).summary().state
            ends: dict[str, QueueState] = {"completed": "completed", "failed": "failed"}
            if end := ends.get(state.outcome):
                return dataclasses.replace(entry, state=end, remark=state.message)
        return entry

    # The file -----------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _changing(self) -> Iterator["_Change"]:
        """The queue as it is, and a way to put another in its place, while nobody else changes it."""
        with self._writing(), held(self.runs / EDITING, EDIT_WAIT) as alone:
            if not alone:
                raise QueueError(f"{self.path} is being changed by another program. Try again.")
            change = _Change(self.read())
            yield change
            if change.wanted is not None:
                write_atomically(self.path, json.dumps(dataclasses.asdict(change.wanted), indent=1) + "\n")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self.runs.mkdir(parents=True, exist_ok=True)
            yield
        except OSError as error:
            raise QueueError(f"{self.path} cannot be written: {error.strerror or error}.") from None


class _Change:
    def __init__(self, queue: Queue) -> None:
        self.queue = queue
        self.wanted: Queue | None = None

    def to(self, entries: "Iterator[QueueEntry] | list[QueueEntry] | tuple[QueueEntry, ...]", **changes: bool) -> None:
        self.wanted = dataclasses.replace(self.queue, entries=tuple(entries), **changes)


def _named(queue: Queue, name: str) -> QueueEntry:
    for entry in queue.entries:
        if entry.name == name:
            return entry
    raise QueueError(f"{name} is not in the queue.")


def _unnumbered(run: Run) -> str:
    """'roses' of 'roses-2', where there is a 'roses' beside it: numbers are not piled up."""
    name = re.sub(r"-\d+$", "", run.name)
    return name if is_run(run.folder.with_name(name)) else run.name


def _written(folder: Path) -> int:
    """Bytes of the events of a run so far."""
    try:
        return os.lstat(folder / "events.jsonl").st_size
    except OSError:
        return 0
