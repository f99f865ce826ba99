"""Opening generators while a run trains, without changing what it learns.

Building networks draws from torch's one random state. In the middle of a step that would change the step, and resuming
would no longer be exact; so it is done in the training thread, between two steps.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ganstudio.app.runner.thread_runner import Runner
from ganstudio.core.ending import LiveSession
from ganstudio.core.events import Event
from ganstudio.core.run import Run

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.core.translator import Translator
    from ganstudio.workflows.translated_past import TranslatorOpener

T = TypeVar("T")
Opener = Callable[[Run, str], "TrainedGenerator"]
"""Makes the generator of a run from a checkpoint: a name, 'best', 'latest' or ''. Not for the window's thread."""


def open_from_disk(run: Run, checkpoint: str) -> "TrainedGenerator":
    """Torch is imported here."""
    from ganstudio.workflows.open_run import open_generator

    return open_generator(run, checkpoint=checkpoint)


def open_translator_from_disk(run: Run, checkpoint: str, to: str) -> "Translator":
    """Torch is imported here."""
    from ganstudio.workflows.open_run import open_translator

    return open_translator(run, to=to, checkpoint=checkpoint)


def opener_between_steps(runner: Runner) -> Opener:
    """Opens what is on the disk."""
    return lambda run, checkpoint: between_steps(runner, lambda: open_from_disk(run, checkpoint))


@dataclass(frozen=True)
class Openers:
    """What opens the networks of a run's moments."""

    generator: Opener = open_from_disk
    translator: "TranslatorOpener" = open_translator_from_disk


def openers_between_steps(runner: Runner) -> Openers:
    """They open what is on the disk."""
    return Openers(
        opener_between_steps(runner),
        lambda run, checkpoint, to: between_steps(runner, lambda: open_translator_from_disk(run, checkpoint, to)),
    )


def saving_opener(runner: Runner, training: Callable[[], Run | None]) -> Opener:
    """Saves first if 'latest' is asked of the run that trains."""

    def open_it(run: Run, checkpoint: str) -> "TrainedGenerator":
        def save(session: LiveSession) -> Event | None:
            live = training()
            return session.save() if live is not None and live.folder == run.folder else None

        return between_steps(
            runner, lambda: open_from_disk(run, checkpoint), first=save if checkpoint == "latest" else None
        )

    return open_it


def between_steps(
    runner: Runner, work: Callable[[], T], first: Callable[[LiveSession], Event | None] | None = None
) -> T:
    """What `work` returns, done between two steps if a run trains, else here and now. Not for the window's thread.

    Args:
        first: done before it with the session that trains, if there is one; the event it returns is told.
    """
    from concurrent.futures import Future, wait

    answered: Future[T] = Future()

    def answer(session: LiveSession) -> Event | None:
        event = None
        try:
            event = first(session) if first else None
            answered.set_result(work())
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked, not to the training
            answered.set_exception(error)
        return event

    asked = False
    while runner.here and runner.current not in {"idle", "stopping"}:
        if not asked and runner.current in {"running", "paused"}:
            runner.ask(answer)
            asked = True
        wait([answered], timeout=0.1)
        if answered.done():
            return answered.result()
    return work()
