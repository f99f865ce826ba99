"""Scene: the window with its runs, as states are brought about in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from ganstudio.app.explore.page import ExplorePage
from ganstudio.app.runs.page import RunsPage
from ganstudio.app.shell.window import MainWindow
from ganstudio.app.training.live_page import LivePage
from ganstudio.app.translate.page import TranslatePage
from tests.screenshots.real_runs import RealRuns

PATIENCE = 240.0
LOOK = 20
"""Milliseconds between two looks at a condition."""


@dataclass
class Scene:
    window: MainWindow
    runs: RealRuns

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until the condition holds.

        Raises:
            TimeoutError: it never did.
        """
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("a state was not reached")
            loop = QEventLoop()  # it lets go of Python's lock, which a loop of processEvents hardly does
            QTimer.singleShot(LOOK, loop.quit)
            loop.exec()

    def rest(self, seconds: float) -> None:
        """Let what is being drawn be drawn."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    @property
    def live(self) -> LivePage:
        return self.window.train.live

    @property
    def explore(self) -> ExplorePage:
        self.window.navigation.show_page("explore")
        page = self.window.navigation.explore
        assert page is not None
        return page

    @property
    def translate(self) -> TranslatePage:
        self.window.navigation.show_page("translate")
        page = self.window.navigation.translate
        assert page is not None
        return page

    @property
    def gallery(self) -> RunsPage:
        self.window.navigation.show_page("runs")
        page = self.window.navigation.runs
        assert page is not None
        return page

    def open(self, name: str) -> None:
        """A run, as from Runs."""
        folder = self.runs.runs / name
        self.window.current_run.open(folder)
        self.wait(lambda: self._shows(folder))
        self.rest(1.0)

    def _shows(self, folder: Path) -> bool:
        run = self.window.current_run.on_show
        return run is not None and run.folder == folder
