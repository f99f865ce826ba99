"""StyleForm: how a picture is drawn in the style of others, and the work of drawing it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ganstudio.core.settings import Setting, Value
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Check, Elided, Segmented, Slider, column, holding, label, row
from ganstudio.panels.parts.language import figure

SIZES = (256, 512, 1024)
FINE = 100
"""Steps of a slider from one end of its range to the other."""


class StyleForm(QFrame):
    drawRequested = Signal()
    stopRequested = Signal()
    """Take what there is."""
    saveRequested = Signal()
    copyRequested = Signal()
    revealRequested = Signal()
    paintRequested = Signal(object)
    """int: the number of the style whose places are painted from now on; -1: none is."""
    clearRequested = Signal()
    """Every style goes everywhere again."""
    leaveRequested = Signal()
    """Draw without the run."""
    weightsRequested = Signal()
    """The person has a file with the weights that are missing."""
    fetchRequested = Signal()

    def __init__(self, settings: Mapping[str, Setting], parent: QWidget | None = None) -> None:
        """`settings`: of stylising, by name; their words and ranges are those of the controls."""
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("In the style of"))
        self._settings = settings
        self._make_styles()
        self._make_choices()
        self._make_work()
        self._make_missing()
        box = column(gap=12, margin=look.PADDING)
        for part in self._parts():
            box.addWidget(part)
        box.addStretch(1)
        self.setLayout(box)
        self.setLearned("")
        self.setStyles([])
        self.setMissing("")
        self.setWorking(False)
        self.setResult(False)

    # What it shows ------------------------------------------------------------------------------------------------

    def setStyles(self, names: Sequence[str]) -> None:
        """The names of the style pictures; of one alone there is nothing to weigh. After `setLearned`."""
        for number, (name, slider) in enumerate(zip(self._names, self.shares, strict=True)):
            there = len(names) > 1 and number < len(names)
            name.setVisible(there)
            slider.setVisible(there)
            if number < len(names):
                name.setText(names[number])
        self._mixing.setVisible(len(names) > 1)
        self._placing.setVisible(bool(names))
        for number in range(len(self.shares)):
            self.painted.button(number).setVisible(number < len(names))
        self.painted.setData(-1)

    def setLearned(self, name: str, *, any_style: bool = True) -> None:
        """The run that draws in one pass; '' for none. One style of its own has no strength and no brush."""
        begins = bool(name) and not self._learned.text()
        self._learned.setText(self.tr("{0} draws in one pass.").format(name) if name else "")
        self._learning.setVisible(bool(name))
        for widget in (self._strength_words, self.strength, self._brush_words, self.brush):
            widget.setVisible(any_style)
        if begins:
            self.strength.setValue(FINE)  # as it has learned to draw

    def weights(self) -> list[float]:
        """How much of each style, 0 to 1."""
        return [slider.value() / FINE for slider in self.shares]

    def values(self) -> dict[str, Value]:
        """Settings of stylising by name."""
        size = self.size_choice.data()
        assert isinstance(size, int)
        return {
            "size": size,
            "strength": self.strength.value() / FINE,
            "brush": _brush(self.brush.value()),
            "keep_colours": self.keep_colours.isChecked(),
        }

    def setReady(self, obstacle: str) -> None:
        """What is in the way of drawing, as a sentence; '' when nothing is."""
        self.draw.setEnabled(not obstacle)
        self._obstacle.setText(obstacle)
        self._obstacle.setVisible(bool(obstacle) and not self._missing.isVisibleTo(self))

    def setMissing(self, sentence: str) -> None:
        """What weights are missing and how to get them; '' when they are here."""
        self._missing_words.setText(sentence)
        self._missing.setVisible(bool(sentence))

    def missing(self) -> str:
        """The sentence about weights that are missing; '' when none are."""
        return self._missing_words.text()

    def words(self) -> str:
        """What is said about the work."""
        return self._words.text()

    def setWorking(self, on: bool) -> None:
        self._bar.setVisible(on)
        self.stop.setVisible(on)
        self.draw.setVisible(not on)

    def setProgress(self, done: int, total: int, words: str) -> None:
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(done)
        self.say(words)

    def setResult(self, there: bool) -> None:
        """Whether there is a picture to take away."""
        self._taking.setVisible(there)
        self.reveal.hide()

    def setSaved(self, sentence: str) -> None:
        self.say(sentence)
        self.reveal.show()

    def say(self, sentence: str, kind: str = "muted") -> None:
        self._words.setText(sentence)
        self._words.setVisible(bool(sentence))
        look.set_look(self._words, kind)

    # How it is made -----------------------------------------------------------------------------------------------

    def _make_styles(self) -> None:
        self._mixing = label(self.tr("How much of each"), "caption")
        self._learned = label(wrap=True)
        self.leave = Button(self.tr("Without it"), self.tr("Draw step by step, in the style of pictures"), kind="quiet")
        self.leave.clicked.connect(self.leaveRequested)
        self._learning = holding(row(self._learned, self.leave))
        self._names = [Elided() for _ in range(3)]
        help = self.tr("How much of this style, beside the others")
        self.shares = [Slider(self.tr("Style {0}").format(number), help) for number in (1, 2, 3)]
        for slider in self.shares:
            slider.setRange(0, FINE)
            slider.setValue(FINE)
        self._make_placing()

    def _make_placing(self) -> None:
        paint = self.tr("Paint on the picture where style {0} goes; the right button takes away")
        kinds = [(str(number), number - 1, paint.format(number)) for number in (1, 2, 3)]
        rest = self.tr("Paint no more; what is not painted belongs to the styles without a place of their own")
        self.painted = Segmented(self.tr("Paint where a style goes"), [(self.tr("Off"), -1, rest), *kinds])
        self.painted.setData(-1)
        self.painted.chosen.connect(self.paintRequested)
        clear = Button(self.tr("Clear"), self.tr("Every style goes everywhere again"), kind="quiet")
        clear.clicked.connect(self.clearRequested)
        box = column(label(self.tr("Paint where a style goes"), "caption"), gap=look.HALF)
        box.addLayout(row(self.painted, None, clear))
        self._placing = holding(box)

    def _make_choices(self) -> None:
        size, strength, brush, keep = (self._settings[name] for name in ("size", "strength", "brush", "keep_colours"))
        self.strength = _slider(strength, 0, FINE, round(float(strength.default) * FINE))
        self.brush = _slider(brush, -20, 20, 0)
        self._strength_words, self._brush_words = label(kind="caption"), label(kind="caption")
        for slider in (self.strength, self.brush):
            slider.valueChanged.connect(self._say_values)
        self._say_values()
        self.keep_colours = Check(self.tr("Keep the colours"), keep.help)
        choices = [(self.tr("{0} px").format(side), side, size.help) for side in SIZES]
        self.size_choice = Segmented(self.tr("Size"), choices)
        self.size_choice.setData(size.default)

    def _say_values(self, _: int = 0) -> None:
        self._strength_words.setText(self.tr("Strength, {0} %").format(self.strength.value()))
        self._brush_words.setText(
            self.tr("Size of the brush, {0} times").format(figure(_brush(self.brush.value()), ".1f"))
        )

    def _make_work(self) -> None:
        self.draw = Button(self.tr("Draw"), self.tr("Draw the picture in this style (Ctrl+Return)"), kind="main")
        self.stop = Button(self.tr("Stop and take it"), self.tr("End with the picture as it is now"), icon="stop")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Drawing"))
        self._obstacle = label(kind="muted", wrap=True)
        self._words = label(kind="muted", wrap=True)
        self.save = Button(self.tr("Save"), self.tr("Write the picture as a file"), icon="save")
        self.copy = Button(self.tr("Copy"), self.tr("Put the picture into the clipboard"), icon="copy", kind="quiet")
        self.reveal = Button(self.tr("Open the folder"), self.tr("Show the file"), icon="folder", kind="quiet")
        self._taking = holding(row(self.save, self.copy, None))
        self.draw.clicked.connect(self.drawRequested)
        self.stop.clicked.connect(self.stopRequested)
        self.save.clicked.connect(self.saveRequested)
        self.copy.clicked.connect(self.copyRequested)
        self.reveal.clicked.connect(self.revealRequested)

    def _make_missing(self) -> None:
        self._missing_words = label(kind="warn", wrap=True)
        choose = Button(self.tr("Choose the file…"), self.tr("A file with the weights, kept from then on"), icon="open")
        fetch = Button(self.tr("Fetch it"), self.tr("Fetch the weights once from their publisher"), kind="quiet")
        choose.clicked.connect(self.weightsRequested)
        fetch.clicked.connect(self.fetchRequested)
        box = column(self._missing_words)
        box.addLayout(row(choose, fetch, None))
        self._missing = holding(box)

    def _parts(self) -> list[QWidget]:
        mixing: list[QWidget] = [self._mixing]
        for name, slider in zip(self._names, self.shares, strict=True):
            mixing += [name, slider]
        return [
            self._learning,
            *mixing,
            self._placing,
            self._strength_words,
            self.strength,
            self._brush_words,
            self.brush,
            self.keep_colours,
            label(self.tr("Size of the picture"), "caption"),
            self.size_choice,
            self._missing,
            self.draw,
            self.stop,
            self._bar,
            self._obstacle,
            self._words,
            self._taking,
            self.reveal,
        ]


def _slider(setting: Setting, low: int, high: int, value: int) -> Slider:
    made = Slider(setting.title, setting.help)
    made.setRange(low, high)
    made.setValue(value)
    return made


def _brush(value: int) -> float:
    """From -20, a quarter, to 20, four times."""
    return float(2 ** (value / 10))
