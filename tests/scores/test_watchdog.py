"""Planted faults, as streams of events: each is named within a stated number of images, and a healthy run never."""

import dataclasses
import math
import random
from collections.abc import Callable, Iterable

import pytest
from streams import Losses, alarms, healthy, rising, started, stream

from ganstudio.core.events import Event, Progress, Scored, Warned
from ganstudio.scores.watchdog import WARM_UP_KIMG, Verdict, Watchdog


def test_that_a_healthy_run_raises_no_alarm():
    watchdog = Watchdog()
    assert alarms(stream(score=lambda kimg: 5 / (1 + kimg)), watchdog) == {}
    assert watchdog.verdict.mood == "good"
    assert "the lowest of all" in watchdog.verdict.sentence


def test_that_a_run_that_has_just_begun_is_not_judged():
    watchdog = Watchdog()
    sure = {"generator": 8.0, "discriminator": 0.01, "D(x)": 0.99, "D(G(z))": 0.01}
    assert alarms(stream(until=WARM_UP_KIMG - 0.1, losses=lambda _: sure, variety=lambda _: 0.0), watchdog) == {}
    assert watchdog.verdict.mood == "waiting"


def test_that_a_generator_that_falls_to_one_image_is_a_collapse_within_two_thousand_images():
    warnings = alarms(stream(variety=lambda kimg: rising(kimg) if kimg < 10 else 0.01))
    assert warnings.keys() == {"collapse"}
    at, warned = warnings["collapse"]
    assert 10 < at <= 12
    assert warned.remedy == {"generator_lr": 1e-4}


def test_that_a_generator_frozen_from_the_start_is_a_collapse_within_six_thousand_images():
    warnings = alarms(stream(variety=lambda _: 0.0))
    assert warnings["collapse"][0] <= 6


def certain(kimg: float) -> dict[str, float]:
    return {"generator": 9.0 + kimg, "discriminator": 0.01, "D(x)": 0.995, "D(G(z))": 0.004}


def test_that_an_overpowering_discriminator_is_named_within_ten_thousand_images():
    warnings = alarms(stream(losses=certain, variety=lambda _: 0.1))
    assert warnings.keys() == {"discriminator"}
    at, warned = warnings["discriminator"]
    assert at <= 10
    assert warned.remedy == {"discriminator_lr": 1e-4, "label_smoothing": 0.1}


def test_that_a_certain_discriminator_is_left_alone_while_samples_become_more_varied():
    """As large pictures begin: the discriminator is hardly ever wrong, and the generator learns all the same."""
    assert alarms(stream(losses=certain, variety=lambda kimg: 0.03 * kimg, until=14)) == {}


def test_that_a_discriminator_with_ten_times_the_learning_rate_is_named_while_samples_are_alike():
    def sure(kimg: float) -> dict[str, float]:
        return {"generator": 3.0 + kimg, "discriminator": 0.3, "D(x)": 0.88, "D(G(z))": 0.13}

    rates = {"generator_lr": 2e-4, "discriminator_lr": 2e-3}
    warnings = alarms(stream(losses=sure, variety=lambda _: 0.2), Watchdog(rates))
    assert warnings["discriminator"][0] <= 4
    assert warnings["discriminator"][1].remedy == {"discriminator_lr": 1e-3}
    assert alarms(stream(losses=sure, variety=lambda _: 0.8), Watchdog(rates)) == {}
    assert alarms(stream(losses=sure, variety=lambda _: 0.2)) == {}


def test_that_learning_rates_near_zero_are_named_though_batches_differ():
    def losses(kimg: float) -> dict[str, float]:
        noise = 0.01 * random.Random(round(kimg * 1000)).random()
        return {"generator": 0.7 + noise, "discriminator": 1.39 - noise, "D(x)": 0.51, "D(G(z))": 0.5 + noise}

    assert alarms(stream(losses=losses, variety=lambda _: 0.15)).keys() == {"still"}
    assert alarms(stream(losses=losses, variety=lambda _: 0.8)) == {}


def test_that_a_certain_discriminator_is_left_alone_while_scores_improve():
    assert alarms(stream(losses=certain, variety=lambda _: 0.1, score=lambda kimg: 5 / (1 + kimg))) == {}


def test_that_an_overpowering_generator_is_named_within_six_thousand_images():
    fooled = {"generator": 0.2, "discriminator": 1.9, "D(x)": 0.35, "D(G(z))": 0.65}
    warnings = alarms(stream(losses=lambda kimg: fooled | {"generator": 0.2 + 0.01 * kimg}))
    assert warnings.keys() == {"generator"}
    assert warnings["generator"][0] <= 6


def test_that_a_discriminator_that_does_worse_than_a_coin_means_an_overpowering_generator():
    def useless(kimg: float) -> dict[str, float]:
        noise = 0.05 * random.Random(round(kimg * 1000)).random()
        return {"generator": 0.5 + 0.01 * kimg, "discriminator": 1.42, "D(x)": 0.52, "D(G(z))": 0.51 + noise}

    warnings = alarms(stream(losses=useless))
    assert warnings.keys() == {"generator"}
    assert warnings["generator"][0] <= 4
    assert warnings["generator"][1].remedy == {"generator_lr": 1e-4}


def test_that_swinging_between_the_two_is_oscillation():
    def swing(kimg: float) -> dict[str, float]:
        fake = 0.5 + 0.4 * math.sin(2 * math.pi * kimg / 0.6)
        return {"generator": 1 + fake, "discriminator": 1.0, "D(x)": 0.9, "D(G(z))": fake}

    assert alarms(stream(losses=swing)).keys() == {"oscillation"}


def test_that_one_slow_change_is_no_oscillation():
    def drift(kimg: float) -> dict[str, float]:
        return healthy(kimg) | {"D(G(z))": max(0.1, 0.7 - 0.2 * kimg)}

    assert alarms(stream(losses=drift)) == {}


def test_that_losses_that_never_move_mean_that_nothing_is_learned():
    still = {"generator": 0.7, "discriminator": 1.4, "D(x)": 0.5, "D(G(z))": 0.5}
    assert alarms(stream(losses=lambda _: still)).keys() == {"still"}


def test_that_invalid_losses_are_named_at_once():
    watchdog = Watchdog()
    bad = Progress(step=9, kimg=0.5, seconds=1, images_per_second=1, losses={"generator": math.nan})
    assert [warning.topic for warning in watchdog.hear(bad)] == ["invalid"]
    assert watchdog.verdict.mood == "bad"


def test_that_a_roll_back_is_the_verdict_until_training_goes_on():
    watchdog = Watchdog()
    list(map(watchdog.hear, stream(until=6)))
    rolled = Warned(step=3, topic="diverged", message="Step 9 gave invalid numbers.")
    assert watchdog.hear(rolled) == []
    assert watchdog.verdict.sentence == rolled.message
    list(map(watchdog.hear, list(stream(until=7))[1:]))
    assert watchdog.verdict.mood == "good"


def test_that_a_discriminator_that_rejects_held_out_images_knows_its_own_by_heart():
    def losses(kimg: float) -> dict[str, float]:
        return healthy(kimg) | {"D(x)": 0.9, "D(G(z))": 0.1, "D(held out)": max(0.2, 0.9 - 0.1 * kimg)}

    warnings = alarms(stream(losses=losses))
    assert warnings.keys() == {"memory"}
    assert 5 < warnings["memory"][0] < 11


def test_that_a_score_that_rises_again_is_past_its_best():
    warnings = alarms(stream(until=40, score=lambda kimg: abs(kimg - 15) + 2))
    assert warnings.keys() == {"past"}
    assert 20 < warnings["past"][0] < 27


def test_that_three_scores_far_above_the_lowest_are_chance_where_their_error_is_as_large():
    """Measured on real runs: a lowest of 0.0024, then 0.0044 to 0.006 with a spread of 0.002, and still learning."""
    unlucky = {"until": 40.0, "score": lambda kimg: 2.4 if 15 < kimg < 18 else 4.8 + math.sin(kimg)}
    assert "past" not in alarms(stream(**unlucky, error=0.8))
    assert "past" in alarms(stream(**unlucky, error=0.05))


def test_that_scores_of_old_runs_which_tell_no_error_are_never_past_their_best():
    events = [dataclasses.replace(event, behind=0.0) if isinstance(event, Scored) else event
              for event in stream(until=40, score=lambda kimg: abs(kimg - 15) + 2)]  # fmt: skip
    assert "past" not in alarms(events)


def verdict_of(events: Iterable[Event]) -> Verdict:
    watchdog = Watchdog({})
    alarms(events, watchdog)
    return watchdog.verdict


def test_that_samples_worse_than_blurred_training_images_are_not_said_to_go_well_though_the_last_is_the_best():
    def falling(kimg: float) -> float:
        return 5 / (1 + kimg)

    poor = verdict_of(stream(score=falling, spoilt=0.1))
    assert "Learning well" not in poor.sentence
    assert "its pictures score worse than blurred training images" in poor.sentence
    assert "The last score is the lowest of all." in poor.sentence
    good = verdict_of(stream(score=falling, spoilt=3.0))
    assert good.mood == "good"
    assert good.sentence.startswith("Learning well.")


def test_that_scores_of_other_features_are_not_compared():
    events = list(stream(score=lambda kimg: 1.0 if kimg < 10 else 50.0))
    changed = [
        dataclasses.replace(event, features="other")
        if getattr(event, "kimg", 0) > 10 and hasattr(event, "scores")
        else event
        for event in events
    ]
    assert alarms(changed) == {}
    assert "past" in alarms(events)


def test_that_a_network_that_has_grown_is_not_past_its_best():
    events = list(stream(score=lambda kimg: 1.0 if kimg < 10 else 50.0))
    grown = [dataclasses.replace(event, level=min(3.0, event.kimg // 5)) if hasattr(event, "scores") else event
             for event in events]  # fmt: skip
    assert alarms(grown) == {}


def test_that_few_images_and_copies_are_named():
    watchdog = Watchdog()
    (warned,) = watchdog.hear(started(8))
    assert warned.topic == "few"
    assert "8 training images" in warned.message
    events = list(stream(until=6, score=lambda _: 1.0))
    copied = [dataclasses.replace(event, scores={"KID": 1.0, "copies": 0.95, "copies held out": 0.01})
              if hasattr(event, "scores") else event for event in events]  # fmt: skip
    assert alarms(copied).keys() == {"copies"}


def test_that_augmentation_is_advised_only_where_it_is_off():
    for augment, advised in (("none", True), ("diffaugment", False)):
        (warned,) = Watchdog({"augment": augment}).hear(started(8))
        assert ("augmentation" in warned.advice) == advised
        assert bool(warned.remedy) == advised


def test_that_a_warning_is_given_once_and_again_only_after_its_cause_has_gone():
    phases = [(5, 0.8), (10, 0.0), (15, 0.8), (20, 0.0)]
    watchdog = Watchdog()
    said = []
    for event in stream(variety=lambda kimg: next(value for until, value in phases if kimg <= until + 1)):
        said += watchdog.hear(event)
    assert [warning.topic for warning in said] == ["collapse", "collapse"]


@pytest.mark.parametrize("seed", range(5))
def test_that_wasserstein_scores_are_not_taken_for_probabilities(seed):
    noise = random.Random(seed)

    def critic(kimg: float) -> dict[str, float]:
        return {"generator": -3 - noise.random(), "discriminator": -5 + noise.random(), "D(x)": 4 + noise.random(),
                "D(G(z))": -3.0 - 6 * noise.random()}  # fmt: skip

    assert alarms(stream(losses=critic)) == {}


# Where the thresholds lie ---------------------------------------------------------------------------------------------


def unequal(gap: float, *, discriminator: float = 0.9) -> Losses:
    """D(x) and D(G(z)) `gap` apart, while the generator's loss grows."""
    return lambda kimg: {"generator": 2 + kimg, "discriminator": discriminator, "D(x)": 0.5 + gap / 2,
                         "D(G(z))": 0.5 - gap / 2}  # fmt: skip


def to_and_fro(reach: float) -> Losses:
    """D(G(z)) in one bin (five batches) at 0.3, in the next at `reach` more."""

    def losses(kimg: float) -> dict[str, float]:
        fake = 0.3 + reach * ((round(kimg / 0.064) - 1) // 5 % 2)
        return {"generator": 1 + kimg, "discriminator": 1.0, "D(x)": 0.9, "D(G(z))": fake}

    return losses


def by_heart(share: float, gap: float = 0.8) -> Losses:
    """Held-out images at this share of the way from reals to fakes, which are `gap` apart."""
    return lambda kimg: healthy(kimg) | {"D(x)": 0.9, "D(G(z))": 0.9 - gap, "D(held out)": 0.9 - share * gap}


def growing(share: float, gap: float = 0.4) -> Losses:
    """Losses that grow by `share` over each 1,000 images; D(x) and D(G(z)) `gap` apart."""
    return lambda kimg: {"generator": 1 + share * kimg, "discriminator": 1 + share * kimg, "D(x)": 0.7,
                         "D(G(z))": 0.7 - gap}  # fmt: skip


def falls(peak: float, to: float) -> Callable[[float], float]:
    return lambda kimg: peak if kimg < 10 else to


def jump(factor: float) -> Callable[[float], float]:
    return lambda kimg: 1.0 if kimg < 10 else factor


def lopsided(factor: float) -> Watchdog:
    return Watchdog({"generator_lr": 1e-4, "discriminator_lr": factor * 1e-4})


@pytest.mark.parametrize(
    ("topic", "beyond", "within"),
    [
        ("few", {"images": 99}, {"images": 100}),
        ("collapse", {"variety": falls(0.8, 0.14)}, {"variety": falls(0.8, 0.16)}),
        ("collapse", {"variety": falls(0.41, 0.1)}, {"variety": falls(0.39, 0.1)}),
        ("collapse", {"variety": lambda _: 0.019}, {"variety": lambda _: 0.021}),
        ("collapse", {"variety": lambda _: 0.0, "until": 5.6}, {"variety": lambda _: 0.0, "until": 4.9}),
        ("discriminator", {"losses": unequal(0.95), "variety": lambda _: 0.1},
         {"losses": unequal(0.93), "variety": lambda _: 0.1}),
        ("discriminator", {"losses": unequal(0.95), "variety": lambda _: 0.1, "until": 8.4},
         {"losses": unequal(0.95), "variety": lambda _: 0.1, "until": 7.9}),
        ("discriminator", {"losses": unequal(0.95), "variety": lambda kimg: 0.03 * kimg**0.3},
         {"losses": unequal(0.95), "variety": lambda kimg: 0.03 * kimg**0.8}),
        ("generator", {"losses": unequal(-0.13)}, {"losses": unequal(-0.11)}),
        ("generator", {"losses": unequal(-0.05, discriminator=1.4)}, {"losses": unequal(-0.05, discriminator=1.37)}),
        ("oscillation", {"losses": to_and_fro(0.37)}, {"losses": to_and_fro(0.33)}),
        ("memory", {"losses": by_heart(0.62)}, {"losses": by_heart(0.58)}),
        ("memory", {"losses": by_heart(0.9, gap=0.11)}, {"losses": by_heart(0.9, gap=0.09)}),
        ("still", {"losses": growing(3e-5)}, {"losses": growing(2e-4)}),
        ("past", {"score": jump(1.55)}, {"score": jump(1.45)}),
        ("past", {"score": jump(9.0), "until": 16.2}, {"score": jump(9.0), "until": 14.2}),
    ],
)  # fmt: skip
def test_that_an_alarm_is_raised_beyond_its_threshold_and_not_before(topic, beyond, within):
    assert topic in alarms(stream(**beyond))
    assert topic not in alarms(stream(**within))


def test_that_a_smaller_difference_is_enough_only_between_learning_rates_of_five_to_one():
    alike = {"variety": lambda _: 0.2, "until": 6.0}
    assert "discriminator" in alarms(stream(losses=unequal(0.72), **alike), lopsided(5.5))
    assert "discriminator" not in alarms(stream(losses=unequal(0.68), **alike), lopsided(5.5))
    assert "discriminator" not in alarms(stream(losses=unequal(0.72), **alike), lopsided(4.5))


def test_that_losses_that_barely_move_are_still_only_where_real_and_generated_look_alike():
    barely = {"variety": lambda _: 0.2}
    assert "still" in alarms(stream(losses=growing(0.005, 0.02), **barely))
    assert "still" not in alarms(stream(losses=growing(0.005, 0.05), **barely))
    assert "still" not in alarms(stream(losses=growing(0.05, 0.02), until=10, **barely))


def test_that_two_grids_of_one_picture_are_no_collapse_and_three_are():
    def dip(until: float) -> Callable[[float], float]:
        return lambda kimg: 0.0 if 10 < kimg < until else 0.8

    assert alarms(stream(variety=dip(11.2))) == {}  # grids at 10.24 and 10.75
    assert "collapse" in alarms(stream(variety=dip(11.7)))


def test_that_one_odd_look_at_held_out_images_is_not_knowing_by_heart():
    def losses(kimg: float) -> dict[str, float]:
        return by_heart(0.9 if round(kimg / 0.064) % 10 == 0 else 0.1)(kimg)

    assert alarms(stream(losses=losses)) == {}


@pytest.mark.parametrize(("copies", "usual", "named"), [(0.25, 0.0, True), (0.19, 0.0, False), (0.45, 0.3, False)])
def test_that_copies_count_only_beyond_what_new_images_would_be_taken_for(copies, usual, named):
    events = [dataclasses.replace(event, scores={"KID": 1.0, "copies": copies, "copies held out": usual})
              if hasattr(event, "scores") else event for event in stream(until=6, score=lambda _: 1.0)]  # fmt: skip
    assert ("copies" in alarms(events)) == named


@pytest.mark.parametrize("fake", [0.001, 0.004, 0.04, 0.1, 0.3, 0.5])
@pytest.mark.parametrize("variety", [0.01, 0.1, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("score", [None, lambda kimg: 5 / (1 + kimg), lambda kimg: 5.0 + math.sin(kimg)])
def test_that_learning_well_is_never_said_beside_numbers_that_say_otherwise(fake, variety, score):
    """The hints below the plots and the numbers of the verdict: D(G(z)) near 0, variety near 0."""
    watchdog = Watchdog({"generator_lr": 2e-4, "discriminator_lr": 2e-4})
    sides = {"generator": 1.0, "discriminator": -math.log(1 - fake) - math.log(0.9), "D(x)": 0.9, "D(G(z))": fake}

    def losses(kimg: float) -> dict[str, float]:
        wobble = 1 + 0.2 * random.Random(round(kimg * 1000)).random()
        return {name: value if name == "D(x)" else value * wobble for name, value in sides.items()}

    for event in stream(losses=losses, variety=lambda _: variety, score=score, until=14):
        watchdog.hear(event)
        if fake < 0.04 or variety < 0.15:
            assert "well" not in watchdog.verdict.sentence
            assert "busy" not in watchdog.verdict.sentence
