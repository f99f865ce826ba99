"""CUT: Park, Efros, Zhang, Zhu 2020 (arXiv 2007.15651)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ganstudio.core.recipe import ImageSpec, Preset, Problem
from ganstudio.core.settings import setting
from ganstudio.models.translation.game import ContrastGame
from ganstudio.models.translation.recipe import AdversarialTranslation

if TYPE_CHECKING:
    from ganstudio.models.cut.system import ContrastiveSystem


@dataclass(frozen=True, kw_only=True)
class CUT(AdversarialTranslation):
    """One direction only; instead of a way back, each place must be recognisable after the translation."""

    name = "cut"
    title = "CUT"
    summary = "Turns side A into side B by comparing patches, without a way back: lighter and faster than CycleGAN."
    when = "As CycleGAN, when only one direction is wanted, or memory and time are short."
    paper = "Park et al. 2020, Contrastive Learning for Unpaired Image-to-Image Translation, arXiv 2007.15651"
    note = "Beside note 4"
    directions: ClassVar[Mapping[str, str]] = {"B": "generator_ab"}
    presets = {
        "light": Preset("Better", "64 px, half the channels and 4 blocks, for a computer without a GPU",
                        {"resolution": 64, "width": 32, "blocks": 4}),
        "cut": Preset("As published", "256 px, 9 blocks, with the identity, 200 + 200 epochs",
                      {"resolution": 256, "constant_epochs": 200, "decay_epochs": 200}),
        "fastcut": Preset("FastCUT", "Without the identity and with ten times the weight: the lightest",
                          {"correspondence": 10.0, "identity": False, "flip_equivariant": True,
                           "constant_epochs": 150, "decay_epochs": 50}),
    }  # fmt: skip

    correspondence: float = setting(
        1.0, "How much it matters that each place stays recognisable (PatchNCE).",
        low=0.0, high=1000.0, group="Objective", first=True,
    )  # fmt: skip
    identity: bool = setting(
        True, "Pictures of B go through too, and each place must stay recognisable.", group="Objective"
    )
    flip_equivariant: bool = setting(False, "Half of the steps see everything mirrored (FastCUT).", group="Objective")
    patches: int = setting(
        256, "Places that are compared with each other.", low=2, high=4096, unit="places", group="Objective"
    )
    temperature: float = setting(
        0.07, "How sharply a place is told from others; lower is sharper.", low=0.005, high=10.0, group="Objective"
    )
    projection: int = setting(256, "Numbers that a place is described by.", low=2, high=2048, group="Networks")

    def build(self, image_spec: ImageSpec) -> "ContrastiveSystem":
        from ganstudio.models.cut.networks import Projections
        from ganstudio.models.cut.system import ContrastiveSystem
        from ganstudio.models.cyclegan.networks import ResNetGenerator

        a, b = self.channels(image_spec)
        generator = self.generator(a, b)
        assert isinstance(generator, ResNetGenerator)
        projections = Projections(generator.taps(), self.projection)
        game = self.values_for(ContrastGame)
        return ContrastiveSystem(game, generator, projections, self.discriminator(b), (a, b))

    def problems(self) -> list[Problem]:
        problems = super().problems()
        if self.colours != "same":
            sentence = "CUT compares both sides with one network: they need the same colours."
            problems.append(Problem("error", ("colours",), sentence))
        return problems
