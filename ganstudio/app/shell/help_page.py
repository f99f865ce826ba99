"""Help: first steps, what good looks like, every key, and what this computer has and lacks."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ganstudio.app.common.background import Background
from ganstudio.app.common.page import Page
from ganstudio.app.common.warmup import load_libraries, load_modules
from ganstudio.app.shell.help_parts import help_parts
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, column, label, row
from ganstudio.panels.parts.language import said
from ganstudio.panels.parts.scales import NUMBERS, scale_words
from ganstudio.workflows.diagnose import Finding, as_text, diagnose
from ganstudio.workflows.progress import TaskProgress


class ComputerCard(QFrame):
    """What `ganstudio doctor` says, when it is asked for: looking loads torch."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        """`folders`: where the program keeps things, by what they are."""
        super().__init__()
        self.setProperty("look", "card")
        self._folders = folders
        self.findings: list[Finding] = []
        self._background = Background("doctor", self)
        self._background.done.connect(self._looked)
        self._background.failed.connect(self._failed)
        self.text = label(
            self.tr("Which PyTorch and graphics card are here, what is missing, what mends it."), wrap=True
        )
        self.look = Button(self.tr("Look at this computer"), self.tr("Takes some seconds"))
        self.look.clicked.connect(self.examine)
        self.copy = Button(
            self.tr("Copy for a bug report"),
            self.tr("Puts all of it on the clipboard, without your name or home folder"),
        )
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(as_text(self.findings)))
        self.copy.setVisible(False)
        self._rows: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.GAP)
        self._grid.setVerticalSpacing(look.UNIT)
        self._grid.setColumnStretch(1, 1)
        box = column(label(self.tr("This computer"), "title"), self.text, gap=look.GAP, margin=look.PADDING)
        box.addLayout(self._grid)
        box.addLayout(row(self.look, self.copy, None))
        self.setLayout(box)

    @Slot()
    def examine(self) -> None:
        self.look.setEnabled(False)
        self.text.setText(self.tr("Looking..."))
        folders = self._folders

        def work(report: TaskProgress) -> list[Finding]:
            load_libraries()
            load_modules(("torch",))
            return diagnose(window="", folders=folders)

        self._background.start(work)

    def close_threads(self) -> bool:
        return self._background.close()

    @Slot(object)
    def _looked(self, findings: list[Finding]) -> None:
        self.findings = findings
        for widget in self._rows:
            widget.deleteLater()
        self._rows = []
        for number, finding in enumerate(findings):
            title, text = label(said(finding.part), "strong"), _text_of(finding)
            self._grid.addWidget(title, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, number, 1)
            self._rows += [title, text]
        wrong = sum(finding.state == "wrong" for finding in findings)
        self.text.setText(self.tr("%n thing(s) to mend.", "", wrong) if wrong else self.tr("Nothing needs mending."))
        self.look.setEnabled(True)
        self.copy.setVisible(True)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self.text.setText(said(sentence))
        self.look.setEnabled(True)


def _text_of(finding: Finding) -> QLabel:
    """The sentence, and below it the command that mends it; both can be marked and copied."""
    look_of = {"good": "", "note": "", "wrong": "bad"}
    sentence, remedy = said(finding.sentence), said(finding.remedy)
    text = f"{sentence}\n{remedy}" if remedy else sentence
    made = label(text, look_of[finding.state], wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class HelpPage(Page, QWidget):
    def __init__(self, keys: list[tuple[str, str]], folders: Mapping[str, Path]) -> None:
        """`keys`: (key, what it does). `folders`: see ComputerCard."""
        super().__init__()
        self.computer = ComputerCard(folders)
        steps = _card(
            self.tr("First steps"),
            [
                ("1", self.tr("Drop a folder of pictures onto the window, or take the sample set.")),
                (
                    "2",
                    self.tr("Auto says what it will learn, and how long that takes; the rest is behind Choose myself."),
                ),
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
            ],
            64,
        )
        numbers = self._numbers()
        content = QWidget()
        self.parts = {name: _card(title, rows, 96) for name, (title, rows) in help_parts().items()}
        content.setLayout(
            column(
                steps, *self.parts.values(), reading, numbers, _card(self.tr("Keys"), keys, 150), self.computer, None,
                gap=look.GAP,
            )
        )  # fmt: skip
        content.setMaximumWidth(720)
        self._area = scrolling(content, sideways=True)
        self.setLayout(column(self._area))

    def show_part(self, name: str) -> None:
        """What is said of the page of that name, at the top."""
        part = self.parts.get(name)
        if part:
            QTimer.singleShot(0, part, lambda: self._area.verticalScrollBar().setValue(part.y()))

    def _numbers(self) -> QFrame:
        """Each number that the program shows, with a scale from good to bad."""
        titles = {"coverage": self.tr("Coverage"), "copies": self.tr("Copies"), "gap": self.tr("Gap")}
        rows = [(titles.get(name, name), scale_words(name)) for name in NUMBERS]
        return _card(self.tr("The numbers"), rows, 64)

    def close_threads(self) -> bool:
        return self.computer.close_threads()


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
