"""ExportForm: which pictures to export, how many, in which format, and where to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QWidget

from ganstudio.core.settings import Setting, SettingError
from ganstudio.panels import look
from ganstudio.panels.parts.controls import (
    Button,
    Check,
    Combo,
    Elided,
    IconButton,
    Segmented,
    column,
    holding,
    label,
    row,
    tip,
)
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.numbers import NumberEdit

What = Literal["grid", "picked", "new"]
Format = Literal["png", "jpg", "webp"]


@dataclass(frozen=True, kw_only=True)
class ExportRequest:
    what: What
    folder: Path
    format: Format = "png"
    count: int = 1
    first_seed: int = 0
    psi: float = 1.0
    label: str = ""
    """A class of the run; '' for all."""
    checkpoint: str = "latest"
    """What new pictures are drawn by: 'latest' or 'best'."""
    larger: Path | None = None
    """A run or a file of weights that enlarges what is drawn; None: as it is."""
    metadata: bool = True
    """Write recipe, run, step and seed into the files."""


COUNT = Setting(name="count", title="How many", type=int, default=100, help="", low=1, high=1e6, scale="log")
SEED = Setting(name="first_seed", title="First seed", type=int, default=0, help="", low=0, high=2**31 - 1)
PSI = Setting(name="psi", title="Truncation", type=float, default=1.0, help="", low=0.0, high=2.0)


class ExportForm(QFrame):
    """What, how many, in which format, where to; then how far it is."""

    exportRequested = Signal(object)
    """ExportRequest."""
    cancelRequested = Signal()
    chooseRequested = Signal()
    """Open a folder dialog, then call setTarget."""
    networkRequested = Signal(bool)
    """Choose what enlarges, a run's folder (true) or a file of weights, then call setLarger."""
    revealRequested = Signal(object)
    """Path of the folder."""
    closeRequested = Signal()
    dataSetRequested = Signal()
    """Pictures to train a classifier with, rather than to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Export"))
        self._folder: Path | None = None
        self._larger: Path | None = None
        self._best = -1
        self._chose_checkpoint = False
        self._available: dict[What, bool] = {"grid": False, "picked": False, "new": False}
        self._make_controls()
        self._make_ending()
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.closeRequested)
        box = column(gap=12, margin=look.PADDING)
        self.data_set_button = Button(
            self.tr("Data set…"), self.tr("Fill rare classes up for training, and see whether it helps"), kind="link"
        )
        self.data_set_button.clicked.connect(self.dataSetRequested)
        box.addLayout(row(label(self.tr("Export"), "title"), None, self.data_set_button, close))
        box.addWidget(self._what)
        box.addLayout(self._grid())
        box.addWidget(self._metadata)
        box.addWidget(self._ending)
        box.addStretch(1)
        self.setLayout(box)
        self._refresh()

    def setTarget(self, folder: Path) -> None:
        """Where to write."""
        self._folder = folder
        self._target.setText(str(folder))
        self._refresh()

    def setLarger(self, network: Path | None) -> None:
        """What enlarges the pictures; None: nothing does."""
        self._larger = network
        self._enlarger.setText(network.name if network else self.tr("No"))
        look.set_look(self._enlarger, "strong" if network else "muted")
        self._own_size.setVisible(network is not None)
        for source in self._enlargers:
            source.setVisible(network is None)
        self._refresh()

    def setPicked(self, available: bool) -> None:
        """A tile is picked in the grid."""
        self._offer("picked", available)

    def setGrid(self, available: bool) -> None:
        """There is a grid."""
        self._offer("grid", available)

    def setGenerator(self, available: bool) -> None:
        """New pictures can be made (there is a checkpoint or a live generator)."""
        self.data_set_button.setVisible(available)
        self._offer("new", available)

    def setBest(self, step: int) -> None:
        """The step of the checkpoint with the best score, -1 for none. It is taken unless the person chose."""
        self._best = step
        if not self._chose_checkpoint:
            self._checkpoint.setData("best" if step >= 0 else "latest")
        words = self.tr("Best (step {0})").format(figure(step)) if step >= 0 else self.tr("Best")
        self._checkpoint.button("best").setText(words)
        self._show_choices()

    def forgetChoice(self) -> None:
        """Another run: which checkpoint to draw with is not the person's choice any more."""
        self._chose_checkpoint = False
        self.setBest(-1)
        self._refresh()

    def setClasses(self, classes: Sequence[str]) -> None:
        """Classes of the run; empty for none."""
        self._classes.clear()
        self._classes.addItem(self.tr("All in turn"), "")
        for class_name in classes:
            self._classes.addItem(class_name, class_name)
        self._show_choices()

    def setProgress(self, done: int, total: int) -> None:
        """So many of the pictures are written."""
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
        self._say(self.tr("Writing {0} of {1}").format(figure(done), figure(total)), "muted")
        self._busy(True)

    def setDone(self, sentence: str) -> None:
        """Everything is written; the sentence says what."""
        self._busy(False)
        self._say(sentence, "good")
        self._reveal.setVisible(self._folder is not None)

    def setFailed(self, sentence: str) -> None:
        """Nothing is written, or only a part; the sentence says why."""
        self._busy(False)
        self._say(sentence, "bad")

    def request(self) -> ExportRequest | None:
        """What the form asks for; None while something in it cannot be used (the form says what)."""
        what = self.what()
        if self._folder is None or not self._available[what]:
            return None
        values = {}
        for edit, setting in ((self._count, COUNT), (self._seed, SEED), (self._psi, PSI)):
            try:
                values[setting.name] = setting.parse(edit.raw())
            except SettingError:
                return None
        chosen = str(self._classes.currentData() or "")
        return ExportRequest(
            what=what,
            folder=self._folder,
            format=self._format.data(),  # type: ignore[arg-type]
            count=int(values["count"]) if what == "new" else 1,
            first_seed=int(values["first_seed"]),
            psi=float(values["psi"]),
            label=chosen if what == "new" else "",
            checkpoint=self.checkpoint() if what == "new" else "latest",
            larger=self._larger if what != "grid" else None,
            metadata=self._metadata.isChecked(),
        )

    def what(self) -> What:
        chosen = self._what.data()
        return chosen if chosen in ("grid", "picked", "new") else "grid"

    def checkpoint(self) -> str:
        """What new pictures are to be drawn by: 'latest' or 'best'."""
        return str(self._checkpoint.data())

    def setWhat(self, what: What) -> None:
        """Choose without emitting."""
        self._what.setData(what)
        self._refresh()

    def message(self) -> str:
        return self._message.text()

    def _make_controls(self) -> None:
        self._what = Segmented(
            self.tr("What"),
            [
                (self.tr("This grid"), "grid", self.tr("The grid that is shown, as one picture")),
                (self.tr("Picked picture"), "picked", self.tr("The picture picked in the grid, at its own size")),
                (self.tr("New pictures"), "new", self.tr("As many new pictures as wanted, each from a seed")),
            ],
        )
        self._what.setData("grid")
        self._what.chosen.connect(self._refresh)
        self._format = Segmented(
            self.tr("Format"),
            [
                ("PNG", "png", self.tr("Exact, larger files")),
                ("JPEG", "jpg", self.tr("Small files, slightly changed; read everywhere")),
                ("WebP", "webp", self.tr("Exact and smaller than PNG")),
            ],
        )
        self._format.setData("png")
        self._count = self._number(COUNT, self.tr("How many pictures"))
        self._seed = self._number(SEED, self.tr("The first picture's seed; the next have the next seeds"))
        help = self.tr("Truncation psi: below 1 more typical and less varied, 1 as learnt")
        self._psi = self._number(PSI, help)
        self._classes = Combo(self.tr("Class"), self.tr("Pictures of one class, or of all in turn"))
        self._classes.addItem(self.tr("All in turn"), "")
        self._checkpoint = Segmented(
            self.tr("Drawn by"),
            [
                (self.tr("Best"), "best", self.tr("The checkpoint with the best score so far")),
                (self.tr("Latest"), "latest", self.tr("What it has learned up to now")),
            ],
        )
        self._checkpoint.setData("latest")
        self._checkpoint.chosen.connect(self._checkpoint_chosen)
        self._target = Elided(kind="muted")
        help = self.tr("So that a picture can be made again, and is known as generated; no folder names are written")
        self._metadata = Check(self.tr("Write recipe, step and seed into the files"), help)
        self._metadata.setChecked(True)

    def _number(self, setting: Setting, help: str) -> NumberEdit:
        made = NumberEdit(setting)
        made.setAccessibleName(setting.title)
        made.setToolTip(tip(help))
        made.setFixedWidth(112)
        made.edited.connect(self._refresh)
        return made

    def _larger_row(self) -> QWidget:
        self._enlarger = Elided(self.tr("No"), "muted")
        help = self.tr("Enlarge by a file of weights, such as Real-ESRGAN's (.safetensors, .pth)")
        weights = Button(self.tr("File…"), help, icon="open")
        run = Button(self.tr("Run…"), self.tr("Enlarge by a run of this program that learned to"), icon="folder")
        self._own_size = IconButton("close", self.tr("Do not enlarge"))
        self._own_size.hide()
        self._enlargers = weights, run
        weights.clicked.connect(lambda: self.networkRequested.emit(False))
        run.clicked.connect(lambda: self.networkRequested.emit(True))
        self._own_size.clicked.connect(lambda: self.setLarger(None))
        choice = row(self._enlarger, self._own_size, weights, run)
        choice.setStretch(0, 1)
        return holding(choice)

    def _grid(self) -> QGridLayout:
        choose = Button(self.tr("Choose…"), self.tr("Choose the folder to write to"), icon="folder")
        choose.clicked.connect(self.chooseRequested)
        self._choose = choose
        folder = row(self._target, choose)
        folder.setStretch(0, 1)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.GAP)
        grid.setVerticalSpacing(look.UNIT)
        grid.setColumnStretch(1, 1)
        lines = (
            ("checkpoint", self.tr("Drawn by"), self._checkpoint),
            ("count", self.tr("How many"), self._count),
            ("seed", self.tr("First seed"), self._seed),
            ("psi", self.tr("Truncation"), self._psi),
            ("class", self.tr("Class"), self._classes),
            ("larger", self.tr("Larger"), self._larger_row()),
            ("format", self.tr("Format"), self._format),
            ("folder", self.tr("Folder"), holding(folder)),
        )
        self._lines = {}
        for place, (name, title, control) in enumerate(lines):
            heading = label(title)
            grid.addWidget(heading, place, 0)
            grid.addWidget(control, place, 1)
            self._lines[name] = (heading, control)
        return grid

    def _make_ending(self) -> None:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Exporting"))
        self._message = label(wrap=True)
        self._export = Button(self.tr("Export"), self.tr("Write the files; nothing is written over"), kind="main")
        self._cancel = Button(self.tr("Cancel"), self.tr("Stop writing; what is written stays"))
        self._reveal = Button(self.tr("Show folder"), self.tr("Open the folder in the file manager"), kind="link")
        self._export.clicked.connect(self._asked)
        self._cancel.clicked.connect(self._cancelled)
        self._reveal.clicked.connect(lambda: self.revealRequested.emit(self._folder))
        box = column(self._bar, self._message)
        box.addLayout(row(self._reveal, None, self._cancel, self._export))
        self._ending = holding(box)
        self._bar.hide()
        self._cancel.hide()
        self._reveal.hide()

    def _offer(self, what: What, available: bool) -> None:
        self._available[what] = available
        usable = [name for name, there in self._available.items() if there]
        if usable and self.what() not in usable:
            self.setWhat(usable[0])
        self._show_choices()

    def _refresh(self) -> None:
        """After a choice: take back what was said of the last export, and show what fits the choice."""
        self._say(self._wrong() if self.what() == "new" else "", "bad")
        self._reveal.hide()
        self._show_choices()

    def _show_choices(self) -> None:
        new = self.what() == "new"
        self._checkpoint.button("best").setEnabled(self._best >= 0)
        shown = dict.fromkeys(("checkpoint", "count", "seed", "psi"), new)
        shown |= {"class": new and self._classes.count() > 1, "larger": self.what() != "grid"}
        for name, visible in shown.items():
            for widget in self._lines[name]:
                widget.setVisible(visible)
        for name, there in self._available.items():
            self._what.button(name).setEnabled(there)
        self._export.setEnabled(self.request() is not None)

    def _wrong(self) -> str:
        for edit, setting in ((self._count, COUNT), (self._seed, SEED), (self._psi, PSI)):
            try:
                setting.parse(edit.raw())
            except SettingError as error:
                return str(error)
        return ""

    def _say(self, text: str, kind: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))
        look.set_look(self._message, kind)

    def _busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy)
        self._cancel.setEnabled(True)
        self._export.setVisible(not busy)
        self._reveal.hide()
        for widget in (self._what, self._metadata, *chain.from_iterable(self._lines.values())):
            widget.setEnabled(not busy)
        if not busy:
            for name, there in self._available.items():
                self._what.button(name).setEnabled(there)
            self._checkpoint.button("best").setEnabled(self._best >= 0)

    def _checkpoint_chosen(self) -> None:
        self._chose_checkpoint = True
        self._refresh()

    def _asked(self) -> None:
        request = self.request()
        if request:
            self.exportRequested.emit(request)

    def _cancelled(self) -> None:
        self._cancel.setEnabled(False)
        self._say(self.tr("Stopping…"), "muted")
        self.cancelRequested.emit()
