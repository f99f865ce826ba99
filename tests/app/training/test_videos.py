"""A video as a data set, in the window: from the drop to the run."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ganstudio.app.shell.window import MainWindow
from ganstudio.export.video import write_mp4

pytest.importorskip("av", reason="PyAV is not installed")
MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Ten seconds of coarse noise, another picture five times a second."""
    draw = np.random.default_rng(0)
    frames = [np.kron(draw.integers(0, 256, (6, 8, 3), np.uint8), np.ones((8, 8, 1), np.uint8)) for _ in range(50)]
    with open(tmp_path / "clip.mp4", "wb") as file:
        write_mp4(file, frames, Fraction(5))
    return tmp_path / "clip.mp4"


def test_that_a_dropped_video_shows_a_strip_whose_stretch_is_learned(
    qtbot: QtBot, window_with: MakeWindow, clip: Path
) -> None:
    window = window_with()
    window.resize(1200, 760)
    setup = window.train.setup
    setup.setRecipe("linear", "", {"resolution": 16, "batch": 4})
    window.navigation.open_paths([str(clip)])
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    card = setup.card
    assert card is not None
    assert card.film.isVisible()
    assert not card.row("video_rate").isHidden()
    strip = card.film
    press, release = QPoint(2, 20), QPoint(strip.width() // 2, 20)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=press)
    qtbot.mouseMove(strip, release)
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=release)
    qtbot.waitUntil(lambda: setup.settings().preparation.video_from == pytest.approx(5.0, abs=0.2))
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    assert card.preparation().video_to == 0.0
    assert card.state() == "ready"
    qtbot.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: setup.settings().preparation.video_to == pytest.approx(9.8, abs=0.1))


def test_that_pictures_have_no_strip(qtbot: QtBot, window_with: MakeWindow, pictures: Path) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setRecipe("linear", "", {"resolution": 16, "batch": 4})
    setup.setSources([str(pictures)])
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    card = setup.card
    assert card is not None
    assert card.film.isHidden()
    assert card.row("video_rate").isHidden()
