"""From the card to all pictures and back: what is left out there is left out of the run, and comes back."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganstudio.app.shell.window import MainWindow
from ganstudio.app.training.setup_page import SetupPage
from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.core.images.cache import prepare
from ganstudio.core.run import Preparation
from tests.cli.support import write_pictures

MakeWindow = Callable[..., MainWindow]


def ready(qtbot: QtBot, window: MainWindow, pictures: Path) -> SetupPage:
    setup = window.train.setup
    setup.setRecipe("linear", "", {"resolution": 16, "batch": 4})
    setup.setSources([str(pictures)])
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    return setup


def looked_through(qtbot: QtBot, setup: SetupPage) -> None:
    assert setup.card
    setup.card.look_button.click()
    assert setup.stage
    qtbot.waitUntil(lambda: setup.stage.panel.model.rowCount() == 64, timeout=30_000)


def test_that_what_is_left_out_is_neither_counted_nor_learned(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    setup = ready(qtbot, window_with(), pictures)
    looked_through(qtbot, setup)
    panel = setup.stage.panel
    assert panel.isVisible()
    qtbot.waitUntil(lambda: panel.model.lacking(range(8)) == [], timeout=30_000)
    assert panel.model.small(panel.model.index(0)).width() == 192
    qtbot.keyClick(panel.wall, Qt.Key.Key_Delete)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    assert setup.settings().preparation.excluded == ("00.png",)
    assert "63 images" in setup.readiness.text()
    looked_through(qtbot, setup)
    assert setup.stage.panel.model.excluded() == {"00.png"}
    panel.model.exclude([0], False)
    panel.close_up()
    qtbot.waitUntil(lambda: "64 images" in setup.readiness.text(), timeout=30_000)


def test_that_who_leaves_before_there_is_anything_to_see_has_chosen_nothing(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path, tmp_path: Path
) -> None:
    setup = ready(qtbot, window_with(), pictures)
    looked_through(qtbot, setup)
    setup.stage.panel.model.exclude([3], True)
    setup.stage.panel.close_up()
    qtbot.waitUntil(lambda: "63 images" in setup.readiness.text(), timeout=30_000)
    setup.look_through()
    setup.stage.panel.done.click()
    assert setup.settings().preparation.excluded == ("03.png",)
    setup.setSources([str(pictures.rename(tmp_path / "others"))])
    qtbot.waitUntil(lambda: "64 images" in setup.readiness.text(), timeout=30_000)
    setup.look_through()
    setup.stage.panel.done.click()
    assert setup.settings().preparation.excluded == ()


def test_that_other_pictures_are_all_learned(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path, tmp_path: Path
) -> None:
    setup = ready(qtbot, window_with(), pictures)
    looked_through(qtbot, setup)
    setup.stage.panel.model.exclude([3], True)
    setup.stage.panel.close_up()
    qtbot.waitUntil(lambda: "63 images" in setup.readiness.text(), timeout=30_000)
    (tmp_path / "nothing").mkdir()
    setup.setSources([str(tmp_path / "nothing")])  # a slip of the hand: what was there comes back as it was
    qtbot.waitUntil(lambda: "63 images" in setup.readiness.text(), timeout=30_000)
    assert setup.settings().preparation.excluded == ("03.png",)
    other = pictures.rename(tmp_path / "others")
    setup.setSources([str(other)])
    qtbot.waitUntil(lambda: "64 images" in setup.readiness.text(), timeout=30_000)
    assert setup.settings().preparation.excluded == ()


def test_that_a_picture_fitted_by_hand_is_learned_so(qtbot: QtBot, window_with: MakeWindow, tmp_path: Path) -> None:
    folder = write_pictures(tmp_path / "wide", 64, (32, 16))
    setup = ready(qtbot, window_with(), folder)
    looked_through(qtbot, setup)
    panel = setup.stage.panel
    qtbot.keyClick(panel.wall, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    panel.wall.setCurrentIndex(panel.model.index(1))
    panel.model.setFit([1], "stretch")
    qtbot.waitUntil(lambda: panel.model.lacking(range(8)) == [], timeout=30_000)
    shown = panel.model.prepared(panel.model.index(1))
    panel.close_up()
    assert not setup.start_button.isEnabled()
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    fits = FitByHand("picture 00.png", "crop", 0.45), FitByHand("picture 01.png", "stretch")
    assert setup.settings().preparation.fits == fits
    learned = prepare([folder], Preparation(fits=fits), 16)
    with Image.open(folder / "picture 01.png") as original:
        stretched = np.asarray(original.resize((16, 16), Image.Resampling.LANCZOS)).astype(int)
    assert np.abs(learned.pixels[1] - stretched).max() <= 2
    assert shown.pixelColor(5, 7).getRgb()[:3] == tuple(learned.pixels[1][7, 5])
    looked_through(qtbot, setup)
    assert setup.stage.panel.model.chosen().fits == fits
