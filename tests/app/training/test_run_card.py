"""The card of a run that has ended: its film, the pictures of its best moment, and the ways on from it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ganstudio.app.training.live_page import LivePage
from ganstudio.core.events import Event, Finished, Sampled, Scored
from ganstudio.core.run import Run, RunSettings
from ganstudio.panels.parts.giving import giving_of

COLOURS = {0: "red", 100: "lime", 200: "blue"}


@pytest.fixture
def page(qtbot: QtBot) -> LivePage:
    made = LivePage()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def happened(run: Run, *, best: int | None, columns: int = 4) -> list[Event]:
    """Grids of one colour each, with grey in their second column."""
    events: list[Event] = []
    (run.folder / "samples").mkdir(exist_ok=True)
    for step, colour in COLOURS.items():
        picture = QImage(8 * columns, 16, QImage.Format.Format_RGB32)
        picture.fill(QColor(colour))
        for x, y in ((x, y) for x in range(8, 16) for y in range(16)):
            picture.setPixelColor(x, y, QColor("gray"))
        path = f"samples/{step:09d}.png"
        picture.save(str(run.folder / path))
        events.append(Sampled(step=step, kimg=1.0, path=path, rows=2, columns=columns))
    if best is not None:
        scores = {"KID": 0.1}
        events.append(Scored(step=best, kimg=1.0, scores=scores, count=500, features="builtin", best=True))
    return [*events, Finished(outcome="completed", step=200, kimg=1.0, seconds=9.0, message="")]


def new_run(folder: Path, recipe: str = "dcgan", sides: int = 1) -> Run:
    return Run.create(folder, RunSettings(recipe=recipe, sides=(("pictures",),) * sides))


def colours(page: LivePage) -> list[str]:
    return [tile.pixelColor(3, 3).name() for tile in page.best.shown()]


@pytest.mark.parametrize(("best", "colour"), [(150, "#00ff00"), (200, "#0000ff"), (None, "#0000ff")])
def test_that_the_pictures_are_those_of_the_best_moment(qtbot: QtBot, page, tmp_path: Path, best, colour: str) -> None:
    run = new_run(tmp_path / "run")
    page.show_run(run, happened(run, best=best))
    qtbot.waitUntil(lambda: bool(page.best.shown()))
    assert set(colours(page)) == {colour, "#808080"}
    assert len(colours(page)) > 3


def test_that_a_translation_shows_what_it_made(qtbot: QtBot, page: LivePage, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run", "cyclegan", 2)
    page.show_run(run, happened(run, best=100))
    qtbot.waitUntil(lambda: bool(page.best.shown()))
    assert colours(page) == ["#808080"] * 2


def test_that_a_run_that_trains_shows_neither(page: LivePage, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run")
    page.show_run(run, happened(run, best=100)[:-1], "running")
    assert not page.best.isVisible()
    assert not page.longer_button.isVisible()


def test_that_the_ways_on_ask_for_what_they_say(qtbot: QtBot, page: LivePage, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run")
    page.show_run(run, happened(run, best=100))
    for button in (page.explore_button, page.take_button, page.longer_button):
        assert button.isVisible()
    with qtbot.waitSignal(page.continueRequested):
        qtbot.mouseClick(page.longer_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.samples.exploreRequested):
        qtbot.mouseClick(page.explore_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.take_button, Qt.MouseButton.LeftButton)
    assert page.export.isVisible()


def test_that_each_picture_can_be_taken_and_the_row_copied(qtbot: QtBot, page: LivePage, tmp_path: Path) -> None:
    run = new_run(tmp_path / "run")
    page.show_run(run, happened(run, best=100))
    qtbot.waitUntil(lambda: bool(page.best.shown()))
    giving, count = giving_of(page.best), len(page.best.shown())
    assert giving
    assert giving.copy()
    assert page.best.width() > 0
    from PySide6.QtGui import QGuiApplication

    assert QGuiApplication.clipboard().image().size().width() == 8 * count
