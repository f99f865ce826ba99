"""The quick score of a training: samples against training images, and whether this moment is the best so far."""

import math
from functools import cached_property

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.core.events import Scored
from ganstudio.core.pixels import Pixels
from ganstudio.scores.best_so_far import MARGIN, BestSoFar
from ganstudio.scores.copies import find_copies
from ganstudio.scores.distances import kernel_terms, sliced_distance
from ganstudio.scores.features import extract, open_extractor
from ganstudio.scores.neighbours import density_coverage

LEAST = 50
"""With fewer training images there is no KID: it would be noise."""
SPOILT = 8
"""Patches on each side that training images are blurred to for a measure of what is bad; fewer of small ones."""
Rows = npt.NDArray[np.int64]


class QuickScore:
    """Compares samples with the same training images every time.

    All scores are made on the built-in statistics: small networks, trained on the sample set or not at all, and the
    run's own discriminator ranked the moments of a run no better (resources/docs/judge.md).
    """

    def __init__(
        self, pixels: Pixels, rows: Rows, held_out: Rows, best: BestSoFar, *, device: torch.device | str = "cpu"
    ) -> None:
        """`rows`: those of `pixels` to compare with. `held_out`: those that are not trained on."""
        self._pixels, self._rows, self._held_out, self._best = pixels, rows, held_out, best
        self._extractor = open_extractor("builtin", device=device)

    def __call__(self, samples: Pixels, *, step: int, kimg: float, level: float) -> Scored:
        """`level`: how far the networks have grown, if they grow."""
        count, features = len(self._rows), self._extractor.name
        seen = self._extractor(samples).values
        copies = find_copies(self._real, seen, held_out=self._unseen)
        scores, behind = {"copies": copies.rate, "copies held out": copies.held_out}, math.inf
        if count >= LEAST:
            terms = kernel_terms(self._real, seen)
            behind = self._best.behind((features, count, level), terms)
            scores |= {"KID": terms.value, "MIND": sliced_distance(self._real, seen, directions=128),
                       "coverage": density_coverage(self._real, seen).coverage}  # fmt: skip
        return Scored(step=step, kimg=kimg, scores=scores, count=count, features=features, level=level,
                      best=behind <= MARGIN, behind=behind if math.isfinite(behind) else 0.0,
                      spoilt=self._spoilt if count >= LEAST else 0.0)  # fmt: skip

    # What the training images are made into, once -----------------------------------------------------------------

    @cached_property
    def _real(self) -> Tensor:
        return self._features(self._rows)

    @cached_property
    def _unseen(self) -> Tensor | None:
        return self._features(self._held_out) if len(self._held_out) else None

    @cached_property
    def _spoilt(self) -> float:
        """KID of the same training images, blurred to `SPOILT` x `SPOILT` patches: a run that has learned is below."""
        images = torch.from_numpy(np.asarray(self._pixels[self._rows])).permute(0, 3, 1, 2).float()
        patches = F.adaptive_avg_pool2d(images, max(1, min(SPOILT, images.shape[2] // 4)))
        patches = F.interpolate(patches, images.shape[2:], mode="bilinear")
        blurred = patches.round().to(torch.uint8).permute(0, 2, 3, 1).numpy()
        return kernel_terms(self._real, self._extractor(blurred).values).value

    def _features(self, rows: Rows) -> Tensor:
        pieces = np.array_split(rows, -(-len(rows) // 256))
        return extract(self._extractor, (np.asarray(self._pixels[piece]) for piece in pieces)).values
