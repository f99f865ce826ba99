"""Train: before a run what to learn and with what, then the run itself."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from ganstudio.app.live_page import LivePage
from ganstudio.app.setup_page import SetupPage


class TrainPage(QStackedWidget):
    """Two layouts, one shown at a time."""

    def __init__(self, samples: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setup = SetupPage(samples)
        self.live = LivePage()
        self.addWidget(self.setup)
        self.addWidget(self.live)

    def show_setup(self) -> None:
        self.setCurrentWidget(self.setup)

    def show_live(self) -> None:
        self.setCurrentWidget(self.live)
        self.live.samples.setFocus()

    @property
    def on_show(self) -> bool:
        """Whether a run is shown rather than the choices before one."""
        return self.currentWidget() is self.live

    def receive(self, paths: Sequence[str]) -> None:
        """Dropped pictures."""
        self.show_setup()
        self.setup.setSources(paths)
