"""The small classifier that reads stacked images, and the modes that it says are covered."""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ganstudio.bench.mode_coverage import Coverage

SAMPLES = 26_000
"""As in Srivastava et al. 2017; there one sample covers a mode, here one good sample: noise falls into every mode."""
SURE = 0.5
"""A stacked image is good if each of its three is taken for one class with at least this probability."""


@dataclass(frozen=True)
class Reader:
    """A classifier of the single images."""

    network: nn.Module
    classes: int

    @property
    def modes(self) -> int:
        return self.classes**3

    @torch.no_grad()
    def accuracy(self, images: Tensor, labels: Tensor) -> float:
        """images: (N, 1, H, W) in [-1, 1]; labels: (N,)."""
        guesses = torch.cat([self.network(piece).argmax(dim=1) for piece in images.split(500)])
        return float((guesses == labels).float().mean())

    @torch.no_grad()
    def coverage(self, pieces: Iterable[Tensor]) -> Coverage:
        """pieces: (B, 3, H, W) in [-1, 1] each."""
        counts, total = torch.zeros(self.modes, dtype=torch.long), 0
        for piece in pieces:
            logits = self.network(piece.flatten(0, 1).unsqueeze(1)).unflatten(0, (-1, 3))
            sure, digits = logits.softmax(dim=2).max(dim=2)
            mode = (digits * self.classes ** torch.arange(3)).sum(dim=1)
            counts += torch.bincount(mode[sure.amin(dim=1) >= SURE], minlength=self.modes)
            total += len(piece)
        return Coverage(int((counts > 0).sum()), int(counts.sum()) / total)


def train_reader(images: Tensor, labels: Tensor, *, steps: int = 600, batch: int = 128, seed: int = 0) -> Reader:
    """images: (N, 1, H, W) in [-1, 1], H and W at least 8; labels: (N,) from 0."""
    classes = int(labels.max()) + 1
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = nn.Sequential(
            nn.Conv2d(1, 24, 3, 2, 1), nn.ReLU(), nn.Conv2d(24, 48, 3, 2, 1), nn.ReLU(), nn.AdaptiveAvgPool2d(4),
            nn.Flatten(), nn.Linear(48 * 16, 128), nn.ReLU(), nn.Linear(128, classes),
        )  # fmt: skip
        adam = torch.optim.Adam(network.parameters(), 2e-3)
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(adam, steps)
        for _ in range(steps):
            chosen = torch.randint(len(images), (batch,))
            adam.zero_grad()
            nn.functional.cross_entropy(network(images[chosen]), labels[chosen]).backward()
            adam.step()
            schedule.step()
    return Reader(network.eval().requires_grad_(False), classes)
