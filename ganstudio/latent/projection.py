"""Projection: the latent whose picture is nearest to a given one, by gradient descent from the best of many starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.pictures import Pixels, to_pixels
from ganstudio.latent import style
from ganstudio.latent.directions import CancelledError

Features = Callable[[Tensor], Tensor]
"""(B, C, H, W) in [-1, 1] -> (B, F): what else the pictures are compared by."""
CANDIDATES = 256


@dataclass(frozen=True)
class Found:
    """The nearest picture so far."""

    values: tuple[float, ...]
    space: Literal["z", "w"]
    pixels: Pixels
    """(H, W, C)."""
    error: float
    """Root mean square difference of pixel values, 0 to 255."""
    usual: float
    """The same between two random pictures of the generator, on average."""
    by_chance: float
    """The same between the target and a random picture, on average: what no search at all would give."""

    @property
    def ratio(self) -> float:
        """0 for the same picture, about 1 for a random one."""
        return self.error / self.usual if self.usual else float("inf")


def project(
    generator: TrainedGenerator,
    target: Pixels,
    *,
    label: int = 0,
    steps: int = 300,
    restarts: int = 4,
    seed: int = 0,
    start: Tensor | None = None,
    features: Features | None = None,
    on_progress: Callable[[int, int, Found], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Found:
    """Find the latent (z, or w where there is one) whose picture is nearest to `target`, (H, W, C) uint8.

    The loss compares pixels at every scale down to 4 px, and features if given; restarts run side by side in one
    batch, from the nearest of 256 random pictures. Latents that are unlikely under the prior cost a little.

    Args:
        start: (1, latent) or (1, width): begin here instead.
        on_progress: told (step, steps, the best so far) about twenty times.

    Raises:
        CancelledError: `cancelled` said so.
        ValueError: the target has another shape.
    """
    shape = (generator.resolution, generator.resolution, generator.channels)
    if target.shape != shape:
        raise ValueError(f"The photograph is {target.shape}, this generator draws {shape}.")
    search = _Search(generator, target, label, features, seed)
    latents = start.clone() if start is not None else search.best_starts(restarts)
    best = search.judged(latents, None)
    latents = latents.to(generator.device).requires_grad_(True)
    descent = _Descent(latents)
    every = max(1, steps // 20)
    for step in range(steps):
        if cancelled and cancelled():
            raise CancelledError
        (gradient,) = torch.autograd.grad(search.loss(latents).sum(), latents)
        descent.step(gradient, search.speed * _pace(step / steps))
        search.keep_likely(latents)
        if (step + 1) % every == 0 or step + 1 == steps:
            best = search.judged(latents.detach(), best)
            if on_progress:
                on_progress(step + 1, steps, best)
    return best


class _Descent:
    """Adam (Kingma and Ba 2015) for one tensor. torch.optim would first load torch's compiler: 4 s, or 25 s cold."""

    def __init__(self, latents: Tensor) -> None:
        self._latents = latents
        self._mean = torch.zeros_like(latents)
        self._square = torch.zeros_like(latents)
        self._steps = 0

    @torch.no_grad()
    def step(self, gradient: Tensor, speed: float) -> None:
        self._steps += 1
        self._mean.lerp_(gradient, 0.1)
        self._square.lerp_(gradient.square(), 0.01)
        mean, square = self._mean / (1 - 0.9**self._steps), self._square / (1 - 0.99**self._steps)
        self._latents -= speed * mean / (square.sqrt() + 1e-8)


def _pace(done: float) -> float:
    """Up within the first 5 %, down like a cosine over the last quarter (as in Karras et al. 2020)."""
    up, down = min(1.0, done / 0.05 + 0.1), min(1.0, (1.0 - done) / 0.25)
    return up * (0.5 - 0.5 * float(np.cos(np.pi * down)))


class _Search:
    """What a latent is worth, for one target."""

    def __init__(
        self, generator: TrainedGenerator, target: Pixels, label: int, features: Features | None, seed: int
    ) -> None:
        self.generator = generator
        self.pixels = target
        self.styled = style.is_style(generator.network)
        self.features = features
        self._labels = {label: 1.0} if generator.classes else {}
        self._seeds = torch.Generator().manual_seed(seed)
        device = generator.device
        image = torch.from_numpy(np.array(target)).permute(2, 0, 1)[None].to(device).float() / 127.5 - 1
        self._scales = _pyramid(image)
        with torch.no_grad():
            self._wanted = features(image) if features else None
        self._center = torch.tensor(generator.center)
        self._spread = torch.tensor(12**-0.5 if generator.prior == "uniform" else 1.0)
        self.speed = 0.05 * float(self._spread)
        self.usual = self.by_chance = 0.0

    def best_starts(self, count: int) -> Tensor:
        """The nearest of many random latents; learns the usual distance between pictures on the way."""
        z = {"normal": torch.randn, "uniform": torch.rand}[self.generator.prior](
            (CANDIDATES, self.generator.latent), generator=self._seeds
        )
        with torch.no_grad():
            latents = self._to_searched(z)
            images = torch.cat([self._images(latents[i : i + 32]) for i in range(0, CANDIDATES, 32)])
            losses = torch.cat([self._unlike(images[i : i + 32]) for i in range(0, CANDIDATES, 32)])
            self.usual = _usual(images)
            self.by_chance = float(np.mean([_apart(one, self.pixels) for one in to_pixels(images)]))
            if self.styled:
                self._center, self._spread = latents.mean(0), latents.std(0).mean()
                self.speed = 0.1 * float(self._spread)
        return latents[losses.argsort()[:count].to(latents.device)].clone()

    def _to_searched(self, z: Tensor) -> Tensor:
        return style.map_to_w(self.generator, z, self._labels)[:, 0] if self.styled else z

    def _images(self, latents: Tensor) -> Tensor:
        device, network = self.generator.device, self.generator.network
        if self.styled:
            ws = latents.to(device)[:, None].expand(-1, int(network.num_ws), -1)  # type: ignore[arg-type]
            images: Tensor = network.synthesis(ws, noise="const")  # type: ignore[operator]
            return images.float()
        labels = [torch.full((len(latents),), one, dtype=torch.long, device=device) for one in self._labels]
        made: Tensor = network(latents.to(device), *labels)
        return made.float()

    def _unlike(self, images: Tensor) -> Tensor:
        """(B,): squared differences at every scale, and of features."""
        total = torch.zeros(len(images), device=images.device)
        for ours, theirs in zip(_pyramid(images), self._scales, strict=True):
            total = total + (ours - theirs).square().flatten(1).mean(1)
        if self.features and self._wanted is not None:
            found = self.features(images)
            total = total + (found - self._wanted).square().mean(1) / self._wanted.square().mean().clamp_min(1e-8)
        return total

    def loss(self, latents: Tensor) -> Tensor:
        """(B,)."""
        length = ((latents - self._center.to(latents)) / self._spread.to(latents)).square().mean(1)
        return self._unlike(self._images(latents)) + 0.002 * (length - 1).square()

    @torch.no_grad()
    def keep_likely(self, latents: Tensor) -> None:
        if self.generator.prior == "uniform" and not self.styled:
            latents.clamp_(0.0, 1.0)

    @torch.no_grad()
    def judged(self, latents: Tensor, best: Found | None) -> Found:
        """The nearest of these and the best so far, in pixels, each drawn by itself as it will be shown."""
        if not self.usual:
            self.best_starts(1)
        for row in latents:
            drawn = to_pixels(self._images(row[None]))[0]
            error = _apart(drawn, self.pixels)
            if best is None or error < best.error:
                space: Literal["z", "w"] = "w" if self.styled else "z"
                best = Found(tuple(row.float().cpu().tolist()), space, drawn, error, self.usual, self.by_chance)
        assert best is not None
        return best


def _pyramid(images: Tensor) -> list[Tensor]:
    """The images at half, quarter ... of their size, down to 4 px."""
    found = [images]
    while min(found[-1].shape[2:]) > 4:
        found.append(F.avg_pool2d(found[-1], 2, ceil_mode=True))
    return found


def _apart(first: Pixels, second: Pixels) -> float:
    """Root mean square pixel difference, 0 to 255."""
    return float(np.sqrt(np.square(first.astype(np.float64) - second).mean()))


def _usual(images: Tensor) -> float:
    """Root mean square pixel difference (0 to 255) of two different pictures, averaged over pairs."""
    pixels = to_pixels(images).astype(np.float64)
    half = len(pixels) // 2
    apart: Any = np.sqrt(np.square(pixels[:half] - pixels[half : 2 * half]).mean(axis=(1, 2, 3)))
    return float(apart.mean())
