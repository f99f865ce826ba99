"""Closing while a run trains: one question, asked without stopping anything."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget


class ClosingQuestion(QObject):
    """Stop and save, or keep training. The window goes on working while it is open."""

    stop = Signal(bool)
    """Stop and save, then close; True: do so without a question from now on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.box: QMessageBox | None = None

    def ask(self, name: str) -> None:
        """Ask about the run called `name`; a question that is open already is only brought forward."""
        if self.box:
            self.box.raise_()
            return
        self.box = box = QMessageBox(self._parent)
        box.setWindowTitle(self.tr("Close GAN Studio"))
        box.setText(self.tr("{0} is still learning.").format(name))
        box.setInformativeText(self.tr("What it has learnt is saved, and the next start offers to go on."))
        self.stop_button = box.addButton(self.tr("Stop and save"), QMessageBox.ButtonRole.AcceptRole)
        self.keep_button = box.addButton(self.tr("Keep training"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(self.stop_button)
        box.setEscapeButton(self.keep_button)
        self.always = QCheckBox(self.tr("Always stop and save without asking"))
        box.setCheckBox(self.always)
        box.finished.connect(self._answered)
        box.open()

    def dismiss(self) -> None:
        """The run ended by itself: nothing to ask any more."""
        if self.box:
            self.box.close()

    def _answered(self) -> None:
        box = self.box
        if box is None:
            return
        self.box = None
        if box.clickedButton() is self.stop_button:
            self.stop.emit(self.always.isChecked())
        box.deleteLater()
