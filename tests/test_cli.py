"""The command line as a contract: what it prints, what it refuses, how it ends."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.bench import SUITES, Figure
from ganstudio.cli import main
from ganstudio.core.events import Finished, Progress, Sampled, Saved, Started, from_json
from ganstudio.core.run import Run
from ganstudio.export.provenance import is_marked, read_recipe

TINY = ["--recipe", "linear", "--resolution", "16", "--batch", "4"]


@pytest.fixture(autouse=True, scope="module")
def places_of_our_own(tmp_path_factory):
    """Caches and logs go to a folder that all tests here share, and not to the person's own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(home / name))
        yield


def write_pictures(folder: Path, count: int, size: tuple[int, int] = (20, 16)) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(count):
        noise = np.random.default_rng(index).integers(0, 256, (*size[::-1], 3), dtype=np.uint8)
        Image.fromarray(noise).save(folder / f"picture {index:02d}.png")
    return folder


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> Path:
    return write_pictures(tmp_path_factory.mktemp("pictures"), 12)


@pytest.fixture(scope="module")
def trained(tmp_path_factory, pictures) -> Path:
    """A finished run of three steps; tests only read it."""
    run = tmp_path_factory.mktemp("runs") / "tiny"
    assert main(["train", str(pictures), *TINY, "--steps", "3", "--out", str(run)]) == 0
    return run


def refused(capsys, *words: object, status: int = 2) -> str:
    """Run a command that must be refused; its one sentence on stderr."""
    assert main([str(word) for word in words]) == status
    told = capsys.readouterr()
    assert told.out == ""
    sentence = told.err.strip().splitlines()[-1]
    assert sentence.startswith("ganstudio: ")
    assert sentence.endswith(".")
    assert "Traceback" not in told.err
    return sentence


# Help, recipes, check ---------------------------------------------------------------------------------------------


def test_that_help_names_every_command_and_status_is_zero(capsys):
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for command in ("demo", "sample-set", "check", "recipes", "train", "generate", "interpolate", "export", "bench"):
        assert command in told
        assert main([command, "--help"]) == 0


def test_that_recipes_are_told_in_words_and_as_json(capsys):
    assert main(["recipes"]) == 0
    assert "DCGAN" in capsys.readouterr().out
    assert main(["recipes", "--json"]) == 0
    told = {one["name"]: one for one in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {"linear", "dcgan"} <= set(told)
    batch = next(one for one in told["dcgan"]["settings"] if one["name"] == "batch")
    assert (batch["type"], batch["default"], batch["low"]) == ("int", 64, 1)
    assert all(one["help"] for recipe in told.values() for one in recipe["settings"])
    assert told["dcgan"]["presets"]["light"]["values"]["width"] == 32


def test_that_check_tells_what_is_used_and_what_is_left_out(tmp_path, capsys):
    folder = write_pictures(tmp_path / "ünïcode \x1b[31m folder", 3)
    (folder / "notes.txt").write_text("no picture")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    shutil.copy(folder / "picture 00.png", folder / "zcopy.png")
    assert main(["check", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "3 images used, 3 left out of 6" in told
    for name in ("notes.txt", "broken.png", "zcopy.png"):
        assert name in told
    assert "\x1b" not in told
    assert main(["check", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["used"], told["total"], len(told["left_out"])) == (3, 6, 3)


def test_that_check_counts_classes(tmp_path, capsys):
    write_pictures(tmp_path / "rose", 2)
    write_pictures(tmp_path / "lily", 3)
    assert main(["check", str(tmp_path), "--labels", "--duplicates", "keep", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["classes"] == {"lily": 3, "rose": 2}


def test_that_the_sample_set_is_written_and_usable(tmp_path, capsys):
    folder = tmp_path / "set"
    assert main(["sample-set", str(folder), "--count", "5", "--size", "24"]) == 0
    assert "5 images of 24 x 24 px" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0
    assert "5 images used, 0 left out" in capsys.readouterr().out


# Training ---------------------------------------------------------------------------------------------------------


def test_that_training_tells_what_is_trained_and_where_the_results_are(tmp_path, pictures, capsys):
    run = tmp_path / "run"
    assert main(["train", str(pictures), *TINY, "--steps", "2", "--out", str(run)]) == 0
    told = capsys.readouterr()
    assert "linear on 12 images, 16 x 16 px colour" in told.out
    assert "Done at step 2" in told.out
    assert f"ganstudio generate {run}" in told.out
    assert "12 images used" in told.err
    settings = Run.open(run).settings
    assert settings.values["batch"] == 4
    assert settings.sides == ((str(pictures),),)
    assert settings.budget.steps == 2


def test_that_json_gives_events_and_nothing_else(tmp_path, pictures, capsys):
    assert main(["train", str(pictures), *TINY, "--steps", "3", "--out", str(tmp_path / "run"), "--json"]) == 0
    events = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Finished)
    assert (events[-1].outcome, events[-1].step) == ("completed", 3)
    assert {Started, Sampled, Progress, Saved, Finished} == set(map(type, events))
    assert sum(isinstance(event, Finished) for event in events) == 1


def test_that_every_kind_of_flag_reaches_the_run(tmp_path, pictures):
    run = tmp_path / "run"
    words = ["--preset", "note-4", "--set", "latent=7", "--set", "generator-lr=0.001", "--kimg", "0.008", "--seed", "5"]
    words += ["--device", "cpu", "--colour", "grey", "--flip", "--smallest", "4", "--background", "#102030"]
    assert main(["train", str(pictures), *TINY, *words, "--out", str(run)]) == 0
    settings = Run.open(run).settings
    assert (settings.preset, settings.seed, settings.device) == ("note-4", 5, "cpu")
    assert (settings.values["latent"], settings.values["generator_lr"]) == (7, 0.001)
    assert (settings.budget.kimg, settings.budget.steps) == (0.008, 0)
    assert settings.preparation.colour == "grey"
    assert settings.preparation.flip
    assert (settings.preparation.smallest, settings.preparation.background) == (4, "#102030")
    assert Run.open(run).summary().step == 2


def test_that_a_run_without_a_place_goes_to_a_free_folder(tmp_path, pictures, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert main(["train", str(pictures), *TINY, "--steps", "1"]) == 0
    names = sorted(path.name for path in (tmp_path / "runs").iterdir())
    assert names == [f"{pictures.name}-linear", f"{pictures.name}-linear-2"]


def test_that_a_default_batch_is_lowered_to_the_images_with_a_word(tmp_path, pictures, capsys):
    words = ["--recipe", "linear", "--resolution", "16", "--steps", "1", "--out", str(tmp_path / "run")]
    assert main(["train", str(pictures), *words]) == 0
    assert "each step learns from 12 instead of 64" in capsys.readouterr().err
    assert Run.open(tmp_path / "run").settings.values["batch"] == 12


# Resuming ---------------------------------------------------------------------------------------------------------


def test_that_resume_goes_on_with_the_run_and_a_larger_budget(tmp_path, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
    assert main(["train", "--resume", "--out", str(run), "--steps", "5"]) == 0
    told = capsys.readouterr().out
    assert "goes on from step 3" in told
    assert "Done at step 5" in told
    assert Run.open(run).settings.budget.steps == 5


def test_that_the_command_that_began_a_run_resumes_it_with_resume_behind(tmp_path, pictures, trained):
    run = shutil.copytree(trained, tmp_path / "run")
    assert main(["train", str(pictures), *TINY, "--steps", "4", "--out", str(run), "--resume"]) == 0
    assert Run.open(run).summary().step == 4


def test_that_resume_refuses_what_would_make_it_another_run(tmp_path, pictures, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
    other = write_pictures(tmp_path / "other", 4)
    for words in (
        ["--batch", "6"],
        ["--recipe", "dcgan"],
        ["--seed", "9"],
        ["--set", "latent=3"],
        ["--colour", "grey"],
    ):
        assert (
            words[-2].lstrip("-") in refused(capsys, "train", "--resume", "--out", run, *words) or "latent" in words[1]
        )
    assert "leave FOLDER out" in refused(capsys, "train", other, "--resume", "--out", run)
    assert "not a run" in refused(capsys, "train", "--resume", "--out", tmp_path / "nowhere")
    assert "--out is missing" in refused(capsys, "train", "--resume")


def test_that_images_that_moved_can_be_named_anew(tmp_path, capsys):
    before = write_pictures(tmp_path / "before", 6)
    run = tmp_path / "run"
    assert main(["train", str(before), *TINY, "--steps", "1", "--out", str(run)]) == 0
    after = before.rename(tmp_path / "after")
    capsys.readouterr()
    assert "name its new place" in refused(capsys, "train", "--resume", "--out", run, "--steps", "2")
    assert main(["train", str(after), "--resume", "--out", str(run), "--steps", "2"]) == 0
    assert Run.open(run).settings.sides == ((str(after),),)


# Bad input --------------------------------------------------------------------------------------------------------


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
        assert "too few" in refused(capsys, *words)
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
    assert "choose 12 or less" in refused(capsys, *words, "--batch", "13")
    assert "choose 12 or less" in refused(capsys, *words, "--set", "batch=13")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["train", "FOLDER", "--recipe", "nope"], "linear, dcgan"),
        (["train", "FOLDER"], "--recipe is missing"),
        (["train", "--recipe", "linear"], "FOLDER is missing"),
        (["train", "FOLDER", "--recipe", "dcgan", "--preset", "nope"], "no preset called nope"),
        (["train", "FOLDER", "--recipe", "dcgan", "--set", "nope=1"], "no setting called nope"),
        (["train", "FOLDER", "--recipe", "dcgan", "--set", "latent"], "KEY=VALUE"),
        (["train", "FOLDER", "--recipe", "dcgan", "--set", "latent=-1"], "latent goes from 1"),
        (["train", "FOLDER", "--recipe", "dcgan", "--steps", "lots"], "--steps takes a whole number"),
        (["train", "FOLDER", "--recipe", "dcgan", "--minutes", "nan"], "--minutes"),
        (["train", "FOLDER", "--recipe", "dcgan", "--fit", "squash"], "--fit can be crop, pad, stretch"),
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
        (["train", "--nope"], "--nope"),
    ],
)
def test_that_a_request_without_sense_gets_one_sentence(words, named, pictures, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert named in refused(capsys, *(pictures if word == "FOLDER" else word for word in words))
    assert not list(tmp_path.iterdir())


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


# Taking pictures away -----------------------------------------------------------------------------------------------


def test_that_image_i_depends_on_its_seed_alone(tmp_path, trained):
    assert main(["generate", str(trained), "--out", str(tmp_path / "a"), "--count", "5", "--seed", "40"]) == 0
    assert main(["generate", str(trained), "--out", str(tmp_path / "b"), "--count", "1", "--seed", "43"]) == 0
    assert sorted(os.listdir(tmp_path / "a")) == [f"seed-0000{seed}.png" for seed in range(40, 45)]
    name = "seed-000043.png"
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_that_generated_images_say_how_to_make_them_again(tmp_path, trained):
    words = ["--count", "1", "--seed", "7", "--truncation", "0.5", "--format", "webp"]
    assert main(["generate", str(trained), "--out", str(tmp_path), *words]) == 0
    read = read_recipe(tmp_path / "seed-000007.webp")
    assert read is not None
    assert (read["run"], read["step"], read["seed"], read["psi"]) == ("tiny", 3, 7, 0.5)
    assert main(["generate", str(trained), "--out", str(tmp_path / "bare"), "--count", "1", "--no-recipe"]) == 0
    assert read_recipe(tmp_path / "bare" / "seed-000000.png") is None
    assert is_marked(tmp_path / "bare" / "seed-000000.png")


def test_that_generate_never_replaces_unasked_and_can_go_on(tmp_path, trained, capsys):
    words = ["generate", str(trained), "--out", str(tmp_path), "--count", "3"]
    assert main([*words[:-1], "2"]) == 0
    (tmp_path / "seed-000001.png").write_text("mine")
    capsys.readouterr()
    assert "exists already" in refused(capsys, *words)
    assert main([*words, "--continue", "--sheet"]) == 0
    assert (tmp_path / "seed-000001.png").read_text() == "mine"
    assert sorted(os.listdir(tmp_path))[:3] == ["seed-000000.png", "seed-000001.png", "seed-000002.png"]
    with Image.open(tmp_path / "sheet-000000-000002.png") as sheet:
        assert sheet.size == (32, 32)
    assert main([*words, "--overwrite"]) == 0
    assert (tmp_path / "seed-000001.png").read_bytes()[:4] == b"\x89PNG"


def test_that_generate_refuses_labels_and_checkpoints_that_are_not_there(tmp_path, trained, capsys):
    words = ["generate", trained, "--out", tmp_path / "x"]
    assert "without classes" in refused(capsys, *words, "--label", "rose")
    assert "step-000000003" in refused(capsys, *words, "--checkpoint", "step-9")
    assert "--device" in refused(capsys, *words, "--device", "tpu")
    assert not (tmp_path / "x").exists()


def test_that_a_walk_begins_and_ends_with_the_very_pictures_of_its_seeds(tmp_path, trained):
    assert main(["generate", str(trained), "--out", str(tmp_path), "--count", "3", "--seed", "4"]) == 0
    strip = tmp_path / "strip.png"
    assert main(["interpolate", str(trained), "--out", str(strip), "--seeds", "4,5,6", "--frames", "9"]) == 0
    with Image.open(strip) as image:
        pixels = np.asarray(image)
    assert pixels.shape == (16, 9 * 16, 3)
    for seed, column in ((4, 0), (6, 8)):
        with Image.open(tmp_path / f"seed-00000{seed}.png") as image:
            assert np.array_equal(pixels[:, 16 * column : 16 * (column + 1)], np.asarray(image))


@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_that_a_loop_is_written_as_an_animation(tmp_path, trained, ending):
    path = tmp_path / "sub" / f"walk.{ending}"
    words = ["--seeds", "1,2", "--frames", "6", "--mode", "lerp", "--loop"]
    assert main(["interpolate", str(trained), "--out", str(path), *words]) == 0
    with Image.open(path) as moving:
        assert moving.n_frames == 6
    assert main(["interpolate", str(trained), "--out", str(path), *words]) == 2


def test_that_export_writes_safetensors_and_says_what_goes_in_and_out(tmp_path, trained, capsys):
    path = tmp_path / "generator.safetensors"
    assert main(["export", str(trained), "--out", str(path)]) == 0
    assert "z (N, 100) to images (N, 3, 16, 16)" in capsys.readouterr().out
    assert "exists already" in refused(capsys, "export", trained, "--out", path)
    assert ".pt2" in refused(capsys, "export", trained, "--out", tmp_path / "generator.pkl")


def test_that_bench_gives_figures_as_json_and_in_words(capsys, monkeypatch):
    figure = Figure(suite="step", name="dcgan 64 px", images_per_second=60.0, plain=50.0)
    monkeypatch.setattr("ganstudio.cli.measure.measure", lambda suite, device, *, seconds: iter([figure]))
    assert main(["bench", "--suite", "step", "--device", "cpu", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["suite"], told["name"], told["ratio"]) == ("step", "dcgan 64 px", 1.2)
    assert main(["bench", "--device", "cpu"]) == 0
    assert capsys.readouterr().out.count("ratio 1.20") == len(SUITES)


# Steering, signals, pipes -----------------------------------------------------------------------------------------


@contextmanager
def meanwhile(run: Path, do: Callable[[], None]) -> Iterator[None]:
    """Do something as soon as `run` has written a Progress, while the block trains."""

    def wait_and_do() -> None:
        events = run / "events.jsonl"
        while not ended.wait(0.01):
            if events.exists() and b'"progress"' in events.read_bytes():
                do()
                return

    ended = threading.Event()
    thread = threading.Thread(target=wait_and_do)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_that_a_signal_stops_after_the_step_and_saves(tmp_path, pictures, capsys, number):
    run = tmp_path / "run"
    with meanwhile(run, lambda: os.kill(os.getpid(), number)):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json"]) == 130
    told = capsys.readouterr()
    events = [from_json(line) for line in told.out.splitlines()]
    assert isinstance(events[-1], Finished)
    assert events[-1].outcome == "stopped"
    assert isinstance(events[-2], Saved)
    assert events[-2].step == events[-1].step
    assert told.err == ""
    assert signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}


@pytest.fixture
def typed(monkeypatch):
    """A stdin that a test writes lines to."""
    out, into = os.pipe()
    with open(out) as lines, open(into, "w", buffering=1) as writer:
        monkeypatch.setattr(sys, "stdin", lines)
        yield writer
        writer.close()
        for thread in threading.enumerate():
            if thread.name == "commands":
                thread.join(10)


def test_that_lines_on_stdin_steer_a_run(tmp_path, pictures, capsys, typed):
    run = tmp_path / "run"
    words = "sample\nsave\npause\nsave\nresume\nnonsense\nstop\n"
    with meanwhile(run, lambda: typed.write(words)):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json", "--commands"]) == 0
    kinds = [type(from_json(line)) for line in capsys.readouterr().out.splitlines()]
    assert kinds[-1] is Finished
    assert kinds.count(Saved) >= 2
    recorded = [type(event) for event in Run.open(run).events()]
    assert recorded.count(Saved) == kinds.count(Saved)
    assert recorded.count(Sampled) == kinds.count(Sampled)


def test_that_a_paused_run_takes_no_step_until_it_resumes(tmp_path, pictures, capsys, typed):
    run = tmp_path / "run"
    with meanwhile(run, lambda: typed.write("pause\nsave\nsample\nsave\nstop\n")):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json", "--commands"]) == 0
    events = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    first = next(index for index, event in enumerate(events) if isinstance(event, Saved))
    assert [type(event) for event in events[first : first + 3]] == [Saved, Sampled, Saved]
    assert len({event.step for event in events[first : first + 3]}) == 1


def test_that_a_run_whose_window_is_gone_saves_and_ends(tmp_path, pictures, capsys, typed):
    run = tmp_path / "run"
    with meanwhile(run, typed.close):
        assert main(["train", str(pictures), *TINY, "--out", str(run), "--json", "--commands"]) == 0
    assert from_json(capsys.readouterr().out.splitlines()[-1]).outcome == "stopped"


def test_that_a_run_in_use_is_named_and_left_alone(tmp_path, pictures, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
    other = Run.open(run)
    other.start_writing()
    try:
        sentence = refused(capsys, "train", "--resume", "--out", run, "--steps", "9")
        assert "in use by process" in sentence
    finally:
        other.stop_writing()


def test_that_a_crash_in_training_is_a_sentence_and_a_log(tmp_path, pictures, capsys, monkeypatch):
    from ganstudio.core.trainer import Trainer

    def broken(trainer, batch):
        raise RuntimeError("a bug")

    monkeypatch.setattr(Trainer, "train", broken)
    run = tmp_path / "run"
    assert main(["train", str(pictures), *TINY, "--steps", "3", "--out", str(run)]) == 1
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert str(run / "log.txt") in told.err.splitlines()[-1]
    assert "a bug" in (run / "log.txt").read_text()


def test_that_an_error_nobody_foresaw_goes_to_a_log(capsys, monkeypatch):
    def broken() -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("ganstudio.cli.build_parser", broken)
    assert main(["recipes"]) == 1
    sentence = capsys.readouterr().err.strip()
    assert sentence.startswith("ganstudio: ")
    assert len(sentence.splitlines()) == 1
    assert "a bug" in Path(sentence.rpartition(" in ")[2]).read_text()


@pytest.mark.slow
def test_that_the_demo_without_a_display_trains_and_leaves_a_run(tmp_path, capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("ganstudio.cli.demo.COUNT", 70)
    assert main(["demo", "--minutes", "0.01", "--out", str(tmp_path / "run")]) == 0
    told = capsys.readouterr()
    assert "without a window" in told.err
    assert str(tmp_path / "run") in told.out
    assert Run.open(tmp_path / "run").summary().outcome == "completed"


# As a process -----------------------------------------------------------------------------------------------------


def start(*words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ganstudio", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_that_a_broken_pipe_is_quiet_and_what_was_learned_is_kept(tmp_path, pictures):
    process = start("train", pictures, *TINY, "--out", tmp_path / "run", "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    assert isinstance(from_json(process.stdout.readline()), Started)
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == ""
    process.stderr.close()
    assert Run.open(tmp_path / "run").summary().outcome == "stopped"
    assert list((tmp_path / "run" / "checkpoints").glob("step-*.json"))


def test_that_a_list_cut_short_by_its_reader_is_quiet():
    process = start("recipes")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(60) == 0


def test_that_help_comes_at_once_and_pulls_in_neither_torch_nor_qt():
    heavy = "{'torch', 'numpy', 'PySide6'}"
    program = f"import sys; from ganstudio.cli import main; main(['--help']); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
