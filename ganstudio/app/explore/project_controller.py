"""The controller of the Explore page that looks for photographs and for the nearest training images."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from ganstudio.app.explore.controllers import Controller
from ganstudio.workflows.explore_run import Dropped, Nearest, Search, latent_of

WEIGHTS = "*.safetensors *.pt *.pth"
PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif"


class ProjectController(Controller):
    """Photographs, and the nearest training images."""

    def connect_all(self) -> None:
        panel = self.view.project
        self._photograph: Any = None
        self._found: Any = None
        self._attempt = 0
        self._nearest: Nearest | None = None
        self.network: Path | None = None
        """The file of a network to compare by."""
        panel.networkWanted.connect(self._choose_network)
        panel.networkForgotten.connect(lambda: self.compare_by(None))
        panel.chooseWanted.connect(self._choose)
        panel.againWanted.connect(self._look)
        panel.cancelWanted.connect(self.tasks.projecting.cancel)
        panel.goWanted.connect(self._go_to_found)
        panel.nearestWanted.connect(self._look_for_nearest)
        tasks = self.tasks
        tasks.dropped.connect(self._dropped)
        tasks.photographed.connect(self._photographed)
        tasks.found.connect(self._found_so_far)
        tasks.nearestFound.connect(self._nearest_found)
        tasks.projecting.progress.connect(panel.setProgress)
        tasks.projectingEnded.connect(lambda: panel.setProgress(0, 0))

    def forget(self) -> None:
        """Another run."""
        self._photograph = self._found = self._nearest = None
        self.view.project.setPhotograph(None)
        self.view.project.setNearest([], [], "")

    def _choose(self) -> None:
        dialog = QFileDialog(self.page, self.tr("Choose a photograph"), "", f"{self.tr('Pictures')} ({PICTURES})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.page.receive([path]))
        dialog.open()

    def compare_by(self, network: Path | None) -> None:
        """The weights of a network that compares pictures besides their pixels; None for the run's discriminator."""
        self.network = network
        self.view.project.setNetwork(network.name if network else "")
        self._found, self._attempt = None, 0  # nearer by one measure is not nearer by the other

    def _choose_network(self) -> None:
        dialog = QFileDialog(
            self.page, self.tr("Choose the weights of a network"), "", f"{self.tr('Weights')} ({WEIGHTS})"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.compare_by(Path(path)))
        dialog.rejected.connect(lambda: self.compare_by(self.network))
        dialog.open()

    @Slot(object)
    def _dropped(self, dropped: Dropped) -> None:
        if dropped.image_recipe and dropped.run:
            self.page.return_to(dropped.run, dropped.image_recipe)
        elif self.page.exploration is None or self.page.last is None:
            self.page.failed.emit(self.tr("Choose a run first, then drop the photograph again."))
        else:
            self.view.show_tab("project")
            self.tasks.read_photograph(dropped.path, self.here.run, self.page.last.pixels.shape[0])

    @Slot(object)
    def _photographed(self, photograph: Any) -> None:
        self._photograph, self._found, self._attempt = photograph, None, 0
        self.view.project.setPhotograph(photograph)
        self._look()

    def _look(self) -> None:
        """Search, each time longer than the last."""
        classes = self.page.classes
        chosen = max(self.here.now.classes, key=lambda class_name: class_name[1])[0] if self.here.now.classes else ""
        self.view.project.setProgress(0, 1)
        label = classes.index(chosen) if chosen in classes else 0
        checkpoint = self.here.now.checkpoint
        self.tasks.project(Search(self._photograph, self.here.run, checkpoint, self._attempt, label, self.network))
        self._attempt += 1

    @Slot(object)
    def _found_so_far(self, found: Any) -> None:
        """A longer search may not have come as near yet as the one before."""
        if found is not None and (self._found is None or found.unlike <= self._found.unlike):
            self._found = found
            self.view.project.setFound(found.pixels, found.error, found.usual, found.by_chance)

    def _go_to_found(self) -> None:
        if self._found:
            self.page.go_to(latent_of(self._found))

    def _look_for_nearest(self) -> None:
        if self.page.last:
            self.view.project.setProgress(0, 1)
            self.tasks.look_for_nearest(self.here.run, self.page.last.pixels, self._nearest, self.network)

    @Slot(object)
    def _nearest_found(self, found: Nearest) -> None:
        self._nearest = found
        self.view.project.setNearest(found.pictures, found.distances, found.sentence)
        self.view.show_whole(self.view.project.copying)
