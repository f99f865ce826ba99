"""SuperResMonitor: what watches over the training of a network that enlarges."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from ganstudio.core.events import Event, Scored, Warned
from ganstudio.core.system import Preview
from ganstudio.core.trainer import Trainer
from ganstudio.scores.enlarging import Enlargements, Pair, Quality, mean_quality
from ganstudio.scores.perceptual_taps import PerceptualTaps
from ganstudio.scores.superres_watch import SuperResWatch

NAMES = {"psnr": "PSNR", "ssim": "SSIM", "perceptual": "perceptual", "psnr_y": "PSNR Y", "ssim_y": "SSIM Y"}
SIGNS = {"colour_shift": "colour shift", "pattern": "pattern", "brightness": "brightness"}
"""What the watch looks at."""


class SuperResMonitor:
    """Measures on pictures that are not learned from, always beside bicubic and Lanczos."""

    def __init__(
        self,
        pairs: Sequence[Pair],
        values: Mapping[str, Any],
        *,
        first_stage: int,
        eyes: PerceptualTaps | None = None,
        best: Mapping[str, Any] | None = None,
    ) -> None:
        """`first_stage`: its steps. `best`: the score that the best checkpoint was marked for, when a run goes on."""
        self._pairs, self._eyes, self._first_stage = list(pairs), eyes, first_stage
        self._enlargements: Enlargements | None = None
        self._watch = SuperResWatch(values)
        self._lowest = {float(best["level"]): self._order(best["scores"], float(best["level"]))} if best else {}

    def variety(self, preview: Preview) -> float | None:
        return None

    def extra_losses(self, trainer: Trainer) -> dict[str, float]:
        return {}

    def hear(self, event: Event) -> list[Warned]:
        return self._watch.hear(event)

    @torch.no_grad()
    def score(self, trainer: Trainer) -> Scored | None:
        if not self._pairs:
            return None
        known = self._enlargements = self._enlargements or Enlargements(self._pairs, self._eyes)
        network, device = trainer.averages["generator"], trainer.place.device

        def enlarge(small: Tensor) -> Tensor:
            large: Tensor = network(small.to(device))
            return large

        scores = _named(mean_quality(known.each(enlarge)), NAMES | SIGNS)
        for way, quality in known.plain.items():
            names = NAMES | ({"pattern": "pattern", "brightness": "brightness"} if way == "bicubic" else {})
            scores |= {f"{name} {way}": value for name, value in _named(quality, names).items()}
        level = 2.0 if trainer.step > self._first_stage else 1.0
        return Scored(
            step=trainer.step, kimg=trainer.images / 1000, scores=scores, count=len(self._pairs),
            features=self._eyes.name if self._eyes else "pixels", level=level, best=self._is_best(scores, level),
        )  # fmt: skip

    def _is_best(self, scores: Mapping[str, float], level: float) -> bool:
        """Of its stage: the first is after PSNR, the second after what a network sees, or without one the latest."""
        now = self._order(scores, level)
        before = self._lowest.get(level, math.inf)
        self._lowest[level] = min(now, before)
        return now <= before

    @staticmethod
    def _order(scores: Mapping[str, float], level: float) -> float:
        """Lower is better; of the second stage without a network all are as good as each other."""
        return scores.get("perceptual", 0.0) if level > 1 else -scores["PSNR"]


def _named(quality: Quality, names: Mapping[str, str]) -> dict[str, float]:
    return {shown: value for name, shown in names.items() if math.isfinite(value := getattr(quality, name))}
