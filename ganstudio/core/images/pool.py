"""Decoding on all cores: processes that read files, and one thread for each that talks to it.

A process that dies, or takes too long, costs no file but the one that it died of: its chunk is tried again file by
file, and a file that was alone is tried twice more, for processes are also ended by others (a system out of memory).
"""

import contextlib
import json
import os
import queue
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Self

from ganstudio.core.images.check_report import Cancelled, ImagesError
from ganstudio.core.images.levels import Range
from ganstudio.core.images.limits import HUNG, MOST_WAIT, Watch, as_words, why_it_ended
from ganstudio.core.images.listing import FoundFile
from ganstudio.core.processes import NO_WINDOW, environment, one_thread, own_folder, python
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation
from ganstudio.core.settings import values_of
from ganstudio.core.threads import BackgroundThread, start_thread

WORKER = "ganstudio.core.images.worker"
CHUNK = 32
TRIES = 3
"""How often a file that ended a process is read before it is believed."""
STARTS = 6
"""How often a process is started that dies while it starts."""
WORTH_A_PROCESS = 24
"""Files that take about as long as starting another process does."""


class Task(NamedTuple):
    """A row, the file that goes there, and the range that it is read with, where it has more than eight bits."""

    row: int
    file: FoundFile
    scale: Range | None = None


class DecodeResult(NamedTuple):
    """What decoding a file gave: a reason, or facts about the picture."""

    reason: str
    passing: bool
    """The reason lies in the machine (time, memory, the disk) or is not certain: another time it may be readable."""
    width: int
    height: int
    colours: str
    """What its colours were called before they became sRGB; '' where they were sRGB already."""
    note: str
    """What of the file is not seen; see `check_report.about_reading`."""
    depth: list[Any] | None
    """The fields of a `levels.Depth`, for a picture of more than eight bits."""
    grey: int
    digest: str
    """Same pixels, same digest: those that it has as the others are fitted, however a person fits it."""
    hash: str
    """128 bits as hex; nearly the same pixels, nearly the same bits. See `duplicates`."""


@dataclass(frozen=True)
class DecodeJob:
    """What to do with every file, and where its pixels go: row r at `offset` + r * bytes per picture."""

    preparation: Preparation
    resolution: Resolution
    target: Path
    offset: int

    def to_json(self) -> str:
        fields = {
            "preparation": values_of(self.preparation),
            "resolution": self.resolution,
            "target": str(self.target),
            "offset": self.offset,
        }
        return json.dumps(fields)


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def decode_all(
    tasks: Sequence[Task],
    job: DecodeJob,
    *,
    on_progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    workers: int | None = None,
) -> dict[int, DecodeResult]:
    """Decode every file into its row.

    Returns:
        What became of each row.

    Raises:
        Cancelled: within a fraction of a second of `cancelled` saying so.
        ImagesError: no process could be started.
        OSError: the pixels could not be written.
    """
    count = min(workers or cores(), max(1, len(tasks) // WORTH_A_PROCESS))
    with Decoder(job, count) as decoder:
        return decoder.decode(tasks, on_progress=on_progress, cancelled=cancelled)


class Decoder:
    """Processes that stay for the next files, where these are asked for a few at a time. For one thread."""

    def __init__(self, job: DecodeJob, workers: int = 1) -> None:
        """A process is started when it is first given something to do.

        Raises:
            MemoryError: no thread can be started.
        """
        self._count = workers
        self._stack = contextlib.ExitStack()
        self._lanes, self._waiting, self._answers = self._stack.enter_context(_lanes(workers, job))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the processes: something is about to be asked."""
        for lane in self._lanes:
            lane.warm()

    def close(self) -> None:
        """End the processes."""
        self._stack.close()

    def decode(
        self,
        tasks: Sequence[Task],
        *,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> dict[int, DecodeResult]:
        """Decode every file into its row. After an error nothing more can be asked.

        Raises: as `decode_all`.
        """
        outcomes: dict[int, DecodeResult] = {}
        tried: Counter[int] = Counter()
        for chunk in chunks(tasks, self._count):
            self._waiting.put(chunk)
        while len(outcomes) < len(tasks):
            if cancelled():
                raise Cancelled
            for lane in self._lanes:
                lane.stop_if_overdue()
            with contextlib.suppress(queue.Empty):
                chunk, answer = self._answers.get(timeout=0.05)
                outcomes |= _settled(chunk, answer, self._waiting, tried)
                on_progress(len(outcomes), len(tasks))
        return outcomes


def chunks(tasks: Sequence[Task], lanes: int) -> Iterator[Sequence[Task]]:
    """What one process is given at a time: at most `CHUNK` files, and of few files so little that all are busy."""
    size = max(1, min(CHUNK, len(tasks) // (4 * lanes)))
    for start in range(0, len(tasks), size):
        yield tasks[start : start + size]


class NoProcessError(Exception):
    """No decoding process could be started."""


Answer = list[list[Any]] | str | Exception
"""Facts for each file of a chunk, or the reason why the process died, or what else was in the way."""


def _settled(
    chunk: Sequence[Task], answer: Answer, waiting: "queue.SimpleQueue[Any]", tried: Counter[int]
) -> dict[int, DecodeResult]:
    """The outcomes of a chunk. None yet for files that are to be tried again, alone: those of a process that died, and
    those that there was not enough memory for beside their neighbours."""
    if isinstance(answer, NoProcessError):
        raise ImagesError(f"No process for reading pictures could be started: {answer}.") from answer
    if isinstance(answer, Exception):
        raise answer
    if isinstance(answer, str):
        sure = len(chunk) == 1
        answer = [[answer, not (sure and answer.startswith("too slow")), 0, 0, "", "", None, 0, "", ""]] * len(chunk)
    else:
        sure = True
    settled = {}
    for task, facts in zip(chunk, answer, strict=True):
        result = DecodeResult(*facts)
        tried[task.row] += sure
        if result.passing and tried[task.row] < TRIES and not result.reason.startswith(TOLD_AT_ONCE):
            waiting.put([task])
        else:
            settled[task.row] = result
    return settled


TOLD_AT_ONCE = ("unreadable: its permissions", "unreadable: it vanished", "unreadable: reading it took longer")
"""Faults that another try in the same minute would only meet again."""


@contextlib.contextmanager
def _lanes(count: int, job: DecodeJob) -> Iterator[tuple[list["_Lane"], Any, Any]]:
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
    lanes = [_Lane(job, waiting, answers) for _ in range(count)]
    try:
        for lane in lanes:
            lane.start()
        yield lanes, waiting, answers
    finally:
        for lane in lanes:
            lane.close()
            waiting.put(None)
        for lane in lanes:
            lane.join()


class _Lane:
    """One decoding process at a time, and the thread that feeds it."""

    def __init__(self, job: DecodeJob, waiting: "queue.SimpleQueue[Any]", answers: "queue.SimpleQueue[Any]") -> None:
        self._job, self._waiting, self._answers = job, waiting, answers
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._closed = False
        self._deadline = float("inf")
        self._watch: Watch | None = None
        self._overdue = False
        self._thread: BackgroundThread | None = None

    def start(self) -> None:
        """Begin to feed it.

        Raises:
            MemoryError: no thread can be started.
        """
        self._thread = start_thread(self._run, "decoding")

    def warm(self) -> None:
        """Start its process, unless there is one; only while it has nothing to do."""
        with contextlib.suppress(NoProcessError):  # who asks for something is told
            self._process = self._process or self._start()

    def join(self) -> None:
        """Wait until the thread is over, if there is one."""
        if self._thread:
            self._thread.join()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            self._closed = True
            if self._process:
                self._process.kill()

    def stop_if_overdue(self) -> None:
        with self._lock:
            if not (self._process and self._watch) or time.monotonic() < self._deadline:
                return
            if self._watch.is_at_work(MOST_WAIT):
                self._deadline += MOST_WAIT
                return
            self._overdue = True
            self._process.kill()

    def _run(self) -> None:
        while not self._closed and (chunk := self._waiting.get()) is not None:
            try:
                answer: Answer = self._ask(chunk)
            except (OSError, ValueError, NoProcessError) as error:
                answer = error
            self._answers.put((chunk, answer))
        self._end()

    def _ask(self, chunk: Sequence[Task]) -> Answer:
        process = self._process or self._start()
        line = json.dumps([[task.row, *_told(task.file), task.scale, _fit(task.file)] for task in chunk])
        self._watch, self._deadline = Watch(process.pid), time.monotonic() + MOST_WAIT
        try:
            said = _exchange(process, line)
        finally:
            self._deadline = float("inf")
        if not said:
            return self._why_it_died()
        answer = json.loads(said)
        if "disk" in answer:
            number, sentence = answer["disk"]
            raise OSError(number, sentence, str(self._job.target))
        if answer["leaving"]:
            self._end()
        facts: list[list[Any]] = answer["facts"]
        return facts

    def _why_it_died(self) -> str:
        status = self._end()
        if self._overdue:
            self._overdue = False
            return HUNG
        return why_it_ended(status)

    def _start(self) -> "subprocess.Popen[str]":
        """A process that is ready. One that dies while it starts is started again: others end processes too.

        Raises:
            NoProcessError: none could be started.
        """
        for _ in range(STARTS - 1):
            with contextlib.suppress(OSError):
                return self._start_once()
        try:
            return self._start_once()
        except OSError as error:
            raise NoProcessError(error) from error

    def _start_once(self) -> "subprocess.Popen[str]":
        with self._lock:
            if self._closed:
                raise NoProcessError("cancelled")
            process = self._process = subprocess.Popen(
                python(WORKER, *as_words()), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                text=True, encoding="utf-8", cwd=own_folder(), env=environment(**one_thread()),
                creationflags=NO_WINDOW,
            )  # fmt: skip
        if not _exchange(process, self._job.to_json()):
            raise OSError(f"it ended at once with status {self._end()}")
        return process

    def _end(self) -> int | None:
        """End the process; returns its status, the number of a signal below 0."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return None
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.2 if self._overdue else 0.05)  # one that died of itself tells of what
        process.kill()
        with contextlib.suppress(BrokenPipeError), process:
            pass
        return process.returncode


def _told(file: FoundFile) -> list[Any]:
    """What a process needs to know of a file to open it."""
    return [file.place.kind, file.path, file.place.outer, file.item, file.size]


def _fit(file: FoundFile) -> list[Any] | None:
    return [file.fit.fit, file.fit.x, file.fit.y] if file.fit else None


def _exchange(process: "subprocess.Popen[str]", line: str) -> str:
    """Say one line and hear one; '' if the process is gone."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(line + "\n")
        process.stdin.flush()
        return process.stdout.readline()
    except (BrokenPipeError, ValueError):
        return ""
