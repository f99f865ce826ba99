"""What the recipes that turn one folder's pictures into another's have in common."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Any, ClassVar

from ganstudio.core.recipe import ImageSpec, Problem, Recipe
from ganstudio.core.resolution import LONGEST, Resolution, Shape, shape_of, within
from ganstudio.core.settings import setting

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.core.learning_rates import LinearDecay
    from ganstudio.models.translation.system import TwoSidedSystem


@dataclass(frozen=True, kw_only=True)
class TranslationRecipe(Recipe):
    """Settings of the generators, of cropping, and of the falling learning rate."""

    directions: ClassVar[Mapping[str, str]] = {"B": "generator_ab", "A": "generator_ba"}
    """The network that leads to each side."""

    compares_sides: ClassVar[bool] = True
    """Whether a person should hear how the sides differ, and how few there are of one."""

    sides = 2
    learns_alpha = False
    task = "translate"
    resolutions = (16, 32, 64, 128, 256, 512)

    resolution: Resolution = setting(
        128, "Width and height of the images it learns, in pixels: 128, or 192x128 where they differ.",
        low=8, high=1024, unit="px", first=True,
    )  # fmt: skip
    batch: int = setting(
        1, "Pictures of each side per step. One is the published choice.",
        low=1, high=4096, unit="images", first=True, scale="log",
    )  # fmt: skip
    ema_kimg: float = setting(
        0.0,
        "The shown generators are running means of the trained ones; this is the half-life. 0 shows the trained ones.",
        title="EMA half-life", low=0.0, high=2000.0, unit="kimg", group="Averaging",
    )  # fmt: skip
    width: int = setting(
        64, "Channels of the first layers; the inner ones have up to 8 times as many.",
        low=4, high=256, unit="channels", group="Networks", first=True, scale="log",
    )  # fmt: skip
    accumulate: int = setting(
        1, "Split each step's pictures into so many parts, one after the other: the same step in less memory.",
        low=1, high=256, unit="parts", group="Memory",
    )  # fmt: skip
    crop: float = setting(
        1.117, "Pictures are prepared larger by this factor and a random part is cut out each time (286 to 256 px).",
        low=1.0, high=2.0, group="Pictures",
    )  # fmt: skip
    flip: bool = setting(True, "Show each picture mirrored half of the time. Not for text.", group="Pictures")
    generator_lr: float = setting(
        2e-4, "Learning rate of the generators.", low=1e-7, high=1.0, group="Optimiser", first=True, scale="log"
    )
    beta1: float = setting(0.5, "Adam's momentum.", low=0.0, high=0.999, group="Optimiser")
    beta2: float = setting(0.999, "Adam's memory of squared gradients.", low=0.0, high=0.99999, group="Optimiser")
    constant_epochs: int = setting(
        100,
        "Epochs at the full learning rate. A budget of steps or kimg is divided between these and the falling ones.",
        low=0, high=100_000, unit="epochs", group="Schedule",
    )  # fmt: skip
    decay_epochs: int = setting(
        100, "Epochs over which the learning rate then falls in a straight line. 0: it never falls.",
        low=0, high=100_000, unit="epochs", group="Schedule",
    )  # fmt: skip

    @property
    def prepared_resolution(self) -> Resolution:
        return shape_of(self.resolution).times(max(1.0, self.crop)).resolution

    @classmethod
    def resolution_problem(cls, resolution: Resolution) -> str:
        """Its networks are convolutions throughout: any multiples of 4 will do where the sides differ."""
        if isinstance(resolution, int) or not cls.two_sided():
            return super().resolution_problem(resolution)
        sides = sorted(shape_of(resolution))
        if not any(side % 4 for side in sides) and 16 <= sides[0] <= sides[1] <= min(512, LONGEST * sides[0]):
            return ""
        return (
            f"{cls.title} works where both sides are multiples of 4 from 16 to 512 px and one is at most {LONGEST} "
            f"times the other, such as {cls.nearest_resolution(*shape_of(resolution))} px, not at {resolution} px."
        )

    @classmethod
    def nearest_resolution(cls, height: int, width: int) -> Resolution:
        short = max(min(height, width), max(height, width) / LONGEST)
        near = within(
            Shape(height, width)
            if short == min(height, width)
            else Shape(*(max(side, round(short)) for side in (height, width))),
            16,
            512,
        )
        near = near.times(0.25).times(4)
        return super().nearest_resolution(*near) if near.height == near.width else near.resolution

    @property
    def multiple(self) -> int:
        """Width and height of what a generator is given must be multiples of it."""
        return 4

    @abstractmethod
    def build(self, image_spec: ImageSpec) -> "TwoSidedSystem": ...

    def channels(self, image_spec: ImageSpec) -> tuple[int, int]:
        """Colour channels of A and of B."""
        return image_spec.channels, image_spec.channels

    def schedule(self, steps: int, kimg: float, counts: Sequence[int]) -> "LinearDecay":
        """How the learning rate falls: over the budget if there is one of steps or kimg, else by epochs.

        An epoch shows every picture of the larger side once. `counts`: pictures on each side.
        """
        from ganstudio.core.learning_rates import LinearDecay

        limits = [limit for limit in (steps, round(1000 * kimg / self.batch)) if limit]
        by_epochs = (self.constant_epochs + self.decay_epochs) * max(counts) // self.batch
        return LinearDecay(min(limits) if limits else by_epochs, self.constant_epochs, self.decay_epochs)

    @abstractmethod
    def generator(self, inputs: int, outputs: int) -> "nn.Module":
        """The network of one direction, from pictures with so many channels to pictures with so many."""

    def in_use(self, network: "nn.Module", state: Mapping[str, Any]) -> "nn.Module":
        """The network of a direction as pictures go through it; `state`: what the System kept beside it."""
        return network

    def problems(self) -> list[Problem]:
        problems = super().problems()
        if self.batch % self.accumulate:
            sentence = f"batch {self.batch} cannot be split into {self.accumulate} equal parts."
            problems.append(Problem("error", ("accumulate", "batch"), sentence))
        return problems


@dataclass(frozen=True, kw_only=True)
class AdversarialTranslation(TranslationRecipe):
    """Settings of those that play against patch discriminators."""

    learns_alpha = True

    blocks: int = setting(
        0, "Residual blocks of the generator. 0: 6 up to 128 px and 9 above, as published.",
        low=0, high=16, unit="blocks", group="Networks",
    )  # fmt: skip
    upsampling: str = setting(
        "transposed",
        "How the generator enlarges: transposed convolutions, or nearest, then a convolution (no chequered pattern).",
        choices=("transposed", "nearest"), group="Networks",
    )  # fmt: skip
    discriminator_layers: int = setting(
        3, "How far the discriminator sees: 3 layers judge patches of 70 px, 1 layer 16 px. Small pictures get fewer.",
        low=1, high=5, unit="layers", group="Networks",
    )  # fmt: skip
    colours: str = setting(
        "same", "Grey on one side and colour on the other, or both as the pictures are prepared.",
        choices=("same", "grey to colour", "colour to grey"), group="Networks",
    )  # fmt: skip
    checkpointing: bool = setting(
        False, "Compute parts twice rather than keep them: a third slower, and far less memory.", group="Memory"
    )
    objective: str = setting(
        "least-squares", "What the networks play for.", choices=("least-squares", "cross-entropy"), group="Objective"
    )
    discriminator_lr: float = setting(
        2e-4, "Learning rate of the discriminators.", low=1e-7, high=1.0, group="Optimiser", first=True, scale="log"
    )

    def channels(self, image_spec: ImageSpec) -> tuple[int, int]:
        sides = {"grey to colour": (1, 3), "colour to grey": (3, 1)}
        return sides.get(self.colours, (image_spec.channels, image_spec.channels))

    def generator(self, inputs: int, outputs: int) -> "nn.Module":
        from ganstudio.models.cyclegan.networks import ResNetGenerator

        blocks = self.blocks or (6 if min(shape_of(self.resolution)) <= 128 else 9)
        nearest = self.upsampling == "nearest"
        return ResNetGenerator(inputs, outputs, self.width, blocks, nearest=nearest, checkpointing=self.checkpointing)

    def discriminator(self, inputs: int) -> "nn.Module":
        from ganstudio.models.cyclegan.networks import patch_discriminator

        room = max(
            1, int(log2(min(shape_of(self.resolution)))) - 2
        )  # a logit must be left: 32 px are enough for three layers
        return patch_discriminator(inputs, self.width, min(self.discriminator_layers, room))
