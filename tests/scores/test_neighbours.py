"""Precision and recall, density and coverage, nearest neighbours: known cases and identities."""

import numpy as np
import pytest
import torch
from torch import Tensor

from ganstudio.scores.neighbours import density_coverage, nearest, precision_recall, radii_to_neighbour


def normal(count: int, width: int, seed: int, scale: float = 1.0, shift: float = 0.0) -> Tensor:
    return torch.from_numpy(np.random.default_rng(seed).normal(size=(count, width)) * scale + shift)


def test_that_identical_sets_have_full_precision_recall_and_coverage():
    features = normal(200, 8, 0)
    scores = precision_recall(features, features)
    assert (scores.precision, scores.recall) == (1, 1)
    assert density_coverage(features, features).coverage == 1


def test_that_disjoint_sets_have_none():
    scores = precision_recall(normal(100, 8, 0), normal(100, 8, 1, shift=100))
    assert (scores.precision, scores.recall) == (0, 0)
    both = density_coverage(normal(100, 8, 0), normal(100, 8, 1, shift=100))
    assert (both.density, both.coverage) == (0, 0)


def test_that_a_tight_cluster_inside_the_real_images_is_precise_but_recalls_little():
    scores = precision_recall(normal(500, 4, 0), normal(500, 4, 1, scale=0.1))
    assert scores.precision > 0.8
    assert scores.recall < 0.3


def test_that_precision_and_recall_agree_with_torch_fidelity():
    numbers = np.random.default_rng(7)
    real = torch.from_numpy(numbers.normal(size=(600, 32)))
    fake = torch.from_numpy(numbers.normal(size=(500, 32)) * 1.2 + 0.3)
    scores = precision_recall(real, fake)
    assert scores.precision == pytest.approx(0.206, abs=1e-6)
    assert scores.recall == pytest.approx(0.9266666769981384, abs=1e-6)


def test_that_one_distribution_has_a_density_near_one():
    scores = density_coverage(normal(1500, 8, 0), normal(1500, 8, 1))
    assert scores.density == pytest.approx(1, abs=0.07)
    assert scores.coverage == pytest.approx(1 - 0.5**5, abs=0.03)


def test_that_the_kth_neighbour_leaves_out_the_row_itself():
    line = torch.tensor([[0.0], [1.0], [3.0], [7.0]])
    assert radii_to_neighbour(line, 1).tolist() == [1, 1, 4, 16]
    assert radii_to_neighbour(line, 3).tolist() == [49, 36, 16, 49]
    with pytest.raises(ValueError, match="more than 4 images"):
        radii_to_neighbour(line, 4)


def test_that_nearest_finds_the_row_and_its_distance_across_blocks(monkeypatch):
    monkeypatch.setattr("ganstudio.scores.neighbours.ROWS", 3)
    among = normal(50, 6, 0)
    rows = among[[4, 40, 17, 3, 9]] + 1e-3
    distances, indices = nearest(rows, among)
    assert indices.tolist() == [4, 40, 17, 3, 9]
    assert distances.tolist() == pytest.approx([1e-3 * 6**0.5] * 5, rel=1e-5)
