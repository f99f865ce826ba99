"""Nearest-neighbour upsampling and convolutions, as in the course note that trains CIFAR-10."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Problem, Recipe
from ganstudio.core.resolution import Resolution, Shape, is_doubled, shape_of, within
from ganstudio.core.settings import setting
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, kw_only=True)
class Upsample(AdversarialRecipe):
    """Pixels are repeated, then convolved: no checkerboard, and any size of image."""

    name = "upsample"
    title = "Upsampling GAN"
    summary = "Enlarges by repeating pixels and smooths by convolutions: no checkerboard patterns, any size."
    when = "Small colour pictures such as CIFAR-10; the steady preset is the best choice without a GPU."
    paper = "Odena, Dumoulin, Olah 2016, Deconvolution and Checkerboard Artifacts, distill.pub"
    note = "Note 2"
    norm_setting = ("style",)
    resolutions = (16, 28, 32, 48, 64, 96, 128, 256)
    presets = {
        "note-2": Preset("Note 2", "The note's networks for 32 px: dropout 0.25, batches of 32", {}),
        "steady": Preset(
            "Steady", "Spectral norm, R1 every 16 steps and small shifts instead of BatchNorm and dropout",
            {"style": "deep", "width": 32, "resolution": 64, "spectral_norm": True, "penalty": "r1",
             "penalty_weight": 0.2, "penalty_interval": 16, "augment": "diffaugment",
             "augment_policy": "translation", "discriminator_lr": 4e-4},
        ),
    }  # fmt: skip

    resolution: Resolution = changed(Recipe, "resolution", 32)
    batch: int = changed(Recipe, "batch", 32)
    width: int = setting(
        64, "Channels of the widest-resolution layer.", low=4, high=256, unit="channels", group="Networks",
        first=True, scale="log",
    )  # fmt: skip
    style: str = setting(
        "notes", "notes: as in note 2. deep: from 4 px up, with DCGAN's discriminator without BatchNorm.",
        choices=("notes", "deep"), group="Networks",
    )  # fmt: skip
    dropout: float = setting(
        0.25, "Share of the discriminator's features that are silenced at random each step (style notes).",
        low=0.0, high=0.9, group="Networks",
    )  # fmt: skip

    @classmethod
    def resolution_problem(cls, resolution: Resolution) -> str:
        known = 8 <= min(shape_of(resolution)) <= max(shape_of(resolution)) <= 256
        return "" if known else f"{cls.title} works from 8 to 256 px, not at {resolution} px."

    @classmethod
    def nearest_resolution(cls, height: int, width: int) -> Resolution:
        near = super().nearest_resolution(height, width)
        return near if max(shape_of(near)) <= 256 else within(Shape(height, width), 8, 256).resolution

    @property
    def normalised(self) -> tuple[bool, bool]:
        return True, self.style == "notes"

    def problems(self) -> list[Problem]:
        problems = super().problems()
        if self.style == "deep" and not is_doubled(self.resolution, (16, 32, 64, 128, 256)):
            near = (
                ""
                if isinstance(self.resolution, int)
                else f" {super().nearest_resolution(*shape_of(self.resolution))} px, or"
            )
            sentence = (
                f"The deep style halves down to 4 px: use{near} 16, 32, 64, 128 or 256 px, not {self.resolution}."
            )
            problems.append(Problem("error", ("style", "resolution"), sentence))
        return problems

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.upsample import networks

        make = networks.generator if self.style == "notes" else networks.deep_generator
        return make(self.latent, self.width, self.resolution, image_spec.channels)

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.dcgan import networks as dcgan
        from ganstudio.models.upsample import networks

        if self.style == "deep":
            return dcgan.discriminator(
                self.width, self.resolution, image_spec.channels, norm="none", minibatch=self.minibatch
            )
        return networks.discriminator(
            self.width, self.resolution, image_spec.channels, dropout=self.dropout, minibatch=self.minibatch
        )
