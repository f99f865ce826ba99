"""Whatever is dropped by mistake, wherever: what was there stays, and one sentence says why, where it happened."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ganstudio.app.common.drops import refusal
from ganstudio.app.shell.window import MainWindow
from ganstudio.panels.parts.style_choice import StyleChoice
from tests.app.fakes import new_run
from tests.app.tiny_runs import tiny_run

MakeWindow = Callable[..., MainWindow]
PATIENCE = 60_000


def text_file(folder: Path) -> list[str]:
    (folder / "notes.txt").write_text("Ünder the färn, a pïcture. " * 100)
    return [str(folder / "notes.txt")]


def empty_folder(folder: Path) -> list[str]:
    (folder / "empty" / "inside").mkdir(parents=True)
    return [str(folder / "empty")]


def folder_of_texts(folder: Path) -> list[str]:
    (folder / "texts").mkdir()
    text_file(folder / "texts")
    return [str(folder / "texts")]


def nothing_there(folder: Path) -> list[str]:
    return [str(folder / "gone.png")]


def broken_run(folder: Path) -> list[str]:
    run = new_run(folder / "broken-run")
    (run.folder / "settings.json").write_text("{")
    return [str(run.folder)]


def empty_file(folder: Path) -> list[str]:
    (folder / "nothing").touch()
    return [str(folder / "nothing")]


def two_texts(folder: Path) -> list[str]:
    (folder / "more.md").write_text("# more")
    return [*text_file(folder), str(folder / "more.md")]


def not_of_this_computer(folder: Path) -> list[str]:
    return ["https://example.org/picture.png"]


BAD = {make.__name__: make for make in (
    text_file, empty_folder, folder_of_texts, nothing_there, broken_run, empty_file, two_texts, not_of_this_computer,
)}  # fmt: skip


def mime(paths: list[str]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(path) if "://" in path else QUrl.fromLocalFile(path) for path in paths])
    return data


def drop(target: QWidget, paths: list[str]) -> None:
    """As Qt does: who does not let a drag in leaves it to the window around."""
    data = mime(paths)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    target.dragEnterEvent(enter)
    target = target if enter.isAccepted() else target.window()
    target.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def story(window: MainWindow) -> dict[str, object]:
    """Everything that a mistake could cost."""
    navigation, setup = window.navigation, window.train.setup
    explored = navigation.explore.exploration if navigation.explore else None
    translate, enhance = navigation.translate, navigation.enhance
    return {
        "page": navigation.name,
        "live": window.train.on_show.name if window.train.on_show else "",
        "title": window.title.text(),
        "sources": setup.sources(),
        "start": setup.start_button.isEnabled(),
        "exploration": explored,
        "journey": explored.journey.point if explored else None,
        "sides": (translate.setup.a.sources, translate.setup.b.sources) if translate else None,
        "layout of translate": translate.currentWidget() if translate else None,
        "styles": (enhance.style_.content, list(enhance.style_.styles)) if enhance else None,
    }


def sentences(window: MainWindow) -> list[str]:
    """What the bar over the pages says; it shows the last of several."""
    current = window.messages.current()
    return [current.text] * window.messages.count() if current else []


@pytest.fixture
def window(qtbot: QtBot, window_with: MakeWindow, pictures: Path, tmp_path: Path) -> MainWindow:
    """Pictures on Train, a run that is explored, and pictures on side A."""
    made = window_with()
    made.train.setup.setRecipe("linear", "", {"resolution": 16, "batch": 16})
    made.navigation.open_paths([str(pictures)])
    qtbot.waitUntil(made.train.setup.start_button.isEnabled, timeout=PATIENCE)
    made.navigation.show_page("explore")
    assert made.navigation.explore
    made.navigation.explore.open_folder(tiny_run(tmp_path / "runs" / "tiny").folder)
    qtbot.waitUntil(lambda: made.navigation.explore.last is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: made.train.made is not None and made.train.live.run is not None, timeout=PATIENCE)
    made.navigation.show_page("translate")
    assert made.navigation.translate
    made.navigation.translate.setup.setSides([str(pictures)])
    qtbot.waitUntil(lambda: made.navigation.translate.setup.a.prepared is not None, timeout=PATIENCE)
    return made


def targets(window: MainWindow) -> dict[str, tuple[str, QWidget]]:
    """Each place where something can be dropped, with the page that is on show meanwhile."""
    assert window.navigation.translate
    sides = window.navigation.translate.setup
    areas: dict[str, tuple[str, QWidget]] = {
        f"the window, on {page}": (page, window)
        for page in ("train", "explore", "translate", "enhance", "runs", "help", "settings")
    }
    areas |= {"the area on Train": ("train", window.train.setup.drop), "side A": ("translate", sides.a.drop)}
    styles = window.navigation.translate.findChild(StyleChoice)
    assert styles
    areas |= {f"style {number} of a translation": ("translate", slot) for number, slot in enumerate(styles.places)}
    window.navigation.show_page("enhance")
    assert window.navigation.enhance
    style = window.navigation.enhance.style_
    areas |= {"the picture to be drawn": ("enhance", style.before)}
    areas |= {f"style {number}": ("enhance", slot) for number, slot in enumerate(style.slots)}
    areas |= {
        "side B": ("translate", sides.b.drop),
        "below a translation": ("translate", window.navigation.translate.live.strip),
    }
    return areas


def test_that_every_place_that_takes_drops_is_known(window: MainWindow) -> None:
    for page in ("enhance", "runs", "help", "settings"):
        window.navigation.show_page(page)
    taking = {widget for widget in [window, *window.findChildren(QWidget)] if widget.acceptDrops()}
    assert taking == {target for _, target in targets(window).values()}


@pytest.mark.parametrize("kind", BAD)
def test_that_a_bad_drop_costs_nothing_and_is_said_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "bad").mkdir()
    paths = BAD[kind](tmp_path / "bad")
    for place, (page, target) in targets(window).items():
        window.navigation.show_page(page)
        window.messages.clear()
        before = story(window)
        drop(target, paths)
        qtbot.waitUntil(lambda: not window.train.setup.preparing.busy and bool(sentences(window)), timeout=PATIENCE)
        assert story(window) == before, place
        (sentence,) = sentences(window)
        assert sentence.endswith("."), place
        assert not window.drop_hint.isVisible()


def test_that_a_folder_whose_pictures_are_broken_gives_way_to_what_was_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """Only decoding can tell: what was there comes back."""
    (tmp_path / "bad").mkdir()
    for number in range(3):
        (tmp_path / "bad" / f"{number}.png").write_bytes(os.urandom(500))
    assert window.navigation.translate
    side = window.navigation.translate.setup.a
    before = side.sources
    with qtbot.waitSignal(side.failed, timeout=PATIENCE):
        side.drop.dropped.emit([str(tmp_path / "bad")])
    assert side.sources == before
    assert side.prepared is not None
    assert side.fault == ""
    assert len(sentences(window)) == 1


@pytest.mark.parametrize("page", ["explore", "runs", "train"])
@pytest.mark.parametrize("there", [True, False])
def test_that_broken_pictures_dropped_elsewhere_leave_the_person_where_they_were(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, page: str, *, there: bool
) -> None:
    """On Train the run is on show."""
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "0.png").write_bytes(os.urandom(500))
    setup = window.train.setup
    if not there:
        setup.clear()
    window.navigation.show_page(page)
    window.train.show_live()
    before = story(window)
    drop(window, [str(tmp_path / "bad")])
    assert setup.sources() == [str(tmp_path / "bad")]
    qtbot.waitUntil(lambda: bool(sentences(window)), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not setup.preparing.busy, timeout=PATIENCE)
    assert story(window) == before
    assert len(sentences(window)) == 1


def test_that_two_folders_on_one_side_are_two_sides(
    qtbot: QtBot, window: MainWindow, pictures: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (pictures / "00.png").rename(other / "00.png")
    assert window.navigation.translate
    setup = window.navigation.translate.setup
    drop(setup.a.drop, [str(other), str(pictures)])
    assert (setup.a.sources, setup.b.sources) == ([str(other)], [str(pictures)])
    qtbot.waitUntil(lambda: setup.a.prepared is not None and setup.b.prepared is not None, timeout=PATIENCE)


def test_that_a_run_without_a_generator_leaves_the_one_that_is_explored(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.navigation.show_page("explore")
    explore = window.navigation.explore
    assert explore
    before = explore.exploration
    new_run(tmp_path / "runs" / "bare")
    drop(window, [str(tmp_path / "runs" / "bare")])
    qtbot.waitUntil(lambda: len(sentences(window)) == 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: explore.exploration is before and explore.last is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not explore.tasks.listing.busy, timeout=PATIENCE)
    assert window.current_run.on_show
    assert window.current_run.on_show.name == "tiny"


@pytest.mark.parametrize("page", ["train", "explore", "translate", "enhance", "runs", "help", "settings"])
def test_that_a_drag_over_any_page_says_what_would_become_of_it(
    window: MainWindow, pictures: Path, tmp_path: Path, page: str
) -> None:
    window.navigation.show_page(page)
    keys = Qt.KeyboardModifier.NoModifier
    for paths, welcome in (
        ([str(pictures)], True),
        (text_file(tmp_path), False),
        (not_of_this_computer(tmp_path), False),
    ):
        data = mime(paths)
        enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
        window.dragEnterEvent(enter)
        assert window.drop_hint.isVisible()
        assert window.drop_hint.welcome == welcome
        assert window.drop_hint.words
        assert (enter.dropAction() == Qt.DropAction.CopyAction) == welcome
        window.dragLeaveEvent(QDragLeaveEvent())
        assert not window.drop_hint.isVisible()


def test_that_only_what_is_surely_useless_is_refused_at_the_door(tmp_path: Path, pictures: Path) -> None:
    """Pictures have all sorts of names; a search in the background judges what a first look cannot."""
    (tmp_path / "no suffix").write_bytes((pictures / "00.png").read_bytes())
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / "a.txt").write_text("a")
    (tmp_path / "mixed" / "00.png").write_bytes((pictures / "00.png").read_bytes())
    for name in ("no suffix", "x.zip", "mixed"):
        assert refusal([str(tmp_path / name)]) == ""
    assert refusal([*text_file(tmp_path), str(pictures)]) == ""
    os.mkfifo(tmp_path / "pipe")
    assert refusal([str(tmp_path / "pipe")]) == ""
