"""TranslationMonitor: what watches over the training of a network that turns pictures into others."""

from collections.abc import Mapping, Sequence
from typing import Any

from torch import Tensor

from ganstudio.core.events import Event, Scored, Warned
from ganstudio.core.system import Preview
from ganstudio.core.trainer import Trainer
from ganstudio.scores.translation_watch import TranslationWatch
from ganstudio.scores.variety import ALL_THE_SAME, solitude, thumbnails


class TranslationMonitor:
    """Measures the grids that are written anyway, which costs nothing worth mentioning: how much the pictures change,
    and whether what comes out is as varied as real pictures of that side."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._watch = TranslationWatch(values)
        self._change: float | None = None

    def variety(self, preview: Preview) -> float | None:
        """Of the results beside real pictures of their side; of two directions the lesser."""
        ways = list(_ways(preview).values())
        self._change = min((_change(before, after) for before, after, _ in ways), default=None)
        known = [_relative(after, real) for _, after, real in ways]
        return min((value for value in known if value is not None), default=None)

    def extra_losses(self, trainer: Trainer) -> dict[str, float]:
        """'change': the mean change of the pictures of the last grid, of a range of 1."""
        return {} if self._change is None else {"change": self._change}

    def score(self, trainer: Trainer) -> Scored | None:
        return None

    def hear(self, event: Event) -> list[Warned]:
        return self._watch.hear(event)


def _ways(preview: Preview) -> dict[str, tuple[Tensor, Tensor, Tensor]]:
    """By the side that pictures are led to: those that go in, what comes out, and real ones of that side, (N, C, H, W)
    in [-1, 1]."""
    labels = list(preview.labels)

    def column(title: str) -> Tensor:
        return preview.images[labels.index(title) :: preview.columns]

    ways: Sequence[tuple[str, str]] = (("A", "B"), ("B", "A"))
    return {
        to: (column(source), column(f"{source} → {to}"), column(to))
        for source, to in ways
        if {source, to, f"{source} → {to}"} <= set(labels)
    }


def _change(before: Tensor, after: Tensor) -> float:
    return float((before.float() - after.float()).abs().mean()) / 2


def _relative(after: Tensor, real: Tensor) -> float | None:
    """The variety of results, 1 that of real pictures; None where those are all the same, or there is only one."""
    if len(real) < 2:
        return None
    usual = solitude(thumbnails(real))
    return solitude(thumbnails(after)) / usual if usual > ALL_THE_SAME else None
