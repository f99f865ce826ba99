"""BudgetRow: for how long to train, in minutes, kimg or steps, or without an end, and whether to stop before."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.core.run import Budget
from ganstudio.core.settings import Setting, SettingError, settings_of
from ganstudio.panels import look
from ganstudio.panels.parts.controls import Check, Segmented, column, holding, label, row, tip
from ganstudio.panels.parts.fields import TITLE_WIDTH, spoken
from ganstudio.panels.parts.flow import Flow
from ganstudio.panels.parts.language import said
from ganstudio.panels.parts.numbers import NumberEdit

USUAL = {"minutes": 30.0, "kimg": 500.0, "steps": 10000}
"""What is offered when a person turns to another measure."""
USUAL_PATIENCE = 20.0
"""Minutes without a better score that are offered."""


class BudgetRow(QWidget):
    budgetChanged = Signal(object)
    """Budget."""

    def __init__(self) -> None:
        super().__init__()
        self._budget = Budget()
        self._known = {field.name: spoken(field) for field in settings_of(Budget)}
        self._measure = Segmented(
            self.tr("Train for"),
            [
                (self.tr("min"), "minutes", self._known["minutes"].help),
                (self.tr("kimg"), "kimg", self._known["kimg"].help),
                (self.tr("steps"), "steps", self._known["steps"].help),
                (self.tr("no end"), "", self.tr("Go on until Stop is pressed")),
            ],
        )
        self._number = NumberEdit(_stepping(self._known["steps"]))
        self._number.setFixedWidth(88)
        self._number.setAccessibleName(self.tr("Train for"))
        self._number.setToolTip(tip(self.tr("How much training; it can be stopped at any time and gone on with later")))
        self._sentence = label(kind="bad", wrap=True)
        title = label(self.tr("Train for"))
        title.setFixedSize(TITLE_WIDTH - 40, self._number.sizeHint().height())
        box = column(gap=look.HALF)
        box.addWidget(holding(Flow(title, holding(row(self._number, self._measure)))))
        box.addWidget(self._make_patience())
        box.addWidget(self._sentence)
        self.setLayout(box)
        self._number.edited.connect(self._edited)
        self._measure.chosen.connect(self._turned)
        self.setBudget(Budget(minutes=30))

    def _make_patience(self) -> QWidget:
        """The second reason to end: that it is no use to go on."""
        help = self._known["patience"].help
        self._impatient = Check(self.tr("Or stop when the score does not improve for"), help)
        self._patience = NumberEdit(_stepping(self._known["patience"]))
        self._patience.setFixedWidth(64)
        self._patience.setAccessibleName(self.tr("Minutes without a better score"))
        self._patience.setToolTip(tip(help))
        self._patience.setRaw(USUAL_PATIENCE)
        self._patience.setEnabled(False)
        self._impatient.toggled.connect(self._patience.setEnabled)
        self._impatient.toggled.connect(self._edited)
        self._patience.edited.connect(self._edited)
        return holding(row(self._impatient, self._patience, label(self.tr("min")), None))

    def budget(self) -> Budget:
        """The last budget that could be used."""
        return self._budget

    def setBudget(self, budget: Budget) -> None:
        """Show it (of several limits, the first of minutes, kimg, steps); does not emit."""
        self._budget = budget
        measure = next((name for name in USUAL if getattr(budget, name)), "")
        self._measure.setData(measure)
        self._show_number(getattr(budget, measure) if measure else 0)
        with QSignalBlocker(self._impatient), QSignalBlocker(self._patience):
            self._impatient.setChecked(budget.patience > 0)
            self._patience.setEnabled(budget.patience > 0)
            self._patience.setRaw(budget.patience or USUAL_PATIENCE)
        self._say("")

    def sentence(self) -> str:
        """What is wrong with what was typed; '' for nothing."""
        return self._sentence.text()

    def _show_number(self, value: float) -> None:
        with QSignalBlocker(self._number):
            self._number.setRaw(value)
        self._number.setVisible(bool(self._measure.data()))

    def _turned(self, measure: object) -> None:
        if measure:
            self._show_number(USUAL[str(measure)])
        else:
            self._number.hide()
        self._edited()

    def _edited(self, _: object = None) -> None:
        measure = str(self._measure.data())
        try:
            values = {measure: self._known[measure].parse(self._number.raw())} if measure else {}
            if self._impatient.isChecked():
                values["patience"] = self._known["patience"].parse(self._patience.raw())
            budget = Budget(**values)  # type: ignore[arg-type]
        except SettingError as error:
            self._say(str(error))
            return
        self._say("")
        if budget != self._budget:
            self._budget = budget
            self.budgetChanged.emit(budget)

    def _say(self, sentence: str) -> None:
        self._sentence.setText(said(sentence))
        self._sentence.setVisible(bool(sentence))


def _stepping(setting: Setting) -> Setting:
    """Arrow keys go 10, 20, 50, 100 whatever the measure."""
    return Setting(
        name=setting.name, title=setting.title, type=float, default=0.0, help=setting.help, low=1, high=1e9, scale="log"
    )
