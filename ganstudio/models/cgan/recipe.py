"""The conditional GAN of Mirza and Osindero 2014, and a convolutional one with projection (Miyato, Koyama 2018)."""

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Problem, Recipe
from ganstudio.core.resolution import Resolution, Shape, is_doubled, shape_of, within
from ganstudio.core.settings import SettingError, setting
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, kw_only=True)
class CGAN(AdversarialRecipe):
    """Both networks are told the class, so that one can ask for a picture of one class."""

    name = "cgan"
    title = "Conditional GAN"
    summary = "Learns which picture belongs to which class, and paints any class by name."
    when = "Pictures sorted into one subfolder for each class, with some hundreds in each."
    paper = "Mirza, Osindero 2014, Conditional Generative Adversarial Nets, arXiv 1411.1784"
    note = "Note 4"
    conditional = True
    needs_classes = True
    norm_setting = ("architecture", "discriminator_norm")
    resolutions = (16, 28, 32, 64, 128)
    presets = {
        "note-4": Preset(
            "Note 4", "Fully connected, widths 128-256, the label behind the noise", {"architecture": "linear"}
        ),
        "projection": Preset(
            "Projection", "Convolutions; the discriminator judges the class by a scalar product",
            {"architecture": "convolutional", "resolution": 32, "width": 32},
        ),
    }  # fmt: skip

    resolution: Resolution = changed(Recipe, "resolution", 32)
    architecture: str = setting(
        "convolutional", "Fully connected as in the note, or convolutions with projection.",
        choices=("linear", "convolutional"), group="Networks", first=True,
    )  # fmt: skip
    width: int = setting(
        32, "Channels of the widest-resolution layer; for the fully connected one, a quarter of its first layer.",
        low=4, high=256, unit="channels", group="Networks", first=True, scale="log",
    )  # fmt: skip
    discriminator_norm: str = setting(
        "batch", "Norm in the convolutional discriminator: over the batch, over each image (layer), or none.",
        choices=("batch", "layer", "none"), group="Networks",
    )  # fmt: skip

    @classmethod
    def resolution_problem(cls, resolution: Resolution) -> str:
        known = 8 <= min(shape_of(resolution)) <= max(shape_of(resolution)) <= 128
        return "" if known else f"{cls.title} works from 8 to 128 px, not at {resolution} px."

    @classmethod
    def nearest_resolution(cls, height: int, width: int) -> Resolution:
        near = super().nearest_resolution(height, width)
        return near if max(shape_of(near)) <= 128 else within(Shape(height, width), 8, 128).resolution

    @property
    def normalised(self) -> tuple[bool, bool]:
        return True, self.architecture == "convolutional" and self.discriminator_norm == "batch"

    def problems(self) -> list[Problem]:
        problems = super().problems()
        if self.architecture == "convolutional" and not is_doubled(self.resolution, (16, 32, 64, 128)):
            sentence = (
                f"Its convolutions work at 16, 32, 64 or 128 px, and where a shorter side of 4 to 7 px doubles, not at "
                f"{self.resolution}; linear takes any size."
            )
            problems.append(Problem("error", ("architecture", "resolution"), sentence))
        return problems

    def _classes(self, image_spec: ImageSpec) -> int:
        if len(image_spec.classes) < 2:
            sentence = self.classes_problem(len(image_spec.classes)) + " Labels have to be on."
            raise SettingError("labels", sentence)
        return len(image_spec.classes)

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.cgan import networks

        make = networks.linear_generator if self.architecture == "linear" else networks.convolutional_generator
        return make(self.latent, self._classes(image_spec), self.width, self.resolution, image_spec.channels)

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.cgan import networks
        from ganstudio.models.dcgan import networks as dcgan

        classes = self._classes(image_spec)
        if self.architecture == "linear":
            return networks.linear_critic(
                classes, self.width, image_spec.channels * prod(shape_of(self.resolution)), minibatch=self.minibatch
            )
        return dcgan.discriminator(
            self.width, self.resolution, image_spec.channels, norm=self.discriminator_norm, minibatch=self.minibatch,
            classes=classes,
        )  # fmt: skip
