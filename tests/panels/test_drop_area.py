"""The drop area: which files of a drag are taken, and what it shows and emits."""

import os
import random

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganstudio.panels import look
from ganstudio.panels.drop_area import DropArea
from ganstudio.panels.parts.dragged import local_paths

MODEL = "application/x-qabstractitemmodeldatalist"


class Spied(QMimeData):
    """Notes which payloads are asked for: those of item models must never be."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def retrieveData(self, kind: str, preferred: object) -> object:
        self.asked.append(kind)
        return super().retrieveData(kind, preferred)  # type: ignore[arg-type]


def urls(*texts: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(text) for text in texts])
    return mime


def entering(mime: QMimeData) -> QDragEnterEvent:
    return QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    )


def test_that_local_files_and_folders_are_found_once_each() -> None:
    assert local_paths(urls("file:///pictures/a", "file:///pictures/b%20c.png", "file:///pictures/a")) == [
        "/pictures/a",
        "/pictures/b c.png",
    ]


@pytest.mark.parametrize(
    "odd",
    [
        "http://example.org/a.png", "https://example.org/", "ftp://host/x", "smb://host/share", "javascript:alert(1)",
        "file://host/share/a.png", "file:////host/share", "data:image/png;base64,AAAA", "about:blank", "", "file://",
        "file:///pictures/a%00b", "qrc:/x", "mailto:a@b",
    ],
)  # fmt: skip
def test_that_what_is_not_on_this_computer_is_left_out(odd: str) -> None:
    assert local_paths(urls(odd)) == []


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes only there")
def test_that_a_name_that_is_no_valid_text_survives() -> None:
    mime = QMimeData()
    mime.setData("text/uri-list", QByteArray(b"file:///pictures/caf%E9.png\r\n"))
    assert [os.fsencode(local_path) for local_path in local_paths(mime)] == [b"/pictures/caf\xe9.png"]


def test_that_two_hundred_odd_drags_do_no_harm_and_model_payloads_are_never_read() -> None:
    chance = random.Random(7)
    kinds = [MODEL, "text/uri-list", "text/plain", "application/x-color", "image/png", "text/html", "x/y"]
    for _ in range(200):
        mime = Spied()
        for kind in chance.sample(kinds, chance.randint(1, 4)):
            mime.setData(kind, QByteArray(chance.randbytes(chance.randint(0, 300))))
        assert all("\0" not in local_path for local_path in local_paths(mime))
        assert MODEL not in mime.asked


def test_that_a_drag_of_files_lights_up_and_a_drop_tells_their_paths(qtbot: QtBot, themed: look.Colours) -> None:
    area = DropArea(sample="Try the sample set")
    qtbot.addWidget(area)
    area.resize(400, 300)
    plain = area.grab().toImage().pixelColor(30, 30)
    mime = urls("file:///pictures/a")
    enter = entering(mime)
    QApplication.sendEvent(area, enter)
    assert enter.isAccepted()
    assert area.isHovered()
    assert area.grab().toImage().pixelColor(30, 30) != plain == QColor(themed.surface)
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    with qtbot.waitSignal(area.dropped) as drop_signal:
        QApplication.sendEvent(area, drop)
    assert drop_signal.args == [["/pictures/a"]]
    assert not area.isHovered()


def test_that_a_drag_of_something_else_is_refused(qtbot: QtBot) -> None:
    area = DropArea()
    qtbot.addWidget(area)
    mime = urls("http://example.org/a.png")
    enter = entering(mime)
    QApplication.sendEvent(area, enter)
    assert not enter.isAccepted()
    assert not area.isHovered()


def test_that_both_buttons_work_by_keyboard(qtbot: QtBot) -> None:
    area = DropArea(sample="Try the sample set")
    qtbot.addWidget(area)
    with qtbot.waitSignal(area.chooseRequested):
        qtbot.keyClick(area.choose, Qt.Key.Key_Space)
    with qtbot.waitSignal(area.sampleRequested):
        qtbot.keyClick(area.sample, Qt.Key.Key_Space)
