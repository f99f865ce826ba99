"""Fields: the control that suits a setting, and the row in which it stands with its title, unit and sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QPushButton, QWidget

from ganstudio.core.settings import Setting, SettingError, Value
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Check, Combo, IconButton, LineField, Segmented, column, label, row, tip
from ganstudio.panels.parts.language import figure, said
from ganstudio.panels.parts.numbers import NumberEdit, number_text

TITLE_WIDTH = 152
CONTROL_WIDTH = 136

WORDS = {
    "rgb": "Colour", "rgba": "Alpha", "adamw": "AdamW", "relu": "ReLU", "leaky": "Leaky ReLU",
    "rmsprop": "RMSprop", "sgd": "SGD",
    "diffaugment": "DiffAugment", "ada": "ADA", "wgan-gp": "WGAN-GP", "r1+r2": "R1 + R2",
}  # fmt: skip
"""Choices that are written otherwise than they are spelt in a settings file."""


def spoken(setting: Setting) -> Setting:
    """The setting with title, help and unit in the person's language."""
    return replace(setting, title=said(setting.title), help=said(setting.help), unit=said(setting.unit))


class Control(Protocol):
    """What a field needs of its control; `raw` is a value, or the text that was typed."""

    edited: SignalInstance

    def raw(self) -> Value: ...
    def setRaw(self, value: Value) -> None: ...


class TextEdit(LineField):
    edited = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting.title, help_text(setting))
        self.textChanged.connect(self.edited)

    def raw(self) -> str:
        return self.text()

    def setRaw(self, value: Value) -> None:
        self.setText(str(value))


class Switch(Check):
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.toggled.connect(self.edited)

    def raw(self) -> bool:
        return self.isChecked()

    def setRaw(self, value: Value) -> None:
        self.setChecked(bool(value))


class SegmentChoice(Segmented):
    edited = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__(
            setting.title, [(choice_text(choice), choice, help_text(setting)) for choice in setting.choices]
        )
        self.chosen.connect(self.edited)

    def raw(self) -> Value:
        value = self.data()
        assert isinstance(value, int | float | bool | str)
        return value

    def setRaw(self, value: Value) -> None:
        self.setData(value)


class ComboChoice(Combo):
    edited = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting.title, help_text(setting))
        for choice in setting.choices:
            self.addItem(choice_text(choice), choice)
        self.currentIndexChanged.connect(self.edited)

    def raw(self) -> Value:
        value = self.currentData()
        assert isinstance(value, int | float | bool | str)
        return value

    def setRaw(self, value: Value) -> None:
        self.setCurrentIndex(self.findData(value))


class OfferedNumber(Combo):
    """A number that is usually one of a few; others may be typed."""

    edited = Signal()

    def __init__(self, setting: Setting, offers: Sequence[Value]) -> None:
        super().__init__(setting.title, help_text(setting))
        self.setEditable(True)
        self.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        self.addItems([number_text(offer) for offer in offers])
        line = self.lineEdit()
        assert line is not None
        line.setAcceptDrops(False)
        line.setAccessibleName(setting.title)
        self.editTextChanged.connect(self.edited)

    def raw(self) -> str:
        return self.currentText().strip()

    def setRaw(self, value: Value) -> None:
        self.setEditText(number_text(value))


class ColourButton(QPushButton):
    """A colour as #rrggbb, chosen in the system's dialog."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._colour = "#ffffff"
        self.setIconSize(QSize(16, 16))
        self.clicked.connect(self._choose)

    def raw(self) -> str:
        return self._colour

    def setRaw(self, value: Value) -> None:
        self._colour = str(value)
        swatch = QPixmap(16, 16)
        swatch.fill(QColor(self._colour))
        self.setIcon(QIcon(swatch))
        self.setText(self._colour)
        self.edited.emit()

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self._colour), self, self.accessibleName())
        if chosen.isValid():
            self.setRaw(chosen.name())


def control_for(setting: Setting, offers: Sequence[Value] = ()) -> QWidget:
    """The control that suits `setting`: it has the members of `Control`."""
    setting = spoken(setting)
    made: QWidget
    if setting.choices:
        short = len(setting.choices) <= 3 and sum(len(str(choice)) for choice in setting.choices) <= 18
        made = SegmentChoice(setting) if short else ComboChoice(setting)
    elif setting.type is bool:
        made = Switch()
    elif setting.type in (int, float):
        made = OfferedNumber(setting, offers) if offers else NumberEdit(setting)
    elif re.fullmatch("#[0-9a-fA-F]{6}", str(setting.default)):
        made = ColourButton()
    else:
        made = TextEdit(setting)
    if not isinstance(made, Combo | LineField):  # those say their own
        made.setToolTip(tip(help_text(setting)))
    made.setAccessibleName(setting.title)
    made.setAccessibleDescription(help_text(setting))
    return made


def choice_text(choice: Value) -> str:
    """'after-first' -> 'After first'."""
    text = WORDS.get(str(choice), str(choice).replace("-", " ").replace("_", " "))
    return said(text[:1].upper() + text[1:])


def help_text(setting: Setting) -> str:
    """The help sentence, and the range if there is one."""
    return " ".join(filter(None, (setting.help, _range_words(setting))))


def _range_words(setting: Setting) -> str:
    """The allowed range in a sentence, '' when every value is allowed."""
    unit = f" {setting.unit}" if setting.unit else ""
    low, high = (None if limit is None else figure(limit, "g") for limit in (setting.low, setting.high))
    if low and high:
        return _tr("Goes from {0} to {1}{2}.").format(low, high, unit)
    if low:
        return _tr("Goes from {0}{1} up.").format(low, unit)
    return _tr("Goes up to {0}{1}.").format(high, unit) if high else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("FieldRow", text)


class FieldRow(QWidget):
    """One setting: title, control, unit, a way back to its default, and a sentence when something is wrong."""

    changed = Signal()
    """The control holds another value, or one that cannot be used."""

    def __init__(self, setting: Setting, offers: Sequence[Value] = ()) -> None:
        super().__init__()
        self.setting = spoken(setting)
        self.default: Value = setting.default
        self.control = control_for(setting, offers)
        self._good: Value = setting.default
        self._before: Value = setting.default
        self._error = ""
        self._problem = ("", "")
        self._quiet = False
        self._stacked = False
        self._build()
        self.setValue(setting.default)
        self._edit().edited.connect(self._edited)

    def _edit(self) -> Control:
        control: Control = self.control  # type: ignore[assignment]
        return control

    def _build(self) -> None:
        self._title = label(self.setting.title)
        self._title.setToolTip(tip(help_text(self.setting)))
        self._title.setFixedWidth(TITLE_WIDTH)
        self._title.setWordWrap(True)
        self._reset = IconButton("reset", self.tr("Set {0} back").format(self.setting.title))
        self._reset.setStyleSheet("padding: 3px; min-height: 0px;")
        self._reset.setIconSize(QSize(14, 14))
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        self._reset.clicked.connect(self.reset)
        if isinstance(self.control, LineField):
            self.control.setMinimumWidth(CONTROL_WIDTH)
        elif not isinstance(self.control, Segmented | Switch):
            self.control.setFixedWidth(CONTROL_WIDTH)
        self._sentence = label(wrap=True)
        unit = label(self.setting.unit, "muted")
        self._head = row(None)
        self._line = row(self._title, self.control, unit, None, self._reset)
        box = column(gap=look.HALF)
        box.addLayout(self._head)
        box.addLayout(self._line)
        box.addWidget(self._sentence)
        self.setLayout(box)
        self._title.setBuddy(self.control)

    def setStacked(self, on: bool) -> None:
        """The title above the control, for where there is no room beside it."""
        if on == self._stacked:
            return
        self._stacked = on
        head, line = (self._head, self._line) if on else (self._line, self._head)
        for widget in (self._title, self._reset):
            line.removeWidget(widget)
        head.insertWidget(0, self._title)
        head.addWidget(self._reset)
        self._title.setFixedWidth(self._title.sizeHint().width() if on else TITLE_WIDTH)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it is with the title above the control, so that it can become so."""
        below = self.control.minimumSizeHint().expandedTo(self.control.minimumSize()).width() + self._unit_width()
        above = self.fontMetrics().horizontalAdvance(self.setting.title) + self._reset.sizeHint().width()
        return QSize(max(below, above) + 2 * look.UNIT, super().minimumSizeHint().height())

    def _unit_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.setting.unit)

    def value(self) -> Value:
        """The last value that could be used."""
        return self._good

    def setValue(self, value: Value) -> None:
        """Show a value; does not emit."""
        self._quiet = True
        self._edit().setRaw(value)
        self._quiet = False
        self._good = self._before = value
        self._error = ""
        self._show()

    def setDefault(self, value: Value) -> None:
        self.default = value
        self._show()

    def setProblem(self, severity: str, sentence: str) -> None:
        """What is wrong with this value together with others; '' for nothing."""
        self._problem = (severity, sentence)
        self._show()

    def isChanged(self) -> bool:
        return self._good != self.default

    def error(self) -> str:
        """The sentence on a value that cannot be used; '' when it can."""
        return self._error

    def setError(self, sentence: str) -> None:
        """The value is of the right type and yet cannot be used; the next edit takes this back."""
        self._good, self._error = self._before, sentence
        self._show()

    def sentence(self) -> str:
        return self._sentence.text()

    def reset(self) -> None:
        self.setValue(self.default)
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _edited(self) -> None:
        if self._quiet:
            return
        raw = self._edit().raw()
        self._before = self._good
        try:
            self._good = self.setting.parse(raw) if isinstance(raw, str) else self.setting.checked(raw)
            self._error = ""
        except SettingError as error:
            self._error = str(error)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        severity, sentence = ("error", self._error) if self._error else self._problem
        self._sentence.setText(said(sentence))
        self._sentence.setVisible(bool(sentence))
        look.set_look(self._sentence, "warn" if severity == "warning" else "bad")
        self._reset.setVisible(self.isChanged() or bool(self._error))
        look.set_look(self._title, "strong" if self.isChanged() else "")
        self._mark(severity == "error" and bool(sentence))

    def _mark(self, wrong: bool) -> None:
        if self.control.property("wrong") != wrong:
            self.control.setProperty("wrong", wrong)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)
