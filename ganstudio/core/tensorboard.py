"""The same numbers for TensorBoard: a listener that may fail without hurting the training."""

import logging
import time
from pathlib import Path
from typing import IO

from ganstudio.core import run_files, tensorboard_records
from ganstudio.core.events import Event, Finished, Progress, Sampled, Scored, Warned

log = logging.getLogger(__name__)

FLUSH = 30.0
"""Seconds after which what was written is flushed, with the next that is."""


class TensorBoardLog:
    """Writes events as TensorBoard files into `folder`/tensorboard.

    Not with torch's SummaryWriter: it names its file after this computer, follows links, takes no folder whose name is
    not UTF-8, and meets a full disk in a thread of its own, where nobody catches it.
    """

    def __init__(self, folder: Path, step: int = 0) -> None:
        """`step`: from where the run goes on; what earlier files have beyond it was not saved, and is cut."""
        self.folder = folder
        self._file: IO[bytes] | None = None
        self._flushed = time.monotonic()
        try:
            run_files.make_folder(folder / "tensorboard")
            path = folder / "tensorboard" / f"events.out.tfevents.{time.time_ns()}"
            self._file = run_files.open_to_change(path, at_end=True)
            self._add(tensorboard_records.version(wall_time=time.time()))
            self._cut_after(step)
        except (OSError, MemoryError) as error:
            log.warning("no TensorBoard files are written: %s", error)
            self.close()

    def log(self, event: Event) -> None:
        """Write what TensorBoard has a place for: losses, speed, sample grids, scores."""
        if self._file is None:
            return
        try:
            self._write(event)
            if time.monotonic() - self._flushed > FLUSH:
                self._file.flush()
                self._flushed = time.monotonic()
        except (OSError, MemoryError) as error:
            log.warning("TensorBoard files could not be written: %s", error)
            self.close()

    def _write(self, event: Event) -> None:
        match event:
            case Progress(step=step, losses=losses, images_per_second=speed):
                for name, value in losses.items():
                    self._number(f"losses/{name}", value, step)
                self._number("images per second", speed, step)
            case Sampled(step=step, path=path):
                png = run_files.read_png(self.folder / path)
                self._add(tensorboard_records.picture("samples", png, step, wall_time=time.time()))
            case Scored(step=step, scores=scores):
                for name, value in scores.items():
                    self._number(f"scores/{name}", value, step)
            case Warned(topic="diverged", step=step):
                self._cut_after(step)
            case Finished():
                self.close()
            case _:
                pass

    def _cut_after(self, step: int) -> None:
        """Have TensorBoard forget what it knows of later steps: they are taken once more."""
        self._add(tensorboard_records.restart(step + 1, wall_time=time.time()))

    def _number(self, name: str, value: float, step: int) -> None:
        self._add(tensorboard_records.number(name, value, step, wall_time=time.time()))

    def _add(self, event: bytes) -> None:
        if self._file is not None:
            self._file.write(tensorboard_records.record(event))

    def close(self) -> None:
        """Nothing more is written. Safe to call twice."""
        file, self._file = self._file, None
        if file is not None:
            try:
                file.close()
            except OSError as error:
                log.warning("TensorBoard files could not be written: %s", error)
