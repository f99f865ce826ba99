"""Everything by keyboard alone: Tab reaches each control of each page and leaves it again, and the story goes through
from the first start to a film of one's own folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ganstudio.app.common.paths import Paths
from ganstudio.app.common.preferences import Memory
from ganstudio.app.runner.thread_runner import ThreadRunner
from ganstudio.app.shell.rail import RailButton
from ganstudio.app.shell.window import MainWindow
from tests.app.fits.stage import stage
from tests.app.fits.states import STATES
from tests.app.fits.walk import settle

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSlider, QAbstractSpinBox, QAbstractItemView)
MOST = 400
"""Presses of Tab after which a window has no end."""
PATIENCE = 120_000


def controls(window: QWidget) -> set[QWidget]:
    """What a mouse can use now."""
    return {
        widget
        for kind in CONTROLS
        for widget in window.findChildren(kind)
        if widget.isVisibleTo(window) and widget.isEnabled() and widget.height() and _counts(widget)
    }


def _counts(widget: QWidget) -> bool:
    """Not the parts of a control, and not the rail, which has a test of its own."""
    parent = widget.parentWidget()
    if isinstance(widget, QScrollBar) or isinstance(parent, QAbstractSpinBox | QComboBox | QAbstractItemView):
        return False
    if isinstance(parent, QLineEdit) or widget.objectName().startswith("qt_"):
        return False
    return not isinstance(widget, RailButton)


def siblings(widget: QWidget) -> list[QWidget]:
    """Choices that exclude each other: Tab reaches one of them, and arrow keys the rest."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return list(group.buttons()) if group else [widget]


def tabbed(window: QWidget) -> list[QWidget]:
    """What has the focus one after the other while Tab is pressed, until it comes round."""
    seen: list[QWidget] = []
    for _ in range(MOST):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is None or now in seen:
            break
        seen.append(now)
    return seen


def words_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"


def test_that_tab_reaches_every_control_of_every_page(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    missed: dict[str, str] = {}
    with stage(tmp_path, qapp, dark=False, wordy=False) as made:
        made.window.resize(1440, 900)
        for name, enter in STATES.items():
            enter(made)
            settle()
            wanted = controls(made.window)
            if isinstance(made.window.focusWidget(), QWidget):
                made.window.focusWidget().clearFocus()
            reached = set(tabbed(made.window))
            for widget in wanted & controls(made.window):
                if not reached.intersection(siblings(widget)):
                    missed.setdefault(words_of(widget), name)
    assert not missed, "\n" + "\n".join(f"{state}: {control}" for control, state in missed.items())


@pytest.fixture
def window(qtbot: QtBot, places: Paths) -> Iterator[MainWindow]:
    """At its first start, with a runner that really trains."""
    runner = ThreadRunner()
    window = MainWindow(places, Memory(places.preferences), runner)
    window.show()
    window.activateWindow()
    runner.warm_up()
    yield window
    assert window.end_threads(PATIENCE)
    window.close()
    window.deleteLater()


class Keys:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.pressed: list[str] = []
        self._qtbot, self._window = qtbot, window

    def press(self, keys: str) -> None:
        """'Ctrl+O', 'Tab'."""
        self.pressed.append(keys)
        QTest.keySequence(self._at(), QKeySequence(keys))

    def tab_to(self, text: str) -> None:
        """Tab until the control with this name has the focus."""
        for _ in range(MOST):
            widget = self._window.focusWidget()
            if widget and text in (widget.accessibleName(), getattr(widget, "text", str)()):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {text}")

    def until(self, happened: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(happened()), timeout=PATIENCE)

    def answer(self, path: Path) -> None:
        """The file dialog that is open: its name is marked, so that typing replaces it."""

        def shown() -> list[QFileDialog]:
            return [dialog for dialog in self._window.findChildren(QFileDialog) if dialog.isVisible()]

        self.until(shown)
        (dialog,) = shown()
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert dialog.focusWidget() is name, "one can type at once"
        self._qtbot.wait(500)  # it has listed its folder; nobody types sooner
        name.selectAll()  # as the dialog does where it has the window manager's focus
        QTest.keyClicks(name, str(path))
        self.pressed += ["the path", "Return"]
        assert name.text() == str(path)
        QTest.keyClick(name, Qt.Key.Key_Return)
        self.until(lambda: not dialog.isVisible())
        self._window.activateWindow()  # what a window manager does when a dialog closes
        self.until(self._window.isActiveWindow)

    def _at(self) -> QWidget:
        return self._window.focusWidget() or self._window


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_the_story_from_the_first_start_to_a_film_needs_no_mouse(
    qtbot: QtBot, window: MainWindow, pictures: Path, tmp_path: Path
) -> None:
    keys = Keys(qtbot, window)
    setup = window.train.setup
    keys.press("Ctrl+O")
    keys.answer(pictures)
    keys.until(setup.start_button.isEnabled)
    keys.press("Ctrl+Return")
    keys.until(lambda: window.train.made and len(window.train.live.samples.grids()) > 2)
    keys.tab_to("Stop")
    keys.press("Return")
    keys.until(lambda: not window.current_run.busy and window.train.live.film_button.isVisible())
    keys.press("Ctrl+Shift+E")
    film = tmp_path / "mine.gif"
    keys.answer(film)
    keys.until(film.exists)
    keys.until(lambda: "is written" in window.train.live.filmSentence())
    with Image.open(film) as image:
        assert image.n_frames > 2
    assert len(keys.pressed) <= 20, keys.pressed
