"""StyleGAN: Karras et al. 2019 (arXiv 1812.04948). It grows like ProGAN."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Problem, Recipe
from ganstudio.core.resolution import doubled_grid
from ganstudio.core.settings import setting
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed
from ganstudio.models.progan.recipe import ALONE, FADE_HELP, POWERS, STABLE_HELP, growth_problems
from ganstudio.models.stylegan.recipe import StyleRecipe

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.adversarial.system import AdversarialSystem


@dataclass(frozen=True, kw_only=True)
class StyleGAN(StyleRecipe):
    """A constant input, AdaIN and noise in every layer, style mixing; grown like ProGAN."""

    name = "stylegan"
    title = "StyleGAN"
    summary = (
        "The first style-based GAN: styles set the statistics of each layer, noise the details; it grows like ProGAN."
    )
    when = "To see styles and growing together; StyleGAN2 gives better pictures in the same time."
    paper = "Karras et al. 2019, A Style-Based Generator Architecture for GANs, arXiv 1812.04948"
    note = "Note 4"
    conditional = False
    refuses = StyleRecipe.refuses | {"discriminators": ALONE}
    resolutions = (8, *POWERS)
    presets = {
        "paper": Preset(
            "Karras et al.", "Eight mapping layers, 512 channels, R1 with gamma 10, 600 thousand images a stage",
            {"fade_kimg": 600.0, "stable_kimg": 600.0, "widest": 512, "channel_base": 16384, "mapping_layers": 8,
             "latent": 512, "style_size": 512},
        ),
    }  # fmt: skip

    batch: int = changed(Recipe, "batch", 16)
    latent: int = changed(AdversarialRecipe, "latent", 128)
    penalty_weight: float = changed(AdversarialRecipe, "penalty_weight", 10.0)
    generator_lr: float = changed(AdversarialRecipe, "generator_lr", 1e-3)
    discriminator_lr: float = changed(AdversarialRecipe, "discriminator_lr", 1e-3)
    style_size: int = changed(StyleRecipe, "style_size", 128)
    channel_base: int = changed(StyleRecipe, "channel_base", 4096)
    widest: int = changed(StyleRecipe, "widest", 128)
    fade_kimg: float = setting(
        30.0, FADE_HELP, title="Fade", low=0.0, high=1e4, unit="kimg", group="Growing", first=True
    )
    stable_kimg: float = setting(
        30.0, STABLE_HELP, title="Hold", low=0.0, high=1e4, unit="kimg", group="Growing", first=True
    )

    def problems(self) -> list[Problem]:
        return super().problems() + growth_problems(self.fade_kimg, self.stable_kimg)

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.stylegan import stylegan1

        return stylegan1.Generator(
            self.latent,
            self.resolution,
            image_spec.channels,
            base=self.channel_base,
            widest=self.widest,
            w_dim=self.style_size,
            layers=self.mapping_layers,
        )

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.progan.networks import ProgressiveDiscriminator

        return ProgressiveDiscriminator(
            self.resolution, image_spec.channels, base=self.channel_base, widest=self.widest, blurred=True
        )

    def build(self, image_spec: ImageSpec) -> "AdversarialSystem":
        from ganstudio.models.progan.system import Growth
        from ganstudio.models.stylegan.system import GrowingStyleSystem, StyleGame

        start, doublings = doubled_grid(self.resolution)
        growth = Growth(doublings, self.fade_kimg, self.stable_kimg, start)
        return GrowingStyleSystem(self.values_for(StyleGame), *self.networks(image_spec), image_spec, growth=growth)
