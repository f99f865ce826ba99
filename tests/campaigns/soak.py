"""Training for a long time in a window: do memory, open files and threads stay as they are."""

import os
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np
import psutil

from tests.campaigns.small_runs import Pictures, Result

WARM = 0.3
"""Share of the time after which everything that is made once has been made."""
MOST_GROWTH = 30.0
"""Megabytes an hour; what a run writes down in that time, curves and samples, takes a few of them."""


def soak(count: int, seed: int) -> Result:
    """`count` seconds of training at full speed in the whole window. Nothing is drawn by chance."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ganstudio.app.common.paths import Paths
    from ganstudio.app.common.preferences import Memory
    from ganstudio.app.runner.thread_runner import ThreadRunner
    from ganstudio.app.shell.window import MainWindow

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        run = Pictures.drawn(Path(name)).new_run(Path(name) / "runs" / f"run-{seed}", "linear", 10**9)
        paths = Paths.inside(Path(name))
        window = MainWindow(paths, Memory(paths.preferences), ThreadRunner())
        window.memory.change(stop_on_close=True)
        window.show()
        window.current_run.resume(run.folder)
        seen = []
        begun = looked = time.monotonic()
        while (now := time.monotonic()) - begun < count:
            app.processEvents()
            time.sleep(0.002)
            if now - looked >= 1.0:
                looked = now
                seen.append((now - begun, *_used()))
        window.close()
        while window.isVisible():
            app.processEvents()
            time.sleep(0.002)
        window.end_threads()
        window.deleteLater()
        app.processEvents()
        steps = run.summary().step
    return _judged(np.array([row for row in seen if row[0] > WARM * count]), count, steps)


def _used() -> tuple[float, int, int]:
    process = psutil.Process()
    return process.memory_info().rss / 2**20, process.num_fds(), process.num_threads()


def _judged(seen: np.ndarray, seconds: int, steps: int) -> Result:
    """The slopes of (seconds, MB, files, threads)."""
    slopes = [float(np.polyfit(seen[:, 0], seen[:, column], 1)[0]) * 3600 for column in (1, 2, 3)]
    names = ("MB an hour", "files an hour", "threads an hour")
    done = Counter({"seconds": seconds, "steps": steps} | {n: round(v) for n, v in zip(names, slopes, strict=True)})
    wrong: Counter[str] = Counter()
    if seconds >= 600:  # a shorter time says nothing about an hour
        wrong["MB an hour"] = round(slopes[0]) if slopes[0] > MOST_GROWTH else 0
    wrong["files"] = int(seen[-1, 2] - seen[0, 2] > 3)
    wrong["threads"] = int(seen[-1, 3] - seen[0, 3] > 1)
    return done, +wrong
