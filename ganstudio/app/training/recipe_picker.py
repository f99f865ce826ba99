"""The right-hand side of a page before a run: what to learn with, how long, and Start."""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.core.recipe import Preset, Problem, Recipe
from ganstudio.core.run import Budget
from ganstudio.core.settings import SettingError, Value, from_mapping, values_of
from ganstudio.panels import look
from ganstudio.panels.parts.areas import scrolling
from ganstudio.panels.parts.controls import Button, LineField, column, label, row
from ganstudio.panels.parts.language import figure, said
from ganstudio.panels.training.recipe_card import RecipeCard
from ganstudio.panels.training.settings_form import SettingsForm
from ganstudio.workflows.own_presets import OwnPresets, PresetError
from ganstudio.workflows.preflight import Finding, Remedy, preflight
from ganstudio.workflows.run_names import problem_with

WIDTH = 576
"""Of the column at most: four recipes in a row."""


class RecipeColumn(QWidget):
    """The gallery, the form of the chosen recipe and the budget; below, what is in the way of Start."""

    changed = Signal()
    """The recipe or one of its settings."""
    budgetChanged = Signal()
    startRequested = Signal()
    queueRequested = Signal()
    """As Start, but when the runs before it have ended."""
    remedyWanted = Signal(object)
    """preflight.Remedy: the person asks for what puts it right."""
    complained = Signal(str)
    """A sentence: a preset cannot be kept, or those that were kept cannot be read."""

    def __init__(self, recipes: Iterable[type[Recipe]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = SettingsForm()
        self.card = RecipeCard(recipes)
        self.card.setForm(self.form)
        self.start_button = Button(self.tr("Start"), self.tr("Begin training (Ctrl+Return)"), icon="play", kind="main")
        self.queue_button = Button(
            self.tr("Add to queue"), self.tr("Train it when the runs before it have ended; see Runs"), icon="list"
        )
        self.name = LineField(self.tr("Name"), self.tr("What the run is called; empty: by its pictures and recipe"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setMaxLength(120)
        self.name.setMinimumWidth(96)
        self.readiness = label(wrap=True, kind="muted")
        self.remedy_button = Button("", self.tr("Put right what is in the way of Start"))
        self._remedy: Remedy | None = None
        self._own: OwnPresets | None = None
        self._undo: Callable[[], None] = lambda: None
        """Takes back what was done last with a preset of the person's own."""
        self._lay_out()
        self.card.recipeChanged.connect(lambda name: self.setRecipe(name, "", {}))
        self.card.presetChosen.connect(lambda preset: self.setRecipe(self.card.recipe(), preset, {}))
        presets = self.card.presets
        presets.saveWanted.connect(lambda name: self._try(lambda: self._save(name, self.form.value())))
        presets.renameWanted.connect(lambda name, to: self._try(lambda: self._rename(name, to)))
        presets.deleteWanted.connect(lambda name: self._try(lambda: self._delete(name)))
        presets.undoWanted.connect(lambda: self._try(self._undo))
        self.card.budgetChanged.connect(self._budget_edited)
        self.form.valueChanged.connect(self._edited)
        self.form.validityChanged.connect(self.changed)
        self.start_button.clicked.connect(self.startRequested)
        self.queue_button.clicked.connect(self.queueRequested)
        self.name.textChanged.connect(lambda _: self.changed.emit())
        self.remedy_button.clicked.connect(lambda: self.remedyWanted.emit(self._remedy))

    def setRecipe(self, name: str, preset: str, changes: Mapping[str, Any]) -> None:
        """Choose a recipe, one of its presets, and values that differ from it; what does not exist is passed over."""
        recipe = self.card.recipe_called(name)
        self.card.setRecipe(name)
        start, known = self._beginning(recipe, preset)
        self.card.setPreset(known)
        self.form.setOwner(recipe)
        self.form.setDefaults(values_of(start))
        self.form.setValue(values_of(start))
        with contextlib.suppress(SettingError):
            self.form.setValue(values_of(start.with_values(changes)))
        self._tell()

    def setPresets(self, own: OwnPresets) -> None:
        """Where the person's own presets are kept."""
        self._own = own
        self.card.setOwnPresets(self._presets_of)

    def kind(self) -> type[Recipe]:
        """Whose settings the form shows."""
        return self.card.recipe_called(self.card.recipe())

    def recipe(self) -> Recipe | None:
        """The recipe as the form says it; None while the form holds something that no recipe is."""
        try:
            return from_mapping(self.kind(), self.form.value())
        except SettingError:
            return None

    def problems(self) -> list[Problem]:
        try:
            return from_mapping(self.kind(), self.form.value()).problems()
        except SettingError as error:
            return [Problem("error", (error.name,), str(error))]

    def values(self) -> dict[str, Value]:
        """What a run is given as its settings."""
        return self.form.value()

    def setBudget(self, budget: Budget) -> None:
        """Show it; does not emit."""
        self.card.setBudget(budget)

    def put_right(self, values: Mapping[str, Value]) -> None:
        """Set these, as if the person had typed them."""
        self.form.setValue(values)
        self._edited()

    def finding(self) -> Finding | None:
        """Why these settings cannot be trained, whatever the pictures; None when they can."""
        if not self.form.isValid():
            return Finding(self.tr("A setting cannot be used as it is; the sentence beside it says why."))
        recipe = self.recipe()
        if self.run_name() and (problem := problem_with(self.run_name())):
            return Finding(problem)
        findings = preflight(recipe) if recipe else []
        return findings[0] if findings else None

    def run_name(self) -> str:
        """What the person calls the run; '' for nothing."""
        return self.name.text().strip()

    def say(self, finding: Finding | None, promise: str, *, may_wait: bool = False) -> None:
        """What is in the way of Start with the button that puts it right, or else what Start would do.

        `may_wait`: nothing but another run is in the way, so it can be put into the queue.
        """
        self._remedy = finding.remedy if finding else None
        self.start_button.setEnabled(finding is None)
        self.queue_button.setEnabled(finding is None or may_wait)
        self.readiness.setText(said(finding.sentence) if finding else promise)
        self.remedy_button.setVisible(self._remedy is not None)
        self.name.setVisible(self._remedy is None)
        if self._remedy:
            self.remedy_button.setText(said(self._remedy.title))

    def ends(self, what: str) -> str:
        """`what` will be trained, and when that ends, as a sentence."""
        end = budget_text(self.card.budget())
        if end:
            return self.tr("{0}; ends after {1}.").format(what, end)
        return self.tr("{0}; until you stop it.").format(what)

    def _lay_out(self) -> None:
        self.remedy_button.hide()
        foot = row(self.name, self.remedy_button, self.queue_button, self.start_button)
        foot.setStretch(0, 1)
        self._area = scrolling(self.card)
        below = column(self.readiness, gap=look.UNIT)
        below.addLayout(foot)
        box = column(self._area, gap=look.GAP)
        box.setStretch(0, 1)
        box.addLayout(below)
        self.setLayout(box)
        self.setMaximumWidth(WIDTH)

    def _edited(self, _: object = None) -> None:
        """The person changed a setting."""
        self._tell()

    def _budget_edited(self, _: object = None) -> None:
        self.budgetChanged.emit()

    def _tell(self) -> None:
        self.form.setProblems(self.problems())
        self.card.presets.setSavable(self.form.isValid())
        self.changed.emit()

    # The person's own presets -------------------------------------------------------------------------------------

    def _presets_of(self, recipe: type[Recipe]) -> Mapping[str, Preset] | None:
        """None: this recipe has none."""
        try:
            return self._own.of(recipe) if self._own else None
        except PresetError as error:
            self.complained.emit(str(error))
            return {}

    def _beginning(self, kind: type[Recipe], preset: str) -> tuple[Recipe, str]:
        """The recipe as the preset of this name says, and the name; the defaults where there is none any more."""
        with contextlib.suppress(SettingError, PresetError):
            return (self._own.recipe(kind, preset) if self._own else kind.preset(preset)), preset
        return kind.preset(""), ""

    def _save(self, name: str, values: Mapping[str, Value]) -> None:
        """Keep settings as a preset, in the place of one of that name."""
        assert self._own
        before = self._own.save(self.kind(), name, values)
        said = self.tr("“\u2068{0}\u2069” is replaced.") if before else self.tr("“\u2068{0}\u2069” is saved.")
        self._chose(name, said.format(name))
        self._undo = (lambda: self._save(name, before.values)) if before else lambda: self._delete(name)

    def _rename(self, name: str, to: str) -> None:
        assert self._own
        self._own.rename(self.kind(), name, to)
        self._chose(to, self.tr("“\u2068{0}\u2069” is called “\u2068{1}\u2069” now.").format(name, to))
        self._undo = lambda: self._rename(to, name)

    def _delete(self, name: str) -> None:
        """The settings in the form stay."""
        assert self._own
        before = self._own.delete(self.kind(), name)
        self._chose("", self.tr("“\u2068{0}\u2069” is deleted.").format(name))
        self._undo = lambda: self._save(name, before.values)

    def _chose(self, preset: str, sentence: str) -> None:
        """Show the presets as they are now, this one chosen; what is in the form is measured by it."""
        self.card.refreshPresets()
        self.card.setPreset(preset)
        self.card.presets.say(sentence)
        self.form.setDefaults(values_of(self._beginning(self.kind(), preset)[0]))
        self._tell()

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except PresetError as error:
            self.complained.emit(str(error))


def budget_text(budget: Budget) -> str:
    """'10 min or 500 steps', '' when there is no end."""
    parts = []
    if budget.minutes:
        parts.append(_tr("{0} min").format(figure(budget.minutes, "g")))
    if budget.kimg:
        parts.append(_tr("{0} kimg").format(figure(budget.kimg, "g")))
    if budget.steps:
        parts.append(_tr("{0} steps").format(figure(budget.steps)))
    if budget.patience:
        parts.append(_tr("{0} min without a better score").format(figure(budget.patience, "g")))
    return _tr(" or ").join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Budget", text)
