"""Ten pictures from three phones, each in its colour space: as they look, wherever this program shows or uses them."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.ImageCms import createProfile, profileToProfile
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from torch import nn

from ganstudio.app.common.image_preparation import ImagePreparation
from ganstudio.core.events import Sampled
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.colour_profiles import matrix_profile
from ganstudio.core.run import Budget, Preparation, Run, RunSettings
from ganstudio.core.settings import values_of
from ganstudio.core.translator import Translator
from ganstudio.export.translating import plan, translate_files
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.panels.training.dataset_card import DatasetCard
from ganstudio.samples.blossoms import draw_blossom
from ganstudio.workflows.open_run import open_session
from tests.core.images.test_colours import ADOBE, P3, as_stored

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


def test_that_the_card_shows_what_is_seen(phones, qtbot):
    preparing = ImagePreparation()
    with qtbot.waitSignal(preparing.ready, timeout=60_000) as ready:
        preparing.prepare([str(phones)], Preparation(duplicates="keep"), SIDE)
    preparing.close()
    made = ready.args[-1]
    for shown, number in zip(made.thumbnails, range(10), strict=True):
        image = shown.convertToFormat(QImage.Format.Format_RGB888)
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, image.bytesPerLine())[:, : SIDE * 3]
        assert right(pixels.reshape(SIDE, SIDE, 3), number)
    card = DatasetCard()
    qtbot.addWidget(card)
    card.resize(900, 700)
    card.setReady("phones", made.report, made.thumbnails)
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
