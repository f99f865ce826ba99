"""Translate, in use: pictures come in, and go out as those of the other side."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHideEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.common.file_dialogs import LastFolders
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.app.translate.camera import Camera, find_camera
from ganstudio.app.translate.small_pictures import SmallPictures
from ganstudio.app.translate.styles import ChosenStyles
from ganstudio.app.translate.work import (
    DroppedPictures,
    Stopwatch,
    TranslatedPicture,
    Translators,
    carry_out,
    look_into,
    preview_of_file,
    preview_of_image,
)
from ganstudio.core.checkpoint_names import checkpoint_names
from ganstudio.core.files import disk_sentence, publish
from ganstudio.core.run import Run
from ganstudio.core.settings import SettingError
from ganstudio.models.gallery import by_name
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import column, row
from ganstudio.panels.parts.dragged import local_paths
from ganstudio.panels.parts.file_strip import FileStrip
from ganstudio.panels.parts.language import figure
from ganstudio.panels.translate.before_after import BeforeAfter
from ganstudio.panels.translate.translate_form import TranslateForm, TranslateRequest
from ganstudio.workflows.fast_style import draws_any_style
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.stylise import MOST_STYLES
from ganstudio.workflows.unfinished import UnfinishedError

SETTLE = 150
"""Milliseconds after which a slider that has been moved is looked at."""


class TranslateUse(QWidget):
    closeRequested = Signal()
    failed = Signal(str)

    def __init__(
        self,
        runner: Runner,
        target: Callable[[], Path],
        parent: QWidget | None = None,
        *,
        find_camera: Callable[[QObject], Camera | None] = find_camera,
    ) -> None:
        """`target`: the folder that pictures are saved to."""
        super().__init__(parent)
        self.run: Run | None = None
        self.folders = LastFolders()
        self.inputs: list[str] = []
        self._dropped_paths: list[str] = []
        """What was dropped last; it takes the place of `inputs` once there are pictures in it."""
        self._target = target
        self._dropped: DroppedPictures | None = None
        self.looking_with, self.writing_with = Translators(runner), Translators(runner)
        """One of each thread's own: a network at work cannot be shared."""
        self._looking, self._working = (
            Background("looking", self),
            Background("translating", self, lasting=self.tr("Translation")),
        )
        self._asked: object = None
        self._unfinished: object = None
        """What was translated last, if it ended before its end: run, inputs and request."""
        self._watch = Stopwatch()
        self._camera = find_camera(self)
        self._chosen_picture = 0
        """Which of the dropped pictures is seen large."""
        self.small_pictures = SmallPictures(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._preview)
        self._make()
        self._connect()

    # What others ask of it ----------------------------------------------------------------------------------------

    def setRun(self, run: Run) -> None:
        """Translate with this run from now on."""
        self.run = run
        directions = tuple(getattr(self._kind(run), "directions", {"B": ""}))
        self.form.setDirections(directions)
        self.form.styles.setVisible(draws_any_style(run.folder))
        self.refresh()

    def refresh(self) -> None:
        """List the run's checkpoints again: it may have been saved meanwhile."""
        if self.run:
            names = checkpoint_names(self.run)
            self.form.setCheckpoints(names)
        if self._dropped:
            self._preview()

    def setInputs(self, paths: Sequence[str]) -> None:
        """Pictures and folders to translate; the first is shown at once."""
        self.watch_camera(False)
        self._dropped_paths = list(paths)
        if self._dropped is None:
            self.view.setText(self.tr("Looking for pictures."))
        self.form.setFolder(self._target() / (self.run.name if self.run else "translated"))
        self._looking.start(lambda report: look_into(list(paths), report))

    def paste(self) -> None:
        """Take files or a picture from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        paths = local_paths(mime)
        image = QGuiApplication.clipboard().image()
        if paths:
            self.setInputs(paths)
        elif not image.isNull():
            folder = self._target() / "pasted"
            try:
                self.setInputs([str(_write_pasted(image, folder))])
            except OSError as error:
                self.failed.emit(disk_sentence(error, "pasting", folder))
        else:
            self.failed.emit(self.tr("There is no picture in the clipboard."))

    def watch_camera(self, on: bool) -> None:
        """Start or stop translating the camera's pictures."""
        if self._camera is None:
            return
        (self._camera.start if on else self._camera.stop)()
        self.form.setCamera(True, on)

    def close_threads(self) -> bool:
        self.watch_camera(False)
        return all([self._looking.close(), self._working.close(), self.small_pictures.close(), self.styles.close()])

    # How it is made -----------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.view = BeforeAfter()
        self.view.setText(self.tr("Drop pictures or a folder here."))
        self.form = TranslateForm(MOST_STYLES)
        self.styles = ChosenStyles(self.form.styles, self)
        side = scrolling(self.form)
        side.setMaximumWidth(372)
        card = QFrame()
        card.setProperty("look", "card")
        self.strip = FileStrip(
            self.tr("All pictures that were dropped"), self.tr("Click or arrow keys show one and its translation")
        )
        self.strip.hide()
        pictures = column(self.view, self.strip, margin=look.PADDING)
        pictures.setStretch(0, 1)
        card.setLayout(pictures)
        box = row(card, side, gap=look.GAP)
        box.setStretch(0, 1)
        self.setLayout(box)

    def _connect(self) -> None:
        form = self.form
        form.directionChanged.connect(self._preview)
        form.checkpointChanged.connect(self._preview)
        form.modeChanged.connect(self.view.setMode)
        form.chooseRequested.connect(self._choose)
        form.pasteRequested.connect(self.paste)
        form.folderRequested.connect(self._choose_folder)
        form.startRequested.connect(self._start)
        form.cancelRequested.connect(self._working.cancel)
        form.closeRequested.connect(self.closeRequested)
        form.revealRequested.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        self.styles.changed.connect(self._settle.start)
        self.styles.failed.connect(self.failed)
        self.strip.chosen.connect(self._show_picture)
        self.strip.wanted.connect(self.small_pictures.ask)
        self.small_pictures.ready.connect(self.strip.setSmall)
        self._looking.done.connect(self._seen)
        self._looking.failed.connect(self._unseen)
        self._working.progress.connect(self._progressed)
        self._working.done.connect(self._finished)
        self._working.cancelled.connect(self._finished)
        self._working.failed.connect(self._stopped)
        if self._camera:
            form.setCamera(True)
            form.cameraToggled.connect(self.watch_camera)
            self._camera.seen.connect(self._sees)
            self._camera.failed.connect(self._camera_failed)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self.paste)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watch_camera(False)

    # What happens -------------------------------------------------------------------------------------------------

    def _kind(self, run: Run) -> object:
        try:
            return by_name(run.settings.recipe)
        except SettingError:
            return None

    def _choose(self) -> None:
        title, start = self.tr("Pictures to translate"), self.folders.of("pictures")
        file_dialogs.choose_files(self, title, start, self._picked)

    def _picked(self, paths: list[str]) -> None:
        self.folders.keep("pictures", paths[0])
        self.setInputs(paths)

    def _choose_folder(self) -> None:
        title = self.tr("Where the results go")
        file_dialogs.choose_folder(self, title, self._target(), lambda path: self.form.setFolder(Path(path)))

    def _preview(self, _: object = None) -> None:
        """Translate the picture that is seen: another one, another direction, another state."""
        if not self.run or not self._dropped:
            return
        run, asked, source = self.run, self.form.request(), self._dropped.sources[self._chosen_picture]
        self._looking.start(lambda report: preview_of_file(self.looking_with, run, asked, source, report))

    def _show_picture(self, number: int) -> None:
        """One of those that were dropped; the one before stays until it is translated."""
        if self._dropped and 0 <= number < self._dropped.count:
            self._chosen_picture = number
            self.watch_camera(False)
            self._preview()

    def _seen(self, result: object) -> None:
        if isinstance(result, DroppedPictures):
            self.inputs, self._dropped, self._chosen_picture = self._dropped_paths, result, 0
            self.small_pictures.setFiles(result.sources)
            self.strip.setVisible(result.count > 1)
            self.strip.setFiles(result.sources)
            self.view.setPictures(QImage(), QImage())
            name = Path(self.inputs[0]).name if len(self.inputs) == 1 else self.tr("What was dropped")
            self.form.setPictures(name, result.count)
            self.form.say("")
            self.view.setText(self.tr("Translating the first picture."))
            self._preview()
        elif isinstance(result, TranslatedPicture):
            self.view.setPictures(result.before, result.after)

    def _sees(self, image: QImage) -> None:
        """A picture of the camera; those that come while one is being translated are passed over."""
        if self.run and self.form.camera.isChecked() and not self._looking.busy:
            run, asked = self.run, self.form.request()
            self._looking.start(lambda report: preview_of_image(self.looking_with, run, asked, image, report))

    def _camera_failed(self, sentence: str) -> None:
        self.watch_camera(False)
        self.failed.emit(sentence)

    def _unseen(self, sentence: str) -> None:
        if self._dropped is None:
            self.view.setText(sentence)
        self.form.say(sentence)

    def _start(self, request: TranslateRequest) -> None:
        if not self.run:
            return
        run, inputs, asked = self.run, list(self.inputs), request
        self._asked = (run.folder, tuple(inputs), asked)
        missing = self._asked == self._unfinished
        self._watch = Stopwatch()
        self.form.setBusy(True)
        self.form.setProgress(0, self._dropped.count if self._dropped else 1, "")
        self._working.start(lambda report: self._carried_out(run, asked, inputs, report, missing))

    def _carried_out(
        self, run: Run, asked: TranslateRequest, inputs: list[str], report: TaskProgress, missing: bool
    ) -> object:
        """In the worker thread: what ends before its end is remembered, so that the same once more goes on with it."""
        try:
            return carry_out(self.writing_with, run, asked, inputs, report, missing=missing)
        except UnfinishedError:
            self._unfinished = self._asked
            raise

    def _progressed(self, done: int, total: int) -> None:
        self.form.setProgress(done / 1000, total // 1000, self._watch.left(done, total))

    def _finished(self, result: object) -> None:
        written, left_out = getattr(result, "written", []), getattr(result, "left_out", [])
        sentence = (
            self.tr("1 picture written.")
            if len(written) == 1
            else self.tr("{0} pictures written.").format(figure(len(written)))
        )
        self._unfinished = self._asked if getattr(result, "stopped", False) else None
        if self._unfinished:
            sentence += " " + self.tr("The rest was not begun.")
        if left_out:
            sentence += " " + self.tr("{0} could not be read:").format(figure(len(left_out)))
        self.form.setResult(sentence, left_out)

    def _stopped(self, sentence: str) -> None:
        self.form.setBusy(False)
        self.form.say(sentence)


def _write_pasted(image: QImage, folder: Path) -> Path:
    """A picture of the clipboard as a file that was not there before.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # bytes, say the stubs, which are refused

    def write(file: BinaryIO) -> None:
        file.write(buffer.data().data())

    return publish(folder / "pasted.png", write)
