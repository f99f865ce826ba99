"""WGAN with clipped weights (Arjovsky et al. 2017) and with a gradient penalty (Gulrajani et al. 2017)."""

from dataclasses import dataclass

from ganstudio.core.recipe import Preset, Recipe
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed
from ganstudio.models.dcgan.recipe import DCGAN


@dataclass(frozen=True, kw_only=True)
class WGAN(DCGAN):
    """A critic that scores instead of judging, five updates ahead of the generator, its weights kept small."""

    name = "wgan"
    title = "WGAN"
    summary = "A critic measures how far the pictures are from real ones; its loss falls as they get better."
    when = "When a GAN collapses or its losses say nothing; slower, because the critic moves five times as often."
    paper = "Arjovsky, Chintala, Bottou 2017, Wasserstein GAN, arXiv 1701.07875"
    note = "Notes 2 and 4"
    presets = {
        "arjovsky": Preset(
            "Arjovsky et al.", "RMSprop at 0.00005, weights cut to 0.01, five critic steps, 64 channels", {"width": 64}
        ),
    }  # fmt: skip

    batch: int = changed(Recipe, "batch", 64)
    objective: str = changed(AdversarialRecipe, "objective", "wasserstein")
    optimizer: str = changed(AdversarialRecipe, "optimizer", "rmsprop")
    generator_lr: float = changed(AdversarialRecipe, "generator_lr", 5e-5)
    discriminator_lr: float = changed(AdversarialRecipe, "discriminator_lr", 5e-5)
    weight_clip: float = changed(AdversarialRecipe, "weight_clip", 0.01, first=True)
    n_critic: int = changed(AdversarialRecipe, "n_critic", 5, first=True)


@dataclass(frozen=True, kw_only=True)
class WGANGP(DCGAN):
    """The same critic, kept to slopes of length k by a penalty; no BatchNorm in it."""

    name = "wgan-gp"
    title = "WGAN-GP"
    summary = "A Wasserstein critic whose slope is held at 1 by a penalty instead of clipping its weights."
    when = "The steadiest of the classic GANs; choose it when others collapse and time is no matter."
    paper = "Gulrajani et al. 2017, Improved Training of Wasserstein GANs, arXiv 1704.00028"
    note = "Notes 2 and 4"
    presets = {
        "gulrajani": Preset(
            "Gulrajani et al.", "Lambda 10, k = 1, five critic steps, Adam at 0.0001 with betas 0 and 0.9",
            {"width": 64},
        ),
        "zero": Preset("Slope 0", "The same with k = 0, which the second note's formula leaves open",
                       {"penalty_target": 0.0}),
    }  # fmt: skip

    batch: int = changed(Recipe, "batch", 64)
    objective: str = changed(AdversarialRecipe, "objective", "wasserstein")
    penalty: str = changed(AdversarialRecipe, "penalty", "wgan-gp", first=True)
    penalty_weight: float = changed(AdversarialRecipe, "penalty_weight", 10.0, first=True)
    penalty_target: float = changed(AdversarialRecipe, "penalty_target", 1.0, first=True)
    n_critic: int = changed(AdversarialRecipe, "n_critic", 5, first=True)
    generator_lr: float = changed(AdversarialRecipe, "generator_lr", 1e-4)
    discriminator_lr: float = changed(AdversarialRecipe, "discriminator_lr", 1e-4)
    beta1: float = changed(AdversarialRecipe, "beta1", 0.0)
    beta2: float = changed(AdversarialRecipe, "beta2", 0.9)
    discriminator_norm: str = changed(DCGAN, "discriminator_norm", "layer")
