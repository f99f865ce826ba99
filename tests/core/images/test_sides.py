"""Batches from two folders: unaligned, cut and mirrored at random, a pure function of seed and step."""

import numpy as np
import pytest
import torch

from ganstudio.core.images.batches import Order
from ganstudio.core.images.cache import Prepared
from ganstudio.core.images.check_report import CheckReport, Size
from ganstudio.core.images.side_contrast import compare_sides
from ganstudio.core.images.sides import TwoSides
from tests.core.images.test_batches import streams_of


def report_of(used: int, size: int = 100, grey: int = 0) -> CheckReport:
    return CheckReport(used=used, total=used, sizes=(Size(size, size),) * 3, grey=grey)


def side_of(count: int, size: int = 18, channels: int = 3) -> Prepared:
    """Picture i has the value i in all its pixels, but for its columns, which tell left from right."""
    pixels = np.zeros((count, size, size, channels), np.uint8)
    pixels += np.arange(count, dtype=np.uint8)[:, None, None, None]
    pixels += (np.arange(size, dtype=np.uint8) * 10)[None, None, :, None]
    return Prepared(pixels, [str(index) for index in range(count)], np.zeros(count, np.int64), (), report_of(count))


def sides_of(a: int = 5, b: int = 7, **changes) -> TwoSides:
    return TwoSides(side_of(a), side_of(b), **{"resolution": 16, "batch": 1, "seed": 3} | changes)


def number(picture: torch.Tensor) -> int:
    """Which picture it is: its column values are 0, 10, 20 ... plus the number, whatever was cut and mirrored."""
    return round(float(picture.min() * 127.5 + 127.5)) % 10


def test_that_batches_follow_from_seed_and_step_alone():
    first, other = sides_of(), sides_of()
    for step in (9, 2, 9, 0):
        assert torch.equal(first.batch(step).images, other.batch(step).images)
        assert torch.equal(first.batch(step).other, sides_of().batch(step).other)
    assert not torch.equal(first.batch(0).images, sides_of(seed=4).batch(0).images)


def test_that_each_side_is_seen_wholly_at_its_own_pace():
    sides = sides_of(5, 7)
    assert sorted(number(sides.batch(step).images[0]) for step in range(5)) == list(range(5))
    assert sorted(number(sides.batch(step).other[0]) for step in range(7)) == list(range(7))
    assert (sides.count, sides.counts) == (12, (5, 7))


def test_that_the_sides_are_not_aligned():
    sides = sides_of(7, 7)
    pairs = {(number(batch.images[0]), number(batch.other[0])) for batch in map(sides.batch, range(70))}
    assert len(pairs) > 20


def test_that_cuts_and_mirrors_vary_and_stay_inside():
    sides = sides_of(1, 1, flip=True)
    seen = {tuple(sides.batch(step).images[0, 0, 0].tolist()) for step in range(80)}
    assert len(seen) == 6  # three places to cut, mirrored or not
    assert len({tuple(sides_of(1, 1, flip=False).batch(step).images[0, 0, 0].tolist()) for step in range(40)}) == 3


def test_that_cutting_and_shuffling_never_share_a_stream_of_random_numbers():
    """Statistics would not show it: numpy's shuffle looks at other bits of a number than a cut does."""
    side = side_of(1, size=17)
    side.pixels[:, 0] += 5  # the uppermost row tells whether it was cut away
    sides = TwoSides(side, side, resolution=16, batch=64, seed=7, flip=False)
    cut_streams = set()
    for step in range(10):
        corners = (sides.batch(step).images[:, 0, :2, 0] * 127.5 + 127.5).round().int().numpy()
        cuts = np.stack([corners[:, 0] == corners[:, 1], corners[:, 1] >= 10], axis=1)
        streams = streams_of(7, cuts, lambda generator: generator.integers(0, 2, (64, 2)))
        assert len(streams) == 1
        cut_streams |= streams
    shuffles = [
        streams_of(7, Order(64, 7).numbers(64 * epoch, 64), lambda generator: generator.permutation(64))
        for epoch in range(10)
    ]
    assert len(cut_streams) == len(set.union(*shuffles)) == 10
    assert not cut_streams & set.union(*shuffles)


def test_that_a_batch_larger_than_a_side_repeats_it():
    batch = sides_of(1, 7, batch=3).batch(0)
    assert batch.images.shape == batch.other.shape == (3, 3, 16, 16)


def test_that_grey_and_colour_may_face_each_other():
    sides = TwoSides(side_of(3, channels=1), side_of(3), resolution=18, batch=2, seed=0)
    assert sides.batch(0).images.shape == (2, 1, 18, 18)
    assert sides.batch(0).other.shape == (2, 3, 18, 18)
    assert sides.channels == 3


def test_that_fixed_pictures_lie_evenly_and_repeat_when_there_are_few():
    fixed = sides_of(9, 1).fixed(3)
    assert [number(image) for image in fixed.images] == [0, 3, 6]
    assert [number(picture) for picture in fixed.other] == [0, 0, 0]
    assert fixed.images.shape == (3, 3, 16, 16)


@pytest.mark.parametrize(
    ("a", "b", "sources", "word"),
    [
        (report_of(50), report_of(50), (["x"], ["x"]), "same folder"),
        (report_of(50), report_of(50), (["x", "y"], ["y"]), "share a folder"),
        (report_of(1), report_of(50), (["x"], ["y"]), "single picture"),
        (report_of(5), report_of(40), (["x"], ["y"]), "only 5"),
        (report_of(900), report_of(50), (["x"], ["y"]), "50 pictures and the other 900"),
        (report_of(50, 600), report_of(50, 64), (["x"], ["y"]), "9 times smaller"),
        (report_of(50, grey=50), report_of(50), (["x"], ["y"]), "Side A is grey"),
    ],
)
def test_that_a_pair_which_will_disappoint_is_told(a, b, sources, word):
    assert word in " ".join(compare_sides(a, b, sources))


def test_that_a_good_pair_needs_no_words():
    assert compare_sides(report_of(50), report_of(70), (["x"], ["y"])) == []


@pytest.mark.parametrize(
    ("facts", "good"),
    [
        ((report_of(19), report_of(50)), (report_of(20), report_of(50))),
        ((report_of(50), report_of(500)), (report_of(50), report_of(499))),
        ((report_of(50, 64), report_of(50, 256)), (report_of(50, 64), report_of(50, 255))),
        ((report_of(50, grey=46), report_of(50)), (report_of(50, grey=45), report_of(50))),
    ],
    ids=["fewer than 20", "ten times as many", "four times as large", "nine in ten are grey"],
)
def test_that_a_pair_is_warned_about_from_the_very_limit_on(facts, good):
    assert len(compare_sides(*facts, (["x"], ["y"]))) == 1
    assert compare_sides(*good, (["x"], ["y"])) == []


def test_that_half_of_the_cuts_are_mirrored_and_fixed_pictures_are_cut_in_the_middle():
    sides = sides_of(batch=400)
    mirrored = sum(float(image[0, 0, 0]) > float(image[0, 0, -1]) for image in sides.batch(0).images)
    assert mirrored == pytest.approx(200, abs=40)
    assert sides.fixed(1).images[0, 0, 0, 0] == pytest.approx(10 / 127.5 - 1)  # of two columns' room, one is cut off
