"""The step of the style-based GANs: style mixing, the mean of w, path length regularisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from ganstudio.core.device import mixed_precision
from ganstudio.core.recipe import ImageSpec
from ganstudio.models.adversarial.game import Game
from ganstudio.models.adversarial.system import AdversarialSystem, Labels
from ganstudio.models.progan.system import Grows

PATH_DECAY = 0.01
PATH_INTERVAL = 4


class Styled(Protocol):
    """What the step needs of a style-based generator."""

    num_ws: int

    def mapping(self, z: Tensor, labels: Tensor | None = None) -> Tensor: ...
    def synthesis(self, ws: Tensor, noise: str = "const") -> Tensor: ...
    def track(self, ws: Tensor) -> None: ...


@dataclass(frozen=True, kw_only=True)
class StyleGame(Game):
    """The values of the style-based GANs, named as the settings of `StyleRecipe`."""

    style_mixing: float
    path_length: float


class StyleSystem(AdversarialSystem):
    """An adversarial System whose generator is a mapping and a synthesis."""

    def __init__(
        self, game: StyleGame, generator: nn.Module, discriminator: nn.Module, image_spec: ImageSpec, **known: Any
    ) -> None:
        super().__init__(game, generator, discriminator, image_spec, **known)
        self.styles = game
        self.path_mean = torch.zeros(())

    @property
    def styled(self) -> Styled:
        generator: Any = self.generator
        styled: Styled = generator
        return styled

    @property
    def layers(self) -> int:
        """How many take a style now."""
        return self.styled.num_ws

    def generate(self, z: Tensor, labels: Labels) -> Tensor:
        ws = self.styled.mapping(z, *labels)
        self.styled.track(ws.detach())
        return self.styled.synthesis(self.mixed(ws, labels), "random")

    def mixed(self, ws: Tensor, labels: Labels) -> Tensor:
        """In a share of the batches, the layers from a random one on in another style (Karras et al. 2019, 3.1)."""
        if not self.styles.style_mixing:
            return ws
        # The coin and the layer are drawn on the CPU: no wait for the device.
        crossover = int(torch.randint(1, self.layers, ()))
        if float(torch.rand(())) >= self.styles.style_mixing:
            return ws
        other = self.styled.mapping(self.latents(len(ws), ws.device), *labels)
        return torch.cat([ws[:, :crossover], other[:, crossover:]], dim=1)

    def generator_extra(self, labels: Labels, count: int, device: torch.device, step: int) -> dict[str, Tensor]:
        turn = step // self.game.n_critic
        if not self.styles.path_length or turn % PATH_INTERVAL:
            return {}
        half = max(1, count // 2)
        labels = tuple(label[:half] for label in labels)
        with mixed_precision(device):
            ws = self.mixed(self.styled.mapping(self.latents(half, device), *labels), labels)
            penalty = self.path_penalty(ws, self.styled.synthesis(ws, "random"))
        return {"path length": self.styles.path_length * PATH_INTERVAL * penalty}

    def path_penalty(self, ws: Tensor, images: Tensor) -> Tensor:
        """(|J^T y| - a)^2 with y ~ N(0, 1) / sqrt(H W) and a the running mean: Karras et al. 2020, equation 4."""
        noise = torch.randn_like(images) / sqrt(images.shape[2] * images.shape[3])
        (gradient,) = torch.autograd.grad((images * noise).sum(), ws, create_graph=True)
        lengths = gradient.square().sum(dim=2).mean(dim=1).sqrt()  # (B,)
        self.path_mean = torch.lerp(self.path_mean.to(lengths.device), lengths.detach().mean(), PATH_DECAY)
        return (lengths - self.path_mean).square().mean()

    def state(self) -> dict[str, Any]:
        return super().state() | {"path mean": self.path_mean}

    def restore(self, state: Mapping[str, Any]) -> None:
        super().restore(state)
        self.path_mean = state["path mean"].clone()


class GrowingStyleSystem(Grows, StyleSystem):
    """The step of StyleGAN: style-based networks that grow."""

    @property
    def layers(self) -> int:
        """Two for each size there is yet."""
        return 2 + 2 * -int(-self.level // 1)
