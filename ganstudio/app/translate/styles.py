"""The style pictures of a run that draws in any style, on the page Translate: dropped or chosen, read, taken away."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.common.drops import refusal
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.app.translate.work import PicturesRead, read_pictures
from ganstudio.panels.parts.pictures import to_image
from ganstudio.panels.parts.style_choice import StyleChoice


class ChosenStyles(QObject):
    changed = Signal()
    failed = Signal(str)
    """A sentence."""

    def __init__(self, choice: StyleChoice, parent: QObject) -> None:
        super().__init__(parent)
        self.folders = LastFolders()
        self.choice = choice
        self.paths: list[Path] = []
        self._pictures: list[QImage] = []
        self._reading = Background("reading styles", self)
        self._reading.done.connect(self._brought)
        self._reading.failed.connect(self.failed)
        choice.dropped.connect(self.bring)
        choice.chooseRequested.connect(self._choose)
        choice.removeRequested.connect(self.remove)
        choice.changed.connect(self.changed)

    @property
    def busy(self) -> bool:
        return self._reading.busy

    @Slot(int, object)
    def bring(self, place: int, paths: Sequence[str]) -> None:
        """Pictures for the places from `place` on; what cannot be used is said."""
        files = [Path(path) for path in paths if not Path(path).is_dir()]
        if sentence := refusal(paths):
            self.failed.emit(sentence)
        elif not files:
            self.failed.emit(self.tr("A folder has no style: drop single pictures here."))
        else:
            places = range(min(place, len(self.paths)), len(self.choice.places))
            wanted = tuple(zip(places, files, strict=False))
            self._reading.start(lambda report: read_pictures(wanted))

    @Slot(int)
    def remove(self, place: int) -> None:
        del self.paths[place], self._pictures[place]
        self._show()

    def close(self) -> bool:
        return self._reading.close()

    def _choose(self, place: int) -> None:
        title, start = self.tr("Pictures to take the style of"), self.folders.of("pictures")
        parent = self.choice.window()
        file_dialogs.choose_files(parent, title, start, lambda paths: self.bring(place, paths))

    @Slot(object)
    def _brought(self, read: PicturesRead) -> None:
        for place, path, pixels in read.pictures:
            self.paths[place : place + 1] = [path]
            self._pictures[place : place + 1] = [to_image(pixels)]
        self._show()

    def _show(self) -> None:
        self.choice.setStyles(self.paths, self._pictures)
        self.changed.emit()
