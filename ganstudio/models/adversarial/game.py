"""The values that the System of a noise-to-image GAN trains with, and the penalties and augmentations there are.

No torch here: the form, the command line and the refusals read these tables before torch is loaded. A new penalty is a
function in `penalties` and its name here; objectives have a table of their own (`objectives`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ganstudio.core.resolution import Resolution

PENALTIES: Mapping[str, str] = {
    "none": "", "wgan-gp": "wgan_gp", "zero-centred": "zero_centred", "r1": "r1", "r2": "r2", "r1+r2": "r1_and_r2",
}  # fmt: skip
"""By the name that a person chooses: the function in `penalties`."""
POLICIES = ("colour", "translation", "cutout")
"""What DiffAugment can do."""


@dataclass(frozen=True, kw_only=True)
class Game:
    """The values that an adversarial System trains with, named as the settings of `AdversarialRecipe`."""

    resolution: Resolution
    batch: int
    conditional: bool
    latent: int
    prior: str
    objective: str
    label_smoothing: float
    n_critic: int
    penalty: str
    penalty_weight: float
    penalty_target: float
    penalty_interval: int
    weight_clip: float
    drift: float
    instance_noise: float
    instance_noise_kimg: float
    unrolled_steps: int
    feature_matching: float
    augment: str
    augment_policy: str
    ada_target: float
    ada_kimg: float
    optimizer: str
    generator_lr: float
    discriminator_lr: float
    beta1: float
    beta2: float
