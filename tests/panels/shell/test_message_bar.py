"""The message bar: the worst message first, each once, and its button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ganstudio.panels import look
from ganstudio.panels.shell.message_bar import Message, MessageBar
from tests.panels.using import control, label_saying, press, texts


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    made.resize(700, 48)
    return made


def test_that_it_is_hidden_until_there_is_something(bar: MessageBar) -> None:
    assert bar.isHidden()
    bar.add(Message(text="3 images vanished."))
    assert not bar.isHidden()
    assert texts(bar) == ["3 images vanished."]


def test_that_the_worst_comes_first_and_of_equal_ones_the_newest(bar: MessageBar) -> None:
    for text, severity in (("a", "info"), ("b", "bad"), ("c", "warn"), ("d", "bad")):
        bar.add(Message(text=text, severity=severity))  # type: ignore[arg-type]
    seen = []
    while message := bar.current():
        seen.append(message.text)
        press(bar, "Close this message (Escape)")
    assert seen == ["d", "b", "c", "a"]
    assert bar.isHidden()


def test_that_the_same_message_is_shown_once_and_a_topic_replaced(bar: MessageBar) -> None:
    for _ in range(3):
        bar.add(Message(text="same"))
    assert bar.count() == 1
    bar.add(Message(text="31 MB free", topic="disk"))
    bar.add(Message(text="12 MB free", topic="disk"))
    assert bar.count() == 2
    bar.remove("disk")
    assert bar.count() == 1


def test_that_a_flood_is_bounded(bar: MessageBar) -> None:
    for number in range(1000):
        bar.add(Message(text=str(number)))
    assert bar.count() == MessageBar.MOST
    assert bar.current() == Message(text="999")


def test_that_the_action_tells_and_closes(qtbot: QtBot, bar: MessageBar) -> None:
    message = Message(text="stopped", action="Resume")
    bar.add(message)
    with qtbot.waitSignal(bar.actionRequested) as emitted:
        qtbot.keyClick(control(bar, "Resume"), Qt.Key.Key_Space)
    assert emitted.args == [message]
    assert bar.isHidden()


def test_that_the_log_is_offered_only_where_there_is_one(qtbot: QtBot, bar: MessageBar) -> None:
    bar.add(Message(text="x"))
    assert not control(bar, "Show log").isVisibleTo(bar)
    bar.add(Message(text="y", severity="bad", log="/logs/crash.log"))
    with qtbot.waitSignal(bar.logRequested) as emitted:
        press(bar, "Show log")
    assert emitted.args == ["/logs/crash.log"]
    assert not bar.isHidden()


def test_that_escape_closes(qtbot: QtBot, bar: MessageBar) -> None:
    bar.add(Message(text="x"))
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_that_markup_stays_text(bar: MessageBar) -> None:
    bar.add(Message(text="<img src=x>.png is <b>broken</b>"))
    assert label_saying(bar, "<img src=x>.png is <b>broken</b>").textFormat() == Qt.TextFormat.PlainText


def test_that_it_is_coloured_by_how_bad_it_is(bar: MessageBar, themed: look.Colours) -> None:
    for severity in ("info", "warn", "bad"):
        bar.clear()
        bar.add(Message(text="x", severity=severity))  # type: ignore[arg-type]
        role = {"info": themed.accent, "warn": themed.warn, "bad": themed.bad}[severity]
        assert bar.grab().toImage().pixelColor(1, 24) == QColor(role)
