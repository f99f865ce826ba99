"""The values that the System of fast style trains with. No torch here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FastStyleGame:
    """Named as the settings of `FastStyle` that they come from."""

    resolution: int
    accumulate: int
    generator_lr: float
    beta1: float
    beta2: float
    strength: float
    brush: float
    measure: str
    smoothness: float
