"""Which look is taken: the last that is not worse than the lowest by more than chance explains."""

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from ganstudio.scores.best_so_far import MARGIN, BestSoFar
from ganstudio.scores.distances import KernelTerms, kernel_distance, kernel_terms

KEY = ("features", 1000, 0.0)


def normal(seed: int, *, count: int = 400, shift: float = 0.0) -> Tensor:
    return torch.from_numpy(np.random.default_rng(seed).normal(size=(count, 16)) + shift)


def look(value: float, spread: float = 1.0, seed: int = 0) -> KernelTerms:
    """One whose terms spread so much."""
    terms = np.random.default_rng(seed).normal(size=(2, 1000)) * spread
    return KernelTerms(value, torch.from_numpy(terms[0]), torch.from_numpy(terms[1]))


def test_that_the_terms_give_the_distance():
    real, fake = normal(0), normal(1, shift=0.2)
    assert kernel_terms(real, fake).value == pytest.approx(kernel_distance(real, fake)[0], abs=1e-12)


def test_that_the_error_says_how_much_a_difference_varies_from_draw_to_draw():
    """Two generators, each drawn anew from the same noise 200 times: the spread of the difference of their KIDs."""
    differences, errors = [], []
    for seed in range(200):
        real, noise = normal(1000 + seed), normal(seed)
        first, second = kernel_terms(real, noise + 0.3), kernel_terms(real, 1.1 * noise + 0.35)
        differences.append(second.value - first.value)
        errors.append(second.error_against(first))
    assert np.mean(errors) == pytest.approx(np.std(differences), rel=0.2)


def test_that_common_noise_makes_a_difference_surer_and_unknown_terms_less_sure():
    real, noise = normal(0), normal(1)
    first, second = kernel_terms(real, noise + 0.3), kernel_terms(real, noise + 0.35)
    assert second.error_against(first) < 0.5 * second.error_against(None)


def test_that_a_look_within_the_margin_is_not_far_behind_and_one_beyond_it_is():
    for value, expected in ((1.02, True), (1.2, False)):
        best = BestSoFar()
        assert best.behind(KEY, look(1.0)) <= 0
        assert (best.behind(KEY, look(value, seed=1)) <= MARGIN) is expected


def test_that_creeping_worse_by_less_than_the_margin_each_time_is_noticed():
    best = BestSoFar()
    behind = [best.behind(KEY, look(1.0 + 0.05 * number, seed=number)) for number in range(8)]
    assert behind[1] <= MARGIN < behind[-1]


def test_that_what_cannot_be_compared_begins_anew_and_what_is_no_number_is_infinitely_far_behind():
    best = BestSoFar()
    best.behind(KEY, look(1.0))
    assert best.behind(KEY, look(math.nan)) == math.inf
    assert best.behind(("features", 900, 0.0), look(5.0)) == 0
    assert best.behind(("other", 900, 0.0), look(9.0)) == 0
    assert best.behind(("other", 900, 1.0), look(99.0)) == 0


@pytest.mark.parametrize("marked", [None, {}, {"features": "x"}, {"features": "features", "count": "many"}])
def test_that_a_mark_that_says_nothing_is_no_mark(marked):
    assert BestSoFar(marked).behind(KEY, look(99.0)) == 0


def test_that_the_mark_of_an_older_version_is_compared_with():
    marked = {"features": "features", "count": 1000, "scores": {"KID": 1.0}}
    assert BestSoFar(marked).behind(KEY, look(1.01)) <= MARGIN
    assert BestSoFar(marked).behind(KEY, look(2.0)) > MARGIN
    assert BestSoFar(marked).behind(KEY, look(0.5)) < 0
