"""Small classifiers that say what pictures are worth to train on: features with a linear head, or a torchvision ResNet.

Every training takes the same number of optimiser steps of the same batch, whatever it learns from, and every batch has
as many of each class: more pictures are no longer training, and skewed classes are no handicap that copies would mend.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.images.check_report import Cancelled
from ganstudio.core.pixels import Pixels
from ganstudio.scores.features import Extractor

Labels = npt.NDArray[np.int64]
PIECE = 512
"""Pictures that are classified at once."""


@dataclass(frozen=True)
class Lesson:
    """How long a classifier is trained, the same in every arm."""

    steps: int
    batch: int
    rate: float
    """Adam's learning rate at the start; it falls to zero as half a cosine."""
    decay: float


class Learner(Protocol):
    """A kind of classifier."""

    name: str
    """Changes when results are no longer comparable."""
    title: str
    lesson: Lesson
    fixed: bool
    """What its network reads is made once and does not learn: worth keeping."""

    def inputs(self, pixels: Pixels) -> Tensor:
        """uint8 (N, H, W, C) -> what its network reads, (N, ...)."""

    def network(self, classes: int, inputs: Tensor) -> nn.Module:
        """A new network, which may take its scale from the inputs it will be trained on."""


class Head:
    """A linear layer on features that stay as they are: seconds on a CPU."""

    fixed = True

    def __init__(self, extractor: Extractor, steps: int = 400) -> None:
        self.extractor = extractor
        self.name = f"head-{extractor.name}"
        self.title = f"linear head on {extractor.title}"
        self.lesson = Lesson(steps, 128, 5e-3, 0.1)

    def inputs(self, pixels: Pixels) -> Tensor:
        pieces = [self.extractor(np.asarray(pixels[at : at + PIECE])).values for at in range(0, len(pixels), PIECE)]
        return torch.cat(pieces).to(self.extractor.device)

    def network(self, classes: int, inputs: Tensor) -> nn.Module:
        linear = nn.Linear(inputs.shape[1], classes)
        nn.init.zeros_(linear.weight)
        nn.init.zeros_(linear.bias)
        return nn.Sequential(_Standard(inputs), linear).to(inputs.device)


class _Standard(nn.Module):
    """Mean 0 for each feature, and deviation 1 for all together, as the pictures that it was made from have them.

    Each by its own deviation was no better with many pictures and 2 points worse with ten of a class (Fashion-MNIST):
    features that hardly differ are then as loud as those that tell the classes apart.
    """

    mean: Tensor
    deviation: Tensor

    def __init__(self, rows: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", rows.mean(0))
        self.register_buffer("deviation", (rows - rows.mean(0)).square().mean().sqrt().clamp_min(1e-12))

    def forward(self, rows: Tensor) -> Tensor:
        return (rows - self.mean) / self.deviation


class ResNet:
    """torchvision's ResNet-18 without weights; its first layers keep the size of small pictures (He et al. 2016)."""

    fixed = False

    def __init__(self, device: torch.device | str, steps: int = 600) -> None:
        self.device = torch.device(device)
        self.name = "resnet18"
        self.title = "ResNet-18 of torchvision, from the beginning"
        self.lesson = Lesson(steps, 128, 1e-3, 5e-4)

    def inputs(self, pixels: Pixels) -> Tensor:
        return torch.tensor(np.asarray(pixels)).permute(0, 3, 1, 2).contiguous().to(self.device)

    def network(self, classes: int, inputs: Tensor) -> nn.Module:
        from torchvision.models import resnet18

        network: Any = resnet18(num_classes=classes)
        small = inputs.shape[2] <= 64
        network.conv1 = nn.Conv2d(
            inputs.shape[1], 64, 3 if small else 7, 1 if small else 2, 1 if small else 3, bias=False
        )
        if small:
            network.maxpool = nn.Identity()
        return nn.Sequential(_Scaled(), network).to(self.device)


class _Scaled(nn.Module):
    """Bytes to [-1, 1]."""

    def forward(self, images: Tensor) -> Tensor:
        return images.float() / 127.5 - 1


def train_classifier(
    learner: Learner,
    inputs: Tensor,
    labels: Labels,
    classes: int,
    seed: int,
    *,
    vary: Callable[[npt.NDArray[np.int64], np.random.Generator], Tensor] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> nn.Module:
    """Train a classifier on `inputs` (N, ...), a function of its arguments alone (on one device).

    `vary`: from the rows of a batch to its inputs, changed by chance (see `flipped_and_cropped`); `cancelled`: asked
    before each step.

    Raises:
        Cancelled: `cancelled` said so.
    """
    lesson = learner.lesson
    torch.manual_seed(seed)
    network = learner.network(classes, inputs).train()
    optimizer = torch.optim.AdamW(network.parameters(), lesson.rate, weight_decay=lesson.decay)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, lesson.steps)
    targets = torch.from_numpy(labels).to(inputs.device)
    draw, every = np.random.default_rng(seed), BalancedRows(labels)
    for _ in range(lesson.steps):
        if cancelled():
            raise Cancelled
        rows = every.draw(lesson.batch, draw)
        where = torch.from_numpy(rows)
        optimizer.zero_grad()
        logits = network(vary(rows, draw) if vary else inputs[where])
        F.cross_entropy(logits, targets[where]).backward()
        optimizer.step()
        falling.step()
    return network.eval()


class BalancedRows:
    """Rows drawn so that every class that has any comes as often."""

    def __init__(self, labels: Labels) -> None:
        self._order = np.argsort(labels, kind="stable")
        _, self._starts, self._sizes = np.unique(labels[self._order], return_index=True, return_counts=True)

    def draw(self, count: int, chance: np.random.Generator) -> Labels:
        """`count` rows, each of a class drawn evenly, then drawn evenly from the rows of that class."""
        chosen = chance.integers(0, len(self._sizes), count)
        within = (chance.random(count) * self._sizes[chosen]).astype(np.int64)
        rows: Labels = self._order[self._starts[chosen] + within]
        return rows


@torch.inference_mode()
def classify(network: nn.Module, inputs: Tensor) -> Labels:
    """The likeliest class of each: (N,)."""
    said = [network(piece).argmax(1).cpu() for piece in inputs.split(PIECE)]
    return torch.cat(said).numpy() if said else np.empty(0, np.int64)


def flipped_and_cropped(pixels: Pixels, draw: np.random.Generator) -> Pixels:
    """Each mirrored half of the time and moved by up to an eighth of its size, its edge mirrored: (N, H, W, C)."""
    count, height, width, _ = pixels.shape
    reach = max(1, min(height, width) // 8)
    padded = np.pad(pixels, ((0, 0), (reach, reach), (reach, reach), (0, 0)), mode="reflect")
    down, across = draw.integers(0, 2 * reach + 1, (2, count))
    columns = across[:, None] + np.arange(width)
    mirrored = draw.random(count) < 0.5
    columns[mirrored] = columns[mirrored][:, ::-1]
    rows = down[:, None] + np.arange(height)
    moved: Pixels = padded[np.arange(count)[:, None, None], rows[:, :, None], columns[:, None, :]]
    return moved
