"""The card proposes the pictures' own shape, and what lets through lies on a checkerboard, unstretched."""

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.panels import look
from ganstudio.panels.parts.pictures import to_image
from ganstudio.panels.training.dataset_card import DatasetCard
from ganstudio.workflows.preflight import own_shape, preflight

WIDE = ((96, 64), (640, 427), (6000, 4000))
SQUARE = ((64, 64), (500, 480), (512, 512))


def test_that_the_data_s_median_shape_is_proposed_near_the_size_that_is_set():
    remedy = own_shape(DCGAN(), WIDE)
    assert (remedy.title, remedy.values) == ("Learn them 3 : 2, 96 x 64 px", {"resolution": "96x64"})
    assert own_shape(DCGAN(resolution=32), WIDE).values == {"resolution": "48x32"}
    assert own_shape(DCGAN(resolution="96x64"), WIDE) is None
    assert own_shape(DCGAN(), SQUARE) is None
    assert own_shape(SuperRes(), WIDE) is None, "it learns patches of any picture"
    assert own_shape(DCGAN(resolution="96x64"), SQUARE).values == {"resolution": 64}
    assert own_shape(DCGAN(), ()) is None


def test_that_the_card_shows_the_proposal_and_asks(qtbot):
    card = DatasetCard()
    qtbot.addWidget(card)
    assert card.shape_button.text() == ""
    card.offerShape("Learn them 3 : 2, 96 x 64 px")
    assert not card.shape_button.parentWidget().isHidden()
    with qtbot.waitSignal(card.shapeWanted):
        card.shape_button.click()
    card.offerShape("")
    assert card.shape_button.parentWidget().isHidden()


def test_that_what_learns_no_alpha_says_so():
    (finding,) = preflight(SuperRes(), colour="rgba")[:1]
    assert "no transparency" in finding.sentence
    assert finding.remedy.preparation == {"colour": "rgb"}
    assert preflight(DCGAN(), colour="rgba") == []


def test_that_a_rectangle_is_not_stretched_into_a_cell():
    wide = QImage(48, 32, QImage.Format.Format_RGB32)
    assert look.inside(QRect(10, 10, 96, 96), wide) == QRect(10, 26, 96, 64)


def test_that_what_lets_through_lies_on_checks_and_the_rest_does_not(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[:, 4:] = (255, 0, 0, 255)
    screen = QImage(64, 64, QImage.Format.Format_RGB32)
    with QPainter(screen) as painter:
        look.draw_picture(painter, QRect(0, 0, 64, 64), to_image(pixels), widget.palette())
    left = {screen.pixelColor(x, y).name() for x in range(2, 30, 4) for y in range(2, 62, 4)}
    assert len(left) == 2, left
    assert screen.pixelColor(50, 20).name() == "#ff0000"
