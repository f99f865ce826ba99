"""The first of a folder's pictures, on their way to the screen while the others are still being looked for."""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ganstudio.app.common.background import Background
from ganstudio.core.run import Preparation
from ganstudio.panels.parts.pictures import to_image
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    from ganstudio.core.images.thumbnails import Thumbnails

SIDE = 128
"""Pixels: large enough for the wall, small enough to be read at once."""


HEAD_START = 0.5
"""Seconds that all processors are left to the first picture: with a preparation beside it takes three times as long."""
UNUSED = 60_000
"""Milliseconds that a process for pictures that may come is kept."""


class FirstPictures(QObject):
    """Of the folder that was asked for last. What cannot be read is left to the preparation to say."""

    arrived = Signal(object)
    """list[QImage]: those that are there so far."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: list[QImage] = []
        self._seen = threading.Event()
        self._ready: dict[Preparation, Thumbnails] = {}
        """What reads pictures already, of the preparation that is expected; made and used in the thread alone."""
        self._background = Background("first pictures", self)
        self._background.progress.connect(self._tell)
        self._unused = QTimer(self, singleShot=True, interval=UNUSED)
        self._unused.timeout.connect(self.forget)

    @property
    def busy(self) -> bool:
        return self._background.busy

    def expect(self, preparation: Preparation) -> None:
        """Pictures may be dropped in a moment: what reads them is started, which takes longer than reading some."""
        if self._background.busy or self._unused.isActive():
            return
        self._unused.start()
        self._background.start(lambda _: self._reader(preparation).warm())

    def show(self, sources: Sequence[str], preparation: Preparation) -> None:
        """`arrived` follows, again and again, until `stop`."""
        self._unused.stop()
        kept = tuple(sources)
        read: list[QImage] = []
        seen = threading.Event()
        self._read, self._seen = read, seen

        def work(report: TaskProgress) -> None:
            from ganstudio.core.images.check_report import Cancelled, ImagesError
            from ganstudio.core.images.thumbnails import FIRST, first_pictures

            try:
                for pixels in first_pictures(kept, self._reader(preparation), cancelled=report.cancelled):
                    read.append(to_image(pixels))
                    report.progress(len(read), FIRST)
                    seen.set()
            except (Cancelled, ImagesError):
                return
            finally:
                seen.set()
                self._end()

        self._background.start(work)

    def head_start(self) -> Callable[[], object]:
        """What other work on these pictures calls first: it waits for the first of them, but not for long."""
        seen = self._seen if self._background.busy else None
        return lambda: seen.wait(HEAD_START) if seen else None

    def stop(self) -> None:
        """The pictures themselves are there, or nobody looks any more."""
        self._background.cancel()

    def forget(self) -> None:
        """Nothing was dropped."""
        self._unused.stop()
        self._background.start(lambda _: self._end())

    def close(self) -> bool:
        ended = self._background.close()
        if ended:
            self._end()
        return ended

    def _reader(self, preparation: Preparation) -> "Thumbnails":
        from ganstudio.core.images.thumbnails import Thumbnails

        if preparation not in self._ready:
            self._end()
            self._ready[preparation] = Thumbnails(preparation, SIDE)
        return self._ready[preparation]

    def _end(self) -> None:
        while self._ready:
            self._ready.popitem()[1].close()

    def _tell(self, done: int, _: int) -> None:
        self.arrived.emit(self._read[:done])
