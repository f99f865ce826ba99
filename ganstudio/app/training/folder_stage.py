"""Looking through a folder: all its pictures on a stage of their own, read in the background as they come into view."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ganstudio.app.common.background import Background
from ganstudio.core.fit_by_hand import FitByHand
from ganstudio.core.resolution import Resolution
from ganstudio.core.run import Preparation
from ganstudio.panels.parts.pictures import to_image
from ganstudio.panels.training.look_through import Chosen, LookThrough
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    from ganstudio.core.images.overview import Overview
    from ganstudio.core.images.thumbnails import Thumbnails

SIDE = 192
"""Pixels of the longer side of a picture on the wall, enough for screens of 150 %."""


class FolderStage(QObject):
    """Fills a LookThrough; what is left out and fitted comes back when it is closed."""

    closed = Signal(object)
    """Chosen: what is left out and fitted by hand."""
    _read = Signal(object, int, object, object)
    """The overview, the number of one of its pictures, how it is fitted (None: it is whole), and its QImage."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.panel = LookThrough()
        self._overview: Overview | None = None
        self._before = Chosen()
        """What was chosen when the person came."""
        self._thumbnails: dict[tuple[int, bool], Thumbnails] = {}
        """Those that read, by the overview that they read for and whether whole pictures; made and used in their thread
        alone."""
        self._looking, self._reading = Background("overview", self), Background("thumbnails", self)
        self._looking.done.connect(self._seen)
        self._looking.failed.connect(self.panel.setSaying)
        self._read.connect(self._arrived)
        self.panel.wanted.connect(self._wish)
        self.panel.closed.connect(self._close)

    def show(self, name: str, sources: Sequence[str], preparation: Preparation, resolution: Resolution) -> None:
        """These pictures, prepared already."""
        self._overview, self._before = None, Chosen(frozenset(preparation.excluded), preparation.fits)
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
        overview, model = self._overview, self.panel.model
        if overview is None or not numbers:
            return
        wholes = [(number, None) for number in numbers if not model.wish(number)]
        fitted = [(number, fit) for number in numbers if (fit := model.wish(number))]

        def work(report: TaskProgress) -> None:
            from ganstudio.core.images.thumbnails import AT_ONCE

            for wishes in (fitted, wholes):
                for start in range(0, len(wishes), AT_ONCE):
                    if report.cancelled():
                        return
                    some = wishes[start : start + AT_ONCE]
                    files = [overview.pictures[number].file._replace(fit=fit) for number, fit in some]
                    smalls = self._reader(overview, whole=wishes is wholes).read(files, lambda: False)
                    for (number, fit), small in zip(some, smalls, strict=True):
                        if small:
                            pixels = small.pixels if fit else small.whole().copy()
                            self._read.emit(overview, number, fit, to_image(pixels))

        self._reading.start(work)

    def _arrived(self, overview: "Overview", number: int, fit: FitByHand | None, image: QImage) -> None:
        if overview is self._overview and fit:
            self.panel.setFitted(number, fit, image)
        elif overview is self._overview:
            self.panel.setSmall(number, image)

    def leave(self) -> None:
        """Nobody looks any more; nothing is told."""
        self._overview = None
        self._looking.cancel()
        self._reading.start(lambda _: self._end())

    def _close(self, chosen: Chosen) -> None:
        chosen = chosen if self._overview else self._before  # before there was anything to choose nothing was chosen
        self.leave()
        self.closed.emit(chosen)

    def _reader(self, overview: "Overview", *, whole: bool) -> "Thumbnails":
        from dataclasses import replace

        from ganstudio.core.images.thumbnails import Thumbnails

        key = id(overview), whole
        if any(known != key[0] for known, _ in self._thumbnails):
            self._end()
        if key not in self._thumbnails:
            padded = replace(overview.preparation, fit="pad", smallest=1)
            made = Thumbnails(padded, SIDE) if whole else Thumbnails(overview.preparation, overview.resolution)
            self._thumbnails[key] = made
        return self._thumbnails[key]

    def _end(self) -> None:
        while self._thumbnails:
            self._thumbnails.popitem()[1].close()
