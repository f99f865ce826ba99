"""Where the window was, as checked whole numbers, and back there if a screen still shows it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from ganstudio.app.common.preferences import Geometry, Preferences

SIZE = (1200, 760)
VISIBLE = 120
"""Pixels of the window that must lie on a screen in both directions for it to be put back there."""


def put_back(window: QMainWindow, known: Preferences) -> None:
    wanted = QRect(*known.geometry) if known.geometry else QRect()
    if known.geometry and any(_shows(screen.availableGeometry(), wanted) for screen in QGuiApplication.screens()):
        window.setGeometry(wanted)
    else:
        window.resize(*SIZE)
    if known.maximised:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def place_of(window: QMainWindow, before: Geometry | None) -> Geometry | None:
    """The window's place; while it fills the screen, its place `before`."""
    if window.isMaximized() or window.isFullScreen():
        return before
    place = window.geometry()
    return place.x(), place.y(), place.width(), place.height()


def _shows(screen: QRect, window: QRect) -> bool:
    seen = screen.intersected(window)
    return seen.width() >= VISIBLE and seen.height() >= VISIBLE
