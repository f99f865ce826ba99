"""Events far faster than a person can read: does the window keep its 8 ms timer, and is none lost."""

import os
import statistics
import tempfile
import time
from pathlib import Path

import psutil

from ganstudio.core.events import Event, Progress, Started


def progress(step: int) -> Event:
    return Progress(
        step=step, kimg=step / 100, seconds=step / 10_000, images_per_second=500.0,
        losses={"generator": 1.0 + step % 7 / 10, "discriminator": 0.7, "D(x)": 0.7, "D(G(z))": 0.3},
    )  # fmt: skip


MOST_WAIT = 30.0
"""Milliseconds: p99 of the gaps of the timer."""


def flood(count: int, seed: int) -> tuple[dict[str, object], dict[str, object]]:
    """`count` events at 10,000 a second, then all at once. Nothing is drawn by chance."""
    steady, burst = flooded(count), flooded(count, burst=True)
    bad = {f"{name} {fact}": facts[fact] for name, facts in (("steady", steady), ("burst", burst))
           for fact in ("in order", "means kept") if not facts[fact]}  # fmt: skip
    slow = {"p99 ms": steady["p99 ms"]} if steady["p99 ms"] > MOST_WAIT else {}
    lost = {"last step": steady["last step"]} if steady["last step"] != count else {}
    return {"10,000 a second": steady, "all at once": burst}, bad | slow | lost


def flooded(count: int, rate: int = 10_000, burst: bool = False) -> dict[str, float | bool]:
    """`count` events at `rate` a second (or all at once) into a window that shows the run, offscreen.

    Returns:
        p99 and maximum of the gaps of an 8 ms timer in milliseconds, events that arrived, growth of memory in MB.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ganstudio.app.common.paths import Paths
    from ganstudio.app.common.preferences import Memory
    from ganstudio.app.runner.thread_runner import ThreadRunner
    from ganstudio.app.shell.window import MainWindow
    from ganstudio.core.run import Run, RunSettings

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.inside(Path(folder))
        window = MainWindow(paths, Memory(paths.preferences), ThreadRunner())
        window.resize(1200, 760)
        window.show()
        run = Run.create(Path(folder, "run"), RunSettings(recipe="dcgan", sides=(("p",),), values={"resolution": 16}))
        current = window.current_run
        current.training = current.on_show = run
        current.opened.emit(run, [], "running")
        window.navigation.make_plots()
        arrived: list[int] = []
        shown: list[float] = []
        current.arrived.connect(lambda events: arrived.extend(event.step for event in events))
        current.arrived.connect(
            lambda events: shown.extend(e.losses["D(x)"] for e in events if isinstance(e, Progress))
        )
        gaps: list[float] = []
        last = [time.perf_counter()]

        def tick() -> None:
            now = time.perf_counter()
            gaps.append(1000 * (now - last[0]))
            last[0] = now

        timer = QTimer(interval=8)
        timer.timeout.connect(tick)
        started = Started(run="run", recipe="dcgan", device="cpu", precision="fp32", images=3, resolution=16,
                          channels=3, batch=2, step=0, kimg=0.0)  # fmt: skip
        current.event_batches.take(started)
        events = [progress(step) for step in range(1, count + 1)]  # making them is no work of the window's
        for _ in range(30):
            app.processEvents()
        before = psutil.Process().memory_info().rss
        gaps.clear()
        last[0] = time.perf_counter()
        timer.start()
        begun, sent = time.perf_counter(), 0
        while (not arrived or arrived[-1] < count) and time.perf_counter() - begun < 60 + 3 * count / rate:
            due = count if burst else min(count, int((time.perf_counter() - begun) * rate))
            while sent < due:
                current.event_batches.take(events[sent])
                sent += 1
            app.processEvents()
            time.sleep(0.0005)
        timer.stop()
        grown = psutil.Process().memory_info().rss - before
        current.training = None
        window.end_threads()
        window.close()
        window.deleteLater()
        app.processEvents()
    ordered = arrived[1:] == sorted(arrived[1:])
    p99 = statistics.quantiles(gaps, n=100)[98] if len(gaps) > 2 else max(gaps, default=0.0)
    facts = {
        "last step": arrived[-1],
        "in order": ordered,
        "means kept": bool(abs(sum(shown) / len(shown) - 0.7) < 1e-9),
    }
    return {"p99 ms": round(p99, 1), "max ms": round(max(gaps, default=0.0), 1), **facts, "MB": round(grown / 2**20, 1)}
