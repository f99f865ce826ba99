"""Classifiers of the judge: balanced batches, flips and crops, the same again from the same seed, both networks."""

import numpy as np
import pytest
import torch

from ganstudio.core.images.check_report import Cancelled
from ganstudio.scores.classifier import BalancedRows, Head, ResNet, classify, flipped_and_cropped, train_classifier
from ganstudio.scores.features import open_extractor


def bars(count: int, size: int = 16) -> tuple[np.ndarray, np.ndarray]:
    """Noise with a bright bar that lies (class 0) or stands (class 1)."""
    draw = np.random.default_rng(0)
    pixels = draw.integers(0, 80, (count, size, size, 3), np.uint8)
    labels = np.arange(count) % 2
    for picture, label in zip(pixels, labels, strict=True):
        (picture if label == 0 else picture.swapaxes(0, 1))[size // 2 - 2 : size // 2 + 2] = 220
    return pixels, labels.astype(np.int64)


def test_that_every_class_has_as_much_of_a_batch_however_rare_it_is():
    labels = np.repeat([0, 1, 2], [900, 90, 10])
    rows = BalancedRows(labels).draw(3000, np.random.default_rng(0))
    assert np.abs(np.bincount(labels[rows]) / 3000 - 1 / 3).max() < 0.03
    assert set(rows[labels[rows] == 2]) == set(range(990, 1000))


def test_that_flips_and_crops_keep_the_picture_and_move_it():
    pixels, _ = bars(40)
    moved = flipped_and_cropped(pixels, np.random.default_rng(0))
    assert moved.shape == pixels.shape
    assert (moved != pixels).any()
    position = np.broadcast_to(np.arange(16, dtype=np.uint8)[None, None, :, None], (50, 16, 16, 3))
    firsts = flipped_and_cropped(position, np.random.default_rng(0))[:, 8, 7:9, 0].astype(int)
    assert set(np.abs(np.diff(firsts, axis=1)).ravel()) <= {0, 1}  # neighbours stay neighbours
    assert {-1, 1} <= set(np.diff(firsts, axis=1).ravel())  # some are mirrored, some are not


@pytest.mark.parametrize(
    ("make", "size"), [(lambda: Head(open_extractor("builtin"), 40), 16), (lambda: ResNet("cpu", 8), 8)]
)
def test_that_a_classifier_learns_and_is_the_same_again(make, size):
    learner = make()
    pixels, labels = bars(80, size)
    inputs = learner.inputs(pixels)
    first, second = (train_classifier(learner, inputs[:48], labels[:48], 2, seed=3) for _ in range(2))
    assert (classify(first, inputs[48:]) == labels[48:]).mean() > 0.9
    assert all(torch.equal(a, b) for a, b in zip(first.parameters(), second.parameters(), strict=True))


def test_that_a_training_is_ended_within_a_step() -> None:
    asked: list[int] = []
    inputs, labels = np.zeros((8, 16, 16, 3), np.uint8), np.arange(8) % 2
    learner = ResNet("cpu", steps=10**6)

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) == 3

    with pytest.raises(Cancelled):
        train_classifier(learner, learner.inputs(inputs), labels, 2, seed=0, cancelled=cancelled)
    assert len(asked) == 3
