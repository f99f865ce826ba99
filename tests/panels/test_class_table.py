"""Classes by hand: merged, renamed and left out, by mouse and by keys alone, and signal only when asked for."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ganstudio.panels.parts.class_table import CLASS, ClassTable
from ganstudio.panels.training.dataset_card import DatasetCard


def table_of(qtbot: QtBot, text: str = "") -> ClassTable:
    made = ClassTable()
    qtbot.addWidget(made)
    made.setFolders({"cat": 3, "dog": 4, "tabby": 5}, text)
    made.show()
    return made


def choose(made: ClassTable, *rows: int) -> None:
    chosen = made.table.selectionModel()
    chosen.clearSelection()
    both = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        chosen.select(made.model.index(row, 0), both)


def test_that_folders_are_merged_renamed_and_left_out(qtbot: QtBot) -> None:
    made = table_of(qtbot)
    choose(made, 0, 2)
    made.merge_button.click()
    assert made.model.counts() == {"cat": 8, "dog": 4}
    made.model.setData(made.model.index(0, CLASS), " feline ")
    made.model.setData(made.model.index(1, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert made.model.text() == "=dog, cat=tabby, feline=cat"
    with qtbot.waitSignal(made.chosen) as signal:
        made.use_button.click()
    assert signal.args == ["=dog, cat=tabby, feline=cat"]
    made.model.setData(made.model.index(1, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    made.reset_button.click()
    assert made.model.text() == ""
    assert not made.use_button.isEnabled()


def test_that_keys_alone_do_it(qtbot: QtBot) -> None:
    made = table_of(qtbot)
    made.table.setCurrentIndex(made.model.index(1, 0))
    qtbot.keyClick(made.table, Qt.Key.Key_Space)
    assert made.model.counts() == {"cat": 3, "tabby": 5}
    made.table.setCurrentIndex(made.model.index(2, CLASS))
    qtbot.keyClick(made.table, Qt.Key.Key_F2)
    field = made.table.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "cat")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.model.counts() == {"cat": 8}, timeout=5000)


def test_that_what_was_made_before_is_shown_and_what_is_begun_stays(qtbot: QtBot) -> None:
    made = table_of(qtbot, "feline=cat+tabby")
    assert made.model.counts() == {"feline": 8, "dog": 4}
    made.model.merge([0, 1])
    made.setFolders({"cat": 3, "dog": 4, "tabby": 5}, "feline=cat+tabby")
    assert made.model.counts() == {"feline": 12}


def test_that_the_card_learns_what_was_named(qtbot: QtBot) -> None:
    card = DatasetCard()
    qtbot.addWidget(card)
    card.setClassFolders({"cat": 3, "dog": 4})
    card.class_table.model.merge([0, 1])
    with qtbot.waitSignal(card.preparationChanged) as signal:
        card.class_table.use_button.click()
    assert (signal.args[0].classes, signal.args[0].labels) == ("cat=cat+dog", True)
    assert card.preparation() == signal.args[0]
