"""Every recipe and preset in a size that trains within milliseconds, and batches for it."""

from collections.abc import Iterator

import torch

from ganstudio.core.recipe import ImageSpec, Recipe
from ganstudio.core.resolution import shape_of
from ganstudio.core.settings import settings_of
from ganstudio.core.system import Batch
from ganstudio.models.adversarial.game import Game
from ganstudio.models.gallery import RECIPES

CLASSES = ("boots", "coats", "hats")
SMALL = {
    "batch": 4,
    "latent": 8,
    "width": 8,
    "widest": 16,
    "generator_widths": "16,16",
    "discriminator_widths": "16,16",
    "fade_kimg": 0.008,
    "stable_kimg": 0.004,
    "style_size": 8,
    "channel_base": 128,
    "blocks": 1,
    "discriminator_width": 4,
}


def small(recipe: Recipe) -> Recipe:
    """The same with tiny networks and images of 8 or 16 px."""
    known = {field.name for field in settings_of(type(recipe))}
    size = next(side for side in (8, 16, 32, 64, 128) if not type(recipe).resolution_problem(side))
    tiny = recipe.with_values({name: value for name, value in SMALL.items() if name in known} | {"resolution": size})
    if any("resolution" in problem.settings for problem in tiny.problems()):
        tiny = tiny.with_values({"resolution": 16})
    return tiny


def every_recipe() -> Iterator[tuple[str, Recipe]]:
    """(name, recipe) for the defaults and every preset of every noise-to-image recipe, made small."""
    for kind in RECIPES:
        if kind.task == "generate":
            yield kind.name, small(kind())
            for preset in kind.presets:
                yield f"{kind.name}/{preset}", small(kind.preset(preset))


def image_spec_of(recipe: Recipe) -> ImageSpec:
    return ImageSpec(3, CLASSES if getattr(recipe, "conditional", False) else ())


def batch_of(recipe: Recipe | Game, step: int = 0) -> Batch:
    generator = torch.Generator().manual_seed(step)
    images = torch.rand(recipe.batch, 3, *shape_of(recipe.resolution), generator=generator) * 2 - 1
    labels = torch.arange(recipe.batch) % len(CLASSES)
    return Batch(images, labels)
