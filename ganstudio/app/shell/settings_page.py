"""Settings of the program: how it looks, where runs go, what closing does; and whether there is a newer one."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

import ganstudio
from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.common.page import Page
from ganstudio.app.common.preferences import Preferences
from ganstudio.app.start.language import LANGUAGES
from ganstudio.core.environment import cache_folder
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, Check, Elided, LineField, Segmented, column, holding, label, row
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


class SettingsPage(Page, QWidget):
    """Edits Preferences; what is changed holds at once."""

    valueChanged = Signal(object)
    """Preferences."""

    def __init__(self, default_runs: Path, parent: QWidget | None = None) -> None:
        """`default_runs`: where runs go while the person has not said otherwise."""
        super().__init__(parent)
        self._default_runs = default_runs
        self._value = Preferences()
        self._make()
        self.setValue(self._value)

    def value(self) -> Preferences:
        return self._value

    def setValue(self, value: Preferences) -> None:
        """Show it; does not emit."""
        self._value = value
        self.theme.setData(value.theme)
        self.language.setData(value.language)
        self.folder.setText(value.runs_folder or str(self._default_runs))
        self.update_section.source.setText(value.changelog)
        self.cache.setText(value.cache_folder or str(cache_folder()))
        blocked = self.stop_on_close.blockSignals(True)
        self.stop_on_close.setChecked(value.stop_on_close)
        self.stop_on_close.blockSignals(blocked)
        blocked = self.own_process.blockSignals(True)
        self.own_process.setChecked(value.own_process)
        self.own_process.blockSignals(blocked)

    def close_threads(self) -> bool:
        return self.update_section.close_threads()

    def _make(self) -> None:
        self.theme = Segmented(
            self.tr("Colours"),
            [
                (self.tr("As the system"), "system", self.tr("Light or dark, as the rest of the desktop")),
                (self.tr("Light"), "light", self.tr("Always light")),
                (self.tr("Dark"), "dark", self.tr("Always dark")),
            ],
        )
        self.theme.chosen.connect(lambda theme: self._change(theme=theme))
        self.language = Segmented(
            self.tr("Language"),
            [
                (
                    self.tr("As the system"),
                    "system",
                    self.tr("That of the desktop, if it is one of these"),
                ),
                *((name, code, name) for code, name in LANGUAGES.items()),
            ],
        )
        self.language.chosen.connect(lambda code: self._change(language=code))
        self.folder = Elided()
        change = Button(self.tr("Change"), self.tr("Choose the folder that new runs are kept in"), icon="folder")
        change.clicked.connect(self._choose)
        self.cache = Elided()
        move = Button(self.tr("Change"), self.tr("Choose the folder that prepared images are kept in"), icon="folder")
        move.clicked.connect(self._choose_cache)
        self.stop_on_close = Check(
            self.tr("Closing the window stops and saves a live run without a question"),
            self.tr("The next start offers to go on where it stopped"),
        )
        self.stop_on_close.toggled.connect(lambda on: self._change(stop_on_close=on))
        self.own_process = Check(
            self.tr("Train in a process of its own"),
            self.tr("A crash while training leaves the window standing; Explore cannot follow such a run live"),
        )
        self.own_process.toggled.connect(lambda on: self._change(own_process=on))
        self.update_section = UpdateSection()
        self.update_section.sourceChanged.connect(lambda source: self._change(changelog=source))
        folder_row = row(self.folder, change)
        folder_row.setStretch(0, 1)
        cache_row = row(self.cache, move)
        cache_row.setStretch(0, 1)
        card = QFrame()
        card.setProperty("look", "card")
        box = column(label(self.tr("Colours"), "strong"), self.theme, gap=look.UNIT, margin=look.PADDING + look.UNIT)
        box.addSpacing(look.UNIT)
        box.addWidget(label(self.tr("Language"), "strong"))
        box.addWidget(self.language)
        box.addWidget(label(self.tr("Spoken from the next start on."), "muted"))
        box.addSpacing(look.UNIT)
        box.addWidget(label(self.tr("Runs are kept in"), "strong"))
        box.addLayout(folder_row)
        box.addSpacing(look.UNIT)
        box.addWidget(label(self.tr("Prepared images are kept in"), "strong"))
        box.addLayout(cache_row)
        box.addSpacing(look.UNIT)
        box.addWidget(label(self.tr("Closing"), "strong"))
        box.addWidget(self.stop_on_close)
        box.addSpacing(look.UNIT)
        box.addWidget(label(self.tr("Training"), "strong"))
        box.addWidget(self.own_process)
        box.addSpacing(look.UNIT)
        box.addWidget(self.update_section)
        card.setLayout(box)
        content = holding(column(card, None))
        content.setMaximumWidth(720)  # not the card's own: lines would be counted in the whole width
        self.setLayout(column(scrolling(content)))

    def _choose(self) -> None:
        title, start = self.tr("Folder for runs"), Path(self.folder.wholeText())
        file_dialogs.choose_folder(self, title, start, lambda path: self._change(runs_folder=path))

    def _choose_cache(self) -> None:
        title, start = self.tr("Folder for prepared images"), Path(self.cache.wholeText())
        file_dialogs.choose_folder(self, title, start, lambda path: self._change(cache_folder=path))

    def _change(self, **changes: object) -> None:
        self.setValue(dataclasses.replace(self._value, **changes))  # type: ignore[arg-type]
        self.valueChanged.emit(self._value)
