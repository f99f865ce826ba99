"""Networks that name what is in pictures: what they see is compared, scored, and drawn from.

Each gives (features (B, d), class logits (B, k) or None).
"""

import torch
from torch import Tensor, nn

Seen = tuple[Tensor, Tensor | None]


class SqueezeNet(nn.Module):
    """SqueezeNet 1.1 up to its last fire module (Iandola et al. 2016, arXiv 1602.07360), torchvision's names.

    The mean over space of the 512 last channels are the features; there is no classifier.
    """

    def __init__(self, *, pools_up: bool = False) -> None:
        """`pools_up`: the pools' sizes are rounded up, as in torchvision; Keras's, of the same weights, round down."""
        super().__init__()

        def pool() -> nn.Module:
            return nn.MaxPool2d(3, 2, ceil_mode=pools_up)

        first = [nn.Conv2d(3, 64, 3, 2), nn.ReLU(), pool()]
        early = [_Fire(64, 16, 64), _Fire(128, 16, 64), pool(), _Fire(128, 32, 128), _Fire(256, 32, 128), pool()]
        late = [_Fire(256, 48, 192), _Fire(384, 48, 192), _Fire(384, 64, 256), _Fire(512, 64, 256)]
        self.features = nn.Sequential(*first, *early, *late)

    def forward(self, images: Tensor) -> Seen:
        return self.features(images).mean((2, 3)), None


class _Fire(nn.Module):
    def __init__(self, inputs: int, squeezed: int, expanded: int) -> None:
        super().__init__()
        self.squeeze = nn.Conv2d(inputs, squeezed, 1)
        self.expand1x1 = nn.Conv2d(squeezed, expanded, 1)
        self.expand3x3 = nn.Conv2d(squeezed, expanded, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.squeeze(x).relu()
        return torch.cat([self.expand1x1(x).relu(), self.expand3x3(x).relu()], 1)


class _VGG(nn.Module):
    """VGG up to its last convolution (Simonyan and Zisserman 2014, arXiv 1409.1556), torchvision's names.

    The mean over space of the 512 last channels are the features; there is no classifier.
    """

    def __init__(self, counts: tuple[int, ...]) -> None:
        """`counts`: convolutions before each pool."""
        super().__init__()
        layers: list[nn.Module] = []
        inputs = 3
        for width, count in zip((64, 128, 256, 512, 512), counts, strict=True):
            for _ in range(count):
                layers += [nn.Conv2d(inputs, width, 3, padding=1), nn.ReLU()]
                inputs = width
            layers.append(nn.MaxPool2d(2))
        self.features = nn.Sequential(*layers[:-2])

    def forward(self, images: Tensor) -> Seen:
        return self.features(images).mean((2, 3)), None


class VGG16(_VGG):
    """13 convolutions."""

    def __init__(self) -> None:
        super().__init__((2, 2, 3, 3, 3))


class VGG19(_VGG):
    """16 convolutions."""

    def __init__(self) -> None:
        super().__init__((2, 2, 4, 4, 4))
