"""StyleChoice: what a run that draws in any style takes after; up to three pictures, how much of each, and strength."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Elided, Slider, column, label, row
from ganstudio.panels.parts.picture_slot import HEAD, PictureSlot

FINE = 100
"""Steps of a slider from one end of its range to the other."""
SIDE = 80
"""Pixels of a place for a picture."""


class StyleChoice(QWidget):
    changed = Signal()
    """A slider was moved."""
    dropped = Signal(int, object)
    """The number of a place, and list[str]: files that were dropped on it."""
    chooseRequested = Signal(int)
    removeRequested = Signal(int)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        """`most`: how many pictures there may be."""
        super().__init__(parent)
        self.places = [PictureSlot("", "") for _ in range(most)]
        help = self.tr("How much of this style, beside the others")
        self.shares = [Slider(self.tr("Style {0}").format(number + 1), help) for number in range(most)]
        self._names = [Elided() for _ in range(most)]
        self._mixing = label(self.tr("How much of each"), "caption")
        self._strength_words = label(kind="caption")
        self.strength = Slider(self.tr("Strength"), self.tr("How much style: 0 leaves the pictures nearly as they are"))
        for slider in (*self.shares, self.strength):
            slider.setRange(0, FINE)
            slider.setValue(FINE)
            slider.valueChanged.connect(self._moved)
        self._connect_slots()
        self._lay_out()
        self.setStyles([], [])

    def setStyles(self, paths: Sequence[Path], pictures: Sequence[QImage]) -> None:
        """The style pictures; without any the run's own first one counts."""
        self._paths = tuple(paths)
        shown = [*pictures, *[QImage()] * len(self.places)]
        for number, slot in enumerate(self.places):
            slot.setVisible(number <= len(paths))
            slot.setPicture(shown[number])
            one_more = self.tr("One more") if paths else self.tr("Style")
            slot.setTitle(self.tr("Style {0}").format(number + 1) if number < len(paths) else one_more)
            slot.setHint(self.tr("Another style") if paths else self.tr("A picture whose style it takes"))
            for widget in (self._names[number], self.shares[number]):
                widget.setVisible(len(paths) > 1 and number < len(paths))
        for name, path in zip(self._names, paths, strict=False):
            name.setText(path.stem)
        self._mixing.setVisible(len(paths) > 1)
        self._strength_words.setVisible(bool(paths))
        self.strength.setVisible(bool(paths))
        self._say_strength()

    def value(self) -> tuple[tuple[tuple[Path, float], ...], float]:
        """Each picture with its weight, 0 to 1, and the strength, 0 to 1."""
        weights = [slider.value() / FINE for slider in self.shares]
        return tuple(zip(self._paths, weights, strict=False)), self.strength.value() / FINE

    # How it is made -----------------------------------------------------------------------------------------------

    def _connect_slots(self) -> None:
        for number, slot in enumerate(self.places):
            slot.setFixedSize(SIDE, SIDE + HEAD)
            slot.dropped.connect(lambda paths, at=number: self.dropped.emit(at, paths))
            slot.chooseRequested.connect(lambda at=number: self.chooseRequested.emit(at))
            slot.removeRequested.connect(lambda at=number: self.removeRequested.emit(at))

    def _lay_out(self) -> None:
        box = column(label(self.tr("In the style of"), "caption"), gap=look.UNIT)
        box.addLayout(row(*self.places, None))
        for widget in (self._mixing, *self._mixed(), self._strength_words, self.strength):
            box.addWidget(widget)
        self.setLayout(box)

    def _mixed(self) -> list[QWidget]:
        return [part for pair in zip(self._names, self.shares, strict=True) for part in pair]

    def _moved(self, _: int) -> None:
        self._say_strength()
        self.changed.emit()

    def _say_strength(self) -> None:
        self._strength_words.setText(self.tr("Strength, {0} %").format(self.strength.value()))
