"""FastGAN: Liu et al. 2021, Towards Faster and Stabilized GAN Training for High-fidelity Few-shot Image Synthesis."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Recipe
from ganstudio.core.resolution import Resolution
from ganstudio.core.settings import setting
from ganstudio.models.adversarial.game import Game
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.adversarial.system import AdversarialSystem

BUILT_IN = "its networks come with it built in."
REDRAWS = "its discriminator is trained to redraw images as well, with a step of its own."


@dataclass(frozen=True, kw_only=True)
class FastGAN(AdversarialRecipe):
    """Light networks with gates from coarse to fine, for few images."""

    name = "fastgan"
    title = "FastGAN"
    summary = (
        "A light GAN for few pictures; its discriminator learns to redraw what it sees instead of knowing it by heart."
    )
    when = "20 to 1,000 pictures, 64 to 256 px, when StyleGAN2 takes too long; expect it to repeat what it saw."
    paper = "Liu et al. 2021, Faster and Stabilized GAN Training for Few-shot Image Synthesis, arXiv 2101.04775"
    note = "Beyond the notes"
    resolutions = (32, 64, 128, 256, 512, 1024)
    refuses = {
        "spectral_norm": BUILT_IN, "minibatch": REDRAWS, "discriminators": REDRAWS, "unrolled_steps": REDRAWS,
        "weight_clip": BUILT_IN, "penalty": "BatchNorm in its discriminator mixes the images of a batch.",
    }  # fmt: skip
    presets = {
        "paper": Preset("Liu et al.", "256 px, 64 channels: 29 million weights in the generator",
                        {"resolution": 256, "width": 64}),
        "light": Preset("Light", "64 px, 16 channels: for a computer without a GPU", {"resolution": 64, "width": 16}),
    }  # fmt: skip

    resolution: Resolution = changed(Recipe, "resolution", 128)
    batch: int = changed(Recipe, "batch", 8)
    ema_kimg: float = changed(Recipe, "ema_kimg", 5.0)
    latent: int = changed(AdversarialRecipe, "latent", 256)
    objective: str = changed(AdversarialRecipe, "objective", "hinge")
    augment: str = changed(AdversarialRecipe, "augment", "diffaugment")
    augment_policy: str = changed(AdversarialRecipe, "augment_policy", "colour,translation")
    width: int = setting(
        32, "Channels at 128 px; coarser sizes have up to 16 times as many. 64 in the paper.",
        low=8, high=128, unit="channels", group="Networks", first=True, scale="log",
    )  # fmt: skip

    @property
    def normalised(self) -> tuple[bool, bool]:
        return True, True

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.fastgan import networks

        return networks.Generator(self.latent, self.resolution, image_spec.channels, width=self.width)

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.fastgan import networks

        return networks.Discriminator(self.resolution, image_spec.channels, width=self.width)

    def build(self, image_spec: ImageSpec) -> "AdversarialSystem":
        from ganstudio.models.fastgan.system import FastSystem

        return FastSystem(self.values_for(Game), *self.networks(image_spec), image_spec)
