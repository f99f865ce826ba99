"""The walk that finds what does not fit finds each kind of it, and nothing where all is well."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Elided, label
from tests.panels.fitting import misfits, squeezed

LONG = "a name that is far too long for so narrow a place"


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


def lie(widget: QWidget, root: QWidget, *area: int) -> None:
    widget.setParent(root)
    widget.setGeometry(*area)
    widget.show()
    root.show()


def line(text: str) -> QLineEdit:
    made = QLineEdit()
    made.setText(text)
    return made


def combo(text: str) -> QComboBox:
    made = QComboBox()
    made.addItem(text)
    return made


MAKERS = [QLabel, QPushButton, line, combo]


@pytest.mark.parametrize("make", MAKERS, ids=["label", "button", "line", "combo"])
def test_that_text_without_room_is_found_unless_the_tooltip_holds_it(root: QWidget, make: type[QWidget]) -> None:
    widget = make(LONG)  # type: ignore[arg-type]
    lie(widget, root, 0, 0, 90, 30)
    (sentence,) = misfits(root)
    assert "px across, has" in sentence
    widget.setToolTip(f"<qt>{LONG}</qt>")
    assert misfits(root) == []
    widget.setToolTip("")
    root.resize(800, 200)
    widget.resize(widget.sizeHint().width() + 400, 40)
    assert misfits(root) == []


def test_that_wrapped_text_needs_height_and_its_longest_word(root: QWidget) -> None:
    text = label(LONG, wrap=True)
    lie(text, root, 0, 0, 90, 20)
    assert "px down, has 20" in misfits(root)[0]
    text.resize(90, 150)
    assert misfits(root) == []
    text.resize(15, 190)
    assert "px across, has 15" in misfits(root)[0]


def test_that_a_shortened_label_must_hold_the_whole_in_its_tooltip(root: QWidget) -> None:
    text = Elided(LONG)
    lie(text, root, 0, 0, 90, 20)
    assert text.text() != LONG
    assert misfits(root) == []
    text.setToolTip("")
    assert "tooltip does not hold" in misfits(root)[0]
    text.setText("Decoding…")
    assert misfits(root) == []


@pytest.mark.parametrize(("area", "how"), [((250, 0, 90, 30), "at the side"), ((0, 190, 90, 30), "in height")])
def test_that_what_the_parent_cuts_off_is_found(root: QWidget, area: tuple[int, ...], how: str) -> None:
    lie(QPushButton("x"), root, *area)
    assert f"is cut off {how}" in misfits(root)[0]


def test_that_what_can_be_scrolled_to_is_not_cut_off_and_what_cannot_is(root: QWidget) -> None:
    content = QWidget()
    content.setFixedSize(900, 900)
    area = scrolling(content, sideways=True)
    lie(area, root, 0, 0, 300, 200)
    assert misfits(root) == []
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert len(misfits(root)) == 1
    assert "cut off at the side" in misfits(root)[0]


def test_that_overlapping_siblings_are_found_unless_they_are_meant_to_lie_over(root: QWidget) -> None:
    lie(QScrollArea(), root, 0, 0, 100, 100)
    lie(QPushButton("x"), root, 50, 50, 60, 40)
    assert "overlap by 50 x 40 px" in misfits(root)[0]
    assert misfits(root, over=[QPushButton]) == []


def test_that_hidden_widgets_and_other_windows_are_passed_over(root: QWidget) -> None:
    lie(QPushButton(LONG), root, 0, 0, 20, 10)
    root.findChildren(QPushButton)[0].hide()
    other = QWidget(root, Qt.WindowType.Window)
    QPushButton(LONG, other).resize(4, 4)
    other.show()
    assert misfits(root) == []


def test_that_a_squeezed_panel_has_the_size_that_it_is_given(qtbot: QtBot) -> None:
    panel = QWidget()
    box = QVBoxLayout(panel)
    box.addWidget(QPushButton(LONG))
    holder = squeezed(panel, 100, 60)
    qtbot.addWidget(holder)
    assert panel.width() == 100
    assert misfits(holder)


def test_that_what_paints_itself_needs_the_least_that_it_asks_for(root: QWidget) -> None:
    painted = QWidget()
    painted.setMinimumSize(100, 80)
    lie(painted, root, 0, 0, 100, 80)
    assert misfits(root) == []
    painted.setMinimumSize(0, 0)
    painted.minimumSizeHint = lambda: QSize(100, 80)  # type: ignore[method-assign]
    painted.resize(90, 80)
    assert "needs 100 x 80 px at least, has 90 x 80" in misfits(root)[0]


def test_that_a_long_path_is_broken_and_keeps_its_text(root: QWidget) -> None:
    path = "/media/drive/pictures/of-the-garden/behind_the_house/in-the-long-summer.jpg"
    text = label(f"{path} cannot be read.", wrap=True)
    lie(text, root, 0, 0, 160, 150)
    assert text.text() == f"{path} cannot be read."
    assert misfits(root) == []
