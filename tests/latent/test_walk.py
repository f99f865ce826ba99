"""Walks: the identities of interpolation, and that a walk meets its points exactly."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.latent.walk import angle_between, lerp, shared_out, slerp, walk


def gaussians(count: int, size: int = 512, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal((count, size)).astype(np.float32)


@pytest.mark.parametrize("move", [lerp, slerp])
def test_that_the_ends_come_out_bit_for_bit(move):
    a, b = gaussians(2)
    assert move(a, b, 0.0).tobytes() == a.tobytes()
    assert move(a, b, 1.0).tobytes() == b.tobytes()


def test_that_slerp_keeps_unit_length_where_lerp_does_not():
    a, b = (gaussian / np.linalg.norm(gaussian) for gaussian in gaussians(2))
    assert np.linalg.norm(slerp(a, b, 0.5)) == pytest.approx(1.0, abs=1e-6)
    assert np.linalg.norm(lerp(a, b, 0.5)) == pytest.approx(math.sqrt(0.5), abs=0.05)


def test_that_slerp_of_gaussians_stays_as_far_out_as_they_are():
    pairs = [gaussians(2, seed=seed) for seed in range(50)]
    assert np.mean([np.linalg.norm(slerp(a, b, 0.5)) for a, b in pairs]) == pytest.approx(22.63, abs=0.4)
    assert np.mean([np.linalg.norm(lerp(a, b, 0.5)) for a, b in pairs]) == pytest.approx(16.0, abs=0.4)


def test_that_slerp_moves_at_one_angle_per_step():
    a, b = gaussians(2)
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    angles = [angle_between(slerp(a, b, t), slerp(a, b, t + 0.25)) for t in (0.0, 0.25, 0.5, 0.75)]
    assert angles == pytest.approx([angle_between(a, b) / 4] * 4, abs=1e-6)


def test_that_parallel_points_and_the_origin_fall_back_to_the_line():
    a = gaussians(1)[0]
    np.testing.assert_allclose(slerp(a, 2 * a, 0.5), 1.5 * a, rtol=1e-6)
    np.testing.assert_allclose(slerp(np.zeros_like(a), a, 0.5), a / 2, rtol=1e-6)
    assert slerp(a, a, 0.3) == pytest.approx(a)


@pytest.mark.parametrize("size", [2, 3, 512])
def test_that_opposite_points_go_round_and_not_through_the_origin(size):
    a = gaussians(1, size)[0]
    half = slerp(a, -a, 0.5)
    assert np.isfinite(half).all()
    assert np.linalg.norm(half) == pytest.approx(float(np.linalg.norm(a)), rel=1e-5)
    assert float(half @ a) == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize("mode", ["slerp", "lerp"])
def test_that_a_walk_meets_every_point_exactly_and_in_order(mode):
    points = gaussians(4)
    way = walk(points, 30, mode=mode)
    assert way.shape == (30, 512)
    assert way.dtype == np.float32
    met = [index for index, frame in enumerate(way) if any(frame.tobytes() == point.tobytes() for point in points)]
    assert len(met) == 4
    assert (met[0], met[-1]) == (0, 29)
    assert [way[index].tobytes() for index in met] == [point.tobytes() for point in points]


def test_that_a_loop_begins_at_the_first_point_and_ends_one_step_before_it():
    points = gaussians(3)
    way = walk(points, 31, loop=True)
    assert len(way) == 31
    assert way[0].tobytes() == points[0].tobytes()
    steps = [angle_between(way[index], way[(index + 1) % 31]) for index in range(31)]
    assert max(steps) / min(steps) < 1.2


def test_that_a_longer_leg_gets_more_frames():
    points = np.array([[0, 0], [1, 0], [4, 0]], np.float32)
    way = walk(points, 41, mode="lerp")
    assert np.diff(way[:, 0]) == pytest.approx([0.1] * 40, abs=1e-6)


def test_that_points_that_are_all_the_same_make_a_walk_that_stands_still():
    assert (walk(np.ones((3, 8), np.float32), 10) == 1).all()


def test_that_fewer_frames_than_points_are_refused():
    with pytest.raises(ValueError, match="at least 3"):
        walk(gaussians(3), 2)


@given(
    weights=st.lists(st.floats(0, 1e6), min_size=1, max_size=20),
    extra=st.integers(0, 500),
)
def test_that_shares_are_whole_at_least_one_and_add_up(weights, extra):
    shares = shared_out(len(weights) + extra, weights)
    assert sum(shares) == len(weights) + extra
    assert min(shares) >= 1


def test_that_shares_are_in_proportion_up_to_one():
    assert shared_out(100, [1.0, 2.0, 7.0]) == [10, 20, 70]
