"""Enhance, larger: from drop to files beside bicubic, and what may go wrong."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from safetensors.torch import save_file

from ganstudio.app.enhance.larger import LargerView
from ganstudio.app.shell.window import MainWindow
from ganstudio.models.superres.networks import Compact
from ganstudio.panels.parts.pictures import to_pixels
from ganstudio.scores.extractor_networks import SqueezeNet

MakeWindow = Callable[..., MainWindow]
PATIENCE = 60_000


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """A network that repeats each pixel four times: what it was trained to add is 0."""
    network = Compact(3, 8, 1, 4)
    torch.nn.init.zeros_(network.body[-1].weight)
    torch.nn.init.zeros_(network.body[-1].bias)
    save_file(network.state_dict(), tmp_path / "net.safetensors")
    return tmp_path / "net.safetensors"


@pytest.fixture
def view(window_with: MakeWindow) -> LargerView:
    window = window_with()
    window.navigation.show_page("enhance")
    assert window.navigation.enhance
    window.navigation.enhance.show_kind("larger")
    return window.navigation.enhance.larger


def drop(qtbot: QtBot, view: LargerView, *paths: Path) -> None:
    window = view.window()
    assert isinstance(window, MainWindow)
    window.navigation.open_paths([str(path) for path in paths])
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)


def test_that_a_picture_is_seen_beside_bicubic_and_a_folder_is_enlarged(
    qtbot: QtBot, view: LargerView, pictures: Path, weights: Path
) -> None:
    drop(qtbot, view, pictures)
    assert not view.form.start.isEnabled()
    assert view.view.after().isNull()
    drop(qtbot, view, weights)
    first = np.asarray(Image.open(sorted(pictures.iterdir())[0]).convert("RGB"))
    assert np.array_equal(to_pixels(view.view.after()), first.repeat(4, 0).repeat(4, 1))
    view.form.scale.button(2).click()
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    assert view.view.after().width() == 2 * first.shape[1]
    qtbot.mouseClick(view.form.start, Qt.MouseButton.LeftButton)
    assert view.form.cancel.isVisible()
    qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
    written = list(view.form.request().folder.glob("*.png"))
    assert len(written) == len(list(pictures.iterdir()))
    assert "64 pictures written." in view.form.words()
    with Image.open(written[0]) as image:
        assert image.size == (40, 40)


def test_that_a_network_that_has_changed_since_is_opened_anew(
    qtbot: QtBot, view: LargerView, pictures: Path, weights: Path
) -> None:
    drop(qtbot, view, pictures / "00.png")
    drop(qtbot, view, weights)
    before = to_pixels(view.view.after())
    network = Compact(3, 8, 1, 4)
    torch.nn.init.zeros_(network.body[-1].weight)
    torch.nn.init.constant_(network.body[-1].bias, 0.25)
    save_file(network.state_dict(), weights)
    drop(qtbot, view, weights)
    assert to_pixels(view.view.after()).mean() > before.mean()


def test_that_nothing_is_replaced_unless_it_is_asked_for(
    qtbot: QtBot, view: LargerView, pictures: Path, weights: Path
) -> None:
    drop(qtbot, view, pictures / "00.png")
    drop(qtbot, view, weights)
    for words in ("1 picture written.", "is in", "1 picture written."):
        view.form.overwrite.setChecked("is in" in view.form.words())
        view.start()
        qtbot.waitUntil(lambda: not view.busy, timeout=PATIENCE)
        assert words in view.form.words()


def test_that_weights_of_another_network_are_said_and_the_picture_stays(
    qtbot: QtBot, view: LargerView, pictures: Path, weights: Path, tmp_path: Path
) -> None:
    drop(qtbot, view, pictures / "00.png")
    drop(qtbot, view, weights)
    assert not view.view.after().isNull()
    save_file(SqueezeNet().state_dict(), tmp_path / "squeeze.safetensors")
    with qtbot.waitSignal(view.failed, timeout=PATIENCE) as failure:
        view.receive([str(tmp_path / "squeeze.safetensors")])
    assert failure.args[0].endswith(".")
    assert view.inputs == [str(pictures / "00.png")]
    assert not view.view.before().isNull()
    assert view.view.after().isNull()  # what the network before made of it


def test_that_a_drop_without_pictures_leaves_what_was_there(
    qtbot: QtBot, view: LargerView, pictures: Path, tmp_path: Path
) -> None:
    drop(qtbot, view, pictures / "00.png")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "0.bin").write_bytes(b"\x00\x01\x02" * 99)
    with qtbot.waitSignal(view.failed, timeout=PATIENCE):
        view.receive([str(tmp_path / "broken")])
    assert view.inputs == [str(pictures / "00.png")]
