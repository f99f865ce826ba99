"""One side of a translation before it is learned: where its pictures are dropped, then what they are."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.common.drops import refusal
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.app.common.image_preparation import ImagePreparation, PreparedCard
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation
from ganstudio.panels.drop_area import DropArea
from ganstudio.panels.parts.areas import Stack
from ganstudio.workflows.sample_images import SIDE_COUNT, draw_missing, samples_folder

if TYPE_CHECKING:
    from ganstudio.panels.training.dataset_card import DatasetCard


class TranslateSide(Stack):
    changed = Signal()
    """Other pictures, other preparation, or they are ready now."""
    shapeWanted = Signal()
    """Both sides are to be learned in the shape that the card offers."""
    preparationChanged = Signal(object)
    """Preparation: the person changed it on this side's card."""
    sampleRequested = Signal()
    severalDropped = Signal(object)
    """list[str]: two folders at once, which are two sides."""
    failed = Signal(str)
    """A sentence: what was dropped cannot be used, and what was there before is back."""

    refused = Signal(str)
    """The same sentence where nothing was there before: the card says it."""

    def __init__(self, name: str) -> None:
        """`name`: 'A' or 'B'."""
        super().__init__()
        self.name = name
        self.folders = LastFolders()
        self.sources: list[str] = []
        self.prepared: PreparedCard | None = None
        self.fault = ""
        self._before: tuple[list[str], PreparedCard] | None = None
        """The pictures that were there, until those that were dropped on them are ready."""
        self.preparing = ImagePreparation(self)
        self._samples: list[str] = []
        """The sources that its built-in pictures are, once they are drawn."""
        self._drawing = Background(f"sample side {name}", self)
        self.drop = DropArea(
            self.tr("{0}   drop a folder").format(name),
            self.tr("Pictures of one kind; they need no partners on the other side."),
            sample=self.tr("Try the sample"),
        )
        self.card: DatasetCard | None = None
        self.addWidget(self.drop)
        self._connect()

    @property
    def title(self) -> str:
        first = Path(self.sources[0]).name if self.sources else ""
        more = len(self.sources) - 1
        what = self.tr("{0} and {1} more").format(first, more) if more > 0 else first
        return f"{self.name}   {what}"

    def preparation(self) -> Preparation:
        return self.card.preparation() if self.card else Preparation()

    def setSources(self, paths: Sequence[str]) -> None:
        """Bring these pictures in; who listens to `changed` says at which size to prepare them."""
        self._drawing.cancel()
        if self.prepared is not None:
            self._before = (self.sources, self.prepared)
        self.sources = list(paths)
        self._show_card()
        self.prepared, self.fault = None, ""
        self.changed.emit()

    def prepare(self, preparation: Preparation, resolution: Resolution) -> None:
        """Decode the pictures at this size in the background."""
        self.prepared, self.fault = None, ""
        if self.sources and self.card:
            self.card.setPreparation(preparation)
            self.card.setPreparing(self.title, 0, 0)
            self.preparing.prepare(self.sources, preparation, resolution)

    @property
    def busy(self) -> bool:
        """Whether pictures are being drawn or prepared, for this side as it is or as it was before."""
        return self._drawing.busy or self.preparing.busy

    @property
    def drawing(self) -> bool:
        """Whether its built-in pictures are still being drawn; what lies there so far is not to be prepared."""
        return self._drawing.busy and self.sources == self._samples

    def draw_samples(self, samples: Path) -> None:
        """Draw this side's built-in pictures, once, and bring them in."""
        kind = "blossoms" if self.name == "A" else "sketches"
        folder = samples_folder(samples, kind, SIDE_COUNT)
        self.sources = self._samples = [str(folder)]
        self.prepared, self.fault = None, ""
        self._show_card()
        assert self.card is not None
        self.card.setPreparing(self.tr("{0}   drawing {1}").format(self.name, kind), 0, 0)
        self._drawing.start(lambda report: draw_missing(folder, kind, SIDE_COUNT, report))
        self.changed.emit()

    def clear(self) -> None:
        """Take the pictures away."""
        self.preparing.cancel()
        self._drawing.cancel()
        self.sources, self.prepared, self.fault, self._before = [], None, "", None
        self.setCurrentWidget(self.drop)
        self.changed.emit()

    def choose_folder(self) -> None:
        title, start = self.tr("The pictures of side {0}").format(self.name), self.folders.of("pictures")
        file_dialogs.choose_folder(self, title, start, self._chosen)

    def _chosen(self, path: str) -> None:
        self.folders.keep("pictures", path)
        self.setSources([path])

    def close_threads(self) -> bool:
        return all([self.preparing.close(), self._drawing.close()])

    def _connect(self) -> None:
        self.drop.dropped.connect(self._dropped)
        self.drop.chooseRequested.connect(self.choose_folder)
        self.drop.sampleRequested.connect(self.sampleRequested)
        self.preparing.progress.connect(self._progressed)
        self.preparing.ready.connect(self._ready)
        self.preparing.failed.connect(self._failed)
        self.preparing.cancelled.connect(self.clear)
        self._drawing.progress.connect(self._if_awaited(self._progressed))
        self._drawing.done.connect(self._if_awaited(lambda folder: self.setSources([str(folder)])))
        self._drawing.failed.connect(self._if_awaited(self._failed))
        self._drawing.cancelled.connect(self._if_awaited(lambda _: self.clear()))

    def _if_awaited(self, does: Callable[..., None]) -> Callable[..., None]:
        """`does`, unless other pictures than the built-in ones have been brought in meanwhile."""
        return lambda *values: does(*values) if self.sources == self._samples else None

    def _show_card(self) -> None:
        if self.card is None:
            from ganstudio.panels.training.dataset_card import DatasetCard

            self.card = DatasetCard()
            self.card.preparationChanged.connect(self.preparationChanged)
            self.card.removeRequested.connect(self.clear)
            self.card.cancelRequested.connect(self.preparing.cancel)
            self.card.cancelRequested.connect(self._drawing.cancel)
            self.card.changeRequested.connect(self.choose_folder)
            self.card.shapeWanted.connect(self.shapeWanted)
            self.addWidget(self.card)
        self.setCurrentWidget(self.card)

    def _dropped(self, paths: Sequence[str]) -> None:
        """On the area of this side; what cannot be used is said, and changes nothing."""
        if sentence := refusal(paths):
            self.failed.emit(sentence)
        elif len(paths) == 2 and all(Path(path).is_dir() for path in paths):
            self.severalDropped.emit(list(paths))
        else:
            self.setSources(paths)

    def _progressed(self, done: int, total: int) -> None:
        if self.card:
            self.card.setPreparing(self.title, done, total)

    def _ready(self, prepared: PreparedCard) -> None:
        self.prepared, self._before = prepared, None
        if self.card:
            self.card.setReady(self.title, prepared.report, prepared.thumbnails, film=prepared.film)
        self.changed.emit()

    def _failed(self, sentence: str) -> None:
        if self._before:  # a slip of the hand: what was there stays
            self.sources, prepared = self._before
            self.failed.emit(sentence)
            self._ready(prepared)
            return
        self.fault = sentence
        if self.card:
            self.card.setError(self.title, sentence)
        self.changed.emit()
        self.refused.emit(sentence)
