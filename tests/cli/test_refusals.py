"""Bad input: one sentence, exit status 2, and nothing left behind."""

import json
import os
import shutil

import pytest
from PIL import Image

from ganstudio.cli import main
from tests.cli.support import TINY, refused, write_pictures


def test_that_an_empty_folder_is_refused(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    for command in (["check"], ["train", *TINY, "--out", str(tmp_path / "run")]):
        assert "empty" in refused(capsys, *command, tmp_path / "empty")
    assert not (tmp_path / "run").exists()


def test_that_a_folder_without_images_is_refused(tmp_path, capsys):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("words")
    assert "texts" in refused(capsys, "train", tmp_path / "texts", *TINY, "--out", tmp_path / "run")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("count", [1, 2])
def test_that_one_or_two_images_end_in_a_sentence_or_a_run(tmp_path, capsys, count):
    folder = write_pictures(tmp_path / "few", count)
    words = ["train", folder, "--recipe", "linear", "--resolution", "16", "--steps", "1", "--out", tmp_path / "run"]
    if count == 1:
        assert "only 1 picture" in refused(capsys, *words)
        assert not (tmp_path / "run").exists()
    else:
        assert main([str(word) for word in words]) == 0
        assert "Only 2 images" in capsys.readouterr().err


def test_that_an_image_of_one_pixel_is_listed_and_refused_alone(tmp_path, capsys):
    write_pictures(tmp_path / "dot", 1, (1, 1))
    sentence = refused(capsys, "train", tmp_path / "dot", *TINY, "--out", tmp_path / "run")
    assert "dot" in sentence


def test_that_a_huge_image_is_listed_and_not_decoded(tmp_path, capsys):
    folder = write_pictures(tmp_path / "huge", 2)
    Image.new("1", (30_000, 30_000)).save(folder / "huge.png")
    assert main(["check", str(folder)]) == 0
    assert "huge.png: too large" in capsys.readouterr().out


def test_that_a_resolution_the_recipe_cannot_do_names_those_it_can(tmp_path, pictures, capsys):
    words = ["train", pictures, "--recipe", "dcgan", "--out", tmp_path / "run"]
    assert "16, 32, 64, 128, 256 px, not at 48 px" in refused(capsys, *words, "--resolution", "48")
    assert "16, 32, 64, 128, 256 px, not at 4 px" in refused(capsys, *words, "--resolution", "4")
    assert "8 to 128 px" in refused(capsys, "train", pictures, "--recipe", "linear", "--resolution", "512")


def test_that_more_batch_than_images_is_refused_when_asked_for(tmp_path, pictures, capsys):
    words = ["train", pictures, "--recipe", "linear", "--resolution", "16", "--out", tmp_path / "run"]
    assert "choose 12 or fewer" in refused(capsys, *words, "--batch", "13")
    assert "choose 12 or fewer" in refused(capsys, *words, "--set", "batch=13")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["train", "FOLDER", "--recipe", "nope"], "linear, dcgan"),
        (["train", "FOLDER", "--preset", "notes"], "--preset needs a --recipe"),
        (["train", "FOLDER", "--set", "nope=1"], "no setting called nope"),
        (["train", "FOLDER", "--resolution", "512"], "8 to 256 px"),
        (["train"], "FOLDER is missing"),
        (["train", "--recipe", "linear"], "FOLDER is missing"),
        (["train", "FOLDER", "--recipe", "dcgan", "--preset", "nope"], "no preset called nope"),
        (["train", "FOLDER", "--recipe", "dcgan", "--set", "nope=1"], "no setting called nope"),
        (["train", "FOLDER", "--recipe", "dcgan", "--set", "latent"], "KEY=VALUE"),
        (["train", "FOLDER", "--recipe", "dcgan", "--set", "latent=-1"], "latent goes from 1"),
        (["train", "FOLDER", "--recipe", "dcgan", "--steps", "lots"], "--steps takes a whole number"),
        (["train", "FOLDER", "--recipe", "dcgan", "--minutes", "nan"], "--minutes"),
        (["train", "FOLDER", "--recipe", "dcgan", "--fit", "squash"], "--fit can be crop, smart, pad, stretch"),
        (["train", "FOLDER", "--recipe", "dcgan", "--background", "red"], "--background takes a colour"),
        (["train", "FOLDER", "--recipe", "dcgan", "--device", "tpu"], "--device"),
        (["train", "nowhere", "--recipe", "dcgan"], "nowhere does not exist"),
        (["train", "bad\0name", "--recipe", "dcgan"], "does not exist"),
        (["check", "nowhere"], "nowhere does not exist"),
        (["check"], "FOLDER"),
        (["recipes", "nope"], "no recipe called nope"),
        (["sample-set", "x", "--count", "0"], "--count goes from 1"),
        (["generate", "nowhere", "--out", "x"], "nowhere is not a run"),
        (["generate", "nowhere"], "--out"),
        (["export", "nowhere", "--out", "x.onnx"], "nowhere is not a run"),
        (["interpolate", "nowhere", "--out", "x.png", "--seeds", "1"], "at least two"),
        (["interpolate", "nowhere", "--out", "x.avi", "--seeds", "1,2"], ".png, .gif, .webp, .mp4"),
        (["nope"], "nope"),
        (["./nope"], "nope"),
        (["train", "--nope"], "--nope"),
    ],
)
def test_that_a_request_without_sense_gets_one_sentence(words, named, pictures, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert named in refused(capsys, *(pictures if word == "FOLDER" else word for word in words))
    assert not list(tmp_path.iterdir())


def test_that_a_folder_called_as_a_command_is_no_command(tmp_path, capsys, monkeypatch):
    (tmp_path / "check").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "FOLDER" in refused(capsys, "check")


def test_that_a_folder_that_is_taken_is_refused(tmp_path, pictures, trained, capsys):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("dear")
    assert "not empty" in refused(capsys, "train", pictures, *TINY, "--out", tmp_path / "mine")
    assert "--resume" in refused(capsys, "train", pictures, *TINY, "--out", trained)
    assert "is not empty" in refused(capsys, "train", pictures, *TINY, "--out", tmp_path / "mine" / "diary.txt")


def test_that_a_run_of_a_newer_version_is_refused_and_left_alone(tmp_path, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
    settings = json.loads((run / "settings.json").read_text())
    (run / "settings.json").write_text(json.dumps(settings | {"format": 99}))
    before = (run / "settings.json").read_bytes()
    for words in (["train", "--resume", "--out", run], ["generate", run, "--out", tmp_path / "x"]):
        assert "newer" in refused(capsys, *words)
    assert (run / "settings.json").read_bytes() == before


def test_that_damaged_settings_are_refused_and_a_torn_event_is_passed_over(tmp_path, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
    with open(run / "events.jsonl", "ab") as file:
        file.write(b'{"event":"progr')
    assert main(["train", "--resume", "--out", str(run), "--steps", "4"]) == 0
    capsys.readouterr()
    (run / "settings.json").write_text((run / "settings.json").read_text()[:-40])
    assert "damaged" in refused(capsys, "train", "--resume", "--out", run, "--steps", "5")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_that_a_folder_that_may_not_be_read_is_named(tmp_path, capsys):
    folder = write_pictures(tmp_path / "shut", 2)
    folder.chmod(0)
    try:
        assert "shut" in refused(capsys, "train", folder, *TINY)
    finally:
        folder.chmod(0o755)
