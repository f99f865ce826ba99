from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Budget
from ganstudio.models import RECIPES
from ganstudio.models.auto import Auto
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.linear.recipe import Linear
from ganstudio.panels.training.recipe_card import RecipeCard
from ganstudio.panels.training.recipe_card.architecture import sketch_of
from ganstudio.panels.training.settings_form import SettingsForm


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
    assert card._summary.text() == Linear.summary
    assert Linear.paper in card._paper.text()
    assert Linear.note in card._paper.text()


def test_that_a_click_chooses_once(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    told: list[str] = []
    card.recipeChanged.connect(told.append)
    qtbot.mouseClick(card.tile("dcgan"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.tile("dcgan"), Qt.MouseButton.LeftButton)
    assert told == ["dcgan"]
    assert card._when.text() == DCGAN.when


def test_that_arrow_keys_and_space_choose_among_fourteen(qtbot: QtBot) -> None:
    card = card_of(qtbot, *MANY)
    card.tile("recipe-0").setFocus()
    with qtbot.waitSignal(card.recipeChanged) as told:
        qtbot.keyClick(card.tile("recipe-0"), Qt.Key.Key_Right)
        qtbot.keyClick(card.tile("recipe-1"), Qt.Key.Key_Space)
    assert told.args == ["recipe-1"]


def test_that_a_recipe_that_is_set_is_not_told_and_an_unknown_one_is_passed_over(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    with qtbot.assertNotEmitted(card.recipeChanged):
        card.setRecipe("dcgan")
        card.setRecipe("nobody")
    assert card.recipe() == "dcgan"


def test_that_presets_are_one_click_and_explain_themselves(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    assert card.preset() == ""
    notes = next(button for button in card._presets.buttons() if button.property("preset") == "notes")
    with qtbot.waitSignal(card.presetChosen) as told:
        notes.click()
    assert told.args == ["notes"]
    assert card.preset() == "notes"
    assert card._preset_note.text() == DCGAN.presets["notes"].note


def test_that_the_presets_follow_the_recipe(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN, Linear)
    card.setPreset("notes")
    card.setRecipe("linear")
    assert card.preset() == ""
    assert {button.property("preset") for button in card._presets.buttons()} == {"", *Linear.presets}


def test_that_the_form_stands_above_the_budget(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    form = SettingsForm(DCGAN)
    card.setForm(form)
    places = [card._box.indexOf(one) for one in (card._preset_row, form, card._budget)]
    assert places == sorted(places)
    assert places[0] >= 0


def test_that_the_budget_is_told_in_each_measure(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    told: list[Budget] = []
    card.budgetChanged.connect(told.append)
    assert card.budget() == Budget(minutes=30)
    row = card._budget
    row._measure.button("steps").click()
    row._number.lineEdit().setText("500")
    row._measure.button("").click()
    assert told == [Budget(steps=10000), Budget(steps=500), Budget()]


def test_that_a_budget_that_makes_no_sense_gets_a_sentence(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    card._budget._number.lineEdit().setText("soon")
    assert "minutes takes a number" in card._budget.sentence()
    assert card.budget() == Budget(minutes=30)


def test_that_a_budget_that_is_set_is_shown_and_not_told(qtbot: QtBot) -> None:
    card = card_of(qtbot, DCGAN)
    with qtbot.assertNotEmitted(card.budgetChanged):
        card.setBudget(Budget(kimg=250))
    assert (card._budget._measure.data(), card._budget._number.raw()) == ("kimg", "250")


def test_that_each_kind_of_recipe_has_its_own_picture(qtbot: QtBot) -> None:
    kinds = (Auto, *RECIPES)
    card = card_of(qtbot, *kinds)
    drawn: list[QImage] = []
    for kind in kinds:
        tile = card.tile(kind.name)
        tile.setText("")
        tile.setChecked(False)
        drawn.append(tile.grab().toImage().copy(4, 4, 110, 60))
    assert all(one != other for place, one in enumerate(drawn) for other in drawn[:place])
    assert len({sketch_of(kind) for kind in kinds}) == len(kinds)


def test_that_a_choice_is_shown_as_a_headline_and_a_reason_until_it_is_taken_back(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    assert not card._choice.isVisible()
    card.setChoice("DCGAN at 64 px", "there are 9 pictures.")
    assert card._choice.isVisible()
    assert (card._headline.text(), card._because.text()) == ("DCGAN at 64 px", "There are 9 pictures.")
    card.setChoice("", "")
    assert not card._choice.isVisible()


def test_that_times_stand_on_the_tiles_and_the_chosen_recipe_has_a_sentence(qtbot: QtBot) -> None:
    card = card_of(qtbot, Linear, DCGAN)
    before = card.tile("dcgan").grab().toImage()
    card.setRemarks({"dcgan": "100k in 17 min"}, {"dcgan": "98 images a second.", "linear": "Not known yet."})
    assert card.tile("dcgan").grab().toImage() != before
    assert "98 images a second." in card.tile("dcgan").toolTip()
    assert card._sentence.text() == "Not known yet."
    card.setRecipe("dcgan")
    assert card._sentence.text() == "98 images a second."
    card.setRemarks({}, {})
    assert not card._sentence.isVisible()
    assert card.tile("dcgan").toolTip().count("98") == 0
