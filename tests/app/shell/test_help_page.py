"""The help page looks at the computer when it is asked to, and its report can be taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from ganstudio.app.shell.help_page import HelpPage


@pytest.fixture
def page(qtbot, tmp_path):
    made = HelpPage([("F1", "Help")], {"Runs": tmp_path})
    qtbot.addWidget(made)
    made.show()
    yield made
    assert made.close_threads()


def test_that_it_says_what_is_here_and_copies_it(qtbot, page):
    card = page.computer
    assert not card.copy.isVisible()
    qtbot.mouseClick(card.look, Qt.MouseButton.LeftButton)
    assert not card.look.isEnabled()
    qtbot.waitUntil(lambda: bool(card.findings), timeout=60_000)
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert all(any(finding.sentence in text for text in texts) for finding in card.findings)
    qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert "PyTorch" in QGuiApplication.clipboard().text()


def test_that_looking_again_replaces_what_was_said(qtbot, page):
    for _ in range(2):
        page.computer.findings = []
        qtbot.mouseClick(page.computer.look, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(page.computer.findings), timeout=60_000)
        qtbot.waitUntil(lambda: [label.text() for label in page.computer.findChildren(QLabel)].count("Program") == 1)


def test_that_f1_opens_help_at_what_it_says_of_the_page_on_show(qtbot, window_with):
    window = window_with()
    window.resize(1100, 700)
    names = [name for name in window.rail.buttons if name != "help"]
    for name in names:
        window.navigation.show_page(name)
        window.commands.help.trigger()
        page = window.navigation.help
        assert set(page.parts) == set(names), "every page has its part"

        def at_the_top(part=page.parts[name], page=page) -> bool:
            place = part.mapTo(page, part.rect().topLeft()).y()
            return 0 <= place < page.height() // 3

        qtbot.waitUntil(at_the_top)
    window.commands.help.trigger()  # once more: it stays where it is
    assert at_the_top()
