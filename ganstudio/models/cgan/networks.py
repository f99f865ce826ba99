"""Networks that are told the class of what they paint or judge."""

import torch
from torch import Tensor, nn

from ganstudio.core.resolution import Resolution, shape_of
from ganstudio.models.adversarial.layers import Critic
from ganstudio.models.dcgan import networks as dcgan
from ganstudio.models.linear import networks as linear


class ConditionalGenerator(nn.Module):
    """An embedding of the label behind z, and a generator for both together."""

    def __init__(self, classes: int, network: nn.Module) -> None:
        super().__init__()
        self.embedding = nn.Embedding(classes, classes)  # as long as there are classes: note 4
        self.network = network

    def forward(self, z: Tensor, labels: Tensor) -> Tensor:
        """z (B, latent) and labels (B,) -> (B, C, H, W) in [-1, 1]."""
        images: Tensor = self.network(torch.cat([z, self.embedding(labels)], dim=1))
        return images


def linear_generator(
    latent: int, classes: int, width: int, resolution: Resolution, channels: int
) -> ConditionalGenerator:
    """The note's, 128-256 at width 32, BatchNorm after the second layer."""
    network = linear.generator(
        latent + classes,
        (4 * width, 8 * width),
        (channels, *shape_of(resolution)),
        norm="after-first",
        activation="leaky",
        initial_std=0.0,
    )
    return ConditionalGenerator(classes, network)


def linear_critic(classes: int, width: int, inputs: int, *, minibatch: str = "none") -> Critic:
    """The note gives none: its unconditional discriminator, with the label's embedding behind the pixels."""
    return linear.discriminator(
        (16 * width, 8 * width),
        inputs,
        norm=False,
        dropout=0.3,
        initial_std=0.0,
        minibatch=minibatch,
        reads=nn.Embedding(classes, classes),
    )


def convolutional_generator(
    latent: int, classes: int, width: int, resolution: Resolution, channels: int
) -> ConditionalGenerator:
    return ConditionalGenerator(classes, dcgan.generator(latent + classes, width, resolution, channels))
