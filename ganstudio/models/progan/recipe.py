"""ProGAN: Karras et al. 2018, Progressive Growing of GANs (arXiv 1710.10196)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Problem, Recipe
from ganstudio.core.resolution import doubled_grid
from ganstudio.core.settings import setting
from ganstudio.models.adversarial.game import Game
from ganstudio.models.adversarial.recipe import AdversarialRecipe, changed

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.adversarial.system import AdversarialSystem

OWN_SCALE = "its layers scale their own weights (equalised learning rate)."
OWN_STDDEV = "its discriminator always compares the images of a group (minibatch stddev)."
POWERS = (16, 32, 64, 128, 256, 512, 1024)
ALONE = "the networks grow one by one, a jury would have to grow with them."
FADE_HELP = "Thousand images while each doubling fades in; 600 in the paper."
STABLE_HELP = "Thousand images at each size before the next doubling; 600 in the paper."


@dataclass(frozen=True, kw_only=True)
class ProGAN(AdversarialRecipe):
    """Starts at 4 x 4 pixels and doubles; each doubling is faded in."""

    name = "progan"
    title = "ProGAN"
    summary = "Learns 4 px pictures first, then doubles the size again and again, each doubling faded in."
    when = "To see a GAN grow; 32 to 128 px. Long runs: every doubling needs its share of the images."
    paper = "Karras et al. 2018, Progressive Growing of GANs, arXiv 1710.10196"
    note = "Note 1"
    refuses = {
        "spectral_norm": OWN_SCALE, "minibatch": OWN_STDDEV, "weight_clip": OWN_SCALE, "discriminators": ALONE,
        "prior": "its generator normalises z.",
    }  # fmt: skip
    resolutions = (8, *POWERS)
    presets = {
        "paper": Preset(
            "Karras et al.", "600 thousand images for each fade and each size, 512 channels",
            {"fade_kimg": 600.0, "stable_kimg": 600.0, "widest": 512, "channel_base": 16384, "latent": 512},
        ),
        "short": Preset("Short", "10 thousand images for each: grows to 32 px within minutes on a GPU",
                        {"resolution": 32, "fade_kimg": 10.0, "stable_kimg": 10.0}),
    }  # fmt: skip

    batch: int = changed(Recipe, "batch", 16)
    latent: int = changed(AdversarialRecipe, "latent", 128)
    objective: str = changed(AdversarialRecipe, "objective", "wasserstein")
    penalty: str = changed(AdversarialRecipe, "penalty", "wgan-gp")
    drift: float = changed(AdversarialRecipe, "drift", 1e-3)
    minibatch: str = changed(AdversarialRecipe, "minibatch", "stddev")
    generator_lr: float = changed(AdversarialRecipe, "generator_lr", 1e-3)
    discriminator_lr: float = changed(AdversarialRecipe, "discriminator_lr", 1e-3)
    beta1: float = changed(AdversarialRecipe, "beta1", 0.0)
    beta2: float = changed(AdversarialRecipe, "beta2", 0.99)
    fade_kimg: float = setting(
        30.0, FADE_HELP, title="Fade", low=0.0, high=1e4, unit="kimg", group="Growing", first=True
    )
    stable_kimg: float = setting(
        30.0, STABLE_HELP, title="Hold", low=0.0, high=1e4, unit="kimg", group="Growing", first=True
    )
    channel_base: int = setting(
        4096, "A layer of N px has this many channels divided by N; 16384 in the paper.",
        low=64, high=65536, group="Networks", scale="log",
    )  # fmt: skip
    widest: int = setting(
        128, "Most channels of a layer; 512 in the paper.", low=4, high=1024, group="Networks", scale="log"
    )

    def problems(self) -> list[Problem]:
        return super().problems() + growth_problems(self.fade_kimg, self.stable_kimg)

    def generator(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.progan.networks import ProgressiveGenerator

        return ProgressiveGenerator(
            self.latent, self.resolution, image_spec.channels, base=self.channel_base, widest=self.widest
        )

    def critic(self, image_spec: ImageSpec) -> "nn.Module":
        from ganstudio.models.progan.networks import ProgressiveDiscriminator

        return ProgressiveDiscriminator(
            self.resolution, image_spec.channels, base=self.channel_base, widest=self.widest
        )

    def build(self, image_spec: ImageSpec) -> "AdversarialSystem":
        from ganstudio.models.progan.system import Growth, ProgressiveSystem

        start, doublings = doubled_grid(self.resolution)
        growth = Growth(doublings, self.fade_kimg, self.stable_kimg, start)
        return ProgressiveSystem(self.values_for(Game), *self.networks(image_spec), image_spec, growth=growth)


def growth_problems(fade: float, stable: float) -> list[Problem]:
    if fade or stable:
        return []
    sentence = "With neither a fade nor a hold the networks do not grow at all; give one of them some thousand images."
    return [Problem("error", ("fade_kimg", "stable_kimg"), sentence)]
