"""Taking pictures away from the command line: generate, interpolate, export; and bench."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import load_file

from ganstudio.bench.plane_game import ModeCoverage
from ganstudio.bench.suites import SPEEDS, Figure
from ganstudio.cli import main
from ganstudio.core import checkpoint
from ganstudio.core.run import Run
from ganstudio.export.provenance import is_marked, read_recipe
from ganstudio.latent.point import Between, Point, Seed
from ganstudio.latent.point_to_picture import draw
from ganstudio.workflows.open_run import open_generator
from tests.cli.support import TINY, refused, write_pictures


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


def test_that_without_a_label_every_class_has_its_turn_and_each_picture_says_its_own(tmp_path):
    for name in ("ash", "birch"):
        write_pictures(tmp_path / "trees" / name, 4)
    words = ["--recipe", "cgan", "--labels", "--set", "width=4", *TINY[2:], "--duplicates", "keep", "--steps", "1"]
    run = tmp_path / "run"
    assert main(["train", str(tmp_path / "trees"), *words, "--out", str(run)]) == 0
    assert main(["generate", str(run), "--out", str(tmp_path / "all"), "--count", "4"]) == 0
    assert main(["generate", str(run), "--out", str(tmp_path / "birches"), "--count", "4", "--label", "birch"]) == 0
    recipes = [read_recipe(tmp_path / "all" / f"seed-00000{seed}.png") for seed in range(4)]
    assert [recipe and recipe["label"] for recipe in recipes] == ["ash", "birch", "ash", "birch"]
    for seed, alike in enumerate([False, True, False, True]):
        both = [(tmp_path / name / f"seed-00000{seed}.png").read_bytes() for name in ("all", "birches")]
        assert (both[0] == both[1]) == alike


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


def test_that_a_walk_over_a_uniform_prior_is_the_one_that_explore_shows(tmp_path, pictures):
    run, strip = tmp_path / "run", tmp_path / "strip.png"
    assert main(["train", str(pictures), *TINY, "--set", "prior=uniform", "--steps", "1", "--out", str(run)]) == 0
    assert main(["interpolate", str(run), "--out", str(strip), "--seeds", "1,2", "--frames", "3"]) == 0
    half = draw(open_generator(Run.open(run)), Point(latent=Between(Seed(1), Seed(2), 0.5)))
    with Image.open(strip) as image:
        assert np.array_equal(np.asarray(image)[:, 16:32], half)


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
    monkeypatch.setattr("ganstudio.cli.bench.measure", lambda suite, device, *, seconds: iter([figure]))
    assert main(["bench", "--suite", "step", "--device", "cpu", "--json"]) == 0
    output = json.loads(capsys.readouterr().out)
    assert (output["suite"], output["name"], output["ratio"]) == ("step", "dcgan 64 px", 1.2)
    assert main(["bench", "--device", "cpu"]) == 0
    assert capsys.readouterr().out.count("ratio 1.20") == len(SPEEDS)


def test_that_bench_counts_modes_as_json_and_in_words_and_draws_them(capsys, monkeypatch, tmp_path):
    coverage = ModeCoverage(
        target="ring of 8",
        cure="R1",
        of=8,
        seeds=5,
        modes=7.6,
        modes_spread=0.5,
        good=0.9,
        good_spread=0.02,
        points=[(2.0, 0.0)],
    )
    asked = []
    monkeypatch.setattr("ganstudio.cli.bench.modes", lambda chosen, **known: asked.append(chosen) or iter([coverage]))
    assert main(["bench", "--suite", "modes", "--cure", "R1", "--json"]) == 0
    assert list(asked[0]) == ["R1"]
    output = json.loads(capsys.readouterr().out)
    assert (output["cure"], output["modes"], output["of"]) == ("R1", 7.6, 8)
    assert "points" not in output
    assert main(["bench", "--suite", "modes", "--picture", str(tmp_path / "modes.png")]) == 0
    assert "7.6 ± 0.5 of 8" in capsys.readouterr().out
    assert (tmp_path / "modes.png").stat().st_size > 100
    assert "plain GAN" in refused(capsys, "bench", "--suite", "modes", "--cure", "hope")
    assert "colour" in refused(capsys, "bench", "--suite", "modes", "--set", "colour=red")


@pytest.fixture
def past_its_best(tmp_path, pictures) -> Path:
    """A run whose best score came before its last checkpoint."""
    run = tmp_path / "past"
    for steps in ("2", "4"):
        words = ["train", str(pictures), *TINY, "--steps", steps, "--out", str(run)]
        assert main([*words, *(["--resume"] if run.exists() else [])]) == 0
        if steps == "2":
            checkpoint.mark_best(run / "checkpoints", run / "checkpoints" / "step-000000002.json", {"scores": {}})
    return run


def test_that_what_is_taken_away_is_the_best_and_not_the_last_unless_told_so(tmp_path, past_its_best, capsys):
    def made(*words: str) -> bytes:
        out = tmp_path / "-".join(["out", *words])
        assert main(["generate", str(past_its_best), "--out", str(out), "--count", "1", "--no-recipe", *words]) == 0
        model = out / "generator.safetensors"
        assert main(["export", str(past_its_best), "--out", str(model), *words]) == 0
        tensors = load_file(model)  # the order of what else is in the file is random
        return (out / "seed-000000.png").read_bytes() + b"".join(tensors[name].tobytes() for name in sorted(tensors))

    usual, best, latest = made(), made("--checkpoint", "best"), made("--checkpoint", "latest")
    assert usual == best != latest
    assert made("--checkpoint", "step-000000004") == latest
    assert made("--checkpoint", "step-000000002") == best
    assert made("--checkpoint", "step-000000000") not in (best, latest)  # a snapshot


def test_that_a_run_without_a_best_gives_its_latest_and_says_so_when_asked_for_the_best(tmp_path, trained, capsys):
    assert main(["generate", str(trained), "--out", str(tmp_path / "a"), "--count", "1"]) == 0
    capsys.readouterr()
    assert "no best checkpoint: no score has marked one" in refused(
        capsys, "generate", trained, "--out", tmp_path / "b", "--checkpoint", "best"
    )
