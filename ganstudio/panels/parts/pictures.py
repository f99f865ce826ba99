"""Pictures for the screen: arrays as QImages, and files decoded by a thread pool into a cache with a size.

NumPy is not imported at the top: it takes half a second, and the window should be on the screen before that.
"""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from ganstudio.core.run_files import MOST_PIXELS, read_png

if TYPE_CHECKING:
    import numpy as np

Key = tuple[Path, int]


def to_image(picture: "QImage | np.ndarray[Any, Any]") -> QImage:
    """A QImage of its own, from a QImage or from uint8 (H, W), (H, W, 1), (H, W, 3) or (H, W, 4)."""
    if isinstance(picture, QImage):
        return picture
    height, width = picture.shape[:2]
    channels = 1 if picture.ndim == 2 else picture.shape[2]
    kind = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}
    return QImage(picture.tobytes(), width, height, width * channels, kind[channels]).copy()


def to_pixels(image: QImage) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    """uint8 (H, W, 3), a copy."""
    import numpy as np

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return lines[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def read_picture(path: Path, side: int = 0) -> QImage:
    """A picture that a run has drawn, at most `side` pixels wide and high if given; null if there is none to read.

    Qt is given bytes, never a path: it would wait for a pipe for ever, with the interpreter's lock held.
    """
    try:
        packed = QByteArray(read_png(path))
    except OSError:
        return QImage()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if side and size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


@dataclass(frozen=True)
class GridFile:
    """A grid of samples on the disk."""

    path: Path
    rows: int
    columns: int
    step: int = 0


class _Reading(QObject):
    """One file on its way; its signal carries the picture from the pool's thread to the cache's."""

    done = Signal(object, object)

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.key = key

    def __call__(self) -> None:
        self.done.emit(self.key, read_picture(*self.key))


class PictureCache(QObject):
    """Decoded pictures, the least recently used given up first; what is asked for last is decoded first."""

    ready = Signal(object)
    """Path of a picture that can now be had from `get`."""

    AT_ONCE = 2
    WAITING = 64

    def __init__(self, megabytes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = megabytes * 2**20
        self._bytes = 0
        self._kept: OrderedDict[Key, QImage] = OrderedDict()
        self._wanted: OrderedDict[Key, None] = OrderedDict()
        self._reading: dict[Key, _Reading] = {}

    def get(self, path: Path, side: int = 0) -> QImage | None:
        """The picture (null if the file cannot be read), or None while it is being decoded: wait for `ready`."""
        key = (path, side)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._reading:
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            while len(self._wanted) > self.WAITING:
                self._wanted.popitem(last=False)
            self._start()
        return None

    def clear(self) -> None:
        self._kept.clear()
        self._wanted.clear()
        self._bytes = 0

    def size(self) -> int:
        """Bytes of all pictures that are kept."""
        return self._bytes

    def _start(self) -> None:
        while self._wanted and len(self._reading) < self.AT_ONCE:
            key, _ = self._wanted.popitem(last=True)
            reading = self._reading[key] = _Reading(key)
            reading.done.connect(self._done, Qt.ConnectionType.QueuedConnection)
            QThreadPool.globalInstance().start(reading)

    @Slot(object, object)
    def _done(self, key: Key, image: QImage) -> None:
        self._reading.pop(key, None)
        self._kept[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._limit and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= old.sizeInBytes()
        self.ready.emit(key[0])
        self._start()
