"""Pillow's own odd and broken files: each is prepared or listed with a reason, and what is prepared looks right."""

import csv
import importlib.util
from pathlib import Path

import numpy as np
import pytest

from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.decode import prepare_image
from ganstudio.core.run import Preparation

AWKWARD = Path(__file__).parents[4] / "shared" / "data" / "awkward"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not AWKWARD.exists(), reason="the real images are not here")]
PLAIN = Preparation()

REFUSED = {
    "truncated_corrupt/broken_data_stream.png",  # its last part is damaged; Pillow's own tests read it leniently
    "animated_multipage/no_palette_with_transparency.gif",  # 2 x 2 px
    "fuzz_crash/psd-oob-write-x.psd",  # 1 x 1 px
    "fuzz_crash/psd-oob-write-y.psd",
}
"""What Pillow decodes and this program does not."""
ACCEPTED = {"fuzz_crash/psd-oob-write-overflow.psd", "not_images/hopper.tar"}
"""The other way round: only a layer of it is broken, and layers are not looked at; and archives are read."""
HEIF = importlib.util.find_spec("pillow_heif") is not None
"""Read where the extra is installed, which is no part of Pillow."""
FILES = {path.relative_to(AWKWARD).as_posix() for path in AWKWARD.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Prepared:
    cache = tmp_path_factory.mktemp("awkward")
    return prepare([AWKWARD], Preparation(duplicates="keep"), 64, cache_dir=cache)


def manifest() -> list[dict[str, str]]:
    with open(AWKWARD / "MANIFEST.csv", newline="") as file:
        return list(csv.DictReader(file))


def test_that_each_file_is_either_used_or_listed_with_a_reason(prepared):
    listed = {origin(left.name) for left in prepared.report.left_out}
    used = {origin(name) for name in prepared.names}
    assert used | listed == FILES
    assert not used & listed
    assert all(left.reason for left in prepared.report.left_out)


def origin(name: str) -> str:
    """The file that holds a picture: itself, or the archive or stack that it lies in."""
    return name if name in FILES else name.rpartition("/")[0]


def test_that_the_outcome_agrees_with_the_manifest(prepared):
    used = {origin(name) for name in prepared.names}
    for row in manifest():
        decodes = row["pillow13"] == "decodes" or (row["file"].endswith(".heif") and HEIF)
        wanted = (decodes and row["file"] not in REFUSED) or row["file"] in ACCEPTED
        assert (row["file"] in used) == wanted, row["file"]


def test_that_a_crash_of_a_decoder_would_have_been_told(prepared):
    assert not [left for left in prepared.report.left_out if "crashed" in left.reason or "longer than" in left.reason]


def pixels(name: str, preparation: Preparation = PLAIN) -> np.ndarray:
    return prepare_image(AWKWARD / name, preparation, 64).astype(int)


HOPPER = "ordinary/hopper.png"


@pytest.mark.parametrize("number", [2, 3, 4, 5, 6, 7, 8])
def test_that_turned_pictures_stand_upright(number):
    assert np.abs(pixels(f"exif_orientation/hopper_orientation_{number}.jpg") - pixels(HOPPER)).mean() < 8


@pytest.mark.parametrize(
    "suffix", ["Lab.tif", "avif", "bmp", "dcx", "dds", "gif", "ppm", "psd", "qoi", "ras", "sgi", "tif", "webp", "xpm"]
)
def test_that_the_same_picture_looks_the_same_in_every_format(suffix):
    assert np.abs(pixels(f"other_formats/hopper.{suffix}") - pixels(HOPPER)).mean() < 8


def test_that_deep_grey_looks_like_shallow_grey():
    grey = Preparation(colour="grey")
    for name in ("deep_16bit_float/hopper_16bit.pgm", "deep_16bit_float/hopper.pfm"):
        assert np.abs(pixels(name, grey) - pixels(HOPPER, grey)).mean() < 8


def test_that_cmyk_jpeg_and_tiff_agree():
    jpeg = pixels("cmyk/pil_sample_cmyk.jpg")
    for name in ("cmyk/tiff_strip_cmyk_jpeg.tif", "cmyk/tiff_tiled_cmyk_jpeg.tif"):
        assert np.abs(pixels(name) - jpeg).mean() < 4


def test_that_the_background_shows_through():
    green = pixels("palette_transparency/transparent.png", Preparation(background="#00ff00"))
    white = pixels("palette_transparency/transparent.png")
    assert tuple(green[0, 0]) == (0, 255, 0)
    assert tuple(white[0, 0]) == (255, 255, 255)
