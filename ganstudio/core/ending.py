"""How a run ends: in exactly one Finished, whatever happened.

`to_the_end` trains a session in this process, and makes whatever that raises into its Finished. `end_of` makes the
Finished of a run whose session never opened, or whose process is gone (`app/runner/process_runner.py`).

No torch here: a run can fail before torch is loaded, or because it cannot be.
"""

import contextlib
import logging
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from ganstudio.core import run_files
from ganstudio.core.events import Event, Finished, Progress, Sampled, Saved, TrainingOutcome, Warned
from ganstudio.core.files import disk_sentence
from ganstudio.core.memory import memory_sentence, ran_out
from ganstudio.core.run import Run, RunError

log = logging.getLogger(__name__)


class LiveSession(Protocol):
    """What driving a run needs of `core.session.Session`."""

    def happenings(self) -> Iterator[Event]:
        """Everything but the Finished; what goes wrong is raised."""

    def stop(self) -> None: ...
    def save(self) -> Saved: ...
    def sample(self) -> Sampled: ...
    def move_to(self, folder: Path) -> Warned:
        """Have the run in another, new folder from now on."""

    def finish(self, outcome: TrainingOutcome, message: str) -> Finished:
        """Write down the end, and let others write to the run."""

    def leave(self) -> None:
        """Nobody listens any more: keep what was learned, and let others write to the run."""

    @property
    def run(self) -> Run: ...
    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""

    @property
    def title(self) -> str:
        """The device, as a person calls it."""


def to_the_end(run: Run, open_session: Callable[[], LiveSession]) -> Iterator[Event]:
    """Open the session of a run and train it: every event, the last of which is one Finished.

    `open_session` may raise Cancelled: the person asked to stop before there was anything to train.
    """
    session: LiveSession | None = None
    last: Event | None = None
    outcome: TrainingOutcome = "failed"
    message, unwound = "", None
    try:
        session = open_session()
        for last in session.happenings():
            yield last
        outcome = "stopped" if session.stopped else "completed"
    except GeneratorExit:
        if session:
            session.leave()
        raise
    except BaseException as error:  # noqa: BLE001 - the one boundary: whatever it is becomes a sentence and a log
        outcome, message = _told(error, run, session)
        unwound = error if isinstance(error, KeyboardInterrupt) else None
    finished = session.finish(outcome, message) if session else end_of(run, last, outcome, message)
    yield finished
    if unwound:  # Ctrl+C a second time ends the program too
        raise unwound


def _told(error: BaseException, run: Run, session: LiveSession | None) -> tuple[TrainingOutcome, str]:
    """How the run ended, and a sentence about a crash; the whole story goes to log.txt in the run's folder."""
    if type(error).__name__ == "Cancelled" or isinstance(error, KeyboardInterrupt):
        return "stopped", ""
    log.error("training of %s failed", run.folder, exc_info=error)
    try:
        story = run.without_paths("".join(traceback.format_exception(error)))
        run_files.write(run.folder / "log.txt", story)
    except OSError:
        log.warning("log.txt could not be written")
    return "failed", _sentence(error, run, session.title if session else "This computer")


def _sentence(error: BaseException, run: Run, device: str) -> str:
    if ran_out(error):
        return memory_sentence(device, *(_whole(run.settings.values.get(name)) for name in ("batch", "resolution")))
    if isinstance(error, OSError):
        return f"{disk_sentence(error, 'saving', run.folder)} Then resume."
    if isinstance(error, ValueError):
        return str(error)
    return f"An error inside the program stopped the training ({type(error).__name__}). log.txt tells more."


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def end_of(run: Run, last: Event | None, outcome: TrainingOutcome, message: str) -> Finished:
    """The end of a run whose session could not be opened or is gone, written down unless the run has its end."""
    step, kimg, seconds = reached(last, run)
    finished = Finished(outcome=outcome, step=step, kimg=kimg, seconds=seconds, message=message)
    with contextlib.suppress(OSError, RunError):
        if outcome == "stopped" and run.summary().outcome != "unfinished":
            return finished
        run.start_writing()
        run.record(finished)
        run.stop_writing()
    return finished


def reached(last: Event | None, run: Run) -> tuple[int, float, float]:
    """Step, kimg and seconds of the last event, or of what the run has written where the event does not say."""
    known = last if isinstance(last, Progress | Finished) else run.summary()
    return known.step, known.kimg, known.seconds
