"""Looking through a folder: all its pictures on a stage of their own, read in the background as they come into view."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ganstudio.app.common.background import Background
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation
from ganstudio.panels.parts.pictures import to_image
from ganstudio.panels.training.look_through import LookThrough
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    from ganstudio.core.images.overview import Overview
    from ganstudio.core.images.thumbnails import Thumbnails

SIDE = 192
"""Pixels of the longer side of a picture on the wall, enough for screens of 150 %."""


class FolderStage(QObject):
    """Fills a LookThrough; what is left out comes back when it is closed."""

    closed = Signal(object)
    """tuple[str, ...]: names of what is left out by hand."""
    _read = Signal(object, int, object)
    """The overview, the number of one of its pictures, and its QImage."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.panel = LookThrough()
        self._overview: Overview | None = None
        self._excluded: tuple[str, ...] = ()
        """What was left out when the person came."""
        self._thumbnails: dict[int, Thumbnails] = {}
        """The one that reads, by the overview that it reads for; made and used in its thread alone."""
        self._looking, self._reading = Background("overview", self), Background("thumbnails", self)
        self._looking.done.connect(self._seen)
        self._looking.failed.connect(self.panel.setSaying)
        self._read.connect(self._arrived)
        self.panel.wanted.connect(self._wish)
        self.panel.closed.connect(self._close)

    def show(self, name: str, sources: Sequence[str], preparation: Preparation, resolution: Resolution) -> None:
        """These pictures, prepared already."""
        self._overview, self._excluded = None, preparation.excluded
        self.panel.setName(name)
        self.panel.setSaying("")
        kept = tuple(sources)

        def work(report: TaskProgress) -> "Overview":
            from ganstudio.core.images.overview import overview

            return overview(kept, preparation, resolution, cancelled=report.cancelled)

        self._looking.start(work)

    def close_threads(self) -> bool:
        ended = all([self._looking.close(), self._reading.close()])
        if ended:
            self._end()
        return ended

    def _seen(self, overview: "Overview") -> None:
        self._overview = overview
        pixels = overview.pixels
        self.panel.setPictures(
            overview.pictures, lambda row: to_image(pixels[row]), overview.shape, overview.preparation.fit
        )

    def _wish(self, numbers: list[int]) -> None:
        """Read these; what was wished before is passed over unless it is being read at this moment."""
        overview = self._overview
        if overview is None or not numbers:
            return

        def work(report: TaskProgress) -> None:
            from ganstudio.core.images.thumbnails import AT_ONCE

            reader = self._reader(overview)
            for start in range(0, len(numbers), AT_ONCE):
                if report.cancelled():
                    return
                some = numbers[start : start + AT_ONCE]
                smalls = reader.read([overview.pictures[number].file for number in some], lambda: False)
                for number, small in zip(some, smalls, strict=True):
                    if small:
                        self._read.emit(overview, number, to_image(small.whole().copy()))

        self._reading.start(work)

    def _arrived(self, overview: "Overview", number: int, image: QImage) -> None:
        if overview is self._overview:
            self.panel.setSmall(number, image)

    def leave(self) -> None:
        """Nobody looks any more; nothing is told."""
        self._overview = None
        self._looking.cancel()
        self._reading.start(lambda _: self._end())

    def _close(self, names: tuple[str, ...]) -> None:
        chosen = names if self._overview else self._excluded  # before there was anything to choose nothing was chosen
        self.leave()
        self.closed.emit(chosen)

    def _reader(self, overview: "Overview") -> "Thumbnails":
        from dataclasses import replace

        from ganstudio.core.images.thumbnails import Thumbnails

        if id(overview) not in self._thumbnails:
            self._end()
            whole = replace(overview.preparation, fit="pad", smallest=1)
            self._thumbnails[id(overview)] = Thumbnails(whole, SIDE)
        return self._thumbnails[id(overview)]

    def _end(self) -> None:
        while self._thumbnails:
            self._thumbnails.popitem()[1].close()
