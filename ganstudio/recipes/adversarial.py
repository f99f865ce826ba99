"""What every noise-to-image GAN has in common: an objective, optimisers, latents, and the step that joins them."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import Problem, Recipe, Subject
from ganstudio.core.settings import setting

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.core.adversarial import AdversarialSystem

OBJECTIVES = ("nonsaturating",)


@dataclass(frozen=True, kw_only=True)
class AdversarialRecipe(Recipe):
    """Settings shared by the recipes that turn noise into images with one generator and one discriminator."""

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
    optimizer: str = setting("adam", "The optimiser of both networks.", choices=("adam", "adamw"), group="Optimiser")
    generator_lr: float = setting(
        2e-4, "Learning rate of the generator.", low=1e-7, high=1.0, group="Optimiser", first=True, scale="log"
    )
    discriminator_lr: float = setting(
        2e-4, "Learning rate of the discriminator.", low=1e-7, high=1.0, group="Optimiser", first=True, scale="log"
    )
    beta1: float = setting(0.5, "Adam's momentum.", low=0.0, high=0.999, group="Optimiser")
    beta2: float = setting(0.999, "Adam's memory of squared gradients.", low=0.0, high=0.99999, group="Optimiser")

    @abstractmethod
    def networks(self, subject: Subject) -> "tuple[nn.Module, nn.Module]":
        """A generator (B, latent) -> (B, C, H, W) in [-1, 1] and a discriminator (B, C, H, W) -> (B,) logits."""

    def build(self, subject: Subject) -> "AdversarialSystem":
        from ganstudio.core.adversarial import AdversarialSystem

        generator, discriminator = self.networks(subject)
        return AdversarialSystem(self, generator, discriminator, subject)

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.batch < 2:
            found.append(Problem("error", ("batch",), "BatchNorm needs at least 2 images per step."))
        return found
