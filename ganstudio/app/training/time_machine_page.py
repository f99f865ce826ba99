"""Joins the time machine on a run's page with the worker that draws, one moment after the other."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.runner.between_steps import Opener
from ganstudio.app.runner.renderer import Drawn, Opened, Renderer
from ganstudio.core.checkpoint_names import Moment, drawable_names
from ganstudio.core.events import Event, Sampled, Saved
from ganstudio.core.film_requests import LapseRequest
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.panels.parts.pictures import PictureCache
from ganstudio.panels.training.time_machine import TimeMachine
from ganstudio.workflows.run_names import short_name
from ganstudio.workflows.timeline import (
    FEW,
    ROWS,
    drawer_of_grids,
    drawer_of_snapshots,
    film,
    grid_moments,
    kept_moments,
    seed_points,
    sources_of,
    tile_places,
)

LANE = "tiles"
GROWTH = 6.0
"""Seconds of the film of a whole run."""
LOOK_AGAIN = 3000
"""Milliseconds between two looks at which moments a run has that is learning."""


class TimeTravel(QObject):
    """Draws only while its panel is seen: opening a generator of a run that trains takes time from the training."""

    failed = Signal(str)
    """A sentence."""
    targetChanged = Signal(str)
    """The folder that a film was saved to."""
    filming = Signal(int, int)
    """Pictures of a film that are written, of how many; 0 of 0: none is being made."""
    filmed = Signal(str, object)
    """What came of the film, as a sentence, and the Path of its folder; None where it was not written."""

    def __init__(
        self, panel: TimeMachine, opener: Opener, target: Callable[[], Path], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.panel = panel
        self.run: Run | None = None
        self._opener, self._target = opener, target
        self._awake = False
        self._wanted = ""
        self._growth_wanted = False
        self._source = "snapshots"
        self._rows = ROWS
        self._samples: dict[int, Sampled] = {}
        self._kimg: dict[int, float] = {}
        self._kept: list[Moment] = []
        self._moments: list[Moment] = []
        self._done: set[str] = set()
        self.drawing: Moment | None = None
        """The moment whose pictures are being drawn; None: nothing is drawn."""
        self._number = -1
        self._renderer = Renderer(opener, self)
        self._listing = Background("moments", self)
        self._filming = Background("time-lapse", self)
        self._cache = PictureCache(96, self)
        self._look = QTimer(self, singleShot=True, interval=LOOK_AGAIN)
        self._connect()

    # What the page tells it ---------------------------------------------------------------------------------------

    def show_run(self, run: Run) -> None:
        """Another run; its events follow."""
        self.run = run
        self._samples, self._kimg, self._kept = {}, {}, []
        self._wanted = ""
        self._forget()
        self._cache.clear()
        self._moments = []
        self.panel.setMoments([], [])
        self._list()

    def take(self, events: Iterable[Event]) -> None:
        """What has happened since."""
        for event in events:
            if isinstance(event, Sampled):
                self._samples = {step: sample for step, sample in self._samples.items() if step < event.step}
                self._samples[event.step] = event
            if isinstance(event, Sampled | Saved):
                self._kimg[event.step] = event.kimg
                if self._awake and not self._look.isActive():
                    self._look.start()

    def checkpoint_for(self, moment: Moment) -> Moment | None:
        """What a branch from this column begins with: what it was drawn from, or the checkpoint before its grid."""
        return moment if self._source == "snapshots" else checkpoint_before(self._kept, moment.step)

    def setAwake(self, awake: bool) -> None:
        """Whether the panel is seen."""
        if awake == self._awake:
            return
        self._awake = awake
        if awake:
            self._list()
        else:
            self._look.stop()
            self._stop_drawing()

    def close(self) -> bool:
        self._awake = False
        self._look.stop()
        return all([self._listing.close(), self._filming.close(), self._renderer.close()])

    # Inside -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._look.timeout.connect(self._list)
        self._listing.done.connect(self._listed)
        self._listing.failed.connect(self.failed)
        self._renderer.opened.connect(self._opened)
        self._renderer.drawn.connect(self._drawn)
        self._renderer.failed.connect(self._cannot)
        self._cache.ready.connect(self._grid_came)
        panel = self.panel
        panel.rowsChosen.connect(self._choose_rows)
        panel.sourceChosen.connect(self._choose_source)
        panel.lapseRequested.connect(self._ask_film)
        panel.cancelRequested.connect(self._filming.cancel)
        self._filming.progress.connect(panel.setLapseProgress)
        self._filming.progress.connect(self.filming)
        self._filming.done.connect(self._filmed)
        self._filming.cancelled.connect(self._film_cancelled)
        self._filming.failed.connect(panel.setLapseFailed)
        self._filming.failed.connect(lambda sentence: self.filmed.emit(sentence, None))

    def _forget(self) -> None:
        """Every picture is to be drawn again."""
        self._stop_drawing()
        self._done = set()

    def _stop_drawing(self) -> None:
        self.drawing = None
        self._renderer.forget(LANE)

    # Which moments ------------------------------------------------------------------------------------------------

    @Slot()
    def _list(self) -> None:
        if run := self.run:
            kimg = dict(self._kimg)
            self._listing.start(lambda report: kept_moments(run, kimg))

    @Slot(object)
    def _listed(self, kept: list[Moment]) -> None:
        self._kept = kept
        self._show_moments()

    def _show_moments(self) -> None:
        grids = sorted(self._samples.values(), key=lambda sample: sample.step)
        available = sources_of(self.run, self._kept, grids) if self.run else []
        source = self._wanted if self._wanted in available else next(iter(available), "snapshots")
        if source != self._source:
            self._source = source
            self._forget()
            self.panel.setMoments([], [])
        self._moments = self._kept if source == "snapshots" else grid_moments(grids)
        rows = self._rows if source == "snapshots" or not grids else len(tile_places(grids[-1], self._rows))
        names = [self.tr("latent {0}").format(at + 1) for at in range(rows)]
        self.panel.setMoments(self._moments, names if self._moments else [])
        self.panel.setSource(source, available, self._says(source))
        self.panel.setRows(self._rows)
        self.panel.setBranchable(bool(self._kept))
        self._draw_next()
        if self._growth_wanted:
            self._growth_wanted = False
            self._ask_growth()

    def _says(self, source: str) -> str:
        if source == "snapshots":
            return ""
        if len(self._kept) <= FEW:
            return self.tr("This run kept no snapshots of its generator; the grids of samples serve as its time axis.")
        return self.tr("Cut out of the grids of samples; a new run starts from the last checkpoint before.")

    def _choose_rows(self, rows: int) -> None:
        self._rows = rows
        self._forget()
        self._show_moments()

    def _choose_source(self, source: str) -> None:
        self._wanted = source
        self._show_moments()

    # Drawing ------------------------------------------------------------------------------------------------------

    def _draw_next(self) -> None:
        """The moment next to the chosen one that is still to be drawn; without a choice from the end."""
        if not self._awake or self.run is None or self.drawing is not None:
            return
        left = [moment for moment in self._moments if moment.name not in self._done]
        if not left:
            return
        if self._source == "grids":
            for moment in left:
                self._cut(moment)
            return
        step = self.panel.moment()
        self.drawing = left[-1] if step < 0 else min(left, key=lambda moment: abs(moment.step - step))
        self._renderer.open(self.run, self.drawing.name)

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        moment = self.drawing
        if moment and self.run and (opened.folder, opened.checkpoint) == (self.run.folder, moment.name):
            points = seed_points(self._rows, opened.abilities.classes, moment.name)
            self._number = self._renderer.draw(LANE, points, DirectionSet())

    @Slot(object)
    def _drawn(self, drawn: Drawn) -> None:
        moment = self.drawing
        if moment is None or drawn.number != self._number:
            return
        self.panel.setPicture(drawn.index, moment.name, drawn.pixels)
        if drawn.index == self._rows - 1:
            self._finish(moment)

    @Slot(str, str)
    def _cannot(self, lane: str, sentence: str) -> None:
        """A snapshot that has been thinned out meanwhile is no trouble; one that is there and cannot be read is."""
        moment, run = self.drawing, self.run
        if moment is None or run is None:
            return
        there = moment.name in drawable_names(run)
        if there:
            self.failed.emit(sentence)
        self._finish(moment)

    def _finish(self, moment: Moment) -> None:
        self._done.add(moment.name)
        self.drawing = None
        self._draw_next()

    def _cut(self, moment: Moment) -> None:
        """The tiles of a grid, once it is decoded."""
        assert self.run is not None
        image = self._cache.get(self.run.folder / moment.name)
        sampled = self._samples.get(moment.step)
        if image is None or sampled is None:
            return
        self._done.add(moment.name)
        if image.isNull():
            return
        width, height = image.width() // sampled.columns, image.height() // sampled.rows
        for at, (row, column) in enumerate(tile_places(sampled, self._rows)):
            self.panel.setPicture(at, moment.name, image.copy(column * width, row * height, width, height))

    @Slot(object)
    def _grid_came(self, path: Path) -> None:
        self._draw_next()

    # Films --------------------------------------------------------------------------------------------------------

    @Slot()
    def save_growth(self) -> None:
        """Ask where a film of the whole run is to go; its moments are looked at first."""
        self._growth_wanted = True
        self._list()

    def _ask_growth(self) -> None:
        if len(self._moments) > 1:
            self._ask_film(LapseRequest("gif", GROWTH / len(self._moments), -1))
        else:
            self.filmed.emit(self.tr("This run kept too few moments for a film."), None)

    def _film_cancelled(self) -> None:
        sentence = self.tr("Cancelled; nothing was written.")
        self.panel.setLapseDone(None, sentence)
        self.filmed.emit(sentence, None)

    @Slot(object)
    def _ask_film(self, request: LapseRequest) -> None:
        if self.run is None:
            return
        path = self._target() / f"{short_name(self.run.name)}-growth.{request.format}"
        kinds = f"{request.format.upper()} (*.{request.format})"
        title = self.tr("Save film")
        file_dialogs.save_file(self.panel, title, path, kinds, lambda path: self.make_film(request, Path(path)))

    def make_film(self, request: LapseRequest, path: Path) -> None:
        """Write a film of the moments on show; the panel is told how far it is."""
        run, moments, target = self.run, list(self._moments), path.with_suffix(f".{request.format}")
        if run is None or not moments:
            return
        if self._source == "grids":
            draw = drawer_of_grids(run, self._rows, list(self._samples.values()))
        else:
            draw = drawer_of_snapshots(run, self._rows, self._opener)
        self.panel.setLapseProgress(0, len(moments))
        self.filming.emit(0, len(moments))
        self._filming.start(lambda report: film(moments, draw, request, target, report))

    @Slot(object)
    def _filmed(self, path: Path) -> None:
        sentence = self.tr("{0} written to {1}.").format(path.name, path.parent)
        self.panel.setLapseDone(path.parent, sentence)
        self.filmed.emit(self.tr("{0} is written.").format(path.name), path.parent)
        self.targetChanged.emit(str(path.parent))


def checkpoint_before(moments: Sequence[Moment], step: int) -> Moment | None:
    """The last of `moments` at or before a step, else the first."""
    before = [moment for moment in moments if moment.step <= step]
    return before[-1] if before else (moments[0] if moments else None)
