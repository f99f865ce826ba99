"""DropArea: where pictures are dropped, before there are any."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QWidget


def local_paths(mime: QMimeData) -> list[str]:
    """The files and folders of this computer that are being dragged; nothing else that a drag may carry."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile() and not url.host()]


class DropArea(QWidget):
    """The empty state of a data set."""

    dropped = Signal(object)
    """list[str]: local files and folders."""
    chooseRequested = Signal()
    sampleRequested = Signal()

    def __init__(
        self, title: str = "", hint: str = "", *, sample: str = "", parent: QWidget | None = None
    ) -> None:
        """`sample` is the text of the sample set's button; without it there is no such button."""
        super().__init__(parent)

    def setHovered(self, hovered: bool) -> None:
        """Light up, because a drag is over the window and would land here."""
