"""The scrubber: over the full width, and what happened is marked where it happened."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Sampled, Scored, Warned
from ganstudio.panels import look
from ganstudio.panels.parts.scrubber import Mark, Scrubber
from ganstudio.panels.training.sample_view import SampleView

MARKS = [Mark(150, "best", "best"), Mark(50, "warning", "too strong"), Mark(400, "branch", "branch")]


@pytest.fixture
def scrubber(qtbot: QtBot) -> Scrubber:
    made = Scrubber()
    qtbot.addWidget(made)
    made.resize(600, 80)
    made.show()
    made.setSteps([0, 100, 200, 400])
    made.setMarks(MARKS)
    return made


def test_that_the_slider_takes_the_full_width(scrubber: Scrubber) -> None:
    assert scrubber.slider().width() == scrubber.width()


def test_that_marks_lie_where_they_happened(scrubber: Scrubber) -> None:
    places = {mark.kind: place for place, mark in scrubber.slider().marks()}
    assert places == {"warning": 0.5, "best": 1.5, "branch": 3.0}
    shown = scrubber.slider().grab().toImage()
    known = look.colours(scrubber)
    for kind, colour in (("warning", known.warn), ("branch", known.accent)):
        across = round(scrubber.slider().across(places[kind]))
        assert any(shown.pixelColor(across, down) == QColor(colour) for down in range(12))


def test_that_no_sign_covers_another(scrubber: Scrubber) -> None:
    scrubber.setMarks([Mark(400, "best", "best"), Mark(400, "warning", "w"), Mark(399, "branch", "b")])
    places = [across for across, _ in scrubber.slider().signs()]
    assert all(after - before >= 12 for before, after in itertools.pairwise(places))
    assert all(scrubber.slider().markAt(QPointF(across, 5)) for across in places)


def test_that_the_slider_shares_its_line_where_there_is_little_height(qtbot: QtBot) -> None:
    view = SampleView()
    qtbot.addWidget(view)
    view.show()
    view.resize(460, 600)
    qtbot.waitUntil(lambda: view.scrubber.height() > 55)
    view.resize(460, 280)
    qtbot.waitUntil(lambda: view.scrubber.height() < 45)
    assert view.scrubber.slider().width() < 300
    assert not view.view.geometry().intersects(view.scrubber.geometry())


def test_that_a_click_on_a_sign_goes_there_and_the_hint_says_what_it_is(qtbot: QtBot, scrubber: Scrubber) -> None:
    slider = scrubber.slider()
    place = QPoint(round(slider.across(1.5)), 5)
    assert slider.markAt(QPointF(place)) == MARKS[0]
    with qtbot.waitSignal(scrubber.momentChanged) as signal:
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [100]  # the samples before it
    assert slider.markAt(QPointF(slider.across(2.2), 5)) is None
    assert "too strong" in slider.accessibleDescription()


def test_that_a_run_marks_its_best_moment_its_warnings_and_its_branches(qtbot: QtBot, tmp_path: Path) -> None:
    view = SampleView()
    qtbot.addWidget(view)
    view.setFolder(tmp_path)
    for step in (0, 100, 200):
        view.append(Sampled(step=step, kimg=step, path=f"{step}.png", rows=1, columns=1))
    for step, best in ((50, True), (100, True), (200, False)):
        view.append(Scored(step=step, kimg=step, scores={"KID": 1.0}, count=10, features="x", best=best))
    view.append(Warned(step=120, topic="still", message="It stands still."))
    view.setBranches([(200, "other")])
    marks = view.scrubber.marks()
    assert [(mark.step, mark.kind) for mark in marks] == [(100, "best"), (120, "warning"), (200, "branch")]
    assert "It stands still." in marks[1].text
    assert marks[2].text.startswith("other")
    view.setFolder(None)
    assert view.scrubber.marks() == []
