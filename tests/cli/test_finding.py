"""Looking for pictures from the command line, and films through kept ones: project, nearest, film."""

import json

import numpy as np
import pytest
import torch
from PIL import Image, ImageSequence

from ganstudio.cli import main
from ganstudio.core.run import Run
from ganstudio.export.provenance import read_recipe
from ganstudio.latent.journey import FILE, Journey
from ganstudio.latent.point import Point, Seed
from ganstudio.latent.point_to_picture import draw
from ganstudio.scores.extractor_networks import ResNet20
from ganstudio.workflows.open_run import open_generator
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.project_photograph import Search, distance_sentence, project_photograph, read_photograph
from tests.cli.support import refused


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("weights") / "resnet.pt"
    torch.save(ResNet20().state_dict(), path)
    return path


@pytest.mark.parametrize("seen", [False, True])
def test_that_a_picture_of_its_own_is_found_again(tmp_path, trained, weights, capsys, seen):
    assert main(["generate", str(trained), "--out", str(tmp_path), "--count", "1", "--seed", "7"]) == 0
    capsys.readouterr()
    words = ["project", str(trained), str(tmp_path / "seed-000007.png"), "--out", str(tmp_path / "a.png"), "--json"]
    assert main([*words, "--steps", "40", *(["--features", str(weights)] if seen else [])]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["ratio"] < 0.1
    assert len(facts["latent"]) == 100
    recipe = read_recipe(tmp_path / "a.png")
    assert recipe is not None
    assert recipe["point"]["latent"]["z"] == facts["latent"]
    assert main(words) == 2


def test_that_the_command_finds_what_the_window_finds(tmp_path, trained, capsys):
    assert main(["generate", str(trained), "--out", str(tmp_path), "--count", "1", "--seed", "7"]) == 0
    capsys.readouterr()
    photograph = tmp_path / "seed-000007.png"
    assert main(["project", str(trained), str(photograph), "--steps", "5", "--json", "--device", "cpu"]) == 0
    facts = json.loads(capsys.readouterr().out)
    run, generator = Run.open(trained), open_generator(Run.open(trained), device="cpu")
    pixels = read_photograph(photograph, run, generator.resolution)
    result = project_photograph(Search(pixels, run, steps=5), lambda: generator, TaskProgress(lambda *_: None))
    assert facts["latent"] == list(result.values)
    assert main(["project", str(trained), str(photograph), "--steps", "5", "--device", "cpu"]) == 0
    assert capsys.readouterr().out.strip() == distance_sentence(result.error, result.usual, result.by_chance)


@pytest.mark.parametrize("seen", [False, True])
def test_that_a_training_image_is_its_own_nearest(tmp_path, trained, pictures, weights, capsys, seen):
    words = ["nearest", str(trained), str(pictures / "picture 03.png"), "--count", "3"]
    assert main([*words, "--json", *(["--features", str(weights)] if seen else [])]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 3
    assert rows[0]["name"].endswith("picture 03.png")
    assert rows[0]["distance"] < 1
    assert main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "picture 03.png" in lines[0]
    assert lines[-1].startswith("This looks like a copy.")


def test_that_what_cannot_be_used_is_refused_in_a_sentence(tmp_path, trained, pictures, capsys):
    (tmp_path / "text.png").write_text("no picture")
    Image.new("RGB", (16, 16)).save(tmp_path / "black.png")
    assert "text.png" in refused(capsys, "project", trained, tmp_path / "text.png")
    assert "gone.png" in refused(capsys, "nearest", trained, tmp_path / "gone.png")
    words = ["project", trained, tmp_path / "black.png"]
    assert "--features" in refused(capsys, *words, "--features", tmp_path / "text.png")
    assert ".png" in refused(capsys, *words, "--out", tmp_path / "a.gif")
    assert "not a class" in refused(capsys, *words, "--label", "rose")


@pytest.fixture
def pinned(trained):
    """A run with three pins."""
    journey = Journey(Point(latent=Seed(1)))
    for name, seed in (("home", 1), ("garden", 2), ("shed", 3)):
        journey.pin(name, Point(latent=Seed(seed), psi=0.5 if name == "shed" else 1.0))
    journey.save(trained)
    yield trained
    (trained / FILE).unlink()


def test_that_a_film_goes_through_the_pins_that_are_named(tmp_path, pinned, capsys):
    out = tmp_path / "film.webp"
    words = ["film", str(pinned), "--out", str(out), "--through", "shed,home", "--seconds", "0.5", "--fps", "10"]
    assert main([*words, "--size", "0", "--once", "--device", "cpu"]) == 0
    assert capsys.readouterr().out.startswith("5 frames in")
    generator = open_generator(Run.open(pinned), device="cpu")
    with Image.open(out) as moving:
        frames = [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(moving)]
    assert len(frames) == 5
    for frame, point in ((frames[0], Point(latent=Seed(3), psi=0.5)), (frames[-1], Point(latent=Seed(1)))):
        assert np.array_equal(frame, np.broadcast_to(draw(generator, point), frame.shape))
    assert main(words) == 2
    assert "exists already" in capsys.readouterr().err


def test_that_a_film_that_cannot_be_made_is_refused_in_a_sentence(tmp_path, trained, pinned, capsys):
    out = ["--out", tmp_path / "film.gif"]
    assert "home, garden, shed" in refused(capsys, "film", pinned, *out, "--through", "attic")
    assert "at least 3 frames" in refused(capsys, "film", pinned, *out, "--seconds", "0.2", "--fps", "10")
    assert ".gif" in refused(capsys, "film", pinned, "--out", tmp_path / "film.png")
    Journey(Point()).save(trained)
    assert "set some in Explore" in refused(capsys, "film", trained, *out)
