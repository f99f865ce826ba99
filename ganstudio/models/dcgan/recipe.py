"""DCGAN: Radford, Metz, Chintala 2015 (arXiv 1511.06434), and the form the first course note gives it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Recipe
from ganstudio.core.settings import setting
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, kw_only=True)
class DCGAN(AdversarialRecipe):
    """Strided convolutions instead of pooling, BatchNorm in both networks, no hidden fully connected layer."""

    name = "dcgan"
    title = "DCGAN"
    summary = "Transposed convolutions paint from coarse to fine: the first GAN that made convincing small pictures."
    when = "Pictures of 32 to 64 px, from about a thousand images on; a good first choice without a GPU."
    paper = "Radford, Metz, Chintala 2015, Unsupervised Representation Learning with DCGAN, arXiv 1511.06434"
    note = "Notes 1 and 4"
    norm_setting = ("discriminator_norm",)
    resolutions = (16, 32, 64, 128, 256)
    presets = {
        "radford": Preset(
            "Radford et al.", "The paper's networks, 64 channels: 3.6 and 2.8 million weights at 64 px",
            {"width": 64, "batch": 128},
        ),
        "notes": Preset(
            "Note 1", "LeakyReLU in the generator; dropout and replicated borders in the discriminator; AdamW",
            {"width": 64, "batch": 64, "style": "notes", "optimizer": "adamw"},
        ),
    }  # fmt: skip

    batch: int = changed(Recipe, "batch", 32)
    width: int = setting(
        32, "Channels of the widest-resolution layer; the inner ones have up to 8 times as many.",
        low=4, high=256, unit="channels", group="Networks", first=True, scale="log",
    )  # fmt: skip
    style: str = setting(
        "radford",
        "radford: as in the paper. notes: LeakyReLU generator; Dropout2d and replicated borders in the discriminator.",
        choices=("radford", "notes"), group="Networks",
    )  # fmt: skip

    discriminator_norm: str = setting(
        "batch", "Norm in the discriminator: over the batch, over each image by itself (layer), or none.",
        choices=("batch", "layer", "none"), group="Networks",
    )  # fmt: skip

    @property
    def normalised(self) -> tuple[bool, bool]:
        return True, self.discriminator_norm == "batch"

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.dcgan import networks

        return networks.generator(self.latent, self.width, self.resolution, image_spec.channels, style=self.style)

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.dcgan import networks

        return networks.discriminator(
            self.width,
            self.resolution,
            image_spec.channels,
            style=self.style,
            norm=self.discriminator_norm,
            minibatch=self.minibatch,
        )
