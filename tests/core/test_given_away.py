"""A run that is given away: it names nobody, opens without the places of its images, and older ones are migrated."""

import dataclasses
import json
import os
import platform
import shutil
from pathlib import Path

import pytest

from ganstudio.core.ending import to_the_end
from ganstudio.core.events import Warned
from ganstudio.core.run import Run, RunError, RunSettings
from ganstudio.models.gallery import Linear
from tests.core.fakes import make_session

TINY = Linear(resolution=8, batch=8, latent=8, generator_widths="16,16", discriminator_widths="16")
PLACE = ("/people/anna/private pictures", "C:\\People\\anna\\more")


def trained(folder: Path, **changes) -> Run:
    session = make_session(folder, TINY, steps=3)
    session.run.change(**changes)
    for _ in session.events():
        pass
    return session.run


def test_that_no_file_but_places_json_names_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home" / "anna"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    run = trained(home / "runs" / "flowers", sides=(PLACE,))

    def open_session():
        raise KeyError(f"no room in {run.folder}")

    run.start_writing()
    run.record(Warned(step=3, topic="disk", message=f"The disk is full in {run.folder} and {home / 'x'}."))
    run.stop_writing()
    list(to_the_end(run, open_session))
    assert (run.folder / "log.txt").exists()
    assert list(run.events())[-2].message == "The disk is full in flowers and ~/x."
    for path in filter(Path.is_file, run.folder.rglob("*")):
        assert (b"anna" in path.read_bytes()) == (path.name == "places.json"), path
        assert platform.node() not in path.name.split("."), path


@pytest.mark.parametrize(
    "places", [None, "", "{", "[]", '{"sides": 3}', '{"sides": [["a"], ["b"]]}', '{"sides": [[1]]}']
)
def test_that_a_run_opens_without_the_places_of_its_images(tmp_path: Path, places: str | None) -> None:
    run = trained(tmp_path / "run", sides=(PLACE,))
    (run.folder / "places.json").unlink() if places is None else (run.folder / "places.json").write_text(places)
    again = Run.open(run.folder)
    assert again.settings == dataclasses.replace(run.settings, sides=((),))
    with pytest.raises(RunError, match=r"resume it with `ganstudio train FOLDER --resume"):
        again.require_places()
    again.change(sides=(("here",),))
    assert Run.open(run.folder).settings.sides == (("here",),)


@pytest.mark.parametrize("sides", [((PLACE),), (("/a",), PLACE)])
def test_that_a_run_of_before_opens_and_is_migrated_when_it_is_written(tmp_path: Path, sides) -> None:
    origin = {"run": "/people/anna/runs/roses", "checkpoint": "step-000000003", "step": 3, "kimg": 0.1, "remark": ""}
    run = trained(tmp_path / "run", sides=sides, origin=origin)
    (run.folder / "places.json").unlink()
    before = json.loads((run.folder / "settings.json").read_text())
    old = before | {"format": 1, "sides": sides, "origin": origin}
    (run.folder / "settings.json").write_text(json.dumps(old))
    opened = Run.open(run.folder)
    assert opened.settings.sides == sides
    assert opened.settings.origin["run"] == "roses"
    assert json.loads((run.folder / "settings.json").read_text())["format"] == 1
    opened.change(device="cpu")
    assert "anna" not in (run.folder / "settings.json").read_text()
    assert Run.open(run.folder).settings.sides == sides


def test_that_the_name_of_a_windows_path_is_its_last_part(tmp_path: Path) -> None:
    run = trained(tmp_path / "run", origin={"run": "C:\\People\\anna\\runs\\roses"})
    assert Run.open(run.folder).settings.origin["run"] == "roses"


def test_that_settings_tell_the_number_of_sides_alone() -> None:
    fields = json.loads(RunSettings(recipe="cut", sides=(PLACE, PLACE)).to_json())
    assert fields["sides"] == 2


def test_that_a_copy_without_places_is_whole(tmp_path: Path) -> None:
    run = trained(tmp_path / "run", sides=(PLACE,))
    copy = shutil.copytree(run.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("places.json"))
    assert Run.open(copy).summary().step == 3
    assert os.listdir(copy / "checkpoints")


def test_that_settings_without_a_side_say_that_nobody_knows_the_images(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="does not say where its images are"):
        Run.create(tmp_path / "run", RunSettings(recipe="linear", sides=())).require_places()
