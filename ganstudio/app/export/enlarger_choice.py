"""EnlargerChoice: whether a picture is saved as it was drawn, or larger through a network that enlarges."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.panels.parts.controls import Combo

OWN, FILE, RUN = "own", "file", "run"


class EnlargerChoice(Combo):
    """Its own size, the networks that were chosen so far, and two ways to choose another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Size of the saved picture"), self.tr(
            "Save it as large as it was drawn, or larger: by a file of weights such as Real-ESRGAN's, or by a run that "
            "learned to enlarge. Its recipe says by what."
        ))  # fmt: skip
        self.setParent(parent)
        self.network: Path | None = None
        """What enlarges; None: nothing does."""
        self.addItem(self.tr("own size"), OWN)
        self.addItem(self.tr("larger by a file…"), FILE)
        self.addItem(self.tr("larger by a run…"), RUN)
        self.activated.connect(self._activated)

    def take(self, path: str) -> None:
        """Enlarge by the run in this folder, or the weights in this file, from now on."""
        self.network = Path(path)
        place = self.findData(path)
        if place < 0:
            place = self.count() - 2  # above the ways to choose another
            self.insertItem(place, self.tr("larger by {0}").format(self.network.name), path)
        self.setCurrentIndex(place)

    def _activated(self, place: int) -> None:
        kind = self.itemData(place)
        if kind not in (OWN, FILE, RUN):
            self.take(str(kind))
            return
        if kind != OWN:
            self._show_chosen()  # until another is: the dialog may be closed without
            self._choose(run=kind == RUN)
            return
        self.network = None

    def _show_chosen(self) -> None:
        self.setCurrentIndex(self.findData(str(self.network)) if self.network else 0)

    def _choose(self, *, run: bool) -> None:
        start = LastFolders().of("weights")
        if run:
            file_dialogs.choose_folder(self, self.tr("A run that learned to enlarge"), start, self.take)
        else:
            kinds = self.tr("Weights (*.safetensors *.pth *.pt)")
            file_dialogs.choose_file(self, self.tr("A file of weights"), start, kinds, self.take)
