"""Learning rates: of the settings x the schedule x 0.5 for each halving; only `LearningRates` writes one.

Schedules are pure functions of the number of the step. The Trainer sets the rates before each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, floor, pi
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from torch.optim import Optimizer


class Schedule(Protocol):
    """What the rates of the settings are multiplied by in each step."""

    def factor(self, step: int) -> float:
        """`step`: updates taken before this one."""


@dataclass(frozen=True)
class Constant:
    """The rates of the settings, from the first step to the last."""

    def factor(self, step: int) -> float:
        return 1.0


@dataclass(frozen=True)
class LinearDecay:
    """Full learning rate for `constant` epochs, then falling in a straight line over `decay` epochs.

    The published rule (Zhu et al. 2017): in epoch e from 0 the factor is 1 - max(0, e + 1 - constant) / (decay + 1), so
    the last is 1 / (decay + 1) and never 0. What an epoch is follows from `steps`, the length of the whole.
    """

    steps: int
    """Steps in all; 0: the full rate for ever."""
    constant: int = 100
    decay: int = 100

    def factor(self, step: int) -> float:
        """After the end it stays at the last."""
        epochs = self.constant + self.decay
        if not self.steps or not self.decay:
            return 1.0
        epoch = min(epochs - 1, floor(step * epochs / self.steps))
        return 1.0 - max(0, epoch + 1 - self.constant) / (self.decay + 1)


@dataclass(frozen=True)
class Capped:
    """Another schedule, but never above `most`."""

    schedule: Schedule
    most: float

    def factor(self, step: int) -> float:
        return min(self.most, self.schedule.factor(step))


@dataclass(frozen=True)
class CosineDecay:
    """From the full rate to a share of it along half a cosine (Loshchilov and Hutter 2017, without restarts)."""

    kimg: float
    """Thousand images after which only `left` is left; 0: the full rate for ever."""
    batch: int
    left: float

    def done(self, step: int) -> float:
        """How much of the way is done, 0 to 1."""
        return min(1.0, step * self.batch / 1000 / self.kimg) if self.kimg else 0.0

    def factor(self, step: int) -> float:
        return eased(1.0, self.left, self.done(step))


def eased(start: float, end: float, done: float) -> float:
    """From `start` to `end` along half a cosine: end + (start - end) (1 + cos(pi done)) / 2."""
    return end + (start - end) * 0.5 * (1 + cos(pi * done))


MOST_HALVINGS = 64


class LearningRates:
    """The rates of all optimisers of a System."""

    def __init__(self, optimizers: "Mapping[str, Optimizer]") -> None:
        self.halvings = dict.fromkeys(optimizers, 0)
        """How often the rates of each optimiser have been halved, after invalid numbers."""
        self._optimizers = optimizers
        self._rates = {name: [group["lr"] for group in each.param_groups] for name, each in optimizers.items()}

    def factor_in(self, groups: "Mapping[str, Sequence[Mapping[str, Any]]]") -> float | None:
        """What the rates of the settings were multiplied by where these groups were saved; None where it is not said.

        Halvings are not counted.
        """
        for name, rates in self._rates.items():
            rate = groups.get(name, [{}])[0].get("lr")
            if isinstance(rate, float) and rates[0] > 0:
                factor: float = rate / (rates[0] * 0.5 ** self.halvings[name])
                return factor
        return None

    def set(self, factor: float) -> None:
        """Write the rates of the settings x `factor`, the schedule's, x 0.5 for each halving."""
        for name, optimizer in self._optimizers.items():
            for group, rate in zip(optimizer.param_groups, self._rates[name], strict=True):
                group["lr"] = rate * factor * 0.5 ** self.halvings[name]
