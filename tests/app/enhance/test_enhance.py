"""Enhance, in the style of: from drop to saved picture, what is in the way, and what may go wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from safetensors.torch import save_file

from ganstudio.app.enhance.style_view import StyleView
from ganstudio.app.shell.window import MainWindow
from ganstudio.export.provenance import read_recipe
from ganstudio.scores.extractor_networks import ResNet20, SqueezeNet
from ganstudio.scores.perceptual_place import perceptual_file, weights_folder

MakeWindow = Callable[..., MainWindow]
PATIENCE = 60_000


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    save_file(SqueezeNet().state_dict(), tmp_path / "squeeze.safetensors")
    return tmp_path / "squeeze.safetensors"


@pytest.fixture
def view(window_with: MakeWindow, weights: Path) -> StyleView:
    """On the page, with the weights at hand."""
    window = window_with()
    weights_folder().mkdir(parents=True)
    (weights_folder() / "own-squeezenet.safetensors").write_bytes(weights.read_bytes())
    window.navigation.show_page("enhance")
    return view_of(window)


def view_of(window: MainWindow) -> StyleView:
    assert window.navigation.enhance
    return window.navigation.enhance.style_


def small(view: StyleView) -> None:
    """So that drawing takes a moment only."""
    view.form.size_choice.setData(256)


def drop(qtbot: QtBot, view: StyleView, *paths: Path) -> None:
    window = view.window()
    assert isinstance(window, MainWindow)
    window.navigation.open_paths([str(path) for path in paths])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)


def test_that_two_dropped_pictures_are_drawn_stopped_taken_and_saved(
    qtbot: QtBot, view: StyleView, pictures: Path
) -> None:
    assert not view.form.draw.isEnabled()
    drop(qtbot, view, pictures / "01.png", pictures / "02.png")
    assert (view.content, view.styles) == (pictures / "01.png", [pictures / "02.png"])
    assert view.form.draw.isEnabled()
    small(view)
    qtbot.mouseClick(view.form.draw, Qt.MouseButton.LeftButton)
    assert view.form.stop.isVisible()
    qtbot.waitUntil(lambda: not view.after.picture().isNull(), timeout=PATIENCE)
    assert view.form.stop.isVisible()  # a picture while it is drawn
    qtbot.mouseClick(view.form.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert view.result
    assert view.result.step < view.result.steps
    assert view.form.draw.isVisible()
    qtbot.mouseClick(view.form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.form.reveal.isVisible(), timeout=PATIENCE)
    window = view.window()
    assert isinstance(window, MainWindow)
    (written,) = window.services.export_target().glob("*.png")
    assert written.name == "01 in the style of 02.png"
    recipe = read_recipe(written)
    assert recipe
    assert recipe["step"] == view.result.step
    view.copy()
    assert QGuiApplication.clipboard().image().size() == view.after.picture().size()


def test_that_the_controls_are_what_is_asked_for(qtbot: QtBot, view: StyleView, pictures: Path) -> None:
    drop(qtbot, view, *(pictures / f"0{number}.png" for number in range(4)))
    assert len(view.styles) == 3
    view.form.strength.setValue(80)
    view.form.brush.setValue(10)
    view.form.keep_colours.setChecked(True)
    view.form.shares[1].setValue(25)
    wish = view.wish()
    assert (wish.settings.strength, wish.settings.brush, wish.settings.keep_colours) == (0.8, 2.0, True)
    assert [style.weight for style in wish.styles] == [1.0, 0.25, 1.0]
    assert wish.settings.size == 512


def test_that_pictures_are_taken_away_and_changed_where_they_lie(qtbot: QtBot, view: StyleView, pictures: Path) -> None:
    paths = [pictures / f"0{number}.png" for number in range(4)]
    drop(qtbot, view, *paths[:3])
    qtbot.keyClick(view.slots[0], Qt.Key.Key_Delete)
    assert view.styles == [paths[2]]
    view.slots[0].dropped.emit([str(paths[3])])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert view.styles == [paths[3]]
    view.before.dropped.emit([str(paths[1])])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert (view.content, view.styles) == (paths[1], [paths[3]])
    qtbot.keyClick(view.before, Qt.Key.Key_Delete)
    assert view.content is None
    assert not view.form.draw.isEnabled()


def test_that_pictures_dropped_one_right_after_the_other_all_arrive(
    qtbot: QtBot, view: StyleView, pictures: Path
) -> None:
    view.bring(-1, [str(pictures / "01.png")])
    view.bring(0, [str(pictures / "02.png")])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert (view.content, view.styles) == (pictures / "01.png", [pictures / "02.png"])


# Weights --------------------------------------------------------------------------------------------------------------


def test_that_without_weights_it_says_what_is_needed_and_takes_a_file(
    qtbot: QtBot, window_with: MakeWindow, weights: Path, pictures: Path
) -> None:
    window = window_with()
    window.navigation.show_page("enhance")
    view = view_of(window)
    drop(qtbot, view, pictures / "01.png", pictures / "02.png")
    assert not view.form.draw.isEnabled()
    assert "SqueezeNet 1.1" in view.form.missing()
    drop(qtbot, view, weights)
    assert perceptual_file() is not None
    assert view.form.missing() == ""
    assert view.form.draw.isEnabled()


def test_that_weights_of_another_network_are_refused_with_a_sentence(
    qtbot: QtBot, window_with: MakeWindow, tmp_path: Path
) -> None:
    window = window_with()
    window.navigation.show_page("enhance")
    view = view_of(window)
    save_file(ResNet20().state_dict(), tmp_path / "resnet.safetensors")
    drop(qtbot, view, tmp_path / "resnet.safetensors")
    assert perceptual_file() is None
    assert "ResNet-20" in view.form.words()
    assert "SqueezeNet 1.1" in view.form.missing()


# What may go wrong ----------------------------------------------------------------------------------------------------


def test_that_a_broken_picture_leaves_what_was_there(
    qtbot: QtBot, view: StyleView, pictures: Path, tmp_path: Path
) -> None:
    drop(qtbot, view, pictures / "01.png", pictures / "02.png")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG and no more")
    with qtbot.waitSignal(view.failed, timeout=PATIENCE) as failure:
        view.before.dropped.emit([str(tmp_path / "broken.png")])
    assert failure.args[0].startswith("broken.png cannot be used")
    assert (view.content, view.styles) == (pictures / "01.png", [pictures / "02.png"])


def test_that_a_folder_is_no_style(qtbot: QtBot, view: StyleView, pictures: Path) -> None:
    with qtbot.waitSignal(view.failed) as failure:
        view.slots[0].dropped.emit([str(pictures)])
    assert "single pictures" in failure.args[0]


def test_that_a_picture_that_vanished_before_drawing_is_a_sentence(
    qtbot: QtBot, view: StyleView, pictures: Path
) -> None:
    drop(qtbot, view, pictures / "01.png", pictures / "02.png")
    (pictures / "02.png").unlink()
    view.draw()
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert "02.png" in view.form.words()
    assert view.form.draw.isVisible()
    assert view.result is None


def test_that_the_key_for_start_draws(qtbot: QtBot, view: StyleView, pictures: Path) -> None:
    drop(qtbot, view, pictures / "01.png", pictures / "02.png")
    small(view)
    window = view.window()
    assert isinstance(window, MainWindow)
    window.commands.start.trigger()
    assert view.form.stop.isVisible()
    view.form.stopRequested.emit()
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)


def test_that_a_style_goes_where_it_is_painted(qtbot: QtBot, view: StyleView, pictures: Path) -> None:
    drop(qtbot, view, pictures / "00.png", pictures / "01.png", pictures / "02.png")
    assert [style.mask for style in view.wish().styles] == [None, None]
    qtbot.mouseClick(view.form.painted.button(0), Qt.MouseButton.LeftButton)
    area = view.before.area()
    left = QPoint(round(area.left() + area.width() * 0.2), round(area.center().y()))
    right = QPoint(round(area.left() + area.width() * 0.8), round(area.center().y()))
    qtbot.mouseClick(view.before, Qt.MouseButton.LeftButton, pos=left)
    first, second = (style.mask for style in view.wish().styles)
    assert first is not None
    assert second is None
    height, width = first.shape
    assert width == height == 512  # in the shape of the picture, which is far smaller
    assert first[height // 2, width // 5] > 0
    assert first[height // 2, width * 4 // 5] == 0
    qtbot.mouseClick(view.form.painted.button(1), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.before, Qt.MouseButton.LeftButton, pos=left)  # taken from the first
    qtbot.mouseClick(view.before, Qt.MouseButton.LeftButton, pos=right)
    first, second = (style.mask for style in view.wish().styles)
    assert first is None
    assert second is not None
    view.form.clearRequested.emit()
    assert [style.mask for style in view.wish().styles] == [None, None]
