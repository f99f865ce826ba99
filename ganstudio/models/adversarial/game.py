"""The game of a noise-to-image GAN: what can be played, what goes with what, and the values that a System plays by.

No torch here: the form, the command line and the refusals read these tables before torch is loaded. A new objective is
a pair of functions in `objectives` and a row here; a new penalty a function in `penalties` and its name here.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Objective:
    """One row: two losses by their names in `objectives`, and what they need."""

    discriminator: str
    """(logits of reals (B,), logits of fakes (B,), one-sided label smoothing) -> scalar."""
    generator: str
    """(logits of fakes (B,), logits of reals (B,)) -> scalar."""
    smoothing: bool = False
    """It has a target that label smoothing can move."""
    signed: bool = False
    """D(x) is positive for what looks real, which ADA reads."""
    relativistic: bool = False
    """The generator's loss looks at reals too."""
    probability: bool = False
    """sigmoid(logit) means 'how likely real'; a Wasserstein critic's score does not."""


OBJECTIVES: Mapping[str, Objective] = {
    "nonsaturating": Objective(
        discriminator="cross_entropy", generator="nonsaturating", smoothing=True, signed=True, probability=True
    ),
    "minimax": Objective(
        discriminator="cross_entropy", generator="minimax", smoothing=True, signed=True, probability=True
    ),
    "least-squares": Objective(
        discriminator="least_squares_discriminator", generator="least_squares_generator", smoothing=True, signed=True
    ),
    "hinge": Objective(discriminator="hinge_discriminator", generator="score_generator", signed=True),
    "wasserstein": Objective(discriminator="wasserstein_critic", generator="score_generator"),
    "relativistic": Objective(
        discriminator="relativistic_discriminator", generator="relativistic_generator", relativistic=True
    ),
    "relativistic-average": Objective(
        discriminator="relativistic_average", generator="relativistic_average_generator", relativistic=True
    ),
}
PENALTIES: Mapping[str, str] = {
    "none": "", "wgan-gp": "wgan_gp", "zero-centred": "zero_centred", "r1": "r1", "r2": "r2", "r1+r2": "r1_and_r2",
}  # fmt: skip
"""By the name that a person chooses: the function in `penalties`."""
POLICIES = ("colour", "translation", "cutout")
"""What DiffAugment can do."""


@dataclass(frozen=True, kw_only=True)
class Game:
    """The values that an adversarial System plays by, called as the settings of `AdversarialRecipe` they come from."""

    resolution: int
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
