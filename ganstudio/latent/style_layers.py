"""Style-based generators: mapping, truncation in w, mixing per layer, noise.

A generator is style-based if its network has `mapping(z, labels) -> (B, num_ws, width)`, `synthesis(ws, noise=...)`,
`truncate(ws, psi, cutoff)`, `w_avg` and `num_ws` (Karras et al. 2019, 2020).
"""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from ganstudio.core.generator import TrainedGenerator


def is_style(network: nn.Module) -> bool:
    return all(hasattr(network, name) for name in ("mapping", "synthesis", "truncate", "w_avg", "num_ws"))


def map_to_w(generator: TrainedGenerator, z: Tensor, weights: Mapping[int, float]) -> Tensor:
    """z (B, latent) -> (B, num_ws, width); several classes give the weighted mean of their w."""
    z = z.to(generator.device)
    if not generator.classes:
        return _mapping(generator, z, None)
    parts = {label: _mapping(generator, z, label) for label in (weights or {0: 1.0})}
    if len(parts) == 1:
        return next(iter(parts.values()))
    return torch.stack([weights[label] * ws for label, ws in parts.items()]).sum(0)


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


def truncated(generator: TrainedGenerator, ws: Tensor, psi: float, cutoff: int = 0) -> Tensor:
    """Truncation (Karras et al. 2019, appendix B): w' = w_avg + psi (w - w_avg) in the layers before `cutoff`, or
    in all for 0."""
    if psi == 1.0:
        return ws
    near: Tensor = generator.network.truncate(ws, psi, cutoff or None)  # type: ignore[operator]
    return near


def synthesise(generator: TrainedGenerator, ws: Tensor, noise: int | None) -> Tensor:
    """(1, num_ws, width) -> (1, C, H, W). `noise`: None for the trained constants, -1 for none, else a seed."""
    part = _Synthesis(generator.network)
    ws = ws.to(generator.device)
    if noise is None or noise < 0:
        images: Tensor = part(ws, "const" if noise is None else "none")
        return images
    drawn = torch.Generator().manual_seed(noise)
    constants = {
        name: torch.randn(buffer.shape, generator=drawn).to(buffer)
        for name, buffer in part.named_buffers()
        if "noise" in name  # what the layers' noise inputs keep
    }
    seeded: Tensor = torch.func.functional_call(part, constants, (ws, "const"))
    return seeded


class _Synthesis(nn.Module):
    """The second half of a generator as a module, so that its constants can be replaced for one call."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, ws: Tensor, noise: str) -> Tensor:
        images: Tensor = self.network.synthesis(ws, noise=noise)  # type: ignore[operator]
        return images
