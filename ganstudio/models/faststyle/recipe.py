"""Fast style: Johnson, Alahi, Fei-Fei 2016 (arXiv 1603.08155)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ganstudio.core.recipe import ImageSpec, Preset
from ganstudio.core.settings import setting
from ganstudio.models.faststyle.game import FastStyleGame
from ganstudio.models.translation.recipe import TranslationRecipe

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.faststyle.system import FastStyleSystem


@dataclass(frozen=True, kw_only=True)
class FastStyle(TranslationRecipe):
    """Side A is the folder that it learns to draw; side B is the style, one picture or a few."""

    name = "faststyle"
    title = "Fast style"
    summary = "Learns to draw any picture in the style of one: side A is a folder, side B the style picture."
    when = "You want many pictures, a video or the camera in one style: one pass each instead of a minute each."
    paper = "Johnson et al. 2016, Perceptual Losses for Real-Time Style Transfer and Super-Resolution, arXiv 1603.08155"
    note = "Note 4"
    directions: ClassVar[Mapping[str, str]] = {"B": "generator_ab"}
    compares_sides = False
    sees = True
    presets = {
        "quick": Preset("Quick look", "128 px, half the filters: minutes on two cores",
                        {"resolution": 128, "batch": 2, "strength": 0.25, "generator_lr": 1.5e-3, "ema_kimg": 0.2}),
        "gpu": Preset("GPU", "256 px, half the filters, batches of 16: half an hour on a GPU",
                      {"resolution": 256, "batch": 16, "generator_lr": 2e-3, "ema_kimg": 5.0}),
        "johnson": Preset("Johnson et al.", "256 px, all filters, batches of 4, as published",
                          {"width": 32}),
    }  # fmt: skip

    resolution: int = setting(
        256, "Width and height of the images it learns, in pixels. Later it draws pictures of any size.",
        low=8, high=1024, unit="px", first=True,
    )  # fmt: skip
    batch: int = setting(
        4, "Pictures per step. Four is the published choice.", low=1, high=4096, unit="images", first=True, scale="log"
    )
    width: int = setting(
        16, "Filters of the first layer; 32 as published, and half of them lose nothing that one sees.",
        low=4, high=128, unit="filters", group="Networks", first=True, scale="log",
    )  # fmt: skip
    retouches: bool = setting(
        False, "Begin with the picture as it is and learn what to change: more of the picture, less of the style.",
        group="Networks",
    )  # fmt: skip
    strength: float = setting(
        0.5, "How much style: 0 leaves the pictures as they are, 1 keeps hardly more than outlines.",
        low=0.0, high=1.0, group="Objective", first=True,
    )  # fmt: skip
    brush: float = setting(
        1.0, "How large the strokes are: the style picture is taken so many times as large.",
        low=0.25, high=4.0, group="Objective", first=True, scale="log",
    )  # fmt: skip
    measure: str = setting(
        "gram", "What a style is: Gram matrices (Johnson, Gatys), or mean and covariance of features.",
        choices=("gram", "moments"), group="Objective",
    )  # fmt: skip
    smoothness: float = setting(
        0.05, "How much neighbouring pixels should be alike (total variation).",
        low=0.0, high=100.0, group="Objective",
    )  # fmt: skip
    generator_lr: float = setting(
        1e-3, "Learning rate.", low=1e-7, high=1.0, group="Optimiser", first=True, scale="log"
    )
    beta1: float = setting(0.9, "Adam's momentum.", low=0.0, high=0.999, group="Optimiser")
    decay_epochs: int = setting(
        0, "Epochs over which the learning rate then falls in a straight line. 0: it never falls.",
        low=0, high=100_000, unit="epochs", group="Schedule",
    )  # fmt: skip

    def build(self, image_spec: ImageSpec) -> "FastStyleSystem":
        """It sees pixels alone until it is given a network that sees (`FastStyleSystem.see_with`)."""
        from ganstudio.models.faststyle.system import FastStyleSystem

        channels = self.channels(image_spec)
        return FastStyleSystem(self.values_for(FastStyleGame), self.generator(*channels), channels)

    def generator(self, inputs: int, outputs: int) -> "nn.Module":
        from ganstudio.models.faststyle.networks import TransformerNet

        assert inputs == outputs, "both sides have the colours that the pictures are prepared in"
        return TransformerNet(inputs, self.width, retouches=self.retouches)
