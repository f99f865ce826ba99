"""Super-resolution GANs: SRGAN (Ledig et al. 2017), ESRGAN (Wang et al. 2018), Real-ESRGAN (Wang et al. 2021)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Problem, Recipe
from ganstudio.core.settings import setting
from ganstudio.models.superres.game import SuperResGame

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.superres.networks import Enlarger
    from ganstudio.models.superres.system import SuperResSystem

BLOCKS = {"compact": 16, "srresnet": 16, "msrresnet": 16, "rrdb": 23}
"""As published."""


@dataclass(frozen=True, kw_only=True)
class SuperRes(Recipe):
    """A network that enlarges, which first learns to be right, then to look sharp."""

    name = "superres"
    title = "Super-resolution"
    summary = "Learns to make small pictures of your kind larger: first as right as can be, then with sharp detail."
    when = "A folder of a few hundred sharp pictures, and small ones of the same kind that should be larger."
    paper = (
        "Ledig et al. 2017, arXiv 1609.04802; Wang et al. 2018, arXiv 1809.00219; Wang et al. 2021, arXiv 2107.10833"
    )
    note = "Note 4"
    task = "enlarge"
    learns_alpha = False
    optional_side = "the same pictures, small"
    resolutions = (16, 32, 64, 96, 128, 192, 256)
    presets = {
        "srgan": Preset(
            "SRGAN", "SRResNet with BatchNorm, 4 times, as published",
            {"generator": "srresnet", "relativistic": False},
        ),
        "esrgan": Preset("ESRGAN", "23 dense blocks, a relativistic discriminator, 4 times, as published", {}),
        "real-esrgan": Preset(
            "Real-ESRGAN", "23 dense blocks for pictures that were blurred, shrunk and compressed twice, as published",
            {"resolution": 256, "degradation": "hard", "sharpen": True, "discriminator": "unet", "relativistic": False,
             "fidelity_weight": 1.0, "adversarial_weight": 0.1, "perceptual_depth": "all", "crop": 1.5},
        ),
        "quick": Preset(
            "Quick look", "A small compact network, 4 times: learns within minutes, without a GPU",
            {"resolution": 64, "generator": "compact", "width": 32, "blocks": 8, "discriminator_width": 16,
             "relativistic": False, "fidelity_kimg": 40.0, "gan_kimg": 30.0, "ema_kimg": 1.0, "fidelity_lr": 1e-3,
             "generator_lr": 2e-4, "discriminator_lr": 2e-4, "fidelity_weight": 1.0, "perceptual_weight": 0.1},
        ),
    }  # fmt: skip

    resolution: int = setting(
        128, "Width and height of the large patches that it learns from, in pixels.",
        title="Patch", low=8, high=1024, unit="px", first=True,
    )  # fmt: skip
    batch: int = setting(
        16, "Patches per step. Sixteen is the published choice.",
        low=1, high=4096, unit="patches", first=True, scale="log",
    )  # fmt: skip
    ema_kimg: float = setting(
        11.0,
        "The shown generator is a running mean of the trained one; this is its half-life (0.999 a step, as published).",
        title="EMA half-life", low=0.0, high=10000.0, unit="kimg", group="Averaging",
    )  # fmt: skip
    scale: int = setting(4, "How many times larger pictures become.", choices=(2, 4), unit="times", first=True)
    crop: float = setting(
        2.0, "Pictures are prepared larger than the patch by this factor, and a random part is cut out each time.",
        low=1.0, high=8.0, group="Pictures",
    )  # fmt: skip
    turn: bool = setting(True, "Show each patch mirrored or turned by quarters at random.", group="Pictures")
    degradation: str = setting(
        "clean",
        "How pictures are made small: cleanly reduced; blurred, noisy and compressed as photographs are; or so twice.",
        choices=("clean", "photo", "hard"), group="Pictures", first=True,
    )  # fmt: skip
    sharpen: bool = setting(
        False, "Let the first losses ask for somewhat sharper pictures than there are.", group="Pictures"
    )
    generator: str = setting(
        "rrdb", "The network: compact (fast), SRResNet with and without BatchNorm, or dense blocks (slow, best).",
        choices=("compact", "srresnet", "msrresnet", "rrdb"), group="Networks", first=True,
    )  # fmt: skip
    width: int = setting(
        64, "Channels inside the generator.", low=4, high=256, unit="channels", group="Networks", scale="log"
    )
    blocks: int = setting(
        0, "Blocks of the generator, or convolutions of the compact one. 0: 16, and 23 dense blocks, as published.",
        low=0, high=32, unit="blocks", group="Networks",
    )  # fmt: skip
    discriminator: str = setting(
        "vgg", "What judges: whole patches (vgg), or every pixel (unet).", choices=("vgg", "unet"), group="Networks"
    )
    discriminator_width: int = setting(
        64, "Channels of the discriminator's first layer; inner ones have up to 8 times as many.",
        low=4, high=256, unit="channels", group="Networks", scale="log",
    )  # fmt: skip
    fidelity_kimg: float = setting(
        16_000.0, "Thousand patches of the first stage, which learns to be right. 0: the GAN begins at once.",
        title="First stage", low=0.0, high=1e6, unit="kimg", group="Stages", first=True,
    )  # fmt: skip
    gan_kimg: float = setting(
        6_400.0, "Thousand patches after which the second stage is done: its rates are halved four times on the way.",
        title="Second stage", low=0.0, high=1e6, unit="kimg", group="Stages", first=True,
    )  # fmt: skip
    fidelity_lr: float = setting(
        2e-4, "Learning rate of the first stage.", low=1e-7, high=1.0, group="Optimiser", scale="log"
    )
    generator_lr: float = setting(
        1e-4, "Learning rate of the generator in the second stage.", low=1e-7, high=1.0, group="Optimiser", scale="log"
    )
    discriminator_lr: float = setting(
        1e-4, "Learning rate of the discriminator.", low=1e-7, high=1.0, group="Optimiser", scale="log"
    )
    beta1: float = setting(0.9, "Adam's momentum.", low=0.0, high=0.999, group="Optimiser")
    beta2: float = setting(0.99, "Adam's memory of squared gradients.", low=0.0, high=0.99999, group="Optimiser")
    fidelity_weight: float = setting(
        0.01, "How much it still matters in the second stage to be right, pixel by pixel.",
        low=0.0, high=100.0, group="Objective",
    )  # fmt: skip
    perceptual_weight: float = setting(
        1.0, "How much it matters that a network sees the same in both: yours if its weights are here, else the "
        "discriminator.",
        low=0.0, high=100.0, group="Objective",
    )  # fmt: skip
    perceptual_depth: str = setting(
        "last", "Of VGG, what is compared: its last layer, as in SRGAN, or five of them, as in Real-ESRGAN.",
        choices=("last", "all"), group="Objective",
    )  # fmt: skip
    adversarial_weight: float = setting(
        0.005, "How much it matters to pass for real.", low=0.0, high=100.0, group="Objective"
    )
    relativistic: bool = setting(
        True, "The discriminator says which of two is more real, rather than what is real.", group="Objective"
    )

    @property
    def prepared_resolution(self) -> int:
        size = max(self.resolution, round(self.resolution * self.crop))
        return size - size % self.scale

    def side_resolution(self, side: int) -> int:
        return self.prepared_resolution // (self.scale if side else 1)

    def enlarger(self, channels: int) -> "Enlarger":
        """The generator, freshly initialised."""
        from ganstudio.models.superres import networks

        blocks = self.blocks or BLOCKS[self.generator]
        if self.generator == "rrdb":
            growth = max(1, self.width // 2)
            return networks.rrdb(self.scale, channels=channels, width=self.width, growth=growth, blocks=blocks)
        if self.generator == "compact":
            compact = networks.Compact(channels, self.width, blocks, self.scale)
            compact.begin_with_pixels()
            return compact
        kind = networks.SRResNet if self.generator == "srresnet" else networks.MSRResNet
        return kind(channels, self.width, blocks, self.scale)

    def judge(self, channels: int) -> "nn.Module":
        """The discriminator, freshly initialised."""
        from ganstudio.models.superres.networks import UNetDiscriminator, VGGDiscriminator

        if self.discriminator == "unet":
            return UNetDiscriminator(channels, self.discriminator_width)
        return VGGDiscriminator(self.resolution, channels, self.discriminator_width)

    def build(self, image_spec: ImageSpec) -> "SuperResSystem":
        from ganstudio.models.superres.system import SuperResSystem

        channels = image_spec.channels
        return SuperResSystem(
            self.values_for(SuperResGame), self.enlarger(channels), self.enlarger(channels), self.judge(channels)
        )

    def problems(self) -> list[Problem]:
        problems = super().problems()
        if self.discriminator == "vgg" and self.resolution & (self.resolution - 1):
            sentence = "The vgg discriminator halves down to 4 px: it takes patches of 16, 32, 64, 128 and 256 px."
            problems.append(Problem("error", ("discriminator", "resolution"), sentence))
        if self.batch < 2 and (self.discriminator == "vgg" or self.generator == "srresnet"):
            sentence = "BatchNorm compares the patches of a step: it needs at least 2 of them."
            problems.append(Problem("error", ("batch",), sentence))
        if not self.fidelity_kimg:
            sentence = "Without a first stage the GAN has nothing right to begin with, and often learns black or noise."
            problems.append(Problem("warning", ("fidelity_kimg",), sentence))
        return problems
