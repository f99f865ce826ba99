"""MapController: the plane to drag, the overview of many seeds, and variations around a place."""

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import Cell, ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.latent.point import Latent, Seed
from ganstudio.panels.explore.map_panel import MapPanel
from ganstudio.workflows.explore_run import COLUMNS, Overview

TILES_AT_ONCE = 96


class MapController(Controller):
    LANES = ("map", "tiles")
    overviewWanted = Signal(object, object)
    """The Point whose settings it takes, and the run's DirectionSet."""

    def __init__(self, state: ExploreState, panel: MapPanel, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(state, draw, parent)
        self._panel = panel
        self._cells: list[Cell] = []
        panel.plane.moved.connect(lambda x, y, done: self.moved.emit(self.here.on_map(x, y), done))
        panel.plane.tilesWanted.connect(self._draw_tiles)
        panel.cornersThrown.connect(lambda: self._new_plane(None))
        panel.cornersHere.connect(lambda: self._new_plane(state.latent_here()))
        panel.overviewWanted.connect(self._ask_overview)
        panel.overviewPicked.connect(self._go_to_seed)
        panel.variationsWanted.connect(self._vary)
        panel.variationPicked.connect(lambda index: self.moved.emit(self.here.variations[index], True))

    def forget(self) -> None:
        """Another run is on show: nothing is left of the one before."""
        self._panel.setOverview([], COLUMNS)
        self._panel.setVariations(0)
        self.redraw()

    def redraw(self) -> None:
        """The plane's pictures are of other settings now."""
        self._panel.plane.clear()

    def drawn(self, drawn: Drawn) -> None:
        if drawn.lane == "tiles":
            self._panel.around.setPicture(drawn.index, drawn.pixels)
        elif drawn.index < len(self._cells):
            self._panel.plane.setTile(self._cells[drawn.index], drawn.pixels)

    @Slot(object)
    def show_overview(self, made: Overview) -> None:
        self.here.overview = made.seeds
        self._panel.setOverview(made.pictures, COLUMNS)

    @Slot(object)
    def _draw_tiles(self, cells: list[Cell]) -> None:
        if self.state.exploration:
            self._cells = cells[:TILES_AT_ONCE]
            self.draw("map", self.here.map_points(self._cells))

    def _new_plane(self, first: Latent | None) -> None:
        plane = self._panel.plane
        self.here.throw_corners(first)
        if first is not None:
            plane.setPlace(0.0, 0.0)
        self.redraw()
        self.moved.emit(self.here.on_map(*plane.place()), True)

    def _ask_overview(self) -> None:
        self._panel.setProgress(0, 1)
        self.overviewWanted.emit(self.here.now, self.here.direction_set)

    def _go_to_seed(self, index: int) -> None:
        self.moved.emit(self.here.with_latent(Seed(self.here.overview[index])), True)

    def _vary(self, amount: float) -> None:
        self.here.throw_variations(self.state.latent_here(), amount)
        self._panel.setVariations(len(self.here.variations))
        self.draw("tiles", self.here.variations)
