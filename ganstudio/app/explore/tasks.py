"""The explorer's work that takes longer than a frame, each kind in a thread of its own; the newest request wins."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ganstudio.app.common.background import Background
from ganstudio.core.files import disk_sentence
from ganstudio.core.film_requests import FilmRequest
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.latent.journey import write_journey
from ganstudio.latent.point import Point
from ganstudio.workflows import explore_run
from ganstudio.workflows.known_runs import Listing, RunPlaces
from ganstudio.workflows.nearest_images import NearestImages, TrainingImages, nearest_images
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.project_photograph import BetweenSteps, Search, project_photograph, read_photograph
from ganstudio.workflows.render_film import Way, render_film

if TYPE_CHECKING:
    from ganstudio.core.pixels import Pixels


class Tasks(QObject):
    failed = Signal(str)
    remarked = Signal(str)
    """Sentences."""
    loaded = Signal(object)
    """explore_run.Loaded."""
    listed = Signal(object)
    """list[Run]."""
    dropped = Signal(object)
    """explore_run.Dropped."""
    photographed = Signal(object)
    """A photograph as (H, W, C)."""
    directionsFound = Signal(object)
    """list[Direction]."""
    overviewMade = Signal(object)
    """explore_run.Overview."""
    projected = Signal(object)
    """projection.ProjectionResult: the nearest so far."""
    searched = Signal(object)
    """The same at the end of the search."""
    nearestFound = Signal(object)
    """nearest_images.NearestImages."""
    written = Signal(object)
    """Path of a picture or a film."""

    def __init__(self, borrow: explore_run.Borrow, between_steps: BetweenSteps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._borrow, self._between_steps = borrow, between_steps
        self._explorable = Listing(explore_run.explorable)
        self.loading, self.listing = self._made("load", self.loaded), self._made("list runs", self.listed)
        self.reading = self._made("read a drop", self.dropped)
        self.photographing = self._made("read a photograph", self.photographed)
        self.looking = self._made("find directions", self.directionsFound)
        self.charting = self._made("overview", self.overviewMade)
        self.projecting = self._made("project", lasting=self.tr("Search"))
        self.projecting.done.connect(self._projected)
        self.filming = self._made("film", self.written, lasting=self.tr("Film"))
        self.writing = self._made("write a picture", self.written)
        self.filing = self._made("save the journey")
        self.noting = self._made("save the directions")

    def _made(self, name: str, result: Any = None, lasting: str = "") -> Background:
        """`result`: the signal that is given what the work returns. `lasting`: see Background."""
        made = Background(name, self, lasting=lasting)
        made.failed.connect(self.failed)
        if result is not None:
            made.done.connect(result)
        return made

    def cancel(self) -> None:
        """What belongs to the run on show need not be finished; what is being written is."""
        for work in (self.looking, self.charting, self.projecting):
            work.cancel()

    def close(self) -> bool:
        closed = [work.close() for work in self.findChildren(Background)]
        return all(closed)

    # Each kind of work --------------------------------------------------------------------------------------------

    def load(self, run: Run, start: Point) -> None:
        self.loading.start(partial(explore_run.load, run, start))

    def list_runs(self, places: RunPlaces) -> None:
        self.listing.start(lambda report: [run for _, run in self._explorable.answers(places) if run])

    def look_into(self, path: Path, here: Run | None, places: RunPlaces) -> None:
        self.reading.start(partial(explore_run.look_into, path, here, places))

    def read_photograph(self, path: Path, run: Run, resolution: Resolution) -> None:
        self.photographing.start(lambda report: read_photograph(path, run, resolution))

    def find_directions(self, kind: str) -> None:
        self.looking.start(partial(explore_run.find_directions, kind, self._borrow))

    def learn_direction(
        self, name: str, having: Sequence[Point], lacking: Sequence[Point], direction_set: DirectionSet
    ) -> None:
        self.looking.start(partial(explore_run.learn_direction, name, having, lacking, direction_set, self._borrow))

    def make_overview(self, point: Point, direction_set: DirectionSet) -> None:
        self.charting.start(partial(explore_run.overview, point, direction_set, self._borrow))

    def project(self, search: Search) -> None:
        """`projected` follows again and again."""
        self.projecting.start(
            partial(
                project_photograph, search, self._borrow, between_steps=self._between_steps,
                on_result=self.projected.emit, on_remark=self.remarked.emit,
            )
        )  # fmt: skip

    def look_for_nearest(self, run: Run, picture: "Pixels", known: TrainingImages | None, network: Path | None) -> None:
        self.projecting.start(partial(nearest_images, run, picture, network=network, known=known))

    def _projected(self, result: object) -> None:
        (self.nearestFound if isinstance(result, NearestImages) else self.searched).emit(result)

    def write_picture(self, picture: explore_run.Picture, path: Path, recipe: bool, larger: Path | None = None) -> None:
        """`larger`: the run or the weights that enlarge it."""
        self.writing.start(partial(explore_run.write_picture, picture, path, recipe, self._borrow, larger=larger))

    def render_film(self, request: FilmRequest, way: Way, path: Path, run: Run, recipe: bool) -> None:
        self.filming.start(partial(render_film, request, way, path, run, recipe, self._borrow))

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

    def save_directions(self, folder: Path, direction_set: DirectionSet) -> None:
        self.noting.start(lambda report: direction_set.save(folder) if folder.is_dir() else None)
