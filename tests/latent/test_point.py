"""Points as JSON: exactly what went in comes out, and a stranger's file is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.latent.point import (
    LAST_SEED,
    Between,
    Mix,
    Numbers,
    Point,
    PointError,
    Push,
    Seed,
    between,
    blend,
    depth,
    from_json,
    knot,
    on_map,
    on_plane,
    to_json,
    variation,
    words,
)

numbers = st.floats(-10, 10, width=32)
leaves = st.one_of(
    st.builds(Seed, st.integers(0, LAST_SEED)),
    st.builds(Numbers, st.lists(numbers, min_size=1, max_size=5).map(tuple), st.sampled_from(["z", "w"])),
)
latents = st.recursive(
    leaves,
    lambda inner: st.builds(Between, inner, inner, numbers, st.sampled_from(["slerp", "lerp", "w"])),
    max_leaves=6,
)
points = st.builds(
    Point,
    latent=latents,
    classes=st.dictionaries(st.text(max_size=10), st.floats(0, 1), max_size=3).map(
        lambda weights: tuple(weights.items())
    ),
    psi=st.floats(-2, 4),
    cutoff=st.integers(0, 20),
    mix=st.none() | st.builds(Mix, latents, st.lists(st.integers(0, 20), max_size=4).map(tuple)),
    noise=st.none() | st.integers(-1, LAST_SEED),
    pushes=st.dictionaries(st.text(max_size=10), numbers, max_size=3).map(
        lambda strengths: tuple(Push(name, strength) for name, strength in strengths.items())
    ),
    checkpoint=st.text(max_size=20),
)


@given(points)
def test_that_a_point_comes_back_from_json_as_it_was(point):
    assert from_json(json.loads(json.dumps(to_json(point)))) == point


def test_that_a_plain_point_is_a_few_bytes():
    assert json.dumps(to_json(Point(latent=Seed(7)))) == '{"latent": {"seed": 7}}'


@pytest.mark.parametrize(
    "fields",
    [
        None, 3, [], {}, {"latent": {}}, {"latent": {"seed": -1}}, {"latent": {"seed": 2**32}},
        {"latent": {"seed": 1.5}},
        {"latent": {"seed": True}}, {"latent": {"z": []}}, {"latent": {"z": [float("nan")]}}, {"latent": {"z": ["1"]}},
        {"latent": {"seed": 1, "z": [1]}}, {"latent": {"seed": 1}, "psi": float("inf")},
        {"latent": {"seed": 1}, "odd": 1},
        {"latent": {"seed": 1}, "noise": -2}, {"latent": {"seed": 1}, "classes": {"a": 2}},
        {"latent": {"between": [{"seed": 1}], "share": 0.5, "mode": "slerp"}},
        {"latent": {"between": [{"seed": 1}, {"seed": 2}], "share": 0.5, "mode": "jump"}},
        {"latent": {"seed": 1}, "mix": {"latent": {"seed": 1}, "layers": "all"}},
        {"latent": {"seed": 1}, "pushes": {"a": 1e9}},
    ],
)  # fmt: skip
def test_that_what_is_no_point_is_refused_with_a_sentence(fields):
    with pytest.raises(PointError, match=r"\.$"):
        from_json(fields)


def test_that_a_latent_nested_without_end_is_refused():
    latent = {"seed": 1}
    for _ in range(500):
        latent = {"between": [latent, {"seed": 2}], "share": 0.5, "mode": "lerp"}
    with pytest.raises(PointError, match="nested"):
        from_json({"latent": latent})


def test_that_the_ends_of_a_way_are_the_latents_themselves():
    a, b = Seed(1), Seed(2)
    assert between(a, b, 0.0) is a
    assert between(a, b, 1.0) is b
    assert between(a, Seed(1), 0.4) == a
    assert variation(a, 9, 0.0) is a


def test_that_the_corners_of_a_plane_are_its_latents():
    corners = (Seed(1), Seed(2), Seed(3), Seed(4))
    assert [on_plane(corners, x, y) for y in (0, 1) for x in (0, 1)] == list(corners)
    assert depth(on_plane(corners, 0.5, 0.5)) == 2


def test_that_a_blend_begins_and_ends_with_its_points():
    first = Point(latent=Seed(1), psi=0.5, classes=(("a", 1.0),), pushes=(Push("smile", 2.0),))
    second = Point(latent=Seed(2), psi=1.0, classes=(("b", 1.0),))
    assert blend(first, second, 0.0) is first
    assert blend(first, second, 1.0) is second
    half = blend(first, second, 0.5)
    assert half.psi == 0.75
    assert dict(half.classes) == {"a": 0.5, "b": 0.5}
    assert half.strength("smile") == 1.0


def test_that_strength_zero_leaves_no_trace():
    point = Point(latent=Seed(1))
    assert point.with_push("smile", 2.0).with_push("smile", 0.0) == point


def test_that_latents_have_words():
    assert words(Seed(42)) == "seed 42"
    assert words(Between(Seed(42), Seed(77), 0.5)) == "42 to 77, 50 %"


def test_that_the_map_has_no_edges_and_its_first_cell_is_the_plane_of_its_corners():
    corners = (Seed(1), Seed(2), Seed(3), Seed(4))
    assert on_map(corners, 0.3, 0.6) == on_plane(corners, 0.3, 0.6)
    for x, y in ((2.0, 0.5), (-3.0, 0.25), (7.0, -9.5)):
        left, right = on_map(corners, x - 1e-9, y), on_map(corners, x, y)
        assert isinstance(left, Between)
        assert left.share == y % 1
        assert left.first.second == right.first, "the cell to the left ends where this one begins"
        assert left.second.second == right.second
    assert on_map(corners, 40.0, -17.0) == on_map(corners, 40.0, -17.0) == knot(corners[0], 40, -17)
    assert len({knot(corners[0], x, y) for x in range(20) for y in range(20)}) > 390
