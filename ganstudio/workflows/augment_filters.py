"""Filters between a generator and a data set: which of its pictures are left out, how many, and what they look like."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from ganstudio.core.pixels import Pixels, to_numbers
from ganstudio.scores.classifier import Head, Labels, classify, train_classifier
from ganstudio.scores.copies import NEAR, Spacing
from ganstudio.scores.features import Extractor
from ganstudio.scores.neighbours import radii_to_neighbour, squared_distances
from ganstudio.scores.rejection import Calibration, Rejection, calibrate

NAMES = ("discriminator", "copies", "precision", "agreement")
"""In the order in which they look: the cheapest first, each at what the ones before it have kept."""
NEIGHBOURS = 3
EXAMPLES = 12
PIECE = 128
Kept = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Candidates:
    """Some pictures of one class that a generator has drawn."""

    pixels: Pixels
    label: int
    seeds: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.pixels)

    def where(self, kept: Kept) -> "Candidates":
        return Candidates(self.pixels[kept], self.label, self.seeds[kept])


class Filter(Protocol):
    name: str
    title: str
    """What it leaves out, as in '120 copies of training pictures'."""

    def keeps(self, candidates: Candidates, features: Tensor) -> Kept:
        """Which of the candidates stay, by their pixels or by the features of these (N, d)."""


@dataclass
class FilterTally:
    """What a filter has done so far."""

    name: str
    title: str
    seen: int = 0
    dropped: int = 0
    examples: list[Pixels] = field(default_factory=list)
    """Some of those dropped, (H, W, C) each."""

    def count(self, candidates: Candidates, kept: Kept) -> None:
        self.seen += len(kept)
        self.dropped += int((~kept).sum())
        self.examples += list(candidates.pixels[~kept][: EXAMPLES - len(self.examples)])


class Sieve:
    """Several filters, one behind the other, and what each has left out."""

    def __init__(self, filters: Sequence[Filter], extractor: Extractor) -> None:
        self._filters, self.extractor = filters, extractor
        self.tallies = [FilterTally(each.name, each.title) for each in filters]

    def __call__(self, candidates: Candidates) -> tuple[Candidates, Tensor, list[int]]:
        """Those that every filter keeps, their features, and of each candidate the filter that left it out, or -1."""
        features: Tensor | None = None
        dropped = np.full(len(candidates), -1)
        left = np.arange(len(candidates))
        for number, (each, tally) in enumerate(zip(self._filters, self.tallies, strict=True)):
            if features is None and each.name != "discriminator":
                features = self._features(candidates)
            kept = each.keeps(candidates, torch.empty(0) if features is None else features)
            tally.count(candidates, kept)
            dropped[left[~kept]] = number
            candidates, left = candidates.where(kept), left[kept]
            features = None if features is None else features[torch.from_numpy(kept)]
        return candidates, self._features(candidates) if features is None else features, dropped.tolist()

    def again(self, candidates: Candidates, dropped: Sequence[int]) -> tuple[Candidates, Tensor]:
        """As a call, where it is known already which filter left out which."""
        verdicts = np.array(dropped)
        for number, tally in enumerate(self.tallies):
            kept = verdicts != number
            tally.count(candidates, kept)
            candidates, verdicts = candidates.where(kept), verdicts[kept]
        return candidates, self._features(candidates)

    def _features(self, candidates: Candidates) -> Tensor:
        return self.extractor(candidates.pixels).values if len(candidates) else torch.empty(0, 0)


# The filters ----------------------------------------------------------------------------------------------------------


class CopyFilter:
    """Leaves out what lies as near to one training picture of its class as only that one does (`scores.copies`)."""

    name, title = "copies", "copies of training pictures"

    def __init__(self, trained: Mapping[int, Tensor]) -> None:
        """`trained`: features of the training pictures of each class; classes of fewer than two are not looked at."""
        self._spacing = {label: Spacing(features) for label, features in trained.items() if len(features) > 1}

    def keeps(self, candidates: Candidates, features: Tensor) -> Kept:
        if candidates.label not in self._spacing or not len(candidates):
            return np.ones(len(candidates), dtype=bool)
        distances, _ = self._spacing[candidates.label].of(features)
        return (distances >= NEAR).numpy()


class PrecisionFilter:
    """Leaves out what lies in no ball that reaches from a real picture of its class to its third neighbour."""

    name, title = "precision", "unlike the real pictures of their class"

    def __init__(self, real: Mapping[int, Tensor]) -> None:
        """`real`: features of each class; classes of three pictures or fewer are not looked at."""
        self._real = {label: features for label, features in real.items() if len(features) > NEIGHBOURS}
        self._radii = {label: radii_to_neighbour(features, NEIGHBOURS) for label, features in self._real.items()}

    def keeps(self, candidates: Candidates, features: Tensor) -> Kept:
        if candidates.label not in self._real or not len(candidates):
            return np.ones(len(candidates), dtype=bool)
        radii = self._radii[candidates.label]
        inside = [(part <= radii).any(1) for part in squared_distances(features, self._real[candidates.label])]
        return torch.cat(inside).numpy()


class AgreementFilter:
    """Leaves out what a classifier of the real pictures takes for another class."""

    name, title = "agreement", "taken for another class by a classifier"

    def __init__(self, head: Head, features: Tensor, labels: Labels, classes: int) -> None:
        self._network = train_classifier(head, features.to(head.extractor.device), labels, classes, seed=0)
        self._device = head.extractor.device

    def keeps(self, candidates: Candidates, features: Tensor) -> Kept:
        if not len(candidates):
            return np.ones(0, dtype=bool)
        kept: Kept = classify(self._network, features.to(self._device)) == candidates.label
        return kept


class DiscriminatorFilter:
    """Discriminator rejection sampling (`scores.rejection`), each class against its own samples."""

    name, title = "discriminator", "rejected by the discriminator"

    def __init__(self, outputs: "Outputs", calibration: Calibration, rejections: Mapping[int, Rejection]) -> None:
        self._outputs, self._calibration, self._rejections = outputs, calibration, rejections

    def keeps(self, candidates: Candidates, features: Tensor) -> Kept:
        labels = np.full(len(candidates), candidates.label, dtype=np.int64)
        odds = self._calibration.odds(self._outputs(candidates.pixels, labels))
        chances = self._rejections[candidates.label].chances(odds).numpy()
        drawn = [np.random.default_rng([int(seed), 0xD15C]).random() for seed in candidates.seeds]
        kept: Kept = np.array(drawn) < chances  # each by its own seed, so that the same request keeps the same
        return kept


Outputs = Callable[[Pixels, Labels], Tensor]
"""What a discriminator says of pictures and their classes: (N,)."""


def outputs_of(discriminator: nn.Module) -> Outputs:
    """A run's discriminator as a function of pictures; a jury's critics are averaged."""
    network: Any = discriminator.eval().requires_grad_(False)
    device = next(network.parameters()).device

    @torch.inference_mode()
    def outputs(pixels: Pixels, labels: Labels) -> Tensor:
        said = []
        for at in range(0, len(pixels), PIECE):
            images = to_numbers(torch.tensor(np.asarray(pixels[at : at + PIECE])).permute(0, 3, 1, 2).to(device))
            classes = torch.from_numpy(labels[at : at + PIECE]).to(device)
            logits = network(images, classes)
            said.append(logits.float().reshape(-1, len(images)).mean(0).cpu())
        return torch.cat(said) if said else torch.empty(0)

    return outputs


def discriminator_filter(
    outputs: Outputs,
    held_out: tuple[Pixels, Labels],
    samples: Mapping[int, Pixels],
) -> DiscriminatorFilter:
    """A filter calibrated on real pictures that were held out, and on samples of each class.

    Raises:
        ValueError: too few were held out; the reason in words.
    """
    said = {label: outputs(pixels, np.full(len(pixels), label, np.int64)) for label, pixels in samples.items()}
    calibration = calibrate(outputs(*held_out), torch.cat(list(said.values())))
    rejections = {label: Rejection.among(calibration.odds(each)) for label, each in said.items()}
    return DiscriminatorFilter(outputs, calibration, rejections)
