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


@pytest.fixture(scope="module")
def any_style(folder, tmp_path_factory) -> Path:
    """A run of two steps that draws in any style."""
    run = tmp_path_factory.mktemp("any") / "run"
    words = ["train", folder, folder, "--recipe", "adain", "--resolution", "32", "--batch", "2", "--steps", "2",
             "--features", folder / "squeeze.safetensors", "--device", "cpu", "--out", run]  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        assert main([str(word) for word in words]) == 0
    return run


def test_that_a_run_draws_in_styles_that_are_mixed_in_one_pass_and_without_weights(folder, any_style, tmp_path, capsys):
    second = folder / "picture 02.png"
    mixed = ["--style", folder / "picture 01.png", second, "--weight", 1, 3, "--fast", any_style]
    capsys.readouterr()
    assert main(words(folder, tmp_path / "a.png", *mixed)) == 0
    assert "drawn in one pass" in capsys.readouterr().out
    recipe = read_recipe(tmp_path / "a.png")
    assert recipe is not None
    assert (recipe["made by"], recipe["strength"]) == ("fast style", 1.0)
    assert [style["weight"] for style in recipe["styles"]] == [1.0, 3.0]
    assert main(words(folder, tmp_path / "b.png", *mixed, "--strength", "0.2", "--json")) == 0
    assert json.loads(capsys.readouterr().out)["style_error"] is None
    assert (tmp_path / "a.png").read_bytes() != (tmp_path / "b.png").read_bytes()
    assert "is not a run" in refused(capsys, *words(folder, tmp_path / "c.png", "--fast", tmp_path))


def test_that_without_a_style_it_asks_for_one(folder, tmp_path, capsys):
    sentence = refused(capsys, "style", folder / "picture 00.png", "--out", tmp_path / "a.png")
    assert "--style" in sentence
    assert "--fast" in sentence


def test_that_pictures_and_folders_are_translated_into_a_style(folder, any_style, tmp_path, capsys):
    common = ["translate", any_style, folder / "picture 00.png", "--device", "cpu"]
    for name, more in (("a", []), ("b", ["--style", folder / "picture 02.png"]),
                       ("c", ["--style", folder / "picture 02.png", "--strength", "0.3"])):  # fmt: skip
        assert main([str(word) for word in (*common, "--out", tmp_path / name, *more)]) == 0
    written = [(tmp_path / name / "picture 00.png").read_bytes() for name in "abc"]
    assert len(set(written)) == 3
    recipe = read_recipe(tmp_path / "c" / "picture 00.png")
    assert recipe is not None
    assert recipe["strength"] == 0.3
