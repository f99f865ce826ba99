"""Style-based generators: mapping, truncation in w, mixing per layer, noise.

A generator is style-based if its network has `mapping(z, labels) -> (B, num_ws, width)`, `synthesis(ws, noise=...)`,
`w_avg` and `num_ws` (Karras et al. 2019, 2020).
"""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from ganstudio.core.generator import TrainedGenerator


def is_style(network: nn.Module) -> bool:
    return all(hasattr(network, name) for name in ("mapping", "synthesis", "w_avg", "num_ws"))


def map_to_w(generator: TrainedGenerator, z: Tensor, weights: Mapping[int, float]) -> Tensor:
    """z (B, latent) -> (B, num_ws, width); several classes give the weighted mean of their w."""
    z = z.to(generator.device)
    if not generator.classes:
        return _mapping(generator, z, None)
    parts = {label: _mapping(generator, z, label) for label in (weights or {0: 1.0})}
    if len(parts) == 1:
        return next(iter(parts.values()))
    return torch.stack([weights[label] * one for label, one in parts.items()]).sum(0)


def _mapping(generator: TrainedGenerator, z: Tensor, label: int | None) -> Tensor:
    labels = None if label is None else torch.full((len(z),), label, dtype=torch.long, device=z.device)
    ws: Tensor = generator.network.mapping(z, labels)  # type: ignore[operator]
    return ws


def repeat(generator: TrainedGenerator, values: Sequence[float]) -> Tensor:
    """One w for every layer: (1, num_ws, width)."""
    w = torch.tensor(values, dtype=torch.float32, device=generator.device)
    return w.expand(1, int(generator.network.num_ws), len(values)).clone()  # type: ignore[arg-type]


def mixed(ws: Tensor, other: Tensor, layers: Sequence[int]) -> Tensor:
    """`ws` with some layers taken from `other`, both (1, num_ws, width)."""
    made = ws.clone()
    for layer in layers:
        if layer < made.shape[1]:
            made[:, layer] = other[:, layer]
    return made


def truncated(
    generator: TrainedGenerator, ws: Tensor, psi: float, cutoff: int = 0, weights: Mapping[int, float] | None = None
) -> Tensor:
    """w' = w_avg + psi (w - w_avg) in the layers before `cutoff` (0: in all)."""
    if psi == 1.0:
        return ws
    average: Tensor = generator.network.w_avg  # type: ignore[assignment]
    average = average.to(ws)
    if average.dim() == 2:  # one for each class
        rows = weights or {0: 1.0}
        average = torch.stack([weight * average[label] for label, weight in rows.items()]).sum(0)
    reach = cutoff or ws.shape[1]
    return torch.cat([average + psi * (ws[:, :reach] - average), ws[:, reach:]], dim=1)


def synthesise(generator: TrainedGenerator, ws: Tensor, noise: int | None) -> Tensor:
    """(1, num_ws, width) -> (1, C, H, W). `noise`: None for the trained constants, -1 for none, else a seed."""
    synthesis = generator.network.synthesis
    ws = ws.to(generator.device)
    if noise is None:
        images: Tensor = synthesis(ws, noise="const")  # type: ignore[operator]
    elif noise == -1:
        images = synthesis(ws, noise="none")  # type: ignore[operator]
    else:
        images = _with_seeded_noise(synthesis, ws, noise)  # type: ignore[arg-type]
    return images


def _with_seeded_noise(synthesis: nn.Module, ws: Tensor, seed: int) -> Tensor:
    """The trained constants replaced by draws of a seed, in a copy: torch's one random state is not touched."""
    drawn = torch.Generator().manual_seed(seed)
    buffers = {
        name: torch.randn(one.shape, generator=drawn).to(one)
        for name, one in synthesis.named_buffers()
        if "noise" in name.rpartition(".")[2]
    }
    images: Tensor = torch.func.functional_call(synthesis, buffers, (ws,), {"noise": "const"})
    return images
