"""The form for a new run from a moment of another: which settings are to be different."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.core.checkpoint_names import Moment
from ganstudio.core.run import Run
from ganstudio.core.settings import SettingError, Value
from ganstudio.models.gallery import by_name
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, IconButton, column, holding, label, row
from ganstudio.panels.parts.language import figure
from ganstudio.panels.training.settings_form import SettingsForm


class BranchSide(QFrame):
    startRequested = Signal(object, object)
    """Moment, and dict[str, Value] of the settings that are to be different."""
    closeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._values: Mapping[str, Value] = {}
        self._moment: Moment | None = None
        self.title = label(kind="title", wrap=True)
        self.note = label(kind="muted", wrap=True)
        self.form = SettingsForm()
        help = self.tr("The run of this page is saved and stopped if it trains, and stays as it is")
        self.start = Button(self.tr("Start"), help, icon="play", kind="main")
        self.start.clicked.connect(self._start)
        self.form.valueChanged.connect(self._refresh)
        self.form.validityChanged.connect(self.start.setEnabled)
        self._arrange()

    def show_for(self, run: Run, moment: Moment) -> None:
        """Offer the settings that `run` has."""
        self._moment = moment
        self.title.setText(self.tr("New run from step {0} of {1}").format(figure(moment.step), run.name))
        try:
            self.form.setOwner(by_name(run.settings.recipe))
        except SettingError:  # a recipe of a newer version: all of its settings stay
            self._values = {}
        else:
            self._values = run.settings.values
            self.form.setDefaults(self._values)
            self.form.setValue(self._values)
        self.form.setVisible(bool(self._values))
        self._refresh()

    def changes(self) -> dict[str, Value]:
        """What is to be different."""
        asked = self.form.value() if self._values else {}
        return {name: value for name, value in asked.items() if name in self._values and value != self._values[name]}

    def _arrange(self) -> None:
        close = IconButton("close", self.tr("Back to the curves"))
        close.clicked.connect(self.closeRequested)
        area = scrolling(holding(column(self.form, None)), sideways=True)
        head = row(self.title, close)
        head.setStretch(0, 1)
        box = column(gap=12, margin=look.PADDING)
        box.addLayout(head)
        box.addWidget(self.note)
        box.addWidget(area, 1)
        box.addLayout(row(None, self.start))
        self.setLayout(box)

    def _refresh(self) -> None:
        names = ", ".join(name.replace("_", " ") for name in self.changes())
        if names:
            self.note.setText(self.tr("Different from this run: {0}.").format(names))
        else:
            self.note.setText(
                self.tr("Choose what is to be different. Unchanged, it goes the same way; what shapes networks stays.")
            )

    def _start(self) -> None:
        if self._moment:
            self.startRequested.emit(self._moment, self.changes())
