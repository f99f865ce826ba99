"""Walks through every state at every size and says what does not fit; as a program of its own for one screen.

QT_SCALE_FACTOR=2 python -m tests.app.fits.walk 960x520     prints each misfit on a line
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ganstudio.app.shell.window import MainWindow
from ganstudio.panels.shell.message_bar import MessageBar
from tests.app.fits.stage import Stage, stage
from tests.app.fits.states import STATES
from tests.panels.fitting import misfits

Size = tuple[int, int]
SETTLED = 6
"""Rounds of events in which layouts come to rest: heights follow from widths, and those from scroll bars."""


def walk(stage: Stage, sizes: Sequence[Size]) -> list[str]:
    """A sentence on each thing that does not fit, with the state and the size where it was seen first."""
    seen: dict[str, str] = {}
    for name, enter in STATES.items():
        enter(stage)
        for size in sizes:
            for sentence in misfits_at(stage.window, size):
                seen.setdefault(sentence, f"{name}, {size[0]} x {size[1]}: {sentence}")
    return list(seen.values())


def misfits_at(window: MainWindow, size: Size) -> list[str]:
    window.resize(*size)
    settle()
    too_large = (window.width(), window.height()) != size
    sentences = misfits(window, over=[MessageBar])
    if sentences:  # a curve that is drawn just now has a new text, and its layout comes to rest a moment later
        settle()
        sentences = misfits(window, over=[MessageBar])
    return sentences + ([f"the window cannot be made {size[0]} x {size[1]}"] if too_large else [])


def settle() -> None:
    for _ in range(SETTLED):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(sizes: Sequence[str]) -> None:
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder), app, dark=True, wordy=True) as made:
        ratio = made.window.devicePixelRatio()
        faults = walk(made, [(int(width), int(height)) for width, _, height in (size.partition("x") for size in sizes)])
    print(f"walked {len(STATES)} states at {ratio:g} device pixels each")
    print("\n".join(faults))


if __name__ == "__main__":
    main(sys.argv[1:])
