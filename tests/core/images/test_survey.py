"""A first look: heads of files only, whatever they are and wherever they lie."""

import gzip
import struct
import zipfile

import pytest
from PIL import Image

from ganstudio.core.images.check_report import ImagesError
from ganstudio.core.images.survey import UNKNOWN, survey_images
from ganstudio.core.run import Preparation


@pytest.fixture
def folder(tmp_path):
    """Nine pictures in two classes, most of them 40 x 30, and a text."""
    for number in range(9):
        place = tmp_path / "pictures" / ("cats" if number % 2 else "dogs")
        place.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (40, 30) if number else (400, 300)).save(place / f"{number}.png")
    (tmp_path / "pictures" / "cats" / "notes.txt").write_text("no picture")
    return tmp_path / "pictures"


def test_that_files_are_counted_and_the_median_side_is_told(folder):
    seen = survey_images([folder], Preparation())
    assert (seen.count, seen.side, seen.classes) == (10, 30, 0)
    assert survey_images([folder], Preparation(labels=True)).classes == 2


def test_that_archives_and_idx_files_are_looked_into(folder, tmp_path):
    archive = tmp_path / "pictures.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in sorted(folder.rglob("*.png")):
            made.write(path, path.name)
    assert survey_images([archive], Preparation()).side == 30
    idx = tmp_path / "train-images-idx3-ubyte.gz"
    with gzip.open(idx, "wb") as file:
        file.write(struct.pack(">HBBIII", 0, 8, 3, 5, 28, 20) + bytes(5 * 28 * 20))
    seen = survey_images([idx], Preparation())
    assert (seen.count, seen.side) == (5, 20)


def test_that_a_folder_without_pictures_gives_no_size(tmp_path):
    (tmp_path / "notes.txt").write_text("no picture")
    assert survey_images([tmp_path], Preparation()).side == UNKNOWN
    with pytest.raises(ImagesError, match="does not exist"):
        survey_images([tmp_path / "nowhere"], Preparation())
