"""Pictures of a generator that are taken away larger, through a network that enlarges: generate, interpolate."""

import numpy as np
import pytest
from PIL import Image

from ganstudio.cli import main
from ganstudio.core.run import Run
from ganstudio.export.provenance import read_recipe
from ganstudio.latent.point import Seed
from ganstudio.workflows.explore_run import look_into
from ganstudio.workflows.known_runs import RunPlaces
from ganstudio.workflows.progress import TaskProgress
from tests.cli.support import TINY, refused
from tests.cli.test_upscale import weights  # noqa: F401 - a fixture: it repeats each pixel four times
from tests.workflows import test_image_pairs

SIDE = 16


def pixels(path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image)


def drawn(run, out, *words: object) -> dict[str, np.ndarray]:
    command = ["generate", str(run), "--out", str(out), "--device", "cpu", "--seed", "7", *map(str, words)]
    assert main(command) == 0
    return {path.name: pixels(path) for path in sorted(out.iterdir())}


def repeated(picture: np.ndarray, scale: int) -> np.ndarray:
    return picture.repeat(scale, 0).repeat(scale, 1)


def test_that_the_pictures_and_their_sheet_are_those_of_the_seeds_made_larger(trained, weights, tmp_path):  # noqa: F811
    own = drawn(trained, tmp_path / "own", "--count", 3, "--sheet")
    larger = drawn(trained, tmp_path / "larger", "--count", 3, "--sheet", "--larger", weights)
    assert larger.keys() == own.keys()
    assert all(np.array_equal(larger[name], repeated(own[name], 4)) for name in own if name.startswith("seed"))
    assert larger["sheet-000007-000009.png"].shape == (8 * SIDE, 8 * SIDE, 3)
    smaller = drawn(trained, tmp_path / "smaller", "--count", 1, "--larger", weights, "--scale", 2)
    assert smaller["seed-000007.png"].shape == (2 * SIDE, 2 * SIDE, 3)


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_that_an_enlarged_picture_says_by_what_and_still_leads_back_to_its_seed(trained, weights, tmp_path, kind):  # noqa: F811
    drawn(trained, tmp_path, "--count", 1, "--format", kind, "--truncation", 0.5, "--larger", weights)
    path = tmp_path / f"seed-000007.{kind}"
    recipe = read_recipe(path)
    assert recipe is not None
    assert recipe["larger"].keys() == {"by", "scale", "network", "weights"}
    assert (recipe["larger"]["by"], recipe["larger"]["scale"]) == (weights.name, 4)
    assert len(recipe["larger"]["weights"]) == 16
    here = Run.open(trained)
    dropped = look_into(path, here, RunPlaces(tmp_path), TaskProgress(lambda done, total: None))
    assert dropped.run == here
    assert dropped.image_recipe is not None
    assert dropped.image_recipe.step == 3
    assert (dropped.image_recipe.point.latent, dropped.image_recipe.point.psi) == (Seed(7), 0.5)


def test_that_a_grey_generator_stays_grey_and_a_walk_ends_with_the_enlarged_pictures(
    pictures, weights, tmp_path  # noqa: F811
):  # fmt: skip
    run = tmp_path / "grey"
    assert main(["train", str(pictures), *TINY, "--colour", "grey", "--steps", "1", "--out", str(run)]) == 0
    ends = drawn(run, tmp_path / "ends", "--count", 2, "--larger", weights)
    strip = tmp_path / "strip.png"
    words = ["--seeds", "7,8", "--frames", "3", "--larger", str(weights), "--device", "cpu"]
    assert main(["interpolate", str(run), "--out", str(strip), *words]) == 0
    assert pixels(strip).shape == (4 * SIDE, 3 * 4 * SIDE)
    assert np.array_equal(pixels(strip)[:, : 4 * SIDE], ends["seed-000007.png"])
    assert np.array_equal(pixels(strip)[:, -4 * SIDE :], ends["seed-000008.png"])
    assert (read_recipe(strip) or {})["larger"]["by"] == weights.name


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_that_a_picture_enlarged_afterwards_leads_back_to_its_seed_as_well(trained, weights, tmp_path, kind):  # noqa: F811
    drawn(trained, tmp_path / "own", "--count", 1, "--format", kind)
    words = ["--device", "cpu", "--scale", "2", "--out"]
    assert main(["upscale", str(weights), str(tmp_path / "own"), *words, str(tmp_path / "once")]) == 0
    assert main(["upscale", str(weights), str(tmp_path / "once"), *words, str(tmp_path / "twice")]) == 0
    own, once, twice = (read_recipe(tmp_path / name / f"seed-000007.{kind}") or {} for name in ("own", "once", "twice"))
    assert own["seed"] == 7
    assert once.items() >= own.items()
    assert once["larger"].items() >= {"scale": 2, "network": "compact x4, 1 convolutions"}.items()
    assert "run" not in once["larger"]
    assert twice.items() >= own.items()
    assert twice["larger"]["after"] == once["larger"]
    words = ["--device", "cpu", "--no-recipe", "--out", str(tmp_path / "bare")]
    assert main(["upscale", str(weights), str(tmp_path / "own"), *words]) == 0
    assert read_recipe(tmp_path / "bare" / f"seed-000007.{kind}") is None


def test_that_an_own_run_that_learned_to_enlarge_is_named_with_its_step(trained, pictures, tmp_path, monkeypatch):
    enlarging = tmp_path / "enlarging"
    words = ["train", str(pictures), *test_image_pairs.TINY, "--out", str(enlarging), "--steps", "2"]
    assert main(words) == 0
    monkeypatch.chdir(enlarging)
    larger = drawn(trained, tmp_path / "out", "--count", 1, "--larger", ".")
    side = larger["seed-000007.png"].shape[0]
    recipe = read_recipe(tmp_path / "out" / "seed-000007.png") or {}
    assert recipe["run"] == "tiny"
    assert recipe["larger"] == {"by": "enlarging", "scale": side // SIDE, "step": 2, "blend": 1.0}
    assert side > SIDE


def test_that_what_cannot_enlarge_is_refused_before_anything_is_written(trained, weights, tmp_path, capsys):  # noqa: F811
    out = tmp_path / "out"

    def sentence(*words: object) -> str:
        return refused(capsys, "generate", trained, "--out", out, "--device", "cpu", *words)

    assert "--scale 2 needs --larger" in sentence("--scale", 2)
    assert "nothing does not exist" in sentence("--larger", tmp_path / "nothing")
    assert "enlarges 4 times, not 8" in sentence("--larger", weights, "--scale", 8)
    assert "makes no pictures larger" in sentence("--larger", trained)
    (tmp_path / "bad.safetensors").write_bytes(b"nothing")
    assert "whole safetensors" in sentence("--larger", tmp_path / "bad.safetensors")
    assert not out.exists()
