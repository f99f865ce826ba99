"""HoverGrowth: the card under the mouse plays how its pictures came about, from noise to the last."""

from pathlib import Path

from PySide6.QtCore import QBasicTimer, QEvent, QObject, QTimerEvent, Signal
from PySide6.QtWidgets import QAbstractItemView, QStyle

from ganstudio.core.run_files import listed
from ganstudio.panels.parts.pictures import PictureCache
from ganstudio.panels.runs.runs_gallery.run_model import RunListModel

MOST = 16
"""Moments that are played; of more, so many spread evenly."""
TICK, REST = 130, 8
"""Milliseconds that one is shown, and so many times that the last one is."""


class HoverGrowth(QObject):
    """Plays while the mouse rests on a card of `view`, unless the desktop wants no motion."""

    moved = Signal()
    """Another picture is to be painted."""

    def __init__(self, view: QAbstractItemView, model: RunListModel, cache: PictureCache, side: int) -> None:
        """`side`: pixels that the pictures are read at, as they are painted."""
        super().__init__(view)
        self._view, self._model, self._cache, self._side = view, model, cache, side
        self._folder: Path | None = None
        self._frames: list[Path] = []
        self._at = 0
        self._ticking = QBasicTimer()
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def picture(self, folder: Path) -> Path | None:
        """The file that the card of this run shows now instead of its last picture; None: that one."""
        if folder != self._folder or not self._frames:
            return None
        path = self._frames[min(self._at, len(self._frames) - 1)]
        image = self._cache.get(path, self._side)
        return path if image is not None and not image.isNull() else None

    def play(self, folder: Path | None) -> None:
        """From the beginning; None: nothing any more."""
        if folder == self._folder:
            return
        self._folder, self._at = folder, 0
        still = not self._view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._view)
        self._frames = _moments(folder) if folder and not still else []
        if len(self._frames) > 1:
            self._ticking.start(TICK, self)
        else:
            self._ticking.stop()
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse, and forget it where it leaves."""
        if event.type() == QEvent.Type.MouseMove:
            index = self._view.indexAt(event.position().toPoint())  # type: ignore[attr-defined]
            entry = self._model.entry(index.row()) if index.isValid() else None
            self.play(entry[0] if entry and not entry[1].trouble else None)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide):
            self.play(None)
        return False

    def timerEvent(self, event: QTimerEvent) -> None:
        """The next picture, if it is there."""
        following = (self._at + 1) % (len(self._frames) + REST)
        path = self._frames[min(following, len(self._frames) - 1)]
        if self._cache.get(path, self._side) is not None:
            self._at = following
            self.moved.emit()


def _moments(folder: Path) -> list[Path]:
    """The grids of a run, the oldest first."""
    try:
        grids = listed(folder / "samples", "*.png")
    except OSError:
        return []
    return [grids[at * (len(grids) - 1) // (MOST - 1)] for at in range(MOST)] if len(grids) > MOST else grids
