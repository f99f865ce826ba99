"""LargerForm: the network that makes pictures larger, how much, and the folder of the results."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Check, Elided, Segmented, Slider, column, holding, label, row
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.left_out import LeftOutEntry, LeftOutModel, LeftOutView

SCALES = (0, 2, 3, 4)
FINE = 20
"""Steps of the slider between the two stages."""


@dataclass(frozen=True)
class LargerRequest:
    """What the form asks for."""

    network: Path
    """A file of weights, or the folder of a run."""
    scale: int
    """0: as the network enlarges."""
    folder: Path
    overwrite: bool
    blend: float
    """Of a run of two stages: 0 is the first, which is right but soft, 1 the second, which is sharp."""


class LargerForm(QFrame):
    networkRequested = Signal(bool)
    """The person wants to choose a file of weights (False), or a run (True)."""
    learnRequested = Signal()
    """The person has pictures to learn a network from."""
    scaleChanged = Signal(object)
    """int: how many times larger; 0: as the network enlarges."""
    blendChanged = Signal()
    modeChanged = Signal(str)
    chooseRequested = Signal()
    folderRequested = Signal()
    startRequested = Signal()
    cancelRequested = Signal()
    revealRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Larger"))
        self._network, self._folder, self._count = Path(), Path(), 0
        self._make_network()
        self._make_choices()
        self._make_work()
        box = column(gap=12, margin=look.PADDING)
        for part in self._parts():
            box.addWidget(part)
        box.addStretch(1)
        self.setLayout(box)
        self.setWorking(False)

    # What it shows ------------------------------------------------------------------------------------------------

    def setNetwork(self, path: Path, *, stages: bool = False) -> None:
        """`stages`: it has learned in two, between which one may choose."""
        self._network = path
        self._named.setText(path.name or self.tr("None yet"))
        self.blend.setValue(FINE)
        self._blending.setVisible(stages)

    def setPictures(self, name: str, count: int) -> None:
        """Show what will be enlarged."""
        self._count = count
        self._pictures.setText(self.tr("{0}: {1} pictures").format(name, figure(count)) if count > 1 else name)
        self.start.setText(self.tr("Enlarge all") if count > 1 else self.tr("Save the result"))

    def setFolder(self, folder: Path) -> None:
        self._folder = folder
        self._where.setText(str(folder))

    def setReady(self, obstacle: str) -> None:
        """What is in the way of enlarging, as a sentence; '' when nothing is."""
        self.start.setEnabled(not obstacle)
        self._obstacle.setText(obstacle)
        self._obstacle.setVisible(bool(obstacle))

    def setWorking(self, on: bool) -> None:
        self._bar.setVisible(on)
        self.cancel.setVisible(on)
        self.start.setVisible(not on)

    def setProgress(self, done: float, total: int, left: str) -> None:
        """`left`: the time left in words."""
        self._bar.setMaximum(1000)
        self._bar.setValue(round(1000 * done / max(1, total)))
        known = self.tr("{0} of {1}").format(figure(int(done)), figure(total))
        self.say(f"{known}, {left}" if left else known)

    def setResult(self, sentence: str, left_out: Sequence[LeftOutEntry]) -> None:
        """How it ended, and which files could not be read."""
        self.setWorking(False)
        self.say(sentence)
        self._model.setList(list(left_out))
        self._list.setVisible(bool(left_out))
        self.reveal.show()

    def say(self, sentence: str, kind: str = "muted") -> None:
        self._words.setText(sentence)
        self._words.setVisible(bool(sentence))
        look.set_look(self._words, kind)

    def words(self) -> str:
        """What is said about the work."""
        return self._words.text()

    def request(self) -> LargerRequest:
        scale = self.scale.data()
        assert isinstance(scale, int)
        return LargerRequest(self._network, scale, self._folder, self.overwrite.isChecked(), self.blend.value() / FINE)

    # How it is made -----------------------------------------------------------------------------------------------

    def _make_network(self) -> None:
        self._named = Elided(self.tr("None yet"), "strong")
        help = self.tr("A file of weights: Real-ESRGAN and its kin (.safetensors, .pth), read as data only")
        weights = Button(self.tr("File…"), help, icon="open")
        run = Button(self.tr("Run…"), self.tr("A run of this program that learned to enlarge"), icon="folder")
        weights.clicked.connect(lambda: self.networkRequested.emit(False))
        run.clicked.connect(lambda: self.networkRequested.emit(True))
        learn = self.tr("Train a network on a folder of sharp pictures of the same kind; it takes minutes to hours")
        self.learn = Button(self.tr("Learn from my pictures…"), learn, icon="train")
        self.learn.clicked.connect(self.learnRequested)
        self._sources = Flow(weights, run, self.learn)
        self._make_blend()

    def _make_blend(self) -> None:
        help = self.tr("Left the first stage, which keeps to what is there; right the second, which draws fine detail")
        self.blend = Slider(self.tr("From true to sharp"), help)
        self.blend.setRange(0, FINE)
        self.blend.setValue(FINE)
        self.blend.setPageStep(FINE // 4)
        self.blend.valueChanged.connect(lambda _: self.blendChanged.emit())
        ends = row(label(self.tr("True"), "caption"), None, label(self.tr("Sharp"), "caption"))
        box = column(self.blend, gap=look.HALF)
        box.addLayout(ends)
        self._blending = holding(box)
        self._blending.hide()

    def _make_choices(self) -> None:
        help = self.tr("How many times larger the results are")
        words = {0: self.tr("All it can"), 2: "2 ×", 3: "3 ×", 4: "4 ×"}
        self.scale = Segmented(self.tr("Size"), [(words[scale], scale, help) for scale in SCALES])
        self.scale.setData(0)
        self.scale.chosen.connect(self.scaleChanged)
        modes = [(self.tr("Divider"), "divider", self.tr("Drag a line across the picture")),
                 (self.tr("Beside"), "beside", self.tr("Enlarged as usual on the left, by the network on the right")),
                 (self.tr("Blink"), "blink", self.tr("One after the other"))]  # fmt: skip
        self.mode = Segmented(self.tr("Compare by"), modes)
        self.mode.setData("divider")
        self.mode.chosen.connect(lambda mode: self.modeChanged.emit(mode))
        self._pictures = Elided(self.tr("None yet"), "strong")
        self._choose = Button(self.tr("Choose…"), self.tr("Choose pictures to enlarge"), icon="image")
        self._choose.clicked.connect(self.chooseRequested)

    def _make_work(self) -> None:
        self._where = Elided("", "muted")
        change = Button(self.tr("Change…"), self.tr("Choose the folder that the results go to"), kind="quiet")
        change.clicked.connect(self.folderRequested)
        self._target = row(self._where, change)
        help = self.tr("Otherwise nothing is done when a name is taken")
        self.overwrite = Check(self.tr("Replace existing files"), help)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Enlarging"))
        self.start = Button(self.tr("Enlarge all"), self.tr("Enlarge, and keep names and subfolders"), kind="main")
        self.cancel = Button(self.tr("Cancel"), self.tr("Stop; what is written stays"), icon="stop")
        self._obstacle, self._words = label(kind="muted", wrap=True), label(kind="muted", wrap=True)
        self.reveal = Button(self.tr("Open the folder"), self.tr("Show the results"), icon="folder", kind="quiet")
        self.start.clicked.connect(self.startRequested)
        self.cancel.clicked.connect(self.cancelRequested)
        self.reveal.clicked.connect(self.revealRequested)
        self.reveal.hide()
        self._model = LeftOutModel(self)
        self._list = LeftOutView(self._model)
        self._list.hide()

    def _parts(self) -> list[QWidget]:
        return [
            label(self.tr("Pictures"), "caption"),
            holding(row(self._pictures, self._choose)),
            label(self.tr("Network"), "caption"),
            self._named,
            holding(self._sources),
            self._blending,
            label(self.tr("Size"), "caption"),
            self.scale,
            label(self.tr("Compare by"), "caption"),
            self.mode,
            label(self.tr("Results go to"), "caption"),
            holding(self._target),
            self.overwrite,
            self.start,
            self.cancel,
            self._bar,
            self._obstacle,
            self._words,
            self.reveal,
            self._list,
        ]
