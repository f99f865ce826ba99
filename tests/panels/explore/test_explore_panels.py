"""The explorer's panels: what they emit, what they show, and that setters do not answer back."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from ganstudio.core.film_requests import FilmRequest
from ganstudio.panels.explore.directions_panel import DirectionsPanel, Shown
from ganstudio.panels.explore.film_panel import FilmPanel
from ganstudio.panels.explore.map_panel import MapPanel
from ganstudio.panels.explore.places_panel import PlacesPanel, lanes_of
from ganstudio.panels.explore.project_panel import ProjectPanel
from ganstudio.panels.explore.style_panel import StylePanel
from ganstudio.panels.explore.walk_panel import TICKS, WalkPanel
from ganstudio.panels.parts.picture_tiles import Tiles

PANELS = (WalkPanel, MapPanel, DirectionsPanel, StylePanel, ProjectPanel, PlacesPanel, FilmPanel)
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
RED = np.full((8, 8, 3), (255, 0, 0), np.uint8)


def shown(qtbot, made: QWidget) -> QWidget:
    qtbot.addWidget(made)
    made.resize(420, 420)
    made.show()
    return made


def heard(signal) -> list:
    calls = []
    signal.connect(lambda *values: calls.append(values))
    return calls


@pytest.mark.parametrize("kind", PANELS)
def test_that_every_control_has_a_name_and_a_tooltip(qtbot, kind):
    panel = shown(qtbot, kind())
    if kind is DirectionsPanel:
        panel.setDirections([Shown("Component 1", "Component 1", "12 % of the variety")])
    for control in panel.findChildren(QWidget):
        own = control.objectName() not in {"qt_spinbox_lineedit"} and not isinstance(control.parent(), QAbstractSpinBox)
        if isinstance(control, CONTROLS) and own and "ScrollBar" not in type(control).__name__:
            assert control.accessibleName(), control
            assert control.toolTip(), control


# Tiles ----------------------------------------------------------------------------------------------------------------


def tiles(qtbot, count: int = 6) -> Tiles:
    made = shown(qtbot, Tiles("tiles", "help", columns=3, largest=64))
    made.setCount(count)
    return made


def middle_of(made: Tiles, index: int) -> QPoint:
    inside = [(x, y) for x in range(made.width()) for y in range(made.height()) if made.indexAt(QPoint(x, y)) == index]
    across, down = (sorted(places) for places in zip(*inside, strict=True))
    return QPoint(across[len(across) // 2], down[len(down) // 2])


def test_that_a_clicked_tile_is_told_and_drawn_in_its_place(qtbot):
    made = tiles(qtbot)
    made.setPicture(4, RED)
    picked = heard(made.picked)
    centre = middle_of(made, 4)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=centre)
    assert picked == [(4,)]
    assert made.grab().toImage().pixelColor(centre).name() == "#ff0000"
    assert made.indexAt(QPoint(-1, -1)) == -1


def test_that_arrow_keys_walk_through_the_tiles(qtbot):
    made = tiles(qtbot)
    made.setAt(0)
    picked = heard(made.picked)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(made, key)
    assert picked == [(1,), (4,), (3,), (0,)]


# Walk -----------------------------------------------------------------------------------------------------------------


def walk(qtbot) -> WalkPanel:
    made = shown(qtbot, WalkPanel())
    made.setLegs(2)
    return made


def test_that_the_slider_tells_places_and_its_setter_does_not(qtbot):
    made = walk(qtbot)
    moved = heard(made.moved)
    made.setPlace(0.5)
    made.setLegs(2)
    assert moved == []
    made.slider.setValue(TICKS + TICKS // 2)
    assert moved == [(1.5, True)]


def test_that_walking_by_itself_moves_and_ends_with_a_place(qtbot):
    made = walk(qtbot)
    moved = heard(made.moved)
    made.play.click()
    qtbot.waitUntil(lambda: len(moved) > 3, timeout=5000)
    made.play.click()
    assert moved[-1][1] is True
    assert all(not done for _, done in moved[:-1])


# Map ------------------------------------------------------------------------------------------------------------------


def test_that_variations_are_asked_for_with_their_amount(qtbot):
    panel = shown(qtbot, MapPanel())
    wanted = heard(panel.variationsWanted)
    panel.amount.setValue(50)
    panel.look.click()
    assert wanted == [(0.5,)]


# Directions, style, places --------------------------------------------------------------------------------------------


def test_that_a_direction_tells_its_strength_and_shows_it_without_telling(qtbot):
    panel = shown(qtbot, DirectionsPanel())
    panel.setDirections([Shown("a", "hue", ""), Shown("b", "size", "")])
    moved, renamed = heard(panel.moved), heard(panel.renamed)
    panel.setStrengths({"a": 2.5})
    assert moved == []
    assert panel.rows()["a"].number.text() == "2.5"
    panel.rows()["b"].slider.setValue(-150)
    panel.rows()["a"].zero.click()
    assert moved == [("b", -1.5, True), ("a", 0.0, True)]
    panel.rows()["a"].title.setText("colour")
    panel.rows()["a"].title.editingFinished.emit()
    assert renamed == [("a", "colour")]


def test_that_learning_waits_for_examples_of_both_kinds(qtbot):
    panel = shown(qtbot, DirectionsPanel())
    panel.setMarks(2, 0)
    assert not panel.learn.isEnabled()
    panel.setMarks(2, 1)
    assert panel.learn.isEnabled()


def test_that_only_the_controls_of_the_generator_are_shown(qtbot):
    panel = shown(qtbot, StylePanel())
    assert panel.psi.isVisible()
    assert not panel.noise.isVisible()
    assert not panel.first.isVisible()
    panel.setAbilities(("rose", "tulip"), blends=True, layers=10)
    assert panel.noise.isVisible()
    assert panel.second.isVisible()
    panel.setAbilities(("rose", "tulip"), blends=False, layers=0)
    assert panel.first.isVisible()
    assert not panel.second.isVisible()


def test_that_classes_are_blended_by_weight(qtbot):
    panel = shown(qtbot, StylePanel())
    panel.setAbilities(("rose", "aster", "tulip"), blends=True, layers=0)
    moved = heard(panel.classesMoved)
    panel.second.setCurrentText("tulip")
    panel.blend.slider.setValue(25)
    assert moved[-1] == ({"rose": 0.75, "tulip": 0.25}, True)
    panel.setClasses({"rose": 1.0})
    assert panel.blend.value() == 0.0
    assert len(moved) == 2


def test_that_mixing_takes_the_fine_layers_first(qtbot):
    panel = shown(qtbot, StylePanel())
    panel.setAbilities((), blends=False, layers=10)
    chosen = heard(panel.mixLayersChosen)
    panel.mixing.button(True).click()
    assert chosen == [((5, 6, 7, 8, 9),)]
    panel.setMix(3, (5, 6))
    panel.mixing.button(False).click()
    assert chosen[-1] == ((),)


def test_that_the_journey_forks_where_a_new_way_began(qtbot):
    assert lanes_of([-1, 0, 1, 0]) == [0, 0, 0, 1]
    assert lanes_of([-1, 0, 0, 1, 3]) == [0, 0, 1, 0, 0]
    panel = shown(qtbot, PlacesPanel())
    panel.setJourney([-1, 0, 1, 0], ["a", "b", "c", "d"], 3, undo=True, redo=False)
    assert panel.undo.isEnabled()
    assert not panel.redo.isEnabled()
    jumped = heard(panel.jumped)
    qtbot.mouseClick(panel.journey, Qt.MouseButton.LeftButton, pos=panel.journey.place(2).toPoint())
    assert jumped == [(2,)]


def pins(qtbot) -> PlacesPanel:
    panel = shown(qtbot, PlacesPanel())
    panel.setPins(["seed 1", "seed 2", "found z"], [1, 2, -1])
    return panel


def test_that_a_typed_seed_is_told_for_the_chosen_pin(qtbot):
    panel = pins(qtbot)
    chosen = heard(panel.seedChosen)
    panel.seed.setValue(7)
    panel.choose(1)
    assert panel.seed.value() == 2
    panel.seed.setValue(99)
    assert chosen == [(-1, 7), (1, 99)]
    panel.choose(2)
    assert panel.seed.text() == "seed"
    assert len(chosen) == 2


def test_that_pins_are_dragged_into_another_order(qtbot):
    panel = pins(qtbot)
    moved = heard(panel.pinMoved)
    first, last = middle_of(panel.pins, 0), middle_of(panel.pins, 2)
    qtbot.mousePress(panel.pins, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(panel.pins, last)
    qtbot.mouseRelease(panel.pins, Qt.MouseButton.LeftButton, pos=last)
    assert moved == [(0, 2)]
    qtbot.mouseClick(panel.pins, Qt.MouseButton.LeftButton, pos=last)
    assert moved == [(0, 2)]


def test_that_pins_are_arranged_and_taken_out_by_keyboard(qtbot):
    panel = pins(qtbot)
    moved, removed = heard(panel.pinMoved), heard(panel.pinRemoved)
    panel.choose(1)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(panel.pins, Qt.Key.Key_Right, control)
    panel.choose(2)
    qtbot.keyClick(panel.pins, Qt.Key.Key_Right, control)
    qtbot.keyClick(panel.pins, Qt.Key.Key_Left, control)
    qtbot.keyClick(panel.pins, Qt.Key.Key_Delete)
    assert moved == [(1, 2), (2, 1)]
    assert removed == [(2,)]


def test_that_tiles_without_an_order_keep_it(qtbot):
    made = tiles(qtbot)
    made.setAt(1)
    reordered, removed = heard(made.reordered), heard(made.removed)
    qtbot.keyClick(made, Qt.Key.Key_Delete)
    qtbot.keyClick(made, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert reordered == removed == []
    assert made.at() == 2


def test_that_a_long_journey_is_laid_out_at_once():
    assert set(lanes_of(range(-1, 20_000))) == {0}


def test_that_an_animation_is_asked_for_as_it_was_set(qtbot):
    panel = shown(qtbot, FilmPanel())
    assert not panel.start.isEnabled()
    panel.setPins(3)
    wanted = heard(panel.renderWanted)
    panel.seconds.setValue(2.0)
    panel.fps.setValue(30)
    panel.start.click()
    assert wanted == [(FilmRequest(2.0, 30, 512, "even", True, "webp"),)]
    assert wanted[0][0].frames == 60


def test_that_the_network_to_compare_by_is_chosen_and_left_again(qtbot):
    panel = ProjectPanel()
    qtbot.addWidget(panel)
    assert [panel.network.itemText(i) for i in range(panel.network.count())] == [
        "by its discriminator",
        "by a network of yours…",
    ]
    with qtbot.waitSignal(panel.networkWanted):
        panel.network.activated.emit(1)
    panel.setNetwork("weights.pt")
    assert panel.network.currentText() == "by weights.pt"
    with qtbot.waitSignal(panel.networkForgotten):
        panel.network.activated.emit(0)


def test_that_classes_begin_apart_and_nothing_means_the_first(qtbot):
    panel = StylePanel()
    qtbot.addWidget(panel)
    panel.setAbilities(("rose", "aster", "tulip"), blends=True, layers=0)
    assert (panel.first.currentText(), panel.second.currentText()) == ("rose", "aster")
    panel.setClasses({"tulip": 0.7, "rose": 0.3})
    assert (panel.first.currentText(), panel.second.currentText(), panel.blend.value()) == ("tulip", "rose", 0.3)
    panel.setClasses({})
    assert (panel.first.currentText(), panel.blend.value()) == ("rose", 0.0)


def test_that_the_style_is_shown_without_telling(qtbot):
    panel = shown(qtbot, StylePanel())
    signals = (panel.psiMoved, panel.cutoffMoved, panel.classesMoved, panel.mixSeedChosen, panel.mixLayersChosen,
               panel.noiseChosen)  # fmt: skip
    calls = [heard(signal) for signal in signals]
    panel.setAbilities(("rose", "tulip"), blends=True, layers=10)
    panel.setPsi(0.5)
    panel.setCutoff(3)
    panel.setClasses({"rose": 0.4, "tulip": 0.6})
    panel.setMix(9, (2, 3))
    panel.setNoise(7)
    assert calls == [[]] * 6
    assert (panel.psi.number.text(), panel.cutoff.number.text(), panel.blend.number.text()) == ("0.50", "3", "0.60")
    panel.noise_seed.setValue(8)
    panel.mix_seed.setValue(10)
    panel.to_layer.setValue(4)
    assert calls[3:] == [[(10,)], [((2, 3, 4),)], [(8,)]]
