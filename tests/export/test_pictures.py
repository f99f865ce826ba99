"""Exported pictures: their pixels, their marks, and that nothing private goes with them."""

import getpass
import json
import os
import socket
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.export.animation import write_animation
from ganstudio.export.image_file import FORMATS, encode, write_image
from ganstudio.export.kinds import MissingExtraError
from ganstudio.export.provenance import is_marked, read_recipe
from ganstudio.export.sheet import contact_sheet

RECIPE = {"run": "blüten <&\"'>", "step": 1200, "seed": 42, "psi": 0.7, "label": "rose"}


def picture(channels: int = 3, seed: int = 0, size: int = 16) -> np.ndarray:
    ramp = np.linspace(0, 255, size, dtype=np.uint8)
    shifted = np.random.default_rng(seed).integers(0, 40)
    channel = np.clip(ramp[:, None] // 2 + ramp[None, :] // 2 + shifted, 0, 255).astype(np.uint8)
    return np.repeat(channel[:, :, None], channels, axis=2)


@pytest.mark.parametrize("format", ["png", "webp"])
@pytest.mark.parametrize("channels", [1, 3])
def test_that_png_and_webp_keep_every_pixel(tmp_path, channels, format):
    noise = np.random.default_rng(0).integers(0, 256, (16, 16, channels), np.uint8)
    path = write_image(noise, tmp_path / f"a.{format}", format, recipe=RECIPE)
    with Image.open(path) as image:
        assert image.mode == ("L" if channels == 1 and format == "png" else "RGB")
        assert np.array_equal(np.asarray(image.convert("RGB")), np.broadcast_to(noise, (16, 16, 3)))


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("format", FORMATS)
def test_that_each_format_carries_the_mark_and_gives_the_recipe_back(tmp_path, format, channels):
    path = write_image(picture(channels), tmp_path / f"a.{format}", format, recipe=RECIPE)
    assert is_marked(path)
    read = read_recipe(path)
    assert read is not None
    assert read.pop("program").startswith("GAN Studio ")
    assert read == RECIPE
    with Image.open(path) as image:
        assert abs(np.asarray(image.convert("L")).astype(int) - picture()[:, :, 0]).mean() < 4


@pytest.mark.parametrize("format", FORMATS)
def test_that_the_mark_stays_when_the_recipe_is_left_out(tmp_path, format):
    path = write_image(picture(), tmp_path / f"a.{format}", format, recipe=None)
    assert is_marked(path)
    assert read_recipe(path) is None
    assert b"seed" not in path.read_bytes()


@pytest.mark.parametrize("format", FORMATS)
def test_that_nothing_of_this_machine_is_in_the_file(tmp_path, format):
    content = write_image(picture(), tmp_path / f"a.{format}", format, recipe=RECIPE).read_bytes()
    for private in (str(tmp_path), os.path.expanduser("~"), socket.gethostname(), getpass.getuser()):
        assert private.encode() not in content
    with Image.open(tmp_path / f"a.{format}") as image:
        assert not image.getexif()


def test_that_a_file_that_is_there_is_left_alone(tmp_path):
    first = write_image(picture(seed=1), tmp_path / "a.png")
    before = first.read_bytes()
    second = write_image(picture(seed=2), tmp_path / "a.png")
    assert second.name == "a-2.png"
    assert first.read_bytes() == before
    assert write_image(picture(seed=2), tmp_path / "a.png", overwrite=True) == first
    assert first.read_bytes() == second.read_bytes()
    assert sorted(os.listdir(tmp_path)) == ["a-2.png", "a.png"]


def test_that_the_same_picture_gives_the_same_bytes():
    assert encode(picture(), "png", RECIPE) == encode(picture(), "png", RECIPE)


@pytest.mark.parametrize("text", ["[1, 2]", "{", '"seed"', "[" * 100_000, ""])
def test_that_a_strangers_recipe_is_read_with_care(tmp_path, text):
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("ganstudio", text)
    Image.new("L", (4, 4)).save(tmp_path / "a.png", pnginfo=info)
    assert read_recipe(tmp_path / "a.png") is None


@pytest.mark.parametrize("sides", [(2**31 - 1, 2**31 - 1), (2**17, 2**17), (0, 4)])
def test_that_a_header_made_to_do_harm_is_no_picture(tmp_path, sides):
    content = bytearray(encode(np.zeros((4, 4, 3), dtype=np.uint8), "png", None))
    content[16:24] = struct.pack(">II", *sides)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    (tmp_path / "picture.png").write_bytes(content)
    with pytest.raises(OSError, match="picture"):
        read_recipe(tmp_path / "picture.png")
    (tmp_path / "cut.png").write_bytes(content[:8] + struct.pack(">I", 3) + b"IHDRabc" + bytes(4))
    with pytest.raises(OSError, match="cut"):
        read_recipe(tmp_path / "cut.png")


def test_that_a_picture_of_another_program_has_no_recipe(tmp_path):
    Image.new("RGB", (4, 4)).save(tmp_path / "a.jpg")
    assert read_recipe(tmp_path / "a.jpg") is None
    assert not is_marked(tmp_path / "a.jpg")


def test_that_a_sheet_holds_each_picture_in_its_place():
    pictures = np.stack([picture(seed=seed) for seed in range(5)])
    sheet = contact_sheet(pictures, columns=3, gap=2)
    assert sheet.shape == (2 * 18 + 2, 3 * 18 + 2, 3)
    assert np.array_equal(sheet[20:36, 20:36], pictures[4])
    assert (sheet[:2] == 255).all()
    assert (sheet[:, -2:] == 255).all()
    assert (sheet[20:36, 38:54] == 255).all()
    assert contact_sheet(pictures).shape == (32, 48, 3)


def frames(count: int = 6) -> np.ndarray:
    return np.stack([np.roll(picture(size=17), 2 * shift, axis=0) for shift in range(count)])


def test_that_webp_keeps_every_pixel_of_every_frame(tmp_path):
    path = write_animation(frames(), tmp_path / "a.webp", fps=25, recipe=RECIPE)
    with Image.open(path) as moving:
        assert moving.n_frames == 6
        assert moving.info["loop"] == 0
        for index, frame in enumerate(frames()):
            moving.seek(index)
            assert np.array_equal(np.asarray(moving.convert("RGB")), frame)
    assert is_marked(path)
    assert read_recipe(path)["seed"] == 42


@pytest.mark.parametrize(("loop", "word"), [(True, 0), (False, None)])
def test_that_gif_has_every_frame_and_its_time(tmp_path, loop, word):
    path = write_animation(frames(), tmp_path / "a.gif", fps=25, loop=loop)
    with Image.open(path) as moving:
        assert moving.n_frames == 6
        assert moving.info.get("loop") == word
        assert moving.info["duration"] == 40


def test_that_gif_carries_mark_and_recipe(tmp_path):
    path = write_animation(frames(), tmp_path / "a.gif", recipe=RECIPE)
    assert is_marked(path)
    assert read_recipe(path)["seed"] == 42


def test_that_a_strip_has_the_frames_side_by_side(tmp_path):
    path = write_animation(frames(), tmp_path / "a.png")
    with Image.open(path) as strip:
        assert np.array_equal(np.asarray(strip), np.concatenate(list(frames()), axis=1))


def test_that_mp4_is_written_or_its_library_is_named(tmp_path):
    try:
        import av
    except ImportError:
        with pytest.raises(MissingExtraError, match=r"pip install .*video"):
            write_animation(frames(), tmp_path / "a.mp4")
        assert not list(tmp_path.iterdir())
        return
    path = write_animation(frames(), tmp_path / "a.mp4", fps=25)
    with av.open(str(path)) as film:
        read = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    assert len(read) == 6
    assert read[0].shape == (18, 18, 3)
    assert abs(read[3][:17, :17].astype(int) - frames()[3]).mean() < 12


def test_that_an_unknown_ending_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"not as \.avi"):
        write_animation(frames(), tmp_path / "a.avi")


def test_that_the_recipe_is_plain_json_in_the_png(tmp_path):
    path = write_image(picture(), Path(tmp_path, "a.png"), recipe=RECIPE)
    with Image.open(path) as image:
        assert json.loads(image.info["ganstudio"])["seed"] == 42
