"""What every noise-to-image GAN has in common: an objective, penalties, remedies, optimisers, latents, and the step."""

import dataclasses
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ganstudio.core.recipe import ImageSpec, Problem, Recipe
from ganstudio.core.settings import SettingError, Value, setting
from ganstudio.models.adversarial.combinations import problems_of

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.adversarial.system import AdversarialSystem

OBJECTIVES = (
    "nonsaturating", "minimax", "least-squares", "hinge", "wasserstein", "relativistic", "relativistic-average",
)  # fmt: skip
PENALTIES = ("none", "wgan-gp", "zero-centred", "r1", "r2", "r1+r2")
POLICIES = ("colour", "translation", "cutout")


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

    objective: str = setting("nonsaturating", "What the two networks play for.", choices=OBJECTIVES, group="Objective")
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
        title="Gradient penalty", choices=PENALTIES, group="Penalty",
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
        " is among them; beyond 30,000 images it is better without.",
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

        return AdversarialSystem(self, *self.networks(image_spec), image_spec)

    def problems(self) -> list[Problem]:
        return super().problems() + problems_of(self)


def changed(owner: type[Recipe], name: str, default: Value, **known: Any) -> Any:
    """The setting `name` of `owner` again, with another default (and other `known` words) for a subclass."""
    field = next(one for one in dataclasses.fields(owner) if one.name == name)
    return dataclasses.field(default=default, metadata={"setting": field.metadata["setting"] | known})
