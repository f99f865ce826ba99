"""The training images nearest to a picture."""

import pytest

from ganstudio.latent.find_directions import CancelledError
from ganstudio.latent.nearest_index import Index
from tests.latent.fakes import noise


def test_that_a_copied_image_is_its_own_nearest_also_when_mirrored():
    images = noise(50)
    index = Index(images)
    near = index.nearest(images[17], 3)
    assert (near[0].index, near[0].mirrored) == (17, False)
    assert near[0].distance < 1
    assert near[1].distance > 5
    mirrored = index.nearest(images[17][:, ::-1], 1)[0]
    assert (mirrored.index, mirrored.mirrored) == (17, True)


def test_that_making_the_index_can_be_left():
    with pytest.raises(CancelledError):
        Index(noise(3), cancelled=lambda: True)
