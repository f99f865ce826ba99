"""Copies: which samples are too near to one training image to be new."""

from dataclasses import dataclass

import torch
from torch import Tensor

from ganstudio.scores.neighbours import nearest, radii_to_neighbour

NEAR = 0.5
"""A sample is a copy of the training image nearest to it if it lies within this share of the distance from that image
to the next training image: well inside what belongs to that one image alone. The rule scales with how crowded the
neighbourhood is, and looks past copies among the training images, which lie at distance zero from each other."""


@dataclass(frozen=True)
class Copies:
    rate: float
    """Share of the samples that are copies, 0 to 1."""
    held_out: float
    """The same for real images that were held out: what chance and likeness alone give."""
    nearest: Tensor
    """(N,) which training image is nearest to each sample."""
    distances: Tensor
    """(N,) how far away it is, in units of that training image's own distance to the next."""


def find_copies(training: Tensor, samples: Tensor, *, held_out: Tensor | None = None, seed: int = 0) -> Copies:
    """How many `samples` are copies of `training` images, by their features (N, d).

    `held_out`: features of real images that were not trained on. Without any, half of the training images, against the
    other half, stand in for them.

    Raises:
        ValueError: fewer than four training images.
    """
    if len(training) < 4:
        raise ValueError("Copies can be told only among four training images or more.")
    known, unseen = training, held_out
    if unseen is None or not len(unseen):
        order = torch.randperm(len(training), generator=torch.Generator().manual_seed(seed))
        known, unseen = training[order[::2]], training[order[1::2]]
    distances, which = Spacing(known).of(unseen)
    usual = float((distances < NEAR).double().mean())
    distances, which = Spacing(training).of(samples)
    return Copies(float((distances < NEAR).double().mean()), usual, which, distances)


class Spacing:
    """Training images by their features (N, d), and how far each lies from the next."""

    def __init__(self, training: Tensor) -> None:
        spacing = radii_to_neighbour(training, 1).sqrt()
        # Training images with twins have no spacing of their own: the usual one stands in.
        usual = spacing[spacing > 1e-6].median() if bool((spacing > 1e-6).any()) else spacing.new_tensor(1.0)
        self._spacing = torch.where(spacing > 1e-6 * usual, spacing, usual)
        self._training = training

    def of(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """For each row the distance to its nearest training image in units of that one's spacing, and which it is."""
        distances, which = nearest(rows, self._training)
        return distances / self._spacing[which], which
