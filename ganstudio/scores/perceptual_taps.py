"""What a network that was trained to name things sees in two pictures, layer by layer: a loss and a distance.

SqueezeNet's layers are compared as directions of unit length, place by place, as in LPIPS but without its learned
weights (so it is none, and is never called so); VGG's by mean absolute difference before the ReLU, as in ESRGAN.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn

from ganstudio.scores.features import Extractor, FeaturesError, open_extractor

SQUEEZENET_TAPS = dict.fromkeys((1, 4, 7, 9, 12), 1.0)
"""Behind the first ReLU and four of the fire modules."""
VGG_TAPS = {
    "vgg16": {2: 0.1, 7: 0.1, 14: 1.0, 21: 1.0, 28: 1.0},
    "vgg19": {2: 0.1, 7: 0.1, 16: 1.0, 25: 1.0, 34: 1.0},
}
"""The last convolution before each pool (conv1_2 to conv5_3 and conv5_4) with the weights of Real-ESRGAN; SRGAN and
ESRGAN take the last alone."""
SMALLEST = 3
"""Places on a side that a pool needs."""


@dataclass(frozen=True)
class PerceptualTaps:
    """Pictures are (B, 1 or 3, H, W) in [0, 1]."""

    name: str
    title: str
    layers: nn.Sequential = field(repr=False)
    taps: Mapping[int, float]
    directions: bool
    """Whether places are compared as directions of unit length, squared; else as they are, absolutely."""
    mean: tuple[float, float, float]
    deviation: tuple[float, float, float]

    def distance(self, fake: Tensor, real: Tensor) -> Tensor:
        """The mean over the pictures; gradients reach `fake` alone."""
        return self.distances(fake, real).mean()

    def distances(self, fake: Tensor, real: Tensor) -> Tensor:
        """(B,): the sum over the taps of the mean difference over their places."""
        with torch.no_grad():
            wanted = self._seen(real)
        each = [weight * self._difference(ours, theirs)
                for (ours, weight), (theirs, _) in zip(self._seen(fake), wanted, strict=True)]  # fmt: skip
        return torch.stack(each).sum(0)

    def _difference(self, ours: Tensor, theirs: Tensor) -> Tensor:
        if self.directions:
            return (_units(ours) - _units(theirs)).square().sum(1).mean((1, 2))
        return (ours - theirs).abs().mean((1, 2, 3))

    def _seen(self, pictures: Tensor) -> list[tuple[Tensor, float]]:
        """What stands at each tap and its weight, as deep as pictures of this size reach."""
        offset, factor = (pictures.new_tensor(triple).view(1, 3, 1, 1) for triple in (self.mean, self.deviation))
        seen = (pictures.expand(-1, 3, -1, -1) - offset) / factor
        taps: list[tuple[Tensor, float]] = []
        for number, layer in enumerate(self.layers):
            if isinstance(layer, nn.MaxPool2d) and min(seen.shape[2:]) < SMALLEST:
                break
            seen = layer(seen)
            if number in self.taps:
                taps.append((seen.to(torch.promote_types(seen.dtype, torch.float32)), self.taps[number]))
        return taps


def _units(seen: Tensor) -> Tensor:
    return seen * (seen.square().sum(1, keepdim=True) + 1e-10).rsqrt()


def open_taps(path: Path, *, deepest: bool = False, device: torch.device | str = "cpu") -> PerceptualTaps:
    """The network whose weights are in a file.

    `deepest`: of VGG the last tap alone.

    Raises:
        FeaturesError: no weights, or of a network that names nothing layer by layer; a sentence.
    """
    return taps_of(open_extractor(path, device=device), deepest=deepest)


def taps_of(extractor: Extractor, *, deepest: bool = False) -> PerceptualTaps:
    """Raises FeaturesError: it is none of those that pictures can be compared by."""
    layers = getattr(extractor.network, "features", None)
    squeeze, vgg = extractor.name.startswith("squeezenet"), VGG_TAPS.get(extractor.name.partition("-")[0], {})
    if not isinstance(layers, nn.Sequential) or not (squeeze or vgg):
        raise FeaturesError(f"{extractor.title} cannot compare pictures: give weights of SqueezeNet 1.1 or VGG.")
    taps = SQUEEZENET_TAPS if squeeze else {max(vgg): 1.0} if deepest else vgg
    name = f"{extractor.name}{'-deepest' if deepest and not squeeze else ''}"
    return PerceptualTaps(name, extractor.title, layers, taps, squeeze, extractor.mean, extractor.deviation)
