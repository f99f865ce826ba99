"""Panels as a person uses them: controls are found by the names that a screen reader says, texts are read as shown."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def control(panel: QWidget, name: str, kind: type[Kind] = QAbstractButton) -> Kind:  # type: ignore[assignment]
    """The one control of a kind with this accessible name, shown or not."""
    named = [widget for widget in panel.findChildren(kind) if widget.accessibleName() == name]
    assert len(named) == 1, f"{len(named)} are called {name!r}: {[each.accessibleName() for each in named]}"
    return named[0]


def press(panel: QWidget, name: str) -> None:
    """Click the button of this name, which must be there to be clicked."""
    button = control(panel, name)
    assert button.isVisibleTo(panel), f"{name} is not shown"
    assert button.isEnabled(), f"{name} is greyed out"
    button.click()


def texts(panel: QWidget) -> list[str]:
    """What stands on the labels that are shown."""
    QApplication.processEvents()  # what is added to a layout is shown by the event loop
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel) and label.text()]


def label_saying(panel: QWidget, text: str) -> QLabel:
    """The one label with this text."""
    (saying,) = (label for label in panel.findChildren(QLabel) if label.text() == text)
    return saying
