"""The recipe card: choosing a recipe, a preset and a budget by mouse and keyboard."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Budget
from ganstudio.models.auto import Auto
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.gallery import RECIPES
from ganstudio.models.linear.recipe import Linear
from ganstudio.panels.parts.numbers import NumberEdit
from ganstudio.panels.training.recipe_card import RecipeCard
from ganstudio.panels.training.recipe_card.architecture import sketch_of
from ganstudio.panels.training.settings_form import SettingsForm
from tests.panels.using import control, press, texts


def named(name: str, title: str) -> type[Recipe]:
    return type(name, (DCGAN,), {"name": name, "title": title})


MANY = tuple(named(f"recipe-{number}", f"Recipe {number}") for number in range(14))


def card_of(qtbot: QtBot, *recipes: type[Recipe]) -> RecipeCard:
    card = RecipeCard(recipes)
    qtbot.addWidget(card)
    card.resize(500, 700)
    card.show()
    return card


def test_that_the_first_recipe_is_chosen_and_described(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    assert card.recipe() == "linear"
    assert Linear.summary in texts(card)
    assert f"{Linear.paper}\n{Linear.note}" in texts(card)


def test_that_a_click_chooses_once(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    emitted: list[str] = []
    card.recipeChanged.connect(emitted.append)
    qtbot.mouseClick(card.tile("dcgan"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.tile("dcgan"), Qt.MouseButton.LeftButton)
    assert emitted == ["dcgan"]
    assert DCGAN.when in texts(card)


def test_that_arrow_keys_and_space_choose_among_fourteen(qtbot: QtBot) -> None:
    card = card_of(qtbot, *MANY)
    card.tile("recipe-0").setFocus()
    with qtbot.waitSignal(card.recipeChanged) as emitted:
        qtbot.keyClick(card.tile("recipe-0"), Qt.Key.Key_Right)
        qtbot.keyClick(card.tile("recipe-1"), Qt.Key.Key_Space)
    assert emitted.args == ["recipe-1"]


def test_that_a_recipe_that_is_set_is_not_told_and_an_unknown_one_is_passed_over(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    with qtbot.assertNotEmitted(card.recipeChanged):
        card.setRecipe("dcgan")
        card.setRecipe("nobody")
    assert card.recipe() == "dcgan"


def test_that_presets_are_one_click_and_explain_themselves(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    assert card.preset() == ""
    with qtbot.waitSignal(card.presetChosen) as emitted:
        press(card, f"Preset {DCGAN.presets['notes'].title}")
    assert emitted.args == ["notes"]
    assert card.preset() == "notes"
    assert DCGAN.presets["notes"].note in texts(card)


def test_that_the_presets_follow_the_recipe(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN, Linear)
    card.setPreset("notes")
    card.setRecipe("linear")
    assert card.preset() == ""
    titles = {"Defaults", *(preset.title for preset in Linear.presets.values())}
    texts(card)  # those of the other recipe go with the next turn of the event loop
    names = (button.accessibleName() for button in card.findChildren(QAbstractButton) if button.isVisibleTo(card))
    assert {name.removeprefix("Preset ") for name in names if name.startswith("Preset ")} == titles


def test_that_the_form_stands_above_the_budget(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    form = SettingsForm(DCGAN)
    card.setForm(form)
    QApplication.processEvents()
    preset, budget = control(card, "Preset Defaults"), control(card, "Train for", NumberEdit)
    tops = [widget.mapTo(card, QPoint()).y() for widget in (preset, form, budget)]
    assert tops == sorted(set(tops))


def test_that_the_budget_is_told_in_each_measure(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    emitted: list[Budget] = []
    card.budgetChanged.connect(emitted.append)
    assert card.budget() == Budget(minutes=30)
    press(card, "Train for: steps")
    control(card, "Train for", NumberEdit).lineEdit().setText("500")
    press(card, "Train for: no end")
    assert emitted == [Budget(steps=10000), Budget(steps=500), Budget()]


def test_that_a_run_can_end_when_its_score_does_not_improve(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    tick = control(card, "Or stop when the score does not improve for")
    emitted: list[Budget] = []
    card.budgetChanged.connect(emitted.append)
    tick.setChecked(True)
    number = control(card, "Minutes without a better score", NumberEdit)
    number.setRaw(7)
    assert emitted == [Budget(minutes=30, patience=20), Budget(minutes=30, patience=7)]
    press(card, "Train for: no end")
    assert card.budget() == Budget(patience=7)
    card.setBudget(Budget(steps=5))
    assert not tick.isChecked()
    assert not number.isEnabled()


def test_that_a_budget_that_makes_no_sense_gets_a_sentence(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    control(card, "Train for", NumberEdit).lineEdit().setText("soon")
    assert any("minutes takes a number" in text for text in texts(card))
    assert card.budget() == Budget(minutes=30)


def test_that_a_budget_that_is_set_is_shown_and_not_told(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    with qtbot.assertNotEmitted(card.budgetChanged):
        card.setBudget(Budget(kimg=250))
    assert control(card, "Train for: kimg").isChecked()
    assert control(card, "Train for", NumberEdit).raw() == "250"


def test_that_each_kind_of_recipe_has_its_own_picture(qtbot: QtBot) -> None:
    kinds = (Auto, *RECIPES)
    card = card_of(qtbot, *kinds)
    drawn: list[QImage] = []
    for kind in kinds:
        tile = card.tile(kind.name)
        tile.setText("")
        tile.setChecked(False)
        drawn.append(tile.grab().toImage().copy(4, 4, 110, 60))
    assert all(picture != other for place, picture in enumerate(drawn) for other in drawn[:place])
    assert len({sketch_of(kind) for kind in kinds}) == len(kinds)


def test_that_a_choice_is_shown_as_a_headline_and_a_reason_until_it_is_taken_back(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    assert card.choice() == ("", "")
    card.setChoice("DCGAN at 64 px", "there are 9 pictures.")
    assert card.choice() == ("DCGAN at 64 px", "There are 9 pictures.")
    assert set(card.choice()) <= set(texts(card))
    card.setChoice("", "")
    assert card.choice() == ("", "")
    assert "There are 9 pictures." not in texts(card)


def test_that_times_stand_on_the_tiles_and_the_chosen_recipe_has_a_sentence(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    before = card.tile("dcgan").grab().toImage()
    card.setRemarks({"dcgan": "100k in 17 min"}, {"dcgan": "98 images a second.", "linear": "Not known yet."})
    assert card.tile("dcgan").grab().toImage() != before
    assert "98 images a second." in card.tile("dcgan").toolTip()
    assert card.sentence() == "Not known yet."
    card.setRecipe("dcgan")
    assert card.sentence() == "98 images a second."
    assert card.sentence() in texts(card)
    card.setRemarks({}, {})
    assert card.sentence() == ""
    assert card.tile("dcgan").toolTip().count("98") == 0
