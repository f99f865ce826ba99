"""Settings of the program: how it looks, where runs go, what closing does."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.page import Page
from ganstudio.app.common.preferences import Preferences
from ganstudio.app.shell.update_section import UpdateSection
from ganstudio.app.start.language import LANGUAGES
from ganstudio.core.environment import cache_folder
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, Check, Elided, Segmented, column, holding, label, row


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
        card.setMaximumWidth(720)
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
        self.setLayout(column(scrolling(holding(column(card, None)))))

    def _choose(self) -> None:
        title, start = self.tr("Folder for runs"), Path(self.folder.wholeText())
        file_dialogs.choose_folder(self, title, start, lambda path: self._change(runs_folder=path))

    def _choose_cache(self) -> None:
        title, start = self.tr("Folder for prepared images"), Path(self.cache.wholeText())
        file_dialogs.choose_folder(self, title, start, lambda path: self._change(cache_folder=path))

    def _change(self, **changes: object) -> None:
        self.setValue(dataclasses.replace(self._value, **changes))  # type: ignore[arg-type]
        self.valueChanged.emit(self._value)
