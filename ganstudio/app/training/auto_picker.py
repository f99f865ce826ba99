"""The recipe column of the Train page, with Auto as its first recipe."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ganstudio.app.training.recipe_picker import WIDTH, RecipeColumn, budget_text
from ganstudio.core.recipe import Preset, Problem, Recipe
from ganstudio.core.run import Budget
from ganstudio.core.settings import SettingError, Value
from ganstudio.models.auto import MINUTES, Auto, Choice, ImageFacts, choose_recipe
from ganstudio.panels.parts.controls import Button
from ganstudio.panels.parts.language import figure, said
from ganstudio.panels.training.auto_card import AutoCard

PLAIN, THREE = 320, 408
"""Width of the column with one sentence, and with three recipes in a row, at least."""


class AutoColumn(RecipeColumn):
    """While Auto is chosen, the form shows the recipe that it would take, filled in.

    What the person sets is kept, as far as the recipe has such a setting, and the rest follows it. Speed is measured
    when training begins; until then the largest size that suits the images is assumed.
    """

    def __init__(self, recipes: Iterable[type[Recipe]], parent: QWidget | None = None) -> None:
        """`recipes` beside Auto: not asked for before the person wants to choose."""
        super().__init__(chain((Auto,), recipes), parent)
        self._facts: ImageFacts | None = None
        self._device = "cpu"
        self._kept: dict[str, Value] = {}
        self._own_budget = False
        self._choice: Choice | None = None
        self.plain = AutoCard()
        self.plain.ownChoiceWanted.connect(lambda: self.setFolded(False))
        self.fold_button = Button(self.tr("Leave it to Auto"), self.tr("Show one sentence instead"), kind="link")
        self.fold_button.clicked.connect(self._leave_it)
        self._folded = False
        self._place()
        self.setFolded(True)

    def _place(self) -> None:
        """The sentence instead of the gallery, with Start right below it."""
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(0, self.plain)
        self.card.setCorner(self.fold_button)
        box.addStretch()  # takes the room that the gallery leaves while it is folded away

    @property
    def folded(self) -> bool:
        """Whether only the sentence of Auto is shown."""
        return self._folded

    def setFolded(self, folded: bool) -> None:
        """One sentence, or all there is to choose from; a choice of the person's own is never folded away."""
        self._folded = folded and self.is_auto
        self.plain.setVisible(self._folded)
        self._area.setVisible(not self._folded)
        self.setMinimumWidth(PLAIN if self._folded else THREE)
        self.setMaximumWidth(THREE if self._folded else WIDTH)

    def _leave_it(self) -> None:
        self.setRecipe(Auto.name, "", {})
        self.setFolded(True)

    @property
    def may_shrink(self) -> bool:
        """Whether the size on show is only the largest that training may begin with."""
        return self.is_auto and self._choice is not None and self._choice.at_most

    @property
    def is_auto(self) -> bool:
        return self.card.recipe() == Auto.name

    def setRecipe(self, name: str, preset: str, changes: Mapping[str, Any]) -> None:
        if name != Auto.name:
            self._choice = None
            self.card.setChoice("", "")
            self.form.show()
            self.setFolded(False)
            super().setRecipe(name, preset, changes)
            return
        self._kept = dict(changes)
        self.card.setRecipe(name)
        self._choose()
        if self._kept:
            self.setFolded(False)

    def setFacts(self, facts: ImageFacts | None) -> None:
        """What is known of the images; None when there are none."""
        if facts != self._facts:
            self._facts = facts
            self._choose()

    def facts(self) -> ImageFacts | None:
        return self._facts

    def setDevice(self, kind: str) -> None:
        """The kind of device that the next run trains on: 'cpu', 'cuda' or 'mps'."""
        if kind != self._device:
            self._device = kind
            self._choose()

    def setBudget(self, budget: Budget) -> None:
        """Show it, and let Auto change it only if it is one of its own."""
        self._own_budget = budget not in {Budget(minutes=minutes) for minutes in MINUTES.values()}
        super().setBudget(budget)
        self._choose()

    def kind(self) -> type[Recipe]:
        return type(self._choice.made) if self._choice else super().kind()

    def _presets_of(self, recipe: type[Recipe]) -> Mapping[str, Preset] | None:
        return None if recipe is Auto else super()._presets_of(recipe)

    def problems(self) -> list[Problem]:
        return [] if self.is_auto and not self._choice else super().problems()

    def values(self) -> dict[str, Value]:
        """With Auto, only what the person set: the rest is decided when training begins."""
        return dict(self._kept) if self.is_auto else super().values()

    def _edited(self, _: object = None) -> None:
        if self.is_auto:
            self._kept = {name: value for name, value in self.form.value().items() if self.form.row(name).isChanged()}
            self._choose()
        else:
            super()._edited()

    def _budget_edited(self, _: object = None) -> None:
        self._own_budget = True
        super()._budget_edited()
        self._say()

    def _choose(self) -> None:
        """Show what Auto takes for these images, on this device, with what the person has set."""
        if not self.is_auto:
            return
        self._choice = None
        if self._facts:
            free = choose_recipe(self._facts, self._device)
            self._kept = {name: value for name, value in self._kept.items() if name in free.values}
            self._choice = self._with_kept(self._facts) or free
            self._show(self._choice, free)
        else:
            self.card.setChoice("", self.tr("Drop pictures on the left, and this says what it would choose for them."))
        self.form.setVisible(self._choice is not None)
        self._say()
        self._tell()

    def _say(self) -> None:
        """The one sentence."""
        choice = self._choice
        if choice is None:
            because = self.tr("It looks at how many there are, how large they are, and what this computer can do.")
            self.plain.say(self.tr("Auto picks what suits your pictures"), because)
            return
        size = self.tr("pictures of up to {0} px") if choice.at_most else self.tr("{0} px pictures")
        what = size.format(choice.made.resolution)
        if self._facts and self._facts.classes >= 2:
            what = self.tr("{0} in {1} classes").format(what, self._facts.classes)
        because = said(choice.because)
        self.plain.say(self._until(what), because[:1].upper() + because[1:])

    def _until(self, what: str) -> str:
        """'Will learn 32 px pictures in about 30 minutes', by the budget that is set."""
        budget = self.card.budget()
        if budget.minutes >= 90:
            return self.tr("Will learn {0} in about {1} hours").format(what, figure(budget.minutes / 60, ".2g"))
        if budget.minutes:
            return self.tr("Will learn {0} in about {1} minutes").format(what, figure(budget.minutes, ".3g"))
        end = budget_text(budget)
        if end:
            return self.tr("Will learn {0}, for {1}").format(what, end)
        return self.tr("Will learn {0} until you stop it").format(what)

    def _with_kept(self, facts: ImageFacts) -> Choice | None:
        minutes = self.card.budget().minutes if self._own_budget else 0.0
        try:
            return choose_recipe(facts, self._device, minutes=minutes, fixed=self._kept)
        except SettingError:  # remembered from a version that allowed it
            self._kept = {}
            return None

    def _show(self, choice: Choice, free: Choice) -> None:
        self.card.setChoice(choice.headline, choice.because)
        self.form.setOwner(type(choice.made))
        self.form.setDefaults(choice.values | {name: free.values[name] for name in self._kept})
        shown = self.form.value()
        self.form.setValue({name: value for name, value in choice.values.items() if shown[name] != value})
        if not self._own_budget:
            self.card.setBudget(choice.budget)
