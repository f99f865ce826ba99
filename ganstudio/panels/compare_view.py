"""CompareView: two or more runs beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganstudio.core.events import Event
from ganstudio.core.settings import Value


@dataclass(frozen=True, kw_only=True)
class ComparedRun:
    name: str
    recipe: str
    """Its title."""
    values: Mapping[str, Value]
    events: Sequence[Event]
    last_sample: Path | None = None


class CompareView(QWidget):
    closeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def setRuns(self, runs: Sequence[ComparedRun]) -> None:
        """Show these."""
