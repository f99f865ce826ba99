"""RecipeCard with its parts: the sketch of an architecture on each tile, and the row of the budget."""

from ganstudio.panels.training.recipe_card.card import RecipeCard

__all__ = ["RecipeCard"]
