"""A network that enlarges, learned in the window: from a folder chosen on Enhance to pictures that it makes larger."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.enhance.larger import LargerView
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.shell.window import MainWindow
from ganstudio.core.events import Finished
from ganstudio.core.run import Budget, Run
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.panels.parts.pictures import to_pixels
from tests.workflows.test_image_pairs import draw

MakeWindow = Callable[..., MainWindow]
PATIENCE = 120_000
TINY = {"resolution": 16, "batch": 4, "width": 8, "blocks": 1, "discriminator_width": 4, "fidelity_kimg": 0.012,
        "gan_kimg": 0.02}  # fmt: skip
"""Three steps of the first stage."""


@pytest.fixture
def window(qtbot: QtBot, places: Paths) -> Iterator[MainWindow]:
    """With a runner that trains."""
    window = MainWindow(places, Memory(places.preferences), ThreadRunner())
    window.show()
    yield window
    assert window.end_threads(PATIENCE)
    window.close()
    window.deleteLater()


def larger(window: MainWindow) -> LargerView:
    window.navigation.show_page("enhance")
    assert window.navigation.enhance
    window.navigation.enhance.show_kind("larger")
    return window.navigation.enhance.larger


def choose(qtbot: QtBot, window: MainWindow, folder: Path) -> str:
    """In the dialog that is open; returns where it began."""
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    began = dialog.directory().absolutePath()
    dialog.selectFile(str(folder))
    dialog.accept()
    return began


def learn_from(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    qtbot.mouseClick(larger(window).form.learn, Qt.MouseButton.LeftButton)
    choose(qtbot, window, folder)


def test_that_a_folder_chosen_on_enhance_stands_ready_to_be_learned_by_the_quick_preset(
    qtbot: QtBot, window_with: MakeWindow, pictures: Path
) -> None:
    window = window_with()
    learn_from(qtbot, window, pictures)
    setup = window.train.setup
    assert window.navigation.name == "train"
    assert window.train.on_show is None
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=PATIENCE)
    settings = setup.settings()
    assert (settings.recipe, settings.preset, settings.sides) == ("superres", "quick", ((str(pictures),),))
    assert settings.does == "enlarge"
    assert SuperRes.preset("quick").with_values(settings.values) == SuperRes.preset("quick")


def test_that_a_folder_without_pictures_leaves_the_person_and_the_recipe_where_they_were(
    qtbot: QtBot, window_with: MakeWindow, tmp_path: Path
) -> None:
    window = window_with()
    before = window.train.setup.settings().recipe
    (tmp_path / "empty").mkdir()
    learn_from(qtbot, window, tmp_path / "empty")
    assert window.navigation.name == "enhance"
    assert window.train.setup.settings().recipe == before


def test_that_a_network_learned_in_the_window_enlarges_there(
    qtbot: QtBot, window: MainWindow, places: Paths, pictures: Path
) -> None:
    learn_from(qtbot, window, pictures)
    setup, live = window.train.setup, window.train.live
    setup.setRecipe("superres", "quick", TINY)
    setup.recipes.setBudget(Budget(steps=6))
    qtbot.waitUntil(setup.start_button.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(setup.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: live.state.ended, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.current_run.busy, timeout=PATIENCE)
    run = Run.open(places.runs / "pictures-superres")
    assert [event.outcome for event in run.events() if isinstance(event, Finished)] == ["completed"]
    assert run.settings.does == "enlarge"

    assert not live.explore_button.isVisible()
    qtbot.waitUntil(live.enlarge_button.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(live.enlarge_button, Qt.MouseButton.LeftButton)
    assert window.navigation.name == "enhance"
    assert window.navigation.page.view.form.request().network == run.folder  # type: ignore[attr-defined]

    view = larger(window)
    view.receive([str(pictures / "00.png")])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    view.form.networkRequested.emit(True)
    assert Path(choose(qtbot, window, run.folder)) == places.runs
    qtbot.waitUntil(lambda: not view.view.after().isNull(), timeout=PATIENCE)
    assert view.view.after().width() == 80
    view.start()
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    with Image.open(next(view.form.request().folder.glob("*.png"))) as image:
        assert image.size == (80, 80)


def test_that_a_person_sees_what_it_learns_to_undo_and_may_bring_small_ones(
    qtbot: QtBot, window_with: MakeWindow, tmp_path: Path
) -> None:
    large, small = draw(tmp_path / "large"), draw(tmp_path / "small", side=8)
    window = window_with()
    window.navigation.learn_to_enlarge(str(large))
    setup = window.train.setup

    def ready() -> None:
        qtbot.waitUntil(lambda: not setup.preparing.busy and bool(setup.thumbnails()), timeout=PATIENCE)

    ready()
    first, second = setup.thumbnails()[:2]
    assert (first.width() * 4, first.height() * 4) == (second.width(), second.height())
    clean = to_pixels(first)
    setup.setRecipe("superres", "quick", {"degradation": "hard"})
    qtbot.waitUntil(lambda: bool(setup.thumbnails()) and not (to_pixels(setup.thumbnails()[0]) == clean).all(),
                    timeout=PATIENCE)  # fmt: skip
    setup.use_partners(str(small))
    qtbot.waitUntil(lambda: len({image.width() for image in setup.thumbnails()}) == 1, timeout=PATIENCE)
    assert setup.settings().sides == ((str(large),), (str(small),))
    setup.use_partners("")
    ready()
    assert setup.settings().sides == ((str(large),),)
