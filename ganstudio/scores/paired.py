"""Paired differences between two ways to train a classifier: what one is worth more than the other, and how surely."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Correct = npt.NDArray[np.bool_]
"""(trainings, test pictures): which of them each training got right."""
Labels = npt.NDArray[np.int64]
# Student's t for a 95 % interval, by degrees of freedom
_T = (math.nan, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)


@dataclass(frozen=True)
class Difference:
    """A mean difference of accuracies with its 95 % interval, in points of a hundred."""

    mean: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """'helped', 'harmed', or 'made no difference' where the interval holds zero."""
        return "helped" if self.low > 0 else "harmed" if self.high < 0 else "made no difference"

    def __str__(self) -> str:
        return f"{_signed(self.mean)} points ({_signed(self.low)} to {_signed(self.high)})"


def _signed(value: float) -> str:
    return f"{round(value, 1) + 0.0:+.1f}".replace("-", "\u2212")


def class_accuracies(correct: Correct, labels: Labels) -> npt.NDArray[np.float64]:
    """Per training and class, in points: (trainings, classes that are among the labels)."""
    return np.stack([100 * correct[:, labels == number].mean(1) for number in np.unique(labels)], axis=1)


def balanced_accuracy(correct: Correct, labels: Labels) -> npt.NDArray[np.float64]:
    """The mean over the classes, for each training, in points: (trainings,)."""
    balanced: npt.NDArray[np.float64] = class_accuracies(correct, labels).mean(1)
    return balanced


def paired_difference(after: Correct, before: Correct, labels: Labels) -> Difference:
    """How much more balanced accuracy `after` has, training by training, each pair begun alike.

    The interval has two parts: how much the trainings differ (their seeds), and how much the mean would differ on other
    test pictures of the same kind. Seeds alone would call the luck of one test set a result.

    Raises:
        ValueError: fewer than two pairs.
    """
    if len(after) < 2 or len(after) != len(before):
        raise ValueError("An interval needs two pairs of trainings or more.")
    differences = balanced_accuracy(after, labels) - balanced_accuracy(before, labels)
    among_seeds = float(differences.var(ddof=1)) / len(differences)
    gained = 100 * (after.mean(0) - before.mean(0))  # for each test picture
    classes = np.unique(labels)
    among_pictures = sum(_variance_of_mean(gained[labels == number]) for number in classes) / len(classes) ** 2
    reach = _T[min(len(differences) - 1, len(_T) - 1)] * math.sqrt(among_seeds + among_pictures)
    mean = float(differences.mean())
    return Difference(mean, mean - reach, mean + reach)


def class_difference(after: Correct, before: Correct, labels: Labels, number: int) -> Difference:
    """`paired_difference` of one class alone."""
    rows = labels == number
    return paired_difference(after[:, rows], before[:, rows], labels[rows])


def _variance_of_mean(values: npt.NDArray[np.float64]) -> float:
    return float(values.var(ddof=1)) / len(values) if len(values) > 1 else 2500.0
