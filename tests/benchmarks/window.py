"""How soon the window stands, how smooth it stays, and what it costs the training. Prints figures, asserts nothing.

    python -m tests.benchmarks.window [--seconds S] [--rounds N]

Every measurement runs in a process of its own, those that are compared by turns on the same machine.
"""

import argparse
import json
import mmap
import os
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.window_start import make_window

ROOT = Path(__file__).parents[2]
WARM = 3000
"""Milliseconds of training before anything is measured."""
TIMED = 12
"""Seconds of training that the timer is watched for."""
TICK = 8
"""Milliseconds of the timer in the window whose lateness is measured."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=6.0, help="length of each turn")
    parser.add_argument("--rounds", type=int, default=8, help="turns with and without the window")
    parser.add_argument("--child", choices=("load", "window", "headless"))
    parser.add_argument("--folder", type=Path)
    args = parser.parse_args()
    if args.child:
        {"load": load, "window": window, "headless": headless}[args.child](args)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), args.seconds, args.rounds)


def measure(folder: Path, seconds: float, rounds: int) -> None:
    def child_of(kind: str, *, cached: bool = True) -> subprocess.Popen[str]:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(folder / "cache")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / ("bytecode" if cached else f"none-{time.time_ns()}"))
        command = [sys.executable, "-m", "tests.benchmarks.window", "--child", kind, "--folder", str(folder)]
        if kind == "start":
            command = [sys.executable, str(Path(__file__).with_name("window_start.py")), str(folder)]
        return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def child(kind: str, *, cached: bool = True) -> dict[str, float]:
        said = child_of(kind, cached=cached).communicate()[0]
        result: dict[str, float] = json.loads(said.splitlines()[-1])
        return result

    print(f"cores {os.cpu_count()}, load {os.getloadavg()[0]:.1f}")
    first = child("start", cached=False)["seconds"]
    child("start")
    starts = sorted(child("start")["seconds"] for _ in range(5))
    print(f"time to window: median {starts[2]:.2f} s, best {starts[0]:.2f} s; very first start {first:.2f} s")
    print("8 ms timer while torch loads, very first start:", percentiles(child("load", cached=False)))
    child("load")
    print("8 ms timer while torch loads, later starts:    ", percentiles(child("load")))
    by_turns(folder, child_of, seconds, rounds)


def by_turns(folder: Path, child_of: Callable[[str], subprocess.Popen[str]], seconds: float, rounds: int) -> None:
    """The same training with and without the window, both alive, one stopped while the other goes on.

    A step that is interrupted goes on later, so over all turns no more than one step is counted wrongly, and a machine
    that is slow for a while is slow for both.
    """
    counts = {kind: Count(folder, kind) for kind in ("headless", "window")}
    steps: dict[str, list[float]] = {kind: [] for kind in counts}
    children = {}
    for kind in counts:
        children[kind] = child_of(kind)
        said = children[kind].stdout.readline()  # type: ignore[union-attr]
        if kind == "window":
            print("8 ms timer while training on the CPU:          ", percentiles(json.loads(said)))
        children[kind].send_signal(signal.SIGSTOP)
    busy = counts["window"].thread
    for _ in range(rounds):
        for kind, count in counts.items():
            before = count.steps
            children[kind].send_signal(signal.SIGCONT)
            time.sleep(seconds)
            children[kind].send_signal(signal.SIGSTOP)
            steps[kind].append(count.steps - before)
    for process in children.values():
        process.kill()
    total = {kind: sum(seconds) for kind, seconds in steps.items()}
    print("steps in each turn:", steps)
    print(f"the window's thread used {100 * (counts['window'].thread - busy) / (rounds * seconds):.1f} % of one core")
    print(
        f"steps with the window {total['window']:.0f}, without {total['headless']:.0f},"
        f" ratio {total['window'] / total['headless']:.3f} (load {os.getloadavg()[0]:.1f})"
    )


class Count:
    """Steps done and seconds that the counting thread has worked, in a file that parent and child share."""

    def __init__(self, folder: Path, kind: str) -> None:
        path = folder / f"{kind}.count"
        if not path.exists():
            path.write_bytes(bytes(16))
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 16)

    def take(self, event: object) -> None:
        step = getattr(event, "step", 0)
        self._map[:] = struct.pack("dd", step, time.thread_time())

    @property
    def steps(self) -> float:
        return float(struct.unpack("dd", self._map[:])[0])

    @property
    def thread(self) -> float:
        return float(struct.unpack("dd", self._map[:])[1])


def percentiles(result: dict[str, float]) -> str:
    return ", ".join(f"{name} {result[name]:.0f} ms" for name in ("p50", "p99", "max"))


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

    def stop(self) -> None:
        self._timer.stop()

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
    from ganstudio.core.run import Run, RunSettings
    from ganstudio.core.settings import values_of
    from ganstudio.models.gallery import by_name
    from ganstudio.samples.blossoms import write_sample_set
    from ganstudio.workflows.run_names import free_folder

    pictures = folder / "pictures"
    if not pictures.is_dir():
        pictures.mkdir()
        write_sample_set(pictures, 256, 64, "blossoms")
    recipe = by_name("dcgan").preset(None)
    settings = RunSettings(recipe="dcgan", sides=((str(pictures),),), values=values_of(recipe), device="cpu")
    return Run.create(free_folder(folder, kind), settings)


def window(args: argparse.Namespace) -> None:
    """Training in the window, with its curves and grids on show: says how the timer fared, then goes on."""
    from PySide6.QtCore import QTimer

    app, shown = make_window(args.folder)
    run, count = new_run(args.folder, "window"), Count(args.folder, "window")
    shown.runner.happened.connect(count.take)
    shown.runner.devices.connect(lambda _: shown.current_run.resume(run.folder))
    shown.runner.warm_up()
    measured: list[Ticks] = []

    def tell() -> None:
        measured[0].stop()
        print(json.dumps(measured[0].figures()), flush=True)

    def begun(state: str) -> None:
        if state == "running":
            QTimer.singleShot(WARM, lambda: measured.append(Ticks()))
            QTimer.singleShot(WARM + int(1000 * TIMED), tell)

    shown.runner.state.connect(begun)
    app.exec()


def headless(args: argparse.Namespace) -> None:
    """The same training as the command line does it."""
    from ganstudio.core.events import Progress
    from ganstudio.workflows.open_run import open_session

    run, count = new_run(args.folder, "headless"), Count(args.folder, "headless")
    warm = False
    for event in open_session(run).events():
        count.take(event)
        if isinstance(event, Progress) and 1000 * event.seconds > WARM and not warm:
            warm = True
            print("{}", flush=True)


if __name__ == "__main__":
    main()
