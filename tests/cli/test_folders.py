"""The commands about folders and recipes, and what all commands share: help, check, sample-set."""

import json
import shutil

import pytest

from ganstudio.cli import main
from ganstudio.core.run import Run
from ganstudio.models.gallery import DCGAN
from tests.cli.support import TINY, refused, write_pictures


def test_that_help_names_every_command_and_status_is_zero(capsys):
    assert main(["--help"]) == 0
    output = capsys.readouterr().out
    for command in ("demo", "sample-set", "check", "recipes", "train", "generate", "interpolate", "export", "bench"):
        assert command in output
        assert main([command, "--help"]) == 0


def test_that_recipes_are_told_in_words_and_as_json(capsys):
    assert main(["recipes"]) == 0
    assert "DCGAN" in capsys.readouterr().out
    assert main(["recipes", "--json"]) == 0
    output = {load["name"]: load for load in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {"linear", "dcgan"} <= set(output)
    batch = next(setting for setting in output["dcgan"]["settings"] if setting["name"] == "batch")
    assert (batch["type"], batch["default"], batch["low"]) == ("int", DCGAN().batch, 1)
    assert all(setting["help"] for recipe in output.values() for setting in recipe["settings"])
    assert output["dcgan"]["presets"]["radford"]["values"]["width"] == 64


def test_that_check_tells_what_is_used_and_what_is_left_out(tmp_path, capsys):
    folder = write_pictures(tmp_path / "ünïcode \x1b[31m folder", 3)
    (folder / "notes.txt").write_text("no picture")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    shutil.copy(folder / "picture 00.png", folder / "zcopy.png")
    assert main(["check", str(folder)]) == 0
    output = capsys.readouterr().out
    assert "3 images used, 3 left out of 6" in output
    for name in ("notes.txt", "broken.png", "zcopy.png"):
        assert name in output
    assert "\x1b" not in output
    assert main(["check", str(folder), "--json"]) == 0
    output = json.loads(capsys.readouterr().out)
    assert (output["used"], output["total"], len(output["left_out"])) == (3, 6, 3)


def test_that_pictures_and_classes_are_left_out_by_hand(tmp_path, capsys):
    folder = tmp_path / "animals"
    for name, count in (("cat", 3), ("tabby", 4), ("dog", 5)):
        write_pictures(folder / name, count)
    (tmp_path / "names.txt").write_text("cat/picture 00.png\n\ntabby/picture 0?.png\n")
    words = ["check", folder, "--labels", "--duplicates", "keep", "--json"]

    def classes(*more: object) -> dict[str, int]:
        assert main([str(word) for word in (*words, *more)]) == 0
        return json.loads(capsys.readouterr().out)["classes"]

    assert classes("--exclude", "dog/picture 01.png") == {"cat": 3, "tabby": 4, "dog": 4}
    assert classes("--exclude-from", tmp_path / "names.txt") == {"cat": 2, "dog": 5}
    assert classes("--classes", "feline=cat+tabby, =dog") == {"feline": 7}
    assert "named twice" in refused(capsys, *words, "--classes", "a=cat, b=cat")
    assert "names.tx" in refused(capsys, *words, "--exclude-from", tmp_path / "names.tx")


def test_that_a_run_goes_on_with_the_pictures_that_it_began_with(tmp_path, capsys):
    folder, run = write_pictures(tmp_path / "pictures", 12), tmp_path / "run"
    assert main(["train", str(folder), *TINY, "--steps", "2", "--out", str(run), "--exclude", "*1?.png"]) == 0
    assert json.loads((run / "places.json").read_text())["excluded"] == ["*1?.png"]
    capsys.readouterr()
    assert "all 12 files" in refused(capsys, "train", folder, *TINY, "--exclude", "*", "--out", tmp_path / "no")
    assert "cannot change" in refused(capsys, "train", run, "--resume", "--exclude", "other.png")
    assert "--from" in refused(capsys, "train", "--from", run, "--exclude", "other.png")
    assert main(["train", str(run), "--resume", "--steps", "4"]) == 0
    starts = [json.loads(line) for line in (run / "events.jsonl").read_text().splitlines()]
    assert [event["images"] for event in starts if event["event"] == "started"] == [10, 10]


def test_that_single_pictures_are_fitted_by_hand(tmp_path, capsys):
    folder, run, branch = write_pictures(tmp_path / "pictures", 12), tmp_path / "run", tmp_path / "branch"
    names, fit = tmp_path / "fits.json", {"name": "picture 03.png", "fit": "crop", "x": 0.0, "y": 0.5}
    names.write_text(json.dumps([fit]))
    assert main(["train", str(folder), *TINY, "--steps", "2", "--out", str(run), "--fit-from", str(names)]) == 0
    assert json.loads((run / "places.json").read_text())["fits"] == [fit]
    assert main(["train", "--from", str(run), "--steps", "1", "--out", str(branch)]) == 0
    assert Run.open(branch).settings.preparation.fits == Run.open(run).settings.preparation.fits != ()
    assert main(["train", str(run), "--resume", "--steps", "3", "--fit-from", str(names)]) == 0
    capsys.readouterr()
    assert "does not go" in refused(capsys, "train", "--from", run, "--fit-from", names)
    names.write_text(json.dumps([fit | {"x": 1.0}]))
    assert "cannot change" in refused(capsys, "train", run, "--resume", "--fit-from", names)
    for content, word in (("[", "not JSON"), ('[{"name": "a", "fit": "zoom"}]', "smart"), ('[{"fit": "pad"}]', "name")):
        names.write_text(content)
        assert word in refused(capsys, "check", folder, "--fit-from", names)
    assert "fits.jso" in refused(capsys, "check", folder, "--fit-from", tmp_path / "fits.jso")


@pytest.mark.parametrize("behind", [False, True], ids=["before the command", "behind it"])
def test_that_the_place_of_the_cache_can_be_named(tmp_path, capsys, monkeypatch, behind):
    monkeypatch.setenv("GANSTUDIO_CACHE", "")
    folder = write_pictures(tmp_path / "pictures", 3)

    def check(cache: str) -> int:
        place, command = ["--cache", str(tmp_path / cache)], ["check", str(folder)]
        return main([*command, *place] if behind else [*place, *command])

    assert check("elsewhere") == 0
    assert list((tmp_path / "elsewhere").rglob("index.json"))
    (tmp_path / "file").write_text("no folder")
    assert check("file") == 2
    assert "by `ganstudio --cache FOLDER ...`" in capsys.readouterr().err


def test_that_check_counts_classes(tmp_path, capsys):
    write_pictures(tmp_path / "rose", 2)
    write_pictures(tmp_path / "lily", 3)
    assert main(["check", str(tmp_path), "--labels", "--duplicates", "keep", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["classes"] == {"lily": 3, "rose": 2}


@pytest.mark.parametrize("count", [2, 200])
def test_that_a_full_disk_while_drawing_is_named_with_what_is_there(tmp_path, capsys, monkeypatch, count):
    """Alone, and in the processes that draw many."""
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "blossom-00002.png").mkdir()  # the second cannot be written: what the system says of it comes through
    assert main(["sample-set", str(folder), "--count", str(count), "--size", "16"]) == 1
    said = capsys.readouterr().err
    assert "is a directory" in said.lower()
    assert f"of {count:,} are there; the same again draws them anew." in said


def test_that_the_sample_set_is_written_and_usable(tmp_path, capsys):
    folder = tmp_path / "set"
    assert main(["sample-set", str(folder), "--count", "5", "--size", "24"]) == 0
    assert "5 images of 24 x 24 px" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0
    assert "5 images used, 0 left out" in capsys.readouterr().out


def test_that_recipes_tells_how_fast_each_is_here(capsys):
    assert main(["recipes", "linear", "auto", "--speed", "--json", "--device", "cpu"]) == 0
    output = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(speed["name"], speed["resolution"]) for speed in output] == [("linear", 28)]
    assert output[0]["images_per_second"] > 0
