"""SampleView: the grid of samples, as large as fits, and the scrubber over its history."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ganstudio.core.events import Event


class SampleView(QWidget):
    """Shows what Sampled events speak of."""

    tilePicked = Signal(int, int)
    """Row and column, -1 and -1 when the pick is taken back."""
    momentChanged = Signal(int)
    """The step of the grid that is shown, when the person chose it; -1: live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def setFolder(self, folder: Path | None) -> None:
        """Another run: forget the old one; paths of events are relative to `folder`."""

    def append(self, event: Event) -> None:
        """Take a Sampled event (others are passed over); shows it if live."""

    def setMoment(self, step: int) -> None:
        """Show the last grid at or before `step`; -1: live. Does not emit."""

    def isLive(self) -> bool:
        return True

    def shownPath(self) -> Path | None:
        """The file of the grid that is shown."""
        return None

    def picked(self) -> tuple[int, int] | None:
        return None

    def pickedImage(self) -> QImage:
        """The picked tile at its own size; null when nothing is picked."""
        return QImage()
