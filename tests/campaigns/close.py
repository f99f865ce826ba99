"""Windows that are closed in every phase of their life: each ends well, frees the run, and leaves no process behind."""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from ganstudio.core.run import Run, RunError
from tests.campaigns.small_runs import Pictures, Result, in_child, status_of

if TYPE_CHECKING:
    from ganstudio.app.shell.window import MainWindow

PHASES = ("at once", "reading pictures", "preparing", "training", "paused", "saving", "exploring", "read again")
WISHED = "wished"
"""The file that says when closing was wished for."""
LIMIT = 20.0
"""Seconds that closing may take, on a machine that does much else."""


def close(count: int, seed: int) -> Result:
    """`count` closings, each at a random moment of its phase."""
    done: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        pictures = Pictures.drawn(Path(name))
        _loaded()
        for number in range(count):
            phase, wait, folder = PHASES[number % len(PHASES)], chance.uniform(0.0, 0.6), Path(name) / f"home-{number}"
            run = pictures.new_run(folder / "runs" / "run", "linear", 10**6)
            status = status_of(in_child(lambda phase=phase, wait=wait, run=run: _closed(phase, wait, run)))
            done[phase] += 1
            wrong[f"{phase}: status {status}"] += status != 0
            wrong[f"{phase}: slow"] += _seconds_since_the_wish(run) > LIMIT
            wrong[f"{phase}: {_state_of(run, phase)}"] += bool(_state_of(run, phase))
            wrong[f"{phase}: a process stayed"] += len(psutil.Process().children(recursive=True))
    return done, +wrong


def _seconds_since_the_wish(run: Run) -> float:
    """From the wish to close until the process had gone. What came before, a window and a session of torch, takes as
    long as other programs leave it: measured from there, one closing of 40 beside other campaigns was called slow."""
    try:
        return time.time() - float((run.folder.parents[1] / WISHED).read_text())
    except OSError:
        return 0.0  # it did not come that far, which its status says


def _state_of(run: Run, phase: str) -> str:
    """What is wrong with a run after the window has gone."""
    try:
        run.start_writing()
    except (RunError, OSError) as error:
        return str(error)
    run.stop_writing()
    trained = phase not in {"at once", "reading pictures"}
    return "no Finished" if trained and run.summary().outcome == "unfinished" else ""


def _loaded() -> None:
    """What a child needs is loaded once, here."""
    import ganstudio.app.shell.window
    import ganstudio.workflows.open_run  # noqa: F401


def _closed(phase: str, wait: float, run: Run) -> None:
    """A window with a life of its own, closed so many seconds after a phase began."""
    from PySide6.QtWidgets import QApplication

    from ganstudio.app.common.paths import Paths
    from ganstudio.app.common.preferences import Memory
    from ganstudio.app.runner.thread_runner import ThreadRunner
    from ganstudio.app.shell.window import MainWindow

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    paths = Paths.inside(run.folder.parents[1])
    window = MainWindow(paths, Memory(paths.preferences), ThreadRunner())
    window.memory.change(stop_on_close=True)
    window.show()
    _reach(phase, window, run, app.processEvents)
    until = time.monotonic() + wait
    while time.monotonic() < until:
        app.processEvents()
    (run.folder.parents[1] / WISHED).write_text(str(time.time()))
    window.close()
    while window.isVisible():
        app.processEvents()
        time.sleep(0.002)
    assert window.end_threads(), "a thread did not end"


def _reach(phase: str, window: "MainWindow", run: Run, turn: Callable[[], None]) -> None:
    """Bring the window into a phase, as a person would."""
    if phase == "reading pictures":
        window.train.setup.setSources([str(run.folder)])
    elif phase != "at once":
        window.current_run.resume(run.folder)
    wanted = {"preparing": "preparing", "training": "running", "paused": "running", "saving": "running",
              "exploring": "running", "read again": "running"}  # fmt: skip
    while phase in wanted and window.runner.current not in {wanted[phase], "running"}:
        turn()
        time.sleep(0.002)
    if phase == "paused":
        window.runner.pause()
    elif phase == "saving":
        window.runner.save()
        window.runner.sample()
    elif phase == "exploring":
        window.navigation.show_page("explore")
    elif phase == "read again":
        window.current_run.open(run.folder)
