"""The copy of the generator in training: exact, without a trace in the training, and seldom made."""

import numpy as np
import pytest

from ganstudio.latent.live import NotLiveError, Pace, snapshot
from ganstudio.latent.point import Point, Seed
from ganstudio.latent.point_to_picture import draw
from ganstudio.models.linear.recipe import Linear
from tests.core.fakes import NoiseImages, make_trainer


def test_that_a_live_copy_stays_what_it_was_while_training_goes_on():
    recipe = Linear(resolution=8, batch=4, latent=6, generator_widths="16", discriminator_widths="16")
    trainer, images = make_trainer(recipe), NoiseImages(4, 8)
    trainer.train(images.batch(0))
    taken = snapshot(trainer)
    before = taken.images(taken.latents([1, 2]))
    trainer.train(images.batch(1))
    assert taken.step == 1
    assert np.array_equal(before, taken.images(taken.latents([1, 2])))
    assert not np.array_equal(before, snapshot(trainer).images(taken.latents([1, 2])))


def test_that_copying_does_not_change_what_is_trained():
    recipe = Linear(resolution=8, batch=4, latent=6, generator_widths="16", discriminator_widths="16")
    images = NoiseImages(4, 8)
    trained = []
    for watched in (False, True):
        trainer = make_trainer(recipe)
        for step in range(3):
            trainer.train(images.batch(step))
            if watched:
                copied = snapshot(trainer)
                draw(copied, Point(latent=Seed(3)))
        trained.append(snapshot(trainer))
    assert np.array_equal(*(generator.images(generator.latents([5])) for generator in trained))


def test_that_what_has_no_noise_is_not_live():
    class Other:
        system = object()

    with pytest.raises(NotLiveError):
        snapshot(Other())


def test_that_looking_keeps_its_share_of_the_time():
    pace = Pace(share=0.03, least=0.25)
    assert pace.pause == 0.25
    pace.cost(0.1)
    assert 0.1 / (0.1 + pace.pause) == pytest.approx(0.03)
