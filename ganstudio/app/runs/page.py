"""Runs: every run so far, and two or more beside each other."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ganstudio.app.common import file_dialogs
from ganstudio.app.common.background import Background
from ganstudio.app.common.page import Deed, Page
from ganstudio.app.runs.deleting import Deleting
from ganstudio.app.runs.queue_driver import QueueDriver
from ganstudio.core.comparison import ComparedRun
from ganstudio.core.run import Run, Summary
from ganstudio.core.run_list import summary_of
from ganstudio.models.gallery import RECIPES
from ganstudio.panels import look
from ganstudio.panels.parts.controls import column, holding
from ganstudio.panels.parts.language import said
from ganstudio.panels.runs.compare_view import CompareView
from ganstudio.panels.runs.queue_panel import QueuePanel
from ganstudio.panels.runs.runs_gallery import RunsGallery
from ganstudio.workflows.compare_runs import compared, write_report
from ganstudio.workflows.known_runs import Listing, RunPlaces, summarised
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.run_names import rename
from ganstudio.workflows.run_queue import Queue

TELL_EVERY = 0.3
"""Seconds between two looks at what a long listing has read so far."""


class RunsPage(QWidget, Page):
    """Lists, renames, compares and deletes; opening and resuming are asked of others."""

    openRequested = Signal(object)
    resumeRequested = Signal(object)
    exportRequested = Signal(object)
    exploreRequested = Signal(object)
    revealRequested = Signal(object)
    """Each a Path."""
    sendRequested = Signal(object, bool)
    """Path of a run, and whether with what training goes on from."""
    moved = Signal(object, object)
    """Path of a run, and where it is now: None where it was deleted."""
    starsChanged = Signal(object, bool)
    """list[Path], and whether they have a star now."""
    failed = Signal(str)
    """A sentence."""
    _summarised = Signal(object)
    """dict[Path, Summary]: what the listing has read so far."""

    def __init__(self, places: Callable[[], RunPlaces], queue: QueueDriver, parent: QWidget | None = None) -> None:
        """`places`: where the runs are."""
        super().__init__(parent)
        self._places = places
        self._listing = Background("runs", self)
        self._reader = Listing(summary_of)
        self._comparing = Background("compare", self)
        self._reporting = Background("report", self)
        self.deleting = Deleting(self)
        self._compared: tuple[Path, ...] = ()
        self._known: dict[Path, Summary] = {}
        self.gallery = RunsGallery({recipe.name: said(recipe.title) for recipe in RECIPES})
        self.compare: CompareView | None = None
        self.queue = queue
        self.queue_panel = QueuePanel()
        whole = column(self.queue_panel, self.gallery, gap=look.GAP)
        whole.setStretch(1, 1)
        self._main = holding(whole)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._main)
        self.setLayout(column(self._stack))
        self._connect()
        self.deleting.sweep(places().folder)

    def set_training(self, run: Run | None) -> None:
        self.gallery.setLive(run.folder if run else None)
        self.refresh()

    def set_driver(self, state: str) -> None:
        """What the runner does with the run that trains."""
        self.gallery.setDriver(state)

    def refresh(self) -> None:
        """List the runs again, in the background."""
        places = self._places()
        self._show_queue(self.queue.read())
        self._listing.start(lambda report: _listed(self._reader.answers(places), report, self._summarised.emit))

    def undoing(self) -> Deed | None:
        return self.deleting.undo if self.deleting.can_undo() else None

    def close_threads(self) -> bool:
        return all([self._listing.close(), self._comparing.close(), self._reporting.close(), self.deleting.close()])

    def _connect(self) -> None:
        self._listing.done.connect(self._list)
        self._summarised.connect(self._list_more)
        self._comparing.done.connect(self._show_compared)
        self._reporting.done.connect(self._reported)
        for background in (self._listing, self._comparing, self._reporting):
            background.failed.connect(self.failed)
        panel, queue = self.queue_panel, self.queue
        panel.goOnRequested.connect(queue.go_on)
        panel.stopRequested.connect(queue.stop_after_this)
        panel.removeRequested.connect(queue.remove)
        panel.moveRequested.connect(queue.move)
        queue.changed.connect(self._show_queue)
        gallery = self.gallery
        gallery.openRequested.connect(self.openRequested)
        gallery.resumeRequested.connect(self.resumeRequested)
        gallery.queueRequested.connect(queue.add_runs)
        gallery.queueAgainRequested.connect(queue.add_again)
        gallery.exportRequested.connect(self.exportRequested)
        gallery.exploreRequested.connect(self.exploreRequested)
        gallery.revealRequested.connect(self.revealRequested)
        gallery.sendRequested.connect(self.sendRequested)
        gallery.starsChanged.connect(self.starsChanged)
        gallery.renameRequested.connect(self._rename)
        gallery.deleteRequested.connect(self._delete)
        self.deleting.gone.connect(lambda folder: self.moved.emit(folder, None))
        self.deleting.unsaid.connect(self.refresh)
        self.deleting.failed.connect(self.failed)
        gallery.compareRequested.connect(self._compare)

    @Slot(object)
    def _show_queue(self, queue: Queue) -> None:
        lines = [(entry.name, entry.state, entry.remark) for entry in queue.entries]
        self.queue_panel.setQueue(lines if queue.pending else [], active=queue.active)

    def _list(self, summaries: dict[Path, Summary]) -> None:
        self._known = summaries
        self.gallery.setRuns(list(summaries.items()))

    def _list_more(self, summaries: dict[Path, Summary]) -> None:
        """What was shown before stays until all is read: a folder that answers slowly hides no run."""
        if self._listing.busy:
            self._list(self._known | summaries)

    def _rename(self, folder: Path, name: str) -> None:
        if sentence := rename(folder, name):
            self.failed.emit(sentence)
        else:
            self.moved.emit(folder, folder.with_name(name.strip()))
        self.refresh()

    def _delete(self, folders: Sequence[Path]) -> None:
        self.deleting.delete(folders)
        self.refresh()

    def _compare(self, folders: Sequence[Path]) -> None:
        chosen = self._compared = tuple(folders)
        self._comparing.start(lambda report: compared(chosen, report))

    def _show_compared(self, runs: Sequence[ComparedRun]) -> None:
        self._close_compared()
        view = CompareView()
        view.closeRequested.connect(self._close_compared)
        view.exportRequested.connect(self._ask_report)
        view.revealRequested.connect(self.revealRequested)
        view.setRuns(runs)
        self.compare = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def _ask_report(self, kind: str) -> None:
        names = {"html": self.tr("Web page (*.html)"), "csv": self.tr("Table (*.csv)")}
        title, path = self.tr("Save report"), self._places().folder / f"comparison.{kind}"
        file_dialogs.save_file(
            self, title, path, names[kind], lambda path: self.write_report(Path(path).with_suffix(f".{kind}"))
        )

    def write_report(self, path: Path) -> None:
        """Write a report of the runs that are compared, as .html or .csv."""
        folders = self._compared
        self._reporting.start(lambda report: write_report(folders, path))

    def _reported(self, path: Path) -> None:
        if self.compare:
            self.compare.tell(self.tr("{0} written to {1}.").format(path.name, path.parent), path.parent)

    def _close_compared(self) -> None:
        if self.compare:
            self._stack.removeWidget(self.compare)
            self.compare.deleteLater()
            self.compare = None


def _listed(
    runs: Iterator[tuple[Path, Summary | None]], report: TaskProgress, tell: Callable[[dict[Path, Summary]], None]
) -> dict[Path, Summary]:
    """Every run; `tell` is called with those that were read so far, from time to time."""
    listed: dict[Path, Summary] = {}
    reported = time.monotonic()
    for folder, summary in runs:
        if report.cancelled():
            break
        listed[folder] = summarised(folder, summary)
        if time.monotonic() - reported > TELL_EVERY:
            tell(dict(listed))
            reported = time.monotonic()
    return listed
