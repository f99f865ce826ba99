"""SettingsForm: a form made from the settings of a dataclass."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganstudio.core.recipe import Problem
from ganstudio.core.settings import Value


class SettingsForm(QWidget):
    """The few settings that matter first, the others under "More settings"."""

    valueChanged = Signal(object)
    """dict[str, Value]: every setting, after each change that is valid."""
    validityChanged = Signal(bool)
    """False while a field holds something that cannot be used."""

    def __init__(self, owner: type[Any] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def setOwner(self, owner: type[Any]) -> None:
        """Make the form for another dataclass with settings, at its defaults."""

    def value(self) -> dict[str, Value]:
        return {}

    def setValue(self, values: Mapping[str, Value]) -> None:
        """Show these (the others stay); does not emit."""

    def setDefaults(self, values: Mapping[str, Value]) -> None:
        """What 'changed' and 'reset' refer to, when a preset says otherwise than the dataclass."""

    def setProblems(self, problems: Sequence[Problem]) -> None:
        """Sentences shown beside the settings they are about."""

    def isValid(self) -> bool:
        return True

    def reset(self) -> None:
        """Every setting at its default; emits."""
