"""Before a run: what would be refused is known before Start, and a slip of the hand costs nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from ganstudio.app.shell.window import MainWindow

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def classes(tmp_path: Path) -> Path:
    """Two class folders with eight pictures each."""
    folder = tmp_path / "garments"
    for name in ("coats", "hats"):
        (folder / name).mkdir(parents=True)
        for number in range(8):
            shade = Image.effect_noise((20, 20), 30 + 20 * number).rotate(number * 40)
            shade.save(folder / name / f"{number}.png")
    return folder


def ready(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.train.setup.start_button.isEnabled, timeout=30_000)


def test_that_a_conditional_recipe_turns_labels_on_by_itself_and_says_how_many(
    qtbot: QtBot, window_with: MakeWindow, classes: Path
) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setRecipe("cgan", "", {"resolution": 16, "batch": 4})
    setup.setSources([str(classes)])
    ready(qtbot, window)
    assert setup.settings().preparation.labels
    assert "2 classes" in setup.readiness.text()


def test_that_it_says_before_start_that_there_are_no_classes(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setRecipe("cgan", "", {"resolution": 16, "batch": 4})
    setup.setSources([str(pictures)])
    qtbot.waitUntil(lambda: "learns classes" in setup.obstacle(), timeout=30_000)
    assert not setup.start_button.isEnabled()
    assert "subfolder" in setup.readiness.text()
    setup.setRecipe("linear", "", {"resolution": 16, "batch": 4})
    ready(qtbot, window)
    assert not setup.settings().preparation.labels


@pytest.mark.parametrize("what", ["text", "empty folder", "gone"])
def test_that_what_cannot_be_used_leaves_the_pictures_that_were_there(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path, tmp_path: Path, what: str
) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setRecipe("linear", "", {"resolution": 16, "batch": 4})
    setup.setSources([str(pictures)])
    ready(qtbot, window)
    dropped = tmp_path / what
    if what == "text":
        dropped.write_text("no picture")
    elif what == "empty folder":
        dropped.mkdir()
    with qtbot.waitSignal(setup.failed, timeout=30_000) as told:
        window.navigation.open_paths([str(dropped)])
    assert what in told.args[0]
    assert window.messages.isVisible()
    ready(qtbot, window)
    assert setup.sources() == [str(pictures)]
    assert "64 images" in setup.readiness.text()


def test_that_the_first_drop_that_fails_says_so_on_the_card(
    qtbot: QtBot, window_with: MakeWindow, tmp_path: Path
) -> None:
    window = window_with()
    (tmp_path / "notes.txt").write_text("no picture")
    window.navigation.open_paths([str(tmp_path / "notes.txt")])
    qtbot.waitUntil(lambda: "notes.txt" in window.train.setup.obstacle(), timeout=30_000)
    assert not window.train.setup.start_button.isEnabled()
