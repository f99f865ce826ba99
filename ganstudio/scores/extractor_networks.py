"""The networks whose features scores are made of. Each gives (features (B, d), class logits (B, k) or None)."""

from collections.abc import Callable
from typing import Any

import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.core.vision_networks import VGG16, VGG19, Seen, SqueezeNet

__all__ = ["VGG16", "VGG19", "ResNet20", "Seen", "SqueezeNet", "inception"]


class ResNet20(nn.Module):
    """The CIFAR-10 ResNet-20 of He et al. 2015 (arXiv 1512.03385, section 4.2): 64 features, 10 classes.

    Shortcuts have no weights: every second pixel, and channels of zeros on both sides (option A).
    """

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        self.layer1 = nn.Sequential(_Residual(16, 16), _Residual(16, 16), _Residual(16, 16))
        self.layer2 = nn.Sequential(_Residual(16, 32), _Residual(32, 32), _Residual(32, 32))
        self.layer3 = nn.Sequential(_Residual(32, 64), _Residual(64, 64), _Residual(64, 64))
        self.linear = nn.Linear(64, 10)

    def forward(self, images: Tensor) -> Seen:
        x = self.bn1(self.conv1(images)).relu()
        features: Tensor = self.layer3(self.layer2(self.layer1(x))).mean((2, 3))
        return features, self.linear(features)


class _Residual(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.grows = outputs > inputs
        self.conv1 = nn.Conv2d(inputs, outputs, 3, 2 if self.grows else 1, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        inner = self.bn2(self.conv2(self.bn1(self.conv1(x)).relu()))
        if self.grows:
            side = x.shape[1] // 2
            x = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, side, side))
        total: Tensor = inner + x
        return total.relu()


def inception(classes: int) -> nn.Module:
    """Inception v3 with torchvision's names: (B, 3, 299, 299) in [-1, 1] to 2,048 features and `classes` logits.

    With 1,008 classes it is the network of the original FID and Inception Score (TensorFlow, December 2015, as
    converted for PyTorch): its average pools do not count the padding, the last block pools by maximum, and the
    logits go without the bias. With 1,000 it is torchvision's.
    """
    from torchvision.models import inception as vision  # takes seconds to import

    class Inception(vision.Inception3):
        def forward(self, x: Tensor) -> Seen:
            for name, part in self.named_children():
                x = x if name in {"dropout", "fc"} else part(x)
            features = x.flatten(1)
            return features, F.linear(features, self.fc.weight, None if classes == 1008 else self.fc.bias)

    if classes != 1008:
        return Inception(num_classes=classes, aux_logits=False, init_weights=False)
    parts = (vision.InceptionA, vision.InceptionC, vision.InceptionE)
    a, c, e = (_pooling(kind, _average_within) for kind in parts)
    blocks = [vision.BasicConv2d, a, vision.InceptionB, c, vision.InceptionD, e, vision.InceptionAux]
    network = Inception(num_classes=classes, aux_logits=False, init_weights=False, inception_blocks=blocks)
    network.Mixed_7c = _pooling(vision.InceptionE, _highest)(2048)
    return network


def _pooling(kind: type[Any], pool: Callable[[Tensor], Tensor]) -> type[Any]:
    """An Inception block like `kind`, with another pool before its last branch."""

    class Block(kind):
        def _forward(self, x: Tensor) -> list[Tensor]:
            return [*super()._forward(x)[:-1], self.branch_pool(pool(x))]

    return Block


def _average_within(x: Tensor) -> Tensor:
    return F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)


def _highest(x: Tensor) -> Tensor:
    return F.max_pool2d(x, 3, 1, 1)
