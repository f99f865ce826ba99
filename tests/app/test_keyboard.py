"""By keyboard alone: Tab reaches each control of each page in each state, and leaves it again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from ganstudio.app.shell.rail import RailButton
from tests.app.fits.stage import stage
from tests.app.fits.states import STATES
from tests.app.fits.walk import settle

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSlider, QAbstractSpinBox, QAbstractItemView)
MOST = 400
"""Presses of Tab after which a window has no end."""


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
