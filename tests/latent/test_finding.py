"""Projection, nearest images, overviews, films and the live copy."""

import numpy as np
import pytest
import torch
from torch import nn

from ganstudio.core.film_requests import EASINGS
from ganstudio.core.recipe import ImageSpec
from ganstudio.latent.discriminator_features import features_of
from ganstudio.latent.find_directions import CancelledError
from ganstudio.latent.interpolation import eased, film, leg_lengths
from ganstudio.latent.live import NotLiveError, Pace, snapshot
from ganstudio.latent.map import arranged, tiny, unlikeness
from ganstudio.latent.nearest_index import Index
from ganstudio.latent.perceptual import PerceptualError, perceptual
from ganstudio.latent.point import Between, Numbers, Point, Seed, words
from ganstudio.latent.point_to_picture import draw
from ganstudio.latent.projection import project
from ganstudio.models.linear.recipe import Linear
from tests.core.fakes import NoiseImages, make_trainer
from tests.latent.fakes import plain, styled, with_classes

# Projection -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("make", "near"), [(plain, 0.02), (with_classes, 0.02), (styled, 0.1)])
def test_that_a_picture_of_its_own_is_found_again(make, near):
    generator = make()
    target = generator.images(generator.latents([7]))[0]
    reports = []
    result = project(
        generator, target, steps=150, on_progress=lambda done, total, best: reports.append((done, best.unlike))
    )
    assert result.ratio < near
    assert reports[-1] == (270, result.unlike)
    assert [unlike for _, unlike in reports] == sorted((unlike for _, unlike in reports), reverse=True)
    assert np.array_equal(draw(generator, Point(latent=Numbers(result.values, result.space))), result.pixels)


def test_that_beginning_at_the_answer_begins_at_no_distance():
    generator = plain()
    z = generator.latents([7])
    result = project(generator, generator.images(z)[0], start=z, steps=0)
    assert result.error == 0.0
    assert result.values == tuple(z[0].tolist())


def test_that_latents_of_a_uniform_prior_stay_inside_it():
    generator = plain(prior="uniform")
    result = project(generator, np.zeros((8, 8, 3), np.uint8), steps=40, restarts=2)
    assert 0.0 <= min(result.values) <= max(result.values) <= 1.0


def test_that_projection_can_be_left_and_refuses_another_shape():
    generator = plain()
    with pytest.raises(CancelledError):
        project(generator, np.zeros((8, 8, 3), np.uint8), cancelled=lambda: True)
    with pytest.raises(ValueError, match="this generator draws"):
        project(generator, np.zeros((9, 8, 3), np.uint8))


def test_that_projection_touches_neither_weights_nor_random_state():
    generator = plain()
    before, weights = torch.random.get_rng_state(), [p.clone() for p in generator.network.parameters()]
    project(generator, np.zeros((8, 8, 3), np.uint8), steps=3)
    assert torch.equal(before, torch.random.get_rng_state())
    assert all(
        torch.equal(a, b) and b.grad is None for a, b in zip(weights, generator.network.parameters(), strict=True)
    )


def test_that_features_of_a_discriminator_join_the_comparison():
    recipe = Linear(resolution=8, batch=4, latent=6, generator_widths="16", discriminator_widths="16")
    _, critic = recipe.networks(ImageSpec(3))
    features = features_of(critic)
    generator = plain()
    target = generator.images(generator.latents([7]))[0]
    seen = features(torch.zeros(2, 3, 8, 8))
    assert seen.shape == (2, 16)
    assert project(generator, target, steps=100, features=features).ratio < 0.2
    assert all(not module._forward_pre_hooks for module in critic.modules())


def tiny_network() -> nn.Module:
    torch.manual_seed(0)
    first = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU())
    return nn.Sequential(
        first, nn.MaxPool2d(2), nn.Conv2d(4, 6, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(96, 5)
    )


def test_that_a_network_compares_places_as_directions():
    features = perceptual(tiny_network(), 8)
    pictures = torch.rand(2, 3, 8, 8, generator=torch.Generator().manual_seed(0)) * 2 - 1
    seen = features(pictures)
    assert seen.shape == (2, 4 * 64 + 6 * 16)
    assert all(0.5 < square < 1.001 for square in seen[:, :256].square().sum(1).tolist())
    assert features(pictures[:, :1, :4, :4]).shape == seen.shape
    assert torch.allclose(seen[1:], features(pictures[1:]), atol=1e-6)


def test_that_a_network_without_places_is_refused():
    with pytest.raises(PerceptualError):
        perceptual(nn.Sequential(nn.Flatten(), nn.Linear(192, 4)), 8)


def test_that_a_picture_is_found_again_by_a_network_too():
    generator = plain()
    target = generator.images(generator.latents([7]))[0]
    reports = []
    features = perceptual(tiny_network(), 8)
    result = project(
        generator, target, steps=60, features=features, on_progress=lambda done, total, _: reports.append(done)
    )
    assert result.ratio < 0.05
    assert reports[-1] == 60 + 10 * 18


# Nearest and maps -----------------------------------------------------------------------------------------------------


def noise(count: int, size: int = 32) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, size, size, 3), np.uint8)


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


# Films ----------------------------------------------------------------------------------------------------------------


def seeds(*numbers: int) -> list[Point]:
    return [Point(latent=Seed(number)) for number in numbers]


@pytest.mark.parametrize("easing", EASINGS)
def test_that_a_film_meets_every_keyframe(easing):
    points = seeds(1, 2, 3)
    frames = film(points, 30, easing=easing)
    assert len(frames) == 30
    assert (frames[0], frames[-1]) == (points[0], points[2])
    assert points[1] in frames
    looped = film(points, 31, loop=True, easing=easing)
    assert looped[0] == points[0]
    assert looped[-1] != points[0] or easing == "rest"


def test_that_a_longer_leg_gets_more_frames():
    frames = film(seeds(1, 2, 3), 41, lengths=[1.0, 3.0])
    assert frames.index(seeds(2)[0]) == 10


@pytest.mark.parametrize("easing", EASINGS)
def test_that_easing_goes_from_nothing_to_all_and_never_back(easing):
    way = [eased(index / 100, easing) for index in range(101)]
    assert (way[0], way[-1]) == (0.0, 1.0)
    assert way == sorted(way)


def test_that_each_easing_has_its_own_pace():
    """What the person chooses between: one speed; slow at the keyframes; and still for 15 % of the way at both ends."""
    paces = {easing: [eased(share, easing) for share in (0.1, 0.25, 0.5, 0.75, 0.9)] for easing in EASINGS}
    assert paces["even"] == [0.1, 0.25, 0.5, 0.75, 0.9]
    assert paces["soft"] == pytest.approx([0.0245, 0.1464, 0.5, 0.8536, 0.9755], abs=1e-4)
    assert paces["rest"] == pytest.approx([0.0, 0.0495, 0.5, 0.9505, 1.0], abs=1e-4)


def test_that_a_film_is_eased_as_it_was_asked_to_be():
    shares = {easing: film(seeds(1, 2), 11, easing=easing)[1].latent for easing in EASINGS}
    assert shares["even"] == Between(Seed(1), Seed(2), 0.1)
    assert isinstance(shares["soft"], Between)
    assert 0 < shares["soft"].share < 0.05
    assert shares["rest"] == Seed(1)


def test_that_legs_are_measured_from_each_keyframe_to_the_next_and_back_only_in_a_loop():
    def distance(first: Point, second: Point) -> float:
        assert isinstance(first.latent, Seed)
        assert isinstance(second.latent, Seed)
        return abs(second.latent.seed - first.latent.seed)

    assert leg_lengths(seeds(1, 2, 5), distance, loop=False) == [1, 3]
    assert leg_lengths(seeds(1, 2, 5), distance, loop=True) == [1, 3, 4]


def test_that_one_keyframe_is_a_still_and_none_is_refused():
    assert film(seeds(1), 5) == seeds(1) * 5
    with pytest.raises(ValueError, match="keyframe first"):
        film([], 5)
    with pytest.raises(ValueError, match="at least 3"):
        film(seeds(1, 2, 3), 2)


def test_that_latents_have_words():
    assert words(Seed(42)) == "seed 42"
    assert words(film(seeds(42, 77), 3)[1].latent) == "42 to 77, 50 %"


# Live -----------------------------------------------------------------------------------------------------------------


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
