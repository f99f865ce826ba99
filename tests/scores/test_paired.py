"""Paired differences: the mean, the interval, and the word for it."""

import numpy as np
import pytest

from ganstudio.scores.paired import balanced_accuracy, class_difference, paired_difference

LABELS = np.repeat([0, 1], [900, 100])


def marks(*shares: float, seed: int = 0, count: int = 1000) -> np.ndarray:
    """Five trainings that get these shares right, each drawn anew."""
    draw = np.random.default_rng(seed)
    return np.stack([draw.random(count) < share for share in shares])


def test_that_a_rare_class_counts_as_much_as_a_common_one():
    correct = np.concatenate([np.ones((3, 900), bool), np.zeros((3, 100), bool)], axis=1)
    assert balanced_accuracy(correct, LABELS).tolist() == [50.0] * 3


def test_that_equal_trainings_make_no_difference():
    same = marks(0.8, 0.8, 0.8, 0.8, 0.8)
    difference = paired_difference(same, same, LABELS)
    assert (difference.mean, difference.low, difference.high) == (0.0, 0.0, 0.0)
    assert difference.verdict == "made no difference"


@pytest.mark.parametrize(("after", "word"), [(0.9, "helped"), (0.6, "harmed"), (0.78, "made no difference")])
def test_that_the_word_follows_from_the_interval(after, word):
    difference = paired_difference(marks(*[after] * 5, seed=1), marks(*[0.78] * 5, seed=2), LABELS)
    assert difference.verdict == word
    assert difference.low < difference.mean < difference.high


def test_that_few_test_pictures_are_not_taken_for_certainty():
    """Five trainings that agree on four pictures more of twelve: the seeds do not differ, the pictures do."""
    labels = np.repeat([0, 1], 6)
    before = np.tile(np.array([1, 1, 0, 0, 0, 0] * 2, bool), (5, 1))
    after = np.tile(np.array([1, 1, 1, 0, 0, 0] * 2, bool), (5, 1))
    difference = paired_difference(after, before, labels)
    assert difference.mean == pytest.approx(100 / 6)
    assert difference.verdict == "made no difference"


def test_that_the_interval_covers_the_truth_as_often_as_it_says():
    """Trainings that are equally good: an interval of 95 % may miss zero in a few of 200 repetitions."""
    missed = 0
    for seed in range(200):
        pictures = np.random.default_rng(seed).random(400)
        noise = np.random.default_rng(1000 + seed).normal(0, 0.1, (10, 400))
        correct = pictures + noise < 0.7
        missed += paired_difference(correct[:5], correct[5:], np.repeat([0, 1], 200)).verdict != "made no difference"
    assert missed <= 10


def test_that_one_class_can_be_looked_at_alone():
    after, before = marks(*[0.5] * 5), marks(*[0.5] * 5)
    after[:, 900:] = True
    assert class_difference(after, before, LABELS, 1).verdict == "helped"
    assert class_difference(after, before, LABELS, 0).mean == 0.0


def test_that_one_pair_has_no_interval():
    with pytest.raises(ValueError, match="two pairs"):
        paired_difference(marks(0.5), marks(0.5), LABELS)
