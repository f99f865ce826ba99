"""Editing: what the menu Edit does, by where one is. A field of text first, else the page, or the picture in focus."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ganstudio.app.common.page import Deed, Page
from ganstudio.app.shell.actions import Actions
from ganstudio.panels.parts.giving import giving_of


class Editing(QObject):
    """The actions are enabled as what they would do is there: when the menu opens, and when a key is pressed."""

    def __init__(self, actions: Actions, page: Callable[[], Page], parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._finders = ((actions.undo, self.undoing), (actions.redo, self.redoing), (actions.copy, self.copying))
        for action, find in self._finders:
            action.triggered.connect(lambda _=False, find=find: _do(find()))
        actions.edit.aboutToShow.connect(self.refresh)
        actions.edit.aboutToHide.connect(self._let_keys_through)

    def undoing(self) -> Deed | None:
        """What takes back the last thing; None where there is nothing to take back."""
        field = _in_focus()
        if isinstance(field, QLineEdit) and field.isUndoAvailable():
            return field.undo
        return self._page().undoing()

    def redoing(self) -> Deed | None:
        """What does again what was taken back."""
        field = _in_focus()
        if isinstance(field, QLineEdit) and field.isRedoAvailable():
            return field.redo
        return self._page().redoing()

    def copying(self) -> Deed | None:
        """What puts the chosen text, or the picture in focus, into the clipboard."""
        widget = _in_focus()
        giving = giving_of(widget)
        if giving and giving.has_picture():
            return giving.copy
        return partial(_press_copy, widget) if widget and _has_text(widget) else None

    @Slot()
    def refresh(self) -> None:
        for action, find in self._finders:
            action.setEnabled(find() is not None)

    @Slot()
    def _let_keys_through(self) -> None:
        """A key finds out for itself whether there is something to do."""
        for action, _ in self._finders:
            action.setEnabled(True)


def _in_focus() -> QWidget | None:
    """The widget that has the keyboard; of a number or a choice its field of text."""
    widget = QApplication.focusWidget()
    field = widget.findChild(QLineEdit) if isinstance(widget, QAbstractSpinBox | QComboBox) else None
    return field or widget


def _has_text(widget: QWidget) -> bool:
    """Whether text is chosen in it."""
    if isinstance(widget, QAbstractItemView):
        return widget.selectionModel() is not None and widget.selectionModel().hasSelection()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.textCursor().hasSelection()
    return isinstance(widget, QLineEdit | QLabel) and widget.hasSelectedText()


def _press_copy(widget: QWidget) -> None:
    """Each knows by itself what of it is text."""
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, control))


def _do(deed: Deed | None) -> None:
    if deed:
        deed()
