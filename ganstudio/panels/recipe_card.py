"""RecipeCard: choose what to learn with."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ganstudio.core.recipe import Recipe
from ganstudio.core.run import Budget


class RecipeCard(QFrame):
    """A gallery of recipes, the presets of the chosen one, a place for its form, and the budget."""

    recipeChanged = Signal(str)
    presetChosen = Signal(str)
    """'' for the recipe's own defaults."""
    budgetChanged = Signal(object)
    """Budget."""

    def __init__(self, recipes: Sequence[type[Recipe]], parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def setForm(self, form: QWidget) -> None:
        """Place the settings form between the presets and the budget."""

    def recipe(self) -> str:
        return ""

    def setRecipe(self, name: str) -> None:
        """Choose without emitting."""

    def preset(self) -> str:
        return ""

    def setPreset(self, name: str) -> None:
        """Mark without emitting; '' for none."""

    def budget(self) -> Budget:
        return Budget()

    def setBudget(self, budget: Budget) -> None:
        """Show it; does not emit."""

    def setRemarks(self, remarks: Mapping[str, str]) -> None:
        """A short remark by recipe name ('about 28 min here'), shown on its card."""
