"""Enhance with what runs have learned: a run that is dropped, the slider between two stages, style in one pass."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from safetensors.torch import save_file

from ganstudio.app.shell.window import MainWindow
from ganstudio.cli import main
from ganstudio.core.run import Run
from ganstudio.export.provenance import read_recipe
from ganstudio.panels.parts.pictures import to_pixels
from ganstudio.scores.extractor_networks import SqueezeNet
from tests.workflows.test_image_pairs import TINY, draw

MakeWindow = Callable[..., MainWindow]
PATIENCE = 60_000


@pytest.fixture(scope="module")
def enlarging(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of three steps of each stage."""
    folder = tmp_path_factory.mktemp("enlarging")
    pictures = draw(folder / "pictures")
    rates = ["--set", "generator_lr=0.05", "--set", "adversarial_weight=1"]  # so that the stages differ
    assert main(["train", str(pictures), *TINY, *rates, "--out", str(folder / "run"), "--steps", "6"]) == 0
    return folder / "run"


@pytest.fixture(scope="module")
def stylising(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stylising")
    pictures, style = draw(folder / "pictures"), draw(folder / "style", count=1)
    save_file(SqueezeNet().state_dict(), folder / "squeeze.safetensors")
    words = ["--recipe", "faststyle", "--resolution", "32", "--batch", "2", "--set", "width=4", "--device", "cpu"]
    words += ["--features", str(folder / "squeeze.safetensors"), "--out", str(folder / "run"), "--steps", "2"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))  # the weights are not at hand where the run is used
        assert main(["train", str(pictures), str(style), *words]) == 0
    return folder / "run"


@pytest.fixture(scope="module")
def any_style(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of two steps that draws in any style."""
    folder = tmp_path_factory.mktemp("any")
    pictures, styles = draw(folder / "pictures"), draw(folder / "styles", count=2)
    save_file(SqueezeNet().state_dict(), folder / "squeeze.safetensors")
    words = ["--recipe", "adain", "--resolution", "32", "--batch", "2", "--device", "cpu"]
    words += ["--features", str(folder / "squeeze.safetensors"), "--out", str(folder / "run"), "--steps", "2"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        assert main(["train", str(pictures), str(styles), *words]) == 0
    return folder / "run"


@pytest.fixture
def window(window_with: MakeWindow) -> MainWindow:
    made = window_with()
    made.navigation.show_page("enhance")
    return made


def test_that_a_run_that_enlarges_stays_on_the_page_and_its_stages_blend(
    qtbot: QtBot, window: MainWindow, enlarging: Path, pictures: Path
) -> None:
    navigation = window.navigation
    assert navigation.drop_words([str(enlarging)]) == ("Use this run", True)
    navigation.open_paths([str(enlarging)])
    assert navigation.enhance
    assert navigation.name == "enhance"
    view = navigation.enhance.view
    assert view is navigation.enhance.larger
    assert view.network == enlarging
    navigation.open_paths([str(pictures / "01.png")])
    qtbot.waitUntil(lambda: not view.busy and not view.view.after().isNull(), timeout=PATIENCE)
    assert view.form.blend.isVisible()
    sharp = to_pixels(view.view.after())
    view.form.blend.setValue(0)
    qtbot.waitUntil(lambda: not (to_pixels(view.view.after()) == sharp).all(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    qtbot.mouseClick(view.form.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    (written,) = view.form.request().folder.glob("*.png")
    recipe = read_recipe(written)
    assert recipe
    assert recipe["blend"] == 0.0


def test_that_there_is_no_slider_before_the_second_stage(
    qtbot: QtBot, window: MainWindow, enlarging: Path, tmp_path: Path
) -> None:
    settings = Run.open(enlarging).settings
    early = Run.create(tmp_path / "early", dataclasses.replace(settings, sides=(("nowhere",),)))
    window.navigation.open_paths([str(early.folder)])
    assert window.navigation.enhance
    assert not window.navigation.enhance.larger.form.blend.isVisible()


def test_that_a_run_that_learned_a_style_draws_in_one_pass(
    qtbot: QtBot, window: MainWindow, stylising: Path, pictures: Path
) -> None:
    window.navigation.open_paths([str(stylising)])
    assert window.navigation.enhance
    view = window.navigation.enhance.style_
    assert window.navigation.enhance.view is view
    qtbot.waitUntil(lambda: view.run_ is not None, timeout=PATIENCE)
    assert not view.slots[0].picture().isNull()
    assert not view.form.strength.isVisible()
    assert not view.form.missing()
    window.navigation.open_paths([str(pictures / "01.png")])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    view.form.size_choice.setData(256)
    qtbot.mouseClick(view.form.draw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert view.form.words() == "Drawn in one pass."
    view.save()
    qtbot.waitUntil(lambda: view.form.reveal.isVisible(), timeout=PATIENCE)
    (written,) = window.services.export_target().glob("*.png")
    with Image.open(written) as image:
        assert max(image.size) == 256
    recipe = read_recipe(written)
    assert recipe
    assert (recipe["made by"], recipe["run"]) == ("fast style", "run")
    window.navigation.open_paths([str(pictures / "02.png")])
    qtbot.waitUntil(lambda: view.run_ is None, timeout=PATIENCE)
    assert view.styles == [pictures / "02.png"]
    assert view.form.strength.isVisible()


def test_that_a_run_that_draws_in_any_style_mixes_the_styles_of_pictures(
    qtbot: QtBot, window: MainWindow, any_style: Path, pictures: Path
) -> None:
    window.navigation.open_paths([str(any_style)])
    assert window.navigation.enhance
    view = window.navigation.enhance.style_
    qtbot.waitUntil(lambda: view.run_ is not None, timeout=PATIENCE)
    form = view.form
    assert form.strength.isVisible()
    assert form.strength.value() == 100
    assert not form.painted.isVisible()
    view.bring(-1, [str(pictures / "01.png")])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert not form.draw.isEnabled()  # it has no style yet
    view.bring(0, [str(pictures / "02.png"), str(pictures / "03.png")])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert view.run_ == any_style
    assert form.shares[1].isVisible()
    assert form.painted.isVisible()
    form.shares[1].setValue(30)
    form.size_choice.setData(256)
    qtbot.mouseClick(form.draw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert form.words() == "Drawn in one pass."
    assert view.result
    assert [style["weight"] for style in view.result.recipe["styles"]] == [1.0, 0.3]
    qtbot.mouseClick(form.leave, Qt.MouseButton.LeftButton)
    assert view.run_ is None
    assert view.styles == [pictures / "02.png", pictures / "03.png"]
    assert form.missing()  # step by step needs the weights
    assert form.painted.isVisible()
