"""What the comparison of several runs shows: plain values that a workflow reads and a panel draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ganstudio.core.events import Event
from ganstudio.core.settings import Value


@dataclass(frozen=True)
class ScorePoint:
    """What was measured at one moment, and what it rests on."""

    step: int
    kimg: float
    minutes: float
    scores: Mapping[str, float]
    count: int
    features: str
    marked: bool = False
    """Whether it was marked as the best moment of the run so far."""

    def place(self, axis: str) -> float:
        """'step', 'kimg' or 'minutes'."""
        return {"step": float(self.step), "kimg": self.kimg, "minutes": self.minutes}[axis]


@dataclass(frozen=True, kw_only=True)
class ComparedRun:
    name: str
    recipe: str
    """Its title."""
    values: Mapping[str, Value]
    titles: Mapping[str, str] = field(default_factory=dict)
    """What the settings are called on the form."""
    events: Sequence[Event]
    last_sample: Path | None = None
    measured: Sequence[ScorePoint] = field(default=())
    """What was evaluated afterwards."""
