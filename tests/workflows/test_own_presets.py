"""A person's own presets: kept, renamed, deleted, and a file that anybody may have written."""

import json
import multiprocessing
from pathlib import Path

import pytest

from ganstudio.core.settings import SettingError, values_of
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.linear.recipe import Linear
from ganstudio.workflows.own_presets import LARGEST, MOST, OwnPresets, PresetError

SMALL = values_of(DCGAN(resolution=32, batch=16))


@pytest.fixture
def own(tmp_path: Path) -> OwnPresets:
    return OwnPresets(tmp_path / "settings" / "presets.json")


def written(own: OwnPresets, content: object) -> OwnPresets:
    own.path.parent.mkdir(exist_ok=True)
    own.path.write_text(content if isinstance(content, str) else json.dumps(content))
    return own


def test_that_a_preset_is_there_for_its_recipe_alone_until_it_is_deleted(own: OwnPresets) -> None:
    assert own.of(DCGAN) == {}
    assert own.save(DCGAN, "small & quick", SMALL) is None
    fresh = OwnPresets(own.path)
    assert fresh.recipe(DCGAN, "small & quick") == DCGAN(resolution=32, batch=16)
    assert fresh.of(DCGAN)["small & quick"].note == "Yours: Resolution 32, Batch 16."
    assert fresh.of(Linear) == {}
    assert own.path.stat().st_mode & 0o077 == 0, "for this person only"
    own.rename(DCGAN, "small & quick", "small")
    assert list(own.of(DCGAN)) == ["small"]
    assert own.delete(DCGAN, "small").values == SMALL
    assert own.of(DCGAN) == {}


def test_that_saving_under_the_same_name_gives_back_what_was_there(own: OwnPresets) -> None:
    own.save(DCGAN, "mine", SMALL)
    own.save(DCGAN, "other", SMALL)
    before = own.save(DCGAN, "mine", values_of(DCGAN(resolution=64)))
    assert before is not None
    assert before.values == SMALL
    assert list(own.of(DCGAN)) == ["mine", "other"], "it stays where it stood"
    assert own.recipe(DCGAN, "mine") == DCGAN(resolution=64)


@pytest.mark.parametrize(
    "name", ["", "  ", " mine", "a\nb", "\u202etxt", "x" * 41, "notes", *map(str.upper, DCGAN.presets)]
)
def test_that_some_names_cannot_be_had(own: OwnPresets, name: str) -> None:
    own.save(DCGAN, "mine", SMALL)
    for change in (lambda: own.save(DCGAN, name, SMALL), lambda: own.rename(DCGAN, "mine", name)):
        with pytest.raises(PresetError, match="name"):
            change()
    assert list(own.of(DCGAN)) == ["mine"]


def test_that_presets_are_not_overwritten_by_a_new_name_nor_made_without_end(own: OwnPresets) -> None:
    own.save(DCGAN, "mine", SMALL)
    own.save(DCGAN, "yours", SMALL)
    with pytest.raises(PresetError, match="already"):
        own.rename(DCGAN, "mine", "yours")
    with pytest.raises(PresetError, match="no preset called gone"):
        own.delete(DCGAN, "gone")
    many = [{"recipe": "dcgan", "name": str(number), "values": {}} for number in range(MOST)]
    written(own, {"format": 1, "presets": many})
    with pytest.raises(PresetError, match="delete one first"):
        own.save(DCGAN, "one more", SMALL)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "not json", '{"format": 2, "presets": []}', '{"presets": [{"recipe": "dcgan"}]}',
     '{"presets": [{"recipe": "dcgan", "name": 3, "values": {}}]}', '{"presets": [], "presets": []}',
     '{"presets": [{"recipe": "dcgan", "name": "x", "values": {"resolution": [32]}}]}',
     '{"presets": [{"recipe": "dcgan", "name": "x", "values": {"batch": 1e999}}]}',
     "[" * 100_000, " " * (LARGEST + 1)],
)  # fmt: skip
def test_that_a_damaged_file_is_named_and_left_as_it_is(own: OwnPresets, content: str) -> None:
    written(own, content)
    for use in (lambda: own.of(DCGAN), lambda: own.recipe(DCGAN, "x"), lambda: own.save(DCGAN, "mine", SMALL)):
        with pytest.raises(PresetError, match=r"presets\.json is damaged"):
            use()
    assert own.path.read_text() == content


@pytest.mark.parametrize(
    "values", [{"resolution": 10**15}, {"resolution": "huge"}, {"no such setting": 1}, {"batch": -1}, {"batch": True}]
)
def test_that_values_which_the_recipe_refuses_are_not_offered_and_harm_no_other(own: OwnPresets, values: dict) -> None:
    entries = [{"recipe": "dcgan", "name": "bad", "values": values}, {"recipe": "dcgan", "name": "good", "values": {}}]
    written(own, {"presets": entries})
    assert list(own.of(DCGAN)) == ["good"]
    with pytest.raises(SettingError, match="Your preset bad cannot be used"):
        own.recipe(DCGAN, "bad")


def test_that_an_unknown_name_is_answered_with_those_that_there_are(own: OwnPresets) -> None:
    own.save(DCGAN, "mine", SMALL)
    with pytest.raises(SettingError, match=r"no preset called gone\. It has: .*notes.*, mine\."):
        own.recipe(DCGAN, "gone")


def test_that_a_pipe_in_the_place_of_the_file_is_not_waited_for(own: OwnPresets) -> None:
    import os

    own.path.parent.mkdir()
    os.mkfifo(own.path)
    with pytest.raises(PresetError, match="no regular file"):
        own.of(DCGAN)


def _save_many(path: Path, letter: str) -> None:
    for number in range(20):
        OwnPresets(path).save(DCGAN, f"{letter}{number}", SMALL)


def test_that_two_programs_lose_nothing_of_each_other(own: OwnPresets) -> None:
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=_save_many, args=(own.path, letter)) for letter in "ab"]
    for other in others:
        other.start()
    for other in others:
        other.join(60)
    assert len(own.of(DCGAN)) == 40
