"""What a person asks of a film; the forms make it and the workflows carry it out."""

from dataclasses import dataclass
from typing import Literal

FORMATS = ("mp4", "webp", "gif")
Easing = Literal["even", "soft", "rest"]
"""How a film goes from one pin to the next; see `latent.interpolation.eased`."""
EASINGS: tuple[Easing, ...] = ("even", "soft", "rest")


@dataclass(frozen=True)
class FilmRequest:
    """An animation through pins."""

    seconds: float = 4.0
    fps: int = 25
    size: int = 512
    """Pixels on each side; 0: as the generator draws."""
    easing: Easing = "even"
    loop: bool = True
    """From the last pin it returns to the first."""
    format: str = "webp"

    @property
    def frames(self) -> int:
        return max(2, round(self.seconds * self.fps))


@dataclass(frozen=True)
class LapseRequest:
    """A film of the kept moments of a run: of all rows, or of one."""

    format: str
    seconds: float
    """How long each picture stays."""
    row: int
    """-1: all rows, as a sheet."""
