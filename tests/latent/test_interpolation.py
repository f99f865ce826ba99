"""Films through pins: every pin is met, and each easing has its own pace."""

import pytest

from ganstudio.core.film_requests import EASINGS
from ganstudio.latent.interpolation import eased, film, leg_lengths
from ganstudio.latent.point import Between, Point, Seed


def seeds(*numbers: int) -> list[Point]:
    return [Point(latent=Seed(number)) for number in numbers]


@pytest.mark.parametrize("easing", EASINGS)
def test_that_a_film_meets_every_pin(easing):
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
    """What the person chooses between: one speed; slow at the pins; and still for 15 % of the way at both ends."""
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


def test_that_legs_are_measured_from_each_pin_to_the_next_and_back_only_in_a_loop():
    def distance(first: Point, second: Point) -> float:
        assert isinstance(first.latent, Seed)
        assert isinstance(second.latent, Seed)
        return abs(second.latent.seed - first.latent.seed)

    assert leg_lengths(seeds(1, 2, 5), distance, loop=False) == [1, 3]
    assert leg_lengths(seeds(1, 2, 5), distance, loop=True) == [1, 3, 4]


def test_that_one_pin_is_a_still_and_none_is_refused():
    assert film(seeds(1), 5) == seeds(1) * 5
    with pytest.raises(ValueError, match="Pin a place first"):
        film([], 5)
    with pytest.raises(ValueError, match="at least 3"):
        film(seeds(1, 2, 3), 2)
