"""Enhance: what goes in, the kind of help, what comes out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganstudio.app.common.page import Page
from ganstudio.app.enhance.style import StyleView
from ganstudio.panels.parts.controls import column


class EnhancePage(QWidget, Page):
    takes_drops = True
    failed = Signal(str)

    def __init__(self, target: Callable[[], Path], parent: QWidget | None = None) -> None:
        """`target`: the folder that pictures are saved to."""
        super().__init__(parent)
        self.style_ = StyleView(target)
        self.style_.failed.connect(self.failed)
        self.setLayout(column(self.style_))

    def receive(self, paths: Sequence[str]) -> None:
        self.style_.receive(paths)

    def refresh(self) -> None:
        self.style_.refresh()

    def begin(self) -> None:
        self.style_.draw()

    def close_threads(self) -> bool:
        return self.style_.close_threads()
