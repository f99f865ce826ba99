"""StylePanel: truncation, classes, mixing and noise; only what the generator can do."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Combo, IconButton, Segmented, Slider, column, holding, label, row, tip
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.picture_tiles import Tiles

LAST_SEED = 2**31 - 1


class _Number(QWidget):
    """A slider with its number."""

    moved = Signal(float, bool)

    def __init__(self, name: str, help: str, low: float, high: float, ticks: int = 100) -> None:
        super().__init__()
        self._ticks = ticks
        self.slider = Slider(name, help)
        self.slider.setRange(round(low * ticks), round(high * ticks))
        self.slider.setSingleStep(max(1, ticks // 20))
        self.number = label("", "muted")
        self.number.setMinimumWidth(40)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(lambda: self.moved.emit(self.value(), True))
        self.setLayout(row(self.slider, self.number))
        self._say()

    def value(self) -> float:
        return self.slider.value() / self._ticks

    def setValue(self, value: float) -> None:
        if not self.slider.isSliderDown():
            with QSignalBlocker(self):
                self.slider.setValue(round(value * self._ticks))

    def setHigh(self, high: float) -> None:
        with QSignalBlocker(self):
            self.slider.setMaximum(round(high * self._ticks))

    def _slid(self) -> None:
        self._say()
        self.moved.emit(self.value(), not self.slider.isSliderDown())

    def _say(self) -> None:
        self.number.setText(figure(self.value(), ".2f") if self._ticks > 1 else figure(self.value(), ".0f"))


class StylePanel(QWidget):
    psiMoved = Signal(float, bool)
    cutoffMoved = Signal(int, bool)
    """Truncation ends before this layer; 0: never."""
    classesMoved = Signal(object, bool)
    """dict of class names and weights."""
    mixSeedChosen = Signal(int)
    mixDieThrown = Signal()
    mixLayersChosen = Signal(object)
    """tuple of layer numbers that take the other style."""
    noiseChosen = Signal(int)
    """-2: the trained constants; -1: none; else a seed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = 0
        self.psi = _Number(
            self.tr("Variety (psi)"),
            self.tr("Truncation: below 1 more typical, less varied; 0 is the mean picture"),
            0.0,
            1.5,
        )
        self.psi.moved.connect(self.psiMoved)
        self._classes = self._make_classes()
        self._style = self._make_style()
        box = column(gap=look.GAP)
        box.addWidget(label(self.tr("Variety (psi)"), "strong"))
        box.addWidget(self.psi)
        box.addWidget(self._classes)
        box.addWidget(self._style)
        box.addStretch(1)
        self.setLayout(box)
        self._range.hide()
        self.setAbilities((), blends=False, layers=0)

    def setAbilities(self, classes: Sequence[str], *, blends: bool, layers: int) -> None:
        """What the generator can do; the rest is not shown."""
        with QSignalBlocker(self):
            for combo in (self.first, self.second):
                combo.clear()
                combo.addItems(list(classes))
            self.second.setCurrentIndex(min(1, len(classes) - 1))
            self._classes.setVisible(len(classes) > 1)
            self._blending.setVisible(blends)
            self._style.setVisible(layers > 0)
            self._layers = layers
            self.cutoff.setHigh(layers)
            self.from_layer.setRange(0, max(0, layers - 1))
            self.to_layer.setRange(0, max(0, layers - 1))

    def setPsi(self, psi: float) -> None:
        self.psi.setValue(psi)

    def setCutoff(self, cutoff: int) -> None:
        self.cutoff.setValue(cutoff)

    def setClasses(self, weights: dict[str, float]) -> None:
        """Show the two classes of largest weight; no weights mean the first class."""
        if self.blend.slider.isSliderDown():
            return
        with QSignalBlocker(self):
            ordered = sorted(weights, key=lambda name: -weights[name])[:2]
            shown = {self.first.currentText(), self.second.currentText()}
            if not ordered:
                self.first.setCurrentIndex(0)
            elif not set(ordered) <= shown:
                self.first.setCurrentText(ordered[0])
                if len(ordered) > 1:
                    self.second.setCurrentText(ordered[1])
            self.blend.setValue(weights.get(self.second.currentText(), 0.0) if len(self._names()) > 1 else 0.0)

    def setMix(self, seed: int, layers: Sequence[int]) -> None:
        with QSignalBlocker(self):
            self.mix_seed.setValue(seed)
            self.from_layer.setValue(min(layers) if layers else 0)
            self.to_layer.setValue(max(layers) if layers else 0)
            self.mixing.setData(bool(layers))
            self._range.setVisible(bool(layers))

    def setMixPicture(self, picture: Any) -> None:
        self.other.setPicture(0, picture)

    def setNoise(self, noise: int) -> None:
        with QSignalBlocker(self):
            self.noise.setData(min(noise, 0))
            self.noise_seed.setVisible(noise >= 0)
            self.noise_seed.setValue(max(noise, 0))

    # Classes ------------------------------------------------------------------------------------------------------

    def _make_classes(self) -> QWidget:
        self.first = Combo(self.tr("Class"), self.tr("What it draws"))
        self.second = Combo(self.tr("Second class"), self.tr("What the first class is blended with"))
        self.blend = _Number(self.tr("Blend"), self.tr("0: the first class, 1: the second"), 0.0, 1.0)
        self.first.currentTextChanged.connect(lambda: self._tell_classes(True))
        self.second.currentTextChanged.connect(lambda: self._tell_classes(True))
        self.blend.moved.connect(lambda value, done: self._tell_classes(done))
        blending = column(gap=look.UNIT)
        blending.addLayout(row(label(self.tr("blended with"), "muted"), self.second, None))
        blending.addWidget(self.blend)
        self._blending = holding(blending)
        inner = column(gap=look.UNIT)
        inner.addWidget(label(self.tr("Class"), "strong"))
        inner.addLayout(row(self.first, None))
        inner.addWidget(self._blending)
        return holding(inner)

    def _names(self) -> list[str]:
        return list(dict.fromkeys([self.first.currentText(), self.second.currentText()]))

    def _tell_classes(self, done: bool) -> None:
        share = self.blend.value() if not self._blending.isHidden() and len(self._names()) > 1 else 0.0
        weights = {self.first.currentText(): 1.0 - share, self.second.currentText(): share}
        self.classesMoved.emit(
            {name: weight for name, weight in weights.items() if weight} or {self._names()[0]: 1.0}, done
        )

    # Style --------------------------------------------------------------------------------------------------------

    def _make_style(self) -> QWidget:
        self.cutoff = _Number(
            self.tr("Truncation cutoff"),
            self.tr("Layers from this one on are not truncated; 0 truncates all"),
            0,
            18,
            1,
        )
        self.cutoff.moved.connect(lambda value, done: self.cutoffMoved.emit(round(value), done))
        self.mixing = Segmented(
            self.tr("Mixing"),
            [
                (self.tr("Off"), False, self.tr("One style for all layers")),
                (self.tr("On"), True, self.tr("Some layers take another picture's style")),
            ],
        )
        self.mixing.chosen.connect(lambda on: self._tell_layers(bool(on)))
        self.noise = Segmented(
            self.tr("Noise"),
            [
                (self.tr("Fixed"), -2, self.tr("The noise that it learned with")),
                (self.tr("Off"), -1, self.tr("No noise: smoother, a little painted")),
                (self.tr("Seed"), 0, self.tr("Other noise: fine detail changes, the subject does not")),
            ],
        )
        self.noise.chosen.connect(lambda data: self.noiseChosen.emit(int(str(data))))
        self.noise_seed = _spin(self.tr("Seed of the noise"), self.tr("The number that the noise is drawn from"))
        self.noise_seed.valueChanged.connect(self.noiseChosen)
        inner = column(gap=look.UNIT)
        inner.addLayout(row(label(self.tr("Cutoff layer"), "muted"), self.cutoff))
        inner.addSpacing(look.UNIT)
        inner.addLayout(row(label(self.tr("Style mixing"), "strong"), None, self.mixing))
        inner.addWidget(self._make_range())
        inner.addSpacing(look.UNIT)
        inner.addLayout(row(label(self.tr("Noise"), "strong"), None, self.noise, self.noise_seed))
        return holding(inner)

    def _make_range(self) -> QWidget:
        self.other = Tiles(self.tr("Other style"), self.tr("The picture whose style is taken"), columns=1, largest=72)
        self.other.setCount(1)
        self.other.setFixedWidth(76)
        self.mix_seed = _spin(self.tr("Seed of the other style"), self.tr("The picture whose style is taken"))
        self.mix_seed.valueChanged.connect(self.mixSeedChosen)
        die = IconButton("dice", self.tr("Another random style"))
        die.clicked.connect(self.mixDieThrown)
        self.from_layer = _spin(self.tr("First layer"), self.tr("0 is the coarsest: pose and shape"))
        self.to_layer = _spin(self.tr("Last layer"), self.tr("The last ones are colour and fine detail"))
        for spin in (self.from_layer, self.to_layer):
            spin.valueChanged.connect(lambda: self._tell_layers(True))
        inner = column(gap=look.UNIT)
        inner.addLayout(row(label(self.tr("seed"), "muted"), self.mix_seed, die, None))
        inner.addLayout(row(label(self.tr("layers"), "muted"), self.from_layer, label("–"), self.to_layer, None))
        self._range = holding(row(self.other, holding(inner)))
        return self._range

    def _tell_layers(self, on: bool) -> None:
        first, last = sorted((self.from_layer.value(), self.to_layer.value()))
        if on and (first, last) == (0, 0) and self._layers > 1 and self._range.isHidden():
            first, last = self._layers // 2, self._layers - 1
        self.mixLayersChosen.emit(tuple(range(first, last + 1)) if on else ())


def _spin(name: str, help: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(0, LAST_SEED)
    spin.setKeyboardTracking(False)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)  # a style sheet's padding does not reach in there
    spin.setAccessibleName(name)
    spin.setToolTip(tip(help))
    return spin
