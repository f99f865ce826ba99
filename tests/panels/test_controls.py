"""Buttons, choices and lines where there is room for them and where there is none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.panels import look
from ganstudio.panels.parts.areas import Stack, scrolling
from ganstudio.panels.parts.controls import Button, Check, Combo, LineField, Segmented, column, holding, label, row

LONG = "Go on with discriminator lr 0.0001 (now 0.0002), augmentation on"


def shown(qtbot: QtBot, widget: QWidget, width: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, 40)
    widget.show()
    widget.grab()
    return widget


@pytest.mark.parametrize("kind", [Button, QPushButton])
def test_that_a_long_text_is_shortened_at_its_end(qtbot: QtBot, kind: type[QPushButton], themed: look.Colours) -> None:
    """Shortened, two texts that begin alike look alike; centred and cut, as Qt has it, they do not."""
    images = []
    for text in (LONG, LONG + " and off"):
        button = Button(text, "Starts a new run", icon="play") if kind is Button else QPushButton(text)
        qtbot.addWidget(button)
        button.resize(160, 32)
        images.append(button.grab().toImage())
    assert (images[0] == images[1]) == (kind is Button)


def test_that_a_shortened_button_goes_on_working_and_says_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    button = Button(LONG, "Starts a new run")
    shown(qtbot, button, 120)
    assert button.minimumSizeHint().width() == Button.LEAST < button.sizeHint().width()
    assert button.toolTip() == f"<qt>{LONG}: Starts a new run</qt>"
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.resize(600, 32)
    assert button.toolTip() == "<qt>Starts a new run</qt>"


def line_of(qtbot: QtBot, width: int) -> tuple[QWidget, list[Button]]:
    buttons = [Button("Time machine", "Shows the moments", icon="clock"), Button("Export", "Takes away", icon="export"),
               Button("Start", "Begins", icon="play", kind="main")]  # fmt: skip
    return shown(qtbot, holding(row(*buttons)), width), buttons


def test_that_a_line_without_room_turns_its_longest_button_into_an_icon_and_keeps_the_main_one(qtbot: QtBot) -> None:
    line, buttons = line_of(qtbot, 600)
    assert all(button.width() >= button.fullWidth() for button in buttons)
    first, second, main = buttons
    line.resize(sum(button.fullWidth() for button in buttons) - 4, 40)
    line.grab()
    assert first.width() < first.fullWidth()
    assert first.toolTip() == "<qt>Time machine: Shows the moments</qt>"
    assert first.accessibleName() == first.text() == "Time machine"
    assert second.width() >= second.fullWidth()
    line.resize(first.iconWidth() + second.iconWidth() + main.fullWidth() + 16, 40)
    line.grab()
    assert [first.width(), second.width()] == [first.iconWidth(), second.iconWidth()]
    assert main.width() == main.fullWidth()


def test_that_a_line_that_gets_its_room_back_shows_its_texts_again(qtbot: QtBot) -> None:
    line, buttons = line_of(qtbot, 180)
    line.resize(600, 40)
    line.grab()
    assert all(button.width() >= button.fullWidth() for button in buttons)


def test_that_what_is_shortened_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    combo, field, check = Combo("Run", "Whose pictures"), LineField("Name", "Any word"), Check(LONG, "On or off")
    combo.addItem(LONG)
    field.setPlaceholderText(LONG)
    for widget in (combo, field, check):
        shown(qtbot, widget, 100)
        assert LONG in widget.toolTip()
        widget.resize(800, 40)
        assert LONG not in widget.toolTip()


def test_that_choices_without_room_are_shortened_all_alike(qtbot: QtBot) -> None:
    choices = Segmented("Kind", [(LONG, at, "This one") for at in range(3)])
    shown(qtbot, choices, 240)
    widths = [choices.button(at).width() for at in range(3)]
    assert max(widths) - min(widths) <= 1
    assert choices.width() == 240


def test_that_a_stack_asks_for_the_room_of_its_page_on_show_alone(qtbot: QtBot) -> None:
    small, large = label("x"), QWidget()
    large.setMinimumSize(500, 400)
    stack = Stack(small, large)
    qtbot.addWidget(stack)
    assert stack.minimumSizeHint() == small.minimumSizeHint()
    stack.setCurrentWidget(large)
    assert (stack.minimumSizeHint().width(), stack.minimumSizeHint().height()) == (500, 400)


def test_that_what_scrolls_tells_how_narrow_it_may_be(qtbot: QtBot) -> None:
    content = QLabel(LONG)
    area = scrolling(content)
    qtbot.addWidget(area)
    assert area.minimumSizeHint().width() >= content.minimumSizeHint().width()
    holder = shown(qtbot, holding(column(area)), 10)
    assert holder.minimumSizeHint().width() >= content.minimumSizeHint().width()
