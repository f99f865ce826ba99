"""Pictures, animations and folders made larger from the command line; and what it says to each kind of bad input."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from ganstudio.cli import main
from ganstudio.core.images.colour_profiles import matrix_profile
from ganstudio.export import video
from ganstudio.export.provenance import read_recipe
from ganstudio.models.superres.networks import Compact
from tests.cli.support import refused, write_pictures
from tests.workflows.test_unfinished import Disk, disk  # noqa: F401 - a fixture

WIDTH, HEIGHT = 12, 10


@pytest.fixture(scope="module")
def weights(tmp_path_factory) -> Path:
    """A network that repeats each pixel: what it was trained to add is 0."""
    network = Compact(3, 8, 1, 4)
    torch.nn.init.zeros_(network.body[-1].weight)
    torch.nn.init.zeros_(network.body[-1].bias)
    path = tmp_path_factory.mktemp("weights") / "net.safetensors"
    save_file(network.state_dict(), path)
    return path


@pytest.fixture
def pictures(tmp_path) -> Path:
    write_pictures(tmp_path / "pictures" / "inner", 1, (WIDTH, HEIGHT))
    return write_pictures(tmp_path / "pictures", 3, (WIDTH, HEIGHT))


def opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        image.load()
        return image


def upscaled(weights: Path, *words: object) -> int:
    return main(["upscale", str(weights), *map(str, words), "--device", "cpu"])


def test_that_a_folder_becomes_larger_with_its_names_and_subfolders(weights, pictures, tmp_path, capsys):
    assert upscaled(weights, pictures, "--out", tmp_path / "out") == 0
    assert "4 pictures" in capsys.readouterr().out
    names = sorted(path.relative_to(pictures) for path in pictures.rglob("*.png"))
    assert sorted(path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*.png")) == names
    for name in names:
        before, after = np.asarray(opened(pictures / name)), np.asarray(opened(tmp_path / "out" / name))
        assert np.array_equal(after, before.repeat(4, 0).repeat(4, 1))
    recipe = read_recipe(tmp_path / "out" / names[0])
    assert recipe is not None
    assert recipe["network"] == "compact x4, 1 convolutions"
    assert recipe["scale"] == 4
    assert len(str(recipe["weights"])) == 16


def test_that_it_is_repeatable_and_goes_on_where_it_was_stopped(weights, pictures, tmp_path, capsys):
    out = tmp_path / "out"
    assert upscaled(weights, pictures, "--out", out) == 0
    capsys.readouterr()
    first = {path: path.read_bytes() for path in out.rglob("*.png")}
    assert "--overwrite, or --continue" in refused(capsys, "upscale", weights, pictures, "--out", out)
    min(first).unlink()
    assert upscaled(weights, pictures, "--out", out, "--continue") == 0
    assert {path: path.read_bytes() for path in out.rglob("*.png")} == first


def test_that_a_full_disk_ends_a_batch_with_what_is_there(weights, pictures, tmp_path, capsys, disk: Disk):  # noqa: F811
    out = tmp_path / "out"
    disk.refuses = 3
    assert upscaled(weights, pictures, "--out", out) == 1
    errors = capsys.readouterr().err
    assert "The disk is full" in errors
    assert "2 of 4 are in" in errors
    disk.refuses = 0
    assert upscaled(weights, pictures, "--out", out, "--continue") == 0
    assert len(list(out.rglob("*.png"))) == 4


def test_that_orientation_profile_grey_alpha_and_sixteen_bits_are_kept_or_told(weights, tmp_path, capsys):
    folder = tmp_path / "pictures"
    folder.mkdir()
    colour = Image.fromarray(np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8))
    profile = matrix_profile((0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06), 2.2)  # Adobe RGB
    turned = Image.Exif()
    turned[0x0112] = 6
    colour.save(folder / "turned.jpg", exif=turned)
    for ending in ("png", "jpg", "webp"):
        colour.save(folder / f"profile.{ending}", icc_profile=profile)
    colour.convert("L").save(folder / "grey.png")
    alpha = colour.copy()
    alpha.putalpha(Image.new("L", colour.size, 128))
    alpha.save(folder / "alpha.png")
    Image.fromarray(np.full((HEIGHT, WIDTH), 65535, np.uint16)).save(folder / "deep.png")
    assert upscaled(weights, folder, "--out", tmp_path / "out") == 0
    assert "deep.png: more than 8 bits a channel became 8" in capsys.readouterr().err
    made = {path.name: opened(path) for path in (tmp_path / "out").iterdir()}
    assert made["turned.jpg"].size == (HEIGHT * 4, WIDTH * 4)
    assert made["turned.jpg"].getexif().get(0x0112, 1) == 1
    assert all(made[f"profile.{ending}"].info["icc_profile"] == profile for ending in ("png", "jpg", "webp"))
    assert np.array_equal(np.asarray(made["profile.png"])[::4, ::4], np.asarray(colour))
    assert "icc_profile" not in made["grey.png"].info
    assert made["grey.png"].mode == "L"
    assert made["alpha.png"].mode == "RGBA"
    assert {abs(int(value) - 128) <= 1 for value in np.asarray(made["alpha.png"])[..., 3].flat} == {True}
    assert np.asarray(made["deep.png"]).min() == 255


def test_that_animations_and_videos_become_larger_frame_by_frame(weights, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    frames = [Image.new("RGB", (WIDTH, HEIGHT), (value, 0, 0)) for value in (0, 120, 240)]
    frames[0].save(folder / "moving.gif", save_all=True, append_images=frames[1:], duration=[100, 200, 300])
    if video.available():
        with (folder / "film.mp4").open("wb") as file:
            video.write_mp4(file, [np.asarray(frame) for frame in frames], video.Fraction(10))
    assert upscaled(weights, folder, "--out", tmp_path / "out") == 0
    with Image.open(tmp_path / "out" / "moving.gif") as image:
        assert image.size == (WIDTH * 4, HEIGHT * 4)
        assert image.n_frames == 3
    if video.available():
        assert video.first_frame(tmp_path / "out" / "film.mp4").shape == (HEIGHT * 4, WIDTH * 4, 3)


def test_that_a_smaller_scale_is_drawn_larger_and_shrunk(weights, pictures, tmp_path):
    assert upscaled(weights, pictures / "picture 00.png", "--scale", 2, "--out", tmp_path / "out") == 0
    assert opened(tmp_path / "out" / "picture 00.png").size == (2 * WIDTH, 2 * HEIGHT)


def test_that_what_no_format_holds_is_said_before_it_is_made(weights, tmp_path, capsys):
    Image.new("L", (20_000, 1)).save(tmp_path / "long.jpg")
    Image.new("L", (8, 8)).save(tmp_path / "small.jpg")
    assert upscaled(weights, tmp_path / "long.jpg", tmp_path / "small.jpg", "--out", tmp_path / "out") == 0
    assert "long.jpg: its result of 80000 x 4 px is larger than JPG holds" in capsys.readouterr().err


def test_that_bad_input_is_refused_with_a_sentence(weights, pictures, tmp_path, capsys):
    def sentence(*words: object) -> str:
        return refused(capsys, "upscale", *words)

    out = tmp_path / "out"
    assert "does not exist" in sentence(tmp_path / "nothing", pictures, "--out", out)
    assert "does not exist" in sentence(weights, tmp_path / "nothing", "--out", out)
    assert "is the folder of the pictures" in sentence(weights, pictures, "--out", pictures)
    assert "lies in the folder of the pictures" in sentence(weights, pictures, "--out", pictures / "out")
    assert "enlarges 4 times, not 8" in sentence(weights, pictures, "--out", out, "--scale", 8)
    assert "whole safetensors" in sentence(_written(tmp_path / "bad.safetensors"), pictures, "--out", out)
    assert "is not a run" in sentence(pictures, pictures, "--out", out)
    assert not out.exists()


def _written(path: Path) -> Path:
    path.write_bytes(b"nothing")
    return path
