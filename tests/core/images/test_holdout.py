"""Images kept aside: always the same ones, few, and never trained on."""

from typing import Any

import numpy as np
import pytest

from ganstudio.core.images.batches import Images
from ganstudio.core.images.cache import Prepared
from ganstudio.core.images.holdout import LEAST, MOST, hold_out

NAMES = [f"folder {number % 7}/picture {number}.png" for number in range(4000)]


@pytest.mark.parametrize(("count", "share", "aside"), [(LEAST - 1, 0.5, 0), (LEAST, 0.05, 50), (4000, 0.05, 200),
                                                       (4000, 0.5, MOST), (4000, 0.0, 0), (0, 0.05, 0)])  # fmt: skip
def test_that_small_sets_lose_none_and_large_ones_a_few(count, share, aside):
    kept, holdout = hold_out(NAMES[:count], share, seed=0)
    assert (len(kept), len(holdout)) == (count - aside, aside)
    assert sorted([*kept, *holdout]) == list(range(count))


def test_that_the_same_are_kept_aside_each_time_and_others_for_another_seed():
    _, first = hold_out(NAMES, 0.05, seed=0)
    _, again = hold_out(NAMES, 0.05, seed=0)
    _, other = hold_out(NAMES, 0.05, seed=1)
    assert np.array_equal(first, again)
    assert len(np.intersect1d(first, other)) < 50


def test_that_adding_images_moves_few_of_the_others():
    _, before = hold_out(NAMES[:3900], 0.05, seed=0)
    _, after = hold_out(NAMES, 0.05, seed=0)
    assert len(np.setdiff1d(before, after)) <= 10


def test_that_names_no_encoding_knows_are_fine():
    assert len(hold_out(["\udcff\udc80.png"] * LEAST, 0.05, seed=0)[1]) == 50


def test_that_what_is_kept_aside_is_in_no_batch():
    pixels = np.arange(40, dtype=np.uint8)[:, None, None, None] * np.ones((1, 2, 2, 1), np.uint8)
    report: Any = None
    rows = np.setdiff1d(np.arange(40), [3, 17, 39])
    images = Images(Prepared(pixels, [], np.arange(40), (), report), batch=37, seed=0, rows=rows)
    assert images.count == 37
    for step in range(3):
        batch = images.batch(step)
        assert sorted(batch.labels.tolist()) == rows.tolist()
        shown = ((batch.images[:, 0, 0, 0] + 1) * 127.5).round().int()
        assert shown.tolist() == batch.labels.tolist()
