"""Every file dialog: it begins where files of its kind were chosen last, and offers a name one can read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QStyle, QStyleOptionToolButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.file_dialogs import LastFolders, existing
from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.shell.window import MainWindow
from ganstudio.latent.point import Between, Seed, nearest_seed
from ganstudio.panels import look
from ganstudio.workflows.run_names import short_name

PACKAGE = Path(file_dialogs.__file__).parents[2]


def test_that_no_dialog_is_made_elsewhere() -> None:
    """One place knows where they begin and what they look like."""
    making = [path.name for path in PACKAGE.rglob("*.py") if "QFileDialog(" in path.read_text()]
    assert making == ["file_dialogs.py"]


def test_that_each_kind_begins_where_its_last_one_ended_also_after_the_next_start(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "preferences.json")
    folders = LastFolders(memory)
    assert folders.of("pictures") == folders.of("weights")
    folders.keep("pictures", str(tmp_path / "holiday" / "cats"))
    again = LastFolders(Memory(tmp_path / "preferences.json"))
    assert again.of("pictures") == tmp_path / "holiday"
    assert again.of("weights") != tmp_path / "holiday"
    assert existing(again.of("pictures")) == tmp_path


def test_that_choosing_pictures_in_the_window_is_remembered(
    qtbot: QtBot, window_with: Callable[..., MainWindow], places: Paths, pictures: Path
) -> None:
    window = window_with()
    window.train.setup.choose_folder()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(pictures))
    dialog.close()
    window.navigation.show_page("translate")
    assert window.navigation.translate
    window.navigation.translate.setup.a.choose_folder()
    (dialog,) = window.navigation.translate.findChildren(QFileDialog)
    assert Path(dialog.directory().path()) == pictures.parent
    dialog.close()
    window.train.setup.clear()


@pytest.mark.parametrize("dark", [False, True])
def test_that_the_icons_of_the_dialog_have_the_size_that_they_are_made_for(
    qtbot: QtBot, tmp_path: Path, *, dark: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setStyleSheet(look.style_sheet(look.DARK if dark else look.LIGHT, "dark" if dark else "light"))
    dialog = file_dialogs.save_file(parent, "Save", tmp_path / "not there" / "x.png", "PNG (*.png)", print)
    assert Path(dialog.directory().path()) == tmp_path
    buttons = [button for button in dialog.findChildren(QToolButton) if not button.icon().isNull()]
    assert buttons
    for button in buttons:
        option = QStyleOptionToolButton()
        option.initFrom(button)
        kind, icon = QStyle.ContentsType.CT_ToolButton, button.iconSize()
        needed = button.style().sizeFromContents(kind, option, icon, button)
        assert needed.boundedTo(button.size()) == needed, button.objectName()
    dialog.close()


@pytest.mark.parametrize(
    ("name", "short"),
    [("flowers-dcgan", "flowers-dcgan"), ("demo run (67)", "demo-run-67"), ("???", "run"),
     ("photographs of the garden behind the house, 2024", "photographs-of-the"), ("x" * 80, "x" * 24),
     ("صور القطط الصغيرة", "صور-القطط-الصغيرة")],
)  # fmt: skip
def test_that_files_are_called_by_the_beginning_of_the_run(name: str, short: str) -> None:
    assert short_name(name) == short


def test_that_a_picture_on_a_walk_is_called_by_the_nearest_seed() -> None:
    way = Between(Seed(39605), Seed(55529), 0.05, "slerp")
    assert nearest_seed(way) == "39605"
    assert nearest_seed(Between(way, Seed(7), 0.8, "slerp")) == "7"
