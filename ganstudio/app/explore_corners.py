"""Corners of the Explore page: each joins one panel with the page and with the work behind it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from ganstudio.app.explore_state import Cell, Exploration
from ganstudio.app.explore_work import COLUMNS, Dropped, Nearest, Overview, Search, latent_of
from ganstudio.app.rendering import Drawn
from ganstudio.latent.compass import Compass, Direction
from ganstudio.latent.point import Latent, Point, Seed, words
from ganstudio.panels.explore_animation import AnimationRequest
from ganstudio.panels.explore_directions import Shown

if TYPE_CHECKING:
    from ganstudio.app.explore_page import ExplorePage

TILES_AT_ONCE = 96
PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif"


class Corner(QObject):
    """What all corners know."""

    def __init__(self, page: "ExplorePage") -> None:
        super().__init__(page)
        self.page = page
        self.view, self.tasks, self.renderer = page.view, page.tasks, page.renderer
        self.connect_all()

    def connect_all(self) -> None:
        """Every connection of this corner."""

    @property
    def here(self) -> Exploration:
        return self.page.here

    def draw(self, lane: str, points: list[Point]) -> None:
        self.renderer.draw(lane, points, self.here.compass)


class MapCorner(Corner):
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
        self.tasks.make_overview(self.here.now, self.here.compass)

    @Slot(object)
    def _overview_made(self, made: Overview) -> None:
        self.here.overview = made.seeds
        self.view.map.setOverview(made.pictures, COLUMNS)

    def _vary(self, amount: float) -> None:
        self.here.throw_variations(self.page.latent_here(), amount)
        self.view.map.setVariations(len(self.here.variations))
        self.draw("tiles", self.here.variations)


class DirectionsCorner(Corner):
    def connect_all(self) -> None:
        panel, page = self.view.directions, self.page
        panel.moved.connect(lambda name, by, done: page.show_point(self.here.now.with_push(name, by), done=done))
        panel.findWanted.connect(self._find)
        panel.cancelWanted.connect(self.tasks.looking.cancel)
        panel.marked.connect(self._mark)
        panel.marksForgotten.connect(self._forget_marks)
        panel.learnWanted.connect(
            lambda name: self.tasks.learn(name, list(self.here.having), list(self.here.lacking), self.here.compass)
        )
        panel.renamed.connect(lambda name, title: self._change(self.here.compass.changed(name, label=title)))
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
        directions = sorted(self.here.compass.shown(), key=lambda one: order.index(one.kind))
        shown = [Shown(one.name, one.title, kinds[one.kind].format(one.share)) for one in directions]
        self.view.directions.setDirections(shown)
        self.show_strengths()
        self.view.directions.setMarks(len(self.here.having), len(self.here.lacking))

    def show_strengths(self) -> None:
        self.view.directions.setStrengths({one.direction: one.strength for one in self.here.now.pushes})

    def _find(self, kind: str) -> None:
        self.view.directions.setProgress(0, 1)
        self.tasks.find(kind)

    @Slot(object)
    def _found(self, found: list[Direction]) -> None:
        compass = self.here.compass
        self._change((compass if found[0].kind == "attribute" else compass.without(found[0].kind)).added(found))

    def _change(self, compass: Compass) -> None:
        self.here.compass = compass
        self.show()
        self.tasks.save_compass(self.here.run.folder, compass)

    def _remove(self, name: str) -> None:
        self._change(self.here.compass.changed(name, hidden=True))
        self.page.show_point(self.here.now.with_push(name, 0.0))

    def _mark(self, having: bool) -> None:
        self.here.mark(having)
        self.view.directions.setMarks(len(self.here.having), len(self.here.lacking))

    def _forget_marks(self) -> None:
        self.here.having, self.here.lacking = [], []
        self.view.directions.setMarks(0, 0)


class PlacesCorner(Corner):
    """Favourites, and pictures of them; the journey itself is the page's."""

    def connect_all(self) -> None:
        places, page = self.view.places, self.page
        places.keepWanted.connect(self.keep)
        places.favouriteOpened.connect(lambda name: page.show_point(self.here.journey.favourite(name)))
        places.favouriteToWalk.connect(lambda name: page.edit_stops(-1, self.here.journey.favourite(name).latent))
        places.favouriteRenamed.connect(lambda name, wanted: self._change(lambda j: j.rename(name, wanted)))
        places.favouriteForgotten.connect(lambda name: self._change(lambda j: j.forget(name)))

    def keep(self) -> None:
        if self.page.exploration:
            now = self.here.now
            self._change(lambda journey: journey.keep(words(now.latent), now))

    def show(self) -> None:
        favourites = self.here.journey.favourites
        self.view.places.setFavourites([one.name for one in favourites])
        self.draw("places", [one.point for one in favourites])

    def _change(self, change: Callable[[Any], object]) -> None:
        change(self.here.journey)
        self.page.save_soon()
        self.show()


class ProjectCorner(Corner):
    """Photographs, and the nearest training images."""

    def connect_all(self) -> None:
        panel = self.view.project
        self._photograph: Any = None
        self._found: Any = None
        self._attempt = 0
        self._nearest: Nearest | None = None
        panel.chooseWanted.connect(self._choose)
        panel.againWanted.connect(self._look)
        panel.cancelWanted.connect(self.tasks.projecting.cancel)
        panel.goWanted.connect(self._go_to_found)
        panel.nearestWanted.connect(self._look_for_nearest)
        tasks = self.tasks
        tasks.dropped.connect(self._dropped)
        tasks.photographed.connect(self._photographed)
        tasks.found.connect(self._found_so_far)
        tasks.nearestFound.connect(self._nearest_found)
        tasks.projecting.progress.connect(panel.setProgress)
        tasks.projectingEnded.connect(lambda: panel.setProgress(0, 0))

    def forget(self) -> None:
        """Another run."""
        self._photograph = self._found = self._nearest = None
        self.view.project.setPhotograph(None)
        self.view.project.setNearest([], [], "")

    def _choose(self) -> None:
        dialog = QFileDialog(self.page, self.tr("Choose a photograph"), "", f"{self.tr('Pictures')} ({PICTURES})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.page.receive([path]))
        dialog.open()

    @Slot(object)
    def _dropped(self, dropped: Dropped) -> None:
        if dropped.keepsake and dropped.run:
            self.page.return_to(dropped.run, dropped.keepsake)
        elif self.page.exploration is None or self.page.last is None:
            self.page.failed.emit(self.tr("Choose a run first, then drop the photograph again."))
        else:
            self.view.show_tab("project")
            self.tasks.read_photograph(dropped.path, self.here.run, self.page.last.pixels.shape[0])

    @Slot(object)
    def _photographed(self, photograph: Any) -> None:
        self._photograph, self._found, self._attempt = photograph, None, 0
        self.view.project.setPhotograph(photograph)
        self._look()

    def _look(self) -> None:
        """Search, each time longer than the last."""
        classes = self.page.classes
        chosen = max(self.here.now.classes, key=lambda one: one[1])[0] if self.here.now.classes else ""
        self.view.project.setProgress(0, 1)
        label = classes.index(chosen) if chosen in classes else 0
        self.tasks.project(Search(self._photograph, self.here.run, self.here.now.checkpoint, self._attempt, label))
        self._attempt += 1

    @Slot(object)
    def _found_so_far(self, found: Any) -> None:
        """A longer search may not have come as near yet as the one before."""
        if found is not None and (self._found is None or found.error <= self._found.error):
            self._found = found
            self.view.project.setFound(found.pixels, found.error, found.usual, found.by_chance)

    def _go_to_found(self) -> None:
        if self._found:
            self.page.go_to(latent_of(self._found))

    def _look_for_nearest(self) -> None:
        if self.page.last:
            self.view.project.setProgress(0, 1)
            self.tasks.look_for_nearest(self.here.run, self.page.last.pixels, self._nearest)

    @Slot(object)
    def _nearest_found(self, found: Nearest) -> None:
        self._nearest = found
        self.view.project.setNearest(found.pictures, found.distances, found.sentence)
        self.view.show_whole(self.view.project.copying)


class FilmCorner(Corner):
    """Keyframes, films and single pictures as files."""

    def connect_all(self) -> None:
        panel, view = self.view.animation, self.view
        view.save.clicked.connect(self.choose_picture)
        view.keyframe.clicked.connect(self.add_keyframe)
        view.film.clicked.connect(view.show_animation)
        panel.keyframeWanted.connect(self.add_keyframe)
        panel.keyframeOpened.connect(lambda index: self.page.show_point(self.here.keyframes[index]))
        panel.keyframeRemoved.connect(self._remove)
        panel.keyframeMoved.connect(self._move)
        panel.renderWanted.connect(self._choose_film)
        panel.cancelWanted.connect(self.tasks.filming.cancel)
        panel.closeWanted.connect(lambda: view.show_tab("walk"))
        self.tasks.written.connect(self._written)
        self.tasks.filming.progress.connect(panel.setProgress)
        self.tasks.filmingEnded.connect(lambda: panel.setProgress(0, 0))

    def add_keyframe(self) -> None:
        if self.page.exploration:
            self.here.keyframes.append(self.here.now)
            self.show()

    def show(self) -> None:
        self.view.animation.setKeyframes(len(self.here.keyframes))
        self.view.film.setText(self.tr("Animation ({0})…").format(len(self.here.keyframes)))
        self.draw("keyframes", self.here.keyframes)

    def _remove(self, index: int) -> None:
        if 0 <= index < len(self.here.keyframes):
            del self.here.keyframes[index]
            self.show()

    def _move(self, first: int, second: int) -> None:
        self.here.move_keyframe(first, second)
        self.view.animation.keyframes.setAt(second)
        self.show()

    def choose_picture(self) -> None:
        if self.page.last:
            name = f"{self.here.run.name}-{words(self.page.last.point.latent).replace(' ', '-').replace('%', '')}.png"
            self._ask(name, self.tr("PNG, JPEG or WebP (*.png *.jpg *.webp)"), self.save_picture)

    def save_picture(self, path: Path) -> None:
        """Write the large picture to a file."""
        last = self.page.last
        if last:
            recipe = self.view.recipe.isChecked()
            self.tasks.write_picture(last.pixels, path, last.point, self.here.compass, self.here.run, last.step, recipe)

    def _choose_film(self, request: AnimationRequest) -> None:
        name = f"{self.here.run.name}.{request.format}"
        self._ask(name, f"{request.format.upper()} (*.{request.format})", lambda path: self.render(request, path))

    def render(self, request: AnimationRequest, path: Path) -> None:
        """Make the film."""
        here = self.here
        self.view.animation.setProgress(0, request.frames)
        self.tasks.render_film(
            request, list(here.keyframes), here.mode, here.compass, path.with_suffix(f".{request.format}"), here.run,
            self.view.recipe.isChecked(),
        )  # fmt: skip

    def _ask(self, name: str, kinds: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self.page, self.tr("Save"), str(self.page.target() / name), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a name that is taken gets a number, always
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    @Slot(object)
    def _written(self, path: Path) -> None:
        self.page.targetChanged.emit(str(path.parent))
        self.page.told.emit(self.tr("{0} written to {1}.").format(path.name, path.parent))
