"""A page that only says what will be here once there is a run."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Picture, column, label, row


class EmptyPage(QWidget):
    """Nothing here yet: an icon, a sentence, and a way on."""

    wanted = Signal()
    """The one button was pressed."""

    def __init__(self, icon: str, title: str, text: str, action: str, help: str) -> None:
        super().__init__()
        self.title = label(title, "title")
        self.text = label(text, "muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setFixedWidth(440)
        self.button = Button(action, help)
        self.button.clicked.connect(self.wanted)
        box = column(None, gap=look.GAP)
        for widget in (Picture(icon, "muted", 48), self.title, self.text, self.button):
            box.addLayout(row(None, widget, None))  # aligned instead, the text would get the height of a wider one
        box.addStretch(1)
        self.setLayout(box)


def explore_page() -> EmptyPage:
    """Stands in until there is a generator to explore."""
    return EmptyPage(
        "explore",
        QCoreApplication.translate("EmptyPage", "Nothing to explore yet"),
        QCoreApplication.translate(
            "EmptyPage",
            "Train or open a run to explore it: here you wander between the pictures it can draw.",
        ),
        QCoreApplication.translate("EmptyPage", "Show the runs"),
        QCoreApplication.translate("EmptyPage", "Choose a run (Ctrl+5)"),
    )
