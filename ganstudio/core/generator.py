"""TrainedGenerator: an averaged generator taken out of training, ready to draw."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ganstudio.core.pixels import Pixels, to_pixels
from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.core.system import latents_from_seeds


class TrainedGenerator:
    """Latents in, pictures out. The network is its own: nothing that trains moves it."""

    def __init__(
        self,
        network: nn.Module,
        *,
        latent: int,
        prior: str,
        resolution: Resolution,
        channels: int,
        classes: tuple[str, ...] = (),
        step: int = 0,
    ) -> None:
        """`network`: (B, latent) -> (B, channels, H, W) in [-1, 1]; with classes also labels (B,)."""
        self.network = network.eval().requires_grad_(False)
        self.latent = latent
        self.prior = prior
        self.resolution = resolution
        self.channels = channels
        self.classes = classes
        self.step = step

    @property
    def device(self) -> torch.device:
        return next(self.network.parameters()).device

    def latents(self, seeds: Sequence[int]) -> Tensor:
        """One z for each seed, a function of that seed alone: (N, latent) on the CPU."""
        return latents_from_seeds(list(seeds), self.latent, self.prior)

    def labels(self, seeds: Sequence[int], name: str = "") -> Tensor | None:
        """The class `name` for each seed, or without a name the classes in turn: (N,); None if there are no classes.

        Raises:
            ValueError: there are classes, and none of them has this name.
        """
        if not self.classes:
            return None
        chosen = [self.classes.index(name) if name else seed % len(self.classes) for seed in seeds]
        return torch.tensor(chosen, dtype=torch.int64)

    @property
    def center(self) -> float:
        """The mean of the prior, towards which truncation draws every z."""
        return 0.5 if self.prior == "uniform" else 0.0

    @torch.inference_mode()
    def images(self, z: Tensor, labels: Tensor | None = None, psi: float = 1.0) -> Pixels:
        """Draw (N, H, W, C) uint8 from z (N, latent), each by itself: a picture never depends on its batch.

        psi: truncation, z' = mean + psi (z - mean); 0 gives the picture of the mean latent. Style-based generators
        are truncated in w instead, where the mean is a picture too.

        Raises:
            ValueError: z has another length, or a label is outside the classes.
        """
        if z.dim() != 2 or z.shape[1] != self.latent:
            raise ValueError(f"This generator takes latents of {self.latent} numbers, not {tuple(z.shape)}.")
        if labels is not None and len(labels) and not 0 <= int(labels.min()) <= int(labels.max()) < len(self.classes):
            raise ValueError(f"This generator knows {len(self.classes)} classes; a label is outside.")
        drawn = [
            to_pixels(self._draw(z[i : i + 1].to(self.device), self._label(labels, i), psi)) for i in range(len(z))
        ]
        empty = np.empty((0, *shape_of(self.resolution), self.channels), np.uint8)
        return np.concatenate(drawn) if drawn else empty

    def _draw(self, z: Tensor, labels: tuple[Tensor, ...], psi: float) -> Tensor:
        network: Any = self.network
        if hasattr(network, "truncate"):
            ws = network.truncate(network.mapping(z, *labels), psi) if psi != 1.0 else network.mapping(z, *labels)
            images: Tensor = network.synthesis(ws, noise="const")
        else:
            images = network(self.center + psi * (z - self.center), *labels)
        return images

    def _label(self, labels: Tensor | None, index: int) -> tuple[Tensor, ...]:
        if not self.classes:
            return ()
        label = labels[index : index + 1] if labels is not None else torch.zeros(1, dtype=torch.long)
        return (label.to(self.device),)
