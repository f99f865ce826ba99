"""RunsGallery: every run, as cards or as a table."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganstudio.core.run import Summary


class RunsGallery(QWidget):
    openRequested = Signal(object)
    """Path."""
    resumeRequested = Signal(object)
    """Path."""
    renameRequested = Signal(object, str)
    """Path and the new name."""
    deleteRequested = Signal(object)
    """list[Path]; the app asks nothing more than to move them to the trash."""
    compareRequested = Signal(object)
    """list[Path], two or more."""
    revealRequested = Signal(object)
    """Path."""
    exportRequested = Signal(object)
    """Path."""

    def __init__(self, titles: Mapping[str, str] | None = None, parent: QWidget | None = None) -> None:
        """`titles`: what to call each recipe, by its name."""
        super().__init__(parent)

    def setRuns(self, runs: Sequence[tuple[Path, Summary]]) -> None:
        """Show these; the selection stays where it can."""

    def setLive(self, folder: Path | None) -> None:
        """The run that is training now: marked, and neither resumed, renamed nor deleted."""

    def selected(self) -> list[Path]:
        return []
