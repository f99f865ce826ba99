"""The window's place on the screen: read for the preferences, and restored if a screen still shows that place."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from ganstudio.app.common.preferences import Geometry, Preferences

SIZE = (1200, 760)
TITLE_BAR = 20
"""Pixels above a window's content that its frame takes, about: what the smallest screen has to spare."""
VISIBLE = 120
"""Pixels of the window that must lie on a screen in both directions for it to be put back there."""


def put_back(window: QMainWindow, known: Preferences) -> None:
    wanted = QRect(*known.geometry) if known.geometry else QRect()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    there = next((area for area in screens if _shows(area, wanted)), QRect())
    if not there.isNull():
        window.setGeometry(fitted(wanted, there))
    else:
        window.resize(fitted(QRect(0, 0, *SIZE), screens[0]).size())
    if known.maximised:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def fitted(wanted: QRect, screen: QRect) -> QRect:
    """`wanted` made no larger than the screen, less the frame that the desktop draws, and moved onto it."""
    room = screen.adjusted(0, TITLE_BAR, 0, 0)
    made = QRect(wanted.topLeft(), wanted.size().boundedTo(room.size()))
    made.moveLeft(max(room.left(), min(made.left(), room.right() + 1 - made.width())))
    made.moveTop(max(room.top(), min(made.top(), room.bottom() + 1 - made.height())))
    return made


def place_of(window: QMainWindow, before: Geometry | None) -> Geometry | None:
    """The window's place; while it fills the screen, its place `before`."""
    if window.isMaximized() or window.isFullScreen():
        return before
    place = window.geometry()
    return place.x(), place.y(), place.width(), place.height()


def _shows(screen: QRect, window: QRect) -> bool:
    seen = screen.intersected(window)
    return seen.width() >= VISIBLE and seen.height() >= VISIBLE
