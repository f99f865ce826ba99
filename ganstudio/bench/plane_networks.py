"""Small fully connected networks for points in the plane, several games side by side.

Networks this small cost what their calls cost, not what they compute: five games in one step take little more time
than one. The rows of a batch belong to the games in turn, all rows of the first game first; no game sees another's.
"""

import torch
from torch import Tensor, nn

from ganstudio.models.adversarial.layers import GroupDeviation, MinibatchDiscrimination


class Linears(nn.Module):
    """A linear layer for each game: (games, B, inputs) -> (games, B, outputs)."""

    def __init__(self, games: int, inputs: int, outputs: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(inputs, outputs) for _ in range(games))

    def forward(self, x: Tensor) -> Tensor:
        weights = torch.stack([layer.weight for layer in self.layers])  # type: ignore[misc]
        biases = torch.stack([layer.bias for layer in self.layers])  # type: ignore[misc]
        return torch.baddbmm(biases[:, None], x, weights.transpose(1, 2))


class Generator(nn.Module):
    """(games * B, latent) -> (games * B, 2)."""

    def __init__(self, games: int, latent: int, width: int) -> None:
        super().__init__()
        self.games = games
        layers = [Linears(games, latent, width), nn.ReLU(), Linears(games, width, width), nn.ReLU()]
        self.body = nn.Sequential(*layers, Linears(games, width, 2))

    def forward(self, z: Tensor) -> Tensor:
        points: Tensor = self.body(z.unflatten(0, (self.games, -1)))
        return points.flatten(0, 1)


class Critic(nn.Module):
    """(games * B, 2) -> (games * B,) logits."""

    def __init__(self, games: int, width: int, minibatch: str = "none") -> None:
        super().__init__()
        self.games = games
        layers = [Linears(games, 2, width), nn.LeakyReLU(0.2), Linears(games, width, width), nn.LeakyReLU(0.2)]
        self.body = nn.Sequential(*layers)
        across = [layer for layer in (_across(minibatch, width) for _ in range(games)) if layer is not None]
        self.across = nn.ModuleList(across)
        self.head = Linears(games, width + (across[0].outputs if across else 0), 1)

    def features(self, points: Tensor, labels: Tensor | None = None) -> Tensor:
        """(B, games, width): each game's features are averaged over its own rows."""
        features: Tensor = self.body(points.unflatten(0, (self.games, -1)))
        return features.transpose(0, 1)

    def forward(self, points: Tensor, labels: Tensor | None = None) -> Tensor:
        features = self.features(points).transpose(0, 1)
        if self.across:
            statistics = [across(own) for across, own in zip(self.across, features, strict=True)]
            features = torch.cat([features, torch.stack(statistics)], dim=2)
        logits: Tensor = self.head(features)
        return logits.flatten()


def _across(minibatch: str, width: int) -> MinibatchDiscrimination | GroupDeviation | None:
    if minibatch == "discrimination":
        return MinibatchDiscrimination(width)
    return GroupDeviation() if minibatch == "stddev" else None
