"""The training images nearest to a picture, and when that is called copying."""

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.run import Run, RunError, RunSettings
from ganstudio.workflows.nearest_images import copying_sentence, nearest_images, open_training_images
from ganstudio.workflows.progress import TaskProgress
from tests.app.tiny_runs import tiny_run

SILENT = TaskProgress(lambda done, total: None)


@pytest.fixture
def run(tmp_path, monkeypatch) -> Run:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "pictures").mkdir()
    chance = np.random.default_rng(0)
    for number in range(9):
        Image.fromarray(chance.integers(0, 256, (8, 8), np.uint8)).save(tmp_path / "pictures" / f"{number}.png")
    run = tiny_run(tmp_path / "tiny")
    run.change(sides=((str(tmp_path / "pictures"),),))
    return run


def test_that_a_mirrored_training_image_is_found_by_name_shown_as_it_was_asked_and_called_a_copy(run):
    images = open_training_images(run, 8, SILENT)
    mirrored = images.pixels[4][:, ::-1]
    result = nearest_images(run, mirrored, SILENT, count=3)
    assert len(result.neighbours) == len(result.pictures) == len(result.distances) == 3
    assert images.names[result.neighbours[0].index] == images.names[4]
    assert np.array_equal(result.pictures[0], mirrored)
    assert result.distances == sorted(result.distances)
    assert result.sentence.startswith("This looks like a copy.")


def test_that_images_made_ready_once_serve_again(run):
    images = open_training_images(run, 8, SILENT)
    assert nearest_images(run, images.pixels[0], SILENT, known=images).images is images


def test_that_copying_is_called_by_its_name():
    assert copying_sentence(1.0, 20.0).startswith("This looks like a copy.")
    assert copying_sentence(30.0, 20.0).startswith("No copy.")
    openings = {distance: copying_sentence(distance, 20.0).split()[0] for distance in (7.9, 8.0, 15.9, 16.0)}
    assert openings == {7.9: "This", 8.0: "Nearer", 15.9: "Nearer", 16.0: "No"}


def test_that_a_translation_is_refused(tmp_path):
    run = Run.create(tmp_path / "two", RunSettings(recipe="cyclegan", sides=(("a",), ("b",)), values={}))
    with pytest.raises(RunError, match="two makes pictures of pictures"):
        nearest_images(run, np.zeros((8, 8, 3), np.uint8), SILENT)
