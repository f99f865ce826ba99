"""Panels are tested in both themes' colours, with pictures made here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from ganstudio.panels import look


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    if not look.is_dark(qapp.palette()) and qapp.styleSheet():
        yield
    else:
        look.apply(qapp, dark=False)
        yield


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[look.Colours]:
    """The program in each theme; light again afterwards."""
    look.apply(qapp, dark=request.param)
    yield look.DARK if request.param else look.LIGHT
    look.apply(qapp, dark=False)


@pytest.fixture
def grid_file(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a 2 x 2 grid of 8 px tiles in one colour, its last tile black."""

    def write(name: str, colour: str) -> Path:
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        for y in range(8, 16):
            for x in range(8, 16):
                image.setPixelColor(x, y, QColor("#000000"))
        path = tmp_path / name
        assert image.save(str(path))
        return path

    return write


@pytest.fixture
def settle(qapp: QApplication) -> Callable[[], None]:
    """Let pictures that are on their way arrive."""

    def wait() -> None:
        for _ in range(4):
            QThreadPool.globalInstance().waitForDone()
            qapp.processEvents()

    return wait
