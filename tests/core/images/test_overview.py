"""All pictures at a glance, and small ones of the whole of each."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.images.check_report import Cancelled
from ganstudio.core.images.overview import Overview, overview
from ganstudio.core.images.thumbnails import Thumbnails
from ganstudio.core.run import Preparation


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Noise in two shapes, a dark picture, the same one a little brighter, and a text."""
    made = tmp_path / "pictures"
    made.mkdir()
    draw = np.random.default_rng(5)
    for number, size in enumerate([(40, 20), (20, 40), (30, 30)]):
        Image.fromarray(draw.integers(0, 255, (5, 5, 3), dtype=np.uint8)).resize(size).save(made / f"{number}.png")
    dark = Image.fromarray(draw.integers(0, 40, (6, 6, 3), dtype=np.uint8)).resize((32, 32))
    dark.save(made / "dark.png")
    dark.point(lambda value: min(255, value + 2)).save(made / "dark again.png")
    (made / "no picture.png").write_text("no")
    return made


def seen(folder: Path, preparation: Preparation) -> Overview:
    return overview([folder], preparation, 16, cache_dir=folder.parent / "cache")


def test_that_every_file_is_there_with_what_became_of_it(folder: Path) -> None:
    known = {picture.name: picture for picture in seen(folder, Preparation(excluded=("1.png",))).pictures}
    assert len(known) == 6
    assert (known["0.png"].width, known["0.png"].height) == (40, 20)
    assert [name for name, picture in known.items() if picture.by_hand] == ["1.png"]
    assert known["1.png"].reason == ""
    assert known["no picture.png"].reason
    assert "duplicate" in known["dark.png"].reason + known["dark again.png"].reason
    assert known["dark.png"].brightness < 60 < known["0.png"].brightness


def test_that_what_is_nearly_alike_is_a_pair(folder: Path) -> None:
    known = {picture.name: picture for picture in seen(folder, Preparation(duplicates="keep")).pictures}
    nearest = min(known.values(), key=lambda picture: picture.distance)
    assert nearest.name.startswith("dark")
    assert known["dark.png"].pair == known["dark again.png"].pair
    assert known["0.png"].distance > 10


def test_that_its_pixels_are_those_that_are_learned(folder: Path) -> None:
    known = seen(folder, Preparation(fit="pad"))
    picture = next(picture for picture in known.pictures if picture.name == "0.png")
    assert known.pixels[picture.row].shape == (16, 16, 3)
    assert known.pixels[picture.row][0].min() == 255  # the border above


def test_that_it_can_be_given_up(folder: Path) -> None:
    with pytest.raises(Cancelled):
        overview([folder], Preparation(), 16, cache_dir=folder.parent / "cache", cancelled=lambda: True)


def test_that_the_whole_of_a_picture_is_read_small(folder: Path) -> None:
    files = [picture.file for picture in seen(folder, Preparation()).pictures]
    with Thumbnails(Preparation(fit="pad"), 24) as thumbnails:
        smalls = thumbnails.read(files, lambda: False)
    whole = {file.name: small.whole().shape[:2] for file, small in zip(files, smalls, strict=True) if small}
    assert whole["0.png"] == (12, 24)
    assert whole["1.png"] == (24, 12)
    assert "no picture.png" not in whole
    assert all(small.whole().min() < 250 for small in smalls if small)
