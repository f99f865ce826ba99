"""Explore: the latent space of a run under one's hand.

The panels say what the person wants in plain numbers, the Exploration turns that into Points, the Renderer into
pictures. A controller joins each panel with the Exploration; whatever takes longer than a frame goes through `Tasks`.
The page joins them all, opens runs and shows Points.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganstudio.app.common.background import Background
from ganstudio.app.common.page import Deed, Page
from ganstudio.app.common.placeholder_pages import explore_page
from ganstudio.app.explore.controller import Controller
from ganstudio.app.explore.directions_controller import DirectionsController
from ganstudio.app.explore.film_controller import FilmController
from ganstudio.app.explore.live_controller import LiveController
from ganstudio.app.explore.map_controller import MapController
from ganstudio.app.explore.places_controller import PlacesController
from ganstudio.app.explore.project_controller import ProjectController
from ganstudio.app.explore.run_controller import RunController
from ganstudio.app.explore.state import Exploration, ExploreState
from ganstudio.app.explore.style_controller import StyleController
from ganstudio.app.explore.tasks import Tasks
from ganstudio.app.explore.view import ExploreView
from ganstudio.app.explore.walk_controller import WalkController
from ganstudio.app.runner.between_steps import Opener, between_steps, opener_between_steps
from ganstudio.app.runner.renderer import Drawn, Following, Opened, Renderer
from ganstudio.app.runner.sparing import Sparing
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.core.checkpoint_names import checkpoint_names, drawable_names, step_of, usual_name
from ganstudio.core.run import Run, RunError
from ganstudio.latent.image_recipe import ImageRecipe
from ganstudio.latent.point import Point, Seed, words
from ganstudio.panels.parts.controls import column
from ganstudio.panels.parts.language import figure, said
from ganstudio.workflows.explore_run import Dropped, Loaded
from ganstudio.workflows.known_runs import RunPlaces
from ganstudio.workflows.nearest_images import NearestImages

FIRST_SEED = 42
SHARE = 0.015
"""Of the time, so much at most goes into the pictures of a movement while a run trains; its end is drawn at once."""
SPOKEN = 120
"""Milliseconds after a picture until it is said what it is: another text lays the page out anew."""


class ExplorePage(QWidget, Page):
    takes_drops = True
    failed = Signal(str)
    remarked = Signal(str)
    """Sentences."""
    runShown = Signal(object)
    """Run: it can be drawn with, and is the one on show here from now on."""
    runsWanted = Signal()
    targetChanged = Signal(str)
    """The folder that something was saved to last."""

    def __init__(
        self,
        runner: Runner,
        places: Callable[[], RunPlaces],
        target: Callable[[], Path],
        opener: Opener | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`places`: where the runs are. `target`: where pictures are saved. `opener`: for tests."""
        super().__init__(parent)
        self._places = places
        self.state = ExploreState()
        self._before: Exploration | None = None
        """The run that was on show, until the generator of the next one is open."""
        self._goal: Point | None = None
        """Where to go once the run is open."""
        self._goal_is_live = False
        """It was picked from what trains: it becomes a pin, and is to be followed if it still trains."""
        self.renderer = Renderer(opener or opener_between_steps(runner), self)
        self.following = Following(runner, self)
        self.tasks = Tasks(self.renderer.borrow, partial(between_steps, runner), self)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(1500)
        self._sparing = Sparing(SHARE, self)
        self._telling = QTimer(self, singleShot=True, interval=SPOKEN)
        self._telling.timeout.connect(self._tell_facts)
        self.empty, self.view = explore_page(), ExploreView()
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # until it is known whether there is something to explore
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self.setLayout(column(self._stack))
        self._make_controllers(target)
        self._connect()
        self._connect_tasks()
        self._connect_keys()

    def _make_controllers(self, target: Callable[[], Path]) -> None:
        state, view, draw = self.state, self.view, self._draw
        self.walk = WalkController(state, view.walk, view.strip, draw, self)
        self.map = MapController(state, view.map, view.stage, draw, self)
        self.directions = DirectionsController(state, view.directions, draw, self)
        self.style_ = StyleController(state, view.style_, draw, self)
        self.project = ProjectController(state, view.project, draw, self)
        self.places = PlacesController(state, view.places, draw, self)
        self.film = FilmController(state, view.animation, draw, target, self)
        self.run_choice = RunController(state, view.runs, view.checkpoints, self)
        self.live = LiveController(state, view.live, self.following, self)
        self._controllers: tuple[Controller, ...] = (
            self.walk, self.map, self.directions, self.style_, self.project, self.places, self.film,
        )  # fmt: skip

    # What the window asks of it -----------------------------------------------------------------------------------

    @property
    def exploration(self) -> Exploration | None:
        return self.state.exploration

    @property
    def last(self) -> Drawn | None:
        """The large picture."""
        return self.state.last

    def show_current(self, run: Run) -> None:
        """Explore the run that is on show elsewhere, if it has something to draw with and is not here already."""
        drawable = bool(checkpoint_names(run)) or self._trains(run)
        if drawable and not self._is_on_show(run):
            self.show_run(run)

    def run_moved(self, folder: Path, to: Path | None) -> None:
        """A run was renamed; or deleted (None), and then nothing is left to draw with here either."""
        if self.exploration is None or self.exploration.run.folder != folder:
            return
        if to:
            self.open_folder(to)
        else:
            self._leave_run()

    def show_run(self, run: Run) -> None:
        """Explore this run."""
        self._open(run, None)

    def show_seed(self, run: Run, seed: int, name: str) -> None:
        """A picture of this run becomes a pin. `name`: its class, '' without classes."""
        classes = ((name, 1.0),) if name else ()
        if self._is_on_show(run) and not self.tasks.loading.busy:
            self.places.pin(replace(self.here.now, latent=Seed(seed), classes=classes))
        else:
            self._open(run, Point(latent=Seed(seed), classes=classes))
            self._goal_is_live = True
        self.view.show_tab("walk")

    def show_place(self, run: Run, point: Point) -> None:
        """Explore this run from here on."""
        if self._is_on_show(run) and not self.tasks.loading.busy:
            self.show_point(point)
        else:
            self._open(run, point)

    def open_folder(self, folder: Path) -> None:
        """Explore the run in this folder."""
        try:
            self.show_run(Run.open(folder))
        except RunError as error:
            self.failed.emit(str(error))

    def set_training(self, run: Run | None) -> None:
        """The run that trains now, if any. Only one that draws from noise is of use here."""
        self.live.training = run if run and run.settings.does == "generate" else None
        self.map.set_training(run is not None)
        self._sparing.training = run is not None
        self.live.show()

    def receive(self, paths: Sequence[str]) -> None:
        """A dropped picture: one of ours returns to its place, any other is looked for."""
        here = self.exploration.run if self.exploration else None
        self.tasks.look_into(Path(paths[0]), here, self._places())

    def refresh(self) -> None:
        """The runs that can be explored may be others by now."""
        self.tasks.list_runs(self._places())

    def undoing(self) -> Deed | None:
        return self.places.undo if self.exploration and self.exploration.journey.can_undo else None

    def redoing(self) -> Deed | None:
        return self.places.redo if self.exploration and self.exploration.journey.can_redo else None

    def close_threads(self) -> bool:
        self.following.stop()
        self._saving.stop()
        if self.exploration:
            self.tasks.save_journey_now(self.exploration.run.folder, self.exploration.journey.to_json())
        return all([self.tasks.close(), self.renderer.close()])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.live.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.live.sleep()

    # Connections --------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view = self.view
        for controller in self._controllers:
            controller.moved.connect(self.show_point)
        self.walk.modeChanged.connect(self.map.redraw)
        self.places.travelled.connect(self._travel)
        self.places.changed.connect(self._pins_changed)
        self.places.reached.connect(self.walk.go_to_pin)
        self.project.photographChosen.connect(lambda path: self.receive([path]))
        self.run_choice.runChosen.connect(self.show_run)
        self.run_choice.checkpointChosen.connect(self._show_checkpoint)
        self.live.remarked.connect(self.remarked)
        self.live.checkpointWanted.connect(self.open_generator)
        self.empty.wanted.connect(self.runsWanted)
        view.save.clicked.connect(self.film.choose_picture)
        view.pin.clicked.connect(self.places.pin_here)
        view.film.clicked.connect(view.show_animation)
        view.animation.closeWanted.connect(lambda: view.show_tab("walk"))
        self._saving.timeout.connect(self.save_journey)
        self.renderer.opened.connect(self._opened)
        self.renderer.drawn.connect(self._drawn)
        self.renderer.failed.connect(self._cannot_draw)
        self.following.copied.connect(self.renderer.put)
        self.following.failed.connect(self.failed)

    def _connect_tasks(self) -> None:
        tasks, view = self.tasks, self.view
        tasks.failed.connect(self.failed)
        tasks.remarked.connect(self.remarked)
        tasks.loaded.connect(self._loaded)
        tasks.listed.connect(self._listed)
        tasks.dropped.connect(self._dropped)
        tasks.written.connect(self._written)
        self.directions.findWanted.connect(tasks.find_directions)
        self.directions.learnWanted.connect(tasks.learn_direction)
        self.directions.changed.connect(tasks.save_directions)
        tasks.directionsFound.connect(self.directions.add)
        self.map.overviewWanted.connect(tasks.make_overview)
        tasks.overviewMade.connect(self.map.show_overview)
        self.project.searchWanted.connect(tasks.project)
        self.project.nearestWanted.connect(tasks.look_for_nearest)
        tasks.photographed.connect(self.project.look_for)
        tasks.projected.connect(self.project.show_result)
        tasks.searched.connect(self.project.end)
        tasks.projecting.cancelled.connect(self.project.stop)
        tasks.nearestFound.connect(self._nearest_found)
        self.film.pictureWanted.connect(
            lambda picture, path: tasks.write_picture(picture, path, view.recipe.isChecked(), view.larger.network)
        )
        self.film.filmWanted.connect(
            lambda request, way, path: tasks.render_film(request, way, path, self.here.run, view.recipe.isChecked())
        )
        _show_progress(tasks.looking, view.directions.setProgress, view.directions.cancelWanted)
        _show_progress(tasks.charting, view.map.setProgress, view.map.cancelWanted)
        _show_progress(tasks.projecting, view.project.setProgress, view.project.cancelWanted)
        _show_progress(tasks.filming, view.animation.setProgress, view.animation.cancelWanted)

    def _connect_keys(self) -> None:
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.places.pin_here)

    # Opening ------------------------------------------------------------------------------------------------------

    def _trains(self, run: Run) -> bool:
        return self.live.training is not None and self.live.training.folder == run.folder

    def _leave_run(self) -> None:
        """The run on show is not there any more: another takes its place, or the page says that there is none."""
        self.tasks.cancel()
        self._sparing.forget()
        self._saving.stop()
        self.live.leave()
        self.state.exploration = self.state.last = None
        self._stack.setCurrentIndex(0)
        self.refresh()

    def _is_on_show(self, run: Run) -> bool:
        return self.exploration is not None and self.exploration.run.folder == run.folder

    def _open(self, run: Run, goal: Point | None) -> None:
        if self._saving.isActive():
            self.save_journey()
        self.tasks.cancel()
        self._sparing.forget()
        self._goal, self._goal_is_live = goal, False
        self.live.leave()
        self.tasks.load(run, Point(latent=Seed(FIRST_SEED)))

    @Slot(object)
    def _dropped(self, dropped: Dropped) -> None:
        if dropped.image_recipe and dropped.run:
            self._return_to(dropped.run, dropped.image_recipe)
        elif self.exploration is None or self.last is None:
            self.failed.emit(self.tr("Choose a run first, then drop the photograph again."))
        else:
            self.view.show_tab("project")
            self.tasks.read_photograph(dropped.path, self.here.run, self.last.pixels.shape[0])

    def _return_to(self, run: Run, image_recipe: ImageRecipe) -> None:
        """To the place that a picture came from, at the checkpoint that it was drawn with if that is still there."""
        names = drawable_names(run)
        name = next((name for name in names if step_of(name) == image_recipe.step), "")
        if not name:
            self.remarked.emit(
                self.tr("The checkpoint of step {0} is not there any more; step {1} draws it now.").format(
                    figure(image_recipe.step), figure(step_of(usual_name(run)))
                )
            )
        goal = replace(image_recipe.point, checkpoint=name)
        if self._is_on_show(run):
            self.show_point(goal)
        else:
            self._open(run, goal)

    @Slot(object)
    def _loaded(self, loaded: Loaded) -> None:
        """The run's journey is there; its generator follows."""
        if self._goal and self._goal_is_live:
            loaded.journey.pin(words(self._goal.latent), self._goal)
        elif self._goal:
            loaded.journey.move(self._goal)
        self._goal = self.state.last = None
        if self.exploration and not self._is_on_show(loaded.run):
            self._before = self.exploration
        self.state.exploration = Exploration(loaded.run, loaded.journey, loaded.direction_set)
        self.view.stage.setEmptyText(self.tr("Opening {0}").format(loaded.run.name))
        self.view.facts.setText("")
        self.map.forget()
        self.project.forget()
        for sentence in loaded.sentences:
            self.failed.emit(sentence)
        self._stack.setCurrentWidget(self.view)
        self.open_generator()
        self.refresh()
        self.live.show()
        if self._goal_is_live and self.live.here_too:
            self.live.follow()

    @Slot()
    def open_generator(self) -> None:
        """For the Point on show; a checkpoint that has been removed meanwhile gives way to the usual one."""
        names = drawable_names(self.here.run)
        name = self.here.now.checkpoint
        if name and name not in [*names, "latest"]:
            self.remarked.emit(self.tr("{0} is not there any more; the first in the list is shown.").format(name))
            name = ""
        self.run_choice.list_checkpoints(names, name)
        if name or checkpoint_names(self.here.run) or not self.live.here_too:
            self.renderer.open(self.here.run, name)
        else:
            self.live.follow()  # there is nothing on the disk yet, only what is learning

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        """A generator can be drawn with: show everything anew; of a copy of the live one only what is large."""
        if self.exploration is None:
            return
        self._draw("picture", [self.here.now])
        if opened.live and self.last:
            self._draw("strip", self.here.strip())
            self.map.redraw()
            return
        self._before = None
        self.runShown.emit(self.here.run)
        able = opened.abilities
        self.state.classes = able.classes
        self.view.style_.setAbilities(able.classes, blends=able.blends, layers=able.layers)
        self.walk.set_abilities(able.layers)
        self.directions.show()
        self.places.redraw()
        self.film.show()
        self._show_controls()
        self.walk.show()
        self.map.follow()
        self._draw_around()

    @Slot(str, str)
    def _cannot_draw(self, lane: str, sentence: str) -> None:
        if lane not in {"open", "picture"}:
            return
        self.failed.emit(sentence)
        if lane == "open" and self._before:  # what was there before is there again
            self.state.exploration, self._before = self._before, None
            self.open_generator()
            self.refresh()
        elif lane == "open":
            self.view.stage.setEmptyText(self.tr("Choose another run or checkpoint below."))

    @Slot(object)
    def _listed(self, runs: list[Run]) -> None:
        self.run_choice.list_runs(runs)
        first = self.live.training or (runs[0] if runs else None)
        if self.exploration is None and not self.tasks.loading.busy:
            if first and self.isVisible():
                self.show_run(first)
            elif not first:
                self._stack.setCurrentWidget(self.empty)

    @Slot(str)
    def _show_checkpoint(self, name: str) -> None:
        self.live.leave()
        if name == self.here.now.checkpoint:
            self.open_generator()  # another may be the newest by now, or a live copy is on show
        else:
            self.show_point(replace(self.here.now, checkpoint=name))

    # What is on show ----------------------------------------------------------------------------------------------

    @property
    def here(self) -> Exploration:
        return self.state.here

    @Slot(object, bool)
    def show_point(self, point: Point, done: bool = True) -> None:
        """Show a Point; once the movement is over it is a place of the journey."""
        before, self.here.now = self.here.now, point
        if done:
            self.here.journey.move(point)
        self._show_change(before.checkpoint, done=done)

    @Slot()
    def _travel(self) -> None:
        """Show where the journey is now."""
        self.walk.stop()
        before, self.here.now = self.here.now, self.here.journey.point
        self._show_change(before.checkpoint, done=True)

    def _show_change(self, checkpoint: str, *, done: bool) -> None:
        """Draw the Point on show, and what else depends on how it differs from the last place.

        `checkpoint`: of the Point that was on show before.
        """
        now, settled = self.here.now, self.here.settled
        if now.checkpoint != checkpoint:
            self.open_generator()
        (self._sparing.insist if done else self._sparing.want)(partial(self._draw, "picture", [now]))
        if done:
            self.here.settled = now
            self._saving.start()
            self._show_controls()
            self.map.follow()
            self.directions.draw_ends()
            if replace(settled, latent=now.latent) != now:
                self._draw_around()

    @Slot()
    def _pins_changed(self) -> None:
        """The walk and the film lead through them."""
        self._saving.start()
        self.walk.show()
        self.walk.draw_way()
        self.film.show()
        self.map.show_pins()

    def _show_controls(self) -> None:
        """Every control as the Point on show has it."""
        self.directions.show_strengths()
        self.style_.show()
        self.places.show()

    def _draw(self, lane: str, points: Sequence[Point]) -> None:
        self.renderer.draw(lane, points, self.here.direction_set)

    def _draw_around(self) -> None:
        """What lies around the large picture and changes with its settings."""
        self.walk.draw_way()
        self.style_.draw_mix()
        self.map.redraw()

    @Slot(object)
    def _drawn(self, drawn: Drawn) -> None:
        """A picture for one of the lanes."""
        if drawn.lane == "picture":
            self.state.last = drawn
            self._sparing.spent(drawn.seconds)
            self.view.stage.setPicture(drawn.pixels)
            self._telling.start()
        for controller in self._controllers:
            if drawn.lane in controller.LANES:
                controller.drawn(drawn)
        self.live.drawn(drawn)

    @Slot()
    def _tell_facts(self) -> None:
        if last := self.last:
            latent, step = said(words(last.point.latent)), self.tr("step {0}").format(figure(last.step))
            self.view.facts.setText(f"{latent}, {step}")

    # Files --------------------------------------------------------------------------------------------------------

    @Slot()
    def save_journey(self) -> None:
        self._saving.stop()
        self.tasks.save_journey(self.here.run.folder, self.here.journey.to_json())

    @Slot(object)
    def _written(self, path: Path) -> None:
        self.targetChanged.emit(str(path.parent))
        self.remarked.emit(self.tr("{0} written to {1}.").format(path.name, path.parent))

    @Slot(object)
    def _nearest_found(self, nearest: NearestImages) -> None:
        self.project.show_nearest(nearest)
        self.view.show_whole(self.view.project.copying)


def _show_progress(work: Background, show: Callable[[int, int], None], cancel_wanted: SignalInstance) -> None:
    """`show`: takes how much is done and of how much; 0 of 0 when nothing is being made."""
    cancel_wanted.connect(work.cancel)
    work.progress.connect(show)
    for ended in (work.done, work.failed, work.cancelled):
        ended.connect(lambda _: show(0, 0))
