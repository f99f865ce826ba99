"""A generator that learned by heart is told from one that did not."""

import numpy as np
import pytest
import torch
from torch import Tensor

from ganstudio.scores.copies import find_copies


def normal(count: int, width: int, seed: int) -> Tensor:
    return torch.from_numpy(np.random.default_rng(seed).normal(size=(count, width)))


def test_that_new_images_of_the_same_kind_are_no_copies():
    copies = find_copies(normal(400, 16, 0), normal(300, 16, 1))
    assert copies.rate < 0.02
    assert copies.held_out < 0.02


@pytest.mark.parametrize("count", [8, 400])
def test_that_training_images_with_a_little_noise_are_copies_and_are_traced(count):
    training = normal(count, 16, 0)
    samples = training.repeat(3, 1) + 0.05 * normal(3 * count, 16, 2)
    copies = find_copies(training, samples)
    assert copies.rate > 0.9
    assert copies.nearest.tolist() == [*range(count)] * 3


def test_that_half_of_the_samples_being_copies_gives_half():
    training = normal(200, 16, 0)
    samples = torch.cat([training[:100] + 1e-3, normal(100, 16, 5)])
    assert find_copies(training, samples).rate == pytest.approx(0.5, abs=0.02)


def test_that_twins_among_the_training_images_hide_no_copy():
    training = normal(100, 16, 0).repeat(2, 1)
    assert find_copies(training, training[:50] + 1e-3).rate == 1


def test_that_fewer_than_four_images_are_refused():
    with pytest.raises(ValueError, match="four training images"):
        find_copies(normal(3, 4, 0), normal(9, 4, 1))
