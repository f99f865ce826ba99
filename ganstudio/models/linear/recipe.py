"""The fully connected GAN of Goodfellow et al. 2014 (arXiv 1406.2661), in the forms that the course notes give it."""

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Problem
from ganstudio.core.resolution import Resolution, Shape, shape_of, within
from ganstudio.core.settings import SettingError, setting
from ganstudio.models.adversarial.recipe import AdversarialRecipe

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, kw_only=True)
class Linear(AdversarialRecipe):
    """Fully connected layers only; every pixel is a number among others."""

    name = "linear"
    title = "Linear GAN"
    summary = "Fully connected layers on plain pixels: the original GAN, fast enough to watch on any computer."
    when = "Small grey pictures up to 32 px, and for seeing how a GAN behaves within seconds."
    paper = "Goodfellow et al. 2014, Generative Adversarial Networks, arXiv 1406.2661"
    note = "Notes 1, 3, 4 and 5"
    norm_setting = ("discriminator_norm",)
    resolutions = (16, 28, 32, 64)
    presets = {
        "note-1": Preset(
            "Note 1", "Widths 256-512-1024 with BatchNorm after the second and third, weights from N(0, 0.03)",
            {"generator_widths": "256,512,1024", "generator_norm": "after-first", "discriminator_widths": "512,256",
             "discriminator_norm": True, "dropout": 0.0, "initial_std": 0.03},
        ),
        "note-3": Preset(
            "Note 3", "BatchNorm on every layer of the generator (the last one too), Adam's own betas, smoothed labels",
            {"generator_widths": "256,512,1024", "generator_norm": "all", "discriminator_widths": "1024,512,256",
             "discriminator_norm": False, "dropout": 0.0, "initial_std": 0.0, "beta1": 0.9, "label_smoothing": 0.1},
        ),
        "note-4": Preset(
            "Note 4", "Widths 128-256-512, BatchNorm after the first, dropout 0.3 in the discriminator",
            {"generator_widths": "128,256,512", "generator_norm": "after-first", "discriminator_widths": "512,256",
             "discriminator_norm": False, "dropout": 0.3, "initial_std": 0.0},
        ),
        "note-5": Preset(
            "Note 5", "ReLU, BatchNorm on every hidden layer, latents drawn evenly from 0 to 1, three dropout layers",
            {"generator_widths": "128,256,512,1024", "generator_norm": "hidden", "generator_activation": "relu",
             "discriminator_widths": "512,256,128", "discriminator_norm": False, "dropout": 0.3,
             "initial_std": 0.0, "prior": "uniform"},
        ),
    }  # fmt: skip

    resolution: Resolution = setting(
        28,
        "Width and height of the images it learns, in pixels: 28, or 42x28 where they differ.",
        low=8,
        high=128,
        unit="px",
        first=True,
    )
    generator_widths: str = setting(
        "128,256,512", "Sizes of the generator's hidden layers, first to last.", group="Networks"
    )
    generator_norm: str = setting(
        "after-first", "Where the generator has BatchNorm: nowhere, after the first layer, on all hidden, on all.",
        choices=("none", "after-first", "hidden", "all"), group="Networks",
    )  # fmt: skip
    generator_activation: str = setting(
        "leaky", "The generator's activation: LeakyReLU with slope 0.2, or ReLU.",
        choices=("leaky", "relu"), group="Networks",
    )  # fmt: skip
    discriminator_widths: str = setting(
        "512,256", "Sizes of the discriminator's hidden layers, first to last.", group="Networks"
    )
    discriminator_norm: bool = setting(
        False, "BatchNorm on the discriminator's last hidden layers (all but the first).", group="Networks"
    )
    dropout: float = setting(
        0.3, "Share of the discriminator's hidden units that are silenced at random each step.",
        low=0.0, high=0.9, group="Networks",
    )  # fmt: skip
    initial_std: float = setting(
        0.0, "Spread of the first weights; 0 takes the library's usual ones.", low=0.0, high=1.0, group="Networks"
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in ("generator_widths", "discriminator_widths"):
            _widths(name, getattr(self, name))

    @classmethod
    def resolution_problem(cls, resolution: Resolution) -> str:
        """Any size will do; above 128 px the first layer alone would have 50 million weights."""
        known = 8 <= min(shape_of(resolution)) <= max(shape_of(resolution)) <= 128
        return "" if known else f"{cls.title} works from 8 to 128 px, not at {resolution} px."

    @classmethod
    def nearest_resolution(cls, height: int, width: int) -> Resolution:
        return within(Shape(height, width), 8, 128).resolution

    @property
    def normalised(self) -> tuple[bool, bool]:
        layers = len(_widths("discriminator_widths", self.discriminator_widths))
        return self.generator_norm != "none", self.discriminator_norm and layers > 1

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.linear import networks

        return networks.generator(
            self.latent,
            _widths("generator_widths", self.generator_widths),
            (image_spec.channels, *shape_of(self.resolution)),
            norm=self.generator_norm,
            activation=self.generator_activation,
            initial_std=self.initial_std,
        )

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.linear import networks

        return networks.discriminator(
            _widths("discriminator_widths", self.discriminator_widths),
            image_spec.channels * prod(shape_of(self.resolution)),
            norm=self.discriminator_norm,
            dropout=self.dropout,
            initial_std=self.initial_std,
            minibatch=self.minibatch,
        )

    def problems(self) -> list[Problem]:
        problems = super().problems()
        if prod(shape_of(self.resolution)) > 64**2:
            sentence = "Fully connected layers this wide learn slowly; a convolutional recipe suits such sizes better."
            problems.append(Problem("warning", ("resolution",), sentence))
        return problems


def _widths(name: str, text: str) -> tuple[int, ...]:
    """'128,256,512' -> (128, 256, 512)."""
    try:
        widths = tuple(int(part) for part in text.split(","))
    except ValueError:
        widths = ()
    if not widths or min(widths) < 1 or max(widths) > 8192 or len(widths) > 12:
        raise SettingError(
            name, f"{name} takes up to 12 layer sizes from 1 to 8192, such as 128,256,512; not {text!r}."
        )
    return widths
