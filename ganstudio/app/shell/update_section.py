"""UpdateSection: looks for a newer version when a button is pressed, and says what is new."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

import ganstudio
from ganstudio.app.common.background import Background
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, LineField, column, label, row
from ganstudio.panels.parts.language import said
from ganstudio.workflows.newer_version import Release, newer_releases, own_news


class UpdateSection(QWidget):
    """A part of the settings. The network is asked by the button and by nothing else."""

    sourceChanged = Signal(str)
    """The address or file of the changelog, once it has been typed."""

    def __init__(self) -> None:
        super().__init__()
        self._background = Background("update", self)
        self._background.done.connect(self._found)
        self._background.failed.connect(lambda sentence: self._answer(said(sentence)))
        self.source = LineField(
            self.tr("Changelog of the newest version"),
            self.tr(
                "Where the newest version's CHANGELOG.md is: an address, fetched when you press the button, or a file"
            ),
        )
        self.source.setPlaceholderText(self.tr("Address or file of a CHANGELOG.md"))
        self.source.editingFinished.connect(lambda: self.sourceChanged.emit(self.source.text().strip()))
        self.source.returnPressed.connect(self.ask)
        self.button = Button(self.tr("Look now"), self.tr("Looks once whether there is a newer version"))
        self.button.clicked.connect(self.ask)
        self.news = Button(
            self.tr("What is new"), self.tr("What the changelog says of the version that is installed"), kind="link"
        )
        self.news.clicked.connect(self._show_own_news)
        self.answer = label("", "muted", wrap=True)
        self.answer.setVisible(False)
        line = row(self.source, self.button)
        line.setStretch(0, 1)
        installed = label(self.tr("{0} is installed.").format(f"GAN Studio {ganstudio.__version__}"), "muted")
        box = column(label(self.tr("Newer versions"), "strong"), gap=look.UNIT)
        box.addLayout(line)
        box.addLayout(row(installed, self.news, None))
        box.addWidget(self.answer)
        self.setLayout(box)

    @Slot()
    def ask(self) -> None:
        """Look at what is typed, in a thread."""
        source = self.source.text().strip()
        if not source:
            self._answer(self.tr("Type where the changelog is first: the address or the file of a CHANGELOG.md."))
            self.source.setFocus()
            return
        self.button.setEnabled(False)
        self._say(self.tr("Looking..."))
        self._background.start(lambda _: newer_releases(source, ganstudio.__version__))

    def close_threads(self) -> bool:
        return self._background.close()

    @Slot(object)
    def _found(self, later: list[Release]) -> None:
        if not later:
            self._answer(self.tr("{0} is the newest version.").format(f"GAN Studio {ganstudio.__version__}"))
            return
        there = self.tr("{0} is there. What is new:").format(f"GAN Studio {later[0].version}")
        self._answer("\n\n".join([there, *(f"{release.version}\n{release.news}" for release in later)]))

    @Slot()
    def _show_own_news(self) -> None:
        self._say(own_news() or self.tr("The changelog did not come with this program."))

    def _answer(self, text: str) -> None:
        self.button.setEnabled(True)
        self._say(text)

    def _say(self, text: str) -> None:
        self.answer.setText(text)
        self.answer.setVisible(True)
