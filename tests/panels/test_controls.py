import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, ElidedButton

LONG = "Go on with discriminator lr 0.0001 (now 0.0002), augmentation on"


def test_that_a_compact_button_is_an_icon_whose_tooltip_has_its_text(qtbot: QtBot) -> None:
    button = Button("Explore", "Walk on from here", icon="explore")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.setCompact(True)
    assert (button.text(), button.toolTip()) == ("", "<qt>Explore: Walk on from here</qt>")
    assert button.accessibleName() == "Explore"
    assert button.sizeHint().width() < wide
    button.setText("Go on")
    assert button.text() == ""
    button.setCompact(False)
    assert (button.text(), button.toolTip()) == ("Go on", "<qt>Walk on from here</qt>")


@pytest.mark.parametrize("kind", [Button, ElidedButton])
def test_that_a_long_text_is_shortened_at_its_end(qtbot: QtBot, kind: type[Button], themed: look.Colours) -> None:
    """Shortened, two texts that begin alike look alike; centred and cut, they do not."""
    images = []
    for text in (LONG, LONG + " and off"):
        button = kind(text, "Starts a new run", icon="play")
        qtbot.addWidget(button)
        button.resize(160, 32)
        images.append(button.grab().toImage())
    assert (images[0] == images[1]) == (kind is ElidedButton)


def test_that_a_shortened_button_goes_on_working_and_says_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    button = ElidedButton(LONG, "Starts a new run")
    qtbot.addWidget(button)
    assert button.minimumSizeHint().width() <= ElidedButton.LEAST < button.sizeHint().width()
    assert button.toolTip() == f"<qt>{LONG}. Starts a new run</qt>"
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
