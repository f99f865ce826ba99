"""Pages that only say something: what will be here once there is a run, and help."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
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


class HelpPage(QWidget):
    """First steps, and every key."""

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        """`keys`: (key, what it does)."""
        super().__init__()
        steps = _card(
            self.tr("First steps"),
            [
                ("1", self.tr("Drop a folder of pictures onto the window, or take the sample set.")),
                ("2", self.tr("Choose what to learn with; the values it starts with are good ones.")),
                ("3", self.tr("Press Start. The first pictures are noise; after some minutes shapes appear.")),
                ("4", self.tr("Drag the slider under the pictures to see how they came about.")),
                ("5", self.tr("Stop whenever you like: everything is saved, and a run can go on later.")),
            ],
            14,
        )
        reading = _card(
            self.tr("What good looks like"),
            [
                ("D(x)", self.tr("How real the discriminator finds real pictures. Between 0.5 and 0.9 is healthy.")),
                (
                    "D(G(z))",
                    self.tr(
                        "How real it finds invented ones. Between 0.1 and 0.5; near 0 it learns slowly, if at all."
                    ),
                ),
                (self.tr("Losses"), self.tr("They need not fall: the two networks keep each other in balance.")),
                ("kimg", self.tr("Thousands of pictures learnt from so far.")),
            ],
            64,
        )
        content = QWidget()
        content.setLayout(column(steps, reading, _card(self.tr("Keys"), keys, 150), None, gap=look.GAP))
        content.setMaximumWidth(720)
        self.setLayout(column(scrolling(content, sideways=True)))


def _card(title: str, rows: list[tuple[str, str]], width: int) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.GAP)
    grid.setVerticalSpacing(look.UNIT)
    grid.setColumnMinimumWidth(0, width)
    grid.setColumnStretch(1, 1)
    for number, (first, second) in enumerate(rows):
        grid.addWidget(label(first, "strong"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(second, wrap=True), number, 1)
    box = column(label(title, "title"), gap=look.GAP, margin=look.PADDING)
    box.addLayout(grid)
    card.setLayout(box)
    return card


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
        QCoreApplication.translate("EmptyPage", "Choose a run (Ctrl+4)"),
    )
