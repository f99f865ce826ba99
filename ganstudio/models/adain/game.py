"""The values that the System of AdaIN trains with. No torch here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class AdaptiveGame:
    """Named as the settings of `AdaIN` that they come from."""

    resolution: int
    accumulate: int
    generator_lr: float
    beta1: float
    beta2: float
    style_weight: float
    identity_weight: float
