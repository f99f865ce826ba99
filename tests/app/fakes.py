"""A session without torch: it does what a session promises, and counts what it was asked."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from ganstudio.core.ending import to_the_end
from ganstudio.core.events import Event, Finished, Progress, Sampled, Saved, Started, TrainingOutcome
from ganstudio.core.run import Run, RunSettings

STEP = 0.002
"""Seconds a step takes."""


class FakeSession:
    """Trains nothing, `last` steps long at most (0: until it is stopped); raises `error` at step `fails_at`."""

    def __init__(self, run: Run, *, last: int = 0, fails_at: int = -1, error: BaseException | None = None) -> None:
        self.run, self.last, self.fails_at, self.error = run, last, fails_at, error
        self.step = 0
        self.asked: list[str] = []
        self._stop = threading.Event()

    title = "the fake device"

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def events(self) -> Iterator[Event]:
        return to_the_end(self.run, lambda: self)

    def happenings(self) -> Iterator[Event]:
        self.run.start_writing()
        for event in self._training():
            self.run.record(event)
            yield event

    def finish(self, outcome: TrainingOutcome, message: str) -> Finished:
        finished = Finished(outcome=outcome, step=self.step, kimg=1.0, seconds=1.0, message=message)
        self.run.record(finished)
        self.run.stop_writing()
        return finished

    def leave(self) -> None:
        self.run.stop_writing()

    def _training(self) -> Iterator[Event]:
        yield Started(run=self.run.name, recipe="dcgan", device="fake", precision="fp32", images=64, resolution=16,
                      channels=3, batch=8, step=0, kimg=0.0)  # fmt: skip
        yield self.sample()
        while not self._stop.wait(STEP) and (not self.last or self.step < self.last):
            if self.step + 1 == self.fails_at and self.error:
                raise self.error
            self.step += 1
            yield Progress(step=self.step, kimg=self.step / 100, seconds=self.step * STEP, images_per_second=500.0,
                           losses={"generator": 1.0, "discriminator": 0.7, "real": 0.7, "fake": 0.3})  # fmt: skip
        yield self.save()

    def stop(self) -> None:
        self.asked.append("stop")
        self._stop.set()

    def save(self) -> Saved:
        self.asked.append("save")
        return Saved(step=self.step, kimg=1.0, path=f"checkpoints/{self.step:09d}", bytes=10)

    def sample(self) -> Sampled:
        self.asked.append("sample")
        path = f"samples/{self.step:09d}.png"
        picture = QImage(64, 64, QImage.Format.Format_RGB888)
        picture.fill(QColor(self.step % 255, 80, 120))
        picture.save(str(self.run.folder / path))
        return Sampled(step=self.step, kimg=1.0, path=path, rows=4, columns=4)


class FakeOpener:
    """Opens fake sessions and remembers them."""

    def __init__(self, **options: object) -> None:
        self.options = options
        self.sessions: list[FakeSession] = []
        self.gate = threading.Event()
        self.gate.set()
        """Cleared: opening waits until it is set or cancelled, as if pictures were prepared."""

    def __call__(
        self, run: Run, *, on_prepare: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> FakeSession:
        on_prepare(1, 2)
        while not self.gate.wait(0.005):
            if cancelled():
                raise Cancelled
        session = FakeSession(run, **self.options)  # type: ignore[arg-type]
        self.sessions.append(session)
        return session


class Cancelled(Exception):  # noqa: N818 - the name the runner knows
    pass


def new_run(folder: Path) -> Run:
    return Run.create(folder, RunSettings(recipe="dcgan", sides=(("pictures",),), values={"resolution": 16}))
