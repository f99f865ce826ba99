"""How a run learned, as a film, from the command line."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from ganstudio.cli import main
from ganstudio.core.events import Sampled, to_json
from ganstudio.core.run import Run
from ganstudio.workflows.open_run import open_generator
from ganstudio.workflows.timeline import kept_moments
from tests.cli.support import refused


def frames(path: Path) -> list[np.ndarray]:
    with Image.open(path) as film:
        return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(film)]


def test_that_a_film_shows_each_moment_as_its_generator_draws_it_and_rests_on_the_last(tmp_path, trained, capsys):
    path = tmp_path / "made" / "film.webp"
    words = ["--of", "snapshots", "--row", "3", "--seconds", "0.5"]
    assert main(["timelapse", str(trained), "--out", str(path), *words]) == 0
    assert str(path) in capsys.readouterr().out
    moments = kept_moments(Run.open(trained), {})
    assert len(moments) >= 2
    shown = frames(path)
    for frame, moment in zip(shown, moments, strict=False):
        generator = open_generator(Run.open(trained), checkpoint=moment.name)
        expected = generator.images(generator.latents([2]))[0]
        assert np.array_equal(frame[::32, ::32], expected)  # 16 px, each 32 wide
    assert not np.array_equal(shown[0], shown[-1])


def test_that_a_run_with_few_moments_shows_its_grids_and_forgets_those_it_went_back_behind(tmp_path, trained):
    run = shutil.copytree(trained, tmp_path / "run")
    samples = [event for event in Run.open(run).events() if isinstance(event, Sampled)]
    for level, sampled in enumerate(samples):
        with Image.open(run / sampled.path) as grid:
            Image.new("RGB", grid.size, (0, 50 + 50 * level, 0)).save(run / sampled.path)
    path = tmp_path / "film.webp"
    assert main(["timelapse", str(run), "--out", str(path), "--seconds", "1", "--row", "1"]) == 0
    assert [frame[0, 0, 1] for frame in frames(path)] == [50 + 50 * level for level in range(len(samples))]
    with open(run / "events.jsonl", "a") as file:
        file.write(to_json(samples[0]) + "\n")
    assert main(["timelapse", str(run), "--out", str(path), "--seconds", "1", "--row", "1", "--overwrite"]) == 0
    assert [frame[0, 0, 1] for frame in frames(path)] == [50]


def test_that_a_film_that_cannot_be_made_is_refused(tmp_path, trained, capsys):
    mine = tmp_path / "mine.gif"
    mine.write_text("mine")
    assert "exists already" in refused(capsys, "timelapse", trained, "--out", mine)
    assert mine.read_text() == "mine"
    assert ".mp4, .webp, .gif" in refused(capsys, "timelapse", trained, "--out", tmp_path / "film.avi")
    assert "choose 4 or less" in refused(
        capsys, "timelapse", trained, "--out", tmp_path / "x.gif", "--rows", "4", "--row", "5"
    )
    assert "not a run" in refused(capsys, "timelapse", tmp_path, "--out", tmp_path / "x.gif")
    bare = shutil.copytree(trained, tmp_path / "bare")
    (bare / "events.jsonl").unlink()
    assert "has kept no grids" in refused(capsys, "timelapse", bare, "--out", tmp_path / "x.gif", "--of", "grids")
    assert main(["timelapse", str(trained), "--out", str(mine), "--overwrite"]) == 0
    assert frames(mine)


@pytest.mark.parametrize("word", ["timelapse", "compare", "evaluate", "translate", "project", "nearest"])
def test_that_help_of_every_command_is_there(word, capsys):
    assert main([word, "--help"]) == 0
    assert "RUN" in capsys.readouterr().out
