"""Joins the time machine on a run's page with the worker that draws, one moment after the other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.runner.between_steps import Openers
from ganstudio.app.runner.renderer import Drawn, Opened, Renderer
from ganstudio.core.checkpoint_names import Moment, drawable_names
from ganstudio.core.events import Event, Sampled, Saved
from ganstudio.core.film_requests import LapseRequest
from ganstudio.core.run import Run, RunError
from ganstudio.latent.direction_file import DirectionSet
from ganstudio.panels.parts.pictures import PictureCache
from ganstudio.panels.training.time_machine import TimeMachine
from ganstudio.workflows.run_names import short_name
from ganstudio.workflows.timeline import (
    FEW,
    ROWS,
    Drawer,
    drawer_of_grids,
    drawer_of_snapshots,
    film,
    grid_moments,
    kept_moments,
    seed_points,
    sources_of,
    tile_places,
)
from ganstudio.workflows.translated_past import drawer_of_translations, inputs_of, ways_in

LANE = "tiles"
GROWTH = 6.0
"""Seconds of the film of a whole run."""
LOOK_AGAIN = 3000
"""Milliseconds between two looks at which moments a run has that is learning."""


@dataclass(frozen=True)
class TranslatedMoment:
    """What the generator of a moment made of the pictures."""

    moment: Moment
    pictures: Any
    """uint8 (rows, H, W, C)."""


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
        self, panel: TimeMachine, openers: Openers, target: Callable[[], Path], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.panel = panel
        self.run: Run | None = None
        self._openers, self._target = openers, target
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
        self._renderer = Renderer(openers.generator, self)
        self._translating = Background("translated moments", self)
        self._ways: tuple[str, ...] = ()
        """The sides that a translation leads its pictures to; () of a run that draws from noise."""
        self._to = ""
        self._inputs_of: object = None
        """Run, side and rows whose pictures are shown before the moments."""
        self._listing = Background("moments", self)
        self._filming = Background("time-lapse", self, lasting=self.tr("Film"))
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
        return all([self._listing.close(), self._filming.close(), self._translating.close(), self._renderer.close()])

    # Inside -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._look.timeout.connect(self._list)
        self._listing.done.connect(self._listed)
        self._listing.failed.connect(self.failed)
        self._renderer.opened.connect(self._opened)
        self._renderer.drawn.connect(self._drawn)
        self._renderer.failed.connect(self._cannot)
        self._cache.ready.connect(self._grid_came)
        self._translating.done.connect(self._translated)
        self._translating.failed.connect(lambda sentence: self._cannot(LANE, sentence))
        panel = self.panel
        panel.wayChosen.connect(self._choose_way)
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
        self._translating.cancel()
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
        self._show_ways(grids)
        from_noise = source == "snapshots" and not self._ways
        rows = self._rows if from_noise or not grids else len(tile_places(grids[-1], self._rows))
        name = self.tr("picture {0}") if self._ways else self.tr("latent {0}")
        names = [name.format(at + 1) for at in range(rows)]
        self.panel.setMoments(self._moments, names if self._moments else [])
        self._show_inputs(grids)
        self.panel.setSource(source, available, self._says(source))
        self.panel.setRows(self._rows)
        self.panel.setBranchable(bool(self._kept))
        self._draw_next()
        if self._growth_wanted:
            self._growth_wanted = False
            self._ask_growth()

    def _show_ways(self, grids: Sequence[Sampled]) -> None:
        self._ways = ways_in(grids)
        self._to = self._to if self._to in self._ways else next(iter(self._ways), "")
        self.panel.setWays(self._ways, self._to)

    def _show_inputs(self, grids: Sequence[Sampled]) -> None:
        """What is translated, before the first moment; it is cut out of a grid, and read once."""
        known = (self.run, self._to, self._rows) if self._ways and self.run else None
        if known == self._inputs_of:
            return
        try:
            pictures = inputs_of(self.run, grids, self._to, self._rows) if self.run and self._ways else ()
        except RunError:
            pictures = ()
        self._inputs_of = known if len(pictures) else None
        self.panel.setInputs(list(pictures))

    def _choose_way(self, to: str) -> None:
        self._to = to
        self._forget()
        self.panel.setMoments([], [])
        self._show_moments()

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
        moment = self.drawing = left[-1] if step < 0 else min(left, key=lambda moment: abs(moment.step - step))
        if self._ways:
            draw = self._translator(self.run)
            self._translating.start(lambda report: TranslatedMoment(moment, draw(moment)))
        else:
            self._renderer.open(self.run, moment.name)

    def _translator(self, run: Run) -> Drawer:
        grids = sorted(self._samples.values(), key=lambda sample: sample.step)
        return drawer_of_translations(run, grids, self._to, self._rows, self._openers.translator)

    @Slot(object)
    def _translated(self, done: TranslatedMoment) -> None:
        if done.moment == self.drawing:
            for at, picture in enumerate(done.pictures):
                self.panel.setPicture(at, done.moment.name, picture)
            self._finish(done.moment)

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
        for at, (row, column) in enumerate(tile_places(sampled, self._rows, self._to)):
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
            draw = drawer_of_grids(run, self._rows, list(self._samples.values()), self._to)
        elif self._ways:
            draw = self._translator(run)
        else:
            draw = drawer_of_snapshots(run, self._rows, self._openers.generator)
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
