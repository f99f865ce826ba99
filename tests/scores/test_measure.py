"""The full measurement, and the command that prints it."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from ganstudio.cli import main
from ganstudio.core import checkpoint
from ganstudio.core.device import choose
from ganstudio.core.recipe import ImageSpec
from ganstudio.core.run import Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.core.trainer import Trainer
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.samples.blossoms import write_sample_set
from ganstudio.scores.features import Features
from ganstudio.scores.measure import KINDS, measure


def features(count: int, seed: int, shift: float = 0.0) -> Features:
    numbers = np.random.default_rng(seed)
    values = torch.from_numpy(numbers.normal(size=(count, 16)) + shift).float()
    return Features(values, torch.from_numpy(numbers.normal(size=(count, 10))).float())


def test_that_everything_is_measured_with_its_direction_and_its_count():
    measured = measure(features(200, 0), features(150, 1, 0.5), features="test")
    names = {"FID", "KID", "MIND", "IS", "precision", "recall", "density", "coverage", "copies"}
    assert names <= measured.scores.keys()
    assert (measured.real, measured.generated, measured.features) == (200, 150, "test")
    better = {line.name: line.better for line in measured.lines}
    assert better["FID"] == "lower"
    assert better["recall"] == "higher"


def test_that_a_small_number_of_images_is_warned_of_for_biased_scores_only():
    (remark,) = measure(features(200, 0), features(200, 1), ("fid", "kid"), features="test").remarks
    assert "N is 200" in remark
    assert "fid (10,000)" in remark
    assert "kid" not in remark


def test_that_a_score_that_cannot_be_had_is_named_and_the_others_are_given():
    plain = Features(features(50, 0).values)
    measured = measure(plain, plain, ("is", "kid"), features="test")
    assert measured.scores.keys() == {"KID"}
    assert measured.remarks[0].startswith("is: these features come without classes")


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Path:
    """An untrained run with one checkpoint, and 60 images beside it."""
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("evaluated")
    write_sample_set(folder / "images", 60, 16, "blossoms")
    recipe = DCGAN(resolution=16, batch=8, width=4, latent=8)
    made = Run.create(folder / "run", RunSettings(recipe="dcgan", sides=(("nowhere",),), values=values_of(recipe)))
    trainer = Trainer(recipe.build(ImageSpec(3)), choose("cpu"))
    checkpoint.save(made.checkpoints, trainer.state() | {"seconds": 0.0, "classes": []})
    return folder


def test_that_evaluate_prints_json_and_keeps_the_scores(run, capsys, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(run / "cache"))
    assert main(["evaluate", str(run / "run"), str(run / "images"), "--count", "40", "--json"]) == 0
    output = json.loads(capsys.readouterr().out)
    assert (output["real"], output["generated"], output["features"]) == (40, 40, "builtin-1")
    assert output["scores"]["KID"] > 0.1
    (kept,) = json.loads((run / "run" / "scores.json").read_text())
    assert kept["scores"] == output["scores"]
    assert main(["evaluate", str(run / "run"), str(run / "images"), "--scores", "fid", "--count", "100"]) == 0
    out, err = capsys.readouterr()
    assert "60 generated against 60 real images" in out
    assert "built-in statistics (builtin-1)" in out
    assert "only 60 real images" in err
    assert "compare only with scores of the same N" in err
    assert len(json.loads((run / "run" / "scores.json").read_text())) == 2


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--scores", "fid,foo"], "'foo'"),
        (["--features", "vgg"], "--features"),
        (["--checkpoint", "best"], "no best checkpoint"),
        (["--features", "inception"], "--download"),
    ],
)
def test_that_what_makes_no_sense_is_refused_with_a_sentence(run, capsys, monkeypatch, words, named):
    monkeypatch.setenv("XDG_CACHE_HOME", str(run / "cache"))
    assert main(["evaluate", str(run / "run"), str(run / "images"), *words]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert named in err
    assert "Traceback" not in err


def test_that_every_kind_is_measured_by_something():
    assert set(KINDS) == {"fid", "kid", "mind", "is", "pr", "dc", "copies"}
