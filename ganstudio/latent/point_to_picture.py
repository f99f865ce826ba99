"""From a Point to its picture: latents, pushes along directions, mixing, truncation, classes."""

import contextlib
import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ganstudio.core.generator import TrainedGenerator
from ganstudio.core.pixels import Pixels, to_pixels
from ganstudio.core.resolution import Resolution
from ganstudio.latent import style_layers
from ganstudio.latent.direction_file import Direction, DirectionSet
from ganstudio.latent.point import Between, Latent, Mode, Numbers, Point, Seed
from ganstudio.latent.walk import lerp, slerp


class ResolveError(ValueError):
    """A Point that this generator cannot draw; the text is a sentence."""


@dataclass(frozen=True)
class Abilities:
    """What a person can do with a generator; plain values, for the window."""

    latent: int
    prior: str
    resolution: Resolution
    channels: int
    step: int
    classes: tuple[str, ...] = ()
    blends: bool = False
    """Classes can be blended."""
    layers: int = 0
    """Layers that take a style; 0 for a generator without a mapping network."""


def abilities(generator: TrainedGenerator) -> Abilities:
    styled = style_layers.is_style(generator.network)
    return Abilities(
        latent=generator.latent,
        prior=generator.prior,
        resolution=generator.resolution,
        channels=generator.channels,
        step=generator.step,
        classes=generator.classes,
        blends=bool(generator.classes) and (styled or bool(_embeddings(generator))),
        layers=int(generator.network.num_ws) if styled else 0,  # type: ignore[arg-type]
    )


@dataclass(frozen=True)
class Resolved:
    """A Point as tensors on the CPU: either z, or w for every layer, truncation not yet applied."""

    z: Tensor | None = None
    """(1, latent)."""
    ws: Tensor | None = None
    """(1, layers, width)."""


@torch.inference_mode()
def resolve(generator: TrainedGenerator, point: Point, direction_set: DirectionSet) -> Resolved:
    """The latents of a Point with its directions; z wherever z says it all, for then `generate` draws the same.

    Raises:
        ResolveError: the Point needs w, and this generator has none; or a length or direction does not fit.
    """
    moves = [(_direction(direction_set, push.direction), push.strength) for push in point.pushes if push.strength]
    in_w = _is_w(point.latent) or any(direction.space == "w" for direction, _ in moves)
    if not in_w:
        z = _z(generator, point.latent)
        for direction, strength in moves:
            z = z + _step(direction, strength, len(z))
        return Resolved(z=torch.from_numpy(z)[None])
    if not style_layers.is_style(generator.network):
        raise ResolveError("This generator has no intermediate space w; the point was made with one that has.")
    return Resolved(ws=_pushed_w(generator, point, moves))


def _pushed_w(generator: TrainedGenerator, point: Point, moves: "list[tuple[Direction, float]]") -> Tensor:
    in_z = [(direction, strength) for direction, strength in moves if direction.space == "z"]
    ws = _w(generator, point.latent, point, in_z)  # (1, layers, width)
    for direction, strength in moves:
        if direction.space == "w":
            ws = ws + torch.from_numpy(_step(direction, strength, ws.shape[2])).to(ws)
    return ws.cpu()


@torch.inference_mode()
def draw(generator: TrainedGenerator, point: Point, direction_set: DirectionSet | None = None) -> Pixels:
    """The picture of a Point, (H, W, C) uint8. Plain points come out as `TrainedGenerator.images` draws them.

    Raises:
        ResolveError: the Point does not fit this generator.
    """
    resolved = resolve(generator, point, direction_set or DirectionSet())
    if style_layers.is_style(generator.network) and not _is_plain(point, resolved):
        return _draw_styled(generator, point, resolved)
    assert resolved.z is not None
    weights = class_weights(generator, point)
    if len(weights) < 2:
        labels = torch.tensor([next(iter(weights), 0)])
        return _only(generator.images(resolved.z, labels if generator.classes else None, point.psi))
    if not _embeddings(generator):
        raise ResolveError("This generator cannot blend classes; choose one class.")
    with blended(generator, weights):
        labels = torch.tensor([max(weights, key=weights.__getitem__)])
        return _only(generator.images(resolved.z, labels, point.psi))


def _only(pictures: Pixels) -> Pixels:
    picture: Pixels = pictures[0]
    return picture


def condensed(generator: TrainedGenerator, point: Point, direction_set: DirectionSet) -> Point:
    """The same picture without its history: numbers for a nested latent or one moved along directions."""
    if isinstance(point.latent, Seed) and not point.pushes:
        return point
    resolved = resolve(generator, point, direction_set)
    if resolved.z is not None:
        latent = Numbers(tuple(resolved.z[0].tolist()), "z")
    elif resolved.ws is not None and bool((resolved.ws == resolved.ws[:, :1]).all()):
        latent = Numbers(tuple(resolved.ws[0, 0].tolist()), "w")
    else:
        return point
    return dataclasses.replace(point, latent=latent, pushes=())


def class_weights(generator: TrainedGenerator, point: Point) -> dict[int, float]:
    """Class numbers and their weights without the zeros; empty means the first class.

    Raises:
        ResolveError: a class that this generator has not learned.
    """
    weights = {}
    for name, weight in point.classes:
        if name not in generator.classes:
            known = ", ".join(generator.classes) or "none"
            raise ResolveError(f"This generator has no class called {name}; it has {known}.")
        if weight:
            weights[generator.classes.index(name)] = weight
    return weights


# Latents ------------------------------------------------------------------------------------------------------------


def _z(generator: TrainedGenerator, latent: Latent) -> "np.ndarray[Any, Any]":
    """(latent,) float32."""
    match latent:
        case Seed(seed=seed):
            return np.asarray(generator.latents([seed])[0].numpy())
        case Numbers(values=values, space="z"):
            if len(values) != generator.latent:
                raise ResolveError(f"The point has {len(values)} numbers, this generator takes {generator.latent}.")
            return np.asarray(values, np.float32)
        case Between(first=first, second=second, share=share, mode=mode):
            return _moved(_z(generator, first), _z(generator, second), share, mode, generator.center)
        case _:
            raise ResolveError("This generator has no intermediate space w; the point was made with one that has.")


def _moved(
    a: "np.ndarray[Any, Any]", b: "np.ndarray[Any, Any]", share: float, mode: Mode, center: float
) -> "np.ndarray[Any, Any]":
    """On the sphere about the prior's mean, or on the line."""
    return slerp(a, b, share, center) if mode == "slerp" else lerp(a, b, share)


def _is_w(latent: Latent) -> bool:
    if isinstance(latent, Between):
        return latent.mode == "w" or _is_w(latent.first) or _is_w(latent.second)
    return isinstance(latent, Numbers) and latent.space == "w"


def _w(generator: TrainedGenerator, latent: Latent, point: Point, in_z: "list[tuple[Direction, float]]") -> Tensor:
    """(1, layers, width); what is in z goes through the mapping network, moved along z's directions first."""
    if not _is_w(latent):
        z = _z(generator, latent)
        for direction, strength in in_z:
            z = z + _step(direction, strength, len(z))
        return style_layers.map_to_w(generator, torch.from_numpy(z)[None], class_weights(generator, point))
    if isinstance(latent, Between):
        first, second = (_w(generator, end, point, in_z) for end in (latent.first, latent.second))
        return first + latent.share * (second - first)
    assert isinstance(latent, Numbers)
    return style_layers.repeat(generator, latent.values)


def _direction(direction_set: DirectionSet, name: str) -> "Direction":
    if (direction := direction_set.get(name)) is None:
        raise ResolveError(f"The direction {name} is not there any more.")
    return direction


def _step(direction: "Direction", strength: float, length: int) -> "np.ndarray[Any, Any]":
    if len(direction.vector) != length:
        raise ResolveError(f"The direction {direction.title} belongs to another generator.")
    return np.asarray(direction.vector, np.float32) * np.float32(strength * direction.scale)


# Style and classes --------------------------------------------------------------------------------------------------


def _is_plain(point: Point, resolved: Resolved) -> bool:
    """Whether `TrainedGenerator.images` can draw it."""
    special = point.mix or point.noise is not None or point.cutoff or sum(w > 0 for _, w in point.classes) > 1
    return resolved.z is not None and not special


def _draw_styled(generator: TrainedGenerator, point: Point, resolved: Resolved) -> Pixels:
    weights = class_weights(generator, point)
    ws = resolved.ws if resolved.z is None else style_layers.map_to_w(generator, resolved.z, weights)
    assert ws is not None
    if point.mix:
        other = _w(generator, point.mix.latent, point, [])
        ws = style_layers.mixed(ws, other.to(ws), point.mix.layers)
    ws = style_layers.truncated(generator, ws, point.psi, point.cutoff)
    return _only(to_pixels(style_layers.synthesise(generator, ws, point.noise)))


def _embeddings(generator: TrainedGenerator) -> list[nn.Embedding]:
    count = len(generator.classes)
    return [m for m in generator.network.modules() if isinstance(m, nn.Embedding) and m.num_embeddings == count > 0]


@contextlib.contextmanager
def blended(generator: TrainedGenerator, weights: dict[int, float]) -> Iterator[None]:
    """A context in which every class embedding gives the weighted mean of several classes."""

    def mean(module: nn.Module, inputs: Any, output: Tensor) -> Tensor:
        rows = module.weight[list(weights)]  # type: ignore[index]
        shares = torch.tensor(list(weights.values()), dtype=rows.dtype, device=rows.device)
        return (shares[:, None] * rows).sum(0).expand_as(output)

    hooks = [embedding.register_forward_hook(mean) for embedding in _embeddings(generator)]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()
