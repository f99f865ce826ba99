"""Where the keyboard is: finds what shows no difference when it has the focus, and letters that mean two things."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMenuBar, QWidget

LEAST = 24
"""Pixels that differ at least: more than a caret that blinks."""


def stops(window: QWidget) -> Iterator[QWidget]:
    """Every widget that Tab would come to now."""
    first = widget = window.nextInFocusChain()
    while True:
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            yield widget
        widget = widget.nextInFocusChain()
        if widget is first:
            return


def described(widget: QWidget) -> str:
    """What it is, and where: the same thing in two states has one description."""
    parents = []
    above = widget.parentWidget()
    while above and len(parents) < 3:
        name = type(above).__name__
        if not name.startswith("Q"):
            parents.append(name)
        above = above.parentWidget()
    look = widget.property("look") or ""
    checked = " checked" if isinstance(widget, QAbstractButton) and widget.isChecked() else ""
    kind = f"{type(widget).__name__} {look}{checked}".strip()
    return f"{kind} “{widget.accessibleName()}” in {' < '.join(parents)}"


def kind_of(widget: QWidget) -> tuple[object, ...]:
    """Widgets of one kind are drawn alike: one of each is looked at."""
    button = isinstance(widget, QAbstractButton)
    return type(widget), widget.property("look"), button and widget.isChecked(), button and widget.icon().isNull()


def without_look(window: QWidget, seen: set[tuple[object, ...]]) -> list[str]:
    """A sentence on each widget that looks the same whether it has the focus or not; `seen`: kinds that are known."""
    window.activateWindow()
    faults = []
    for widget in list(stops(window)):
        kind = kind_of(widget)
        if kind in seen:
            continue
        seen.add(kind)
        if (changed := focus_changes(widget)) < LEAST:
            faults.append(f"{described(widget)}: {changed} pixels differ")
    return faults


def focus_changes(widget: QWidget) -> int:
    """Pixels that differ when it has the keyboard."""
    pictures: list[QImage] = []
    before = QApplication.focusWidget()
    for focused in (False, True):
        if focused:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        elif before is not None:
            before.clearFocus()
        widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, True)  # as the key Tab does
        pictures.append(widget.grab().toImage())
    first, second = (pixels(picture) for picture in pictures)
    return int((first != second).sum()) if first.shape == second.shape else first.size


def pixels(picture: QImage) -> np.ndarray:
    """One number for each pixel, by row and column."""
    whole = picture.convertToFormat(QImage.Format.Format_ARGB32)
    return np.array(whole.constBits()).view(np.uint32).reshape(whole.height(), whole.width())


def letters(texts: Iterable[str]) -> list[str]:
    """The letters that are underlined."""
    matches = (re.search(r"&([^&\s])", text.replace("&&", "")) for text in texts)
    return [match.group(1).lower() for match in matches if match]


def clashes(window: QWidget) -> list[str]:
    """A sentence on each letter that two things answer to at once."""
    bar = window.findChild(QMenuBar)
    assert bar
    buttons = [
        button.text() for button in window.findChildren(QAbstractButton) if button.isVisible() and "&" in button.text()
    ]
    groups = {"the menu bar and the buttons": [action.text() for action in bar.actions()] + buttons}
    menus = [menu for menu in window.findChildren(QMenu) if menu.actions()]
    groups |= {f"the menu {menu.title()!r}": [entry.text() for entry in shown(menu.actions())] for menu in menus}
    return [
        f"{letter!r} stands for {count} things in {where}"
        for where, texts in groups.items()
        for letter, count in Counter(letters(texts)).items()
        if count > 1
    ]


def shown(actions: Iterable[QAction]) -> list[QAction]:
    return [action for action in actions if action.isVisible() and not action.isSeparator()]
