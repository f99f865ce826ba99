"""One picture in the style of others from the command line: the way, and what is refused."""

import json
from pathlib import Path

import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from ganstudio.cli import main
from ganstudio.export.provenance import read_recipe
from ganstudio.scores.extractor_networks import SqueezeNet
from tests.cli.support import refused, write_pictures

QUICK = ["--size", "64", "--steps", "3", "--device", "cpu"]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    torch.manual_seed(0)
    folder = write_pictures(tmp_path_factory.mktemp("style"), 3, (60, 48))
    save_file(SqueezeNet().state_dict(), folder / "squeeze.safetensors")
    return folder


def words(folder: Path, out: Path, *more: object) -> list[str]:
    first, second = folder / "picture 00.png", folder / "picture 01.png"
    return [str(word) for word in ("style", first, "--style", second, "--out", out, *QUICK, *more)]


def test_that_a_picture_is_drawn_and_weights_need_to_be_given_once(folder, tmp_path, capsys):
    assert main(words(folder, tmp_path / "a.png", "--features", folder / "squeeze.safetensors")) == 0
    assert "step 3 of 3" in capsys.readouterr().out
    assert main(words(folder, tmp_path / "b.png", "--json", "--keep-colours", "--strength", "0.8")) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["file"] == str(tmp_path / "b.png")
    with Image.open(tmp_path / "b.png") as picture:
        assert picture.size == (64, 51)
    recipe = read_recipe(tmp_path / "b.png")
    assert recipe is not None
    assert (recipe["strength"], recipe["keep_colours"]) == (0.8, True)


def test_that_without_weights_it_says_what_is_needed(folder, tmp_path, capsys):
    sentence = refused(capsys, *words(folder, tmp_path / "a.png"))
    assert "SqueezeNet 1.1" in sentence
    assert "--download" in sentence
    assert not (tmp_path / "a.png").exists()


def test_that_what_makes_no_sense_is_refused_before_anything_is_drawn(folder, tmp_path, capsys):
    known = ("--features", folder / "squeeze.safetensors")
    assert "must end in" in refused(capsys, *words(folder, tmp_path / "a.bmp", *known))
    assert "is not there" in refused(
        capsys, "style", tmp_path / "no.png", "--style", "x.png", "--out", tmp_path / "a.png"
    )
    assert "2 values for 1 styles" in refused(capsys, *words(folder, tmp_path / "a.png", "--weight", 1, 2))
    assert "--size goes from 64" in refused(capsys, *words(folder, tmp_path / "a.png", "--size", 3))
    assert "squeeze" not in refused(capsys, *words(folder, folder / "picture 02.png", *known))
    assert "gone.pt is not there" in refused(
        capsys, *words(folder, tmp_path / "a.png", "--features", tmp_path / "gone.pt")
    )
    torch.save({"weight": torch.ones(2)}, tmp_path / "odd.pt")
    assert "architecture" in refused(capsys, *words(folder, tmp_path / "a.png", "--features", tmp_path / "odd.pt"))
    (tmp_path / "text.png").write_text("no picture")
    styles = ("--style", tmp_path / "text.png")
    assert "text.png cannot be used" in refused(capsys, *words(folder, tmp_path / "a.png", *styles, *known))
