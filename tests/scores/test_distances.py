"""Closed forms, published fixtures and identities of the distances between sets of features."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from ganstudio.scores.distances import (
    Statistics,
    frechet_distance,
    inception_score,
    kernel_distance,
    sliced_distance,
    statistics,
)


def gaussian(mean: float, variance: float, width: int = 64) -> Statistics:
    eye = torch.eye(width, dtype=torch.float64)
    return Statistics(torch.full((width,), mean, dtype=torch.float64), variance * eye, 1000)


def normal(count: int, width: int, seed: int, scale: float = 1.0, shift: float = 0.0) -> Tensor:
    return torch.from_numpy(np.random.default_rng(seed).normal(size=(count, width)) * scale + shift)


def fixture() -> tuple[Tensor, Tensor]:
    """The features for which torch-fidelity 0.4.0 and torchmetrics 1.9.0 gave the numbers below."""
    numbers = np.random.default_rng(7)
    real = torch.from_numpy(numbers.normal(size=(600, 32)))
    return real, torch.from_numpy(numbers.normal(size=(500, 32)) * 1.2 + 0.3)


def test_that_the_frechet_distance_of_shifted_gaussians_is_the_squared_shift():
    assert frechet_distance(gaussian(0, 1), gaussian(0.5, 1)) == pytest.approx(16, abs=1e-9)


def test_that_the_frechet_distance_of_scaled_gaussians_is_the_squared_difference_of_deviations():
    assert frechet_distance(gaussian(0, 4), gaussian(0, 9)) == pytest.approx(64, abs=1e-9)


def test_that_equal_sets_are_at_distance_zero_even_with_fewer_rows_than_columns():
    few = normal(20, 64, 0)
    assert frechet_distance(statistics(few), statistics(few)) == pytest.approx(0, abs=1e-6)


def test_that_commuting_covariances_give_the_sum_of_squared_differences_of_roots():
    rotation = torch.linalg.qr(normal(5, 5, 3)).Q
    first, second = torch.tensor([1.0, 4.0, 9.0, 0.0, 2.0]), torch.tensor([4.0, 1.0, 0.0, 1.0, 2.0])
    pair = [Statistics(torch.zeros(5).double(), rotation @ torch.diag(d.double()) @ rotation.T, 9)
            for d in (first, second)]  # fmt: skip
    expected = float((first.sqrt() - second.sqrt()).square().sum())
    assert frechet_distance(*pair) == pytest.approx(expected, abs=1e-5)


def test_that_the_frechet_distance_agrees_with_torch_fidelity_and_torchmetrics():
    real, fake = fixture()
    assert frechet_distance(statistics(real), statistics(fake)) == pytest.approx(5.462041734745, abs=1e-6)


@pytest.mark.parametrize(("count", "published"), [(100, 22.2), (500, 4.53), (2000, 1.03)])
def test_that_the_frechet_distance_of_one_distribution_has_the_known_bias(count, published):
    pairs = [(statistics(normal(count, 64, 2 * i)), statistics(normal(count, 64, 2 * i + 1))) for i in range(4)]
    assert np.mean([frechet_distance(a, b) for a, b in pairs]) == pytest.approx(published, rel=0.06)


def test_that_statistics_do_not_depend_on_the_size_of_the_blocks(monkeypatch):
    real, _ = fixture()
    whole = statistics(real)
    monkeypatch.setattr("ganstudio.scores.distances.BLOCK", 7)
    assert torch.allclose(statistics(real).covariance, whole.covariance, atol=1e-12)
    assert torch.allclose(torch.cov(real.T), whole.covariance, atol=1e-12)


def test_that_the_kernel_distance_agrees_with_torch_fidelity_and_torchmetrics():
    real, fake = fixture()
    assert kernel_distance(real[:500], fake)[0] == pytest.approx(0.33034386854751885, abs=1e-9)


def test_that_the_kernel_distance_is_unbiased():
    values = [kernel_distance(normal(50, 16, 2 * i), normal(50, 16, 2 * i + 1))[0] for i in range(200)]
    assert min(values) < 0 < max(values)
    assert abs(np.mean(values)) < 3 * np.std(values) / math.sqrt(len(values))


def test_that_the_kernel_distance_in_subsets_is_near_that_of_all():
    real, fake = normal(600, 16, 0), normal(600, 16, 1, shift=0.3)
    mean, deviation = kernel_distance(real, fake, subsets=40, subset_size=200)
    assert deviation > 0
    assert mean == pytest.approx(kernel_distance(real, fake)[0], abs=3 * deviation / math.sqrt(40) + 1e-3)


def test_that_the_sliced_distance_of_shifted_gaussians_has_its_closed_form():
    first = normal(4000, 32, 0)
    assert sliced_distance(first, first + 0.5) == pytest.approx(3 * 32 * 0.25, rel=0.05)
    assert sliced_distance(first, first) == 0


def test_that_the_sliced_distance_of_sets_of_different_sizes_is_exact():
    pair, triple = torch.tensor([[0.0], [1.0]]), torch.tensor([[0.0], [1.0], [5.0]])
    # The quantile functions differ on (1/3, 1/2): 0 against 1, and on (2/3, 1): 1 against 5.
    assert sliced_distance(pair, triple, directions=1) == pytest.approx(3 * (1 / 6 + 16 / 3))
    many = normal(300, 8, 0)
    assert sliced_distance(many, many.repeat(2, 1)) == pytest.approx(0, abs=1e-12)


def test_that_balanced_certain_classes_score_their_number_and_one_class_scores_one():
    certain = 1000.0 * torch.eye(10).repeat(50, 1)
    assert inception_score(certain, splits=1)[0] == pytest.approx(10)
    assert inception_score(torch.ones(100, 10))[0] == pytest.approx(1)
    assert inception_score(certain[:1].repeat(100, 1))[0] == pytest.approx(1)


def test_that_the_inception_score_agrees_with_torch_fidelity():
    numbers = np.random.default_rng(7)
    for count, width in ((600, 32), (500, 32)):
        numbers.normal(size=(count, width))
    logits = torch.from_numpy(numbers.normal(size=(1000, 10)) * 3)
    assert inception_score(logits, splits=1)[0] == pytest.approx(3.7881530374544647, abs=1e-9)


@settings(max_examples=15)
@given(st.integers(0, 2**31), st.integers(3, 30), st.integers(3, 30), st.integers(1, 8))
def test_that_distances_are_symmetric_and_take_rows_in_any_order(seed, n, m, width):
    first, second = normal(n, width, seed), normal(m, width, seed + 1, scale=1.5)
    shuffled = first[torch.randperm(n, generator=torch.Generator().manual_seed(seed))]

    def frechet(a: Tensor, b: Tensor) -> float:
        return frechet_distance(statistics(a), statistics(b))

    for distance in (frechet, sliced_distance):
        straight = distance(first, second)
        assert distance(second, first) == pytest.approx(straight, rel=1e-6, abs=1e-6)
        assert distance(shuffled, second) == pytest.approx(straight, rel=1e-6, abs=1e-6)


def test_that_invalid_or_missing_features_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="at least two images"):
        statistics(torch.zeros(1, 4))
    with pytest.raises(ValueError, match="not finite"):
        sliced_distance(torch.full((4, 4), torch.nan), torch.zeros(4, 4))
