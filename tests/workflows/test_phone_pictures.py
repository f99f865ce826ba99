"""Ten pictures from three phones, each in its colour space: as they look, wherever this program shows or uses them."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, features
from PIL.ImageCms import createProfile, profileToProfile
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from torch import nn

from ganstudio.app.common.image_preparation import ImagePreparation
from ganstudio.core.events import Sampled
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.check_report import CheckReport
from ganstudio.core.images.colour_profiles import matrix_profile
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.core.translator import Translator
from ganstudio.export.translating import plan, translate_files
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.panels.training.dataset_card import DatasetCard
from ganstudio.samples.blossoms import draw_blossom
from ganstudio.workflows.open_run import open_session
from tests.core.images.test_colours import ADOBE, P3, WIDE, as_stored, wide_profile

PHONES = {"apple": (P3, None), "android": (P3, 2.2), "camera": (ADOBE, 563 / 256)}
"""Primaries and curve: Display P3 with the curve of sRGB, with a plain gamma, and Adobe RGB (1998)."""
SIDE = 32


def seen(number: int) -> np.ndarray:
    """What a colour-managed viewer shows of picture `number`, (SIDE, SIDE, 3) uint8 in sRGB."""
    return np.asarray(draw_blossom(number, SIDE).convert("RGB"))


@pytest.fixture
def phones(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    folder = tmp_path / "phones"
    folder.mkdir()
    for number in range(10):
        name, (points, gamma) = list(PHONES.items())[number % 3]
        stored = Image.fromarray(as_stored(seen(number), points, gamma))
        stored.save(folder / f"{number}-{name}.png", icc_profile=matrix_profile(points, gamma))
    return folder


def test_that_the_stored_numbers_are_not_those_that_are_seen(phones):
    """The test would show nothing otherwise."""
    differences = [
        np.abs(np.asarray(Image.open(path)).astype(int) - seen(number)).max()
        for number, path in enumerate(sorted(phones.iterdir()))
    ]
    assert min(differences) > 12


def right(pixels: np.ndarray, number: int) -> bool:
    """Within 2 levels; near black eight bits of another space are coarser than those of sRGB, and it may be 6."""
    difference = np.abs(pixels[..., :3].astype(int) - seen(number))
    return bool(difference.max() <= 6 and (difference > 2).mean() < 0.01)


def test_that_the_cache_holds_what_is_seen(phones, tmp_path):
    made = prepare([phones], Preparation(duplicates="keep"), SIDE, cache_dir=tmp_path / "cache", workers=1)
    assert all(right(pixels, number) for number, pixels in enumerate(made.pixels))
    assert made.report.advice[-1].startswith("10 pictures were turned from other colours")


def on_the_wall(folder: Path, qtbot) -> tuple[list[np.ndarray], list[QImage], CheckReport]:
    """The card's pictures, each (SIDE, SIDE, 3), and what they were made from."""
    preparing = ImagePreparation()
    with qtbot.waitSignal(preparing.ready, timeout=60_000) as ready:
        preparing.prepare([str(folder)], Preparation(duplicates="keep"), SIDE)
    preparing.close()
    made = ready.args[-1]
    shown = []
    for thumbnail in made.thumbnails:
        image = thumbnail.convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, image.bytesPerLine())
        shown.append(rows[:, : SIDE * 3].reshape(SIDE, SIDE, 3).copy())
    return shown, made.thumbnails, made.report


def test_that_the_card_shows_what_is_seen(phones, qtbot):
    shown, thumbnails, report = on_the_wall(phones, qtbot)
    assert len(shown) == 10
    assert all(right(pixels, number) for number, pixels in enumerate(shown))
    card = DatasetCard()
    qtbot.addWidget(card)
    card.resize(900, 700)
    card.setReady("phones", report, thumbnails)
    assert any("into sRGB" in label.text() for label in card.findChildren(QLabel))


def grid(folder: Path, place: Path) -> np.ndarray:
    """The first grid of a translation that learns from `folder`: what it begins with, and what it makes of that."""
    recipe = CycleGAN(resolution=SIDE, width=4, blocks=1)
    settings = RunSettings(
        recipe=recipe.name, sides=((str(folder),), (str(folder),)), values=values_of(recipe), budget=Budget(steps=1),
        preparation=Preparation(duplicates="keep"), device="cpu",
    )  # fmt: skip
    run = Run.create(place, settings)
    sampled = [event for event in open_session(run).events() if isinstance(event, Sampled)][0]  # noqa: RUF015
    return np.asarray(Image.open(run.folder / sampled.path).convert("RGB")).astype(int)


def test_that_the_samples_of_a_run_show_what_is_seen(phones, tmp_path):
    """As if the pictures had been in sRGB; and not as they would be if their numbers were taken for it."""
    plain, numbers = tmp_path / "plain", tmp_path / "numbers"
    plain.mkdir()
    numbers.mkdir()
    for number, path in enumerate(sorted(phones.iterdir())):
        Image.fromarray(seen(number)).save(plain / path.name)
        Image.open(path).save(numbers / path.name, icc_profile=None)
    right, *others = (grid(folder, tmp_path / f"run-{folder.name}") for folder in (plain, phones, numbers))
    same, wrong = (np.abs(other - right).mean() for other in others)
    assert same < 1
    assert wrong > 2


def test_that_a_translation_is_made_from_what_is_seen(phones, tmp_path):
    unchanged = Translator(nn.Identity(), to="B", channels=(3, 3), resolution=16)
    jobs, _ = plan([phones], tmp_path / "out")
    result = translate_files(unchanged, jobs)
    assert len(result.written) == 10
    for number, path in enumerate(sorted(result.written)):
        with Image.open(path) as image:
            assert "icc_profile" not in image.info
            assert right(np.asarray(image), number)


def test_that_a_translation_written_as_jpeg_differs_by_what_jpeg_loses_alone(phones, tmp_path):
    """Not a level more than the exact pixels, saved once by Pillow at this quality with colours at full size."""
    unchanged = Translator(nn.Identity(), to="B", channels=(3, 3), resolution=16)
    folder = tmp_path / "jpeg"
    folder.mkdir()
    for path in phones.iterdir():
        with Image.open(path) as image:
            image.save(folder / f"{path.stem}.jpg", quality=95, subsampling=0, icc_profile=image.info["icc_profile"])
    jobs, _ = plan([folder], tmp_path / "out")
    for path in translate_files(unchanged, jobs).written:
        with Image.open(folder / path.name) as image:
            srgb = profileToProfile(
                image, io.BytesIO(image.info["icc_profile"]), createProfile("sRGB"), renderingIntent=1
            )
        once = io.BytesIO()
        assert srgb is not None
        srgb.save(once, "JPEG", quality=95, subsampling=0)
        with Image.open(path) as written, Image.open(once) as expected:
            assert np.abs(np.asarray(written).astype(int) - np.asarray(expected)).max() == 0
            assert np.asarray(written).mean() == pytest.approx(np.asarray(srgb).mean(), abs=0.5)


# Television's colours -------------------------------------------------------------------------------------------------


LEVELS = np.linspace(0, 1, 1024)
LIGHT = np.where(LEVELS < 0.0812, LEVELS / 4.5, ((LEVELS + 0.0993) / 1.0993) ** (1 / 0.45))
"""Of each level, by BT.2020's own curve."""
WIDE_PROFILES = {
    "version 4": (None, wide_profile()),
    "gamma 2.4": (2.4, matrix_profile(WIDE, 2.4)),
    "its own curve": (None, matrix_profile(WIDE, LIGHT)),
}
"""Of BT.2020: the curve that its numbers are made with, and the profile that goes with them."""
KINDS = {"png": {}, "jpg": {"quality": 90, "subsampling": 2}, "avif": {"quality": 80}}


def within_2(pixels: np.ndarray, wanted: np.ndarray) -> bool:
    return bool(np.abs(pixels.astype(int) - wanted).max() <= 2)


def once_more(pixels: np.ndarray) -> np.ndarray:
    """What Pillow's own JPEG makes of them, at the quality that translations are written with."""
    file = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(file, "JPEG", quality=95, subsampling=0)
    return np.asarray(Image.open(file)).astype(int)


@pytest.mark.parametrize("profile", WIDE_PROFILES)
@pytest.mark.parametrize("kind", KINDS)
def test_that_pictures_in_the_colours_of_television_look_as_by_imagecms(kind, profile, qtbot, tmp_path, monkeypatch):
    """In cache, card, samples and a translation: all that a file loses stays with it, nothing is added."""
    if kind == "avif" and not features.check("avif"):
        pytest.skip("Pillow without AVIF")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    wide, plain = tmp_path / "wide", tmp_path / "plain"
    wide.mkdir()
    plain.mkdir()
    curve, icc = WIDE_PROFILES[profile]
    wanted = []
    for number in range(4):
        path = wide / f"{number}.{kind}"
        Image.fromarray(as_stored(seen(number), WIDE, curve)).save(path, icc_profile=icc, **KINDS[kind])
        with Image.open(path) as image:
            stored = np.asarray(image.convert("RGB")).astype(int)
            turned = profileToProfile(image, io.BytesIO(icc), createProfile("sRGB"), renderingIntent=1)
        assert turned is not None
        turned.save(plain / f"{number}.png", icc_profile=None)
        wanted.append(np.asarray(turned).astype(int))
        assert np.abs(stored - wanted[-1]).max() > 20  # taken for sRGB they would be dull

    made = prepare([wide], Preparation(duplicates="keep"), SIDE, cache_dir=tmp_path / "cache", workers=1)
    assert all(map(within_2, made.pixels, wanted))
    shown, _, report = on_the_wall(wide, qtbot)
    assert all(map(within_2, shown, wanted))
    assert any("into sRGB" in sentence for sentence in report.advice)
    assert within_2(grid(wide, tmp_path / "run"), grid(plain, tmp_path / "run-plain"))

    unchanged = Translator(nn.Identity(), to="B", channels=(3, 3), resolution=16)
    jobs, _ = plan([wide], tmp_path / "out")
    for path, pixels in zip(sorted(translate_files(unchanged, jobs).written), wanted, strict=True):
        with Image.open(path) as image:
            assert "icc_profile" not in image.info
            assert within_2(np.asarray(image), once_more(pixels) if kind == "jpg" else pixels)
