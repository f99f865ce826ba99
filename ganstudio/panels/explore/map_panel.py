"""MapPanel: another map, an overview of many seeds, and variations around a place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, IconButton, Segmented, Slider, column, holding, label, row
from ganstudio.panels.parts.picture_tiles import Tiles


class MapPanel(QWidget):
    """Ways to look around beside the map itself."""

    cornersThrown = Signal()
    cornersHere = Signal()
    """The map is to begin where the person is."""
    overviewWanted = Signal()
    cancelWanted = Signal()
    overviewPicked = Signal(int)
    variationsWanted = Signal(float)
    """How far from here, 0 to 1."""
    variationPicked = Signal(int)
    viewChanged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = Segmented(
            self.tr("View"),
            [
                (self.tr("Overview"), "overview", self.tr("Many seeds at once, like beside like")),
                (self.tr("Around this"), "around", self.tr("64 variations of the picture on show")),
            ],
        )
        self.view.setData("overview")
        self.view.chosen.connect(self._show)
        self._stack = QStackedWidget()
        for page in (self._overview_page(), self._around_page()):
            self._stack.addWidget(page)
        box = column(self._buttons(), self.view, self._stack, gap=look.GAP)
        box.setStretch(2, 1)
        self.setLayout(box)

    def setVariations(self, count: int) -> None:
        """Make room for `count` pictures, which follow in `around`."""
        self.around.setCount(count)
        self.around.setAt(-1)

    def setOverview(self, pictures: Sequence[Any], columns: int) -> None:
        self.overview.setColumns(columns)
        self.overview.setCount(len(pictures))
        for index, picture in enumerate(pictures):
            self.overview.setPicture(index, picture)
        self.setProgress(0, 0)

    def setProgress(self, done: int, total: int) -> None:
        """Progress of the overview; 0 of 0 hides it."""
        self.progress.setVisible(total > 0)
        self.cancel.setVisible(total > 0)
        self.make.setEnabled(total == 0)
        self.progress.setRange(0, total or 1)
        self.progress.setValue(done)

    def _show(self, name: object) -> None:
        self._stack.setCurrentIndex(["overview", "around"].index(str(name)))
        self.viewChanged.emit(str(name))

    def _buttons(self) -> QWidget:
        self.die = Button(self.tr("Another map"), self.tr("A map between other random latents"), icon="dice")
        self.die.clicked.connect(self.cornersThrown)
        self.here = Button(self.tr("From here"), self.tr("A map that begins at the picture on show"))
        self.here.clicked.connect(self.cornersHere)
        return holding(row(self.die, self.here, None))

    def _overview_page(self) -> QWidget:
        self.overview = Tiles(
            self.tr("Overview"), self.tr("Click a picture to go there"), columns=16, gap=1, largest=64
        )
        self.overview.setEmptyText(self.tr("Draws 144 seeds and lays them out so that neighbours look alike."))
        self.overview.picked.connect(self.overviewPicked)
        self.make = Button(self.tr("Make overview"), self.tr("Draw 144 other seeds and arrange them"), icon="sample")
        self.make.clicked.connect(self.overviewWanted)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = IconButton("close", self.tr("Leave the overview unfinished"))
        self.cancel.clicked.connect(self.cancelWanted)
        box = column(self.overview)
        box.addLayout(row(self.make, self.progress, self.cancel, None))
        box.addStretch(1)
        page = QWidget()
        page.setLayout(box)
        self.setProgress(0, 0)
        return page

    def _around_page(self) -> QWidget:
        self.around = Tiles(
            self.tr("Variations"), self.tr("Click the one to go on from"), columns=11, gap=2, largest=64
        )
        self.around.setEmptyText(self.tr("Shows 64 pictures near the one on show. Pick one, and look again."))
        self.around.picked.connect(self.variationPicked)
        self.amount = Slider(self.tr("How far"), self.tr("How different the variations are"))
        self.amount.setRange(5, 100)
        self.amount.setValue(30)
        self.amount_text = label("30 %", "muted")
        self.amount.valueChanged.connect(lambda value: self.amount_text.setText(f"{value} %"))
        self.look = Button(
            self.tr("64 around this"), self.tr("Draw 64 variations of the picture on show"), icon="sample"
        )
        self.look.clicked.connect(lambda: self.variationsWanted.emit(self.amount.value() / 100))
        box = column(self.around)
        box.addLayout(row(self.look, label(self.tr("how far"), "muted"), self.amount, self.amount_text))
        box.addStretch(1)
        page = QWidget()
        page.setLayout(box)
        return page
