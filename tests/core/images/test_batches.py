"""Batches: which images a step sees follows from the seed and its number alone, and their range is [-1, 1]."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.core.images import batches
from ganstudio.core.images.batches import Images, Order
from ganstudio.core.images.cache import Prepared, prepare
from ganstudio.core.images.check_report import CheckReport, ImagesError
from ganstudio.core.run import Preparation


def numbered(count: int, side: int = 8, channels: int = 3) -> Prepared:
    """Image n has all its pixels n on the left and n + 1 on the right; label n % 3."""
    pixels = np.zeros((count, side, side, channels), dtype=np.uint8)
    pixels += np.arange(count, dtype=np.uint8)[:, None, None, None]
    pixels[:, :, side // 2 :] += 1
    names = [str(number) for number in range(count)]
    labels = np.arange(count, dtype=np.int64) % 3
    return Prepared(pixels, names, labels, ("a", "b", "c"), CheckReport(used=count, total=count))


def seen(batch: batches.Batch) -> list[int]:
    return ((batch.images[:, 0, 0, 0] + 1) * 127.5).round().int().tolist()


def test_that_a_batch_has_the_range_shape_and_labels_of_its_images():
    images = Images(numbered(10), batch=4, seed=0)
    batch = images.batch(3)
    assert batch.images.shape == (4, 3, 8, 8)
    assert batch.images.dtype == torch.float32
    assert batch.labels.tolist() == [number % 3 for number in seen(batch)]
    assert (images.count, images.channels, images.resolution, images.classes) == (10, 3, 8, ("a", "b", "c"))


def test_that_black_is_minus_one_and_white_is_one():
    prepared = numbered(2)
    prepared.pixels[:] = 0
    prepared.pixels[:, :, 4:] = 255
    values = Images(prepared, batch=2, seed=0).batch(0).images
    assert values[..., :4].unique().tolist() == [-1]
    assert values[..., 4:].unique().tolist() == [1]


@given(count=st.integers(1, 40), batch=st.integers(1, 50), seed=st.integers(0, 2**63), step=st.integers(0, 10**9))
def test_that_a_step_depends_on_nothing_but_itself_and_the_seed(count, batch, seed, step):
    used = Order(count, seed)
    for earlier in range(3):
        used.numbers(earlier * batch, batch)
    assert (used.numbers(step * batch, batch) == Order(count, seed).numbers(step * batch, batch)).all()
    assert (used.coins(step, batch) == Order(count, seed).coins(step, batch)).all()


@given(count=st.integers(1, 40), batch=st.integers(1, 50), seed=st.integers(0, 1000))
def test_that_an_epoch_shows_every_image_once(count, batch, seed):
    order = Order(count, seed)
    steps = -(-3 * count // batch)
    shown = np.concatenate([order.numbers(step * batch, batch) for step in range(steps)])[: 3 * count]
    for epoch in shown.reshape(3, count):
        assert sorted(epoch.tolist()) == list(range(count))


def test_that_epochs_and_seeds_are_shuffled_differently():
    order = Order(100, 7)
    first, second = order.numbers(0, 100), order.numbers(100, 100)
    assert (first != second).any()
    assert (first != Order(100, 8).numbers(0, 100)).any()
    assert (first != np.arange(100)).any()


def test_that_about_half_are_mirrored_the_same_way_each_time():
    prepared = numbered(50)
    images, plain = Images(prepared, batch=50, seed=1, flip=True), Images(prepared, batch=50, seed=1)
    mirrored = seen(images.batch(4)) != np.array(seen(plain.batch(4)))
    assert 10 < mirrored.sum() < 40
    assert torch.equal(images.batch(4).images, Images(prepared, batch=50, seed=1, flip=True).batch(4).images)
    both = torch.where(
        torch.from_numpy(mirrored)[:, None, None, None], plain.batch(4).images.flip(3), plain.batch(4).images
    )
    assert torch.equal(both, images.batch(4).images)


def streams_of(seed: int, drawn: np.ndarray, draw: Callable[[np.random.Generator], np.ndarray]) -> set[int]:
    """Of the first streams of random numbers of `seed`, those from which `draw` gives `drawn`."""
    generators = {number: np.random.Generator(np.random.Philox(key=[seed, number])) for number in range(24)}
    return {number for number, generator in generators.items() if np.array_equal(draw(generator), drawn)}


def test_that_mirroring_and_shuffling_never_share_a_stream_of_random_numbers():
    """numpy's shuffle looks at other bits of a number than a coin does, so that statistics would not show it."""
    order = Order(64, 7)
    shuffles = [
        streams_of(7, order.numbers(64 * epoch, 64), lambda generator: generator.permutation(64)) for epoch in range(10)
    ]
    coins = [streams_of(7, order.coins(step, 64), lambda generator: generator.random(64) < 0.5) for step in range(10)]
    assert all(len(streams) == 1 for streams in shuffles + coins)
    assert len(set.union(*shuffles, *coins)) == 20


@pytest.fixture
def filed(pictures: Path, tmp_path: Path) -> Prepared:
    return prepare([pictures], Preparation(), 16, cache_dir=tmp_path / "cache")


def test_that_memory_and_file_give_the_same_batches(filed, monkeypatch):
    in_memory = Images(filed, batch=5, seed=3)
    monkeypatch.setattr(batches, "RAM_SHARE", 0.0)
    read = Images(filed, batch=5, seed=3)
    for step in (0, 1, 7, 1000):
        assert torch.equal(in_memory.batch(step).images, read.batch(step).images)
    os.truncate(filed.pixels.filename, 200)
    in_memory.batch(0)
    with pytest.raises(ImagesError, match="cut short"):
        read.batch(0)


def test_that_images_in_memory_outlive_their_file(filed):
    images = Images(filed, batch=5, seed=3)
    before = images.batch(2).images
    path = Path(str(filed.pixels.filename))
    with open(path, "r+b") as file:
        file.truncate(200)
    path.unlink()
    assert torch.equal(images.batch(2).images, before)


def test_that_a_file_cut_short_is_a_sentence_and_not_a_crash(filed, monkeypatch):
    monkeypatch.setattr(batches, "RAM_SHARE", 0.0)
    images = Images(filed, batch=12, seed=3)
    os.truncate(str(filed.pixels.filename), 500)
    with pytest.raises(ImagesError, match="cut short"):
        images.batch(0)


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_that_the_gpu_sees_the_same_images():
    here, there = (Images(numbered(20), batch=6, seed=2, flip=True, device=device) for device in ("cpu", "cuda"))
    assert torch.allclose(here.batch(5).images, there.batch(5).images.cpu())
    assert torch.equal(here.batch(5).labels, there.batch(5).labels.cpu())
