"""What every noise-to-image GAN has in common: an objective, penalties, remedies, optimisers, latents, and the step."""

import dataclasses
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ganstudio.core.recipe import ImageSpec, Problem, Recipe
from ganstudio.core.settings import SettingError, Value, setting, settings_of
from ganstudio.models.adversarial.game import PENALTIES, POLICIES, Game
from ganstudio.models.adversarial.objectives import OBJECTIVES

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.adversarial.system import AdversarialSystem


@dataclass(frozen=True, kw_only=True)
class AdversarialRecipe(Recipe):
    """Settings shared by the recipes that turn noise into images with a generator and a discriminator."""

    conditional: ClassVar[bool] = False
    """True if it learns classes; its generator then takes labels (B,) behind z."""
    refuses: ClassVar[Mapping[str, str]] = {}
    """Settings of this class that mean nothing to a recipe, and why: they must keep its defaults."""
    norm_setting: ClassVar[tuple[str, ...]] = ()
    """The setting, if any, that chooses the discriminator's norm."""

    latent: int = setting(
        100, "Numbers in the noise vector z that an image is made from.", low=1, high=2048, first=True
    )
    prior: str = setting(
        "normal", "How z is drawn: from a normal distribution, or evenly from 0 to 1.",
        choices=("normal", "uniform"), group="Latent space",
    )  # fmt: skip

    objective: str = setting(
        "nonsaturating", "What the two networks play for.", choices=tuple(OBJECTIVES), group="Objective"
    )
    label_smoothing: float = setting(
        0.0, "The discriminator's target for real images is 1 minus this; fakes keep 0 (one-sided).",
        low=0.0, high=0.5, group="Objective",
    )  # fmt: skip
    n_critic: int = setting(
        1, "Updates of the discriminator for each one of the generator. A step is one update of the discriminator.",
        title="Discriminator steps", low=1, high=100, group="Objective",
    )  # fmt: skip

    penalty: str = setting(
        "none", "Keeps the discriminator from growing too steep: at reals (r1), fakes (r2), or points in between.",
        title="Gradient penalty", choices=tuple(PENALTIES), group="Penalty",
    )  # fmt: skip
    penalty_weight: float = setting(
        10.0, "How much the penalty counts: lambda, or gamma for r1 and r2.", low=0.0, high=1e5, group="Penalty"
    )
    penalty_target: float = setting(
        1.0, "The length of gradient that wgan-gp asks for, k; the others ask for 0.", low=0.0, high=100.0,
        group="Penalty",
    )  # fmt: skip
    penalty_interval: int = setting(
        1, "The penalty is taken every so many steps and counts as many times: cheaper, nearly as good.",
        low=1, high=64, unit="steps", group="Penalty",
    )  # fmt: skip
    weight_clip: float = setting(
        0.0, "After each step every weight of the critic is cut to plus or minus this; 0: not.",
        title="Weight clipping", low=0.0, high=10.0, group="Penalty",
    )  # fmt: skip
    drift: float = setting(
        0.0, "Weight of D(x)\u00b2, which keeps a critic's scores from drifting away from 0.",
        low=0.0, high=10.0, group="Penalty",
    )  # fmt: skip

    instance_noise: float = setting(
        0.0, "Spread of noise added to everything the discriminator sees, while images go from -1 to 1.",
        low=0.0, high=2.0, group="Remedies",
    )  # fmt: skip
    instance_noise_kimg: float = setting(
        0.0, "Thousand images over which that noise falls to nothing; 0: it stays.",
        low=0.0, high=1e5, unit="kimg", group="Remedies",
    )  # fmt: skip
    minibatch: str = setting(
        "none", "Shows the discriminator how alike the images of a batch are, which gives a collapsed generator away.",
        title="Minibatch statistics", choices=("none", "discrimination", "stddev"), group="Remedies",
    )  # fmt: skip
    unrolled_steps: int = setting(
        0, "The generator plays against the discriminator as it will be in so many updates; 0: as it is.",
        title="Unrolled discriminator", low=0, high=10, unit="steps", group="Remedies",
    )  # fmt: skip
    discriminators: int = setting(
        1, "Several discriminators with different beginnings; the generator plays against their mean.",
        low=1, high=8, group="Remedies",
    )  # fmt: skip
    feature_matching: float = setting(
        0.0, "How much the generator also matches the discriminator's mean features of real images; 0: not.",
        low=0.0, high=1000.0, group="Remedies",
    )  # fmt: skip
    spectral_norm: bool = setting(
        False,
        "Each convolution and linear layer of the discriminator is divided by its largest singular value.",
        group="Remedies",
    )

    augment: str = setting(
        "none", "Changes that reals and fakes undergo before the discriminator: against learning few images by heart.",
        title="Augmentation", choices=("none", "diffaugment", "ada"), group="Augmentation",
    )  # fmt: skip
    augment_policy: str = setting(
        "colour,translation,cutout",
        "What DiffAugment does: colour, translation, cutout, in any combination. ADA changes colours only where colour"
        " is among them. For many images, translation alone.",
        group="Augmentation",
    )  # fmt: skip
    ada_target: float = setting(
        0.6, "ADA strengthens the changes while the mean sign of D(x) is above this.", low=0.0, high=1.0,
        title="ADA target", group="Augmentation",
    )  # fmt: skip
    ada_kimg: float = setting(
        500.0, "Thousand images in which ADA's strength can go from 0 to 1.", low=1.0, high=1e5, unit="kimg",
        title="ADA speed", group="Augmentation",
    )  # fmt: skip

    optimizer: str = setting(
        "adam", "The optimiser of both networks.", choices=("adam", "adamw", "rmsprop"), group="Optimiser"
    )
    generator_lr: float = setting(
        2e-4, "Learning rate of the generator.", low=1e-7, high=1.0, group="Optimiser", first=True, scale="log"
    )
    discriminator_lr: float = setting(
        2e-4, "Learning rate of the discriminator.", low=1e-7, high=1.0, group="Optimiser", first=True, scale="log"
    )
    beta1: float = setting(0.5, "Adam's momentum.", low=0.0, high=0.999, group="Optimiser")
    beta2: float = setting(0.999, "Adam's memory of squared gradients.", low=0.0, high=0.99999, group="Optimiser")

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in self.augment_policy.split(","):
            if name.strip() and name.strip() not in POLICIES:
                known = ", ".join(POLICIES)
                raise SettingError("augment_policy", f"augment_policy takes {known}, with commas; not {name!r}.")

    @abstractmethod
    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        """A network from z (B, latent), and labels (B,) if conditional, to images (B, C, H, W) in [-1, 1]."""

    @abstractmethod
    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        """A network from images (B, C, H, W), and labels (B,) if conditional, to logits (B,)."""

    @property
    def normalised(self) -> tuple[bool, bool]:
        """Whether the generator, and whether the discriminator, has BatchNorm."""
        return False, False

    def networks(self, image_spec: ImageSpec) -> "tuple[nn.Module, nn.Module]":
        """The generator and the discriminator, which is a jury if there are several."""
        from ganstudio.models.adversarial.layers import Jury, with_spectral_norm

        generator = self.generator(image_spec)
        critics = [self.critic(image_spec) for _ in range(self.discriminators)]
        if self.spectral_norm:
            critics = [with_spectral_norm(critic) for critic in critics]
        return generator, critics[0] if len(critics) == 1 else Jury(critics)

    def build(self, image_spec: ImageSpec) -> "AdversarialSystem":
        from ganstudio.models.adversarial.system import AdversarialSystem

        return AdversarialSystem(self.values_for(Game), *self.networks(image_spec), image_spec)

    def problems(self) -> list[Problem]:
        rules = (_of_the_recipe, _of_the_batch, _of_the_objective, _of_the_penalty, _of_clipping, _of_remedies)
        return super().problems() + [problem for rule in rules for problem in rule(self)]


def changed(owner: type[Recipe], name: str, default: Value, **known: Any) -> Any:
    """The setting `name` of `owner` again, with another default (and other `known` words) for a subclass."""
    field = next(candidate for candidate in dataclasses.fields(owner) if candidate.name == name)
    return dataclasses.field(default=default, metadata={"setting": field.metadata["setting"] | known})


# What does not go together, and why: told while one edits, and on the command line -----------------------------------


def _error(sentence: str, *settings: str) -> Problem:
    return Problem("error", settings, sentence)


def _warning(sentence: str, *settings: str) -> Problem:
    return Problem("warning", settings, sentence)


def _of_the_recipe(recipe: AdversarialRecipe) -> Iterator[Problem]:
    """What this kind of GAN has no use for."""
    for known in settings_of(type(recipe)):
        if known.name in recipe.refuses and getattr(recipe, known.name) != known.default:
            yield _error(
                f"{recipe.title} keeps {known.name} at {known.default}: {recipe.refuses[known.name]}", known.name
            )


def _of_the_batch(recipe: AdversarialRecipe) -> Iterator[Problem]:
    if recipe.batch > 1:
        return
    if any(recipe.normalised):
        yield _error("BatchNorm needs at least 2 images per step.", "batch")
    elif recipe.minibatch == "discrimination":
        yield _error("Minibatch discrimination compares images, so it needs at least 2 per step.", "batch", "minibatch")


def _of_the_objective(recipe: AdversarialRecipe) -> Iterator[Problem]:
    if recipe.label_smoothing and not OBJECTIVES[recipe.objective].smoothing:
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


def _of_the_penalty(recipe: AdversarialRecipe) -> Iterator[Problem]:
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


def _of_clipping(recipe: AdversarialRecipe) -> Iterator[Problem]:
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


def _of_remedies(recipe: AdversarialRecipe) -> Iterator[Problem]:
    if recipe.unrolled_steps and recipe.optimizer == "rmsprop":
        sentence = "Unrolling foresees Adam's updates, not rmsprop's; choose adam or adamw."
        yield _error(sentence, "unrolled_steps", "optimizer")
    bound = recipe.penalty != "none" or recipe.weight_clip
    if recipe.unrolled_steps and bound:
        sentence = "Unrolling foresees the discriminator's updates without its penalty or clipping: another game."
        yield _warning(sentence, "unrolled_steps", "penalty" if recipe.penalty != "none" else "weight_clip")
    if recipe.augment == "ada" and not OBJECTIVES[recipe.objective].signed:
        sentence = f"ADA reads the sign of D(x), which means nothing with the {recipe.objective} objective."
        yield _error(sentence, "augment", "objective")
    if recipe.augment == "diffaugment" and not recipe.augment_policy.strip(", "):
        yield _warning("DiffAugment with an empty policy does nothing.", "augment_policy")
    if recipe.instance_noise_kimg and not recipe.instance_noise:
        yield _warning("There is no instance noise that could fall.", "instance_noise_kimg", "instance_noise")
