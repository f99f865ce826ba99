"""The line about the run that trains: what it says in each state, and what it leaves out where there is no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Event, Finished, Progress, Started
from ganstudio.panels import look
from ganstudio.panels.shell.status_strip import StatusStrip
from tests.panels.using import label_saying, texts

STARTED = Started(
    run="r", recipe="dcgan", device="RTX 4070", precision="fp32", images=9, resolution=64, channels=3, batch=64,
    step=0, kimg=0,
)  # fmt: skip


def progress(**changes: object) -> Progress:
    fields: dict[str, object] = {
        "step": 4210, "kimg": 269.4, "seconds": 600, "images_per_second": 412.3, "losses": {}, "fraction": 0.5,
        "seconds_left": 720.0, "memory_bytes": 3_100_000_000, "memory_total_bytes": 8_000_000_000,
    }  # fmt: skip
    return Progress(**(fields | changes))  # type: ignore[arg-type]


@pytest.fixture
def strip(qtbot: QtBot) -> StatusStrip:
    made = StatusStrip()
    qtbot.addWidget(made)
    made.resize(1000, 36)
    made.show()
    return made


def replay(strip: StatusStrip, *events: Event) -> None:
    strip.setRun("blossoms-dcgan")
    strip.setState("running")
    for event in events:
        strip.append(event)


def test_that_a_live_run_is_one_line(strip: StatusStrip) -> None:
    replay(strip, STARTED, progress())
    assert strip.texts() == {
        "name": "blossoms-dcgan", "state": "Training", "step": "step 4,210", "kimg": "269 kimg",
        "speed": "412 images/s", "growth": "", "left": "about 12 min left",
        "device": "RTX 4070", "memory": "3.1 / 8.0 GB",
    }  # fmt: skip
    assert set(filter(None, strip.texts().values())) == set(texts(strip))


@pytest.mark.parametrize(
    ("stage", "fade", "text"),
    [
        (4.0, 1.0, "4 of 64 px"), (8.0, 0.0, "8 of 64 px, fading in 0 %"), (16.0, 0.404, "16 of 64 px, fading in 40 %"),
        (16.0, 1.0, "16 of 64 px"), (64.0, 0.5, "64 px, fading in 50 %"), (64.0, 1.0, "64 px, fully grown"),
    ],
)  # fmt: skip
def test_that_growing_networks_tell_their_stage_and_fade(
    strip: StatusStrip, stage: float, fade: float, text: str
) -> None:
    replay(strip, STARTED, progress(losses={"stage": stage, "fade": fade}))
    assert strip.texts()["growth"] == text
    assert text in texts(strip)
    assert text in strip.accessibleName()


def test_that_a_mean_across_a_doubling_leaves_the_stage_as_it_was(strip: StatusStrip) -> None:
    replay(strip, STARTED, progress(losses={"stage": 8.0, "fade": 1.0}), progress(losses={"stage": 10.0, "fade": 0.6}))
    assert strip.texts()["growth"] == "8 of 64 px"
    strip.append(progress(losses={}))
    assert strip.texts()["growth"] == ""


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, "—"), (float("nan"), "—"), (-5.0, "—"), (20.0, "under 1 min left"), (60.0, "about 1 min left"),
        (3600.0, "about 60 min left"), (9000.0, "about 2.5 h left"), (4e5, "about 5 days left"),
    ],
)  # fmt: skip
def test_that_the_time_left_is_as_exact_as_such_a_guess_can_be(
    strip: StatusStrip, seconds: float | None, text: str
) -> None:
    replay(strip, progress(seconds_left=seconds))
    assert strip.texts()["left"] == text


def test_that_nothing_is_promised_while_paused_or_stopping(strip: StatusStrip) -> None:
    replay(strip, progress())
    strip.setState("paused")
    assert (strip.texts()["state"], strip.texts()["left"]) == ("Paused", "")
    strip.append(progress())
    assert strip.texts()["left"] == ""
    strip.setState("stopping")
    assert strip.texts()["state"] == "Saving and stopping"


def test_that_memory_without_a_total_is_told_alone(strip: StatusStrip) -> None:
    replay(strip, progress(memory_total_bytes=None))
    assert strip.texts()["memory"] == "3.1 GB"
    replay(strip, progress(memory_bytes=None))
    assert strip.texts()["memory"] == ""


@pytest.mark.parametrize(("outcome", "word"), [("completed", "Finished"), ("stopped", "Stopped"), ("failed", "Failed")])
def test_that_the_end_is_told(strip: StatusStrip, outcome: str, word: str) -> None:
    replay(strip, progress(), Finished(outcome=outcome, step=9, kimg=1, seconds=1))  # type: ignore[arg-type]
    assert strip.texts()["state"] == word
    assert word in strip.accessibleName()


def test_that_the_line_is_as_long_as_the_share_that_is_done(strip: StatusStrip, themed: look.Colours) -> None:
    replay(strip, progress(fraction=0.5))
    image = strip.grab().toImage()
    assert image.pixelColor(480, 0) == QColor(themed.accent)
    assert image.pixelColor(520, 0) == QColor(themed.line)


def test_that_a_narrow_window_keeps_the_step_and_cuts_nothing_in_half(strip: StatusStrip) -> None:
    replay(strip, STARTED, progress())
    strip.resize(420, 36)
    assert "step 4,210" in texts(strip)
    assert "269 kimg" not in texts(strip)
    strip.resize(1000, 36)
    assert set(filter(None, strip.texts().values())) == set(texts(strip))


def test_that_figures_keep_their_place_when_numbers_grow(strip: StatusStrip) -> None:
    replay(strip, STARTED, progress(step=9, images_per_second=80.0))
    strip.grab()
    before = label_saying(strip, "about 12 min left").x()
    strip.append(progress(step=99_999, images_per_second=1234.0))
    strip.grab()
    assert label_saying(strip, "about 12 min left").x() == before


def test_that_a_click_and_return_lead_to_the_run(qtbot: QtBot, strip: StatusStrip) -> None:
    with qtbot.waitSignal(strip.clicked):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.clicked):
        qtbot.keyClick(strip, Qt.Key.Key_Return)


def test_that_no_run_is_said_quietly(strip: StatusStrip) -> None:
    replay(strip, progress())
    strip.setRun("")
    assert strip.texts()["name"] == "Nothing is training"
    assert strip.texts()["step"] == ""
