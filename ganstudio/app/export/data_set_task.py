"""The data set of the export form, made in the background by the very workflow of `ganstudio augment`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.runner.between_steps import Opener
from ganstudio.core.run import Run
from ganstudio.panels.parts.language import figure
from ganstudio.workflows.progress import TaskProgress, TimeLeft

if TYPE_CHECKING:
    from ganstudio.app.training.live_page import LivePage
    from ganstudio.panels.training.data_set_form import DataSetRequest, DataSetResult
    from ganstudio.workflows.judge_augmented import Augmented


class DataSetTask(QObject):
    """One set at a time."""

    staged = Signal(str, int, int, float)
    """What is being done, how much of it, of how much, and the seconds that are left; 0: not known yet."""
    done = Signal(object)
    """DataSetResult; None where it was stopped."""
    failed = Signal(str)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        """`opener` is called in the worker thread."""
        super().__init__(parent)
        self._opener = opener
        self._background = Background("data set", self, lasting=self.tr("Data set"))
        self._background.done.connect(self.done)
        self._background.cancelled.connect(self.done)
        self._background.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        return self._background.busy

    def start(self, request: "DataSetRequest", run: Run) -> None:
        """`staged`, then `done` or `failed`, follow."""
        opener, say = self._opener, self.staged.emit
        self._background.start(lambda report: made(request, run, opener, _Stages(report, say)))

    @Slot()
    def cancel(self) -> None:
        self._background.cancel()

    def close(self) -> bool:
        return self._background.close()


class _Stages:
    """Gives the progress of one stage after the other; all end when the work is asked to."""

    def __init__(self, report: TaskProgress, say: Any) -> None:
        self._report, self._say = report, say

    def __call__(self, title: str) -> TaskProgress:
        left = TimeLeft()

        def said(done: int, total: int) -> None:
            self._report.progress(done, total)
            self._say(title, done, total, left.after(done, total) or 0.0)

        return _Stage(self._report, said)


class _Stage(TaskProgress):
    def __init__(self, report: TaskProgress, say: Any) -> None:
        super().__init__(say)
        self._report = report

    def cancelled(self) -> bool:
        return self._report.cancelled()


def made(request: "DataSetRequest", run: Run, opener: Opener, stage: _Stages) -> "DataSetResult | None":
    """Runs in the worker thread; None where it was stopped.

    Raises:
        ValueError: of several kinds, where it cannot be done or was ended; each a sentence.
    """
    from ganstudio.workflows.augment import AugmentRequest
    from ganstudio.workflows.export_pictures import Studio
    from ganstudio.workflows.judge_augmented import JudgeRequest, augment_and_judge

    studio = Studio(opener(run, request.checkpoint), run.name, psi=request.psi)
    asked = AugmentRequest(
        out=request.out, to=request.to, format=request.format, filters=request.filters, with_real=request.with_real
    )
    judging = JudgeRequest(test=request.test, classifier=request.classifier) if request.judge else None
    folder = request.images or run.settings.sides[0][0]
    came = augment_and_judge(run, folder, studio, asked, judging, stage)
    return _result(came) if came else None


def _result(came: "Augmented") -> "DataSetResult":
    from ganstudio.panels.parts.pictures import to_image
    from ganstudio.panels.training.data_set_form import DataSetResult, FilterResult

    examples: Mapping[str, Sequence[Any]] = came.examples
    filters = [
        FilterResult(
            each["title"],
            each["seen"],
            each["dropped"],
            [to_image(pixels) for pixels in examples.get(each["title"], ())],
        )
        for each in came.sheet["filters"]
    ]
    classes = [(each["name"], each["synthetic"]) for each in came.sheet["classes"]]
    said = came.judgement
    return DataSetResult(
        classes, filters, came.sheet["remarks"], said.sentence if said else "", said.curves() if said else None
    )


class DataSetController(QObject):
    """Joins the form on the page of a run with the task."""

    def __init__(self, page: "LivePage", task: DataSetTask, target: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._task, self._target = page, task, target
        form = page.data_set
        page.runShown.connect(self._show_run)
        form.setRequested.connect(self._start)
        form.cancelRequested.connect(task.cancel)
        form.folderRequested.connect(self._choose)
        task.staged.connect(self._staged)
        task.done.connect(self._done)
        task.failed.connect(form.setFailed)
        if page.run:
            self._show_run(page.run)

    @Slot(object)
    def _show_run(self, run: Run) -> None:
        self._page.data_set.setFolder("images", "")
        self._page.data_set.setFolder("test", "")
        self._page.data_set.setFolder("out", str(self._target / f"{run.name}-data-set"))

    @Slot(object)
    def _start(self, request: "DataSetRequest") -> None:
        if run := self._page.run:
            self._page.data_set.setProgress(self.tr("Opening the run…"), 0, 0)
            self._task.start(request, run)

    @Slot(str)
    def _choose(self, which: str) -> None:
        titles = {
            "images": self.tr("Fill up these pictures"),
            "test": self.tr("Test on these pictures"),
            "out": self.tr("Write the data set to"),
        }
        form = self._page.data_set
        file_dialogs.choose_folder(
            self._page, titles[which], self._target, lambda folder: form.setFolder(which, folder)
        )

    @Slot(str, int, int, float)
    def _staged(self, title: str, done: int, total: int, seconds: float) -> None:
        words = {
            "Reading": self.tr("Reading the pictures"),
            "Drawing": self.tr("Drawing and filtering"),
            "Judging": self.tr("Training classifiers"),
        }
        text = self.tr("{0}: {1} of {2}").format(words.get(title, title), figure(done), figure(total))
        if seconds >= 1:
            minutes = f"{seconds // 60:.0f}:{seconds % 60:02.0f}"
            text = self.tr("{0}, about {1} left").format(text, minutes)
        if self._task.busy:
            self._page.data_set.setProgress(text, done, total)

    @Slot(object)
    def _done(self, result: "DataSetResult | None") -> None:
        if result is None:
            self._page.data_set.setStopped()
        else:
            self._page.data_set.setResult(result)
