"""What does not fit in the window as it stands, at a size."""

from PySide6.QtCore import QCoreApplication, QEvent

from ganstudio.app.shell.window import MainWindow
from tests.panels.fitting import misfits


def misfits_at(window: MainWindow, size: tuple[int, int]) -> list[str]:
    window.resize(*size)
    for _ in range(6):  # heights that follow from widths are asked for once more after each layout
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = misfits(window)
    if (window.width(), window.height()) != size:
        found.append(f"the window cannot be made {size[0]} x {size[1]}")
    return found
