"""Training from the command line: what it prints and writes, and how it goes on."""

import json
import os
import re
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from ganstudio.cli import main
from ganstudio.cli.branching import branched
from ganstudio.cli.commands import build_parser
from ganstudio.cli.training_report import RunReport
from ganstudio.core.events import Finished, Progress, Sampled, Saved, Started, Warned, from_json
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import Setting, settings_of
from ganstudio.export.provenance import read_recipe
from ganstudio.models.linear.recipe import Linear
from ganstudio.workflows import choose_recipe as deciding
from tests.cli.support import TINY, refused, write_pictures


def test_that_training_tells_what_is_trained_and_where_the_results_are(tmp_path, pictures, capsys):
    run = tmp_path / "run"
    assert main(["train", str(pictures), *TINY, "--steps", "2", "--out", str(run)]) == 0
    output = capsys.readouterr()
    assert "linear on 12 images, 16 x 16 px colour" in output.out
    assert "Done at step 2" in output.out
    assert f"ganstudio generate {run}" in output.out
    assert "12 images used" in output.err
    settings = Run.open(run).settings
    assert settings.values["batch"] == 4
    assert settings.sides == ((str(pictures),),)
    assert settings.budget.steps == 2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_that_folders_whose_names_are_not_utf_8_are_folders_like_any_other(tmp_path):
    odd = os.fsdecode(b"caf\xe9")
    for index, picture in enumerate(sorted(write_pictures(tmp_path / odd, 8).iterdir())):
        (tmp_path / odd / ("tulip", odd)[index % 2]).mkdir(exist_ok=True)
        picture.rename(picture.parent / ("tulip", odd)[index % 2] / picture.name)
    run, pictures = tmp_path / f"run {odd}", tmp_path / "pictures"
    words = ["train", str(tmp_path / odd), "--recipe", "cgan", "--labels", "--resolution", "16", "--batch", "4"]
    assert main([*words, "--steps", "2", "--out", str(run)]) == 0
    assert main(["train", "--resume", "--steps", "3", "--out", str(run)]) == 0
    assert Run.open(run).settings.sides == ((str(tmp_path / odd),),)
    assert main(["generate", str(run), "--out", str(pictures), "--count", "1", "--label", odd]) == 0
    recipe = read_recipe(pictures / "seed-000000.png")
    assert recipe
    assert (recipe["run"], recipe["label"]) == (run.name, odd)
    assert main(["export", str(run), "--out", str(tmp_path / "generator.safetensors")]) == 0
    assert main(["compare", str(run), "--out", str(tmp_path / "report.html")]) == 0


def test_that_json_gives_events_and_nothing_else(tmp_path, pictures, capsys):
    assert main(["train", str(pictures), *TINY, "--steps", "3", "--out", str(tmp_path / "run"), "--json"]) == 0
    events = [from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Finished)
    assert (events[-1].outcome, events[-1].step) == ("completed", 3)
    assert {Started, Sampled, Progress, Saved, Finished} == set(map(type, events)) - {Warned}
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


def test_that_resume_goes_on_with_the_run_and_a_larger_budget(tmp_path, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
    assert main(["train", "--resume", "--out", str(run), "--steps", "5"]) == 0
    output = capsys.readouterr().out
    assert "goes on from step 3" in output
    assert "Done at step 5" in output
    assert Run.open(run).settings.budget.steps == 5


@pytest.mark.skipif(torch.backends.mps.is_available(), reason="there is an Apple GPU")
def test_that_a_run_from_another_computer_goes_on_with_a_device_that_is_here(tmp_path, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
    Run.open(run).change(device="mps")
    resume = ["train", "--resume", "--out", str(run), "--steps", "5"]
    assert "--device cpu or auto" in refused(capsys, *resume)
    assert main([*resume, "--device", "cpu"]) == 0
    assert Run.open(run).settings.device == "cpu"


def test_that_the_command_that_began_a_run_resumes_it_with_resume_behind(tmp_path, pictures, trained):
    run = shutil.copytree(trained, tmp_path / "run")
    assert main(["train", str(pictures), *TINY, "--steps", "4", "--out", str(run), "--resume"]) == 0
    assert Run.open(run).summary().step == 4


def test_that_resume_refuses_what_would_make_it_another_run(tmp_path, pictures, trained, capsys):
    run = shutil.copytree(trained, tmp_path / "run")
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
    assert "not a run" in refused(capsys, "train", "--resume", "--out", tmp_path / "nowhere")
    assert "--out is missing" in refused(capsys, "train", "--resume")


def other_than(known: Setting, value: Any) -> str:
    """Another value of a setting, as it is typed."""
    if known.choices:
        return str(next(choice for choice in known.choices if choice != value))
    if known.type is str:
        return {"background": "#112233", "classes": "cat=tabby"}.get(known.name, "8,8")
    return str(next(n for n in (0.25, 32, 3, 2, 1, 0) if n != value and (known.type is float or isinstance(n, int))
                    and (known.low is None or known.low <= n) and (known.high is None or n <= known.high)))  # fmt: skip


def refusable(run: Path, folder: Path) -> Iterator[list[str]]:
    """Every option that describes a run, each with another value than the run has."""
    settings = Run.open(run).settings
    yield from (["--recipe", "dcgan"], ["--preset", "note-5"], ["--seed", "9"], ["--exclude", "a.png"])
    yield [str(write_pictures(folder / "other", 4))]
    fits = folder / "fits.json"
    fits.write_text('[{"name": "picture 01.png", "fit": "pad"}]')
    yield ["--fit-from", str(fits)]
    for known in settings_of(Preparation):
        value = getattr(settings.preparation, known.name)
        option = known.name.replace("_", "-")
        yield [f"--no-{option}" if value else f"--{option}"] if known.type is bool else [
            f"--{option}", other_than(known, value),
        ]  # fmt: skip
    for known in settings_of(Linear):
        value = settings.values[known.name]
        text = str(not value) if known.type is bool else other_than(known, value)
        yield ["--set", f"{known.name}={text}"]
    yield from (["--batch", "6"], ["--resolution", "32"])


def test_that_whatever_resume_refuses_the_sentence_names_the_way_out(tmp_path, trained, capsys):
    """The command that it names is carried out as well."""
    run = shutil.copytree(trained, tmp_path / "a run")
    ways = Counter()
    for number, words in enumerate(refusable(run, tmp_path)):
        sentence = refused(capsys, "train", "--resume", "--out", run, *words)
        assert "leave" in sentence, words
        named = re.search("`ganstudio (.*)`", sentence)
        ways["branch" if named else "new"] += 1
        if named is None:
            assert "start a new run: without --resume, with another --out" in sentence, words
            continue
        args = build_parser().parse_args([*shlex.split(named[1]), "--out", str(tmp_path / str(number))])
        made = branched(args).settings
        assert [made.values, made.preparation] != [Run.open(run).settings.values, Run.open(run).settings.preparation]
    assert min(ways.values()) > 10
    assert "`ganstudio train --from" in refused(capsys, "train", "--resume", "--out", run, "--batch", "6")


def test_that_images_that_moved_can_be_named_anew(tmp_path, capsys):
    before = write_pictures(tmp_path / "before", 6)
    run = tmp_path / "run"
    assert main(["train", str(before), *TINY, "--steps", "1", "--out", str(run)]) == 0
    after = before.rename(tmp_path / "after")
    capsys.readouterr()
    assert "name its new place" in refused(capsys, "train", "--resume", "--out", run, "--steps", "2")
    assert main(["train", str(after), "--resume", "--out", str(run), "--steps", "2"]) == 0
    assert Run.open(run).settings.sides == ((str(after),),)


# Auto ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def hasty(monkeypatch):
    """Speed is measured on one step."""
    monkeypatch.setattr(deciding, "SECONDS", 0.0)


def test_that_without_a_recipe_auto_chooses_and_says_why(tmp_path, pictures, capsys, hasty):
    run = tmp_path / "run"
    assert main(["train", str(pictures), "--steps", "1", "--device", "cpu", "--out", str(run)]) == 0
    errors = capsys.readouterr().err
    settings = Run.open(run).settings
    assert f"auto: {settings.reason}" in errors
    assert "12 pictures of about 16 px" in settings.reason
    assert "images a second" in settings.reason
    assert (settings.recipe, settings.values["resolution"], settings.values["batch"]) == ("upsample", 32, 4)
    assert (settings.budget.steps, settings.budget.minutes) == (1, 0)


def test_that_what_auto_chose_is_resumed_and_not_chosen_again(tmp_path, pictures, capsys, monkeypatch, hasty):
    run = tmp_path / "run"
    words = ["train", str(pictures), "--recipe", "auto", "--resolution", "16", "--batch", "3", "--set", "width=8"]
    assert main([*words, "--steps", "1", "--json", "--out", str(run)]) == 0
    started = json.loads(capsys.readouterr().out.splitlines()[0])
    before = Run.open(run).settings
    assert started["reason"] == before.reason != ""
    assert [before.values[name] for name in ("resolution", "batch", "width")] == [16, 3, 8]
    monkeypatch.setattr(deciding, "choose_recipe", None)
    assert main([*words, "--steps", "2", "--out", str(run), "--resume"]) == 0
    after = Run.open(run)
    assert (after.settings.recipe, after.settings.values) == (before.recipe, before.values)
    assert after.summary().step == 2


def test_that_the_minutes_that_were_given_are_the_time_auto_reckons_with(tmp_path, pictures, hasty):
    run = tmp_path / "run"
    words = ["--minutes", "0.001", "--resolution", "16", "--set", "width=4"]
    assert main(["train", str(pictures), *words, "--out", str(run)]) == 0
    settings = Run.open(run).settings
    assert settings.budget.minutes == 0.001
    assert "in 0.001 minutes" in settings.reason


def test_that_a_run_that_the_window_left_to_auto_is_settled_when_it_is_begun(tmp_path, pictures, capsys, hasty):
    settings = RunSettings(recipe="auto", sides=((str(pictures),),), values={"resolution": 16, "width": 4},
                           budget=Budget(steps=1), device="cpu")  # fmt: skip
    Run.create(tmp_path / "run", settings)
    assert main(["train", "--resume", "--json", "--out", str(tmp_path / "run")]) == 0
    started = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (started["recipe"], started["resolution"]) == ("upsample", 16)
    assert Run.open(tmp_path / "run").settings.reason == started["reason"] != ""


def test_that_a_run_without_the_places_of_its_images_is_used_and_resumed_with_another_folder(
    tmp_path, trained, pictures, capsys
):
    run = shutil.copytree(trained, tmp_path / "run")
    (run / "places.json").unlink()
    assert main(["generate", str(run), "--out", str(tmp_path / "new"), "--count", "1"]) == 0
    capsys.readouterr()
    resume = ["train", "--resume", "--out", str(run), "--steps", "4"]
    assert "does not say where its images are; name the folder as FOLDER" in refused(capsys, *resume)
    assert main([*resume[:1], str(pictures), *resume[1:]]) == 0
    assert json.loads((run / "places.json").read_text())["sides"] == [[str(pictures.resolve())]]


def test_that_memory_and_disk_are_foretold_before_the_start(tmp_path, pictures, capsys):
    assert main(["train", str(pictures), *TINY, "--steps", "1", "--out", str(tmp_path / "run")]) == 0
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("foretold:")]
    assert re.fullmatch(r"foretold: less than 1\.\d GB of memory, \d+ MB on the disk\.", line)


@pytest.mark.slow
def test_that_too_little_memory_is_refused_with_what_fits_unless_it_is_to_begin_anyway(
    tmp_path, pictures, capsys, monkeypatch
):
    monkeypatch.setattr("ganstudio.core.device.memory_for", lambda device: 400 * 2**20)  # torch alone takes more
    words = ["train", str(pictures), *TINY, "--steps", "1", "--out", str(tmp_path / "run")]
    sentence = refused(capsys, *words)
    assert re.search(r"This needs \d+ MB of memory, and CPU.* has 400 MB\..* --anyway begins all the same\.$", sentence)
    assert not (tmp_path / "run").exists()
    assert main([*words, "--anyway"]) == 0
    assert "This needs" in capsys.readouterr().err


def test_that_a_full_disk_is_refused_unless_it_is_to_begin_anyway(tmp_path, pictures, capsys, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    full = type(usage)(usage.total, usage.used, 2**20)
    monkeypatch.setattr("ganstudio.workflows.preflight.shutil.disk_usage", lambda place: full)
    words = ["train", str(pictures), *TINY, "--steps", "1", "--out", str(tmp_path / "run")]
    assert "has 1 MB free. Free some space" in refused(capsys, *words)
    assert main([*words, "--anyway"]) == 0


def test_that_what_was_not_saved_is_not_called_saved(tmp_path, capsys):
    """Ctrl+C twice while a run's folder is gone gives up what was learned; the end says so."""
    run = Run.create(tmp_path / "run", RunSettings(recipe="linear", sides=(("pictures",),)))
    for saved, said in ((0, "was never saved"), (3, "was saved last at step 3")):
        report = RunReport(run)
        if saved:
            report.tell(Saved(step=saved, kimg=0.1, path="checkpoints/step-00000003.safetensors", bytes=1))
        report.tell(Finished(outcome="stopped", step=5, kimg=0.1, seconds=1.0, message=""))
        output = capsys.readouterr().out
        assert "Stopped at step 5" in output
        assert said in output
        assert "--save-to" in output
        assert "go on:" not in output  # there is no checkpoint
    report = RunReport(run)
    report.tell(Saved(step=5, kimg=0.1, path="checkpoints/step-00000005.safetensors", bytes=1))
    report.tell(Finished(outcome="stopped", step=5, kimg=0.1, seconds=1.0, message=""))
    assert "Stopped and saved at step 5" in capsys.readouterr().out
