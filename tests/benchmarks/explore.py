"""How fast the explorer is: python -m tests.benchmarks.explore [moves|components|first|live|map|projection ...]

Figures of a calm machine belong into the closing note; run alone, nothing else on the cores.
"""

import math
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # as the program does

import numpy as np
import psutil
import torch
from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QEventLoop,
    QObject,
    QPointF,
    Qt,
    QTimer,
    SignalInstance,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ganstudio.app.explore.page import ExplorePage
from ganstudio.app.runner.between_steps import opener_between_steps
from ganstudio.app.runner.renderer import Renderer
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.core.device import choose, yield_to_the_window
from ganstudio.core.events import Progress
from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.run import Budget, Run, RunSettings
from ganstudio.core.session import Session
from ganstudio.core.settings import values_of
from ganstudio.core.trainer import Trainer
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.find_directions import principal
from ganstudio.latent.point import Point, Seed, between
from ganstudio.latent.point_to_picture import draw
from ganstudio.latent.projection import project
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.linear.recipe import Linear
from ganstudio.panels.explore.latent_map import LatentMap
from ganstudio.workflows.explore_run import SAMPLES
from ganstudio.workflows.known_runs import RunPlaces
from ganstudio.workflows.open_run import open_generator
from ganstudio.workflows.project_photograph import network_features
from tests.core.fakes import NoiseImages

RECIPE = DCGAN(resolution=64, batch=16)
SIDE = int(os.environ.get("SIDE", "20"))
"""Pixels of a tile, so that 4,096 of them fill 1280 x 1280."""


def app() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([])


def until(test: Callable[[], bool], seconds: float = 120.0) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not test():
        QCoreApplication.processEvents()
        time.sleep(0.0005)
        assert clock.elapsed() < 1000 * seconds, "it took too long"


def session(run: Run, recipe: Recipe) -> Session:
    torch.manual_seed(0)
    trainer = Trainer(recipe.build(ImageSpec(3)), choose("cpu"), ema_kimg=recipe.ema_kimg)
    return Session(run, trainer, NoiseImages(recipe.batch, recipe.resolution, channels=3))


def made_run(folder: Path, recipe: Recipe, steps: int = 1) -> Run:
    settings = RunSettings(
        recipe=recipe.name, sides=(("nowhere",),), values=values_of(recipe), budget=Budget(steps=steps)
    )
    run = Run.create(folder, settings)
    for _ in session(run, recipe).events() if steps else ():
        pass
    return run


def share(values: list[float], part: float) -> float:
    return sorted(values)[int(part * (len(values) - 1))]


def moves(folder: Path) -> None:
    """A minute of dragging at 60 events a second on a 64 px DCGAN: from the event to the pixels in the window."""
    run = made_run(folder / "moves", RECIPE)
    renderer, direction_set = Renderer(lambda run, name: open_generator(run, device="cpu")), DirectionSet()
    sent: dict[int, float] = {}
    late: list[float] = []
    forward: list[float] = []

    def drawn(image: object) -> None:
        late.append(1000 * (time.perf_counter() - sent[image.number]))  # type: ignore[attr-defined]
        forward.append(1000 * image.seconds)  # type: ignore[attr-defined]

    renderer.drawn.connect(drawn)
    renderer.open(run)
    sent[renderer.draw("picture", [Point(latent=Seed(0))], direction_set)] = time.perf_counter()
    until(lambda: bool(late))
    late.clear()
    forward.clear()
    seconds = float(os.environ.get("SECONDS", "60"))
    memory, begun, events = psutil.Process().memory_info().rss, time.perf_counter(), 0
    while (now := time.perf_counter()) - begun < seconds:
        if now - begun >= events / 60:
            events += 1
            point = Point(latent=between(Seed(1), Seed(2), events % 1000 / 1000))
            sent[renderer.draw("picture", [point], direction_set)] = time.perf_counter()
        QCoreApplication.processEvents()
        time.sleep(0.0005)
    grown = (psutil.Process().memory_info().rss - memory) / 2**20
    beyond = [a - b for a, b in zip(late, forward, strict=True)]
    print(f"moves: {events} events, {len(late)} pictures; event to pixels median {statistics.median(late):.1f} ms, "
          f"99 % {share(late, 0.99):.1f} ms; forward {statistics.median(forward):.1f} ms; beyond it median "
          f"{statistics.median(beyond):.1f} ms, 99 % {share(beyond, 0.99):.1f} ms; last 100 median "
          f"{statistics.median(late[-100:]):.1f} ms; memory {grown:+.1f} MB")  # fmt: skip
    renderer.close()


def components(folder: Path) -> None:
    torch.manual_seed(0)
    network, _ = RECIPE.networks(ImageSpec(3))
    generator = TrainedGenerator(network, latent=RECIPE.latent, prior="normal", resolution=64, channels=3)
    begun = time.perf_counter()
    directions = principal(generator, samples=SAMPLES)
    print(
        f"components: {SAMPLES:,} latents of DCGAN-64, {len(directions)} found in {time.perf_counter() - begun:.1f} s"
    )


def first(folder: Path) -> None:
    """From picking a run to its first picture, torch loaded; the page made before."""
    run = made_run(folder / "runs" / "first", RECIPE)
    runner = ThreadRunner()
    page = ExplorePage(runner, lambda: RunPlaces(folder / "nothing"), lambda: folder)
    page.show()
    QCoreApplication.processEvents()
    times = []
    for _ in range(3):
        page.state.last = None
        begun = time.perf_counter()
        page.show_run(run)
        until(lambda: page.last is not None and page.last.point.latent == Seed(42))
        times.append(time.perf_counter() - begun)
    print(
        "first: "
        + ", ".join(f"{seconds:.2f}" for seconds in times)
        + " s from picking a run of DCGAN-64 to its picture"
    )
    page.close_threads()
    page.close()
    runner.wait(10_000)


def live(folder: Path) -> None:
    """Speed of training with and without the page following, alternating, in images per second."""
    speeds: dict[bool, list[float]] = {False: [], True: []}
    looks = 0
    spent: list[float] = []
    """Per cent of the time that copying and drawing took."""
    for number in range(4):
        followed = bool(number % 2)
        run = made_run(folder / f"live-{number}", RECIPE, steps=0)
        run.change(budget=Budget(minutes=float(os.environ.get("SECONDS", "20")) / 60))
        runner = ThreadRunner(lambda run, *, on_prepare, cancelled: session(run, RECIPE))
        last: list[Progress] = []
        runner.happened.connect(lambda event, last=last: last.append(event) if isinstance(event, Progress) else None)
        page = ExplorePage(runner, lambda: RunPlaces(folder / "nothing"), lambda: folder, opener_between_steps(runner))
        page.show()
        runner.start(run)
        until(lambda runner=runner: runner.current == "running")
        if followed:
            page.set_training(run)
            page.show_run(run)
        copies: list[object] = []
        drawn: list[float] = []
        page.following.copied.connect(copies.append)
        page.following.taken.connect(lambda _, seconds, drawn=drawn: drawn.append(seconds))
        page.renderer.drawn.connect(
            lambda image, drawn=drawn, page=page: drawn.append(image.seconds) if page.following.on else None
        )
        until(lambda runner=runner: runner.current == "idle", 300)
        speeds[followed].append(last[-1].step * RECIPE.batch / last[-1].seconds)
        looks += len(copies)
        if followed:
            spent.append(100 * sum(drawn) / last[-1].seconds)
        page.close_threads()
        page.close()
        runner.wait(10_000)
    alone, followed_ = (statistics.median(speeds[following]) for following in (False, True))
    print(f"live: {alone:.1f} images/s alone, {followed_:.1f} followed ({100 * (1 - followed_ / alone):.1f} % less), "
          f"{looks} looks, {statistics.median(spent):.1f} % of the time spent on them; all {speeds}")  # fmt: skip


class Paints(QObject):
    """When a widget was painted, in seconds."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.times.append(time.perf_counter())
        return False


def processor_seconds() -> dict[int, float]:
    """What each thread of this process has used of the processor so far."""
    return {thread.id: thread.user_time + thread.system_time for thread in psutil.Process().threads()}


def rested(end: SignalInstance, wanted: Callable[[object], bool] = lambda _: True) -> None:
    """Let Qt's own loop run until `end` is emitted with something `wanted`; looking again and again takes time."""
    loop = QEventLoop()
    heard = end.connect(lambda *values: loop.quit() if wanted(values[0] if values else None) else None)
    loop.exec()
    end.disconnect(heard)


def panned(stage: LatentMap, rest: Callable[[], None]) -> str:
    """Drag the map at 60 events a second: frames a second, the gap between two, tiles known, and what the window used.

    `rest`: runs Qt's loop until it is enough; a timer in it is the mouse.
    """
    paints, events, known = Paints(stage), 0, stage.known()
    mouse = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)

    def send(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, at, stage.mapToGlobal(at), button, left, none)
        QCoreApplication.sendEvent(stage, event)

    def at() -> QPointF:
        angle = events / 60
        return (
            QPointF(stage.width(), stage.height()) / 2 + QPointF(math.cos(angle), math.sin(angle)) * stage.width() / 2
        )

    def drag() -> None:
        nonlocal events
        events += 1
        send(QEvent.Type.MouseMove, at(), Qt.MouseButton.NoButton)

    mouse.timeout.connect(drag)
    window, begun, before = threading.get_native_id(), time.perf_counter(), processor_seconds()
    send(QEvent.Type.MouseButtonPress, at(), Qt.MouseButton.LeftButton)
    mouse.start()
    rest()
    mouse.stop()
    send(QEvent.Type.MouseButtonRelease, at(), Qt.MouseButton.LeftButton)
    passed, after = time.perf_counter() - begun, processor_seconds()
    stage.removeEventFilter(paints)
    gaps = [1000 * (b - a) for a, b in zip(paints.times, paints.times[1:], strict=False)]
    busy = 100 * (after[window] - before[window]) / passed
    return (
        f"{len(paints.times) / passed:.0f} frames/s of {events / passed:.0f} events/s, 99 % gap "
        f"{share(gaps, 0.99):.0f} ms, {min(known, stage.known())} tiles, window {busy:.1f} % of a processor"
    )


def filled(page: ExplorePage, run: Run) -> LatentMap:
    """The stage of a page with 4,096 tiles on it, 64 across and down, drawn by the run's generator."""
    stage = page.view.stage
    stage.SIDE = SIDE  # type: ignore[misc]
    stage.setSpan(1.0)
    stage.setFixedSize(64 * SIDE, 64 * SIDE)
    page.resize(64 * SIDE + 500, 64 * SIDE + 400)
    page.show_run(run)
    until(lambda: page.last is not None)
    while len(stage.missing()) > 300:  # those at the edge come and go while one pans
        cells = stage.missing()[:64]
        generator = page.renderer.borrow()
        for cell, point in zip(cells, page.here.map_points(cells), strict=True):
            stage.setTile(cell, draw(generator, point))
        QCoreApplication.processEvents()
    return stage


def yielding_session(run: Run) -> Session:
    """As the program opens one: its thread gives way to the window's."""
    yield_to_the_window()
    return session(run, RECIPE)


def map_(folder: Path) -> None:
    """A map of 4,096 tiles dragged while a run trains: frames a second, and what that leaves of the training's speed.

    Alternating with training alone, in images a second; the map is of another run than the one that trains.
    """
    shown = made_run(folder / "shown", RECIPE)
    speeds: dict[bool, list[float]] = {False: [], True: []}
    runner = ThreadRunner(lambda run, *, on_prepare, cancelled: yielding_session(run))
    page = ExplorePage(runner, lambda: RunPlaces(folder / "nothing"), lambda: folder, opener_between_steps(runner))
    drawn: list[float] = []
    page.renderer.drawn.connect(lambda picture: drawn.append(picture.seconds))
    page.show()
    stage = filled(page, shown)
    seconds = float(os.environ.get("SECONDS", "20"))
    calm = QTimer(singleShot=True, interval=5000)
    calm.start()
    print(f"map, nothing training: {panned(stage, lambda: rested(calm.timeout))}")
    for number in range(int(os.environ.get("ROUNDS", "4"))):
        touched = bool(number % 2)
        run = made_run(folder / f"map-{number}", RECIPE, steps=0)
        run.change(budget=Budget(minutes=seconds / 60))
        last: list[Progress] = []
        runner.happened.connect(lambda event, last=last: last.append(event) if isinstance(event, Progress) else None)
        page.set_training(run)
        page.setVisible(touched)
        runner.start(run)
        until(lambda: runner.current == "running")
        drawn.clear()
        rest = partial(rested, runner.state, lambda state: state == "idle")
        if touched:
            dragging = panned(stage, rest)
            print(f"map, training: {dragging}; {len(drawn) / seconds:.1f} pictures/s drawn in "
                  f"{100 * sum(drawn) / seconds:.1f} % of the time")  # fmt: skip
        else:
            rest()
        page.set_training(None)
        speeds[touched].append(last[-1].step * RECIPE.batch / last[-1].seconds)
    alone, dragged = (statistics.median(speeds[touched]) for touched in (False, True))
    print(f"map: {alone:.1f} images/s alone, {dragged:.1f} while dragged ({dragged / alone:.3f}); all {speeds}")
    page.close_threads()
    page.close()
    runner.wait(10_000)


def projection(folder: Path) -> None:
    """How close 20 pictures of a generator are found again; RUN names a trained run, else an untrained one is taken.

    WEIGHTS names the weights of a network to compare by, STEPS the steps of descent.
    """
    named = os.environ.get("RUN")
    generator = open_generator(Run.open(Path(named)) if named else made_run(folder / "p", Linear()), device="cpu")
    weights = os.environ.get("WEIGHTS")
    features = network_features(Path(weights), generator.device) if weights else None
    ratios, times = [], []
    for seed in range(20):
        target = draw(generator, Point(latent=Seed(seed)))
        begun = time.perf_counter()
        steps = int(os.environ.get("STEPS", "100"))
        result = project(generator, target, steps=steps, seed=1000 + seed, features=features)
        times.append(time.perf_counter() - begun)
        ratios.append(result.ratio)
    near = sum(ratio < 0.1 for ratio in ratios)
    print(
        f"projection: pixel error over the distance of two random pictures: median {np.median(ratios):.3f}, "
        f"worst {max(ratios):.3f}, below 0.1: {near} of 20; {np.median(times):.1f} s each"
    )


BENCHES = {
    "moves": moves, "components": components, "first": first, "live": live, "map": map_, "projection": projection,
}  # fmt: skip


def main() -> None:
    app()
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or BENCHES:
            BENCHES[name](Path(folder))


if __name__ == "__main__":
    main()
