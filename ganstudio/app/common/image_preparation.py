"""Preparing pictures in the background: scan and decode folders, or draw the built-in sample set."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from ganstudio.app.common.background import Background
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation
from ganstudio.models.auto import ImageFacts
from ganstudio.panels.parts.pictures import to_image
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.sample_images import COUNT, draw_missing, samples_folder

if TYPE_CHECKING:
    from ganstudio.core.pixels import Pixels
    from ganstudio.panels.parts.film_strip import FilmLook

THUMBNAILS = 32
PAIRS = 4
FRAMES = 12
"""On the strip of a video."""


@dataclass(frozen=True)
class PreparedCard:
    """What the data set card shows and Start needs to know; the pixels stay in the cache on disk."""

    report: Any
    thumbnails: list[QImage]
    classes: tuple[str, ...]
    paired: bool = False
    """Whether thumbnails are pairs: what a network that enlarges is given, and what it should give back."""
    film: "FilmLook | None" = None
    """What videos they come from; None where they come from none."""


@dataclass(frozen=True)
class Shrinking:
    """How pictures are made small to be learned from: see `workflows.image_pairs.small_preview`."""

    degradation: str
    scale: int


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

    def look(
        self, sources: Sequence[str], preparation: Preparation, head_start: Callable[[], object] = lambda: None
    ) -> None:
        """`seen`, `failed` or `cancelled` follows. `head_start`: called first, it waits for what is to come first."""
        kept = tuple(sources)

        def work(report: TaskProgress) -> ImageFacts:
            from ganstudio.workflows.choose_recipe import facts_of

            head_start()
            return facts_of(kept, preparation, cancelled=report.cancelled)

        self._background.start(work)

    def prepare(
        self,
        sources: Sequence[str],
        preparation: Preparation,
        resolution: Resolution,
        shrinking: Shrinking | None = None,
        head_start: Callable[[], object] = lambda: None,
    ) -> None:
        """`ready`, `failed` or `cancelled` follows. `shrinking`: thumbnails show what becomes of pictures."""
        kept = tuple(sources)

        def work(report: TaskProgress) -> PreparedCard:
            head_start()
            return _prepared(kept, preparation, resolution, shrinking, report)

        self._background.start(work)

    def draw_sample_set(self, samples: Path) -> None:
        """`drawn`, `failed` or `cancelled` follows. What is in the folder `samples` already is used again."""
        folder = samples_folder(samples)
        self._background.start(lambda report: draw_missing(folder, "blossoms", COUNT, report))

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


def _prepared(
    sources: Sequence[str],
    preparation: Preparation,
    resolution: Resolution,
    shrinking: Shrinking | None,
    report: TaskProgress,
) -> PreparedCard:
    """Runs in the worker thread; imports the decoders there."""
    from ganstudio.core.images.cache import prepare

    prepared = prepare(sources, preparation, resolution, on_progress=report.progress, cancelled=report.cancelled)
    count = len(prepared.pixels)
    most = PAIRS if shrinking else THUMBNAILS
    chosen = [prepared.pixels[index] for index in sorted({index * count // most for index in range(most)})]
    shown = chosen if shrinking is None else _pairs(chosen, shrinking)
    images = [to_image(pixels) for pixels in shown]
    film = _film(sources, prepared.report.videos)
    return PreparedCard(prepared.report, images, tuple(prepared.classes), shrinking is not None, film)


def _film(sources: Sequence[str], count: int) -> "FilmLook | None":
    """The strip of a video that is the only source; none of its frames where there are several."""
    from ganstudio.core.images.decode import Unusable
    from ganstudio.core.images.video_frames import strip
    from ganstudio.panels.parts.film_strip import HEIGHT, FilmLook

    if not count:
        return None
    if count == 1 and len(sources) == 1 and Path(sources[0]).is_file():
        with contextlib.suppress(Unusable, OSError):
            facts, frames = strip(sources[0], FRAMES, 2 * HEIGHT)
            return FilmLook(facts.seconds, [to_image(frame) for frame in frames])
    return FilmLook()


def _pairs(large: "Sequence[Pixels]", shrinking: Shrinking) -> "list[Pixels]":
    """Each picture after what it is made into; each at a step of its own, so that the noises differ."""
    from ganstudio.workflows.image_pairs import small_preview

    smalls = [
        small_preview(pixels, shrinking.degradation, shrinking.scale, seed=place) for place, pixels in enumerate(large)
    ]
    return [pixels for pair in zip(smalls, large, strict=True) for pixels in pair]
