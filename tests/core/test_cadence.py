"""When things are due: on a clock that the test sets."""

import pytest

from ganstudio.core.cadence import RETRY, SAVE_EVERY, SAVE_FIRST, Cadence, Due


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_that_time_counts_from_going_on_to_a_pause(clock: Clock) -> None:
    cadence = Cadence(40.0, clock=clock)
    clock.now += 7.0
    assert cadence.seconds == 40.0
    cadence.go_on()
    clock.now += 2.0
    assert cadence.seconds == 42.0
    cadence.pause()
    clock.now += 3600.0
    assert cadence.seconds == 42.0
    cadence.go_on()
    clock.now += 1.0
    assert cadence.seconds == 43.0


def test_that_a_run_that_goes_on_saves_and_scores_first_as_a_new_one_does(clock: Clock) -> None:
    cadence = Cadence(500.0, clock=clock)
    assert not cadence.due("checkpoint")
    cadence.go_on()
    clock.now += SAVE_FIRST
    assert cadence.due("checkpoint")
    assert not cadence.due("score")
    clock.now += 5.0
    assert cadence.due("score")
    cadence.saved()
    clock.now += SAVE_EVERY - 0.1
    assert not cadence.due("checkpoint")
    clock.now += 0.1
    assert cadence.due("checkpoint")


@pytest.mark.parametrize(
    ("seconds", "cost", "pause"), [(0.0, 0.01, 1.0), (29.0, 0.5, 5.0), (30.0, 0.5, 25.0), (1000.0, 0.01, 40.0)]
)
def test_that_the_pause_between_grids_follows_their_cost_and_the_age_of_the_run(
    clock: Clock, seconds: float, cost: float, pause: float
) -> None:
    cadence = Cadence(seconds, clock=clock)
    cadence.sampled(cost)
    assert cadence.next["samples"] == pytest.approx(seconds + pause)


def test_that_where_nothing_can_be_scored_no_score_is_due_even_at_the_end(clock: Clock) -> None:
    cadence = Cadence(clock=clock)
    cadence.go_on()
    clock.now += 30.0
    assert cadence.last_score_due()
    cadence.scored(None)
    clock.now += 1e9
    assert not cadence.due("score")
    assert not cadence.last_score_due()


def test_that_a_snapshot_is_due_once_for_each_stretch_of_images(clock: Clock) -> None:
    cadence = Cadence(clock=clock)
    assert cadence.snapshot_due(0)
    cadence.kept(0, cost=0.0)
    assert not cadence.snapshot_due(999)
    assert cadence.snapshot_due(1000)
    assert not Cadence(snapshot_at=1000, clock=clock).snapshot_due(1999)


def test_that_a_snapshot_that_took_long_is_followed_by_a_hundred_times_as_long_without(clock: Clock) -> None:
    cadence = Cadence(clock=clock)
    cadence.go_on()
    cadence.kept(1000, cost=2.0)
    clock.now += 199.0
    assert not cadence.snapshot_due(9000)
    clock.now += 1.0
    assert cadence.snapshot_due(9000)


@pytest.mark.parametrize("what", ["samples", "checkpoint", "snapshot"])
def test_that_what_a_full_disk_refused_is_due_again_half_a_minute_later(clock: Clock, what: Due) -> None:
    cadence = Cadence(100.0, clock=clock)
    cadence.refused(what)
    assert cadence.next[what] == 100.0 + RETRY
