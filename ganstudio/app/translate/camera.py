"""The camera, where Qt Multimedia is installed (PySide6-Addons): its pictures one after the other."""

from importlib.util import find_spec
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QImage


class Camera(Protocol):
    """What the page needs of a camera."""

    seen: SignalInstance
    """QImage: a new picture."""
    failed: SignalInstance
    """str: a sentence."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


def find_camera(parent: QObject) -> Camera | None:
    """The computer's first camera; None without Qt Multimedia or without a camera."""
    if find_spec("PySide6.QtMultimedia") is None:
        return None
    from PySide6 import QtMultimedia  # type: ignore[attr-defined, unused-ignore]

    device = QtMultimedia.QMediaDevices.defaultVideoInput()
    return None if device.isNull() else QtCamera(QtMultimedia, device, parent)


class QtCamera(QObject):
    """Qt's own; `multimedia` is the module PySide6.QtMultimedia."""

    seen = Signal(QImage)
    failed = Signal(str)

    def __init__(self, multimedia: Any, device: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._camera = multimedia.QCamera(device, self)
        self._sink = multimedia.QVideoSink(self)
        self._session = multimedia.QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._changed)
        self._camera.errorOccurred.connect(self._broke)

    def start(self) -> None:
        self._camera.start()

    def stop(self) -> None:
        self._camera.stop()

    def _changed(self, frame: Any) -> None:
        image = frame.toImage()
        if not image.isNull():
            self.seen.emit(image)

    def _broke(self, _: object, text: str) -> None:
        self.failed.emit(self.tr("The camera cannot be used: {0}").format(text))
