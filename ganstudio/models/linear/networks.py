"""Fully connected networks on flattened images."""

from collections.abc import Sequence
from math import prod

from torch import nn

from ganstudio.models.adversarial.layers import Critic


def generator(
    latent: int,
    widths: Sequence[int],
    pixels: tuple[int, int, int],
    *,
    norm: str,
    activation: str,
    initial_std: float,
) -> nn.Sequential:
    """(B, latent) -> (B, *pixels) in [-1, 1].

    `norm`: BatchNorm nowhere ("none"), on the hidden layers but the first ("after-first"), on all hidden layers
    ("hidden"), on the output too ("all").
    """
    layers: list[nn.Module] = []
    for number, (inputs, outputs) in enumerate(zip((latent, *widths), widths, strict=False)):
        normed = norm in {"hidden", "all"} or (norm == "after-first" and number > 0)
        layers += _linear(inputs, outputs, normed, initial_std)
        layers.append(nn.ReLU() if activation == "relu" else nn.LeakyReLU(0.2))
    layers += _linear(widths[-1], prod(pixels), norm == "all", initial_std)
    return nn.Sequential(*layers, nn.Tanh(), nn.Unflatten(1, pixels))


def discriminator(
    widths: Sequence[int],
    inputs: int,
    *,
    norm: bool,
    dropout: float,
    initial_std: float,
    minibatch: str = "none",
    reads: nn.Embedding | None = None,
) -> Critic:
    """(B, ...) of `inputs` numbers -> (B,) logits. `norm`: BatchNorm on the hidden layers but the first.

    `reads`: an embedding of labels that is put behind the pixels.
    """
    layers: list[nn.Module] = [nn.Flatten()]
    first = inputs + (reads.embedding_dim if reads is not None else 0)
    for number, (before, after) in enumerate(zip((first, *widths), widths, strict=False)):
        layers += _linear(before, after, norm and number > 0, initial_std)
        layers.append(nn.LeakyReLU(0.2))
        if dropout:
            layers.append(nn.Dropout(dropout))
    (head,) = _linear(widths[-1], 1, False, initial_std)
    return Critic(nn.Sequential(*layers), head, (widths[-1],), minibatch=minibatch, reads=reads)


def _linear(inputs: int, outputs: int, normed: bool, initial_std: float) -> list[nn.Module]:
    """A fully connected layer, with BatchNorm behind it if asked (which makes its bias superfluous)."""
    layer = nn.Linear(inputs, outputs, bias=not normed)
    if initial_std:
        nn.init.normal_(layer.weight, std=initial_std)
    return [layer, nn.BatchNorm1d(outputs)] if normed else [layer]
