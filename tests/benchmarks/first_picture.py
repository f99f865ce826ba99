"""From the drop of 3,000 photographs to the first of them on the screen: python -m tests.benchmarks.first_picture.

The photographs are made once, in the folder that is named (FOLDER, else a temporary one). Each time the window and the
cache of prepared pictures are new; what is read of the disk is not. The folder is dragged over the window for DRAG
seconds, as by a hand. `first` is the first own picture painted, `wall`
all that are shown meanwhile, `ready` the end of the preparation; then Start is pressed, and `grid` is the first grid of
the run, `learned` the first after a step.

On two cores with torch being loaded meanwhile (load 2, median of 5): first 0.9 s, wall 1.2 s, ready 6.5 s; grid 7.0 s
and learned 11.7 s after Start, of which Auto measures four. What takes the time to the first is starting the process
that reads, 0.15 s on cores of its own; shared with six others (load 12) it took 2.4 s.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEventLoop, QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QWidget

from ganstudio.app.shell.window import MainWindow
from ganstudio.core.events import Sampled
from tests.benchmarks.window_start import make_window

PHOTOGRAPHS = 3000
TIMES = 5
DRAG = 0.7
PATIENCE = 120.0
NAMES = ("first", "wall", "ready", "grid", "learned")


def make_photographs(folder: Path, count: int = PHOTOGRAPHS) -> Path:
    """JPEG files of 640 x 480 px, no two alike."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = np.random.default_rng(0)
    for number in range(count):
        path = folder / f"IMG_{number:05d}.jpg"
        patches = draw.integers(0, 255, (12, 16, 3), dtype=np.uint8)
        if not path.exists():
            Image.fromarray(patches).resize((640, 480), Image.Resampling.BICUBIC).save(path, quality=88)
    return folder


def measure(photographs: Path) -> dict[str, float]:
    """Seconds from the drop, in a program of its own."""
    import subprocess

    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"XDG_CACHE_HOME": f"{home}/cache", "XDG_DATA_HOME": f"{home}/data"}
        command = [sys.executable, "-m", __spec__.name, "--once", str(photographs), home]  # type: ignore[name-defined]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=True)
    seconds: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return seconds


def once(photographs: Path, home: Path) -> dict[str, float]:
    """A window in which the folder is dropped."""
    app, window = make_window(home)
    window.runner.warm_up()
    end = time.monotonic() + 5
    while time.monotonic() < end:  # as a person who looks at it first
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    setup, seen = window.train.setup, {}
    dragged_over(window, photographs)
    began = time.perf_counter()
    window.train.receive([str(photographs)])
    while "ready" not in seen:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        count = setup.card.first() if setup.card else 0
        for name, reached in (("first", count >= 1), ("wall", count >= 32), ("ready", setup.start_button.isEnabled())):
            if reached and name not in seen:
                window.repaint()
                seen[name] = time.perf_counter() - began
    return seen | started(window)


def started(window: MainWindow) -> dict[str, float]:
    """Seconds from Start, as Auto would have it, to the first grid of the run, and to the first that was learned."""
    seen: dict[str, float] = {}
    began = time.perf_counter()

    def hear(event: object) -> None:
        if isinstance(event, Sampled):
            seen.setdefault("grid" if event.step == 0 else "learned", time.perf_counter() - began)

    window.runner.happened.connect(hear)
    window.train.setup.start_button.click()
    while "learned" not in seen and time.perf_counter() - began < PATIENCE:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    return seen


def dragged_over(window: QWidget, folder: Path) -> None:
    """A drag that has come in and has not been let go yet."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(window.rect().center(), Qt.DropAction.CopyAction, mime, left, none)
    QCoreApplication.sendEvent(window, event)
    end = time.monotonic() + DRAG
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def main() -> None:
    if sys.argv[1:2] == ["--once"]:
        print(json.dumps(once(Path(sys.argv[2]), Path(sys.argv[3]))), flush=True)
        os._exit(0)
    folder = make_photographs(Path(sys.argv[1]) if sys.argv[1:] else Path(tempfile.mkdtemp()))
    measured = [measure(folder) for _ in range(TIMES)]
    medians = {name: round(statistics.median(times[name] for times in measured if name in times), 2)
               for name in NAMES if any(name in times for times in measured)}  # fmt: skip
    load = os.getloadavg()[0]
    print(f"{PHOTOGRAPHS:,} photographs, median of {TIMES}, load {load:.1f}: {json.dumps(medians)}; each: {measured}")


if __name__ == "__main__":
    main()
