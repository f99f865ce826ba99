"""Pictures and classes that a person leaves out, merges and renames: one set wherever it is prepared."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.classes_by_hand import ClassesError, read_classes, write_classes
from ganstudio.core.images import pool
from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.images.survey import survey_images
from ganstudio.core.run import Preparation, Run, RunSettings
from ganstudio.core.settings import SettingError

FOLDERS = ("cat", "dog", "tabby")


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    """Three folders with four pictures each, and a copy in the first one of its second picture."""
    draw = np.random.default_rng(3)
    for name in FOLDERS:
        (tmp_path / "animals" / name).mkdir(parents=True)
        for number in range(4):
            pixels = draw.integers(0, 255, (24, 24, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(tmp_path / "animals" / name / f"{number}.png")
    copy = (tmp_path / "animals" / "cat" / "1.png").read_bytes()
    (tmp_path / "animals" / "cat" / "9.png").write_bytes(copy)
    return tmp_path / "animals"


def prepared(folder: Path, preparation: Preparation) -> Prepared:
    return prepare([folder], preparation, 16, cache_dir=folder.parent / "cache", workers=1)


def test_that_what_is_excluded_is_as_if_it_were_not_there(animals: Path) -> None:
    whole = prepared(animals, Preparation())
    assert len(whole.names) == 12
    some = prepared(animals, Preparation(excluded=("cat/1.png", "dog/?.png")))
    (animals / "cat" / "1.png").unlink()
    for number in range(4):
        (animals / "dog" / f"{number}.png").unlink()
    without = prepare([animals], Preparation(), 16, cache_dir=animals.parent / "other", workers=1)
    assert some.names == without.names
    assert "cat/9.png" in some.names  # the copy of what is left out takes its place
    assert np.array_equal(some.pixels, without.pixels)
    by_hand = {left.name for left in some.report.left_out if left.reason == "left out by hand"}
    assert by_hand == {"cat/1.png", *(f"dog/{number}.png" for number in range(4))}


def test_that_leaving_out_and_bringing_back_decodes_nothing(animals: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = prepared(animals, Preparation())
    monkeypatch.setattr(pool, "WORKER", "no.such.module")
    some = prepared(animals, Preparation(excluded=("tabby/2.png",)))
    assert len(some.names) == 11
    back = prepared(animals, Preparation())
    assert back.names == whole.names
    assert np.array_equal(back.pixels, whole.pixels)


def test_that_leaving_all_out_is_said(animals: Path) -> None:
    with pytest.raises(ImagesError, match="left out by hand"):
        prepared(animals, Preparation(excluded=("*",)))


def test_that_a_name_with_brackets_is_a_name(animals: Path) -> None:
    (animals / "dog" / "0.png").rename(animals / "dog" / "a [1].png")
    some = prepared(animals, Preparation(excluded=("dog/a [1].png", "cat/[!x]*")))
    assert len(some.names) == 11


def test_that_classes_are_merged_renamed_and_left_out(animals: Path) -> None:
    made = prepared(animals, Preparation(labels=True, classes="feline=cat+tabby, =dog"))
    assert made.classes == ("feline",)
    assert made.report.folders == {"feline": 8}
    assert made.report.class_folders == {"cat": 4, "dog": 4, "tabby": 4}
    renamed = prepared(animals, Preparation(labels=True, classes="hound=dog"))
    assert renamed.classes == ("cat", "hound", "tabby")
    assert [int((renamed.labels == number).sum()) for number in range(3)] == [4, 4, 4]
    assert survey_images([animals], Preparation(labels=True, classes="feline=cat+tabby")).classes == 2


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("", {}),
        ("a=b+c, d", {"b": "a", "c": "a", "d": "d"}),
        ("=d", {"d": ""}),
        (r"C\+\+=c\,d+e\=f", {"c,d": "C++", "e=f": "C++"}),
        (r"a\\=b", {"b": "a\\"}),
    ],
)
def test_that_classes_are_read(text: str, classes: dict[str, str]) -> None:
    assert read_classes(text) == classes
    changed = {folder: name for folder, name in classes.items() if folder != name}
    assert read_classes(write_classes(classes)) == changed


@pytest.mark.parametrize("text", ["a=", "a=b=c", "a=b+", "a=b, c=b", "="])
def test_that_a_text_that_says_no_classes_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ClassesError):
        read_classes(text)
    with pytest.raises(SettingError, match="classes"):
        Preparation(classes=text)


def test_that_a_merged_class_keeps_a_folder_of_its_own_name() -> None:
    assert read_classes(write_classes({"cat": "cat", "tabby": "cat", "dog": "dog"})) == {"cat": "cat", "tabby": "cat"}


def test_that_a_run_keeps_what_is_left_out_beside_the_places_of_its_pictures(animals: Path, tmp_path: Path) -> None:
    preparation = Preparation(excluded=("cat/1.png",), classes="feline=cat+tabby", labels=True)
    settings = RunSettings(recipe="cgan", sides=((str(animals),),), values={"resolution": 16}, preparation=preparation)
    Run.create(tmp_path / "run", settings)
    assert Run.open(tmp_path / "run").settings.preparation == preparation
    assert "cat/1.png" not in (tmp_path / "run" / "settings.json").read_text()
    (tmp_path / "run" / "places.json").write_text('{"sides": [["x"]], "excluded": 5}')
    assert Run.open(tmp_path / "run").settings.preparation == replace(preparation, excluded=())


def test_that_names_of_a_run_say_nothing_of_another_folder(animals: Path) -> None:
    preparation = Preparation(excluded=("cat/1.png",))
    settings = RunSettings(recipe="dcgan", sides=((str(animals),),), preparation=preparation)
    assert settings.preparation_of([animals]) == preparation
    assert settings.preparation_of([animals / "dog"]) == Preparation()
