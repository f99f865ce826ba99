"""How soon the window stands, how smooth it stays, and what it costs the training. Prints figures, asserts nothing.

    python tests/benchmarks/window.py [--seconds S] [--rounds N]

Every measurement runs in a process of its own, those that are compared by turns on the same machine.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BEGAN = time.perf_counter()
ROOT = Path(__file__).parents[2]
TICK = 8
"""Milliseconds of the timer in the window whose lateness is measured."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=20.0, help="length of each stretch of training")
    parser.add_argument("--rounds", type=int, default=2, help="stretches with and without the window, by turns")
    parser.add_argument("--child", choices=("start", "load", "window", "headless"))
    parser.add_argument("--folder", type=Path)
    args = parser.parse_args()
    if args.child:
        {"start": start, "load": load, "window": window, "headless": headless}[args.child](args)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), args.seconds, args.rounds)


def measure(folder: Path, seconds: float, rounds: int) -> None:
    def child(kind: str, *, cached: bool = True) -> dict[str, float]:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(folder / "cache")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / ("bytecode" if cached else f"none-{time.time_ns()}"))
        command = [sys.executable, __file__, "--child", kind, "--folder", str(folder), "--seconds", str(seconds)]
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(done.stderr)
        result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return result

    print(f"cores {os.cpu_count()}, load {os.getloadavg()[0]:.1f}")
    first = child("start", cached=False)["seconds"]
    child("start")
    starts = sorted(child("start")["seconds"] for _ in range(5))
    print(f"time to window: median {starts[2]:.2f} s, best {starts[0]:.2f} s; very first start {first:.2f} s")
    print("8 ms timer while torch loads, very first start:", told(child("load", cached=False)))
    child("load")
    print("8 ms timer while torch loads, later starts:    ", told(child("load")))
    speeds: dict[str, list[float]] = {"window": [], "headless": []}
    for _ in range(rounds):
        for kind in ("headless", "window"):
            result = child(kind)
            speeds[kind].append(result["speed"])
            if kind == "window":
                print("8 ms timer while training on the CPU:          ", told(result), end="; ")
                print(f"the window's thread used {100 * result['share']:.1f} % of one core")
    mean = {kind: sum(found) / len(found) for kind, found in speeds.items()}
    print(
        f"images/s: window {mean['window']:.1f}, headless {mean['headless']:.1f},"
        f" ratio {mean['window'] / mean['headless']:.3f} (load {os.getloadavg()[0]:.1f})"
    )


def told(result: dict[str, float]) -> str:
    return ", ".join(f"{name} {result[name]:.0f} ms" for name in ("p50", "p99", "max"))


def start(args: argparse.Namespace) -> None:
    """From the first line of Python to a painted window."""
    app, shown = make_window(args.folder)
    app.processEvents()
    print(json.dumps({"seconds": time.perf_counter() - BEGAN}))
    sys.stdout.flush()
    os._exit(0 if shown.isVisible() else 1)


def make_window(folder: Path):  # type: ignore[no-untyped-def]
    from ganstudio.app import start as program
    from ganstudio.app.places import Places
    from ganstudio.app.preferences import Memory
    from ganstudio.app.runners import ThreadRunner
    from ganstudio.app.theme import Theme
    from ganstudio.app.window import MainWindow

    program.prepare_environment()
    app = program.make_application()
    theme = Theme(app)
    places = Places.inside(folder / "studio")
    with theme.building():
        shown = MainWindow(places, Memory(places.preferences), ThreadRunner(), theme)
    shown.show()
    return app, shown


class Ticks:
    """Gaps between the ticks of a timer in the GUI thread, in milliseconds."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.times: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(lambda: self.times.append(time.perf_counter()))
        self._timer.start()

    def figures(self) -> dict[str, float]:
        gaps = sorted(1000 * (later - sooner) for sooner, later in zip(self.times, self.times[1:], strict=False))
        return {"p50": gaps[len(gaps) // 2], "p99": gaps[int(len(gaps) * 0.99)], "max": gaps[-1]}


def load(args: argparse.Namespace) -> None:
    """The timer from the first paint until torch is loaded."""
    app, shown = make_window(args.folder)
    app.processEvents()
    ticks = Ticks()
    shown.runner.devices.connect(lambda _: app.exit())
    shown.runner.warm_up()
    app.exec()
    print(json.dumps(ticks.figures()))
    shown.end_threads()


def new_run(folder: Path, kind: str):  # type: ignore[no-untyped-def]
    from ganstudio.core.images.blossoms import write_sample_set
    from ganstudio.core.run import Run, RunSettings, free_folder
    from ganstudio.core.settings import values_of
    from ganstudio.recipes import by_name

    pictures = folder / "pictures"
    if not pictures.is_dir():
        pictures.mkdir()
        write_sample_set(pictures, 256, 64, "blossoms")
    recipe = by_name("dcgan").preset(None)
    settings = RunSettings(recipe="dcgan", sides=((str(pictures),),), values=values_of(recipe), device="cpu")
    return Run.create(free_folder(folder, kind), settings)


class Speed:
    """Images per second of training time, the first seconds left out."""

    WARM = 3.0

    def __init__(self) -> None:
        self.marks: list[tuple[float, float]] = []

    def take(self, event: object) -> None:
        from ganstudio.core.events import Progress

        if isinstance(event, Progress) and event.seconds > self.WARM:
            self.marks.append((event.seconds, event.kimg))

    def value(self) -> float:
        (then, before), (now, after) = self.marks[0], self.marks[-1]
        return 1000 * (after - before) / (now - then)


def window(args: argparse.Namespace) -> None:
    """Training in the window, with its curves and grids on show."""
    from PySide6.QtCore import QTimer

    app, shown = make_window(args.folder)
    run, speed = new_run(args.folder, "window"), Speed()
    shown.runner.happened.connect(speed.take)
    shown.runner.devices.connect(lambda _: shown.desk.resume(run.folder))
    shown.runner.warm_up()
    measured: list[Ticks] = []
    used: list[tuple[float, float]] = []

    def measure_from_here() -> None:
        measured.append(Ticks())
        used.append((time.thread_time(), time.perf_counter()))

    def begun(state: str) -> None:
        if state == "running":
            QTimer.singleShot(3000, measure_from_here)
            QTimer.singleShot(int(1000 * args.seconds), lambda: app.exit())

    shown.runner.state.connect(begun)
    app.exec()
    share = (time.thread_time() - used[0][0]) / (time.perf_counter() - used[0][1])
    print(json.dumps(measured[0].figures() | {"speed": speed.value(), "share": share}))
    shown.end_threads()


def headless(args: argparse.Namespace) -> None:
    """The same training as the command line does it."""
    from ganstudio.recipes.opening import open_session

    run, speed = new_run(args.folder, "headless"), Speed()
    session = open_session(run)
    for event in session.events():
        speed.take(event)
        if getattr(event, "seconds", 0.0) > args.seconds:
            session.stop()
    print(json.dumps({"speed": speed.value()}))


if __name__ == "__main__":
    main()
