"""Feature extractors: pictures in, rows of numbers out, on which scores are made.

An extractor's `name` says which numbers may be compared: it changes with the architecture, the weights and this
program's way of feeding it. Scores of different extractors, or of different numbers of images, never share an axis.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.pixels import Pixels
from ganstudio.core.printable import without_home
from ganstudio.scores import extractor_networks
from ganstudio.scores.builtin import SIDE, Builtin
from ganstudio.scores.fetch import INCEPTION
from ganstudio.scores.weights import FeaturesError, Weights, read_weights

__all__ = ["Extractor", "Features", "FeaturesError", "extract", "open_extractor"]

IMAGENET = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
CPU = torch.device("cpu")
HALVES = (0.5, 0.5, 0.5), (0.5, 0.5, 0.5)


@dataclass(frozen=True)
class Features:
    """What an extractor made of N pictures, on the CPU."""

    values: Tensor
    """(N, d) float32."""
    logits: Tensor | None = None
    """(N, classes), where the extractor classifies."""

    def __len__(self) -> int:
        return len(self.values)


@dataclass(frozen=True)
class Extractor:
    name: str
    title: str
    network: nn.Module = field(repr=False)
    """(B, 3, size, size) -> features (B, d), and logits or None."""
    size: int
    batch: int = 64
    mean: tuple[float, float, float] = (0.0, 0.0, 0.0)
    deviation: tuple[float, float, float] = (1.0, 1.0, 1.0)
    scale: float = 1.0
    """Features are divided by this, so that the kernel of KID sees numbers near one."""
    device: torch.device = CPU

    @torch.inference_mode()
    def __call__(self, pixels: Pixels) -> Features:
        """uint8 (N, H, W, 1, 3 or 4) -> features; grey becomes RGB, alpha lies on grey; antialiased to `size`."""
        batches = [self._seen(torch.tensor(pixels[at : at + self.batch])) for at in range(0, len(pixels), self.batch)]
        logits = [batch[1] for batch in batches if batch[1] is not None]
        return Features(torch.cat([batch[0] for batch in batches]), torch.cat(logits) if logits else None)

    def _seen(self, pixels: Tensor) -> tuple[Tensor, Tensor | None]:
        images = pixels.to(self.device).permute(0, 3, 1, 2).float() / 255
        if images.shape[1] == 4:
            images = torch.lerp(torch.full_like(images[:, :3], 0.5), images[:, :3], images[:, 3:])
        images = resized(images.expand(-1, 3, -1, -1), self.size)
        mean, deviation = (images.new_tensor(channels).view(1, 3, 1, 1) for channels in (self.mean, self.deviation))
        values, logits = self.network((images - mean) / deviation)
        return (values / self.scale).float().cpu(), None if logits is None else logits.float().cpu()


def resized(images: Tensor, size: int) -> Tensor:
    """Bicubic with antialiasing, as Pillow does it: without it FID moves by 6 and more (Parmar et al. 2022)."""
    if images.shape[2:] == (size, size):
        return images
    return F.interpolate(images, (size, size), mode="bicubic", antialias=True, align_corners=False).clamp(0, 1)


def extract(
    extractor: Extractor, batches: Iterable[Pixels], *, on_progress: Callable[[int], None] | None = None
) -> Features:
    """The features of pictures that come batch by batch, so that the pictures are never in memory all at once.

    Raises:
        FeaturesError: there were none.
    """
    parts: list[Features] = []
    for pixels in batches:
        parts.append(extractor(pixels))
        if on_progress:
            on_progress(sum(map(len, parts)))
    if not parts:
        raise FeaturesError("There are no pictures to score.")
    logits = [part.logits for part in parts if part.logits is not None]
    return Features(torch.cat([part.values for part in parts]), torch.cat(logits) if logits else None)


# Which there are ------------------------------------------------------------------------------------------------------


def open_extractor(which: str | Path = "builtin", *, device: torch.device | str = "cpu") -> Extractor:
    """The extractor called `which` ('builtin', 'inception'), or the one whose weights are in the file `which`.

    Raises:
        FeaturesError: no such name or file, or weights of an architecture that is not known here.
    """
    if str(which) == "builtin":
        network = Builtin().eval().to(device)
        return Extractor("builtin-1", "built-in statistics", network, SIDE, 256, scale=0.2, device=torch.device(device))
    if str(which) == "inception":
        if not INCEPTION.place.is_file():
            raise FeaturesError(
                f"Inception v3 is not here yet ({INCEPTION.megabytes} MB): say --download to fetch it once, "
                "or give a file with its weights to --features."
            )
        weights = read_weights(INCEPTION.place)
        if weights.digest != INCEPTION.sha256:
            raise FeaturesError(
                f"{without_home(INCEPTION.place)} is not the file that was published (checksum): "
                "remove it and say --download, or give it with --features if you trust it."
            )
        return _from_weights(INCEPTION.place, weights, torch.device(device))
    path = Path(which)
    if not path.is_file():
        raise FeaturesError(f"{which} is neither a file with weights nor one of: builtin, inception.")
    return _from_weights(path, read_weights(path), torch.device(device))


def _from_weights(path: Path, weights: Weights, device: torch.device) -> Extractor:
    for known in (_inception, _squeezenet, _vgg, _normalised_vgg, _resnet20):
        if extractor := known(weights, device):
            return extractor
    raise FeaturesError(
        f"{path.name} has weights of an architecture that is not known here. "
        "Known are Inception v3, SqueezeNet 1.1, VGG16, VGG19 and the CIFAR-10 ResNet-20."
    )


def _inception(weights: Weights, device: torch.device) -> Extractor | None:
    tensors = {name: tensor for name, tensor in weights.tensors.items() if not name.startswith("AuxLogits.")}
    head = tensors.get("fc.weight")
    if "Mixed_7c.branch_pool.conv.weight" not in tensors or head is None or len(head) not in {1000, 1008}:
        return None
    original = len(head) == 1008
    network = _filled(extractor_networks.inception(len(head)), tensors, device)
    title = "Inception v3 (TensorFlow 2015)" if original else "Inception v3 (torchvision)"
    name = f"inception-{'2015' if original else 'v3'}-{weights.digest[:8]}"
    return Extractor(name, title, network, 299, 32, *HALVES, device=device)


def _squeezenet(weights: Weights, device: torch.device) -> Extractor | None:
    """With torchvision's classifier it is fed as torchvision does; features alone are taken to expect RGB in 0..1."""
    tensors = {name: tensor for name, tensor in weights.tensors.items() if not name.startswith("classifier.")}
    if "features.12.squeeze.weight" not in tensors:
        return None
    whole = len(tensors) < len(weights.tensors)
    network = _filled(extractor_networks.SqueezeNet(pools_up=whole), tensors, device)
    name = f"squeezenet-{'tv-' if whole else ''}{weights.digest[:8]}"
    extractor = Extractor(name, "SqueezeNet 1.1", network, 128, 64, scale=5.0, device=device)
    return replace(extractor, mean=IMAGENET[0], deviation=IMAGENET[1]) if whole else extractor


def _vgg(weights: Weights, device: torch.device) -> Extractor | None:
    """VGG16 or VGG19, by the place of the last convolution; variants with BatchNorm have other places."""
    tensors = {name: tensor for name, tensor in weights.tensors.items() if not name.startswith("classifier.")}
    convolutions = [int(name.split(".")[1]) for name in tensors if re.fullmatch(r"features\.\d+\.weight", name)]
    kinds = {28: ("VGG16", extractor_networks.VGG16), 34: ("VGG19", extractor_networks.VGG19)}
    if not convolutions or max(convolutions) not in kinds:
        return None
    title, kind = kinds[max(convolutions)]
    network = _filled(kind(), tensors, device)
    return Extractor(f"{title.lower()}-{weights.digest[:8]}", title, network, 224, 16, *IMAGENET, device=device)


_NORMALISED = dict(zip((2, 5, 9, 12, 16, 19, 22, 25, 29, 32, 35, 38, 42, 45, 48, 51),
                       (0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34), strict=True))  # fmt: skip
"""Where VGG19's convolutions stand in the file that AdaIN was published with, and in torchvision's."""


def _normalised_vgg(weights: Weights, device: torch.device) -> Extractor | None:
    """VGG19 as AdaIN and its followers hand it on: numbers for names, and layers scaled to a mean of 1.

    A convolution of 1 x 1 makes of RGB in 0..1 what the first one expects; the two are folded into one, which is the
    same but for a rim of one pixel.
    """
    ours, colours = weights.tensors, weights.tensors.get("0.weight")
    if (
        colours is None
        or colours.shape != (3, 3, 1, 1)
        or ours.keys() != {f"{number}.{kind}" for number in (0, *_NORMALISED) for kind in ("weight", "bias")}
    ):
        return None
    tensors = {f"features.{place}.{kind}": ours[f"{number}.{kind}"]
               for number, place in _NORMALISED.items() for kind in ("weight", "bias")}  # fmt: skip
    first = tensors["features.0.weight"]
    tensors["features.0.bias"] = tensors["features.0.bias"] + first.sum((2, 3)) @ ours["0.bias"]
    tensors["features.0.weight"] = torch.einsum("oihw,ic->ochw", first, colours[:, :, 0, 0])
    network = _filled(extractor_networks.VGG19(), tensors, device)
    return Extractor(f"vgg19-{weights.digest[:8]}", "VGG19 (normalised)", network, 224, 16, device=device)


def _resnet20(weights: Weights, device: torch.device) -> Extractor | None:
    if "layer3.2.conv2.weight" not in weights.tensors or "linear.weight" not in weights.tensors:
        return None
    network = _filled(extractor_networks.ResNet20(), weights.tensors, device)
    return Extractor(f"resnet20-{weights.digest[:8]}", "CIFAR-10 ResNet-20", network, 32, 128, *IMAGENET, device=device)


def _filled(network: nn.Module, tensors: dict[str, Tensor], device: torch.device) -> nn.Module:
    """`network` with these weights, which must fit exactly; a file may lack the counters of BatchNorm."""
    own = network.state_dict()
    counters = {name for name in own if name.endswith("num_batches_tracked")}
    odd = (own.keys() ^ tensors.keys()) - counters
    odd |= {name for name in own.keys() & tensors.keys() if own[name].shape != tensors[name].shape}
    if odd:
        raise FeaturesError(f"These weights do not fit the architecture they look like: {sorted(odd)[0]} differs.")
    if not all(bool(torch.isfinite(tensor).all()) for tensor in tensors.values() if tensor.is_floating_point()):
        raise FeaturesError("These weights hold invalid numbers.")
    network.load_state_dict(tensors, strict=False)
    return network.eval().requires_grad_(False).to(device)
