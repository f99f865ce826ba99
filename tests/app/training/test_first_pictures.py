"""Something of their own to see at once: while the folder is prepared, and before a run has drawn anything."""

from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ganstudio.app.shell.window import MainWindow
from ganstudio.app.training.first_pictures import FirstPictures
from ganstudio.core.run import Preparation, Run, RunSettings

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def first(qtbot: QtBot) -> FirstPictures:
    made = FirstPictures()
    yield made
    assert made.close()


def _readers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "ganstudio.core.images.worker" in child.cmdline()]


def test_that_the_first_pictures_come_without_a_preparation(qtbot: QtBot, first: FirstPictures, pictures: Path) -> None:
    come: list[list[QImage]] = []
    first.arrived.connect(come.append)
    first.show([str(pictures)], Preparation())
    qtbot.waitUntil(lambda: bool(come) and len(come[-1]) == 32, timeout=30_000)
    assert [len(some) for some in come] == sorted(len(some) for some in come)
    assert {(image.width(), image.height()) for image in come[-1]} == {(128, 128)}
    qtbot.waitUntil(lambda: not first.busy, timeout=10_000)
    assert _readers() == []


def test_that_a_drag_over_the_page_starts_what_reads_and_nothing_stays_of_it(
    qtbot: QtBot, first: FirstPictures, pictures: Path
) -> None:
    first.expect(Preparation())
    qtbot.waitUntil(lambda: not first.busy, timeout=30_000)
    (warm,) = _readers()
    with qtbot.waitSignal(first.arrived, timeout=30_000):
        first.show([str(pictures)], Preparation())
    qtbot.waitUntil(lambda: not first.busy, timeout=30_000)
    assert not warm.is_running()
    first.expect(Preparation())
    qtbot.waitUntil(lambda: not first.busy, timeout=30_000)
    first.forget()
    qtbot.waitUntil(lambda: not first.busy and not _readers(), timeout=30_000)


def test_that_a_folder_that_cannot_be_read_is_left_to_the_preparation(qtbot: QtBot, first: FirstPictures) -> None:
    first.show(["/nowhere/at all"], Preparation())
    qtbot.waitUntil(lambda: not first.busy, timeout=30_000)


def test_that_the_card_shows_them_until_all_are_prepared(qtbot: QtBot, window_with: MakeWindow, pictures: Path) -> None:
    setup = window_with().train.setup
    setup.setSources([str(pictures)])
    setup.first.arrived.emit([QImage(8, 8, QImage.Format.Format_RGB32)] * 3)
    assert setup.card
    assert setup.card.first() == 3
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    assert setup.card.first() == 0
    setup.setSources([str(pictures)])
    assert setup.card.first() == 0  # none of the folder before


def test_that_the_wall_of_a_run_from_the_queue_fills_with_what_it_learns_from(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path, tmp_path: Path
) -> None:
    settings = RunSettings(recipe="linear", sides=((str(pictures),),), values={"resolution": 16})
    window = window_with()
    window.train.open(Run.create(tmp_path / "run", settings), [], "preparing")
    view = window.train.live.samples.view
    qtbot.waitUntil(lambda: view.meanwhile() == 32, timeout=30_000)
    window.train.open(window.train.live.run, [], "idle")
    assert view.meanwhile() == 0
