"""ProjectPanel: a photograph, the nearest picture that the generator can draw, and the nearest it has learned from."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Combo, IconButton, column, label, row, rule
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.picture_tiles import Tiles


class ProjectPanel(QWidget):
    chooseWanted = Signal()
    againWanted = Signal()
    cancelWanted = Signal()
    goWanted = Signal()
    """To the picture that was found."""
    networkWanted = Signal()
    """The file of a network to compare by is to be chosen."""
    networkForgotten = Signal()
    """The discriminator is to be compared by again."""
    nearestWanted = Signal()
    """The training images nearest to the picture on show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = Button(
            self.tr("Photograph…"),
            self.tr("Find the picture of this generator that is nearest to it"),
            icon="image",
        )
        self.choose.clicked.connect(self.chooseWanted)
        self.network = Combo(
            self.tr("Compared by"),
            self.tr(
                "Pixels, and what a network sees: the run's own discriminator, or one that was trained on photographs, "
                "from a file of yours (SqueezeNet 1.1, Inception v3, ResNet-20)"
            ),
        )
        self.network.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.network.setMinimumContentsLength(10)
        self.network.activated.connect(self._network_chosen)
        self.setNetwork("")
        self.pair = Tiles(
            self.tr("Photograph and what was found"), self.tr("The photograph, and the nearest picture so far"),
            columns=2, gap=8, caption=True, largest=150,
        )  # fmt: skip
        self.pair.setEmptyText(self.tr("Drop a photograph here. The generator looks for its nearest picture."))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = IconButton("close", self.tr("Stop, and keep the nearest so far"))
        self.cancel.clicked.connect(self.cancelWanted)
        self.verdict = label("", "muted", wrap=True)
        self.go = Button(self.tr("Go there"), self.tr("Explore from the picture that was found"), icon="play")
        self.go.clicked.connect(self.goWanted)
        self.again = Button(self.tr("Look longer"), self.tr("Search again, with more steps and other beginnings"))
        self.again.clicked.connect(self.againWanted)
        self.near = Button(
            self.tr("Nearest training images"),
            self.tr("Show what it learned from that is nearest to the picture on show"), icon="search",
        )  # fmt: skip
        self.near.clicked.connect(self.nearestWanted)
        self.nearest = Tiles(
            self.tr("Nearest training images"),
            self.tr("The nearest first; the number is the mean difference, 0 to 255"),
            columns=6, caption=True, largest=72,
        )  # fmt: skip
        self.copying = label("", "muted", wrap=True)
        self.setLayout(self._arranged())
        self.setProgress(0, 0)
        self.setPhotograph(None)

    def setPhotograph(self, picture: Any) -> None:
        """What is looked for; None for nothing."""
        self.pair.setCount(2 if picture is not None else 0, [self.tr("photograph"), self.tr("nearest")])
        if picture is not None:
            self.pair.setPicture(0, picture)
        self.verdict.setText("")
        self.go.setEnabled(False)
        self.again.setVisible(picture is not None)
        self.go.setVisible(picture is not None)

    def setFound(self, picture: Any, sentence: str) -> None:
        """The nearest picture so far, and how near it is."""
        self.pair.setPicture(1, picture)
        self.verdict.setText(sentence)
        self.go.setEnabled(True)

    def setNetwork(self, name: str) -> None:
        """The file of the network that compares; '' for the run's discriminator."""
        self.network.clear()
        self.network.addItem(self.tr("by its discriminator"), "")
        if name:
            self.network.addItem(self.tr("by {0}").format(name), name)
        self.network.addItem(self.tr("by a network of yours…"), None)
        self.network.setCurrentIndex(1 if name else 0)

    def _network_chosen(self, index: int) -> None:
        if self.network.itemData(index) is None:
            self.networkWanted.emit()
        elif index == 0:
            self.networkForgotten.emit()

    def setProgress(self, done: int, total: int) -> None:
        """Progress of a search; 0 of 0 hides it."""
        for widget in (self.progress, self.cancel):
            widget.setVisible(total > 0)
        self.progress.setRange(0, total or 1)
        self.progress.setValue(done)
        self.again.setEnabled(total == 0)
        self.near.setEnabled(total == 0)

    def setNearest(self, pictures: Sequence[Any], distances: Sequence[float], sentence: str) -> None:
        self.nearest.setCount(len(pictures), [figure(distance, ".0f") for distance in distances])
        for index, picture in enumerate(pictures):
            self.nearest.setPicture(index, picture)
        self.copying.setText(sentence)

    def _arranged(self) -> Any:
        box = column(gap=look.UNIT)
        first = row(self.choose, self.network)
        first.setStretch(1, 1)
        box.addLayout(first)
        box.addWidget(self.pair)
        box.addLayout(row(self.progress, self.cancel))
        box.addWidget(self.verdict)
        box.addLayout(row(self.go, self.again, None))
        box.addWidget(rule())
        box.addLayout(row(self.near, None))
        box.addWidget(self.nearest)
        box.addWidget(self.copying)
        box.addStretch(1)
        return box
