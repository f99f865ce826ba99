"""TranslateForm: the direction, the checkpoint, and the folder of the results."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

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
)
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.left_out import LeftOutEntry, LeftOutModel, LeftOutView
from ganstudio.panels.parts.style_choice import StyleChoice

Styled = tuple[tuple[tuple[Path, float], ...], float]
"""Style pictures, each with its weight, and the strength."""
NO_STYLES: Styled = ((), 1.0)


@dataclass(frozen=True)
class TranslateRequest:
    """What the form asks for."""

    to: str
    checkpoint: str
    """'' for the newest."""
    folder: Path
    overwrite: bool
    styled: Styled = NO_STYLES
    """Of a run that draws in any style."""


class TranslateForm(QFrame):
    directionChanged = Signal(str)
    """'A' or 'B': the side that pictures are led to."""
    checkpointChanged = Signal(str)
    modeChanged = Signal(str)
    chooseRequested = Signal()
    pasteRequested = Signal()
    cameraToggled = Signal(bool)
    """The person switched the camera on or off."""
    folderRequested = Signal()
    startRequested = Signal(object)
    """TranslateRequest."""
    cancelRequested = Signal()
    closeRequested = Signal()
    revealRequested = Signal(object)
    """Path."""

    def __init__(self, most_styles: int = 3, parent: QWidget | None = None) -> None:
        """`most_styles`: that a run that draws in any can mix."""
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Translate pictures"))
        self.styles = StyleChoice(most_styles)
        self._folder = Path()
        self._count = 0
        self._make_choices()
        self._make_work()
        self._make_results()
        close = IconButton("close", self.tr("Back to what it learns"))
        close.clicked.connect(self.closeRequested)
        box = column(gap=12, margin=look.PADDING)
        box.addLayout(row(label(self.tr("Use it"), "title"), None, close))
        for part in self._parts():
            box.addWidget(part)
        box.addStretch(1)
        self.setLayout(box)
        self.setBusy(False)

    # What it shows ------------------------------------------------------------------------------------------------

    def setDirections(self, directions: Sequence[str]) -> None:
        """The sides that can be led to; a one-way translation has one."""
        for side in ("A", "B"):
            self.direction.button(side).setEnabled(side in directions)
        if self.direction.data() not in directions and directions:
            self.direction.setData(directions[0])

    def setCheckpoints(self, names: Sequence[str]) -> None:
        self.checkpoint.blockSignals(True)
        self.checkpoint.clear()
        self.checkpoint.addItem(self.tr("The newest"), "")
        for name in names:
            self.checkpoint.addItem(name, name)
        self.checkpoint.blockSignals(False)

    def setPictures(self, name: str, count: int) -> None:
        """Show what will be translated."""
        self._count = count
        self._pictures.setText(self.tr("{0}: {1} pictures").format(name, figure(count)) if count > 1 else name)
        self.setBusy(False)

    def setCamera(self, there: bool, on: bool = False) -> None:
        """Whether there is a camera, and whether it is on."""
        self.camera.setVisible(there)
        self.camera.setChecked(on)

    def setFolder(self, folder: Path) -> None:
        """Show the folder that results are written to."""
        self._folder = folder
        self._where.setText(str(folder))

    def setBusy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self.start.setVisible(not busy)
        self.start.setEnabled(bool(self._count))
        self.start.setText(self.tr("Save the result") if self._count == 1 else self.tr("Translate all"))
        self.cancel.setVisible(busy)

    def setProgress(self, done: float, total: int, left: str) -> None:
        """`left`: the time left in words."""
        self._bar.setMaximum(1000)
        self._bar.setValue(round(1000 * done / max(1, total)))
        known = self.tr("{0} of {1}").format(figure(int(done)), figure(total))
        self.say(f"{known}, {left}" if left else known)

    def say(self, sentence: str) -> None:
        self._told.setText(sentence)

    def setResult(self, sentence: str, left_out: Sequence[LeftOutEntry]) -> None:
        """Show how a translation ended, and which files could not be read."""
        self.setBusy(False)
        self.say(sentence)
        self._model.setList(list(left_out))
        self._list.setVisible(bool(left_out))
        self.reveal.setVisible(True)

    def request(self) -> TranslateRequest:
        return TranslateRequest(
            str(self.direction.data()),
            str(self.checkpoint.currentData() or ""),
            self._folder,
            self.overwrite.isChecked(),
            NO_STYLES if self.styles.isHidden() else self.styles.value(),
        )

    # How it is made -----------------------------------------------------------------------------------------------

    def _make_choices(self) -> None:
        ways = [("A → B", "B", self.tr("Pictures of side A become ones of side B")),
                ("B → A", "A", self.tr("Pictures of side B become ones of side A"))]  # fmt: skip
        self.direction = Segmented(self.tr("Direction"), ways)
        self.direction.setData("B")
        self.direction.chosen.connect(lambda side: self.directionChanged.emit(side))
        self.checkpoint = Combo(self.tr("State"), self.tr("Which saved state of the networks translates"))
        self.checkpoint.activated.connect(lambda _: self.checkpointChanged.emit(self.checkpoint.currentData()))
        self.setCheckpoints([])
        modes = [(self.tr("Divider"), "divider", self.tr("Drag a line across the picture")),
                 (self.tr("Beside"), "beside", self.tr("Before on the left, after on the right")),
                 (self.tr("Blink"), "blink", self.tr("One after the other"))]  # fmt: skip
        self.mode = Segmented(self.tr("Compare by"), modes)
        self.mode.setData("divider")
        self.mode.chosen.connect(lambda mode: self.modeChanged.emit(mode))
        self._pictures = Elided(self.tr("Drop pictures or a folder here"), "strong")
        choose = Button(self.tr("Choose…"), self.tr("Choose pictures to translate"), icon="folder")
        paste = Button(self.tr("Paste"), self.tr("Take the picture or the files in the clipboard (Ctrl+V)"))
        choose.clicked.connect(self.chooseRequested)
        paste.clicked.connect(self.pasteRequested)
        self.camera = Button(self.tr("Camera"), self.tr("Translate what the camera sees, as it sees it"))
        self.camera.setCheckable(True)
        self.camera.clicked.connect(self.cameraToggled)
        self.camera.hide()
        self._sources = row(choose, paste, self.camera, None)

    def _make_work(self) -> None:
        self._where = Elided("", "muted")
        change = Button(self.tr("Change…"), self.tr("Choose the folder that the results go to"), kind="quiet")
        change.clicked.connect(self.folderRequested)
        self._target = row(self._where, change)
        help = self.tr("Otherwise nothing is done when a name is taken")
        self.overwrite = Check(self.tr("Replace files of the same names"), help)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Translating"))
        self.start = Button(self.tr("Translate all"), self.tr("Translate, and keep names and subfolders"), kind="main")
        self.cancel = Button(self.tr("Cancel"), self.tr("Stop; what is written stays"), icon="stop")
        self.start.clicked.connect(lambda: self.startRequested.emit(self.request()))
        self.cancel.clicked.connect(self.cancelRequested)

    def _make_results(self) -> None:
        self._told = label(kind="muted", wrap=True)
        self.reveal = Button(self.tr("Open the folder"), self.tr("Show the results"), icon="folder", kind="quiet")
        self.reveal.clicked.connect(lambda: self.revealRequested.emit(self._folder))
        self.reveal.hide()
        self._model = LeftOutModel(self)
        self._list = LeftOutView(self._model)
        self._list.setVisible(False)

    def _parts(self) -> list[QWidget]:
        return [
            self._pictures,
            holding(self._sources),
            self.styles,
            label(self.tr("Direction"), "caption"),
            self.direction,
            label(self.tr("State"), "caption"),
            self.checkpoint,
            label(self.tr("Compare by"), "caption"),
            self.mode,
            label(self.tr("Results go to"), "caption"),
            holding(self._target),
            self.overwrite,
            self.start,
            self.cancel,
            self._bar,
            self._told,
            self.reveal,
            self._list,
        ]
