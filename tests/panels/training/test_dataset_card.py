"""The card of the pictures: thumbnails, counts, advice, and the list of what was left out."""

import time
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from ganstudio.core.run import Preparation
from ganstudio.panels.parts.left_out import LeftOutModel, LeftOutView
from ganstudio.panels.training.dataset_card import DatasetCard, ThumbnailStrip
from tests.panels.using import control, label_saying, press, texts


@dataclass
class LeftOutFile:
    name: str
    reason: str


@dataclass
class FakeReport:
    used: int = 1976
    left_out: list[LeftOutFile] = field(default_factory=list)
    sizes: tuple[tuple[int, int], ...] = ((64, 48), (800, 600), (4000, 3000))
    advice: list[str] = field(default_factory=list)


def ready(qtbot: QtBot, report: FakeReport | None = None) -> DatasetCard:
    card = DatasetCard()
    qtbot.addWidget(card)
    card.resize(640, 700)
    red = np.zeros((16, 16, 3), np.uint8)
    red[..., 0] = 255
    card.setReady("blossoms", report or FakeReport(), [red] * 9)
    card.show()
    return card


def test_that_the_thumbnails_are_drawn_as_given(qtbot: QtBot) -> None:
    card = ready(qtbot)
    strip = card.findChild(ThumbnailStrip, "prepared")
    middle = strip.grab().toImage().pixelColor(20, 20)
    assert (middle.red(), middle.green(), middle.blue()) == (255, 0, 0)


def test_that_grey_thumbnails_and_finished_images_are_drawn_too(qtbot: QtBot) -> None:
    card = ready(qtbot)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    card.setReady("x", FakeReport(), [np.full((8, 8, 1), 128, np.uint8), image])
    shown = card.findChild(ThumbnailStrip, "prepared").grab().toImage()
    assert abs(shown.pixelColor(20, 20).red() - 128) <= 1


def test_that_counts_sizes_and_advice_are_told(qtbot: QtBot) -> None:
    card = ready(qtbot, FakeReport(advice=["Most pictures are not square."]))
    said = {"1,976 pictures", "originals 64 × 48 to 4000 × 3000 px", "Most pictures are not square."}
    assert said <= set(texts(card))


def test_that_a_hundred_thousand_left_out_files_are_listed_at_once(qtbot: QtBot) -> None:
    files = [LeftOutFile(f"<img src={number}>.png", "truncated") for number in range(100_000)]
    card = ready(qtbot, FakeReport(left_out=files))
    started = time.perf_counter()
    card.setReady("x", FakeReport(left_out=files), [])
    press(card, "100,000 left out, and why")
    view = card.findChild(LeftOutView)
    view.scrollToBottom()
    view.grab()
    assert time.perf_counter() - started < 2.0
    model = view.model()
    assert model.rowCount() == 100_000
    assert model.index(99_999, 0).data() == "<img src=99999>.png"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;img src=0&gt;.png</qt>"


def test_that_the_list_can_be_copied_whole_and_in_part(qtbot: QtBot) -> None:
    card = ready(
        qtbot, FakeReport(left_out=[LeftOutFile("a\nb.png", "too small"), LeftOutFile("bad\udce9.png", "broken")])
    )
    card.copyLeftOut()
    assert QGuiApplication.clipboard().text() == "a b.png\ttoo small\nbad?.png\tbroken"
    press(card, "2 left out, and why")
    view = card.findChild(LeftOutView)
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "bad?.png\tbroken"


def test_that_nothing_can_be_dropped_on_the_list(qtbot: QtBot) -> None:
    model = LeftOutModel()
    model.setList([LeftOutFile("a", "b")])
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDropEnabled
    assert model.dropMimeData(QMimeData(), Qt.DropAction.CopyAction, 0, 0, QModelIndex()) is False


def test_that_progress_shows_how_far_it_is_and_can_be_cancelled(qtbot: QtBot) -> None:
    card = DatasetCard()
    qtbot.addWidget(card)
    card.setPreparing("blossoms", 312, 2000)
    assert card.state() == "preparing"
    assert "Picture 312 of 2,000" in texts(card)
    assert control(card, "Decoding", QProgressBar).value() == 312
    with qtbot.waitSignal(card.cancelRequested):
        qtbot.mouseClick(control(card, "Cancel"), Qt.MouseButton.LeftButton)
    assert not control(card, "Cancel").isEnabled()


def test_that_an_error_is_one_sentence_with_a_way_out(qtbot: QtBot) -> None:
    card = DatasetCard()
    qtbot.addWidget(card)
    card.setError("holiday", "No pictures in <b>holiday</b>.")
    assert card.state() == "error"
    assert label_saying(card, "No pictures in <b>holiday</b>.").textFormat() == Qt.TextFormat.PlainText
    with qtbot.waitSignal(card.changeRequested):
        press(card, "Choose other images")
    with qtbot.waitSignal(card.removeRequested):
        press(card, "Remove these images from the page; the files stay where they are")


def test_that_a_change_of_the_preparation_is_told(qtbot: QtBot) -> None:
    card = ready(qtbot)
    emitted: list[Preparation] = []
    card.preparationChanged.connect(emitted.append)
    card.row("fit").control.setRaw("pad")  # type: ignore[attr-defined]
    card.row("flip").control.click()  # type: ignore[attr-defined]
    card.row("background").control.setRaw("#102030")  # type: ignore[attr-defined]
    assert emitted == [
        Preparation(fit="pad"), Preparation(fit="pad", flip=True),
        Preparation(fit="pad", flip=True, background="#102030"),
    ]  # fmt: skip
    assert card.preparation() == emitted[-1]


def test_that_a_preparation_that_is_set_is_shown_and_not_told(qtbot: QtBot) -> None:
    card = ready(qtbot)
    with qtbot.assertNotEmitted(card.preparationChanged):
        card.setPreparation(Preparation(fit="stretch", colour="grey", smallest=32))
    assert card.row("fit").value() == "stretch"
    assert card.row("smallest").value() == 32
