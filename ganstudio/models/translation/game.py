"""The values that the translating Systems train with, named as the settings that they come from. No torch here."""

from dataclasses import dataclass

from ganstudio.core.resolution import Resolution


@dataclass(frozen=True, kw_only=True)
class TranslationGame:
    """What CycleGAN and CUT have in common."""

    resolution: Resolution
    objective: str
    accumulate: int
    generator_lr: float
    discriminator_lr: float
    beta1: float
    beta2: float


@dataclass(frozen=True, kw_only=True)
class CycleGame(TranslationGame):
    """CycleGAN's: weights of the way back and of what should stay as it is, and how many old fakes are kept."""

    cycle: float
    identity: float
    pool: int


@dataclass(frozen=True, kw_only=True)
class ContrastGame(TranslationGame):
    """CUT's: how much places must stay recognisable, and how they are compared."""

    correspondence: float
    identity: bool
    flip_equivariant: bool
    patches: int
    temperature: float
