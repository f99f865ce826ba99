"""Bringing pictures in beside the window: scan and decode, or draw the built-in sample set."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from ganstudio.app.common.background import Background
from ganstudio.core.run import Preparation
from ganstudio.models.auto import ImageFacts
from ganstudio.workflows.choose_recipe import facts_of
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    import numpy as np

THUMBNAILS = 8
SAMPLE_COUNT = 2000
SAMPLE_SIZE = 64


@dataclass(frozen=True)
class PreparedCard:
    """What the data set card shows and Start needs to know; the pixels stay in the cache on disk."""

    report: Any
    thumbnails: list[QImage]
    classes: tuple[str, ...]


class ImagePreparation(QObject):
    """One preparation at a time; a newer one takes the place of the older one."""

    progress = Signal(int, int)
    seen = Signal(object)
    """ImageFacts: a first look, without decoding."""
    ready = Signal(object)
    """PreparedCard."""
    drawn = Signal(object)
    """Path of the folder with the sample set."""
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("pictures", self)
        self._background.progress.connect(self.progress)
        self._background.done.connect(self._done)
        self._background.failed.connect(self.failed)
        self._background.cancelled.connect(lambda _: self.cancelled.emit())

    @property
    def busy(self) -> bool:
        return self._background.busy

    def look(self, sources: Sequence[str], preparation: Preparation) -> None:
        """`seen`, `failed` or `cancelled` follows."""
        kept = tuple(sources)
        self._background.start(lambda report: facts_of(kept, preparation, cancelled=report.cancelled))

    def prepare(self, sources: Sequence[str], preparation: Preparation, resolution: int) -> None:
        """`ready`, `failed` or `cancelled` follows."""
        kept = tuple(sources)
        self._background.start(lambda report: _prepared(kept, preparation, resolution, report))

    def draw_sample_set(self, samples: Path) -> None:
        """`drawn`, `failed` or `cancelled` follows. What is in the folder `samples` already is used again."""
        folder = sample_set(samples)
        self._background.start(lambda report: _drawn(folder, report))

    @Slot()
    def cancel(self) -> None:
        self._background.cancel()

    def close(self) -> bool:
        return self._background.close()

    @Slot(object)
    def _done(self, result: object) -> None:
        if isinstance(result, PreparedCard):
            self.ready.emit(result)
        elif isinstance(result, ImageFacts):
            self.seen.emit(result)
        else:
            self.drawn.emit(result)


def _prepared(sources: Sequence[str], preparation: Preparation, resolution: int, report: TaskProgress) -> PreparedCard:
    """Runs in the worker thread; imports the decoders there."""
    from ganstudio.core.images.cache import prepare

    found = prepare(sources, preparation, resolution, on_progress=report.progress, cancelled=report.cancelled)
    count = len(found.pixels)
    chosen = sorted({index * count // THUMBNAILS for index in range(THUMBNAILS)})
    return PreparedCard(found.report, [as_image(found.pixels[index]) for index in chosen], tuple(found.classes))


def _drawn(folder: Path, report: TaskProgress) -> Path:
    from ganstudio.core.images.check_report import Cancelled
    from ganstudio.samples.blossoms import write_sample_set

    def on_progress(done: int, total: int) -> None:
        report.progress(done, total)
        if report.cancelled():
            raise Cancelled

    if not folder.is_dir() or sum(1 for _ in folder.rglob("*.png")) < SAMPLE_COUNT:
        folder.mkdir(parents=True, exist_ok=True)
        write_sample_set(folder, SAMPLE_COUNT, SAMPLE_SIZE, "blossoms", on_progress=on_progress)
    return folder


def sample_set(samples: Path) -> Path:
    """Where the built-in sample set lies; the command line uses the same."""
    return samples / f"blossoms-{SAMPLE_COUNT}-{SAMPLE_SIZE}"


def as_image(pixels: "np.ndarray[Any, Any]") -> QImage:
    """(H, W, 3) or (H, W, 1) uint8 -> a QImage with its own memory."""
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    return QImage(pixels.tobytes(), width, height, width * channels, kind).copy()
