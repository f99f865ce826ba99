"""The recipe column of the Train page, with Auto as its first recipe."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ganstudio.app.training.recipe_picker import RecipeColumn
from ganstudio.core.recipe import Problem, Recipe
from ganstudio.core.run import Budget
from ganstudio.core.settings import SettingError, Value
from ganstudio.models import by_name
from ganstudio.models.auto import MINUTES, Auto, Choice, ImageFacts, choose_recipe


class AutoColumn(RecipeColumn):
    """While Auto is chosen, the form shows the recipe that it would take, filled in.

    What the person sets is kept, as far as the recipe has such a setting, and the rest follows it. Speed is measured
    when training begins; until then the largest size that suits the images is assumed.
    """

    def __init__(self, recipes: Sequence[type[Recipe]], parent: QWidget | None = None) -> None:
        super().__init__((Auto, *recipes), parent)
        self._facts: ImageFacts | None = None
        self._device = "cpu"
        self._kept: dict[str, Value] = {}
        self._own_budget = False
        self._choice: Choice | None = None

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
            super().setRecipe(name, preset, changes)
            return
        self._kept = dict(changes)
        self.card.setRecipe(name)
        self._choose()

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
        return type(self._choice.made) if self._choice else by_name(self.card.recipe())

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
        self._tell()

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
