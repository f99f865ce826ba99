"""Enhance, larger: pictures go in, and come out several times as large, beside what enlarging them as usual gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.common.drops import refusal
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.app.translate.work import DroppedPictures, Stopwatch, look_into
from ganstudio.core.checkpoint_names import step_of, usual_name
from ganstudio.core.run import Run, RunError
from ganstudio.panels import look
from ganstudio.panels.enhance.larger_form import LargerForm, LargerRequest
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import column, row
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.pictures import to_image
from ganstudio.panels.translate.before_after import BeforeAfter
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    from PIL import Image

    from ganstudio.models.superres.upscaler import Upscaler

WEIGHTS = (".safetensors", ".pth", ".pt")
SETTLE = 150
"""Milliseconds after which a slider that has been moved is looked at."""
LOOKED_AT = 512
"""Pixels on the longer side of a picture that is only looked at: its middle, if it is larger."""


@dataclass(frozen=True)
class _Enlarged:
    """The first picture as bicubic makes it larger, and as the network does."""

    bicubic: QImage
    enlarged: QImage


@dataclass(frozen=True)
class _Brought:
    """What was dropped: how many pictures, and the first of them; null if that one cannot be read."""

    pictures: DroppedPictures
    first: QImage


class LargerError(ValueError):
    """What was dropped cannot be used; the text is a sentence."""


class _Upscalers:
    """Opens networks, and keeps the last one. For one thread: a network at work cannot be shared."""

    def __init__(self) -> None:
        self._key: tuple[Any, ...] = ()
        self._upscaler: Upscaler | None = None

    def of(self, asked: LargerRequest) -> "Upscaler":
        """Raises RunError, WeightsError: a sentence."""
        from ganstudio.workflows.upscale_pictures import open_upscaler

        key = asked.network, asked.scale, asked.blend
        if self._upscaler is None or key != self._key:
            self._upscaler = open_upscaler(asked.network, scale=asked.scale, blend=asked.blend)
            self._key = key
        return self._upscaler


class LargerView(QWidget):
    failed = Signal(str)
    learnRequested = Signal(str)
    """A folder of pictures that a network is to be learned from."""

    def __init__(self, target: Callable[[], Path], runs: Callable[[], Path], parent: QWidget | None = None) -> None:
        """`target`: the folder that results are saved to. `runs`: where runs are made, and looked for first."""
        super().__init__(parent)
        self.inputs: list[str] = []
        self.network = Path()
        self._target, self._runs = target, runs
        self.folders = LastFolders()
        self._dropped: DroppedPictures | None = None
        self._dropped_paths: list[str] = []
        self._looking_with, self._writing_with = _Upscalers(), _Upscalers()
        self._looking = Background("looking at pictures", self)
        self._working = Background("enlarging", self, lasting=self.tr("Enlarging"))
        self._watch = Stopwatch()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._look)
        self._make()
        self._connect()
        self.refresh()

    # What others ask of it ----------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        return self._looking.busy or self._working.busy

    def receive(self, paths: Sequence[str]) -> None:
        """Dropped on the window: a network, or pictures and folders of them."""
        if len(paths) == 1 and Path(paths[0]).suffix.lower() in WEIGHTS:
            self.use_network(paths[0])
        elif sentence := refusal(paths):
            self.failed.emit(sentence)
        else:
            self._dropped_paths = list(paths)
            self._looking.start(lambda report: _looked_into(list(paths), report))

    def use_network(self, path: str) -> None:
        """A file of weights or a run's folder that enlarges from now on."""
        self.network = Path(path)
        self._looking_with, self._writing_with = _Upscalers(), _Upscalers()  # a run may have learned more since
        self.form.setNetwork(self.network, stages=has_two_stages(self.network))
        self.view.setPictures(self.view.before(), QImage())  # what another made of it says nothing of this one
        self.refresh()
        self._look()

    def refresh(self) -> None:
        """Say what is in the way of enlarging: pictures, or a network."""
        if self._dropped is None:
            obstacle = self.tr("Drop the pictures that are to be larger.")
        elif not self.network.name:
            obstacle = self.tr(
                "Choose a network: a file of weights, such as Real-ESRGAN's, or a run that learned to enlarge."
            )
        else:
            obstacle = ""
        self.form.setReady(obstacle)
        if self._dropped is None:
            self.view.setText(obstacle)

    def start(self) -> None:
        """Enlarge everything that was dropped."""
        if self.form.start.isEnabled() and not self._working.busy:
            asked, inputs = self.form.request(), list(self.inputs)
            self._watch = Stopwatch()
            self.form.setWorking(True)
            self.form.setProgress(0, self._dropped.count if self._dropped else 1, "")
            self._working.start(lambda report: self._carried_out(asked, inputs, report))

    def close_threads(self) -> bool:
        return all([self._looking.close(), self._working.close()])

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.view = BeforeAfter()
        self.form = LargerForm()
        self.form.setFolder(self._target() / "larger")
        card = QFrame()
        card.setProperty("look", "card")
        card.setLayout(column(self.view, margin=look.PADDING))
        side = scrolling(self.form)
        side.setFixedWidth(280)
        whole = row(card, side, gap=look.GAP)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        form = self.form
        form.networkRequested.connect(self._choose_network)
        form.learnRequested.connect(self._choose_lessons)
        form.scaleChanged.connect(self._look)
        form.blendChanged.connect(self._settle.start)
        form.modeChanged.connect(self.view.setMode)
        form.chooseRequested.connect(self._choose)
        form.folderRequested.connect(self._choose_folder)
        form.startRequested.connect(self.start)
        form.cancelRequested.connect(self._working.cancel)
        form.revealRequested.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(form.request().folder))))
        self._looking.done.connect(self._seen)
        self._looking.failed.connect(self._unseen)
        self._working.progress.connect(self._progressed)
        self._working.done.connect(self._finished)
        self._working.cancelled.connect(self._finished)
        self._working.failed.connect(self._stopped)

    # What happens -------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        title, start = self.tr("Pictures to enlarge"), self.folders.of("pictures")
        file_dialogs.choose_files(self, title, start, self.receive)

    def _choose_network(self, run: bool) -> None:
        if run:
            title = self.tr("A run that learned to enlarge")
            file_dialogs.choose_folder(self, title, self._runs(), self.use_network)
        else:
            kinds = self.tr("Weights ({0})").format(" ".join(f"*{ending}" for ending in WEIGHTS))
            title, start = self.tr("A file of weights"), self.folders.of("weights")
            file_dialogs.choose_file(self, title, start, kinds, self._use_weights)

    def _use_weights(self, path: str) -> None:
        self.folders.keep("weights", path)
        self.use_network(path)

    def _choose_lessons(self) -> None:
        title, start = self.tr("A folder of pictures as sharp as the results should be"), self.folders.of("pictures")
        file_dialogs.choose_folder(self, title, start, self.learnRequested.emit)

    def _choose_folder(self) -> None:
        title = self.tr("Where the results go")
        file_dialogs.choose_folder(self, title, self._target(), lambda path: self.form.setFolder(Path(path)))

    def _look(self, _: object = None) -> None:
        """Enlarge the first picture, to be looked at."""
        if self._dropped and self.network.name:
            asked, first = self.form.request(), self._dropped.first
            self.form.say(self.tr("Enlarging the first picture."))
            self._looking.start(lambda report: _enlarged(self._looking_with.of(asked), first))

    @Slot(object)
    def _seen(self, result: "_Brought | _Enlarged") -> None:
        if isinstance(result, _Brought):
            self.inputs, self._dropped = self._dropped_paths, result.pictures
            name = Path(self.inputs[0]).name if len(self.inputs) == 1 else self.tr("What was dropped")
            self.form.setPictures(name, result.pictures.count)
            self.view.setPictures(result.first, QImage())
            self.view.setText(self.tr("The first picture cannot be read; the others may."))
            self.refresh()
            self._look()
        else:
            self.form.say(self.tr("On the left enlarged as usual (bicubic), on the right by the network."))
            self.view.setPictures(result.bicubic, result.enlarged)

    @Slot(str)
    def _unseen(self, sentence: str) -> None:
        """What was dropped has no pictures in it, or the network is of no use."""
        if self._dropped and self.network.name:
            self.form.say(sentence, "bad")
        self.failed.emit(sentence)

    def _carried_out(self, asked: LargerRequest, inputs: Sequence[str], report: TaskProgress) -> object:
        from ganstudio.workflows.translate_pictures import translate_pictures

        result, _ = translate_pictures(
            lambda: self._writing_with.of(asked),
            inputs,
            asked.folder,
            run=asked.network.name if asked.network.is_dir() else "",
            overwrite=asked.overwrite,
            doing="enlarging",
            on_progress=lambda done, total: report.progress(round(1000 * done), 1000 * total),
            cancelled=report.cancelled,
        )
        return result

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        self.form.setProgress(done / 1000, total // 1000, self._watch.left(done, total))

    @Slot(object)
    def _finished(self, result: object) -> None:
        written, left_out = getattr(result, "written", []), getattr(result, "left_out", [])
        many = self.tr("{0} pictures written.").format(figure(len(written)))
        sentence = self.tr("1 picture written.") if len(written) == 1 else many
        if getattr(result, "stopped", False):
            sentence += " " + self.tr("The rest was not begun.")
        if left_out:
            sentence += " " + self.tr("{0} could not be read:").format(figure(len(left_out)))
        self.form.setResult(sentence, left_out)

    @Slot(str)
    def _stopped(self, sentence: str) -> None:
        self.form.setWorking(False)
        self.form.say(sentence, "bad")


def has_two_stages(network: Path) -> bool:
    """Whether it is the folder of a run whose second stage has begun, in the state that it is opened at."""
    try:
        run = Run.open(network)
        step = step_of(usual_name(run))
        first = run.settings.values.get("fidelity_kimg")
    except (RunError, ValueError):
        return False
    if run.settings.does != "enlarge" or not isinstance(first, int | float):
        return False
    return step * run.settings.batch / 1000 > first > 0


def _enlarged(upscaler: "Upscaler", path: Path) -> _Enlarged:
    """The first picture, or its middle, larger in both ways.

    Raises:
        Unusable: it cannot be read; a sentence.
    """
    import numpy as np
    from PIL import Image

    from ganstudio.export.translating import first_picture

    image = _middle(first_picture(path))
    after = upscaler.image(image)
    size = after.shape[1], after.shape[0]
    before = image.convert("RGBA" if "A" in image.getbands() else "RGB").resize(size, Image.Resampling.BICUBIC)
    shown = np.repeat(after[:, :, :1], 3, 2) if after.shape[2] in {1, 2} else after
    return _Enlarged(to_image(np.array(before)), to_image(shown))


def _looked_into(paths: Sequence[str], report: TaskProgress) -> _Brought:
    """How many pictures there are, and the first.

    Raises:
        TranslatingError, LargerError: there are none; a sentence.
    """
    import numpy as np

    from ganstudio.core.images.decode import Unusable
    from ganstudio.export.translating import first_picture

    pictures = look_into(paths, report)
    try:
        image = _middle(first_picture(pictures.first))
    except Unusable as error:
        if pictures.count > 1:  # the batch lists what it cannot read
            return _Brought(pictures, QImage())
        raise LargerError(f"{pictures.first.name} cannot be used: {error}.") from None
    return _Brought(pictures, to_image(np.array(image.convert("RGBA" if "A" in image.getbands() else "RGB"))))


def _middle(image: "Image.Image") -> "Image.Image":
    """At most `LOOKED_AT` px wide and high."""
    width, height = min(image.width, LOOKED_AT), min(image.height, LOOKED_AT)
    left, top = (image.width - width) // 2, (image.height - height) // 2
    return image.crop((left, top, left + width, top + height))
