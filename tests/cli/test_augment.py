"""The command augment: what it writes, says and refuses."""

import json

import numpy as np
import pytest
from PIL import Image

from ganstudio.cli import main
from tests.cli.support import refused


@pytest.fixture(scope="module")
def classes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("classes")
    for number, (name, count) in enumerate((("cats", 24), ("dogs", 16))):
        (folder / name).mkdir()
        for index in range(count):
            noise = np.random.default_rng([number, index]).integers(0, 120, (16, 16, 3), np.uint8)
            noise[..., number] += 120
            Image.fromarray(noise).save(folder / name / f"{index}.png")
    return folder


@pytest.fixture(scope="module")
def run(tmp_path_factory, classes):
    out = tmp_path_factory.mktemp("runs") / "cgan"
    words = ["--recipe", "cgan", "--set", "architecture=linear", "--resolution", "16", "--batch", "4", "--steps", "2"]
    words += ["--test-share", "0.3", "--labels", "--device", "cpu"]
    assert main(["train", str(classes), *words, "--out", str(out)]) == 0
    return out


def augment(run, classes, out, *words: str) -> int:
    return main(["augment", str(run), str(classes), "--out", str(out), "--device", "cpu", *words])


def test_that_it_fills_up_and_says_what_came_of_it(run, classes, tmp_path, capsys):
    assert augment(run, classes, tmp_path / "set", "--filters", "copies", "--format", "csv", "--to", "30") == 0
    said = capsys.readouterr()
    assert "dogs: " in said.out
    assert "copies of training pictures" in said.err
    lines = (tmp_path / "set" / "labels.csv").read_text().splitlines()
    assert len(lines) - 1 == len(list((tmp_path / "set" / "pictures").iterdir())) > 0


def test_that_it_judges_in_one_sentence(run, classes, tmp_path, capsys):
    words = ["--filters", "none", "--judge", "--seeds", "2", "--shares", "100", "--classifier-steps", "5"]
    assert augment(run, classes, tmp_path / "set", *words, "--json") == 0
    fields = json.loads(capsys.readouterr().out)
    assert fields["judgement"]["verdict"] in {"helped", "made no difference", "harmed"}
    assert (tmp_path / "set" / "judge.html").is_file()
    assert augment(run, classes, tmp_path / "set", *words) == 0  # the same again: all is known
    assert fields["judgement"]["sentence"] in capsys.readouterr().out


def test_that_nonsense_is_refused_with_a_sentence(run, trained, classes, tmp_path, capsys):
    out = tmp_path / "out"
    words = ["augment", run, classes, "--out", out]
    assert "there is no filter called 'best'" in refused(capsys, *words, "--filters", "best")
    assert "--shares" in refused(capsys, *words, "--judge", "--shares", "0,200")
    assert "say --judge too" in refused(capsys, *words, "--test", classes)
    assert "are among those that" in refused(capsys, *words, "--judge", "--test", classes)
    assert "has learned without classes" in refused(capsys, "augment", trained, classes, "--out", out)
    assert not out.exists()
