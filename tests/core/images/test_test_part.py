"""The test part: by content alone, about the share that was asked for, and never all of a class."""

import hashlib

import numpy as np
import pytest

from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.images.test_part import parted, require_every_class


def digests(count: int) -> list[str]:
    return [hashlib.blake2b(str(number).encode(), digest_size=16).hexdigest() for number in range(count)]


def test_that_every_picture_is_on_one_side_and_the_share_is_met():
    learned, test = parted(digests(4000), 0.2)
    assert sorted([*learned, *test]) == list(range(4000))
    assert abs(len(test) / 4000 - 0.2) < 0.03


def test_that_no_picture_changes_sides_when_others_come_or_go():
    known = digests(500)
    _, test = parted(known, 0.2)
    set_aside = {known[row] for row in test}
    fewer = known[100:][::-1]
    _, again = parted(fewer, 0.2)
    assert {fewer[row] for row in again} == set_aside & set(fewer)


def test_that_without_a_share_all_are_learned():
    learned, test = parted(digests(10), 0.0)
    assert list(learned) == list(range(10))
    assert not len(test)


def test_that_a_class_with_nothing_left_to_learn_is_refused():
    labels = np.array([0, 0, 1])
    require_every_class(labels, ("cats", "dogs"), np.array([1, 2]))
    with pytest.raises(ImagesError, match=r"the class dogs falls into the test part.*smaller test_share"):
        require_every_class(labels, ("cats", "dogs"), np.array([0, 1]))
