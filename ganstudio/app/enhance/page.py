"""Enhance: what goes in, the kind of help, what comes out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganstudio.app.common import drops
from ganstudio.app.common.page import Page
from ganstudio.app.enhance.larger import LargerView
from ganstudio.app.enhance.style_view import StyleView
from ganstudio.panels import look
from ganstudio.panels.parts.areas import Stack
from ganstudio.panels.parts.controls import Segmented, column, row


class EnhancePage(QWidget, Page):
    takes_drops = True
    failed = Signal(str)

    def __init__(self, target: Callable[[], Path], runs: Callable[[], Path], parent: QWidget | None = None) -> None:
        """`target`: the folder that pictures are saved to. `runs`: the one that runs are made in."""
        super().__init__(parent)
        self.style_, self.larger = StyleView(target), LargerView(target, runs)
        self.views = Stack(self.style_, self.larger)
        kinds = [(self.tr("In the style of"), "style", self.tr("One picture in the style of one to three others")),
                 (self.tr("Larger"), "larger", self.tr("Pictures several times as large, with details"))]  # fmt: skip
        self.kind = Segmented(self.tr("The kind of help"), kinds)
        self.kind.setData("style")
        self.kind.chosen.connect(self.show_kind)
        for view in (self.style_, self.larger):
            view.failed.connect(self.failed)
        box = column(gap=look.GAP)
        box.addLayout(row(self.kind, None))
        box.addWidget(self.views, 1)
        self.setLayout(box)

    def show_kind(self, kind: object) -> None:
        """'style' or 'larger'."""
        self.kind.setData(kind)
        self.views.setCurrentWidget(self.larger if kind == "larger" else self.style_)

    def use_run(self, folder: Path) -> None:
        """What the run in a folder has learned is of use here: to enlarge, or to draw in one style."""
        if drops.enhances(folder) == "style":
            self.show_kind("style")
            self.style_.use_run(folder)
        else:
            self.show_kind("larger")
            self.larger.use_network(str(folder))

    @property
    def view(self) -> StyleView | LargerView:
        """The kind of help on show."""
        return self.larger if self.views.currentWidget() is self.larger else self.style_

    def receive(self, paths: Sequence[str]) -> None:
        self.view.receive(paths)

    def refresh(self) -> None:
        self.view.refresh()

    def begin(self) -> None:
        self.larger.start() if self.view is self.larger else self.style_.draw()

    def close_threads(self) -> bool:
        return all([self.style_.close_threads(), self.larger.close_threads()])
