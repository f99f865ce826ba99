"""What a Progress tells: means of the losses since the one before, the speed, and the time left."""

from collections import deque

import torch
from torch import Tensor

from ganstudio.core.run import Budget


class Meter:
    """Means of the losses since the last look, and the speed; the sums stay on the device until then."""

    def __init__(self) -> None:
        self._sums: dict[str, Tensor] = {}
        self._counts: dict[str, int] = {}
        self._marks: deque[tuple[float, int]] = deque(maxlen=50)

    def __bool__(self) -> bool:
        return bool(self._sums)

    def add(self, losses: dict[str, Tensor]) -> None:
        for name, value in losses.items():
            self._sums[name] = self._sums[name] + value if name in self._sums else value.float()
            self._counts[name] = self._counts.get(name, 0) + 1

    def means(self) -> dict[str, float]:
        """Reads the device once, and begins anew."""
        if not self._sums:
            return {}
        values = torch.stack([total / self._counts[name] for name, total in self._sums.items()]).tolist()
        means = dict(zip(self._sums, values, strict=True))
        self._sums, self._counts = {}, {}
        return means

    def speed(self, seconds: float, images: int) -> float:
        """Images per second over the last fifty looks (five seconds, where steps are short)."""
        self._marks.append((seconds, images))
        then, before = self._marks[0]
        return (images - before) / (seconds - then) if seconds > then else 0.0


def seconds_left(budget: Budget, step: int, images: int, seconds: float, speed: float) -> float | None:
    """Time until the first of the budgets is used up, at `speed` images per second; None if unknown."""
    left = []
    if budget.minutes:
        left.append(60 * budget.minutes - seconds)
    if speed > 0 and budget.kimg:
        left.append((1000 * budget.kimg - images) / speed)
    if speed > 0 and budget.steps and step:
        left.append((budget.steps - step) * (images / step) / speed)
    return max(0.0, min(left)) if left else None
