"""DataSetForm: training pictures for rare classes, made by the run on show, and whether they help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ganstudio.core.settings import Setting, SettingError
from ganstudio.panels import look
from ganstudio.panels.parts.controls import (
    Button,
    Check,
    Elided,
    IconButton,
    Segmented,
    column,
    holding,
    label,
    row,
    tip,
)
from ganstudio.panels.parts.giving import Giving
from ganstudio.panels.parts.language import figure, said
from ganstudio.panels.parts.numbers import NumberEdit
from ganstudio.panels.parts.plot import Plot

FILTERS = ("discriminator", "copies", "precision", "agreement")
TO = Setting(name="to", title="In each class", type=int, default=0, help="", low=0, high=1e6)
PSI = Setting(name="psi", title="Truncation", type=float, default=1.0, help="", low=0.0, high=2.0)
LINES = (
    ("text", Qt.PenStyle.SolidLine), ("muted", Qt.PenStyle.DotLine), ("generator", Qt.PenStyle.DashLine),
    ("discriminator", Qt.PenStyle.DashDotLine),
)  # fmt: skip
"""Colour and line of each arm of the judge, in their order."""


@dataclass(frozen=True, kw_only=True)
class DataSetRequest:
    out: Path
    images: str = ""
    """The folder to fill up; '' is what the run learned from."""
    to: int = 0
    """So many in each class; 0: as in the largest."""
    format: str = "folder"
    filters: tuple[str, ...] = FILTERS
    with_real: bool = False
    psi: float = 1.0
    checkpoint: str = "latest"
    judge: bool = False
    test: str = ""
    """The pictures to test on; '' is what the run set aside."""
    classifier: str = "auto"
    """What is trained to judge: 'head', 'resnet', or by the device."""


@dataclass(frozen=True)
class FilterResult:
    title: str
    seen: int
    dropped: int
    examples: Sequence[QImage]


@dataclass(frozen=True)
class DataSetResult:
    """What came of it."""

    classes: Sequence[tuple[str, int]]
    """Each class with how many pictures were made for it."""
    filters: Sequence[FilterResult]
    remarks: Sequence[str]
    verdict: str = ""
    """Whether training on the set helps, in a sentence; '' where nobody asked."""
    curves: Mapping[str, Sequence[tuple[float, float]]] | None = None
    """Of each arm of the judge: (percent of the real pictures, accuracy)."""

    def sentence(self) -> str:
        """What the desktop is told when it has been made."""
        made = QCoreApplication.translate("DataSetResult", "{0} pictures made.")
        return said(self.verdict) or made.format(figure(sum(count for _, count in self.classes)))


class DataSetForm(QFrame):
    setRequested = Signal(object)
    """DataSetRequest."""
    cancelRequested = Signal()
    folderRequested = Signal(str)
    """Choose a folder, then call setFolder with the same name: 'images', 'test' or 'out'."""
    revealRequested = Signal(object)
    """Path of the folder."""
    closeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Data set"))
        self._folders: dict[str, str] = {"images": "", "test": "", "out": ""}
        self._places: dict[str, Elided] = {}
        self._checkpoint = "latest"
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.closeRequested)
        self._inputs = self._make_inputs()
        self._result = column(gap=look.UNIT)
        box = column(gap=12, margin=look.PADDING)
        box.addLayout(row(label(self.tr("Data set for training"), "title"), None, close))
        self._words = label(
            self.tr("Fills rare classes up with what this run draws, and says whether that helps."), "muted", wrap=True
        )
        for part in (self._words, self._inputs, self._make_ending(), holding(self._result)):
            box.addWidget(part)
        box.addStretch(1)
        self.setLayout(box)
        self._show_folders()

    def setFolder(self, which: str, folder: str) -> None:
        """'images', 'test' or 'out'; '' is what the run itself has."""
        self._folders[which] = folder
        self._show_folders()

    def setCheckpoint(self, name: str) -> None:
        """What draws: 'latest' or 'best'."""
        self._checkpoint = name

    def request(self) -> DataSetRequest | None:
        """What the form asks for; None while a number in it cannot be used."""
        try:
            to, psi = TO.parse(self._to.raw()), PSI.parse(self._psi.raw())
        except SettingError:
            return None
        return DataSetRequest(
            out=Path(self._folders["out"]),
            images=self._folders["images"],
            to=int(to),
            format=str(self._format.data()),
            filters=tuple(name for name, check in self._filters.items() if check.isChecked()),
            with_real=self._real.isChecked(),
            psi=float(psi),
            checkpoint=self._checkpoint,
            judge=self._judge.isChecked(),
            test=self._folders["test"] if self._judge.isChecked() else "",
            classifier=str(self._classifier.data()),
        )

    def setProgress(self, text: str, done: int, total: int) -> None:
        """What is being done, and how much of it."""
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
        self._say(text, "muted")
        self._busy(True)

    def setResult(self, result: DataSetResult) -> None:
        self._busy(False)
        made = ", ".join(f"{name} {figure(count)}" for name, count in result.classes)
        self._say(self.tr("Made: {0}.").format(made), "good")
        self._reveal.show()
        self._clear_result()
        if result.verdict:
            self._result.addWidget(label(result.verdict, "strong", wrap=True))
        if result.curves:
            self._show_curves(result.curves)
        for each in result.filters:
            counted = self.tr("{0} of {1} {2}").format(figure(each.dropped), figure(each.seen), each.title)
            self._result.addWidget(label(counted, wrap=True))
            if each.examples:
                self._result.addWidget(Examples(each.examples, counted))
        for remark in result.remarks:
            self._result.addWidget(label(remark, "muted", wrap=True))

    def setFailed(self, sentence: str) -> None:
        """It was ended, or cannot be done; the sentence says why and what is there."""
        self._busy(False)
        self._say(sentence, "bad")

    def setStopped(self) -> None:
        self._busy(False)
        self._say(self.tr("Stopped. Make it again to go on with what is there."), "muted")
        self._reveal.show()

    def message(self) -> str:
        return self._message.text()

    def _make_inputs(self) -> QWidget:
        self._to = self._number(
            TO, self.tr("So many pictures in each class, the real ones counted; 0: as in the largest")
        )
        self._psi = self._number(PSI, self.tr("Below 1 more typical and less varied, 1 as learnt, above 1 wider"))
        self._format = Segmented(
            self.tr("Form"),
            [
                (self.tr("Folders"), "folder", self.tr("A folder for each class, as ImageFolder reads them")),
                ("WebDataset", "webdataset", self.tr("Tars of pictures with their labels")),
                ("CSV", "csv", self.tr("Pictures, and a table of their paths and labels")),
            ],
        )
        self._format.setData("folder")
        self._real = Check(self.tr("The real pictures too"), self.tr("So that the set is complete"))
        self._judge = Check(
            self.tr("Say whether it helps"),
            self.tr("Trains classifiers with and without the set, and tests them on pictures nobody has seen"),
        )
        self._judge.toggled.connect(self._show_folders)
        self._classifier = Segmented(
            self.tr("Classifier"),
            [
                (self.tr("Automatic"), "auto", self.tr("The ResNet on a graphics card, else the linear head")),
                (self.tr("Linear head"), "head", self.tr("On features that are here already: some minutes anywhere")),
                ("ResNet-18", "resnet", self.tr("The whole network, from nothing: hours without a graphics card")),
            ],
        )
        self._classifier.setData("auto")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.GAP)
        grid.setVerticalSpacing(look.UNIT)
        grid.setColumnStretch(1, 1)
        filters = self._make_filters()
        self._judging: tuple[QWidget, ...] = ()
        """What is asked only where the set is to be judged."""
        largest = Elided(self.tr("0: the largest"), "muted")
        lines = (
            (self.tr("Fill up"), self._folder_row("images", self.tr("Choose the folder to fill up"))),
            (self.tr("In each class"), holding(row(self._to, largest, None))),
            (self.tr("Truncation"), self._psi),
            (self.tr("Form"), self._format),
            (self.tr("Leave out"), filters),
            ("", self._real),
            ("", self._judge),
            (self.tr("Test on"), self._folder_row("test", self.tr("Choose pictures that the run has never seen"))),
            (self.tr("Classifier"), self._classifier),
            (self.tr("Folder"), self._folder_row("out", self.tr("Choose a new or empty folder to write to"))),
        )
        for place, (title, control) in enumerate(lines):
            heading = label(title)
            top = control is filters
            grid.addWidget(heading, place, 0, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(control, place, 1)
            if title in (self.tr("Test on"), self.tr("Classifier")):
                self._judging += heading, control
        return holding(grid)

    def _make_filters(self) -> QWidget:
        words = {
            "discriminator": (self.tr("What the discriminator rejects"), self.tr("Rejection sampling by its outputs")),
            "copies": (
                self.tr("Copies of learned pictures"),
                self.tr("What lies nearer to one than they to each other"),
            ),
            "precision": (
                self.tr("What is unlike the real ones"),
                self.tr("What lies in no ball around a real picture"),
            ),
            "agreement": (self.tr("What looks like another class"), self.tr("By a classifier of the real pictures")),
        }
        self._filters = {name: Check(*words[name]) for name in FILTERS}
        for check in self._filters.values():
            check.setChecked(True)
        return holding(column(*self._filters.values(), gap=look.HALF))

    def _folder_row(self, which: str, help: str) -> QWidget:
        self._places[which] = Elided(kind="muted")
        choose = Button(self.tr("Choose…"), help, icon="folder")
        choose.clicked.connect(lambda: self.folderRequested.emit(which))
        line = row(self._places[which], choose)
        line.setStretch(0, 1)
        return holding(line)

    def _number(self, setting: Setting, help: str) -> NumberEdit:
        made = NumberEdit(setting)
        made.setAccessibleName(setting.title)
        made.setToolTip(tip(help))
        made.setFixedWidth(112)
        made.edited.connect(self._edited)
        return made

    def _make_ending(self) -> QWidget:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Making the data set"))
        self._message = label(wrap=True)
        self._make = Button(self.tr("Make it"), self.tr("Draw, filter and write the pictures"), kind="main")
        self._cancel = Button(self.tr("Stop"), self.tr("Stop; the same again goes on with what is there"))
        self._reveal = Button(self.tr("Show folder"), self.tr("Open the folder in the file manager"), kind="link")
        self._make.clicked.connect(self._asked)
        self._cancel.clicked.connect(self._cancelled)
        self._reveal.clicked.connect(lambda: self.revealRequested.emit(Path(self._folders["out"])))
        box = column(self._bar, self._message)
        box.addLayout(row(self._reveal, None, self._cancel, self._make))
        for part in (self._bar, self._cancel, self._reveal, self._message):
            part.hide()
        return holding(box)

    def _show_curves(self, curves: Mapping[str, Sequence[tuple[float, float]]]) -> None:
        plot = Plot(
            self.tr("Balanced accuracy by the share of real pictures"),
            self.tr("Points of balanced accuracy on pictures that nobody has seen, over percents of the real ones"),
        )
        plot.setMinimumHeight(140)
        self._result.addWidget(plot)
        for (name, points), (role, line) in zip(curves.items(), LINES, strict=False):
            places, values = (np.array(each, dtype=np.float64) for each in zip(*points, strict=True))
            plot.setCurve(name, places, values, role, line, False)
            self._result.addWidget(ArmKey(name, role, line))

    def _clear_result(self) -> None:
        _empty(self._result)

    def _show_folders(self) -> None:
        own = {"images": self.tr("What it learned from"), "test": self.tr("What it set aside"), "out": ""}
        for which, place in self._places.items():
            place.setText(self._folders[which] or own[which])
        for part in self._judging:
            part.setVisible(self._judge.isChecked())

    def _edited(self) -> None:
        self._make.setEnabled(self.request() is not None)

    def _say(self, text: str, kind: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))
        look.set_look(self._message, kind)

    def _busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy)
        self._cancel.setEnabled(True)
        self._make.setVisible(not busy)
        self._reveal.hide()
        self._inputs.setEnabled(not busy)

    def _asked(self) -> None:
        if request := self.request():
            self._clear_result()
            self.setRequested.emit(request)

    def _cancelled(self) -> None:
        self._cancel.setEnabled(False)
        self._say(self.tr("Stopping…"), "muted")
        self.cancelRequested.emit()


class Examples(QWidget):
    """A line of pictures that a filter has left out."""

    SIDE = 40

    def __init__(self, images: Sequence[QImage], name: str) -> None:
        super().__init__()
        self._images = list(images)
        Giving(self, self._given)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _given(self, place: QPoint | None) -> QImage:
        at = place.x() // (self.SIDE + look.HALF) if place else 0
        return self._images[at] if 0 <= at < len(self._images) else QImage()

    def sizeHint(self) -> QSize:
        return QSize(6 * self.SIDE, self.SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, image in enumerate(self._images):
            left = place * (self.SIDE + look.HALF)
            if left + self.SIDE > self.width():
                break
            look.draw_picture(painter, QRectF(left, 0, self.SIDE, self.SIDE), image, self.palette())
        painter.end()


class ArmKey(QWidget):
    """The line of an arm in the plot, with its name."""

    WIDTH = 34

    def __init__(self, name: str, role: str, line: Qt.PenStyle) -> None:
        super().__init__()
        self._text, self._role, self._line = name, role, line
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.WIDTH + 120, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        known = look.colours(self)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(getattr(known, self._role)), 2, self._line))
        painter.drawLine(0, self.height() // 2, self.WIDTH - look.UNIT, self.height() // 2)
        painter.setPen(QColor(known.text))
        painter.drawText(self.rect().adjusted(self.WIDTH, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()


def _empty(box: QVBoxLayout) -> None:
    while item := box.takeAt(0):
        if widget := item.widget():
            widget.deleteLater()
