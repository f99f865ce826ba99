"""Tiny generators of each kind: plain, with classes, and style-based."""

import numpy as np
import torch
from torch import Tensor, nn

from ganstudio.core.generator import TrainedGenerator

SIZE = 8


def plain(*, latent: int = 6, channels: int = 3, prior: str = "normal", seed: int = 0) -> TrainedGenerator:
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = nn.Sequential(
            nn.Linear(latent, 16), nn.LeakyReLU(0.2), nn.Linear(16, channels * SIZE * SIZE), nn.Tanh(),
            nn.Unflatten(1, (channels, SIZE, SIZE)),
        )  # fmt: skip
    return TrainedGenerator(network, latent=latent, prior=prior, resolution=SIZE, channels=channels)


class _WithClasses(nn.Module):
    def __init__(self, latent: int, classes: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(classes, 4)
        self.layers = nn.Sequential(nn.Linear(latent + 4, 3 * SIZE * SIZE), nn.Tanh(), nn.Unflatten(1, (3, SIZE, SIZE)))

    def forward(self, z: Tensor, labels: Tensor) -> Tensor:
        images: Tensor = self.layers(torch.cat([z, self.embedding(labels)], dim=1))
        return images


def with_classes(classes: tuple[str, ...] = ("rose", "tulip")) -> TrainedGenerator:
    with torch.random.fork_rng():
        torch.manual_seed(1)
        network = _WithClasses(6, len(classes))
    return TrainedGenerator(network, latent=6, prior="normal", resolution=SIZE, channels=3, classes=classes)


class _Synthesis(nn.Module):
    def __init__(self, layers: int, width: int) -> None:
        super().__init__()
        self.affines = nn.ModuleList(nn.Linear(width, 12) for _ in range(layers))
        self.register_buffer("noise_const", torch.randn(3 * SIZE * SIZE))
        self.strength = nn.Parameter(torch.tensor(0.1))
        self.output = nn.Linear(12 * layers, 3 * SIZE * SIZE)

    def forward(self, ws: Tensor, noise: str = "const") -> Tensor:
        styles = torch.cat([affine(ws[:, i]) for i, affine in enumerate(self.affines)], dim=1)
        flat = 4 * self.output(styles.relu())
        if noise == "const":
            flat = flat + self.strength * self.noise_const
        return flat.tanh().unflatten(1, (3, SIZE, SIZE))


class Styled(nn.Module):
    """With the parts that make a network style-based; by itself it draws without truncation."""

    def __init__(self, latent: int = 6, width: int = 5, layers: int = 4) -> None:
        super().__init__()
        self.num_ws = layers
        self.mapping_layers = nn.Sequential(nn.Linear(latent, width), nn.LeakyReLU(0.2), nn.Linear(width, width))
        self.synthesis = _Synthesis(layers, width)
        self.register_buffer("w_avg", torch.randn(width) * 0.1)

    def mapping(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        w: Tensor = self.mapping_layers(z)
        return w[:, None].expand(-1, self.num_ws, -1)

    def truncate(self, ws: Tensor, psi: float, cutoff: int | None = None) -> Tensor:
        near = torch.lerp(self.w_avg.expand_as(ws), ws, psi)
        return near if cutoff is None else torch.cat([near[:, :cutoff], ws[:, cutoff:]], dim=1)

    def forward(self, z: Tensor) -> Tensor:
        images: Tensor = self.synthesis(self.mapping(z))
        return images


def styled() -> TrainedGenerator:
    with torch.random.fork_rng():
        torch.manual_seed(2)
        network = Styled()
    return TrainedGenerator(network, latent=6, prior="normal", resolution=SIZE, channels=3)


def tiny_network() -> nn.Module:
    """A classifier of pictures of 3 x 8 x 8, with features at two resolutions."""
    torch.manual_seed(0)
    first = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU())
    return nn.Sequential(
        first, nn.MaxPool2d(2), nn.Conv2d(4, 6, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(96, 5)
    )


def noise(count: int, size: int = 32) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, size, size, 3), np.uint8)
