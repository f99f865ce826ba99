"""The built-in flowers: the same from the same seed at every size, in colour and in pencil."""

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.images.cache import prepare
from ganstudio.core.run import Preparation
from ganstudio.samples import blossoms
from ganstudio.samples.blossoms import SPECIES, draw_blossom, draw_sketch, species, write_sample_set
from ganstudio.samples.brush import to_rgb


def array(image: Image.Image) -> np.ndarray:
    return np.asarray(image).astype(int)


def test_that_a_seed_always_gives_the_same_flower():
    for drawn in (draw_blossom, draw_sketch):
        assert (array(drawn(5, 64)) == array(drawn(5, 64))).all()
        assert drawn(5, 64).size == (64, 64)
        assert drawn(5, 64).mode == "RGB"
        assert np.abs(array(drawn(5, 64)) - array(drawn(6, 64))).mean() > 3


def test_that_sizes_show_the_same_flower():
    small = draw_blossom(3, 128).resize((64, 64), Image.Resampling.LANCZOS)
    assert np.abs(array(small) - array(draw_blossom(3, 64))).mean() < 6


def test_that_every_species_grows():
    assert {species(seed) for seed in range(60)} == set(SPECIES)
    assert len(SPECIES) == 5


def test_that_sketches_are_pale_pencil_on_paper_and_blossoms_are_colourful():
    blossom, sketch = array(draw_blossom(1, 64)), array(draw_sketch(1, 64))
    assert np.ptp(blossom, axis=2).mean() > 2 * np.ptp(sketch, axis=2).mean()
    assert np.median(sketch) > 200


def test_that_a_sketch_says_which_colours_the_flower_has():
    """What red, green and blue have more or less than grey agrees with its own blossom better than with others'."""

    def tint(image: Image.Image) -> np.ndarray:
        pixels = array(image)
        return (pixels - pixels.mean(2, keepdims=True)).ravel()

    tints = [tint(draw_blossom(seed, 32)) for seed in range(8)]
    fits = [[np.corrcoef(tint(draw_sketch(seed, 32)), tint_map)[0, 1] for tint_map in tints] for seed in range(8)]
    assert min(fits[seed][seed] for seed in range(8)) > 0.5
    assert sum(np.argmax(fits[seed]) == seed for seed in range(8)) >= 6  # white daisies look alike


def test_that_a_sketch_shows_the_flower_it_was_drawn_from():
    """The edges of a blossom lie where its sketch has lines, and better so than where another sketch has."""
    blossom, lines = draw_blossom(8, 64).convert("L"), [draw_sketch(seed, 64) for seed in (8, 9, 10, 11)]
    edges = sum(np.abs(np.gradient(array(blossom), axis=axis)) for axis in (0, 1))
    fits = [
        float((edges * (255 - array(line.convert("L")))).mean()) / (255 - array(line.convert("L"))).mean()
        for line in lines
    ]
    assert max(range(4), key=fits.__getitem__) == 0


def test_that_a_set_is_written_with_progress(tmp_path):
    seen = []
    write_sample_set(tmp_path / "set", 5, 32, "blossoms", on_progress=lambda *now: seen.append(now))
    assert sorted(path.name for path in (tmp_path / "set").iterdir()) == [f"blossom-{n:05d}.png" for n in range(1, 6)]
    assert seen == [(n, 5) for n in range(1, 6)]
    with Image.open(tmp_path / "set" / "blossom-00003.png") as image:
        assert (array(image) == array(draw_blossom(2, 32))).all()


def test_that_processes_draw_what_one_would(tmp_path, monkeypatch):
    monkeypatch.setattr(blossoms, "_WORTH_A_PROCESS", 4)
    monkeypatch.setattr(blossoms, "cores", lambda: 2)
    write_sample_set(tmp_path / "set", 9, 16, "sketches", seed=4)
    files = sorted((tmp_path / "set").iterdir())
    assert len(files) == 9
    with Image.open(files[7]) as image:
        assert (array(image) == array(draw_sketch(2 * 10**6 * 4 + 10**6 + 7, 16))).all()


def test_that_sets_share_no_flower(tmp_path):
    write_sample_set(tmp_path / "both", 3, 32, "blossoms")
    write_sample_set(tmp_path / "both", 3, 32, "sketches")
    write_sample_set(tmp_path / "other", 3, 32, "blossoms", seed=1)
    assert len(list((tmp_path / "both").iterdir())) == 6
    first = {path.read_bytes() for path in (tmp_path / "both").iterdir()}
    assert not first & {path.read_bytes() for path in (tmp_path / "other").iterdir()}


def test_that_species_can_be_folders_and_then_classes(tmp_path):
    write_sample_set(tmp_path / "set", 30, 32, "blossoms", by_species=True)
    prepared = prepare([tmp_path / "set"], Preparation(labels=True), 32, cache_dir=tmp_path / "cache")
    assert prepared.classes == SPECIES
    assert prepared.report.used == 30


def test_that_stopping_in_the_middle_leaves_whole_pictures(tmp_path, monkeypatch):
    monkeypatch.setattr(blossoms, "_WORTH_A_PROCESS", 10)
    monkeypatch.setattr(blossoms, "cores", lambda: 2)

    class EnoughError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 3:
            raise EnoughError

    with pytest.raises(EnoughError):
        write_sample_set(tmp_path / "set", 40, 16, "blossoms", on_progress=stop)
    for path in (tmp_path / "set").glob("*.png"):
        with Image.open(path) as image:
            image.load()


def test_that_an_unknown_set_is_refused(tmp_path):
    with pytest.raises(ValueError, match="blossoms, sketches"):
        write_sample_set(tmp_path, 1, 16, "kittens")


def test_that_a_folder_that_cannot_be_written_raises(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        write_sample_set(tmp_path / "file", 3, 16, "blossoms")


@pytest.mark.parametrize(
    ("oklch", "rgb"),
    [
        ((1, 0, 0), (255, 255, 255)),
        ((0, 0, 0), (0, 0, 0)),
        ((0.628, 0.2577, 29.23), (255, 0, 0)),
        ((0.452, 0.3132, 264.05), (0, 0, 255)),
    ],
)
def test_that_oklch_becomes_srgb(oklch, rgb):
    assert np.abs(np.subtract(to_rgb(oklch), rgb)).max() <= 2
