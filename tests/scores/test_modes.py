"""Counting modes, and that the small GAN of the bench trains with every cure."""

import pytest
import torch

from ganstudio.recipes.plane import CURES, Plane, play
from ganstudio.scores.modes import GRID, RING, coverage


@pytest.mark.parametrize("target", [RING, GRID])
def test_that_true_samples_cover_every_mode(target):
    torch.manual_seed(0)
    found = coverage(target.sample(2500), target)
    assert found.modes == len(target.centres)
    assert found.good == pytest.approx(0.989, abs=0.01)  # 1 - exp(-9 / 2)


def test_that_one_point_is_one_mode_and_points_between_are_none():
    alone = coverage(torch.tensor(RING.centres[3]).expand(2500, 2), RING)
    assert (alone.modes, alone.good) == (1, 1.0)
    nowhere = coverage(torch.zeros(2500, 2), RING)
    assert (nowhere.modes, nowhere.good) == (0, 0.0)


def test_that_a_mode_with_too_few_samples_does_not_count():
    points = torch.tensor(RING.centres[0]).repeat(2500, 1)
    points[:19] = torch.tensor(RING.centres[1])
    assert coverage(points, RING).modes == 1
    points[:20] = torch.tensor(RING.centres[1])
    assert coverage(points, RING).modes == 2


@pytest.mark.parametrize("cure", CURES)
def test_that_every_cure_is_a_sound_combination_and_trains(cure):
    recipe = Plane().with_values(CURES[cure])
    errors = [one for one in recipe.problems() if one.severity == "error" and one.settings != ("resolution",)]
    assert errors == []
    found = play(CURES[cure] | {"batch": 16, "width": 8}, RING, seed=0, steps=6)
    assert 0 <= found.modes <= 8
    assert play(CURES[cure] | {"batch": 16, "width": 8}, RING, seed=0, steps=6) == found
