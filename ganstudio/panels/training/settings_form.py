"""SettingsForm: a form made from the settings of a dataclass."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ganstudio.core.recipe import Problem
from ganstudio.core.settings import Setting, SettingError, Value, settings_of
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Fold, column, label
from ganstudio.panels.parts.fields import FieldRow
from ganstudio.panels.parts.language import said

ROOMY = 440
"""Width of the form from which on titles stand beside their controls."""


class SettingsForm(QWidget):
    """The few settings that matter first, the others under "More settings"."""

    valueChanged = Signal(object)
    """dict[str, Value]: every setting, after each change that is valid."""
    validityChanged = Signal(bool)
    """False while a field holds something that cannot be used."""

    def __init__(self, owner: type[Any] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner: type[Any] | None = None
        self._rows: dict[str, FieldRow] = {}
        self._valid = True
        self._general = label(wrap=True)
        self._first = QWidget()
        self._more = QWidget()
        self._fold = Fold(
            self.tr("More settings"), self.tr("Show or hide the settings that matter less often"), self._more
        )
        self._all_back = Button(self.tr("Reset"), self.tr("Set every setting back to its default"), kind="link")
        self._all_back.clicked.connect(self.reset)
        self._fold.line.addWidget(self._all_back)
        self.setLayout(column(self._first, self._fold, self._general, None))
        self._general.hide()
        if owner:
            self.setOwner(owner)

    def setOwner(self, owner: type[Any]) -> None:
        """Make the form for another dataclass with settings, at its defaults."""
        if owner is self._owner:
            return
        self._owner = owner
        self._rows = {}
        first, more = column(gap=6), column(gap=6)
        group = ""
        known = settings_of(owner)
        for setting in (setting for setting in known if setting.first):
            first.addWidget(self._made(setting))
        for setting in _by_group(known):
            if setting.group != group:
                group = setting.group
                more.addWidget(_heading(said(group)))
            more.addWidget(self._made(setting))
        self._first = self._replaced(self._first, first)
        self._more = self._replaced(self._more, more)
        self._fold.content = self._more
        self._more.setVisible(self._fold.heading.isChecked())
        self._fold.setVisible(any(not setting.first for setting in known))
        self.setProblems([])
        self._count()

    def value(self) -> dict[str, Value]:
        """Every setting; where something unusable is typed, its last usable value."""
        return {name: row.value() for name, row in self._rows.items()}

    def setValue(self, values: Mapping[str, Value]) -> None:
        """Show these (the others stay); does not emit."""
        for name, value in values.items():
            if name in self._rows:
                self._rows[name].setValue(value)
        self._check()
        self._count()

    def setDefaults(self, values: Mapping[str, Value]) -> None:
        """What 'changed' and 'reset' refer to, when a preset says otherwise than the dataclass."""
        for name, row in self._rows.items():
            row.setDefault(values.get(name, row.setting.default))
        self._count()

    def setProblems(self, problems: Sequence[Problem]) -> None:
        """Sentences shown beside the settings they are about; those about none stand below."""
        shown: dict[str, Problem] = {}
        general = []
        for problem in sorted(problems, key=lambda problem: problem.severity):
            place = next((name for name in problem.settings if name in self._rows and name not in shown), None)
            if place:
                shown[place] = problem
            else:
                general.append(problem)
        for name, row in self._rows.items():
            own = shown.get(name)
            row.setProblem(own.severity if own else "", own.sentence if own else "")
        self._general.setText("\n".join(said(problem.sentence) for problem in general))
        self._general.setVisible(bool(general))
        look.set_look(self._general, "bad" if any(problem.severity == "error" for problem in general) else "warn")
        if any(not self._rows[name].setting.first for name, problem in shown.items() if problem.severity == "error"):
            self._fold.setOpened(True)

    def row(self, name: str) -> FieldRow:
        """The row of one setting, to focus it or to read its sentence."""
        return self._rows[name]

    def changedCount(self) -> int:
        return sum(row.isChanged() for row in self._rows.values())

    def isValid(self) -> bool:
        return self._valid

    def reset(self) -> None:
        """Every setting at its default; emits."""
        self.setValue({name: row.default for name, row in self._rows.items()})
        self.valueChanged.emit(self.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles go above their controls where there is no room beside them."""
        super().resizeEvent(event)
        for row in self._rows.values():
            row.setStacked(self.width() < ROOMY)

    def _made(self, setting: Setting) -> FieldRow:
        offers = getattr(self._owner, "resolutions", ()) if setting.name == "resolution" else ()
        made = FieldRow(setting, offers)
        made.changed.connect(self._changed)
        made.setStacked(self.isVisible() and self.width() < ROOMY)
        self._rows[setting.name] = made
        return made

    def _replaced(self, old: QWidget, layout: QVBoxLayout) -> QWidget:
        """A new widget with `layout` in the place of `old`."""
        new = QWidget()
        new.setLayout(layout)
        place = self._fold.layout() if old is self._more else self.layout()
        assert place is not None
        place.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _changed(self) -> None:
        self._check()
        self._count()
        if self._valid:
            self.valueChanged.emit(self.value())

    def _check(self) -> None:
        """Tell when the form as a whole becomes usable or stops being so."""
        self._check_together()
        valid = not any(row.error() for row in self._rows.values())
        if valid != self._valid:
            self._valid = valid
            self.validityChanged.emit(valid)

    def _check_together(self) -> None:
        """Some dataclasses check more than single values (a list of widths in a text): ask them."""
        if self._owner is None or any(row.error() for row in self._rows.values()):
            return
        try:
            self._owner(**self.value())
        except SettingError as error:
            if error.name in self._rows:
                self._rows[error.name].setError(str(error))

    def _count(self) -> None:
        hidden = sum(row.isChanged() for row in self._rows.values() if not row.setting.first)
        text = self.tr("More settings")
        self._fold.setTitle(self.tr("More settings ({0} changed)").format(hidden) if hidden else text)
        self._all_back.setVisible(self.changedCount() > 0)


def _heading(group: str) -> QWidget:
    made = label(group, "caption")
    made.setContentsMargins(0, look.UNIT, 0, 0)
    return made


def _by_group(known: Sequence[Setting]) -> list[Setting]:
    """The settings that matter less often, those of a group together; groups in the order of their first setting."""
    rest = [setting for setting in known if not setting.first]
    groups = list(dict.fromkeys(setting.group for setting in rest))
    return sorted(rest, key=lambda setting: groups.index(setting.group))
