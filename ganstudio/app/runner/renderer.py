"""Rendering for the explorer: one worker thread, latest wins.

Each lane (the large picture, the film strip, the map ...) holds at most one request; a new one takes the place of the
old, so a dragged slider never queues up work. Pictures of a long lane are drawn one at a time, and the large picture
goes first between any two of them.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ganstudio.app.common.background import sentence_for
from ganstudio.app.common.worker_thread import WorkerThread
from ganstudio.app.runner.between_steps import Opener
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.core.ending import LiveSession
from ganstudio.core.events import Event
from ganstudio.core.run import Run

if TYPE_CHECKING:
    import numpy as np

    from ganstudio.core.generator import TrainedGenerator
    from ganstudio.latent.direction_file import DirectionSet
    from ganstudio.latent.live import Pace
    from ganstudio.latent.point import Latent, Point
    from ganstudio.latent.point_to_picture import Abilities

LANES = ("picture", "strip", "pins", "map", "tiles", "mix", "ends")
"""In the order in which they are served."""
UNSEEN = 5000
"""Milliseconds until the next copy of the live generator if `drew` is not called for the last one."""
KEPT = 3
"""Generators of other checkpoints that stay in memory, so that going back to them is quick."""


@dataclass(frozen=True)
class Opened:
    """A generator can be drawn with."""

    folder: Path
    checkpoint: str
    abilities: "Abilities"
    live: bool = False


@dataclass(frozen=True)
class Drawn:
    """One picture."""

    lane: str
    number: int
    """Of the request; see `Renderer.draw`."""
    index: int
    point: "Point"
    pixels: "np.ndarray[Any, Any]"
    """(H, W, C) uint8."""
    step: int
    seconds: float
    """What drawing it took."""
    latent: "Latent"
    """The Point's latent, as numbers if it was nested so deeply that the next move should begin from those."""


@dataclass
class _Request:
    number: int
    points: Sequence["Point"]
    direction_set: "DirectionSet"
    done: int = 0


@dataclass
class _Wanted:
    """What the window wants; shared between both threads, under one lock."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    opening: tuple[Run, str] | None = None
    copied: "TrainedGenerator | None" = None
    lanes: dict[str, _Request] = field(default_factory=dict)
    awake: bool = False
    closing: bool = False


class Renderer(QObject):
    """Draws Points in a thread of its own; its signals arrive in the window's thread."""

    opened = Signal(object)
    drawn = Signal(object)
    failed = Signal(str, str)
    """Lane ('open' when a generator cannot be had) and a sentence."""
    _woken = Signal()

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = _Wanted()
        self._number = 0
        self._worker = _Worker(opener, self._wanted)
        self._thread = WorkerThread("rendering", self._worker)
        self._woken.connect(self._worker.work)
        self._worker.opened.connect(self.opened)
        self._worker.drawn.connect(self._pass_on)
        self._worker.failed.connect(self.failed)
        self._current: dict[str, int] = {}

    def borrow(self) -> "TrainedGenerator":
        """A copy of the generator for work that takes long; to be called in the thread that does it.

        Raises:
            ValueError: none is open.
        """
        from ganstudio.latent.find_directions import private_copy

        with self._worker.drawing:
            if self._worker.generator is None:
                raise ValueError("Choose a run first.")
            return private_copy(self._worker.generator)

    def open(self, run: Run, checkpoint: str = "") -> None:
        """Draw with this generator from now on; `opened` or `failed('open')` follows."""
        with self._wanted.lock:
            self._wanted.opening, self._wanted.copied = (run, checkpoint), None
        self._wake()

    def put(self, generator: "TrainedGenerator") -> None:
        """Draw with a copy of the generator in training from now on; `opened` follows."""
        with self._wanted.lock:
            self._wanted.copied, self._wanted.opening = generator, None
        self._wake()

    def draw(self, lane: str, points: Sequence["Point"], direction_set: "DirectionSet") -> int:
        """Draw these; what this lane still had to draw is forgotten. `drawn` follows for each, with the number."""
        self._number += 1
        self._current[lane] = self._number
        with self._wanted.lock:
            self._wanted.lanes[lane] = _Request(self._number, tuple(points), direction_set)
        self._wake()
        return self._number

    def forget(self, lane: str) -> None:
        """Drop what this lane still has to draw."""
        self._current.pop(lane, None)
        with self._wanted.lock:
            self._wanted.lanes.pop(lane, None)

    def close(self, milliseconds: int = 10_000) -> bool:
        """End the thread. True when it has."""
        with self._wanted.lock:
            self._wanted.closing = True
            self._wanted.lanes.clear()
        return self._thread.close(milliseconds)

    def _wake(self) -> None:
        with self._wanted.lock:
            if self._wanted.closing:  # what is still asked for then must not bring the thread back
                return
            asleep, self._wanted.awake = not self._wanted.awake, True
        self._thread.start()
        if asleep:
            self._woken.emit()

    @Slot(object)
    def _pass_on(self, drawn: Drawn) -> None:
        """A picture of a request that has been replaced meanwhile is not told, except of the large picture: a late
        one is better than none while a slider moves."""
        if drawn.number == self._current.get(drawn.lane) or (drawn.lane == "picture" and drawn.lane in self._current):
            self.drawn.emit(drawn)


class _Worker(QObject):
    """Lives in the rendering thread; sleeps when nothing is wanted."""

    opened = Signal(object)
    drawn = Signal(object)
    failed = Signal(str, str)

    def __init__(self, opener: Opener, wanted: _Wanted) -> None:
        super().__init__()
        self.generator: TrainedGenerator | None = None
        self.drawing = threading.Lock()
        """Held while a picture is drawn: what draws may hang hooks into the network for that time."""
        self._open = opener
        self._wanted = wanted
        self._kept: OrderedDict[tuple[Path, str], TrainedGenerator] = OrderedDict()

    @Slot()
    def work(self) -> None:
        """Serve until nothing is wanted any more."""
        while True:
            with self._wanted.lock:
                opening, copied = self._wanted.opening, self._wanted.copied
                self._wanted.opening = self._wanted.copied = None
                lane = next((name for name in LANES if name in self._wanted.lanes), "")
                if self._wanted.closing or not (opening or copied or lane):
                    self._wanted.awake = False
                    return
            if opening:
                self._guarded("open", partial(self._open_run, *opening))
            elif copied is not None:
                self._take_copy(copied)
            else:
                self._serve(lane)

    def _guarded(self, lane: str, work: Callable[[], None]) -> bool:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - an exception that left a slot would leave the thread mute
            self.failed.emit(lane, sentence_for(error))
            return False
        return True

    def _open_run(self, run: Run, checkpoint: str) -> None:
        from ganstudio.latent.point_to_picture import abilities

        self.generator = None
        key = (run.folder, checkpoint)
        known = self._kept.pop(key, None) if checkpoint.startswith("step-") else None  # the newest may change
        generator = known or self._open(run, checkpoint)
        self._kept[key] = generator
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.generator = generator
        self.opened.emit(Opened(run.folder, checkpoint, abilities(generator)))

    def _take_copy(self, copied: "TrainedGenerator") -> None:
        from ganstudio.latent.point_to_picture import abilities

        self.generator = copied
        self.opened.emit(Opened(Path(), "live", abilities(copied), live=True))

    def _serve(self, lane: str) -> None:
        """Draw the next picture of a lane."""
        with self._wanted.lock:
            request = self._wanted.lanes.get(lane)
            if request is None or request.done >= len(request.points) or self.generator is None:
                self._wanted.lanes.pop(lane, None)
                return
            index, request.done = request.done, request.done + 1
            if request.done >= len(request.points):
                del self._wanted.lanes[lane]
        drawn = self._guarded(lane, partial(self._draw, lane, request, index))
        if not drawn:
            with self._wanted.lock:
                if self._wanted.lanes.get(lane) is request:
                    del self._wanted.lanes[lane]

    def _draw(self, lane: str, request: _Request, index: int) -> None:
        from ganstudio.latent.point import DEEPEST, depth
        from ganstudio.latent.point_to_picture import condensed, draw

        generator, point = self.generator, request.points[index]
        assert generator is not None
        begun = time.perf_counter()
        with self.drawing:
            pixels = draw(generator, point, request.direction_set)
        seconds = time.perf_counter() - begun
        deep = lane == "picture" and depth(point.latent) > DEEPEST
        unpushed = replace(point, pushes=())  # directions stay with the Point: as numbers they would be pushed twice
        latent = condensed(generator, unpushed, request.direction_set).latent if deep else point.latent
        self.drawn.emit(Drawn(lane, request.number, index, point, pixels, generator.step, seconds, latent))


# While a run trains ---------------------------------------------------------------------------------------------------


class Following(QObject):
    """Copies the generator in training now and then, so rarely that training keeps 97 % of its time."""

    copied = Signal(object)
    """A TrainedGenerator of its own."""
    failed = Signal(str)
    taken = Signal(object, float)
    """What was copied, and for how many seconds training waited for that. Emitted in the training thread."""
    _refused = Signal(str)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.pace: Pace | None = None
        """How long it waits between two looks; made by `start`."""
        self._on = False
        self._cost = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self.taken.connect(self._arrived)
        self._refused.connect(self._give_up)

    @property
    def on(self) -> bool:
        return self._on

    def start(self) -> None:
        from ganstudio.latent.live import Pace

        self.pace = Pace()
        self._on = True
        self._ask()

    def stop(self) -> None:
        self._on = False
        self._timer.stop()

    def drew(self, seconds: float) -> None:
        """The pictures of the last copy took this long to draw, all together."""
        if self._on and self.pace:
            self.pace.cost(self._cost + seconds)
            self._timer.start(round(1000 * self.pace.pause))

    @Slot()
    def _ask(self) -> None:
        if not self._runner.here:
            self._refused.emit(
                self.tr("This run trains in a process of its own. Save it now, then explore its newest checkpoint.")
            )
        elif self._runner.current in {"running", "paused"}:
            self._runner.ask(self._copy)
        elif self._on:
            self._timer.start(500)

    def _copy(self, session: LiveSession) -> Event | None:
        """A command: runs in the training thread."""
        from ganstudio.latent.live import NotLiveError, snapshot

        begun = time.perf_counter()
        try:
            taken = snapshot(session.trainer)  # type: ignore[attr-defined]
        except NotLiveError as error:
            self._refused.emit(str(error))
            return None
        self.taken.emit(taken, time.perf_counter() - begun)
        return None

    @Slot(object, float)
    def _arrived(self, taken: "TrainedGenerator", seconds: float) -> None:
        if not self._on or not self.pace:
            return
        self._cost = seconds
        self._timer.start(max(UNSEEN, round(1000 * self.pace.pause)))  # until it is known what drawing costs
        self.copied.emit(taken)

    @Slot(str)
    def _give_up(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)
