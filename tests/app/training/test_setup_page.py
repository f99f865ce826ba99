"""Before a run: what would be refused is known before Start, and a slip of the hand costs nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ganstudio.app.shell.window import MainWindow
from ganstudio.workflows.preflight import Need, Room

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
    window.navigation.open_paths([str(dropped)])
    message = window.messages.current()
    assert message
    assert what in message.text
    assert window.messages.isVisible()
    ready(qtbot, window)
    assert setup.sources() == [str(pictures)]
    assert "64 images" in setup.readiness.text()


def test_that_the_first_pictures_that_none_can_be_used_of_are_said_on_the_card(
    qtbot: QtBot, window_with: MakeWindow, tmp_path: Path
) -> None:
    window = window_with()
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    window.navigation.open_paths([str(tmp_path / "broken.png")])
    qtbot.waitUntil(lambda: "broken.png" in window.train.setup.obstacle(), timeout=30_000)
    assert not window.train.setup.start_button.isEnabled()


def test_that_the_card_names_the_classes_and_one_button_learns_them(
    qtbot: QtBot, window_with: MakeWindow, classes: Path
) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setRecipe("stylegan2", "", {"resolution": 16, "batch": 4})
    setup.setSources([str(classes)])
    ready(qtbot, window)
    assert setup.card
    assert any(line.text() == "2 folders: coats 8, hats 8" for line in setup.card.findChildren(QLabel))
    setup.card.learn_button.click()
    qtbot.waitUntil(lambda: "2 classes" in setup.readiness.text(), timeout=30_000)
    assert setup.settings().preparation.labels
    assert any(line.text() == "2 classes: coats 8, hats 8" for line in setup.card.findChildren(QLabel))
    assert not setup.card.learn_button.isVisible()


def test_that_a_recipe_without_classes_offers_none(qtbot: QtBot, window_with: MakeWindow, classes: Path) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setRecipe("linear", "", {"resolution": 16, "batch": 4})
    setup.setSources([str(classes)])
    ready(qtbot, window)
    assert setup.card
    assert not setup.card.learn_button.isVisible()


def test_that_the_button_beside_start_puts_right_what_is_in_the_way(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setRecipe("dcgan", "", {"resolution": 16, "width": 8, "batch": 1})
    setup.setSources([str(pictures)])
    qtbot.waitUntil(lambda: "BatchNorm" in setup.readiness.text(), timeout=30_000)
    assert not setup.start_button.isEnabled()
    assert setup.column.remedy_button.text() == "Set batch to 2"
    setup.column.remedy_button.click()
    ready(qtbot, window)
    assert setup.settings().values["batch"] == 2
    assert not setup.column.remedy_button.isVisible()


def test_that_one_picture_is_told_and_other_pictures_are_offered(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    setup = window.train.setup
    setup.setRecipe("dcgan", "", {})
    setup.setSources([str(pictures / "00.png")])
    qtbot.waitUntil(lambda: "There is only 1 picture" in setup.readiness.text(), timeout=30_000)
    assert not setup.start_button.isEnabled()
    assert setup.column.remedy_button.text() == "Choose other pictures"


def test_that_memory_that_does_not_suffice_is_told_before_start_with_a_batch_that_fits(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    setup = window_with().train.setup
    setup.setRecipe("linear", "", {"resolution": 16, "batch": 32})
    setup.setSources([str(pictures)])
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=30_000)
    need = Need(memory=3 * 2**30, batch=32, each=2**26)
    setup.measure_with(lambda: (need, Room(memory=2 * 2**30, device="CPU, 2 cores")))
    setup.refresh()
    assert setup.readiness.text() == "This needs 3.0 GB of memory, and CPU, 2 cores has 2.0 GB. It fits with batch 15."
    assert not setup.start_button.isEnabled()
    setup.column.remedy_button.click()
    assert setup.settings().values["batch"] == 15
    assert setup.start_button.isEnabled()
