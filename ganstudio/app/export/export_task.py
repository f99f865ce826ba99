"""Exporting pictures: what the export form asks for is drawn and written in the background."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from ganstudio.app.common.background import Background
from ganstudio.app.runner.between_steps import Opener, open_from_disk
from ganstudio.core.events import Sampled
from ganstudio.core.run import Run, RunError
from ganstudio.core.run_files import read_grid
from ganstudio.panels.parts.language import figure
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.unfinished import telling

if TYPE_CHECKING:
    import numpy as np

    from ganstudio.models.superres.upscaler import Upscaler
    from ganstudio.panels.training.export_form import ExportRequest


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
        if self.count < self.wanted:
            words = _tr("{0} of {1} pictures written; then it was cancelled.")
            return words.format(figure(self.count), figure(self.wanted))
        if self.count == 1:
            return _tr("1 picture written.")
        return _tr("{0} pictures written.").format(figure(self.count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Written", text)


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
        self._background = Background("export", self, lasting=self.tr("Export"))
        self._background.progress.connect(self.progress)
        self._background.done.connect(self.done)
        self._background.failed.connect(self.failed)
        self._background.cancelled.connect(self.done)

    @property
    def busy(self) -> bool:
        return self._background.busy

    def start(self, request: "ExportRequest", export_source: ExportSource) -> None:
        """`progress`, then `done` or `failed`, follow."""
        opener = self._opener
        self._background.start(lambda report: write(request, export_source, opener, report))

    @Slot()
    def cancel(self) -> None:
        """Stop after the picture that is being written; those that are written stay."""
        self._background.cancel()

    def close(self) -> bool:
        return self._background.close()


def write(request: "ExportRequest", export_source: ExportSource, opener: Opener, report: TaskProgress) -> Written:
    """Runs in the worker thread.

    Raises:
        RunError, WeightsError: there is nothing to write, or nothing that enlarges it; a sentence.
        UnfinishedError: the machine ended it; the sentence says what is there.
    """
    if request.what == "new":
        return _written_new(request, export_source.run, opener, report)
    name, pixels, recipe = _from_grid(export_source, picked=request.what == "picked")
    if upscaler := _upscaler(request):
        from ganstudio.core.pixels import as_image
        from ganstudio.workflows.export_pictures import enlarged_by

        pixels, recipe = upscaler.image(as_image(pixels)), recipe | {"larger": enlarged_by(upscaler)}
    _write_one(request, f"{name}.{request.format}", pixels, recipe if request.metadata else None)
    return Written(1, 1, request.folder)


def _written_new(request: "ExportRequest", run: Run, opener: Opener, report: TaskProgress) -> Written:
    from ganstudio.workflows.export_pictures import Studio, write_pictures

    generator = opener(run, request.checkpoint)
    wanted = request.label if request.label in generator.classes else ""
    studio = Studio(generator, run.name, wanted, request.psi, request.metadata, _upscaler(request))
    seeds = range(request.first_seed, request.first_seed + request.count)
    count = write_pictures(studio, seeds, request.folder, request.format, report)
    return Written(count, request.count, request.folder)


def _upscaler(request: "ExportRequest") -> "Upscaler | None":
    from ganstudio.workflows.upscale_pictures import open_upscaler

    return open_upscaler(request.larger) if request.larger else None


def _write_one(
    request: "ExportRequest", name: str, pixels: "np.ndarray[Any, Any]", recipe: dict[str, Any] | None
) -> None:
    from ganstudio.export.image_file import write_image

    with telling("exporting", request.folder, lambda: "Nothing was written."):
        request.folder.mkdir(parents=True, exist_ok=True)
        write_image(pixels, request.folder / name, request.format, recipe=recipe)


Named = tuple[str, "np.ndarray[Any, Any]", dict[str, Any]]
"""File name without its ending, pixels (H, W, C), and what makes the picture again."""


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
