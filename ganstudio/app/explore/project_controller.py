"""ProjectController: a photograph to look for, and the training images nearest to the picture on show."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import ExploreState
from ganstudio.panels.explore.project_panel import ProjectPanel
from ganstudio.workflows.nearest_images import NearestImages, TrainingImages
from ganstudio.workflows.project_photograph import Search, distance_facts, distance_sentence

if TYPE_CHECKING:
    from ganstudio.core.pixels import Pixels
    from ganstudio.latent.projection import ProjectionResult

WEIGHTS = "*.safetensors *.pt *.pth"
PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif"


class ProjectController(Controller):
    photographChosen = Signal(str)
    """Its path."""
    searchWanted = Signal(object)
    """project_photograph.Search."""
    nearestWanted = Signal(object, object, object, object)
    """The run, a picture (H, W, C), TrainingImages that are known already or None, and the network's Path or None."""

    def __init__(self, state: ExploreState, panel: ProjectPanel, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(state, draw, parent)
        self._panel = panel
        self.folders = LastFolders()
        self._photograph: Pixels | None = None
        self._attempt = 0
        self._images: TrainingImages | None = None
        self.result: ProjectionResult | None = None
        """The nearest so far."""
        self.network: Path | None = None
        """The file of a network to compare by."""
        panel.networkWanted.connect(self._choose_network)
        panel.networkForgotten.connect(lambda: self.compare_by(None))
        panel.chooseWanted.connect(self._choose)
        panel.againWanted.connect(self._look)
        panel.goWanted.connect(self._go_to_result)
        panel.nearestWanted.connect(self._look_for_nearest)

    def forget(self) -> None:
        """Another run is on show: nothing is left of the one before."""
        self._photograph = self.result = self._images = None
        self._panel.setPhotograph(None)
        self._panel.setNearest([], [], "")

    def compare_by(self, network: Path | None) -> None:
        """The weights of a network that compares pictures besides their pixels; None for the run's discriminator."""
        self.network = network
        self._panel.setNetwork(network.name if network else "")
        self.result, self._attempt = None, 0  # nearer by one measure is not nearer by the other

    @Slot(object)
    def look_for(self, photograph: "Pixels") -> None:
        """A photograph, (H, W, C)."""
        self._photograph, self.result, self._attempt = photograph, None, 0
        self._panel.setPhotograph(photograph)
        self._look()

    @Slot(object)
    def show_result(self, result: "ProjectionResult") -> None:
        """Show the result so far, unless that of an earlier search is nearer."""
        if self.result is None or result.unlike <= self.result.unlike:
            self.result = result
            facts = distance_facts(result.error, result.usual, result.by_chance)
            self._panel.setFound(result.pixels, self.tr("Searching; the nearest so far. {0}").format(facts))

    @Slot(object)
    def end(self, result: "ProjectionResult") -> None:
        """The search is over: say how near it came."""
        self.show_result(result)
        if nearest := self.result:
            sentence = distance_sentence(nearest.error, nearest.usual, nearest.by_chance)
            self._panel.setFound(nearest.pixels, sentence)

    @Slot()
    def stop(self) -> None:
        """The search was stopped: say so, and how near it had come."""
        if nearest := self.result:
            facts = distance_facts(nearest.error, nearest.usual, nearest.by_chance)
            self._panel.setFound(nearest.pixels, self.tr("Stopped early; the nearest until then. {0}").format(facts))

    @Slot(object)
    def show_nearest(self, nearest: NearestImages) -> None:
        self._images = nearest.images
        self._panel.setNearest(nearest.pictures, nearest.distances, nearest.sentence)

    def _choose(self) -> None:
        title, kinds = self.tr("Choose a photograph"), f"{self.tr('Pictures')} ({PICTURES})"
        self._ask("pictures", title, kinds, self.photographChosen.emit)

    def _choose_network(self) -> None:
        title, kinds = self.tr("Choose the weights of a network"), f"{self.tr('Weights')} ({WEIGHTS})"
        dialog = self._ask("weights", title, kinds, lambda path: self.compare_by(Path(path)))
        dialog.rejected.connect(lambda: self.compare_by(self.network))

    def _ask(self, kind: str, title: str, kinds: str, then: Callable[[str], object]) -> QFileDialog:
        """A file of a kind, see LastFolders; `kinds` are its suffixes."""

        def chosen(path: str) -> None:
            self.folders.keep(kind, path)
            then(path)

        return file_dialogs.choose_file(self._panel.window(), title, self.folders.of(kind), kinds, chosen)

    @Slot()
    def _look(self) -> None:
        """Search, each time longer than the last."""
        if self._photograph is None:
            return
        classes, weights = self.state.classes, dict(self.here.now.classes)
        heaviest = max(weights, key=weights.__getitem__, default="")
        label = classes.index(heaviest) if heaviest in classes else 0
        self._panel.setProgress(0, 1)
        search = Search(self._photograph, self.here.run, self.here.now.checkpoint, label, self.network)
        self.searchWanted.emit(search.again(self._attempt))
        self._attempt += 1

    def _go_to_result(self) -> None:
        if self.result:
            self.moved.emit(self.here.with_latent(self.result.latent), True)

    def _look_for_nearest(self) -> None:
        if self.state.last:
            self._panel.setProgress(0, 1)
            self.nearestWanted.emit(self.here.run, self.state.last.pixels, self._images, self.network)
