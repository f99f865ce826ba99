"""PresetRow: the presets of a recipe, the person's own beside them, and what can be done with those."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QWidget

from ganstudio.core.recipe import Preset
from ganstudio.panels import look
from ganstudio.panels.parts.areas import bring_into_view
from ganstudio.panels.parts.controls import Button, Elided, LineField, column, holding, label, row
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.language import said


class PresetRow(QWidget):
    """A chip for each; below, what the chosen one is. A name is typed in place."""

    chosen = Signal(str)
    """Name of a preset; '' for the recipe's own defaults."""
    saveWanted = Signal(str)
    """The settings of the form are to be kept under this name."""
    renameWanted = Signal(str, str)
    """Name of an own preset, and what it is to be called."""
    deleteWanted = Signal(str)
    undoWanted = Signal()
    """What was said last (`say`) is to be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._presets: dict[str, Preset] = {}
        self._own: frozenset[str] = frozenset()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._chips = QWidget()
        self._note = label(kind="caption", wrap=True)
        self._make_deeds()
        self._make_naming()
        self.setLayout(column(self._chips, self._note, self._deeds, self._last, self._naming, gap=look.HALF))

    def _make_deeds(self) -> None:
        self.save_button = Button(
            self.tr("Save as a preset…"), self.tr("Keep these settings under a name of your own"), kind="link"
        )
        self.rename_button = Button(self.tr("Rename…"), self.tr("Give your preset another name"), kind="link")
        self.delete_button = Button(self.tr("Delete"), self.tr("Delete your preset; the settings stay"), kind="link")
        self.undo_button = Button(self.tr("Undo"), self.tr("Take back what was said on the left"), kind="link")
        self._said = Elided(kind="caption", mode=Qt.TextElideMode.ElideRight)
        self.save_button.clicked.connect(lambda: self._ask("save", self.preset() if self.preset() in self._own else ""))
        self.rename_button.clicked.connect(lambda: self._ask("rename", self.preset()))
        self.delete_button.clicked.connect(lambda: self.deleteWanted.emit(self.preset()))
        self.undo_button.clicked.connect(self.undoWanted)
        self._deeds = holding(Flow(self.save_button, self.rename_button, self.delete_button, gap=12))
        self._last = holding(row(self._said, self.undo_button))

    def _make_naming(self) -> None:
        self.name = LineField(self.tr("Name of the preset"), self.tr("Return saves, Escape leaves everything as it is"))
        self.name.setPlaceholderText(self.tr("Name of the preset"))
        self.name.setMaxLength(40)
        self._done = Button(self.tr("Save"), self.tr("Keep it under this name"))
        leave = Button(self.tr("Cancel"), self.tr("Leave everything as it is"))
        self._asked = ""
        buttons = row(self._done, leave, None)
        self._naming = holding(column(self.name, holding(buttons)))
        self._done.clicked.connect(self._named)
        self.name.returnPressed.connect(self._named)
        self.name.textChanged.connect(lambda text: self._done.setEnabled(bool(text.strip())))
        leave.clicked.connect(self._leave)
        escape = QAction(self._naming)
        escape.setShortcut(QKeySequence("Escape"))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.triggered.connect(self._leave)
        self._naming.addAction(escape)
        self._naming.hide()

    def setPresets(self, presets: Mapping[str, Preset], own: Mapping[str, Preset]) -> None:
        """Show those of a recipe and the person's own; the defaults are chosen."""
        self._presets, self._own = {**own, **presets}, frozenset(own)
        for old in self._group.buttons():
            self._group.removeButton(old)
        flow = Flow(gap=look.HALF)
        flow.addWidget(self._chip("", self.tr("Defaults"), self.tr("The recipe's own values")))
        for name, preset in (*presets.items(), *own.items()):
            flow.addWidget(self._chip(name, said(preset.title), said(preset.note)))
        new, old_chips = holding(flow), self._chips
        self.layout().replaceWidget(old_chips, new)  # type: ignore[union-attr]
        old_chips.hide()
        old_chips.deleteLater()
        self._chips = new
        new.setVisible(bool(self._presets))
        self.say("")
        self.setPreset("")

    def preset(self) -> str:
        """Name of the chosen one; '' for the defaults."""
        chosen = self._group.checkedButton()
        return str(chosen.property("preset")) if chosen else ""

    def setPreset(self, name: str) -> None:
        """Mark without emitting; '' for the defaults."""
        for button in self._group.buttons():
            if button.property("preset") == name:
                button.setChecked(True)
        self._show_chosen()

    def setSavable(self, may: bool) -> None:
        """Whether the form holds settings that can be kept."""
        self.save_button.setEnabled(may)

    def say(self, sentence: str) -> None:
        """What was done with a preset, beside a button that takes it back; '' for nothing."""
        self._said.setText(sentence)
        self._last.setVisible(bool(sentence))

    def _chip(self, name: str, title: str, help: str) -> Button:
        button = Button(title.replace("&", "&&"), help, kind="chip")
        button.setAccessibleName(self.tr("Preset {0}").format(title))
        button.setCheckable(True)
        button.setProperty("preset", name)
        self._group.addButton(button)
        return button

    def _clicked(self) -> None:
        self.say("")
        self._show_chosen()
        self.chosen.emit(self.preset())

    def _show_chosen(self) -> None:
        preset, own = self._presets.get(self.preset()), self.preset() in self._own
        self._note.setText(said(preset.note) if preset else "")
        self._note.setVisible(bool(preset))
        self.rename_button.setVisible(own)
        self.delete_button.setVisible(own)
        self._leave()

    def _ask(self, what: str, name: str) -> None:
        self._asked = what
        self.name.setText(name)
        self._done.setText(self.tr("Rename") if what == "rename" else self.tr("Save"))
        self._done.setEnabled(bool(name))
        self._deeds.hide()
        self._last.hide()
        self._naming.show()
        self.name.setFocus()
        self.name.selectAll()
        bring_into_view(self._naming)

    def _named(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        if self._asked == "rename":
            self.renameWanted.emit(self.preset(), name)
        else:
            self.saveWanted.emit(name)

    def _leave(self) -> None:
        focus = self.window().focusWidget()
        typed = self._naming.isVisible() and focus is not None and self._naming.isAncestorOf(focus)
        self._naming.hide()
        self._deeds.show()
        if typed:
            self.save_button.setFocus()
