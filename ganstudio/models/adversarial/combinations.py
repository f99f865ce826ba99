"""Which settings do not go together, and why: told while one edits, and on the command line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ganstudio.core.recipe import Problem
from ganstudio.core.settings import settings_of

if TYPE_CHECKING:
    from ganstudio.models.adversarial.recipe import AdversarialRecipe

SMOOTHED = {"nonsaturating", "minimax", "least-squares"}
"""Objectives with a target that smoothing can move."""
SIGNED = {"nonsaturating", "minimax", "least-squares", "hinge"}
"""Objectives whose D(x) is positive for what looks real, which ADA reads."""


def problems_of(recipe: "AdversarialRecipe") -> list[Problem]:
    rules = (_of_the_recipe, _of_the_batch, _of_the_objective, _of_the_penalty, _of_clipping, _of_remedies)
    return [problem for rule in rules for problem in rule(recipe)]


def _error(sentence: str, *settings: str) -> Problem:
    return Problem("error", settings, sentence)


def _warning(sentence: str, *settings: str) -> Problem:
    return Problem("warning", settings, sentence)


def _of_the_recipe(recipe: "AdversarialRecipe") -> Iterator[Problem]:
    """What this kind of GAN has no use for."""
    for known in settings_of(type(recipe)):
        if known.name in recipe.refuses and getattr(recipe, known.name) != known.default:
            yield _error(
                f"{recipe.title} keeps {known.name} at {known.default}: {recipe.refuses[known.name]}", known.name
            )


def _of_the_batch(recipe: "AdversarialRecipe") -> Iterator[Problem]:
    if recipe.batch > 1:
        return
    if any(recipe.normalised):
        yield _error("BatchNorm needs at least 2 images per step.", "batch")
    elif recipe.minibatch == "discrimination":
        yield _error("Minibatch discrimination compares images, so it needs at least 2 per step.", "batch", "minibatch")


def _of_the_objective(recipe: "AdversarialRecipe") -> Iterator[Problem]:
    if recipe.label_smoothing and recipe.objective not in SMOOTHED:
        sentence = f"Label smoothing moves a target, and the {recipe.objective} objective has none; set it to 0."
        yield _error(sentence, "label_smoothing", "objective")
    if recipe.objective == "minimax":
        sentence = "The minimax loss leaves the generator without a gradient once D is sure; nonsaturating does not."
        yield _warning(sentence, "objective")
    if recipe.objective == "wasserstein" and not (
        recipe.weight_clip or recipe.penalty != "none" or recipe.spectral_norm
    ):
        sentence = (
            "Nothing bounds this Wasserstein critic, so its loss runs away; add a gradient penalty or weight clipping."
        )
        yield _warning(sentence, "objective", "penalty", "weight_clip")


def _of_the_penalty(recipe: "AdversarialRecipe") -> Iterator[Problem]:
    if recipe.penalty == "none":
        return
    if recipe.normalised[1]:
        sentence = (
            "A gradient penalty is about each image by itself, and BatchNorm in the discriminator mixes the images of"
            " a batch; choose another norm, or no penalty."
        )
        yield _error(sentence, "penalty", *recipe.norm_setting)
    if recipe.weight_clip:
        yield _warning(
            "Weight clipping and a gradient penalty do the same job; one is enough.", "weight_clip", "penalty"
        )
    if recipe.penalty_weight == 0:
        yield _warning("A penalty of weight 0 does nothing.", "penalty_weight")


def _of_clipping(recipe: "AdversarialRecipe") -> Iterator[Problem]:
    if not recipe.weight_clip:
        return
    if recipe.spectral_norm:
        sentence = "Spectral norm rescales the weights, so that clipping them means nothing; choose one of the two."
        yield _error(sentence, "weight_clip", "spectral_norm")
    if recipe.optimizer != "rmsprop" and recipe.beta1 > 0:
        sentence = (
            "Weight clipping is unstable with a momentum optimiser (Arjovsky et al. 2017); choose rmsprop, or beta1 0."
        )
        yield _warning(sentence, "weight_clip", "optimizer", "beta1")
    if recipe.objective != "wasserstein":
        yield _warning("Weight clipping is meant for the wasserstein objective.", "weight_clip", "objective")


def _of_remedies(recipe: "AdversarialRecipe") -> Iterator[Problem]:
    if recipe.unrolled_steps and recipe.optimizer == "rmsprop":
        sentence = "Unrolling foresees Adam's updates, not rmsprop's; choose adam or adamw."
        yield _error(sentence, "unrolled_steps", "optimizer")
    bound = recipe.penalty != "none" or recipe.weight_clip
    if recipe.unrolled_steps and bound:
        sentence = "Unrolling foresees the discriminator's updates without its penalty or clipping: another game."
        yield _warning(sentence, "unrolled_steps", "penalty" if recipe.penalty != "none" else "weight_clip")
    if recipe.augment == "ada" and recipe.objective not in SIGNED:
        sentence = f"ADA reads the sign of D(x), which means nothing with the {recipe.objective} objective."
        yield _error(sentence, "augment", "objective")
    if recipe.augment == "diffaugment" and not recipe.augment_policy.strip(", "):
        yield _warning("DiffAugment with an empty policy does nothing.", "augment_policy")
    if recipe.instance_noise_kimg and not recipe.instance_noise:
        yield _warning("There is no instance noise that could fall.", "instance_noise_kimg", "instance_noise")
