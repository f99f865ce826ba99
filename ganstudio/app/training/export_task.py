"""Taking pictures away: what is asked for on the export form is rendered and written beside the window."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common.background import Background
from ganstudio.app.runner.between_steps import Opener, open_from_disk
from ganstudio.core.events import Sampled
from ganstudio.core.run import Run, RunError
from ganstudio.core.run_files import read_grid
from ganstudio.panels.training.export_form import ExportRequest
from ganstudio.workflows.export_pictures import Studio, file_name
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class ExportSource:
    """What is on show when Export is pressed."""

    run: Run
    shown: Sampled | None
    """The grid."""
    picked: tuple[int, int] | None
    """Row and column of a tile in it."""


@dataclass(frozen=True)
class Written:
    count: int
    wanted: int
    folder: Path

    def sentence(self) -> str:
        pictures = "1 picture" if self.count == 1 else f"{self.count:,} pictures"
        if self.count < self.wanted:
            return f"{pictures} of {self.wanted:,} written; then it was cancelled."
        return f"{pictures} written."


class ExportTask(QObject):
    """One export at a time."""

    progress = Signal(int, int)
    done = Signal(object)
    """Written; fewer than wanted when it was cancelled."""
    failed = Signal(str)

    def __init__(self, opener: Opener | None = None, parent: QObject | None = None) -> None:
        """`opener` is called in the worker thread."""
        super().__init__(parent)
        self._opener = opener or open_from_disk
        self._background = Background("export", self)
        self._background.progress.connect(self.progress)
        self._background.done.connect(self.done)
        self._background.failed.connect(self.failed)
        self._background.cancelled.connect(self.done)

    @property
    def busy(self) -> bool:
        return self._background.busy

    def start(self, request: ExportRequest, export_source: ExportSource) -> None:
        """`progress`, then `done` or `failed`, follow."""
        opener = self._opener
        self._background.start(lambda report: write(request, export_source, opener, report))

    @Slot()
    def cancel(self) -> None:
        """Stop after the picture that is being written; those that are written stay."""
        self._background.cancel()

    def close(self) -> bool:
        return self._background.close()


def write(request: ExportRequest, export_source: ExportSource, opener: Opener, report: TaskProgress) -> Written:
    """Runs in the worker thread.

    Raises:
        RunError, OSError: nothing to write, or it cannot be written.
    """
    from ganstudio.export.image_file import write_image

    request.folder.mkdir(parents=True, exist_ok=True)
    wanted = request.count if request.what == "new" else 1
    written = 0
    for name, pixels, recipe in _pictures(request, export_source, opener):
        if report.cancelled():
            break
        write_image(pixels, request.folder / name, request.format, recipe=recipe)
        written += 1
        report.progress(written, wanted)
    return Written(written, wanted, request.folder)


Named = tuple[str, "np.ndarray[Any, Any]", dict[str, Any] | None]
"""File name, pixels (H, W, C), and what makes the picture again, if that is wanted."""


def _pictures(request: ExportRequest, export_source: ExportSource, opener: Opener) -> Iterator[Named]:
    if request.what == "new":
        yield from _rendered(request, export_source.run, opener)
    else:
        name, pixels, recipe = _from_grid(export_source, picked=request.what == "picked")
        yield f"{name}.{request.format}", pixels, recipe if request.metadata else None


def _rendered(request: ExportRequest, run: Run, opener: Opener) -> Iterator[Named]:
    generator = opener(run, request.checkpoint)
    wanted = request.label if request.label in generator.classes else ""
    studio = Studio(generator, run.name, wanted, request.psi, request.metadata)
    for seed, pixels, recipe in studio.pictures(range(request.first_seed, request.first_seed + request.count)):
        yield file_name(seed, request.format), pixels, recipe


def _from_grid(export_source: ExportSource, *, picked: bool) -> Named:
    import numpy as np

    shown = export_source.shown
    if shown is None or (picked and export_source.picked is None):
        raise RunError("This run has no samples to take a picture from.")
    pixels = read_grid(export_source.run.folder / shown.path)
    recipe: dict[str, Any] = {"run": export_source.run.name, "step": shown.step}
    name = f"{export_source.run.name}-step-{shown.step:06d}"
    if not picked or export_source.picked is None:
        return name, pixels, recipe
    row, column = export_source.picked
    height, width = pixels.shape[0] // shown.rows, pixels.shape[1] // shown.columns
    tile = pixels[row * height : (row + 1) * height, column * width : (column + 1) * width]
    return f"{name}-{row + 1}-{column + 1}", np.ascontiguousarray(tile), recipe | {"row": row, "column": column}
