"""Translating in a worker thread: one picture to look at, or whatever was dropped."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from ganstudio.app.runner.between_steps import between_steps
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.core.checkpoint_names import usual_name
from ganstudio.core.run import Run
from ganstudio.models.style.style_settings import StyleSettings
from ganstudio.panels.parts.language import figure
from ganstudio.panels.parts.pictures import to_image, to_pixels
from ganstudio.panels.translate.translate_form import NO_STYLES, Styled, TranslateRequest
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.stylise import StylePicture, StyliseError
from ganstudio.workflows.translate_pictures import translate_pictures

if TYPE_CHECKING:
    from PIL import Image

    from ganstudio.core.pixels import Pixels
    from ganstudio.core.translator import Translator
    from ganstudio.export.translating import TranslationResult

LARGEST = 2048
"""Pixels on the longer side of a picture that is only shown."""
SHOWN = 1024
"""The same of one that is not drawn anew, but says how."""


@dataclass(frozen=True)
class TranslatedPicture:
    """One picture and its translation."""

    before: QImage
    after: QImage


@dataclass(frozen=True)
class DroppedPictures:
    """The pictures that the dropped files and folders hold."""

    sources: tuple[Path, ...]

    @property
    def count(self) -> int:
        return len(self.sources)

    @property
    def first(self) -> Path:
        return self.sources[0]


@dataclass(frozen=True)
class PicturesRead:
    """Pictures that were read: the place of each (-1 for the content, or the number of a style), and it."""

    pictures: tuple[tuple[int, Path, "Pixels"], ...]


class Translators:
    """Opens the networks of a run, and keeps the last ones. For one thread: a network at work cannot be shared."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._key: tuple[Any, ...] = ()
        self._translator: Translator | None = None
        self._styled: Styled = NO_STYLES

    def of(self, run: Run, to: str, checkpoint: str, styled: Styled = NO_STYLES) -> "Translator":
        """Drawing in the styles of `styled`, if there are any: pictures with their weights, and the strength.

        Raises:
            StyliseError, RunError: a sentence.
        """
        translator = self._opened(run, to, checkpoint, bool(styled[0]))
        if styled[0] and styled != self._styled:
            from ganstudio.workflows.fast_style import take_styles

            pictures, strength = styled
            take_styles(
                translator, [StylePicture(*each) for each in pictures], StyleSettings(strength=strength), run.name
            )
            self._styled = styled
        return translator

    def _opened(self, run: Run, to: str, checkpoint: str, in_styles: bool) -> "Translator":
        from ganstudio.workflows.open_run import open_translator

        name = checkpoint or usual_name(run)
        key = (run.folder, to, name, in_styles)
        if self._translator is None or key != self._key:
            self._translator = between_steps(self._runner, lambda: open_translator(run, to=to, checkpoint=name))
            self._key, self._styled = key, NO_STYLES
        return self._translator


def look_into(inputs: Sequence[str], report: TaskProgress) -> DroppedPictures:
    """List the pictures in files and folders.

    Raises:
        TranslatingError: there are none.
    """
    from ganstudio.export.translating import plan

    jobs, _ = plan(inputs, Path("/") / "nowhere")
    return DroppedPictures(tuple(job.source for job in jobs))


def read_pictures(wanted: Sequence[tuple[int, Path]]) -> PicturesRead:
    """Pictures from strangers, made small enough to be shown.

    Raises:
        StyliseError: one cannot be used; a sentence.
    """
    import numpy as np

    from ganstudio.core.images.decode import Unusable
    from ganstudio.export.translating import first_picture

    pictures = []
    for place, path in wanted:
        try:
            image = first_picture(path)
        except Unusable as error:
            raise StyliseError(f"{path.name} cannot be used: {error}.") from None
        image.thumbnail((SHOWN, SHOWN))
        pictures.append((place, path, np.array(image.convert("RGBA" if "A" in image.getbands() else "RGB"))))
    return PicturesRead(tuple(pictures))


def preview_of_file(
    translators: Translators, run: Run, asked: TranslateRequest, picture: Path, report: TaskProgress
) -> TranslatedPicture:
    """Translate one picture to be shown, at most `LARGEST` pixels wide and high.

    Raises:
        Unusable, RunError: a sentence.
    """
    from ganstudio.export.translating import first_picture

    return _preview(translators, run, asked, first_picture(picture), report)


def preview_of_image(
    translators: Translators, run: Run, asked: TranslateRequest, seen: QImage, report: TaskProgress
) -> TranslatedPicture:
    """The same for a picture of the camera.

    Raises:
        RunError: a sentence.
    """
    from PIL import Image

    return _preview(translators, run, asked, Image.fromarray(to_pixels(seen)), report)


def _preview(
    translators: Translators, run: Run, asked: TranslateRequest, image: "Image.Image", report: TaskProgress
) -> TranslatedPicture:
    import numpy as np

    image.thumbnail((LARGEST, LARGEST))
    after = translators.of(run, asked.to, asked.checkpoint, asked.styled).image(image, _watched(report))
    before = np.asarray(image.convert("RGBA" if "A" in image.getbands() else "RGB"))
    shown = np.repeat(after[:, :, :1], 3, 2) if after.shape[2] in {1, 2} else after
    return TranslatedPicture(to_image(before), to_image(shown))


def carry_out(
    translators: Translators,
    run: Run,
    asked: TranslateRequest,
    inputs: Sequence[str],
    report: TaskProgress,
    *,
    missing: bool = False,
) -> "TranslationResult":
    """Translate everything in `inputs`; `missing`: only what is not there yet.

    Raises:
        TakenError, TranslatingError, UnfinishedError, RunError: a sentence.
    """
    result, _ = translate_pictures(
        lambda: translators.of(run, asked.to, asked.checkpoint, asked.styled),
        inputs,
        asked.folder,
        run=run.name,
        overwrite=asked.overwrite and not missing,
        missing=missing,
        on_progress=lambda done, total: report.progress(round(1000 * done), 1000 * total),
        cancelled=report.cancelled,
    )
    return result


def _watched(report: TaskProgress) -> Any:
    from ganstudio.export.translating import Stopped

    def watched(done: int, total: int) -> None:
        if report.cancelled():
            raise Stopped
        report.progress(done, total)

    return watched


class Stopwatch:
    """How long the rest will take, at the speed so far."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock`: seconds since any moment."""
        self._clock = clock
        self._begun = clock()

    def left(self, done: float, total: float) -> str:
        """'about 3 min left', '' while nothing is known."""
        spent = self._clock() - self._begun
        if done <= 0 or spent < 1.0:
            return ""
        seconds = spent * (total - done) / done
        if seconds >= 90:
            return _tr("about {0} min left").format(figure(seconds / 60, ".0f"))
        return _tr("about {0} s left").format(figure(seconds, ".0f"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Stopwatch", text)
