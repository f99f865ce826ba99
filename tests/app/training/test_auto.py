"""Auto on the Train page: what it shows, what the person may change, and what a run is given."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory, Preferences, save
from ganstudio.app.shell.window import MainWindow
from ganstudio.app.training.auto_picker import AutoColumn
from ganstudio.core.run import Budget, Run
from ganstudio.models.auto import ImageFacts
from ganstudio.models.gallery import DCGAN, Linear
from ganstudio.panels.parts.numbers import NumberEdit
from ganstudio.panels.training.recipe_card.card import RecipeTile
from tests.app.shell.test_window import drop
from tests.panels.using import control

PHOTOS = ImageFacts(count=5000, side=300)
MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def column(qtbot: QtBot) -> AutoColumn:
    made = AutoColumn((Linear, DCGAN))
    qtbot.addWidget(made)
    made.setRecipe("auto", "", {})
    made.setFolded(False)
    made.show()
    return made


def edit(column: AutoColumn, name: str, value: object) -> None:
    column.form.setValue({name: value})
    column.form.valueChanged.emit(column.form.value())


def test_that_auto_is_one_sentence_and_start_until_the_person_would_choose(column: AutoColumn) -> None:
    column.setFolded(True)
    assert not column.card.isVisible()
    assert column.plain.sentence().startswith("Auto picks")
    column.setFacts(PHOTOS)
    assert column.plain.sentence() == "Will learn pictures of up to 64 px in about 30 minutes"
    column.setFacts(ImageFacts(count=5000, side=30, classes=3))
    column.setBudget(Budget(kimg=200))
    assert column.plain.sentence() == "Will learn 32 px pictures in 3 classes, for 200 kimg"
    column.setBudget(Budget())
    assert column.plain.sentence().endswith("until you stop it")
    column.plain.own_choice.click()
    assert column.card.isVisible()
    assert not column.plain.isVisible()
    column.fold_button.click()
    assert column.plain.isVisible()


def test_that_a_choice_of_the_persons_own_is_never_folded_away(column: AutoColumn) -> None:
    column.setRecipe("linear", "", {})
    column.setFolded(True)
    assert column.card.isVisible()
    column.fold_button.click()
    assert column.is_auto
    assert column.folded
    column.setRecipe("auto", "", {"resolution": 32})
    assert column.card.isVisible()


def test_that_auto_comes_first_and_waits_for_pictures(column: AutoColumn) -> None:
    assert column.card.findChildren(RecipeTile)[0].name == "auto"
    assert not column.form.isVisible()
    assert "Drop pictures" in column.card.choice()[1]
    assert column.finding() is None


def test_that_the_choice_follows_the_pictures_and_the_device(column: AutoColumn) -> None:
    column.setFacts(PHOTOS)
    assert column.form.isVisible()
    assert column.card.choice()[0] == "Upsampling GAN at up to 64 px"
    assert "5,000 pictures" in column.card.choice()[1]
    assert column.card.budget() == Budget(minutes=30)
    column.setFacts(ImageFacts(count=5000, side=32))
    assert column.form.value()["resolution"] == 32
    column.setFacts(PHOTOS)
    column.setDevice("cuda")
    assert column.card.choice()[0] == "StyleGAN2 at up to 256 px"
    assert column.card.budget() == Budget(minutes=60)
    assert column.values() == {}
    assert column.form.changedCount() == 0


def test_that_what_the_person_sets_stays_and_the_rest_follows_it(column: AutoColumn) -> None:
    column.setFacts(PHOTOS)
    assert column.form.value()["width"] == 32
    edit(column, "resolution", 32)
    assert column.card.choice()[0] == "Upsampling GAN at 32 px"
    assert column.form.value()["width"] == 64
    assert column.form.changedCount() == 1
    assert column.values() == {"resolution": 32}
    column.setFacts(ImageFacts(count=70, side=300))
    assert column.values() == {"resolution": 32}
    assert column.form.value()["batch"] == 32
    column.form.reset()
    assert column.values() == {}
    assert column.form.value()["resolution"] == 64


def test_that_a_setting_that_the_new_choice_lacks_is_forgotten(column: AutoColumn) -> None:
    column.setFacts(PHOTOS)
    edit(column, "width", 16)
    column.setDevice("cuda")
    assert column.values() == {}


def test_that_a_budget_of_the_persons_own_is_left_alone(qtbot: QtBot, column: AutoColumn) -> None:
    column.setFacts(PHOTOS)
    control(column.card, "Train for", NumberEdit).lineEdit().setText("45")
    column.setDevice("cuda")
    assert column.card.budget() == Budget(minutes=45)


def test_that_another_recipe_takes_the_place_of_the_choice(column: AutoColumn) -> None:
    column.setFacts(PHOTOS)
    column.setRecipe("linear", "", {"batch": 7})
    assert column.card.choice() == ("", "")
    assert column.values()["batch"] == 7
    assert column.kind() is Linear
    column.setRecipe("auto", "", {})
    assert column.card.choice()[0] == "Upsampling GAN at up to 64 px"


def test_that_dropped_pictures_are_chosen_for_and_trained_by_the_choice(
    qtbot: QtBot, window_with: MakeWindow, places: Paths, pictures: Path
) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setDevices([("auto", "Automatic: CPU"), ("cpu", "CPU")])
    drop(window, pictures)
    qtbot.waitUntil(lambda: setup.column.facts() is not None, timeout=30_000)
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    facts = setup.column.facts()
    assert facts
    assert facts.side == 20
    assert "Upsampling GAN at 32 px" in setup.readiness.text()
    edit(setup.column, "batch", 8)
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    setup.start_button.click()
    qtbot.waitUntil(lambda: window.runner.current == "running", timeout=10_000)
    settings = Run.open(places.runs / "pictures-auto").settings
    assert (settings.recipe, settings.values, settings.budget) == ("auto", {"batch": 8}, Budget(minutes=30))
    kept = Memory(places.preferences).value
    assert (kept.recipe, kept.values) == ("auto", {"batch": 8})
    window.runner.stop()
    qtbot.waitUntil(lambda: not window.current_run.busy, timeout=10_000)


def test_that_auto_with_its_changes_is_remembered(qtbot: QtBot, window_with: MakeWindow, places: Paths) -> None:
    save(places.preferences, Preferences(recipe="auto", values={"resolution": 32}, budget={"minutes": 5.0}))
    setup = window_with().train.setup
    setup.column.setFacts(PHOTOS)
    assert setup.recipes.recipe() == "auto"
    assert setup.form.value()["resolution"] == 32
    assert setup.settings().budget == Budget(minutes=5)
    assert setup.settings().values == {"resolution": 32}


def test_that_a_graphics_card_that_torch_finds_changes_the_choice(window_with: MakeWindow) -> None:
    setup = window_with().train.setup
    setup.column.setFacts(PHOTOS)
    setup.setDevices([("auto", "Automatic: A card"), ("cpu", "CPU"), ("cuda:0", "A card")])
    assert "StyleGAN2" in setup.recipes.choice()[0]
    setup.device = "cpu"
    assert "Upsampling" in setup.recipes.choice()[0]
