"""R3GAN: relativistic pairing with R1 and R2, Huang et al. 2024, The GAN is dead; long live the GAN."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Recipe
from ganstudio.core.settings import SettingError, setting
from ganstudio.models.adversarial.game import Game
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.adversarial.system import AdversarialSystem

FIXED = "its weights begin at sizes that only fit plain layers (Fix-up)."


@dataclass(frozen=True, kw_only=True)
class R3GAN(AdversarialRecipe):
    """No norms, no styles, no tricks: a loss that is known to converge, and modern residual blocks."""

    name = "r3gan"
    title = "R3GAN"
    summary = "A modern plain GAN: every real is judged against a fake, and two penalties make it converge."
    when = "Best final pictures from thousands of images, given a night on a GPU."
    paper = "Huang et al. 2024, The GAN is dead; long live the GAN, arXiv 2501.05441"
    note = "Beyond the notes"
    conditional = True
    resolutions = (16, 32, 64, 128, 256)
    refuses = {"spectral_norm": FIXED, "weight_clip": FIXED, "minibatch": FIXED}
    presets = {
        "cifar": Preset(
            "CIFAR", "32 px, 768 channels: 21 million weights each; without the paper's augmentation",
            {"resolution": 32, "width": 768, "penalty_weight": 0.05, "batch": 512, "burst_kimg": 20000.0,
             "ema_kimg": 5000.0},
        ),
        "ffhq-64": Preset(
            "FFHQ 64", "64 px, 768 channels, gamma 2 falling to 0.2; without the paper's augmentation",
            {"resolution": 64, "width": 768, "penalty_weight": 2.0, "batch": 256, "burst_kimg": 20000.0,
             "ema_kimg": 500.0},
        ),
        "ffhq-256": Preset(
            "FFHQ 256", "256 px, 768 channels, gamma 150 falling to 15; without the paper's augmentation",
            {"resolution": 256, "width": 768, "penalty_weight": 150.0, "batch": 256, "burst_kimg": 20000.0,
             "ema_kimg": 500.0},
        ),
    }  # fmt: skip

    batch: int = changed(Recipe, "batch", 32)
    ema_kimg: float = changed(Recipe, "ema_kimg", 20.0)
    latent: int = changed(AdversarialRecipe, "latent", 64)
    objective: str = changed(AdversarialRecipe, "objective", "relativistic")
    penalty: str = changed(AdversarialRecipe, "penalty", "r1+r2")
    penalty_weight: float = changed(AdversarialRecipe, "penalty_weight", 1.0, first=True)
    beta1: float = changed(AdversarialRecipe, "beta1", 0.0)
    beta2: float = changed(AdversarialRecipe, "beta2", 0.9)
    width: int = setting(
        256, "Channels up to 32 px, halved with each doubling above; a multiple of 8. 768 in the paper.",
        low=8, high=1024, unit="channels", group="Networks", first=True, scale="log",
    )  # fmt: skip
    blocks: int = setting(2, "Residual blocks for each size.", low=1, high=8, group="Networks")
    burst_kimg: float = setting(
        2000.0, "Thousand images over which learning rate (to a quarter), penalty (to a tenth) and Adam's memory (to"
        " 0.99) ease off; set it to the length of the run, 0: they stay.",
        title="Burst", low=0.0, high=1e6, unit="kimg",
    )  # fmt: skip

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.width % 8:
            raise SettingError("width", f"width takes a multiple of 8 here, not {self.width}.")

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.r3gan import networks

        return networks.Generator(
            self.latent,
            self.resolution,
            image_spec.channels,
            width=self.width,
            blocks=self.blocks,
            classes=len(image_spec.classes),
        )

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.r3gan import networks

        return networks.Discriminator(
            self.resolution, image_spec.channels, width=self.width, blocks=self.blocks, classes=len(image_spec.classes)
        )

    def build(self, image_spec: ImageSpec) -> "AdversarialSystem":
        from ganstudio.models.r3gan.system import BurstSystem

        game = self.values_for(Game)
        return BurstSystem(game, *self.networks(image_spec), image_spec, burst_kimg=self.burst_kimg)
