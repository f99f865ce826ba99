"""Training the runs of a queue one after another, each in a process of its own: what ends one does not end the rest."""

import subprocess
from collections.abc import Callable, Iterator
from typing import IO

from ganstudio.core.ending import end_of
from ganstudio.core.events import Event, Finished, TrainingOutcome, from_json
from ganstudio.core.processes import NO_WINDOW, environment, own_folder, python
from ganstudio.core.run import Run
from ganstudio.core.stay_awake import awake
from ganstudio.workflows.run_queue import RunQueue


class QueueDrive:
    """Drives the queue of a folder until nothing waits, it is made inactive, or `stop` is called."""

    def __init__(self, queue: RunQueue, tell: Callable[[Run, Event], None]) -> None:
        """`tell`: called with each event of each run, in the thread that drives."""
        self.queue = queue
        self._tell = tell
        self._stopping = False
        self._child: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """Save and end the run that trains, which goes on next time, and begin no other. Safe in a signal handler."""
        self._stopping = True
        if self._child and self._child.stdin:
            try:
                self._child.stdin.write(b"stop\n")
                self._child.stdin.flush()
            except (OSError, ValueError):
                return  # it has ended already

    def drive(self) -> list[tuple[Run, Finished]]:
        """Every run that came to an end, with how it ended.

        Raises:
            QueueError: another process drives this queue, or it cannot be read or written.
        """
        ended: list[tuple[Run, Finished]] = []
        self.queue.take_the_wheel()
        try:
            self.queue.set_active(True)
            with awake():
                while not self._stopping and self.queue.read().active and (run := self.queue.begin()):
                    finished = self._train(run)
                    if not self._stopping:
                        self.queue.ended(run.name, finished)
                        ended.append((run, finished))
        finally:
            self.queue.let_go()
        return ended

    def _train(self, run: Run) -> Finished:
        words = ["train", "--resume", "--out", str(run.folder.resolve()), "--json", "--commands"]
        with subprocess.Popen(
            python("ganstudio", *words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            cwd=own_folder(), env=environment(), creationflags=NO_WINDOW,
        ) as child:  # fmt: skip
            self._child = child
            if self._stopping:
                self.stop()
            assert child.stdout
            last, said = None, ""
            for event, line in _read(child.stdout):
                if event is None:
                    said = line or said
                    continue
                last = event
                self._tell(run, event)
        self._child = None
        if isinstance(last, Finished):
            return last
        outcome: TrainingOutcome = "stopped" if self._stopping else "failed"
        finished = end_of(run, last, outcome, "" if self._stopping else _sentence(said, child.returncode))
        self._tell(run, finished)
        return finished


def _read(lines: IO[bytes]) -> Iterator[tuple[Event | None, str]]:
    """Each line of a child as an event, or as the words it is."""
    for line in lines:
        try:
            yield from_json(line), ""
        except ValueError:
            yield None, line.decode(errors="replace").strip()


def _sentence(said: str, status: int) -> str:
    if said.startswith("ganstudio: "):
        return said.removeprefix("ganstudio: ")
    return f"The training process ended unexpectedly (status {status}). What was saved before can be gone on with."
