"""The person's own presets in the window: on Train, where the recipe that makes larger is one, and on Translate."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.training.recipe_picker import RecipeColumn
from ganstudio.panels.training.recipe_card.preset_row import PresetRow
from ganstudio.workflows.own_presets import OwnPresets
from tests.app.fakes import FakeOpener


def column_of(window, page: str, recipe: str) -> RecipeColumn:
    """The form of a page with this recipe chosen."""
    window.navigation.show_page(page)
    setup = window.train.setup if page == "train" else window.navigation.translate.setup
    setup.setRecipe(recipe, "", {})
    return setup.column


def chips(row: PresetRow) -> list[str]:
    buttons = row.findChildren(QAbstractButton)
    return [button.property("preset") for button in buttons if button.property("preset") is not None
            and button.isVisibleTo(row)]  # fmt: skip


def save_as(qtbot: QtBot, row: PresetRow, name: str) -> None:
    qtbot.mouseClick(row.save_button, Qt.MouseButton.LeftButton)
    row.name.clear()
    qtbot.keyClicks(row.name, name)
    qtbot.keyClick(row.name, Qt.Key.Key_Return)


def test_that_settings_are_kept_under_a_name_and_come_back(qtbot: QtBot, window_with, places: Paths) -> None:
    for page, recipe in (("train", "dcgan"), ("train", "superres"), ("translate", "cyclegan")):
        window = window_with()
        column = column_of(window, page, recipe)
        row, form = column.card.presets, column.form
        column.put_right({"batch": 3})
        save_as(qtbot, row, "mine")
        assert (column.card.preset(), chips(row)[-1]) == ("mine", "mine")
        assert not form.row("batch").isChanged(), "it is what the preset says"
        column.put_right({"batch": 5})
        assert form.row("batch").isChanged()
        column = column_of(window_with(), page, recipe)
        column.setRecipe(recipe, "mine", {})
        assert (column.card.preset(), column.form.value()["batch"]) == ("mine", 3)
        assert set(OwnPresets(places.presets).of(column.kind())) == {"mine"}, "for this recipe"


def test_that_what_is_done_with_a_preset_can_be_taken_back(qtbot: QtBot, window_with, places: Paths) -> None:
    column = column_of(window_with(), "train", "dcgan")
    row = column.card.presets
    own = OwnPresets(places.presets)

    def kept() -> dict[str, object]:
        return {name: preset.values["batch"] for name, preset in own.of(column.kind()).items()}

    def undo() -> None:
        qtbot.mouseClick(row.undo_button, Qt.MouseButton.LeftButton)

    column.put_right({"batch": 3})
    save_as(qtbot, row, "mine")
    undo()
    assert kept() == {}
    save_as(qtbot, row, "mine")
    column.put_right({"batch": 4})
    save_as(qtbot, row, "mine")
    assert kept() == {"mine": 4}
    undo()
    assert kept() == {"mine": 3}
    qtbot.mouseClick(row.rename_button, Qt.MouseButton.LeftButton)
    row.name.setText("yours")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert (kept(), column.card.preset()) == ({"yours": 3}, "yours")
    undo()
    assert (kept(), column.card.preset()) == ({"mine": 3}, "mine")
    column.put_right({"batch": 7})
    qtbot.mouseClick(row.delete_button, Qt.MouseButton.LeftButton)
    assert (kept(), column.card.preset()) == ({}, "")
    assert column.form.value()["batch"] == 7, "what is in the form stays"
    undo()
    assert (kept(), column.card.preset(), column.form.value()["batch"]) == ({"mine": 3}, "mine", 7)


def test_that_a_name_that_cannot_be_had_is_said_and_the_field_stays(qtbot: QtBot, window_with, places: Paths) -> None:
    window = window_with()
    column = column_of(window, "train", "dcgan")
    said: list[str] = []
    column.complained.connect(said.append)
    save_as(qtbot, column.card.presets, "Notes")
    assert said == ["DCGAN has a preset called Notes of its own; choose another name."]
    assert window.messages.isVisible()
    assert column.card.presets.name.isVisible()
    assert not places.presets.exists()
    qtbot.waitUntil(column.card.presets.name.hasFocus)
    qtbot.keyClick(column.card.presets.name, Qt.Key.Key_Escape)
    assert not column.card.presets.name.isVisible()
    save_as(qtbot, column.card.presets, "left & right")
    assert chips(column.card.presets)[-1] == "left & right"


def test_that_a_damaged_file_is_said_once_and_the_recipe_can_be_used(window_with, places: Paths) -> None:
    places.presets.parent.mkdir(parents=True, exist_ok=True)
    places.presets.write_text("damaged")
    window = window_with()
    said: list[str] = []
    window.train.setup.column.complained.connect(said.append)
    column = column_of(window, "train", "dcgan")
    column.setRecipe("dcgan", "notes", {})
    assert column.card.preset() == "notes"
    assert len(said) == 1
    assert "presets.json is damaged" in said[0]


def test_that_auto_has_none(window_with, places: Paths) -> None:
    OwnPresets(places.presets)
    window = window_with()
    column = column_of(window, "train", "dcgan")
    assert column.card.presets.isVisible()
    column.setRecipe("auto", "", {})
    column.setFolded(False)
    assert not column.card.presets.isVisible()


def test_that_a_run_remembers_its_preset_also_when_that_is_gone(qtbot: QtBot, window_with, places, pictures) -> None:
    window = window_with(FakeOpener(last=3))
    column = column_of(window, "train", "dcgan")
    column.put_right({"resolution": 16, "batch": 4})
    save_as(qtbot, column.card.presets, "mine")
    setup = window.train.setup
    setup.setSources([str(pictures)])
    qtbot.waitUntil(lambda: setup.finding() is None, timeout=30_000)
    settings = setup.settings()
    assert settings.preset == "mine"
    window.services.start(settings, "first")
    known = window.memory.value
    assert (known.preset, dict(known.values)) == ("mine", {})
    qtbot.waitUntil(lambda: not window.current_run.busy)
    OwnPresets(places.presets).delete(column.kind(), "mine")
    window.services.start(settings, "second")
    known = window.memory.value
    assert known.preset == ""
    assert (known.values["resolution"], known.values["batch"]) == (16, 4)
    qtbot.waitUntil(lambda: not window.current_run.busy)
