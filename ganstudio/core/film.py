"""What a person asks of a film; the forms make it and the workflows carry it out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FilmRequest:
    """An animation through keyframes."""

    seconds: float
    fps: int
    size: int
    """Pixels on each side; 0: as the generator draws."""
    easing: str
    loop: bool
    format: str

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
