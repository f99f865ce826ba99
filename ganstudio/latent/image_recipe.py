"""What an exported picture carries so that its Point can be found again, and the way back. No torch here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ganstudio.latent.point import LAST_SEED, Point, PointError, Seed, from_json, to_json

LONGEST_NAME = 255
"""Of a folder, and so of a run."""


@dataclass(frozen=True)
class ImageRecipe:
    """The Point that a picture was made from, and where."""

    point: Point
    run: str
    step: int
    """-1 if it is not known."""


def recipe_for(point: Point, run: str, step: int) -> dict[str, Any]:
    """The recipe to write into a picture's metadata. `point`: condensed, so that it needs no directions."""
    recipe: dict[str, Any] = {"run": run, "step": step, "psi": point.psi, "point": to_json(point)}
    if isinstance(point.latent, Seed):
        recipe["seed"] = point.latent.seed
    return recipe


def image_recipe_in(recipe: Mapping[str, Any]) -> ImageRecipe | None:
    """The Point in a recipe, also in one that `generate` wrote; None if it does not tell one.

    Raises:
        PointError: there is a Point, and it is damaged.
    """
    run, step = recipe.get("run"), recipe.get("step")
    if not isinstance(run, str) or len(run) > LONGEST_NAME:
        return None
    at = step if isinstance(step, int) and step >= 0 else -1
    if "point" in recipe:
        return ImageRecipe(from_json(recipe["point"]), run, at)
    seed = recipe.get("seed")
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= LAST_SEED:
        return None
    label = recipe.get("label")
    fields: dict[str, Any] = {"latent": {"seed": seed}, "psi": recipe.get("psi", 1.0)}
    if isinstance(label, str) and label:
        fields["classes"] = {label: 1.0}
    return ImageRecipe(from_json(fields), run, at)


__all__ = ["ImageRecipe", "PointError", "image_recipe_in", "recipe_for"]
