"""Pictures that are no squares, and pictures with transparency, from the file to the batch and back to the file."""

import io

import numpy as np
import pytest
import torch
from PIL import Image

from ganstudio.core.images.batches import Images
from ganstudio.core.images.cache import prepare
from ganstudio.core.images.decode import prepare_image
from ganstudio.core.images.sides import TwoSides
from ganstudio.core.pixels import over, to_numbers, to_pixels, without_alpha
from ganstudio.core.run import Preparation
from ganstudio.core.settings import SettingError, settings_of
from ganstudio.export.animation import write_animation
from ganstudio.export.image_file import encode
from ganstudio.export.sheet import contact_sheet
from ganstudio.models.adversarial.ada import recoloured, warped
from ganstudio.models.adversarial.augment import DiffAugment
from ganstudio.models.dcgan.recipe import DCGAN

RGBA = Preparation(colour="rgba")


def saved(image: Image.Image, kind: str = "PNG", **known) -> io.BytesIO:
    file = io.BytesIO()
    image.save(file, kind, **known)
    file.seek(0)
    return file


def halves(width: int, height: int) -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    return image


def disc(ground: tuple[int, int, int]) -> Image.Image:
    """A yellow disc; what cannot be seen around it has a colour too."""
    y, x = np.mgrid[:64, :64]
    seen = (x - 32) ** 2 + (y - 32) ** 2 < 20**2
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[:] = (*ground, 0)
    pixels[seen] = (240, 220, 20, 255)
    return Image.fromarray(pixels)


# Shapes ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("resolution", ["48x32", "32x48", 40])
@pytest.mark.parametrize("size", [(300, 200), (200, 300), (96, 96), (20, 10)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_that_crop_keeps_the_middle_unstretched(resolution, size, kind):
    pixels = prepare_image(saved(halves(*size), kind), Preparation(smallest=1), resolution)
    width, height = map(int, resolution.split("x")) if isinstance(resolution, str) else (40, 40)
    assert pixels.shape == (height, width, 3)
    assert pixels[:, : width // 2 - 3, 0].min() > 180
    assert pixels[:, width // 2 + 3 :, 2].min() > 180


def test_that_a_circle_stays_a_circle_in_a_rectangle():
    wide = Image.new("RGB", (200, 100), "black")
    wide.paste("white", (75, 25, 125, 75))  # a square, 50 x 50
    pixels = prepare_image(saved(wide), Preparation(), "48x32")[..., 0] > 128
    assert (pixels.any(0).sum(), pixels.any(1).sum()) == (16, 16)


def test_that_padding_and_turned_photographs_fit_the_shape():
    padded = prepare_image(saved(halves(64, 64)), Preparation(fit="pad", background="#00ff00"), "48x32")
    assert (padded[:, :7, 1].min(), padded[:, -7:, 1].min(), padded[0, 20].tolist()) == (255, 255, [255, 0, 0])
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = prepare_image(saved(halves(200, 300), "JPEG", exif=exif.tobytes(), quality=95), Preparation(), "48x32")
    assert turned.shape == (32, 48, 3)
    assert turned[:12, :, 0].min() > 200, "red was at the left, and is above"
    assert turned[20:, :, 2].min() > 200
    assert turned[..., 1].max() < 120, "none of it is border"


def test_that_sides_are_cut_within_their_shape_and_the_sizes_are_checked(tmp_path):
    for number in range(4):
        halves(120 + number, 80).save(tmp_path / f"{number}.png")
    keep = Preparation(duplicates="keep")
    prepared = prepare([str(tmp_path)], keep, "54x36", cache_dir=tmp_path / "cache")
    sides = TwoSides(prepared, prepared, resolution="48x32", batch=2, seed=0)
    batch = sides.batch(0)
    assert batch.images.shape == batch.other.shape == (2, 3, 32, 48)
    assert sides.fixed(3).images.shape == (3, 3, 32, 48)
    assert Images(prepared, batch=2, seed=0).resolution == "54x36"
    (known,) = [known for known in settings_of(DCGAN) if known.name == "resolution"]
    assert (known.parse("96x64"), known.parse("64x64"), known.checked("64x64")) == ("96x64", 64, 64)
    for wrong in ("96x", "x", "4x64", "9999x64"):
        with pytest.raises(SettingError, match=r"resolution (takes|goes)"):
            known.checked(wrong)


# Transparency ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("resolution", [64, 32, 17])
def test_that_what_cannot_be_seen_neither_trains_nor_bleeds(resolution):
    red, green = (prepare_image(saved(disc(ground)), RGBA, resolution) for ground in ((255, 0, 0), (0, 255, 0)))
    assert np.array_equal(red, green)
    seen = red[..., 3] > 64
    assert np.abs(red[seen][:, :3].astype(int) - (240, 220, 20)).max() <= 30, "a filter's ringing, and no fringe"
    numbers = to_numbers(torch.from_numpy(np.array(red[None])).permute(0, 3, 1, 2))
    assert numbers[:, :, 0, 0].tolist() == [[-1.0] * 4]


def test_that_bytes_come_back_as_they_were():
    random = np.random.default_rng(0)
    pixels = random.integers(0, 256, (4, 16, 24, 4), dtype=np.uint8)
    pixels[pixels[..., 3] == 0] = 0
    again = to_pixels(to_numbers(torch.from_numpy(pixels).permute(0, 3, 1, 2)))
    assert np.abs(again.astype(int) - pixels).max() <= 1
    assert np.array_equal(again[..., 3], pixels[..., 3])
    assert to_pixels(torch.full((1, 4, 2, 2), float("nan"))).max() == 0


def test_that_it_lies_on_a_ground_where_alpha_is_not_known():
    pixels = np.array([[[[200, 100, 0, 128]]]], np.uint8)
    assert without_alpha(pixels)[0, 0, 0].tolist() == [227, 177, 127]
    numbers = to_numbers(torch.from_numpy(pixels).permute(0, 3, 1, 2))
    laid = over(numbers, 1.0).mul(127.5).add(127.5).round().flatten().tolist()
    assert np.abs(np.array(laid) - [227, 177, 127]).max() <= 1


@pytest.mark.parametrize("policy", ["colour", "translation", "cutout"])
def test_that_augmentation_leaves_the_invisible_invisible(policy):
    torch.manual_seed(0)
    pixels = prepare_image(saved(disc((255, 0, 0))), RGBA, 32)
    images = to_numbers(torch.from_numpy(pixels[None].repeat(16, 0)).permute(0, 3, 1, 2))
    changed = DiffAugment(policy)(images)
    nothing = changed[:, 3] == -1
    assert nothing.any()
    assert all(bool((changed[:, band][nothing] == -1).all()) for band in range(3))
    assert not torch.equal(changed, images)
    if policy == "colour":
        assert torch.equal(changed[:, 3], images[:, 3])
        recolour = recoloured(images, torch.tensor(1.0))
        assert torch.equal(recolour[:, 3], images[:, 3])
        assert (recolour[:, :3][(images[:, 3:] == -1).expand(-1, 3, -1, -1)] + 1).abs().max() < 1e-5


def test_that_ada_turns_rectangles_without_shearing_them():
    torch.manual_seed(3)
    images = torch.full((64, 1, 32, 64), -1.0)
    images[:, :, 8:24, 24:40] = 1.0  # a square
    areas = (warped(images, torch.tensor(0.0)) > 0).sum((1, 2, 3))
    assert set(areas.tolist()) == {256}
    moved = warped(images, torch.tensor(0.8))
    assert moved.shape == images.shape


def test_that_png_and_webp_keep_alpha_and_the_others_lie_on_white(tmp_path):
    pixels = np.zeros((8, 12, 4), np.uint8)
    pixels[2:6, 2:10] = (200, 30, 40, 255)
    for kind, mode in (("png", "RGBA"), ("webp", "RGBA"), ("jpg", "RGB")):
        image = Image.open(io.BytesIO(encode(pixels, kind)))
        assert (image.mode, image.size) == (mode, (12, 8))
        corner = image.convert("RGBA").getpixel((0, 0))
        assert corner[3] == (255 if kind == "jpg" else 0)
        assert min(corner[:3]) > 240 or kind != "jpg"
    frames = np.stack([pixels, pixels[:, ::-1]])
    for name, corner in (("a.webp", (0, 0, 0, 0)), ("a.gif", (255, 255, 255, 255))):
        with Image.open(write_animation(frames, tmp_path / name)) as moving:
            assert moving.convert("RGBA").getpixel((0, 0)) == corner
    assert contact_sheet(frames, gap=2)[0, 0].tolist() == [0, 0, 0, 0]


def test_that_opaque_pictures_among_them_are_told(tmp_path):
    disc((9, 9, 9)).save(tmp_path / "sprite.png")
    halves(64, 64).save(tmp_path / "photo.png")
    prepared = prepare([str(tmp_path)], RGBA, 32, cache_dir=tmp_path / "cache")
    assert prepared.pixels.shape == (2, 32, 32, 4)
    assert any("1 file without transparency" in line for line in prepared.report.advice), prepared.report.advice


# Balance --------------------------------------------------------------------------------------------------------------


def test_that_a_rare_class_is_shown_as_often_and_a_step_is_a_function_of_its_number(tmp_path):
    for name, count in (("few", 4), ("many", 40)):
        (tmp_path / name).mkdir()
        for number in range(count):
            shade = (255 * (name == "few"), 3 * number, 0)
            Image.new("RGB", (16, 16), shade).save(tmp_path / name / f"{number}.png")
    known = Preparation(labels=True, balance=True, duplicates="keep")
    prepared = prepare([str(tmp_path)], known, 16, cache_dir=tmp_path / "cache")
    images = Images(prepared, batch=8, seed=3, balance=True)
    batches = [images.batch(step) for step in range(20)]
    assert [int(batch.labels.sum()) for batch in batches] == [4] * 20
    seen = torch.cat([batch.images[batch.labels == 1][:, 1, 0, 0] for batch in batches[:10]])
    assert len(seen.unique()) == 40, "each of the many once in forty rounds"
    again = Images(prepared, batch=8, seed=3, balance=True).batch(7)
    assert torch.equal(again.images, batches[7].images)
    plain = [Images(prepared, batch=8, seed=3).batch(step) for step in range(20)]
    assert sum(int(batch.labels.sum()) for batch in plain) > 130
