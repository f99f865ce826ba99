"""The objectives that can be chosen, and what each needs; their functions are in `losses`.

No torch here: the form, the command line and the refusals read this table before torch is loaded. A new objective is a
pair of functions in `losses` and a row here.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Objective:
    """One row: two losses by their names in `losses`, and what they need."""

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
