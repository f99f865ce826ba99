"""CycleGAN: Zhu, Park, Isola, Efros 2017 (arXiv 1703.10593)."""

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from ganstudio.core.recipe import ImageSpec, Preset, Problem
from ganstudio.core.resolution import shape_of
from ganstudio.core.settings import setting
from ganstudio.models.translation.game import CycleGame
from ganstudio.models.translation.recipe import AdversarialTranslation

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.cyclegan.system import CycleSystem


@dataclass(frozen=True, kw_only=True)
class CycleGAN(AdversarialTranslation):
    """Two generators, one for each direction, that must undo each other."""

    name = "cyclegan"
    title = "CycleGAN"
    summary = "Turns the pictures of one folder into the kind of the other and back, without any pairs to learn from."
    when = "Two folders of a few hundred pictures each that differ in look, not in shape: seasons, styles, materials."
    paper = "Zhu et al. 2017, Unpaired Image-to-Image Translation using Cycle-Consistent Networks, arXiv 1703.10593"
    note = "Note 4"
    presets = {
        "quick": Preset(
            "Quick look", "32 px, a small U-Net: learns within minutes, without a GPU",
            {"resolution": 32, "architecture": "unet", "width": 20, "batch": 4, "crop": 1.0, "ema_kimg": 2.0,
             "generator_lr": 8e-4, "discriminator_lr": 8e-4, "discriminator_layers": 2},
        ),
        "light": Preset(
            "Better", "64 px, half the channels and 4 blocks, for a computer without a GPU",
            {"resolution": 64, "width": 32, "blocks": 4},
        ),
        "zhu": Preset("As published", "Zhu et al.: 256 px, 9 residual blocks, 100 + 100 epochs", {"resolution": 256}),
        "thrifty": Preset(
            "In 4 GB", "256 px within 4 GB of memory: parts are computed twice",
            {"resolution": 256, "checkpointing": True},
        ),
        "notes": Preset("Note 4", "The game and the cycle only, no identity loss", {"identity": 0.0}),
    }  # fmt: skip

    architecture: str = setting(
        "resnet", "The generator: residual blocks, or a U-Net, which keeps fine outlines.",
        choices=("resnet", "unet"), group="Networks",
    )  # fmt: skip
    cycle: float = setting(
        10.0, "How much it matters that A to B to A gives the same picture again.",
        title="Cycle weight", low=0.0, high=1000.0, group="Objective", first=True,
    )  # fmt: skip
    identity: float = setting(
        0.5, "How much it matters, times the cycle weight, that a picture of B stays as it is on its way to B.",
        title="Identity weight", low=0.0, high=100.0, group="Objective",
    )  # fmt: skip
    pool: int = setting(
        50, "Old fakes of each side that are shown to the discriminators again. 0: only new ones.",
        title="Image pool", low=0, high=10_000, unit="images", group="Objective",
    )  # fmt: skip

    @property
    def multiple(self) -> int:
        return 4 if self.architecture == "resnet" else 2**self._depth

    @property
    def _depth(self) -> int:
        """How often the U-Net halves: down to one pixel, at most eight times."""
        return min(8, int(log2(min(shape_of(self.resolution)))))

    def generator(self, inputs: int, outputs: int) -> "nn.Module":
        if self.architecture == "resnet":
            return super().generator(inputs, outputs)
        from ganstudio.models.cyclegan.networks import UNetGenerator

        return UNetGenerator(inputs, outputs, self.width, self._depth, nearest=self.upsampling == "nearest")

    def build(self, image_spec: ImageSpec) -> "CycleSystem":
        from ganstudio.models.cyclegan.system import CycleNetworks, CycleSystem

        a, b = self.channels(image_spec)
        networks = CycleNetworks(
            to_b=self.generator(a, b),
            to_a=self.generator(b, a),
            judge_a=self.discriminator(a),
            judge_b=self.discriminator(b),
        )
        return CycleSystem(self.values_for(CycleGame), networks, (a, b))

    def problems(self) -> list[Problem]:
        problems = super().problems()
        if self.architecture == "unet" and any(side % self.multiple for side in shape_of(self.resolution)):
            sentence = f"The U-Net halves {self._depth} times: it works at multiples of {self.multiple} px."
            problems.append(Problem("error", ("architecture", "resolution"), sentence))
        if self.colours != "same" and self.identity:
            sentence = "The identity loss needs both sides in the same colours: set identity to 0."
            problems.append(Problem("error", ("identity", "colours"), sentence))
        return problems
