"""Sparing: at once while nothing trains; else seldom, the newest, and where a movement ends at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ganstudio.app.runner.sparing import Sparing


@pytest.fixture
def sparing(qtbot: QtBot) -> Iterator[Sparing]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield Sparing(0.1, parent)
    parent.deleteLater()


def test_that_everything_is_done_at_once_while_nothing_trains(sparing: Sparing) -> None:
    done: list[int] = []
    for number in range(3):
        sparing.want(lambda number=number: done.append(number))
        sparing.spent(5.0)
    assert done == [0, 1, 2]


def test_that_while_a_run_trains_the_newest_waits_until_the_share_allows_it(qtbot: QtBot, sparing: Sparing) -> None:
    done: list[int] = []
    sparing.training = True
    for number in range(5):
        sparing.want(lambda number=number: done.append(number))
    assert done == [0]
    qtbot.wait(50)
    assert done == [0]  # nobody has said yet what the first has cost
    sparing.spent(0.01)
    qtbot.wait(30)
    assert done == [0]
    qtbot.waitUntil(lambda: done == [0, 4], timeout=5000)


def test_that_where_a_movement_ends_is_drawn_at_once_and_nothing_after_it(qtbot: QtBot, sparing: Sparing) -> None:
    done: list[str] = []
    sparing.training = True
    sparing.want(lambda: done.append("first"))
    sparing.want(lambda: done.append("late"))
    sparing.insist(lambda: done.append("end"))
    sparing.spent(0.001)
    qtbot.wait(60)
    assert done == ["first", "end"]


def test_that_what_belongs_to_another_run_is_forgotten(qtbot: QtBot, sparing: Sparing) -> None:
    done: list[str] = []
    sparing.training = True
    sparing.want(lambda: done.append("first"))
    sparing.want(lambda: done.append("late"))
    sparing.forget()
    sparing.spent(0.001)
    qtbot.wait(60)
    assert done == ["first"]
