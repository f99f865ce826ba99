"""Corners of the Explore page: each joins one panel with the page and with the work behind it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from ganstudio.app.explore.state import Cell, Exploration
from ganstudio.app.runner.renderer import Drawn
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.point import Latent, Point, Seed, words
from ganstudio.panels.explore.directions_panel import Shown
from ganstudio.workflows.explore_run import COLUMNS, Overview

if TYPE_CHECKING:
    from ganstudio.app.explore.page import ExplorePage

TILES_AT_ONCE = 96


class Controller(QObject):
    """What all controllers know."""

    def __init__(self, page: "ExplorePage") -> None:
        super().__init__(page)
        self.page = page
        self.view, self.tasks, self.renderer = page.view, page.tasks, page.renderer
        self.connect_all()

    def connect_all(self) -> None:
        """Every connection of this controller."""

    @property
    def here(self) -> Exploration:
        return self.page.here

    def draw(self, lane: str, points: list[Point]) -> None:
        self.renderer.draw(lane, points, self.here.direction_set)


class MapController(Controller):
    def connect_all(self) -> None:
        panel = self.view.map
        self._cells: list[Cell] = []
        panel.plane.moved.connect(lambda x, y, done: self.page.show_point(self.here.on_map(x, y), done=done))
        panel.plane.tilesWanted.connect(self._draw_tiles)
        panel.cornersThrown.connect(lambda: self._new_plane(None))
        panel.cornersHere.connect(lambda: self._new_plane(self.page.latent_here()))
        panel.overviewWanted.connect(self._make_overview)
        panel.cancelWanted.connect(self.tasks.charting.cancel)
        panel.overviewPicked.connect(lambda index: self.page.go_to(Seed(self.here.overview[index])))
        panel.variationsWanted.connect(self._vary)
        panel.variationPicked.connect(lambda index: self.page.show_point(self.here.variations[index]))
        self.tasks.overviewMade.connect(self._overview_made)
        self.tasks.charting.progress.connect(panel.setProgress)
        self.tasks.chartingEnded.connect(lambda: panel.setProgress(0, 0))

    def forget(self) -> None:
        """Another run."""
        self.view.map.setOverview([], COLUMNS)
        self.view.map.setVariations(0)
        self.view.map.plane.clear()

    def drawn(self, drawn: Drawn) -> None:
        if drawn.lane == "tiles":
            self.view.map.around.setPicture(drawn.index, drawn.pixels)
        elif drawn.index < len(self._cells):
            self.view.map.plane.setTile(self._cells[drawn.index], drawn.pixels)

    @Slot(object)
    def _draw_tiles(self, cells: list[Cell]) -> None:
        if self.page.exploration:
            self._cells = cells[:TILES_AT_ONCE]
            self.draw("map", self.here.map_points(self._cells))

    def _new_plane(self, first: Latent | None) -> None:
        plane = self.view.map.plane
        self.here.throw_corners(first)
        if first is not None:
            plane.setPlace(0.0, 0.0)
        plane.clear()
        self.page.show_point(self.here.on_map(*plane.place()))

    def _make_overview(self) -> None:
        self.view.map.setProgress(0, 1)
        self.tasks.make_overview(self.here.now, self.here.direction_set)

    @Slot(object)
    def _overview_made(self, made: Overview) -> None:
        self.here.overview = made.seeds
        self.view.map.setOverview(made.pictures, COLUMNS)

    def _vary(self, amount: float) -> None:
        self.here.throw_variations(self.page.latent_here(), amount)
        self.view.map.setVariations(len(self.here.variations))
        self.draw("tiles", self.here.variations)


class DirectionsController(Controller):
    def connect_all(self) -> None:
        panel, page = self.view.directions, self.page
        panel.moved.connect(lambda name, by, done: page.show_point(self.here.now.with_push(name, by), done=done))
        panel.findWanted.connect(self._find)
        panel.cancelWanted.connect(self.tasks.looking.cancel)
        panel.marked.connect(self._mark)
        panel.marksForgotten.connect(self._forget_marks)
        panel.learnWanted.connect(
            lambda name: self.tasks.learn(
                name, list(self.here.having), list(self.here.lacking), self.here.direction_set
            )
        )
        panel.renamed.connect(lambda name, title: self._change(self.here.direction_set.changed(name, label=title)))
        panel.removed.connect(self._remove)
        self.tasks.directionsFound.connect(self._found)
        self.tasks.looking.progress.connect(panel.setProgress)
        self.tasks.lookingEnded.connect(lambda: panel.setProgress(0, 0))

    def show(self) -> None:
        """The directions of the run, and how many examples are marked."""
        kinds = {
            "component": self.tr("Component: {0:.0%} of the variety"),
            "layer": self.tr("From the weights: {0:.0%} of the first layer"),
            "attribute": self.tr("Learned from examples"),
        }
        order = ("attribute", "component", "layer")
        directions = sorted(self.here.direction_set.shown(), key=lambda one: order.index(one.kind))
        shown = [
            Shown(direction.name, direction.title, kinds[direction.kind].format(direction.share))
            for direction in directions
        ]
        self.view.directions.setDirections(shown)
        self.show_strengths()
        self.view.directions.setMarks(len(self.here.having), len(self.here.lacking))

    def show_strengths(self) -> None:
        self.view.directions.setStrengths({push.direction: push.strength for push in self.here.now.pushes})

    def _find(self, kind: str) -> None:
        self.view.directions.setProgress(0, 1)
        self.tasks.find(kind)

    @Slot(object)
    def _found(self, found: list[Direction]) -> None:
        direction_set = self.here.direction_set
        self._change(
            (direction_set if found[0].kind == "attribute" else direction_set.without(found[0].kind)).added(found)
        )

    def _change(self, direction_set: DirectionSet) -> None:
        self.here.direction_set = direction_set
        self.show()
        self.tasks.save_compass(self.here.run.folder, direction_set)

    def _remove(self, name: str) -> None:
        self._change(self.here.direction_set.changed(name, hidden=True))
        self.page.show_point(self.here.now.with_push(name, 0.0))

    def _mark(self, having: bool) -> None:
        self.here.mark(having)
        self.view.directions.setMarks(len(self.here.having), len(self.here.lacking))

    def _forget_marks(self) -> None:
        self.here.having, self.here.lacking = [], []
        self.view.directions.setMarks(0, 0)


class PlacesController(Controller):
    """Favourites, and pictures of them; the journey itself is the page's."""

    def connect_all(self) -> None:
        places, page = self.view.places, self.page
        places.keepWanted.connect(self.keep)
        places.favouriteOpened.connect(lambda name: page.show_point(self.here.journey.favourite(name)))
        places.favouriteToWalk.connect(lambda name: page.walk.edit_stop(-1, self.here.journey.favourite(name).latent))
        places.favouriteRenamed.connect(lambda name, wanted: self._change(lambda j: j.rename(name, wanted)))
        places.favouriteForgotten.connect(lambda name: self._change(lambda j: j.forget(name)))

    def keep(self) -> None:
        if self.page.exploration:
            now = self.here.now
            self._change(lambda journey: journey.keep(words(now.latent), now))

    def show(self) -> None:
        favourites = self.here.journey.favourites
        self.view.places.setFavourites([favourite.name for favourite in favourites])
        self.draw("places", [favourite.point for favourite in favourites])

    def _change(self, change: Callable[[Any], object]) -> None:
        change(self.here.journey)
        self.page.save_soon()
        self.show()
