"""The training images nearest to a picture, and whether that looks like copying."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganstudio.core.resolution import Resolution, Shape
from ganstudio.core.run import Run, RunError
from ganstudio.workflows.progress import TaskProgress

if TYPE_CHECKING:
    from ganstudio.core.pixels import Pixels
    from ganstudio.latent.nearest_index import Index, Near

COUNT = 6
SAMPLE = 40
"""Training images whose own nearest neighbour says what is usual."""


@dataclass(frozen=True)
class TrainingImages:
    """A run's training images, made ready to be compared with any number of pictures."""

    network: Path | None
    """What they are compared by; None for pixels."""
    pixels: "Pixels"
    """(N, H, W, C)."""
    names: tuple[str, ...]
    index: "Index"
    usual: float
    """The median distance of training images from their own nearest neighbour."""


@dataclass(frozen=True)
class NearestImages:
    """What was compared, and what came out: the nearest first."""

    images: TrainingImages
    neighbours: "tuple[Near, ...]"

    @property
    def pictures(self) -> "list[Pixels]":
        """(H, W, C) each, mirrored where that is nearer."""
        pixels = self.images.pixels
        return [pixels[near.index][:, ::-1] if near.mirrored else pixels[near.index] for near in self.neighbours]

    @property
    def distances(self) -> list[float]:
        return [near.distance for near in self.neighbours]

    @property
    def sentence(self) -> str:
        unit = "" if self.images.network else " of 255"
        return copying_sentence(self.neighbours[0].distance, self.images.usual, unit)


def nearest_images(
    run: Run,
    picture: "Pixels",
    report: TaskProgress,
    *,
    count: int = COUNT,
    network: Path | None = None,
    device: str = "cpu",
    known: TrainingImages | None = None,
) -> NearestImages:
    """The training images of a run nearest to a picture (H, W, C), by pixels or by a network.

    Args:
        network: a file with weights; see `scores.features`.
        known: images of this run that were made ready before; used again if they were compared alike.

    Raises:
        RunError: the run translates.
        ImagesError: the training images are not there any more.
        FeaturesError: the network's file cannot be used.
        CancelledError: `report.cancelled` said so.
    """
    if known is None or known.network != network:
        known = open_training_images(run, Shape(*picture.shape[:2]).resolution, report, network=network, device=device)
    return NearestImages(known, tuple(known.index.nearest(picture, count)))


def open_training_images(
    run: Run, resolution: Resolution, report: TaskProgress, *, network: Path | None = None, device: str = "cpu"
) -> TrainingImages:
    """Prepare, or find prepared, what a run learned from; raises as `nearest_images`."""
    from ganstudio.core.images.cache import prepare
    from ganstudio.core.images.test_part import parted
    from ganstudio.latent.nearest_index import Index

    if run.settings.does != "generate":
        raise RunError(f"{run.name} makes pictures of pictures; there are no pictures from noise to compare.")
    run.require_places()
    features = _whole_picture_features(network, device) if network else None
    prepared = prepare(
        run.settings.sides[0], run.settings.preparation, resolution,
        on_progress=report.progress, cancelled=report.cancelled,
    )  # fmt: skip
    learned, test = parted(prepared.digests, run.settings.preparation.test_share)
    pixels = prepared.pixels[learned] if len(test) else prepared.pixels
    names = tuple(prepared.names[row] for row in learned)
    index = Index(pixels, features=features, on_progress=report.progress, cancelled=report.cancelled)
    return TrainingImages(network, pixels, names, index, _usual(index, pixels))


def copying_sentence(distance: float, usual: float, unit: str = " of 255") -> str:
    """Whether a picture looks copied: its nearest training image is far nearer than training images are to theirs."""
    facts = (
        f"The nearest differs by {distance:.3g}{unit}; training images differ from their own nearest by {usual:.3g}."
    )
    if distance < 0.4 * usual:
        return f"This looks like a copy. {facts}"
    return f"Nearer than usual: compare by eye. {facts}" if distance < 0.8 * usual else f"No copy. {facts}"


def _whole_picture_features(network: Path, device: str) -> "Callable[[Pixels], Any]":
    """(N, H, W, C) -> (N, F), a row for each picture."""
    from ganstudio.core.device import choose
    from ganstudio.scores.features import open_extractor

    extractor = open_extractor(network, device=choose(device).device)
    return lambda pixels: extractor(pixels).values.numpy()


def _usual(index: "Index", pixels: "Pixels") -> float:
    """The median distance of some training images from the nearest that is not themselves."""
    rows = random.Random(0).sample(range(len(pixels)), min(SAMPLE, len(pixels)))
    seconds = sorted(index.nearest(pixels[row], 2)[-1].distance for row in rows)
    return seconds[len(seconds) // 2]
