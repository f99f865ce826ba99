"""The door for JSON: what comes through is of the kind that was asked for, or refused with one kind of error."""

import contextlib
import json
import math
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.core import events
from ganstudio.core.run import RunError, RunSettings
from ganstudio.core.schema import Inside, NullIsNan, Range, SchemaError, build, parse, read


@dataclass(frozen=True)
class Inner:
    name: str
    weight: Annotated[float, Range(0, 1)] = 0.5


@dataclass(frozen=True)
class Outer:
    kind: Literal["a", "b"]
    count: Annotated[int, Range(0, 10)]
    inner: tuple[Inner, ...] = ()
    pair: tuple[int, int] | None = None
    numbers: dict[str, Annotated[float, NullIsNan()]] = field(default_factory=dict)
    path: Annotated[str, Inside("samples")] = "samples/x"


GOOD = {"kind": "a", "count": 3, "inner": [{"name": "n", "weight": 1}], "pair": [1, 2], "numbers": {"l": None},
        "path": "samples/b.png"}  # fmt: skip
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def test_that_what_is_of_the_kind_comes_through():
    made = build(Outer, parse(json.dumps(GOOD)))
    assert made.inner == (Inner("n", 1.0),)
    assert (type(made.inner[0].weight), made.pair) == (float, (1, 2))
    assert math.isnan(made.numbers["l"])


@pytest.mark.parametrize(
    "change",
    [{"kind": "c"}, {"kind": None}, {"count": 11}, {"count": -1}, {"count": 2.0}, {"count": True}, {"count": "3"},
     {"inner": {}}, {"inner": [1]}, {"inner": [{"weight": 1}]}, {"inner": [{"name": "n", "weight": 2}]}, {"pair": [1]},
     {"pair": [1, 2, 3]}, {"numbers": []}, {"numbers": {"l": "x"}}, {"path": "/etc"}, {"path": "../x"},
     {"path": "samples/../x"}, {"path": "log.txt"}, {"path": "samples/a/b.png"}, {"path": "samples"}, {"path": "C:x"},
     {"path": "a\\b"}, {"path": ""}, {"path": "a\0b"}, {"more": 1}],
)  # fmt: skip
def test_that_what_is_not_is_refused_with_the_name_of_the_field(change):
    with pytest.raises(SchemaError) as refused:
        build(Outer, GOOD | change)
    assert next(iter(change)) in str(refused.value) or "weight" in str(refused.value) or "name" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[" * 100_000, '{"a":1,"a":2}', "NaN", "Infinity", "1e999", "9" * 400, '{"a":' + "9" * 30 + "}",
     "[" * 150 + "]" * 150, b"\xff\xfe", "[" + "0," * 100_001 + "0]"],
)  # fmt: skip
def test_that_odd_json_is_refused(text):
    with pytest.raises(SchemaError):
        parse(text)


@given(PLAIN, st.sampled_from(sorted(GOOD)))
def test_that_no_value_of_any_field_gives_another_error(value, name):
    with contextlib.suppress(SchemaError):
        build(Outer, GOOD | {name: value})


EVENT = {"event": "sampled", "step": 3, "kimg": 0.1, "path": "samples/3.png", "rows": 2, "columns": 2, "labels": ["a"]}
STARTED = {"event": "started", "run": "r", "recipe": "dcgan", "device": "cpu", "precision": "fp32", "images": 3,
           "resolution": 16, "channels": 3, "batch": 2, "step": 0, "kimg": 0.0}  # fmt: skip


@given(PLAIN, st.sampled_from([EVENT, STARTED]), st.data())
def test_that_an_event_with_a_wrong_value_is_no_event_and_nothing_worse(value, good, data):
    name = data.draw(st.sampled_from(sorted(good)))
    line = json.dumps(good | {name: value}, ensure_ascii=True)
    with contextlib.suppress(ValueError):
        assert isinstance(events.from_json(line), events.Sampled | events.Started)


SETTINGS = json.loads(RunSettings(recipe="dcgan", sides=(("pictures",),), values={"batch": 4}).to_json())


@given(PLAIN, st.sampled_from(sorted(SETTINGS)))
def test_that_settings_with_a_wrong_value_are_refused_and_nothing_worse(value, name):
    with contextlib.suppress(RunError):
        RunSettings.from_json(json.dumps(SETTINGS | {name: value}))


def test_that_only_regular_files_of_a_sane_size_are_read(tmp_path: Path):
    (tmp_path / "good").write_bytes(b"x" * 10)
    assert read(tmp_path / "good") == b"x" * 10
    with pytest.raises(SchemaError, match="larger"):
        read(tmp_path / "good", most=9)
    (tmp_path / "link").symlink_to(tmp_path / "good")
    assert read(tmp_path / "link") == b"x" * 10
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SchemaError, match="regular"):
        read(tmp_path / "pipe")
    with pytest.raises((SchemaError, OSError)):
        read(tmp_path)
