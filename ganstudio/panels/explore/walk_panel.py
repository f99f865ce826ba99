"""WalkPanel: stops, the way between them, and where on it one is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QElapsedTimer, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Check, IconButton, Segmented, Slider, column, label, row, tip
from ganstudio.panels.parts.picture_tiles import Tiles

LAST_SEED = 2**31 - 1
TICKS = 1000
"""Places of the slider between two stops."""


class WalkPanel(QWidget):
    moved = Signal(float, bool)
    """Place on the way (1.5 is halfway from the second stop to the third), and whether the movement is over."""
    stopChosen = Signal(int)
    seedChosen = Signal(int, int)
    """Stop and its new seed."""
    dieThrown = Signal(int)
    """A random seed is wanted for this stop; -1: for one more at the end."""
    hereWanted = Signal(int)
    """This stop is to be where the person is."""
    stopRemoved = Signal(int)
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

    def setStops(self, stops: Sequence[tuple[int, str]], chosen: int) -> None:
        """Seed (-1 for a latent without one) and words of each stop."""
        captions = [words for _, words in stops]
        if captions != [self.stops.caption(i) for i in range(self.stops.count())]:
            self.stops.setCount(len(stops), captions)
        self.stops.setColumns(max(4, min(8, len(stops))))
        self.stops.setAt(chosen)
        with QSignalBlocker(self.seed), QSignalBlocker(self.slider):
            self.seed.setValue(stops[chosen][0] if 0 <= chosen < len(stops) else -1)
            self.slider.setRange(0, TICKS * max(1, self._legs(len(stops))))
        self.remove.setEnabled(len(stops) > 2)

    def setStopPicture(self, index: int, picture: Any) -> None:
        self.stops.setPicture(index, picture)

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
        self.stops = Tiles(
            self.tr("Stops"), self.tr("Where the way leads through; click one to change it"), columns=4, caption=True,
            largest=84,
        )  # fmt: skip
        self.stops.picked.connect(self._stop_picked)
        self.seed = QSpinBox()
        self.seed.lineEdit().setAcceptDrops(False)
        self.seed.setRange(-1, LAST_SEED)
        self.seed.setSpecialValueText("–")
        self.seed.setKeyboardTracking(False)
        self.seed.lineEdit().setTextMargins(6, 0, 0, 0)  # a style sheet's padding does not reach in there
        self.seed.setAccessibleName(self.tr("Seed of the chosen stop"))
        self.seed.setToolTip(tip(self.tr("The number that this stop's noise is drawn from")))
        self.seed.valueChanged.connect(self._seed_changed)
        self.die = IconButton("dice", self.tr("Another random seed for the chosen stop"))
        self.die.clicked.connect(lambda: self.dieThrown.emit(self.stops.at()))
        self.here = Button(self.tr("Here"), self.tr("The chosen stop becomes the picture on show"))
        self.here.clicked.connect(lambda: self.hereWanted.emit(self.stops.at()))
        self.add = Button(self.tr("Add stop"), self.tr("One more random stop at the end of the way"))
        self.add.clicked.connect(lambda: self.dieThrown.emit(-1))
        self.remove = IconButton("trash", self.tr("Take the chosen stop off the way"))
        self.remove.clicked.connect(lambda: self.stopRemoved.emit(self.stops.at()))
        self.slider = Slider(self.tr("Place on the way"), self.tr("From the first stop to the last"))
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
        self.loop = Check(self.tr("Loop"), self.tr("The way leads from the last stop back to the first"))
        self.loop.toggled.connect(self.loopChosen)
        self.play = IconButton("play", self.tr("Walk by itself, and stop"))
        self.play.clicked.connect(self._play)
        self.speed = Segmented(
            self.tr("Speed"),
            [(text, value, self.tr("Stops per second: {0}").format(text)) for value, text in self.SPEEDS],
        )
        self.speed.setData(0.5)
        box = column(gap=look.UNIT)
        box.addWidget(self.stops)
        box.addLayout(row(self.add, self.remove, None, self.loop))
        box.addLayout(row(label(self.tr("Seed")), self.seed, self.die, self.here, None))
        box.addLayout(row(self.play, self.slider))
        box.addLayout(row(self.mode, None))
        box.addLayout(row(label(self.tr("Speed"), "muted"), self.speed, label(self.tr("stops/s"), "muted"), None))
        box.addStretch(1)
        return box

    def _legs(self, stops: int) -> int:
        return stops if self.loop.isChecked() else stops - 1

    # What the person does -----------------------------------------------------------------------------------------

    def _stop_picked(self, index: int) -> None:
        self.stop()
        self.stopChosen.emit(index)

    def _seed_changed(self, seed: int) -> None:
        if seed >= 0:
            self.seedChosen.emit(self.stops.at(), seed)

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
