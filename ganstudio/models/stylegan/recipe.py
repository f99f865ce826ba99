"""What the style-based recipes share, and StyleGAN2 (Karras et al. 2020, arXiv 1912.04958)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Recipe
from ganstudio.core.settings import setting
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed
from ganstudio.models.progan.recipe import OWN_SCALE, OWN_STDDEV, POWERS

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.adversarial.system import AdversarialSystem


@dataclass(frozen=True, kw_only=True)
class StyleRecipe(AdversarialRecipe):
    """Settings of the GANs with a mapping network and styles for every layer."""

    conditional = True
    refuses = {
        "spectral_norm": OWN_SCALE,
        "minibatch": OWN_STDDEV,
        "weight_clip": OWN_SCALE,
        "prior": "its mapping normalises z.",
    }

    latent: int = changed(AdversarialRecipe, "latent", 512)
    minibatch: str = changed(AdversarialRecipe, "minibatch", "stddev")
    penalty: str = changed(AdversarialRecipe, "penalty", "r1")
    beta1: float = changed(AdversarialRecipe, "beta1", 0.0)
    beta2: float = changed(AdversarialRecipe, "beta2", 0.99)
    style_mixing: float = setting(
        0.9, "Share of the batches in which the layers from a random one on take another style.",
        low=0.0, high=1.0, group="Style",
    )  # fmt: skip
    path_length: float = setting(
        0.0, "How much steps in w are asked to change the image evenly; 2 in the paper, 0 saves time in short runs.",
        low=0.0, high=100.0, group="Style",
    )  # fmt: skip
    mapping_layers: int = setting(2, "Layers between z and w; 8 in the paper.", low=1, high=8, group="Style")
    style_size: int = setting(512, "Numbers in w.", low=4, high=1024, group="Style")
    channel_base: int = setting(
        16384, "A layer of N px has this many channels divided by N, 32768 above 256 px in the paper.",
        low=64, high=65536, group="Networks", scale="log",
    )  # fmt: skip
    widest: int = setting(512, "Most channels of a layer.", low=4, high=1024, group="Networks", scale="log")

    def build(self, image_spec: ImageSpec) -> "AdversarialSystem":
        from ganstudio.models.stylegan.system import StyleGame, StyleSystem

        return StyleSystem(self.values_for(StyleGame), *self.networks(image_spec), image_spec)


@dataclass(frozen=True, kw_only=True)
class StyleGAN2(StyleRecipe):
    """Modulated convolutions, a skip generator, a residual discriminator, lazy R1, adaptive augmentation."""

    name = "stylegan2"
    title = "StyleGAN2"
    summary = (
        "A mapping network turns noise into styles that steer every layer: the best known pictures and latent space."
    )
    when = "64 to 256 px with a GPU and an hour or more; a few hundred images will do with augmentation."
    paper = "Karras et al. 2020, Analyzing and Improving the Image Quality of StyleGAN, arXiv 1912.04958"
    note = "Note 4"
    resolutions = POWERS
    presets = {
        "low-shot": Preset(
            "Few images", "For 100 to 2,000 images: DiffAugment, strong R1 (gamma 10), 300 kimg",
            {"augment": "diffaugment", "penalty_weight": 10.0, "batch": 8, "generator_lr": 2e-3,
             "discriminator_lr": 2e-3, "channel_base": 32768},
        ),
        "ada": Preset("Adaptive", "For 2,000 to 100,000 images: ADA holds the discriminator back as far as needed",
                      {"augment": "ada", "ada_kimg": 100.0}),
        "paper": Preset(
            "Karras et al.", "Eight mapping layers and path length regularisation, as published for 256 px",
            {"resolution": 256, "batch": 16, "mapping_layers": 8, "path_length": 2.0, "penalty_weight": 0.8192},
        ),
        "paper-1024": Preset(
            "Karras et al. 1024", "As published for 1024 px, with gamma by the rule 0.0002 x 1024\u00b2 / batch",
            {"resolution": 1024, "batch": 4, "mapping_layers": 8, "path_length": 2.0, "penalty_weight": 52.4,
             "channel_base": 32768, "generator_lr": 2e-3, "discriminator_lr": 2e-3},
        ),
        "cifar": Preset(
            "CIFAR", "32 px as in the ADA paper: no residual ways, no style mixing, gamma 0.01",
            {"resolution": 32, "batch": 64, "residual": False, "style_mixing": 0.0, "penalty_weight": 0.01,
             "stddev_group": 32, "augment": "ada", "ema_kimg": 500.0},
        ),
    }  # fmt: skip

    batch: int = changed(Recipe, "batch", 32)
    penalty_weight: float = changed(AdversarialRecipe, "penalty_weight", 0.1)
    penalty_interval: int = changed(AdversarialRecipe, "penalty_interval", 16)
    generator_lr: float = changed(AdversarialRecipe, "generator_lr", 2.5e-3)
    discriminator_lr: float = changed(AdversarialRecipe, "discriminator_lr", 2.5e-3)
    residual: bool = setting(True, "Residual ways around the discriminator's blocks.", group="Networks")
    stddev_group: int = setting(
        4, "Images that minibatch stddev compares with each other; 32 in the paper's CIFAR runs.",
        title="Group of minibatch stddev", low=1, high=64, unit="images", group="Networks",
    )  # fmt: skip

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.stylegan import stylegan2

        return stylegan2.Generator(
            self.latent,
            self.resolution,
            image_spec.channels,
            base=self.channel_base,
            widest=self.widest,
            w_dim=self.style_size,
            layers=self.mapping_layers,
            classes=len(image_spec.classes),
        )

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.stylegan import stylegan2

        return stylegan2.Discriminator(
            self.resolution,
            image_spec.channels,
            base=self.channel_base,
            widest=self.widest,
            classes=len(image_spec.classes),
            group=self.stddev_group,
            residual=self.residual,
        )
