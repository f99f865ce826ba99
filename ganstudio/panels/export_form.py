"""ExportForm: take pictures away."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget


@dataclass(frozen=True, kw_only=True)
class ExportRequest:
    what: Literal["grid", "picked", "new"]
    folder: Path
    format: Literal["png", "jpg", "webp"] = "png"
    count: int = 1
    first_seed: int = 0
    psi: float = 1.0
    label: str = ""
    """A class of the run; '' for all."""
    metadata: bool = True
    """Write recipe, run, step and seed into the files."""


class ExportForm(QFrame):
    exportRequested = Signal(object)
    """ExportRequest."""
    cancelRequested = Signal()
    chooseRequested = Signal()
    """Open a folder dialog, then call setTarget."""
    revealRequested = Signal(object)
    """Path of the folder."""
    closeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def setTarget(self, folder: Path) -> None:
        """Where to write."""

    def setPicked(self, available: bool) -> None:
        """A tile is picked in the grid."""

    def setGrid(self, available: bool) -> None:
        """There is a grid."""

    def setGenerator(self, available: bool) -> None:
        """New pictures can be made (there is a checkpoint or a live generator)."""

    def setClasses(self, classes: Sequence[str]) -> None:
        """Classes of the run; empty for none."""

    def setProgress(self, done: int, total: int) -> None:
        """Writing."""

    def setDone(self, sentence: str) -> None:
        """Written."""

    def setFailed(self, sentence: str) -> None:
        """Not written, or only in part."""
