"""The look: contrast of every text and outline in both themes, and colours that everybody can tell apart."""

import dataclasses

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, LineField, column
from ganstudio.panels.parts.grid_view import GridView
from ganstudio.panels.parts.picture_tiles import Tiles

TEXT = ("text", "muted", "accent", "good", "warn", "bad", "generator", "discriminator")
BOTH = pytest.mark.parametrize("known", [look.LIGHT, look.DARK], ids=["light", "dark"])


@BOTH
@pytest.mark.parametrize("role", TEXT)
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
def test_that_every_colour_of_text_stands_on_every_ground(known: look.Colours, role: str, ground: str) -> None:
    assert look.contrast(getattr(known, role), getattr(known, ground)) >= 4.5


@BOTH
def test_that_outlines_and_the_main_button_can_be_seen(known: look.Colours) -> None:
    assert look.contrast(known.edge, known.surface) >= 3
    assert look.contrast(known.edge, known.window) >= 3
    assert look.contrast(known.on_accent, known.accent) >= 4.5


@BOTH
def test_that_text_stands_on_the_tint_of_chosen_things_and_messages(known: look.Colours) -> None:
    for role in ("accent", "warn", "bad"):
        tint = look.mixed(known.surface, getattr(known, role), 0.12)
        assert look.contrast(QColor(known.text), tint) >= 4.5
    assert look.contrast(QColor(known.accent), look.mixed(known.surface, known.accent, 0.12)) >= 4.5


@BOTH
def test_that_the_networks_differ_for_those_who_see_no_red_or_no_green(known: look.Colours) -> None:
    """Blue against orange: the blue parts lie far apart, which protan and deutan sight keeps; lines differ too."""
    blue = [QColor(name).blueF() for name in (known.generator, known.discriminator)]
    assert abs(blue[0] - blue[1]) > 0.5
    assert look.GENERATOR_LINE != look.DISCRIMINATOR_LINE


def test_that_colours_are_known_by_the_palette_of_the_widget(
    qapp: QApplication, qtbot: object, themed: look.Colours
) -> None:
    widget = QWidget()
    assert look.colours(widget) == themed
    assert widget.palette().color(QPalette.ColorRole.Text) == QColor(themed.text)


def test_that_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    files = look.icon_folder().glob("*.svg")
    names = sorted(file.stem for file in files if "currentColor" in file.read_text(encoding="utf-8"))
    wanted = {
        "train",
        "explore",
        "translate",
        "enhance",
        "runs",
        "help",
        "settings",
        "play",
        "pause",
        "stop",
        "save",
        "sample",
    }
    wanted |= {"export", "folder", "trash", "rename", "open", "compare", "warning", "info", "close", "dice", "film"}
    assert wanted <= set(names)
    for name in names:
        image = look.icon(name, "#ff0000").pixmap(24, 24).toImage()
        drawn = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        inked = [pixel for pixel in drawn if pixel.alpha() > 200]
        assert inked, name
        assert all(pixel.red() > 200 and pixel.green() < 60 for pixel in inked), name


def test_that_an_icon_that_does_not_exist_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("unicorn", "#000000")


def test_that_all_colours_are_colours() -> None:
    for known in (look.LIGHT, look.DARK):
        for name, value in dataclasses.asdict(known).items():
            assert QColor(value).isValid(), name


def test_that_a_placeholder_can_be_read(qtbot: QtBot, themed: look.Colours) -> None:
    field = LineField("Name", "Any word")
    field.setPlaceholderText("MMMMMMMMM")
    qtbot.addWidget(field)
    field.resize(200, 32)
    assert strongest(field, themed.surface, QRect(12, 8, 120, 16)) >= 4.5


def test_that_a_white_picture_ends_somewhere_on_a_white_card(qtbot: QtBot, themed: look.Colours) -> None:
    ground = QColor(themed.surface)
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(ground)
    view, tiles = GridView("Samples", "Pictures"), Tiles("Stops", "Pictures", columns=1)
    view.setImage(picture)
    tiles.setCount(1)
    tiles.setPicture(0, picture)
    for widget in (view, tiles):
        qtbot.addWidget(widget)
        widget.resize(160, 160)
        assert strongest(widget, themed.surface, widget.rect()) > 1.1


@pytest.mark.parametrize("kind", ["", "quiet"])
def test_that_a_button_is_seen_to_be_one(qtbot: QtBot, themed: look.Colours, kind: str) -> None:
    """Its ground or its outline stands out from the card that it lies on."""
    card = QFrame()
    card.setProperty("look", "card")
    button = Button("", "Does something", kind=kind)
    card.setLayout(column(button, margin=16))
    qtbot.addWidget(card)
    card.resize(120, 64)
    card.grab()
    assert strongest(card, themed.surface, button.geometry()) > 1.1


def strongest(widget: QWidget, ground: str, area: QRect) -> float:
    """The largest contrast to the ground of anything drawn in an area of the widget."""
    image = widget.grab().toImage()
    points = ((x, y) for x in range(area.left(), area.right() + 1) for y in range(area.top(), area.bottom() + 1))
    return max(look.contrast(ground, image.pixelColor(x, y)) for x, y in points)
