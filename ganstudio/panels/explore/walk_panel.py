"""WalkPanel: the way through the pins, and where on it one is."""

from typing import Any

from PySide6.QtCore import QElapsedTimer, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Check, IconButton, Segmented, Slider, column, label, row

TICKS = 1000
"""Places of the slider between two pins."""


class WalkPanel(QWidget):
    moved = Signal(float, bool)
    """Place on the way (1.5 is halfway from the second pin to the third), and whether the movement is over."""
    modeChosen = Signal(object)
    loopChosen = Signal(bool)

    SPEEDS = ((0.25, "¼"), (0.5, "½"), (1.0, "1"), (2.0, "2"))

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self._go_on)
        self._place = 0.0
        self._make()

    # What it shows ------------------------------------------------------------------------------------------------

    def setLegs(self, legs: int) -> None:
        """From how many pins to the next the way leads."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, TICKS * max(1, legs))

    def setPlace(self, place: float) -> None:
        """Show a place on the way without emitting `moved`."""
        self._place = place
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(place * TICKS))

    def setMode(self, mode: str, *, w: bool) -> None:
        """`w`: the generator has an intermediate space."""
        self.mode.button("w").setVisible(w)
        self.mode.setData(mode)

    def setLoop(self, loop: bool) -> None:
        with QSignalBlocker(self.loop):
            self.loop.setChecked(loop)

    def stop(self) -> None:
        """Stop walking by itself."""
        if self._timer.isActive():
            self._timer.stop()
            self.play.setIconName("play")
            self.moved.emit(self._place, True)

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.slider = Slider(self.tr("Place on the way"), self.tr("From the first pin to the last"))
        self.slider.setPageStep(TICKS // 8)
        self.slider.setSingleStep(TICKS // 100)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self._released)
        self.setLayout(self._arranged())

    def _arranged(self) -> Any:
        self.mode = Segmented(
            self.tr("Way"),
            [
                (self.tr("Sphere"), "slerp", self.tr("Spherical: a great circle in z, where typical latents lie")),
                (self.tr("Line"), "lerp", self.tr("Linear in z: nearer to the middle halfway, blander pictures")),
                (self.tr("Line in w"), "w", self.tr("Linear in the intermediate space behind the mapping network")),
            ],
        )
        self.mode.chosen.connect(self.modeChosen)
        self.loop = Check(self.tr("Loop"), self.tr("The way leads from the last pin back to the first"))
        self.loop.toggled.connect(self.loopChosen)
        self.play = IconButton("play", self.tr("Walk by itself, and stop"))
        self.play.clicked.connect(self._play)
        self.speed = Segmented(
            self.tr("Speed"),
            [(text, value, self.tr("Pins per second: {0}").format(text)) for value, text in self.SPEEDS],
        )
        self.speed.setData(0.5)
        box = column(gap=look.UNIT)
        box.addLayout(row(self.play, self.slider))
        box.addLayout(row(self.mode, None, self.loop))
        box.addLayout(row(label(self.tr("Speed"), "muted"), self.speed, label(self.tr("pins/s"), "muted"), None))
        box.addStretch(1)
        return box

    # What the person does -----------------------------------------------------------------------------------------

    def _slid(self, value: int) -> None:
        self._place = value / TICKS
        self.moved.emit(self._place, not self.slider.isSliderDown())

    def _released(self) -> None:
        self.moved.emit(self._place, True)

    def _play(self) -> None:
        if self._timer.isActive():
            self.stop()
            return
        self.play.setIconName("pause")
        self._clock.start()
        self._timer.start()

    def _go_on(self) -> None:
        """One tick of walking by itself; back to the start, or round, at the end."""
        legs = self.slider.maximum() / TICKS
        speed = self.speed.data()
        step = (speed if isinstance(speed, float) else 0.5) * self._clock.restart() / 1000
        self.setPlace((self._place + step) % legs)
        self.moved.emit(self._place, False)

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self.stop()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)
