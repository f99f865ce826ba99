"""Projection: the latent whose picture is nearest to a given one.

Gradient descent from the best of many starts finds the right valley; Gauss-Newton steps then go down to its floor. With
a hundred numbers in a latent the second is as cheap as the first and comes nearer by a factor of ten and more.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.pixels import Pixels, to_numbers, to_pixels
from ganstudio.core.resolution import shape_of
from ganstudio.latent import style_layers
from ganstudio.latent.find_directions import CancelledError
from ganstudio.latent.point import Numbers

Features = Callable[[Tensor], Tensor]
"""(B, C, H, W) in [-1, 1] -> (B, F): what else the pictures are compared by."""
CANDIDATES = 256
PIECE = 32
"""Pictures drawn at once."""
ROUNDS = 12
"""Most Gauss-Newton steps by pixels alone: they change evenly with the latent, which features do not."""
LAST_ROUNDS = 6
"""Most further ones by pixels and features."""
WORTH = 10
"""Steps of descent that one round is worth when progress is told: it costs about as much."""
WIDEST = 128
"""Directions in which Gauss-Newton looks: all of a short latent, else those in which most of the variety lies."""
UNLIKELY = 0.002
"""What a latent costs whose mean square differs by 1 from that of random ones, as a share of the loss."""
SHARPEST = 128
"""Largest side in px at which Gauss-Newton compares pixels: beyond it there would be no memory for the Jacobian."""


@dataclass(frozen=True)
class ProjectionResult:
    """The nearest picture so far."""

    values: tuple[float, ...]
    space: Literal["z", "w"]
    pixels: Pixels
    """(H, W, C)."""
    unlike: float
    """What the search made small: differences of pixels at every scale, and of features."""
    error: float
    """Root mean square difference of pixel values, 0 to 255."""
    usual: float
    """The same between two random pictures of the generator, on average."""
    by_chance: float
    """The same between the target and a random picture, on average: what no search at all would give."""

    @property
    def latent(self) -> Numbers:
        return Numbers(self.values, self.space)

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
    on_progress: Callable[[int, int, ProjectionResult], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ProjectionResult:
    """Find the latent (z, or w where there is one) whose picture is nearest to `target`, (H, W, C) uint8.

    The loss compares pixels at every scale down to 4 px, and features if given; restarts run side by side in one
    batch, from the nearest of 256 random pictures, and the best is refined. Latents that are unlikely under the prior
    cost a little.

    Args:
        steps: of gradient descent; refining follows unless this is 0.
        start: (1, latent) or (1, width): begin here instead.
        on_progress: told (done, total, the best so far), up to about thirty times.

    Raises:
        CancelledError: `cancelled` said so.
        ValueError: the target has another shape.
    """
    shape = (*shape_of(generator.resolution), generator.channels)
    if target.shape != shape:
        raise ValueError(f"The photograph is {target.shape}, this generator draws {shape}.")
    search = _Search(generator, target, label, features, seed)
    latents = start.clone() if start is not None else search.best_starts(restarts)
    best = search.nearest_of(latents, None)
    rounds = (ROUNDS, LAST_ROUNDS if features else 0) if steps else (0, 0)
    total = steps + WORTH * sum(rounds)

    def tell(done: int) -> None:
        if on_progress:
            on_progress(done, total, best)

    def go_on() -> None:
        if cancelled and cancelled():
            raise CancelledError

    for step, moved in enumerate(_descended(search, latents, steps, go_on)):
        if (step + 1) % max(1, steps // 20) == 0 or step + 1 == steps:
            best = search.nearest_of(moved, best)
            tell(step + 1)
    done = steps
    for by_features, most in zip((False, True), rounds, strict=True):
        for number, moved in enumerate(_refined(search, search.back_to(best), most, by_features, go_on)):
            best = search.nearest_of(moved, best)
            tell(done + WORTH * (number + 1))
        done += WORTH * most
    if total:
        tell(total)
    return best


def _descended(search: "_Search", latents: Tensor, steps: int, go_on: Callable[[], None]) -> Iterator[Tensor]:
    """The latents after each step of gradient descent."""
    latents = latents.to(search.generator.device).requires_grad_(True)
    descent = _Descent(latents)
    for step in range(steps):
        go_on()
        (gradient,) = torch.autograd.grad(search.loss(latents).sum(), latents)
        descent.step(gradient, search.speed * _pace(step / steps))
        search.keep_likely(latents)
        yield latents.detach()


@torch.no_grad()
def _refined(
    search: "_Search", latent: Tensor, rounds: int, by_features: bool, go_on: Callable[[], None]
) -> Iterator[Tensor]:
    """(1, D) after each Gauss-Newton step that came nearer, damped as Levenberg (1944) and Marquardt (1963) did.

    The Jacobian is made of differences of pictures, so that nothing needs to be differentiable twice or forward.
    """
    # The loss is |r(z)|^2. With the Jacobian J = dr/dz along the ways, its Gauss-Newton step is
    # -(J J^T + damping * mean(diag(J J^T)) I)^-1 J r: Newton's without the second derivatives of r, which are small
    # where r is. Damping turns it towards plain descent while steps do not come nearer.
    ways, damping = search.ways(latent), 1e-2

    def residuals(latents: Tensor) -> Tensor:
        go_on()
        return search.residuals(latents, SHARPEST, by_features)

    residual = residuals(latent)[0]
    for _ in range(rounds):
        jacobian = _jacobian(residuals, latent, residual, ways, 0.02 * search.spread)
        curvature, gradient, cost = jacobian @ jacobian.T, jacobian @ residual, float(residual.square().sum())
        unit = curvature.diagonal().mean().clamp_min(1e-12) * torch.eye(len(ways), device=ways.device)
        for _ in range(6):
            moved = latent - torch.linalg.solve(curvature + damping * unit, gradient) @ ways
            search.keep_likely(moved)
            residual = residuals(moved)[0]
            if float(residual.square().sum()) < cost:
                break
            damping *= 4
        else:
            return
        latent, damping = moved, max(damping / 3, 1e-5)
        yield latent
        if float(residual.square().sum()) > 0.999 * cost:
            return


def _jacobian(
    residuals: Callable[[Tensor], Tensor], latent: Tensor, residual: Tensor, ways: Tensor, small: float
) -> Tensor:
    """The Jacobian (K, M) of the residuals (M,) along each way, by forward differences of size `small`."""
    return torch.cat([(residuals(latent + small * piece) - residual) / small for piece in ways.split(PIECE)])


class _Descent:
    """Adam (Kingma and Ba 2015) for one tensor. torch.optim would first load torch's compiler: 4 s, or 25 s cold."""

    def __init__(self, latents: Tensor) -> None:
        self._latents = latents
        self._mean = torch.zeros_like(latents)
        self._square = torch.zeros_like(latents)
        self._steps = 0

    @torch.no_grad()
    def step(self, gradient: Tensor, speed: float) -> None:
        # m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, z -= speed m' / (sqrt v' + eps), with m' = m / (1 - b1^t) and
        # v' = v / (1 - b2^t). b2 = 0.99, not 0.999: there are a hundred steps, not a million.
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
    """How far the pictures of latents are from one target, and where to begin looking."""

    def __init__(
        self, generator: TrainedGenerator, target: Pixels, label: int, features: Features | None, seed: int
    ) -> None:
        self.generator = generator
        self.pixels = target
        self.styled = style_layers.is_style(generator.network)
        self.features = features
        self._labels = {label: 1.0} if generator.classes else {}
        self._seeds = torch.Generator().manual_seed(seed)
        device = generator.device
        image = to_numbers(torch.from_numpy(np.array(target)).permute(2, 0, 1)[None].to(device))
        self._scales = _pyramid(image)
        with torch.no_grad():
            self._wanted = features(image) if features else None
        self._center = torch.tensor(generator.center)
        self.spread = 12**-0.5 if generator.prior == "uniform" else 1.0
        """Standard deviation of the numbers in a latent."""
        self.speed = 0.05 * self.spread
        self._candidates = torch.empty(0, 0)
        self.usual = self.by_chance = 0.0

    def best_starts(self, count: int) -> Tensor:
        """The nearest of many random latents; learns the usual distance between pictures on the way."""
        with torch.no_grad():
            latents = self._candidates = self._to_searched(self._random())
            images = torch.cat([self._images(latents[i : i + PIECE]) for i in range(0, CANDIDATES, PIECE)])
            losses = torch.cat(
                [self.unlike(images[i : i + PIECE]).square().sum(1) for i in range(0, CANDIDATES, PIECE)]
            )
            self.usual = _usual(images)
            self.by_chance = float(np.mean([_distance(picture, self.pixels) for picture in to_pixels(images)]))
            if self.styled:
                self._center, self.spread = latents.mean(0), float(latents.std(0).mean())
                self.speed = 0.1 * self.spread
        return latents[losses.argsort()[:count].to(latents.device)].clone()

    def _random(self) -> Tensor:
        """(CANDIDATES, latent) from the prior."""
        draw = {"normal": torch.randn, "uniform": torch.rand}[self.generator.prior]
        return draw((CANDIDATES, self.generator.latent), generator=self._seeds)

    def _to_searched(self, z: Tensor) -> Tensor:
        return style_layers.map_to_w(self.generator, z, self._labels)[:, 0] if self.styled else z

    def _images(self, latents: Tensor) -> Tensor:
        device, network = self.generator.device, self.generator.network
        if self.styled:
            ws = latents.to(device)[:, None].expand(-1, int(network.num_ws), -1)  # type: ignore[arg-type]
            images: Tensor = network.synthesis(ws, noise="const")  # type: ignore[operator]
            return images.float()
        labels = [torch.full((len(latents),), label, dtype=torch.long, device=device) for label in self._labels]
        made: Tensor = network(latents.to(device), *labels)
        return made.float()

    def unlike(self, images: Tensor, sharpest: int = 0, by_features: bool = True) -> Tensor:
        """(B, M): differences at every scale up to `sharpest` px (0: all), and of features; their squares add up."""
        differences = [
            (ours - theirs).flatten(1) * theirs[0].numel() ** -0.5
            for ours, theirs in zip(_pyramid(images), self._scales, strict=True)
            if not sharpest or theirs.shape[-1] <= sharpest
        ]
        if by_features and self.features and self._wanted is not None:
            size = self._wanted.square().sum().clamp_min(1e-8).sqrt()
            differences.append((self.features(images) - self._wanted) / size)
        return torch.cat(differences, 1)

    def residuals(self, latents: Tensor, sharpest: int = 0, by_features: bool = True) -> Tensor:
        """(B, M): how these latents' pictures differ, and how unlikely they are; the squares add up to the loss."""
        # In many dimensions random latents lie on a shell, |z|^2 / D = 1; what leaves it is not what was trained on.
        length = ((latents - self._center.to(latents)) / self.spread).square().mean(1)
        differences = self.unlike(self._images(latents), sharpest, by_features)
        return torch.cat([differences, UNLIKELY**0.5 * (length - 1).to(differences)[:, None]], 1)

    def loss(self, latents: Tensor) -> Tensor:
        """(B,)."""
        return self.residuals(latents).square().sum(1)

    def back_to(self, result: ProjectionResult) -> Tensor:
        """(1, D)."""
        return torch.tensor([result.values], device=self.generator.device)

    def ways(self, latent: Tensor) -> Tensor:
        """(K, D): unit directions to look in; in w, and of long latents, those along which random latents vary most."""
        if not self.styled and latent.shape[1] <= WIDEST:
            return torch.eye(latent.shape[1], device=latent.device)
        rows = self._candidates if len(self._candidates) else self._to_searched(self._random())
        centred = (rows - rows.mean(0)).to(latent)
        directions: Tensor = torch.linalg.svd(centred, full_matrices=False).Vh[:WIDEST]
        return directions

    @torch.no_grad()
    def keep_likely(self, latents: Tensor) -> None:
        if self.generator.prior == "uniform" and not self.styled:
            latents.clamp_(0.0, 1.0)

    @torch.no_grad()
    def nearest_of(self, latents: Tensor, best: ProjectionResult | None) -> ProjectionResult:
        """The nearest of these and the best so far, each drawn by itself as it will be shown."""
        if not self.usual:
            self.best_starts(1)
        for row in latents:
            image = self._images(row[None])
            unlike = float(self.unlike(image).square().sum())
            if best is None or unlike < best.unlike:
                drawn = to_pixels(image)[0]
                space: Literal["z", "w"] = "w" if self.styled else "z"
                values = tuple(row.float().cpu().tolist())
                error = _distance(drawn, self.pixels)
                best = ProjectionResult(values, space, drawn, unlike, error, self.usual, self.by_chance)
        assert best is not None
        return best


def _pyramid(images: Tensor) -> list[Tensor]:
    """The images at half, quarter ... of their size, down to 4 px."""
    scales = [images]
    while min(scales[-1].shape[2:]) > 4:
        scales.append(F.avg_pool2d(scales[-1], 2, ceil_mode=True))
    return scales


def _distance(first: Pixels, second: Pixels) -> float:
    """Root mean square pixel difference, 0 to 255."""
    return float(np.sqrt(np.square(first.astype(np.float64) - second).mean()))


def _usual(images: Tensor) -> float:
    """Root mean square pixel difference (0 to 255) of two different pictures, averaged over pairs."""
    pixels = to_pixels(images).astype(np.float64)
    half = len(pixels) // 2
    distances: Any = np.sqrt(np.square(pixels[:half] - pixels[half : 2 * half]).mean(axis=(1, 2, 3)))
    return float(distances.mean())
