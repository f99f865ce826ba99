"""Directions that mean something: principal components, the first layer's own, and learned attributes.

All are found on a copy of the network or by reading alone, and draw their latents from their own random state, so
that they disturb neither a training run nor the renderer.
"""

import copy
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ganstudio.core.generator import TrainedGenerator
from ganstudio.latent import style_layers
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.point import Point
from ganstudio.latent.point_to_picture import class_weights, resolve

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]
Array = np.ndarray[Any, np.dtype[Any]]

ACTIVATIONS = (nn.ReLU, nn.LeakyReLU, nn.SiLU, nn.GELU, nn.Tanh, nn.ELU, nn.PReLU, nn.GLU)
WEIGHTED = (nn.Linear, nn.Conv2d, nn.ConvTranspose2d)
_BATCH = 125


class CancelledError(Exception):
    """The work was cancelled by whoever asked for it."""


class DirectionsError(ValueError):
    """No directions can be found; the text is a sentence."""


# Principal components -------------------------------------------------------------------------------------------------


class Components:
    """Principal components of a stream of rows, the leading `count` of them; memory does not grow with the stream.

    The mean and a sketch of the leading directions are brought up to date with each batch (Ross et al. 2008, with the
    small side's Gram matrix for the decomposition). Exact as long as `count` is at least the rank of the rows.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self.seen = 0
        self.mean: Tensor = torch.empty(0)
        self.axes: Tensor = torch.empty(0)
        """(k, F), orthonormal."""
        self.spread: Tensor = torch.empty(0)
        """(k,): singular values of the centred rows."""
        self._energy = 0.0

    def add(self, rows: Tensor) -> None:
        """rows: (B, F)."""
        # n rows with mean m and axes S V, and B new ones with mean b, have the components of the rows
        # [S V; new - b; sqrt(n B / (n + B)) (m - b)] (Ross et al. 2008).
        rows = rows.double() if rows.shape[1] <= 1024 else rows.float()
        mean = rows.mean(0)
        centred = rows - mean
        self._energy += float(centred.square().sum())
        stacked = [centred]
        if self.seen:
            shift = (self.seen * len(rows) / (self.seen + len(rows))) ** 0.5 * (self.mean - mean)
            self._energy += float(shift.square().sum())
            stacked += [self.spread[:, None] * self.axes, shift[None]]
            mean = (self.seen * self.mean + len(rows) * mean) / (self.seen + len(rows))
        self.axes, self.spread = _leading(torch.cat(stacked), self.count)
        self.mean, self.seen = mean, self.seen + len(rows)

    def coordinates(self, rows: Tensor, count: int) -> Tensor:
        """Where rows (B, F) are along the leading axes, (B, count) float64."""
        axes = self.axes[:count]
        return ((rows.to(axes) - self.mean) @ axes.T).double()

    def shares(self) -> list[float]:
        """The share of all variance that lies along each axis."""
        return [float(share) for share in self.spread.square() / max(self._energy, 1e-30)]


def _leading(rows: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The leading right singular vectors (k, F) and values (k,) of (B, F), by the smaller Gram matrix."""
    if rows.shape[1] <= rows.shape[0]:
        values, vectors = torch.linalg.eigh(rows.T @ rows)
        kept = min(count, len(values))
        return vectors.T.flip(0)[:kept].contiguous(), values.flip(0)[:kept].clamp_min(0).sqrt()
    values, vectors = torch.linalg.eigh(rows @ rows.T)
    values, vectors = values.flip(0), vectors.flip(1)
    kept = min(count, int((values > values[0] * 1e-10).sum()))
    spread = values[:kept].clamp_min(0).sqrt()
    return (vectors[:, :kept].T @ rows) / spread[:, None], spread


def principal(
    generator: TrainedGenerator,
    *,
    samples: int = 10_000,
    count: int = 10,
    seed: int = 0,
    on_progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> list[Direction]:
    """Principal components after Harkonen et al. 2020 (GANSpace): of w where there is one, else of the activations
    of the generator's first layer, brought back to z by regression.

    Raises:
        CancelledError: `cancelled` said so.
        DirectionsError: the network has no activation to look at.
    """
    copied = private_copy(generator)
    seeds = torch.Generator().manual_seed(seed)
    if style_layers.is_style(copied.network):
        return _components_of_w(copied, samples, count, seeds, on_progress, cancelled)
    layer = _first_of(copied.network, ACTIVATIONS) or _first_of(copied.network, WEIGHTED)
    components = Components(max(count, 64))

    def features(z: Tensor) -> Tensor:
        return _output_of(copied, layer, z).flatten(1)

    batches = [min(_BATCH, samples - start) for start in range(0, samples, _BATCH)]
    drawn: list[Tensor] = []
    for number, size in enumerate(batches):
        _ask(cancelled)
        z = _draw(copied, size, seeds)
        drawn.append(z)
        components.add(features(z))
        _tell(on_progress, number + 1, 2 * len(batches))
    directions = torch.zeros(len(components.axes[:count]), copied.latent, dtype=torch.float64)
    squares = torch.zeros(len(directions), 1, dtype=torch.float64)
    for number, z in enumerate(drawn):
        _ask(cancelled)
        # u = argmin sum |u x - (z - mean)|^2 for the coordinates x along each axis (GANSpace); as they are
        # uncorrelated, each has its own quotient sum(x (z - mean)) / sum(x^2).
        x = components.coordinates(features(z), count)
        directions += x.T @ (z.double() - copied.center)
        squares += x.square().sum(0)[:, None]
        _tell(on_progress, len(batches) + number + 1, 2 * len(batches))
    return [
        _made(f"Component {i + 1}", "component", "z", u, _deviation(copied), share)
        for i, (u, share) in enumerate(zip(directions / squares, components.shares(), strict=False))
    ]


def _components_of_w(
    generator: TrainedGenerator,
    samples: int,
    count: int,
    seeds: torch.Generator,
    on_progress: Progress | None,
    cancelled: Asked | None,
) -> list[Direction]:
    components = Components(max(count, 64))
    for start in range(0, samples, _BATCH):
        _ask(cancelled)
        z = _draw(generator, min(_BATCH, samples - start), seeds)
        with torch.inference_mode():
            components.add(style_layers.map_to_w(generator, z, {})[:, 0].cpu())
        _tell(on_progress, min(start + _BATCH, samples), samples)
    deviations = components.spread / samples**0.5
    return [
        _made(f"Component {i + 1}", "component", "w", axis, float(deviation), share)
        for i, (axis, deviation, share) in enumerate(
            zip(components.axes[:count], deviations, components.shares(), strict=False)
        )
    ]


# Closed form ----------------------------------------------------------------------------------------------------------


def closed_form(generator: TrainedGenerator, *, count: int = 10) -> list[Direction]:
    """The directions that the first layer amplifies most (Shen and Zhou 2021, SeFa): orthonormal, no sampling.

    For style-based generators: of all the layers that read w together.

    Raises:
        DirectionsError: the network has no such layer.
    """
    copied = private_copy(generator)
    styled = style_layers.is_style(copied.network)
    # n* = argmax |A n|^2 over unit n: the leading eigenvectors of A^T A, A the layer's weight (SeFa).
    matrix = _style_matrix(copied.network) if styled else _first_matrix(copied)
    axes, values = _leading(matrix.double(), count)
    total = float(matrix.double().square().sum())
    deviation = _w_deviation(copied) if styled else _deviation(copied)
    return [
        _made(
            f"Weights {i + 1}", "layer", "w" if styled else "z", axis, deviation, float(value) ** 2 / max(total, 1e-30)
        )
        for i, (axis, value) in enumerate(zip(axes, values, strict=True))
    ]


def _first_matrix(generator: TrainedGenerator) -> Tensor:
    """The first layer as a matrix (F, latent), from what it makes of each unit vector: it is affine in z."""
    layer = _first_of(generator.network, WEIGHTED)
    probes = torch.cat([torch.zeros(1, generator.latent), torch.eye(generator.latent)])
    outputs = _output_of(generator, layer, probes).flatten(1)
    return (outputs[1:] - outputs[:1]).T


def _style_matrix(network: nn.Module) -> Tensor:
    average: Tensor = network.w_avg  # type: ignore[assignment]
    width = average.shape[-1]
    named = network.named_parameters()
    weights = [p for name, p in named if p.dim() == 2 and p.shape[1] == width and not name.startswith("mapping")]
    if not weights:
        raise DirectionsError("This generator has no layers that read w.")
    return torch.cat([p.detach().cpu() for p in weights])


# Attributes -----------------------------------------------------------------------------------------------------------


def attribute(
    name: str, having: Array, lacking: Array, *, space: str = "z", scale: float = 1.0, ridge: float = 1.0
) -> Direction:
    """The direction that tells latents that have something from those that do not, by ridge regression.

    Args:
        having, lacking: (N, D) and (M, D), at least one of each. InterFaceGAN (Shen et al. 2020) takes the normal of
            a linear SVM; with the few examples that a person marks, ridge regression is steadier.

    Raises:
        DirectionsError: nothing to tell apart.
    """
    if not len(having) or not len(lacking):
        raise DirectionsError("Mark at least one picture that has it and one that does not.")
    rows = np.concatenate([having, lacking]).astype(np.float64)
    # Balanced targets: ten that have it weigh as much as two that do not.
    wanted = np.concatenate([np.full(len(having), 1 / len(having)), np.full(len(lacking), -1 / len(lacking))])
    centred = rows - (having.mean(0, dtype=np.float64) + lacking.mean(0, dtype=np.float64)) / 2
    strength = ridge * float(np.square(centred).sum()) / len(rows)
    # Ridge regression, v = X^T (X X^T + lambda I)^-1 y: the dual form, whose matrix is as large as there are examples.
    gram = centred @ centred.T + strength * np.eye(len(rows))
    vector = centred.T @ np.linalg.solve(gram, wanted)
    if not np.linalg.norm(vector):
        raise DirectionsError("The pictures on both sides are the same; mark others.")
    unit = vector / np.linalg.norm(vector)  # its sign is kept: forward is towards those that have it
    return Direction(name, "attribute", "w" if space == "w" else "z", tuple(map(float, unit.astype(np.float32))), scale)


# Shared ---------------------------------------------------------------------------------------------------------------


def _made(name: str, kind: Any, space: Any, vector: Tensor, scale: float, share: float) -> Direction:
    """Unit length; the sign is the one that makes the largest number positive, so that it does not change by chance."""
    unit = vector.double() / vector.double().norm().clamp_min(1e-30)
    if float(unit[unit.abs().argmax()]) < 0:
        unit = -unit
    return Direction(name, kind, space, tuple(unit.float().tolist()), scale, share=share)


def private_copy(generator: TrainedGenerator) -> TrainedGenerator:
    """A copy whose hooks nobody else sees."""
    copied = copy.copy(generator)
    copied.network = copy.deepcopy(generator.network)
    return copied


def _draw(generator: TrainedGenerator, count: int, seeds: torch.Generator) -> Tensor:
    shape = (count, generator.latent)
    draw = {"normal": torch.randn, "uniform": torch.rand}[generator.prior]
    return draw(shape, generator=seeds)


def _deviation(generator: TrainedGenerator) -> float:
    """Standard deviation of z along any direction."""
    return 12**-0.5 if generator.prior == "uniform" else 1.0


@torch.inference_mode()
def _w_deviation(generator: TrainedGenerator) -> float:
    """Mean standard deviation of w's numbers."""
    z = _draw(generator, _BATCH, torch.Generator().manual_seed(1))
    return float(style_layers.map_to_w(generator, z, {})[:, 0].std(0).mean())


def _first_of(network: nn.Module, kinds: tuple[type[nn.Module], ...]) -> nn.Module | None:
    return next((module for module in network.modules() if isinstance(module, kinds)), None)


class _Enough(Exception):  # noqa: N818 - not an error
    """Raised out of a hook: its layer has run, and the layers behind it need not."""


@torch.inference_mode()
def _output_of(generator: TrainedGenerator, layer: nn.Module | None, z: Tensor) -> Tensor:
    """What `layer` gives for z (B, latent) and the first class, on the CPU; the layers behind it are left out.

    Raises:
        DirectionsError: there is no such layer, or it is not used.
    """
    if layer is None:
        raise DirectionsError("This generator has no layer to take directions from.")
    seen: list[Tensor] = []

    def look(module: nn.Module, inputs: Any, output: Tensor) -> None:
        seen.append(output)
        raise _Enough

    hook = layer.register_forward_hook(look)
    labels = (torch.zeros(len(z), dtype=torch.long, device=generator.device),) if generator.classes else ()
    try:
        generator.network(z.to(generator.device), *labels)
    except _Enough:
        pass
    finally:
        hook.remove()
    if not seen:
        raise DirectionsError("The generator's first layer is not used.")
    return seen[0].float().cpu()


def _ask(cancelled: Asked | None) -> None:
    if cancelled and cancelled():
        raise CancelledError


def _tell(on_progress: Progress | None, done: int, total: int) -> None:
    if on_progress:
        on_progress(done, total)


@torch.inference_mode()
def learned(
    generator: TrainedGenerator,
    name: str,
    having: Sequence[Point],
    lacking: Sequence[Point],
    direction_set: DirectionSet,
) -> Direction:
    """`attribute` from marked Points: in w where the generator has one, else in z.

    Raises:
        DirectionsError, ResolveError: nothing to tell apart, or a Point does not fit.
    """
    rows = [np.stack([_row(generator, p, direction_set) for p in side]) if side else np.empty((0, 1)) for side in
            (having, lacking)]  # fmt: skip
    styled = style_layers.is_style(generator.network)
    scale = _w_deviation(private_copy(generator)) if styled else _deviation(generator)
    return attribute(name, rows[0], rows[1], space="w" if styled else "z", scale=scale)


def _row(generator: TrainedGenerator, point: Point, direction_set: DirectionSet) -> Array:
    resolved = resolve(generator, point, direction_set)
    if not style_layers.is_style(generator.network):
        assert resolved.z is not None
        return np.asarray(resolved.z[0].numpy())
    ws = resolved.ws
    if ws is None:
        assert resolved.z is not None
        ws = style_layers.map_to_w(generator, resolved.z, class_weights(generator, point))
    return np.asarray(ws[0].mean(0).cpu().numpy())
