"""The explorer's work that takes longer than a frame, each kind in a thread of its own; the newest request wins."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ganstudio.app.common.background import Background
from ganstudio.core.files import disk_sentence
from ganstudio.core.film import FilmRequest
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.journey import write_journey
from ganstudio.latent.point import Mode, Point
from ganstudio.workflows import explore_run
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    from ganstudio.core.generator import TrainedGenerator


class Tasks(QObject):
    failed = Signal(str)
    loaded = Signal(object)
    """explore_work.Loaded."""
    listed = Signal(object)
    """list[Run]."""
    dropped = Signal(object)
    """explore_work.Dropped."""
    photographed = Signal(object)
    """A photograph as (H, W, C)."""
    directionsFound = Signal(object)
    """list[Direction]."""
    overviewMade = Signal(object)
    found = Signal(object)
    """projection.ProjectionResult: the nearest so far."""
    nearestFound = Signal(object)
    written = Signal(object)
    """Path of a picture or a film."""
    lookingEnded = Signal()
    chartingEnded = Signal()
    projectingEnded = Signal()
    filmingEnded = Signal()

    def __init__(
        self, borrow: "Callable[[], TrainedGenerator]", beside: explore_run.Beside, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._borrow, self._beside = borrow, beside
        self._nearest_asked = False
        self.loading, self.listing = self._made("load", self.loaded), self._made("list runs", self.listed)
        self.reading = self._made("read a drop", self.dropped)
        self.photographing = self._made("read a photograph", self.photographed)
        self.looking = self._made("find directions", self.directionsFound, self.lookingEnded)
        self.charting = self._made("overview", self.overviewMade, self.chartingEnded)
        self.projecting = self._made("project", None, self.projectingEnded)
        self.projecting.done.connect(self._projected)
        self.filming = self._made("film", self.written, self.filmingEnded)
        self.writing = self._made("write a picture", self.written)
        self.filing = self._made("save the journey", None)
        self.noting = self._made("save the directions", None)

    def _made(self, name: str, told: Any, ended: Any = None) -> Background:
        made = Background(name, self)
        made.failed.connect(self.failed)
        if told is not None:
            made.done.connect(told)
        if ended is not None:
            for signal in (made.done, made.failed, made.cancelled):
                signal.connect(ended)
        return made

    def cancel(self) -> None:
        """What belongs to the run on show need not be finished; what is being written is."""
        for one in (self.looking, self.charting, self.projecting):
            one.cancel()

    def close(self) -> bool:
        closed = [one.close() for one in self.findChildren(Background)]
        return all(closed)

    # Each kind of work --------------------------------------------------------------------------------------------

    def load(self, run: Run, start: Point) -> None:
        self.loading.start(partial(explore_run.load, run, start))

    def list_runs(self, folder: Path) -> None:
        self.listing.start(partial(explore_run.explorable, folder))

    def look_into(self, path: Path, here: Run | None, runs: Path) -> None:
        self.reading.start(partial(explore_run.look_into, path, here, runs))

    def read_photograph(self, path: Path, run: Run, resolution: int) -> None:
        self.photographing.start(lambda report: explore_run.read_photograph(path, run, resolution))

    def find(self, kind: str) -> None:
        self.looking.start(partial(explore_run.find, kind, self._borrow))

    def learn(self, name: str, having: Sequence[Point], lacking: Sequence[Point], direction_set: DirectionSet) -> None:
        self.looking.start(partial(explore_run.learn, name, having, lacking, direction_set, self._borrow))

    def make_overview(self, point: Point, direction_set: DirectionSet) -> None:
        self.charting.start(partial(explore_run.overview, point, direction_set, self._borrow))

    def project(self, search: explore_run.Search) -> None:
        """`found` follows again and again."""
        self._nearest_asked = False
        tell = self.found.emit
        self.projecting.start(partial(explore_run.project_onto, search, self._borrow, self._beside, tell))

    def look_for_nearest(
        self, run: Run, picture: Any, known: "explore_run.Nearest | None", network: Path | None = None
    ) -> None:
        self._nearest_asked = True
        self.projecting.start(partial(explore_run.nearest, run, picture, known, network))

    def _projected(self, result: object) -> None:
        (self.nearestFound if self._nearest_asked else self.found).emit(result)

    def write_picture(
        self, pixels: Any, path: Path, point: Point, direction_set: DirectionSet, run: Run, step: int, recipe: bool
    ) -> None:
        wanted = (pixels, path, point, direction_set, run, step, recipe)
        self.writing.start(partial(explore_run.write_picture, *wanted, self._borrow))

    def render_film(
        self,
        request: FilmRequest,
        keyframes: Sequence[Point],
        mode: Mode,
        direction_set: DirectionSet,
        path: Path,
        run: Run,
        recipe: bool,
    ) -> None:
        self.filming.start(
            partial(explore_run.render_film, request, keyframes, mode, direction_set, path, run, recipe, self._borrow)
        )

    def save_journey(self, folder: Path, text: str) -> None:
        def save(report: TaskProgress) -> None:
            if folder.is_dir():  # a run that was moved to the trash has no journey any more
                write_journey(folder, text)

        self.filing.start(save)

    def save_journey_now(self, folder: Path, text: str) -> None:
        """At the end of the program, when nothing is to be waited for later."""
        self.filing.close()
        if folder.is_dir():
            try:
                write_journey(folder, text)
            except OSError as error:
                self.failed.emit(disk_sentence(error, "saving the journey", folder))

    def save_compass(self, folder: Path, direction_set: DirectionSet) -> None:
        self.noting.start(lambda report: direction_set.save(folder) if folder.is_dir() else None)
