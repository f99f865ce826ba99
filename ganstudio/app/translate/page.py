"""Translate: two folders before a run, both directions while it learns, and any picture afterwards."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ganstudio.app.common.drops import PICTURES, refusal
from ganstudio.app.common.page import Page
from ganstudio.app.runner.thread_runner import Runner
from ganstudio.app.training.live_page import LivePage
from ganstudio.app.translate.setup import TranslateSetup
from ganstudio.app.translate.use import TranslateUse
from ganstudio.core.checkpoint_names import checkpoint_names
from ganstudio.core.events import Event, Sampled, Saved
from ganstudio.core.run import Run
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Button, Picture, Segmented, column, holding, label, row
from ganstudio.panels.parts.dragged import local_paths
from ganstudio.panels.translate.column_titles import ColumnTitles
from ganstudio.panels.translate.worst_first import can_be_ordered, worst_first


class TranslatePage(QStackedWidget, Page):
    takes_drops = True
    failed = Signal(str)

    def __init__(
        self,
        runner: Runner,
        samples: Path,
        runs: Callable[[], Path],
        target: Callable[[], Path],
        parent: QWidget | None = None,
    ) -> None:
        """`samples`: where built-in pictures are drawn. `runs`, `target`: the folders of runs and of results."""
        super().__init__(parent)
        self.setup = TranslateSetup(samples, runs)
        self.live = TranslateLive()
        self.use = TranslateUse(runner, target)
        for page in (self.setup, self.live, self.use):
            self.addWidget(page)
        self.live.useRequested.connect(self._show_use)
        self.live.failed.connect(self.failed)
        self.live.page.newRequested.connect(self.show_setup)
        self.use.closeRequested.connect(self._show_live)
        self.use.failed.connect(self.failed)
        self.setup.failed.connect(self.failed)

    @property
    def on_show(self) -> Run | None:
        """The run that is shown; None while the choices before one are."""
        return None if self.currentWidget() is self.setup else self.live.page.run

    def open(self, run: Run, events: list[Event], state: str) -> None:
        self.live.show_run(run, events, state)
        self.use.setRun(run)
        self.setCurrentWidget(self.live)

    def receive(self, paths: Sequence[str]) -> None:
        """Dropped on the window: pictures are for using a run, folders for learning from or for using one."""
        pictures = all(Path(path).suffix.lower() in PICTURES for path in paths)
        if self.on_show and (pictures or self.currentWidget() is self.use or len(paths) == 1):
            self._show_use(list(paths))
        else:
            self.show_setup()
            self.setup.setSides(paths)

    def set_training(self, run: Run | None) -> None:
        self.setup.setOccupied(run.name if run else "")

    def make_plots(self) -> None:
        self.live.page.make_plots()

    def begin(self) -> None:
        if self.on_show is None:
            self.setup.start()

    @Slot()
    def show_setup(self) -> None:
        self.setCurrentWidget(self.setup)

    def close_threads(self) -> bool:
        return all([self.setup.close_threads(), self.use.close_threads()])

    @Slot(object)
    def _show_use(self, paths: list[str]) -> None:
        self.use.refresh()
        self.setCurrentWidget(self.use)
        if paths:
            self.use.setInputs(paths)

    @Slot()
    def _show_live(self) -> None:
        self.setCurrentWidget(self.live)


class TranslateLive(QWidget):
    """The page of a run, with what each column shows above the pictures, and a place to drop others below."""

    useRequested = Signal(object)
    """list[str]: what was dropped; empty when only the button was pressed."""
    failed = Signal(str)
    """A sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = LivePage()
        self.page.setExportsPictures(False)
        self.titles = ColumnTitles(self.page.samples.view)
        self.order = Segmented(
            self.tr("Order"),
            [(self.tr("As given"), False, self.tr("The fixed pictures in their order")),
             (self.tr("Worst first"), True, self.tr("First what comes back most changed, on each side"))],
        )  # fmt: skip
        self.order.setData(False)
        self.order.chosen.connect(self._order)
        self._order_line = holding(row(None, self.order))
        self._order_line.hide()
        box = self.page.samples.layout()
        assert box is not None
        for place, line in enumerate((self._order_line, self.titles)):
            box.insertWidget(place, line)  # type: ignore[attr-defined]
        self.strip = _Strip()
        self.strip.dropped.connect(self.useRequested)
        self.strip.failed.connect(self.failed)
        self.strip.button.clicked.connect(lambda: self.useRequested.emit([]))
        whole = column(self.page, self.strip, gap=look.GAP)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_run(self, run: Run, events: list[Event], state: str) -> None:
        self.strip.button.setEnabled(bool(checkpoint_names(run)))
        self.page.show_run(run, events, state)
        self._follow(events)

    @Slot(object)
    def take(self, events: list[Event]) -> None:
        """Events of the run that have come in since it was shown."""
        self.page.take(events)
        self._follow(events)

    def _follow(self, events: list[Event]) -> None:
        for event in events:
            match event:
                case Sampled(labels=labels, columns=columns) if len(labels) == columns:
                    self.titles.setTitles(labels)
                    self._order_line.setVisible(can_be_ordered(labels))
                case Saved():
                    self.strip.button.setEnabled(True)
                case _:
                    pass

    def _order(self, worst: object) -> None:
        self.page.samples.setArrangement(_worst_first if worst else None)


def _worst_first(image: QImage, shown: Sampled) -> QImage:
    return worst_first(image, shown.rows, shown.labels)


class _Strip(QFrame):
    """A strip below the pictures that takes dropped files and folders."""

    dropped = Signal(object)
    """list[str]"""
    failed = Signal(str)
    """A sentence: what was dropped cannot be translated."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drop pictures here to translate them"))
        self.button = Button(self.tr("Use it"), self.tr("Translate pictures with what it has learned so far"))
        hint = label(self.tr("Drop pictures or a folder here to translate them"), "muted")
        box = row(Picture("translate", "muted", 20), hint, None, self.button, gap=12)
        box.setContentsMargins(look.PADDING, look.UNIT, look.PADDING, look.UNIT)
        self.setLayout(box)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_paths(event.mimeData())
        event.acceptProposedAction()
        if sentence := refusal(paths):
            self.failed.emit(sentence)
        else:
            self.dropped.emit(paths)
