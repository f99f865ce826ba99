"""Controllers without a page: what they ask for, what they have drawn, what they show."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from ganstudio.app.explore.directions_controller import DirectionsController
from ganstudio.app.explore.live_controller import LiveController
from ganstudio.app.explore.places_controller import PlacesController
from ganstudio.app.explore.project_controller import ProjectController
from ganstudio.app.explore.run_controller import RunController
from ganstudio.app.explore.state import STRIP, Exploration, ExploreState
from ganstudio.app.explore.walk_controller import WalkController
from ganstudio.app.runner.renderer import Drawn
from ganstudio.core.run import Run
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.journey import Journey
from ganstudio.latent.point import Numbers, Point, Seed
from ganstudio.latent.projection import ProjectionResult
from ganstudio.panels.explore.directions_panel import DirectionsPanel
from ganstudio.panels.explore.places_panel import PlacesPanel
from ganstudio.panels.explore.project_panel import ProjectPanel
from ganstudio.panels.explore.walk_panel import TICKS, WalkPanel
from ganstudio.panels.parts.controls import Combo
from ganstudio.panels.parts.picture_tiles import Tiles
from tests.app.tiny_runs import settings

PICTURE = np.zeros((8, 8, 1), np.uint8)


@pytest.fixture
def state(tmp_path) -> ExploreState:
    made = ExploreState()
    run = Run.create(tmp_path / "run", settings())
    made.exploration = Exploration(run, Journey(Point(latent=Seed(1))), DirectionSet(), seeds=lambda: 2)
    return made


class Lanes(dict):
    """What each lane was last asked to draw."""

    def draw(self, lane: str, points) -> None:
        self[lane] = list(points)


def heard(signal) -> list:
    calls = []
    signal.connect(lambda *values: calls.append(values))
    return calls


def test_that_the_walk_leads_through_the_pins_with_all_that_they_keep(qtbot, state):
    panel, strip, lanes = WalkPanel(), Tiles("walk", "help", columns=9, largest=64), Lanes()
    for widget in (panel, strip):
        qtbot.addWidget(widget)
    walk = WalkController(state, panel, strip, lanes.draw, panel)
    walk.show()
    walk.draw_way()
    assert (lanes["strip"][0], lanes["strip"][-1]) == (Point(latent=Seed(1)), Point(latent=Seed(2)))  # by chance
    for seed, psi in ((5, 1.0), (6, 0.5), (7, 1.0)):
        state.here.journey.pin("pin", Point(latent=Seed(seed), psi=psi))
    walk.show()
    walk.draw_way()
    assert (len(lanes["strip"]), strip.count()) == (STRIP, STRIP)
    assert [lanes["strip"][at] for at in (0, 4, 8)] == [pin.point for pin in state.here.pins]
    assert lanes["strip"][2].psi == 0.75
    assert panel.slider.maximum() == 2 * TICKS
    panel.loopChosen.emit(True)
    assert panel.slider.maximum() == 3 * TICKS
    moved = heard(walk.moved)
    panel.slider.setValue(TICKS)
    assert moved == [(Point(latent=Seed(6), psi=0.5), True)]


def test_that_pins_are_set_changed_moved_and_taken_out_and_each_undone(qtbot, state):
    panel, lanes = PlacesPanel(), Lanes()
    qtbot.addWidget(panel)
    places = PlacesController(state, panel, lanes.draw, panel)
    places.show()
    changed, moved = heard(places.changed), heard(places.moved)
    places.pin_here()
    panel.seedChosen.emit(-1, 9)
    assert moved[-1] == (Point(latent=Seed(9)), True)
    assert lanes["pins"] == [Point(latent=Seed(1)), Point(latent=Seed(9))]
    for index, point in enumerate(lanes["pins"]):
        places.drawn(replace(drawn("pins", index), point=point))
    panel.pinMoved.emit(1, 0)
    assert [panel.pins.caption(at) for at in range(2)] == ["seed 9", "seed 1"]
    assert lanes["pins"] == []  # both are known
    assert not panel.pins.picture(0).isNull()
    panel.pinRemoved.emit(0)
    assert panel.pins.count() == 1
    changes = len(changed)
    for count in (2, 2, 1, 0):
        places.undo()
        assert panel.pins.count() == count
    assert len(changed) == changes + 4


def test_that_an_undone_move_draws_no_way_anew(qtbot, state):
    panel = PlacesPanel()
    qtbot.addWidget(panel)
    places = PlacesController(state, panel, Lanes().draw, panel)
    places.pin_here()
    state.here.journey.move(Point(latent=Seed(5)))
    changed = heard(places.changed)
    places.undo()
    assert changed == []


def test_that_found_directions_take_the_place_of_their_kind_and_learned_ones_stay(qtbot, state):
    panel = DirectionsPanel()
    qtbot.addWidget(panel)
    directions = DirectionsController(state, panel, Lanes().draw, panel)
    changed = heard(directions.changed)
    for kind in ("component", "attribute", "component", "attribute"):
        directions.add([Direction(kind, kind, "z", (1.0,), 1.0)])
    assert [shown.name for shown in state.here.direction_set.shown()] == ["attribute", "component (2)", "attribute (2)"]
    assert changed[-1] == (state.here.run.folder, state.here.direction_set)
    assert list(panel.rows()) == ["attribute", "attribute (2)", "component (2)"]


def test_that_undo_travels_only_where_there_is_a_way_back(qtbot, state):
    panel = PlacesPanel()
    qtbot.addWidget(panel)
    places = PlacesController(state, panel, Lanes().draw, panel)
    travelled = heard(places.travelled)
    places.undo()
    assert travelled == []
    state.here.journey.move(Point(latent=Seed(5)))
    places.undo()
    assert travelled == [()]
    assert state.here.journey.point == Point(latent=Seed(1))


def result(unlike: float, value: float) -> ProjectionResult:
    return ProjectionResult((value,), "z", PICTURE, unlike, error=1.0, usual=10.0, by_chance=20.0)


def test_that_each_look_is_longer_and_a_farther_picture_does_not_replace_a_nearer_one(qtbot, state):
    panel = ProjectPanel()
    qtbot.addWidget(panel)
    project = ProjectController(state, panel, Lanes().draw, panel)
    searches, moved = heard(project.searchWanted), heard(project.moved)
    state.classes = ("rose", "tulip")
    state.here.now = replace(state.here.now, classes=(("rose", 0.3), ("tulip", 0.7)))
    project.look_for(PICTURE)
    panel.againWanted.emit()
    assert [search.steps for (search,) in searches] == [100, 200]
    assert [search.label for (search,) in searches] == [1, 1]
    project.show_result(result(0.1, 0.5))
    project.show_result(result(0.2, 9.0))
    assert panel.verdict.text().startswith("Searching; the nearest so far.")
    project.stop()
    assert panel.verdict.text().startswith("Stopped early;")
    project.end(result(0.3, 9.0))
    panel.goWanted.emit()
    assert moved[-1][0].latent == Numbers((0.5,))
    assert panel.verdict.text().startswith("Very near.")


class Steps(QObject):
    """In place of Following: whether it follows, and what it was told that drawing costs."""

    def __init__(self) -> None:
        super().__init__()
        self.on = False
        self.costs: list[float] = []

    def start(self) -> None:
        self.on = True

    def stop(self) -> None:
        self.on = False

    def drew(self, seconds: float) -> None:
        self.costs.append(seconds)


def drawn(lane: str, index: int) -> Drawn:
    return Drawn(lane, 1, index, Point(), PICTURE, 5, 0.5, Seed(0))


def test_that_what_trains_is_followed_only_while_somebody_looks(qtbot, state):
    button, steps = QPushButton(), Steps()
    qtbot.addWidget(button)
    button.setCheckable(True)
    live = LiveController(state, button, steps, button)
    live.training = state.here.run
    live.follow()
    assert not steps.on
    live.wake()
    assert steps.on
    for index in range(STRIP):
        live.drawn(drawn("strip", index))
    assert steps.costs == [0.5 * STRIP]
    live.sleep()
    assert not steps.on
    live.wake()
    sentences = heard(live.remarked)
    button.setChecked(False)
    assert not steps.on
    assert len(sentences) == 1


def test_that_the_end_of_a_training_that_was_followed_asks_for_its_checkpoint(qtbot, state):
    button = QPushButton()
    qtbot.addWidget(button)
    button.setCheckable(True)
    live = LiveController(state, button, Steps(), button)
    live.training = state.here.run
    live.follow()
    asked = heard(live.checkpointWanted)
    live.show()
    assert asked == []
    live.training = None
    live.show()
    assert asked == [()]
    assert not button.isChecked()


def test_that_a_run_on_show_stays_in_the_list_and_is_not_chosen_again(qtbot, state, tmp_path):
    runs, checkpoints = Combo("runs", ""), Combo("checkpoints", "")
    for combo in (runs, checkpoints):
        qtbot.addWidget(combo)
    choice = RunController(state, runs, checkpoints, runs)
    chosen = heard(choice.runChosen)
    other = Run.create(tmp_path / "other", settings())
    choice.list_runs([other])
    assert [runs.itemText(index) for index in range(runs.count())] == ["other", "run"]
    assert runs.currentText() == "run"
    runs.activated.emit(1)
    assert chosen == []
    runs.activated.emit(0)
    assert chosen[0][0].folder == other.folder
