"""QueuePanel: the runs that train one after another, in their order, with what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, Elided, IconButton, column, label, row

ROW = 32
"""Height of one run, in pixels."""
SHOWN = 4
"""Runs that are seen without scrolling."""
Line = tuple[str, str, str]
"""Name, state (waiting, running, completed, stopped, failed) and a remark."""


class QueuePanel(QFrame):
    """Hidden while the queue is empty."""

    goOnRequested = Signal()
    stopRequested = Signal()
    """Begin no other run after the one that trains."""
    removeRequested = Signal(str)
    moveRequested = Signal(str, int)
    """Name, and how many places later."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = Elided(kind="title")
        self.go_on = Button(self.tr("Start the queue"), self.tr("Train the runs below, one after another"), icon="play")
        self.stop = Button(
            self.tr("Stop after this one"),
            self.tr("The run that trains goes on to its end; no other begins"),
            icon="stop",
        )
        self.go_on.clicked.connect(self.goOnRequested)
        self.stop.clicked.connect(self.stopRequested)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._area = scrolling(self._rows)
        head = row(self._title, self.go_on, self.stop)
        head.setStretch(0, 1)
        box = column(gap=look.UNIT, margin=look.GAP)
        box.addLayout(head)
        box.addWidget(self._area)
        self.setLayout(box)
        self.hide()

    def setQueue(self, lines: Sequence[Line], *, active: bool) -> None:
        """Show these. `active`: the next run begins by itself."""
        focus = self._focused()
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        waiting = [name for name, state, _ in lines if state == "waiting"]
        training = any(state == "running" for _, state, _ in lines)
        for number, line in enumerate(lines):
            self._add(number, line, waiting)
        for number in range(self._grid.rowCount()):  # rows that are no longer there keep their height otherwise
            self._grid.setRowMinimumHeight(number, ROW if number < len(lines) else 0)
        self._title.setText(self._summary(len(waiting), training=training, active=active))
        self.stop.setVisible(active and (training or bool(waiting)))
        self.go_on.setVisible(not active and bool(waiting))
        self._area.setFixedHeight(ROW * max(1, min(SHOWN, len(lines))))
        self.setVisible(bool(lines))
        self._give_focus(focus)

    def _add(self, number: int, line: Line, waiting: list[str]) -> None:
        name, state, remark = line
        title = Elided(name, kind="strong" if state == "running" else "")
        title.setToolTip(name)
        word = label(self._word(state), {"failed": "bad", "completed": "good"}.get(state, "muted"))
        word.setToolTip(remark)
        place = waiting.index(name) if name in waiting else -1
        buttons = (
            ("up", "chevron-up", self.tr("Earlier"), place > 0, lambda: self.moveRequested.emit(name, -1)),
            ("down", "chevron-down", self.tr("Later"), 0 <= place < len(waiting) - 1,
             lambda: self.moveRequested.emit(name, 1)),
            ("out", "close", self.tr("Take out of the queue"), state != "running",
             lambda: self.removeRequested.emit(name)),
        )  # fmt: skip
        self._grid.addWidget(label(f"{number + 1}", "muted"), number, 0)
        self._grid.addWidget(title, number, 1)
        self._grid.addWidget(word, number, 2)
        for column_number, (what, icon, help, may, do) in enumerate(buttons, 3):
            button = IconButton(icon, help)
            button.setAccessibleName(f"{help}: {name}")
            button.setObjectName(f"{what} {name}")
            button.setEnabled(may)
            button.clicked.connect(do)
            self._grid.addWidget(button, number, column_number)

    def _focused(self) -> str:
        widget = self.focusWidget()
        return widget.objectName() if widget and widget.hasFocus() else ""

    def _give_focus(self, name: str) -> None:
        """The rows are made anew; whoever moves one by keyboard goes on with the same button."""
        for button in self._rows.findChildren(IconButton):
            if name and button.objectName() == name and button.isEnabled():
                button.setFocus()

    def _word(self, state: str) -> str:
        return {
            "waiting": self.tr("waits"), "running": self.tr("trains"), "completed": self.tr("finished"),
            "stopped": self.tr("stopped"), "failed": self.tr("failed"),
        }[state]  # fmt: skip

    def _summary(self, waiting: int, *, training: bool, active: bool) -> str:
        if not waiting:
            return self.tr("Queue: the last one trains") if training else self.tr("Queue: all have ended")
        if active:
            return self.tr("Queue: {0} to follow").format(waiting)
        return self.tr("Queue: {0} waiting").format(waiting)
