"""Copies of pictures: exact ones and near ones are found, and what only looks alike stays."""

import io

import numpy as np
import pytest
from PIL import Image

from ganstudio.core.images.duplicates import Copy, candidates, difference_hashes, find_copies, part_means
from tests.core.images.conftest import distinct


def pixels(*images: Image.Image) -> np.ndarray:
    return np.stack([np.asarray(image.resize((32, 32), Image.Resampling.LANCZOS)) for image in images])


def copies(*images: Image.Image, near: bool = True) -> dict[int, Copy]:
    stack = pixels(*images)
    digests = [image.tobytes().hex() for image in stack]
    return find_copies(digests, difference_hashes(stack), lambda some: stack[some], near=near)


def saved_again(image: Image.Image, **known) -> Image.Image:
    file = io.BytesIO()
    image.save(file, "JPEG", **known)
    return Image.open(file)


def test_that_identical_pictures_are_exact_copies_of_the_first():
    first, other = distinct(1), distinct(2)
    assert copies(first, other, first, other, first) == {2: Copy(0, True), 3: Copy(1, True), 4: Copy(0, True)}


def test_that_a_picture_saved_again_or_resized_is_a_near_copy():
    original = distinct(1, (200, 200))
    changed = [saved_again(original, quality=80), original.resize((120, 120)), original]
    assert copies(original, distinct(2), *changed) == {2: Copy(0, False), 3: Copy(0, False), 4: Copy(0, True)}
    assert copies(original, distinct(2), *changed, near=False) == {4: Copy(0, True)}


@pytest.mark.parametrize(("colour", "other"), [((160, 40, 40), (40, 120, 40)), ((170, 30, 40), (150, 25, 80))])
def test_that_the_same_shape_in_another_colour_is_no_copy(colour, other):
    first, second = Image.new("RGB", (32, 32), "white"), Image.new("RGB", (32, 32), "white")
    first.paste(colour, (10, 6, 22, 26))
    second.paste(other, (10, 6, 22, 26))
    assert copies(first, second) == {}


def test_that_a_small_detail_makes_a_difference():
    plain = distinct(1).resize((32, 32))
    marked = plain.copy()
    marked.paste("black", (4, 4, 9, 9))
    assert copies(plain, marked) == {}


def test_that_an_original_is_never_a_copy():
    original = distinct(3, (100, 100))
    chain = [original, *(saved_again(original, quality=quality) for quality in (90, 70, 60))]
    made = copies(*chain)
    assert {copy.original for copy in made.values()} == {0}
    assert 0 not in made


def test_that_different_pictures_stay():
    assert copies(*(distinct(seed) for seed in range(200))) == {}


@pytest.mark.parametrize("colour", ["white", "black", "red"])
def test_that_plain_pictures_of_one_colour_are_copies_and_of_others_not(colour):
    plain = Image.new("RGB", (32, 32), colour)
    assert copies(plain, Image.new("RGB", (32, 32), "gray"), plain) == {2: Copy(0, True)}


def test_that_candidates_are_found_within_seven_bits():
    rng = np.random.default_rng(0)
    words = rng.integers(0, 256, (500, 16), dtype=np.uint8)
    near = words[rng.integers(0, 500, 50)].copy()
    for row in near:
        for bit in rng.choice(128, 7, replace=False):
            row[bit // 8] ^= 1 << (bit % 8)
    hashes = [bits.tobytes().hex() for bits in np.concatenate([words, near])]
    assert {second for _, second in candidates(hashes).tolist()} >= set(range(500, 550))


def test_that_candidates_come_in_the_order_of_the_later_picture():
    pairs = candidates(["00" * 16] * 5)
    assert pairs.tolist() == sorted(pairs.tolist(), key=lambda pair: (pair[1], pair[0]))
    assert len(pairs) == 10
    assert candidates([]).shape == candidates(["00" * 16]).shape == (0, 2)


@pytest.mark.parametrize("side", [8, 9, 28, 64, 100])
def test_that_parts_average_to_the_whole(side):
    noise = np.random.default_rng(1).random((3, side, side, 3)).astype(np.float32)
    assert np.allclose(part_means(noise).mean(axis=(1, 2)), noise.mean(axis=(1, 2)), atol=1e-5)
    assert np.allclose(part_means(noise, 1)[:, 0, 0], noise.mean(axis=(1, 2)), atol=1e-5)
