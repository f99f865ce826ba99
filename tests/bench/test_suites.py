"""Measurements: that ratios compare like with like, and that both sides really do their work."""

import pytest

from ganstudio.bench.suites import decoding_figures, in_turns, modes, picture, step_figures
from ganstudio.models.linear.recipe import Linear


def test_that_works_take_turns_and_count_their_images():
    calls = []
    speeds = in_turns([(lambda: calls.append("a"), 64), (lambda: calls.append("b"), 1)], 0.02, rounds=2)
    assert calls[:2] == ["a", "b"]  # each warms up once
    turns = [call for call, before in zip(calls, [None, *calls], strict=False) if call != before]
    assert turns == ["a", "b"] * 3
    assert speeds[0] > speeds[1]


@pytest.mark.slow
def test_that_a_step_is_measured_beside_a_plain_one():
    tiny = Linear(resolution=8, batch=2, generator_widths="8", discriminator_widths="8")
    (figure,) = step_figures("cpu", 0.01, (tiny,))
    assert figure.name == "linear 8 px"
    assert figure.images_per_second > 0
    assert figure.ratio == figure.images_per_second / figure.plain


@pytest.mark.slow
def test_that_decoding_is_measured_beside_a_bare_pool(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (figure,) = decoding_figures(12, 16, rounds=1)
    assert "12 JPEG files" in figure.name
    assert figure.images_per_second > 0
    assert figure.plain > 0


def test_that_a_setting_of_all_is_told_and_gives_way_to_a_cures_own():
    tiny = {"width": 8, "batch": 16, "beta1": 0.9}
    same, other = ({"cure": {"beta1": beta1}} for beta1 in (0.9, 0.0))
    first = next(modes(same, base=tiny, seeds=1, steps=2))
    assert first.target == "ring of 8, width 8, batch 16, beta1 0.9"
    assert next(modes(other, base=tiny, seeds=1, steps=2)).points != first.points
    drawn = picture([first])
    assert drawn is not None
    assert drawn.width < drawn.height
