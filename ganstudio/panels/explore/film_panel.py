"""FilmPanel: what becomes of the pins in a row."""

from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QProgressBar, QSpinBox, QWidget

from ganstudio.core.film_requests import FORMATS, Easing, FilmRequest
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Check, Combo, IconButton, Segmented, column, label, row, tip
from ganstudio.panels.parts.language import figure

TITLES = {"mp4": "MP4", "webp": "WebP", "gif": "GIF"}
USUAL = FilmRequest()


class FilmPanel(QWidget):
    renderWanted = Signal(object)
    """FilmRequest."""
    cancelWanted = Signal()
    closeWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins = 0
        self._make_choices()
        self._make_ending()
        self.setLayout(self._arranged())
        self.setProgress(0, 0)
        self.setPins(0)

    def setPins(self, count: int) -> None:
        """How many it leads through."""
        self._pins = count
        self.start.setEnabled(count > 0)
        self._say_frames()

    def setProgress(self, done: int, total: int) -> None:
        """Progress in frames; 0 of 0 hides it, and when all are done the file is being written."""
        for widget in (self.progress, self.cancel):
            widget.setVisible(total > 0)
        self.start.setVisible(total == 0)
        self.progress.setRange(0, 0 if total and done >= total else total or 1)
        self.progress.setValue(done)
        if total:
            self.say(self.tr("Writing the file") if done >= total else f"{figure(done)} / {figure(total)}")

    def say(self, text: str, kind: str = "muted") -> None:
        self.state.setText(text)
        look.set_look(self.state, kind)

    def request(self) -> FilmRequest:
        size = self.side.currentData()
        return FilmRequest(
            seconds=self.seconds.value(),
            fps=self.fps.value(),
            size=int(size) if size else 0,
            easing=cast(Easing, self.easing.data()),
            loop=self.loop.isChecked(),
            format=str(self.format.data()),
        )

    def _make_choices(self) -> None:
        self.seconds = QDoubleSpinBox()
        self.seconds.setRange(0.2, 600.0)
        self.seconds.setValue(USUAL.seconds)
        self.seconds.setSuffix(" s")
        self.seconds.setDecimals(1)
        self.fps = QSpinBox()
        self.fps.setRange(1, 60)
        self.fps.setValue(USUAL.fps)
        self.fps.setSuffix(self.tr(" per second"))
        for spin, name, help in (
            (self.seconds, self.tr("Length"), self.tr("How long it plays")),
            (self.fps, self.tr("Frames"), self.tr("Frames per second; 25 look smooth")),
        ):
            spin.lineEdit().setTextMargins(6, 0, 0, 0)  # a style sheet's padding does not reach in there
            spin.setAccessibleName(name)
            spin.setToolTip(tip(help))
            spin.valueChanged.connect(self._say_frames)
        self.side = Combo(self.tr("Size"), self.tr("Pixels on each side; larger ones are enlarged, not drawn finer"))
        for title, size in (
            (self.tr("as drawn"), 0),
            ("128 px", 128),
            ("256 px", 256),
            ("512 px", 512),
            ("1024 px", 1024),
        ):
            self.side.addItem(title, size)
        self.side.setCurrentIndex(self.side.findData(USUAL.size))
        self.easing = Segmented(
            self.tr("Movement"),
            [
                (self.tr("Even"), "even", self.tr("One speed all the way")),
                (self.tr("Soft"), "soft", self.tr("Slower at each pin")),
                (self.tr("Rest"), "rest", self.tr("A still moment at each pin")),
            ],
        )
        self.easing.setData(USUAL.easing)
        help = self.tr("Goes on from the last pin to the first")
        self.loop = Check(self.tr("Return to the first, so that it repeats smoothly"), help)
        self.loop.setAccessibleName(self.tr("Loop"))
        self.loop.setChecked(USUAL.loop)
        self.format = Segmented(
            self.tr("File"), [(TITLES[name], name, self.tr("Write as {0}").format(TITLES[name])) for name in FORMATS]
        )
        self.format.setData(USUAL.format)

    def _make_ending(self) -> None:
        self.start = Button(self.tr("Render…"), self.tr("Choose where it goes, and make it"), icon="film", kind="main")
        self.start.clicked.connect(lambda: self.renderWanted.emit(self.request()))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = IconButton("close", self.tr("Stop; nothing is written"))
        self.cancel.clicked.connect(self.cancelWanted)
        self.state = label("", "muted", wrap=True)

    def _arranged(self) -> Any:
        close = IconButton("close", self.tr("Back to the walk"))
        close.clicked.connect(self.closeWanted)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(look.UNIT)
        for name, control in (
            (self.tr("Length"), self.seconds), (self.tr("Frames"), self.fps), (self.tr("Size"), self.side),
            (self.tr("Movement"), self.easing), (self.tr("File"), self.format),
        ):  # fmt: skip
            form.addRow(label(name, "muted"), control)
        box = column(gap=look.UNIT)
        box.addLayout(row(label(self.tr("Animation"), "title"), None, close))
        box.addLayout(form)
        box.addWidget(self.loop)
        box.addLayout(row(self.start, self.progress, self.cancel, None))
        box.addWidget(self.state)
        box.addStretch(1)
        return box

    def _say_frames(self) -> None:
        sentences = {0: self.tr("Pin a place first (Ctrl+K)."), 1: self.tr("{0} frames of one pin")}
        sentence = sentences.get(self._pins, self.tr("{0} frames through {1} pins"))
        self.say(sentence.format(figure(self.request().frames), figure(self._pins)))
