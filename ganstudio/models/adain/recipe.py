"""AdaIN: Huang and Belongie 2017 (arXiv 1703.06868)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ganstudio.core.recipe import ImageSpec, Preset
from ganstudio.core.settings import setting
from ganstudio.models.adain.game import AdaptiveGame
from ganstudio.models.translation.recipe import TranslationRecipe

if TYPE_CHECKING:
    from torch import nn

    from ganstudio.models.adain.networks import AdaptiveNet
    from ganstudio.models.adain.system import AdaptiveSystem


@dataclass(frozen=True, kw_only=True)
class AdaIN(TranslationRecipe):
    """Side A is the folder that it learns to draw; side B a folder of styles, the more the better."""

    name = "adain"
    title = "Any style"
    summary = "Learns to draw any picture in any style: side A is a folder of pictures, side B one of styles."
    when = "You want to try many styles, or to mix them: one training for all, and sliders afterwards."
    paper = "Huang and Belongie 2017, Arbitrary Style Transfer in Real-time with AdaIN, arXiv 1703.06868"
    note = "Note 4"
    directions: ClassVar[Mapping[str, str]] = {"B": "generator_ab"}
    compares_sides = False
    sees = True
    presets = {
        "quick": Preset("Quick look", "SqueezeNet sees, 128 px: minutes on two cores",
                        {"resolution": 128, "batch": 4, "generator_lr": 1e-3, "ema_kimg": 0.5}),
        "gpu": Preset("GPU", "SqueezeNet sees, 256 px, batches of 16: half an hour on a GPU",
                      {"batch": 16, "generator_lr": 5e-4, "ema_kimg": 5.0}),
        "huang": Preset("Huang and Belongie", "VGG19 sees, 256 px, batches of 8, as published",
                        {"encoder": "vgg19", "colours": False, "style_weight": 10.0, "identity_weight": 0.0}),
    }  # fmt: skip

    resolution: int = setting(
        256, "Width and height of the images it learns, in pixels. Later it draws pictures of any size.",
        low=16, high=1024, unit="px", first=True,
    )  # fmt: skip
    batch: int = setting(
        8, "Pictures per step. Eight is the published choice.", low=1, high=4096, unit="images", first=True, scale="log"
    )
    encoder: str = setting(
        "squeezenet", "The network that sees, whose weights stay as they are: SqueezeNet 1.1, or VGG19 as published.",
        choices=("squeezenet", "vgg19"), group="Networks", first=True,
    )  # fmt: skip
    colours: bool = setting(
        True, "Give what is drawn the style's colours outright, their mean and deviation. Else, as published, it is to "
        "learn them, which takes long.",
        group="Networks",
    )  # fmt: skip
    style_weight: float = setting(
        3.0, "How much the style matters beside the content.",
        low=0.0, high=1000.0, group="Objective", first=True, scale="log",
    )  # fmt: skip
    identity_weight: float = setting(
        10.0, "How much a picture in its own style must come back as it was, pixel by pixel; a quarter of each batch "
        "is. 0, as published, takes longer to learn colours.",
        low=0.0, high=1000.0, group="Objective",
    )  # fmt: skip
    generator_lr: float = setting(
        1e-4, "Learning rate.", low=1e-7, high=1.0, group="Optimiser", first=True, scale="log"
    )
    beta1: float = setting(0.9, "Adam's momentum.", low=0.0, high=0.999, group="Optimiser")
    decay_epochs: int = setting(
        0, "Epochs over which the learning rate then falls in a straight line. 0: it never falls.",
        low=0, high=100_000, unit="epochs", group="Schedule",
    )  # fmt: skip

    @property
    def multiple(self) -> int:
        return 8

    def build(self, image_spec: ImageSpec) -> "AdaptiveSystem":
        """It sees by chance until it is given a network that sees (`AdaptiveSystem.see_with`)."""
        from ganstudio.models.adain.system import AdaptiveSystem

        channels = self.channels(image_spec)
        network = self.generator(*channels)
        return AdaptiveSystem(self.values_for(AdaptiveGame), network, channels)

    def generator(self, inputs: int, outputs: int) -> "AdaptiveNet":
        from ganstudio.models.adain.networks import AdaptiveNet

        assert inputs == outputs, "both sides have the colours that the pictures are prepared in"
        return AdaptiveNet(self.encoder, inputs, colours=self.colours)

    def in_use(self, network: "nn.Module", state: Mapping[str, Any]) -> "nn.Module":
        """In the first style that it was shown, until it is given others."""
        from ganstudio.models.adain.networks import AdaptiveNet, InStyle
        from ganstudio.models.translation.system import unpack

        assert isinstance(network, AdaptiveNet), "the network of a direction is what `generator` makes"
        return InStyle(network, network.style_of(unpack(state["shown_b"][:1])))
