"""The overview of many seeds: neighbours look alike."""

import numpy as np
import pytest

from ganstudio.latent.map import arranged, tiny, unlikeness
from tests.latent.fakes import noise


def test_that_tiny_pictures_are_means_of_blocks():
    pictures = noise(2, 32)
    assert np.allclose(
        tiny(pictures, 4).reshape(2, 4, 4, 3)[1, 2, 3], pictures[1, 16:24, 24:32].mean((0, 1)), atol=1e-3
    )
    assert tiny(noise(1, 5), 8).shape == (1, 75)
    assert tiny(noise(1, 28), 8).shape == (1, 192)


def test_that_an_overview_puts_like_beside_like():
    rows = np.random.default_rng(0).uniform(0, 1, (100, 2)) @ np.random.default_rng(1).standard_normal((2, 30))
    order = arranged(rows, 10)
    assert sorted(order) == list(range(100))
    by_chance = np.arange(100).reshape(10, 10)
    assert unlikeness(np.reshape(order, (10, 10)), rows) < 0.4 * unlikeness(by_chance, rows)


@pytest.mark.parametrize("count", [1, 2, 7, 12])
def test_that_an_overview_of_few_has_every_one(count):
    order = arranged(np.random.default_rng(0).standard_normal((count, 4)), 4)
    assert sorted(number for number in order if number >= 0) == list(range(count))
