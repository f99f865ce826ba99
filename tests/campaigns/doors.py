"""The doors by which a person opens what a stranger made: commands, the window, a dropped picture, the preferences."""

import contextlib
import io
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ganstudio.app.common.background import sentence_for
from ganstudio.app.common.preferences import Memory
from ganstudio.cli import main
from ganstudio.core.run import RunError
from ganstudio.latent.point import PointError
from ganstudio.scores.features import open_extractor
from ganstudio.scores.weights import FeaturesError
from ganstudio.workflows.explore_run import look_into
from ganstudio.workflows.known_runs import RunPlaces
from ganstudio.workflows.progress import TaskProgress
from tests.campaigns.attacks import Stranger

if TYPE_CHECKING:
    from ganstudio.app.shell.window import MainWindow

PATIENCE = 30.0
"""Seconds that the window may take to show a run or to refuse it."""
COMMANDS = {
    "resume": "train --resume --out {run} --steps 6 --json",
    "branch": "train --from {run} --out {out} --steps 6 --set generator_lr=0.0001",
    "generate": "generate {run} --out {out} --count 2",
    "interpolate": "interpolate {run} --seeds 1,2 --frames 3 --out {out}.webp",
    "export": "export {run} --out {out}.safetensors",
    "evaluate": "evaluate {run} {pictures} --count 8",
    "project": "project {run} {picture} --steps 3 --restarts 1 --out {out}.png",
    "nearest": "nearest {run} {picture}",
    "compare": "compare {run} --out {out}.html",
    "timelapse": "timelapse {run} --out {out}.gif --seconds 1",
    "grids": "timelapse {run} --of grids --out {out}.gif --seconds 1",
    "film": "film {run} --out {out}.webp --seconds 0.2 --fps 10",
    "check": "check {folder}/pictures.zip",
}


def by_command(words: str, stranger: Stranger) -> str:
    """What a command says where it does not do what it is asked; '' where it does."""
    folder = stranger.folder
    places = {"folder": folder, "run": folder / "run", "out": folder / "out", "pictures": stranger.pictures,
              "picture": next(stranger.pictures.rglob("*.png"))}  # fmt: skip
    notes = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(notes):
        status = main([word.format_map(places) for word in words.split()])
    lines = notes.getvalue().strip().splitlines()
    return (lines[-1] if lines else f"status {status}") if status else ""


def by_file(stranger: Stranger) -> str:
    """A run that somebody sent as one file is opened, and draws."""
    said = by_command("unpack {folder}/sent.ganrun --out {out}", stranger)
    return said or by_command("generate {out} --out {out}/drawn --count 2", stranger)


def by_features(stranger: Stranger) -> str:
    """Features of pictures, by a stranger's weights."""
    try:
        extractor = open_extractor(next(stranger.folder.glob("weights.*")))
        extractor(np.zeros((2, 32, 32, 3), dtype=np.uint8))
    except FeaturesError as error:
        return str(error)
    return ""


def by_drop(stranger: Stranger) -> str:
    """A picture that is dropped on Explore."""
    places = RunPlaces(stranger.folder, ())
    try:
        look_into(next(stranger.folder.glob("picture.*")), None, places, TaskProgress(lambda done, total: None))
    except (RunError, PointError) as error:
        return sentence_for(error)
    return ""


def by_start(stranger: Stranger) -> str:
    """The preferences with which the program starts."""
    return Memory(stranger.folder / "preferences.json").damage


class Window:
    """The whole window, made when it is first needed, in which runs are listed, opened and explored."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._window: MainWindow | None = None
        self._errors: list[str] = []
        self._said: list[str] = []

    def said_of(self, stranger: Stranger) -> str:
        """What the window says of a run that is opened in it.

        Raises:
            AssertionError: something went wrong that nobody caught, or nothing was shown and nothing said.
        """
        window = self._window = self._window or self._made()
        self._errors.clear()
        self._said.clear()
        shown: list[object] = []

        def show(run: object, events: object, state: str) -> None:
            shown.append(run)

        window.current_run.opened.connect(show)
        window.memory.change(recent=(str(stranger.folder / "run"),))
        window.navigation.show_page("runs")
        window.current_run.open(stranger.folder / "run")
        self._turn(lambda: bool(shown or self._said or self._errors))
        window.navigation.show_page("explore")
        self._turn(lambda: False, 0.3)
        window.current_run.opened.disconnect(show)
        assert not self._errors, self._errors[0]
        assert shown or self._said, "the window neither shows the run nor says why"
        return self._said[0] if self._said else ""

    def close(self) -> None:
        if self._window:
            self._window.close()
            self._window.end_threads()

    def _made(self) -> "MainWindow":
        from PySide6.QtWidgets import QApplication

        from ganstudio.app.common.paths import Paths
        from ganstudio.app.runner.thread_runner import ThreadRunner
        from ganstudio.app.shell.window import MainWindow

        self._app = QApplication.instance() or QApplication([])
        sys.excepthook = lambda kind, error, trace: self._errors.append(f"{kind.__name__}: {error}")
        paths = Paths.inside(self.home)
        window = MainWindow(paths, Memory(paths.preferences), ThreadRunner())
        window.current_run.failed.connect(self._said.append)
        window.show()
        return window

    def _turn(self, done: Callable[[], bool], seconds: float = PATIENCE) -> None:
        until = time.monotonic() + seconds
        while not done() and time.monotonic() < until:
            self._app.processEvents()
            time.sleep(0.002)


DOORS: Mapping[str, Callable[[Stranger], str]] = {
    **{name: lambda stranger, words=words: by_command(words, stranger) for name, words in COMMANDS.items()},
    "features": by_features, "recipe": by_drop, "preferences": by_start, "sent": by_file,
}  # fmt: skip
"""What each says of what it refuses; '' where it is read."""
