"""TrainingMonitor: what watches over the training of a noise-to-image GAN."""

from collections.abc import Callable, Mapping
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ganstudio.core.events import Event, Scored, Started, Warned
from ganstudio.core.pixels import Pixels, to_numbers, to_pixels
from ganstudio.core.spread import evenly
from ganstudio.core.system import Batch, Preview, latents_from_seeds
from ganstudio.core.trainer import Trainer
from ganstudio.scores.best_so_far import BestSoFar
from ganstudio.scores.quick_score import LEAST, QuickScore
from ganstudio.scores.variety import ALL_THE_SAME, likeness, solitude, thumbnails
from ganstudio.scores.watchdog import Watchdog

COUNT = 1000
"""Images on each side of a quick score; fewer where the data set has fewer."""
FEWEST = 4
"""With fewer training images there are no quick scores."""
PIECE = 50
MOST_BATCHES = 4
"""Batches of held-out images that the discriminator is asked about at a time."""


class TrainingMonitor:
    """Quick scores against a fixed selection of the training images, variety of the grids, and the watchdog.

    KID decides what is best: unbiased, so that the number of images does not matter, and cheap. Latents and real
    images are the same every time, which takes most of the noise out of comparisons; what is left is estimated (see
    `best_so_far`).
    """

    def __init__(
        self,
        pixels: Pixels,
        labels: npt.NDArray[np.int64],
        values: Mapping[str, Any],
        *,
        best: Mapping[str, Any] | None = None,
        held_out: npt.NDArray[np.int64] | None = None,
        test: npt.NDArray[np.int64] | None = None,
        allowed: Callable[[Mapping[str, Any]], bool] | None = None,
    ) -> None:
        """`best`: the score that the best checkpoint was marked for, when a run goes on. `held_out`: the rows that are
        not trained on. `test`: those that nothing here looks at either. `allowed`: see `Watchdog`."""
        self._held_out = np.empty(0, np.int64) if held_out is None else held_out
        self._shown = np.setdiff1d(np.arange(len(pixels)), np.empty(0, np.int64) if test is None else test)
        seen = np.setdiff1d(self._shown, self._held_out)
        order = np.sort(seen[np.random.default_rng(0).permutation(len(seen))[:COUNT]])
        self._pixels, self._chosen = pixels, order
        self._all_labels, self._labels = labels, torch.from_numpy(labels[order].copy())
        self._best = BestSoFar(best)
        self._quick: QuickScore | None = None
        self._watchdog = Watchdog(values, allowed)
        self._spreads: dict[int, float] = {}

    def hear(self, event: Event) -> list[Warned]:
        said = self._watchdog.hear(event)
        if isinstance(event, Started):
            said += self._sameness(event)
        return said

    def variety(self, preview: Preview) -> float | None:
        thumbs = thumbnails(preview.images)
        count = min(len(thumbs), len(self._shown))
        if count < 2:
            return None
        if count not in self._spreads:
            self._spreads[count] = solitude(self._real_thumbs(count))
        real = self._spreads[count]
        return solitude(thumbs[:count]) / real if real else None

    @torch.no_grad()
    def extra_losses(self, trainer: Trainer) -> dict[str, float]:
        """ "D(held out)": what the discriminator makes of real images that it was never shown, seen as it sees those
        that it trains on: in batches of as many, augmented alike. It is left as it was, statistics of norms too."""
        system: Any = trainer.system
        size = min(system.game.batch, len(self._held_out))
        if size < FEWEST:
            return {}
        system.prepare(trainer.step)  # networks that grow: as the next step will have them
        buffers = [(buffer, buffer.clone()) for buffer in system.discriminator.buffers()]
        outputs = []
        batches = min(MOST_BATCHES, len(self._held_out) // size)
        chosen = self._held_out[evenly(len(self._held_out), batches * size)]
        for first in range(batches):
            rows, device = chosen[first::batches], trainer.place.device  # each from the whole folder
            images = to_numbers(torch.from_numpy(np.asarray(self._pixels[rows])).to(device).permute(0, 3, 1, 2))
            batch = Batch(images, torch.from_numpy(self._all_labels[rows]).to(device))
            shown = system.view(system.reals(batch), system.kimg(trainer.step))
            logits = system.discriminator(shown, *system.labels(batch))
            outputs.append(float(system.mean_outputs(logits, logits)["D(x)"]))
        for buffer, before in buffers:
            buffer.copy_(before)
        return {"D(held out)": sum(outputs) / len(outputs)}

    def score(self, trainer: Trainer) -> Scored | None:
        if len(self._chosen) < FEWEST:
            return None
        if self._quick is None:
            device = trainer.place.device
            self._quick = QuickScore(self._pixels, self._chosen, self._held_out, self._best, device=device)
        level = float(cast(Any, trainer.system).level)
        return self._quick(self._drawn(trainer), step=trainer.step, kimg=trainer.images / 1000, level=level)

    @torch.no_grad()
    def _drawn(self, trainer: Trainer) -> Pixels:
        """As many samples as there are real images to compare with (at least 50), of the same classes."""
        system: Any = trainer.system
        network, device = trainer.averages["generator"], trainer.place.device
        count = max(LEAST, len(self._chosen))
        z = latents_from_seeds(range(count), system.game.latent, system.game.prior)
        every = self._labels.repeat(-(-count // len(self._labels)))[:count]
        drawn = []
        piece = min(PIECE, system.game.batch)  # a step is what there is memory for
        for part, classes in zip(z.split(piece), every.split(piece), strict=True):
            labels: tuple[Tensor, ...] = (classes.to(device),) if system.conditional else ()
            drawn.append(to_pixels(network(part.to(device), *labels)))
        return np.concatenate(drawn)

    def _real_thumbs(self, count: int) -> Tensor:
        chosen = np.random.default_rng(1).permutation(len(self._shown))[:count]
        picked = np.asarray(self._pixels[np.sort(self._shown[chosen])])
        return thumbnails(to_numbers(torch.from_numpy(picked).permute(0, 3, 1, 2)))

    def _sameness(self, event: Started) -> list[Warned]:
        count = min(64, len(self._shown))
        if count < 2 or likeness(self._real_thumbs(count)) >= ALL_THE_SAME:
            return []
        return [
            Warned(
                step=event.step,
                topic="same",
                message="The training images are almost all the same: there is little to learn from them.",
                advice="Add different images.",
            )
        ]
