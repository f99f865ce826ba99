"""Opens the window, leads it through the states and takes its picture in each."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runner.runner_switch import RunnerSwitch
from ganstudio.app.shell.window import MainWindow
from ganstudio.app.start.launch import make_application
from ganstudio.panels import look
from tests.screenshots.__main__ import README, README_SIZE
from tests.screenshots.real_runs import RealRuns
from tests.screenshots.scene import Scene
from tests.screenshots.states import STATES

Size = tuple[int, int]
ROUNDS = 8
"""Rounds of events in which layouts come to rest."""


def take_all(runs: RealRuns, out: Path, *, sizes: Sequence[Size], only: Sequence[str], readme: Path | None) -> None:
    """Pictures called STATE-WIDTH-SCHEME.png in `out`; those of the README beside it."""
    out.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with _window(runs, app) as scene:
        for name, enter in STATES.items():
            scene.window.resize(*sizes[-1])
            enter(scene)
            if only and name not in only:
                continue
            for size in sizes:
                for path in _both_schemes(scene, app, size, out / f"{name}-{size[0]}"):
                    print(path, flush=True)
            if readme and name in README:
                list(_both_schemes(scene, app, README_SIZE, readme / README[name]))


def _both_schemes(scene: Scene, app: QApplication, size: Size, stem: Path) -> Iterator[Path]:
    for scheme in ("light", "dark"):
        look.apply(app, dark=scheme == "dark")
        scene.window.resize(*size)
        _settle()
        scene.rest(0.3)
        path = stem.with_name(f"{stem.name}-{scheme}.png")
        scene.window.grab().save(str(path))
        yield path


@contextmanager
def _window(runs: RealRuns, app: QApplication) -> Iterator[Scene]:
    """The window as the program makes it, with its things in the home of the runs; its threads have ended after."""
    look.apply(app, dark=False)
    paths = Paths.inside(runs.home)
    paths.preferences.unlink(missing_ok=True)
    runner = RunnerSwitch()
    window = MainWindow(paths, Memory(paths.preferences), runner)
    scene = Scene(window, runs)
    try:
        window.show()
        runner.warm_up()
        scene.rest(3.0)
        yield scene
    finally:
        runner.stop()
        scene.wait(lambda: not window.current_run.busy)
        window.hide()
        window.end_threads()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle() -> None:
    for _ in range(ROUNDS):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
