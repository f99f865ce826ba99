"""The rail by keyboard: one place that Tab reaches, and it is the page on show."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.app.shell.rail import Rail


@pytest.fixture
def rail(qtbot: QtBot) -> Iterator[Rail]:
    """Beside a field that can have the focus, on the first page."""
    window, rail = QWidget(), Rail()
    box = QHBoxLayout(window)
    box.addWidget(rail)
    box.addWidget(QLineEdit())
    qtbot.addWidget(window)
    rail.chosen.connect(rail.setPage)
    rail.setPage("train")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield rail
    window.close()


def focused(rail: Rail) -> str:
    return next((name for name, button in rail.buttons.items() if button.hasFocus()), "")


def test_that_the_focus_goes_with_the_page(rail: Rail) -> None:
    rail.buttons["train"].setFocus()
    rail.setPage("translate")
    assert focused(rail) == "translate"


def test_that_the_focus_stays_where_it_is_outside_the_rail(qtbot: QtBot, rail: Rail) -> None:
    field = rail.window().findChild(QLineEdit)
    assert field
    field.setFocus()
    rail.setPage("runs")
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Backtab)
    assert focused(rail) == "runs"


def test_that_arrows_go_from_page_to_page(qtbot: QtBot, rail: Rail) -> None:
    rail.setPage("explore")
    rail.buttons["explore"].setFocus()
    for name in ("translate", "enhance", "runs"):
        with qtbot.waitSignal(rail.chosen) as choice:
            qtbot.keyClick(rail.window().focusWidget(), Qt.Key.Key_Down)
        assert choice.args == [name]
        assert focused(rail) == name
