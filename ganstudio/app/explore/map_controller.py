"""MapController: the map around the picture on show, the overview of many seeds, and variations around a place."""

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import Cell, ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.app.runner.sparing import Sparing
from ganstudio.latent.point import Latent, Seed
from ganstudio.panels.explore.latent_map import LatentMap
from ganstudio.panels.explore.map_panel import MapPanel
from ganstudio.workflows.explore_run import COLUMNS, Overview

AT_ONCE = 64
"""Tiles that are asked for together."""
AT_ONCE_TRAINING = 4
LOOKED_BACK = 200
"""Movements on this map among which a pin's place is looked for."""
SHARE = 0.01
"""Of the time, at most so much goes into tiles while a run trains."""


class MapController(Controller):
    LANES = ("map", "tiles")
    overviewWanted = Signal(object, object)
    """The Point whose settings it takes, and the run's DirectionSet."""

    def __init__(
        self, state: ExploreState, panel: MapPanel, stage: LatentMap, draw: Draw, parent: QObject | None = None
    ) -> None:
        super().__init__(state, draw, parent)
        self._panel, self._stage = panel, stage
        self._cells: list[Cell] = []
        self._cost = 0.0
        self._sparing = Sparing(SHARE, self)
        stage.moved.connect(lambda x, y, done: self.moved.emit(self.here.on_map(x, y), done))
        stage.tilesWanted.connect(lambda: self._sparing.want(self._draw_tiles))
        panel.cornersThrown.connect(lambda: self._new_map(None))
        panel.cornersHere.connect(lambda: self._new_map(state.latent_here()))
        panel.overviewWanted.connect(self._ask_overview)
        panel.overviewPicked.connect(self._go_to_seed)
        panel.variationsWanted.connect(self._vary)
        panel.variationPicked.connect(lambda index: self.moved.emit(self.here.variations[index], True))

    def set_training(self, on: bool) -> None:
        """While a run trains, tiles are drawn slowly."""
        self._sparing.training = on
        self._stage.setSparing(on)

    def forget(self) -> None:
        """Another run is on show: nothing is left of the one before."""
        self._sparing.forget()
        self._panel.setOverview([], COLUMNS)
        self._panel.setVariations(0)
        self._stage.begin()

    def redraw(self) -> None:
        """The map's pictures are of other settings, or of another state of the generator, now."""
        self._stage.refresh()

    def show_pins(self) -> None:
        """Mark the pins that were set on this map, where one has been since it began."""
        been = {self.here.on_map(x, y).latent: (x, y) for x, y in reversed(self._stage.trail()[-LOOKED_BACK:])}
        self._stage.setPins([been.get(pin.point.latent) for pin in self.here.pins])

    def follow(self) -> None:
        """The picture on show lies in the middle of the map: where it is no place of this one, another begins there."""
        if self.here.on_map(*self._stage.place()).latent != self.here.now.latent:
            self.here.anchor(self.state.latent_here())
            self._stage.begin()
        self.show_pins()

    def drawn(self, drawn: Drawn) -> None:
        if drawn.lane == "tiles":
            self._panel.around.setPicture(drawn.index, drawn.pixels)
        elif drawn.index < len(self._cells):
            self._stage.setTile(self._cells[drawn.index], drawn.pixels)
            self._cost += drawn.seconds
            if drawn.index == len(self._cells) - 1:
                self._sparing.spent(self._cost)
                self._sparing.want(self._draw_tiles)

    @Slot(object)
    def show_overview(self, made: Overview) -> None:
        self.here.overview = made.seeds
        self._panel.setOverview(made.pictures, COLUMNS)

    @Slot()
    def _draw_tiles(self) -> None:
        """The next of those that are missing; those on show may be others by now."""
        if self.state.exploration is None:
            return
        self._cells = self._stage.missing()[: AT_ONCE_TRAINING if self._sparing.training else AT_ONCE]
        self._cost = 0.0
        if self._cells:
            self.draw("map", self.here.map_points(self._cells))

    def _new_map(self, first: Latent | None) -> None:
        self.here.throw_corners(first)
        self._stage.begin()
        self.moved.emit(self.here.on_map(*self._stage.place()), True)

    def _ask_overview(self) -> None:
        self._panel.setProgress(0, 1)
        self.overviewWanted.emit(self.here.now, self.here.direction_set)

    def _go_to_seed(self, index: int) -> None:
        self.moved.emit(self.here.with_latent(Seed(self.here.overview[index])), True)

    def _vary(self, amount: float) -> None:
        self.here.throw_variations(self.state.latent_here(), amount)
        self._panel.setVariations(len(self.here.variations))
        self.draw("tiles", self.here.variations)
