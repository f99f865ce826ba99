"""Judging what was enlarged, and the watch over a network that learns it: what it says, when, and when it is silent."""

import math
from dataclasses import replace

import pytest
import torch

from ganstudio.core.events import Progress, Scored, Started, Warned
from ganstudio.scores.enlarging import Enlargements, Pair, enlarged_plainly, quality_of
from ganstudio.scores.superres_watch import SuperResWatch

GOOD = {"PSNR": 25.0, "PSNR bicubic": 23.0, "perceptual": 1.5, "perceptual bicubic": 2.0, "brightness": 0.5,
        "brightness bicubic": 0.5, "colour shift": 0.5, "pattern": 0.3, "pattern bicubic": 0.3}  # fmt: skip


def pair(number: int = 0, scale: int = 4) -> Pair:
    generator = torch.Generator().manual_seed(number)
    small = torch.rand(1, 3, 12, 12, generator=generator)
    large = torch.nn.functional.interpolate(small, scale_factor=scale, mode="bicubic").clamp(0, 1)
    return Pair((small * 255).round() / 255, large, f"{number}")


def scored(step: int, level: float = 1.0, **changes: float) -> Scored:
    changed = {name.replace("_", " "): value for name, value in changes.items()}
    return Scored(step=step, kimg=step / 1000, scores=GOOD | changed, count=20, features="x", level=level)


def progress(step: int, **losses: float) -> Progress:
    return Progress(step=step, kimg=step / 1000, seconds=step, images_per_second=1.0, losses=losses)


def started() -> Started:
    return Started(run="r", recipe="superres", device="CPU", precision="fp32", images=100, resolution=64, channels=3,
                   batch=16, step=0, kimg=0.0)  # fmt: skip


def said(*events: object) -> list[Warned]:
    watch = SuperResWatch()
    return [warned for event in (started(), *events) for warned in watch.hear(event)]


def test_that_the_original_is_perfect_and_the_plain_ways_are_what_pillow_makes():
    known = pair()
    quality = quality_of(known.large, known)
    assert (quality.psnr, quality.psnr_y) == (100, 100)
    assert (quality.ssim, quality.ssim_y) == pytest.approx((1, 1))
    assert quality.colour_shift == pytest.approx(0, abs=1e-4)
    assert math.isnan(quality.perceptual)
    assert enlarged_plainly(known.small, 4, "bicubic").shape == known.large.shape


def test_that_worst_comes_first_and_the_plain_ways_are_always_there():
    known = Enlargements([pair(number) for number in range(3)])
    assert known.plain.keys() == {"bicubic", "Lanczos"}
    each = known.each(lambda small: enlarged_plainly(small, 4, "Lanczos"))
    order = known.worst_first(each)
    assert [each[place].psnr for place in order] == sorted(quality.psnr for quality in each)
    assert known.plain["Lanczos"].psnr == pytest.approx(sum(quality.psnr for quality in each) / 3)


def test_that_a_shift_of_colours_and_a_chequered_pattern_are_measured():
    known = pair()
    shifted = known.large.clone()
    shifted[:, 1] += 10 / 255
    assert quality_of(shifted, known).colour_shift == pytest.approx(10, abs=1.5)
    assert quality_of(shifted, known).pattern < 0.5
    chequered = known.large.clone()
    chequered[..., ::4, ::4] += 40 / 255
    assert quality_of(chequered, known).pattern > 5


def test_that_the_price_of_the_second_stage_is_said_once_and_in_words():
    events = [progress(1, fidelity=0.1), progress(2, adversarial=0.7), progress(3, adversarial=0.7)]
    assert [warned.topic for warned in said(*events)] == ["stage"]
    assert "about 2 dB" in said(*events)[0].message
    assert said(*events, scored(4, 2.0, PSNR=23.2)) == said(*events)  # 1.8 dB is the usual price


@pytest.mark.parametrize(("kimg", "topics"), [(40.0, ["stage"]), (40.016, [])])
def test_that_a_run_that_goes_on_says_it_where_the_stage_begins_and_not_within_it(kimg, topics):
    watch = SuperResWatch({"fidelity_kimg": 40.0})
    watch.hear(replace(started(), step=2500, kimg=kimg))
    assert [warned.topic for warned in watch.hear(progress(2501, adversarial=0.7))] == topics


@pytest.mark.parametrize(
    ("topic", "events"),
    [
        ("black", [scored(1, brightness=0.001)]),
        ("colours", [scored(1, colour_shift=12.0)]),
        ("checkerboard", [scored(1, pattern=4.0)]),
        ("artefacts", [scored(1), scored(2, 2.0, PSNR=18.0)]),
        ("artefacts", [scored(step, 2.0, PSNR=25 - step / 4, perceptual=1.5 + step / 9) for step in range(1, 5)]),
        ("invalid", [progress(1, generator=math.nan)]),
    ],
)
def test_that_what_goes_wrong_is_said_once_with_a_way_out_until_it_is_gone(topic, events):
    watch = SuperResWatch()
    warnings = [warned for event in [started(), *events, events[-1]] for warned in watch.hear(event)]
    assert [warned.topic for warned in warnings] == [topic]
    assert warnings[0].advice
    assert topic in watch.topics
    assert watch.verdict.mood in {"warn", "bad"}
    assert watch.hear(progress(8, generator=0.1)) == []
    watch.hear(scored(9, 2.0))
    assert watch.topics == frozenset()


def test_that_a_dark_folder_and_a_steady_second_stage_are_no_alarm():
    assert said(scored(1, brightness=0.015, brightness_bicubic=0.016)) == []
    steady = [scored(step, 2.0, PSNR=25 - step / 4, perceptual=1.5 - step / 9) for step in range(1, 8)]
    assert said(*steady) == []


def test_that_the_verdict_compares_with_bicubic():
    watch = SuperResWatch()
    assert watch.verdict.mood == "waiting"
    watch.hear(scored(1))
    assert watch.verdict.sentence == "Its pictures are 2.0 dB above bicubic, and to the eye of a network 25% nearer."
    watch.hear(scored(2, PSNR=22.0, perceptual=2.5))
    assert "1.0 dB below bicubic" in watch.verdict.sentence
    assert "25% further off" in watch.verdict.sentence
