"""Pictures of one shape are offered to be learned in it: by Auto, and on Translate where both sides have it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from ganstudio.app.shell.window import MainWindow

MakeWindow = Callable[..., MainWindow]
PATIENCE = 30_000


def drawn(folder: Path, size: tuple[int, int], first: int = 0) -> str:
    folder.mkdir()
    for number in range(8):
        cells = np.random.default_rng(first + number).integers(0, 256, (6, 6, 3), np.uint8)
        Image.fromarray(cells).resize(size).save(folder / f"{number}.png")
    return str(folder)


def test_that_auto_learns_them_in_their_own_shape(qtbot: QtBot, window_with: MakeWindow, tmp_path: Path) -> None:
    setup = window_with().train.setup
    setup.setRecipe("auto", "", {})
    setup.setSources([drawn(tmp_path / "wide", (96, 64))])
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=PATIENCE)
    card = setup.card
    assert card is not None
    assert card.shape_button.text() == "Learn them 3 : 2, 96 x 64 px"
    card.shape_button.click()
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=PATIENCE)
    assert setup.settings().recipe == "auto"
    assert setup.settings().values == {"resolution": "96x64"}
    assert not card.shape_button.isVisible()


@pytest.mark.parametrize(("other", "offered"), [((192, 128), True), ((64, 64), False)])
def test_that_two_sides_of_one_shape_are_learned_in_it(
    qtbot: QtBot, window_with: MakeWindow, tmp_path: Path, other: tuple[int, int], offered: bool
) -> None:
    window = window_with()
    window.navigation.show_page("translate")
    setup = window.navigation.translate.setup
    setup.setRecipe("cyclegan", "quick", {})
    setup.setSides([drawn(tmp_path / "a", (96, 64)), drawn(tmp_path / "b", other, 50)])
    qtbot.waitUntil(lambda: bool(setup.a.prepared and setup.b.prepared), timeout=PATIENCE)
    for side in (setup.a, setup.b):
        assert side.card is not None
        assert side.card.shape_button.isVisible() == offered
    if offered:
        assert setup.b.card is not None
        setup.b.card.shape_button.click()
        assert setup.form.value()["resolution"] == "48x32"
