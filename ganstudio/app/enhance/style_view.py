"""Enhance, in the style of: a picture and up to three styles go in, and the picture drawn in them comes out."""

import math
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.common.drops import PICTURES, refusal
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.app.translate.work import PicturesRead, Stopwatch, read_pictures
from ganstudio.core.settings import from_mapping, settings_of
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.panels import look
from ganstudio.panels.enhance.mask_slot import NOTHING, MaskSlot
from ganstudio.panels.enhance.style_form import StyleForm
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import column, holding, row
from ganstudio.panels.parts.fields import spoken
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.picture_slot import PictureSlot
from ganstudio.panels.parts.pictures import to_image
from ganstudio.scores.perceptual_place import ENDINGS, MEGABYTES, perceptual_file
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.run_names import short_name
from ganstudio.workflows.stylise import MOST_STYLES, StyledPicture, StylePicture, StyleWish, stylise, write_styled

if TYPE_CHECKING:
    import numpy as np

MORE, WIDEST = 72, 2**24 - 1
"""Widths of the place for one more style, and of what may be as wide as it likes."""


@dataclass(frozen=True)
class _Learned:
    """A run that has learned a style, and the picture that it learned it from; None: it draws in any."""

    run: Path
    style: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]] | None"


class StyleView(QWidget):
    failed = Signal(str)
    _drawn = Signal(object)
    """StyledPicture, from the thread that draws."""

    def __init__(self, target: Callable[[], Path], parent: QWidget | None = None) -> None:
        """`target`: the folder that pictures are saved to."""
        super().__init__(parent)
        self.content: Path | None = None
        self.styles: list[Path] = []
        self.run_: Path | None = None
        """The folder of a run that draws in one pass; one that has learned a style stands for the style pictures."""
        self.takes_styles = True
        """Whether style pictures say what is drawn: not where a run has learned one style."""
        self.result: StyledPicture | None = None
        self._target = target
        self._saved = Path()
        self._waiting: list[tuple[int, Path]] = []
        """What is being read, and where it goes."""
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._reading = Background("reading pictures", self)
        self._working = Background("stylising", self, lasting=self.tr("Style"))
        self._keeping = Background("keeping", self)
        self._watch = Stopwatch()
        self._make()
        self._connect()
        self.refresh()

    # What others ask of it ----------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether pictures are being read, drawn or written."""
        return self._reading.busy or self._working.busy or self._keeping.busy

    def receive(self, paths: Sequence[str]) -> None:
        """Dropped on the window: weights, or pictures; the first is drawn anew, where there is none yet."""
        if len(paths) == 1 and Path(paths[0]).suffix.lower() in ENDINGS:
            self.use_weights(paths[0])
        elif self.content is None:
            self.bring(-1, paths)
        else:
            self.bring(len(self.styles), paths)

    def bring(self, place: int, paths: Sequence[str]) -> None:
        """Pictures for the content (-1) and the styles from number `place` on; what cannot be used is said."""
        if sentence := refusal(paths):
            self.failed.emit(sentence)
            return
        files = [Path(path) for path in paths if not Path(path).is_dir()]
        if not files:
            self.failed.emit(self.tr("A folder has no style: drop single pictures here."))
            return
        places = range(place, MOST_STYLES)
        wanted = dict(zip(places, files, strict=False))
        self._waiting = [(at, path) for at, path in self._waiting if at not in wanted] + list(wanted.items())
        waiting = tuple(self._waiting)
        self._reading.start(lambda report: read_pictures(waiting))

    def use_weights(self, path: str) -> None:
        """Keep a file of weights, and see with it from now on."""

        def kept(report: TaskProgress) -> object:
            from ganstudio.scores.perceptual_file import keep

            return keep(Path(path))

        self.form.say(self.tr("Looking into {0}.").format(Path(path).name))
        self._keeping.start(kept)

    def use_run(self, folder: Path) -> None:
        """Draw in one pass by a run: in the style that it has learned, or in any."""

        def opened(report: TaskProgress) -> object:
            from ganstudio.workflows.fast_style import draws_any_style, style_of

            return _Learned(folder, None if draws_any_style(folder) else style_of(folder))

        self._waiting = []
        self._reading.start(opened)

    def leave_run(self) -> None:
        """Draw step by step again."""
        if self.run_ and not self.takes_styles:
            self.slots[0].setPicture(QImage())
        self.run_, self.takes_styles = None, True
        self._show_slots()
        self.refresh()

    def refresh(self) -> None:
        """Say what is in the way of drawing: a picture, a style, weights."""
        missing = perceptual_file() is None and self.run_ is None
        words = self.tr(
            "Style is seen with a small network, SqueezeNet 1.1, whose weights ({0} MB) are not on this computer yet. "
            "Choose a file with them, or have them fetched once."
        )
        self.form.setMissing(words.format(MEGABYTES) if missing else "")
        if self.content is None:
            obstacle = self.tr("Drop the picture that is to be drawn.")
        elif not self.styles and self.takes_styles:
            obstacle = self.tr("Drop a picture whose style it is to have.")
        else:
            obstacle = words.format(MEGABYTES) if missing else ""
        self.form.setReady(obstacle)

    def draw(self) -> None:
        """Draw the content in the styles, unless something is missing."""
        if not self.form.draw.isEnabled() or self._working.busy or self.content is None:
            return
        wish, run = self.wish(), self.run_
        self._watch = Stopwatch()
        self.form.setWorking(True)
        self.form.setResult(False)
        self.form.setProgress(0, 1, self.tr("Looking at the pictures."))

        def drawn(report: TaskProgress) -> StyledPicture:
            if run is None:
                return stylise(wish, report, on_picture=self._drawn.emit)
            from ganstudio.workflows.fast_style import drawn_by

            return drawn_by(wish, run, report)

        self._working.start(drawn)

    def wish(self) -> StyleWish:
        """What the controls ask for."""
        assert self.content is not None
        weights = self.form.weights()
        styles = tuple(
            StylePicture(path, weights[number], self.before.placed(number)) for number, path in enumerate(self.styles)
        )
        return StyleWish(self.content, styles, from_mapping(StyleSettings, self.form.values()))

    def save(self) -> None:
        """Write the picture to the folder of results, under a name of its own."""
        if picture := self.result:
            path = self._target() / f"{self._name()}.png"
            self._keeping.start(lambda report: write_styled(picture, path))

    def copy(self) -> None:
        """Put the picture into the clipboard."""
        if self.result:
            QGuiApplication.clipboard().setImage(self.after.picture())
            self.form.say(self.tr("The picture is in the clipboard."))

    def close_threads(self) -> bool:
        if self._scratch:
            self._scratch.cleanup()
        return all([self._reading.close(), self._working.close(), self._keeping.close()])

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.before = MaskSlot(self.tr("Picture"), self.tr("Drop the picture that is drawn anew"), MOST_STYLES)
        hint = self.tr("Drop a picture whose style it takes")
        self.slots = [PictureSlot(self.tr("Style"), hint) for _ in range(MOST_STYLES)]
        result = self.tr("The result appears here while it is drawn, and is dragged out from here.")
        self.after = PictureSlot(self.tr("Result"), result, takes=False, gives=True)
        self.form = StyleForm({setting.name: spoken(setting) for setting in settings_of(StyleSettings)})
        self._styles = row(*self.slots, gap=look.UNIT)
        left = column(self.before, gap=look.UNIT)
        left.addLayout(self._styles)
        left.setStretch(0, 1)
        left.setStretch(1, 1)
        side = scrolling(self.form)
        side.setFixedWidth(280)
        whole = row(holding(left), self.after, side, gap=look.GAP)
        whole.setStretch(0, 2)
        whole.setStretch(1, 3)
        self.setLayout(whole)
        self._show_slots()

    def _connect(self) -> None:
        for place, slot in ((-1, self.before), *enumerate(self.slots)):
            slot.dropped.connect(lambda paths, at=place: self.bring(at, paths))
            slot.chooseRequested.connect(lambda at=place: self._choose(at))
            slot.removeRequested.connect(lambda at=place: self._remove(at))
        self.after.giving.file = self._file
        form = self.form
        form.drawRequested.connect(self.draw)
        form.leaveRequested.connect(self.leave_run)
        form.paintRequested.connect(self.before.paint)
        form.clearRequested.connect(self.before.clearMasks)
        form.stopRequested.connect(self._working.cancel)
        form.saveRequested.connect(self.save)
        form.copyRequested.connect(self.copy)
        form.revealRequested.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent))))
        form.weightsRequested.connect(self._choose_weights)
        form.fetchRequested.connect(self._fetch)
        self._drawn.connect(self._show)
        self._reading.done.connect(self._brought)
        self._reading.failed.connect(self._unread)
        self._working.progress.connect(self._progressed)
        self._working.done.connect(self._finished)
        self._working.cancelled.connect(self._finished)
        self._working.failed.connect(self._stopped)
        self._keeping.progress.connect(lambda done, total: self.form.say(self.tr("Fetching the weights.")))
        self._keeping.done.connect(self._kept)
        self._keeping.failed.connect(lambda sentence: self.form.say(sentence, "bad"))
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        save.activated.connect(self.copy)

    def _show_slots(self) -> None:
        """The styles that there are, and an empty place for one more."""
        for number, slot in enumerate(self.slots):
            slot.setVisible(number <= len(self.styles) if self.takes_styles else number == 0)
            slot.setMaximumWidth(MORE if self.styles and number == len(self.styles) else WIDEST)
            slot.setTitle(self._slot_title(number))
            slot.setHint(self.tr("Another style") if self.styles else self.tr("Drop a picture whose style it takes"))
        self.form.setLearned(short_name(self.run_.name) if self.run_ else "", any_style=self.takes_styles)
        self.form.setStyles([path.stem for path in self.styles])
        self.before.paint(NOTHING)

    def _slot_title(self, number: int) -> str:
        if not self.takes_styles:
            return self.tr("Style, learned")
        if self.styles and number == len(self.styles):
            return self.tr("One more")
        return self.tr("Style {0}").format(number + 1) if len(self.styles) > 1 else self.tr("Style")

    # What happens -------------------------------------------------------------------------------------------------

    def _choose(self, place: int) -> None:
        start = LastFolders().of("pictures")
        if place < 0:
            kinds = self.tr("Pictures ({0})").format(" ".join(f"*{ending}" for ending in sorted(PICTURES)))
            file_dialogs.choose_file(self, self.tr("The picture"), start, kinds, lambda path: self.bring(place, [path]))
        else:
            title = self.tr("Pictures to take the style of")
            file_dialogs.choose_files(self, title, start, lambda paths: self.bring(place, paths))

    def _choose_weights(self) -> None:
        title, kinds = (
            self.tr("A file with the weights of SqueezeNet 1.1"),
            self.tr("Weights (*.safetensors *.pth *.pt)"),
        )
        file_dialogs.choose_file(self, title, LastFolders().of("weights"), kinds, self.use_weights)

    def _fetch(self) -> None:
        def fetched(report: TaskProgress) -> object:
            from ganstudio.scores.fetch import SQUEEZENET, fetch

            return fetch(SQUEEZENET, SQUEEZENET.place, on_progress=report.progress)

        self._keeping.start(fetched)

    def _remove(self, place: int) -> None:
        if place < 0:
            self.content = None
            self.before.setPicture(QImage())
        elif not self.takes_styles:
            self.leave_run()
        else:
            pictures = [slot.picture() for slot in self.slots]
            del self.styles[place], pictures[place]
            self.before.clearMasks()  # they are of the styles by number
            for slot, picture in zip(self.slots, [*pictures, QImage()], strict=True):
                slot.setPicture(picture)
        self._show_slots()
        self.refresh()

    @Slot(object)
    def _brought(self, brought: "PicturesRead | _Learned") -> None:
        self._waiting = []
        if isinstance(brought, _Learned):
            self._learned(brought)
            return
        if not self.takes_styles and any(place >= 0 for place, *_ in brought.pictures):
            self.leave_run()  # style pictures instead
        for place, path, pixels in brought.pictures:
            image = to_image(pixels)
            if place < 0:
                self.content = path
                self.before.setPicture(image)
            elif place < len(self.styles):
                self.styles[place] = path
                self.slots[place].setPicture(image)
            else:
                self.slots[len(self.styles)].setPicture(image)
                self.styles.append(path)
        self._show_slots()
        self.refresh()

    def _learned(self, learned: "_Learned") -> None:
        """A run draws now, in its own style and no other, or in those of the pictures that are there."""
        self.leave_run()
        self.run_, self.takes_styles = learned.run, learned.style is None
        if learned.style is not None:
            self.before.clearMasks()  # they are of styles that were chosen
            self.styles = []
            for slot in self.slots:
                slot.setPicture(QImage())
            self.slots[0].setPicture(to_image(learned.style))
        self._show_slots()
        self.refresh()

    @Slot(str)
    def _unread(self, sentence: str) -> None:
        self._waiting = []
        self.failed.emit(sentence)

    @Slot(object)
    def _show(self, picture: StyledPicture) -> None:
        """What there is so far; a picture that comes after the end is none of this work any more."""
        if self._working.busy:
            self.after.setPicture(to_image(picture.pixels))

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        left = self._watch.left(done, total)
        step = self.tr("Step {0} of {1}").format(figure(done), figure(total))
        self.form.setProgress(done, total, f"{step}, {left}" if left else step)

    @Slot(object)
    def _finished(self, picture: StyledPicture | None) -> None:
        self.form.setWorking(False)
        if picture is None:
            self.form.say(self.tr("Stopped before there was a picture."))
            return
        self.result = picture
        self.after.setPicture(to_image(picture.pixels))
        self.form.setResult(True)
        if math.isnan(picture.style_error):
            self.form.say(self.tr("Drawn in one pass."))
            return
        words = self.tr("{0} % of the way to the style.").format(figure(100 * (1 - picture.style_error), ".0f"))
        early = self.tr("Stopped at step {0} of {1}.").format(figure(picture.step), figure(picture.steps))
        self.form.say(words if picture.step == picture.steps else f"{early} {words}")

    @Slot(str)
    def _stopped(self, sentence: str) -> None:
        self.form.setWorking(False)
        self.form.setResult(self.result is not None)
        self.form.say(sentence, "bad")

    @Slot(object)
    def _kept(self, path: Path) -> None:
        """Weights are here now, or the picture is written."""
        if path.suffix.lower() in ENDINGS:
            self.form.say("")
            self.refresh()
        else:
            self._saved = path
            self.form.setSaved(self.tr("Saved as {0}.").format(path.name))

    def _name(self) -> str:
        content = self.content.stem if self.content else self.tr("picture")
        learned = self.run_ if self.run_ and not self.takes_styles else None
        style = short_name(learned.name) if learned else self.styles[0].stem if self.styles else ""
        return self.tr("{0} in the style of {1}").format(content, style)

    def _file(self) -> Path | None:
        """The picture as a file, with what it says of itself; None where none can be written."""
        if self.result is None:
            return None
        self._scratch = self._scratch or tempfile.TemporaryDirectory(prefix="ganstudio-")
        try:
            return write_styled(self.result, Path(self._scratch.name) / f"{self._name()}.png", overwrite=True)
        except OSError as error:
            self.failed.emit(str(error.strerror or error))
            return None
