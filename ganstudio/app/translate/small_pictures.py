"""Small pictures of files, read one after the other in a thread: those that were asked for last come first."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from ganstudio.app.common.background import Background
from ganstudio.panels.parts.pictures import to_image
from ganstudio.workflows.progress import TaskProgress

LARGEST = 192
"""Pixels on the longer side: twice what is shown, for screens of 200 %."""


class SmallPictures(QObject):
    ready = Signal(int, object)
    """Number of a file, and its QImage; null where it cannot be read."""
    _read = Signal(int, int, object)
    """Number of the list, of the file, and the picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: Sequence[Path] = ()
        self._list = 0
        self._wanted: list[int] = []
        self._lock = Lock()
        self._background = Background("small pictures", self)
        self._background.done.connect(self._go_on)
        self._background.failed.connect(self._go_on)
        self._background.cancelled.connect(self._go_on)
        self._read.connect(self._take)

    def setFiles(self, files: Sequence[Path]) -> None:
        with self._lock:
            self._files, self._wanted = files, []
            self._list += 1

    def ask(self, numbers: Sequence[int]) -> None:
        """Read these, before those that were asked for earlier and are not read yet."""
        with self._lock:
            self._wanted = [number for number in self._wanted if number not in numbers] + list(reversed(numbers))
        self._go_on()

    def close(self) -> bool:
        with self._lock:
            self._wanted = []
        return self._background.close()

    @Slot()
    def _go_on(self, _: object = None) -> None:
        if self._wanted and not self._background.busy:
            self._background.start(self._work)

    def _work(self, report: TaskProgress) -> None:
        """In the thread, until nothing is wanted."""
        from ganstudio.core.images.decode import Unusable
        from ganstudio.export.translating import SmallReader

        with SmallReader(LARGEST) as reader:
            while not report.cancelled() and (wanted := self._next()):
                number_of_list, number, path = wanted
                try:
                    image = to_image(reader.pixels(path))
                except (Unusable, OSError):
                    image = QImage()
                self._read.emit(number_of_list, number, image)

    def _next(self) -> tuple[int, int, Path] | None:
        with self._lock:
            if not self._wanted:
                return None
            number = self._wanted.pop()
            return self._list, number, self._files[number]

    @Slot(int, int, object)
    def _take(self, number_of_list: int, number: int, image: QImage) -> None:
        if number_of_list == self._list:
            self.ready.emit(number, image)
