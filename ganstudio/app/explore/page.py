"""Explore: the latent space of a run under one's hand.

The panels say what the person wants in plain numbers, the Exploration turns that into Points, the Renderer into
pictures. The controllers join the other panels; whatever takes longer than a frame goes through `Tasks`.
"""

import dataclasses
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganstudio.app.common.page import Page
from ganstudio.app.common.placeholder_pages import explore_page
from ganstudio.app.explore.controllers import DirectionsController, MapController, PlacesController
from ganstudio.app.explore.film_controller import FilmController
from ganstudio.app.explore.live_controller import LiveController
from ganstudio.app.explore.project_controller import ProjectController
from ganstudio.app.explore.state import STRIP, Exploration
from ganstudio.app.explore.tasks import Tasks
from ganstudio.app.explore.view import ExploreView
from ganstudio.app.explore.walk_controller import StyleController, WalkController
from ganstudio.app.runner.between_steps import Opener, between_steps, opener_between_steps
from ganstudio.app.runner.renderer import Drawn, Following, Opened, Renderer
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.core.moments import best_name, checkpoint_names, drawable_names, step_of
from ganstudio.core.run import Run, RunError
from ganstudio.latent.image_recipe import ImageRecipe
from ganstudio.latent.point import Latent, Point, Seed, words
from ganstudio.panels.parts.controls import column
from ganstudio.panels.parts.pictures import to_image
from ganstudio.workflows.explore_run import Loaded

FIRST_SEED = 42


class ExplorePage(QWidget, Page):
    takes_drops = True
    failed = Signal(str)
    told = Signal(str)
    """Sentences."""
    runsWanted = Signal()
    targetChanged = Signal(str)
    """The folder that something was saved to last."""

    def __init__(
        self,
        runner: Runner,
        runs: Callable[[], Path],
        target: Callable[[], Path],
        opener: Opener | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`runs`: the folder that holds the runs. `target`: where pictures are saved. `opener`: for tests."""
        super().__init__(parent)
        self._runs_folder, self.target = runs, target
        self.exploration: Exploration | None = None
        self.last: Drawn | None = None
        """The large picture."""
        self.classes: tuple[str, ...] = ()
        self._goal: Point | None = None
        """Where to go once the run is open."""
        self._goal_is_live = False
        """It was picked from what trains, and is to be followed if it still does."""
        self.renderer = Renderer(opener or opener_between_steps(runner), self)
        self.following = Following(runner, self)
        self.tasks = Tasks(self.renderer.borrow, partial(between_steps, runner), self)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(1500)
        self.empty, self.view = explore_page(), ExploreView()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self.setLayout(column(self._stack))
        self.map, self.directions, self.places = MapController(self), DirectionsController(self), PlacesController(self)
        self.project, self.film = ProjectController(self), FilmController(self)
        self.walk, self.style_, self.live = WalkController(self), StyleController(self), LiveController(self)
        self._connect()

    # What the window asks of it -----------------------------------------------------------------------------------

    def show_run(self, run: Run) -> None:
        """Explore this run."""
        self._open(run, None)

    def show_seed(self, run: Run, seed: int, name: str) -> None:
        """A picture of this run becomes a stop of the walk. `name`: its class, '' without classes."""
        if self.exploration and self.exploration.run.folder == run.folder and not self.tasks.loading.busy:
            self.here.now = dataclasses.replace(self.here.now, classes=((name, 1.0),) if name else ())
            self.walk.lead_to(Seed(seed))
        else:
            self._open(run, Point(latent=Seed(seed), classes=((name, 1.0),) if name else ()))
            self._goal_is_live = True
        self.view.show_tab("walk")

    def open_folder(self, folder: Path) -> None:
        """Explore the run in this folder."""
        try:
            self.show_run(Run.open(folder))
        except RunError as error:
            self.failed.emit(str(error))

    def set_training(self, run: Run | None) -> None:
        """The run that trains now, if any. One with two sides draws nothing from noise."""
        self.live.training = run if run and len(run.settings.sides) == 1 else None
        self.live.show()

    def receive(self, paths: Sequence[str]) -> None:
        """A dropped picture: one of ours returns to its place, any other is looked for."""
        here = self.exploration.run if self.exploration else None
        self.tasks.look_into(Path(paths[0]), here, self._runs_folder())

    def refresh(self) -> None:
        """The runs that can be explored may be others by now."""
        self.tasks.list_runs(self._runs_folder())

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
        self.following.stop()

    # Connections --------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.empty.wanted.connect(self.runsWanted)
        self._saving.timeout.connect(self._save_journey)
        self.renderer.opened.connect(self._opened)
        self.renderer.drawn.connect(self._drawn)
        self.renderer.failed.connect(self._cannot_draw)
        self.following.copied.connect(self.renderer.put)
        self.following.failed.connect(self.failed)
        self.tasks.failed.connect(self.failed)
        self.tasks.loaded.connect(self._loaded)
        self.tasks.listed.connect(self._listed)
        for keys, does in (
            ("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo), ("Ctrl+D", self.places.keep),
            ("Ctrl+K", self.film.add_keyframe),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(does)

        view = self.view
        view.picture.picked.connect(lambda row, _: view.picture.setPick(None) if row >= 0 else None)
        view.runs.activated.connect(self._run_chosen)
        view.checkpoints.activated.connect(lambda: self._checkpoint_chosen(str(view.checkpoints.currentData())))
        view.places.undoWanted.connect(self.undo)
        view.places.redoWanted.connect(self.redo)
        view.places.jumped.connect(self._jump)

    # Opening ------------------------------------------------------------------------------------------------------

    def _open(self, run: Run, goal: Point | None) -> None:
        if self._saving.isActive():
            self._save_journey()
        self.tasks.cancel()
        self._goal, self._goal_is_live = goal, False
        self.live.leave()
        self.tasks.load(run, Point(latent=Seed(FIRST_SEED)))

    def return_to(self, run: Run, image_recipe: ImageRecipe) -> None:
        """To the place that a picture came from, at the checkpoint that it was drawn with if that is still there."""
        names = drawable_names(run)
        name = next((one for one in names if step_of(one) == image_recipe.step), "")
        if not name:
            newest = step_of(names[0]) if names else -1
            self.told.emit(
                self.tr("The checkpoint of step {0:,} is not there any more; step {1:,} draws it now.").format(
                    image_recipe.step, newest
                )
            )
        goal = dataclasses.replace(image_recipe.point, checkpoint=name)
        if self.exploration and self.exploration.run.folder == run.folder:
            self.show_point(goal)
        else:
            self._open(run, goal)

    @Slot(object)
    def _loaded(self, loaded: Loaded) -> None:
        """The run's journey is there; its generator follows."""
        if self._goal:
            loaded.journey.move(self._goal)
        self.exploration, self._goal, self.last = (
            Exploration(loaded.run, loaded.journey, loaded.direction_set),
            None,
            None,
        )
        self.view.picture.setImage(QImage())
        self.view.picture.setEmptyText(self.tr("Opening {0}").format(loaded.run.name))
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

    def open_generator(self) -> None:
        """For the Point on show; a checkpoint that has been removed meanwhile gives way to the newest."""
        names = drawable_names(self.here.run)
        name = self.here.now.checkpoint
        if name and name not in names:
            self.told.emit(self.tr("{0} is not there any more; the newest checkpoint is shown.").format(name))
            name = ""
        self._list_checkpoints(names, name)
        if name or checkpoint_names(self.here.run) or not self.live.here_too:
            self.renderer.open(self.here.run, name)
        else:
            self.live.follow()  # there is nothing on the disk yet, only what is learning

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        """A generator can be drawn with: show everything anew; of a copy of the live one only what is large."""
        if self.exploration is None:
            return
        if opened.live and self.last:
            self.renderer.draw("picture", [self.here.now], self.here.direction_set)
            self.renderer.draw("strip", self.here.strip(), self.here.direction_set)
            return
        able = opened.abilities
        self.classes = able.classes
        self.view.style_.setAbilities(able.classes, blends=able.blends, layers=able.layers)
        self.view.walk.setMode(self.here.mode, w=able.layers > 0)
        self.renderer.draw("picture", [self.here.now], self.here.direction_set)
        self.directions.show()
        self.places.show()
        self.film.show()
        self._show_controls()
        self.walk.show()
        self.draw_around()

    @Slot(str, str)
    def _cannot_draw(self, lane: str, sentence: str) -> None:
        if lane not in {"open", "picture"}:
            return
        self.failed.emit(sentence)
        if lane == "open":
            self.view.picture.setImage(QImage())
            self.view.picture.setEmptyText(self.tr("Choose another run or checkpoint below."))

    @Slot(object)
    def _listed(self, runs: list[Run]) -> None:
        combo, here = self.view.runs, self.exploration
        if here and here.run.folder not in [run.folder for run in runs]:
            runs = [*runs, here.run]
        combo.clear()
        for run in runs:
            combo.addItem(run.name, run)
        if here:
            combo.setCurrentIndex([run.folder for run in runs].index(here.run.folder))
            self._list_checkpoints(drawable_names(here.run), here.now.checkpoint)
        elif (self.live.training or runs) and self.isVisible() and not self.tasks.loading.busy:
            self.show_run(self.live.training or runs[0])

    def _list_checkpoints(self, names: Sequence[str], chosen: str) -> None:
        combo = self.view.checkpoints
        combo.clear()
        combo.addItem(self.tr("latest"), "")
        best = best_name(self.here.run)
        if best in names:
            combo.addItem(self.tr("best, step {0:,}").format(step_of(best)), best)
        for name in names:
            if name != best:
                combo.addItem(self.tr("step {0:,}").format(step_of(name)), name)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def _run_chosen(self, index: int) -> None:
        run = self.view.runs.itemData(index)
        if self.exploration is None or run.folder != self.exploration.run.folder:
            self.show_run(run)

    def _checkpoint_chosen(self, name: str) -> None:
        self.live.leave()
        if name == self.here.now.checkpoint:
            self.open_generator()  # another may be the newest by now, or a live copy is on show
        else:
            self.change(True, checkpoint=name)

    # What is on show ----------------------------------------------------------------------------------------------

    @property
    def here(self) -> Exploration:
        assert self.exploration is not None, "the panels are hidden until a run is open"
        return self.exploration

    def show_point(self, point: Point, *, done: bool = True) -> None:
        """Show a Point; once the movement is over it is a place of the journey."""
        before, self.here.now = self.here.now, point
        if done:
            self.here.journey.move(point)
        self._show_change(self.here.settled, done=done, opened=point.checkpoint != before.checkpoint)

    def _show_change(self, before: Point, *, done: bool, opened: bool) -> None:
        """Draw the Point on show, and what else depends on how it differs from the last place."""
        now = self.here.now
        if opened:
            self.open_generator()
        self.renderer.draw("picture", [now], self.here.direction_set)
        if done:
            self.here.settled = now
            self.save_soon()
            self._show_controls()
            if dataclasses.replace(before, latent=now.latent) != now:
                self.draw_around()

    def change(self, done: bool, **changes: Any) -> None:
        self.show_point(dataclasses.replace(self.here.now, **changes), done=done)

    def go_to(self, latent: Latent) -> None:
        self.show_point(self.here.with_latent(latent))

    def latent_here(self) -> Latent:
        """Where the person is; as numbers once that is shorter than the way there."""
        return self.last.latent if self.last and self.last.point == self.here.now else self.here.now.latent

    def undo(self) -> None:
        if self.exploration and self.here.journey.undo():
            self._travel()

    def redo(self) -> None:
        if self.exploration and self.here.journey.redo():
            self._travel()

    def _jump(self, visit: int) -> None:
        self.here.journey.jump(visit)
        self._travel()

    def _travel(self) -> None:
        """Show where the journey is now."""
        self.view.walk.stop()
        before, self.here.now = self.here.now, self.here.journey.point
        opened = self.here.now.checkpoint != before.checkpoint
        self._show_change(self.here.settled, done=True, opened=opened)

    def _show_controls(self) -> None:
        """Every control as the Point on show has it."""
        journey = self.here.journey
        self.directions.show_strengths()
        self.style_.show()
        self.view.places.setJourney(
            [visit.parent for visit in journey.visits],
            [words(visit.point.latent) for visit in journey.visits],
            journey.at,
            undo=journey.can_undo,
            redo=journey.can_redo,
        )

    def draw_around(self) -> None:
        """What lies around the large picture and changes with its settings."""
        if self.view.strip.count() != STRIP:
            self.view.strip.setCount(STRIP)
        self.renderer.draw("strip", self.here.strip(), self.here.direction_set)
        self.renderer.draw("stops", self.here.stop_points(), self.here.direction_set)
        self.renderer.draw("mix", self.here.mix_points(), self.here.direction_set)
        self.view.map.plane.clear()

    @Slot(object)
    def _drawn(self, drawn: Drawn) -> None:
        """A picture for one of the lanes."""
        match drawn.lane:
            case "picture":
                self.last = drawn
                self.view.picture.setImage(to_image(drawn.pixels))
                self.view.facts.setText(f"{words(drawn.point.latent)}, {self.tr('step')} {drawn.step:,}")
            case "strip":
                self.view.strip.setPicture(drawn.index, drawn.pixels)
            case "stops":
                self.view.walk.setStopPicture(drawn.index, drawn.pixels)
            case "mix":
                self.view.style_.setMixPicture(drawn.pixels)
            case "map" | "tiles":
                self.map.drawn(drawn)
            case "keyframes":
                self.view.animation.setKeyframePicture(drawn.index, drawn.pixels)
            case "places":
                self.view.places.setFavouritePicture(drawn.index, drawn.pixels)
        self.live.drawn(drawn)

    # The journey's file -------------------------------------------------------------------------------------------

    def save_soon(self) -> None:
        """Write the journey once the person rests."""
        self._saving.start()

    @Slot()
    def _save_journey(self) -> None:
        self._saving.stop()
        self.tasks.save_journey(self.here.run.folder, self.here.journey.to_json())
