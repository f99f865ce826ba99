"""Preferences: kept, checked, and never a reason not to start."""

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ganstudio.app.common.preferences import Memory, Preferences, load, save

FULL = Preferences(
    theme="dark", stop_on_close=True, runs_folder="/r", folders={"pictures": "/p ü"}, export_folder="/e", device="cpu",
    recipe="dcgan", preset="light", values={"width": 8}, budget={"minutes": 3.0}, geometry=(1, 2, 900, 700),
    maximised=True, unfinished="/r/x",
)  # fmt: skip


def test_that_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "preferences.json"
    save(path, FULL)
    loaded, damage = load(path)
    assert damage == ""
    assert json.loads(json.dumps(vars(loaded))) == json.loads(json.dumps(vars(FULL)))
    assert path.stat().st_mode & 0o777 == 0o600 or os.name != "posix"


def test_that_a_folder_whose_name_is_not_utf_8_is_remembered(tmp_path: Path) -> None:
    known = Preferences(export_folder="/ü/caf\udce9", theme="dark")
    save(tmp_path / "preferences.json", known)
    assert load(tmp_path / "preferences.json") == (known, "")


def test_that_the_old_name_of_a_preference_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"apart": true}')
    assert load(path) == (Preferences(own_process=True), "")


def test_that_no_file_means_defaults_without_a_word(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == (Preferences(), "")


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{", '{"theme": ', "\0\1\2", "[" * 100_000, '{"a": ' + "9" * 5000 + "}", "1e999", "NaN", '"x"'],
)
def test_that_a_damaged_file_gives_defaults_and_is_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text)
    loaded, damage = load(path)
    assert loaded == Preferences()
    assert "kept as preferences-damaged.json" in damage
    assert (tmp_path / "preferences-damaged.json").read_text() == text


def test_that_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(
        '{"theme": "pink", "device": "cpu", "geometry": [0, 0, 1e999, 5], "stop_on_close": "yes", "new": 1}'
    )
    loaded, damage = load(path)
    assert (loaded.theme, loaded.device, loaded.geometry, loaded.stop_on_close) == ("system", "cpu", None, False)
    assert "geometry, stop_on_close, theme" in damage


def test_that_a_disk_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "preferences.json")
    memory.change(theme="dark")
    assert memory.value.theme == "dark"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=10), inner, max_size=5),
    max_leaves=10,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.dictionaries(st.sampled_from([*vars(FULL), "other"]), JSON, max_size=14))
def test_that_no_content_keeps_the_program_from_starting(tmp_path: Path, fields: dict[str, Any]) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps(fields), encoding="utf-8", errors="surrogatepass")
    loaded, _ = load(path)
    assert loaded.theme in {"system", "light", "dark"}
    assert isinstance(loaded.stop_on_close, bool)
    assert loaded.geometry is None or all(type(number) is int for number in loaded.geometry)
    assert all(isinstance(getattr(loaded, name), str) for name in ("runs_folder", "recipe", "device", "unfinished"))


def test_that_two_hundred_cut_and_flipped_files_all_load(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    save(path, FULL)
    whole, chance = path.read_bytes(), random.Random(1)
    for _ in range(200):
        bad = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.5 else whole)
        for _ in range(chance.randrange(1, 6)):
            if bad:
                bad[chance.randrange(len(bad))] = chance.randrange(256)
        path.write_bytes(bad)
        load(path)
